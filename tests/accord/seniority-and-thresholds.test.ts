import { describe, expect, it } from 'vitest'
import { day } from '@/lib/accord/index.ts'
import { fullMonths, severanceOf } from '@/lib/accord/rules/employer-money.ts'
import { asText, euro } from '@/lib/accord/rules/money.ts'
import { earliestEnd, reachesMinimum, spanAgainstThreshold } from '@/lib/accord/rules/work.ts'
import { parametersOf } from '@/lib/accord/texts/governing.ts'
import { shippedTexts } from '@/lib/accord/texts/shipped.ts'

/* The days on which a length turns: seniority in full months, a contract against the length that ends the CSP. */

describe('R-140: seniority in full months', () => {
  it.each([
    ['2025-01-30', '2025-09-29', 7],
    ['2025-01-29', '2025-09-29', 8],
    ['2025-01-28', '2025-09-29', 8],
    ['2024-12-15', '2025-01-14', 0],
    ['2024-12-15', '2025-01-15', 1],
    ['2000-01-01', '2025-09-29', 308],
    ['2025-01-31', '2025-02-28', 1],
  ])('from %s to %s: %i', (from, to, months) => {
    expect(fullMonths(day(from), day(to))).toBe(months)
  })

  it('is opened by a year until 23 September 2017, by eight months from the 24th', () => {
    const opens = (endOn: string) => {
      const { opensAt, opens: open } = severanceOf(euro('3000'), day('2017-01-10'), day(endOn), 0)
      return [opensAt, open]
    }
    expect([opens('2017-09-23'), opens('2017-09-24')]).toEqual([[12, false], [8, true]])
  })

  it('counts a part of a month of notice in days, thirty to the month', () => {
    const withNotice = (hiredOn: string, months: number) => severanceOf(euro('3000'), day(hiredOn), day('2025-09-29'), months).monthsWithNotice
    // Three months and a half after 29 September: 13 January.
    expect([withNotice('2000-01-13', 3.5), withNotice('2000-01-14', 3.5)]).toEqual([312, 311])
    expect([withNotice('2000-10-29', 1), withNotice('2000-10-30', 1)]).toEqual([300, 299])
  })

  it('gives a share of it, of what is over ten years apart', () => {
    const { amount, upToTen, beyondTen } = severanceOf(euro('3000'), day('2015-08-29'), day('2025-09-29'), 0)
    expect([amount, upToTen, beyondTen].map(asText)).toEqual(['7583.33', '7500.00', '83.33'])
  })
})

describe('R-410, R-411: a bounded contract against the length that ends the CSP', () => {
  const from = day('2026-01-05')

  it.each([
    ['over three months (2012)', { kind: 'over', months: 3 }, ['under', 'under', 'over'], '2026-04-04'],
    ['six months or more (2015)', { kind: 'from', months: 6 }, ['under', 'exactly', 'over'], '2026-07-04'],
    ['any job (2011), which is told otherwise', { kind: 'any' }, ['under', 'under', 'under'], '2026-07-04'],
  ] as const)('%s: the day before, the day and the day after', (_, threshold, standings, last) => {
    const at = day(last)
    expect([-1, 0, 1].map((days) => spanAgainstThreshold(from, (at + days) as typeof at, threshold))).toEqual(standings)
  })
})

describe('R-400: the shortest work period', () => {
  const rulesOf = (code: string) => parametersOf(shippedTexts, shippedTexts.agreements.find((agreement) => agreement.code === code)!).work

  it.each([
    ['A0', '2026-01-30', 'a month'],
    ['H', '2026-01-02', 'three days'],
  ])('under %s ends on %s at the earliest: %s', (code, first) => {
    const rules = rulesOf(code)
    const [from, end] = [day('2025-12-31'), day(first)]
    expect(earliestEnd(from, rules)).toBe(end)
    expect([reachesMinimum(from, end, rules), reachesMinimum(from, (end - 1) as typeof end, rules), reachesMinimum(from, null, rules)]).toEqual([true, false, true])
  })

  it('is a day where a text asks for no length', () => {
    const free = { ...rulesOf('H'), minimumDays: null, minimumMonths: null }
    const from = day('2026-01-05')
    expect([reachesMinimum(from, from, free), earliestEnd(from, free)]).toEqual([true, from])
  })
})
