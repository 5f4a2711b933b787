// What the lines of a basin add up to in a month, kept so that a figure of the whole country adds cells rather than files.
// A line that changes marks the months it counts in, and counted in (trigger `mark_changed_measures`); a marked cell is
// added up again from the lines before it is read. So a cell is never shifted by a difference: it cannot drift.
import { addDays } from '../accord/calendar/day.ts'
import { conditionSql, every } from '../cases/indicator-where.ts'
import { Prisma } from '../database/generated/client.ts'
import type { Transaction } from '../database/client.ts'
import { columnOf } from '../indicators/columns.ts'
import type { DayField } from '../indicators/conditions.ts'
import { DEFINITIONS, type Definition } from '../indicators/definitions.ts'
import { monthEnd, monthStart, type Period } from '../indicators/period.ts'

/** What a cell is of: all files of an anchor (`@enteredOn`), those of an indicator, those counted, or their sum. */
export function cellKey(definition: Pick<Definition, 'id'>, of: 'of' | 'counted' | 'sum'): string {
  return of === 'of' ? definition.id : `${definition.id}:${of}`
}

/** A day that cells are kept by: an anchor, or the last day among those of the operator (the database's `left_on`). */
export type CellDay = DayField | 'leftOn'

/** The cell of all files whose anchor falls in the month. */
export function anchorKey(anchor: CellDay): string {
  return `@${anchor}`
}

interface CellColumn {
  readonly key: string
  readonly sql: Prisma.Sql
}

function cellsAnchored(anchor: CellDay): readonly CellColumn[] {
  const anchored = DEFINITIONS.filter((definition) => definition.anchor === anchor && definition.kind !== 'stock')
  return [
    { key: anchorKey(anchor), sql: Prisma.sql`count(*)` },
    ...anchored.flatMap((definition): CellColumn[] => {
      const of = conditionSql(definition.of)
      return [
        { key: cellKey(definition, 'of'), sql: Prisma.sql`count(*) filter (where ${of})` },
        ...(definition.counted === null ? [] : [{ key: cellKey(definition, 'counted'), sql: Prisma.sql`count(*) filter (where ${every([of, conditionSql(definition.counted)])})` }]),
        ...(definition.mean === null ? [] : [{ key: cellKey(definition, 'sum'), sql: Prisma.sql`coalesce(sum(${Prisma.raw(`m.${columnOf(definition.mean)}`)}) filter (where ${of}), 0)` }]),
      ]
    }),
  ]
}

/** Days that have cells; stocks are made of those who entered and of those who left. */
const ANCHORS: readonly CellDay[] = [...new Set<CellDay>([...DEFINITIONS.filter(({ kind }) => kind !== 'stock').map(({ anchor }) => anchor), 'enteredOn', 'leftOn'])]

const WORKING = DEFINITIONS.find(({ workedInMonth }) => workedInMonth)

/** A basin, and the first days of its months to be added up again. */
interface StaleBasin {
  readonly basin_id: string
  readonly months: readonly string[]
}

