import { describe, expect, it } from 'vitest'
import { articleOf, EXIT_MOTIVES } from '@/lib/accord'
import { alertsOf, datesOf, fileOf, refusalsOf, startingOn, type WrittenFact } from './a-file'

const START = '2025-09-30'
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-20']]
const csp = (facts: readonly WrittenFact[], today = '2026-12-31') => startingOn(START, [...PREPARED, ...facts], today)
const old = (facts: readonly WrittenFact[], today = '2014-12-31') => startingOn('2013-11-08', facts, today)

describe('R-601: breach', () => {
  it.each(['action_refused', 'action_missed', 'false_statement'] as const)('R-601: %s is enough to put a breach, from its day', (kind) => {
    expect([csp([[kind, '2026-01-12']], '2026-01-11').stage, csp([[kind, '2026-01-12']], '2026-01-12').stage]).toEqual(['in_follow_up', 'breach_proposed'])
    expect(csp([[kind, '2026-01-12'], ['exclusion_decided', '2026-01-30']], '2026-01-30').stage).toBe('excluded')
  })
  it('R-601: one offer refused is not; the second is', () => {
    const one = csp([['offer_refused', '2026-01-12']], '2026-01-20')
    expect(one.stage).toBe('in_follow_up')
    expect(alertsOf(one)).toContain('R-601 oneOfferRefused')
    const two = csp([['offer_refused', '2026-01-12'], ['offer_refused', '2026-01-20']], '2026-01-20')
    expect(two.stage).toBe('breach_proposed')
    expect(csp([['offer_refused', '2026-01-12'], ['offer_refused', '2026-01-20']], '2026-01-19').stage).toBe('in_follow_up')
  })
  it('R-601: an exclusion without a breach is not admitted', () => {
    expect(refusalsOf(csp([['exclusion_decided', '2026-01-30']]))).toEqual(['R-601 noBreach'])
    expect(refusalsOf(csp([['offer_refused', '2026-01-12'], ['exclusion_decided', '2026-01-30']]))).toEqual(['R-601 noBreach'])
    expect(refusalsOf(csp([['action_refused', '2026-01-30'], ['exclusion_decided', '2026-01-30']]))).toEqual([])
    expect(articleOf('R-601', 'G')).toBe('Conv. 2015 art. 20')
  })
  it('R-601: from 2015 the exclusion ends the CSP: nothing more is admitted, the allowance stops', () => {
    const file = csp([['action_missed', '2026-01-12'], ['exclusion_decided', '2026-01-30'], ['training', '2026-02-02', { to: '2026-03-01' }]])
    expect(refusalsOf(file)).toEqual(['R-310 afterExclusion'])
    expect(file.exitMotive).toBe('no_show_action')
    // From 30 September 2025 to 29 January 2026.
    expect(file.totals.aspDaysPaid).toBe(122)
  })
  it('R-601: under the 2011 agreement it takes the allowance, not the contract', () => {
    const file = old([['offer_refused', '2014-01-12'], ['offer_refused', '2014-01-20'], ['exclusion_decided', '2014-02-03']], '2014-03-01')
    expect(file.stage).toBe('asp_stopped')
    expect(file.exitMotive).toBeNull()
    expect(datesOf(file).cspTerm).toBe('2014-11-07')
    expect(refusalsOf(old([['action_refused', '2014-01-12'], ['exclusion_decided', '2014-02-03'], ['pre_bilan_held', '2014-02-10']]))).toEqual([])
    expect(articleOf('R-601', 'A0')).toBe('ANI 2011 art. 18')
  })
  it('R-601: a false statement is no ground under the 2011 agreement', () => {
    const file = old([['false_statement', '2014-01-12'], ['exclusion_decided', '2014-02-03']], '2014-03-01')
    expect(refusalsOf(file)).toEqual(['R-601 noBreach'])
    expect(file.stage).toBe('pre_bilan_due')
  })
  it('R-602: explained, the breach is dropped and the support goes on', () => {
    const file = csp([['action_refused', '2026-01-12'], ['breach_dismissed', '2026-01-20']], '2026-01-20')
    expect(file.stage).toBe('in_follow_up')
    expect(refusalsOf(csp([['action_refused', '2026-01-12'], ['breach_dismissed', '2026-01-20'], ['exclusion_decided', '2026-02-01']]))).toEqual(['R-601 noBreach'])
    expect(refusalsOf(csp([['breach_dismissed', '2026-01-20']]))).toEqual(['R-601 noBreach'])
  })
  it('R-602: offers that were explained no longer count; one refused before another breach still does', () => {
    const offers: readonly WrittenFact[] = [['offer_refused', '2026-01-12'], ['offer_refused', '2026-01-20'], ['breach_dismissed', '2026-01-26']]
    expect(csp([...offers, ['offer_refused', '2026-02-09']], '2026-02-09').stage).toBe('in_follow_up')
    expect(csp([...offers, ['offer_refused', '2026-02-09'], ['offer_refused', '2026-02-16']], '2026-02-16').stage).toBe('breach_proposed')
    const other: readonly WrittenFact[] = [['offer_refused', '2026-01-12'], ['action_missed', '2026-01-20'], ['breach_dismissed', '2026-01-26']]
    expect(csp([...other, ['offer_refused', '2026-02-09']], '2026-02-09').stage).toBe('breach_proposed')
  })
  it('R-601: only while the CSP runs', () => {
    expect(refusalsOf(csp([['action_refused', '2026-09-30']]))).toEqual(['R-601 afterTerm'])
    expect(refusalsOf(csp([['job_started', '2026-01-05'], ['action_refused', '2026-01-12']]))).toEqual(['R-601 inJob'])
  })
})

