// Makes an edition of the figures across operators: counts, masks, and keeps only what is left to show.
//
// One edition a quarter, not one a day: two days’ figures would give, subtracted, the people of the days between. A later
// edition counts the quarters kept again, so that what was recorded late is in; what an edition hid stays hidden, and what it
// said is said anew once it has changed by five, or not at all (`said.ts`).
import { addDays, isoOf, type Day } from '../../accord/calendar/day.ts'
import { quartersBack, type QuarterDays } from '../../cases/quarter.ts'
import { copyRows, type CopiedValue } from '../../database/copy.ts'
import type { DriverTransaction } from '../../database/driver.ts'
import type { Prisma } from '../../database/generated/client.ts'
import { maskCells, UNSAID } from '../../indicators/masking.ts'
import { countedBasins, countLeaves, countStages, type Ask } from './counting.ts'
import { isSeen, LIVE, POPULATIONS } from './populations.ts'
import { SAID_COLUMNS, saidBefore, saidRows, stoodBefore, toldBefore } from './said.ts'
import { layWorld, type Cell, type World } from './world.ts'

/** Quarters kept: two years, so that each stands beside the same one of the year before. */
export const QUARTERS_KEPT = 8

/** Days after a quarter before it is counted: time for what happened in its last days to be recorded. */
export const DAYS_TO_RECORD = 20

export interface EditionMade {
  readonly number: number
  readonly newestQuarter: string
  readonly figures: number
  /** Of which nothing is said. */
  readonly masked: number
  /** Which keep what an edition before said. */
  readonly kept: number
}

/** The quarters that an edition made on a day holds, newest first. */
export function quartersOn(today: Day): QuarterDays[] {
  return quartersBack(addDays(today, -DAYS_TO_RECORD), QUARTERS_KEPT + 1).slice(1)
}

/** The day from which a quarter is counted. */
export function countedFrom(quarter: QuarterDays): Day {
  return addDays(quarter.to, DAYS_TO_RECORD + 1)
}

/** Everything counted, not masked yet: for the job, and for the test that attacks what it keeps. */
export async function countWorld(ask: Ask, quarters: readonly QuarterDays[], today: Day, keptBefore: readonly Omit<Cell, 'count'>[] = []): Promise<World> {
  const seen = new Map([...POPULATIONS.values()].map((population) => [population, quarters.map((quarter) => isSeen(population, quarter, today))]))
  return layWorld(await countedBasins(ask), await countLeaves(ask, quarters), await countStages(ask), quarters.length, (population, quarter) => seen.get(population)?.[quarter] ?? false, keptBefore)
}

const COLUMNS = ['quarter', 'level', 'code', 'indicator', 'part', 'dimension', 'value', 'figure', 'amount', 'edition'] as const

function* rowsOf({ cells, sums }: World, hidden: Uint8Array, quarters: readonly QuarterDays[], edition: number): Generator<readonly CopiedValue[]> {
  const named = ({ quarter, place, cut, value }: Cell, indicator: string, part: string) => [quarters[quarter]!.code, place.level, place.code, indicator, part, cut, value]
  for (const [index, cell] of cells.entries()) yield [...named(cell, cell.name.indicator, cell.name.part), hidden[index] === 1 ? null : cell.count, null, edition]
  // A sum is shown where those it is over are: whatever can be made of sums, the same can be made of their counts.
  for (const { cell, indicator, sum } of sums) if (hidden[cell] === 0) yield [...named(cells[cell]!, indicator, 'sum'), null, (sum / 100).toFixed(2), edition]
}

/** The driver's connection, asked in the terms of `lib/cases/indicator-where`. */
export function askBy(sql: DriverTransaction): Ask {
  return async <T>(query: Prisma.Sql) => (await sql.unsafe(query.text, query.values as never[])) as unknown as readonly T[]
}

/**
 * Makes the edition that is due on a day, in the transaction of whoever may read the views and write the store. Files in
 * course by stage are known of the day alone: they go with the newest quarter, and stay with it.
 * @returns `null` where the edition that stands holds the newest quarter already
 */
export async function makeEdition(sql: DriverTransaction, today: Day): Promise<EditionMade | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended('territory edition', 0))`
  const quarters = quartersOn(today)
  const newest = quarters[0]!.code
  const [last] = await sql<{ number: number; newest: string }[]>`select number, newest_quarter as newest from territory_edition order by number desc limit 1`
  if (last !== undefined && last.newest >= newest) return null
  const number = (last?.number ?? 0) + 1
  const before = await saidBefore(sql, quarters)
  const world = await countWorld(askBy(sql), quarters, today, before.cells)
  const told = toldBefore(world, quarters, before)
  const { hiddenBefore, shownBefore } = stoodBefore(world, quarters, before, told)
  const hidden = maskCells(world.system, { hiddenBefore, shownBefore, told })
  await sql`insert into territory_edition (number, made_on, newest_quarter) values (${number}, ${isoOf(today)}, ${newest})`
  // Stages of quarters before are not counted again: they stand as they were shown.
  await sql`delete from territory_count where not (indicator = ${LIVE} and quarter = any(${quarters.slice(1).map(({ code }) => code)}))`
  const figures = await copyRows(sql, 'territory_count', COLUMNS, rowsOf(world, hidden, quarters, number))
  await sql`delete from territory_said`
  await copyRows(sql, 'territory_said', SAID_COLUMNS, saidRows(world, hidden, quarters, before, number))
  const masked = world.cells.flatMap((_, index) => (hidden[index] === 1 ? [index] : []))
  const kept = masked.filter((index) => told.some(({ said }) => said[index] !== UNSAID)).length
  return { number, newestQuarter: newest, figures, masked: masked.length - kept, kept }
}
