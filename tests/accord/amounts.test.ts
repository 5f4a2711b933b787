import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, articleOf, day, derive, frameSchema, isoOf, parseFact, shippedTexts, type CaseFile, type Fact, type FactKind } from '@/lib/accord/index.ts'
import { areDailyEstimate, aspDaily } from '@/lib/accord/rules/allowance.ts'
import { legalNoticeMonths, legalSeverance, noticeShares, penalty } from '@/lib/accord/rules/employer-money.ts'
import { bonusOf, losesEnough, residualRights, wageGapOf } from '@/lib/accord/rules/incentives.ts'
import { asText, euro } from '@/lib/accord/rules/money.ts'

const settings = { rollPolicy: 'none', contactIntervalDays: null, followUpIntervalDays: null } as const

function fact(source: { readonly kind: FactKind } & Record<string, unknown>): Fact {
  const parsed = parseFact(source.kind, source)
  if (!parsed.success) throw parsed.error
  return parsed.data
}

function fileOf(frame: Record<string, unknown>, facts: readonly ({ readonly kind: FactKind } & Record<string, unknown>)[], today: string): CaseFile {
  return derive(
    { frame: frameSchema.parse({ entryPath: 'employer', ...frame }), facts: facts.map(fact) },
    shippedTexts,
    settings,
    day(today),
  )
}

/** Handed over 8 September 2025, CSP from 30 September 2025 to 29 September 2026, plan validated on 20 October. */
const started = [
  { kind: 'proposal_handed_over', on: '2025-09-08' },
  { kind: 'motive_notified', on: '2025-09-08' },
  { kind: 'accepted', on: '2025-09-15' },
  { kind: 'pre_bilan_held', on: '2025-10-03' },
  { kind: 'plan_validated', on: '2025-10-20' },
] as const
const frame = {
  engagedOn: '2025-09-08',
  hiredOn: '2015-03-01',
  monthlyGross: '3000.00',
  noticeMonths: 2,
  sjr: '98.63',
  areDurationDays: 548,
}

describe('R-203: daily ARE estimated', () => {
  it.each([
    // ARE-D1 and ARE-D4 of the published cases, then each bound.
    ['60', '2013-07-01', '35.88'],
    ['100', '2015-07-01', '57.00'],
    ['30', '2025-07-01', '22.50'],
    ['42', '2025-07-01', '31.50'],
    ['45', '2025-07-01', '32.13'],
  ])('a reference wage of %s on %s gives %s', (sjr, on, expected) => {
    expect(asText(areDailyEstimate(euro(sjr), day(on), shippedTexts.figures))).toBe(expected)
  })

  it('takes the figures of the day: the eve and the day of an uprating', () => {
    expect(asText(areDailyEstimate(euro('60'), day('2025-06-30'), shippedTexts.figures))).toBe('37.35')
    expect(asText(areDailyEstimate(euro('60'), day('2025-07-01'), shippedTexts.figures))).toBe('37.42')
  })
})

