// A supposed fact that the rules refuse: the nearest that they would admit, and what else it touches.
import { describe, expect, it } from 'vitest'
import { day, FACT_KINDS, factTerms, isoOf, shippedTexts, type FileRecord } from '@/lib/accord'
import { actsMovedBy, suppose, type Asking } from '@/lib/accord/file/what-if.ts'
import { fact, frame, PLAIN_SETTINGS, plus, type WrittenFact } from './a-file.ts'

// CSP from 30 September 2025 to 29 September 2026.
const SUPPORTED: readonly WrittenFact[] = [
  ['proposal_handed_over', '2025-09-08'], ['motive_notified', '2025-09-08'], ['accepted', '2025-09-10'], ['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20'],
]
const recordOf = (...more: readonly WrittenFact[]): FileRecord => ({ frame: frame('2025-09-08'), facts: [...SUPPORTED, ...more].map(fact) })
/** The same, with nothing held yet. */
const NEW: FileRecord = { ...recordOf(), facts: recordOf().facts.slice(0, 3) }
const on = (today: string): Asking => ({ texts: shippedTexts, settings: PLAIN_SETTINGS, today: day(today) })

/** Each refused supposition: its place, why, and the days of the nearest one. */
function refused(record: FileRecord, supposed: readonly WrittenFact[], today = '2026-02-01') {
  return suppose(record, supposed.map(fact), on(today)).refused.map(({ index, refusal, nearest }) => {
    if (nearest === null) return `${index} ${refusal.code} none`
    const days = 'from' in nearest ? `${isoOf(nearest.from)} ${nearest.to === null ? 'open' : isoOf(nearest.to)}` : isoOf(nearest.on)
    return `${index} ${refusal.code} ${days}`
  })
}

describe('the nearest that would do', () => {
  it('ends later, as many days as it takes', () => {
    expect(refused(recordOf(), [['work_period', '2026-03-02', { to: '2026-03-02' }]])).toEqual(['0 tooShortDays 2026-03-02 2026-03-04'])
  })
  it('ends sooner, to the day', () => {
    expect(refused(recordOf(), [['work_period', '2026-01-05', { to: '2026-07-10' }]])).toEqual(['0 endsCspFrom 2026-01-05 2026-07-03'])
  })
  it('never ends before it begins: it moves', () => {
    expect(refused(recordOf(['suspension', '2026-03-02', { to: '2026-03-20' }]), [['suspension', '2026-03-02', { to: '2026-03-02' }]])).toEqual(['0 overlapsLeave 2026-03-01 2026-03-01'])
  })
  it('moves later or sooner, the open end of a period staying open', () => {
    expect(refused(recordOf(['suspension', '2026-02-02', { to: '2026-03-04' }]), [['suspension', '2026-03-02']])).toEqual(['0 overlapsLeave 2026-03-05 open'])
    expect(refused(recordOf(), [['suspension', '2026-10-02', { to: '2026-10-02' }]])).toEqual(['0 afterTerm 2026-09-29 2026-09-29'])
  })
  it('is looked for ninety-two days away, and no further', () => {
    const held = (before: number): WrittenFact => ['pre_bilan_held', plus('2025-09-30', -before)]
    expect(refused(NEW, [held(92)])[0]).toMatch(/ 2025-09-30$/)
    expect(refused(NEW, [held(93)])[0]).toMatch(/ none$/)
  })
  it('is not looked for as far in a file of thousands of facts: the search has its measure', () => {
    const long: FileRecord = { ...NEW, facts: [...NEW.facts, ...Array.from({ length: 1_497 }, () => fact(['contact_held', '2025-10-15']))] }
    const held = (before: number): WrittenFact => ['pre_bilan_held', plus('2025-09-30', -before)]
    // Forty facts are tried, two a day: the twentieth day later is the thirty-ninth.
    expect(refused(long, [held(20)])[0]).toMatch(/ 2025-09-30$/)
    expect(refused(long, [held(21)])[0]).toMatch(/ none$/)
  })
  it('makes no fact of the file inadmissible: a job begins once what was held before is behind it', () => {
    expect(refused(recordOf(), [['job_started', '2025-09-29']])).toEqual(['0 beforeStart 2025-10-20'])
  })
  it('is looked for beside the other facts supposed, and whatever the file already refuses', () => {
    const job: WrittenFact = ['job_started', '2026-03-16']
    expect(refused(recordOf(), [job, ['trial_period_broken', '2026-03-10']])).toEqual(['1 noJob 2026-03-16'])
    expect(refused(recordOf(), [['trial_period_broken', '2026-03-10'], job])).toEqual(['0 noJob 2026-03-16'])
    expect(refused(recordOf(['work_period', '2026-01-05', { to: '2026-01-05' }]), [['work_period', '2026-03-02', { to: '2026-03-02' }]])).toEqual(['0 tooShortDays 2026-03-02 2026-03-04'])
  })
})

