import type { RuleId } from '../rules/catalogue.ts'
import { euro } from '../rules/money.ts'
import type { StepCode } from '../wording/codes.ts'
import type { Step } from './case-file.ts'
import type { BonusCondition } from './estimates.ts'
import type { JobMoney } from './job-money.ts'
import { moneyStep, percentOf } from './money-steps.ts'
import type { Working } from './working.ts'

/** How a condition of the bonus stands, as the code of its step. */
function standing({ name, met }: BonusCondition): StepCode {
  if (met !== null) return met ? 'conditionMet' : 'conditionMissing'
  if (name === 'claim') return 'conditionToCome'
  return name === 'no_are' ? 'conditionToCheck' : 'conditionUnknown'
}

/** R-501 — a condition of the bonus, and how it stands. */
export function conditionStep(condition: BonusCondition): Step {
  const { name, met, on } = condition
  // A day says something only where the condition is about one.
  const dated = name === 'plan' ? met === true : name === 'window' || name === 'claim'
  return { code: standing(condition), values: { condition: name, on }, gives: dated ? on : null, rule: 'R-501' }
}

/** each condition of the bonus, and how it stands. */
export function conditionSteps(job: JobMoney): readonly Step[] {
  return (job.conditions ?? []).map(conditionStep)
}

/** the residual rights. */
function residualStep(working: Working, job: JobMoney, rule: RuleId): Step {
  const { term } = working
  const on = job.job.on
  return moneyStep('residualRights', rule, job.residual, { from: on, to: term?.term ?? null, days: term === null ? null : term.term - on + 1 })
}

/** the text's share of the residual rights: the bonus, and the cap of the indemnity. */
export function capSteps(working: Working, job: JobMoney, rule: RuleId): readonly Step[] {
  const steps = [residualStep(working, job, rule)]
  if (working.benefit.asp !== null) steps.unshift(moneyStep('aspPerDay', 'R-200', working.benefit.asp))
  return [...steps, shareStep(job, rule)]
}

function shareStep(job: JobMoney, rule: RuleId): Step {
  const half = Number(job.share) === 0.5
  return moneyStep(half ? 'half' : 'shareOfRights', rule, job.outcome?.cap ?? null, half ? {} : { percent: percentOf(job.share) })
}

/** the two payments. */
export function bonusSteps(job: JobMoney): readonly Step[] {
  const { bonus } = job
  if (bonus === null) return []
  return [shareStep(job, 'R-502'), moneyStep('instalment', 'R-502', bonus.first, { on: bonus.firstOn }), moneyStep('instalment', 'R-502', bonus.second, { on: bonus.secondOn })]
}

/** thirty days of the reference wage, less the new wage. */
export function monthlyGapSteps({ benefit }: Working, job: JobMoney): readonly Step[] {
  return [
    moneyStep('thirtySjr', 'R-510', benefit.sjr),
    moneyStep('newWage', 'R-510', job.job.monthlyGross),
    moneyStep('monthlyGap', 'R-510', job.gap?.monthly ?? null),
  ]
}

/** what is asked of the job, and how it stands. */
export function wageGapOpenSteps({ progress, benefit }: Working, { job, wageGapEligible }: JobMoney): readonly Step[] {
  const steps: Step[] = []
  if (job.bonusClaimedOn !== null) steps.push({ code: 'bonusWasClaimed', values: {}, gives: job.bonusClaimedOn, rule: 'R-511' })
  const sameTime = job.sameWorkingTime === null ? 'sameTimeUnknown' : job.sameWorkingTime ? 'sameTime' : 'otherTime'
  steps.push(moneyStep(sameTime, 'R-510', null))
  if (benefit.sjr !== null && job.monthlyGross !== null) {
    steps.push(moneyStep('monthOfWage', 'R-510', benefit.sjr.times(30)), moneyStep('newWageCompared', 'R-510', job.monthlyGross))
    const least = progress.governing?.base.wageGapLeastLoss ?? '0'
    const former = progress.frame.monthlyGross
    if (Number(least) !== 0 && former !== null)
      steps.push(moneyStep('leastLoss', 'R-510', euro(former).times(euro(1).minus(least)), { percent: percentOf(least) }))
  }
  return [...steps, moneyStep(wageGapEligible === true ? 'wageGapOpen' : 'wageGapNotOpen', 'R-510', null)]
}

/** the indemnity, payment by payment. */
export function wageGapPaymentSteps(working: Working, job: JobMoney): readonly Step[] {
  return [
    moneyStep('monthlyGap', 'R-510', job.gap?.monthly ?? null),
    moneyStep('wageGapCap', 'R-510', job.gap?.cap ?? null),
    ...(job.payments ?? []).map((payment) => moneyStep(payment.cut ? 'wageGapMonthCut' : 'wageGapMonth', 'R-510', payment.amount, { number: payment.number, on: payment.on })),
  ]
}

/** the sum of the payments, and what ends them. */
export function wageGapTotalSteps(working: Working, job: JobMoney): readonly Step[] {
  const { gap, payments, paymentsTotal } = job
  if (gap === null || payments === null) return []
  const maximum = working.progress.governing?.base.wageGapMonths ?? gap.months
  const atCap = paymentsTotal !== null && paymentsTotal.equals(gap.cap)
  const end = atCap ? 'wageGapEndsAtCap' : gap.months < maximum ? 'wageGapEndsWithJob' : 'wageGapEndsWithMonths'
  return [
    moneyStep('monthlyGap', 'R-510', gap.monthly),
    moneyStep('wageGapCap', 'R-510', gap.cap),
    moneyStep(end, 'R-510', null, { months: payments.length }),
    moneyStep('wageGapSum', 'R-510', paymentsTotal),
  ]
}

/** both totals, and why one gives more. */
export function incentiveSteps(working: Working, job: JobMoney): readonly Step[] {
  const { outcome } = job
  if (outcome === null) return []
  const { bonusTotal, wageGapTotal, wageGapMonthly, wageGapPayments } = outcome
  // Before 2015 there is no choice to make: the indemnity stands alone.
  const choice = working.progress.governing?.base.bonus === true ? 'R-511' : 'R-510'
  const steps: Step[] = [...capSteps(working, job, choice)]
  if (choice === 'R-510') steps.push(moneyStep('noBonusUnderText', 'R-500', null))
  else steps.push(bonusTotal === null ? moneyStep('bonusNotOpen', 'R-501', null) : moneyStep('bonusInTwo', 'R-502', bonusTotal))
  if (job.wageGapEligible === false) steps.push(moneyStep('wageGapNotOpen', 'R-510', null))
  else if (wageGapTotal !== null && wageGapMonthly !== null)
    steps.push(moneyStep('monthlyGap', 'R-510', wageGapMonthly), moneyStep('wageGapInMonths', 'R-510', wageGapTotal, { months: wageGapPayments }))
  return [...steps, moneyStep('incentiveReason', choice, null, { reason: outcome.reason })]
}
