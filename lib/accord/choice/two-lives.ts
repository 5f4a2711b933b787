import { addDays, day, earliest, latest, type Day } from '../calendar/day.ts'
import { derive, type FileRecord } from '../file/derive.ts'
import type { CaseFile } from '../file/case-file.ts'
import type { Fact } from '../file/facts.ts'
import type { Frame } from '../file/frame.ts'
import { areDailyEstimate } from '../rules/allowance.ts'
import { earliestLetter } from '../rules/dates.ts'
import { fullMonths, legalNoticeMonths } from '../rules/employer-money.ts'
import { asText, euro, type Euro } from '../rules/money.ts'
import type { TextParameters, Texts } from '../texts/agreement.ts'
import { parametersOn, selectText } from '../texts/governing.ts'
import { lastOfDatedMonths } from './months.ts'
import type { Choice, ChoiceInput } from './choice.ts'

/** First day that a dated figure of the unemployment insurance can be asked for. */
const FIRST_FIGURE = day('2011-09-01')
/** An estimate of the reference wage: a year of gross wages over its days. */
const MONTHS_OF_A_YEAR = 12
const DAYS_OF_A_YEAR = 365
/** The deferral for leave not taken is capped at this many days (unemployment insurance rules). */
const MOST_DEFERRED_DAYS = 30

export interface Span {
  readonly from: Day
  readonly to: Day
}

/** The dates and daily amounts of both lives, before they are written month by month. */
export interface TwoLives {
  readonly kind: 'lives'
  readonly frame: Frame
  readonly text: TextParameters
  /** The file once accepted. */
  readonly file: CaseFile
  /** The same with the job supposed, for the bonus and the wage-gap indemnity. */
  readonly fileWithJob: CaseFile | null
  /** Whether a trial period broken in the CSP brings it back, by the text or an overlay on it. */
  readonly returnsAfterTrial: boolean
  readonly fullSeniority: boolean | null
  readonly reflectionEnd: Day
  readonly start: Day
  readonly term: Day
  readonly sjrFromGross: boolean
  readonly sjrAreSame: boolean
  readonly noticeIsLegal: boolean
  readonly letter: { readonly on: Day; readonly from: 'sent' | 'earliest' | 'reflection' } | null
  readonly noticeMonths: number | null
  /** Last day of the contract if the proposal is refused. */
  readonly noticeEnd: Day | null
  readonly deferredDays: number
  readonly areDailyAfterCsp: Euro | null
  readonly areDailyAfterNotice: Euro | null
  readonly aspDaily: Euro | null
  readonly duration: number | null
  /** Benefit before the CSP, where France Travail proposes. */
  readonly areBeforeCsp: Span | null
  readonly asp: Span | null
  readonly aspDays: number
  /** First day of ordinary benefit after the CSP, and its days left there; `null`: none left, or not known. */
  readonly areAfterCsp: { readonly from: Day; readonly to: Day } | null
  /** First day of ordinary benefit without the CSP; its last day is `null` where the duration is not known. */
  readonly areWithout: { readonly from: Day; readonly to: Day | null } | null
  /** First day of the supposed job in each life. */
  readonly jobWith: Day | null
  readonly jobWithout: Day | null
}

type Refused = Exclude<Choice, { kind: 'compared' }>

function completed(frame: Frame, sjrFromGross: boolean, noticeMonths: number | null): Frame {
  const sjr = sjrFromGross && frame.monthlyGross !== null ? asText(euro(frame.monthlyGross).times(MONTHS_OF_A_YEAR).dividedBy(DAYS_OF_A_YEAR)) : frame.sjr
  return { ...frame, sjr, noticeMonths }
}

function factsOf(input: ChoiceInput): readonly Fact[] {
  const { frame, proposedOn: on, decisionOn } = input
  const proposal: Fact = frame.entryPath === 'employer' ? { kind: 'proposal_handed_over', on } : { kind: 'registered', on }
  const decision: readonly Fact[] = decisionOn === null ? [] : [{ kind: 'authorisation_notified', on: decisionOn, granted: true }]
  return [proposal, ...decision, { kind: 'accepted', on }]
}