describe('R-200: daily ASP', () => {
  const on = day('2015-07-01')
  const of = (sjr: string, are: string, terms: { rate: string; capped: boolean; fullSeniority: boolean }) => {
    const { daily, basis } = aspDaily(euro(sjr), euro(are), on, shippedTexts.figures, terms)
    return [asText(daily), basis]
  }

  it('is the rate of the text: 80 % under 2011 (ASP-09), 75 % from 2015 (ASP-10)', () => {
    expect(of('100', '57.00', { rate: '0.80', capped: false, fullSeniority: true })).toEqual(['80.00', 'rate'])
    expect(of('100', '57.00', { rate: '0.75', capped: true, fullSeniority: true })).toEqual(['75.00', 'rate'])
  })

  it('never goes under ARE', () => {
    expect(of('100', '75.01', { rate: '0.75', capped: true, fullSeniority: true })).toEqual(['75.01', 'are_floor'])
    expect(of('100', '75.00', { rate: '0.75', capped: true, fullSeniority: true })).toEqual(['75.00', 'rate'])
  })

  it('never goes under the floor of training (ASP-03: 22.61 in July 2023)', () => {
    const { daily, basis } = aspDaily(euro('20'), euro('15.00'), day('2023-07-01'), shippedTexts.figures, { rate: '0.75', capped: true, fullSeniority: true })
    expect([asText(daily), basis]).toEqual(['22.61', 'are_floor'])
  })

  it('stops at the highest allowance from 2015, not under the text of 2011', () => {
    expect(of('400', '200.00', { rate: '0.75', capped: true, fullSeniority: true })).toEqual(['237.62', 'ceiling'])
    expect(of('400', '200.00', { rate: '0.80', capped: false, fullSeniority: true })).toEqual(['320.00', 'rate'])
  })

  it('R-202: equals ARE under one year of seniority', () => {
    expect(of('100', '57.00', { rate: '0.75', capped: true, fullSeniority: false })).toEqual(['57.00', 'seniority'])
  })

  it('cites its article by text', () => {
    expect(articleOf('R-200', 'A0')).toBe('ANI 2011 art. 11')
    expect(articleOf('R-200', 'H')).toBe('Conv. 2015 art. 15 §1')
  })

  it('measures seniority on the last day of reflection: the eve of one year, and the day', () => {
    const under = fileOf({ ...frame, hiredOn: '2024-09-30' }, started, '2026-01-01')
    const reached = fileOf({ ...frame, hiredOn: '2024-09-29' }, started, '2026-01-01')
    expect(under.amounts.aspBasis).toBe('seniority')
    expect(reached.amounts.aspBasis).toBe('rate')
    expect(isoOf(reached.dates.aspEnd!)).toBe('2026-09-29')
  })
})

describe('R-501, R-502: bonus', () => {
  const job = { kind: 'job_started', on: '2026-03-01', contract: 'cdi', months: null, monthlyGross: '2500.00', sameWorkingTime: true } as const

  it('is half of the residual rights, the job’s first day and the term both counted', () => {
    const file = fileOf(frame, [...started, job], '2026-03-10')
    // 1 March to 29 September 2026: 213 days at 73.97.
    expect(file.amounts.bonusEligible).toBe(true)
    expect(file.amounts.bonusTotal).toBe('7877.81')
    expect(file.amounts.bonusInstalments?.map(({ on, amount }) => [isoOf(on), amount])).toEqual([
      ['2026-03-02', '3938.91'],
      ['2026-06-01', '3938.90'],
    ])
  })

  it('PRI-01: four months left at 1,500 a month give 3,000 in two payments', () => {
    const residual = residualRights(day('2026-01-01'), day('2026-04-30'), euro('50'))
    expect(asText(bonusOf(residual, '0.50').total)).toBe('3000.00')
  })

  it.each([
    ['no plan on the first day of the job', frame, started.slice(0, 4), job, '2026-03-10'],
    ['under one year of seniority', { ...frame, hiredOn: '2025-03-01' }, started, job, '2026-03-10'],
    ['a job after month 10', frame, started, { ...job, on: '2026-07-30' }, '2026-08-01'],
    ['no claim once the 30 days are over', frame, started, job, '2026-04-01'],
  ])('is not open with %s', (_, withFrame, facts, withJob, today) => {
    const file = fileOf(withFrame, [...facts, withJob], today)
    expect(file.amounts.bonusEligible).toBe(false)
    expect(file.amounts.bonusTotal).toBeNull()
  })

  it('is still open on the thirtieth day, and on the last day of month 10', () => {
    expect(fileOf(frame, [...started, job], '2026-03-31').amounts.bonusEligible).toBe(true)
    expect(fileOf(frame, [...started, { ...job, on: '2026-07-29' }], '2026-08-01').amounts.bonusEligible).toBe(true)
  })

  it('R-500: does not exist under the text of 2011', () => {
    const old = [
      { kind: 'proposal_handed_over', on: '2013-10-17' },
      { kind: 'accepted', on: '2013-10-20' },
      { kind: 'job_started', on: '2014-03-01', contract: 'cdi', months: null },
    ] as const
    const file = fileOf({ engagedOn: '2013-10-17', hiredOn: '2005-01-01', sjr: '80.00' }, old, '2014-03-10')
    expect(file.amounts.bonusEligible).toBeNull()
    expect(file.amounts.bonusTotal).toBeNull()
  })

  it('R-511: goes once the wage gap is claimed for the job, and the other way round', () => {
    const gap = fileOf(frame, [...started, job, { kind: 'wage_gap_claimed', on: '2026-03-05' }], '2026-03-10')
    expect([gap.amounts.bonusEligible, gap.amounts.wageGapEligible]).toEqual([false, true])
    const bonus = fileOf(frame, [...started, job, { kind: 'bonus_claimed', on: '2026-03-05' }], '2026-03-10')
    expect([bonus.amounts.bonusEligible, bonus.amounts.wageGapEligible]).toEqual([true, false])
  })

  it('R-413: a bonus paid for a job broken in its trial period takes its days off the allowance', () => {
    const facts = [
      ...started,
      job,
      { kind: 'bonus_claimed', on: '2026-03-05' },
      { kind: 'bonus_paid', on: '2026-03-20', amount: '3938.91' },
      { kind: 'trial_period_broken', on: '2026-04-01' },
    ] as const
    // 3,938.91 at 73.97 a day: 53 whole days before 29 September 2026.
    const file = fileOf(frame, facts, '2026-04-10')
    expect(file.stage).toBe('in_follow_up')
    expect(isoOf(file.dates.cspTerm!)).toBe('2026-09-29')
    expect(isoOf(file.dates.aspEnd!)).toBe('2026-08-07')
  })
})

