import { describe, expect, test } from 'vitest'
import { bandLayout, type BandInput, type BandMark, type BandSpan } from '@/components/file/parcours/layout.ts'
import { addDays, day } from '@/lib/accord/calendar/day.ts'

const span = (from: string, to: string | null, changes: Partial<BandSpan> = {}): BandSpan => ({
  lane: 'csp', tone: 'csp', from: day(from), to: to === null ? null : day(to), label: 'CSP', title: 'CSP', ...changes,
})
const mark = (key: string, on: string): BandMark => ({ key, on: day(on), state: 'planned', title: key, href: `#${key}` })
const input = (changes: Partial<BandInput> = {}): BandInput => ({
  spans: [span('2026-01-28', '2027-01-27')], marks: [], today: day('2026-11-22'), monthName: () => 'janv.', ...changes,
})

describe('the parcours band', () => {
  test('is not drawn while nothing is dated', () => {
    expect(bandLayout(input({ spans: [] }), 760)).toBeNull()
  })

  test('starts on the first of a month and shows three months at least', () => {
    const layout = bandLayout(input({ spans: [span('2026-03-15', '2026-03-20')], today: day('2026-03-16') }), 760)
    expect(layout?.months).toHaveLength(3)
    expect(layout?.months[0]).toMatchObject({ x: layout?.left, year: 2026 })
  })

  test.each([340, 620, 760, 1000])('keeps everything within its %i units', (width) => {
    const layout = bandLayout(input({
      spans: [span('2026-01-28', '2027-01-27'), span('2026-10-26', null, { lane: 'job', tone: 'job' })],
      marks: [mark('1', '2026-01-06'), mark('2', '2027-04-26')],
    }), width)
    for (const placed of layout?.spans ?? []) {
      expect(placed.x).toBeGreaterThanOrEqual(0)
      expect(placed.x + placed.width).toBeLessThanOrEqual(width)
    }
    for (const { x } of layout?.marks ?? []) {
      expect(x - 13).toBeGreaterThanOrEqual(0)
      expect(x + 13).toBeLessThanOrEqual(width)
    }
  })

  test('drops a row rather than let thirty close marks meet: each can be reached alone', () => {
    const marks = Array.from({ length: 30 }, (_, index) => ({ ...mark(String(index), '2026-06-01'), on: addDays(day('2026-06-01'), index) }))
    const layout = bandLayout(input({ marks }), 340)
    const placed = layout?.marks ?? []
    expect(placed).toHaveLength(30)
    for (const a of placed) {
      for (const b of placed.filter((other) => other !== a)) {
        expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual(26)
      }
    }
    expect(layout?.height).toBeGreaterThan(Math.max(...placed.map(({ y }) => y)))
  })

  test('draws two trainings of the same days on two rows', () => {
    const training = { lane: 'training', tone: 'training' } as const
    const layout = bandLayout(input({ spans: [span('2026-03-02', '2026-05-29', training), span('2026-04-01', '2026-04-30', training)] }), 760)
    const rows = new Set(layout?.spans.map(({ y }) => y))
    expect(rows.size).toBe(2)
  })

  test('marks today only within what is drawn', () => {
    expect(bandLayout(input({ today: day('2029-01-01') }), 760)?.todayX).toBeNull()
    expect(bandLayout(input(), 760)?.todayX).toBeGreaterThan(96)
  })

  test('writes a label in its bar, else beside it, else nowhere', () => {
    const leave = { lane: 'suspensions', tone: 'leave', label: 'Arrêt maladie' } as const
    const placed = bandLayout(input({
      spans: [span('2026-02-01', '2026-08-30', leave), span('2026-09-20', '2026-09-22', leave), span('2026-09-25', '2027-01-20', { ...leave, label: 'x'.repeat(80) })],
    }), 760)?.spans
    expect(placed?.map(({ labelInside, labelX }) => (labelX === null ? 'nowhere' : labelInside ? 'inside' : 'beside'))).toEqual(['inside', 'nowhere', 'nowhere'])
  })
})
