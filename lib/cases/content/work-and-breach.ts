import { z } from 'zod'
import { optionalText, requiredText, shortText } from './text.ts'

/** On what an offer is held reasonable. R-601. */
export const OFFER_GROUNDS = ['plan_job', 'area', 'wage'] as const
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

/** the action that was refused or missed, or the statement, and its proof. */
export const breachContent = z.strictObject({ what: requiredText, proof: optionalText })

/** the decision is France Travail's. */
export const decisionContent = z.strictObject({ decisionReference: shortText, body: shortText, note: optionalText })

export const closingContent = z.strictObject({ result: z.enum(CLOSING_RESULTS).nullable().default(null), note: optionalText })
