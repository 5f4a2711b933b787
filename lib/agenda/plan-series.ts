import { addDays, day as dayOf, weekdayOf, type Day } from '../accord/calendar/day.ts'
import { holidayOn } from '../accord/calendar/holidays.ts'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { civilDay, moment } from '../clock/civil-day.ts'
import type { Invalid, NotAllowed } from '../cases/outcomes.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { minutesOfTime, timeOfMinutes } from '../wording/time-of-day.ts'
import { dayErrors, identityOf, readInput, seriesSchema, type SeriesInput } from './appointment-input.ts'
import { fileToPlanFor } from './appointment-rows.ts'
import { resolveTime } from './civil-time.ts'
import { conflictsOf } from './conflicts.ts'
import { insertAppointment } from './plan-appointment.ts'

/** What became of one file of a series. */
export type SeriesLine =
  | { readonly reference: string; readonly kind: 'planned'; readonly id: string; readonly day: Day; readonly time: string }
  /** The same thing is planned already for this person. */
  | { readonly reference: string; readonly kind: 'already_planned'; readonly day: Day; readonly time: string }
  | { readonly reference: string; readonly kind: 'no_slot' | 'not_found' | 'not_allowed' }

export type SeriesOutcome = { readonly kind: 'series'; readonly lines: readonly SeriesLine[] } | Invalid | NotAllowed

const MINUTE = 60_000
/** Nobody is asked to come while offices eat. */
const LUNCH = { from: minutesOfTime('12:30'), to: minutesOfTime('13:30') }
/** A series that finds no slot within so many days has none. */
const MOST_DAYS = 400

/** The times of a working day at which an appointment of that length may start, one after the other. */
export function slotsOfDay(from: string, until: string, minutes: number): readonly string[] {
  const slots: string[] = []
  let start = minutesOfTime(from)
  const last = minutesOfTime(until)
  while (start + minutes <= last) {
    if (start < LUNCH.to && start + minutes > LUNCH.from) start = LUNCH.to
    else {
      slots.push(timeOfMinutes(start))
      start += minutes
    }
  }
  return slots
}

/**
 * Plans one appointment a file, one after the other from a day on: working days only, not over lunch, not over what the
 * counsellor or the person already has. A first time that leaves no room before the end of the day is its only one.
 * Sent twice, it plans once; each file is answered for itself.
 */
export async function planSeries(actor: Actor, input: SeriesInput): Promise<SeriesOutcome> {
  const read = readInput(seriesSchema, input)
  if (!read.ok) return { kind: 'invalid', fields: read.fields }
  const { asked } = read
  if (actor.operatorId === null || !can(actor, 'agenda.read')) return { kind: 'not_allowed' }
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  const late = dayErrors(asked.from, today)
  if (Object.keys(late).length > 0) return { kind: 'invalid', fields: { from: late['day'] ?? 'too_small' } }
  const times = slotsOfDay(asked.time, asked.until, asked.minutes)
  const slots = times.length === 0 ? [asked.time] : times
  const lines: SeriesLine[] = []
  // Where the next one of each counsellor may start: their files follow each other.
  const reached = new Map<string, { day: Day; slot: number }>()
  for (const reference of new Set(asked.references)) lines.push(await planNext(reference))
  return { kind: 'series', lines }

  function planNext(reference: string): Promise<SeriesLine> {
    return inActorTransaction(actor, async (tx): Promise<SeriesLine> => {
      const file = await fileToPlanFor(tx, actor, reference)
      if (file === null) return { reference, kind: 'not_found' }
      if (file === 'not_allowed') return { reference, kind: 'not_allowed' }
      const accountId = file.referentId === actor.accountId ? actor.accountId : file.counsellorId
      const id = identityOf(asked.submissionId, file.id)
      const [sent] = await tx.$queryRaw<{ day: string; time: string }[]>`select on_day::text as day, at_time as time from appointment where id = ${id}::uuid`
      if (sent !== undefined) return { reference, kind: 'planned', id, day: dayOf(sent.day), time: sent.time }
      let { day, slot } = reached.get(accountId) ?? { day: asked.from, slot: 0 }
      for (let days = 0; days < MOST_DAYS; ) {
        if (slot >= slots.length || weekdayOf(day) > 5 || holidayOn(day) !== null) {
          day = addDays(day, 1)
          slot = 0
          days += 1
          continue
        }
        const time = slots[slot]!
        slot += 1
        const resolved = resolveTime({ day, time }, actor.timeZone)
        if (!resolved.ok) continue
        const taken = { id, accountId, caseId: file.id, kind: asked.kind, startsAt: resolved.startsAt, endsAt: new Date(resolved.startsAt.getTime() + asked.minutes * MINUTE) }
        const conflicts = await conflictsOf(tx, actor, taken, today)
        const again = conflicts.find((conflict) => conflict.with === 'twice')
        if (again !== undefined) return { reference, kind: 'already_planned', day: again.day, time: again.time }
        if (conflicts.length > 0) continue
        reached.set(accountId, { day, slot })
        await insertAppointment(tx, actor, { ...taken, file, day, time, minutes: asked.minutes, means: asked.means, place: asked.place, link: asked.link, note: null }, at)
        return { reference, kind: 'planned', id, day, time }
      }
      return { reference, kind: 'no_slot' }
    })
  }
}
