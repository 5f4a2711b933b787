import { addDays, addMonths, day, type Day } from '../calendar/day.ts'
import { lengthInDays } from '../calendar/period.ts'
import { earliestLetter } from '../rules/dates.ts'
import type { RuleId } from '../rules/catalogue.ts'
import { parametersOn, type HoleBetween } from '../texts/governing.ts'
import type { AlertCode } from '../wording/codes.ts'
import type { Benefit } from './allowance.ts'
import type { Alert, FileDates, WordValues } from './case-file.ts'
import type { Comparison, Estimates } from './estimates.ts'
import { leaveValues } from './leaves.ts'
import { countedEnd, hasFullSeniority, sideJobOn, type Progress, type Term } from './progress.ts'
import type { Working } from './working.ts'

/** the ANI ended on 31 December 2013 and no amendment was found before that of 22 March 2014. */
const UNCOVERED_2014 = { from: day('2014-01-01'), to: day('2014-03-21') }

/** the convention of 2011 took procedures until this day, that of 2015 from 1 February. */
const HOLE_OF_2015 = day('2014-12-31')

/** from this size, outside insolvency, redeployment leave takes the place of the CSP (CT L1233-71). */
export const REDEPLOYMENT_LEAVE_SIZE = 1000

/** What a person should know about a file; blocks nothing. */
export function alertsOf({ progress, term, benefit }: Working, estimates: Estimates, dates: FileDates, hole: HoleBetween | null, chosen: boolean): readonly Alert[] {
  const alerts: Alert[] = []
  const say = (rule: RuleId, code: AlertCode, values: WordValues = {}) => alerts.push({ rule, code, values })
  const { frame, governing } = progress
  if (hole !== null) say('R-001', holeCode(hole), { engagedOn: frame.engagedOn, until: hole.until, next: hole.next })
  if (chosen) say('R-001', 'textChosen', { code: governing?.agreement.code ?? null })
  if (governing?.agreement.code === 'A0' && frame.engagedOn >= UNCOVERED_2014.from && frame.engagedOn <= UNCOVERED_2014.to)
    say('R-001', 'uncovered2014', { engagedOn: frame.engagedOn })
  if (frame.entryPath === 'employer') employerAlerts(progress, say)
  if (progress.reflection !== null && progress.reflection.holiday !== null && !progress.reflection.prolonged)
    say('R-010', progress.settings.rollPolicy === 'none' ? 'holidayNotRolled' : 'holidayRolled', {
      raw: progress.reflection.rawEnd,
      end: progress.reflection.end,
      holiday: progress.reflection.holiday,
    })
  if (governing === null || term === null) return alerts
  supportAlerts(progress, term, dates, say)
  spanAlerts(progress, term, say)
  for (const comparison of estimates.comparisons) if (comparison.differs) comparisonAlert(comparison, benefit, say)
  return alerts
}

/** the hole of January 2015 has its own advice; any other is told by the texts around it. */
function holeCode({ kind, until }: HoleBetween): AlertCode {
  if (kind === 'after_last_text') return 'holeAfterLast'
  if (kind === 'before_first_text') return 'holeBeforeFirst'
  return until === HOLE_OF_2015 ? 'holeBetweenTexts' : 'holeBetweenOthers'
}

type Say = (rule: RuleId, code: AlertCode, values?: WordValues) => void

/** what the employer must have done. */
function employerAlerts(progress: Progress, say: Say): void {
  const { frame } = progress
  if (frame.companySize !== null && frame.companySize >= REDEPLOYMENT_LEAVE_SIZE && frame.insolvency !== true)
    say('R-100', 'tooLarge', { size: frame.companySize })
  if (progress.acceptedOn !== null) {
    if (progress.motiveOn === null) say('R-113', 'motiveMissing', { acceptedOn: progress.acceptedOn })
    else if (progress.motiveOn > progress.acceptedOn) say('R-113', 'motiveLate', { on: progress.motiveOn, acceptedOn: progress.acceptedOn })
  }
  if (!progress.contestLimitStated) say('R-111', 'contestNotStated')
  if (frame.procedureType !== 'interview' || progress.handedOverOn === null) return
  if (progress.handedOverOn !== frame.engagedOn) say('R-112', 'notAtInterview', { engagedOn: frame.engagedOn, on: progress.handedOverOn })
  const earliest = earliestLetter(frame.engagedOn, frame.executive === true)
  if (progress.letterOn !== null && progress.letterOn < earliest) say('R-114', 'letterTooEarly', { on: progress.letterOn, earliest })
  if (progress.letterOn === null && progress.acceptedOn === null && progress.refusedOn === null && progress.reflection !== null && earliest <= progress.reflection.end)
    say('R-114', 'letterNeeded', { earliest, end: progress.reflection.end })
}

