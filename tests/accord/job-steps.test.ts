import { describe, expect, it } from 'vitest'
import { day, derive, shippedTexts, type AmountName, type CaseFile, type EstimateName, type Texts } from '@/lib/accord'
import { fact, fileOf, frame as frameOf, PLAIN_SETTINGS, startingOn, type WrittenFact } from './a-file'
import { toldOf } from './told-steps'

/* What a job opens, step by step: the bonus and its conditions, the wage-gap indemnity, and the choice between them. */

const FRAME = { sjr: '100.00', areDurationDays: 548, monthlyGross: '3000.00', noticeMonths: 2 }
type Terms = Readonly<Record<string, unknown>>
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-10']]
const csp = (facts: readonly WrittenFact[] = [], frame: Terms = {}, today = '2026-03-10') => startingOn('2025-09-30', [...PREPARED, ...facts], today, { frame: { ...FRAME, ...frame } })
const job = (on: string, terms: Terms = {}): WrittenFact => ['job_started', on, { monthlyGross: '2500.00', sameWorkingTime: true, ...terms }]
const MARCH = job('2026-03-02')
const CLAIMED: WrittenFact = ['bonus_claimed', '2026-03-05']

function told(file: CaseFile, name: AmountName | EstimateName): readonly string[] {
  expect(file.refusals).toEqual([])
  return toldOf({ ...file.amountExplanations, ...file.estimateExplanations }[name])
}
/** The same, the rule of each step left out where all have the same one. */
const short = (file: CaseFile, name: AmountName | EstimateName) => told(file, name).slice(1).map((step) => step.replace(/ \[R-\d+\]$/u, ''))

/** From 2 March to 29 September 2026: 212 days at 75.00, of which half. */
const residual = (rule: string) => ['aspPerDay = 75.00 [R-200]', `residualRights(from 2026-03-02, to 2026-09-29, days 212) = 15900.00 [${rule}]`, `half = 7950.00 [${rule}]`]

/** The file of 2011: a job of 3 March 2014, 250 days before the term, at 80.00 a day. */
const OLD = ['aspPerDay = 80.00 [R-200]', 'residualRights(from 2014-03-03, to 2014-11-07, days 250) = 20000.00 [R-510]', 'half = 10000.00 [R-510]']
const old = (wage: string, frame: Terms = {}, more: Terms = {}) =>
  fileOf({ engagedOn: '2013-10-17', frame: { ...FRAME, ...frame }, facts: [['proposal_handed_over', '2013-10-17'], ['accepted', '2013-10-17'], job('2014-03-03', { monthlyGross: wage, ...more })], today: '2014-03-10' })

