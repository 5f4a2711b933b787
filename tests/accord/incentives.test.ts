import { describe, expect, it } from 'vitest'
import { articleOf, day } from '@/lib/accord'
import { deadlineOf, refusalsOf, startingOn, type WrittenFact, type WrittenFile } from './a-file'

const START = '2025-09-30'
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-20']]
const csp = (facts: readonly WrittenFact[], more: Partial<WrittenFile> = {}, today = '2026-12-31') => startingOn(START, facts, today, more)
const claim = (on: string, job = '2026-02-02', terms: Record<string, unknown> = {}, more: Partial<WrittenFile> = {}) =>
  refusalsOf(csp([...PREPARED, ['job_started', job, terms], ['bonus_claimed', on]], more))

describe('R-500: the bonus exists from 2015', () => {
  it('R-500: not under the 2011 texts, where the wage-gap indemnity does', () => {
    const old = (kind: 'bonus_claimed' | 'wage_gap_claimed') => refusalsOf(startingOn('2013-11-08', [['job_started', '2014-01-06'], [kind, '2014-01-20']], '2014-03-01'))
    expect(old('bonus_claimed')).toEqual(['R-500 noBonusUnderText'])
    expect(old('wage_gap_claimed')).toEqual([])
  })
})

describe('R-501: conditions of the bonus', () => {
  it.each([
    ['2026-02-02', []],
    ['2026-03-03', []],
    ['2026-03-04', []],
    ['2026-03-05', ['R-501 bonusClaimedLate']],
  ])('R-501: thirty days from a job of 2 February: claimed on %s: %o', (on, expected) => {
    expect(claim(on)).toEqual(expected)
    expect(articleOf('R-501', 'G')).toBe('Conv. 2015 art. 14 ; Av. 5')
  })
  it.each([
    ['2026-07-28', []],
    ['2026-07-29', []],
    ['2026-07-30', ['R-501 bonusAfterWindow']],
  ])('R-501: a job of %s, month 10 ending on 29 July: %o', (job, expected) => {
    expect(claim(job, job)).toEqual(expected)
  })
  it('R-501: extensions stretch month 10', () => {
    const facts: readonly WrittenFact[] = [...PREPARED, ['suspension', '2026-01-05', { to: '2026-01-14' }]]
    const claimed = (job: string) => refusalsOf(csp([...facts, ['job_started', job], ['bonus_claimed', job]]))
    expect(claimed('2026-08-08')).toEqual([])
    expect(claimed('2026-08-09')).toEqual(['R-501 bonusAfterWindow'])
  })
  it('R-501: the plan is validated by the day the job starts', () => {
    const planned = (job: string) => refusalsOf(csp([['pre_bilan_held', '2025-10-02'], ['job_started', job], ['bonus_claimed', job]]))
    expect(planned('2025-10-19')).toEqual(['R-501 bonusWithoutPlan'])
    expect(claim('2025-10-21', '2025-10-20')).toEqual([])
    expect(claim('2025-10-21', '2025-10-21')).toEqual([])
  })
  it('R-501: a year of seniority', () => {
    const seniority = (hiredOn: string | null) => claim('2026-02-10', '2026-02-02', {}, { frame: { hiredOn } })
    expect(seniority('2024-09-29')).toEqual([])
    expect(seniority('2024-09-30')).toEqual(['R-501 bonusSeniority'])
    expect(seniority(null)).toEqual([])
  })
  it('R-501: an open-ended contract, or six months at least', () => {
    expect(claim('2026-02-10', '2026-02-02', { contract: 'cdd', months: 6 })).toEqual([])
    expect(claim('2026-02-10', '2026-02-02', { contract: 'temp', months: 6 })).toEqual([])
    expect(claim('2026-02-10', '2026-02-02', { contract: 'cdd', months: 5 })).toEqual(['R-501 noJobForBonus'])
    expect(refusalsOf(csp([...PREPARED, ['bonus_claimed', '2026-02-10']]))).toEqual(['R-501 noJobForBonus'])
  })
  it('R-501: received once', () => {
    const again: readonly WrittenFact[] = [
      ...PREPARED, ['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-10'], ['bonus_paid', '2026-01-20'], ['trial_period_broken', '2026-02-02'],
      ['job_started', '2026-03-02'], ['bonus_claimed', '2026-03-10'],
    ]
    expect(refusalsOf(csp(again))).toEqual(['R-501 bonusOnce'])
    expect(refusalsOf(csp(again.filter(([kind]) => kind !== 'bonus_paid')))).toEqual([])
    expect(refusalsOf(csp([...PREPARED, ['job_started', '2026-02-02'], ['bonus_claimed', '2026-02-03'], ['bonus_claimed', '2026-02-04']]))).toEqual(['R-501 bonusAlreadyClaimed'])
  })
  it('R-501: its deadline shows only where nothing known bars it', () => {
    const deadline = (facts: readonly WrittenFact[], today: string) => deadlineOf(csp([...facts, ['job_started', '2026-02-02']], {}, today), 'bonusClaim')
    expect(deadline(PREPARED, '2026-03-04')).toMatchObject({ dueOn: day('2026-03-04'), status: 'due', actionable: true, actor: 'beneficiary' })
    expect(deadline(PREPARED, '2026-03-05')).toMatchObject({ status: 'overdue', actionable: false })
    expect(deadline([], '2026-03-04')).toBeUndefined()
  })
})

