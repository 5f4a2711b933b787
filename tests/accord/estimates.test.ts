import { describe, expect, it } from 'vitest'
import { addDays, articleOf, compareIncentives, day, derive, ESTIMATE_NAMES, isoOf, NO_ESTIMATES, shippedTexts, wording, type CaseFile, type EstimateName, type IncentiveChoice, type Texts, type TextParameters } from '@/lib/accord'
import { trainingHoursValue } from '@/lib/accord/rules/employer-money'
import { residualRights, seventhMonth, wageGapLength, wageGapMonths, wageGapSum } from '@/lib/accord/rules/incentives'
import { asText, euro } from '@/lib/accord/rules/money'
import { fact, fileOf, frame as frameOf, PLAIN_SETTINGS, plus, startingOn, type WrittenFact } from './a-file'

const FRAME = { sjr: '100.00', areDurationDays: 548, monthlyGross: '3000.00', noticeMonths: 2 }
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-10']]
const csp = (facts: readonly WrittenFact[], today = '2026-03-10', frame: Readonly<Record<string, unknown>> = {}) =>
  startingOn('2025-09-30', [...PREPARED, ...facts], today, { frame: { ...FRAME, ...frame } })
const job = (on: string, terms: Readonly<Record<string, unknown>> = {}): WrittenFact => ['job_started', on, { monthlyGross: '2500.00', sameWorkingTime: true, ...terms }]
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u00A0\u202F]/gu, ' ') ?? null

/** The steps of an estimate in French: label, effect, what it gives. */
function working(file: CaseFile, name: EstimateName, locale: 'fr' | 'en' = 'fr') {
  return wording(locale).estimate(name, file)?.steps.map(({ label, effect, gives }) => [plain(label), plain(effect), plain(gives)])
}

/** The shipped texts, one parameter of every agreement changed. */
function textsWith(changes: Partial<TextParameters>): Texts {
  return { ...shippedTexts, agreements: shippedTexts.agreements.map((agreement) => ({ ...agreement, changes: { ...agreement.changes, ...changes } })) }
}

const PROPOSED: readonly WrittenFact[] = [['proposal_handed_over', '2025-09-08'], ['motive_notified', '2025-09-08'], ['accepted', '2025-09-08'], ...PREPARED]
function under(changes: Partial<TextParameters>, facts: readonly WrittenFact[], today: string, frame: Readonly<Record<string, unknown>> = {}): CaseFile {
  const record = { frame: frameOf('2025-09-08', 'employer', { ...FRAME, ...frame }), facts: [...PROPOSED, ...facts].map(fact) }
  return derive(record, textsWith(changes), PLAIN_SETTINGS, day(today))
}

