import { describe, expect, it } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import {
  capitalised, formatDay, formatDayInput, formatDayLong, formatDayPlain, formatDays, formatDayShort,
  formatMonth, formatPeriod, relativeDay,
} from '@/lib/wording/format/day.ts'

const NBSP = '\u00A0'
/** Writes the expected text with plain spaces, each standing for a no-break space. */
const unbroken = (text: string): string => text.replaceAll(' ', NBSP)

describe('dates in words', () => {
  it('writes the weekday, the day, the month and the year with no-break spaces', () => {
    expect(formatDay(day('2025-09-08'), 'fr')).toBe(unbroken('lun. 8 sept. 2025'))
    expect(formatDay(day('2025-09-08'), 'en')).toBe(unbroken('Mon 8 Sep 2025'))
    expect(formatDay(day('2026-11-22'), 'fr')).toBe(unbroken('dim. 22 nov. 2026'))
  })

  it('writes the first of the month 1ᵉʳ in French only', () => {
    expect(formatDay(day('2026-12-01'), 'fr')).toBe(unbroken('mar. 1ᵉʳ déc. 2026'))
    expect(formatDayLong(day('2026-05-01'), 'fr')).toBe(unbroken('vendredi 1ᵉʳ mai 2026'))
    expect(formatDay(day('2026-12-01'), 'en')).toBe(unbroken('Tue 1 Dec 2026'))
  })

  it.each([
    ['2026-01-15', 'janv.'], ['2026-02-15', 'févr.'], ['2026-03-15', 'mars'], ['2026-04-15', 'avr.'],
    ['2026-05-15', 'mai'], ['2026-06-15', 'juin'], ['2026-07-15', 'juil.'], ['2026-08-15', 'août'],
    ['2026-09-15', 'sept.'], ['2026-10-15', 'oct.'], ['2026-11-15', 'nov.'], ['2026-12-15', 'déc.'],
  ])('names the month of %s %s', (iso, month) => {
    expect(formatDayPlain(day(iso), 'fr')).toBe(unbroken(`15 ${month} 2026`))
  })

  it('leaves out what the reader knows', () => {
    expect(formatDayShort(day('2026-07-10'), 'fr')).toBe(unbroken('ven. 10 juil.'))
    expect(formatMonth(day('2026-08-01'), 'fr')).toBe(unbroken('août 2026'))
    expect(formatDayInput(day('2026-03-05'))).toBe('05/03/2026')
  })

  it('says a period with both ends, the year once where it is the same', () => {
    expect(formatPeriod(day('2026-03-02'), day('2026-05-29'), 'fr')).toBe(`${unbroken('du lun. 2 mars')} ${unbroken('au ven. 29 mai 2026')}`)
    expect(formatPeriod(day('2026-12-28'), day('2027-01-08'), 'fr')).toContain('2026')
    expect(formatPeriod(day('2026-12-28'), day('2027-01-08'), 'fr')).toContain('2027')
    expect(formatPeriod(day('2026-12-28'), null, 'fr')).toBe(`depuis ${unbroken('le lun. 28 déc. 2026')}`)
    expect(formatPeriod(day('2026-12-28'), day('2026-12-28'), 'fr')).toBe(unbroken('le lun. 28 déc. 2026'))
  })

  it('breaks a period only between its two dates', () => {
    expect(formatPeriod(day('2026-03-02'), day('2026-05-29'), 'fr').split(' ')).toHaveLength(2)
  })
})

describe('days seen from today', () => {
  const today = day('2026-11-22')
  it.each([
    ['2026-11-22', 'aujourd’hui', 'today'],
    ['2026-11-23', 'demain', 'tomorrow'],
    ['2026-11-24', 'dans 2 jours', 'in 2 days'],
    ['2027-01-26', 'dans 65 jours', 'in 65 days'],
    ['2026-11-21', 'en retard de 1 jour', 'overdue by 1 day'],
    ['2026-11-16', 'en retard de 6 jours', 'overdue by 6 days'],
  ])('says a deadline on %s: %s', (iso, french, english) => {
    expect(relativeDay(day(iso), today, 'fr').replaceAll(NBSP, ' ')).toBe(french)
    expect(relativeDay(day(iso), today, 'en').replaceAll(NBSP, ' ')).toBe(english)
  })

  it('keeps a number with its unit', () => {
    expect(relativeDay(day('2026-11-16'), today, 'fr')).toContain(`6${NBSP}jours`)
    expect(formatDays(1, 'fr')).toBe(`1${NBSP}jour`)
    expect(formatDays(0, 'fr')).toBe(`0${NBSP}jour`)
    expect(formatDays(0, 'en')).toBe(`0${NBSP}days`)
  })

  it('opens a line with a capital', () => {
    expect(capitalised('en retard')).toBe('En retard')
    expect(capitalised('')).toBe('')
  })
})
