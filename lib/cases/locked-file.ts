import { day, isoOf, type Day } from '../accord/calendar/day.ts'
import { factTerms, frameTerms, type CaseFile, type Fact, type FileRecord, type Frame, type Settings, type Texts } from '../accord/index.ts'
import type { Transaction } from '../database/client.ts'
import { writeJournal } from '../database/journal.ts'
import type { Json } from '../database/journal-hash.ts'
import { Prisma } from '../database/generated/client.ts'
import { measureColumns, type Measures } from '../indicators/measures.ts'
import type { StoredKind } from './outcomes.ts'
import { project, type FileOwners } from './projection.ts'
import { isReference } from './reference.ts'
import { daysOf, readRecord, type ReadRecord, type StoredFact } from './stored-fact.ts'
import { holdTexts, textsInForce } from './texts/in-force.ts'

/** The steps of the write path that touch the database; each command strings them in one transaction. */

export interface FileRow extends FileOwners {
  readonly reference: string
  readonly version: number
  readonly stage: string
}

export interface KeptFact extends StoredFact {
  readonly submissionId: string | null
}

/** A file held for writing: nobody else writes it until the transaction ends. */
export interface LockedFile {
  readonly row: FileRow
  readonly facts: readonly KeptFact[]
  readonly read: ReadRecord
  readonly settings: Settings
  /** The texts in force, shipped and added, that the file is derived with. */
  readonly texts: Texts
}

interface SettingsRow {
  readonly rollPolicy: Settings['rollPolicy']
  readonly contactIntervalDays: number
  readonly followUpIntervalDays: number
}

/** The operator's settings that `derive` listens to. */
export async function settingsOf(tx: Transaction, operatorId: string): Promise<Settings> {
  const [row] = await tx.$queryRaw<SettingsRow[]>`
    select roll_policy as "rollPolicy", contact_interval_days as "contactIntervalDays", follow_up_interval_days as "followUpIntervalDays"
    from operator where id = ${operatorId}::uuid`
  if (row === undefined) throw new Error('an actor of an operator that does not exist')
  return row
}

interface FactRow {
  readonly id: string
  readonly sequence: number
  readonly kind: StoredKind
  readonly onDay: string
  readonly untilDay: string | null
  readonly terms: Readonly<Record<string, unknown>>
  readonly supersedes: string | null
  readonly submissionId: string | null
}

/** Every kept fact of a file, in the order of recording; `until` keeps to what was recorded before that moment. */
export async function factsOf(tx: Transaction, caseId: string, until: Date | null = null): Promise<KeptFact[]> {
  const rows = await tx.$queryRaw<FactRow[]>`
    select id, sequence, kind, on_day::text as "onDay", until_day::text as "untilDay", terms, supersedes, submission_id as "submissionId"
    from fact where case_id = ${caseId}::uuid and (${until}::timestamptz is null or recorded_at < ${until}::timestamptz)
    order by sequence`
  return rows.map((row) => ({ ...row, onDay: day(row.onDay), untilDay: row.untilDay === null ? null : day(row.untilDay) }))
}

const fileColumns = Prisma.sql`
  c.id, c.operator_id as "operatorId", c.reference, c.version, c.stage, c.basin_id as "basinId",
  c.counsellor_id as "counsellorId", c.referent_id as "referentId", c.transferred_on is not null as transferred`

async function locked(tx: Transaction, row: FileRow | undefined): Promise<LockedFile | null> {
  if (row === undefined) return null
  const facts = await factsOf(tx, row.id)
  return { row, facts, read: readRecord(facts), settings: await settingsOf(tx, row.operatorId), texts: await textsInForce(tx) }
}

/** Holds the file of a reference, and the texts it is judged by; `null` when this operator has none. */
export async function lockFile(tx: Transaction, reference: string): Promise<LockedFile | null> {
  if (!isReference(reference)) return null
  // Before the file's own line, always: whoever waits for a publication then holds nothing that another waits for.
  await holdTexts(tx)
  const rows = await tx.$queryRaw<FileRow[]>`select ${fileColumns} from case_file c where c.reference = ${reference} for update`
  return locked(tx, rows[0])
}

/** Holds the line of a file without its facts, to give it to someone else. */
export async function fileForAssignment(tx: Transaction, reference: string): Promise<FileRow | null> {
  if (!isReference(reference)) return null
  const rows = await tx.$queryRaw<FileRow[]>`select ${fileColumns} from case_file c where c.reference = ${reference} for update`
  return rows[0] ?? null
}

