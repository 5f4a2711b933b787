import { describe, expect, it } from 'vitest'
import { day, factTerms, parseFact, wording, type CaseFile, type Comparison } from '@/lib/accord'
import { differBeyondTolerance } from '@/lib/accord/file/comparisons'
import { euro } from '@/lib/accord/rules/money'
import { alertsOf, datesOf, fact, refusalsOf, startingOn, type WrittenFact } from './a-file'

const FRAME = { sjr: '100.00', areDurationDays: 548, monthlyGross: '3000.00', noticeMonths: 2 }
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-10']]
const csp = (facts: readonly WrittenFact[], today = '2026-03-10', frame: Readonly<Record<string, unknown>> = {}) =>
  startingOn('2025-09-30', [...PREPARED, ...facts], today, { frame: { ...FRAME, ...frame } })
const notice = (terms: Readonly<Record<string, unknown>>, on = '2025-10-20'): WrittenFact => ['benefit_notified', on, terms]

function of(file: CaseFile, name: Comparison['name']) {
  const found = file.estimates.comparisons.filter((comparison) => comparison.name === name)
  return found.map(({ ours, theirs, differs }) => [ours, theirs, differs])
}

describe('R-200, R-203: France Travail’s figures are taken, ours stay beside them', () => {
  it('the daily allowance notified is the one that the bonus and its days are made with', () => {
    const job: WrittenFact = ['job_started', '2026-03-02', { monthlyGross: '2000.00', sameWorkingTime: true }]
    const ours = csp([job])
    const theirs = csp([notice({ aspDaily: '70.00' }), job])
    // 2 March to 29 September 2026: 212 days, at 75.00 then at 70.00 a day.
    expect([ours.amounts.aspDaily, ours.amounts.bonusTotal, ours.amounts.wageGapTotalCap]).toEqual(['75.00', '7950.00', '7950.00'])
    expect([theirs.amounts.aspDaily, theirs.amounts.bonusTotal, theirs.amounts.wageGapTotalCap]).toEqual(['70.00', '7420.00', '7420.00'])
    expect(of(theirs, 'aspDaily')).toEqual([['75.00', '70.00', true]])
    expect(theirs.amountExplanations.aspDaily?.steps.slice(-2).map(({ code, amount }) => [code, amount])).toEqual([['aspEstimated', '75.00'], ['aspNotified', '70.00']])
  })

  it('the reference wage notified gives the allowance, the ARE and the wage gap', () => {
    const job: WrittenFact = ['job_started', '2026-03-02', { monthlyGross: '2000.00', sameWorkingTime: true }]
    const file = csp([notice({ sjr: '90.00' }), job])
    expect([file.amounts.sjr, file.amounts.aspDaily, file.amounts.wageGapMonthly]).toEqual(['90.00', '67.50', '700.00'])
    expect(of(file, 'sjr')).toEqual([['100.00', '90.00', true]])
    expect(file.amountExplanations.sjr?.steps.map(({ code }) => code)).toEqual(['sjrNotified'])
  })

  it('the ARE notified is the floor of the allowance', () => {
    const file = csp([notice({ areDaily: '80.00' })])
    expect([file.amounts.areDaily, file.amounts.aspDaily, file.amounts.aspBasis]).toEqual(['80.00', '80.00', 'are_floor'])
    expect(of(file, 'areDaily')).toEqual([['57.00', '80.00', true]])
  })

  it('the length of ARE notified is what the days left are counted from, and the end under one year', () => {
    const file = csp([notice({ areDurationDays: 300 })])
    expect(file.amounts.areDaysLeft).toBe(300 - file.totals.aspDaysPaid!)
    expect(of(file, 'areDurationDays')).toEqual([[548, 300, true]])
    expect(datesOf(csp([notice({ areDurationDays: 182 })], '2025-11-01', { hiredOn: '2025-01-01' })).aspEnd).toBe('2026-03-30')
  })

  it('the end of the allowance stays that of the facts: a day’s difference is said', () => {
    const end = (aspEnd: string) => csp([notice({ aspEnd })])
    expect(datesOf(end('2026-09-28')).aspEnd).toBe('2026-09-29')
    expect(of(end('2026-09-28'), 'aspEnd')).toEqual([[day('2026-09-29'), day('2026-09-28'), true]])
    expect(alertsOf(end('2026-09-28'))).toContain('R-204 aspEndDiffers')
    expect(alertsOf(end('2026-09-29'))).not.toContain('R-204 aspEndDiffers')
  })

  it('of several notices, the latest that gives a figure counts for it, by its day and not by its entry', () => {
    const file = csp([notice({ aspDaily: '71.00', areDaily: '58.00' }, '2025-11-20'), notice({ aspDaily: '70.00', sjr: '99.00' }, '2025-10-20')])
    expect([file.amounts.aspDaily, file.amounts.areDaily, file.amounts.sjr]).toEqual(['71.00', '58.00', '99.00'])
    expect(file.estimates.comparisons.map(({ name, factIndex }) => [name, factIndex])).toEqual([['sjr', 6], ['areDaily', 5], ['aspDaily', 5]])
  })

  it('changes nothing of a file before it is recorded, nor what it does not give', () => {
    const without = csp([])
    const { amounts } = csp([notice({ aspEnd: '2026-09-29' })])
    expect(amounts).toEqual(without.amounts)
    expect(without.estimates.comparisons).toEqual([])
  })

  it('gives the allowance of a file whose wage or seniority is not known', () => {
    const file = csp([notice({ aspDaily: '70.00' }), ['job_started', '2026-03-02']], '2026-03-10', { sjr: null })
    expect([file.amounts.aspDaily, file.amounts.aspBasis, file.amounts.bonusTotal]).toEqual(['70.00', null, '7420.00'])
    expect(of(file, 'aspDaily')).toEqual([[null, '70.00', false]])
  })
})

