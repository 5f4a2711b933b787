import { describe, expect, test } from 'vitest'
import { addDays, day } from '@/lib/accord/calendar/day.ts'
import { allowancePaid, payableSpans, spansText } from '@/lib/indicators/allowance.ts'
import { fileOf } from '@/tests/accord/a-file'

describe('R-204: the allowance of a span of days', () => {
  const file = (today: string) =>
    fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-12'], ['work_period', '2025-11-03', { to: '2025-11-23', contract: 'cdd', employer: 'company', validatedOn: '2025-11-01' }]], today })
  // The CSP runs from 30 September 2025 to 29 September 2026; 21 days of work are not paid.
  const spans = payableSpans(file('2026-01-10').ledger)
  const TODAY = day('2026-01-10')
  const YEAR = { from: day('2025-01-01'), to: day('2025-12-31') }

  test('counts the days paid by the eve, both ends included, without the days that work suspends', () => {
    const days = (from: string, to: string) => allowancePaid(spans, '50.10', { from: day(from), to: day(to) }, TODAY).days
    expect(days('2025-09-29', '2025-09-29')).toBe(0)
    expect(days('2025-09-30', '2025-09-30')).toBe(1)
    expect(days('2025-11-02', '2025-11-24')).toBe(2)
    expect([days('2026-01-09', '2026-01-09'), days('2026-01-10', '2026-01-10'), days('2026-01-10', '2026-01-01')]).toEqual([1, 0, 0])
    expect(days('2025-01-01', '2026-12-31')).toBe(102 - 21)
    expect(days('2025-01-01', '2026-12-31')).toBe(file('2026-01-10').ledger?.totals.paid)
  })
  test('multiplies to the cent, and estimates nothing from an amount that is not known', () => {
    expect(allowancePaid(spans, '50.10', YEAR, TODAY)).toEqual({ days: 72, daily: '50.10', amount: '3607.20' })
    expect(allowancePaid(spans, null, YEAR, TODAY)).toEqual({ days: 72, daily: null, amount: null })
  })
  test('is kept as days that time alone does not change', () => {
    expect(spansText(spans)).toBe('{[2025-09-30,2025-11-03),[2025-11-24,2026-09-30)}')
    expect(payableSpans(file('2026-05-05').ledger)).toEqual(spans)
    expect([spansText([]), payableSpans(null)]).toEqual(['{}', []])
    expect(addDays(spans[0]!.to, 1)).toBe(day('2025-11-03'))
  })
})