async function addUp(tx: Transaction, operatorId: string, stale: readonly StaleBasin[]): Promise<void> {
  const table = Prisma.sql`jsonb_to_recordset(${JSON.stringify(stale)}::jsonb) as t (basin_id uuid, months date[])`
  const one = stale.length === 1 ? stale[0]! : null
  await tx.$executeRaw`
    delete from indicator_cell c using ${table} where c.operator_id = ${operatorId}::uuid and c.basin_id = t.basin_id and c.month = any(t.months)`
  for (const anchor of ANCHORS) {
    const columns = cellsAnchored(anchor)
    const day = Prisma.raw(`m.${columnOf(anchor)}`)
    // Said again as values, where there is one basin: unsaid, every file of the country was read for it.
    const known = one === null ? Prisma.empty : Prisma.sql` and m.basin_id = ${one.basin_id}::uuid and ${day} >= ${one.months.toSorted()[0]}::date and ${day} < (${one.months.toSorted().at(-1)}::date + interval '1 month')::date`
    await tx.$executeRaw`
      insert into indicator_cell (operator_id, basin_id, month, key, amount)
      select ${operatorId}::uuid, s.basin_id, s.month, k.key, k.amount
      from (
        select m.basin_id, s.month, array[${Prisma.join(columns.map(({ sql }) => Prisma.sql`(${sql})::numeric`))}] as amounts
        from ${table} cross join lateral unnest(t.months) as s (month)
        join case_measure m on m.operator_id = ${operatorId}::uuid and m.basin_id = t.basin_id and ${day} >= s.month and ${day} < (s.month + interval '1 month')::date${known}
        group by 1, 2) s
      cross join lateral unnest(${columns.map(({ key }) => key)}::text[], s.amounts) as k (key, amount)
      where k.amount <> 0`
  }
  if (WORKING === undefined) return
  await tx.$executeRaw`
    insert into indicator_cell (operator_id, basin_id, month, key, amount)
    select ${operatorId}::uuid, m.basin_id, make_date(w.month / 100, w.month % 100, 1), ${cellKey(WORKING, 'counted')}, count(*)
    from ${table} join case_measure m on m.operator_id = ${operatorId}::uuid and m.basin_id = t.basin_id
    cross join lateral unnest(m.work_months) as w (month)
    where make_date(w.month / 100, w.month % 100, 1) = any(t.months)${one === null ? Prisma.empty : Prisma.sql` and m.basin_id = ${one.basin_id}::uuid`} group by 2, 3`
}

/** Basins added up one by one; beyond, all at once. */
const FEW_BASINS = 20

/** What all basins add up to, for the months of cells that were added up again. */
async function addUpTotals(tx: Transaction, operatorId: string, stale: readonly StaleBasin[]): Promise<void> {
  const months = [...new Set(stale.flatMap(({ months: own }) => own))]
  await tx.$executeRaw`delete from indicator_total where operator_id = ${operatorId}::uuid and month = any(${months}::date[])`
  await tx.$executeRaw`
    insert into indicator_total (operator_id, month, key, amount)
    select operator_id, month, key, sum(amount) from indicator_cell where operator_id = ${operatorId}::uuid and month = any(${months}::date[]) group by 1, 2, 3`
}

const lockName = (operatorId: string) => `indicator_cell ${operatorId}`

/**
 * Adds up again the cells of the transaction's operator that a change has touched. Nobody reads cells while they are being
 * added up: the second waits for the first, and finds nothing left.
 * @returns how many basins were added up
 */
export async function freshenCells(tx: Transaction, operatorId: string): Promise<number> {
  const [marked] = await tx.$queryRaw<{ one: number }[]>`select 1 as one from indicator_stale where operator_id = ${operatorId}::uuid limit 1`
  if (marked === undefined) {
    // Someone may have taken the marks and be adding up: their cells are there once they let go.
    await tx.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended(${lockName(operatorId)}, 0))::text`
    return 0
  }
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${lockName(operatorId)}, 0))::text`
  const stale = await tx.$queryRaw<StaleBasin[]>`
    with taken as (delete from indicator_stale where operator_id = ${operatorId}::uuid returning basin_id, month)
    select basin_id::text, array_agg(distinct month::text) as months from taken group by basin_id`
  if (stale.length > 0) {
    if (stale.length <= FEW_BASINS) for (const basin of stale) await addUp(tx, operatorId, [basin])
    else await addUp(tx, operatorId, stale)
    await addUpTotals(tx, operatorId, stale)
  }
  return stale.length
}

/** Months that lie in a span whole: from the first day of the first to the last of the last; `null` where none does. */
export function wholeMonths({ from, to }: Period): Period | null {
  const first = monthStart(from) === from ? from : addDays(monthEnd(from), 1)
  const last = monthEnd(to) === to ? to : addDays(monthStart(to), -1)
  return last < first ? null : { from: first, to: last }
}
