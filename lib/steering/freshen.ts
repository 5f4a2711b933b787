// Works off the marks of lines that changed: the cells and days they name are added up again from the files.
import { addDays, addMonths, isoOf, parseDay } from '../accord/calendar/day.ts'
import type { Transaction } from '../database/client.ts'
import { inSystemTransaction, operatorsToVisit } from '../database/transactions.ts'
import { addUpMonths, CELLS, WORK_MONTHS, type CellDay, type MarkedBy } from './cells.ts'
import { addUpKeptDays, holdCells, type DaySpan } from './days.ts'

/** Marks of a month of a basin, under one anchor or (`null`) all; the days, where they are known. */
interface Marks {
  readonly anchor: MarkedBy | null
  readonly basin_id: string
  readonly month: string
  readonly days: readonly string[] | null
}

const ANCHORS: readonly CellDay[] = [...CELLS.keys()]
const EVERY_MARK: readonly MarkedBy[] = [...ANCHORS, WORK_MONTHS]

function lastDayOf(month: string): string {
  return isoOf(addDays(addMonths(parseDay(month)!, 1), -1))
}

function spansOf(marks: readonly Marks[]): readonly DaySpan[] {
  const spans = new Map<string, DaySpan>()
  const take = (anchor: CellDay, from: string, to: string) => spans.set(`${anchor} ${from} ${to}`, { anchor, from, to })
  for (const { anchor, month, days } of marks) {
    if (anchor === WORK_MONTHS) continue
    const last = lastDayOf(month)
    for (const one of anchor === null ? ANCHORS : [anchor]) {
      if (days === null) take(one, month, last)
      else for (const day of days) take(one, day, day)
    }
  }
  return [...spans.values()]
}

/**
 * Adds up again what a change has touched of the transaction's operator. One at a time adds up: the second waits for the
 * first, and finds nothing left. Who sees no mark has nothing to wait for: marks that somebody has taken are seen by others
 * until what they name has been added up.
 * @returns how many basins were added up
 */
export async function freshenCells(tx: Transaction, operatorId: string): Promise<number> {
  const [marked] = await tx.$queryRaw<{ one: number }[]>`select 1 as one from indicator_stale where operator_id = ${operatorId}::uuid limit 1`
  if (marked === undefined) return 0
  await holdCells(tx, operatorId)
  const marks = await tx.$queryRaw<Marks[]>`
    with taken as (delete from indicator_stale where operator_id = ${operatorId}::uuid returning anchor, basin_id, month, day)
    select anchor, basin_id::text, month::text, case when bool_and(day is not null) then array_agg(distinct day::text) end as days from taken group by anchor, basin_id, month`
  for (const by of EVERY_MARK) {
    const stale = new Map<string, Set<string>>()
    for (const { anchor, basin_id, month } of marks) {
      if (anchor !== null && anchor !== by) continue
      const months = stale.get(basin_id)
      if (months === undefined) stale.set(basin_id, new Set([month]))
      else months.add(month)
    }
    if (stale.size > 0) await addUpMonths(tx, operatorId, by, stale)
  }
  const spans = spansOf(marks)
  if (spans.length > 0) await addUpKeptDays(tx, operatorId, spans)
  return new Set(marks.map(({ basin_id }) => basin_id)).size
}

/**
 * Works off the marks of every operator, so that who reads a figure finds few.
 * @returns how many basins were added up
 */
export async function freshenEveryOperator(stopped: () => boolean = () => false): Promise<number> {
  let added = 0
  for (const { id } of await operatorsToVisit()) {
    if (stopped()) break
    added += await inSystemTransaction(id, (tx) => freshenCells(tx, id), { timeout: 900_000 })
  }
  return added
}

/** Work of the worker, woken by the marks. */
export const cellsQueue = { name: 'cells', work: freshenEveryOperator }
