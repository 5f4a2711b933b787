import type { RuleId } from '../rules/catalogue.ts'
import type { Explanation, Step } from './case-file.ts'
import { areWageStep, wageStep } from './amount-explanations.ts'
import type { EstimateName, Estimates } from './estimates.ts'
import { conditionSteps, incentiveSteps, wageGapPaymentSteps, wageGapTotalSteps } from './job-explanations.ts'
import { moneyStep } from './money-steps.ts'
import type { Working } from './working.ts'

/** For every estimate of a file that is known, the rule and the working that leads to it. */
export function explainEstimates(working: Working, estimates: Estimates): Partial<Record<EstimateName, Explanation>> {
  const explanations: Partial<Record<EstimateName, Explanation>> = {}
  const set = (name: EstimateName, rule: RuleId, steps: () => readonly Step[]) => {
    if (estimates[name] !== null) explanations[name] = { rule, steps: steps() }
  }
  const { job, benefit } = working
  set('referenceWages', 'R-203', () => (benefit.apart ? [wageStep(working), areWageStep(working)] : [wageStep(working)]))
  if (job !== null) {
    set('bonusConditions', 'R-501', () => conditionSteps(job))
    set('wageGapPayments', 'R-510', () => wageGapPaymentSteps(working, job))
    set('wageGapTotal', 'R-510', () => wageGapTotalSteps(working, job))
    set('incentives', working.progress.governing?.base.bonus === true ? 'R-511' : 'R-510', () => incentiveSteps(working, job))
  }
  set('trainingHours', 'R-152', () => trainingHoursSteps(working, estimates.trainingHours))
  set('experimentBonus', 'R-105', () => experimentSteps(working, estimates))
  return explanations
}

/** an hour of the net wage, times the hours not used. */
function trainingHoursSteps({ progress }: Working, value: string | null): readonly Step[] {
  const { monthlyNet, unusedTrainingHours, workingTimeShare } = progress.frame
  const part = workingTimeShare !== null && workingTimeShare !== 1
  return [
    moneyStep('monthlyNet', 'R-152', monthlyNet),
    moneyStep(part ? 'hoursOfPartTimeMonth' : 'hoursOfMonth', 'R-152', null, part ? { percent: Math.round(workingTimeShare * 1000) / 10 } : {}),
    moneyStep('unusedHours', 'R-152', null, { hours: unusedTrainingHours }),
    moneyStep('trainingHoursValue', 'R-152', value),
  ]
}

/** signed once the bonus was in force, in the seventh month of support. */
function experimentSteps({ progress }: Working, { experimentBonus }: Estimates): readonly Step[] {
  if (experimentBonus === null) return []
  return [
    { code: 'acceptance', values: {}, gives: progress.acceptedOn, rule: 'R-015' },
    { code: 'seventhMonth', values: { to: experimentBonus.to }, gives: experimentBonus.from, rule: 'R-105' },
    moneyStep('experimentBonusDue', 'R-105', experimentBonus.amount),
  ]
}