/** while the CSP runs. */
function supportAlerts(progress: Progress, term: Term, dates: FileDates, say: Say): void {
  const { governing, today } = progress
  if (governing === null) return
  const text = governing.base
  if (hasFullSeniority(progress) === false) say('R-202', 'underOneYear')
  if (term.ceiling !== null && term.term > term.ceiling) say('R-014', 'beyondCeiling', { ceiling: term.ceiling, term: term.term })
  const early = progress.finalInterviewOn
  if (text.finalInterviewLastMonths !== null && early !== null && dates.finalInterviewFrom !== null && early < dates.finalInterviewFrom)
    say('R-307', 'finalInterviewEarly', { on: early, from: dates.finalInterviewFrom })
  for (const training of progress.trainings)
    if (training.to !== null && training.from <= term.term && training.to > term.term)
      say('R-311', 'trainingOutlastsTerm', { to: training.to, term: term.term })
  const side = sideJobOn(progress, today)
  if (side !== null) {
    const planned = side.months === null ? null : addDays(addMonths(side.on, Math.floor(side.months)), -1)
    say('R-410', planned !== null && planned < today ? 'sideJobShouldHaveEnded' : 'sideJob', { on: side.on, planned })
  }
  if (progress.breach.length === 0 && progress.offersRefused.length === 1 && progress.exclusion === null)
    say('R-601', 'oneOfferRefused', { on: progress.offersRefused[0] ?? null })
  for (const { number, answer, missing } of progress.offers)
    if (answer?.kind === 'refused' && missing.length > 0 && progress.exclusion === null) say('R-601', 'offerNotCounted', { number, on: answer.on })
}

/** what a span does and does not do. */
function spanAlerts(progress: Progress, term: Term, say: Say): void {
  const { governing, today } = progress
  if (governing === null) return
  let workDays = 0
  for (const span of progress.spans) {
    const end = countedEnd(span, today)
    if (span.kind === 'suspension') {
      const addition = term.additions.find((candidate) => candidate.span === span)
      if (addition === undefined && end >= span.from) say(span.cause === 'sickness' ? 'R-208' : 'R-404', 'leaveWithoutExtension', { ...leaveValues(governing, span), from: span.from, to: span.to })
      if (addition?.capped === true) say('R-404', 'sicknessCapped', { ...leaveValues(governing, span), counted: addition.counted, added: addition.added, months: addition.months })
      continue
    }
    const rules = parametersOn(governing, span.from).work
    workDays += lengthInDays(span.from, end)
    if (span.to === null && workDays > rules.totalMaxDays)
      say('R-402', 'openWorkBeyondTotal', { from: span.from, days: workDays, months: rules.totalMaxMonths })
    if (rules.warnAboveDays !== null && workDays > rules.warnAboveDays) say('R-400', 'workAboveFourMonths', { days: workDays })
    if (governing.base.workExtendsTerm && span.from <= term.month6End && end > term.month6End)
      say('R-017', 'straddlesMonth6', { from: span.from, to: span.to, month6End: term.month6End, counted: end - term.month6End })
    const reviewDue: Day | null = rules.reviewAfter && span.to !== null && span.to < today ? span.to : null
    if (reviewDue !== null && !progress.workReviews.some((on) => on >= reviewDue)) say('R-400', 'workReviewDue', { from: span.from, to: span.to })
  }
}

/** France Travail's figure is another than ours; it is the one that counts. */
function comparisonAlert(comparison: Comparison, benefit: Benefit, say: Say): void {
  const { name, ours, theirs } = comparison
  switch (name) {
    case 'sjr':
    case 'sjrAre':
    case 'areDaily':
      // With the wage of ASP for both, ours is known to be off: a figure typed in beside it says nothing new.
      if (comparison.factIndex === null && benefit.shared) return
      return say('R-203', 'figureDiffers', { figure: name, ours, theirs })
    case 'aspDaily':
      return say(benefit.aspOurs?.basis === 'seniority' ? 'R-202' : 'R-200', 'figureDiffers', { figure: name, ours, theirs })
    case 'aspEnd':
      return say('R-204', 'aspEndDiffers', { ours, theirs })
    case 'areDurationDays':
      return say('R-202', 'areDurationDiffers', { ours, theirs })
    case 'bonusInstalment':
      return say('R-502', 'bonusPaidDiffers', { number: comparison.number, ours, theirs })
    case 'wageGapPayment':
      return say('R-510', 'wageGapPaidDiffers', { number: comparison.number, ours, theirs })
  }
}
