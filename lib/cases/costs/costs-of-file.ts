import { day } from '../../accord/calendar/day.ts'
import { euro } from '../../accord/rules/money.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { isReference } from '../reference.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { sumsOf, type CostLine, type CostSums, type PastCost } from './costs.ts'

/** What a file costs: its lines as they stand, the latest first, each with what it was before; those withdrawn, apart. */
export interface CostsOfFile {
  readonly lines: readonly (CostLine & { readonly past: readonly PastCost[] })[]
  readonly withdrawn: readonly PastCost[]
  readonly sums: CostSums
  /** Sums by who pays, the largest first. */
  readonly byFunder: readonly { readonly funder: string; readonly sums: CostSums }[]
  readonly mayRecord: boolean
  /** Whether the file is of the experiment of art. 4: its bonus may then be noted. */
  readonly experiment: boolean
}

interface Row extends Omit<CostLine, 'on'> {
  readonly on: string
  readonly replaces: string | null
  readonly change: PastCost['change'] | null
  readonly reason: string | null
}

/** The costs of a file, for whoever may read it; `null` for the others. */
export async function costsOfFile(actor: Actor, reference: string): Promise<CostsOfFile | null> {
  if (!isReference(reference)) return null
  return inActorTransaction(actor, async (tx) => {
    const [file] = await tx.$queryRaw<{ id: string; operatorId: string; basinId: string; counsellorId: string; referentId: string | null; path: string | null }[]>`
      select id, operator_id as "operatorId", basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId", entry_path as path
      from case_file where reference = ${reference}`
    if (file === undefined || !can(actor, 'file.read', file)) return null
    const rows = await tx.$queryRaw<Row[]>`
      select l.id, l.kind, l.label, l.plan_line as "planLine", l.amount::text as amount, l.on_day::text as "on", l.funder, l.state,
             l.replaces, l.change, l.reason, k.display_name as "recordedBy", l.recorded_at as "recordedAt"
      from cost_line l join account k on k.id = l.recorded_by where l.case_id = ${file.id}::uuid order by l.on_day desc, l.recorded_at desc, l.id desc`
    return { ...chained(rows), mayRecord: can(actor, 'money.record', file), experiment: file.path === 'experiment' }
  })
}

/** Lines put after what they replaced: what stands, with its past; what was withdrawn. */
function chained(rows: readonly Row[]): Pick<CostsOfFile, 'lines' | 'withdrawn' | 'sums' | 'byFunder'> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const replaced = new Set(rows.flatMap(({ replaces }) => (replaces === null ? [] : [replaces])))
  const costOf = ({ replaces: _replaces, change: _change, reason: _reason, on, ...row }: Row): CostLine => ({ ...row, on: day(on) })
  const pastOf = (row: Row): PastCost[] => {
    const before = row.replaces === null ? undefined : byId.get(row.replaces)
    if (before === undefined || row.change === null) return []
    return [{ ...costOf(before), change: row.change, reason: row.reason, changedBy: row.recordedBy, changedAt: row.recordedAt }, ...pastOf(before)]
  }
  const last = rows.filter(({ id }) => !replaced.has(id))
  const lines = last.filter(({ change }) => change !== 'withdrawal').map((row) => ({ ...costOf(row), past: pastOf(row) }))
  const withdrawn = last.filter(({ change }) => change === 'withdrawal').flatMap((row) => pastOf(row).slice(0, 1))
  const byFunder = [...new Set(lines.map(({ funder }) => funder))]
    .map((funder) => ({ funder, sums: sumsOf(lines.filter((line) => line.funder === funder)) }))
    .toSorted((a, b) => euro(b.sums.all).comparedTo(a.sums.all) || (a.funder < b.funder ? -1 : 1))
  return { lines, withdrawn, sums: sumsOf(lines), byFunder }
}