/** Holds a file whose day of change has come, one that nobody else holds; `null` when there is none left. */
export async function lockDueFile(tx: Transaction, today: Day): Promise<LockedFile | null> {
  const rows = await tx.$queryRaw<FileRow[]>`
    select ${fileColumns} from case_file c where c.next_change_on <= ${isoOf(today)}::date
    order by c.next_change_on limit 1 for update skip locked`
  return locked(tx, rows[0])
}

/** Holds a file that has no line of measures yet, one that nobody else holds; `null` when there is none left. */
export async function lockUnmeasuredFile(tx: Transaction): Promise<LockedFile | null> {
  const rows = await tx.$queryRaw<FileRow[]>`
    select ${fileColumns} from case_file c where not exists (select from case_measure m where m.case_id = c.id)
    limit 1 for update of c skip locked`
  return locked(tx, rows[0])
}

/** A file read without holding it, for previews. */
export async function readFile(tx: Transaction, reference: string): Promise<LockedFile | null> {
  if (!isReference(reference)) return null
  const rows = await tx.$queryRaw<FileRow[]>`select ${fileColumns} from case_file c where c.reference = ${reference}`
  return locked(tx, rows[0])
}

export interface NewFact {
  readonly kind: StoredKind
  readonly onDay: Day
  readonly untilDay: Day | null
  readonly terms: Readonly<Record<string, unknown>>
  /** What is kept beside it; `as_before` carries over what stood beside the superseded fact. */
  readonly content: Readonly<Record<string, unknown>> | 'as_before' | null
  readonly supersedes: string | null
  readonly reason: string | null
  readonly submissionId: string | null
}

/** A fact of the law in the form of its line. */
export function lineOf(fact: Fact): Pick<NewFact, 'kind' | 'onDay' | 'untilDay' | 'terms'> {
  const { kind: _, ...terms } = factTerms(fact)
  return { kind: fact.kind, ...daysOf(fact), terms }
}

/** The frame in the form of its line: it takes the day on which the procedure was engaged. */
export function frameLineOf(frame: Frame): Pick<NewFact, 'kind' | 'onDay' | 'untilDay' | 'terms'> {
  return { kind: 'frame', onDay: frame.engagedOn, untilDay: null, terms: frameTerms(frame) }
}

/** Appends a fact, with its content beside it; gives its id. */
export async function appendFact(
  tx: Transaction,
  row: Pick<FileRow, 'id' | 'operatorId'>,
  sequence: number,
  fact: NewFact,
  by: { readonly accountId: string; readonly at: Date },
): Promise<string> {
  const [kept] = await tx.$queryRaw<[{ id: string }]>`
    insert into fact (operator_id, case_id, sequence, kind, on_day, until_day, terms, supersedes, reason, submission_id, recorded_by, recorded_at)
    values (${row.operatorId}::uuid, ${row.id}::uuid, ${sequence}, ${fact.kind}, ${isoOf(fact.onDay)}::date,
            ${fact.untilDay === null ? null : isoOf(fact.untilDay)}::date, ${JSON.stringify(fact.terms)}::jsonb,
            ${fact.supersedes}::uuid, ${fact.reason}, ${fact.submissionId}::uuid, ${by.accountId}::uuid, ${by.at}::timestamptz)
    returning id`
  if (fact.content === 'as_before') {
    await tx.$executeRaw`
      insert into fact_content (fact_id, operator_id, case_id, content)
      select ${kept.id}::uuid, operator_id, case_id, content from fact_content where fact_id = ${fact.supersedes}::uuid`
  } else if (fact.content !== null) {
    await tx.$executeRaw`
      insert into fact_content (fact_id, operator_id, case_id, content)
      values (${kept.id}::uuid, ${row.operatorId}::uuid, ${row.id}::uuid, ${JSON.stringify(fact.content)}::jsonb)`
  }
  return kept.id
}

const iso = (value: Day | null) => (value === null ? null : isoOf(value))

/**
 * Writes what `derive` made of the record: the columns of the file, and its deadlines and periods,
 * replaced whole. `version` is the one the file has from now on.
 */
