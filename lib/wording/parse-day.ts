/** What people type in a date field, read in one place: the browser's echo and the server agree. */
import { dayOf, daysInMonth, type Day } from '../accord/calendar/day.ts'

export type TypedDay =
  | { readonly ok: true; readonly day: Day }
  | { readonly ok: false; readonly code: 'empty' | 'unreadable' | 'shortYear' | 'noSuchMonth' | 'yearOutOfRange' }
  /** 31/06/2026: `lastDay` is the last day that month has. */
  | {
      readonly ok: false
      readonly code: 'noSuchDay'
      readonly month: number
      readonly year: number
      readonly lastDay: number
    }

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const FRENCH = /^(\d{1,2})[/.\-\s]+(\d{1,2})[/.\-\s]+(\d{1,4})$/
const RUN_ON = /^(\d{2})(\d{2})(\d{4})$/

/**
 * Reads `jj/mm/aaaa` (with `/`, `.`, `-`, a space or nothing between) or `aaaa-mm-jj`, spaces around
 * aside. A year of two figures is refused rather than guessed: a birth date and a term would guess
 * differently. Years 1900 to 2199, as `Day`.
 */
export function readTypedDay(text: string): TypedDay {
  const typed = text.trim()
  if (typed === '') return { ok: false, code: 'empty' }
  const iso = ISO.exec(typed)
  const french = iso === null ? (FRENCH.exec(typed) ?? RUN_ON.exec(typed)) : null
  const parts = iso === null ? french?.slice(1, 4).reverse() : iso.slice(1, 4)
  if (parts === undefined) return { ok: false, code: 'unreadable' }
  const [yearText = '', monthText = '', dayText = ''] = parts
  if (yearText.length < 4) return { ok: false, code: 'shortYear' }
  const year = Number(yearText)
  const month = Number(monthText)
  const dayOfMonth = Number(dayText)
  if (year < 1900 || year > 2199) return { ok: false, code: 'yearOutOfRange' }
  if (month < 1 || month > 12) return { ok: false, code: 'noSuchMonth' }
  const day = dayOf(year, month, dayOfMonth)
  if (day === null) return { ok: false, code: 'noSuchDay', month, year, lastDay: daysInMonth(year, month) }
  return { ok: true, day }
}
