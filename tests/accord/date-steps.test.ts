import { describe, expect, it } from 'vitest'
import type { CaseFile, DateName } from '@/lib/accord'
import { fileOf, startingOn, type WrittenFact } from './a-file'
import { allTold, toldOf } from './told-steps'

/* Why a date is what it is: the rule that gives it, then each step with its values, its day and its own rule. */

const told = (file: CaseFile, name: DateName) => toldOf(file.explanations[name])
const csp = (facts: readonly WrittenFact[] = [], today = '2026-06-30') => startingOn('2025-09-30', facts, today)
const TRIED: readonly WrittenFact[] = [
  ['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-10'], ['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20'], ['trial_period_broken', '2026-02-02'],
]

describe('every date of a file, step by step', () => {
  it('R-010 to R-016, R-301 to R-309, R-403, R-404, R-501, R-502: proposed by the employer, with sickness, work and a job', () => {
    const file = csp([
      ['pre_bilan_held', '2025-10-02'],
      ['plan_validated', '2025-10-10'],
      ['suspension', '2025-11-03', { to: '2025-11-12' }],
      ['work_period', '2026-04-01', { to: '2026-04-30' }],
      ['job_started', '2026-06-02'],
      ['bonus_claimed', '2026-06-05'],
    ])
    expect(file.refusals).toEqual([])
    expect(allTold(file.explanations)).toEqual({
      reflectionEnd: ['R-010', 'handOver → 2025-09-08 [R-010]', 'reflectionDays(days 21) → 2025-09-29 [R-010]'],
      contractEnd: ['R-012', 'contractEndsWithReflection → 2025-09-29 [R-012]'],
      contestLimit: ['R-141', 'acceptance → 2025-09-08 [R-015]', 'contestMonths(months 12) → 2026-09-08 [R-141]'],
      rehirePriorityEnd: ['R-016', 'contractEnd → 2025-09-29 [R-012]', 'rehireYear → 2026-09-29 [R-016]'],
      cspStart: ['R-012', 'acceptance → 2025-09-08 [R-015]', 'reflectionEnd → 2025-09-29 [R-010]', 'dayAfterContract → 2025-09-30 [R-012]'],
      cspTerm: [
        'R-014',
        'start → 2025-09-30 [R-012]',
        'twelveMonths(months 12) → 2026-09-29 [R-014]',
        'extensionByWork(cause work, from 2026-04-01, to 2026-04-30, counted 30, added 30, months 3) → 2026-10-29 [R-403]',
        'extensionByLeave(cause sickness, from 2025-11-03, to 2025-11-12, counted 10, added 10, months 4) → 2026-11-08 [R-404]',
        'ceilingNotReached(ceiling 2026-12-29, months 15) [R-014]',
      ],
      aspEnd: [
        'R-200',
        'daysOfCsp(from 2025-09-30, to 2026-11-08, days 405) → 2026-11-08 [R-014]',
        'daysWithoutAllowance(ledgerCause sickness, days 10) [R-205]',
        'daysWithoutAllowance(ledgerCause work_period, days 30) [R-205]',
        'daysWithoutAllowance(ledgerCause job, days 160) [R-205]',
        'aspEndsWithTerm → 2026-11-08 [R-200]',
      ],
      preBilanDue: ['R-301', 'start → 2025-09-30 [R-012]', 'preBilanDays(days 8) → 2025-10-08 [R-301]'],
      planDue: ['R-302', 'preBilanHeld → 2025-10-02 [R-301]', 'planMonth(months 1) → 2025-11-02 [R-302]'],
      month4ReviewDue: ['R-306', 'start → 2025-09-30 [R-012]', 'fourMonths → 2026-01-29 [R-306]', 'suspendedDays(days 10) → 2026-02-08 [R-306]'],
      month6End: ['R-403', 'start → 2025-09-30 [R-012]', 'sixMonths → 2026-03-29 [R-403]'],
      bonusLastJobStart: ['R-501', 'start → 2025-09-30 [R-012]', 'tenMonths(months 10) → 2026-07-29 [R-501]', 'windowStretched(days 40) → 2026-09-07 [R-501]'],
      finalInterviewFrom: ['R-307', 'term → 2026-11-08 [R-014]', 'lastMonths(months 2) → 2026-09-09 [R-307]'],
      finalInterviewTo: ['R-307', 'beforeTerm → 2026-11-08 [R-307]'],
      termLetterDue: ['R-308', 'term → 2026-11-08 [R-014]', 'letterDays(days 30) → 2026-10-09 [R-308]'],
      employerPaymentDue: ['R-016', 'start → 2025-09-30 [R-012]', 'paymentMonth → 2025-11-25 [R-016]'],
      claimsLimit: ['R-016', 'jobStart → 2026-06-02 [R-410]', 'claimsYears(years 2) → 2028-06-02 [R-016]'],
      bonusClaimDue: ['R-501', 'jobStart → 2026-06-02 [R-410]', 'claimDays(days 30) → 2026-07-02 [R-501]'],
      bonusSecondPaymentOn: ['R-502', 'jobStart → 2026-06-02 [R-410]', 'secondPayment(months 3) → 2026-09-02 [R-502]'],
      followUpEnd: ['R-309', 'jobStart → 2026-06-02 [R-410]', 'followUpMonths(months 6) → 2026-12-02 [R-309]'],
    })
  })

  it('R-013, R-130: through France Travail, every date starts from the registration; nothing of a contract', () => {
    const file = fileOf({ engagedOn: '2016-09-01', path: 'france_travail', facts: [['registered', '2016-10-03'], ['accepted', '2016-10-05']], today: '2016-11-30' })
    const start = 'start → 2016-10-25 [R-013]'
    expect(allTold(file.explanations)).toEqual({
      reflectionEnd: ['R-010', 'registration → 2016-10-03 [R-130]', 'reflectionDays(days 21) → 2016-10-24 [R-010]'],
      contestLimit: ['R-141', 'acceptance → 2016-10-05 [R-015]', 'contestMonths(months 12) → 2017-10-05 [R-141]'],
      cspStart: ['R-013', 'acceptance → 2016-10-05 [R-015]', 'reflectionEnd → 2016-10-24 [R-010]', 'dayAfterReflection → 2016-10-25 [R-013]'],
      cspTerm: ['R-014', start, 'twelveMonths(months 12) → 2017-10-24 [R-014]', 'ceilingNotReached(ceiling 2018-01-24, months 15) [R-014]'],
      aspEnd: ['R-200', 'daysOfCsp(from 2016-10-25, to 2017-10-24, days 365) → 2017-10-24 [R-014]', 'aspEndsWithTerm → 2017-10-24 [R-200]'],
      preBilanDue: ['R-301', start, 'preBilanDays(days 8) → 2016-11-02 [R-301]'],
      month4ReviewDue: ['R-306', start, 'fourMonths → 2017-02-24 [R-306]'],
      month6End: ['R-403', start, 'sixMonths → 2017-04-24 [R-403]'],
      bonusLastJobStart: ['R-501', start, 'tenMonths(months 10) → 2017-08-24 [R-501]'],
      employerPaymentDue: ['R-016', start, 'paymentMonth → 2016-12-25 [R-016]'],
      claimsLimit: ['R-016', start, 'claimsYears(years 2) → 2018-10-25 [R-016]'],
    })
  })

  it('R-014, R-410: under the text of 2011, no ceiling, no bonus, no limit of claims; a leave moves nothing', () => {
    const file = startingOn('2013-11-08', [['pre_bilan_held', '2013-11-12'], ['suspension', '2014-01-06', { to: '2014-01-31' }], ['job_started', '2014-03-03']], '2014-03-10')
    const { cspTerm, aspEnd, planDue, followUpEnd, employerPaymentDue, ...others } = allTold(file.explanations)
    expect(cspTerm).toEqual(['R-014', 'start → 2013-11-08 [R-012]', 'twelveMonths(months 12) → 2014-11-07 [R-014]', 'leaveWithoutExtension(cause sickness, from 2014-01-06, to 2014-01-31) [R-404]'])
    expect(aspEnd?.slice(2, 4)).toEqual(['daysWithoutAllowance(ledgerCause sickness, days 26) [R-205]', 'daysWithoutAllowance(ledgerCause job, days 250) [R-205]'])
    expect(planDue).toEqual(['R-302', 'preBilanHeld → 2013-11-12 [R-301]', 'planMonth(months 1) → 2013-12-12 [R-302]'])
    expect(followUpEnd).toEqual(['R-309', 'jobStart → 2014-03-03 [R-410]', 'followUpMonths(months 6) → 2014-09-03 [R-309]'])
    expect(employerPaymentDue).toEqual(['R-016', 'start → 2013-11-08 [R-012]', 'paymentMonth → 2014-01-25 [R-016]'])
    expect(Object.keys(others).toSorted()).toEqual(['contestLimit', 'contractEnd', 'cspStart', 'month6End', 'preBilanDue', 'reflectionEnd', 'rehirePriorityEnd'])
  })

  it('only dates that are known have their steps: none before the proposal, nor where no text governs', () => {
    expect(allTold(fileOf({ engagedOn: '2025-09-08', facts: [], today: '2025-09-20' }).explanations)).toEqual({})
    expect(allTold(fileOf({ engagedOn: '2015-01-15', facts: [], today: '2015-01-20' }).explanations)).toEqual({})
    const proposed = fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-20' })
    expect(Object.keys(proposed.explanations)).toEqual(['reflectionEnd'])
    for (const file of [proposed, csp(TRIED)])
      expect(Object.keys(file.explanations).toSorted()).toEqual(Object.entries(file.dates).filter(([, on]) => on !== null).map(([name]) => name).toSorted())
  })
})

