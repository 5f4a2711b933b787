import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, day, isoOf } from '@/lib/accord/calendar/day.ts'
import { DEFINITIONS, definitionOf } from '@/lib/indicators/definitions.ts'
import { latestSeen, neighbour, PACES, periodCompared, periodOfCode, presentQuarter, readPeriod, trendOf } from '@/lib/indicators/period-choice.ts'
import { lastMature, periodBefore, windowOf } from '@/lib/indicators/period.ts'
import { DEPARTMENTS, REGIONS } from '@/lib/indicators/places.ts'

const today = day('2026-11-22')
const asked = (from: string, to: string, on = today) => readPeriod({ period: null, from, to }, on)

describe('how far a period goes', () => {
  test.each([
    ['2000-01-01', '2000-01-02', null], ['1999-12-31', '2000-01-02', 'too_early'], ['1900-01-01', '1900-01-02', 'too_early'],
    ['2006-01-01', '2026-11-22', null], ['2020-01-01', '2059-12-31', null], ['2020-01-01', '2060-01-01', 'too_long'], ['2020-01-01', '2199-12-31', 'too_long'],
  ] as const)('%s to %s: %s', (from, to, problem) => {
    const { choice, problem: told } = asked(from, to)
    expect(told).toBe(problem)
    expect(choice.code === presentQuarter(today).code).toBe(problem !== null)
  })

  test('a code before 2000 is said, and no step leads there', () => {
    expect(readPeriod({ period: '1999-Q4', from: null, to: null }, today).problem).toBe('too_early')
    expect(neighbour(periodOfCode('2000-Q1', today)!, -1, today)).toBeNull()
  })

  test('of any that is heard, all that a page asks for can be made', () => {
    fc.assert(
      fc.property(fc.integer({ min: -11_000, max: 70_000 }), fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 0, max: 9000 }), fc.constantFrom(...DEFINITIONS), fc.constantFrom(...PACES), (start, length, later, definition, pace) => {
        const on = addDays(today, later)
        const begun = addDays(day('2000-01-01'), start)
        const end = addDays(begun, length)
        if (end > day('2199-12-31')) return
        const { choice } = asked(isoOf(begun), isoOf(end), on)
        periodCompared(choice, on)
        const seen = latestSeen(definition, choice.period, on)
        if (seen !== null) periodBefore(seen)
        for (const point of trendOf(definition, pace, choice.period.to < on ? choice.period.to : on, on)) expect(point.choice.code).not.toBeNull()
      }),
      { examples: [[0, 30, 0, definitionOf('entries'), 'month'], [0, 90, 0, definitionOf('bonusTakeUp'), 'quarter']] },
    )
  })
})

describe('the last day of a period', () => {
  test.each([['2026-12-30', true], ['2026-12-31', true], ['2027-01-01', false]])('on %s, the fourth quarter is running: %s', (on, running) => {
    expect(periodOfCode('2026-Q4', day(on))!.running).toBe(running)
    expect(trendOf(definitionOf('entries'), 'quarter', day('2026-12-31'), day(on)).at(-1)!.standing).toBe(running || on === '2026-12-30' ? 'partial' : 'settled')
  })
})

describe('a cohort is old enough on the day said', () => {
  // The bonus is seen at thirteen months: April has no 31, and February neither 29, 30 nor 31.
  test.each([
    ['2025-03-31', '2026-04-29', false], ['2025-03-31', '2026-04-30', true], ['2025-01-31', '2026-02-27', false], ['2025-01-31', '2026-02-28', true],
    ['2024-02-29', '2025-03-28', false], ['2024-02-29', '2025-03-29', true], ['2025-02-28', '2026-03-28', true], ['2025-02-28', '2026-03-27', false],
  ])('those of %s, seen on %s: %s', (came, on, whole) => {
    const cohort = { from: day(came), to: day(came) }
    expect(windowOf(definitionOf('bonusTakeUp'), cohort, day(on)).last >= cohort.to).toBe(whole)
    expect(addMonths(cohort.to, 13) <= day(on)).toBe(whole)
  })

  test('whatever the day: the latest whose months are over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 30 }), (after, months) => {
        const on = addDays(day('2020-01-01'), after)
        const last = lastMature(months, on)
        expect(addMonths(last, months) <= on).toBe(true)
        expect(addMonths(addDays(last, 1), months) > on).toBe(true)
      }),
    )
  })
})

test('a place is looked for among the places of the list alone', () => {
  for (const code of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) expect([REGIONS[code], DEPARTMENTS[code]]).toEqual([undefined, undefined])
  expect([REGIONS['84'], DEPARTMENTS['2A']?.regionCode]).toEqual(['Auvergne-Rhône-Alpes', '94'])
})
