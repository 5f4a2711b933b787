import { addDays, addMonths, day, partsOf, type Day } from '../calendar/day.ts'
import { euro, toCents, type Euro } from './money.ts'

/** Full months from one day to another, date to date. */
export function fullMonths(from: Day, to: Day): number {
  const a = partsOf(from)
  const b = partsOf(to)
  const months = (b.year - a.year) * 12 + (b.month - a.month)
  return addMonths(from, months) > to ? months - 1 : months
}

/** CT L1234-1 — legal notice in months, by seniority in full months. */
export function legalNoticeMonths(seniorityMonths: number): number {
  if (seniorityMonths < 6) return 0
  return seniorityMonths < 24 ? 1 : 2
}

/**
 * ANI 2011 art. 21; Conv. 2015 art. 21. The notice that would have been paid: to France Travail with
 * one year of seniority, up to `capMonths`, the rest to the employee; under one year, all to the employee.
 */
export function noticeShares(
  monthlyGross: Euro,
  noticeMonths: number,
  fullSeniority: boolean,
  capMonths: number,
): { readonly toFranceTravail: Euro; readonly toEmployee: Euro } {
  const contributed = monthlyGross.times(fullSeniority ? Math.min(noticeMonths, capMonths) : 0)
  return { toFranceTravail: toCents(contributed), toEmployee: toCents(monthlyGross.times(noticeMonths).minus(contributed)) }
}

/** CT L1233-66; ANI 2011 art. 5; Conv. 2015 art. 22. The text's months of gross wage, for not proposing. */
export function penalty(monthlyGross: Euro, months: number): Euro {
  return toCents(monthlyGross.times(months))
}

/** Hours of full-time work in a month, by which a monthly wage gives that of an hour (35 hours a week). */
const HOURS_OF_A_MONTH = euro('151.67')

/**
 * ANI 2011 art. 20. Value of the hours of training right not used, on the net wage before leaving: the
 * monthly net over the hours of a month, those of a part-time job being its share of full time.
 */
export function trainingHoursValue(hours: number, monthlyNet: Euro, workingTimeShare: number | null): Euro {
  return toCents(monthlyNet.times(hours).dividedBy(HOURS_OF_A_MONTH.times(workingTimeShare ?? 1)))
}

/** Decree 2017-1398: a quarter of a month a year instead of a fifth. Order 2017-1387: 8 months of seniority instead of 12. */
const QUARTER_FROM = day('2017-09-27')
const EIGHT_MONTHS_FROM = day('2017-09-24')
const MONTHS_OF_TEN_YEARS = 120

/** Legal severance with its working: seniority in full months, shares in months of wage. */
export interface Severance {
  readonly amount: Euro
  /** Full months on the contract's last day, and those that open the indemnity. */
  readonly months: number
  readonly opensAt: number
  readonly opens: boolean
  /** Full months once the notice is added. */
  readonly monthsWithNotice: number
  /** Whether a year up to ten gives a quarter of a month (since 27 September 2017) or a fifth. */
  readonly quarter: boolean
  readonly upToTen: Euro
  readonly beyondTen: Euro
}

/**
 * CT L1234-9, R1234-2; ANI 2011 art. 9; Conv. 2015 art. 5. Legal severance with the seniority of the
 * notice; nothing under the seniority that opens it. `endOn` is the contract's last day.
 */
export function severanceOf(monthlyGross: Euro, hiredOn: Day, endOn: Day, noticeMonths: number): Severance {
  const opensAt = endOn >= EIGHT_MONTHS_FROM ? 8 : 12
  const months = fullMonths(hiredOn, endOn)
  const quarter = endOn >= QUARTER_FROM
  const whole = Math.floor(noticeMonths)
  const withNotice = addDays(addMonths(endOn, whole), Math.round((noticeMonths - whole) * 30))
  const monthsWithNotice = fullMonths(hiredOn, withNotice)
  if (months < opensAt)
    return { amount: euro(0), months, opensAt, opens: false, monthsWithNotice, quarter, upToTen: euro(0), beyondTen: euro(0) }
  const first = Math.min(monthsWithNotice, MONTHS_OF_TEN_YEARS)
  const others = monthsWithNotice - first
  // A quarter of a month a year is a 48th for each month, a fifth is a 60th, a third is a 36th. One division,
  // last of all: a share cut before it is multiplied would lose half cents.
  const amount = toCents(quarter ? monthlyGross.times(3 * first + 4 * others).dividedBy(144) : monthlyGross.times(3 * first + 5 * others).dividedBy(180))
  const upToTen = toCents(monthlyGross.times(first).dividedBy(quarter ? 48 : 60))
  return { amount, months, opensAt, opens: true, monthsWithNotice, quarter, upToTen, beyondTen: amount.minus(upToTen) }
}

/** legal severance alone; see `severanceOf`. */
export function legalSeverance(monthlyGross: Euro, hiredOn: Day, endOn: Day, noticeMonths: number): Euro {
  return severanceOf(monthlyGross, hiredOn, endOn, noticeMonths).amount
}
