import { day } from '../calendar/day.ts'
import type { RuleId } from '../rules/catalogue.ts'
import { asText } from '../rules/money.ts'
import type { Explanation, Step } from './case-file.ts'
import type { AmountName, Amounts } from './amounts.ts'
import { employerSteps } from './employer-explanations.ts'
import { bonusSteps, capSteps, conditionSteps, monthlyGapSteps, wageGapOpenSteps } from './job-explanations.ts'
import { moneyStep, percentOf } from './money-steps.ts'
import type { Working } from './working.ts'

/** For every amount of a file that is known, the rule and the working that leads to it. */
export function explainAmounts(working: Working, amounts: Amounts): Partial<Record<AmountName, Explanation>> {
  const explanations: Partial<Record<AmountName, Explanation>> = {}
  const set = (name: AmountName, rule: RuleId, steps: () => readonly Step[]) => {
    if (amounts[name] !== null) explanations[name] = { rule, steps: steps() }
  }
  set('sjr', 'R-203', () => [wageStep(working)])
  set('areDaily', 'R-203', () => areSteps(working))
  const aspRule = working.benefit.aspOurs?.basis === 'seniority' ? 'R-202' : 'R-200'
  if (amounts.aspDaily !== null) {
    const steps = aspSteps(working)
    set('aspDaily', aspRule, () => steps)
    set('aspBasis', aspRule, () => steps)
  }
  const { job } = working
  if (job !== null) {
    set('bonusEligible', 'R-501', () => [...conditionSteps(job), moneyStep(job.bonusEligible === true ? 'bonusOpen' : 'bonusNotOpen', 'R-501', null)])
    set('bonusTotal', 'R-502', () => capSteps(working, job, 'R-502'))
    set('bonusInstalments', 'R-502', () => bonusSteps(job))
    set('wageGapEligible', 'R-510', () => wageGapOpenSteps(working, job))
    set('wageGapMonthly', 'R-510', () => monthlyGapSteps(working, job))
    set('wageGapTotalCap', 'R-510', () => capSteps(working, job, 'R-510'))
  }
  for (const name of ['employerNoticeContribution', 'employeeNoticeBalance', 'employerPenalty', 'severanceLegal'] as const)
    set(name, name === 'employerPenalty' ? 'R-150' : name === 'severanceLegal' ? 'R-140' : 'R-151', () => employerSteps(working, name))
  set('areDaysLeft', 'R-603', () => areDaysLeftSteps(working, amounts.areDaysLeft))
  return explanations
}

/** the reference wage of ASP: France Travail's, or as entered. */
export function wageStep({ benefit }: Working): Step {
  const code = benefit.notified.sjr !== null ? 'sjrNotified' : benefit.apart ? 'sjrOfContract' : 'sjrGiven'
  return moneyStep(code, 'R-203', benefit.sjr)
}

/** the reference wage of ARE, where the text keeps it apart from that of ASP. */
export function areWageStep({ benefit }: Working): Step {
  if (!benefit.apart) return moneyStep(benefit.notified.sjr !== null ? 'sjrNotified' : 'sjrGiven', 'R-203', benefit.sjrAre)
  if (benefit.shared) return moneyStep('sjrShared', 'R-203', benefit.sjrAre)
  return moneyStep(benefit.notified.sjrAre !== null ? 'sjrAreNotified' : 'sjrAreGiven', 'R-203', benefit.sjrAre)
}

/** France Travail's figure with our estimate before it, or our estimate with its working. */
function areSteps(working: Working): readonly Step[] {
  const { areOurs, are, areSource } = working.benefit
  const share = working.progress.frame.workingTimeShare
  const steps: Step[] = []
  if (areOurs !== null) {
    steps.push(areWageStep(working))
    if (share !== null && share !== 1) steps.push(moneyStep('arePartTime', 'R-203', null, { percent: Math.round(share * 1000) / 10 }))
    steps.push(
      moneyStep('areWithFixedPart', 'R-203', areOurs.withFixedPart, { fixedPart: asText(areOurs.fixedPart) }),
      moneyStep('arePlainRate', 'R-203', areOurs.plain, { percent: percentOf(areOurs.rate) }),
      moneyStep('areMinimum', 'R-203', areOurs.minimum),
      moneyStep('areCap', 'R-203', areOurs.cap),
      moneyStep('areEstimated', 'R-203', areOurs.daily),
    )
  }
  if (areSource === 'estimated') return steps
  return [...steps, moneyStep(areSource === 'notified' ? 'areNotified' : 'areGiven', 'R-203', are ?? working.progress.frame.areDaily)]
}

/** our working, then France Travail's figure where it gave one. */
function aspSteps(working: Working): readonly Step[] {
  const { aspOurs, asp, are, areSource, notified } = working.benefit
  const base = working.progress.governing?.base
  const steps: Step[] = []
  if (aspOurs !== null && base !== undefined) {
    if (aspOurs.basis === 'seniority') {
      const code = areSource === 'notified' ? 'areNotified' : areSource === 'entered' ? 'areGiven' : 'areEstimated'
      steps.push(moneyStep(code, 'R-203', are), moneyStep('aspOfShortSeniority', 'R-202', aspOurs.daily))
    } else {
      steps.push(wageStep(working), moneyStep('aspRate', 'R-200', aspOurs.byRate, { rate: percentOf(base.aspRate) }), moneyStep('aspFloor', 'R-200', aspOurs.floor))
      if (aspOurs.ceiling !== null) steps.push(moneyStep('aspCeiling', 'R-200', aspOurs.ceiling))
      steps.push(moneyStep(notified.aspDaily === null ? 'aspKept' : 'aspEstimated', 'R-200', aspOurs.daily))
    }
  }
  return notified.aspDaily === null ? steps : [...steps, moneyStep('aspNotified', 'R-200', asp)]
}

/** Av. 7: the coefficient that shortens ARE since 1 February 2023 is not applied after a CSP. */
const COEFFICIENT_SPARED_FROM = day('2023-02-01')

/** only the days paid are taken off; those suspended are not lost. */
function areDaysLeftSteps({ progress, benefit, account }: Working, left: number | null): readonly Step[] {
  const code = benefit.notified.areDurationDays === null ? 'areDuration' : 'areDurationNotified'
  const steps = [moneyStep(code, 'R-603', null, { days: benefit.areDurationDays })]
  if (progress.frame.engagedOn >= COEFFICIENT_SPARED_FROM) steps.push(moneyStep('areCoefficient', 'R-603', null))
  const suspended = account.ledger?.spans.reduce((sum, span) => sum + (span.state === 'suspended' && span.from < progress.today ? Math.min(span.days, progress.today - span.from) : 0), 0) ?? 0
  if (suspended > 0) steps.push(moneyStep('suspendedNotDeducted', 'R-603', null, { days: suspended }))
  steps.push(moneyStep('aspDaysDeducted', 'R-603', null, { days: account.daysPaid, left }))
  return steps
}
