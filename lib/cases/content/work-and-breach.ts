import { z } from 'zod'
import { OFFER_GROUNDS } from '../../accord/file/facts.ts'
import { optionalText, requiredShortText, requiredText, shortText } from './text.ts'

/** How explanations were given. */
export const EXPLANATION_FORMS = ['oral', 'written'] as const
export const CLOSING_RESULTS = ['in_durable_job', 'in_job', 'business', 'training', 'jobseeker', 'retired', 'unknown', 'other'] as const

export const jobContent = z.strictObject({ employerName: shortText, job: shortText, note: optionalText })

/** an offer counts with its grounds, its proof and the answer given. */
export const offerContent = z.strictObject({
  job: shortText,
  employer: shortText,
  grounds: z.array(z.enum(OFFER_GROUNDS)).max(OFFER_GROUNDS.length, 'too_long').default([]),
  proof: optionalText,
  answer: optionalText,
})

/** what was offered, and what proves it. */
export const offerMadeContent = z.strictObject({ job: requiredShortText, employer: shortText, wage: shortText, place: shortText, proof: optionalText })

/** What the person answered, in their own words. */
export const offerAnswerContent = z.strictObject({ answer: optionalText })

/** How the person was invited to explain, and by what. */
export const invitationContent = z.strictObject({ note: optionalText })
export const explanationsContent = z.strictObject({ form: z.enum(EXPLANATION_FORMS).nullable().default(null), what: requiredText })

/** an exclusion is France Travail's decision; without the person heard nor invited, why is said. */
export const exclusionContent = z.strictObject({ decisionReference: shortText, body: shortText, withoutHearing: optionalText, note: optionalText })

/** the action that was refused or missed, or the statement, and its proof. */
export const breachContent = z.strictObject({ what: requiredText, proof: optionalText })

/** the decision is France Travail's. */
export const decisionContent = z.strictObject({ decisionReference: shortText, body: shortText, note: optionalText })

export const closingContent = z.strictObject({ result: z.enum(CLOSING_RESULTS).nullable().default(null), note: optionalText })