describe('the alert of a difference', () => {
  it.each([
    ['101.00', false],
    ['101.01', true],
    ['99.00', false],
    ['98.99', true],
  ])('a wage of %s entered, 100.00 notified', (sjr, differs) => {
    expect(alertsOf(csp([notice({ sjr: '100.00' })], '2026-03-10', { sjr })).includes('R-203 figureDiffers')).toBe(differs)
  })

  it('one per cent exactly is none; a cent more is, either way', () => {
    const apart = (ours: string, theirs: string) => differBeyondTolerance(euro(ours), euro(theirs))
    expect([apart('101.00', '100.00'), apart('101.01', '100.00'), apart('99.00', '100.00'), apart('98.99', '100.00')]).toEqual([false, true, false, true])
    expect([apart('0.00', '0.00'), apart('0.01', '0.00')]).toEqual([false, true])
  })

  it('R-202: under one year, the allowance is compared under its own rule', () => {
    const file = csp([notice({ aspDaily: '50.00' })], '2026-03-10', { hiredOn: '2025-01-01' })
    expect(alertsOf(file)).toContain('R-202 figureDiffers')
  })

  it('R-203: an ARE entered beside its own wage is compared too; with the wage of the CSP for both, it is not', () => {
    const entered = (frame: Readonly<Record<string, unknown>>) => alertsOf(csp([], '2026-03-10', { areDaily: '70.00', ...frame })).includes('R-203 figureDiffers')
    expect([entered({ sjrAre: '100.00' }), entered({}), entered({ sjrAre: '122.80' })]).toEqual([true, false, false])
    const before = startingOn('2020-09-30', [], '2020-10-10', { frame: { sjr: '100.00', areDaily: '70.00' } })
    expect(alertsOf(before)).toContain('R-203 figureDiffers')
  })

  it('R-502, R-510: a payment that differs from ours, payment by payment', () => {
    const paid = (amount: string, second: string) =>
      csp([['job_started', '2026-03-02'], ['bonus_claimed', '2026-03-03'], ['bonus_paid', '2026-03-05', { amount }], ['bonus_paid', '2026-06-05', { amount: second }]], '2026-06-10')
    // 3,975.00 twice.
    const file = paid('3975.00', '3900.00')
    expect(of(file, 'bonusInstalment')).toEqual([['3975.00', '3975.00', false], ['3975.00', '3900.00', true]])
    expect(alertsOf(file).filter((alert) => alert === 'R-502 bonusPaidDiffers')).toHaveLength(1)
    expect(alertsOf(paid('3975.00', '3975.00'))).not.toContain('R-502 bonusPaidDiffers')
    const gap = csp(
      [['job_started', '2026-03-02', { monthlyGross: '2500.00', sameWorkingTime: true }], ['wage_gap_claimed', '2026-03-03'], ['wage_gap_paid', '2026-04-05', { amount: '480.00' }]],
      '2026-06-10',
    )
    expect(of(gap, 'wageGapPayment')).toEqual([['500.00', '480.00', true]])
    expect(alertsOf(gap)).toContain('R-510 wageGapPaidDiffers')
    expect(gap.estimates.wageGapPayments?.slice(0, 2).map(({ amount, paid: given }) => [amount, given])).toEqual([['500.00', { on: day('2026-04-05'), amount: '480.00' }], ['500.00', null]])
  })

  it('is worded in both languages, with both figures', () => {
    const file = csp([notice({ aspDaily: '70.00' })])
    const alert = file.alerts.find(({ code }) => code === 'figureDiffers')!
    const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/gu, ' ')
    expect(plain(wording('fr').alert(alert, file.regime).message)).toBe(
      'Allocation par jour : France Travail donne 70,00 €, notre estimation est de 75,00 €, soit plus de 1 % d’écart. Le dossier est calculé avec le chiffre de France Travail ; vérifiez les salaires enregistrés.',
    )
    expect(wording('en').alert(alert, file.regime).message).toContain('Daily allowance: France Travail gives €70.00, our estimate is €75.00')
    expect(file.estimates.comparisons.map((comparison) => Object.values(wording('fr').comparison(comparison)).map((text) => (typeof text === 'string' ? plain(text) : text)))).toEqual([
      ['Allocation par jour', '75,00 €', '70,00 €', true],
    ])
    const end = csp([notice({ aspEnd: '2026-09-28', areDurationDays: 300 })]).estimates.comparisons
    expect(end.map((comparison) => plain(wording('fr').comparison(comparison).theirs))).toEqual(['lun. 28 sept. 2026', '300 jours'])
  })
})

describe('a notice, as a fact', () => {
  it('that gives no figure is no notice', () => {
    const parsed = parseFact('benefit_notified', { kind: 'benefit_notified', on: '2025-10-20', sjr: null })
    expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['aspDaily', 'nothing_given']])
    expect(parseFact('benefit_notified', { kind: 'benefit_notified', on: '2025-10-20', areDurationDays: 0 }).success).toBe(true)
  })

  it('is kept and read back whole, its days included', () => {
    const kept = fact(notice({ aspEnd: '2026-09-28', sjr: '90.00' }))
    expect(factTerms(kept)).toMatchObject({ on: '2025-10-20', aspEnd: '2026-09-28', sjr: '90.00' })
    expect(parseFact('benefit_notified', factTerms(kept)).data).toEqual(kept)
  })

  it('R-200: comes once the CSP is accepted', () => {
    expect(refusalsOf(csp([notice({ sjr: '90.00' }, '2025-09-08')]))).toEqual([])
    expect(refusalsOf(csp([notice({ sjr: '90.00' }, '2025-09-07')]))).toEqual(['R-200 notAccepted'])
  })
})
