import { z } from 'zod'
import type { FactKind } from '../../accord/file/facts.ts'
import { planContent } from './plan.ts'
import { contactContent, followUpContent, preBilanContent, reviewContent, serviceContent, trainingContent } from './support.ts'
import { optionalText, shortText } from './text.ts'
import {
  breachContent,
  closingContent,
  decisionContent,
  exclusionContent,
  explanationsContent,
  invitationContent,
  jobContent,
  offerAnswerContent,
  offerContent,
  offerMadeContent,
} from './work-and-breach.ts'

/** A fact of which nothing more than a note is kept. */
export const noteContent = z.strictObject({ note: optionalText })

/** No medical word is kept of a suspension: its cause and its days are facts, the rest stays with the person. */
const suspensionContent = z.strictObject({ evidenceSeen: z.boolean().default(false) })

/**
 * The words and details kept beside a fact, by kind. They carry no legal effect: what does stands in
 * the fact's own terms (lib/accord/file/facts.ts).
 */
export const contentSchemas = {
  proposal_handed_over: z.strictObject({ receiptSigned: z.boolean().default(false), note: optionalText }),
  registered: noteContent,
  authorisation_notified: noteContent,
  motive_notified: noteContent,
  information_interview_held: noteContent,
  conservative_letter_sent: noteContent,
  sent_to_france_travail: noteContent,
  accepted: noteContent,
  refused: noteContent,
  pre_bilan_held: preBilanContent,
  plan_validated: planContent,
  month4_review_held: reviewContent,
  final_interview_held: reviewContent,
  contact_held: contactContent,
  service_given: serviceContent,
  training: trainingContent,
  work_period: jobContent,
  work_review_held: reviewContent,
  suspension: suspensionContent,
  asp_stopped: noteContent,
  asp_resumed: noteContent,
  job_started: jobContent,
  trial_period_broken: noteContent,
  job_ended: noteContent,
  bonus_claimed: noteContent,
  wage_gap_claimed: noteContent,
  bonus_paid: noteContent,
  wage_gap_paid: noteContent,
  benefit_notified: noteContent,
  action_refused: breachContent,
  action_missed: breachContent,
  offer_made: offerMadeContent,
  offer_accepted: offerAnswerContent,
  offer_unanswered: offerAnswerContent,
  offer_refused: offerContent,
  false_statement: breachContent,
  explanations_invited: invitationContent,
  explanations_heard: explanationsContent,
  breach_dismissed: decisionContent,
  exclusion_decided: exclusionContent,
  term_letter_relayed: noteContent,
  follow_up_held: followUpContent,
  annulled: z.strictObject({ document: shortText, note: optionalText }),
  file_closed: closingContent,
} as const satisfies Record<FactKind, z.ZodType>