describe('R-203: the two reference wages', () => {
  const engaged = (engagedOn: string, frame: Readonly<Record<string, unknown>>) =>
    fileOf({ engagedOn, frame: { ...FRAME, ...frame }, facts: [['proposal_handed_over', engagedOn], ['accepted', engagedOn]], today: plus(engagedOn, 30) })

  it('are apart for procedures from 1 October 2021: that of ARE is heard from that day, not on the eve', () => {
    const eve = engaged('2021-09-30', { sjrAre: '80.00' })
    const first = engaged('2021-10-01', { sjrAre: '80.00' })
    expect(eve.estimates.referenceWages).toEqual({ asp: '100.00', are: '100.00', apart: false, shared: false })
    expect(first.estimates.referenceWages).toEqual({ asp: '100.00', are: '80.00', apart: true, shared: false })
    expect([eve.amounts.areDaily, first.amounts.areDaily]).toEqual(['57.00', '45.60'])
    expect([eve.amounts.aspDaily, first.amounts.aspDaily]).toEqual(['75.00', '75.00'])
    expect(articleOf('R-203', 'D')).toBe('Av. 5 art. 8')
  })

  it('the wage of ARE makes the floor: the allowance is never under it', () => {
    expect(engaged('2025-09-08', { sjrAre: '131.57' }).amounts).toMatchObject({ areDaily: '74.99', aspDaily: '75.00', aspBasis: 'rate' })
    expect(engaged('2025-09-08', { sjrAre: '131.60' }).amounts).toMatchObject({ areDaily: '75.01', aspDaily: '75.01', aspBasis: 'are_floor' })
  })

  it('with one known, the estimate uses it for both, and says so', () => {
    const file = engaged('2025-09-08', {})
    expect(file.estimates.referenceWages).toEqual({ asp: '100.00', are: '100.00', apart: true, shared: true })
    expect(file.amountExplanations.areDaily?.steps[0]?.code).toBe('sjrShared')
    expect(working(file, 'referenceWages')).toEqual([
      ['Salaire journalier de référence du CSP, du seul contrat perdu', null, '100,00 €'],
      ['Salaire journalier de référence de l’ARE non connu', 'celui du CSP sert aux deux', '100,00 €'],
    ])
    expect(engaged('2025-09-08', { sjr: null }).estimates.referenceWages).toBeNull()
    expect(engaged('2025-09-08', { sjr: null, sjrAre: '80.00' }).estimates.referenceWages).toEqual({ asp: null, are: '80.00', apart: true, shared: false })
  })

  it('part time: the fixed part and the minimum are its share of full time, the rate is not', () => {
    const at = (sjr: string, workingTimeShare: number | null) => engaged('2025-09-08', { sjr, workingTimeShare }).amounts.areDaily
    // 40.4 % of 50 and 13.18, then half of it.
    expect([at('50.00', null), at('50.00', 1), at('50.00', 0.5)]).toEqual(['33.38', '33.38', '28.50'])
    // Minimum 32.13, then 80 % of it.
    expect([at('43.00', null), at('43.00', 0.8)]).toEqual(['32.13', '27.92'])
    const steps = engaged('2025-09-08', { sjr: '50.00', workingTimeShare: 0.5 }).amountExplanations.areDaily?.steps.map(({ code, amount }) => `${code} ${amount ?? ''}`.trim())
    expect(steps).toEqual(['sjrShared 50.00', 'arePartTime', 'areWithFixedPart 26.79', 'arePlainRate 28.50', 'areMinimum 16.07', 'areCap 37.50', 'areEstimated 28.50'])
  })
})

