import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, derive, isoOf, shippedTexts, type CaseFile, type FileRecord, type Frame } from '@/lib/accord'
import { euro } from '@/lib/accord/rules/money.ts'
import { figureOn } from '@/lib/accord/texts/benefit-parameters.ts'
import { lifeArbitrary, type Life } from './lives'

/** Lives at random with wages, a notice and figures of France Travail, most of them known. */
const RUNS = { numRuns: 300 }

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`)
const mostly = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 6 })
const figures = fc.record({
  sjr: mostly(cents(70_000)),
  sjrAre: fc.option(cents(70_000)),
  areDaily: fc.option(cents(29_000), { freq: 1 }),
  monthlyGross: mostly(cents(1_500_000)),
  noticeMonths: mostly(fc.constantFrom(0, 0.5, 1, 2, 3, 4, 6)),
  workingTimeShare: fc.option(fc.constantFrom(0.2, 0.5, 0.8, 1), { freq: 1 }),
  monthlyNet: fc.option(cents(900_000)),
  unusedTrainingHours: fc.option(fc.constantFrom(0, 12.5, 120)),
})
/** The wage of every job of a life, and whether its hours are those of the lost one. */
const wages = fc.record({ monthlyGross: mostly(cents(600_000)), sameWorkingTime: mostly(fc.nat(4).map((pick) => pick > 0)) })
const paidLife: fc.Arbitrary<Life> = fc.record({ life: lifeArbitrary, money: figures, wage: wages }).map(({ life, money, wage }) => {
  const frame: Frame = { ...life.record.frame, ...money }
  const facts = life.record.facts.map((fact) => (fact.kind === 'job_started' ? { ...fact, ...wage } : fact))
  return { ...life, record: { frame, facts } }
})

const of = ({ record, settings, today }: Life): CaseFile => derive(record, shippedTexts, settings, today)
const euros = (value: string | null): number => (value === null ? 0 : Number(value))

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) frozen(inner)
  return value
}

/** Every text of a value that is written as an amount. */
function amountsIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string' && /^-?\d+\.\d+$/u.test(value)) found.push(value)
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) amountsIn(inner, found)
  return found
}

describe('money and days, over lives at random', { timeout: 60_000 }, () => {
  it('no amount of a file is under zero, and each has two decimals', () => {
    let known = 0
    fc.assert(
      fc.property(paidLife, (life) => {
        const { amounts, estimates } = of(life)
        const written = amountsIn([amounts, estimates])
        known += written.length
        expect(written.filter((amount) => !/^\d+\.\d{2}$/u.test(amount))).toEqual([])
        expect(amounts.areDaysLeft ?? 0).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
    expect(known).toBeGreaterThan(300)
  })

  it('R-502: the bonus never passes half of the residual rights, and its two payments make it', () => {
    let drawn = 0
    fc.assert(
      fc.property(paidLife, (life) => {
        const { amounts, dates, milestones } = of(life)
        if (amounts.bonusTotal === null || amounts.aspDaily === null || dates.cspTerm === null || milestones.jobStartedOn === null) return
        drawn += 1
        const half = euro(amounts.aspDaily).times(dates.cspTerm - milestones.jobStartedOn + 1).times('0.5')
        // To the cent, a half going up.
        expect(euro(amounts.bonusTotal).minus(half).toNumber()).toBeLessThanOrEqual(0.005)
        const [first, second] = amounts.bonusInstalments ?? []
        expect(euros(first?.amount ?? null) - euros(second?.amount ?? null)).toBeLessThanOrEqual(0.0101)
        expect(euro(first?.amount ?? 0).plus(second?.amount ?? 0).toFixed(2)).toBe(amounts.bonusTotal)
      }),
      { numRuns: 600 },
    )
    expect(drawn).toBeGreaterThan(10)
  })

  it('R-510: the payments of the wage-gap indemnity never pass its cap, nor twelve', () => {
    let drawn = 0
    fc.assert(
      fc.property(paidLife, (life) => {
        const { amounts, estimates } = of(life)
        if (estimates.wageGapPayments === null || amounts.wageGapTotalCap === null) return
        drawn += 1
        const total = estimates.wageGapPayments.reduce((sum, { amount }) => sum.plus(amount), euro(0))
        expect(total.lessThanOrEqualTo(amounts.wageGapTotalCap)).toBe(true)
        expect(estimates.wageGapPayments.length).toBeLessThanOrEqual(12)
        expect(estimates.wageGapTotal).toBe(total.toFixed(2))
      }),
      { numRuns: 600 },
    )
    expect(drawn).toBeGreaterThan(10)
  })

  it('R-200: with full seniority the allowance is never under ARE, the highest allowance apart', () => {
    let drawn = 0
    fc.assert(
      fc.property(paidLife, (life) => {
        // France Travail's own figure is taken as it is: what is held here is our computation.
        const facts = life.record.facts.filter(({ kind }) => kind !== 'benefit_notified')
        const { amounts, dates } = of({ ...life, record: { ...life.record, facts } })
        if (amounts.aspDaily === null || amounts.areDaily === null || dates.cspStart === null) return
        drawn += 1
        const [asp, are] = [euro(amounts.aspDaily), euro(amounts.areDaily)]
        const highest = euro(figureOn(shippedTexts.figures.highestAllowance, dates.cspStart).value)
        const holds = { seniority: asp.equals(are), ceiling: asp.equals(highest), are_floor: asp.greaterThanOrEqualTo(are), rate: asp.greaterThanOrEqualTo(are) }
        expect(amounts.aspBasis !== null && holds[amounts.aspBasis], JSON.stringify(amounts)).toBe(true)
      }),
      RUNS,
    )
    expect(drawn).toBeGreaterThan(50)
  })

  it('R-151: what goes to France Travail and what goes to the person make the notice', () => {
    fc.assert(
      fc.property(paidLife, (life) => {
        const { employerNoticeContribution: toFranceTravail, employeeNoticeBalance: toPerson } = of(life).amounts
        expect(toFranceTravail === null).toBe(toPerson === null)
        const { monthlyGross, noticeMonths } = life.record.frame
        if (toFranceTravail === null || toPerson === null || monthlyGross === null || noticeMonths === null) return
        // Never less than the notice agreed; more where the law gives more, two months at most.
        const paid = euro(toFranceTravail).plus(toPerson)
        expect(paid.greaterThanOrEqualTo(euro(monthlyGross).times(noticeMonths).minus('0.02'))).toBe(true)
        expect(paid.lessThanOrEqualTo(euro(monthlyGross).times(Math.max(noticeMonths, 2)).plus('0.02'))).toBe(true)
        expect(euro(toFranceTravail).lessThanOrEqualTo(euro(monthlyGross).times(3))).toBe(true)
      }),
      RUNS,
    )
  })

  it('R-204, R-205, R-413: paid, suspended, deducted and left days make the days from the start to the term, each once', () => {
    let drawn = 0
    fc.assert(
      fc.property(paidLife, (life) => {
        const { ledger, dates, totals } = of(life)
        expect(ledger === null).toBe(dates.cspStart === null)
        if (ledger === null || dates.cspStart === null || dates.cspTerm === null) return
        drawn += 1
        const days = dates.cspTerm - dates.cspStart + 1
        const { paid, suspended, deducted, left } = ledger.totals
        expect(paid + suspended + deducted + left).toBe(days)
        expect(ledger.days).toBe(days)
        expect(paid).toBe(totals.aspDaysPaid)
        let next = dates.cspStart
        for (const span of ledger.spans) {
          expect(isoOf(span.from)).toBe(isoOf(next))
          expect(span.days).toBe(span.to - span.from + 1)
          next = addDays(span.to, 1)
        }
        expect(isoOf(next)).toBe(isoOf(addDays(dates.cspTerm, 1)))
        for (const state of ['paid', 'suspended', 'deducted', 'left'] as const)
          expect(ledger.spans.filter((span) => span.state === state).reduce((sum, span) => sum + span.days, 0), state).toBe(ledger.totals[state])
      }),
      RUNS,
    )
    expect(drawn).toBeGreaterThan(50)
  })

  it('changes nothing of what it is given, nor of what it has given: a fact recorded later leaves the file known before', () => {
    fc.assert(
      fc.property(paidLife, fc.nat(20), (life, count) => {
        const record: FileRecord = frozen(structuredClone(life.record))
        const known = { frame: record.frame, facts: record.facts.slice(0, count) }
        const before = of({ ...life, record: known })
        const kept = structuredClone(before)
        of({ ...life, record })
        expect(before).toEqual(kept)
        expect(of({ ...life, record: known })).toEqual(kept)
      }),
      RUNS,
    )
  })
})
