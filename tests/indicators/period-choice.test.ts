import { describe, expect, test } from 'vitest'
import { day, isoOf } from '@/lib/accord/calendar/day.ts'
import { definitionOf, INDICATOR_IDS } from '@/lib/indicators/definitions.ts'
import { latestSeen, neighbour, periodCompared, periodOfCode, periodsOffered, presentQuarter, readPeriod, trendOf } from '@/lib/indicators/period-choice.ts'
import { windowOf, type Period } from '@/lib/indicators/period.ts'

const today = day('2026-11-22')
const said = (period: Period | null) => (period === null ? null : `${isoOf(period.from)} ${isoOf(period.to)}`)
const asked = (period: string | null, from: string | null = null, to: string | null = null) => readPeriod({ period, from, to }, today)

describe('the period of an address', () => {
  test.each([
    ['2026-Q4', '2026-10-01 2026-12-31', true],
    ['2026-Q3', '2026-07-01 2026-09-30', false],
    ['2026-11', '2026-11-01 2026-11-30', true],
    ['2024-02', '2024-02-01 2024-02-29', false],
    ['2026', '2026-01-01 2026-12-31', true],
    ['12m', '2025-11-01 2026-10-31', false],
  ])('%s', (code, days, running) => {
    const { choice, problem } = asked(code)
    expect([said(choice.period), choice.running, choice.code, problem]).toEqual([days, running, code, null])
  })

  test('without one, the present quarter', () => {
    expect(asked(null)).toEqual({ choice: presentQuarter(today), problem: null })
    expect(presentQuarter(today).code).toBe('2026-Q4')
  })

  test('two days, or one, and a span that has a name takes it', () => {
    expect(said(asked(null, '2026-03-05', '2026-06-07').choice.period)).toBe('2026-03-05 2026-06-07')
    expect(said(asked(null, '2026-03-05').choice.period)).toBe('2026-03-05 2026-03-05')
    expect(asked(null, '2026-07-01', '2026-09-30').choice.code).toBe('2026-Q3')
    expect(asked(null, '2026-07-01', '2026-07-31').choice.code).toBe('2026-07')
    expect(asked(null, '2025-01-01', '2025-12-31').choice.code).toBe('2025')
    expect(asked(null, '2026-07-01', '2026-09-29').choice.code).toBeNull()
  })

  test.each([
    ['2026-Q5', null, null, 'unreadable'], ['2026-13', null, null, 'unreadable'], ['hier', null, null, 'unreadable'], [null, '2026-02-30', '2026-03-01', 'unreadable'],
    [null, '2026-03-02', '2026-03-01', 'upside_down'],
    ['2027-Q1', null, null, 'to_come'], [null, '2026-11-23', '2026-11-30', 'to_come'],
  ] as const)('%s %s %s is said, and the present quarter answers', (period, from, to, problem) => {
    expect(asked(period, from, to)).toEqual({ choice: presentQuarter(today), problem })
  })

  test('each is named as it was asked for', () => {
    const name = (code: string) => asked(code).choice.name
    expect([name('2026-Q3'), name('2026-03'), name('2025'), name('12m'), asked(null, '2026-03-05', '2026-03-07').choice.name, presentQuarter(today).name]).toEqual([
      { kind: 'quarter', year: 2026, quarter: 3 }, { kind: 'month', year: 2026, month: 3 }, { kind: 'year', year: 2025 }, { kind: 'twelve' }, { kind: 'days' }, { kind: 'quarter', year: 2026, quarter: 4 },
    ])
  })

  test('one that ends today is not over', () => {
    const on = (code: string, end: string) => periodOfCode(code, day(end))!.running
    expect([on('2026-11', '2026-11-30'), on('2026-11', '2026-12-01'), on('2026-Q4', '2026-12-31')]).toEqual([true, false, true])
    expect(readPeriod({ period: null, from: '2026-11-10', to: '2026-11-22' }, today).choice.running).toBe(true)
    expect(readPeriod({ period: null, from: '2026-11-10', to: '2026-11-21' }, today).choice.running).toBe(false)
    expect(periodsOffered(day('2026-12-31')).quarters[0]!.running).toBe(true)
  })

  test('one day alone is a span of that day, whichever of the two it is', () => {
    expect(said(asked(null, null, '2026-06-07').choice.period)).toBe('2026-06-07 2026-06-07')
    expect(asked(null, null, '2026-02-30').problem).toBe('unreadable')
    expect(asked(null, '2026-02-30', null).problem).toBe('unreadable')
    expect(asked(null, '2026-03-01', 'hier').problem).toBe('unreadable')
  })

  test('a code is one, and nothing around it', () => {
    for (const code of ['x2026', '2026x', '2026-Q', '2026-Q44', '2026-1', '12m ', '1899']) expect([code, periodOfCode(code, today)]).toEqual([code, null])
  })

  test('today is the last day that has begun', () => {
    expect(asked(null, '2026-11-22', '2026-11-22').problem).toBeNull()
  })
})

