import { afterAll, describe, expect, it } from 'vitest'
import { day, earliestLetter, isoOf } from '@/lib/accord'
import { losesEnough } from '@/lib/accord/rules/incentives.ts'
import { euro } from '@/lib/accord/rules/money.ts'
import { CASES_IN_ALL, casesSetAside } from '@/lib/accord/rules/cases-set-aside.ts'
import { alertsOf, datesOf, deadlineOf, fileOf, plus, refusalsOf, startingOn, type WrittenFact, type WrittenFile } from './a-file'
import { AMOUNT_CASES, type Case } from './worked-amounts'

/**
 * Cases published by courts, ministries, operators and practitioners, or worked from the texts: their facts
 * and figures, under the id they bear in the project's sources. What a case says of dates, eligibility or
 * admission is here; what it says of amounts is in worked-amounts.ts.
 */

const handed = (on: string, facts: readonly WrittenFact[] = [], today = plus(on, 60), more: Partial<WrittenFile> = {}) =>
  fileOf({ engagedOn: on, facts: [['proposal_handed_over', on], ...facts], today, ...more })
const work = (from: string, to: string | null): WrittenFact => ['work_period', from, { to }]
/** The file of the extension cases: 1 March 2016 to 28 February 2017, month 6 ending on 31 August 2016. */
const of2016 = (facts: readonly WrittenFact[], today = '2017-12-31') => startingOn('2016-03-01', facts, today)
const of2025 = (facts: readonly WrittenFact[], today = '2026-12-31') => startingOn('2025-09-30', facts, today)

