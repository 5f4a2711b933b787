import { addDays, addMonths, type Day } from '../calendar/day.ts'
import { lengthInDays, overlap } from '../calendar/period.ts'
import type { RuleId } from '../rules/catalogue.ts'
import { earliestEnd, jobEndsCsp, reachesMinimum, spanAgainstThreshold } from '../rules/work.ts'
import { parametersOn } from '../texts/governing.ts'
import type { ExitMotive, FactKind, FactOf } from './facts.ts'
import { breachAdmission } from './breach-admission.ts'
import { ground, whileOpen, whileRunning, type Check, type Ground } from './grounds.ts'
import { knowsLeave } from './leaves.ts'
import {
  bonusBar,
  countedEnd,
  endingJobOn,
  followedJob,
  sideJobOn,
  termOf,
  type BreachGround,
  type Job,
  type Progress,
} from './progress.ts'
import { notRunning } from './running.ts'

function periodStartOf(progress: Progress): Day | null {
  return progress.frame.entryPath === 'employer' ? progress.handedOverOn : progress.registeredOn
}

/**
 * ANI 2011 art. 5; Conv. 2015 art. 5 §1 and 7.
 * An answer is given within the reflection period, once; silence to its last day is a refusal.
 */
function answerWithinPeriod(progress: Progress, on: Day, rule: RuleId): Ground | null {
  if (progress.annulledOn !== null && progress.annulledOn <= on) return ground(rule, 'fileAnnulled', { on: progress.annulledOn })
  if (progress.governing === null) return ground('R-001', 'noText')
  const from = periodStartOf(progress)
  if (from === null) return ground(rule, progress.frame.entryPath === 'employer' ? 'notProposed' : 'notRegistered')
  if (on < from) return ground(rule, 'answerBeforeProposal', { from })
  if (progress.refusedOn !== null) return ground('R-118', 'alreadyRefused', { on: progress.refusedOn })
  if (progress.acceptedOn !== null) return ground('R-119', 'alreadyAccepted', { on: progress.acceptedOn })
  if (progress.reflection !== null && on > progress.reflection.end)
    return ground('R-117', 'answerAfterPeriod', { end: progress.reflection.end })
  return null
}

/** R-400 — a span may share no day with a work period, a leave or a job kept beside the CSP. */
function overlapping(progress: Progress, from: Day, to: Day | null, rule: RuleId): Ground | null {
  const other = progress.spans.find((span) => (span.to === null || span.to >= span.from) && overlap(span, { from, to }))
  if (other !== undefined)
    return ground(rule, other.kind === 'work_period' ? 'overlapsWork' : 'overlapsLeave', { from: other.from, to: other.to })
  const job = sideJobOn(progress, from)
  return job === null ? null : ground(rule, 'overlapsJob', { on: job.on })
}

/** ANI 2011 art. 16, av. 1; Conv. 2015 art. 12; CT L1233-68 3°. */
const workPeriod: Check<'work_period'> = (progress, fact) => {
  const outside = whileRunning('R-400', progress, fact.from)
  if (outside !== null) return outside
  if (progress.governing === null) return ground('R-001', 'noText')
  if (fact.employer === 'individual') return ground('R-401', 'privateIndividual')
  const overlapped = overlapping(progress, fact.from, fact.to, 'R-400')
  if (overlapped !== null) return overlapped
  const { work: rules } = parametersOn(progress.governing, fact.from)
  if (!reachesMinimum(fact.from, fact.to, rules)) {
    const days = fact.to === null ? 0 : lengthInDays(fact.from, fact.to)
    return ground('R-400', rules.minimumMonths === null ? 'tooShortDays' : 'tooShortMonths', {
      days,
      minimum: rules.minimumMonths ?? rules.minimumDays ?? 0,
      earliestEnd: earliestEnd(fact.from, rules),
      workText: rules.name,
    })
  }
  if (fact.to !== null) {
    const standing = spanAgainstThreshold(fact.from, fact.to, rules.endsAt)
    const months = rules.endsAt.kind === 'any' ? 0 : rules.endsAt.months
    if (standing === 'exactly') return ground('R-411', 'endsCspExactly', { months })
    if (standing === 'over') return ground('R-410', rules.endsAt.kind === 'over' ? 'endsCspOver' : 'endsCspFrom', { months })
  }
  if (rules.priorValidation && (fact.validatedOn === null || fact.validatedOn > fact.from))
    return ground('R-400', fact.validatedOn === null ? 'notValidated' : 'validatedLate', { from: fact.from, workText: rules.name })
  const earlier = progress.spans.filter((span) => span.kind === 'work_period')
  if (rules.maxCount !== null && earlier.length >= rules.maxCount) return ground('R-400', 'tooMany', { count: rules.maxCount, workText: rules.name })
  const before = earlier.reduce((sum, span) => sum + lengthInDays(span.from, countedEnd(span, progress.today)), 0)
  // An open period is judged on its first day: passing the total later warns, and undoes nothing (alerts).
  const own = lengthInDays(fact.from, fact.to ?? fact.from)
  if (before + own > rules.totalMaxDays)
    return ground('R-402', 'totalExceeded', {
      months: rules.totalMaxMonths,
      maximum: rules.totalMaxDays,
      before,
      left: Math.max(0, rules.totalMaxDays - before),
      workText: rules.name,
    })
  return null
}

