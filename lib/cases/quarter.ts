import { addDays, addMonths, dayOf, isoOf, partsOf, type Day } from '../accord/calendar/day.ts'
import type { Quarter } from './views/basins.ts'

/** A calendar quarter, as figures are cut. */
export interface QuarterDays {
  readonly code: string
  readonly from: Day
  readonly to: Day
}

function startingAt(year: number, quarter: number): QuarterDays {
  const from = dayOf(year, (quarter - 1) * 3 + 1, 1)
  if (from === null) throw new RangeError(`no quarter ${quarter} of ${year}`)
  return { code: `${year}-Q${quarter}`, from, to: addDays(addMonths(from, 3), -1) }
}

/** The quarter that a day is in. */
export function quarterOf(day: Day): QuarterDays {
  const { year, month } = partsOf(day)
  return startingAt(year, Math.ceil(month / 3))
}

/** Reads `2026-Q4`; `null` for any other text. */
export function parseQuarter(code: string): QuarterDays | null {
  const match = /^((?:19|20|21)\d{2})-Q([1-4])$/u.exec(code)
  return match === null ? null : startingAt(Number(match[1]), Number(match[2]))
}

/** The quarter of a day and the ones before it, newest first. */
export function quartersBack(today: Day, count: number): QuarterDays[] {
  const { from } = quarterOf(today)
  return Array.from({ length: count }, (_, index) => quarterOf(addMonths(from, -3 * index)))
}

/** The same with its days as text. */
export function quarterView(quarter: QuarterDays): Quarter {
  return { code: quarter.code, from: isoOf(quarter.from), to: isoOf(quarter.to) }
}
