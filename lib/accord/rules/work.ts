import { addDays, addMonths, lastDayOfMonths, type Day } from '../calendar/day.ts'
import { lengthInDays } from '../calendar/period.ts'
import type { JobThreshold, WorkRules } from '../texts/agreement.ts'

/**
 * ANI 2011 art. 11, av. 1; Conv. 2015 art. 12 §2.
 * Whether a contract ends the CSP: an open-ended one always does; a bounded one from the length that the
 * text in force fixes. `months` is the length of the contract in months, `null` for an open-ended one.
 */
export function jobEndsCsp(months: number | null, threshold: JobThreshold): boolean {
  if (months === null || threshold.kind === 'any') return true
  return threshold.kind === 'over' ? months > threshold.months : months >= threshold.months
}

/** how a bounded contract, given by its days, stands to the length that ends the CSP. */
export function spanAgainstThreshold(from: Day, to: Day, threshold: JobThreshold): 'under' | 'exactly' | 'over' {
  if (threshold.kind === 'any') return 'under'
  const lastUnder = lastDayOfMonths(from, threshold.months)
  if (threshold.kind === 'from' && to === lastUnder) return 'exactly'
  return to > lastUnder ? 'over' : 'under'
}

/** whether a period reaches the minimum of the rules in force on its first day; `null` end: not yet known. */
export function reachesMinimum(from: Day, to: Day | null, rules: WorkRules): boolean {
  if (to === null) return true
  if (rules.minimumMonths !== null) return to >= lastDayOfMonths(from, rules.minimumMonths)
  return lengthInDays(from, to) >= (rules.minimumDays ?? 1)
}

/** the first day on which a period could end to reach the minimum. */
export function earliestEnd(from: Day, rules: WorkRules): Day {
  if (rules.minimumMonths !== null) return addDays(addMonths(from, rules.minimumMonths), -1)
  return addDays(from, (rules.minimumDays ?? 1) - 1)
}
