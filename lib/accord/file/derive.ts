import { addDays, addMonths, earliest, type Day } from '../calendar/day.ts'
import { lengthInDays } from '../calendar/period.ts'
import {
  bonusLastJobStart,
  employerPaymentDue,
  finalInterviewFrom,
  planDue,
  preBilanDue,
} from '../rules/dates.ts'
import type { Texts } from '../texts/agreement.ts'
import { selectText, type Governing, type HoleBetween } from '../texts/governing.ts'
import { admissionOf } from './admission.ts'
import { alertsOf } from './alerts.ts'
import { explainAmounts } from './amount-explanations.ts'
import { amountsOf } from './amounts.ts'
import { apply } from './application.ts'
import type { BreachStanding, CaseFile, FileDates, FilePeriod, GoverningText, Milestones, Refusal, Totals } from './case-file.ts'
import { deadlinesOf, month4DueOf } from './deadlines.ts'
import { explain } from './explanations.ts'
import { dayOfFact, SUSPENSION_CAUSES, type ExitMotive, type Fact, type SuspensionCause } from './facts.ts'
import type { Frame } from './frame.ts'
import type { Ground } from './grounds.ts'
import {
  countedEnd,
  endingJob,
  endingJobOn,
  firstDayAfterCsp,
  followedJob,
  newProgress,
  seniorityYears,
  termOf,
  type Progress,
  type Settings,
  type Term,
} from './progress.ts'
import { explainEstimates } from './estimate-explanations.ts'
import { estimatesOf } from './estimates.ts'
import { stageOn } from './stage.ts'
import { workingOf, type Working } from './working.ts'

/** A file as it is kept: its frame, and its facts in the order in which they were recorded. */
export interface FileRecord {
  readonly frame: Frame
  readonly facts: readonly Fact[]
}

/** The facts taken in the order of their days, then in the order given, with those not admitted set aside. */
export interface Folded {
  readonly progress: Progress
  readonly hole: HoleBetween | null
  readonly chosen: boolean
  readonly refusals: readonly Refusal[]
  /** Days of the facts admitted. */
  readonly days: readonly Day[]
}

/** Judges each fact where the file stands on its day, and takes in those admitted. */
export function fold(record: FileRecord, texts: Texts, settings: Settings, today: Day): Folded {
  const { frame, facts } = record
  const selection = selectText(texts, frame.engagedOn, frame.entryPath, frame.chosenRegime)
  const governing = selection.kind === 'governed' ? selection.governing : null
  const progress = newProgress(frame, governing, settings, today)
  const order = facts.map((fact, index) => ({ fact, index, day: dayOfFact(fact) })).sort((a, b) => a.day - b.day || a.index - b.index)
  const refusals: Refusal[] = []
  const days: Day[] = []
  for (const { fact, index, day } of order) {
    const check = admissionOf[fact.kind] as (progress: Progress, fact: Fact) => Ground | null
    const ground = check(progress, fact)
    if (ground === null) {
      apply(progress, fact, index)
      days.push(day)
    } else refusals.push({ factIndex: index, ...ground })
  }
  return {
    progress,
    hole: selection.kind === 'hole' ? selection.around : null,
    chosen: selection.kind === 'governed' && selection.chosen,
    refusals,
    days,
  }
}

/**
 * The file that a record of facts amounts to on a day: stage, dates, deadlines, periods, totals, what is
 * refused, what to know, and the explanation of every date. Pure; never throws on a parsed record.
 * Facts dated after `today` are planned: they show in dates and deadlines, not in the stage or totals.
 */
export function derive(record: FileRecord, texts: Texts, settings: Settings, today: Day): CaseFile {
  const folded = fold(record, texts, settings, today)
  const { progress } = folded
  const term = termOf(progress)
  const working = workingOf(progress, term)
  const dates = datesOf(working)
  const amounts = amountsOf(working)
  const estimates = estimatesOf(working)
  return {
    regime: governingText(progress, term),
    stage: stageOn(progress, term, today),
    dates,
    deadlines: deadlinesOf(progress, term, dates),
    periods: periodsOf(progress, term),
    totals: totalsOf(working),
    amounts,
    estimates,
    ledger: working.account.ledger,
    refusals: folded.refusals,
    alerts: alertsOf(working, estimates, dates, folded.hole, folded.chosen),
    explanations: explain(working, dates),
    amountExplanations: explainAmounts(working, amounts),
    estimateExplanations: explainEstimates(working, estimates),
    nextChangeOn: nextChange(record, folded, term, dates),
    exitMotive: exitMotive(progress, term),
    milestones: milestonesOf(progress, term),
    offers: progress.offers,
    breach: breachOf(progress),
  }
}

/** the breach that stands today, and what was done by then for the person to explain. */
function breachOf({ breach, hearing, exclusion, today }: Progress): BreachStanding | null {
  const first = breach[0]
  if (first === undefined || first.on > today) return null
  return { putOn: first.on, ground: first.ground, ...hearing, excludedOn: exclusion?.on ?? null }
}

