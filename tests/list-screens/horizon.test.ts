import { describe, expect, test } from 'vitest'
import { horizonCells, horizonTotals, MARKS_PER_CELL } from '@/components/worklist/horizon.ts'
import { day } from '@/lib/accord/calendar/day.ts'

const sunday = day('2026-11-22')

describe('the four weeks ahead', () => {
  test('start today, last 28 days, and mark weekends', () => {
    const cells = horizonCells(sunday, {})
    expect(cells).toHaveLength(28)
    expect(cells[0]).toMatchObject({ iso: '2026-11-22', weekday: 7, weekend: true, namesMonth: true })
    expect(cells[27]).toMatchObject({ iso: '2026-12-19', weekday: 6, weekend: true, namesMonth: false })
    expect(cells.filter(({ weekend }) => weekend)).toHaveLength(8)
  })

  test('name the month on its first day', () => {
    expect(horizonCells(sunday, {}).filter(({ namesMonth }) => namesMonth).map(({ iso }) => iso)).toEqual(['2026-11-22', '2026-12-01'])
  })

  test('put each deadline on its day, at most three marks', () => {
    const cells = horizonCells(sunday, { '2026-11-25': 2, '2026-12-03': 9, '2026-12-20': 4 })
    expect(cells.find(({ iso }) => iso === '2026-11-25')).toMatchObject({ count: 2, marks: 2 })
    expect(cells.find(({ iso }) => iso === '2026-12-03')).toMatchObject({ count: 9, marks: MARKS_PER_CELL })
  })

  test('sum today, the seven days after, and the rest', () => {
    const counts = { '2026-11-22': 3, '2026-11-23': 1, '2026-11-29': 5, '2026-11-30': 2, '2026-12-19': 4 }
    expect(horizonTotals(horizonCells(sunday, counts))).toEqual({ today: 3, thisWeek: 6, after: 6 })
  })
})
