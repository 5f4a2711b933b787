import type { Day } from '../calendar/day.ts'
import { addDays, earliest, latest } from '../calendar/day.ts'
import {
  bonusLastJobStart,
  cappedTerm,
  ceiling,
  cspStart,
  fullYears,
  initialTerm,
  month6End,
  reflectionPeriod,
  type ReflectionPeriod,
  type RollPolicy,
} from '../rules/dates.ts'
import type { Governing } from '../texts/governing.ts'
import type { AspStopCause, ExitMotive, FactKind, FactOf, FollowUpSituation, LeaveCause, OfferGround } from './facts.ts'
import type { Frame } from './frame.ts'
import { extensionLimitOf } from './leaves.ts'

/** The operator's settings that the computation listens to. */
export interface Settings {
  readonly rollPolicy: RollPolicy
  /** days between contacts, the operator's choice; `null`: none set. */
  readonly contactIntervalDays: number | null
  /** days between follow-up contacts, the operator's choice; `null`: none set. */
  readonly followUpIntervalDays: number | null
}

/** A work period or a leave: a span that suspends the CSP. */
export interface SuspendingSpan {
  readonly kind: 'work_period' | 'suspension'
  readonly cause: LeaveCause | null
  /** Code of the leave, where an added text names it. */
  readonly leave: string | null
  readonly from: Day
  /** Last day; `null` while open. */
  to: Day | null
  readonly factIndex: number
}

/** Money that France Travail paid, as a fact says. */
export interface Payment {
  readonly on: Day
  readonly amount: string
  readonly factIndex: number
}

export interface Job {
  readonly on: Day
  readonly contract: 'cdi' | 'cdd' | 'temp'
  readonly months: number | null
  readonly monthlyGross: string | null
  readonly sameWorkingTime: boolean | null
  readonly endsCsp: boolean
  /** Found once the CSP was over (T32): followed, but it ended nothing. */
  readonly afterTerm: boolean
  readonly factIndex: number
  trialBrokenOn: Day | null
  endedOn: Day | null
  bonusClaimedOn: Day | null
  wageGapClaimedOn: Day | null
  bonusPayments: Payment[]
  wageGapPayments: Payment[]
  followUps: { readonly on: Day; readonly situation: FollowUpSituation }[]
}

export interface AspStop {
  readonly on: Day
  readonly cause: AspStopCause
  resumedOn: Day | null
  readonly factIndex: number
}

/** A job offered to the person, and what became of it. */
export interface Offer {
  /** The number it bears in its file; `null`: only its refusal was recorded. */
  readonly number: string | null
  readonly madeOn: Day | null
  readonly answerBy: Day | null
  readonly grounds: readonly OfferGround[]
  /** Grounds that were not said; a refusal counts once none is missing. */
  readonly missing: readonly OfferGround[]
  /** The fact it comes from. */
  readonly factIndex: number
  answer: { readonly kind: 'accepted' | 'refused' | 'unanswered'; readonly on: Day; readonly factIndex: number } | null
  /** Whether it weighs towards two refusals: refused, every ground said, and not explained since. */
  counts: boolean
  /** refused, then explained: it weighs no more. */
  explained: boolean
}

export type BreachGround = 'action_refused' | 'action_missed' | 'false_statement' | 'offer_refused'

/** What the facts admitted so far amount to. Filled fact by fact in the order of their days. */
export interface Progress {
  readonly frame: Frame
  readonly governing: Governing | null
  readonly settings: Settings
  readonly today: Day
  handedOverOn: Day | null
  contestLimitStated: boolean
  registeredOn: Day | null
  registrations: Day[]
  authorisation: { readonly on: Day; readonly granted: boolean } | null
  motiveOn: Day | null
  informationOn: Day | null
  letterOn: Day | null
  acceptedOn: Day | null
  refusedOn: Day | null
  sentAcceptanceOn: Day | null
  sentAllOn: Day | null
  preBilanOn: Day | null
  plans: Day[]
  month4On: Day | null
  finalInterviewOn: Day | null
  termLetterOn: Day | null
  workReviews: Day[]
  lastContactOn: Day | null
  readonly spans: SuspendingSpan[]
  readonly trainings: { readonly from: Day; readonly to: Day | null; readonly factIndex: number }[]
  readonly aspStops: AspStop[]
  readonly jobs: Job[]
  /** France Travail's own figures, notice by notice: what a later one gives replaces what an earlier one gave. */
  notices: { readonly notice: FactOf<'benefit_notified'>; readonly factIndex: number }[]
  readonly offers: Offer[]
  offersRefused: Day[]
  /** What was done so that the person could explain, since the breach that stands was put. */
  hearing: { invitedOn: Day | null; answerBy: Day | null; heardOn: Day | null }
  /** Grounds of a breach that stands, earliest first; emptied when it is dismissed. */
  breach: { readonly ground: BreachGround; readonly on: Day }[]
  /** When a breach was put, and dropped, for the stage on any day. */
  breachSpans: { readonly from: Day; to: Day | null }[]
  exclusion: { readonly on: Day; readonly ground: BreachGround; readonly factIndex: number } | null
  closing: { readonly on: Day; readonly motive: ExitMotive; readonly factIndex: number } | null
  annulledOn: Day | null
  reflection: ReflectionPeriod | null
  start: Day | null
}

