import { expect } from 'vitest'
import { day, ruleEntry, shippedTexts, type Amounts } from '@/lib/accord'
import { figureOn } from '@/lib/accord/texts/benefit-parameters.ts'
import { parametersOf } from '@/lib/accord/texts/governing.ts'
import { fileOf, plus, startingOn, type WrittenFact, type WrittenFile } from './a-file'

/** A published or worked case: its id in the sources, what it says, and the check of it. */
export type Case = readonly [id: string, what: string, holds: () => void]

type Terms = Readonly<Record<string, unknown>>

/** The amounts of a CSP that starts on a day, for a person with these figures; long in the job unless said. */
const amountsFrom = (start: string, frame: Terms, facts: readonly WrittenFact[] = [], today = plus(start, 10)): Amounts => startingOn(start, facts, today, { frame }).amounts
/** The allowances of a reference wage, in a CSP that starts on a day. */
const dailyFrom = (start: string, sjr: string) => {
  const { areDaily, aspDaily, aspBasis } = amountsFrom(start, { sjr })
  return { areDaily, aspDaily, aspBasis }
}
/** A reference wage at which ARE is its minimum on that day, and one whose 40.4 % and fixed part win. */
const WAGE_OF_FIXED_PART = '60.00'
const FIXED_SHARE_OF_60 = 24.24
const wageAtMinimum = (minimum: string) => (Number(minimum) / 0.75 + 0.3).toFixed(2)

