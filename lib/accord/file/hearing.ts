import type { Day } from '../calendar/day.ts'
import type { BreachStanding } from './case-file.ts'

/**
 * Whether the person could explain by a day: they were heard, or the time given to them to explain has passed. No text asks
 * for it before an exclusion; an operator that decides without it should be able to say why.
 */
export function couldExplain({ heardOn, answerBy }: Pick<BreachStanding, 'heardOn' | 'answerBy'>, on: Day): boolean {
  return (heardOn !== null && heardOn <= on) || (answerBy !== null && answerBy < on)
}
