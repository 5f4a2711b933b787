import { addDays, partsOf, reachedDay, weekdayOf, type Day } from './day.ts'

/** The eleven public holidays of CT L3133-1, in the order of the year. */
export type HolidayName =
  | 'newYear'
  | 'easterMonday'
  | 'labourDay'
  | 'victory1945'
  | 'ascension'
  | 'whitMonday'
  | 'nationalDay'
  | 'assumption'
  | 'allSaints'
  | 'armistice1918'
  | 'christmas'

const byYear = new Map<number, ReadonlyMap<Day, HolidayName>>()

/** Easter Sunday of a year of the Gregorian calendar (Meeus's computation). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1
  return reachedDay(year, month, dayOfMonth)
}

/** The eleven holidays of a year. CT L3133-1. */
export function holidaysOf(year: number): ReadonlyMap<Day, HolidayName> {
  const known = byYear.get(year)
  if (known !== undefined) return known
  const easter = easterSunday(year)
  const holidays = new Map<Day, HolidayName>([
    [reachedDay(year, 1, 1), 'newYear'],
    [addDays(easter, 1), 'easterMonday'],
    [reachedDay(year, 5, 1), 'labourDay'],
    [reachedDay(year, 5, 8), 'victory1945'],
    [addDays(easter, 39), 'ascension'],
    [addDays(easter, 50), 'whitMonday'],
    [reachedDay(year, 7, 14), 'nationalDay'],
    [reachedDay(year, 8, 15), 'assumption'],
    [reachedDay(year, 11, 1), 'allSaints'],
    [reachedDay(year, 11, 11), 'armistice1918'],
    [reachedDay(year, 12, 25), 'christmas'],
  ])
  byYear.set(year, holidays)
  return holidays
}

/** The holiday that falls on a day, or `null`. */
export function holidayOn(value: Day): HolidayName | null {
  return holidaysOf(partsOf(value).year).get(value) ?? null
}

/** The first day from `value` on that is from Monday to Friday and no holiday. CT R1231-1. */
export function sameOrNextWorkingDay(value: Day): Day {
  let candidate = value
  while (weekdayOf(candidate) > 5 || holidayOn(candidate) !== null) candidate = addDays(candidate, 1)
  return candidate
}

/** The `count`-th day after `start` that is neither a Sunday nor a holiday (*jour ouvrable*, CT L1233-15). */
export function addJoursOuvrables(start: Day, count: number): Day {
  let reached = start
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1)
    if (weekdayOf(reached) !== 7 && holidayOn(reached) === null) left -= 1
  }
  return reached
}
