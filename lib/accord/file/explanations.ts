import { addDays, addMonths, type Day } from '../calendar/day.ts'
import type { RuleId } from '../rules/catalogue.ts'
import type { ReflectionPeriod } from '../rules/dates.ts'
import type { TextParameters } from '../texts/agreement.ts'
import type { Governing } from '../texts/governing.ts'
import type { StepCode } from '../wording/codes.ts'
import type { DateName, Explanation, FileDates, Step, WordValues } from './case-file.ts'
import { leaveValues } from './leaves.ts'
import { endingJob, followedJob, hasFullSeniority, isProtected, type Progress, type Term } from './progress.ts'
import type { Working } from './working.ts'

const step = (code: StepCode, rule: RuleId, gives: Day | null, values: WordValues = {}): Step => ({ code, values, gives, rule })

/** For every date of a file that is known, the rule and the steps that lead to it, from recorded facts. */
export function explain(working: Working, dates: FileDates): Partial<Record<DateName, Explanation>> {
  const explanations: Partial<Record<DateName, Explanation>> = {}
  const { progress, term } = working
  const { governing, reflection } = progress
  if (governing === null) return explanations
  const set = (name: DateName, rule: RuleId, steps: readonly Step[]) => {
    if (dates[name] !== null) explanations[name] = { rule, steps }
  }
  const text = governing.base
  if (reflection !== null) set('reflectionEnd', isProtected(progress) ? 'R-011' : 'R-010', reflectionSteps(progress, reflection, text))
  set('contractEnd', 'R-012', [step('contractEndsWithReflection', 'R-012', dates.contractEnd)])
  set('contestLimit', 'R-141', [
    step('acceptance', 'R-015', progress.acceptedOn),
    step(progress.contestLimitStated ? 'contestMonths' : 'contestNotStated', progress.contestLimitStated ? 'R-141' : 'R-111', dates.contestLimit, {
      months: text.contestMonths,
    }),
  ])
  set('rehirePriorityEnd', 'R-016', [step('contractEnd', 'R-012', dates.contractEnd), step('rehireYear', 'R-016', dates.rehirePriorityEnd)])
  if (term === null) return explanations
  const start = step('start', progress.frame.entryPath === 'employer' ? 'R-012' : 'R-013', term.start)
  set('cspStart', start.rule, startSteps(progress, term))
  set('cspTerm', 'R-014', termSteps(progress, term, governing))
  set('aspEnd', hasFullSeniority(progress) === true ? 'R-200' : 'R-202', aspEndSteps(working, term, dates.aspEnd))
  set('preBilanDue', 'R-301', [start, step('preBilanDays', 'R-301', dates.preBilanDue, { days: text.preBilanDays })])
  set('planDue', 'R-302', [
    step('preBilanHeld', 'R-301', progress.preBilanOn),
    step('planMonth', 'R-302', dates.planDue, { months: text.planMonthsAfterPreBilan }),
  ])
  const month4 = addDays(addMonths(term.start, 4), -1)
  set('month4ReviewDue', 'R-306', [
    start,
    step('fourMonths', 'R-306', month4),
    ...(dates.month4ReviewDue !== null && dates.month4ReviewDue > month4
      ? [step('suspendedDays', 'R-306', dates.month4ReviewDue, { days: dates.month4ReviewDue - month4 })]
      : []),
  ])
  set('month6End', 'R-403', [start, step('sixMonths', 'R-403', dates.month6End)])
  const stretched = text.bonusWindowStretched && term.extensionDays > 0
  set('bonusLastJobStart', 'R-501', [
    start,
    step('tenMonths', 'R-501', stretched && dates.bonusLastJobStart !== null ? addDays(dates.bonusLastJobStart, -term.extensionDays) : dates.bonusLastJobStart, {
      months: text.bonusWindowMonths,
    }),
    ...(stretched ? [step('windowStretched', 'R-501', dates.bonusLastJobStart, { days: term.extensionDays })] : []),
  ])
  const ended = step('term', 'R-014', term.term)
  set('finalInterviewFrom', 'R-307', [ended, step('lastMonths', 'R-307', dates.finalInterviewFrom, { months: text.finalInterviewLastMonths })])
  set('finalInterviewTo', 'R-307', [step('beforeTerm', 'R-307', dates.finalInterviewTo)])
  set('termLetterDue', 'R-308', [ended, step('letterDays', 'R-308', dates.termLetterDue, { days: text.termLetterDaysBefore })])
  set('employerPaymentDue', 'R-016', [start, step('paymentMonth', 'R-016', dates.employerPaymentDue)])
  explainJob(progress, text, dates, set)
  return explanations
}

