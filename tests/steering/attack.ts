// What somebody finds who keeps every screen of several editions: their cells, what equations give of each, and differences.
import { day } from '@/lib/accord/index.ts'
import type { QuarterDays } from '@/lib/cases/quarter.ts'
import { deducible } from '@/lib/indicators/deduction.ts'
import { tellsRevision, UNSAID } from '@/lib/indicators/masking.ts'
import { isSeen, POPULATIONS } from '@/lib/steering/territory/populations.ts'
import { saidKey } from '@/lib/steering/territory/said.ts'
import type { World } from '@/lib/steering/territory/world.ts'

/** An edition as it was counted, and what of it nobody is shown. */
export interface Attacked {
  readonly quarters: readonly QuarterDays[]
  readonly world: World
  readonly hidden: Uint8Array
  /** ISO text. */
  readonly madeOn: string
  /** By name, the place of each cell in the system: those implied by the two they are had from. */
  readonly at: ReadonlyMap<string, number>
}

/** Names of cells, the same from one world to another. */
export function namesOf({ cells, from }: World, quarters: readonly QuarterDays[]): ReadonlyMap<string, number> {
  const names: string[] = cells.map((cell) => saidKey(quarters[cell.quarter]!.code, cell))
  for (const [wider, inner] of from) names.push(`${names[wider]} less ${names[inner]}`)
  return new Map(names.map((name, cell) => [name, cell]))
}

/** What a reader knows once an edition is worked through: what it shows, and all that its equations leave one value. */
export type Knower = (name: string, reader?: ArrayLike<number>) => number

const knowers = new WeakMap<Attacked, Knower>()

export function knower(edition: Attacked): Knower {
  const known = knowers.get(edition) ?? workThrough(edition)
  knowers.set(edition, known)
  return known
}

function workThrough({ world, hidden, at, quarters, madeOn }: Attacked): Knower {
  const found = deducible(world.system, hidden)
  const today = day(madeOn)
  const knows = (name: string, values: ArrayLike<number>): number => {
    const cell = at.get(name)
    if (cell !== undefined) return hidden[cell] === 0 || found[cell] === 1 ? values[cell]! : UNSAID
    const cut = name.indexOf(' less ')
    if (cut !== -1) {
      const [wider, inner] = [knows(name.slice(0, cut), values), knows(name.slice(cut + 6), values)]
      return wider === UNSAID || inner === UNSAID ? UNSAID : wider - inner
    }
    // Of nobody, where it could count somebody.
    const [code, , indicator, part] = name.split(' ')
    const days = quarters.find((quarter) => quarter.code === code)
    const population = [...POPULATIONS.values()].find((one) => one.name.indicator === indicator && one.name.part === part)
    return days !== undefined && population !== undefined && isSeen(population, days, today) ? 0 : UNSAID
  }
  return (name, values = world.system.values) => knows(name, values)
}

export function pairsOf<T>(editions: readonly T[]): (readonly [T, T])[] {
  return editions.flatMap((then, first) => editions.slice(first + 1).map((now) => [then, now] as const))
}

/** Revisions of one to four people that two editions give, subtracted: cells, and what is left of one without another. */
export function revisionsFound(editions: readonly Attacked[]): string[] {
  return pairsOf(editions).flatMap(([then, now]) => [...new Set([...then.at.keys(), ...now.at.keys()])].filter((name) => tellsRevision(knower(now)(name), knower(then)(name))))
}

/** The same by what an equation leaves: its hidden parts together, all of one side, known in both to have changed by so few. */
export function groupsFound(editions: readonly Attacked[], reader?: string): number {
  const valuesOf = ({ world }: Attacked) => (reader === undefined ? world.system.values : world.system.views![world.operators.indexOf(reader)]!)
  let found = 0
  for (const [then, now] of pairsOf(editions)) {
    const before = knower(then)
    const { starts, terms, signs, guarded } = now.world.system
    const names = [...now.at.keys()]
    for (let equation = 0; equation + 1 < starts.length; equation += 1) {
      const inside = Array.from({ length: starts[equation + 1]! - starts[equation]! }, (_, index) => starts[equation]! + index)
      const hidden = inside.filter((at) => now.hidden[terms[at]!] === 1)
      if (hidden.length === 0 || new Set(hidden.map((at) => signs[at])).size > 1 || (reader !== undefined && inside.some((at) => guarded![terms[at]!] === 0))) continue
      const shown = inside.filter((at) => now.hidden[terms[at]!] === 0)
      const told = shown.map((at) => (names[terms[at]!] === undefined ? UNSAID : before(names[terms[at]!]!, valuesOf(then))))
      if (told.includes(UNSAID) || shown.some((at) => valuesOf(now)[terms[at]!] === UNSAID)) continue
      const change = Math.abs(shown.reduce((sum, at, index) => sum + signs[at]! * (valuesOf(now)[terms[at]!]! - told[index]!), 0))
      if (change > 0 && change < 5) found += 1
    }
  }
  return found
}
