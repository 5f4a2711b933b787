import { addDays, dayOfFact, earliestLetter, latest, type Day } from '../accord/index.ts'
import type { Circumstances } from './circumstances.ts'
import { begun, tell, tellIfAdmitted, workingDay, workingDayBefore, type Story } from './story.ts'

/** What becomes of a proposal. */
export type Answer =
  | { readonly kind: 'accepted'; readonly after: number }
  | { readonly kind: 'refused'; readonly after: number }
  | { readonly kind: 'silence' }
  /** Nothing is handed over yet. */
  | { readonly kind: 'to_come' }

export interface ProposalPlan {
  readonly answer: Answer
  /** Days from the proposal to the inspector's decision, for a protected employee. */
  readonly decisionAfter: number
  /** The day of that decision, where it is told to fall on one. */
  readonly decidedOn: Day | null
  readonly granted: boolean
  /** Both give up before the start. */
  readonly annulledAfter: number | null
}

/** From the engagement of the procedure to the last day of reflection: who did what, when. */
export function tellProposal(story: Story, circumstances: Circumstances, plan: ProposalPlan): void {
  if (plan.answer.kind === 'to_come') return
  const { chance, frame } = story
  const proposedOn = addDays(frame.engagedOn, circumstances.proposedAfter)
  if (frame.entryPath === 'employer') tellHandOver(story, proposedOn, plan.answer)
  else tell(story, { kind: 'registered', on: proposedOn })
  if (frame.protectedEmployee === true) tell(story, { kind: 'authorisation_notified', on: plan.decidedOn ?? workingDay(addDays(proposedOn, plan.decisionAfter)), granted: plan.granted })

  const informedOn = workingDay(addDays(proposedOn, chance.whole(3, 12)))
  if (frame.entryPath !== 'experiment' && chance.happens(0.9)) tell(story, { kind: 'information_interview_held', on: informedOn })
  if (plan.answer.kind === 'refused') tellIfAdmitted(story, { kind: 'refused', on: addDays(proposedOn, plan.answer.after) })
  if (plan.answer.kind === 'accepted') tellAcceptance(story, addDays(proposedOn, plan.answer.after))
  if (plan.annulledAfter !== null) tellAnnulment(story, addDays(proposedOn, plan.annulledAfter), plan.answer.kind === 'accepted')
}

function tellHandOver(story: Story, on: Day, answer: Answer): void {
  const { chance, frame } = story
  tell(story, chance.happens(0.02) ? { kind: 'proposal_handed_over', on, contestLimitStated: false } : { kind: 'proposal_handed_over', on })
  const motive = chance.next()
  if (motive < 0.93) tell(story, { kind: 'motive_notified', on })
  else if (motive < 0.97) tell(story, { kind: 'motive_notified', on: addDays(on, chance.whole(2, 24)) })
  // needed only while nobody has answered; a protected employee is not dismissed before the decision.
  if (frame.procedureType !== 'interview' || frame.protectedEmployee === true || !chance.happens(0.9)) return
  const letterOn = workingDay(addDays(earliestLetter(frame.engagedOn, frame.executive === true), chance.whole(0, 2)))
  const answeredOn = addDays(on, answer.kind === 'accepted' || answer.kind === 'refused' ? answer.after : 21)
  if (letterOn < answeredOn) tell(story, { kind: 'conservative_letter_sent', on: letterOn })
}

function tellAcceptance(story: Story, on: Day): void {
  const { chance, frame } = story
  if (!tellIfAdmitted(story, { kind: 'accepted', on })) return
  const { contractEnd } = begun(story)
  // Two steps from 2015: the form at once, the rest by the end of the contract.
  if (frame.entryPath !== 'employer' || contractEnd === null) return
  const formOn = workingDay(addDays(on, chance.whole(1, 3)))
  tell(story, { kind: 'sent_to_france_travail', on: formOn, part: 'acceptance' })
  const restOn = chance.happens(0.8) ? workingDayBefore(contractEnd) : workingDay(addDays(contractEnd, chance.whole(1, 12)))
  if (chance.happens(0.95)) tell(story, { kind: 'sent_to_france_travail', on: latest(formOn, restOn), part: 'all' })
}

/** Both give up: what would have followed did not happen. */
function tellAnnulment(story: Story, on: Day, isAccepted: boolean): void {
  const kept = story.told.filter(({ fact }) => dayOfFact(fact) < on)
  story.told.splice(0, story.told.length, ...kept)
  tell(story, isAccepted ? { kind: 'annulled', on, employeeAgreed: true } : { kind: 'annulled', on })
}
