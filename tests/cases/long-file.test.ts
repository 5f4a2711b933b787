import { describe, expect, it } from 'vitest'
import { addDays, day, isoOf, parseFact, shippedTexts, type Fact, type FileRecord, type Settings } from '@/lib/accord'
import { suppose } from '@/lib/accord/file/what-if.ts'
import { learnedAfter } from '@/lib/cases/queries/two-days.ts'
import type { FactLine } from '@/lib/cases/queries/file-view.ts'
import { fact, frame } from '@/tests/accord/a-file.ts'

/* A file far longer than a year makes one: what asks it again and again stays within a page's patience. */

const FACTS = 1_000
const settings: Settings = { rollPolicy: 'none', contactIntervalDays: 7, followUpIntervalDays: 30 }
const contactOn = (index: number): string => isoOf(addDays(day('2026-03-02'), Math.floor(index / 4)))

const record: FileRecord = {
  frame: frame('2026-02-02'),
  facts: [fact(['proposal_handed_over', '2026-02-02']), fact(['accepted', '2026-02-10']), ...Array.from({ length: FACTS }, (_, index) => fact(['contact_held', contactOn(index)]))],
}

describe('a file of a thousand facts', () => {
  it('is replayed line by line with each line read once', () => {
    const line = (sequence: number, kind: FactLine['kind'], terms: Record<string, unknown>): FactLine => ({
      id: String(sequence), sequence, kind, onDay: '2026-02-02', untilDay: null, terms, supersedes: null, recordedAt: new Date(1_770_000_000_000 + sequence * 60_000), recordedBy: 'Ines', recordedById: 'ines', reason: null, content: null,
    })
    let read = 0
    const counted = (terms: Record<string, unknown>) => new Proxy(terms, { ownKeys: (target) => { read += 1; return Reflect.ownKeys(target) } })
    const lines = [line(1, 'frame', { engagedOn: '2026-02-02', entryPath: 'employer' }), ...Array.from({ length: FACTS }, (_, index) => line(index + 2, 'contact_held', counted({ on: contactOn(index) })))]
    const learned = learnedAfter(lines, lines[1]!.recordedAt, shippedTexts, [], 'Europe/Paris')
    expect(learned.at(-1)!.record.facts).toHaveLength(FACTS)
    expect(read).toBeLessThanOrEqual(2 * FACTS)
  })

  it('is searched for what would be admitted within bounds, and says nothing where it did not find', () => {
    const impossible = Array.from({ length: 6 }, (_, index): Fact => {
      const parsed = parseFact('bonus_paid', { kind: 'bonus_paid', on: `2026-12-0${index + 1}`, amount: '1.00' })
      if (!parsed.success) throw parsed.error
      return parsed.data
    })
    let derived = 0
    const asking = { settings, today: day('2026-12-01'), get texts() { derived += 1; return shippedTexts } }
    const { refused } = suppose(record, impossible, asking)
    expect(refused.map(({ nearest }) => nearest)).toEqual([null, null, null, null, null, null])
    // Without a bound, each of the six is tried on 184 other days.
    expect(derived).toBeLessThan(100)
  })
})