const RUN: readonly Case[] = [
  ['REF-01', 'handed over 6 January 2017, accepted on the 10th: ends on the 27th, and the employer cannot withdraw alone', () => {
    const file = handed('2017-01-06', [['accepted', '2017-01-10'], ['annulled', '2017-01-25', { employeeAgreed: false }]])
    expect(datesOf(file)).toMatchObject({ reflectionEnd: '2017-01-27', contractEnd: '2017-01-27' })
    expect(refusalsOf(file)).toEqual(['R-119 agreementNeeded'])
  }],
  ['REF-02', 'handed over 17 October 2013: ends on 7 November', () => {
    const file = handed('2013-10-17', [['accepted', '2013-10-30'], ['motive_notified', '2013-11-04']])
    expect(datesOf(file)).toMatchObject({ reflectionEnd: '2013-11-07', contractEnd: '2013-11-07' })
    expect(alertsOf(file)).toContain('R-113 motiveLate')
  }],
  ['REF-04', '21 days from the day after the hand-over; silence is refusal', () => {
    expect(datesOf(handed('2024-05-02')).reflectionEnd).toBe('2024-05-23')
    expect([handed('2024-05-02', [], '2024-05-23').stage, handed('2024-05-02', [], '2024-05-24').stage]).toEqual(['reflection', 'refused'])
  }],
  ['REF-05', 'a last day that is a holiday moves to the next working day', () => {
    const rolled = handed('2012-04-10', [], '2012-05-01', { settings: { rollPolicy: 'next_working_day_if_holiday' } })
    expect(datesOf(rolled).reflectionEnd).toBe('2012-05-02')
    expect(alertsOf(rolled)).toContain('R-010 holidayRolled')
  }],
  ['REF-06', 'handed over the day after a maternity protection: counted from its own day', () => {
    expect(datesOf(fileOf({ engagedOn: '2024-01-15', facts: [['proposal_handed_over', '2024-03-12']], today: '2024-03-20' })).reflectionEnd).toBe('2024-04-02')
  }],
  ['REF-07', 'seven jours ouvrables before the letter, fifteen for an executive; 21 days for the answer', () => {
    expect(isoOf(earliestLetter(day('2024-03-04'), false))).toBe('2024-03-13')
    expect(isoOf(earliestLetter(day('2024-03-04'), true))).toBe('2024-03-22')
    expect(datesOf(handed('2024-03-04')).reflectionEnd).toBe('2024-03-25')
  }],
  ['ACC-01', 'the acceptance is the day it is signed and sent, 19 May 2016, whenever it arrives', () => {
    const file = handed('2016-05-12', [['accepted', '2016-05-19'], ['sent_to_france_travail', '2016-06-15']])
    expect(datesOf(file).contestLimit).toBe('2017-05-19')
  }],
  ['ACC-02', 'accepted on 23 January 2014, the written reason arriving on the 25th: alert', () => {
    expect(alertsOf(handed('2014-01-23', [['accepted', '2014-01-23'], ['motive_notified', '2014-01-25']]))).toContain('R-113 motiveLate')
  }],
  ['PROT-01', 'a protected employee: to the day after the decision is notified to the employer', () => {
    const of = (on: string) => handed('2015-06-01', [['accepted', '2015-06-10'], ['authorisation_notified', '2015-08-03']], '2015-09-01', { frame: { protectedEmployee: true }, engagedOn: on })
    expect(datesOf(of('2015-06-01')).reflectionEnd).toBe('2015-08-04')
    const old = handed('2012-06-01', [['accepted', '2012-06-10'], ['authorisation_notified', '2012-08-03']], '2012-09-01', { frame: { protectedEmployee: true } })
    expect(datesOf(old).reflectionEnd).toBe('2012-08-04')
  }],
  ['PROT-02', 'no answer in the period: no CSP', () => {
    const silent = handed('2020-03-02', [['authorisation_notified', '2020-04-20']], '2020-04-22', { frame: { protectedEmployee: true } })
    expect(silent.stage).toBe('refused')
    expect(datesOf(silent).cspStart).toBeNull()
  }],
  ['PROT-D2', 'a decision within the 21 days shortens nothing: 1 March 2016, decision of the 10th, end on the 22nd', () => {
    expect(datesOf(handed('2016-03-01', [['authorisation_notified', '2016-03-10']], '2016-03-15', { frame: { protectedEmployee: true } })).reflectionEnd).toBe('2016-03-22')
  }],
  ['END-01', 'started on 18 January 2025: last day 17 January 2026', () => {
    expect(datesOf(startingOn('2025-01-18', [], '2025-02-01')).cspTerm).toBe('2026-01-17')
  }],
  ['END-02', 'twelve months', () => {
    for (const start of ['2012-05-10', '2016-05-10', '2020-05-10', '2024-05-10']) expect(datesOf(startingOn(start, [], start)).cspTerm).toBe(`${Number(start.slice(0, 4)) + 1}-05-09`)
  }],
  ['RES-02', 'a long contract broken in its trial period: back for what remains, the bonus paid being deducted', () => {
    const file = of2016([['pre_bilan_held', '2016-03-03'], ['plan_validated', '2016-03-10'], ['job_started', '2016-05-02'], ['bonus_claimed', '2016-05-03'], ['trial_period_broken', '2016-06-01']], '2016-06-01')
    expect(file.refusals).toEqual([])
    expect(file.stage).toBe('in_follow_up')
    expect(datesOf(file).cspTerm).toBe('2017-02-28')
  }],
  ['RES-03', 'whoever breaks it: the fact does not ask', () => {
    expect(refusalsOf(of2025([['job_started', '2025-12-01', { contract: 'cdd', months: 6 }], ['trial_period_broken', '2026-01-05']]))).toEqual([])
  }],
  ['WORK-01', 'first text: two periods, a month at least, three months in all, the term unmoved', () => {
    const of2011 = (facts: readonly WrittenFact[]) => startingOn('2011-10-03', facts, '2012-11-30')
    expect(refusalsOf(of2011([work('2011-10-10', '2011-11-09'), work('2011-11-14', '2011-12-13'), work('2012-01-02', '2012-02-01')]))).toEqual(['R-400 tooMany'])
    expect(refusalsOf(of2011([work('2011-10-10', '2011-11-08')]))).toEqual(['R-400 tooShortMonths'])
    expect(refusalsOf(of2011([work('2011-10-10', '2012-01-15')]))).toEqual(['R-402 totalExceeded'])
    expect(datesOf(of2011([work('2011-10-10', '2011-11-09')])).cspTerm).toBe('2012-10-02')
  }],
  ['WORK-02', 'from 3 February 2012: several periods of fourteen days at least, six months in all, the term unmoved', () => {
    const of2012 = (facts: readonly WrittenFact[]) => startingOn('2012-05-02', facts, '2013-06-30')
    const four = [work('2012-05-07', '2012-05-20'), work('2012-06-04', '2012-07-29'), work('2012-09-03', '2012-10-28'), work('2012-12-03', '2013-01-27')]
    expect(refusalsOf(of2012(four))).toEqual([])
    expect(datesOf(of2012(four)).cspTerm).toBe('2013-05-01')
    expect(refusalsOf(of2012([...four, work('2013-02-11', '2013-02-24')]))).toEqual(['R-402 totalExceeded'])
    expect(of2012(four).totals.aspDaysPaid).toBe(365 - 14 - 56 - 56 - 56)
  }],
  ['WORK-03', 'thirteen days are too few then: no work period, and the allowance stops', () => {
    expect(refusalsOf(startingOn('2012-05-02', [work('2012-05-07', '2012-05-19')], '2012-06-30'))).toEqual(['R-400 tooShortDays'])
    expect(startingOn('2012-05-02', [['job_started', '2012-05-07', { contract: 'cdd', months: 0.43 }]], '2012-05-10').stage).toBe('asp_stopped')
  }],
  ['WORK-04', 'over six months, an open-ended contract, self-employment: the CSP is interrupted', () => {
    const on = (fact: WrittenFact) => startingOn('2012-05-02', [fact], '2012-07-02').stage
    expect(on(['job_started', '2012-07-02', { contract: 'cdd', months: 7 }])).toBe('in_job')
    expect(on(['job_started', '2012-07-02', { contract: 'cdi' }])).toBe('in_job')
    expect(on(['asp_stopped', '2012-07-02', { cause: 'self_employment' }])).toBe('asp_stopped')
  }],
  ['WORK-05', 'from 1 March 2015, in every running CSP: three days, six months, validated before, reviewed after', () => {
    const running = (facts: readonly WrittenFact[]) => startingOn('2014-10-01', facts, '2015-08-31')
    expect(refusalsOf(running([work('2015-03-01', '2015-03-03')]))).toEqual([])
    expect(refusalsOf(running([work('2015-03-01', '2015-03-02')]))).toEqual(['R-400 tooShortDays'])
    expect(refusalsOf(running([['work_period', '2015-03-01', { to: '2015-03-10', validatedOn: null }]]))).toEqual(['R-400 notValidated'])
    expect(alertsOf(running([work('2015-03-01', '2015-03-03')]))).toContain('R-400 workReviewDue')
  }],
  ['WORK-06', 'three days at least, less than six months each, six months in all', () => {
    expect(refusalsOf(of2025([work('2025-10-01', '2025-10-03'), work('2025-10-10', '2026-03-30')]))).toEqual([])
    expect(refusalsOf(of2025([work('2025-10-01', '2026-03-31')]))).toEqual(['R-411 endsCspExactly'])
    expect(refusalsOf(of2025([work('2025-10-01', '2025-10-20'), work('2025-11-03', '2026-04-20')]))).toEqual(['R-402 totalExceeded'])
  }],
  ['EXT-01', 'from the seventh month: as long as the activity, three months at most', () => {
    expect(datesOf(of2016([work('2016-09-01', '2016-09-30')])).cspTerm).toBe('2017-03-30')
    expect(datesOf(of2016([work('2016-09-01', '2017-01-31')])).cspTerm).toBe('2017-05-31')
  }],
  ['EXT-02', 'after the end of month 6, fifteen months from date to date at most', () => {
    expect(datesOf(of2016([work('2016-08-01', '2016-08-31')])).cspTerm).toBe('2017-02-28')
    expect(datesOf(of2016([work('2016-09-01', '2016-11-30'), work('2016-12-05', '2017-01-31')])).cspTerm).toBe('2017-05-31')
  }],
  ['EXT-D1', 'October and November 2016 carry the term to 30 April 2017', () => {
    expect(datesOf(of2016([work('2016-10-01', '2016-11-30')])).cspTerm).toBe('2017-04-30')
  }],
  ['EXT-D3', 'April and May 2016 carry it nowhere', () => {
    expect(datesOf(of2016([work('2016-04-01', '2016-05-31')])).cspTerm).toBe('2017-02-28')
  }],
  ['EXT-D5', 'a mission of three days in September 2016 carries it to 3 March 2017', () => {
    expect(datesOf(of2016([work('2016-09-01', '2016-09-03')])).cspTerm).toBe('2017-03-03')
  }],
  ['SUSP-01', 'before the 2019 amendment sickness and maternity suspend, and postpone nothing', () => {
    const file = of2016([['suspension', '2016-05-01', { to: '2016-06-30' }], ['suspension', '2016-08-01', { cause: 'maternity', to: '2016-11-20' }]], '2016-05-15')
    expect(file.stage).toBe('suspended_health')
    expect(datesOf(file).cspTerm).toBe('2017-02-28')
  }],
  ['SUSP-02', 'sickness extends by four months at most', () => {
    expect(datesOf(of2025([['suspension', '2025-11-01', { to: '2026-05-31' }]])).cspTerm).toBe('2027-01-29')
  }],
  ['SUSP-03', 'maternity, paternity, adoption and carer’s leave extend by their length', () => {
    for (const cause of ['maternity', 'paternity', 'adoption', 'carer']) expect(datesOf(of2025([['suspension', '2025-11-01', { cause, to: '2025-11-28' }]])).cspTerm).toBe('2026-10-27')
  }],
  ['PRI-02', 'a claim within thirty days, a job before the end of month 10, a year of seniority, a validated plan', () => {
    const claim = (on: string, job = '2026-02-02') => refusalsOf(of2025([['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-20'], ['job_started', job], ['bonus_claimed', on]]))
    expect(claim('2026-03-04')).toEqual([])
    expect(claim('2026-03-05')).toEqual(['R-501 bonusClaimedLate'])
    expect(claim('2026-07-30', '2026-07-30')).toEqual(['R-501 bonusAfterWindow'])
  }],
  ['PRI-04', 'a job taken five days after the contract ended, on 11 January 2016: no plan was validated, no bonus', () => {
    const file = startingOn('2016-01-07', [['job_started', '2016-01-11'], ['bonus_claimed', '2016-01-15']], '2016-02-01')
    expect(datesOf(file).contractEnd).toBe('2016-01-06')
    expect(refusalsOf(file)).toEqual(['R-501 bonusWithoutPlan'])
  }],
  ['PRI-D1', 'started on 28 January 2017: the last job that opens the bonus starts on 27 November', () => {
    expect(datesOf(startingOn('2017-01-28', [], '2017-02-01')).bonusLastJobStart).toBe('2017-11-27')
  }],
  ['IDR-01', 'the same working time is asked', () => {
    expect(refusalsOf(of2025([['job_started', '2026-02-02', { sameWorkingTime: false }], ['wage_gap_claimed', '2026-02-10']]))).toEqual(['R-510 otherWorkingTime'])
  }],
  ['IDR-02', 'under the 2011 text the loss reaches fifteen per cent', () => {
    expect([losesEnough(euro('2000'), euro('1700'), '0.15'), losesEnough(euro('2000'), euro('1700.01'), '0.15')]).toEqual([true, false])
  }],
  ['EMP-01', 'the employer pays by the 25th of the second month after that of the start', () => {
    expect(datesOf(startingOn('2013-07-20', [], '2013-08-01')).employerPaymentDue).toBe('2013-09-25')
  }],
  ['EMP-03', 'the same day where France Travail proposed and the person accepted', () => {
    const file = fileOf({ engagedOn: '2016-03-01', path: 'france_travail', facts: [['registered', '2016-04-04'], ['accepted', '2016-04-08']], today: '2016-05-02' })
    expect(datesOf(file)).toMatchObject({ cspStart: '2016-04-26', employerPaymentDue: '2016-06-25' })
  }],
  ['EMP-D2', 'a CSP of 8 November 2013: due on 25 January 2014', () => {
    expect(datesOf(startingOn('2013-11-08', [], '2013-12-01')).employerPaymentDue).toBe('2014-01-25')
  }],
  ['AFT-D1', 'a whole year paid leaves 365 days of 730', () => {
    const file = of2025([], '2026-10-01')
    expect(730 - (file.totals.aspDaysPaid ?? 0)).toBe(365)
    expect(startingOn('2025-09-30', [], '2026-10-01', { frame: { areDurationDays: 730 } }).amounts.areDaysLeft).toBe(365)
  }],
  ['AFT-D2', '250 days paid leave 480 days of 730', () => {
    const file = startingOn('2025-09-30', [['job_started', plus('2025-09-30', 250)]], '2026-10-01', { frame: { areDurationDays: 730 } })
    expect(file.totals.aspDaysPaid).toBe(250)
    expect(file.amounts.areDaysLeft).toBe(480)
  }],
  ['ELI-02', '999 employees: the CSP', () => {
    expect(alertsOf(handed('2024-03-04', [], '2024-03-10', { frame: { companySize: 999, insolvency: false } }))).not.toContain('R-100 tooLarge')
  }],
  ['ELI-03', '5,000 employees in insolvency: the CSP', () => {
    expect(alertsOf(handed('2024-03-04', [], '2024-03-10', { frame: { companySize: 5_000, insolvency: true } }))).not.toContain('R-100 tooLarge')
  }],
  ['ELI-04', '1,000 employees: redeployment leave, not the CSP', () => {
    expect(alertsOf(handed('2024-03-04', [], '2024-03-10', { frame: { companySize: 1_000, insolvency: false } }))).toContain('R-100 tooLarge')
  }],
  ['ELI-05', 'under a year of seniority in 2011: the CSP all the same, for no more days than the ARE', () => {
    const file = startingOn('2012-05-02', [], '2012-06-01', { frame: { hiredOn: '2011-09-01', areDurationDays: 122 } })
    expect(file.stage).toBe('pre_bilan_due')
    expect(alertsOf(file)).toContain('R-202 underOneYear')
    expect(datesOf(file).aspEnd).toBe('2012-08-31')
  }],
  ['ELI-06', 'an interview on 30 January 2015: no text, a person chooses', () => {
    const file = handed('2015-01-30')
    expect(file.regime.code).toBeNull()
    expect(alertsOf(file)).toContain('R-001 holeBetweenTexts')
    expect(handed('2015-01-30', [], '2015-02-02', { frame: { chosenRegime: 'A0' } }).regime.code).toBe('A0')
  }],
  ['ELI-07', 'an interview on 11 February 2015: the 2015 convention', () => {
    expect(handed('2015-02-11').regime.code).toBe('B')
  }],
  ['ELI-08', 'an interview on 1 September 2011: the 2011 text', () => {
    expect(handed('2011-09-01').regime.code).toBe('A0')
  }],
  ['EXI-01', 'an open-ended contract ends the CSP and the allowance', () => {
    const file = of2025([['job_started', '2025-12-01']], '2026-01-10')
    expect([file.stage, file.exitMotive, file.totals.aspDaysPaid]).toEqual(['in_job', 'job_cdi', 62])
  }],
  ['EXI-02', 'a bounded contract of six months ends it', () => {
    for (const contract of ['cdd', 'temp']) expect(of2025([['job_started', '2025-12-01', { contract, months: 6 }]], '2025-12-01').stage).toBe('in_job')
  }],
  ['EXI-03', 'two reasonable offers refused end it; under 2011 they take the allowance', () => {
    const refused: readonly WrittenFact[] = [['offer_refused', '2016-04-04'], ['offer_refused', '2016-05-02'], ['exclusion_decided', '2016-05-20']]
    expect(of2016(refused, '2016-05-20').stage).toBe('excluded')
    const moved = refused.map(([kind, on]): WrittenFact => [kind, `2012${on.slice(4)}`])
    expect(startingOn('2012-03-01', moved, '2012-05-20').stage).toBe('asp_stopped')
  }],
  ['EXI-04', 'one training refused, or missed, is enough', () => {
    for (const kind of ['action_refused', 'action_missed'] as const) expect(of2016([[kind, '2016-04-04'], ['exclusion_decided', '2016-05-20']], '2016-05-20').stage).toBe('excluded')
  }],
  ['EXI-05', 'full pension, departure abroad, benefits for children, civic service stop the allowance', () => {
    for (const cause of ['full_pension', 'moved_abroad', 'parental_presence_allowance', 'child_rearing_benefit', 'civic_service']) {
      const file = of2025([['asp_stopped', '2025-12-01', { cause }]], '2026-01-10')
      expect([file.stage, file.totals.aspDaysPaid], cause).toEqual(['asp_stopped', 62])
    }
  }],
  ['CAL-01', 'handed over 6 January 2017', () => {
    expect(datesOf(handed('2017-01-06', [['accepted', '2017-01-10']]))).toMatchObject({
      contractEnd: '2017-01-27', cspStart: '2017-01-28', cspTerm: '2018-01-27', month4ReviewDue: '2017-05-27', month6End: '2017-07-27', bonusLastJobStart: '2017-11-27',
    })
    expect(datesOf(handed('2017-01-06', [['accepted', '2017-01-10'], work('2017-08-01', '2018-01-10')], '2018-06-01')).cspTerm).toBe('2018-04-27')
  }],
  ['CAL-02', 'handed over 17 October 2013', () => {
    expect(datesOf(handed('2013-10-17', [['accepted', '2013-10-20']]))).toMatchObject({
      contractEnd: '2013-11-07', cspStart: '2013-11-08', cspTerm: '2014-11-07', month4ReviewDue: null, month6End: '2014-05-07', bonusLastJobStart: null,
    })
  }],
  ['CAL-03', 'handed over 11 February 2015', () => {
    expect(datesOf(handed('2015-02-11', [['accepted', '2015-02-26']]))).toMatchObject({
      contractEnd: '2015-03-04', cspStart: '2015-03-05', cspTerm: '2016-03-04', month4ReviewDue: '2015-07-04', month6End: '2015-09-04', bonusLastJobStart: '2016-01-04',
    })
  }],
  ['CAL-07', 'started on 29 February 2016: last day 27 February 2017 (months first, then the day)', () => {
    expect(datesOf(startingOn('2016-02-29', [], '2016-03-10')).cspTerm).toBe('2017-02-27')
  }],
  ['PB-01', 'first assessment within eight days of the start', () => {
    for (const start of ['2012-05-02', '2016-05-02']) expect(datesOf(startingOn(start, [], start)).preBilanDue).toBe(plus(start, 8))
  }],
  ['PB-D1', 'started on 28 January 2017: 5 February, a Sunday that does not roll', () => {
    expect(datesOf(startingOn('2017-01-28', [], '2017-02-01', { settings: { rollPolicy: 'next_working_day_if_holiday' } })).preBilanDue).toBe('2017-02-05')
  }],
  ['PL-01', 'the plan within a month of the first assessment', () => {
    expect(deadlineOf(of2016([['pre_bilan_held', '2016-03-07'], ['plan_validated', '2016-04-07']]), 'plan')?.status).toBe('met')
    expect(deadlineOf(startingOn('2012-05-02', [['pre_bilan_held', '2012-05-07'], ['plan_validated', '2012-06-08']], '2012-07-01'), 'plan')?.status).toBe('met_late')
  }],
  ['PL-D1', 'assessed on 3 February 2017: by 3 March', () => {
    expect(datesOf(startingOn('2017-01-28', [['pre_bilan_held', '2017-02-03']], '2017-02-10')).planDue).toBe('2017-03-03')
  }],
  ['PL-D2', 'assessed on 31 January 2017: by 28 February', () => {
    expect(datesOf(startingOn('2017-01-28', [['pre_bilan_held', '2017-01-31']], '2017-02-10')).planDue).toBe('2017-02-28')
  }],
  ['PL-D3', 'month-4 review of a CSP of 28 January 2017: 27 May', () => {
    expect(datesOf(startingOn('2017-01-28', [], '2017-02-10')).month4ReviewDue).toBe('2017-05-27')
  }],
]