function governingText(progress: Progress, term: Term | null): GoverningText {
  const { governing, frame, today } = progress
  const lastDay = term === null ? today : term.term
  return {
    code: governing?.agreement.code ?? null,
    engagedOn: frame.engagedOn,
    overlays: governing === null ? [] : governing.overlays.filter((overlay) => overlay.from <= lastDay).map((overlay) => overlay.code),
    ...(governing === null ? {} : addedWordsOf(governing)),
  }
}

/** The articles, names and leaves of texts added by an administrator, where the file has any. */
function addedWordsOf(governing: Governing): Pick<GoverningText, 'articles' | 'titles' | 'leaves'> {
  const added = [governing.agreement, ...governing.overlays].flatMap(({ code, added }) => (added === undefined ? [] : [[code, added.title] as const]))
  const { leaves } = governing
  return {
    ...(Object.keys(governing.articles).length === 0 ? {} : { articles: governing.articles }),
    ...(added.length === 0 ? {} : { titles: Object.fromEntries(added) }),
    ...(leaves === null ? {} : { leaves }),
  }
}

const CONTEST_YEARS_IF_NOT_STATED = 2

/** every date of the file; `null` where the text has none or it is not yet known. */
function datesOf({ progress, term, account }: Working): FileDates {
  const { governing, frame, reflection } = progress
  const dates: { -readonly [K in keyof FileDates]: FileDates[K] } = {
    reflectionEnd: reflection?.end ?? null,
    contractEnd: null,
    cspStart: null,
    cspTerm: null,
    aspEnd: null,
    preBilanDue: null,
    planDue: null,
    month4ReviewDue: null,
    month6End: null,
    bonusLastJobStart: null,
    bonusClaimDue: null,
    bonusSecondPaymentOn: null,
    finalInterviewFrom: null,
    finalInterviewTo: null,
    termLetterDue: null,
    followUpEnd: null,
    employerPaymentDue: null,
    contestLimit: null,
    claimsLimit: null,
    rehirePriorityEnd: null,
  }
  if (governing === null || progress.acceptedOn === null) return dates
  const text = governing.base
  if (frame.entryPath !== 'experiment')
    dates.contestLimit = addMonths(progress.acceptedOn, progress.contestLimitStated ? text.contestMonths : CONTEST_YEARS_IF_NOT_STATED * 12)
  if (term === null) return dates
  if (frame.entryPath === 'employer' && reflection !== null) {
    dates.contractEnd = reflection.end
    dates.rehirePriorityEnd = addMonths(reflection.end, 12)
  }
  dates.cspStart = term.start
  dates.cspTerm = term.term
  dates.aspEnd = account.aspEnd
  dates.preBilanDue = preBilanDue(term.start, text)
  dates.planDue = progress.preBilanOn === null ? null : planDue(progress.preBilanOn, text)
  dates.month4ReviewDue = text.month4Review ? month4DueOf(progress, term) : null
  dates.month6End = term.month6End
  dates.bonusLastJobStart = bonusLastJobStart(term.start, text, term.extensionDays)
  if (text.finalInterviewLastMonths !== null) {
    dates.finalInterviewFrom = finalInterviewFrom(term.term, text.finalInterviewLastMonths)
    dates.finalInterviewTo = term.term
  }
  if (text.termLetterDaysBefore !== null) dates.termLetterDue = addDays(term.term, -text.termLetterDaysBefore)
  if (frame.entryPath !== 'experiment') dates.employerPaymentDue = employerPaymentDue(term.start)
  const job = followedJob(progress)
  if (job !== null) {
    dates.followUpEnd = addMonths(job.on, text.followUpMonths)
    if (job === endingJob(progress)) {
      dates.bonusClaimDue = text.bonusClaimDays === null ? null : addDays(job.on, text.bonusClaimDays)
      dates.bonusSecondPaymentOn = text.bonusSecondAfterMonths === null ? null : addMonths(job.on, text.bonusSecondAfterMonths)
    }
  }
  if (text.claimsYears !== null) dates.claimsLimit = addMonths(endingJob(progress)?.on ?? term.start, text.claimsYears * 12)
  return dates
}

/** sums of what has begun by today; a planned fact adds nothing yet. */
function totalsOf({ progress, term, account }: Working): Totals {
  const { today } = progress
  const extensionDays = { work: 0 } as Record<'work' | SuspensionCause, number>
  for (const cause of SUSPENSION_CAUSES) extensionDays[cause] = 0
  let addedLeaveDays = 0
  for (const { cause, span, added } of term?.additions ?? []) {
    if (span.from > today) continue
    if (cause === 'added_leave') addedLeaveDays += added
    else extensionDays[cause] += added
  }
  let workPeriodDays = 0
  for (const span of progress.spans)
    if (span.kind === 'work_period' && span.from <= today) workPeriodDays += lengthInDays(span.from, countedEnd(span, today))
  const totals = { workPeriodDays, extensionDays, aspDaysPaid: account.daysPaid }
  return (progress.governing?.leaves ?? null) === null ? totals : { ...totals, addedLeaveDays }
}