/** R-404 — a leave that an added text names exists only under that text. */
function unknownLeave({ governing }: Progress, fact: FactOf<'suspension'>): Ground | null {
  return governing === null || knowsLeave(governing, fact) ? null : ground('R-404', 'leaveUnknown', { leave: fact.leave ?? null })
}

/** Conv. 2015 art. 17; CT L1233-67. A leave that suspends the CSP lies within it. */
const suspension: Check<'suspension'> = (progress, fact) =>
  whileRunning('R-404', progress, fact.from) ?? unknownLeave(progress, fact) ?? overlapping(progress, fact.from, fact.to, 'R-404')

/** ANI 2011 art. 11; Conv. 2015 art. 12 §2. One job at a time, within the CSP or after its term. */
const jobStarted: Check<'job_started'> = (progress, fact) => {
  const reason = notRunning(progress, fact.on)
  if (reason !== null && reason.code !== 'afterTerm') return ground(reason.code === 'noText' ? 'R-001' : 'R-410', reason.code, reason.values)
  if (reason !== null) {
    const followed = followedJob(progress)
    return followed === null ? null : ground('R-410', 'inJob', { on: followed.on })
  }
  if (progress.governing === null) return null
  // T19: a job that ends the CSP closes what ran; one kept beside it may not cut a work period or a leave short.
  if (jobEndsCsp(fact.months, parametersOn(progress.governing, fact.on).jobThreshold)) return null
  return overlapping(progress, fact.on, fact.on, 'R-410')
}

/** ANI 2011 av. 1; Conv. 2015 art. 12 §2 al. 2. */
const trialBroken: Check<'trial_period_broken'> = (progress, fact) => {
  const closed = whileOpen('R-412', progress, fact.on)
  if (closed !== null) return closed
  const job = endingJobOn(progress, fact.on) ?? sideJobOn(progress, fact.on)
  if (job === null || progress.governing === null) return ground('R-412', 'noJob')
  if (job.endedOn !== null && job.endedOn <= fact.on) return ground('R-414', 'jobAlreadyEnded', { on: job.endedOn })
  if (!job.endsCsp) return null
  if (parametersOn(progress.governing, fact.on).trialReturn === 'none') return ground('R-412', 'noReturnUnderText')
  const term = termOf(progress)
  return term !== null && fact.on > term.term ? ground('R-412', 'afterTerm', { term: term.term }) : null
}

function jobToAct(progress: Progress, on: Day): Job | null {
  return endingJobOn(progress, on) ?? sideJobOn(progress, on) ?? progress.jobs.findLast((job) => job.afterTerm && job.on <= on) ?? null
}

/** Conv. 2015 art. 14. Each condition known on the day of the claim, and the 30 days. */
const bonusClaimed: Check<'bonus_claimed'> = (progress, fact) => {
  const closed = whileOpen('R-501', progress, fact.on)
  if (closed !== null) return closed
  if (progress.governing === null) return ground('R-001', 'noText')
  if (!progress.governing.base.bonus) return ground('R-500', 'noBonusUnderText')
  const job = endingJobOn(progress, fact.on)
  if (job === null) return ground('R-501', 'noJobForBonus')
  if (progress.jobs.some((other) => other !== job && other.bonusPayments.length > 0)) return ground('R-501', 'bonusOnce')
  if (job.bonusClaimedOn !== null) return ground('R-501', 'bonusAlreadyClaimed', { on: job.bonusClaimedOn })
  const bar = bonusBar(progress, job)
  if (bar === 'wage_gap') return ground('R-511', 'wageGapChosen')
  if (bar === 'seniority') return ground('R-501', 'bonusSeniority')
  if (bar === 'plan') return ground('R-501', 'bonusWithoutPlan', { on: job.on })
  if (bar === 'window') return ground('R-501', 'bonusAfterWindow', { on: job.on })
  const due = addDays(job.on, progress.governing.base.bonusClaimDays ?? 0)
  return fact.on > due ? ground('R-501', 'bonusClaimedLate', { due }) : null
}

