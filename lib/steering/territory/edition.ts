// Makes an edition of the figures across operators: counts, masks, and keeps only what is left to show.
//
// One edition a quarter, not one a day: two days’ figures would give, subtracted, the people of the days between. A later
// edition counts the quarters kept again, so that what was recorded late is in; what an edition hid stays hidden.
import { addDays, isoOf, type Day } from '../../accord/calendar/day.ts'
import { quartersBack, type QuarterDays } from '../../cases/quarter.ts'
import { copyRows, type CopiedValue } from '../../database/copy.ts'
import type { DriverTransaction } from '../../database/driver.ts'
import type { Prisma } from '../../database/generated/client.ts'
import { maskCells } from '../../indicators/masking.ts'
import { placeText } from '../../indicators/slices.ts'
import { countedBasins, countLeaves, countStages, type Ask } from './counting.ts'
import { LIVE, POPULATIONS, TERRITORY_DEFINITIONS, populationOf, seenFrom, countsPart, type Population } from './populations.ts'
import { layWorld, type Cell, type World } from './world.ts'

/** Quarters kept: two years, so that each stands beside the same one of the year before. */
export const QUARTERS_KEPT = 8

/** Days after a quarter before it is counted: time for what happened in its last days to be recorded. */
export const DAYS_TO_RECORD = 20

export interface EditionMade {
  readonly number: number
  readonly newestQuarter: string
  readonly figures: number
  readonly masked: number
}

/** The quarters that an edition made on a day holds, newest first. */
export function quartersOn(today: Day): QuarterDays[] {
  return quartersBack(addDays(today, -DAYS_TO_RECORD), QUARTERS_KEPT + 1).slice(1)
}

/** The day from which a quarter is counted. */
export function countedFrom(quarter: QuarterDays): Day {
  return addDays(quarter.to, DAYS_TO_RECORD + 1)
}

/** Whether a figure of the catalogue may count a population of a quarter, seen from a day. */
function isSeen(population: Population, quarter: QuarterDays, today: Day): boolean {
  return TERRITORY_DEFINITIONS.some((definition) => {
    const counts = [populationOf(definition, 'of'), ...(countsPart(definition) ? [populationOf(definition, 'counted')] : [])]
    return counts.includes(population) && seenFrom(definition, quarter, today) === null
  })
}

/** Everything counted, not masked yet: for the job, and for the test that attacks what it keeps. */
export async function countWorld(ask: Ask, quarters: readonly QuarterDays[], today: Day, hiddenBefore: readonly Omit<Cell, 'count'>[] = []): Promise<World> {
  const seen = new Map([...POPULATIONS.values()].map((population) => [population, quarters.map((quarter) => isSeen(population, quarter, today))]))
  return layWorld(await countedBasins(ask), await countLeaves(ask, quarters), await countStages(ask), quarters.length, (population, quarter) => seen.get(population)?.[quarter] ?? false, hiddenBefore)
}

/** A cell as the store names it. */
export function cellKey(quarter: string, { place, name, cut, value }: Omit<Cell, 'quarter' | 'count'>): string {
  return [quarter, placeText(place), name.indicator, name.part, cut, value].join(' ')
}

interface KeptBefore {
  /** By cell, what the edition before shows of it; `null` where it hides it. */
  readonly shown: ReadonlyMap<string, number | null>
  /** Those it hides, of quarters still kept. */
  readonly hidden: readonly Omit<Cell, 'count'>[]
}

async function keptBefore(sql: DriverTransaction, quarters: readonly QuarterDays[]): Promise<KeptBefore> {
  const rows = await sql<{ quarter: string; level: Cell['place']['level']; code: string; indicator: Cell['name']['indicator']; part: Cell['name']['part']; dimension: string; value: string; figure: number | null }[]>`
    select quarter, level, code, indicator, part, dimension, value, figure from territory_count
    where part <> 'sum' and indicator <> ${LIVE} and quarter = any(${quarters.map(({ code }) => code)})`
  const cells = rows.map(({ quarter, level, code, indicator, part, dimension, value, figure }) => ({
    quarter: quarters.findIndex((one) => one.code === quarter), code: quarter, figure, place: { level, code }, name: { indicator, part }, cut: dimension, value,
  }))
  return { shown: new Map(cells.map((cell) => [cellKey(cell.code, cell), cell.figure])), hidden: cells.filter(({ figure }) => figure === null) }
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
  const before = await keptBefore(sql, quarters)
  const world = await countWorld(askBy(sql), quarters, today, before.hidden)
  const known = world.cells.map((cell) => before.shown.get(cellKey(quarters[cell.quarter]!.code, cell)))
  const hidden = maskCells(world.system, {
    hiddenBefore: Uint8Array.from(world.system.values, (_, index) => (known[index] === null ? 1 : 0)),
    shownBefore: Uint8Array.from(world.system.values, (value, index) => (known[index] === value ? 1 : 0)),
  })
  await sql`insert into territory_edition (number, made_on, newest_quarter) values (${number}, ${isoOf(today)}, ${newest})`
  // Stages of quarters before are not counted again: they stand as they were shown.
  await sql`delete from territory_count where not (indicator = ${LIVE} and quarter = any(${quarters.slice(1).map(({ code }) => code)}))`
  const figures = await copyRows(sql, 'territory_count', COLUMNS, rowsOf(world, hidden, quarters, number))
  return { number, newestQuarter: newest, figures, masked: world.cells.filter((_, index) => hidden[index] === 1).length }
}