describe('R-501: the conditions of the bonus', () => {
  const STANDING = [
    'conditionMet(condition seniority, on 2025-09-29)',
    'conditionMet(condition plan, on 2025-10-10) → 2025-10-10',
    'conditionMet(condition contract, on 2026-03-02)',
    'conditionMet(condition window, on 2026-07-29) → 2026-07-29',
    'conditionToCome(condition claim, on 2026-04-01) → 2026-04-01',
    'conditionMet(condition once, on null)',
    'conditionMet(condition no_wage_gap, on null)',
    'conditionToCheck(condition no_are, on null)',
  ] as const
  /** The conditions that stand otherwise than in the usual case, and what comes of them. */
  const changed = (file: CaseFile) => {
    const steps = short(file, 'bonusEligible')
    const conditions = short(file, 'bonusConditions')
    expect(steps.slice(0, -1)).toEqual(conditions)
    return [...conditions.filter((step) => !STANDING.some((usual) => usual === step)), steps.at(-1)]
  }

  it('each in order, then what comes of them; a day is told where the condition is about one', () => {
    expect(told(csp([MARCH]), 'bonusConditions')).toEqual(['R-501', ...STANDING.map((step) => `${step} [R-501]`)])
    expect(told(csp([MARCH]), 'bonusEligible')).toEqual(['R-501', ...STANDING.map((step) => `${step} [R-501]`), 'bonusOpen [R-501]'])
  })

  it.each([
    ['a claim made', csp([MARCH, CLAIMED]), ['conditionMet(condition claim, on 2026-03-05) → 2026-03-05', 'bonusOpen']],
    ['a claim missed', csp([MARCH], {}, '2026-04-02'), ['conditionMissing(condition claim, on 2026-04-01) → 2026-04-01', 'bonusNotOpen']],
    ['under a year of seniority', csp([MARCH], { hiredOn: '2025-01-01' }), ['conditionMissing(condition seniority, on 2025-09-29)', 'bonusNotOpen']],
    ['the indemnity claimed for that job', csp([MARCH, ['wage_gap_claimed', '2026-03-05']]), ['conditionMissing(condition no_wage_gap, on 2026-03-05)', 'bonusNotOpen']],
    [
      'a bonus received for another job',
      csp([job('2026-01-05'), ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20'], ['trial_period_broken', '2026-02-02'], MARCH]),
      ['conditionMissing(condition once, on 2026-01-20)', 'bonusNotOpen'],
    ],
  ])('%s', (_, file, expected) => {
    expect(changed(file)).toEqual(expected)
  })

  it('a plan missing on the day of the job gives no day, and neither does seniority not known', () => {
    const unplanned = startingOn('2025-09-30', [job('2026-08-03')], '2026-10-01', { frame: FRAME })
    expect(short(unplanned, 'bonusConditions').slice(1, 5)).toEqual([
      'conditionMissing(condition plan, on 2026-08-03)',
      'conditionMet(condition contract, on 2026-08-03)',
      'conditionMissing(condition window, on 2026-07-29) → 2026-07-29',
      'conditionMissing(condition claim, on 2026-09-02) → 2026-09-02',
    ])
    const unknown = csp([MARCH], { hiredOn: null })
    expect(short(unknown, 'bonusConditions')[0]).toBe('conditionUnknown(condition seniority, on 2025-09-29)')
    expect(told(unknown, 'bonusEligible')).toEqual([])
  })
})

describe('R-502: the bonus', () => {
  it('half of the residual rights, in two payments', () => {
    expect(told(csp([MARCH]), 'bonusTotal')).toEqual(['R-502', ...residual('R-502')])
    expect(told(csp([MARCH]), 'bonusInstalments')).toEqual(['R-502', 'half = 7950.00 [R-502]', 'instalment(on 2026-03-03) = 3975.00 [R-502]', 'instalment(on 2026-06-02) = 3975.00 [R-502]'])
  })

  it('another share, if a text fixes one', () => {
    const agreements = shippedTexts.agreements.map((agreement) => ({ ...agreement, changes: { ...agreement.changes, incentiveShare: '0.625' } }))
    const texts: Texts = { ...shippedTexts, agreements }
    const facts: readonly WrittenFact[] = [['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-08'], ...PREPARED, MARCH]
    const file = derive({ frame: frameOf('2025-09-08', 'employer', FRAME), facts: facts.map(fact) }, texts, PLAIN_SETTINGS, day('2026-03-10'))
    expect(told(file, 'bonusInstalments')[1]).toBe('shareOfRights(percent 62.5) = 9937.50 [R-502]')
    expect(told(file, 'wageGapTotalCap').at(-1)).toBe('shareOfRights(percent 62.5) = 9937.50 [R-510]')
  })
})

describe('R-510: whether the wage-gap indemnity is open', () => {
  it.each([
    ['same time and a lower wage', csp([MARCH]), ['sameTime', 'monthOfWage = 3000.00', 'newWageCompared = 2500.00', 'wageGapOpen']],
    ['a higher wage', csp([job('2026-03-02', { monthlyGross: '3500.00' })]), ['sameTime', 'monthOfWage = 3000.00', 'newWageCompared = 3500.00', 'wageGapNotOpen']],
    ['another working time', csp([job('2026-03-02', { sameWorkingTime: false })]), ['otherTime', 'monthOfWage = 3000.00', 'newWageCompared = 2500.00', 'wageGapNotOpen']],
    ['another working time, the new wage not known', csp([job('2026-03-02', { sameWorkingTime: false, monthlyGross: null })]), ['otherTime', 'wageGapNotOpen']],
    ['another working time, the reference wage not known', csp([job('2026-03-02', { sameWorkingTime: false })], { sjr: null }), ['otherTime', 'wageGapNotOpen']],
    ['the bonus claimed, the rest not known', csp([job('2026-03-02', { sameWorkingTime: null, monthlyGross: null }), CLAIMED]), ['bonusWasClaimed → 2026-03-05', 'sameTimeUnknown', 'wageGapNotOpen']],
    ['in 2011, a loss of 15 % at least', old('2550.00'), ['sameTime', 'monthOfWage = 3000.00', 'newWageCompared = 2550.00', 'leastLoss(percent 15) = 2550.00', 'wageGapOpen']],
    ['in 2011, a smaller loss', old('2600.00'), ['sameTime', 'monthOfWage = 3000.00', 'newWageCompared = 2600.00', 'leastLoss(percent 15) = 2550.00', 'wageGapNotOpen']],
    ['in 2011, the former wage not known', old('2000.00', { monthlyGross: null }, { sameWorkingTime: false }), ['otherTime', 'monthOfWage = 3000.00', 'newWageCompared = 2000.00', 'wageGapNotOpen']],
  ])('%s', (_, file, steps) => {
    expect([told(file, 'wageGapEligible')[0], ...short(file, 'wageGapEligible')]).toEqual(['R-510', ...steps])
  })

  it('R-511: the claim of a bonus is told under the rule of the choice', () => {
    expect(told(csp([MARCH, CLAIMED]), 'wageGapEligible').slice(0, 3)).toEqual(['R-510', 'bonusWasClaimed → 2026-03-05 [R-511]', 'sameTime [R-510]'])
    expect(told(old('2600.00'), 'wageGapEligible')[4]).toBe('leastLoss(percent 15) = 2550.00 [R-510]')
  })

  it('no steps where it cannot be told', () => {
    for (const file of [csp([job('2026-03-02', { sameWorkingTime: null })]), csp([job('2026-03-02', { monthlyGross: null })]), csp([MARCH], { sjr: null }), old('2000.00', { monthlyGross: null })])
      expect(['wageGapEligible', 'wageGapMonthly', 'wageGapTotalCap', 'wageGapPayments', 'wageGapTotal'].map((name) => told(file, name as AmountName))).toEqual([[], [], [], [], []])
  })
})

describe('R-510: the wage-gap indemnity', () => {
  it('a month of it, and its cap', () => {
    expect(told(csp([MARCH]), 'wageGapMonthly')).toEqual(['R-510', 'thirtySjr = 100.00 [R-510]', 'newWage = 2500.00 [R-510]', 'monthlyGap = 500.00 [R-510]'])
    expect(told(csp([MARCH]), 'wageGapTotalCap')).toEqual(['R-510', ...residual('R-510')])
    expect(told(csp([MARCH], { hiredOn: '2025-01-01' }), 'wageGapTotalCap')[1]).toBe('aspPerDay = 57.00 [R-200]')
  })

  it('payment by payment, the last cut at the cap', () => {
    // 2 June to 29 September 2026: 120 days at 75.00, of which half is 4,500.00.
    const capped = csp([job('2026-06-02', { monthlyGross: '2000.00' })], {}, '2026-06-10')
    expect(told(capped, 'wageGapPayments')).toEqual([
      'R-510',
      'monthlyGap = 1000.00 [R-510]',
      'wageGapCap = 4500.00 [R-510]',
      'wageGapMonth(number 1, on 2026-07-02) = 1000.00 [R-510]',
      'wageGapMonth(number 2, on 2026-08-02) = 1000.00 [R-510]',
      'wageGapMonth(number 3, on 2026-09-02) = 1000.00 [R-510]',
      'wageGapMonth(number 4, on 2026-10-02) = 1000.00 [R-510]',
      'wageGapMonthCut(number 5, on 2026-11-02) = 500.00 [R-510]',
    ])
    expect(told(csp([MARCH]), 'wageGapPayments').length).toBe(15)
  })

  it.each([
    ['twelve months', csp([MARCH]), ['monthlyGap = 500.00', 'wageGapCap = 7950.00', 'wageGapEndsWithMonths(months 12)', 'wageGapSum = 6000.00']],
    ['the cap', csp([job('2026-06-02', { monthlyGross: '2000.00' })], {}, '2026-06-10'), ['monthlyGap = 1000.00', 'wageGapCap = 4500.00', 'wageGapEndsAtCap(months 5)', 'wageGapSum = 4500.00']],
    ['the end of the job', csp([MARCH, ['job_ended', '2026-06-01']], {}, '2026-06-10'), ['monthlyGap = 500.00', 'wageGapCap = 7950.00', 'wageGapEndsWithJob(months 2)', 'wageGapSum = 1000.00']],
    ['the contract', csp([job('2026-03-02', { contract: 'cdd', months: 11 })]), ['monthlyGap = 500.00', 'wageGapCap = 7950.00', 'wageGapEndsWithJob(months 11)', 'wageGapSum = 5500.00']],
    ['twelve months, of a contract as long', csp([job('2026-03-02', { contract: 'cdd', months: 12 })]), ['monthlyGap = 500.00', 'wageGapCap = 7950.00', 'wageGapEndsWithMonths(months 12)', 'wageGapSum = 6000.00']],
  ])('ended by %s', (_, file, steps) => {
    expect([told(file, 'wageGapTotal')[0], ...short(file, 'wageGapTotal')]).toEqual(['R-510', ...steps])
  })
})

describe('R-511: the bonus beside the indemnity', () => {
  const gapOf = (months: number, sum: string) => ['monthlyGap = 500.00 [R-510]', `wageGapInMonths(months ${months}) = ${sum} [R-510]`]

  it.each([
    ['both open', csp([MARCH]), ['bonusInTwo = 7950.00 [R-502]', ...gapOf(12, '6000.00'), 'incentiveReason(reason gap_under_cap) [R-511]']],
    ['the bonus claimed', csp([MARCH, CLAIMED]), ['bonusInTwo = 7950.00 [R-502]', 'wageGapNotOpen [R-510]', 'incentiveReason(reason only_bonus) [R-511]']],
    ['the indemnity claimed', csp([MARCH, ['wage_gap_claimed', '2026-03-05']]), ['bonusNotOpen [R-501]', ...gapOf(12, '6000.00'), 'incentiveReason(reason only_wage_gap) [R-511]']],
    ['neither', csp([job('2026-03-02', { sameWorkingTime: false })], {}, '2026-04-02'), ['bonusNotOpen [R-501]', 'wageGapNotOpen [R-510]', 'incentiveReason(reason neither_open) [R-511]']],
    ['the new wage not known', csp([job('2026-03-02', { monthlyGross: null })]), ['bonusInTwo = 7950.00 [R-502]', 'incentiveReason(reason wage_unknown) [R-511]']],
    ['a job beside the CSP, which opens no bonus', csp([job('2026-03-02', { contract: 'cdd', months: 2 })]), ['bonusNotOpen [R-501]', ...gapOf(2, '1000.00'), 'incentiveReason(reason only_wage_gap) [R-511]']],
  ])('%s', (_, file, steps) => {
    expect(told(file, 'incentives')).toEqual(['R-511', ...residual('R-511'), ...steps])
  })

  it('R-500: before 2015 there is no choice: the indemnity alone, under its own rule', () => {
    const alone = ['monthlyGap = 1000.00 [R-510]', 'wageGapInMonths(months 10) = 10000.00 [R-510]', 'incentiveReason(reason only_wage_gap) [R-510]']
    expect(told(old('2000.00'), 'incentives')).toEqual(['R-510', ...OLD, 'noBonusUnderText [R-500]', ...alone])
    expect(told(old('2600.00'), 'incentives')).toEqual(['R-510', ...OLD, 'noBonusUnderText [R-500]', 'wageGapNotOpen [R-510]', 'incentiveReason(reason neither_open) [R-510]'])
  })

  it('no steps without a job, nor while the allowance is not known', () => {
    expect([told(csp(), 'incentives'), told(csp(), 'bonusEligible'), told(csp([MARCH], { sjr: null }), 'incentives'), told(csp([MARCH], { sjr: null }), 'bonusTotal')]).toEqual([[], [], [], []])
  })
})