export async function saveProjection(tx: Transaction, row: FileRow, record: FileRecord, file: CaseFile, version: number): Promise<void> {
  const { columns, deadlines, periods, measures } = project(row, record, file)
  await tx.$executeRaw`
    update case_file set
      version = ${version}, facts_count = ${columns.factsCount}, regime_code = ${columns.regimeCode},
      engaged_on = ${iso(columns.engagedOn)}::date, entry_path = ${columns.entryPath}, procedure_type = ${columns.procedureType},
      stage = ${columns.stage}, closed = ${columns.closed}, handed_over_on = ${iso(columns.handedOverOn)}::date,
      accepted_on = ${iso(columns.acceptedOn)}::date, reflection_end = ${iso(columns.reflectionEnd)}::date,
      csp_start = ${iso(columns.cspStart)}::date, csp_term = ${iso(columns.cspTerm)}::date,
      job_started_on = ${iso(columns.jobStartedOn)}::date, job_contract = ${columns.jobContract},
      follow_up_end = ${iso(columns.followUpEnd)}::date, exit_motive = ${columns.exitMotive}, ended_on = ${iso(columns.endedOn)}::date,
      pre_bilan_on = ${iso(columns.preBilanOn)}::date, plan_on = ${iso(columns.planOn)}::date,
      last_contact_on = ${iso(columns.lastContactOn)}::date, next_deadline_on = ${iso(columns.nextDeadlineOn)}::date,
      next_deadline_rule = ${columns.nextDeadlineRule}, next_deadline_label = ${columns.nextDeadlineLabel},
      next_change_on = ${iso(columns.nextChangeOn)}::date, seniority_band = ${columns.seniorityBand}, rules = ${[...columns.rules]}::smallint[],
      plans_training = training_in_plan(${row.id}::uuid)
    where id = ${row.id}::uuid`
  await saveMeasures(tx, row, measures)
  await tx.$executeRaw`delete from deadline where case_id = ${row.id}::uuid`
  await tx.$executeRaw`delete from period where case_id = ${row.id}::uuid`
  if (deadlines.length > 0) {
    const lines = JSON.stringify(deadlines.map((line) => ({ ...line, dueOn: isoOf(line.dueOn), metOn: iso(line.metOn) })))
    await tx.$executeRaw`
      insert into deadline (operator_id, case_id, basin_id, counsellor_id, referent_id, rule, label, due_on, met_on, cancelled, actionable, actor, act)
      select "operatorId", "caseId", "basinId", "counsellorId", "referentId", rule, label, "dueOn", "metOn", cancelled, actionable, actor, act
      from jsonb_to_recordset(${lines}::jsonb) as line("operatorId" uuid, "caseId" uuid, "basinId" uuid, "counsellorId" uuid, "referentId" uuid,
        rule text, label text, "dueOn" date, "metOn" date, cancelled boolean, actionable boolean, actor text, act text)`
  }
  if (periods.length > 0) {
    const lines = JSON.stringify(periods.map((line) => ({ ...line, fromDay: isoOf(line.fromDay), toDay: iso(line.toDay) })))
    await tx.$executeRaw`
      insert into period (operator_id, case_id, kind, cause, from_day, to_day)
      select "operatorId", "caseId", kind, cause, "fromDay", "toDay"
      from jsonb_to_recordset(${lines}::jsonb) as line("operatorId" uuid, "caseId" uuid, kind text, cause text, "fromDay" date, "toDay" date)`
  }
}

/** Columns of the table of measures beside those that say whose the file is; the names are the code's, never a reader's. */
async function saveMeasures(tx: Transaction, row: FileRow, measures: Measures): Promise<void> {
  const line = { operator_id: row.operatorId, basin_id: row.basinId, counsellor_id: row.counsellorId, referent_id: row.referentId, ...measureColumns(measures) }
  const columns = Object.keys(line)
  await tx.$executeRaw`
    insert into case_measure (case_id, ${Prisma.raw(columns.join(', '))})
    select ${row.id}::uuid, ${Prisma.raw(columns.map((column) => `m.${column}`).join(', '))} from jsonb_populate_record(null::case_measure, ${JSON.stringify(line)}::jsonb) m
    on conflict (case_id) do update set ${Prisma.raw(columns.map((column) => `${column} = excluded.${column}`).join(', '))}`
}

/** What every change to a file says in its journal, and to whoever listens. */
export interface ChangeLine {
  readonly action: string
  readonly accountId: string | null
  readonly factId: string | null
  readonly at: Date
  readonly version: number
  readonly detail: { readonly [key: string]: Json }
}

/** Journals a change in the file's chain, and leaves word of it in the outbox. */
export async function tellChange(tx: Transaction, row: Pick<FileRow, 'id' | 'operatorId' | 'reference'>, line: ChangeLine): Promise<void> {
  await writeJournal(tx, {
    operatorId: row.operatorId,
    caseId: row.id,
    factId: line.factId,
    actorId: line.accountId,
    action: line.action,
    detail: { ...line.detail, version: line.version },
    at: line.at,
  })
  await tx.$executeRaw`
    insert into outbox (operator_id, topic, payload, created_at)
    values (${row.operatorId}::uuid, 'file_changed',
            ${JSON.stringify({ caseId: row.id, reference: row.reference, action: line.action, version: line.version })}::jsonb, ${line.at}::timestamptz)`
}
