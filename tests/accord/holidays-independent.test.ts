import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { addDays, day, earliestLetter, holidayOn, isoOf, toPlainDate, type Day, type HolidayName } from '@/lib/accord'
import { holidaysOf } from '@/lib/accord/calendar/holidays.ts'
import { reflectionPeriod } from '@/lib/accord/rules/dates.ts'

/** The legal holidays of France as another library gives them, and working days counted on its calendar and Temporal's. */
const others = new Holidays('FR')
const FIRST_YEAR = 2011
const LAST_YEAR = 2030
const theirs: ReadonlyMap<number, ReadonlySet<string>> = new Map(
  Array.from({ length: LAST_YEAR - FIRST_YEAR + 2 }, (_, index) => {
    const year = FIRST_YEAR + index
    return [year, new Set(others.getHolidays(year).filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10)))]
  }),
)
const isTheirs = (date: Temporal.PlainDate): boolean => theirs.get(date.year)?.has(date.toString()) ?? false

/** Day 21 moved where it is a holiday, to the next day from Monday to Friday that is none. */
function rolled(handedOver: Temporal.PlainDate): string {
  let end = handedOver.add({ weeks: 3 })
  if (!isTheirs(end)) return end.toString()
  do end = end.add({ days: 1 })
  while (end.dayOfWeek > 5 || isTheirs(end))
  return end.toString()
}

/** The day after so many whole working days, Sundays and holidays not counted; one that would end on a Saturday ends on the next day of work (CT R1231-1). */
function afterOuvrables(start: Temporal.PlainDate, count: number): string {
  let reached = start
  for (let left = count; left > 0; ) {
    reached = reached.add({ days: 1 })
    if (reached.dayOfWeek < 7 && !isTheirs(reached)) left -= 1
  }
  while (reached.dayOfWeek > 5 || isTheirs(reached)) reached = reached.add({ days: 1 })
  return reached.add({ days: 1 }).toString()
}

const days: readonly Day[] = Array.from({ length: day(`${LAST_YEAR}-12-31`) - day(`${FIRST_YEAR}-01-01`) + 1 }, (_, index) => addDays(day(`${FIRST_YEAR}-01-01`), index))

describe('R-010: holidays against another library, every day from 2011 to 2030', () => {
  it.each([...theirs.keys()].filter((year) => year <= LAST_YEAR))('%i: the eleven of CT L3133-1, each once, and no other', (year) => {
    const ours = [...holidaysOf(year)]
    expect(ours.map(([on]) => isoOf(on)).toSorted()).toEqual([...(theirs.get(year) ?? [])].toSorted())
    const names: readonly HolidayName[] = ['newYear', 'easterMonday', 'labourDay', 'victory1945', 'ascension', 'whitMonday', 'nationalDay', 'assumption', 'allSaints', 'armistice1918', 'christmas']
    expect(ours.map(([, name]) => name).toSorted()).toEqual([...names].toSorted())
  })

  it('says of each day what the other says', () => {
    expect(days.filter((on) => (holidayOn(on) !== null) !== isTheirs(toPlainDate(on))).map(isoOf)).toEqual([])
  })

  it('moves day 21 as one counting on the other calendar, for a hand-over on any day', () => {
    const wrong = days.filter((on) => isoOf(reflectionPeriod(on, 21, 'next_working_day_if_holiday', null).end) !== rolled(toPlainDate(on)))
    expect(wrong.map(isoOf)).toEqual([])
    const moved = days.filter((on) => reflectionPeriod(on, 21, 'next_working_day_if_holiday', null).end !== addDays(on, 21))
    // Eleven a year, and no day 21 moves where the operator rolls nothing.
    expect(moved.length).toBeGreaterThan(200)
    expect(days.every((on) => reflectionPeriod(on, 21, 'none', null).end === addDays(on, 21))).toBe(true)
  })

  it('R-114: the letter once seven jours ouvrables are over, fifteen for an executive, from any day', () => {
    const kept = days.filter((on) => on <= day(`${LAST_YEAR}-12-01`))
    const wrong = kept.filter((on) => [false, true].some((executive) => isoOf(earliestLetter(on, executive)) !== afterOuvrables(toPlainDate(on), executive ? 15 : 7)))
    expect(wrong.map(isoOf)).toEqual([])
  })
})
