import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day, dayOf, daysBetween, daysInMonth, fromPlainDate, holidayOn, isoOf, lastDayOfMonths, parseDay, partsOf, toPlainDate, weekdayOf, type Day } from '@/lib/accord'
import { addJoursOuvrables, holidaysOf, sameOrNextWorkingDay } from '@/lib/accord/calendar/holidays.ts'
import { contains, lengthInDays, overlap } from '@/lib/accord/calendar/period.ts'

const anyDay = fc.integer({ min: day('1900-01-01'), max: day('2199-12-31') }).map((number) => number as Day)

describe('calendar days, against Temporal', () => {
  it('a day, its text, its parts and its weekday are those of the plain date', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const plain = toPlainDate(value)
        expect(isoOf(value)).toBe(plain.toString())
        expect(parseDay(isoOf(value))).toBe(value)
        expect(fromPlainDate(plain)).toBe(value)
        expect(partsOf(value)).toEqual({ year: plain.year, month: plain.month, day: plain.day })
        expect(weekdayOf(value)).toBe(plain.dayOfWeek)
        expect(daysInMonth(plain.year, plain.month)).toBe(plain.daysInMonth)
      }),
      { numRuns: 500 },
    )
  })

  it('days and months are added as Temporal adds them, to the last day of the month where the day does not exist', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('1920-01-01'), max: day('2180-12-31') }), fc.integer({ min: -200, max: 200 }), (number, count) => {
        const value = number as Day
        expect(isoOf(addDays(value, count))).toBe(toPlainDate(value).add({ days: count }).toString())
        expect(isoOf(addMonths(value, count))).toBe(toPlainDate(value).add({ months: count }).toString())
        expect(daysBetween(value, addDays(value, count))).toBe(count)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['2025-06-31', '2025-02-29', '2100-02-29', '2025-00-10', '2025-13-01', '2025-1-01', '01/02/2025', '2025-01-01T00:00', ' 2025-01-01', '1899-12-31', '2200-01-01', ''])('refuses %o as a day', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  it('takes the leap days that exist', () => {
    expect(parseDay('2024-02-29')).not.toBeNull()
    expect(parseDay('2000-02-29')).not.toBeNull()
    expect(dayOf(2025, 2, 29)).toBeNull()
    expect(dayOf(2025.5, 2, 1)).toBeNull()
    expect(() => day('2025-02-30')).toThrow(RangeError)
  })

  it('months are added before the day is taken off: 31 August 2025 and six months give 27 February 2026', () => {
    expect(isoOf(lastDayOfMonths(day('2025-08-31'), 6))).toBe('2026-02-27')
    expect(isoOf(lastDayOfMonths(day('2024-02-29'), 12))).toBe('2025-02-27')
    expect(isoOf(lastDayOfMonths(day('2024-03-01'), 12))).toBe('2025-02-28')
  })
})

describe('the eleven holidays of CT L3133-1', () => {
  const others = new Holidays('FR')
  it.each(Array.from({ length: 20 }, (_, index) => 2011 + index))('%i: the same days as date-holidays', (year) => {
    const theirs = others
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10))
    const ours = [...holidaysOf(year).keys()].map(isoOf)
    expect([...new Set(ours)].sort()).toEqual([...new Set(theirs)].sort())
    expect(holidaysOf(year).size).toBeGreaterThanOrEqual(10)
  })

  it('names the day, and only the day', () => {
    expect(holidayOn(day('2026-05-14'))).toBe('ascension')
    expect(holidayOn(day('2026-05-13'))).toBeNull()
    expect(holidayOn(day('2026-05-15'))).toBeNull()
    // Good Friday and Boxing Day are holidays in Alsace and Moselle only, not in L3133-1.
    expect(holidayOn(day('2026-04-03'))).toBeNull()
    expect(holidayOn(day('2026-12-26'))).toBeNull()
  })

  it('the next working day passes holidays, Saturdays and Sundays', () => {
    expect(isoOf(sameOrNextWorkingDay(day('2026-01-01')))).toBe('2026-01-02')
    expect(isoOf(sameOrNextWorkingDay(day('2027-12-25')))).toBe('2027-12-27')
    // Friday 1 May 2026, then a week-end.
    expect(isoOf(sameOrNextWorkingDay(day('2026-05-01')))).toBe('2026-05-04')
    expect(isoOf(sameOrNextWorkingDay(day('2026-05-04')))).toBe('2026-05-04')
  })

  it('jours ouvrables pass Sundays and holidays, not Saturdays', () => {
    // From Monday 8 September 2025: 9 to 13, then Monday 15 and Tuesday 16.
    expect(isoOf(addJoursOuvrables(day('2025-09-08'), 5))).toBe('2025-09-13')
    expect(isoOf(addJoursOuvrables(day('2025-09-08'), 6))).toBe('2025-09-15')
    expect(isoOf(addJoursOuvrables(day('2025-12-23'), 2))).toBe('2025-12-26')
  })
})

describe('periods', () => {
  const from = day('2026-03-01')
  const to = day('2026-03-10')
  it('count both ends, and nothing where the end comes first', () => {
    expect(lengthInDays(from, to)).toBe(10)
    expect(lengthInDays(from, from)).toBe(1)
    expect(lengthInDays(to, from)).toBe(0)
  })
  it('overlap where they share a day, an open one having no end', () => {
    expect(overlap({ from, to }, { from: to, to: addDays(to, 5) })).toBe(true)
    expect(overlap({ from, to }, { from: addDays(to, 1), to: null })).toBe(false)
    expect(overlap({ from, to: null }, { from: addDays(to, 900), to: null })).toBe(true)
  })
  it('contain their ends', () => {
    expect([-1, 0, 9, 10].map((days) => contains({ from, to }, addDays(from, days)))).toEqual([false, true, true, false])
    expect(contains({ from, to: null }, addDays(from, 5_000))).toBe(true)
  })
})