describe('R-205: what stops the allowance', () => {
  it('R-205: from its day to the eve of the resumption, the CSP running on', () => {
    const stop: readonly WrittenFact[] = [['asp_stopped', '2026-01-12'], ['asp_resumed', '2026-02-02']]
    expect(['2026-01-11', '2026-01-12', '2026-02-01', '2026-02-02'].map((today) => csp(stop, today).stage)).toEqual(['in_follow_up', 'asp_stopped', 'asp_stopped', 'in_follow_up'])
    expect(datesOf(csp(stop)).cspTerm).toBe('2026-09-29')
    expect(csp(stop, '2026-03-01').totals.aspDaysPaid).toBe(152 - 21)
  })
  it('R-205: once at a time', () => {
    expect(refusalsOf(csp([['asp_stopped', '2026-01-12'], ['asp_stopped', '2026-01-20']]))).toEqual(['R-205 aspAlreadyStopped'])
    expect(refusalsOf(csp([['asp_resumed', '2026-01-20']]))).toEqual(['R-205 aspNotStopped'])
    expect(refusalsOf(csp([['asp_stopped', '2025-09-29']]))).toEqual(['R-205 beforeStart'])
  })
})

describe('R-600: exit motives', () => {
  it('R-600: the file finds its own: the term, the job and its contract, a term reached while sick', () => {
    expect(csp([], '2026-09-29').exitMotive).toBeNull()
    expect(csp([], '2026-09-30').exitMotive).toBe('term')
    expect(csp([['job_started', '2026-01-05']], '2026-01-04').exitMotive).toBeNull()
    expect(csp([['job_started', '2026-01-05']], '2026-01-05').exitMotive).toBe('job_cdi')
    expect(csp([['job_started', '2026-01-05', { contract: 'cdd', months: 8 }]]).exitMotive).toBe('job_cdd_6m')
    expect(csp([['job_started', '2026-01-05', { contract: 'temp', months: 8 }]]).exitMotive).toBe('job_temp_6m')
    expect(csp([['annulled', '2026-01-05']]).exitMotive).toBe('annulled')
    expect(old([['suspension', '2014-10-01', { to: '2015-01-31' }]], '2014-11-08').exitMotive).toBe('long_sickness')
    expect(csp([['job_started', '2026-01-05'], ['trial_period_broken', '2026-01-12']], '2026-02-01').exitMotive).toBeNull()
  })
  const closed = (motive: string, facts: readonly WrittenFact[] = [], on = '2026-03-02') => refusalsOf(csp([...facts, ['file_closed', on, { motive }]]))
  it('R-600: a motive agrees with the file', () => {
    const job: WrittenFact = ['job_started', '2026-01-05']
    expect(closed('job_cdi', [job])).toEqual([])
    expect(closed('job_cdd_6m', [job])).toEqual(['R-600 motiveWithoutJob'])
    expect(closed('job_cdi')).toEqual(['R-600 motiveWithoutJob'])
    expect(closed('term', [], '2026-09-29')).toEqual(['R-600 motiveBeforeTerm'])
    expect(closed('term', [], '2026-09-30')).toEqual([])
    expect(closed('term', [job], '2026-10-05')).toEqual(['R-600 motiveIsJob'])
    expect(closed('annulled')).toEqual(['R-600 motiveWithoutAnnulment'])
    expect(closed('refused_action')).toEqual(['R-600 motiveWithoutExclusion'])
    const excluded: readonly WrittenFact[] = [['action_refused', '2026-01-12'], ['exclusion_decided', '2026-01-30']]
    expect(closed('refused_action', excluded)).toEqual([])
    expect(closed('two_refused_offers', excluded)).toEqual(['R-600 motiveOfOtherBreach'])
  })
  it.each(['business_creation', 'full_pension', 'moved_abroad', 'civic_service', 'child_benefit', 'ajpp', 'death', 'renounced'])('R-600: %s closes a running file, on its day', (motive) => {
    expect(closed(motive)).toEqual([])
    const file = (today: string) => csp([['file_closed', '2026-03-02', { motive }]], today)
    expect([file('2026-03-01').stage, file('2026-03-02').stage]).toEqual(['in_follow_up', 'closed'])
    expect(file('2026-03-02').exitMotive).toBe(motive)
    expect(EXIT_MOTIVES).toContain(motive)
  })
  it('R-600: once, and nothing after', () => {
    expect(refusalsOf(csp([['file_closed', '2026-03-02'], ['file_closed', '2026-03-03']]))).toEqual(['R-600 fileClosed'])
    expect(refusalsOf(csp([['file_closed', '2026-03-02'], ['contact_held', '2026-03-03']]))).toEqual(['R-116 fileClosed'])
  })
})