describe('R-502: its two payments', () => {
  it('R-502: the second is due three months after the job began, and the person still in it', () => {
    const paid = (facts: readonly WrittenFact[], today: string) => deadlineOf(csp([...PREPARED, ['job_started', '2026-02-02'], ['bonus_claimed', '2026-02-10'], ...facts], {}, today), 'bonusSecondPayment')
    expect(paid([], '2026-03-01')).toMatchObject({ dueOn: day('2026-05-02'), status: 'due' })
    expect(paid([['job_ended', '2026-05-01']], '2026-05-03')?.status).toBe('cancelled')
    expect(paid([['follow_up_held', '2026-05-02']], '2026-05-03')?.status).toBe('met')
    expect(paid([['follow_up_held', '2026-05-01']], '2026-05-03')?.status).toBe('overdue')
  })
  it('R-502: twice at most, for a job that opened it', () => {
    const payments: readonly WrittenFact[] = [['bonus_paid', '2026-02-20'], ['bonus_paid', '2026-05-04'], ['bonus_paid', '2026-06-04']]
    expect(refusalsOf(csp([...PREPARED, ['job_started', '2026-02-02'], ...payments]))).toEqual(['R-502 bonusPaidTwice'])
    expect(refusalsOf(csp([...PREPARED, ['bonus_paid', '2026-02-20']]))).toEqual(['R-502 noJobForBonus'])
  })
})

describe('R-510, R-511: the wage-gap indemnity', () => {
  it('R-510: a job taken before the term, with the same working time', () => {
    const claimed = (job: string, terms: Record<string, unknown> = {}) => refusalsOf(csp([...PREPARED, ['job_started', job, terms], ['wage_gap_claimed', job]]))
    expect(claimed('2026-09-29')).toEqual([])
    expect(claimed('2026-09-30')).toEqual(['R-510 noJobForWageGap'])
    expect(claimed('2026-02-02', { sameWorkingTime: true })).toEqual([])
    expect(claimed('2026-02-02', { sameWorkingTime: false })).toEqual(['R-510 otherWorkingTime'])
    expect(articleOf('R-510', 'A0')).toBe('ANI 2011 art. 17')
  })
  it('R-510: neither seniority, plan, window nor thirty days are asked; the same day twice is', () => {
    const late: readonly WrittenFact[] = [['job_started', '2026-08-03'], ['wage_gap_claimed', '2026-10-15']]
    expect(refusalsOf(csp(late, { frame: { hiredOn: '2025-06-01' } }))).toEqual([])
    expect(refusalsOf(csp([...late, ['wage_gap_claimed', '2026-10-16']]))).toEqual(['R-510 wageGapAlreadyClaimed'])
  })
  it('R-511: one or the other for one job; each for its own', () => {
    const job: WrittenFact = ['job_started', '2026-02-02']
    expect(refusalsOf(csp([...PREPARED, job, ['bonus_claimed', '2026-02-05'], ['wage_gap_claimed', '2026-02-06']]))).toEqual(['R-511 bonusChosen'])
    expect(refusalsOf(csp([...PREPARED, job, ['wage_gap_claimed', '2026-02-05'], ['bonus_claimed', '2026-02-06']]))).toEqual(['R-511 wageGapChosen'])
    expect(refusalsOf(csp([...PREPARED, job, ['wage_gap_claimed', '2026-02-05'], ['trial_period_broken', '2026-03-02'], ['job_started', '2026-04-01'], ['bonus_claimed', '2026-04-02']]))).toEqual([])
  })
})
