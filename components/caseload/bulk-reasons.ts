/** Reasons that have words of their own; another is said plainly. */
const REASONS = ['already', 'closed', 'no_taker', 'not_allowed', 'not_found', 'no_slot', 'already_planned', 'no_address', 'wrong_address', 'missing_values', 'too_many_today', 'failed', 'waiting'] as const
export type BulkReason = (typeof REASONS)[number]

/** The word for why nothing was done for a file. */
export const reasonOf = (outcome: string): BulkReason => REASONS.find((reason) => reason === outcome) ?? 'failed'
