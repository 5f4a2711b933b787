import { addDays, addMonths, day, partsOf, type Day } from '../calendar/day.ts'
import { euro, greatest, least, toCents, type Euro } from './money.ts'

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

const CONTRIBUTION_CAP_MONTHS = 3

/**
 * ANI 2011 art. 21; Conv. 2015 art. 21. The notice that would have been paid: to France Travail up to
 * three months with one year of seniority, the rest to the employee; under one year, all to the employee.
 */
export function noticeShares(
  monthlyGross: Euro,
  noticeMonths: number,
  fullSeniority: boolean,
): { readonly toFranceTravail: Euro; readonly toEmployee: Euro } {
  const months = euro(noticeMonths)
  const contributed = fullSeniority ? least(months, euro(CONTRIBUTION_CAP_MONTHS)) : euro(0)
  return { toFranceTravail: toCents(monthlyGross.times(contributed)), toEmployee: toCents(monthlyGross.times(months.minus(contributed))) }
}

/** CT L1233-66; ANI 2011 art. 5; Conv. 2015 art. 22. Two months of gross wage, three once the CSP is accepted. */
export function penalty(monthlyGross: Euro, accepted: boolean): Euro {
  return toCents(monthlyGross.times(accepted ? 3 : 2))
}

/** Decree 2017-1398: a quarter of a month a year instead of a fifth. Order 2017-1387: 8 months of seniority instead of 12. */
const QUARTER_FROM = day('2017-09-27')
const EIGHT_MONTHS_FROM = day('2017-09-24')

/**
 * CT L1234-9, R1234-2; ANI 2011 art. 9; Conv. 2015 art. 5. Legal severance with the seniority of the
 * notice; nothing under the seniority that opens it. `endOn` is the contract's last day.
 */
export function legalSeverance(monthlyGross: Euro, hiredOn: Day, endOn: Day, noticeMonths: number): Euro {
  const opens = endOn >= EIGHT_MONTHS_FROM ? 8 : 12
  if (fullMonths(hiredOn, endOn) < opens) return euro(0)
  const whole = Math.floor(noticeMonths)
  const withNotice = addDays(addMonths(endOn, whole), Math.round((noticeMonths - whole) * 30))
  const years = euro(fullMonths(hiredOn, withNotice)).dividedBy(12)
  const upToTen = least(years, euro(10))
  const beyondTen = greatest(years.minus(10), euro(0))
  const share = endOn >= QUARTER_FROM ? upToTen.dividedBy(4) : upToTen.dividedBy(5)
  return toCents(monthlyGross.times(share.plus(beyondTen.dividedBy(3))))
}