describe('the validation of a period', () => {
  const nearest = (terms: Readonly<Record<string, unknown>>) => {
    const found = suppose(recordOf(), [fact(['work_period', '2026-03-02', { to: '2026-03-31', ...terms }])], on('2026-02-01')).refused[0]?.nearest
    return found === null || found === undefined ? null : factTerms(found)
  }
  it('late, it is given on the first day', () => {
    expect(nearest({ validatedOn: '2026-03-03' })).toMatchObject({ from: '2026-03-02', to: '2026-03-31', validatedOn: '2026-03-02' })
  })
  it('given before, it keeps its day while another end is looked for', () => {
    expect(nearest({ to: '2026-03-03', validatedOn: '2026-02-27' })).toMatchObject({ from: '2026-03-02', to: '2026-03-04', validatedOn: '2026-02-27' })
  })
  it('is asked of work alone', () => {
    const found = suppose(recordOf(['suspension', '2026-03-02', { to: '2026-03-20' }]), [fact(['suspension', '2026-03-20', { to: '2026-03-31' }])], on('2026-02-01')).refused[0]?.nearest
    expect(found).toStrictEqual(fact(['suspension', '2026-03-21', { to: '2026-04-01' }]))
  })
})

describe('what a supposition breaks', () => {
  const broken = (record: FileRecord, supposed: readonly WrittenFact[]) => suppose(record, supposed.map(fact), on('2026-02-01')).broken.map(({ factIndex, code }) => `${factIndex} ${code}`)
  it('are facts of the file, not the refused supposition', () => {
    expect(broken(recordOf(), [['work_period', '2026-03-02', { to: '2026-03-02' }]])).toEqual([])
  })
  it('not those that the rules refused already', () => {
    const record = recordOf(['work_period', '2026-01-05', { to: '2026-01-05' }], ['work_period', '2026-04-01', { to: '2026-05-31' }])
    expect(broken(record, [])).toEqual([])
    expect(broken(record, [['job_started', '2026-03-16']])).toEqual(['6 inJob'])
  })
})

describe('the day on which acts are asked about', () => {
  const asked = (today: string, ...supposed: readonly WrittenFact[]) => isoOf(actsMovedBy(recordOf(), supposed.map(fact), on(today), day(today)).on)
  it('the day after the last day supposed, or today where that is later', () => {
    expect(asked('2026-02-01', ['suspension', '2026-03-02', { to: '2026-03-20' }])).toBe('2026-03-21')
    expect(asked('2026-02-01', ['suspension', '2026-03-02'])).toBe('2026-03-03')
    expect(asked('2026-02-01', ['contact_held', '2026-03-02'], ['suspension', '2026-02-02', { to: '2026-02-06' }])).toBe('2026-03-03')
    expect(asked('2026-05-04', ['suspension', '2026-03-02', { to: '2026-03-20' }])).toBe('2026-05-04')
  })
  it('a fact that the file already refuses closes no act', () => {
    const moved = actsMovedBy(recordOf(['work_period', '2026-01-05', { to: '2026-01-05' }]), [fact(['contact_held', '2026-02-02'])], on('2026-02-03'), day('2026-02-03'))
    expect(moved).toMatchObject({ closed: [], opened: [] })
  })
  it('each act closed comes with its rule', () => {
    const { closed, opened } = actsMovedBy(recordOf(), [fact(['file_closed', '2026-03-02', { motive: 'renounced' }])], on('2026-02-01'), day('2026-02-01'))
    expect(opened).toEqual([])
    expect(closed.map(({ kind }) => kind)).toContain('contact_held')
    for (const { kind, refusal } of closed) {
      expect(FACT_KINDS).toContain(kind)
      expect(refusal.code).toBe('fileClosed')
    }
  })
})
