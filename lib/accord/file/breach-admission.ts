import type { Day } from '../calendar/day.ts'
import type { FactKind } from './facts.ts'
import { ground, whileOpen, whileRunning, type Check, type Ground } from './grounds.ts'
import type { Offer, Progress } from './progress.ts'

/** ANI 2011 art. 18; Conv. 2015 art. 20. */
const breachGround = (progress: Progress, fact: { readonly on: Day }): Ground | null => whileRunning('R-601', progress, fact.on)

function offerNumbered(progress: Progress, number: string, on: Day): Offer | undefined {
  return progress.offers.find((offer) => offer.number === number && offer.madeOn !== null && offer.madeOn <= on)
}

/** an answer is to an offer that was made, and given once. */
function offerToAnswer(progress: Progress, number: string, on: Day): Ground | null {
  const offer = offerNumbered(progress, number, on)
  if (offer === undefined) return ground('R-601', 'unknownOffer', { number })
  return offer.answer === null ? null : ground('R-601', 'offerAnswered', { number, on: offer.answer.on })
}

const offerAnswer = (progress: Progress, fact: { readonly on: Day; readonly offer: string }): Ground | null =>
  whileOpen('R-601', progress, fact.on) ?? offerToAnswer(progress, fact.offer, fact.on)

/** there is something to explain once a breach is put. */
const explanations = (progress: Progress, fact: { readonly on: Day }): Ground | null =>
  whileOpen('R-601', progress, fact.on) ?? (progress.breach.length > 0 ? null : ground('R-601', 'noBreach', { offers: progress.offersRefused.length }))

type BreachKind = Extract<
  FactKind,
  'action_refused' | 'action_missed' | 'offer_made' | 'offer_accepted' | 'offer_unanswered' | 'offer_refused' | 'explanations_invited' | 'explanations_heard' | 'false_statement' | 'breach_dismissed' | 'exclusion_decided'
>

/** Offers, breaches, what the person explains and what is decided: see `admissionOf`. */
export const breachAdmission: { readonly [K in BreachKind]: Check<K> } = {
  action_refused: breachGround,
  action_missed: breachGround,
  /** made while the CSP runs, under a number of its own. */
  offer_made: (progress, fact) => {
    const outside = breachGround(progress, fact)
    if (outside !== null) return outside
    const other = progress.offers.find((offer) => offer.number === fact.offer)
    return other === undefined ? null : ground('R-601', 'offerNumberTaken', { number: fact.offer, on: other.madeOn })
  },
  offer_accepted: offerAnswer,
  offer_unanswered: offerAnswer,
  offer_refused: (progress, fact) =>
    breachGround(progress, fact) ?? (fact.offer === undefined ? null : offerToAnswer(progress, fact.offer, fact.on)),
  explanations_invited: explanations,
  explanations_heard: explanations,
  false_statement: breachGround,
  /** the explanation is accepted, or an appeal upheld. */
  breach_dismissed: (progress, fact) => {
    const closed = whileOpen('R-601', progress, fact.on)
    if (closed !== null) return closed
    return progress.breach.length > 0 ? null : ground('R-601', 'noBreach', { offers: progress.offersRefused.length })
  },
  exclusion_decided: (progress, fact) => {
    const outside = whileRunning('R-601', progress, fact.on)
    if (outside !== null) return outside
    if (progress.exclusion !== null) return ground('R-601', 'alreadyExcluded', { on: progress.exclusion.on })
    return progress.breach.length > 0 ? null : ground('R-601', 'noBreach', { offers: progress.offersRefused.length })
  },
}
