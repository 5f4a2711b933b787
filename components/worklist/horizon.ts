/** The four weeks ahead, one cell a day: what falls on each. Pure: the days come from the query. */
import { addDays, isoOf, partsOf, weekdayOf, type Day } from '@/lib/accord/calendar/day.ts'

export const HORIZON_DAYS = 28
/** More marks than this in a cell are written as a figure. */
export const MARKS_PER_CELL = 3

export interface HorizonCell {
  readonly day: Day
  readonly iso: string
  readonly dayOfMonth: number
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekday: number
  readonly weekend: boolean
  /** The first cell and each first of a month carry the month's name. */
  readonly namesMonth: boolean
  readonly count: number
  readonly marks: number
}

/** The cells of the horizon from `today` on; `counts` gives the deadlines of a day by its ISO form. */
export function horizonCells(today: Day, counts: Readonly<Record<string, number>>): readonly HorizonCell[] {
  return Array.from({ length: HORIZON_DAYS }, (_, offset) => {
    const day = addDays(today, offset)
    const weekday = weekdayOf(day)
    const iso = isoOf(day)
    const count = counts[iso] ?? 0
    const { day: dayOfMonth } = partsOf(day)
    return {
      day, iso, dayOfMonth, weekday, weekend: weekday >= 6, namesMonth: offset === 0 || dayOfMonth === 1,
      count, marks: Math.min(count, MARKS_PER_CELL),
    }
  })
}

export interface HorizonTotals {
  readonly today: number
  readonly thisWeek: number
  readonly after: number
}

/** How many fall today, in the seven days that follow, and later within the horizon. */
export function horizonTotals(cells: readonly HorizonCell[]): HorizonTotals {
  const sum = (part: readonly HorizonCell[]) => part.reduce((total, cell) => total + cell.count, 0)
  return { today: sum(cells.slice(0, 1)), thisWeek: sum(cells.slice(1, 8)), after: sum(cells.slice(8)) }
}
