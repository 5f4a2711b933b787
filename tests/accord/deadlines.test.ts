import { describe, expect, it } from 'vitest'
import { isoOf, type DeadlineCode } from '@/lib/accord'
import { deadlineOf, fileOf, plus, startingOn, type WrittenFact, type WrittenFile } from './a-file'

const START = '2025-09-30'
const csp = (facts: readonly WrittenFact[], today: string, more: Partial<WrittenFile> = {}) => startingOn(START, facts, today, more)
const state = (facts: readonly WrittenFact[], today: string, code: DeadlineCode) => {
  const deadline = deadlineOf(csp(facts, today), code)
  return deadline === undefined ? 'none' : `${deadline.status}${deadline.actionable ? ', to do' : ''}`
}

describe('deadlines of a file that ended', () => {
  it.each([
    ['a job', [['job_started', '2025-12-01']]],
    ['an exclusion', [['action_refused', '2025-11-20'], ['exclusion_decided', '2025-12-01']]],
    ['an annulment', [['annulled', '2025-12-01']]],
    ['a closing', [['file_closed', '2025-12-01']]],
  ] as const)('%s: what was missed stays missed and is no longer to do, what was to come is cancelled', (_, facts) => {
    expect(state(facts, '2025-11-30', 'preBilan')).toBe('overdue, to do')
    expect(state(facts, '2025-11-30', 'month4Review')).toBe('due, to do')
    expect(state(facts, '2025-12-01', 'preBilan')).toBe('overdue')
    expect(state(facts, '2025-12-01', 'month4Review')).toBe('cancelled')
    expect(state(facts, '2025-12-01', 'finalInterview')).toBe('cancelled')
    expect(state(facts, '2026-06-01', 'month4Review')).toBe('cancelled')
  })
  it('the term: the final interview can still be recorded, the month-4 review cannot', () => {
    expect([state([], '2026-09-29', 'finalInterview'), state([], '2026-09-30', 'finalInterview')]).toEqual(['due, to do', 'overdue, to do'])
    expect([state([], '2026-09-29', 'month4Review'), state([], '2026-09-30', 'month4Review')]).toEqual(['overdue, to do', 'overdue'])
  })
  it('what was met stays met', () => {
    const facts: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-08'], ['job_started', '2025-10-20']]
    expect(state(facts, '2026-03-01', 'preBilan')).toBe('met')
    expect(state(facts, '2026-03-01', 'plan')).toBe('cancelled')
  })
  it('a job whose trial is broken gives back what was cancelled', () => {
    const facts: readonly WrittenFact[] = [['job_started', '2025-12-01'], ['trial_period_broken', '2025-12-15']]
    expect(state(facts, '2025-12-15', 'month4Review')).toBe('due, to do')
  })
  it('silence closes the answer and the information interview', () => {
    const answer = (today: string) => fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08']], today }).deadlines.map(({ code, actionable }) => [code, actionable])
    expect(answer('2025-09-29')).toEqual([['answer', true], ['informationInterview', true]])
    expect(answer('2025-09-30')).toEqual([['answer', false], ['informationInterview', false]])
  })
})

describe('the next day on which time alone changes a file', () => {
  const next = (facts: readonly WrittenFact[], today: string) => {
    const day = csp(facts, today).nextChangeOn
    return day === null ? null : isoOf(day)
  }
  it('silence turns into refusal the day after the period', () => {
    const file = fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-10' })
    expect(file.nextChangeOn === null ? null : isoOf(file.nextChangeOn)).toBe('2025-09-30')
  })
  it('the CSP opens on its day, ends the day after its term, and nothing follows', () => {
    expect(next([], '2025-09-28')).toBe('2025-09-30')
    expect(next([], '2025-10-01')).toBe('2026-09-30')
    expect(next([], '2026-09-30')).toBeNull()
  })
  it('a planned fact, the end of a span, each day of an open one', () => {
    const planned: WrittenFact = ['suspension', '2025-11-03', { to: '2025-11-20' }]
    expect(next([planned], '2025-10-10')).toBe('2025-11-03')
    expect(next([planned], '2025-11-03')).toBe('2025-11-21')
    const open: WrittenFact = ['suspension', '2025-11-03', { to: null }]
    expect([next([open], '2025-11-01'), next([open], '2025-11-02'), next([open], '2025-11-03'), next([open], '2025-11-04')]).toEqual(['2025-11-03', '2025-11-03', '2025-11-04', '2025-11-05'])
  })
  it('the follow-up ends, and so does the time to claim the bonus', () => {
    const job: WrittenFact = ['job_started', '2026-02-02']
    expect(next([job], '2026-02-02')).toBe('2026-03-05')
    expect(next([job], '2026-03-05')).toBe(plus('2026-08-02', 1))
  })
  it('the six months of a job that stands run out, even where its break is planned later', () => {
    const facts: readonly WrittenFact[] = [['job_started', '2025-12-01'], ['trial_period_broken', '2026-07-01']]
    expect(next(facts, '2026-03-01')).toBe('2026-06-02')
    expect([csp(facts, '2026-06-01').stage, csp(facts, '2026-06-02').stage]).toEqual(['in_job', 'closed'])
  })
})
