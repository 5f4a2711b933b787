// What someone is told on a morning. Kept with references and no name: names are read with the file, where it still is theirs.
import { addDays, day, isoOf, type Day } from '../accord/calendar/day.ts'
import type { DeadlineCode } from '../accord/file/case-file.ts'
import type { Transaction } from '../database/client.ts'
import { Prisma } from '../database/generated/client.ts'
import { driftCounts, type DriftCount } from '../steering/alerts.ts'
import { notSilenced } from '../cases/silence.ts'

export const DIGEST_TOPICS = ['due', 'assigned', 'changes', 'mail', 'appointments', 'drifts'] as const
export type DigestTopic = (typeof DIGEST_TOPICS)[number]

/** Days after today of which the number of deadlines is told; lines are told once, on the day they fall due. */
export const DAYS_AHEAD = 3

/** Lines told of one topic; the others are counted, and stand in « À faire ». */
const MOST_LINES = 20

/** Of a line that is a colleague's, away today, whom the reader stands in for: their name. */
interface StoodInFor {
  readonly standingInFor?: string
}

export interface DigestContent {
  readonly due: { readonly lines: readonly ({ readonly reference: string; readonly code: DeadlineCode; readonly dueOn: string } & StoodInFor)[]; readonly more: number }
  readonly coming: readonly { readonly on: string; readonly count: number }[]
  readonly assigned: readonly { readonly reference: string; readonly as: 'counsellor' | 'referent'; readonly by: string }[]
  readonly changes: readonly ({ readonly reference: string; readonly by: string; readonly count: number } & StoodInFor)[]
  readonly mail: readonly { readonly mailId: string; readonly reference: string | null; readonly subject: string; readonly state: 'failed' | 'bounced' }[]
  readonly appointments: readonly ({ readonly reference: string | null; readonly at: string; readonly kind: string } & StoodInFor)[]
  /** Basins and counsellors that drift, for who steers them; mornings kept before it was told have none. */
  readonly drifts?: readonly DriftCount[]
}

export function saysSomething({ due, assigned, changes, mail, appointments, coming, drifts = [] }: DigestContent): boolean {
  return [due.lines, assigned, changes, mail, appointments, coming, drifts].some((lines) => lines.length > 0)
}

export interface DigestReader {
  readonly accountId: string
  readonly operatorId: string
  readonly role: string
  readonly topics: readonly DigestTopic[]
}

/** A colleague away today whose files the reader has, and since when. */
interface Absent {
  readonly id: string
  readonly name: string
  readonly from: string
}

function absentColleagues(tx: Transaction, accountId: string, today: Day): Promise<Absent[]> {
  return tx.$queryRaw`
    select a.account_id as id, k.display_name as name, a.from_day::text as from from absence a join account k on k.id = a.account_id
    where a.stand_in_id = ${accountId}::uuid and ${isoOf(today)}::date between a.from_day and a.to_day order by k.display_name, a.account_id`
}

/** Whose lines are told, to whom. */
interface Telling {
  readonly reader: DigestReader
  readonly today: Day
  readonly absent: readonly Absent[]
}

const followed = (accountId: string): Prisma.Sql =>
  Prisma.sql`(d.counsellor_id = ${accountId}::uuid or (d.referent_id = ${accountId}::uuid and (d.rule = 'R-309' or c.stage in ('in_job', 'follow_up_after_job'))))`

const follows = ({ role }: DigestReader): boolean => role === 'counsellor' || role === 'referent'

/**
 * Of a line `d` with its file `c`: it is this person's to do. A manager reads basins in their own screens, not line by line.
 * Of an absent colleague's, those that fall due while they are away: what was late before stands in « À faire ».
 */
function theirs({ reader, absent }: Telling): Prisma.Sql {
  const own = follows(reader) ? followed(reader.accountId) : Prisma.sql`false`
  return Prisma.sql`(${Prisma.join([own, ...absent.map(({ id, from }) => Prisma.sql`(${followed(id)} and d.due_on >= ${from}::date)`)], ' or ')})`
}