/** CT L1233-15. The day of the letter that a refusal makes the dismissal: sent, or the earliest, or once reflection is over. */
function letterOf(input: ChoiceInput, reflectionEnd: Day): NonNullable<TwoLives['letter']> {
  const { frame, proposedOn, letterOn, decisionOn } = input
  if (letterOn !== null) return { on: latest(letterOn, proposedOn), from: 'sent' }
  const after = addDays(reflectionEnd, 1)
  if (frame.procedureType !== 'interview' || decisionOn !== null) return { on: after, from: 'reflection' }
  const soonest = latest(earliestLetter(frame.engagedOn, frame.executive === true), proposedOn)
  return soonest < after ? { on: soonest, from: 'earliest' } : { on: after, from: 'reflection' }
}

/**
 * What accepting and refusing lead to, in dates and daily amounts: the CSP by the file's own derivation,
 * the other life by ordinary law and what is supposed. Refuses what no text governs.
 */
export function twoLives(input: ChoiceInput, texts: Texts): TwoLives | Refused {
  const selection = selectText(texts, input.frame.engagedOn, input.frame.entryPath, input.frame.chosenRegime)
  if (selection.kind === 'hole') return { kind: 'no_text', hole: selection.hole }
  if (input.frame.engagedOn < FIRST_FIGURE) return { kind: 'no_text', hole: 'before_first_text' }
  const employer = input.frame.entryPath === 'employer'
  const given = input.frame
  const sjrFromGross = given.sjr === null && given.monthlyGross !== null
  const first = derive({ frame: given, facts: factsOf(input) }, texts, input.settings, input.proposedOn)
  const { reflectionEnd, cspStart: start, cspTerm: term } = first.dates
  if (reflectionEnd === null || start === null || term === null)
    return first.stage === 'awaiting_authorisation' ? { kind: 'awaiting_decision' } : { kind: 'not_open' }

  const letter = employer ? letterOf(input, reflectionEnd) : null
  const seniorityAtLetter = letter === null || given.hiredOn === null ? null : Math.max(0, fullMonths(given.hiredOn, letter.on))
  const legalMonths = seniorityAtLetter === null ? null : legalNoticeMonths(seniorityAtLetter)
  const noticeMonths = given.noticeMonths === null ? legalMonths : Math.max(given.noticeMonths, legalMonths ?? 0)
  const frame = completed(given, sjrFromGross, given.noticeMonths ?? noticeMonths)
  const record: FileRecord = { frame, facts: factsOf(input) }
  const file = derive(record, texts, input.settings, input.proposedOn)
  const text = selection.governing.base
  const years = file.milestones.seniorityYears
  const fullSeniority = years === null ? null : years >= text.fullSeniorityYears

  const noticeEnd = letter === null || noticeMonths === null ? null : noticeMonths === 0 ? letter.on : lastOfDatedMonths(letter.on, noticeMonths)
  // before the text that gives ASP a wage of its own, one wage counts for both.
  const apart = text.ownReferenceWageFrom !== null && frame.engagedOn >= text.ownReferenceWageFrom
  const sjrAre = (apart ? frame.sjrAre : null) ?? frame.sjr
  const { paidLeave, waitingDays, job, noticeWorked } = input.supposed
  const deferredDays =
    paidLeave === null || sjrAre === null || euro(sjrAre).isZero() ? 0 : Math.min(MOST_DEFERRED_DAYS, euro(paidLeave).dividedBy(sjrAre).floor().toNumber())
  const share = frame.workingTimeShare === null ? undefined : euro(frame.workingTimeShare)
  const areFrom = employer ? (noticeEnd === null ? null : addDays(noticeEnd, 1)) : input.proposedOn
  const areDailyOn = (on: Day): Euro | null =>
    frame.areDaily !== null ? euro(frame.areDaily) : sjrAre === null ? null : areDailyEstimate(euro(sjrAre), on, selection.governing.figures, share)

  const jobWith = job === null ? null : latest(job.on, start)
  // the contract runs to the end of the notice; only who is let off it may begin elsewhere before.
  const bound = noticeEnd === null || letter === null ? null : noticeWorked ? addDays(noticeEnd, 1) : addDays(letter.on, 1)
  const jobWithout = job === null ? null : bound === null ? latest(job.on, input.proposedOn) : latest(job.on, bound)

  const duration = frame.areDurationDays
  const waited = areFrom === null ? null : addDays(areFrom, deferredDays + waitingDays)
  const beforeJob = (last: Day, on: Day | null): Day => (on === null ? last : earliest(last, addDays(on, -1)))
  const spanOf = (from: Day, to: Day): Span | null => (to < from ? null : { from, to })

  // from 2015, ordinary benefit may be paid from registration to the eve of the CSP.
  const beforeCsp = employer || waited === null || selection.governing.agreement.family === '2011' ? null : spanOf(waited, addDays(start, -1))
  const usedBefore = beforeCsp === null ? 0 : beforeCsp.to - beforeCsp.from + 1
  const aspLast = fullSeniority === null ? null : beforeJob(shortAspEnd(file.dates.aspEnd, term, start, fullSeniority, duration, usedBefore), jobWith)
  const asp = aspLast === null ? null : spanOf(start, aspLast)
  const aspDays = asp === null ? 0 : asp.to - asp.from + 1
  const left = duration === null || fullSeniority === null ? null : Math.max(0, duration - usedBefore - aspDays)
  const afterTerm = addDays(term, 1)
  const areAfterCsp = left === null || left === 0 ? null : spanOf(afterTerm, beforeJob(addDays(afterTerm, left - 1), jobWith))
  const withoutEnd = waited === null || duration === null ? null : addDays(waited, duration - 1)
  const areWithout = waited === null ? null : openSpan(waited, withoutEnd, jobWithout)

  return {
    kind: 'lives', frame, text, file, returnsAfterTrial: parametersOn(selection.governing, start).trialReturn !== 'none', fullSeniority, reflectionEnd, start, term, sjrFromGross,
    fileWithJob: job === null || jobWith === null || jobWith > term ? null : derive({ frame, facts: [...record.facts, ...jobFacts(start, jobWith, job.monthlyGross)] }, texts, input.settings, input.proposedOn),
    sjrAreSame: apart && frame.areDaily === null && frame.sjrAre === null,
    noticeIsLegal: employer && given.noticeMonths === null && noticeMonths !== null,
    letter, noticeMonths, noticeEnd, deferredDays,
    areDailyAfterCsp: file.amounts.areDaily === null ? null : euro(file.amounts.areDaily),
    areDailyAfterNotice: areFrom === null ? null : areDailyOn(areFrom),
    aspDaily: file.amounts.aspDaily === null ? null : euro(file.amounts.aspDaily),
    duration, areBeforeCsp: beforeCsp, asp, aspDays, areAfterCsp, areWithout, jobWith, jobWithout,
  }
}

/** the last day of ASP: the term, or earlier where the days of ARE are used up under one year of seniority. */
function shortAspEnd(aspEnd: Day | null, term: Day, start: Day, full: boolean, duration: number | null, usedBefore: number): Day {
  if (full || duration === null) return term
  return usedBefore === 0 ? (aspEnd ?? term) : earliest(term, addDays(start, duration - usedBefore - 1))
}

function openSpan(from: Day, to: Day | null, jobOn: Day | null): { readonly from: Day; readonly to: Day | null } | null {
  const last = jobOn === null ? to : to === null ? addDays(jobOn, -1) : earliest(to, addDays(jobOn, -1))
  return last !== null && last < from ? null : { from, to: last }
}

/** A lasting job found in the CSP, with a plan validated before it: what the bonus asks. */
function jobFacts(start: Day, on: Day, monthlyGross: string): readonly Fact[] {
  return [
    { kind: 'pre_bilan_held', on: start },
    { kind: 'plan_validated', on: start },
    { kind: 'job_started', on, contract: 'cdi', months: null, monthlyGross, sameWorkingTime: true },
  ]
}
