import { describe, expect, test } from 'vitest'
import { day, isoOf } from '@/lib/accord/calendar/day.ts'
import { monthEnd, monthsIn, monthStart, periodBefore, stockDay, wholeMonth, windowOf, type Period } from '@/lib/indicators/period.ts'

const span = (from: string, to: string): Period => ({ from: day(from), to: day(to) })
const said = ({ from, to }: Period) => `${isoOf(from)} ${isoOf(to)}`

test('the first and last days of a month', () => {
  expect([monthStart(day('2024-02-29')), monthEnd(day('2024-02-01')), monthStart(day('2026-12-31')), monthEnd(day('2026-12-31'))].map(isoOf)).toEqual(['2024-02-01', '2024-02-29', '2026-12-01', '2026-12-31'])
})

describe('the months of a span', () => {
  test.each([
    ['2026-01-01', '2026-03-31', ['2026-01-01 2026-01-31', '2026-02-01 2026-02-28', '2026-03-01 2026-03-31']],
    ['2026-01-15', '2026-03-01', ['2026-01-15 2026-01-31', '2026-02-01 2026-02-28', '2026-03-01 2026-03-01']],
    ['2026-01-15', '2026-01-20', ['2026-01-15 2026-01-20']],
    ['2025-12-31', '2026-01-01', ['2025-12-31 2025-12-31', '2026-01-01 2026-01-01']],
  ])('from %s to %s', (from, to, months) => expect(monthsIn(span(from, to)).map(said)).toEqual(months))
})

describe('the span before', () => {
  test.each([
    ['2026-04-01', '2026-06-30', '2026-01-01 2026-03-31'], ['2026-02-01', '2026-02-28', '2026-01-01 2026-01-31'], ['2026-03-01', '2026-03-31', '2026-02-01 2026-02-28'],
    ['2026-04-02', '2026-04-08', '2026-03-26 2026-04-01'], ['2026-04-01', '2026-04-08', '2026-03-24 2026-03-31'], ['2026-04-24', '2026-04-30', '2026-04-17 2026-04-23'], ['2026-04-09', '2026-04-09', '2026-04-08 2026-04-08'],
  ])('%s to %s: %s', (from, to, before) => expect(said(periodBefore(span(from, to)))).toBe(before))
})

describe('what can be seen on a day', () => {
  const flow = { maturityMonths: 0, judgedTheDayAfter: false }
  const seen = (definition: typeof flow, today: string) => {
    const { first, last, come } = windowOf(definition, span('2026-07-01', '2026-09-30'), day(today))
    return [first, last, come].map(isoOf)
  }
  test('a flow, to today', () => {
    expect(seen(flow, '2026-08-15')).toEqual(['2026-07-01', '2026-08-15', '2026-08-15'])
    expect(seen(flow, '2026-10-01')).toEqual(['2026-07-01', '2026-09-30', '2026-09-30'])
  })
  test('a deadline, to the eve', () => {
    expect(seen({ ...flow, judgedTheDayAfter: true }, '2026-08-15')).toEqual(['2026-07-01', '2026-08-14', '2026-08-14'])
    expect(seen({ ...flow, judgedTheDayAfter: true }, '2026-09-30')).toEqual(['2026-07-01', '2026-09-29', '2026-09-29'])
  })
  test('a cohort, to those old enough; what has come is another matter', () => {
    expect(seen({ ...flow, maturityMonths: 3 }, '2026-11-15')).toEqual(['2026-07-01', '2026-08-15', '2026-09-30'])
    expect(seen({ ...flow, maturityMonths: 3 }, '2026-12-31')).toEqual(['2026-07-01', '2026-09-30', '2026-09-30'])
  })
  test('a stock, at the end of the period or today', () => {
    expect([stockDay(span('2026-07-01', '2026-09-30'), day('2026-08-15')), stockDay(span('2026-07-01', '2026-09-30'), day('2026-10-15'))].map(isoOf)).toEqual(['2026-08-15', '2026-09-30'])
  })
  test.each([
    ['2026-10-15', '2026-09-01 2026-09-30'], ['2026-09-30', '2026-09-01 2026-09-30'], ['2026-09-29', '2026-08-01 2026-08-31'], ['2026-09-01', '2026-08-01 2026-08-31'], ['2026-07-10', '2026-06-01 2026-06-30'],
  ])('a month read whole, on %s: %s', (today, month) => expect(said(wholeMonth(span('2026-07-01', '2026-09-30'), day(today)))).toBe(month))
})
