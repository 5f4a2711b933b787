// What a committee member may open is attacked as someone patient would: every screen of every place and quarter, added and
// subtracted by hand, two at a time and all together. No count that was masked may be found; without secondary masking, many are.
import { describe, expect, test } from 'vitest'
import { addDays, day } from '@/lib/accord/index.ts'
import { deducible } from '@/lib/indicators/deduction.ts'
import { isSensitive, maskCells } from '@/lib/indicators/masking.ts'
import { quartersOn } from '@/lib/steering/territory/edition.ts'
import { countsPart, POPULATIONS, populationOf, seenFrom, TERRITORY_DEFINITIONS, type Population } from '@/lib/steering/territory/populations.ts'
import type { CountedBasin } from '@/lib/steering/territory/counting.ts'
import { layWorld, type World } from '@/lib/steering/territory/world.ts'
import { byHand } from './by-hand.ts'
import { dice, leavesOf, person } from './territory-people.ts'

const TODAY = day('2026-11-22')
const QUARTERS = quartersOn(TODAY).slice(0, 3)

function isSeen(population: Population, quarter: number): boolean {
  return TERRITORY_DEFINITIONS.some((definition) => [populationOf(definition, 'of'), ...(countsPart(definition) ? [populationOf(definition, 'counted')] : [])].includes(population) && seenFrom(definition, QUARTERS[quarter]!, TODAY) === null)
}

/** A small country: regions, their departments, their basins, and people in them by chance. */
function drawn(seed: number): World {
  const chance = dice(seed)
  const basins: CountedBasin[] = []
  for (let region = 0; region < 2 + Math.floor(chance() * 2); region += 1)
    for (let department = 0; department < 1 + Math.floor(chance() * 3); department += 1)
      for (let basin = 0; basin < 1 + Math.floor(chance() * 3); basin += 1) basins.push({ code: `${region}${department}${basin}`, department: `${region}${department}`, region: String(region) })
  const operators = ['north', 'south', 'west']
  const people = Array.from({ length: 100 + Math.floor(chance() * 250) }, () =>
    person(chance, basins[Math.floor(chance() ** 2 * basins.length)]!, operators[Math.floor(chance() ** 2 * 3)]!, addDays(QUARTERS.at(-1)!.from, -200 + Math.floor(chance() * 450))),
  )
  const stages = basins.flatMap(({ region }) => ['support', 'suspended', 'term'].map((stage) => ({ operator: operators[0]!, region, stage, files: 1 + Math.floor(chance() ** 2 * 20) })))
  return layWorld(basins, leavesOf(people, QUARTERS), stages, QUARTERS.length, isSeen)
}

const sensitiveCells = ({ system, cells }: World) => Array.from(system.values, (value, cell) => (isSensitive(value, system.others[cell]!) ? cell : -1)).filter((cell) => cell !== -1 && (cell < cells.length || system.values[cell]! < 5))
const found = (world: World, hidden: Uint8Array) => {
  const known = deducible(world.system, hidden)
  return sensitiveCells(world).filter((cell) => known[cell] === 1)
}

describe.each([11, 12, 13, 14])('a country drawn from %i', (seed) => {
  const world = drawn(seed)
  const hidden = maskCells(world.system)
  const open = maskCells(world.system, { secondary: false })

  test('has counts to hide, and figures left to show', () => {
    expect(sensitiveCells(world).length).toBeGreaterThan(100)
    const shown = world.cells.filter((_, cell) => hidden[cell] === 0)
    expect(shown.length).toBeGreaterThan(20)
    expect(shown.filter(({ count }) => count > 0 && count < 5)).toEqual([])
    expect(world.cells.filter(({ count }, cell) => count > 0 && count < 5 && hidden[cell] === 0)).toEqual([])
  })

  test('gives up nothing small, whatever is added and subtracted', () => {
    expect(found(world, hidden)).toEqual([])
    const known = byHand(world, hidden)
    expect(sensitiveCells(world).filter((cell) => known.has(cell))).toEqual([])
  })

  test('and would, were the small counts alone hidden', () => {
    expect(found(world, open).length).toBeGreaterThan(20)
    const known = byHand(world, open)
    expect(sensitiveCells(world).filter((cell) => known.has(cell)).length).toBeGreaterThan(20)
  })

  test('two figures shown never differ by a few people of whom one is a part of the other', () => {
    const { implied, values, starts, terms } = world.system
    const told: number[] = []
    for (let equation = 0; equation + 1 < starts.length; equation += 1) {
      const inside = Array.from({ length: starts[equation + 1]! - starts[equation]! }, (_, index) => terms[starts[equation]! + index]!)
      const [alone, ...others] = inside.filter((cell) => hidden[cell] === 1)
      if (alone !== undefined && others.length === 0 && implied[alone] === 1 && values[alone]! > 0 && values[alone]! < 5) told.push(alone)
    }
    expect(told).toEqual([])
  })
})

test('an operator that knows its own people finds nobody of another', () => {
  const world = drawn(21)
  const hidden = maskCells(world.system)
  const known = deducible(world.system, hidden)
  const few = Array.from(world.system.others, (others, cell) => (others > 0 && others < 5 ? cell : -1)).filter((cell) => cell !== -1)
  expect(few.length).toBeGreaterThan(50)
  expect(few.filter((cell) => known[cell] === 1)).toEqual([])
})

test('every count of the catalogue is part of what is masked', () => {
  expect([...POPULATIONS.values()].map(({ name }) => `${name.indicator}.${name.part}`)).toEqual(expect.arrayContaining(['entries.of', 'inCsp.of', 'exits.of', 'preBilanInTime.counted', 'bonusSecond.counted', 'workingInMonth.counted']))
  for (const definition of TERRITORY_DEFINITIONS) expect(POPULATIONS.has(populationOf(definition, 'of').key)).toBe(true)
})
