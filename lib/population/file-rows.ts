import { derive, isoOf, shippedTexts, type Day } from '../accord/index.ts'
import { project, type FileOwners, type Projection } from '../cases/projection.ts'
import { measureColumns } from '../indicators/measures.ts'
import { chainOf, detailDigest, journalHash } from '../database/journal-hash.ts'
import { searchForm } from '../database/search-form.ts'
import { copyLine, type CopiedValue } from '../database/copy.ts'
import type { Employer } from './employers.ts'
import type { Identities } from './identities.ts'
import type { Life } from './life.ts'
import type { Post } from './posts.ts'
import type { Recorded } from './recording.ts'

/** Everything that the tables hold of one file, before it is laid in columns. */
export interface KeptFile {
  readonly id: string
  readonly personId: string
  readonly employerId: string | null
  readonly reference: string
  readonly post: Post
  readonly basinId: string
  readonly life: Life
  readonly recorded: Recorded
  readonly projection: Projection
}

type Row = readonly CopiedValue[]

/** The rows of a table as COPY reads them, in UTF-8: they weigh less than rows, and go from one thread to another as they are. */
export interface CopiedTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly chunks: readonly Uint8Array<ArrayBuffer>[]
  readonly count: number
}

/** Characters of a chunk: what is sent at once. */
const CHUNK = 128 * 1024
const encoder = new TextEncoder()

class Lines {
  readonly chunks: Uint8Array<ArrayBuffer>[] = []
  count = 0
  #text = ''