export function newProgress(frame: Frame, governing: Governing | null, settings: Settings, today: Day): Progress {
  return {
    frame,
    governing,
    settings,
    today,
    handedOverOn: null,
    contestLimitStated: true,
    registeredOn: null,
    registrations: [],
    authorisation: null,
    motiveOn: null,
    informationOn: null,
    letterOn: null,
    acceptedOn: null,
    refusedOn: null,
    sentAcceptanceOn: null,
    sentAllOn: null,
    preBilanOn: null,
    plans: [],
    month4On: null,
    finalInterviewOn: null,
    termLetterOn: null,
    workReviews: [],
    lastContactOn: null,
    spans: [],
    trainings: [],
    aspStops: [],
    jobs: [],
    notices: [],
    offers: [],
    offersRefused: [],
    hearing: { invitedOn: null, answerBy: null, heardOn: null },
    breach: [],
    breachSpans: [],
    exclusion: null,
    closing: null,
    annulledOn: null,
    reflection: null,
    start: null,
  }
}

/** whether the dismissal needs an authorisation: said so, or an authorisation was notified. */
export function isProtected(progress: Progress): boolean {
  return progress.frame.protectedEmployee === true || progress.authorisation !== null
}

/** recomputes the reflection period and the start after a fact that moves them. */
export function recomputeStart(progress: Progress): void {
  const { governing, frame } = progress
  progress.reflection = null
  progress.start = null
  if (governing === null) return
  const countedFrom = frame.entryPath === 'employer' ? progress.handedOverOn : progress.registeredOn
  if (countedFrom === null) return
  const protectedEmployee = isProtected(progress)
  if (protectedEmployee && progress.authorisation === null) return
  const decisionOn = protectedEmployee ? (progress.authorisation?.on ?? null) : null
  progress.reflection = reflectionPeriod(countedFrom, governing.base.reflectionDays, progress.settings.rollPolicy, decisionOn)
  if (progress.acceptedOn === null || progress.authorisation?.granted === false) return
  progress.start = cspStart(progress.reflection.end, frame.entryPath, governing.base)
}

/** Last day of a span as it counts: an open one counts through today, none before it begins. */
export function countedEnd(span: { readonly from: Day; readonly to: Day | null }, today: Day): Day {
  return span.to ?? latest(addDays(span.from, -1), today)
}

/** The term and what it is made of. */
export interface Term {
  readonly start: Day
  readonly initial: Day
  readonly month6End: Day
  readonly ceiling: Day | null
  /** Days that each span adds, in the order in which they are added. */
  readonly additions: readonly TermAddition[]
  readonly term: Day
  readonly extensionDays: number
}

export interface TermAddition {
  readonly cause: 'work' | LeaveCause
  readonly span: SuspendingSpan
  /** Days of the span that the text takes into account. */
  readonly counted: number
  /** Days added, once caps are applied. */
  readonly added: number
  readonly termAfter: Day
  readonly capped: boolean
  /** Most months that the cause adds in all; `null`: its legal length. */
  readonly months: number | null
}

/**
 * ANI 2011 art. 10; Conv. 2015 art. 6; Av. 4, Av. 5 art. 3, Av. 9.
 * The term from all spans, recomputed whole: work after month 6 first, then the leaves by their first day.
 */
export function termOf(progress: Progress): Term | null {
  const { governing, start } = progress
  if (governing === null || start === null) return null
  const text = governing.base
  const initial = initialTerm(start, text)
  const afterMonth6 = addDays(month6End(start), 1)
  const ceilingDay = ceiling(start, text)
  const additions: TermAddition[] = []
  let term = initial
  if (text.workExtendsTerm && text.workExtensionMaxMonths !== null) {
    const capDay = cappedTerm(initial, text.workExtensionMaxMonths)
    const limit = ceilingDay === null ? capDay : earliest(capDay, ceilingDay)
    for (const span of progress.spans) {
      if (span.kind !== 'work_period') continue
      const counted = countedEnd(span, progress.today) - latest(span.from, afterMonth6) + 1
      if (counted <= 0) continue
      const termAfter = earliest(addDays(term, counted), limit)
      additions.push({ cause: 'work', span, counted, added: termAfter - term, termAfter, capped: termAfter - term < counted, months: text.workExtensionMaxMonths })
      term = termAfter
    }
  }
  /** Most days that a cause limited in months adds in all, and those it has added. */
  const limited: Record<string, { readonly most: number; added: number }> = {}
  for (const span of progress.spans) {
    if (span.kind !== 'suspension' || span.cause === null) continue
    const limit = extensionLimitOf(governing, span)
    if (limit === undefined) continue
    const counted = countedEnd(span, progress.today) - span.from + 1
    if (counted <= 0) continue
    let added = counted
    if (limit.kind === 'months') {
      const all = (limited[span.leave ?? span.cause] ??= { most: cappedTerm(term, limit.months) - term, added: 0 })
      added = Math.min(counted, all.most - all.added)
      all.added += added
    }
    term = addDays(term, added)
    additions.push({ cause: span.cause, span, counted, added, termAfter: term, capped: added < counted, months: limit.kind === 'months' ? limit.months : null })
  }
  return {
    start,
    initial,
    month6End: addDays(afterMonth6, -1),
    ceiling: ceilingDay,
    additions,
    term,
    extensionDays: term - initial,
  }
}

