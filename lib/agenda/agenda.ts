import { addDays, day as dayOf, isoOf, weekdayOf, type Day } from '../accord/calendar/day.ts'
import { holidayOn } from '../accord/calendar/holidays.ts'
import { accountsFollowed, type Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { scopeCondition } from '../access/scope.ts'
import { turnTheDay } from '../cases/advance-day.ts'
import { toDo } from '../cases/queries/worklist.ts'
import { isUuid } from '../cases/write-path.ts'
import { moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { Prisma } from '../database/generated/client.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { minutesOfTime } from '../wording/time-of-day.ts'
import { appointmentsWhere } from './appointment-rows.ts'
import { missedCountOf } from './attendance.ts'
import { civilTimeOf } from './civil-time.ts'
import type { AgendaView, AppointmentDetail, AppointmentView, DayDeadline } from './views.ts'

/** The days a view shows: a whole week from its Monday, or one day. */
export type AgendaSpan = 'week' | 'day'

/** Past appointments offered to be closed at once. */
const MOST_TO_CLOSE = 8

export interface AskedAgenda {
  readonly span: AgendaSpan
  /** A day of the view; today, where not given. */
  readonly day?: Day | null
  /** Account whose agenda is asked; the actor's own, where not given or not theirs to open. */
  readonly who?: string | null
}

interface Someone {
  readonly id: string
  readonly name: string
}

/** Whose agendas an actor may open beside their own: those of their basins, for a manager; those of the absent they stand in for. */
async function peopleOf(tx: Transaction, actor: Actor): Promise<readonly Someone[]> {
  const basins = actor.role === 'manager'
    ? Prisma.sql`(k.active and k.role in ('counsellor', 'referent', 'manager') and exists (
        select from account_basin ab where ab.account_id = k.id and ab.basin_id = any(${[...actor.basinIds]}::uuid[])))`
    : Prisma.sql`false`
  return tx.$queryRaw<Someone[]>`
    select k.id, k.display_name as name from account k
    where k.operator_id = ${actor.operatorId}::uuid and (k.id = any(${[...accountsFollowed(actor)]}::uuid[]) or ${basins})
    order by k.id <> ${actor.accountId}::uuid, k.display_name, k.id`
}

interface DeadlineRow extends Omit<DayDeadline, never> {
  readonly dueOn: string
}

/** What falls on each day for someone, of what the actor may see. */
function deadlinesOf(tx: Transaction, actor: Actor, who: string, from: Day, to: Day): Promise<DeadlineRow[]> {
  return tx.$queryRaw<DeadlineRow[]>`
    select c.reference, p.first_name || ' ' || p.last_name as "personName", d.label as code, d.rule, d.due_on::text as "dueOn"
    from deadline d join case_file c on c.id = d.case_id join person p on p.id = c.person_id
    where ${scopeCondition(actor, 'd', 'agenda.read')} and ${toDo} and d.due_on between ${isoOf(from)}::date and ${isoOf(to)}::date
      and (d.counsellor_id = ${who}::uuid or (d.referent_id = ${who}::uuid and (d.rule = 'R-309' or c.stage in ('in_job', 'follow_up_after_job'))))
    order by d.due_on, p.last_name, p.first_name, d.id limit 600`
}

/**
 * A week or a day of someone's agenda: appointments, the deadlines of each day, what is past and not closed yet. `null`
 * for a role that has no agenda.
 */
export async function agenda(actor: Actor, asked: AskedAgenda): Promise<AgendaView | null> {
  if (!can(actor, 'agenda.read')) return null
  const today = await turnTheDay(actor)
  const now = await moment(actor.timeZone)
  const day = asked.day ?? today
  const from = asked.span === 'week' ? addDays(day, 1 - weekdayOf(day)) : day
  const to = asked.span === 'week' ? addDays(from, 6) : day
  return inActorTransaction(actor, async (tx): Promise<AgendaView> => {
    const people = await peopleOf(tx, actor)
    const found = people.find(({ id }) => id === asked.who) ?? people.find(({ id }) => id === actor.accountId) ?? { id: actor.accountId, name: actor.displayName }
    const theirs = Prisma.sql`a.account_id = ${found.id}::uuid`
    const shown = await appointmentsWhere(tx, actor, Prisma.sql`${theirs} and a.status <> 'cancelled' and a.on_day between ${isoOf(from)}::date and ${isoOf(to)}::date`)
    const over = Prisma.sql`${theirs} and a.status = 'planned' and a.case_id is not null and a.ends_at <= ${now}::timestamptz`
    const toClose = await appointmentsWhere(tx, actor, over, MOST_TO_CLOSE)
    const [left] = await tx.$queryRaw<[{ count: number }]>`select count(*)::integer as count from appointment a where ${over}`
    const [next] = await appointmentsWhere(tx, actor, Prisma.sql`${theirs} and a.status = 'planned' and a.case_id is not null and a.ends_at > ${now}::timestamptz`, 1)
    const deadlines = await deadlinesOf(tx, actor, found.id, from, to)
    return {
      today,
      nowMinutes: minutesOfTime(civilTimeOf(now, actor.timeZone).time),
      from,
      to,
      who: { ...found, own: found.id === actor.accountId },
      people,
      days: Array.from({ length: to - from + 1 }, (_, index) => {
        const on = addDays(from, index)
        return {
          day: on,
          holiday: holidayOn(on),
          appointments: shown.filter((one) => one.day === on),
          deadlines: deadlines.filter(({ dueOn }) => dayOf(dueOn) === on).map(({ dueOn: _, ...deadline }) => deadline),
        }
      }),
      toClose,
      toCloseCount: left.count,
      next: next ?? null,
    }
  })
}

/** One appointment; `null` where the actor may not know what it is. */
export async function appointmentDetail(actor: Actor, id: string): Promise<AppointmentDetail | null> {
  if (!can(actor, 'agenda.read') || !isUuid(id)) return null
  const today = await turnTheDay(actor)
  return inActorTransaction(actor, async (tx) => {
    const appointment = await readAppointment(tx, actor, id)
    if (appointment === null) return null
    const [file] = await tx.$queryRaw<{ caseId: string | null; version: number | null }[]>`
      select a.case_id as "caseId", c.version from appointment a left join case_file c on c.id = a.case_id where a.id = ${id}::uuid`
    return { today, appointment, missedCount: await missedCountOf(tx, file?.caseId ?? null), fileVersion: file?.version ?? null }
  })
}

/** An appointment that the actor may read whole: about a file of theirs, or a slot of their own. */
export async function readAppointment(tx: Transaction, actor: Actor, id: string): Promise<AppointmentView | null> {
  const [appointment] = await appointmentsWhere(tx, actor, Prisma.sql`a.id = ${id}::uuid`, 1)
  if (appointment === undefined || appointment.hidden) return null
  return appointment.file === null && appointment.account.id !== actor.accountId ? null : appointment
}
