// What the tables say of a file, and what derive says of its facts, in one form to be compared.
import type pg from 'pg'
import { day, derive, isoOf, shippedTexts, type Day, type Settings, type Texts } from '@/lib/accord/index.ts'
import { project, type FileColumns } from '@/lib/cases/projection.ts'
import { measureColumns } from '@/lib/indicators/measures.ts'
import { readRecord, type StoredFact } from '@/lib/cases/stored-fact.ts'

const DAY_COLUMNS = [
  'engagedOn', 'handedOverOn', 'acceptedOn', 'reflectionEnd', 'cspStart', 'cspTerm', 'jobStartedOn', 'followUpEnd', 'endedOn', 'preBilanOn', 'planOn',
  'lastContactOn', 'nextDeadlineOn', 'nextChangeOn',
] as const satisfies readonly (keyof FileColumns)[]

export interface State {
  readonly columns: Record<string, unknown>
  readonly deadlines: readonly string[]
  readonly periods: readonly string[]
  /** The line that figures are made from. */
  readonly measures: Record<string, unknown>
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Numbers as text, with the cents of an amount of money: the database keeps them, JSON does not. */
function inText(measures: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, ['bonus_first_amount', 'asp_daily'].includes(name) && value !== null ? Number(value).toFixed(2) : value]))
}

/** The stored columns, deadlines and periods of a file. */
export async function storedState(owner: pg.Client, reference: string, columns: readonly string[]): Promise<State> {
  const selected = columns.map((name) => `${snake(name)}${(DAY_COLUMNS as readonly string[]).includes(name) ? '::text' : ''} as "${name}"`)
  const { rows } = await owner.query<Record<string, unknown>>(`select id, ${selected.join(', ')} from case_file where reference = $1`, [reference])
  const { id, ...kept } = rows[0]!
  const deadlines = await owner.query<{ line: string }>(
    `select concat_ws('|', d.rule, d.label, d.due_on, coalesce(d.met_on::text, '-'), d.cancelled::text, d.actionable::text, d.actor, coalesce(d.act, '-'),
       (d.counsellor_id = c.counsellor_id and d.basin_id = c.basin_id and d.referent_id is not distinct from c.referent_id)::text) as line
     from deadline d join case_file c on c.id = d.case_id where d.case_id = $1`,
    [id],
  )
  const periods = await owner.query<{ line: string }>(
    `select concat_ws('|', kind, coalesce(cause, '-'), from_day, coalesce(to_day::text, '-')) as line from period where case_id = $1`,
    [id],
  )
  const [line] = (await owner.query<{ line: Record<string, unknown> }>(`select to_jsonb(m) as line from case_measure m where case_id = $1`, [id])).rows
  // Whose it is, and when it left, are the database's own.
  const { case_id: _, operator_id: __, basin_id: ___, counsellor_id: ____, referent_id: _____, gone_on: ______, left_on: _______, ...measures } = line!.line
  return { measures: inText(measures), columns: kept, deadlines: deadlines.rows.map((row) => row.line).toSorted(), periods: periods.rows.map((row) => row.line).toSorted() }
}

/** The same, from the kept facts and derive on that day. */
export async function derivedState(owner: pg.Client, reference: string, settings: Settings, today: Day, texts: Texts = shippedTexts): Promise<State> {
  const { rows } = await owner.query<Omit<StoredFact, 'onDay' | 'untilDay'>>(
    `select f.id, f.sequence, f.kind, f.terms, f.supersedes from fact f join case_file c on c.id = f.case_id where c.reference = $1`,
    [reference],
  )
  const { record } = readRecord(rows.map((row) => ({ ...row, onDay: day('2000-01-01'), untilDay: null })))
  const projected = project(
    { id: '', operatorId: '', basinId: '', counsellorId: '', referentId: null },
    record,
    derive(record, texts, settings, today),
  )
  const text = (value: Day | null) => (value === null ? '-' : isoOf(value))
  const columns = Object.fromEntries(
    Object.entries(projected.columns).map(([name, value]) => [
      name,
      (DAY_COLUMNS as readonly string[]).includes(name) && value !== null ? isoOf(value as Day) : value,
    ]),
  )
  return {
    measures: inText(measureColumns(projected.measures)),
    columns,
    deadlines: projected.deadlines
      .map((line) => [line.rule, line.label, isoOf(line.dueOn), text(line.metOn), line.cancelled, line.actionable, line.actor, line.act ?? '-', true].join('|'))
      .toSorted(),
    periods: projected.periods.map((line) => [line.kind, line.cause ?? '-', isoOf(line.fromDay), text(line.toDay)].join('|')).toSorted(),
  }
}