const parametersOn = (engagedOn: string) => {
  const on = day(engagedOn)
  const agreement = shippedTexts.agreements.findLast((candidate) => candidate.from <= on && on <= candidate.to)
  if (agreement === undefined) throw new Error(`no text on ${engagedOn}`)
  return parametersOf(shippedTexts, agreement)
}
const of2025 = (facts: readonly WrittenFact[], today: string, more: Partial<WrittenFile> = {}) =>
  startingOn('2025-09-30', [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-20'], ...facts], today, more)
/** What a job that starts on a day, at a wage, opens in the CSP of 30 September 2025 to 29 September 2026. */
const openedBy = (frame: Terms, jobOn: string, monthlyGross: string) => {
  const file = of2025([['job_started', jobOn, { contract: 'cdi', monthlyGross, sameWorkingTime: true }]], plus(jobOn, 5), { frame })
  return { amounts: file.amounts, payments: file.estimates.wageGapPayments ?? [], total: file.estimates.wageGapTotal }
}

/** A published uprating: on its day and the eve, through files whose CSP starts then. */
function uprating(id: string, on: string, fixedPart: string, minimum: string, training: string): Case {
  return [id, `figures of ${on}: fixed part ${fixedPart}, minimum ${minimum}, floor of training ${training}`, () => {
    const figures = ['areFixedPart', 'areMinimum', 'trainingFloor'] as const
    expect(figures.map((name) => Number(figureOn(shippedTexts.figures[name], day(on)).value))).toEqual([fixedPart, minimum, training].map(Number))
    expect(Number(figureOn(shippedTexts.figures.areFixedPart, day(plus(on, -1))).value)).toBeLessThan(Number(fixedPart))
    expect(dailyFrom(on, WAGE_OF_FIXED_PART).areDaily).toBe((FIXED_SHARE_OF_60 + Number(fixedPart)).toFixed(2))
    expect(dailyFrom(on, wageAtMinimum(minimum)).areDaily).toBe(minimum)
    expect(dailyFrom(on, '10.00')).toEqual({ areDaily: '7.50', aspDaily: training, aspBasis: 'are_floor' })
    expect(dailyFrom(plus(on, -1), '10.00').aspDaily).not.toBe(training)
  }]
}

export const AMOUNT_CASES: readonly Case[] = [
  ['ASP-01', 'procedures from October 2021: 75 % of the wage of the lost contract alone, that of the ARE apart', () => {
    const apart = (engagedOn: string) => amountsFrom(plus(engagedOn, 22), { sjr: '80.00', sjrAre: '100.00' })
    expect(apart('2021-10-01')).toMatchObject({ aspDaily: '60.00', areDaily: '57.00' })
    // The eve, one wage counts for both.
    expect(apart('2021-09-30')).toMatchObject({ aspDaily: '60.00', areDaily: '45.60' })
    expect([parametersOn('2023-06-01').aspRate, parametersOn('2023-06-01').ownReferenceWageFrom]).toEqual(['0.75', day('2021-10-01')])
  }],
  ['ASP-03', 'never under 22.61 a day from July 2023, nor under the ARE', () => {
    expect(dailyFrom('2023-07-01', '20.00')).toEqual({ areDaily: '15.00', aspDaily: '22.61', aspBasis: 'are_floor' })
    expect(dailyFrom('2023-06-30', '20.00').aspDaily).toBe('22.19')
    expect(amountsFrom('2023-07-01', { sjr: '40.00', areDaily: '31.59' }).aspDaily).toBe('31.59')
  }],
  ['ASP-09', 'a reference wage of 100 gives 80.00 under the first text, gross of the levy of 3 %', () => {
    expect(dailyFrom('2012-05-02', '100.00')).toMatchObject({ aspDaily: '80.00', aspBasis: 'rate' })
    expect(ruleEntry('R-200', 'en').statement).toContain('gross: from 2015, 3% of the reference wage is withheld')
  }],
  ['ASP-10', 'and 75.00 from 2015, at two years of seniority as at one', () => {
    const at = (hiredOn: string) => amountsFrom('2016-05-02', { sjr: '100.00', hiredOn })
    expect(at('2014-05-01')).toMatchObject({ aspDaily: '75.00', aspBasis: 'rate' })
    expect(at('2015-05-01')).toMatchObject({ aspDaily: '75.00', aspBasis: 'rate' })
    expect(at('2015-05-02')).toMatchObject({ aspDaily: '57.00', aspBasis: 'seniority' })
  }],
  uprating('ARE-01', '2013-07-01', '11.64', '28.38', '20.34'),
  uprating('ARE-02', '2014-07-01', '11.72', '28.58', '20.48'),
  uprating('ARE-03', '2015-07-01', '11.76', '28.67', '20.54'),
  uprating('ARE-04', '2017-07-01', '11.84', '28.86', '20.67'),
  uprating('ARE-05', '2018-07-01', '11.92', '29.06', '20.81'),
  uprating('ARE-07', '2021-07-01', '12.12', '29.56', '21.17'),
  uprating('ARE-08', '2022-07-01', '12.47', '30.42', '21.78'),
  uprating('ARE-10', '2023-07-01', '12.95', '31.59', '22.61'),
  uprating('ARE-11', '2024-07-01', '13.11', '31.97', '22.88'),
  ['ARE-12', 'the best of 40.4 % and the fixed part, 57 % and the minimum, 75 % at most', () => {
    const are = (sjr: string) => dailyFrom('2015-07-01', sjr).areDaily
    // 60: 24.24 + 11.76; 100: 57 % over 52.16; 39: the minimum over 27.52; 30: 75 % under the minimum.
    expect([are('60.00'), are('100.00'), are('39.00'), are('30.00')]).toEqual(['36.00', '57.00', '28.67', '22.50'])
  }],
  ['ARE-D1', 'a wage of 60 in July 2013: ARE 35.88, allowance 48.00', () => {
    expect(dailyFrom('2013-07-01', '60.00')).toEqual({ areDaily: '35.88', aspDaily: '48.00', aspBasis: 'rate' })
  }],
  ['ARE-D4', 'a wage of 100 in July 2015: ARE 57.00, allowance 75.00', () => {
    expect(dailyFrom('2015-07-01', '100.00')).toEqual({ areDaily: '57.00', aspDaily: '75.00', aspBasis: 'rate' })
  }],
  ['PRI-01', 'four months left at 1,500 a month: a bonus of 3,000, in two payments', () => {
    // 50.00 a day; 2 June to 29 September 2026: 120 days.
    const { amounts } = openedBy({ sjr: '66.67' }, '2026-06-02', '3000.00')
    expect(amounts).toMatchObject({ aspDaily: '50.00', bonusTotal: '3000.00' })
    expect(amounts.bonusInstalments?.map(({ amount }) => amount)).toEqual(['1500.00', '1500.00'])
  }],
  ['PRI-03', 'a mean first payment of 3,300: that of 60 a day with 220 days left', () => {
    const { amounts } = openedBy({ sjr: '80.00' }, plus('2026-09-29', -219), '3000.00')
    expect(amounts.bonusInstalments?.map(({ amount }) => amount)).toEqual(['3300.00', '3300.00'])
  }],
  ['IDR-D1', 'wage 80, new pay 2,100, 200 days left at 60: 300 a month under a cap of 6,000, twelve times', () => {
    const { amounts, payments, total } = openedBy({ sjr: '80.00' }, plus('2026-09-29', -199), '2100.00')
    expect(amounts).toMatchObject({ aspDaily: '60.00', wageGapMonthly: '300.00', wageGapTotalCap: '6000.00', wageGapEligible: true })
    expect([payments.map(({ amount }) => amount), total]).toEqual([Array.from({ length: 12 }, () => '300.00'), '3600.00'])
  }],
  ['IDR-D3', 'wage 70, new pay 2,050, 30 days left at 52.50: 50 a month under a cap of 787.50, twelve times', () => {
    const { amounts, payments, total } = openedBy({ sjr: '70.00' }, plus('2026-09-29', -29), '2050.00')
    expect(amounts).toMatchObject({ aspDaily: '52.50', wageGapMonthly: '50.00', wageGapTotalCap: '787.50' })
    expect([payments.length, total]).toEqual([12, '600.00'])
    // The cap cuts the last: 300 a month, twice and then what is left.
    const cut = openedBy({ sjr: '70.00' }, plus('2026-09-29', -29), '1800.00')
    expect([cut.payments.map(({ amount }) => amount), cut.total]).toEqual([['300.00', '300.00', '187.50'], '787.50'])
  }],
  ['EMP-02', 'refused where France Travail proposed: two months gross', () => {
    const of = (facts: readonly WrittenFact[]) => fileOf({ engagedOn: '2016-03-01', path: 'france_travail', frame: { monthlyGross: '2500.00' }, facts: [['registered', '2016-04-04'], ...facts], today: '2016-06-01' })
    expect(of([['refused', '2016-04-08']]).amounts.employerPenalty).toBe('5000.00')
    // Silence refuses too; an acceptance makes it three.
    expect(of([]).amounts.employerPenalty).toBe('5000.00')
    expect(of([['accepted', '2016-04-08']]).amounts.employerPenalty).toBe('7500.00')
  }],
  ['EMP-06', 'a termination without cause: only what went to the person is deducted, told apart from the contribution', () => {
    const amounts = amountsFrom('2016-05-02', { monthlyGross: '3000.00', noticeMonths: 3 })
    expect([amounts.employerNoticeContribution, amounts.employeeNoticeBalance]).toEqual(['9000.00', '0.00'])
    expect(ruleEntry('R-141', 'en').statement).toMatch(/deducts only what it paid to the person, never the contribution/u)
    expect(ruleEntry('R-141', 'fr').statement).toMatch(/n’en déduit que ce qu’il a versé à la personne, jamais la contribution/u)
  }],
  ['EMP-07', 'three months of notice are then paid twice: nothing of them went to the person', () => {
    expect(amountsFrom('2016-05-02', { monthlyGross: '3000.00', noticeMonths: 3 }).employeeNoticeBalance).toBe('0.00')
    expect(startingOn('2016-05-02', [], '2016-06-01').dates.contestLimit).not.toBeNull()
  }],
  ['EMP-08', 'the contribution comes off the benefits, six months at most, that the court may have refunded', () => {
    expect(ruleEntry('R-141', 'en').statement).toMatch(/come off the benefits, six months at most/u)
    expect(ruleEntry('R-141', 'fr').statement).toMatch(/se déduit en revanche des allocations, six\s+mois au plus/u)
  }],
  ['EMP-D4', 'eighteen months of seniority, an agreement without notice: one month at least', () => {
    const notice = (hiredOn: string, engagedOn: string) => fileOf({ engagedOn, facts: [['proposal_handed_over', engagedOn], ['accepted', engagedOn]], today: plus(engagedOn, 40), frame: { hiredOn, monthlyGross: '2000.00', noticeMonths: 0 } }).amounts.employerNoticeContribution
    expect([notice('2011-05-02', '2012-11-05'), notice('2015-05-02', '2016-11-07')]).toEqual(['2000.00', '2000.00'])
  }],
  ['NOT-01', 'of four months of notice at 3,000, 9,000 go to France Travail and 3,000 to the person', () => {
    for (const start of ['2012-05-02', '2016-05-02', '2025-09-30']) {
      const amounts = amountsFrom(start, { monthlyGross: '3000.00', noticeMonths: 4 })
      expect([amounts.employerNoticeContribution, amounts.employeeNoticeBalance], start).toEqual(['9000.00', '3000.00'])
    }
  }],
  ['NOT-05', 'under one year of seniority the whole notice goes to the person', () => {
    const at = (hiredOn: string) => amountsFrom('2016-05-02', { hiredOn, monthlyGross: '3000.00', noticeMonths: 1 })
    expect([at('2015-05-02').employerNoticeContribution, at('2015-05-02').employeeNoticeBalance]).toEqual(['0.00', '3000.00'])
    expect([at('2015-05-01').employerNoticeContribution, at('2015-05-01').employeeNoticeBalance]).toEqual(['3000.00', '0.00'])
  }],
  ['SEV-01', 'severance counts the notice that was not worked', () => {
    const severance = (noticeMonths: number, hiredOn: string) => amountsFrom('2012-05-02', { hiredOn, monthlyGross: '2400.00', noticeMonths }).severanceLegal
    // Hired on 1 March 2006: 74 months, 76 with the two months that the law gives, 77 with three.
    expect([severance(2, '2006-03-01'), severance(3, '2006-03-01')]).toEqual(['3040.00', '3080.00'])
  }],
  ['AFT-01', 'after the CSP, the days of ARE less those of ASP paid, with no waiting period nor deferral', () => {
    for (const start of ['2012-05-02', '2016-05-02']) expect(amountsFrom(start, { areDurationDays: 730, sjr: '80.00' }, [], plus(start, 400)).areDaysLeft, start).toBe(365)
    expect(ruleEntry('R-603', 'en').statement).toMatch(/no deferral or waiting period/u)
  }],
  ['AFT-07', 'the longest ARE of 2017, 730, 913 and 1,095 days by age: France Travail’s figures, less the year paid', () => {
    const left = (areDurationDays: number) => amountsFrom('2017-12-01', { areDurationDays, sjr: '80.00' }, [], '2019-01-01').areDaysLeft
    expect([730, 913, 1_095].map(left)).toEqual([365, 548, 730])
  }],
  ['ELI-01', 'under 53, 88 days or 610 hours in 24 months; in 36 months from 53, from 55 since 2025', () => {
    expect(parametersOn('2021-07-01').affiliation).toEqual({ days: 88, hours: 610, windowMonths: 24, windowMonthsOlder: 36, olderFrom: 53 })
    expect(parametersOn('2025-04-01').affiliation?.olderFrom).toBe(55)
    expect(parametersOn('2021-06-30').affiliation).toBeNull()
    expect(ruleEntry('R-102', 'en').statement).toMatch(/88 days or 610 hours/u)
  }],
]