/** ANI 2011 art. 17; Conv. 2015 art. 13. */
const wageGapClaimed: Check<'wage_gap_claimed'> = (progress, fact) => {
  const closed = whileOpen('R-510', progress, fact.on)
  if (closed !== null) return closed
  const job = endingJobOn(progress, fact.on) ?? sideJobOn(progress, fact.on)
  if (job === null) return ground('R-510', 'noJobForWageGap')
  if (job.bonusClaimedOn !== null) return ground('R-511', 'bonusChosen')
  if (job.wageGapClaimedOn !== null) return ground('R-510', 'wageGapAlreadyClaimed', { on: job.wageGapClaimedOn })
  return job.sameWorkingTime === false ? ground('R-510', 'otherWorkingTime') : null
}

/** the motive of a closing agrees with what the file holds. */
function motiveAgainstFile(progress: Progress, on: Day, motive: ExitMotive): Ground | null {
  const job = followedJob(progress)
  const contract = { job_cdi: 'cdi', job_cdd_6m: 'cdd', job_temp_6m: 'temp' } as const
  if (motive === 'job_cdi' || motive === 'job_cdd_6m' || motive === 'job_temp_6m')
    return job !== null && job.on <= on && job.contract === contract[motive] ? null : ground('R-600', 'motiveWithoutJob', { motive })
  if (motive === 'term' || motive === 'long_sickness') {
    const term = termOf(progress)
    if (term === null) return ground('R-600', 'motiveWithoutTerm', {})
    const ended = endingJobOn(progress, on)
    if (ended !== null) return ground('R-600', 'motiveIsJob', { on: ended.on })
    return on > term.term ? null : ground('R-600', 'motiveBeforeTerm', { term: term.term })
  }
  if (motive === 'annulled') return progress.annulledOn === null ? ground('R-600', 'motiveWithoutAnnulment', {}) : null
  const grounds: Partial<Record<ExitMotive, BreachGround>> = {
    refused_action: 'action_refused',
    no_show_action: 'action_missed',
    two_refused_offers: 'offer_refused',
    false_declaration: 'false_statement',
  }
  const breach = grounds[motive]
  if (breach === undefined) return null
  if (progress.exclusion === null) return ground('R-600', 'motiveWithoutExclusion', {})
  return progress.exclusion.ground === breach ? null : ground('R-600', 'motiveOfOtherBreach', {})
}

/**
 * For each kind of fact, whether the rules admit it where the file stands on its day: `null`, or the first
 * ground of refusal. The file is given as it was made by the facts before it.
 */
