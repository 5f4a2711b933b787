import { describe, expect, test } from 'vitest'
import { chanceOf, DRIFT_THRESHOLDS, isDrifting, type Lateness } from '@/lib/indicators/drift.ts'

const of = (late: number, people: number): Lateness => ({ late, of: people })

/** The same by counting: every way of drawing a group, one after the other. */
function counted(group: Lateness, all: Lateness): number {
  let ways = 0
  let found = 0
  for (let drawn = 0; drawn < 1 << all.of; drawn += 1) {
    const bits = (mask: number) => mask.toString(2).replaceAll('0', '').length
    if (bits(drawn) !== group.of) continue
    ways += 1
    if (bits(drawn & ((1 << all.late) - 1)) >= group.late) found += 1
  }
  return found / ways
}

describe('what chance alone would give', () => {
  test.each([[3, 5, 6, 12], [1, 4, 3, 10], [4, 4, 4, 11], [2, 6, 2, 12], [5, 6, 7, 13]])('%i late of %i, where %i of %i are: as counted one draw at a time', (late, people, allLate, all) => {
    expect(chanceOf(of(late, people), of(allLate, all))).toBeCloseTo(counted(of(late, people), of(allLate, all)), 12)
  })

  test('is certain where it could not be less, and nothing where it cannot be', () => {
    expect(chanceOf(of(0, 20), of(9, 90))).toBe(1)
    expect(chanceOf(of(5, 20), of(85, 90))).toBe(1)
    // All of a group late while nobody else is: one draw among all those of its size.
    expect(chanceOf(of(4, 4), of(4, 40))).toBeCloseTo(1 / 91_390, 12)
  })

  test('holds on a whole country, and grows smaller with each late file more', () => {
    const chances = [120, 130, 140, 150].map((late) => chanceOf(of(late, 1_000), of(10_000, 100_000)))
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(chances[0]).toBeGreaterThan(0.01)
    expect(chances[3]).toBeLessThan(1e-6)
    expect(chances.every((chance) => chance > 0 && Number.isFinite(chance))).toBe(true)
  })

  test('files late without being followed today count once, and break nothing', () => {
    expect(chanceOf(of(12, 10), of(12, 40))).toBeGreaterThan(0)
    expect(chanceOf(of(50, 10), of(60, 40))).toBeLessThanOrEqual(1)
  })
})

describe('a drift', () => {
  test('is never three files, however late, nor four among nine people', () => {
    expect(DRIFT_THRESHOLDS).toMatchObject({ fewestLate: 4, fewestFollowed: 10, onceIn: 1000 })
    expect(isDrifting(of(3, 10), of(3, 500))).toBe(false)
    expect(isDrifting(of(4, 10), of(4, 500))).toBe(true)
    expect(isDrifting(of(4, 9), of(4, 500))).toBe(false)
  })

  test('is beyond chance to the file: once in a thousand is told, more often is not', () => {
    const others = of(40, 400)
    const drifting = (late: number) => isDrifting(of(late, 40), of(others.late + late, others.of + 40))
    const first = Array.from({ length: 41 }, (_, late) => late).find(drifting)!
    expect(first).toBe(12)
    expect(chanceOf(of(first, 40), of(others.late + first, 440)) * 1000).toBeLessThanOrEqual(1)
    expect(chanceOf(of(first - 1, 40), of(others.late + first - 1, 440)) * 1000).toBeGreaterThan(1)
  })

  test('is half as much again as the others, to the file, where so many files make any gap certain', () => {
    // 150 of 1,000 against 10,000 of 100,000.
    expect(isDrifting(of(150, 1_000), of(10_150, 101_000))).toBe(true)
    expect(isDrifting(of(149, 1_000), of(10_149, 101_000))).toBe(false)
    expect(chanceOf(of(149, 1_000), of(10_149, 101_000)) * 1000).toBeLessThan(1)
  })

  test('who is alone is compared with nobody, and nobody drifts from nothing', () => {
    expect(isDrifting(of(30, 40), of(30, 40))).toBe(false)
    expect(isDrifting(of(0, 40), of(0, 400))).toBe(false)
  })
})
