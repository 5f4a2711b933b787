import { formatAmount, formatCount, formatPercent, NBSP } from '../wording/format/index.ts'
import type { Locale } from '../wording/locale.ts'
import type { Unit, Value } from './chart.ts'
import type { ChartWords } from './words.ts'

/** Whether a figure is a number: what is masked or unknown is no zero. */
export function isKnown(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** Whether a figure is there and not shown: too few, or withheld for another. */
export function isMasked(value: Value | undefined): value is null | 'withheld' {
  return value === null || value === 'withheld'
}

/** A number with one decimal at most, none where it is whole: `12`, `1 234,5`. */
export function formatDecimal(value: number, locale: Locale): string {
  const tenths = Math.round(Math.abs(value) * 10)
  const whole = formatCount(Math.trunc(tenths / 10), locale)
  const figure = tenths % 10 === 0 ? whole : `${whole}${locale === 'fr' ? ',' : '.'}${tenths % 10}`
  return value < 0 && tenths > 0 ? `\u2212${figure}` : figure
}

/** Why there is no number: « moins de 5 », « masqué », « inconnu ». */
export function absenceWords(value: Exclude<Value, number>, words: ChartWords): string {
  return value === null ? words.tooFew : value === 'withheld' ? words.withheld : words.unknown
}

/** A figure in a table: with its unit, to the cent where it is an amount. */
export function valueWords(value: Value | undefined, unit: Unit, words: ChartWords): string {
  if (!isKnown(value)) return absenceWords(isMasked(value) ? value : 'unknown', words)
  if (unit === 'euros') return formatAmount(value.toFixed(2), words.locale)
  return drawnWords(value, unit, words)
}

/** A figure beside what is drawn: as in a table, but amounts of a hundred euros or more are to the euro. */
export function drawnWords(value: number, unit: Unit, words: ChartWords): string {
  const { locale } = words
  switch (unit) {
    case 'count': return formatDecimal(value, locale)
    case 'percent': return formatPercent(value, locale)
    case 'months': return words.months(formatDecimal(value, locale), Math.round(value * 10) / 10)
    case 'days': return words.days(formatDecimal(value, locale), Math.round(value * 10) / 10)
    case 'euros': return Math.abs(value) < 100 && !Number.isInteger(value) ? formatAmount(value.toFixed(2), locale) : wholeEuros(value, locale)
  }
}

function wholeEuros(value: number, locale: Locale): string {
  const figure = formatCount(Math.round(Math.abs(value)), locale)
  const sign = Math.round(value) < 0 ? '\u2212' : ''
  return locale === 'fr' ? `${sign}${figure}${NBSP}€` : `${sign}€${figure}`
}

/** A step of an axis: the number alone for days and months, whose unit is in the title. */
export function tickWords(value: number, unit: Unit, locale: Locale): string {
  if (unit === 'percent') return formatPercent(value, locale)
  if (unit === 'euros') return wholeEuros(value, locale)
  return formatDecimal(value, locale)
}