describe('the end of reflection', () => {
  const proposed = '2025-12-11'
  const onHoliday = (rollPolicy: 'none' | 'next_working_day_if_holiday', decided?: string) =>
    told(fileOf({
      engagedOn: proposed,
      frame: { protectedEmployee: decided !== undefined },
      facts: [['proposal_handed_over', proposed], ...(decided === undefined ? [] : [['authorisation_notified', decided] as const])],
      today: '2026-01-25',
      settings: { rollPolicy },
    }), 'reflectionEnd').slice(2)

  it('R-010: names the holiday on which day 21 falls, and whether it rolls', () => {
    expect(onHoliday('none')).toEqual(['reflectionDays(days 21) → 2026-01-01 [R-010]', 'holidayNotRolled(holiday newYear) → 2026-01-01 [R-010]'])
    expect(onHoliday('next_working_day_if_holiday')).toEqual(['reflectionDays(days 21) → 2026-01-01 [R-010]', 'holidayRolled(holiday newYear) → 2026-01-02 [R-010]'])
  })

  it('R-011: names the day of the decision; where it prolongs the period, the holiday gives no day of its own', () => {
    expect(onHoliday('next_working_day_if_holiday', '2026-01-20').slice(1)).toEqual(['holidayRolled(holiday newYear) [R-010]', 'prolongedByDecision(on 2026-01-20) → 2026-01-21 [R-011]'])
    expect(onHoliday('none', '2025-12-31').slice(1)).toEqual(['holidayNotRolled(holiday newYear) → 2026-01-01 [R-010]', 'decisionWithinPeriod(on 2025-12-31) → 2026-01-01 [R-011]'])
  })
})