describe('R-501: the bonus, condition by condition', () => {
  const stand = (file: CaseFile) =>
    file.estimates.bonusConditions?.map(({ number, name, met, on }) => `${number} ${name} ${String(met)}${on === null ? '' : ` ${isoOf(on)}`}`)

  it('each stands as far as it is known, the last for France Travail to check', () => {
    expect(stand(csp([job('2026-03-02')]))).toEqual([
      '1 seniority true 2025-09-29',
      '2 plan true 2025-10-10',
      '3 contract true 2026-03-02',
      '4 window true 2026-07-29',
      '5 claim null 2026-04-01',
      '6 once true',
      '7 no_wage_gap true',
      '8 no_are null',
    ])
    expect(csp([job('2026-03-02')]).amounts.bonusEligible).toBe(true)
  })

  it('(1) under one year of seniority; not known, the right is not known either', () => {
    const of = (hiredOn: string | null) => {
      const file = csp([job('2026-03-02')], '2026-03-10', { hiredOn })
      return [stand(file)?.[0], file.amounts.bonusEligible]
    }
    expect(of('2024-09-30')).toEqual(['1 seniority false 2025-09-29', false])
    expect(of('2024-09-29')).toEqual(['1 seniority true 2025-09-29', true])
    expect(of(null)).toEqual(['1 seniority null 2025-09-29', null])
  })

  it('(2) a plan the day of the job, the day after, and none', () => {
    const of = (facts: readonly WrittenFact[]) => stand(startingOn('2025-09-30', [...facts, job('2025-11-03')], '2025-11-10', { frame: FRAME }))?.[1]
    const held: WrittenFact = ['pre_bilan_held', '2025-10-02']
    expect(of([held, ['plan_validated', '2025-11-03']])).toBe('2 plan true 2025-11-03')
    expect(of([held])).toBe('2 plan false 2025-11-03')
  })

  it('(4) the last day of month 10, and the day after', () => {
    const of = (on: string) => stand(csp([job(on)], '2026-08-10'))?.[3]
    expect([of('2026-07-29'), of('2026-07-30')]).toEqual(['4 window true 2026-07-29', '4 window false 2026-07-29'])
  })

  it('(5) the claim: to come to the thirtieth day, missed the day after, made', () => {
    const of = (today: string, facts: readonly WrittenFact[] = []) => stand(csp([job('2026-03-02'), ...facts], today))?.[4]
    expect([of('2026-04-01'), of('2026-04-02')]).toEqual(['5 claim null 2026-04-01', '5 claim false 2026-04-01'])
    expect(of('2026-04-02', [['bonus_claimed', '2026-04-01']])).toBe('5 claim true 2026-04-01')
  })

  it('(6), (7) a bonus for another job, and the wage gap for this one', () => {
    const again = csp([job('2026-01-05'), ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20'], ['trial_period_broken', '2026-02-02'], job('2026-03-02')])
    expect([stand(again)?.[5], again.amounts.bonusEligible]).toEqual(['6 once false 2026-01-20', false])
    const gap = csp([job('2026-03-02'), ['wage_gap_claimed', '2026-03-05']])
    expect([stand(gap)?.[6], gap.amounts.bonusEligible]).toEqual(['7 no_wage_gap false 2026-03-05', false])
  })

  it('(8) is asked from avenant n° 4 on, not before', () => {
    const on = (engagedOn: string) => {
      const facts: readonly WrittenFact[] = [['proposal_handed_over', engagedOn], ['accepted', engagedOn], job(plus(engagedOn, 90))]
      return fileOf({ engagedOn, frame: FRAME, facts, today: plus(engagedOn, 91) }).estimates.bonusConditions?.map(({ name }) => name)
    }
    expect(on('2019-06-30')).not.toContain('no_are')
    expect(on('2019-07-01')?.at(-1)).toBe('no_are')
  })

  it('R-500: there are none under the text of 2011, nor for a job that does not end the CSP', () => {
    const old = fileOf({ engagedOn: '2013-10-17', frame: FRAME, facts: [['proposal_handed_over', '2013-10-17'], ['accepted', '2013-10-20'], job('2014-03-03')], today: '2014-03-10' })
    expect(old.estimates.bonusConditions).toBeNull()
    expect(csp([job('2026-03-02', { contract: 'cdd', months: 2 })]).estimates.bonusConditions).toBeNull()
  })

  it('in words: what stands, what is missing, what is to come, what is checked elsewhere', () => {
    const file = csp([job('2026-07-30')], '2026-08-01', { hiredOn: null })
    expect(file.estimates.bonusConditions?.map((condition) => wording('fr').bonusCondition(condition, file.regime)).map(({ label, effect }) => `${plain(label)} : ${effect}`)).toEqual([
      'Un an d’ancienneté dans l’emploi perdu : non connu',
      'Plan validé au plus tard le jour de l’embauche : oui',
      'CDI, ou contrat assez long pour mettre fin au CSP : oui',
      'Embauche dans les délais de la prime : non',
      'Demande faite dans les délais : à faire au plus tard ce jour',
      'Aucune prime déjà reçue pour un autre emploi : oui',
      'Pas d’indemnité différentielle pour cet emploi : oui',
      'Ni ARE ni ARCE en même temps : France Travail le vérifie',
    ])
    expect(wording('en').estimate('bonusConditions', file)?.steps.at(-1)).toMatchObject({ label: 'Neither ARE nor ARCE at the same time', effect: 'France Travail checks it', rule: 'R-501' })
  })
})

describe('R-510: the wage-gap indemnity, payment by payment', () => {
  const amounts = (monthly: string, cap: string, months: number) => wageGapMonths(euro(monthly), euro(cap), months).map(({ amount, cut }) => `${asText(amount)}${cut ? ' cut' : ''}`)

  it('each month in full until the cap, which cuts the last', () => {
    expect(amounts('300', '899.99', 12)).toEqual(['300.00', '300.00', '299.99 cut'])
    expect(amounts('300', '900.00', 12)).toEqual(['300.00', '300.00', '300.00'])
    expect(amounts('300', '900.01', 12)).toEqual(['300.00', '300.00', '300.00', '0.01 cut'])
    expect(amounts('300', '900.01', 3)).toEqual(['300.00', '300.00', '300.00'])
    expect(amounts('300', '200', 12)).toEqual(['200.00 cut'])
    expect([amounts('0', '900', 12), amounts('-10', '900', 12), amounts('300', '0', 12), amounts('300', '900', 0)]).toEqual([[], [], [], []])
  })

  it('its sum is that of its payments', () => {
    for (const [monthly, cap, months] of [['300', '899.99', 12], ['300', '900', 3], ['250.01', '10000', 12], ['-5', '900', 12], ['300', '900', 0]] as const) {
      const sum = wageGapMonths(euro(monthly), euro(cap), months).reduce((total, payment) => total.plus(payment.amount), euro(0))
      expect(asText(wageGapSum(euro(monthly), euro(cap), months))).toBe(asText(sum))
    }
  })

  it('runs for the text’s months, fewer where the contract is shorter or the job ended: full months alone', () => {
    const on = day('2026-03-31')
    expect([wageGapLength(on, null, null, 12), wageGapLength(on, 6, null, 12), wageGapLength(on, 14, null, 12), wageGapLength(on, 6.5, null, 12)]).toEqual([12, 6, 12, 6])
    // The first month is over on 30 April: one who is out on that day has worked it whole, a day earlier not.
    expect([wageGapLength(on, null, day('2026-04-30'), 12), wageGapLength(on, null, day('2026-04-29'), 12)]).toEqual([1, 0])
    // A contract prolonged: what counts is the day it really ended.
    expect(wageGapLength(on, 6, day('2026-12-31'), 12)).toBe(9)
  })

  it('in arrears: from the day each month is over, at most twelve', () => {
    const file = csp([job('2026-03-02')])
    expect(file.estimates.wageGapPayments?.map(({ number, on, amount, cut }) => `${number} ${isoOf(on)} ${amount}${cut ? ' cut' : ''}`).filter((_, index) => index < 2 || index > 10)).toEqual(['1 2026-04-02 500.00', '2 2026-05-02 500.00', '12 2027-03-02 500.00'])
    expect([file.estimates.wageGapTotal, file.estimates.wageGapPayments?.length]).toEqual(['6000.00', 12])
    expect(articleOf('R-510', 'A0')).toBe('ANI 2011 art. 17')
  })

  it('stops at the cap, and says so', () => {
    // 2 June to 29 September 2026: 120 days at 75.00, of which half is 4,500.00.
    const file = csp([job('2026-06-02', { monthlyGross: '2000.00' })], '2026-06-10')
    expect(file.estimates.wageGapPayments?.map(({ amount, cut }) => [amount, cut])).toEqual([['1000.00', false], ['1000.00', false], ['1000.00', false], ['1000.00', false], ['500.00', true]])
    expect(file.estimates.wageGapTotal).toBe('4500.00')
    expect(working(file, 'wageGapTotal')).toEqual([
      ['Écart par mois', null, '1 000,00 €'],
      ['Plafond de tous les versements', null, '4 500,00 €'],
      ['Versements, jusqu’au plafond', '5', null],
      ['Indemnité en tout', null, '4 500,00 €'],
    ])
  })

  it('stops with the job, ended or planned to end', () => {
    const ended = csp([job('2026-03-02'), ['job_ended', '2026-06-01']], '2026-06-10')
    expect(ended.estimates.wageGapPayments?.length).toBe(2)
    expect(csp([job('2026-03-02'), ['job_ended', '2026-06-02']], '2026-06-10').estimates.wageGapPayments?.length).toBe(3)
    expect(csp([job('2026-03-02', { contract: 'cdd', months: 7 })]).estimates.wageGapTotal).toBe('3500.00')
    expect(working(ended, 'wageGapTotal')?.[2]).toEqual(['Versements, jusqu’à la fin de l’emploi', '2', null])
    expect(working(ended, 'wageGapPayments')?.slice(2)).toEqual([
      ['1ᵉʳ mois, à partir du jeu. 2 avr. 2026', null, '500,00 €'],
      ['2ᵉ mois, à partir du sam. 2 mai 2026', null, '500,00 €'],
    ])
  })

  it('a loss under 15 % opens nothing under the text of 2011: the cent that decides', () => {
    const old = (monthlyGross: string, former: string | null = '2400.00') =>
      fileOf({ engagedOn: '2013-10-17', frame: { ...FRAME, monthlyGross: former }, facts: [['proposal_handed_over', '2013-10-17'], ['accepted', '2013-10-20'], job('2014-03-03', { monthlyGross })], today: '2014-03-10' })
    expect([old('2040.00').amounts.wageGapEligible, old('2040.01').amounts.wageGapEligible, old('2040.00', null).amounts.wageGapEligible]).toEqual([true, false, null])
    expect(old('2040.01').estimates.wageGapPayments).toBeNull()
    // 960.00 a month, until 250 days at 80.00 are halved: ten months and a last one, cut.
    expect(old('2040.00').estimates.wageGapPayments?.length).toBe(11)
  })
})

describe('R-511: the bonus beside the wage-gap indemnity', () => {
  const choice: IncentiveChoice = { bonusOpen: true, wageGapOpen: true, residual: euro('9000'), share: '0.50', sjr: euro('100'), newMonthly: euro('2500'), months: 12 }
  const compared = (changes: Partial<IncentiveChoice>) => {
    const { bonusTotal, wageGapTotal, wageGapPayments, higher, reason } = compareIncentives({ ...choice, ...changes })
    return [bonusTotal === null ? null : asText(bonusTotal), wageGapTotal === null ? null : asText(wageGapTotal), wageGapPayments, higher, reason]
  }

  it('the one that gives more, and why', () => {
    expect(compared({ newMonthly: euro('2700') })).toEqual(['4500.00', '3600.00', 12, 'bonus', 'gap_under_cap'])
    expect(compared({ newMonthly: euro('2625.01') })).toEqual(['4500.00', '4499.88', 12, 'bonus', 'gap_under_cap'])
    expect(compared({ newMonthly: euro('2625') })).toEqual(['4500.00', '4500.00', 12, 'equal', 'same_cap'])
    expect(compared({ newMonthly: euro('2000') })).toEqual(['4500.00', '4500.00', 5, 'equal', 'same_cap'])
    expect(compared({ months: 4 })).toEqual(['4500.00', '2000.00', 4, 'bonus', 'gap_under_cap'])
    expect(articleOf('R-511', 'H')).toBe('Conv. 2015 art. 13 et 14')
  })

  it('one, the other or neither open, and wages that are not known', () => {
    expect(compared({ bonusOpen: false })).toEqual([null, '4500.00', 9, 'wage_gap', 'only_wage_gap'])
    expect(compared({ wageGapOpen: false })).toEqual(['4500.00', null, null, 'bonus', 'only_bonus'])
    expect(compared({ bonusOpen: false, wageGapOpen: false })).toEqual([null, null, null, null, 'neither_open'])
    expect(compared({ sjr: null })).toEqual(['4500.00', null, null, null, 'wage_unknown'])
    expect(compared({ newMonthly: null, bonusOpen: null })).toEqual(['4500.00', null, null, null, 'wage_unknown'])
  })

  it('the indemnity never gives more than the bonus: both stop at the cap', () => {
    for (let wage = 0; wage < 3200; wage += 37) {
      const { cap, wageGapTotal } = compareIncentives({ ...choice, newMonthly: euro(wage) })
      expect(wageGapTotal?.lessThanOrEqualTo(cap)).toBe(true)
    }
  })

  it('on a file: both open until one is claimed', () => {
    const open = csp([job('2026-03-02')]).estimates.incentives
    expect(open).toEqual({ bonusOpen: true, wageGapOpen: true, cap: '7950.00', bonusTotal: '7950.00', wageGapTotal: '6000.00', wageGapMonths: 12, higher: 'bonus', reason: 'gap_under_cap' })
    expect(csp([job('2026-03-02'), ['bonus_claimed', '2026-03-05']]).estimates.incentives).toMatchObject({ bonusTotal: '7950.00', wageGapTotal: null, reason: 'only_bonus' })
    expect(csp([job('2026-03-02'), ['wage_gap_claimed', '2026-03-05']]).estimates.incentives).toMatchObject({ bonusTotal: null, wageGapTotal: '6000.00', reason: 'only_wage_gap' })
    expect(csp([]).estimates.incentives).toBeNull()
  })

  it('in words, with both totals; before 2015 the indemnity stands alone, under its own article', () => {
    const now = csp([job('2026-03-02')])
    expect(working(now, 'incentives')?.slice(3)).toEqual([
      ['Prime, en deux versements', null, '7 950,00 €'],
      ['Écart par mois', null, '500,00 €'],
      ['Indemnité en tout', '12 versements', '6 000,00 €'],
      ['La prime donne tout le plafond ; l’écart de salaire, mois après mois, n’y arrive pas.', null, null],
    ])
    const old = fileOf({ engagedOn: '2013-10-17', frame: FRAME, facts: [['proposal_handed_over', '2013-10-17'], ['accepted', '2013-10-20'], job('2014-03-03', { monthlyGross: '2000.00' })], today: '2014-03-10' })
    expect(working(old, 'incentives')?.[3]?.[0]).toBe('La prime n’existe que depuis 2015')
    expect(wording('fr').estimate('incentives', old)).toMatchObject({ rule: 'R-510', article: plain('ANI 2011 art. 17')?.replace('art. ', 'art.\u00A0') })
  })
})

describe('R-152: training hours not used', () => {
  const old = (frame: Readonly<Record<string, unknown>>, engagedOn = '2013-10-17') =>
    fileOf({ engagedOn, frame: { ...FRAME, monthlyNet: '1850.00', unusedTrainingHours: 100, ...frame }, facts: [['proposal_handed_over', engagedOn], ['accepted', engagedOn]], today: plus(engagedOn, 30) })

  it('an hour of the net wage, times the hours: 151.67 hours a month, fewer in part time', () => {
    expect(asText(trainingHoursValue(151.67, euro('1850.00'), null))).toBe('1850.00')
    expect(asText(trainingHoursValue(100, euro('1850.00'), null))).toBe('1219.75')
    expect(asText(trainingHoursValue(100, euro('1850.00'), 0.5))).toBe('2439.51')
    expect(asText(trainingHoursValue(0, euro('1850.00'), 1))).toBe('0.00')
    expect(articleOf('R-152', 'A0')).toBe('ANI 2011 art. 20')
  })

  it('is owed under the text of 2011, not from 2015; not known without the wage or the hours', () => {
    expect(old({}).estimates.trainingHours).toBe('1219.75')
    expect(old({}, '2015-02-01').estimates.trainingHours).toBeNull()
    expect([old({ monthlyNet: null }).estimates.trainingHours, old({ unusedTrainingHours: null }).estimates.trainingHours]).toEqual([null, null])
    expect(working(old({ workingTimeShare: 0.8 }), 'trainingHours')).toEqual([
      ['Salaire net par mois avant le départ', null, '1 850,00 €'],
      ['Heures d’un mois à temps partiel', '÷ 151,67 × 80 %', null],
      ['Heures de formation non utilisées', '× 100', null],
      ['Valeur de ces heures', null, '1 524,69 €'],
    ])
  })
})

describe('R-105: the bonus of the experimental CSP', () => {
  const experiment = (accepted: string, facts: readonly WrittenFact[] = [], path: 'experiment' | 'france_travail' = 'experiment') =>
    fileOf({ engagedOn: '2013-01-02', path, frame: { hiredOn: null }, facts: [['registered', '2013-01-02'], ['accepted', accepted], ...facts], today: '2013-12-01' }).estimates.experimentBonus

  it('for a CSP signed from 11 January 2013, not on the eve; for experimental publics alone', () => {
    expect(experiment('2013-01-10')).toBeNull()
    expect(experiment('2013-01-11')).toEqual({ amount: '1000.00', from: day('2013-07-23'), to: day('2013-08-22') })
    expect(experiment('2013-01-11', [], 'france_travail')).toBeNull()
    expect(articleOf('R-105', 'A0')).toBe('ANI 2011 art. 4')
  })

  it('in the seventh month of support, if it is reached: a job the day it begins, and the day after', () => {
    expect(seventhMonth(day('2013-08-31'))).toEqual({ from: day('2014-02-28'), to: addDays(day('2014-03-31'), -1) })
    expect(experiment('2013-01-11', [['job_started', '2013-07-23']])).toBeNull()
    expect(experiment('2013-01-11', [['job_started', '2013-07-24']])?.amount).toBe('1000.00')
  })

  it('says what France Travail judges', () => {
    const file = fileOf({ engagedOn: '2013-01-02', path: 'experiment', frame: { hiredOn: null }, facts: [['registered', '2013-01-02'], ['accepted', '2013-01-11']], today: '2013-12-01' })
    expect(working(file, 'experimentBonus', 'en')?.at(-1)).toEqual(['Bonus of the experimental CSP', 'if a qualifying course outlasts the unemployment rights: France Travail judges', '€1,000.00'])
  })
})

describe('the parameters of the text are heard', () => {
  const found: readonly WrittenFact[] = [job('2026-03-02')]

  it('R-502, R-510: the share of the residual rights, and the months of the indemnity', () => {
    const file = under({ incentiveShare: '0.60', wageGapMonths: 6 }, found, '2026-03-10')
    // 212 days at 75.00: 15,900.00.
    expect([file.amounts.bonusTotal, file.amounts.wageGapTotalCap, file.estimates.wageGapTotal]).toEqual(['9540.00', '9540.00', '3000.00'])
    expect(file.amountExplanations.bonusTotal?.steps.at(-1)).toMatchObject({ code: 'shareOfRights', values: { percent: 60 }, amount: '9540.00' })
    expect(asText(residualRights(day('2026-03-02'), day('2026-09-29'), euro('75')))).toBe('15900.00')
  })

  it('R-510: the least loss', () => {
    const at = (wageGapLeastLoss: string) => under({ wageGapLeastLoss }, found, '2026-03-10').amounts.wageGapEligible
    expect([at('0'), at('0.16'), at('0.17')]).toEqual([true, true, false])
  })

  it('R-501 (8): whether ARE excludes the bonus', () => {
    expect(under({ incentivesExcludeAre: false }, found, '2026-03-10').estimates.bonusConditions?.length).toBe(7)
  })

  it('R-150, R-151: the months of notice contributed, and of the penalty', () => {
    const file = under({ noticeContributionMonths: 1 }, [], '2025-10-10')
    expect([file.amounts.employerNoticeContribution, file.amounts.employeeNoticeBalance]).toEqual(['3000.00', '3000.00'])
    const through = (facts: readonly WrittenFact[]) =>
      derive({ frame: frameOf('2025-09-08', 'france_travail', FRAME), facts: [['registered', '2025-10-01'] as const, ...facts].map(fact) }, textsWith({ penaltyMonths: 4, penaltyMonthsIfJoined: 5 }), PLAIN_SETTINGS, day('2025-10-15')).amounts.employerPenalty
    expect([through([]), through([['accepted', '2025-10-10']])]).toEqual(['12000.00', '15000.00'])
  })

  it('R-152, R-203: whether training hours are owed, and from when the wages are apart', () => {
    const file = under({ trainingHoursOwed: true, ownReferenceWageFrom: day('2025-09-09') }, [], '2025-10-10', { sjrAre: '80.00', monthlyNet: '2300.00', unusedTrainingHours: 10 })
    expect([file.estimates.trainingHours, file.estimates.referenceWages?.are]).toEqual(['151.65', '100.00'])
    expect(under({ ownReferenceWageFrom: day('2025-09-08') }, [], '2025-10-10', { sjrAre: '80.00' }).estimates.referenceWages?.are).toBe('80.00')
  })
})

describe('estimates and their working', () => {
  it('every estimate that is known has its working, and the others none', () => {
    const files = [
      csp([job('2026-03-02')]),
      csp([]),
      fileOf({ engagedOn: '2013-01-02', path: 'experiment', frame: { hiredOn: null }, facts: [['registered', '2013-01-02'], ['accepted', '2013-01-11']], today: '2013-12-01' }),
    ]
    for (const file of files)
      expect(Object.keys(file.estimateExplanations).toSorted()).toEqual(ESTIMATE_NAMES.filter((name) => file.estimates[name] !== null).toSorted())
    expect(Object.keys(files[0]!.estimateExplanations)).toHaveLength(5)
  })

  it('every step is worded in both languages, without a hole', () => {
    const file = csp([job('2026-03-02', { contract: 'cdd', months: 7 })], '2026-03-10', { workingTimeShare: 0.8, sjrAre: '90.00' })
    for (const locale of ['fr', 'en'] as const)
      for (const name of ESTIMATE_NAMES)
        for (const step of wording(locale).estimate(name, file)?.steps ?? []) expect(`${step.label} ${step.effect ?? ''}`).not.toMatch(/undefined|NaN|null|[a-z]+[A-Z]/u)
  })

  it('there are none where no text governs', () => {
    expect(fileOf({ engagedOn: '2015-01-15', frame: FRAME, facts: [], today: '2015-01-20' }).estimates).toEqual(NO_ESTIMATES)
  })
})
