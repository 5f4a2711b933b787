/** What is typed in the palette, read: words of a name, a birth date whole or in part, a reference, a SIRET. */
import { addDays, addMonths, dayOf, isoOf, type Day } from '../../accord/calendar/day.ts'
import { searchForm } from '../../database/search-form.ts'

export interface Span {
  readonly from: Day
  readonly to: Day
}

export interface Asked {
  /** Words of a name, in search form, at most six. */
  readonly words: readonly string[]
  /** Born in this span: a day, a month or a year. */
  readonly born: Span | null
  /** The number of a reference, with its year where it was typed. */
  readonly reference: { readonly year: number | null; readonly number: number } | null
  /** The figures of a SIRET (14) or of its SIREN (9). */
  readonly siret: string | null
}

export const MOST_TYPED = 200
const MOST_WORDS = 6
/** Nobody followed was born after this year; two figures up to its own are of this century. */
const YOUNGEST = 2012

/** Beginnings of the months' names in search form, in French and in English, each enough to tell its month. */
const MONTHS = [['jan'], ['fev', 'feb'], ['mar'], ['avr', 'apr'], ['mai', 'may'], ['juin', 'jun'], ['juil', 'jul'], ['aou', 'aug'], ['sep'], ['oct'], ['nov'], ['dec']] as const
const MONTH_NAMES = new Set([
  'janvier', 'janv', 'jan', 'january', 'fevrier', 'fevr', 'fev', 'february', 'feb', 'mars', 'mar', 'march', 'avril', 'avr', 'april', 'apr', 'mai', 'may', 'juin', 'june', 'jun',
  'juillet', 'juil', 'july', 'jul', 'aout', 'august', 'aug', 'septembre', 'sept', 'sep', 'september', 'octobre', 'oct', 'october', 'novembre', 'nov', 'november', 'decembre', 'dec', 'december',
])

function monthNamed(word: string): number | null {
  if (!MONTH_NAMES.has(word)) return null
  return MONTHS.findIndex((starts) => starts.some((start) => word.startsWith(start))) + 1 || null
}

const figures = (word: string | undefined, least: number, most: number): number | null =>
  word !== undefined && /^\d+$/u.test(word) && word.length >= least && word.length <= most ? Number(word) : null

const dayFigures = (word: string | undefined): number | null => figures(word === '1er' ? '1' : word?.replace(/(?<=^\d{1,2})(st|nd|rd|th)$/u, ''), 1, 2)
const monthFigures = (word: string | undefined): number | null => (word === undefined ? null : (monthNamed(word) ?? figures(word, 1, 2)))

function birthYear(word: string | undefined): number | null {
  const whole = figures(word, 4, 4)
  if (whole !== null) return whole >= 1900 && whole <= YOUNGEST ? whole : null
  const two = figures(word, 2, 2)
  return two === null ? null : two <= YOUNGEST - 2000 ? 2000 + two : 1900 + two
}

function oneDay(year: number | null, month: number | null, dayOfMonth: number | null): Span | null {
  const day = year === null || month === null || dayOfMonth === null ? null : dayOf(year, month, dayOfMonth)
  return day === null ? null : { from: day, to: day }
}

function wholeMonth(year: number | null, month: number | null): Span | null {
  const from = year === null || month === null ? null : dayOf(year, month, 1)
  return from === null ? null : { from, to: addDays(addMonths(from, 1), -1) }
}

function wholeYear(year: number | null): Span | null {
  const from = year === null ? null : dayOf(year, 1, 1)
  const to = year === null ? null : dayOf(year, 12, 31)
  return from === null || to === null ? null : { from, to }
}

/** A birth date at the head of these words, and how many of them it takes. */
function bornAt(words: readonly string[]): { readonly born: Span; readonly taken: number } | null {
  const [a, b, c] = words
  const runOn = /^(\d{2})(\d{2})(\d{4})$/u.exec(a ?? '')
  const tries: readonly (readonly [Span | null, number])[] = [
    [oneDay(figures(a, 4, 4) === null ? null : birthYear(a), monthFigures(b), dayFigures(c)), 3],
    [oneDay(birthYear(c), monthFigures(b), dayFigures(a)), 3],
    // As English says it: April 12 1979.
    [a !== undefined && monthNamed(a) !== null ? oneDay(birthYear(c), monthNamed(a), dayFigures(b)) : null, 3],
    [runOn === null ? null : oneDay(birthYear(runOn[3]), Number(runOn[2]), Number(runOn[1])), 1],
    [figures(b, 4, 4) === null ? null : wholeMonth(birthYear(b), monthFigures(a)), 2],
    [figures(a, 4, 4) === null ? null : wholeYear(birthYear(a)), 1],
  ]
  for (const [born, taken] of tries) if (born !== null) return { born, taken }
  return null
}

/** A reference at the head of these words: `RB-2026-00123`, `2026-00123`, or its number alone. */
function referenceAt(words: readonly string[]): { readonly reference: NonNullable<Asked['reference']>; readonly taken: number } | null {
  const marked = words[0] === 'rb' ? 1 : 0
  const year = figures(words[marked], 4, 4)
  const after = figures(words[marked + 1], marked === 1 ? 1 : 5, 9)
  if (year !== null && after !== null) return { reference: { year, number: after }, taken: marked + 2 }
  const alone = figures(words[marked], 1, 7)
  return alone === null || alone === 0 ? null : { reference: { year: null, number: alone }, taken: marked + 1 }
}

/** The figures of an establishment at the head of these words, in groups or not. */
function siretAt(words: readonly string[]): { readonly siret: string; readonly taken: number } | null {
  // Written in one piece, or in groups of three: 732 829 320 00074.
  if (![3, 9, 14].includes(words[0]?.length ?? 0)) return null
  let siret = ''
  for (const [index, word] of words.entries()) {
    if (!/^\d+$/u.test(word)) return null
    siret += word
    const next = words[index + 1]
    if (siret.length === 14 || (siret.length === 9 && (next === undefined || !/^\d+$/u.test(next)))) return { siret, taken: index + 1 }
    if (siret.length > 14) return null
  }
  return null
}

type Read = { readonly taken: number } & Partial<Pick<Asked, 'born' | 'reference' | 'siret'>>

/** The date, the reference or the SIRET at the head of these words; a date wins over a number no longer than it. */
function readAt(rest: readonly string[], known: Omit<Asked, 'words'>): Read | null {
  const establishment = known.siret === null ? siretAt(rest) : null
  if (establishment !== null) return establishment
  const birth = known.born === null ? bornAt(rest) : null
  const file = known.reference === null ? referenceAt(rest) : null
  return birth !== null && (file === null || birth.taken >= file.taken) ? birth : file
}

/** Reads what was typed; what is neither date, reference nor SIRET is a word of a name. Never refuses. */
export function readAsked(typed: string): Asked {
  const all = searchForm(typed.replaceAll('\0', '').slice(0, MOST_TYPED)).split(' ').filter((word) => word !== '')
  const words = new Set<string>()
  let known: Omit<Asked, 'words'> = { born: null, reference: null, siret: null }
  let at = 0
  for (let word = all[at]; word !== undefined; word = all[at]) {
    const read = readAt(all.slice(at), known)
    if (read === null) words.add(word)
    else {
      const { taken: _, ...found } = read
      known = { ...known, ...found }
    }
    at += read?.taken ?? 1
  }
  return { words: [...words].slice(0, MOST_WORDS), ...known }
}

/** A span as text, for the database and for the screen. */
export function spanText(span: Span): { readonly from: string; readonly to: string } {
  return { from: isoOf(span.from), to: isoOf(span.to) }
}
