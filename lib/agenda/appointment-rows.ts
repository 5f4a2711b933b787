// The lines of the agenda: read as their reader may see them, held to be changed, and every change told in the journal.
import { day, isoOf, type Day } from '../accord/calendar/day.ts'
import type { DeadlineCode } from '../accord/file/case-file.ts'
import type { RuleId } from '../accord/rules/catalogue.ts'
import type { Actor } from '../access/actor.ts'
import { can, type Target } from '../access/can.ts'
import { scopeCondition } from '../access/scope.ts'
import { tellChange } from '../cases/locked-file.ts'
import { textsInForce } from '../cases/texts/in-force.ts'
import type { Transaction } from '../database/client.ts'
import { Prisma } from '../database/generated/client.ts'
import { writeJournal } from '../database/journal.ts'
import type { Json } from '../database/journal-hash.ts'
import { civilTimeOf } from './civil-time.ts'
import { standingOf } from './deadline-standing.ts'
import { MEETINGS, type AppointmentKind, type AppointmentStatus, type Means } from './kinds.ts'
import type { AppointmentView } from './views.ts'

interface RawAppointment {
  readonly id: string
  readonly version: number
  readonly kind: AppointmentKind
  readonly status: AppointmentStatus
  readonly day: string
  readonly time: string
  readonly minutes: number
  readonly zone: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly means: Means
  readonly place: string | null
  readonly link: string | null
  readonly reason: string | null
  readonly note: string | null
  readonly factId: string | null
  readonly accountId: string
  readonly accountName: string
  readonly reference: string | null
  readonly personName: string | null
  readonly phone: string | null
  readonly basinName: string | null
  readonly regimeCode: string | null
  readonly cspTerm: string | null
  readonly visible: boolean
  readonly recordable: boolean
  readonly rule: RuleId | null
  readonly code: DeadlineCode | null
  readonly dueOn: string | null
}

const kindsThatMeet = (Object.keys(MEETINGS) as AppointmentKind[]).filter((kind) => MEETINGS[kind].meets !== null)

/** The label of the deadline that each kind meets, for `appointment a`. */
export const deadlineOfKind = Prisma.sql`case a.kind ${Prisma.join(kindsThatMeet.map((kind) => Prisma.sql`when ${kind} then ${MEETINGS[kind].meets}`), ' ')} end`

/** The end of a civil day's appointment, on the same day: 24:00 where it goes past it. */
function endTimeOf({ day: on, endsAt, zone }: Pick<RawAppointment, 'day' | 'endsAt' | 'zone'>): string {
  const end = civilTimeOf(endsAt, zone)
  return isoOf(end.day) === on ? end.time : '24:00'
}

/**
 * Appointments that a condition over `appointment a` chooses, as the actor may see them, in the order of their times. The
 * caller's condition says whose agenda or which file; who may open it is the caller's to check.
 */
export async function appointmentsWhere(tx: Transaction, actor: Actor, condition: Prisma.Sql, limit = 1000, latestFirst = false): Promise<AppointmentView[]> {
  const rows = await tx.$queryRaw<RawAppointment[]>`
    select a.id, a.version, a.kind, a.status, a.on_day::text as day, a.at_time as time, a.minutes, a.zone, a.starts_at as "startsAt", a.ends_at as "endsAt",
           a.means, a.place, a.link, a.reason, a.note, a.fact_id as "factId", a.account_id as "accountId", k.display_name as "accountName",
           c.reference, p.first_name || ' ' || p.last_name as "personName", p.phone, b.name as "basinName", c.regime_code as "regimeCode",
           c.csp_term::text as "cspTerm",
           coalesce(${scopeCondition(actor, 'c', 'agenda.read')}, false) as visible,
           coalesce(${scopeCondition(actor, 'c', 'file.record')}, false) as recordable,
           d.rule, d.label as code, d.due_on::text as "dueOn"
    from appointment a
    join account k on k.id = a.account_id
    left join case_file c on c.id = a.case_id
    left join person p on p.id = c.person_id
    left join basin b on b.id = c.basin_id
    left join lateral (
      select d.rule, d.label, d.due_on from deadline d
      where a.status = 'planned' and d.case_id = a.case_id and d.label = ${deadlineOfKind} and d.met_on is null and not d.cancelled and d.actionable
      order by d.due_on limit 1) d on true
    where ${condition}
    order by a.starts_at ${latestFirst ? Prisma.sql`desc` : Prisma.sql`asc`}, a.id
    limit ${limit}`
  const texts = rows.some(({ code }) => code === 'finalInterview') ? await textsInForce(tx) : null
  return rows.map((row) => viewOf(row, actor, texts))
}