export const admissionOf: { readonly [K in FactKind]: Check<K> } = {
  /** ANI 2011 art. 7; Conv. 2015 art. 4 §2. */
  proposal_handed_over: (progress, fact) => {
    const closed = whileOpen('R-112', progress, fact.on)
    if (closed !== null) return closed
    if (fact.on < progress.frame.engagedOn) return ground('R-112', 'beforeProcedure', { engagedOn: progress.frame.engagedOn })
    if (progress.frame.entryPath === 'employer' && progress.handedOverOn !== null)
      return ground('R-110', 'alreadyProposed', { on: progress.handedOverOn })
    return null
  },
  /** at France Travail, it starts the 21 days; elsewhere it follows the CSP. */
  registered: (progress, fact) => {
    if (progress.frame.entryPath === 'employer') {
      if (progress.annulledOn !== null && progress.annulledOn <= fact.on) return ground('R-603', 'fileAnnulled', { on: progress.annulledOn })
      return progress.start !== null && fact.on >= progress.start ? null : ground('R-130', 'registeredOnEmployerPath')
    }
    if (progress.registeredOn !== null) {
      return progress.start !== null && fact.on >= progress.start
        ? null
        : ground('R-130', 'alreadyRegistered', { on: progress.registeredOn })
    }
    const closed = whileOpen('R-130', progress, fact.on)
    if (closed !== null) return closed
    return fact.on < progress.frame.engagedOn ? ground('R-130', 'beforeProcedure', { engagedOn: progress.frame.engagedOn }) : null
  },
  /** ANI 2011 art. 5 al. 3; Conv. 2015 art. 4 §1 al. 3. */
  authorisation_notified: (progress, fact) => {
    const closed = whileOpen('R-011', progress, fact.on)
    if (closed !== null) return closed
    if (progress.frame.protectedEmployee === false) return ground('R-011', 'notProtected')
    if (progress.authorisation !== null) return ground('R-011', 'alreadyDecided', { on: progress.authorisation.on })
    return fact.on < progress.frame.engagedOn ? ground('R-011', 'beforeProcedure', { engagedOn: progress.frame.engagedOn }) : null
  },
  /** the date is recorded as it is: the operator cannot cure a late motive. */
  motive_notified: (progress, fact) => whileOpen('R-113', progress, fact.on),
  /** ANI 2011 art. 6; Conv. 2015 art. 4 §1. During the reflection period. */
  information_interview_held: (progress, fact) => {
    const closed = whileOpen('R-115', progress, fact.on)
    if (closed !== null) return closed
    const from = periodStartOf(progress)
    if (from === null || fact.on < from) return ground('R-115', progress.frame.entryPath === 'employer' ? 'notProposed' : 'notRegistered')
    if (progress.reflection !== null && fact.on > progress.reflection.end)
      return ground('R-115', 'interviewAfterPeriod', { end: progress.reflection.end })
    return null
  },
  /** ANI 2011 art. 7.4; Conv. 2015 art. 4 §2. */
  conservative_letter_sent: (progress, fact) => {
    const closed = whileOpen('R-114', progress, fact.on)
    if (closed !== null) return closed
    return progress.handedOverOn === null || fact.on < progress.handedOverOn ? ground('R-114', 'notProposed') : null
  },
  /** Conv. 2015 art. 5 §2. */
  sent_to_france_travail: (progress, fact) => {
    const closed = whileOpen('R-120', progress, fact.on)
    if (closed !== null) return closed
    return progress.acceptedOn === null || fact.on < progress.acceptedOn ? ground('R-120', 'notAccepted') : null
  },
  accepted: (progress, fact) => answerWithinPeriod(progress, fact.on, 'R-116'),
  refused: (progress, fact) => answerWithinPeriod(progress, fact.on, 'R-118'),
  /** ANI 2011 art. 13; Conv. 2015 art. 9 §1. */
  pre_bilan_held: (progress, fact) =>
    whileRunning('R-301', progress, fact.on) ??
    (progress.preBilanOn === null ? null : ground('R-301', 'alreadyHeld', { on: progress.preBilanOn })),
  /** ANI 2011 art. 13 al. 4; Conv. 2015 art. 9 §1; Av. 4. After the pré-bilan, signed by both where the text asks. */
  plan_validated: (progress, fact) => {
    const outside = whileRunning('R-302', progress, fact.on)
    if (outside !== null) return outside
    if (progress.preBilanOn === null) return ground('R-302', 'preBilanFirst')
    const unsigned = fact.signedByBeneficiary === false || fact.signedByAdviser === false
    return progress.governing?.base.twoSignatures === true && unsigned ? ground('R-302', 'twoSignatures') : null
  },
  /** Conv. 2015 art. 9 §2. */
  month4_review_held: (progress, fact) =>
    whileRunning('R-306', progress, fact.on) ??
    (progress.month4On === null ? null : ground('R-306', 'alreadyHeld', { on: progress.month4On })),
  /** Av. 4. A late one is still recorded, once the term has passed. */
  final_interview_held: (progress, fact) => {
    const reason = notRunning(progress, fact.on)
    return reason === null || reason.code === 'afterTerm' ? null : ground(reason.code === 'noText' ? 'R-001' : 'R-307', reason.code, reason.values)
  },
  /** support follows the acceptance; no text fixes its rhythm, so that no day of it is refused. */
  contact_held: (progress, fact) =>
    whileOpen('R-116', progress, fact.on) ??
    (progress.acceptedOn !== null && fact.on >= progress.acceptedOn ? null : ground('R-116', 'notAccepted')),
  /** what the plan gives follows the acceptance; nothing legal hangs on it. */
  service_given: (progress, fact) =>
    whileOpen('R-303', progress, fact.on) ??
    (progress.acceptedOn !== null && fact.on >= progress.acceptedOn ? null : ground('R-303', 'notAccepted')),
  /** ANI 2011 art. 15; Conv. 2015 art. 11. It starts within the CSP and may outlast it. */
  training: (progress, fact) => whileRunning('R-310', progress, fact.from),
  work_period: workPeriod,
  /** Conv. 2015 art. 12 §1. */
  work_review_held: (progress, fact) => {
    const reviewed = progress.spans.some((span) => span.kind === 'work_period' && span.to !== null && span.to <= fact.on)
    return whileOpen('R-400', progress, fact.on) ?? (reviewed ? null : ground('R-400', 'noWorkToReview'))
  },
  suspension,
  /** ANI 2011 art. 11; Conv. 2015 art. 17. */
  asp_stopped: (progress, fact) => {
    const outside = whileRunning('R-205', progress, fact.on)
    if (outside !== null) return outside
    const standing = progress.aspStops.find((stop) => stop.resumedOn === null)
    return standing === undefined ? null : ground('R-205', 'aspAlreadyStopped', { on: standing.on })
  },
  asp_resumed: (progress, fact) => {
    const outside = whileRunning('R-205', progress, fact.on)
    if (outside !== null) return outside
    return progress.aspStops.some((stop) => stop.resumedOn === null) ? null : ground('R-205', 'aspNotStopped')
  },
  job_started: jobStarted,
  trial_period_broken: trialBroken,
  /** Conv. 2015 art. 12 §2. */
  job_ended: (progress, fact) => {
    const closed = whileOpen('R-414', progress, fact.on)
    if (closed !== null) return closed
    const job = jobToAct(progress, fact.on)
    if (job === null) return ground('R-414', 'noJob')
    return job.endedOn === null ? null : ground('R-414', 'jobAlreadyEnded', { on: job.endedOn })
  },
  bonus_claimed: bonusClaimed,
  wage_gap_claimed: wageGapClaimed,
  /** Conv. 2015 art. 14. Two payments, for a job that opened the bonus. */
  bonus_paid: (progress, fact) => {
    if (progress.governing === null) return ground('R-001', 'noText')
    if (!progress.governing.base.bonus) return ground('R-500', 'noBonusUnderText')
    const job = progress.jobs.findLast((candidate) => candidate.endsCsp && candidate.on <= fact.on)
    if (job === undefined) return ground('R-502', 'noJobForBonus')
    if (job.wageGapClaimedOn !== null) return ground('R-511', 'wageGapChosen')
    return job.bonusPayments.length >= 2 ? ground('R-502', 'bonusPaidTwice') : null
  },
  /** ANI 2011 art. 17; Conv. 2015 art. 13. Monthly, for a job whose indemnity was claimed. */
  wage_gap_paid: (progress, fact) => {
    if (progress.governing === null) return ground('R-001', 'noText')
    const job = progress.jobs.findLast((candidate) => candidate.wageGapClaimedOn !== null && candidate.on <= fact.on)
    if (job === undefined) return ground('R-510', 'noWageGapClaimed')
    const most = progress.governing.base.wageGapMonths
    return job.wageGapPayments.length >= most ? ground('R-510', 'wageGapAllPaid', { count: most }) : null
  },
  /** France Travail computes and notifies; nothing is known before the CSP is accepted. */
  benefit_notified: (progress, fact) => {
    const closed = whileOpen('R-200', progress, fact.on)
    if (closed !== null) return closed
    return progress.acceptedOn === null ? ground('R-200', 'notAccepted') : null
  },
  ...breachAdmission,
  /** Av. 7 art. 8. */
  term_letter_relayed: (progress, fact) => whileRunning('R-308', progress, fact.on),
  /** ANI 2011 art. 14; Conv. 2015 art. 10. Within six months after a job was found. */
  follow_up_held: (progress, fact) => {
    const closed = whileOpen('R-309', progress, fact.on)
    if (closed !== null) return closed
    const job = endingJobOn(progress, fact.on) ?? progress.jobs.findLast((candidate) => candidate.afterTerm && candidate.on <= fact.on) ?? null
    if (job === null) return ground('R-309', 'noJobToFollow')
    const end = progress.governing === null ? null : addMonths(job.on, progress.governing.base.followUpMonths)
    return end !== null && fact.on > end ? ground('R-309', 'followUpOver', { end }) : null
  },
  /** Cass. soc. 15 Feb 2023. Once accepted, only with the employee's express agreement. */
  annulled: (progress, fact) => {
    if (progress.annulledOn !== null) return ground('R-119', 'fileAnnulled', { on: progress.annulledOn })
    return progress.acceptedOn !== null && progress.acceptedOn <= fact.on && fact.employeeAgreed === false
      ? ground('R-119', 'agreementNeeded', { on: progress.acceptedOn })
      : null
  },
  /** see `motiveAgainstFile`. */
  file_closed: (progress, fact) => {
    if (progress.closing !== null) return ground('R-600', 'fileClosed', { on: progress.closing.on })
    return motiveAgainstFile(progress, fact.on, fact.motive)
  },
}
