/**
 * Legal dates in words. No `Date`, no `Intl`: the same text on the server, in the browser and in a
 * document, whatever the machine's time zone or language pack. Inner spaces never break.
 */
import { daysBetween, partsOf, weekdayOf, type Day } from '../calendar/day.ts'
import type { Locale } from './locale.ts'
import { NBSP } from './spaces.ts'

type Names = readonly string[]

const weekdays: Record<Locale, { readonly short: Names; readonly long: Names }> = {
  fr: {
    short: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
    long: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  },
  en: {
    short: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    long: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  },
}

const months: Record<Locale, { readonly short: Names; readonly long: Names }> = {
  fr: {
    short: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    long: [
      'janvier', 'février', 'mars', 'avril', 'mai', 'juin',
      'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
    ],
  },
  en: {
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    long: [
      'January', 'February', 'March', 'April', 'May', 'June',
      'July', 'August', 'September', 'October', 'November', 'December',
    ],
  },
}

type Length = 'short' | 'long'

function dayOfMonth(value: Day, locale: Locale): string {
  const { day } = partsOf(value)
  return locale === 'fr' && day === 1 ? '1ᵉʳ' : String(day)
}

function weekdayName(value: Day, locale: Locale, length: Length): string {
  return weekdays[locale][length][weekdayOf(value) - 1] ?? ''
}

function monthName(value: Day, locale: Locale, length: Length): string {
  return months[locale][length][partsOf(value).month - 1] ?? ''
}

function words(...parts: readonly string[]): string {
  return parts.join(NBSP)
}

/** `lun. 8 sept. 2025`, `mar. 1ᵉʳ déc. 2026`; English `Mon 8 Sep 2025`. */
export function formatDay(value: Day, locale: Locale): string {
  return words(
    weekdayName(value, locale, 'short'), dayOfMonth(value, locale), monthName(value, locale, 'short'),
    String(partsOf(value).year),
  )
}

/** `lundi 8 septembre 2025`; English `Monday 8 September 2025`. */
export function formatDayLong(value: Day, locale: Locale): string {
  return words(
    weekdayName(value, locale, 'long'), dayOfMonth(value, locale), monthName(value, locale, 'long'),
    String(partsOf(value).year),
  )
}

/** `lun. 8 sept.`: where the year is plain from what stands around. */
export function formatDayShort(value: Day, locale: Locale): string {
  return words(weekdayName(value, locale, 'short'), dayOfMonth(value, locale), monthName(value, locale, 'short'))
}

/** `8 sept. 2025`: without the weekday, for a text in force or a table's column. */
export function formatDayPlain(value: Day, locale: Locale): string {
  return words(dayOfMonth(value, locale), monthName(value, locale, 'short'), String(partsOf(value).year))
}

/** `septembre 2025`; English `September 2025`. */
export function formatMonth(value: Day, locale: Locale): string {
  return words(monthName(value, locale, 'long'), String(partsOf(value).year))
}

/** `sept.`, `Sep`: the month alone, for an axis. */
export function formatMonthShort(value: Day, locale: Locale): string {
  return monthName(value, locale, 'short')
}

/** `08/09/2025`: what a date field holds. */
export function formatDayInput(value: Day): string {
  const { year, month, day } = partsOf(value)
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}

/**
 * A period, both ends included: `du lun. 2 mars au ven. 29 mai 2026`, the year once where it is the
 * same, `depuis le …` while it has no end.
 */
export function formatPeriod(from: Day, to: Day | null, locale: Locale): string {
  const french = locale === 'fr'
  if (to === null) return french ? `depuis le${NBSP}${formatDay(from, locale)}` : `since${NBSP}${formatDay(from, locale)}`
  if (from === to) return french ? `le${NBSP}${formatDay(from, locale)}` : `on${NBSP}${formatDay(from, locale)}`
  const first = partsOf(from).year === partsOf(to).year ? formatDayShort(from, locale) : formatDay(from, locale)
  return french
    ? `du${NBSP}${first} au${NBSP}${formatDay(to, locale)}`
    : `from${NBSP}${first} to${NBSP}${formatDay(to, locale)}`
}

/** `1 jour`, `14 jours`; English `1 day`, `14 days`. */
export function formatDays(count: number, locale: Locale): string {
  const plural = locale === 'fr' ? Math.abs(count) >= 2 : Math.abs(count) !== 1
  return `${count}${NBSP}${locale === 'fr' ? 'jour' : 'day'}${plural ? 's' : ''}`
}

/** A deadline seen from today: `aujourd’hui`, `demain`, `dans 3 jours`, `en retard de 6 jours`. */
export function relativeDay(value: Day, today: Day, locale: Locale): string {
  const distance = daysBetween(today, value)
  const french = locale === 'fr'
  if (distance === 0) return french ? 'aujourd’hui' : 'today'
  if (distance === 1) return french ? 'demain' : 'tomorrow'
  if (distance > 1) return `${french ? 'dans' : 'in'}${NBSP}${formatDays(distance, locale)}`
  return french
    ? `en retard de${NBSP}${formatDays(-distance, locale)}`
    : `overdue by${NBSP}${formatDays(-distance, locale)}`
}

/** The same words opening a line: `Dans 3 jours`. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('fr') + text.slice(1)
}