function viewOf(row: RawAppointment, actor: Actor, texts: Awaited<ReturnType<typeof textsInForce>> | null): AppointmentView {
  const { reference, personName, phone, basinName, accountId, accountName, visible, recordable, regimeCode, cspTerm, rule, code, dueOn, zone: _, ...rest } = row
  const own = accountId === actor.accountId
  const about = reference !== null
  const shown = about ? visible : own
  const on = day(row.day)
  return {
    ...rest,
    day: on,
    endTime: endTimeOf(row),
    place: shown ? row.place : null,
    link: shown ? row.link : null,
    reason: shown ? row.reason : null,
    note: shown ? row.note : null,
    account: { id: accountId, name: accountName },
    file: about && visible ? { reference, personName: personName ?? '', phone, basinName: basinName ?? '' } : null,
    hidden: about && !visible,
    mayChange: about ? recordable : own,
    meets: about && visible && rule !== null && code !== null && dueOn !== null
      ? standingOf({ rule, code, dueOn: day(dueOn), regimeCode, cspTerm: cspTerm === null ? null : day(cspTerm) }, on, texts)
      : null,
  }
}

/** A line held for a change, with the file it is about. */
export interface HeldLine {
  readonly id: string
  readonly operatorId: string
  readonly caseId: string | null
  readonly accountId: string
  readonly kind: AppointmentKind
  readonly status: AppointmentStatus
  readonly day: Day
  readonly time: string
  readonly minutes: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly means: Means
  readonly place: string | null
  readonly link: string | null
  readonly note: string | null
  readonly version: number
  readonly factId: string | null
  readonly file: FileOfLine | null
}

/** The file of an appointment, as far as rights and the journal care. */
export interface FileOfLine extends Target {
  readonly id: string
  readonly operatorId: string
  readonly reference: string
  readonly version: number
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
}

/** The file of a reference, where the actor may record in it; `null` where they may not even see it. */
export async function fileToPlanFor(tx: Transaction, actor: Actor, reference: string): Promise<FileOfLine | 'not_allowed' | null> {
  const [file] = await tx.$queryRaw<(FileOfLine & { readonly transferred: boolean })[]>`
    select id, operator_id as "operatorId", reference, version, basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId",
           transferred_on is not null as transferred
    from case_file where reference = ${reference}`
  if (file === undefined || !can(actor, 'file.read', file)) return null
  // Whoever went to another operator is met there.
  return can(actor, 'file.record', file) && !file.transferred ? file : 'not_allowed'
}

/** Holds an appointment that the actor may change; `null` where they may not know of it. */
export async function lockAppointment(tx: Transaction, actor: Actor, id: string): Promise<HeldLine | 'not_allowed' | null> {
  const [row] = await tx.$queryRaw<(Omit<HeldLine, 'day' | 'file'> & { day: string })[]>`
    select a.id, a.operator_id as "operatorId", a.case_id as "caseId", a.account_id as "accountId", a.kind, a.status, a.on_day::text as day, a.at_time as time, a.minutes,
           a.starts_at as "startsAt", a.ends_at as "endsAt", a.means, a.place, a.link, a.note, a.version, a.fact_id as "factId"
    from appointment a where a.id = ${id}::uuid for update`
  if (row === undefined) return null
  const line = { ...row, day: day(row.day) }
  if (row.caseId === null) return row.accountId === actor.accountId ? { ...line, file: null } : null
  const [file] = await tx.$queryRaw<FileOfLine[]>`
    select id, operator_id as "operatorId", reference, version, basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId"
    from case_file where id = ${row.caseId}::uuid`
  if (file === undefined || !can(actor, 'agenda.read', file)) return null
  return can(actor, 'file.record', file) ? { ...line, file } : 'not_allowed'
}

/** What the journal keeps of an appointment: when, what for, how, with whom; its words stay with it. */
export function journalled(line: Pick<HeldLine, 'kind' | 'day' | 'time' | 'minutes' | 'means' | 'accountId'>): { readonly [key: string]: Json } {
  return { kind: line.kind, day: isoOf(line.day), time: line.time, minutes: line.minutes, means: line.means, account: line.accountId }
}

interface Told {
  readonly operatorId: string
  readonly file: Pick<FileOfLine, 'id' | 'operatorId' | 'reference' | 'version'> | null
  readonly actorId: string
  readonly action: string
  readonly detail: { readonly [key: string]: Json }
  readonly at: Date
}

/** Tells a change of the agenda: in the file's chain and to whoever has it open, or in the operator's where it is about none. */
export async function tellAppointment(tx: Transaction, { operatorId, file, actorId, action, detail, at }: Told): Promise<void> {
  if (file === null) {
    await writeJournal(tx, { operatorId, actorId, action, detail, at })
    return
  }
  await tellChange(tx, file, { action, accountId: actorId, factId: null, at, version: file.version, detail })
}