/** The job that stands on a day among those that ended the CSP; `null` when none does. */
export function endingJobOn(progress: Progress, day: Day): Job | null {
  const job = progress.jobs.findLast((candidate) => candidate.endsCsp && candidate.on <= day)
  if (job === undefined) return null
  return job.trialBrokenOn !== null && job.trialBrokenOn <= day ? null : job
}

/** The last job that ended the CSP and was not broken, whatever the day. */
export function endingJob(progress: Progress): Job | null {
  const job = progress.jobs.findLast((candidate) => candidate.endsCsp)
  return job === undefined || job.trialBrokenOn !== null ? null : job
}

/** A job kept beside the CSP that stands on a day: neither a work period nor one that ends it. */
export function sideJobOn(progress: Progress, day: Day): Job | null {
  return (
    progress.jobs.findLast(
      (job) =>
        !job.endsCsp &&
        !job.afterTerm &&
        job.on <= day &&
        (job.endedOn === null || job.endedOn > day) &&
        (job.trialBrokenOn === null || job.trialBrokenOn > day),
    ) ?? null
  )
}

/** The job that the six months of follow-up are counted from. */
export function followedJob(progress: Progress): Job | null {
  return endingJob(progress) ?? progress.jobs.findLast((job) => job.afterTerm && job.trialBrokenOn === null) ?? null
}

/** The day that an exclusion ended the CSP itself (from 2015; under the 2011 text it takes the allowance, X-16). */
export function excludedFrom(progress: Progress): Day | null {
  if (progress.exclusion === null || progress.governing === null) return null
  return progress.governing.base.breachTakes === 'contract' ? progress.exclusion.on : null
}

/** First day on which the CSP no longer runs; `null` before its start is known. */
export function firstDayAfterCsp(progress: Progress, term: Term | null): Day | null {
  if (term === null) return null
  let end = addDays(term.term, 1)
  const job = endingJob(progress)
  if (job !== null) end = earliest(end, job.on)
  const excluded = excludedFrom(progress)
  if (excluded !== null) end = earliest(end, excluded)
  if (progress.annulledOn !== null) end = earliest(end, progress.annulledOn)
  if (progress.closing !== null) end = earliest(end, progress.closing.on)
  return end
}

/** full years of seniority on the last day of reflection; `null` when not known. */
export function seniorityYears(progress: Progress): number | null {
  if (progress.frame.hiredOn === null || progress.reflection === null) return null
  return Math.max(0, fullYears(progress.frame.hiredOn, progress.reflection.end))
}

/** last day on which a job opens the bonus, or `null`. */
export function bonusWindowEnd(progress: Progress, term: Term | null): Day | null {
  if (term === null || progress.governing === null) return null
  return bonusLastJobStart(term.start, progress.governing.base, term.extensionDays)
}

/** R-501 (1) — whether seniority opens full ASP, on which the bonus depends; `null` when not known. */
export function hasFullSeniority(progress: Progress): boolean | null {
  const years = seniorityYears(progress)
  if (years === null || progress.governing === null) return null
  return years >= progress.governing.base.fullSeniorityYears
}

/** Whether a condition of the bonus known today fails for a job (R-501 conditions 1 to 4 and 7). */
export function bonusBar(progress: Progress, job: Job, term: Term | null = termOf(progress)): 'no_bonus' | 'seniority' | 'plan' | 'window' | 'wage_gap' | null {
  if (progress.governing === null || !progress.governing.base.bonus) return 'no_bonus'
  if (hasFullSeniority(progress) === false) return 'seniority'
  const plan = progress.plans[0]
  if (plan === undefined || plan > job.on) return 'plan'
  const window = bonusWindowEnd(progress, term)
  if (window !== null && job.on > window) return 'window'
  return job.wageGapClaimedOn === null ? null : 'wage_gap'
}

/** Facts that count as a contact with the person. */
export const CONTACT_KINDS: ReadonlySet<FactKind> = new Set<FactKind>([
  'contact_held',
  'pre_bilan_held',
  'plan_validated',
  'month4_review_held',
  'final_interview_held',
  'work_review_held',
])
