// Editions one after another, over a country drawn by chance, as the job makes them: all but the database.
import { addDays, isoOf, type Day } from '@/lib/accord/index.ts'
import { maskCells, type Told } from '@/lib/indicators/masking.ts'
import type { CountedBasin, StageLeaf } from '@/lib/steering/territory/counting.ts'
import { quartersOn } from '@/lib/steering/territory/edition.ts'
import { isSeen, LIVE, type Population } from '@/lib/steering/territory/populations.ts'
import { gather, saidRows, stoodBefore, toldBefore, type EditionRow, type SaidRow } from '@/lib/steering/territory/said.ts'
import { layWorld } from '@/lib/steering/territory/world.ts'
import { namesOf, type Attacked } from './attack.ts'
import { leavesOf, person, type CountedPerson } from './territory-people.ts'

export interface DrawnEdition extends Attacked {
  readonly told: readonly Told[]
  readonly rows: readonly SaidRow[]
  readonly editions: readonly EditionRow[]
}

export interface EditionOptions {
  /** Off: what was said before does not matter to what is said now. */
  readonly revisions?: boolean
  readonly secondary?: boolean
  readonly kept?: number
}

/** Makes an edition of people on a day, after those before. */
export function editionOf(people: readonly CountedPerson[], basins: readonly CountedBasin[], today: Day, before: DrawnEdition | null, { revisions = true, secondary = true, kept = 3 }: EditionOptions = {}): DrawnEdition {
  const quarters = quartersOn(today).slice(0, kept)
  const codes = quarters.map(({ code }) => code)
  const past = gather(before?.editions ?? [], (before?.rows ?? []).filter(({ quarter }) => codes.includes(quarter)), codes)
  const stages: StageLeaf[] = basins.map(({ region }, index) => ({ operator: people[0]!.operator, region, stage: index % 2 === 0 ? 'support' : 'term', files: 3 + index }))
  const seen = (population: Population, quarter: number) => isSeen(population, quarters[quarter]!, today)
  const world = layWorld(basins, leavesOf(people, quarters), stages, quarters.length, seen, past.cells)
  const told = toldBefore(world, quarters, past)
  const hidden = maskCells(world.system, { ...stoodBefore(world, quarters, past, told), told: revisions ? told : [], secondary })
  const number = (before?.editions.at(-1)?.number ?? 0) + 1
  const said = [...saidRows(world, hidden, quarters, past, number)].map(([quarter, level, code, indicator, part, dimension, value, figure, amount, first, last, own]) =>
    ({ quarter, level, code, indicator, part, dimension, value, figure, amount, first, last, own: own === null ? null : JSON.parse(own as string) }) as SaidRow)
  const masked = world.cells.flatMap(({ quarter, place, name, cut, value }, cell): SaidRow[] =>
    hidden[cell] === 0 || name.indicator === LIVE ? [] : [{ quarter: codes[quarter]!, level: place.level, code: place.code, indicator: name.indicator, part: name.part, dimension: cut, value, figure: null, amount: null, first: null, last: null, own: null }])
  return { quarters, world, hidden, told, rows: [...masked, ...said], editions: [...(before?.editions ?? []), { number, madeOn: isoOf(today), newest: codes[0]! }], madeOn: isoOf(today), at: namesOf(world, quarters) }
}

/** What happens to files between two editions: recorded late, corrected, taken away, moved, given to another operator. */
export function later(chance: () => number, people: readonly CountedPerson[], basins: readonly CountedBasin[], operators: readonly string[], from: Day, days: number, share: number): CountedPerson[] {
  const pick = <T>(among: readonly T[]): T => among[Math.floor(chance() * among.length)]!
  const somebody = (day: Day) => person(chance, pick(basins), pick(operators), day)
  const moved = people.flatMap((one): CountedPerson[] => {
    if (chance() > share) return [one]
    switch (Math.floor(chance() * 5)) {
      case 0: return []
      case 1: return [{ ...one, basin: pick(basins) }]
      case 2: return [{ ...one, operator: pick(operators) }]
      case 3: return [{ ...person(chance, one.basin, one.operator, addDays(one.line.enteredOn!, Math.floor(chance() * 60) - 30)), cuts: one.cuts }]
      default: return [one, somebody(addDays(one.line.enteredOn!, 5))]
    }
  })
  // Now and then, many at once somewhere: revisions large enough to be told.
  const many = Array.from({ length: Math.floor(people.length * share * 2) }, () => person(chance, basins[0]!, operators[0]!, addDays(from, Math.floor(chance() * days))))
  return [...moved, ...many]
}