/** Every id of the sources' list of cases. */
const IDS: readonly string[] = [
  'REF-01', 'REF-02', 'REF-04', 'REF-05', 'REF-06', 'REF-07', 'ACC-01', 'ACC-02', 'PROT-01', 'PROT-02', 'END-01', 'END-02', 'RES-02', 'RES-03',
  'WORK-01', 'WORK-02', 'WORK-03', 'WORK-04', 'WORK-05', 'WORK-06', 'EXT-01', 'EXT-02', 'SUSP-01', 'SUSP-02', 'SUSP-03', 'ASP-01', 'ASP-03',
  'ASP-08', 'ASP-09', 'ASP-10', 'ARE-01', 'ARE-02', 'ARE-03', 'ARE-04', 'ARE-05', 'ARE-07', 'ARE-08', 'ARE-10', 'ARE-11', 'ARE-12', 'ARE-D1',
  'ARE-D4', 'PRI-01', 'PRI-02', 'PRI-03', 'PRI-04', 'PRI-D1', 'IDR-01', 'IDR-02', 'IDR-D1', 'IDR-D3', 'EMP-01', 'EMP-02', 'EMP-03', 'EMP-04',
  'EMP-05', 'EMP-06', 'EMP-07', 'EMP-08', 'NOT-01', 'NOT-05', 'SEV-01', 'EMP-D2', 'EMP-D4', 'AFT-01', 'AFT-07', 'AFT-D1', 'AFT-D2', 'ELI-01',
  'ELI-02', 'ELI-03', 'ELI-04', 'ELI-05', 'ELI-06', 'ELI-07', 'ELI-08', 'EXI-01', 'EXI-02', 'EXI-03', 'EXI-04', 'EXI-05', 'CAL-01', 'CAL-02',
  'CAL-03', 'CAL-07', 'PROT-D2', 'PB-01', 'PB-D1', 'PL-01', 'PL-D1', 'PL-D2', 'PL-D3', 'EXT-D1', 'EXT-D3', 'EXT-D5',
]

describe('published and worked cases', () => {
  it.each([...RUN, ...AMOUNT_CASES])('%s: %s', (_id, _what, holds) => holds())

  it('every case of the sources is run or set aside with its reason in both languages; none twice', () => {
    const run = [...RUN, ...AMOUNT_CASES].map(([id]) => id)
    const aside = casesSetAside('fr').map(({ id }) => id)
    expect([...run, ...aside].toSorted()).toEqual([...IDS].toSorted())
    expect([new Set(IDS).size, IDS.length]).toEqual([CASES_IN_ALL, CASES_IN_ALL])
    for (const locale of ['fr', 'en'] as const)
      for (const { why, source, address } of casesSetAside(locale)) {
        expect(why.length).toBeGreaterThan(60)
        expect(source).not.toBe('')
        expect(address).toMatch(/^https:\/\/\S+$/u)
      }
    expect(casesSetAside('fr').map(({ why }) => why)).not.toEqual(casesSetAside('en').map(({ why }) => why))
  })

  afterAll(() => {
    process.stdout.write(`worked examples: ${RUN.length + AMOUNT_CASES.length} run, ${casesSetAside('fr').length} set aside with a reason, ${IDS.length} in all\n`)
  })
})
