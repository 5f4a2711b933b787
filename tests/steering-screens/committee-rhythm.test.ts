import { describe, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { isInQuarter, nextMeeting, quarterStandings, type DatedMeeting } from '@/lib/steering/committees/rhythm.ts'

const meeting = (plannedOn: string, rest: Partial<DatedMeeting> = {}): DatedMeeting => ({ quarter: `${plannedOn.slice(0, 4)}-Q${Math.ceil(Number(plannedOn.slice(5, 7)) / 3)}`, plannedOn, heldOn: null, cancelled: false, ...rest })
const said = (meetings: readonly DatedMeeting[], today: string, since = '2025-01-01', level: 'region' | 'basin' = 'region') =>
  Object.fromEntries(quarterStandings(level, day(since), meetings, day(today)).map(({ code, standing, meetings: count }) => [code, `${standing} ${count}`]))

describe('R-700: a national or regional committee meets once a quarter', () => {
  test('a quarter without a meeting is said from the day after it, not on its last day', () => {
    expect(said([], '2026-03-31', '2026-01-01')).toEqual({ '2026-Q1': 'to_plan 0' })
    expect(said([], '2026-04-01', '2026-01-01')).toEqual({ '2026-Q2': 'to_plan 0', '2026-Q1': 'missed 0' })
  })

  test('a date counts until its day, that day included; after it, whether it took place is asked', () => {
    expect(said([meeting('2026-03-10')], '2026-03-10', '2026-01-01')).toEqual({ '2026-Q1': 'planned 1' })
    expect(said([meeting('2026-03-10')], '2026-03-11', '2026-01-01')).toEqual({ '2026-Q1': 'to_confirm 1' })
    expect(said([meeting('2026-03-10')], '2026-04-01', '2026-01-01')['2026-Q1']).toBe('to_confirm 1')
    expect(said([meeting('2026-03-10', { heldOn: '2026-03-12' })], '2026-04-01', '2026-01-01')['2026-Q1']).toBe('held 1')
    expect(said([meeting('2026-03-10', { cancelled: true })], '2026-04-01', '2026-01-01')['2026-Q1']).toBe('missed 0')
  })

  test('two meetings of a quarter are allowed and counted; quarters before the committee are not asked', () => {
    expect(said([meeting('2026-01-10', { heldOn: '2026-01-10' }), meeting('2026-03-10')], '2026-02-01', '2025-12-31')).toEqual({ '2026-Q1': 'held 2', '2025-Q4': 'missed 0' })
    expect(Object.keys(said([], '2026-02-01', '2020-01-01'))).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1'])
  })

  test('a local committee has no rhythm to keep', () => {
    expect(said([], '2026-04-01', '2025-01-01', 'basin')).toEqual({})
  })
})

test('a day is in its quarter from the first to the last', () => {
  for (const [iso, inside] of [['2025-12-31', false], ['2026-01-01', true], ['2026-03-31', true], ['2026-04-01', false]] as const) expect(isInQuarter(day(iso), '2026-Q1')).toBe(inside)
  expect(isInQuarter(day('2026-01-01'), '2026-T1')).toBe(false)
})

test('the next date is the nearest to come, today included', () => {
  const meetings = [meeting('2026-06-01'), meeting('2026-03-10'), meeting('2026-03-09', { cancelled: true }), meeting('2026-02-01')]
  expect(nextMeeting(meetings, '2026-03-09')?.plannedOn).toBe('2026-03-10')
  expect(nextMeeting(meetings, '2026-03-10')?.plannedOn).toBe('2026-03-10')
  expect(nextMeeting(meetings, '2026-03-11')?.plannedOn).toBe('2026-06-01')
  expect(nextMeeting(meetings, '2026-06-02')).toBe(null)
})
