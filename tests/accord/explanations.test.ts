import { describe, expect, it } from 'vitest'
import { isoOf, type CaseFile, type DateName } from '@/lib/accord'
import { datesOf, fileOf, startingOn, type WrittenFact } from './a-file'

/** The steps of a date as `code → day [rule]`. */
function steps(file: CaseFile, name: DateName): readonly string[] {
  return (file.explanations[name]?.steps ?? []).map((step) => `${step.code}${step.gives === null ? '' : ` → ${isoOf(step.gives)}`} [${step.rule}]`)
}
const csp = (facts: readonly WrittenFact[] = [], today = '2026-06-30') => startingOn('2025-09-30', facts, today)

describe('why a date is what it is', () => {
  it('R-010: the end of reflection, with the holiday that rolls or does not', () => {
    const of = (rollPolicy: 'none' | 'next_working_day_if_holiday') =>
      steps(fileOf({ engagedOn: '2025-12-11', facts: [['proposal_handed_over', '2025-12-11']], today: '2025-12-12', settings: { rollPolicy } }), 'reflectionEnd')
    expect(of('none')).toEqual(['handOver → 2025-12-11 [R-010]', 'reflectionDays → 2026-01-01 [R-010]', 'holidayNotRolled → 2026-01-01 [R-010]'])
    expect(of('next_working_day_if_holiday').at(-1)).toBe('holidayRolled → 2026-01-02 [R-010]')
  })
  it('R-011: a decision that prolongs, and one that does not', () => {
    const of = (on: string) => steps(fileOf({ engagedOn: '2025-09-08', frame: { protectedEmployee: true }, facts: [['proposal_handed_over', '2025-09-08'], ['authorisation_notified', on]], today: '2025-11-01' }), 'reflectionEnd')
    expect(of('2025-10-20').at(-1)).toBe('prolongedByDecision → 2025-10-21 [R-011]')
    expect(of('2025-09-20').at(-1)).toBe('decisionWithinPeriod → 2025-09-29 [R-011]')
  })
  it('R-012, R-013: the start, by each path and family of texts', () => {
    const through = (engagedOn: string, on: string, accepted: string) => steps(fileOf({ engagedOn, path: 'france_travail', facts: [['registered', on], ['accepted', accepted]], today: accepted }), 'cspStart').at(-1)
    expect(steps(csp(), 'cspStart')).toEqual(['acceptance → 2025-09-08 [R-015]', 'reflectionEnd → 2025-09-29 [R-010]', 'dayAfterContract → 2025-09-30 [R-012]'])
    expect(through('2013-09-02', '2013-10-01', '2013-10-04')).toBe('onLastDayOfReflection → 2013-10-22 [R-013]')
    expect(through('2016-09-01', '2016-10-03', '2016-10-05')).toBe('dayAfterReflection → 2016-10-25 [R-013]')
  })
  it('R-014, R-403, R-404: the term, with what moves it, what does not, and the ceiling', () => {
    const file = csp([
      ['work_period', '2025-11-03', { to: '2025-11-20' }],
      ['suspension', '2026-01-05', { to: '2026-01-09' }],
      ['work_period', '2026-04-01', { to: '2026-04-30' }],
    ])
    expect(steps(file, 'cspTerm')).toEqual([
      'start → 2025-09-30 [R-012]', 'twelveMonths → 2026-09-29 [R-014]', 'extensionByWork → 2026-10-29 [R-403]', 'extensionByLeave → 2026-11-03 [R-404]',
      'workWithoutExtension [R-017]', 'ceilingNotReached [R-014]',
    ])
    const capped = csp([['work_period', '2026-04-01', { to: '2026-08-31' }]], '2026-09-30')
    expect(steps(capped, 'cspTerm').slice(-2)).toEqual(['extensionByWorkCapped → 2026-12-29 [R-403]', 'ceilingReached [R-014]'])
    const old = startingOn('2013-11-08', [['suspension', '2014-01-06', { to: '2014-01-31' }]], '2014-03-01')
    expect(steps(old, 'cspTerm').at(-1)).toBe('leaveWithoutExtension [R-404]')
  })
  it('R-306: the month-4 review, with the days without support', () => {
    expect(steps(csp(), 'month4ReviewDue')).toEqual(['start → 2025-09-30 [R-012]', 'fourMonths → 2026-01-29 [R-306]'])
    expect(steps(csp([['suspension', '2026-01-05', { to: '2026-01-09' }]]), 'month4ReviewDue').at(-1)).toBe('suspendedDays → 2026-02-03 [R-306]')
  })
  it('R-501: the bonus window, stretched only by an extension', () => {
    expect(steps(csp(), 'bonusLastJobStart')).toEqual(['start → 2025-09-30 [R-012]', 'tenMonths → 2026-07-29 [R-501]'])
    expect(steps(csp([['suspension', '2026-01-05', { to: '2026-01-09' }]]), 'bonusLastJobStart').slice(-2)).toEqual(['tenMonths → 2026-07-29 [R-501]', 'windowStretched → 2026-08-03 [R-501]'])
  })
  it('R-111, R-141: the period to contest, stated in the document or not', () => {
    const of = (terms: Record<string, unknown>) => fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08', terms], ['accepted', '2025-09-10']], today: '2025-09-11' })
    expect(steps(of({}), 'contestLimit')).toEqual(['acceptance → 2025-09-10 [R-015]', 'contestMonths → 2026-09-10 [R-141]'])
    expect(steps(of({ contestLimitStated: false }), 'contestLimit').at(-1)).toBe('contestNotStated → 2027-09-10 [R-111]')
  })
  it('R-016: the limit of claims, from the start, then from the job', () => {
    expect(steps(csp(), 'claimsLimit')).toEqual(['start → 2025-09-30 [R-012]', 'claimsYears → 2027-09-30 [R-016]'])
    expect(steps(csp([['job_started', '2026-02-02']]), 'claimsLimit')[0]).toBe('jobStart → 2026-02-02 [R-410]')
    const after = startingOn('2024-09-30', [['job_started', '2025-11-03']], '2025-12-01')
    expect(steps(after, 'claimsLimit')[0]).toBe('start → 2024-09-30 [R-012]')
    expect(steps(after, 'followUpEnd')).toEqual(['jobStart → 2025-11-03 [R-410]', 'followUpMonths → 2026-05-03 [R-309]'])
  })
  it('R-202: the end of the allowance, with the term or with the days of ARE', () => {
    expect(steps(csp(), 'aspEnd')).toEqual(['daysOfCsp → 2026-09-29 [R-014]', 'aspEndsWithTerm → 2026-09-29 [R-200]'])
    const short = startingOn('2025-09-30', [], '2025-10-10', { frame: { hiredOn: '2025-01-01', areDurationDays: 182 } })
    expect(steps(short, 'aspEnd')).toEqual(['daysOfCsp → 2026-09-29 [R-014]', 'aspEndsWithAre [R-202]', 'lastPayableDay → 2026-03-30 [R-202]'])
    const long = startingOn('2025-09-30', [], '2025-10-10', { frame: { hiredOn: '2025-01-01', areDurationDays: 548 } })
    expect(steps(long, 'aspEnd')).toEqual(['daysOfCsp → 2026-09-29 [R-014]', 'areLastsLonger [R-202]', 'lastPayableDay → 2026-09-29 [R-202]'])
  })
  it('R-413: the end of the allowance, earlier by the days that a bonus stands for', () => {
    // 75 % of a reference wage of 100 euros: 1,500 euros are twenty days.
    const tried: readonly WrittenFact[] = [
      ['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-10'], ['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20'], ['trial_period_broken', '2026-02-02'],
    ]
    const file = startingOn('2025-09-30', tried, '2026-03-01', { frame: { sjr: '100.00' } })
    expect(file.refusals).toEqual([])
    expect(steps(file, 'aspEnd')).toEqual(['daysOfCsp → 2026-09-29 [R-014]', 'daysWithoutAllowance [R-205]', 'aspShortenedByBonus [R-413]', 'lastPayableDay → 2026-09-09 [R-413]'])
    expect(datesOf(file).cspTerm).toBe('2026-09-29')
  })
})
