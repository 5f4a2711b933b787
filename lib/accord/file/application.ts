import { addDays, type Day } from '../calendar/day.ts'
import { jobEndsCsp } from '../rules/work.ts'
import { parametersOn } from '../texts/governing.ts'
import { CONTACT_KINDS, endingJobOn, recomputeStart, sideJobOn, termOf, type BreachGround, type Offer, type Progress } from './progress.ts'
import { OFFER_GROUNDS, type Fact } from './facts.ts'

/** from which a breach is put: one refusal of an action is enough, offers need two. */
function putBreach(progress: Progress, ground: BreachGround, on: Day): void {
  if (progress.breach.length === 0) progress.breachSpans.push({ from: on, to: null })
  progress.breach.push({ ground, on })
}

const newOffer = (number: string | null, factIndex: number): Offer => ({
  number, madeOn: null, answerBy: null, grounds: [], missing: [], factIndex, answer: null, counts: false, explained: false,
})

function answerOffer(progress: Progress, number: string, answer: NonNullable<Offer['answer']>): Offer | undefined {
  const offer = progress.offers.find((candidate) => candidate.number === number)
  if (offer !== undefined) offer.answer = answer
  return offer
}

/** an offer weighs with its three grounds; one whose refusal alone was recorded is taken as reasonable. */
function refuseOffer(progress: Progress, fact: Extract<Fact, { kind: 'offer_refused' }>, factIndex: number): void {
  const answer = { kind: 'refused', on: fact.on, factIndex } as const
  const named = fact.offer === undefined ? undefined : answerOffer(progress, fact.offer, answer)
  const offer = named ?? { ...newOffer(null, factIndex), answer }
  if (named === undefined) progress.offers.push(offer)
  if (offer.missing.length > 0) return
  offer.counts = true
  progress.offersRefused.push(fact.on)
  if (progress.offersRefused.length >= 2) putBreach(progress, fact.kind, fact.on)
}

function explainOffers(progress: Progress): void {
  progress.offersRefused = []
  for (const offer of progress.offers) {
    if (!offer.counts) continue
    offer.counts = false
    offer.explained = true
  }
}

function jobAt(progress: Progress, on: Day) {
  return endingJobOn(progress, on) ?? sideJobOn(progress, on) ?? progress.jobs.findLast((job) => job.afterTerm && job.on <= on) ?? null
}

