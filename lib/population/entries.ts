// When people enter a CSP: the country's months, from the end of 2011.
import { addDays, addMonths, daysInMonth, dayOf, day, partsOf, type Day } from '../accord/index.ts'
import type { Chance } from './chance.ts'

/**
 * Entries by quarter, in thousands. Unédic's follow-up notes give those marked in decision 298 (9,000 a month in 2015,
 * 6,000 in 2018 and 2019, 12,500 in the second quarter of 2020, under 12,000 at the start of 2022, 19,000 a year
 * later, 22,000 in the second quarter of 2024…); the others are drawn between them. The last year is repeated.
 */
const BY_QUARTER: readonly (readonly [number, readonly [number, number, number, number]])[] = [
  [2011, [0, 0, 8, 24]],
  [2012, [24, 23, 21, 24]],
  [2013, [26, 26, 25, 29]],
  [2014, [27, 27, 26, 29]],
  [2015, [28, 27.5, 26.5, 28]],
  [2016, [27, 25, 22, 24]],
  [2017, [22, 20.5, 18.5, 20.5]],
  [2018, [19, 18, 17, 18.5]],
  [2019, [18.5, 17.5, 17, 19.5]],
  [2020, [19.5, 12.5, 21, 27]],
  [2021, [18, 15, 13, 13]],
  [2022, [11.9, 12, 12.9, 16]],
  [2023, [19, 19.5, 19.5, 22]],
  [2024, [23, 22, 21.5, 22.5]],
  [2025, [22.5, 22, 21, 22.5]],
]

/** The months of a quarter are not alike: many entries after the holidays and at the turn of the year, few in August. Ours. */
const WITHIN_QUARTER: readonly (readonly [number, number, number])[] = [
  [1.12, 0.96, 0.92],
  [1.03, 0.98, 0.99],
  [1.1, 0.84, 1.06],
  [1.05, 1, 0.95],
]

/** Texts govern procedures from 1 September 2011: before this day, an entry may come from an older one. */
export const FIRST_ENTRY = day('2011-11-23')

/** Entries of the country in a month, as published or drawn between what is. */
export function entriesOfMonth(year: number, month: number): number {
  const known = BY_QUARTER.find(([known]) => known === year) ?? (year > 2025 ? BY_QUARTER.at(-1) : undefined)
  const quarter = Math.floor((month - 1) / 3)
  return (((known?.[1][quarter] ?? 0) * 1000) / 3) * (WITHIN_QUARTER[quarter]?.[(month - 1) % 3] ?? 1)
}

/** Entries of the country in the quarter that begins in this month. */
export function entriesOfQuarter(year: number, firstMonth: number): number {
  return [0, 1, 2].reduce((sum, later) => sum + entriesOfMonth(year, firstMonth + later), 0)
}

/** A month of entries, whole or in part. */
export interface EntryMonth {
  readonly from: Day
  readonly to: Day
  /** Entries of the country on those days. */
  readonly entries: number
}

/** The months from a day to another, both included, each with its entries. */
export function entryMonths(from: Day, to: Day): readonly EntryMonth[] {
  const months: EntryMonth[] = []
  const { year, month } = partsOf(from)
  for (let first = dayOf(year, month, 1); first !== null && first <= to; first = addMonths(first, 1)) {
    const parts = partsOf(first)
    const length = daysInMonth(parts.year, parts.month)
    const [opens, closes] = [first < from ? from : first, addDays(first, length - 1) > to ? to : addDays(first, length - 1)]
    months.push({ from: opens, to: closes, entries: (entriesOfMonth(parts.year, parts.month) * (closes - opens + 1)) / length })
  }
  return months
}

/** Draws the day on which someone enters, among months as full as the country's. */
export function drawEntry(chance: Chance, months: readonly EntryMonth[]): Day {
  const { from, to } = chance.weighed(months.map((month) => [month, month.entries] as const))
  return addDays(from, chance.whole(0, to - from))
}
