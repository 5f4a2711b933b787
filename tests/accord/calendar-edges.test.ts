import { describe, expect, it } from 'vitest'
import { day, dayOf, earliest, isoOf, latest, parseDay, partsOf, reachedDay } from '@/lib/accord'
import { easterSunday, holidayOn, holidaysOf } from '@/lib/accord/calendar/holidays.ts'
import { contains, lengthInDays, overlap } from '@/lib/accord/calendar/period.ts'

describe('days at the edges of the calendar', () => {
  it.each([
    ['1900-02-28', 1900, 2, 28],
    ['1900-03-01', 1900, 3, 1],
    ['1970-01-01', 1970, 1, 1],
    ['2000-02-29', 2000, 2, 29],
    ['2000-03-01', 2000, 3, 1],
    ['2100-02-28', 2100, 2, 28],
    ['2100-03-01', 2100, 3, 1],
    ['2199-12-31', 2199, 12, 31],
  ])('%s has its year, its month and its day', (iso, year, month, dayOfMonth) => {
    expect(partsOf(day(iso))).toEqual({ year, month, day: dayOfMonth })
    expect(isoOf(day(iso))).toBe(iso)
    expect(dayOf(year, month, dayOfMonth)).toBe(day(iso))
  })
  it('the day after 28 February is the 29th in 2000, and 1 March in 1900 and 2100', () => {
    expect([day('2000-03-01') - day('2000-02-28'), day('1900-03-01') - day('1900-02-28'), day('2100-03-01') - day('2100-02-28')]).toEqual([2, 1, 1])
  })
  it.each(['2025-01-00', '2025-01-32', '2025-04-31', '2025-00-01', '1899-12-31', '2200-01-01', '12025-01-01', '2025-01-011'])('%s is no day', (text) => {
    expect(parseDay(text)).toBeNull()
    expect(() => day(text)).toThrow(`not a calendar day: ${text}`)
  })
  it.each([[2025, 1, 0], [2025, 2, 29], [2025, 4, 31]] as const)('no computation reaches day %i-%i-%i', (year, month, dayOfMonth) => {
    expect(() => reachedDay(year, month, dayOfMonth)).toThrow(`not a calendar day: ${year}-${month}-${dayOfMonth}`)
  })
  it('a computation may reach a year that is not read', () => {
    expect(isoOf(reachedDay(2203, 4, 30))).toBe('2203-04-30')
    expect(isoOf(reachedDay(2204, 2, 29))).toBe('2204-02-29')
  })
  it('the earliest and the latest of two days', () => {
    const [first, second] = [day('2025-09-29'), day('2025-09-30')]
    expect([earliest(first, second), earliest(second, first), latest(first, second), latest(second, first)]).toEqual([first, first, second, second])
  })
})

describe('spans of days, both ends included', () => {
  const span = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) })
  it.each([
    [span('2025-01-01', '2025-01-10'), span('2025-01-10', '2025-01-20'), true],
    [span('2025-01-01', '2025-01-10'), span('2025-01-11', '2025-01-20'), false],
    [span('2025-01-01', null), span('2025-01-20', '2025-01-21'), true],
    [span('2025-01-20', null), span('2025-01-01', '2025-01-19'), false],
    [span('2025-01-20', null), span('2025-01-01', '2025-01-20'), true],
    [span('2025-01-20', null), span('2025-03-01', null), true],
    [span('2025-01-01', '2025-12-31'), span('2025-03-01', '2025-03-01'), true],
  ])('two spans share a day or do not, in whichever order they are given', (a, b, shared) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([shared, shared])
  })
  it('a day is in a span from its first to its last, and on for ever where it is open', () => {
    const inside = (on: string, to: string | null) => contains(span('2025-01-10', to), day(on))
    expect([inside('2025-01-09', '2025-01-12'), inside('2025-01-10', '2025-01-12'), inside('2025-01-12', '2025-01-12'), inside('2025-01-13', '2025-01-12')]).toEqual([false, true, true, false])
    expect([inside('2025-01-09', null), inside('2025-01-10', null), inside('2199-01-01', null)]).toEqual([false, true, true])
  })
  it('the length counts both ends, and is nothing where the end comes first', () => {
    const length = (from: string, to: string) => lengthInDays(day(from), day(to))
    expect([length('2025-01-10', '2025-01-10'), length('2025-01-10', '2025-01-11'), length('2025-01-10', '2025-01-09'), length('2025-01-10', '2025-01-01')]).toEqual([1, 2, 0, 0])
  })
})

describe('holidays of CT L3133-1', () => {
  // Every case of the computation: early and late Easters, the two exceptions of the cycle (1954, 1981, 2049, 2076), three centuries.
  it.each(['1900-04-15', '1905-04-23', '1923-04-01', '1943-04-25', '1954-04-18', '1961-04-02', '1981-04-19', '2000-04-23', '2008-03-23', '2011-04-24', '2038-04-25', '2049-04-18', '2076-04-19', '2100-03-28', '2106-04-18', '2133-04-19', '2152-04-23', '2195-03-29', '2199-04-14'])('Easter falls on %s', (iso) => {
    expect(isoOf(easterSunday(Number(iso.slice(0, 4))))).toBe(iso)
  })
  it('each of the eleven bears its name', () => {
    const named = [...holidaysOf(2026)].map(([on, name]) => `${isoOf(on)} ${name}`)
    expect(named.toSorted()).toEqual([
      '2026-01-01 newYear', '2026-04-06 easterMonday', '2026-05-01 labourDay', '2026-05-08 victory1945', '2026-05-14 ascension', '2026-05-25 whitMonday',
      '2026-07-14 nationalDay', '2026-08-15 assumption', '2026-11-01 allSaints', '2026-11-11 armistice1918', '2026-12-25 christmas',
    ])
  })
  it('the same year gives the same days each time it is asked', () => {
    expect(holidaysOf(2027)).toBe(holidaysOf(2027))
    expect([holidayOn(day('2027-07-14')), holidayOn(day('2027-07-15'))]).toEqual(['nationalDay', null])
  })
})
