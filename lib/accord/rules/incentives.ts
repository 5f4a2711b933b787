import { lengthInDays } from '../calendar/period.ts'
import type { Day } from '../calendar/day.ts'
import { euro, toCents, type Euro } from './money.ts'

/** Half of the residual rights: what the bonus gives, and the cap of the wage-gap indemnity. */
const HALF = euro('0.5')
const DAYS_OF_A_MONTH = 30

/** days from the job's first day to the term, both included, times the daily ASP. */
export function residualRights(jobOn: Day, lastDay: Day, aspDaily: Euro): Euro {
  return aspDaily.times(lengthInDays(jobOn, lastDay))
}

/** Conv. 2015 art. 14. Half of the residual rights, in two payments equal to the cent. */
export function bonusOf(residual: Euro): { readonly total: Euro; readonly first: Euro; readonly second: Euro } {
  const total = toCents(residual.times(HALF))
  const first = toCents(total.times(HALF))
  return { total, first, second: total.minus(first) }
}

/** ANI 2011 art. 17; Conv. 2015 art. 13. The monthly gap (negative where the new wage is higher) and the cap. */
export function wageGapOf(sjr: Euro, newMonthly: Euro, residual: Euro): { readonly monthly: Euro; readonly cap: Euro } {
  return { monthly: toCents(sjr.times(DAYS_OF_A_MONTH).minus(newMonthly)), cap: toCents(residual.times(HALF)) }
}

/** ANI 2011 art. 17. Under the text of 2011 the new wage is at least 15 % lower. */
export function losesFifteenPercent(before: Euro, after: Euro): boolean {
  return after.lessThanOrEqualTo(before.times('0.85'))
}