interface Owners {
  readonly counsellorId: string
  readonly referentId: string | null
}

/** Whose it is, where it is the line of a file of an absent colleague. */
function told<T extends Owners>({ reader, absent }: Telling, { counsellorId, referentId, ...line }: T): Omit<T, keyof Owners> & StoodInFor {
  const away = (id: string | null) => absent.find((colleague) => colleague.id === id)?.name
  const name = counsellorId === reader.accountId ? undefined : (away(counsellorId) ?? (referentId === reader.accountId ? undefined : away(referentId)))
  return name === undefined ? line : { ...line, standingInFor: name }
}

const toDo = Prisma.sql`d.met_on is null and not d.cancelled and d.actionable and d.actor in ('operator', 'beneficiary') and ${notSilenced}`

interface DueRow extends Owners {
  readonly reference: string
  readonly code: DeadlineCode
  readonly dueOn: string
}

/** What fell due and was never told: each (file, rule, due date) is kept as told in the same breath. */
async function newlyDue(tx: Transaction, telling: Telling, digestId: string): Promise<DigestContent['due']> {
  const { reader: { accountId, operatorId }, today } = telling
  const rows = await tx.$queryRaw<DueRow[]>`
    with told as (
      insert into digest_line (operator_id, account_id, case_id, rule, label, due_on, digest_id)
      select ${operatorId}::uuid, ${accountId}::uuid, d.case_id, d.rule, d.label, d.due_on, ${digestId}::uuid
      from deadline d join case_file c on c.id = d.case_id
      where d.operator_id = ${operatorId}::uuid and ${theirs(telling)} and ${toDo} and d.due_on <= ${isoOf(today)}::date
      on conflict do nothing returning case_id, label, due_on
    )
    select c.reference, t.label as code, t.due_on::text as "dueOn", c.counsellor_id as "counsellorId", c.referent_id as "referentId"
    from told t join case_file c on c.id = t.case_id order by t.due_on desc, c.reference`
  return { lines: rows.slice(0, MOST_LINES).map((row) => told(telling, row)), more: Math.max(0, rows.length - MOST_LINES) }
}

function comingUp(tx: Transaction, telling: Telling): Promise<DigestContent['coming'][number][]> {
  const { reader: { operatorId }, today } = telling
  return tx.$queryRaw`
    select d.due_on::text as on, count(*)::integer as count from deadline d join case_file c on c.id = d.case_id
    where d.operator_id = ${operatorId}::uuid and ${theirs(telling)} and ${toDo}
      and d.due_on between ${isoOf(addDays(today, 1))}::date and ${isoOf(addDays(today, DAYS_AHEAD))}::date
    group by d.due_on order by d.due_on`
}

/** The files given since, by someone else, and still theirs. */
function assignedSince(tx: Transaction, { accountId }: DigestReader, since: Date, until: Date): Promise<DigestContent['assigned'][number][]> {
  return tx.$queryRaw`
    select distinct on (c.reference) c.reference, case when c.counsellor_id = ${accountId}::uuid then 'counsellor' else 'referent' end as as, w.display_name as by
    from assignment a join case_file c on c.id = a.case_id join account w on w.id = a.assigned_by
    where a.assigned_at > ${since}::timestamptz and a.assigned_at <= ${until}::timestamptz and a.assigned_by <> ${accountId}::uuid
      and ((a.counsellor_id = ${accountId}::uuid and c.counsellor_id = ${accountId}::uuid) or (a.referent_id = ${accountId}::uuid and c.referent_id = ${accountId}::uuid))
    order by c.reference, a.assigned_at desc limit ${MOST_LINES}`
}

interface ChangeRow extends Owners {
  readonly reference: string
  readonly by: string
  readonly count: number
}

