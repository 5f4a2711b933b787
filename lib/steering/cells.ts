// What the lines of a basin add up to in a month, kept so that a figure of the whole country adds cells rather than files.
// A line that changes marks where it counts, and counted (trigger `mark_changed_measures`); a marked cell is added up again
// from the lines before it is read. So a cell is never shifted by a difference: it cannot drift.
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

/** What is kept of an anchor: the key, and what its files add up to, over `case_measure m`. */
export interface CellColumn {
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

/** By anchor, what is kept of it. */
export const CELLS: ReadonlyMap<CellDay, readonly CellColumn[]> = new Map(ANCHORS.map((anchor) => [anchor, cellsAnchored(anchor)]))

/** What a cell is marked under: an anchor, or the months that a line worked in. */
export const WORK_MONTHS = 'workMonths'
export type MarkedBy = CellDay | typeof WORK_MONTHS

const WORKING = DEFINITIONS.find(({ workedInMonth }) => workedInMonth)

/** The keys of the cells marked under an anchor. */
function keysOf(by: MarkedBy): readonly string[] {
  return by === WORK_MONTHS ? (WORKING === undefined ? [] : [cellKey(WORKING, 'counted')]) : CELLS.get(by)!.map(({ key }) => key)
}

/** Basins and the first days of their months, to be added up again. */
export type StaleMonths = ReadonlyMap<string, ReadonlySet<string>>

/** Basins added up one by one; beyond, all at once. */
const FEW_BASINS = 20

/** Adds up again the cells marked under an anchor, of some months of some basins, then what all basins add up to in those months. */
export async function addUpMonths(tx: Transaction, operatorId: string, by: MarkedBy, stale: StaleMonths): Promise<void> {
  const basins = [...stale].map(([basin_id, months]) => ({ basin_id, months: [...months].toSorted() }))
  const keys = keysOf(by)
  if (basins.length > FEW_BASINS) {
    const table = Prisma.sql`(select t.basin_id, s.month from jsonb_to_recordset(${JSON.stringify(basins)}::jsonb) as t (basin_id uuid, months date[]) cross join lateral unnest(t.months) as s (month)) as s`
    await tx.$executeRaw`
      delete from indicator_cell x using ${table} where x.operator_id = ${operatorId}::uuid and x.key = any(${keys}::text[]) and x.month = s.month and x.basin_id = s.basin_id`
    await addUpCells(tx, operatorId, by, table, null)
  } else
    for (const { basin_id, months } of basins) {
      await tx.$executeRaw`
        delete from indicator_cell where operator_id = ${operatorId}::uuid and key = any(${keys}::text[]) and month = any(${months}::date[]) and basin_id = ${basin_id}::uuid`
      const table = Prisma.sql`(select ${basin_id}::uuid as basin_id, month from unnest(${months}::date[]) as m (month)) as s`
      await addUpCells(tx, operatorId, by, table, { basinId: basin_id, from: months[0]!, last: months.at(-1)! })
    }
  await addUpTotals(tx, operatorId, keys, [...new Set(basins.flatMap(({ months }) => months))])
}

/** What is said again as values where there is one basin: unsaid, every file of the country was read for it. */
interface OneBasin {
  readonly basinId: string
  readonly from: string
  readonly last: string
}

async function addUpCells(tx: Transaction, operatorId: string, by: MarkedBy, stale: Prisma.Sql, one: OneBasin | null): Promise<void> {
  if (by === WORK_MONTHS) {
    if (WORKING === undefined) return
    await tx.$executeRaw`
      insert into indicator_cell (operator_id, basin_id, month, key, amount)
      select ${operatorId}::uuid, m.basin_id, s.month, ${cellKey(WORKING, 'counted')}, count(*)
      from case_measure m cross join lateral unnest(m.work_months) as w (month)
      join ${stale} on s.basin_id = m.basin_id and s.month = make_date(w.month / 100, w.month % 100, 1)
      where m.operator_id = ${operatorId}::uuid${one === null ? Prisma.empty : Prisma.sql` and m.basin_id = ${one.basinId}::uuid`} group by 2, 3`
    return
  }
  const columns = CELLS.get(by)!
  const day = Prisma.raw(`m.${columnOf(by)}`)
  // All at once, every file is read once and finds its month; of one basin, its months are looked up by their days.
  const on = one === null
    ? Prisma.sql`m.basin_id = s.basin_id and ${day} - extract(day from ${day})::integer + 1 = s.month`
    : Prisma.sql`${day} >= s.month and ${day} < (s.month + interval '1 month')::date and m.basin_id = ${one.basinId}::uuid and ${day} >= ${one.from}::date and ${day} < (${one.last}::date + interval '1 month')::date`
  await tx.$executeRaw`
    insert into indicator_cell (operator_id, basin_id, month, key, amount)
    select ${operatorId}::uuid, s.basin_id, s.month, k.key, k.amount
    from (
      select s.basin_id, s.month, array[${Prisma.join(columns.map(({ sql }) => Prisma.sql`(${sql})::numeric`))}] as amounts
      from ${stale}
      join case_measure m on m.operator_id = ${operatorId}::uuid and ${on}
      group by 1, 2) s
    cross join lateral unnest(${columns.map(({ key }) => key)}::text[], s.amounts) as k (key, amount)
    where k.amount <> 0`
}

/** What all basins add up to, for the months of cells that were added up again. */
async function addUpTotals(tx: Transaction, operatorId: string, keys: readonly string[], months: readonly string[]): Promise<void> {
  await tx.$executeRaw`delete from indicator_total where operator_id = ${operatorId}::uuid and key = any(${keys}::text[]) and month = any(${months}::date[])`
  await tx.$executeRaw`
    insert into indicator_total (operator_id, month, key, amount)
    select operator_id, month, key, sum(amount) from indicator_cell
    where operator_id = ${operatorId}::uuid and key = any(${keys}::text[]) and month = any(${months}::date[]) group by 1, 2, 3`
}

/** Months that lie in a span whole: from the first day of the first to the last of the last; `null` where none does. */
export function wholeMonths({ from, to }: Period): Period | null {
  const first = monthStart(from) === from ? from : addDays(monthEnd(from), 1)
  const last = monthEnd(to) === to ? to : addDays(monthStart(to), -1)
  return last < first ? null : { from: first, to: last }
}
