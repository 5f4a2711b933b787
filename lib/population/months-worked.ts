import type { Day } from '../accord/index.ts'
import { monthCode, type Measures } from '../indicators/measures.ts'

type Stay = Measures & { readonly enteredOn: Day; readonly endedOn: Day }

/** Months of a calendar from one to another, both included, as `202611`. */
function monthsBetween(from: number, to: number): number {
  return Math.floor(to / 100) * 12 + (to % 100) - (Math.floor(from / 100) * 12 + (from % 100)) + 1
}

/** Of all the months that people spent in a CSP, one day of them at least, the share in which they worked. */
export function monthsWorked(stays: readonly Stay[]): number {
  const spent = stays.reduce((sum, { enteredOn, endedOn }) => sum + monthsBetween(monthCode(enteredOn), monthCode(endedOn)), 0)
  return stays.reduce((sum, { workMonths }) => sum + workMonths.length, 0) / spent
}