describe('the term', () => {
  it('R-014, R-403, R-404: what is cut at a maximum, what does not count, and the ceiling reached', () => {
    expect(told(csp([['work_period', '2026-04-01', { to: '2026-08-31' }]], '2026-09-30'), 'cspTerm').slice(3)).toEqual([
      'extensionByWorkCapped(cause work, from 2026-04-01, to 2026-08-31, counted 153, added 91, months 3) → 2026-12-29 [R-403]',
      'ceilingReached(ceiling 2026-12-29, months 15) [R-014]',
    ])
    expect(told(csp([['work_period', '2025-11-03', { to: '2025-11-20' }], ['suspension', '2026-01-05', { to: '2026-06-09' }]]), 'cspTerm').slice(3, 5)).toEqual([
      'extensionByLeaveCapped(cause sickness, from 2026-01-05, to 2026-06-09, counted 156, added 122, months 4) → 2027-01-29 [R-404]',
      'workWithoutExtension(cause work, from 2025-11-03, to 2025-11-20) [R-017]',
    ])
  })

  it('R-404: each leave under its own name', () => {
    const causes = ['maternity', 'paternity', 'carer'] as const
    const leaves = causes.map((cause, at): WrittenFact => ['suspension', `2026-0${at + 2}-02`, { cause, to: `2026-0${at + 2}-06` }])
    expect(told(csp(leaves), 'cspTerm').slice(3, 6)).toEqual([
      'extensionByLeave(cause maternity, from 2026-02-02, to 2026-02-06, counted 5, added 5, months null) → 2026-10-04 [R-404]',
      'extensionByLeave(cause paternity, from 2026-03-02, to 2026-03-06, counted 5, added 5, months null) → 2026-10-09 [R-404]',
      'extensionByLeave(cause carer, from 2026-04-02, to 2026-04-06, counted 5, added 5, months null) → 2026-10-14 [R-404]',
    ])
  })
})