describe('R-510: wage-gap indemnity', () => {
  it.each([
    ['IDR-D1', '80', '2100', '60', 200, '300.00', '6000.00'],
    ['IDR-D3', '70', '2050', '52.5', 30, '50.00', '787.50'],
  ])('%s', (_, sjr, wage, asp, days, monthly, cap) => {
    const first = day('2026-01-01')
    const gap = wageGapOf(euro(sjr), euro(wage), residualRights(first, addDays(first, days - 1), euro(asp)), '0.50')
    expect([asText(gap.monthly), asText(gap.cap)]).toEqual([monthly, cap])
  })

  it('asks for 15 % under the text of 2011: a cent more of wage, and it is not open', () => {
    expect(losesEnough(euro('2000.00'), euro('1700.00'), '0.15')).toBe(true)
    expect(losesEnough(euro('2000.00'), euro('1700.01'), '0.15')).toBe(false)
  })

  it('is not open for another working time, nor for the same wage', () => {
    const at = (monthlyGross: string, sameWorkingTime: boolean | null) =>
      fileOf(frame, [...started, { kind: 'job_started', on: '2026-03-01', contract: 'cdi', monthlyGross, sameWorkingTime }], '2026-03-10').amounts
    expect(at('2500.00', true).wageGapMonthly).toBe('458.90')
    expect(at('2500.00', false).wageGapEligible).toBe(false)
    expect(at('2500.00', null).wageGapEligible).toBeNull()
    expect(at('2958.90', true).wageGapEligible).toBe(false)
    expect(at('2958.89', true).wageGapMonthly).toBe('0.01')
  })
})