function explainJob(progress: Progress, text: TextParameters, dates: FileDates, set: (name: DateName, rule: RuleId, steps: readonly Step[]) => void): void {
  const followed = followedJob(progress)
  const job = followed === null ? null : step('jobStart', 'R-410', followed.on)
  set('claimsLimit', 'R-016', [
    (followed === endingJob(progress) ? job : null) ?? step('start', progress.frame.entryPath === 'employer' ? 'R-012' : 'R-013', progress.start),
    step('claimsYears', 'R-016', dates.claimsLimit, { years: text.claimsYears }),
  ])
  if (job === null) return
  set('bonusClaimDue', 'R-501', [job, step('claimDays', 'R-501', dates.bonusClaimDue, { days: text.bonusClaimDays })])
  set('bonusSecondPaymentOn', 'R-502', [job, step('secondPayment', 'R-502', dates.bonusSecondPaymentOn, { months: text.bonusSecondAfterMonths })])
  set('followUpEnd', 'R-309', [job, step('followUpMonths', 'R-309', dates.followUpEnd, { months: text.followUpMonths })])
}

function reflectionSteps(progress: Progress, reflection: ReflectionPeriod, text: TextParameters): readonly Step[] {
  const employerPath = progress.frame.entryPath === 'employer'
  const steps = [
    step(employerPath ? 'handOver' : 'registration', employerPath ? 'R-010' : 'R-130', employerPath ? progress.handedOverOn : progress.registeredOn),
    step('reflectionDays', 'R-010', reflection.rawEnd, { days: text.reflectionDays }),
  ]
  if (reflection.holiday !== null) {
    const rolls = progress.settings.rollPolicy === 'next_working_day_if_holiday'
    steps.push(step(rolls ? 'holidayRolled' : 'holidayNotRolled', 'R-010', reflection.prolonged ? null : reflection.end, { holiday: reflection.holiday }))
  }
  if (progress.authorisation !== null)
    steps.push(
      step(reflection.prolonged ? 'prolongedByDecision' : 'decisionWithinPeriod', 'R-011', reflection.end, { on: progress.authorisation.on }),
    )
  return steps
}

function startSteps(progress: Progress, term: Term): readonly Step[] {
  const { reflection, frame } = progress
  const steps = [step('acceptance', 'R-015', progress.acceptedOn), step('reflectionEnd', 'R-010', reflection?.end ?? null)]
  const sameDay = reflection !== null && term.start === reflection.end
  const code = frame.entryPath === 'employer' ? 'dayAfterContract' : sameDay ? 'onLastDayOfReflection' : 'dayAfterReflection'
  steps.push(step(code, frame.entryPath === 'employer' ? 'R-012' : 'R-013', term.start))
  return steps
}

/** the days of the CSP, those that nothing pays, and the last of those that are left. */
function aspEndSteps({ progress, account, benefit }: Working, term: Term, aspEnd: Day | null): readonly Step[] {
  const full = hasFullSeniority(progress) === true
  const steps = [step('daysOfCsp', 'R-014', term.term, { from: term.start, to: term.term, days: term.term - term.start + 1 })]
  for (const [cause, days] of account.suspended) steps.push(step('daysWithoutAllowance', 'R-205', null, { ledgerCause: cause, days }))
  if (full && account.bonusDays === 0) return [...steps, step('aspEndsWithTerm', 'R-200', aspEnd)]
  if (!full) steps.push(step(account.beyondDuration === 0 ? 'areLastsLonger' : 'aspEndsWithAre', 'R-202', null, { days: benefit.areDurationDays }))
  if (account.bonusDays > 0) steps.push(step('aspShortenedByBonus', 'R-413', null, { days: account.bonusDays }))
  return [...steps, step('lastPayableDay', full ? 'R-413' : 'R-202', aspEnd, { days: account.payable })]
}

/** the steps of the term, each span that moves it and those that do not. */
function termSteps(progress: Progress, term: Term, governing: Governing): readonly Step[] {
  const steps: Step[] = [
    step('start', progress.frame.entryPath === 'employer' ? 'R-012' : 'R-013', term.start),
    step('twelveMonths', 'R-014', term.initial, { months: governing.base.cspMonths }),
  ]
  for (const addition of term.additions) {
    const rule = addition.cause === 'work' ? 'R-403' : 'R-404'
    const { span, counted, added, months } = addition
    const cause = addition.cause === 'work' ? { cause: 'work' } : leaveValues(governing, span)
    const values = { ...cause, from: span.from, to: span.to, counted, added, months }
    const code = addition.cause === 'work' ? ('extensionByWork' as const) : ('extensionByLeave' as const)
    steps.push(step(addition.capped ? (`${code}Capped` as const) : code, rule, addition.termAfter, values))
  }
  for (const span of progress.spans) {
    if (term.additions.some((addition) => addition.span === span)) continue
    const values = { ...(span.cause === null ? { cause: 'work' } : leaveValues(governing, span)), from: span.from, to: span.to }
    steps.push(step(span.kind === 'work_period' ? 'workWithoutExtension' : 'leaveWithoutExtension', span.kind === 'work_period' ? 'R-017' : 'R-404', null, values))
  }
  if (term.ceiling !== null) {
    const reached = term.term >= term.ceiling
    steps.push(step(reached ? 'ceilingReached' : 'ceilingNotReached', 'R-014', null, { ceiling: term.ceiling, months: governing.base.ceilingMonths }))
  }
  return steps
}
