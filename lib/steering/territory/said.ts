// What the editions before said, and keep saying where a newer count would tell too small a revision.
//
// Whoever keeps an earlier screen, or holds an earlier pack, subtracts it from today's: 40, then 41, and one person was
// recorded late. So a count is said anew where it has not changed, or by five at least, since every edition that said it; else
// it keeps what was last said. What each edition said is kept as runs: the same, from an edition to another.
import { day } from '../../accord/calendar/day.ts'
import type { QuarterDays } from '../../cases/quarter.ts'
import type { CopiedValue } from '../../database/copy.ts'
import type { DriverTransaction } from '../../database/driver.ts'
import { UNSAID, type Told } from '../../indicators/masking.ts'
import { placeText } from '../../indicators/slices.ts'
import { AVERAGED_OVER, isSeen, LIVE, POPULATIONS } from './populations.ts'
import type { Cell, World } from './world.ts'

/** A cell as the store names it. */
export function saidKey(quarter: string, { place, name, cut, value }: Pick<Cell, 'place' | 'cut' | 'value'> & { readonly name: { readonly indicator: string; readonly part: string } }): string {
  return [quarter, placeText(place), name.indicator, name.part, cut, value].join(' ')
}

/** The same count, said from an edition to another; what each operator counted in it, by its identity. */
interface Run {
  readonly first: number
  /** `null`: the edition that stands says it. */
  readonly last: number | null
  readonly figure: number
  /** In hundredths, for a sum behind a mean. */
  readonly amount: string | null
  /** `null` where it was not kept. */
  readonly own: Readonly<Record<string, number>> | null
}

export interface SaidBefore {
  /** Number of the edition that stands; 0 where there is none. */
  readonly last: number
  readonly editions: readonly { readonly number: number; readonly madeOn: string; readonly quarters: ReadonlySet<string> }[]
  /** Every cell of which something was said or hidden, of quarters still kept. */
  readonly cells: readonly Omit<Cell, 'count'>[]
  /** By cell, what was said of it, oldest first; empty where it was only ever hidden. */
  readonly runs: ReadonlyMap<string, readonly Run[]>
  /** By cell and indicator, the sums behind its means. */
  readonly sums: ReadonlyMap<string, readonly Run[]>
}

/** A row of the store: something said by editions, or (without a first) a count that the one that stands hides. */
export interface SaidRow {
  readonly quarter: string
  readonly level: Cell['place']['level']
  readonly code: string
  readonly indicator: string
  readonly part: string
  readonly dimension: string
  readonly value: string
  readonly figure: number | null
  readonly amount: string | null
  readonly first: number | null
  readonly last: number | null
  readonly own: Readonly<Record<string, number>> | null
}

export interface EditionRow {
  readonly number: number
  /** ISO text. */
  readonly madeOn: string
  readonly newest: string
}

/** Reads what editions before said of quarters that are still kept, as the role that counts. */
export async function saidBefore(sql: DriverTransaction, quarters: readonly QuarterDays[]): Promise<SaidBefore> {
  const codes = quarters.map(({ code }) => code)
  const editions = await sql<EditionRow[]>`select number, made_on::text as "madeOn", newest_quarter as newest from territory_edition order by number`
  const rows = await sql<SaidRow[]>`
    select quarter, level, code, indicator, part, dimension, value, figure, amount::text, first, last, own from territory_said where quarter = any(${codes})
    union all
    select quarter, level, code, indicator, part, dimension, value, null, null, null, null, null from territory_count where figure is null and part <> 'sum' and indicator <> ${LIVE} and quarter = any(${codes})
    order by first nulls first`
  return gather(editions, rows, codes)
}

/** @param codes the quarters still kept */
export function gather(editions: readonly EditionRow[], rows: Iterable<SaidRow>, codes: readonly string[]): SaidBefore {
  const cells = new Map<string, Omit<Cell, 'count'>>()
  const runs = new Map<string, Run[]>()
  const sums = new Map<string, Run[]>()
  for (const { quarter: code, level, code: place, indicator, part, dimension, value, figure, amount, first, last, own } of rows) {
    const named = { place: { level, code: place }, name: { indicator, part } as Cell['name'], cut: dimension, value }
    const key = saidKey(code, named)
    const into = part === 'sum' ? sums : runs
    const known = into.get(key) ?? []
    into.set(key, known)
    if (first !== null) known.push({ first, last, figure: figure ?? 0, amount, own })
    if (part !== 'sum' && !cells.has(key)) cells.set(key, { ...named, quarter: codes.indexOf(code) })
  }
  return {
    last: editions.at(-1)?.number ?? 0, cells: [...cells.values()], runs, sums,
    editions: editions.map(({ number, madeOn, newest }) => ({ number, madeOn, quarters: new Set(codes.filter((code) => code <= newest)) })),
  }
}

/** The first edition that could count a cell, of which none kept anything: it counted nobody in it. `null` where none could. */
function firstSeeing({ quarter, name }: Omit<Cell, 'count'>, quarters: readonly QuarterDays[], { editions }: SaidBefore): number | null {
  const population = [...POPULATIONS.values()].find((one) => one.name.indicator === name.indicator && one.name.part === name.part)
  if (population === undefined) return null
  const days = quarters[quarter]!
  return editions.find((edition) => edition.quarters.has(days.code) && isSeen(population, days, day(edition.madeOn)))?.number ?? null
}

/** Looks up `firstSeeing` once for all the cells of a count and a quarter. */
function seers(quarters: readonly QuarterDays[], before: SaidBefore): (cell: Omit<Cell, 'count'>) => number | null {
  const known = new Map<string, number | null>()
  return (cell) => {
    const key = `${cell.quarter} ${cell.name.indicator} ${cell.name.part}`
    if (!known.has(key)) known.set(key, firstSeeing(cell, quarters, before))
    return known.get(key)!
  }
}