describe('what a period is held against', () => {
  const compared = (period: string | null, from: string | null = null, to: string | null = null) => said(periodCompared(asked(period, from, to).choice, today))

  test('the one before, as long', () => {
    expect(compared('2026-Q3')).toBe('2026-04-01 2026-06-30')
    expect(compared('2026-03')).toBe('2026-02-01 2026-02-28')
    expect(compared('12m')).toBe('2024-11-01 2025-10-31')
    expect(compared(null, '2026-03-05', '2026-03-09')).toBe('2026-02-28 2026-03-04')
  })

  test('as many days of it, where the period is not over', () => {
    expect(compared('2026-Q4')).toBe('2026-07-01 2026-08-22')
    expect(compared('2026-11')).toBe('2026-10-01 2026-10-22')
    expect(compared('2026')).toBe('2025-01-01 2025-11-22')
    expect(compared(null, '2026-11-20', '2026-11-30')).toBe('2026-11-17 2026-11-19')
  })

  test('never beyond the end of the one before', () => {
    const last = day('2026-03-31')
    expect(said(periodCompared(periodOfCode('2026-03', last)!, last))).toBe('2026-02-01 2026-02-28')
    const eve = day('2026-03-30')
    expect(said(periodCompared(periodOfCode('2026-03', eve)!, eve))).toBe('2026-02-01 2026-02-28')
  })
})

describe('periods beside', () => {
  test('the one before and the one after, never one that has not begun', () => {
    const beside = (code: string) => [neighbour(periodOfCode(code, today)!, -1, today), neighbour(periodOfCode(code, today)!, 1, today)]
    expect(beside('2026-Q4')).toEqual(['2026-Q3', null])
    expect(beside('2026-Q1')).toEqual(['2025-Q4', '2026-Q2'])
    expect(beside('2026-01')).toEqual(['2025-12', '2026-02'])
    expect(beside('2025')).toEqual(['2024', '2026'])
    expect(beside('12m')).toEqual([null, null])
    expect(neighbour(periodOfCode('2026-10', day('2026-11-01'))!, 1, day('2026-11-01')), 'one that begins today has begun').toBe('2026-11')
    expect(neighbour(asked(null, '2026-03-05', '2026-03-07').choice, 1, today)).toBeNull()
  })

  test('those offered: eight quarters, twelve months, four years, newest first', () => {
    const { quarters, months, years } = periodsOffered(today)
    expect([quarters.length, months.length, years.length]).toEqual([8, 12, 4])
    expect([quarters[0]!.code, quarters[7]!.code, months[0]!.code, months[11]!.code, years[3]!.code]).toEqual(['2026-Q4', '2025-Q1', '2026-11', '2025-12', '2023'])
    expect(quarters.map(({ running }) => running)).toEqual([true, ...Array.from({ length: 7 }, () => false)])
  })
})

describe('a cohort', () => {
  test('too young has its latest seen, as many whole months, seen to its last day', () => {
    // Thirteen months back from 22 November 2026: 22 October 2025; the last whole month is September.
    expect(said(latestSeen(definitionOf('bonusTakeUp'), presentQuarter(today).period, today))).toBe('2025-07-01 2025-09-30')
    expect(latestSeen(definitionOf('entries'), presentQuarter(today).period, today)).toBeNull()
    expect(latestSeen(definitionOf('bonusTakeUp'), periodOfCode('2025-Q3', today)!.period, today)).toBeNull()
    const lastOfMonth = day('2026-10-31')
    expect(said(latestSeen(definitionOf('bonusTakeUp'), periodOfCode('2026-10', lastOfMonth)!.period, lastOfMonth))).toBe('2025-09-01 2025-09-30')
  })

  test.each(INDICATOR_IDS)('%s: what is offered instead is always seen whole', (id) => {
    const definition = definitionOf(id)
    const seen = ['2026-Q4', '2026', '2026-11', '2025-Q4', '12m'].map((code) => latestSeen(definition, periodOfCode(code, today)!.period, today)).filter((period) => period !== null)
    expect(seen.map((period) => windowOf(definition, period, today).last)).toEqual(seen.map(({ to }) => to))
  })

  test('has a trend that ends with the last that can be seen', () => {
    const points = trendOf(definitionOf('bonusTakeUp'), 'month', today, today)
    expect(points.map(({ choice }) => choice.code).slice(-2)).toEqual(['2025-09', '2025-10'])
    expect(points.map(({ standing }) => standing)).toEqual([...Array.from({ length: 11 }, () => 'settled'), 'young'])
    const flow = trendOf(definitionOf('entries'), 'quarter', today, today)
    expect([flow.length, flow.at(-1)!.choice.code, flow.at(-1)!.standing, flow[0]!.choice.code]).toEqual([8, '2026-Q4', 'partial', '2025-Q1'])
    expect(trendOf(definitionOf('entries'), 'month', day('2026-03-31'), today).at(-1)!.choice.code).toBe('2026-03')
  })

  test('its last point is settled on the very day it can be seen whole', () => {
    const last = (id: 'entries' | 'bonusTakeUp', on: string) => trendOf(definitionOf(id), 'month', day(on), day(on)).at(-1)
    expect([last('entries', '2026-10-31')?.standing, last('entries', '2026-10-30')?.standing]).toEqual(['partial', 'partial'])
    // Thirteen months after 30 September 2025.
    expect([last('bonusTakeUp', '2026-10-30'), last('bonusTakeUp', '2026-10-29')].map((point) => `${point?.choice.code} ${point?.standing}`)).toEqual(['2025-09 settled', '2025-09 young'])
  })
})
