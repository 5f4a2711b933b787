// Whoever keeps the screens of two editions, or three, subtracts one from another: no revision of one to four people may be
// found, of any count, of what is left of one without another, nor of what is left of a total without the parts that are told.
// Without the rule many are, and without secondary masking too.
import { describe, expect, test } from 'vitest'
import { addDays, day } from '@/lib/accord/index.ts'
import { deducible } from '@/lib/indicators/deduction.ts'
import { isSensitive, maskCells, sensitiveCells, tellsRevision } from '@/lib/indicators/masking.ts'
import type { CountedBasin } from '@/lib/steering/territory/counting.ts'
import { groupsFound, knower, pairsOf, revisionsFound } from './attack.ts'
import { byHand } from './by-hand.ts'
import { editionOf, later, type DrawnEdition, type EditionOptions } from './territory-editions.ts'
import { dice, person, type CountedPerson } from './territory-people.ts'

const OPERATORS = ['north', 'south', 'west']
const DAYS = [day('2026-11-22'), day('2027-01-25'), day('2027-04-25')]
const BASINS: readonly CountedBasin[] = ['000', '001', '010', '011', '012', '100', '110', '111'].map((code) => ({ code, department: code.slice(0, 2), region: code.slice(0, 1) }))

/** Three editions of a country that goes on: what was recorded late, corrected, moved or given away between them. */
function drawn(seed: number, options: EditionOptions = {}): readonly DrawnEdition[] {
  const chance = dice(seed)
  let people: CountedPerson[] = Array.from({ length: 900 }, () =>
    person(chance, BASINS[Math.floor(chance() ** 1.5 * BASINS.length)]!, OPERATORS[Math.floor(chance() ** 2 * 3)]!, addDays(DAYS[0]!, -1000 + Math.floor(chance() * 1100))))
  const editions: DrawnEdition[] = []
  for (const today of DAYS) {
    if (editions.length > 0) people = later(chance, people, BASINS, OPERATORS, addDays(DAYS[0]!, -500), 500, 0.03)
    editions.push(editionOf(people, BASINS, today, editions.at(-1) ?? null, options))
  }
  return editions
}

describe.each([41, 42, 43])('three editions of a country drawn from %i', (seed) => {
  const editions = drawn(seed)
  const open = drawn(seed, { revisions: false })
  const bare = drawn(seed, { secondary: false })

  test('revise some counts by five or more, keep others, and say most again', () => {
    for (const [then, now] of [[editions[0]!, editions[1]!], [editions[1]!, editions[2]!]] as const) {
      const both = then.world.cells.flatMap(({ count }, cell) => {
        const name = [...then.at.keys()][cell]!
        const other = now.at.get(name)
        return then.hidden[cell] === 1 || other === undefined ? [] : [{ was: count, is: now.world.system.values[other]!, hidden: now.hidden[other] === 1 }]
      })
      expect(both.filter((one) => one.hidden).length).toBeGreaterThan(50)
      expect(both.filter((one) => !one.hidden && Math.abs(one.is - one.was) >= 5).length).toBeGreaterThan(10)
      expect(both.filter((one) => !one.hidden && one.is === one.was).length).toBeGreaterThan(40)
    }
  })

  test('give up no small revision, subtracted from one another', () => {
    expect(revisionsFound(editions)).toEqual([])
  })

  test('nor of what is left of a total without the parts that are told', () => {
    expect(groupsFound(editions)).toBe(0)
  })

  test('give up nothing small each, by elimination nor by ranges, though they keep some of what was said', () => {
    for (const { world, hidden, told } of editions) {
      const sensitive = sensitiveCells(world.system, told)
      const found = deducible(world.system, hidden)
      expect(found.filter((one, cell) => one === 1 && sensitive[cell] === 1)).toHaveLength(0)
      expect([...byHand(world, hidden)].filter((cell) => sensitive[cell] === 1)).toEqual([])
      expect(world.cells.filter(({ count }, cell) => hidden[cell] === 0 && count > 0 && count < 5)).toEqual([])
    }
  })

  test('what was only ever hidden stays so', () => {
    const names = (edition: DrawnEdition) => new Set([...edition.at].flatMap(([name, cell]) => (cell < edition.world.cells.length && edition.hidden[cell] === 1 ? [name] : [])))
    const [first, second] = [names(editions[0]!), names(editions[1]!)]
    expect([...first].filter((name) => editions[1]!.at.has(name) && !name.includes(' live ') && !second.has(name))).toEqual([])
  })

  test('would, were revisions said as they come, or were they alone hidden', () => {
    expect(revisionsFound(open).length).toBeGreaterThan(50)
    expect(groupsFound(open)).toBeGreaterThan(50)
    expect(revisionsFound(bare).length).toBeGreaterThan(50)
  })

  test('an operator that knows its own people finds no few of the others, nor a few more of them', () => {
    const few = (values: ArrayLike<number>, edition: DrawnEdition) => Array.from(values, (value, cell) => (edition.world.system.guarded![cell] === 1 && isSensitive(value, 0) ? cell : -1)).filter((cell) => cell !== -1)
    let guarded = 0
    for (const operator of OPERATORS) {
      for (const edition of editions) {
        const others = edition.world.system.views![edition.world.operators.indexOf(operator)]!
        const known = deducible(edition.world.system, edition.hidden)
        const hand = byHand(edition.world, edition.hidden, others)
        guarded += few(others, edition).length
        expect(few(others, edition).filter((cell) => known[cell] === 1 || edition.hidden[cell] === 0 || hand.has(cell))).toEqual([])
      }
      for (const [then, now] of pairsOf(editions)) {
        const [before, after] = [knower(then), knower(now)]
        const [viewThen, viewNow] = [then, now].map(({ world }) => world.system.views![world.operators.indexOf(operator)]!) as [ArrayLike<number>, ArrayLike<number>]
        const told = [...now.at].filter(([name, cell]) => now.world.system.guarded![cell] === 1 && then.at.has(name) && tellsRevision(after(name, viewNow), before(name, viewThen)))
        expect(told.map(([name]) => name)).toEqual([])
      }
      expect(groupsFound(editions, operator)).toBe(0)
    }
    expect(guarded).toBeGreaterThan(100)
  })
})

test('an operator would find the others’ few and their changes, were they not guarded', () => {
  const editions = drawn(44)
  const unguarded = editions.map((edition) => ({ ...edition, hidden: maskCells({ ...edition.world.system, others: edition.world.system.others, views: [], guarded: new Uint8Array(edition.world.system.values.length) }) }))
  expect(OPERATORS.map((operator) => groupsFound(unguarded, operator)).reduce((sum, one) => sum + one)).toBeGreaterThan(20)
})
