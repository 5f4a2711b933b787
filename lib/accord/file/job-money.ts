import { addDays, addMonths, type Day } from '../calendar/day.ts'
import {
  bonusOf,
  losesEnough,
  outcomeOf,
  residualRights,
  shareOfRights,
  wageGapLength,
  wageGapMonths,
  wageGapOf,
  wageGapPaidFrom,
  wageGapSum,
  type IncentiveOutcome,
} from '../rules/incentives.ts'
import { asText, euro, type Euro } from '../rules/money.ts'
import type { Benefit } from './allowance.ts'
import type { BonusCondition, BonusConditionName, WageGapPayment } from './estimates.ts'
import { bonusWindowEnd, endingJob, hasFullSeniority, sideJobOn, type Job, type Progress, type Term } from './progress.ts'

/** What one job opens: the bonus where it ended the CSP, the wage-gap indemnity, and the choice between them. */
export interface JobMoney {
  readonly job: Job
  /** R-502 — `null` while the daily ASP is not known. */
  readonly residual: Euro | null
  readonly share: string
  /** `null` where the text has no bonus, or the job did not end the CSP. */
  readonly conditions: readonly BonusCondition[] | null
  readonly bonusEligible: boolean | null
  /** What the bonus of this job would be, open or not. */
  readonly bonus: { readonly total: Euro; readonly first: Euro; readonly second: Euro; readonly firstOn: Day; readonly secondOn: Day } | null
  readonly wageGapEligible: boolean | null
  /** What the indemnity of this job would be, open or not; the gap may be negative. */
  readonly gap: { readonly monthly: Euro; readonly cap: Euro; readonly months: number } | null
  readonly payments: readonly WageGapPayment[] | null
  readonly paymentsTotal: Euro | null
  readonly outcome: IncentiveOutcome | null
}

/** Conv. 2015 art. 14. The conditions one by one, as far as they are known today. */
function conditionsOf(progress: Progress, term: Term, job: Job): readonly BonusCondition[] {
  const text = progress.governing?.base
  const plan = progress.plans[0]
  const window = bonusWindowEnd(progress, term)
  const due = addDays(job.on, text?.bonusClaimDays ?? 0)
  const before = progress.jobs.find((other) => other !== job && other.bonusPayments.length > 0)?.bonusPayments[0]
  const condition = (number: number, name: BonusConditionName, met: boolean | null, on: Day | null): BonusCondition => ({ number, name, met, on })
  return [
    condition(1, 'seniority', hasFullSeniority(progress), progress.reflection?.end ?? null),
    condition(2, 'plan', plan !== undefined && plan <= job.on, plan ?? job.on),
    condition(3, 'contract', job.endsCsp, job.on),
    condition(4, 'window', window === null || job.on <= window, window),
    condition(5, 'claim', job.bonusClaimedOn !== null ? true : progress.today > due ? false : null, job.bonusClaimedOn ?? due),
    condition(6, 'once', before === undefined, before?.on ?? null),
    condition(7, 'no_wage_gap', job.wageGapClaimedOn === null, job.wageGapClaimedOn),
    // What the person draws at France Travail is not known here: it checks.
    ...(text?.incentivesExcludeAre === true ? [condition(8, 'no_are', null, null)] : []),
  ]
}

/** no condition missing, and the seniority known; a claim still to come and condition 8 do not close it. */
function eligibleUnder(conditions: readonly BonusCondition[]): boolean | null {
  if (conditions.some((condition) => condition.met === false)) return false
  return conditions[0]?.met === null ? null : true
}

/** same working time, a lower wage (by the least share that the text asks), and no bonus for that job. */
function wageGapOpen(progress: Progress, benefit: Benefit, job: Job): boolean | null {
  const { frame, governing } = progress
  if (job.bonusClaimedOn !== null || job.sameWorkingTime === false) return false
  if (job.sameWorkingTime === null || job.monthlyGross === null || benefit.sjr === null || governing === null) return null
  const wage = euro(job.monthlyGross)
  if (!benefit.sjr.times(30).greaterThan(wage)) return false
  const leastLoss = governing.base.wageGapLeastLoss
  if (Number(leastLoss) === 0) return true
  return frame.monthlyGross === null ? null : losesEnough(euro(frame.monthlyGross), wage, leastLoss)
}

/**
 * ANI 2011 art. 17; Conv. 2015 art. 13 and 14. What the job that ended the CSP
 * opens, or else the one that stands beside it today; `null` without a job.
 */
export function jobMoneyOf(progress: Progress, term: Term | null, benefit: Benefit): JobMoney | null {
  const { governing } = progress
  if (term === null || governing === null) return null
  const ending = endingJob(progress)
  const job = ending ?? sideJobOn(progress, progress.today)
  if (job === null) return null
  const text = governing.base
  const share = text.incentiveShare
  const residual = benefit.asp === null ? null : residualRights(job.on, term.term, benefit.asp)
  const secondMonths = text.bonus && ending !== null ? text.bonusSecondAfterMonths : null
  const conditions = secondMonths === null ? null : conditionsOf(progress, term, job)
  const bonusEligible = conditions === null ? null : eligibleUnder(conditions)
  const wageGapEligible = wageGapOpen(progress, benefit, job)
  const money = { job, residual, share, conditions, bonusEligible, wageGapEligible }
  if (residual === null) return { ...money, bonus: null, gap: null, payments: null, paymentsTotal: null, outcome: null }
  const bonus = secondMonths === null ? null : { ...bonusOf(residual, share), firstOn: addDays(job.on, 1), secondOn: addMonths(job.on, secondMonths) }
  const wage = job.monthlyGross === null ? null : euro(job.monthlyGross)
  const months = wageGapLength(job.on, job.months, job.endedOn, text.wageGapMonths)
  const gap = benefit.sjr === null || wage === null ? null : { ...wageGapOf(benefit.sjr, wage, residual, share), months }
  const payments = gap === null || wageGapEligible !== true ? null : paymentsOf(job, gap)
  return {
    ...money,
    bonus,
    gap,
    payments,
    paymentsTotal: payments === null || gap === null ? null : wageGapSum(gap.monthly, gap.cap, gap.months),
    outcome: outcomeOf({
      bonusOpen: conditions === null ? false : bonusEligible,
      wageGapOpen: wageGapEligible,
      cap: shareOfRights(residual, share),
      monthly: gap?.monthly ?? null,
      months,
    }),
  }
}

/** each month once it is over, with what France Travail paid for it, payment for payment. */
function paymentsOf(job: Job, gap: { readonly monthly: Euro; readonly cap: Euro; readonly months: number }): readonly WageGapPayment[] {
  return wageGapMonths(gap.monthly, gap.cap, gap.months).map(({ amount, cut }, index) => {
    const paid = job.wageGapPayments[index]
    return {
      number: index + 1,
      on: wageGapPaidFrom(job.on, index + 1),
      amount: asText(amount),
      cut,
      paid: paid === undefined ? null : { on: paid.on, amount: paid.amount },
    }
  })
}
