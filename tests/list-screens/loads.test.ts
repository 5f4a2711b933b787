import { describe, expect, test } from 'vitest'
import { administrationSentence } from '@/components/administration/administration-sentence.ts'
import { readQuarter } from '@/components/basin/quarter-code.ts'
import { averageLoad, bandCounts, percentOf, scaleTop } from '@/components/basin/stage-bands.ts'
import { loadSentence, oneFileMoves } from '@/components/team/team-loads.ts'
import { STAGES } from '@/lib/accord/file/case-file.ts'
import { parseQuarter } from '@/lib/cases/quarter.ts'

describe('bars of a load', () => {
  test('every stage is in exactly one band', () => {
    const counts = bandCounts(STAGES.map((stage) => ({ stage, count: 1 })))
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(STAGES.length)
    expect(counts.map(({ band }) => band)).toEqual(['before', 'pre_bilan', 'plan', 'support', 'suspended', 'after'])
  })
  test.each([[0, 5], [5, 5], [6, 6], [11, 20], [64, 80], [77, 80], [81, 100], [101, 200], [999, 1000]])('a scale for %i goes to %i', (largest, top) => {
    expect(scaleTop(largest)).toBe(top)
  })
  test('the mean and shares of nothing are not numbers to show', () => {
    expect(averageLoad([])).toBe(0)
    expect(averageLoad([77, 71, 64])).toBe(71)
    expect(percentOf(1, 0)).toBeNull()
    expect(percentOf(1, 4)).toBe(25)
  })
})

describe('what a team’s loads say first', () => {
  const member = (name: string, live: number, active = true) => ({ name, live, active })
  test('files left with someone who is gone', () => {
    expect(loadSentence([member('A', 90), member('B', 3, false)])).toEqual({ kind: 'absent', name: 'B', count: 3 })
  })
  test('the widest gap, or that there is none', () => {
    expect(loadSentence([member('A', 77), member('B', 64), member('C', 32), member('D', 0)])).toEqual({ kind: 'spread', name: 'A', most: 77, least: 'C', fewest: 32, average: 58 })
    expect(loadSentence([member('A', 60), member('B', 58)])).toEqual({ kind: 'even', average: 59 })
    expect(loadSentence([member('A', 60)])).toEqual({ kind: 'alone', name: 'A', most: 60 })
    expect(loadSentence([member('A', 0)])).toBeNull()
  })
  test('one file takes one away and gives one', () => {
    expect(oneFileMoves({ id: 'a', name: 'A', live: 77 }, { id: 'b', name: 'B', live: 32 })).toEqual([
      { id: 'a', name: 'A', before: 77, after: 76 }, { id: 'b', name: 'B', before: 32, after: 33 },
    ])
  })
})

describe('quarters', () => {
  test('quarters are named as the figures name them', () => {
    expect(readQuarter('2026-Q4')).toEqual({ year: 2026, number: 4 })
    expect(readQuarter('2026-Q5')).toBeNull()
    expect(parseQuarter('2026-Q4')).not.toBeNull()
  })
})

describe('what an administrator should see first', () => {
  const account = (role: string, active = true, liveFiles: number | null = 0, displayName = role) => ({ role, active, liveFiles, displayName })
  test('files left behind, then being alone, then how many work here', () => {
    expect(administrationSentence([account('operator_admin'), account('counsellor', false, 12, 'Zoé')], 'operator_admin')).toEqual({ kind: 'absent', count: 1, names: 'Zoé' })
    expect(administrationSentence([account('operator_admin'), account('operator_admin', false)], 'operator_admin')).toEqual({ kind: 'alone' })
    expect(administrationSentence([account('operator_admin'), account('operator_admin')], 'operator_admin')).toEqual({ kind: 'calm', count: 2 })
  })
})