  add(row: Row): void {
    this.#text += copyLine(row)
    this.count += 1
    if (this.#text.length >= CHUNK) this.end()
  }

  end(): void {
    if (this.#text !== '') this.chunks.push(encoder.encode(this.#text))
    this.#text = ''
  }
}

const iso = (day: Day | null) => (day === null ? null : isoOf(day))

/** The projection of a file as it is written: from the facts that count, as the write path derives them. */
export function projectionOf(owners: FileOwners, life: Life, recorded: Recorded, post: Post, today: Day): Projection {
  const kept = { frame: life.frame, facts: recorded.counting }
  // Recorded in the order of its days, as most are, a life gives what it gave when it was drawn.
  const inOrder = recorded.counting.length === life.told.length && recorded.counting.every((fact, index) => fact === life.told[index]?.fact)
  return project(owners, kept, inOrder ? life.file : derive(kept, shippedTexts, post.operator.settings, today))
}

/** Columns of a file's line of measures, by the names that `measureColumns` gives them. */
const MEASURES = [
  'regime_code', 'entry_path', 'seniority', 'entered_on', 'ended_on', 'exit_motive', 'pre_bilan_due_on', 'pre_bilan_on', 'days_to_pre_bilan',
  'plan_due_on', 'plan_on', 'review_due_on', 'review_on', 'last_contact_on', 'first_training_on', 'first_training_month', 'first_training_delay', 'training_days',
  'first_work_on', 'work_months', 'job_within_three_months', 'extended_by_work', 'stay_days',
  'stayed_under_twelve_months', 'durable_job_on', 'durable_at_exit', 'situation_at_six_months', 'bonus_claim_due_on', 'bonus_claimed_on', 'bonus_first_paid_on',
  'bonus_first_amount', 'bonus_payments', 'wage_gap_claimed_on', 'asp_daily', 'asp_spans', 'experiment_bonus_on', 'experiment_bonus',
] as const

const TABLES = {
  employer: ['id', 'operator_id', 'name', 'search_name', 'siret', 'size', 'insolvency', 'kind'],
  person: ['id', 'operator_id', 'first_name', 'last_name', 'search_name', 'birth_date', 'email', 'phone', 'sex', 'qualification', 'sector', 'commune', 'created_at'],
  case_file: [
    'id', 'operator_id', 'reference', 'person_id', 'employer_id', 'basin_id', 'counsellor_id', 'referent_id', 'opened_at', 'version', 'facts_count', 'regime_code',
    'engaged_on', 'entry_path', 'procedure_type', 'stage', 'closed', 'handed_over_on', 'accepted_on', 'reflection_end', 'csp_start', 'csp_term', 'job_started_on',
    'job_contract', 'follow_up_end', 'exit_motive', 'ended_on', 'pre_bilan_on', 'plan_on', 'last_contact_on', 'next_deadline_on', 'next_deadline_rule',
    'next_deadline_label', 'next_change_on', 'seniority_band', 'rules',
  ],
  case_measure: ['case_id', 'operator_id', 'basin_id', 'counsellor_id', 'referent_id', ...MEASURES],
  fact: ['id', 'operator_id', 'case_id', 'sequence', 'kind', 'on_day', 'until_day', 'terms', 'supersedes', 'reason', 'recorded_by', 'recorded_at'],
  fact_content: ['fact_id', 'operator_id', 'case_id', 'content'],
  deadline: ['operator_id', 'case_id', 'basin_id', 'counsellor_id', 'referent_id', 'rule', 'label', 'due_on', 'met_on', 'cancelled', 'actionable', 'actor', 'act'],
  period: ['operator_id', 'case_id', 'kind', 'cause', 'from_day', 'to_day'],
  assignment: ['operator_id', 'case_id', 'counsellor_id', 'referent_id', 'assigned_by', 'assigned_at', 'reason'],
  journal_entry: ['id', 'operator_id', 'chain', 'position', 'previous_hash', 'hash', 'digest', 'action', 'actor_id', 'case_id', 'fact_id', 'at'],
  journal_detail: ['entry_id', 'operator_id', 'detail'],
} as const
type TableName = keyof typeof TABLES

/** Files laid in rows, table by table, in the order in which they can be written. */
export interface LaidFiles {
  readonly tables: readonly CopiedTable[]
  /** Identities of the files. */
  readonly files: readonly string[]
}

/** A bundle of rows being laid. */
export interface Bundle {
  readonly addEmployer: (id: string, operatorId: string, employer: Employer) => void
  readonly addFile: (file: KeptFile, newId: Identities) => void
  /** What was laid; nothing is added afterwards. */
  readonly laid: () => LaidFiles
}

export function newBundle(): Bundle {
  const names = Object.keys(TABLES) as TableName[]
  const tables = Object.fromEntries(names.map((name) => [name, new Lines()])) as unknown as Readonly<Record<TableName, Lines>>
  const push: Push = (name, row) => tables[name].add(row)
  const files: string[] = []
  return {
    addEmployer: (id, operatorId, { name, siret, size, insolvency, kind }) => push('employer', [id, operatorId, name, searchForm(name), siret, size, insolvency, kind]),
    addFile: (file, newId) => {
      files.push(file.id)
      addPerson(push, file)
      addCaseFile(push, file)
      addMeasures(push, file)
      addFacts(push, file)
      addProjection(push, file)
      addAssignments(push, file)
      addJournal(push, file, newId)
    },
    laid: () => ({
      files,
      tables: names.map((name) => {
        tables[name].end()
        return { name, columns: TABLES[name], chunks: tables[name].chunks, count: tables[name].count }
      }),
    }),
  }
}

type Push = (name: TableName, row: Row) => void

function addPerson(push: Push, { personId, post, life: { person }, recorded }: KeptFile): void {
  push('person', [
    personId, post.operator.id, person.firstName, person.lastName, searchForm(`${person.lastName} ${person.firstName}`), isoOf(person.birthDate), person.email, person.phone, person.sex, person.trade.qualification,
    person.trade.sector, person.commune, recorded.openedAt,
  ])
}

function addCaseFile(push: Push, file: KeptFile): void {
  const { columns: of } = file.projection
  push('case_file', [
    file.id, file.post.operator.id, file.reference, file.personId, file.employerId, file.basinId, file.post.counsellor.id, file.post.referent?.id ?? null,
    file.recorded.openedAt, file.recorded.version, of.factsCount, of.regimeCode, isoOf(of.engagedOn), of.entryPath, of.procedureType, of.stage, of.closed,
    iso(of.handedOverOn), iso(of.acceptedOn), iso(of.reflectionEnd), iso(of.cspStart), iso(of.cspTerm), iso(of.jobStartedOn), of.jobContract,
    iso(of.followUpEnd), of.exitMotive, iso(of.endedOn), iso(of.preBilanOn), iso(of.planOn), iso(of.lastContactOn), iso(of.nextDeadlineOn),
    of.nextDeadlineRule, of.nextDeadlineLabel, iso(of.nextChangeOn), of.seniorityBand, of.rules.map(String),
  ])
}

function addFacts(push: Push, { id: caseId, post, recorded }: KeptFile): void {
  const operatorId = post.operator.id
  for (const fact of recorded.facts) {
    push('fact', [
      fact.id, operatorId, caseId, fact.sequence, fact.kind, isoOf(fact.onDay), iso(fact.untilDay), JSON.stringify(fact.terms), fact.supersedes, fact.reason, fact.by, fact.at,
    ])
    if (fact.content !== null) push('fact_content', [fact.id, operatorId, caseId, JSON.stringify(fact.content)])
  }
}

function addMeasures(push: Push, { id, post, basinId, projection }: KeptFile): void {
  const columns = measureColumns(projection.measures)
  const value = (name: string): CopiedValue => {
    const held = columns[name]
    if (held === undefined) throw new Error(`no measure ${name}`)
    return typeof held === 'object' && held !== null ? held.map(String) : held
  }
  push('case_measure', [id, post.operator.id, basinId, post.counsellor.id, post.referent?.id ?? null, ...MEASURES.map(value)])
}

function addProjection(push: Push, { projection }: KeptFile): void {
  for (const line of projection.deadlines)
    push('deadline', [
      line.operatorId, line.caseId, line.basinId, line.counsellorId, line.referentId, line.rule, line.label, isoOf(line.dueOn), iso(line.metOn), line.cancelled,
      line.actionable, line.actor, line.act,
    ])
  for (const line of projection.periods) push('period', [line.operatorId, line.caseId, line.kind, line.cause, isoOf(line.fromDay), iso(line.toDay)])
}

function addAssignments(push: Push, { id: caseId, post, recorded }: KeptFile): void {
  for (const line of recorded.assignments)
    push('assignment', [post.operator.id, caseId, line.counsellorId, post.referent?.id ?? null, line.by, line.at, line.reason])
}

const NOTHING_BEFORE = new Uint8Array()

function addJournal(push: Push, { id: caseId, post, recorded }: KeptFile, newId: Identities): void {
  const operatorId = post.operator.id
  const chain = chainOf(operatorId, caseId)
  let previousHash: Uint8Array = NOTHING_BEFORE
  for (const [index, line] of recorded.journal.entries()) {
    const id = newId()
    const entry = { chain, position: BigInt(index + 1), previousHash, digest: detailDigest(line.detail), action: line.action, actorId: line.by, caseId, factId: line.factId, at: line.at }
    const hash = journalHash(entry)
    push('journal_entry', [id, operatorId, chain, entry.position, previousHash, hash, entry.digest, line.action, line.by, caseId, line.factId, line.at])
    push('journal_detail', [id, operatorId, JSON.stringify(line.detail)])
    previousHash = hash
  }
}
