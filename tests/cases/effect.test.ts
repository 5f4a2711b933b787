import { describe, expect, it } from 'vitest'
import { addDays, day, derive, parseFact, frameSchema, shippedTexts, type FactKind, type FileRecord, type Settings } from '@/lib/accord/index.ts'
import { effectOf } from '@/lib/cases/effect.ts'
import { caseloadSearch, parseCaseloadParams } from '@/lib/cases/caseload-params.ts'
import { parseQuarter, quarterOf, quartersBack } from '@/lib/cases/quarter.ts'
import { fullMonths } from '@/lib/cases/queries/placements.ts'
import { readRecord, type StoredFact } from '@/lib/cases/stored-fact.ts'

const settings: Settings = { rollPolicy: 'none', contactIntervalDays: 7, followUpIntervalDays: 30 }
const today = day('2026-03-20')
const fact = (kind: FactKind, terms: Record<string, unknown>) => {
  const parsed = parseFact(kind, { kind, ...terms })
  if (!parsed.success) throw parsed.error
  return parsed.data
}
const frame = frameSchema.parse({ engagedOn: '2026-02-02', entryPath: 'employer' })
const start: FileRecord = { frame, facts: [fact('proposal_handed_over', { on: '2026-02-02' }), fact('accepted', { on: '2026-02-10' })] }
const after = (...facts: ReturnType<typeof fact>[]) => derive({ frame, facts: [...start.facts, ...facts] }, shippedTexts, settings, today)

describe('the effect of a change', () => {
  it('is nothing where nothing changes', () => {
    const { stage, dates, alerts, deadlines } = effectOf(after(), after())
    expect([stage.before === stage.after, dates, alerts, ...Object.values(deadlines)].flat()).toEqual([true])
  })

  it('says what is met and what comes next', () => {
    const effect = effectOf(after(), after(fact('pre_bilan_held', { on: '2026-03-03' })))
    expect(effect.deadlines.met).toMatchObject([{ code: 'preBilan', status: 'met' }])
    expect(effect.deadlines.added).toMatchObject([{ code: 'plan' }])
    expect(effect.deadlines.moved.map((line) => line.after.code)).toEqual(['contact'])
    expect(effect.dates).toMatchObject([{ name: 'planDue', before: null, after: day('2026-04-03'), rule: 'R-302' }])
    expect(effect.stage).toEqual({ before: 'pre_bilan_due', after: 'plan_due' })
  })

  it('says what moves with the term, and by how much', () => {
    const effect = effectOf(after(), after(fact('suspension', { cause: 'sickness', from: '2026-03-02', to: '2026-03-11' })))
    const moved = effect.deadlines.moved.filter((line) => line.after.code === 'finalInterview' || line.after.code === 'termLetter')
    expect(moved).toHaveLength(2)
    for (const line of moved) expect(line.after.dueOn).toBe(addDays(line.before.dueOn, 10))
  })

  it('says what a job takes away', () => {
    const effect = effectOf(after(), after(fact('job_started', { on: '2026-03-10', contract: 'cdi' })))
    expect(effect.deadlines.removed.map((line) => line.code)).toContain('month4Review')
    expect(effect.deadlines.added.map((line) => line.code)).toContain('followUpEnd')
  })

  it('brings the alerts that are new, not those that stood', () => {
    const before = after()
    expect(before.alerts.map((alert) => alert.rule)).toContain('R-113')
    const effect = effectOf(before, after(fact('offer_refused', { on: '2026-03-10' })))
    expect(effect.alerts.map((alert) => alert.code)).toEqual(['oneOfferRefused'])
  })
})

describe('reading a record', () => {
  const line = (id: string, sequence: number, kind: StoredFact['kind'], terms: Record<string, unknown>, supersedes: string | null = null): StoredFact => ({
    id, sequence, kind, terms, supersedes, onDay: day('2026-01-01'), untilDay: null,
  })
  const lines = [
    line('f', 1, 'frame', { engagedOn: '2026-02-02', entryPath: 'employer' }),
    line('a', 2, 'contact_held', { on: '2026-03-01' }),
    line('b', 3, 'contact_held', { on: '2026-03-01' }),
    line('a2', 4, 'contact_held', { on: '2026-03-02' }, 'a'),
    line('a3', 5, 'contact_held', { on: '2026-03-03' }, 'a2'),
    line('g', 6, 'frame', { engagedOn: '2026-02-01', entryPath: 'employer' }, 'f'),
    line('c', 7, 'contact_held', { on: '2026-03-04' }),
    line('w', 8, 'withdrawn', {}, 'c'),
  ]

  it('puts a correction in the place of what it corrects, and leaves out what is withdrawn', () => {
    const read = readRecord(lines.toReversed())
    expect(read.factIds).toEqual(['a3', 'b'])
    expect(read.frameId).toBe('g')
    expect(read.record.frame.engagedOn).toBe(day('2026-02-01'))
  })

  it('has no file without a frame, nor with terms that no longer read', () => {
    expect(() => readRecord(lines.slice(1, 3))).toThrow('without its frame')
    expect(() => readRecord([lines[0]!, line('x', 2, 'contact_held', { on: 'soon' })])).toThrow('no longer reads')
  })
})

describe('the address of a caseload', () => {
  it('carries what is not at its default, and is read back', () => {
    const filter = { basin: '8401', scope: 'all', stage: ['in_job', 'term'], page: 2, size: 50 } as const
    const search = caseloadSearch({ ...filter, stage: [...filter.stage], q: '', sort: ['deadline'], counsellor: null })
    expect(search).toBe('stage=in_job%2Cterm&basin=8401&scope=all&page=2&size=50')
    expect(parseCaseloadParams(Object.fromEntries(new URLSearchParams(search)))).toMatchObject(filter)
  })

  it('takes the first of a parameter given twice, and no NUL', () => {
    expect(parseCaseloadParams({ q: ['a\0b', 'c'], basin: ['8401', '8402'], stage: ['term', 'x'] })).toMatchObject({ q: 'ab', basin: '8401', stage: ['term'] })
  })
})

describe('quarters and months', () => {
  it('go from a first day to a last', () => {
    expect(quarterOf(day('2026-12-31'))).toEqual({ code: '2026-Q4', from: day('2026-10-01'), to: day('2026-12-31') })
    expect(parseQuarter('2024-Q1')).toEqual({ code: '2024-Q1', from: day('2024-01-01'), to: day('2024-03-31') })
    for (const wrong of ['2026-Q5', '2026', 'x', '2026-T1', '3026-Q1']) expect(parseQuarter(wrong)).toBeNull()
    expect(quartersBack(day('2026-02-01'), 3).map((quarter) => quarter.code)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
  })

  it.each([
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-04-02', '2026-05-01', 0],
    ['2026-04-02', '2026-05-02', 1],
    ['2026-04-02', '2026-10-02', 6],
    ['2026-04-02', '2026-03-01', 0],
  ])('full months from %s to %s: %i', (from, to, months) => {
    expect(fullMonths(day(from), day(to))).toBe(months)
  })
})