/** The spans of the parcours, for the band and for the database's own check against overlaps. */
function periodsOf(progress: Progress, term: Term | null): readonly FilePeriod[] {
  const periods: FilePeriod[] = []
  if (term !== null) {
    const after = firstDayAfterCsp(progress, term)
    const end = after === null ? term.term : addDays(after, -1)
    if (end >= term.start) periods.push({ kind: 'csp', cause: null, from: term.start, to: end, factIndex: null })
    if (term.term > term.initial) periods.push({ kind: 'extension', cause: null, from: addDays(term.initial, 1), to: term.term, factIndex: null })
  }
  for (const span of progress.spans)
    if (span.to === null || span.to >= span.from)
      periods.push({ kind: span.kind, cause: span.cause, from: span.from, to: span.to, factIndex: span.factIndex, ...(span.leave === null ? {} : { leave: span.leave }) })
  for (const training of progress.trainings)
    periods.push({ kind: 'training', cause: null, from: training.from, to: training.to, factIndex: training.factIndex })
  for (const job of progress.jobs) {
    const left = job.trialBrokenOn ?? job.endedOn
    const to = left === null ? null : addDays(left, -1)
    if (to === null || to >= job.on) periods.push({ kind: 'job', cause: null, from: job.on, to, factIndex: job.factIndex })
  }
  for (const stop of progress.aspStops) {
    const to = stop.resumedOn === null ? null : addDays(stop.resumedOn, -1)
    if (to === null || to >= stop.on) periods.push({ kind: 'asp_stopped', cause: stop.cause, from: stop.on, to, factIndex: stop.factIndex })
  }
  return periods
}

function nextChange(record: FileRecord, folded: Folded, term: Term | null, dates: FileDates): Day | null {
  const { progress } = folded
  const { today } = progress
  let next: Day | null = null
  const consider = (day: Day | null) => {
    if (day !== null && day > today) next = next === null ? day : earliest(next, day)
  }
  for (const day of folded.days) consider(day)
  // A text laid over running files is named, while no term says up to when, from its day on.
  if (term === null) for (const overlay of progress.governing?.overlays ?? []) consider(overlay.from)
  const after = (day: Day | null) => consider(day === null ? null : addDays(day, 1))
  after(dates.reflectionEnd)
  consider(dates.cspStart)
  after(dates.cspTerm)
  after(dates.bonusClaimDue)
  const followUpMonths = progress.governing?.base.followUpMonths
  // Each job, not only the one followed: a break to come lets the six months of the job that stands run out.
  if (followUpMonths !== undefined) for (const job of progress.jobs) after(addMonths(job.on, followUpMonths))
  for (const span of progress.spans) {
    after(span.to)
    // An open span counts through today: it changes the file every day. One that a planned fact closes is open
    // until then: whether that fact is admitted may hang on the days it has lasted.
    const fact = record.facts[span.factIndex]
    const open = span.to === null || (span.to >= today && fact !== undefined && 'to' in fact && fact.to === null)
    if (open && span.from <= addDays(today, 1)) after(today)
  }
  for (const job of progress.jobs) if (!job.endsCsp && job.months !== null) consider(addMonths(job.on, Math.floor(job.months)))
  return next
}

/** why the CSP ended or the file closed; `null` while neither has happened by today. */
function exitMotive(progress: Progress, term: Term | null): ExitMotive | null {
  const { today } = progress
  if (progress.closing !== null && progress.closing.on <= today) return progress.closing.motive
  if (progress.annulledOn !== null && progress.annulledOn <= today) return 'annulled'
  if (progress.exclusion !== null && progress.exclusion.on <= today && progress.governing?.base.breachTakes === 'contract') {
    const motives = {
      action_refused: 'refused_action',
      action_missed: 'no_show_action',
      offer_refused: 'two_refused_offers',
      false_statement: 'false_declaration',
    } as const
    return motives[progress.exclusion.ground]
  }
  const job = endingJobOn(progress, today)
  if (job !== null) return ({ cdi: 'job_cdi', cdd: 'job_cdd_6m', temp: 'job_temp_6m' } as const)[job.contract]
  if (term === null || today <= term.term) return null
  const sick = progress.spans.some((span) => span.cause === 'sickness' && span.from <= term.term && (span.to === null || span.to > term.term))
  return sick ? 'long_sickness' : 'term'
}

function milestonesOf(progress: Progress, term: Term | null): Milestones {
  const job = followedJob(progress)
  const after = firstDayAfterCsp(progress, term)
  return {
    handedOverOn: progress.frame.entryPath === 'employer' ? progress.handedOverOn : progress.registeredOn,
    acceptedOn: progress.acceptedOn,
    preBilanOn: progress.preBilanOn,
    planOn: progress.plans[0] ?? null,
    lastContactOn: progress.lastContactOn,
    jobStartedOn: job?.on ?? null,
    jobContract: job?.contract ?? null,
    endedOn: after !== null && after <= progress.today ? addDays(after, -1) : null,
    seniorityYears: seniorityYears(progress),
  }
}