/** Runs of a cell; one of nought where every edition that could have counted somebody in it counted nobody. */
function runsOf(cell: Omit<Cell, 'count'>, key: string, before: SaidBefore, seer: (cell: Omit<Cell, 'count'>) => number | null): readonly Run[] {
  const known = before.runs.get(key)
  if (known !== undefined) return known
  const first = cell.name.indicator === LIVE ? null : seer(cell)
  return first === null ? [] : [{ first, last: null, figure: 0, amount: null, own: {} }]
}

/** What every edition before told of the cells of a system, those implied too. */
export function toldBefore({ cells, system, from, operators }: World, quarters: readonly QuarterDays[], before: SaidBefore): readonly Told[] {
  const size = system.values.length
  const editions = before.editions.filter((edition) => edition.quarters.size > 0)
  const told = editions.map(() => ({ said: new Int32Array(size).fill(UNSAID), views: operators.map(() => new Int32Array(size).fill(UNSAID)) }))
  const seer = seers(quarters, before)
  for (const [index, cell] of cells.entries()) {
    for (const { first, last, figure, own } of runsOf(cell, saidKey(quarters[cell.quarter]!.code, cell), before, seer)) {
      for (const [at, { number }] of editions.entries()) {
        if (number < first || number > (last ?? before.last)) continue
        told[at]!.said[index] = figure
        if (own !== null && cell.cut === '') for (const [operator, name] of operators.entries()) told[at]!.views[operator]![index] = figure - (own[name] ?? 0)
      }
    }
  }
  const left = (values: Int32Array) => {
    for (const [index, [wider, inner]] of from.entries()) if (values[wider] !== UNSAID && values[inner] !== UNSAID) values[cells.length + index] = Math.max(UNSAID, values[wider]! - values[inner]!)
  }
  for (const { said, views } of told) for (const values of [said, ...views]) left(values)
  return told
}

/** Which cells were only ever hidden, and which the edition that stands shows as they still are. */
export function stoodBefore({ cells, system }: World, quarters: readonly QuarterDays[], before: SaidBefore, told: readonly Told[]): { readonly hiddenBefore: Uint8Array; readonly shownBefore: Uint8Array } {
  const hiddenBefore = new Uint8Array(system.values.length)
  const shownBefore = new Uint8Array(system.values.length)
  const standing = told.at(-1)?.said
  for (const [index, cell] of cells.entries()) {
    if (before.runs.get(saidKey(quarters[cell.quarter]!.code, cell))?.length === 0) hiddenBefore[index] = 1
    if (standing !== undefined && standing[index] === cell.count) shownBefore[index] = 1
  }
  return { hiddenBefore, shownBefore }
}

/** By count, the means over it. */
const AVERAGED = new Map([...Map.groupBy(AVERAGED_OVER, ([, over]) => over)].map(([over, means]) => [over, means.map(([indicator]) => indicator)]))

export const SAID_COLUMNS = ['quarter', 'level', 'code', 'indicator', 'part', 'dimension', 'value', 'figure', 'amount', 'first', 'last', 'own'] as const

/** The runs once an edition stands: those before, ended where it no longer says the same, and its own. */
export function* saidRows({ cells, sums, system, operators }: World, hidden: Uint8Array, quarters: readonly QuarterDays[], before: SaidBefore, edition: number): Generator<readonly CopiedValue[]> {
  const seer = seers(quarters, before)
  const summed = Map.groupBy(sums, ({ cell }) => cell)
  for (const [index, cell] of cells.entries()) {
    const { quarter, place, name, cut, value, count } = cell
    if (name.indicator === LIVE) continue
    const { code } = quarters[quarter]!
    const rows = function* (indicator: string, part: string, runs: readonly Run[]): Generator<readonly CopiedValue[]> {
      for (const run of runs) yield [code, place.level, place.code, indicator, part, cut, value, run.amount === null ? run.figure : null, run.amount, run.first, run.last, run.own === null ? null : JSON.stringify(run.own)]
    }
    const said = hidden[index] === 0
    const own = Object.fromEntries(operators.flatMap((operator, at) => {
      const others = system.views?.[at]?.[index] ?? UNSAID
      return others === UNSAID || others === count ? [] : [[operator, count - others] as const]
    }))
    yield* rows(name.indicator, name.part, continued(runsOf(cell, saidKey(code, cell), before, seer), said ? { figure: count, amount: null, own } : null, edition))
    if (cut !== '') continue
    for (const indicator of AVERAGED.get(`${name.indicator}.${name.part}`) ?? []) {
      const sum = summed.get(index)?.find((one) => one.indicator === indicator)?.sum
      const runs = before.sums.get(saidKey(code, { place, name: { indicator, part: 'sum' }, cut, value })) ?? []
      yield* rows(indicator, 'sum', continued(runs, said && sum !== undefined ? { figure: 0, amount: (sum / 100).toFixed(2), own: {} } : null, edition))
    }
  }
}

/** Runs with what an edition says: the last goes on, or ends and another begins. */
function continued(runs: readonly Run[], now: Pick<Run, 'figure' | 'amount' | 'own'> | null, edition: number): readonly Run[] {
  const same = (run: Run) => now !== null && run.last === null && run.figure === now.figure && run.amount === now.amount && text(run.own) === text(now.own)
  if (runs.some(same)) return runs
  return [...runs.map((run) => ({ ...run, last: run.last ?? edition - 1 })), ...(now === null ? [] : [{ ...now, first: edition, last: null }])]
}

const text = (own: Run['own']) => (own === null ? '' : Object.keys(own).toSorted().map((operator) => `${operator} ${own[operator]}`).join(' '))
