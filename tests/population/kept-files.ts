import { day, derive, shippedTexts, type Day, type Settings } from '@/lib/accord/index.ts'
import { project } from '@/lib/cases/projection.ts'
import { readRecord, type StoredFact } from '@/lib/cases/stored-fact.ts'
import { connected } from '@/lib/launch/database.ts'

type Row = Readonly<Record<string, unknown>>
type StoredRow = Omit<StoredFact, 'onDay' | 'untilDay'> & { readonly caseId: string; readonly onDay: string; readonly untilDay: string | null }

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const isoOfNumber = (value: number) => new Date(value * 86_400_000).toISOString().slice(0, 10)

/** A projected value as Postgres gives it as text or JSON: days are the only numbers of these columns but the count. */
function asKept(name: string, value: unknown): unknown {
  return typeof value === 'number' && name !== 'factsCount' ? isoOfNumber(value) : value
}

const comparable = (row: object) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), asKept(name, value)]))
const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted()

export interface Checked {
  readonly files: number
  /** Files whose columns, deadlines or periods are not what `derive` gives, with the first difference. */
  readonly differing: readonly string[]
  /** Files of which the law refuses a fact. */
  readonly refused: readonly string[]
}

/** Reads every file of a database back, as the write path does, and compares what is stored with what the law gives. */
export async function checkKeptFiles(ownerUrl: string, today: Day): Promise<Checked> {
  return connected(ownerUrl, async (client) => {
    const json = async (query: string) => (await client.query(`select coalesce(jsonb_agg(to_jsonb(line)), '[]') as lines from (${query}) line`)).rows[0].lines as Row[]
    const files = await json('select * from case_file')
    const operators = new Map((await json('select * from operator')).map((row) => [row.id, row]))
    const facts = Map.groupBy(
      (await json(`select id, case_id as "caseId", sequence, kind, on_day as "onDay", until_day as "untilDay", terms, supersedes from fact`)) as unknown as StoredRow[],
      ({ caseId }) => caseId,
    )
    const deadlines = Map.groupBy(await json('select * from deadline'), (row) => row.case_id)
    const periods = Map.groupBy(await json('select operator_id, case_id, kind, cause, from_day, to_day from period'), (row) => row.case_id)
    const differing: string[] = []
    const refused: string[] = []
    for (const file of files) {
      const operator = operators.get(file.operator_id)
      const settings: Settings = {
        rollPolicy: operator?.roll_policy as Settings['rollPolicy'],
        contactIntervalDays: operator?.contact_interval_days as number,
        followUpIntervalDays: operator?.follow_up_interval_days as number,
      }
      const stored = (facts.get(file.id as string) ?? []).map((row) => ({ ...row, onDay: day(row.onDay), untilDay: row.untilDay === null ? null : day(row.untilDay) }))
      const { record } = readRecord(stored)
      const derived = derive(record, shippedTexts, settings, today)
      if (derived.refusals.length > 0) refused.push(file.reference as string)
      const owners = { id: file.id as string, operatorId: file.operator_id as string, basinId: file.basin_id as string, counsellorId: file.counsellor_id as string, referentId: file.referent_id as string | null }
      const projected = project(owners, record, derived)
      const columns = comparable(projected.columns)
      for (const [name, value] of Object.entries(columns)) if (JSON.stringify(file[name]) !== JSON.stringify(value)) differing.push(`${String(file.reference)} ${name}: ${String(file[name])} kept, ${String(value)} derived`)
      const keptDeadlines = (deadlines.get(file.id) ?? []).map(({ id: _, ...row }) => row)
      if (sorted(keptDeadlines).join() !== sorted(projected.deadlines.map(comparable)).join()) differing.push(`${String(file.reference)} deadlines`)
      if (sorted(periods.get(file.id) ?? []).join() !== sorted(projected.periods.map(comparable)).join()) differing.push(`${String(file.reference)} periods`)
    }
    return { files: files.length, differing, refused }
  })
}

/** Chains of files in a database's journal, and the breaks found in all its chains, by its own function. */
export async function journalFaults(ownerUrl: string): Promise<{ readonly chains: number; readonly faults: number }> {
  return connected(ownerUrl, async (client) => {
    const { rows } = await client.query(`
      select count(distinct c.chain) filter (where c.chain like 'case:%')::integer as chains, count(b.fault)::integer as faults
      from (select distinct chain from journal_entry) c left join lateral journal_breaks(c.chain) b on true`)
    return rows[0] as { chains: number; faults: number }
  })
}
