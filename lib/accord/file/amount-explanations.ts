import { addDays } from '../calendar/day.ts'
import type { RuleId } from '../rules/catalogue.ts'
import { residualRights } from '../rules/incentives.ts'
import { asText, type Euro } from '../rules/money.ts'
import type { StepCode } from '../wording/codes.ts'
import type { Explanation, Step, WordValues } from './case-file.ts'
import { allowanceOf } from './allowance.ts'
import type { AmountName, Amounts } from './amounts.ts'
import { endingJob, sideJobOn, type Progress, type Term } from './progress.ts'

const step = (code: StepCode, rule: RuleId, amount: string | null, values: WordValues = {}): Step => ({ code, values, gives: null, amount, rule })
const text = (value: Euro | null): string | null => (value === null ? null : asText(value))

/** For every amount of a file that is known, the rule and the working that leads to it. */
export function explainAmounts(progress: Progress, term: Term | null, amounts: Amounts): Partial<Record<AmountName, Explanation>> {
  const explanations: Partial<Record<AmountName, Explanation>> = {}
  const set = (name: AmountName, rule: RuleId, steps: readonly Step[]) => {
    if (amounts[name] !== null) explanations[name] = { rule, steps }
  }
  set('sjr', 'R-203', [step('sjrGiven', 'R-203', amounts.sjr)])
  const { are, asp } = allowanceOf(progress, term)
  const areGiven = progress.frame.areDaily !== null
  const areStep = step(areGiven ? 'areGiven' : 'areEstimated', 'R-203', text(are))
  set('areDaily', 'R-203', areGiven ? [areStep] : [step('sjrGiven', 'R-203', amounts.sjr), areStep])
  if (asp !== null) {
    const rate = step('aspRate', 'R-200', text(asp.byRate), { rate: Math.round(Number(progress.governing?.base.aspRate ?? 0) * 100) })
    const bounds = [step('aspFloor', 'R-200', text(asp.floor)), ...(asp.ceiling === null ? [] : [step('aspCeiling', 'R-200', text(asp.ceiling))])]
    const steps =
      asp.basis === 'seniority' ? [areStep, step('aspOfShortSeniority', 'R-202', amounts.aspDaily)] : [rate, ...bounds, step('aspKept', 'R-200', amounts.aspDaily)]
    set('aspDaily', asp.basis === 'seniority' ? 'R-202' : 'R-200', steps)
    set('aspBasis', asp.basis === 'seniority' ? 'R-202' : 'R-200', steps)
  }
  explainIncentives(progress, term, amounts, asp?.daily ?? null, set)
  explainEmployer(progress, amounts, set)
  set('areDaysLeft', 'R-603', [
    step('areDuration', 'R-603', null, { days: progress.frame.areDurationDays }),
    step('aspDaysDeducted', 'R-603', null, { days: (progress.frame.areDurationDays ?? 0) - (amounts.areDaysLeft ?? 0), left: amounts.areDaysLeft }),
  ])
  return explanations
}

type Set = (name: AmountName, rule: RuleId, steps: readonly Step[]) => void

function explainIncentives(progress: Progress, term: Term | null, amounts: Amounts, asp: Euro | null, set: Set): void {
  const job = endingJob(progress) ?? sideJobOn(progress, progress.today)
  if (job === null || term === null) return
  const eligible = step(amounts.bonusEligible === true ? 'bonusOpen' : 'bonusNotOpen', 'R-501', null)
  set('bonusEligible', 'R-501', [eligible])
  set('wageGapEligible', 'R-510', [step(amounts.wageGapEligible === true ? 'wageGapOpen' : 'wageGapNotOpen', 'R-510', null)])
  if (asp === null) return
  const residual = step('residualRights', 'R-502', asText(residualRights(job.on, term.term, asp)), { from: job.on, to: term.term, days: addDays(term.term, 1) - job.on })
  set('bonusTotal', 'R-502', [residual, step('half', 'R-502', amounts.bonusTotal)])
  set('bonusInstalments', 'R-502', [
    step('half', 'R-502', amounts.bonusTotal),
    ...(amounts.bonusInstalments ?? []).map((payment) => step('instalment', 'R-502', payment.amount, { on: payment.on })),
  ])
  set('wageGapMonthly', 'R-510', [step('thirtySjr', 'R-510', amounts.sjr), step('newWage', 'R-510', job.monthlyGross), step('monthlyGap', 'R-510', amounts.wageGapMonthly)])
  set('wageGapTotalCap', 'R-510', [residual, step('half', 'R-510', amounts.wageGapTotalCap)])
}

function explainEmployer(progress: Progress, amounts: Amounts, set: Set): void {
  const gross = step('monthlyGross', 'R-151', progress.frame.monthlyGross)
  set('employerNoticeContribution', 'R-151', [gross, step('noticeToFranceTravail', 'R-151', amounts.employerNoticeContribution)])
  set('employeeNoticeBalance', 'R-151', [gross, step('noticeToEmployee', 'R-151', amounts.employeeNoticeBalance)])
  set('employerPenalty', 'R-150', [gross, step('penaltyMonths', 'R-150', amounts.employerPenalty, { months: progress.acceptedOn === null ? 2 : 3 })])
  set('severanceLegal', 'R-140', [gross, step('severanceWithNotice', 'R-140', amounts.severanceLegal)])
}
