import type { Actor } from '../access/actor.ts'
import { day } from '../accord/calendar/day.ts'
import { moment } from '../clock/civil-day.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { formatDay } from '../wording/format/day.ts'

/** The next appointment of a file as the person reads it, « mar. 1ᵉʳ déc. 2026 à 14 h 30, 12 rue du Port »; `null`: none. */
export async function nextAppointmentOf(actor: Actor, caseId: string): Promise<string | null> {
  const now = await moment(actor.timeZone)
  const [row] = await inActorTransaction(
    actor,
    (tx) => tx.$queryRaw<{ onDay: string; atTime: string; place: string | null; link: string | null }[]>`
      select on_day::text as "onDay", at_time as "atTime", place, link from appointment
      where case_id = ${caseId}::uuid and status = 'planned' and starts_at >= ${now}::timestamptz order by starts_at limit 1`,
  )
  if (row === undefined) return null
  const [hours = '', minutes = ''] = row.atTime.split(':')
  const when = `${formatDay(day(row.onDay), 'fr')} à\u00A0${Number(hours)}\u00A0h\u00A0${minutes}`
  return [when, row.place, row.link].filter((part) => part !== null && part !== '').join(', ')
}