/** Takes an admitted fact into the file. */
export function apply(progress: Progress, fact: Fact, factIndex: number): void {
  if (CONTACT_KINDS.has(fact.kind) && 'on' in fact) progress.lastContactOn = fact.on
  switch (fact.kind) {
    case 'proposal_handed_over':
      progress.handedOverOn ??= fact.on
      progress.contestLimitStated = fact.contestLimitStated ?? true
      return recomputeStart(progress)
    case 'registered':
      progress.registeredOn ??= fact.on
      progress.registrations.push(fact.on)
      return recomputeStart(progress)
    case 'authorisation_notified':
      progress.authorisation = { on: fact.on, granted: fact.granted }
      // without authorisation there is no termination, hence no CSP.
      if (!fact.granted) progress.annulledOn = fact.on
      return recomputeStart(progress)
    case 'motive_notified':
      progress.motiveOn ??= fact.on
      return
    case 'information_interview_held':
      progress.informationOn ??= fact.on
      return
    case 'conservative_letter_sent':
      progress.letterOn ??= fact.on
      return
    case 'sent_to_france_travail':
      if (fact.part === 'acceptance') progress.sentAcceptanceOn ??= fact.on
      else progress.sentAllOn ??= fact.on
      return
    case 'accepted':
      progress.acceptedOn = fact.on
      return recomputeStart(progress)
    case 'refused':
      progress.refusedOn = fact.on
      return
    case 'pre_bilan_held':
      progress.preBilanOn = fact.on
      return
    case 'plan_validated':
      progress.plans.push(fact.on)
      return
    case 'month4_review_held':
      progress.month4On = fact.on
      return
    case 'final_interview_held':
      progress.finalInterviewOn = fact.on
      return
    case 'contact_held':
    case 'service_given':
      return
    case 'term_letter_relayed':
      progress.termLetterOn ??= fact.on
      return
    case 'work_review_held':
      progress.workReviews.push(fact.on)
      return
    case 'training':
      progress.trainings.push({ from: fact.from, to: fact.to, factIndex })
      return
    case 'work_period':
      progress.spans.push({ kind: 'work_period', cause: null, leave: null, from: fact.from, to: fact.to, factIndex })
      return
    case 'suspension':
      progress.spans.push({ kind: 'suspension', cause: fact.cause, leave: fact.leave ?? null, from: fact.from, to: fact.to, factIndex })
      return
    case 'asp_stopped':
      progress.aspStops.push({ on: fact.on, cause: fact.cause, resumedOn: null, factIndex })
      return
    case 'asp_resumed': {
      const standing = progress.aspStops.findLast((stop) => stop.resumedOn === null)
      if (standing !== undefined) standing.resumedOn = fact.on
      return
    }
    case 'job_started':
      return startJob(progress, fact, factIndex)
    case 'trial_period_broken': {
      const job = jobAt(progress, fact.on)
      if (job !== null) job.trialBrokenOn = fact.on
      return
    }
    case 'job_ended': {
      const job = jobAt(progress, fact.on)
      if (job !== null) job.endedOn = fact.on
      return
    }
    case 'bonus_claimed': {
      const job = jobAt(progress, fact.on)
      if (job !== null) job.bonusClaimedOn = fact.on
      return
    }
    case 'wage_gap_claimed': {
      const job = jobAt(progress, fact.on)
      if (job !== null) job.wageGapClaimedOn = fact.on
      return
    }
    case 'bonus_paid':
      progress.jobs
        .findLast((candidate) => candidate.endsCsp && candidate.on <= fact.on)
        ?.bonusPayments.push({ on: fact.on, amount: fact.amount, factIndex })
      return
    case 'wage_gap_paid':
      progress.jobs
        .findLast((candidate) => candidate.wageGapClaimedOn !== null && candidate.on <= fact.on)
        ?.wageGapPayments.push({ on: fact.on, amount: fact.amount, factIndex })
      return
    case 'benefit_notified':
      progress.notices.push({ notice: fact, factIndex })
      return
    case 'action_refused':
    case 'action_missed':
      return putBreach(progress, fact.kind, fact.on)
    case 'false_statement':
      if (progress.governing?.base.falseStatementIsBreach === true) putBreach(progress, fact.kind, fact.on)
      return
    case 'offer_made':
      progress.offers.push({ ...newOffer(fact.offer, factIndex), madeOn: fact.on, answerBy: fact.answerBy, grounds: fact.grounds, missing: OFFER_GROUNDS.filter((ground) => !fact.grounds.includes(ground)) })
      return
    case 'offer_accepted':
      answerOffer(progress, fact.offer, { kind: 'accepted', on: fact.on, factIndex })
      return
    case 'offer_unanswered':
      answerOffer(progress, fact.offer, { kind: 'unanswered', on: fact.on, factIndex })
      return
    case 'offer_refused':
      return refuseOffer(progress, fact, factIndex)
    case 'explanations_invited':
      progress.hearing.invitedOn ??= fact.on
      progress.hearing.answerBy = fact.answerBy
      return
    case 'explanations_heard':
      progress.hearing.heardOn ??= fact.on
      return
    case 'breach_dismissed':
      // refusals that were explained no longer count towards two.
      if (progress.breach.some((breach) => breach.ground === 'offer_refused')) explainOffers(progress)
      progress.breach = []
      progress.hearing = { invitedOn: null, answerBy: null, heardOn: null }
      closeBreachSpan(progress, fact.on)
      return
    case 'exclusion_decided': {
      const first = progress.breach[0]
      if (first === undefined) return
      progress.exclusion = { on: fact.on, ground: first.ground, factIndex }
      closeBreachSpan(progress, fact.on)
      return
    }
    case 'follow_up_held':
      jobAt(progress, fact.on)?.followUps.push({ on: fact.on, situation: fact.situation })
      return
    case 'annulled':
      progress.annulledOn = fact.on
      return
    case 'file_closed':
      progress.closing = { on: fact.on, motive: fact.motive, factIndex }
      return
  }
}

function closeBreachSpan(progress: Progress, on: Day): void {
  const open = progress.breachSpans.at(-1)
  if (open !== undefined && open.to === null) open.to = addDays(on, -1)
}

/** R-410 — a job that ends the CSP closes what still ran: T19, a work period that turns into it included. */
function startJob(progress: Progress, fact: Extract<Fact, { kind: 'job_started' }>, factIndex: number): void {
  const { governing } = progress
  if (governing === null) return
  const eve = addDays(fact.on, -1)
  for (const span of progress.spans) if (span.to === null || span.to > eve) span.to = eve
  // Only then is the term known: an open leave counts through the eve of the job, not through today.
  const term = termOf(progress)
  const afterTerm = term !== null && fact.on > term.term
  const endsCsp = !afterTerm && jobEndsCsp(fact.months, parametersOn(governing, fact.on).jobThreshold)
  if (endsCsp || afterTerm) {
    const side = sideJobOn(progress, fact.on)
    if (side !== null) side.endedOn = fact.on
  }
  if (endsCsp) {
    const stop = progress.aspStops.findLast((candidate) => candidate.resumedOn === null)
    if (stop !== undefined) stop.resumedOn = fact.on
  }
  progress.jobs.push({
    on: fact.on,
    contract: fact.contract,
    months: fact.months,
    monthlyGross: fact.monthlyGross,
    sameWorkingTime: fact.sameWorkingTime,
    endsCsp,
    afterTerm,
    factIndex,
    trialBrokenOn: null,
    endedOn: null,
    bonusClaimedOn: null,
    wageGapClaimedOn: null,
    bonusPayments: [],
    wageGapPayments: [],
    followUps: [],
  })
}