describe('the end of the allowance', () => {
  const short = (areDurationDays: number) => told(startingOn('2025-09-30', [], '2025-10-10', { frame: { hiredOn: '2025-01-01', areDurationDays } }), 'aspEnd')

  it('R-202: under a year of seniority, the days of ARE where they are fewer than those of the CSP', () => {
    expect(short(182)).toEqual(['R-202', 'daysOfCsp(from 2025-09-30, to 2026-09-29, days 365) → 2026-09-29 [R-014]', 'aspEndsWithAre(days 182) [R-202]', 'lastPayableDay(days 182) → 2026-03-30 [R-202]'])
    expect(short(548)).toEqual(['R-202', 'daysOfCsp(from 2025-09-30, to 2026-09-29, days 365) → 2026-09-29 [R-014]', 'areLastsLonger(days 548) [R-202]', 'lastPayableDay(days 365) → 2026-09-29 [R-202]'])
    expect([short(364)[2], short(365)[2]]).toEqual(['aspEndsWithAre(days 364) [R-202]', 'areLastsLonger(days 365) [R-202]'])
  })

  it('R-413: the days that a bonus stands for', () => {
    // 75 % of a reference wage of 100 euros: 1,500 euros are twenty days.
    expect(told(startingOn('2025-09-30', TRIED, '2026-03-01', { frame: { sjr: '100.00' } }), 'aspEnd')).toEqual([
      'R-200',
      'daysOfCsp(from 2025-09-30, to 2026-09-29, days 365) → 2026-09-29 [R-014]',
      'daysWithoutAllowance(ledgerCause job, days 28) [R-205]',
      'aspShortenedByBonus(days 20) [R-413]',
      'lastPayableDay(days 317) → 2026-09-09 [R-413]',
    ])
  })
})

it('R-111: the limit to contest that the document does not state', () => {
  const file = fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08', { contestLimitStated: false }], ['accepted', '2025-09-10']], today: '2025-09-11' })
  expect(told(file, 'contestLimit')).toEqual(['R-141', 'acceptance → 2025-09-10 [R-015]', 'contestNotStated(months 12) → 2027-09-10 [R-111]'])
})

it('R-012, R-013: the registration of 2013 starts the CSP on the last day of reflection', () => {
  const file = fileOf({ engagedOn: '2013-09-02', path: 'france_travail', facts: [['registered', '2013-10-01'], ['accepted', '2013-10-04']], today: '2013-10-30' })
  expect(told(file, 'cspStart')).toEqual(['R-013', 'acceptance → 2013-10-04 [R-015]', 'reflectionEnd → 2013-10-22 [R-010]', 'onLastDayOfReflection → 2013-10-22 [R-013]'])
})
