import { isoOf } from '../accord/calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { actorOfAccount } from '../access/live-account.ts'
import { isUuid } from '../cases/write-path.ts'
import { moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { Prisma } from '../database/generated/client.ts'
import { inActorTransaction, inSystemTransaction, withoutActor } from '../database/transactions.ts'
import { writeJournal } from '../database/journal.ts'
import { civilDayOf } from '../wording/format/moment.ts'
import type { Locale } from '../wording/locale.ts'
import { messagesFor } from '../wording/messages.ts'
import { readAppointment } from './agenda.ts'
import { calendarOf, type Calendar, type CalendarEntry } from './ics.ts'
import { hashOfSecret } from './subscription.ts'

/** What a subscription shows: the last month, for what was moved or cancelled, and the three to come. */
const DAYS_BEFORE = 30
const DAYS_AHEAD = 90

type EntryRow = Omit<CalendarEntry, 'person'> & { readonly firstName: string | null; readonly lastName: string | null }

async function entriesWhere(tx: Transaction, condition: Prisma.Sql): Promise<CalendarEntry[]> {
  const rows = await tx.$queryRaw<EntryRow[]>`
    select a.id, a.version, a.status, a.starts_at as "startsAt", a.ends_at as "endsAt", a.updated_at as "updatedAt", a.means, a.place, a.link,
           p.first_name as "firstName", p.last_name as "lastName"
    from appointment a left join case_file c on c.id = a.case_id left join person p on p.id = c.person_id
    where ${condition} order by a.starts_at, a.id limit 3000`
  return rows.map(({ firstName, lastName, ...row }) => ({ ...row, person: firstName === null && lastName === null ? null : { firstName: firstName ?? '', lastName: lastName ?? '' } }))
}

interface Subscriber {
  readonly subscriptionId: string
  readonly operatorId: string
  readonly accountId: string
  readonly timeZone: string
  readonly locale: Locale
  readonly lastUsedAt: Date | null
}

/**
 * The calendar of a secret address; `null` where no account in use has it. When it was last read is kept, and journaled
 * once a day: a calendar asks every few minutes.
 * @param origin address of the application, `https://rebond.example`
 */
export async function subscribedCalendar(secret: string, origin: string): Promise<Calendar | null> {
  const hash = hashOfSecret(secret)
  if (hash === null) return null
  const [found] = await withoutActor((tx) => tx.$queryRaw<Subscriber[]>`
    select subscription_id as "subscriptionId", operator_id as "operatorId", account_id as "accountId", time_zone as "timeZone", locale, last_used_at as "lastUsedAt"
    from agenda_of_secret(${hash}::bytea)`)
  if (found === undefined) return null
  // The address gives what its owner may read now: a role without agenda, or another operator, has none.
  const reader = await actorOfAccount(found.accountId)
  if (reader === null || reader.operatorId !== found.operatorId || !can(reader, 'agenda.read')) return null
  const now = await moment(found.timeZone)
  const entries = await inSystemTransaction(found.operatorId, async (tx) => {
    await tx.$executeRaw`update agenda_subscription set last_used_at = ${now}::timestamptz where id = ${found.subscriptionId}::uuid`
    const today = civilDayOf(now, found.timeZone)
    if (found.lastUsedAt === null || civilDayOf(found.lastUsedAt, found.timeZone) !== today)
      await writeJournal(tx, { operatorId: found.operatorId, actorId: found.accountId, action: 'agenda.read_by_calendar', detail: { subscription: found.subscriptionId, day: isoOf(today) }, at: now })
    return entriesWhere(tx, Prisma.sql`a.account_id = ${found.accountId}::uuid and a.starts_at >= ${now}::timestamptz - make_interval(days => ${DAYS_BEFORE}::integer)
      and a.starts_at < ${now}::timestamptz + make_interval(days => ${DAYS_AHEAD}::integer)`)
  })
  return calendarOf(entries, { locale: found.locale, origin, name: messagesFor(found.locale).agenda.ics.calendar })
}

/** One appointment as a file for a calendar; `null` where it is not the actor's to read. That it left is journaled. */
export async function appointmentFile(actor: Actor, id: string, origin: string): Promise<Calendar | null> {
  if (!isUuid(id) || !can(actor, 'agenda.read')) return null
  const at = await moment(actor.timeZone)
  const entries = await inActorTransaction(actor, async (tx) => {
    if ((await readAppointment(tx, actor, id)) === null) return []
    const [line] = await tx.$queryRaw<[{ caseId: string | null }]>`select case_id as "caseId" from appointment where id = ${id}::uuid`
    await writeJournal(tx, { operatorId: actor.operatorId, caseId: line.caseId, actorId: actor.accountId, action: 'appointment.exported', detail: { appointment: id }, at })
    return entriesWhere(tx, Prisma.sql`a.id = ${id}::uuid`)
  })
  return entries.length === 0 ? null : calendarOf(entries, { locale: actor.locale, origin, name: null })
}
