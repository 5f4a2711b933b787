import { addDays, addMonths, type Day } from '../calendar/day.ts'
import { lengthInDays } from '../calendar/period.ts'
import { euro, least, parameter, toCents, type Euro } from './money.ts'

const DAYS_OF_A_MONTH = 30
const HALF = euro('0.5')

/** days from the job's first day to the term, both included, times the daily ASP. */
export function residualRights(jobOn: Day, lastDay: Day, aspDaily: Euro): Euro {
  return aspDaily.times(lengthInDays(jobOn, lastDay))
}

/** Conv. 2015 art. 14. The text's share of the residual rights, in two payments equal to the cent. */
export function bonusOf(residual: Euro, share: string): { readonly total: Euro; readonly first: Euro; readonly second: Euro } {
  const total = shareOfRights(residual, share)
  const first = toCents(total.times(HALF))
  return { total, first, second: total.minus(first) }
}

/** the text's share of the residual rights, to the cent: the bonus, and the cap of the indemnity. */
export function shareOfRights(residual: Euro, share: string): Euro {
  return toCents(residual.times(parameter(share)))
}

/**
 * ANI 2011 art. 17; Conv. 2015 art. 13. The monthly gap (negative where the new wage is higher), and
 * the cap on all of it: the text's share of the residual rights.
 */
export function wageGapOf(sjr: Euro, newMonthly: Euro, residual: Euro, share: string): { readonly monthly: Euro; readonly cap: Euro } {
  return { monthly: toCents(sjr.times(DAYS_OF_A_MONTH).minus(newMonthly)), cap: shareOfRights(residual, share) }
}

/** ANI 2011 art. 17. Whether the new wage is lower by the least share that the text asks (15 % in 2011). */
export function losesEnough(before: Euro, after: Euro, leastLoss: string): boolean {
  return after.lessThanOrEqualTo(before.times(euro(1).minus(leastLoss)))
}

/**
 * the indemnity month by month: the gap each month, no more months than given, until the cap, which
 * cuts the last. Nothing where there is no gap.
 */
export function wageGapMonths(monthly: Euro, cap: Euro, months: number): readonly { readonly amount: Euro; readonly cut: boolean }[] {
  if (!monthly.greaterThan(0) || !cap.greaterThan(0)) return []
  const full = Math.min(months, cap.dividedToIntegerBy(monthly).toNumber())
  const payments: { amount: Euro; cut: boolean }[] = Array.from({ length: full }, () => ({ amount: monthly, cut: false }))
  const rest = cap.minus(monthly.times(full))
  if (full < months && rest.greaterThan(0)) payments.push({ amount: rest, cut: true })
  return payments
}

/** the sum of `wageGapMonths`. */
export function wageGapSum(monthly: Euro, cap: Euro, months: number): Euro {
  return monthly.greaterThan(0) ? least(cap, monthly.times(months)) : euro(0)
}

/** the day from which the n-th month of a job is over, and may be paid. */
export function wageGapPaidFrom(jobOn: Day, number: number): Day {
  return addMonths(jobOn, number)
}

/**
 * full months for which the indemnity can run: the text's months, fewer where the job ends sooner.
 * `outOn` is the first day out of the job, `null` while it lasts; `contractMonths` its planned length.
 */
export function wageGapLength(jobOn: Day, contractMonths: number | null, outOn: Day | null, maximum: number): number {
  let months = contractMonths === null || outOn !== null ? maximum : Math.min(maximum, Math.floor(contractMonths))
  if (outOn !== null) while (months > 0 && wageGapPaidFrom(jobOn, months) > outOn) months -= 1
  return months
}

/** Conv. 2011 av. 2. First and last day of the seventh month of support. */
export function seventhMonth(start: Day): { readonly from: Day; readonly to: Day } {
  return { from: addMonths(start, 6), to: addDays(addMonths(start, 7), -1) }
}

export type IncentiveReason =
  | 'neither_open'
  | 'only_bonus'
  | 'only_wage_gap'
  | 'wage_unknown'
  /** The months of indemnity do not reach the cap, which the bonus gives whole. */
  | 'gap_under_cap'
  /** The indemnity reaches the cap: both give the same, over different times. */
  | 'same_cap'

/** What a job offers, for the choice of R-511. Euros gross. */
export interface IncentiveChoice {
  /** Whether each is open; `null`: not known, and taken as open. */
  readonly bonusOpen: boolean | null
  readonly wageGapOpen: boolean | null
  readonly residual: Euro
  /** The text's share of the residual rights: the bonus, and the cap of the indemnity. */
  readonly share: string
  readonly sjr: Euro | null
  readonly newMonthly: Euro | null
  /** Full months that the indemnity can run (`wageGapLength`). */
  readonly months: number
}

/** The two totals of R-511 (`null` where not open, or not known), and which gives more, with the reason. */
export interface IncentiveOutcome {
  readonly cap: Euro
  readonly bonusTotal: Euro | null
  readonly wageGapMonthly: Euro | null
  readonly wageGapTotal: Euro | null
  /** Payments that the indemnity makes. */
  readonly wageGapPayments: number | null
  readonly higher: 'bonus' | 'wage_gap' | 'equal' | null
  readonly reason: IncentiveReason
}

/**
 * Conv. 2015 art. 13 and 14. One or the other for a job. Both share the cap, so that the indemnity
 * never gives more than the bonus where both are open.
 */
export function compareIncentives(choice: IncentiveChoice): IncentiveOutcome {
  const { residual, share, sjr, newMonthly, months } = choice
  const known = sjr === null || newMonthly === null ? null : wageGapOf(sjr, newMonthly, residual, share)
  const cap = known?.cap ?? shareOfRights(residual, share)
  return outcomeOf({ bonusOpen: choice.bonusOpen, wageGapOpen: choice.wageGapOpen, cap, monthly: known?.monthly ?? null, months })
}

/** R-511 — `compareIncentives` where the cap and the monthly gap are already known. */
export function outcomeOf(choice: Pick<IncentiveChoice, 'bonusOpen' | 'wageGapOpen' | 'months'> & { readonly cap: Euro; readonly monthly: Euro | null }): IncentiveOutcome {
  const { cap, monthly } = choice
  const bonusTotal = choice.bonusOpen === false ? null : cap
  const outcome = { cap, bonusTotal, wageGapMonthly: null, wageGapTotal: null, wageGapPayments: null }
  if (choice.wageGapOpen === false)
    return { ...outcome, higher: bonusTotal === null ? null : 'bonus', reason: bonusTotal === null ? 'neither_open' : 'only_bonus' }
  if (monthly === null) return { ...outcome, higher: null, reason: 'wage_unknown' }
  const wageGapTotal = wageGapSum(monthly, cap, choice.months)
  const payments = wageGapMonths(monthly, cap, choice.months).length
  const known = { ...outcome, wageGapMonthly: monthly, wageGapTotal, wageGapPayments: payments }
  if (bonusTotal === null) return { ...known, higher: 'wage_gap', reason: 'only_wage_gap' }
  const reaches = wageGapTotal.equals(cap)
  return { ...known, higher: reaches ? 'equal' : 'bonus', reason: reaches ? 'same_cap' : 'gap_under_cap' }
}