describe('R-140, R-150, R-151: what the employer owes', () => {
  it('NOT-01: of four months of notice, three go to France Travail and one to the person', () => {
    const shares = noticeShares(euro('3000'), 4, true, 3)
    expect([asText(shares.toFranceTravail), asText(shares.toEmployee)]).toEqual(['9000.00', '3000.00'])
  })

  it('NOT-05: under one year, all goes to the person', () => {
    const shares = noticeShares(euro('3000'), 1, false, 3)
    expect([asText(shares.toFranceTravail), asText(shares.toEmployee)]).toEqual(['0.00', '3000.00'])
  })

  it('EMP-D4: the legal notice is the least, one month from six, two from twenty-four', () => {
    expect([5, 6, 18, 23, 24].map(legalNoticeMonths)).toEqual([0, 1, 1, 1, 2])
    const file = fileOf({ ...frame, hiredOn: '2024-03-01', noticeMonths: 0 }, started, '2026-01-01')
    expect(file.amounts.employerNoticeContribution).toBe('3000.00')
  })

  it('EMP-02, EMP-03: two months from the registration, three once the CSP is accepted', () => {
    expect(asText(penalty(euro('2500'), 2))).toBe('5000.00')
    const path = { ...frame, entryPath: 'france_travail' }
    const registered = [{ kind: 'registered', on: '2025-10-01' }] as const
    expect(fileOf(path, registered, '2025-10-02').amounts.employerPenalty).toBe('6000.00')
    expect(fileOf(path, [...registered, { kind: 'accepted', on: '2025-10-10' }], '2025-10-12').amounts.employerPenalty).toBe('9000.00')
    expect(fileOf(frame, started, '2026-01-01').amounts.employerPenalty).toBeNull()
  })

  it('severance: fifteen years at 2,000, before and after September 2017', () => {
    expect(asText(legalSeverance(euro('2000'), day('2002-09-26'), day('2017-09-26'), 0))).toBe('7333.33')
    expect(asText(legalSeverance(euro('2000'), day('2002-09-27'), day('2017-09-27'), 0))).toBe('8333.33')
  })

  it('severance: opens at eight months since September 2017, twelve before, and counts the notice', () => {
    expect(asText(legalSeverance(euro('2400'), day('2025-02-01'), day('2025-09-30'), 0))).toBe('0.00')
    expect(asText(legalSeverance(euro('2400'), day('2025-01-30'), day('2025-09-30'), 1))).toBe('450.00')
    expect(asText(legalSeverance(euro('2400'), day('2016-10-01'), day('2017-09-20'), 1))).toBe('0.00')
  })
})

describe('R-603: days of ARE left', () => {
  it.each([
    ['AFT-D1: a whole year paid', 730, '2026-12-01', 365],
    ['AFT-D2 and never under 0', 100, '2026-12-01', 0],
  ])('%s', (_, areDurationDays, today, left) => {
    expect(fileOf({ ...frame, areDurationDays }, started, today).amounts.areDaysLeft).toBe(left)
  })
})

it('amounts are never negative, and the bonus never exceeds half of the residual rights', () => {
  const cents = fc.integer({ min: 1, max: 100_000_00 }).map((value) => (value / 100).toFixed(2))
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 30 }), (sjr, wage, offset, months) => {
      const on = isoOf(addDays(day('2025-10-01'), offset))
      const job = { kind: 'job_started', on, contract: 'cdd', months: months + 1, monthlyGross: wage, sameWorkingTime: true } as const
      const { amounts, dates } = fileOf({ ...frame, sjr }, [...started, job], on)
      const known = [amounts.bonusTotal, amounts.wageGapMonthly, amounts.wageGapTotalCap, amounts.severanceLegal].filter((value) => value !== null)
      expect(known.filter((value) => Number(value) < 0)).toEqual([])
      if (amounts.bonusTotal === null) return
      const residual = residualRights(day(on), dates.cspTerm!, euro(amounts.aspDaily!))
      expect(euro(amounts.bonusTotal).lessThanOrEqualTo(residual.times('0.5').plus('0.005'))).toBe(true)
    }),
    { numRuns: 200 },
  )
})

it('every amount that is known has its working', () => {
  const file = fileOf(frame, [...started, { kind: 'job_started', on: '2026-03-01', contract: 'cdi', monthlyGross: '2500.00', sameWorkingTime: true }], '2026-03-10')
  const known = Object.entries(file.amounts).filter(([, value]) => value !== null).map(([name]) => name)
  expect(Object.keys(file.amountExplanations).toSorted()).toEqual(known.toSorted())
  expect(known.length).toBeGreaterThan(10)
})