/** What colleagues changed since in files that are theirs, or of those they stand in for. */
async function changedSince(tx: Transaction, telling: Telling, since: Date, until: Date): Promise<DigestContent['changes']> {
  const { reader, absent } = telling
  const whose = [...(follows(reader) ? [reader.accountId] : []), ...absent.map(({ id }) => id)]
  const rows = await tx.$queryRaw<ChangeRow[]>`
    select c.reference, k.display_name as by, count(*)::integer as count, c.counsellor_id as "counsellorId", c.referent_id as "referentId"
    from journal_entry e join case_file c on c.id = e.case_id join account k on k.id = e.actor_id
    where e.operator_id = ${reader.operatorId}::uuid and e.at > ${since}::timestamptz and e.at <= ${until}::timestamptz and e.actor_id <> ${reader.accountId}::uuid
      and (c.counsellor_id = any(${whose}::uuid[]) or c.referent_id = any(${whose}::uuid[])) and (e.action like 'fact.%' or e.action in ('frame.corrected', 'deadline.silenced'))
    group by c.reference, k.display_name, c.counsellor_id, c.referent_id order by count(*) desc, c.reference limit ${MOST_LINES}`
  return rows.map((row) => told(telling, row))
}

function failedSince(tx: Transaction, { accountId }: DigestReader, since: Date, until: Date): Promise<DigestContent['mail'][number][]> {
  return tx.$queryRaw`
    select m.id as "mailId", c.reference, m.subject, m.state from mail m left join case_file c on c.id = m.case_id
    where m.sender_id = ${accountId}::uuid and m.state in ('failed', 'bounced') and m.settled_at > ${since}::timestamptz and m.settled_at <= ${until}::timestamptz
    order by m.settled_at limit ${MOST_LINES}`
}

interface AppointmentRow extends Owners {
  readonly reference: string | null
  readonly at: string
  readonly kind: string
}

/** The appointments of the day; those of a colleague away too, since somebody may come. */
async function appointmentsOn(tx: Transaction, telling: Telling): Promise<DigestContent['appointments']> {
  const { reader: { accountId }, today, absent } = telling
  const rows = await tx.$queryRaw<AppointmentRow[]>`
    select c.reference, a.at_time as at, a.kind, a.account_id as "counsellorId", null as "referentId" from appointment a left join case_file c on c.id = a.case_id
    where a.account_id = any(${[accountId, ...absent.map(({ id }) => id)]}::uuid[]) and a.on_day = ${isoOf(today)}::date and a.status = 'planned' and a.kind <> 'unavailable'
    order by a.starts_at`
  return rows.map((row) => told(telling, row))
}

/** What drifts in the reach of who steers, as their dashboard says it. */
async function driftsNow(tx: Transaction, { accountId, operatorId, role }: DigestReader, today: Day): Promise<readonly DriftCount[]> {
  if (role !== 'manager' && role !== 'operator_admin') return []
  const basins = await tx.$queryRaw<{ id: string }[]>`select basin_id::text as id from account_basin where account_id = ${accountId}::uuid`
  const actor = { accountId, operatorId, operatorName: null, timeZone: '', role, basinIds: basins.map(({ id }) => id), standsInFor: [], displayName: '', email: '', locale: 'fr', theme: 'system', territory: null } as const
  return driftCounts({ actor, today, tx })
}

/** All that someone is told on a morning, of what they chose to be told. */
export async function gatherDigest(tx: Transaction, reader: DigestReader, digestId: string, today: Day, since: Date, until: Date): Promise<DigestContent> {
  const asks = (topic: DigestTopic) => reader.topics.includes(topic)
  const telling: Telling = { reader, today, absent: await absentColleagues(tx, reader.accountId, today) }
  return {
    due: asks('due') ? await newlyDue(tx, telling, digestId) : { lines: [], more: 0 },
    coming: asks('due') ? await comingUp(tx, telling) : [],
    assigned: asks('assigned') ? await assignedSince(tx, reader, since, until) : [],
    changes: asks('changes') ? await changedSince(tx, telling, since, until) : [],
    mail: asks('mail') ? await failedSince(tx, reader, since, until) : [],
    appointments: asks('appointments') ? await appointmentsOn(tx, telling) : [],
    drifts: asks('drifts') ? await driftsNow(tx, reader, today) : [],
  }
}

/** A kept day, read back. */
export const keptDay = (iso: string): Day => day(iso)
