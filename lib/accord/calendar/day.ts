/**
 * A calendar day, held as the number of days since 1970-01-01.
 *
 * The law counts days, never instants: no time zone, no clock. The number is an inner form kept for
 * speed (a whole file is derived thousands of times a second); outside this folder a `Day` is opaque.
 * It is made by `parseDay`, `fromPlainDate` or the functions below, and leaves as ISO text or as a
 * `Temporal.PlainDate`. Days compare with `<`, `<=` and `===`.
 */
declare const dayBrand: unique symbol
export type Day = number & { readonly [dayBrand]: 'Day' }

export interface YearMonthDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const DAYS_PER_ERA = 146_097
const DAYS_FROM_YEAR_0_TO_1970 = 719_468

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Number of days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/*
 * Divisions are cut with `| 0`, which the machine does in whole numbers: every year met is after year 0, and a
 * file takes some hundred of them.
 */
function fromValidParts(year: number, month: number, dayOfMonth: number): Day {
  // Years are counted from 1 March, so that the leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year
  const era = (shifted / 400) | 0
  const yearOfEra = shifted - era * 400
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear
  return (era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_YEAR_0_TO_1970) as Day
}

/** The day of a year, month (1 to 12) and day of month; `null` where the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(dayOfMonth)) return null
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return null
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null
  return fromValidParts(year, month, dayOfMonth)
}

/** The day of any year, month and day of month that a computation reaches, beyond the years that are read; it must exist. */
export function reachedDay(year: number, month: number, dayOfMonth: number): Day {
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) throw new RangeError(`not a calendar day: ${year}-${month}-${dayOfMonth}`)
  return fromValidParts(year, month, dayOfMonth)
}

/** Reads `YYYY-MM-DD` (years 1900 to 2199); `null` for any other text or a day that does not exist. */
export function parseDay(text: string): Day | null {
  const match = ISO_DAY.exec(text)
  if (match === null) return null
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** Reads `YYYY-MM-DD` written in our own code or kept in our own tables; throws on anything else. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(`not a calendar day: ${text}`)
  return parsed
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(value: Day): YearMonthDay {
  const shifted = value + DAYS_FROM_YEAR_0_TO_1970
  const era = (shifted / DAYS_PER_ERA) | 0
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1,
  }
}

/** `YYYY-MM-DD`. */
export function isoOf(value: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(value)
  return `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(value: Day): number {
  return ((((value + 3) % 7) + 7) % 7) + 1
}

/** The day `count` days later (earlier where negative). */
export function addDays(value: Day, count: number): Day {
  return (value + count) as Day
}

/** Days from `from` to `to`: 1 when `to` is the day after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return to - from
}

/** Months added date to date, to the month's last day where the day does not exist. */
export function addMonths(value: Day, count: number): Day {
  const { year, month, day: dayOfMonth } = partsOf(value)
  const months = year * 12 + (month - 1) + count
  const targetYear = Math.floor(months / 12)
  const targetMonth = months - targetYear * 12 + 1
  return fromValidParts(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)))
}

/** Last day of a span of `months` months whose first day is `first`: date to date, then one day off. */
export function lastDayOfMonths(first: Day, months: number): Day {
  return addDays(addMonths(first, months), -1)
}

export function earliest(a: Day, b: Day): Day {
  return a < b ? a : b
}

export function latest(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** The same day as a `Temporal.PlainDate`, for the edges. */
export function toPlainDate(value: Day): Temporal.PlainDate {
  return Temporal.PlainDate.from(partsOf(value))
}

/** The same day as a `Day`. */
export function fromPlainDate(value: Temporal.PlainDate): Day {
  return fromValidParts(value.year, value.month, value.day)
}
