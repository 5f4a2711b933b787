import type { CaseFile } from '../file/case-file.ts'
import type { LedgerCause } from '../file/day-ledger.ts'

/** What the day ledger says of the end of the allowance, for a sentence read aloud. */
export interface AllowanceEnd {
  /** Days from the last day of the allowance to the term; 0 where it is the term. */
  readonly daysBeforeTerm: number
  /** Days without allowance up to its end, by cause, in the order in which they come. */
  readonly suspended: readonly (readonly [LedgerCause, number])[]
  /** Days that a bonus already paid takes off, and those beyond the length of ARE. */
  readonly bonusDays: number
  readonly beyondDuration: number
}

/** Reads the ledger of a file whose last day of allowance and term are known; `null` for the others. */
export function allowanceEnd(file: CaseFile): AllowanceEnd | null {
  const { ledger, dates } = file
  const { aspEnd, cspTerm } = dates
  if (ledger === null || aspEnd === null || cspTerm === null) return null
  const suspended = new Map<LedgerCause, number>()
  const deducted = { bonus: 0, duration: 0 }
  // No stop goes past that day unless it begins after it: a stopped day is never the last one paid, and the term ends the ledger.
  for (const span of ledger.spans) {
    if (span.state === 'suspended' && span.cause !== null && span.from <= aspEnd) suspended.set(span.cause, (suspended.get(span.cause) ?? 0) + span.days)
    if (span.cause === 'bonus' || span.cause === 'duration') deducted[span.cause] += span.days
  }
  return { daysBeforeTerm: cspTerm - aspEnd, suspended: [...suspended], bonusDays: deducted.bonus, beyondDuration: deducted.duration }
}
