import { describe, expect, test } from 'vitest'
import { addDays, day, isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { definitionOf, type IndicatorId } from '@/lib/indicators/definitions.ts'
import { reading, type Tally } from '@/lib/indicators/reading.ts'

const TODAY = day('2026-11-22')
const read = (id: IndicatorId, [from, to]: readonly [string, string], counts: Partial<Tally>, today: Day = TODAY) =>
  reading(definitionOf(id), { from: day(from), to: day(to) }, { of: 0, counted: null, sum: null, base: null, come: null, ...counts }, today)
const Q3 = ['2026-07-01', '2026-09-30'] as const

describe('what a figure is worth', () => {
  test('a count', () => expect(read('entries', Q3, { of: 12 })).toEqual({ value: 12, missing: null, of: 12, counted: null, sum: null, seen: null }))
  test('a share', () => expect(read('preBilanInTime', Q3, { of: 8, counted: 6 })).toMatchObject({ value: 0.75, missing: null, of: 8, counted: 6 }))
  test('a share of which none is counted is nought, not missing', () => expect(read('preBilanInTime', Q3, { of: 8, counted: 0 })).toMatchObject({ value: 0, missing: null }))
  test('a mean in days, and in euros', () => {
    expect(read('daysToPreBilan', Q3, { of: 4, sum: '26' })).toMatchObject({ value: 6.5, sum: '26' })
    expect(read('bonusFirstAmount', ['2024-01-01', '2024-12-31'], { of: 3, sum: '6000.30', base: 9, come: 9 }).value).toBeCloseTo(2000.1, 10)
  })
  test('a mean in months of 365.25 days a year', () => expect(read('stayMean', ['2024-01-01', '2024-12-31'], { of: 2, sum: '730.5', base: 2, come: 2 }).value).toBeCloseTo(12, 10))
  test('a mean that adds up to nothing is nought', () => expect(read('daysToPreBilan', Q3, { of: 4, sum: null })).toMatchObject({ value: 0, missing: null }))
})

describe('why there is none', () => {
  const begins = (on: Day) => [isoOf(on), '2026-12-31'] as const
  test('a period that begins today has begun; one of tomorrow is to come', () => {
    expect(read('entries', begins(TODAY), {})).toMatchObject({ value: 0, missing: null })
    expect(read('entries', begins(addDays(TODAY, 1)), {})).toMatchObject({ value: null, missing: 'to_come' })
  })
  test('silence is known of today: of a period that reaches it, not of one that ended on the eve', () => {
    expect(read('withoutContact', ['2026-10-01', '2026-12-31'], { of: 5, counted: 1 })).toMatchObject({ value: 0.2, missing: null })
    expect(read('withoutContact', ['2026-10-01', isoOf(TODAY)], { of: 5, counted: 1 }).missing).toBeNull()
    expect(read('withoutContact', ['2026-10-01', isoOf(addDays(TODAY, -1))], { of: 5, counted: 1 })).toMatchObject({ value: null, missing: 'today_only' })
  })
  test('nobody it is about, be it for a deadline that is judged tomorrow', () => {
    expect(read('preBilanInTime', begins(TODAY), { counted: 0 })).toMatchObject({ value: null, missing: 'nobody' })
    expect(read('durableAtExit', Q3, {})).toMatchObject({ value: null, missing: 'nobody' })
    expect(read('daysToPreBilan', Q3, { sum: '0' })).toMatchObject({ value: null, missing: 'nobody' })
  })
  describe('a cohort', () => {
    // Thirteen months: of 22 November 2026, whoever came by 22 October 2025 is seen.
    test('nobody can be seen of it yet: it is too young, though nobody came', () => {
      expect(read('bonusTakeUp', ['2025-10-23', '2025-12-31'], { base: 0, come: 0 })).toMatchObject({ missing: 'too_young', seen: null })
      expect(read('bonusTakeUp', ['2025-10-23', '2025-12-31'], { base: 0, come: 3 })).toMatchObject({ missing: 'too_young', seen: { files: 0, of: 3, until: '2025-10-22' } })
    })
    test('its first day can be seen: nobody came then', () => expect(read('bonusTakeUp', ['2025-10-22', '2025-12-31'], { base: 0, come: 0 })).toMatchObject({ missing: 'nobody' }))
    test('its first day can be seen, and all came later: too young', () => expect(read('bonusTakeUp', ['2025-10-22', '2025-12-31'], { base: 0, come: 2 })).toMatchObject({ missing: 'too_young' }))
    test('some were seen, none of those it is about', () => expect(read('bonusSecond', ['2025-01-01', '2025-12-31'], { base: 4, come: 6 })).toMatchObject({ missing: 'nobody', seen: { files: 4, of: 6, until: '2025-07-22' } }))
    test('seen whole: nothing more is said', () => expect(read('bonusTakeUp', ['2024-01-01', '2024-12-31'], { of: 6, counted: 3, base: 6, come: 6 })).toMatchObject({ value: 0.5, seen: null }))
    test('one of two known alone says nothing of how much is seen', () => {
      expect(read('bonusTakeUp', ['2025-01-01', '2025-12-31'], { of: 1, counted: 1, base: 1 }).seen).toBeNull()
      expect(read('bonusTakeUp', ['2025-01-01', '2025-12-31'], { of: 1, counted: 1, come: 1 }).seen).toBeNull()
    })
  })
})