describe('R-603: days of allowance paid', () => {
  it('R-603: from the first day to the eve of today, the term at the latest', () => {
    const days = (today: string, facts: readonly WrittenFact[] = []) => csp(facts, today).totals.aspDaysPaid
    expect([days('2025-09-29'), days('2025-09-30'), days('2025-10-01')]).toEqual([0, 0, 1])
    expect([days('2026-09-29'), days('2026-09-30'), days('2027-09-30')]).toEqual([364, 365, 365])
  })
  it('R-603: suspended days are not paid, and a day is taken off once', () => {
    const days = (...facts: readonly WrittenFact[]) => csp(facts, '2026-03-01').totals.aspDaysPaid
    expect(days()).toBe(152)
    expect(days(['work_period', '2025-11-03', { to: '2025-11-12' }])).toBe(142)
    expect(days(['suspension', '2025-11-03', { to: '2025-11-12' }])).toBe(142)
    expect(days(['suspension', '2025-11-03', { to: '2025-11-12' }], ['asp_stopped', '2025-11-10'], ['asp_resumed', '2025-11-15'])).toBe(140)
    expect(days(['job_started', '2026-02-02'])).toBe(125)
    expect(days(['training', '2025-11-03', { to: '2025-11-12' }])).toBe(152)
  })
  it('R-603: not known before the start is', () => {
    expect(fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-20' }).totals.aspDaysPaid).toBeNull()
  })
})

describe('R-604: social protection', () => {
  it('R-604: the status of trainee rests on the Code from 2015, on the agreement before', () => {
    expect(articleOf('R-604', 'A0')).toBe('ANI 2011 art. 11')
    expect(articleOf('R-604', 'H')).toBe('CT L1233-67 al. 4')
  })
})
