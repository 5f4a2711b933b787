// Figures of a pack in words, the same in its three files and on its screens.
import { day } from '../../accord/calendar/day.ts'
import type { Unit, Value } from '../../charts/chart.ts'
import { formatDecimal } from '../../charts/figure-words.ts'
import type { IndicatorUnit } from '../../indicators/definitions.ts'
import { formatAmount, formatCount, formatPercent } from '../../wording/format/amount.ts'
import { formatDayPlain } from '../../wording/format/day.ts'
import type { Locale } from '../../wording/locale.ts'
import { isNumber, type PackFigure, type Point, type Shown } from './content.ts'
import type { PackWords } from './words.ts'

const CODE = /^(\d{4})-Q([1-4])$/u

/** « 3ᵉ trimestre 2026 » */
export function quarterLong(code: string, t: PackWords): string {
  const match = CODE.exec(code)
  return match === null ? code : t('quarter.long', { number: Number(match[2]), year: match[1]! })
}

/** « 3ᵉ trim. » and « 2026 », for an axis. */
export function quarterShort(code: string, t: PackWords): { readonly short: string; readonly year: string } {
  const match = CODE.exec(code)
  return match === null ? { short: code, year: '' } : { short: t('quarter.short', { number: Number(match[2]) }), year: match[1]! }
}

export interface FigureSpeech {
  readonly t: PackWords
  readonly locale: Locale
}

const tenths = (value: number) => Math.round(value * 10) / 10

/** A number in the unit of its figure: `412`, `77,8 %`, `9,5 mois`, `3 310,20 €`. */
export function numberText(value: number, unit: IndicatorUnit, { t, locale }: FigureSpeech): string {
  switch (unit) {
    case 'people': return formatCount(value, locale)
    case 'share': return formatPercent(value * 100, locale)
    case 'days': return t('figure.days', { figure: formatDecimal(value, locale), value: tenths(value) })
    case 'months': return t('figure.months', { figure: formatDecimal(value, locale), value: tenths(value) })
    case 'euros': return formatAmount(value.toFixed(2), locale)
  }
}

/** A figure, or why there is none. */
export function shownText(shown: Shown, unit: IndicatorUnit, speech: FigureSpeech): string {
  return isNumber(shown) ? numberText(shown, unit, speech) : speech.t(`absence.${shown}`)
}

/** « édition du 25 oct. 2026 », where a figure stays as that edition said it; nothing where it does not. */
export function editionText(saidOn: string | null | undefined, { t, locale }: FigureSpeech): string {
  return saidOn === null || saidOn === undefined ? '' : t('figure.saidOn', { day: formatDayPlain(day(saidOn), locale) })
}

/** Notes under a figure, those there are. */
export function notesText(...notes: readonly (string | null)[]): string {
  return notes.filter((note) => note !== null && note !== '').join(' · ')
}

/** What a figure is made of: « 312 sur 401 », « sur 118 »; from which day a young cohort can be seen; from which edition it is. */
export function pointDetail(point: Point, unit: IndicatorUnit, speech: FigureSpeech): string {
  return notesText(madeOf(point, unit, speech), editionText(point.saidOn, speech))
}

function madeOf(point: Point, unit: IndicatorUnit, speech: FigureSpeech): string {
  const { t } = speech
  const count = (people: number) => formatCount(people, speech.locale)
  if (point.seenFrom !== null) return t('figure.seenFrom', { day: formatDayPlain(day(point.seenFrom), speech.locale) })
  if (unit === 'people' || !isNumber(point.of)) return ''
  if (unit === 'share') return point.counted !== null && isNumber(point.counted) ? t('figure.ratio', { counted: count(point.counted), of: count(point.of) }) : t('figure.about', { of: count(point.of) })
  return isNumber(point.value) ? t('figure.about', { of: count(point.of) }) : ''
}

/** How much a figure moved: people, points of percent, days, months, euros; always without its sign. */
export function changeText(change: number, unit: IndicatorUnit, speech: FigureSpeech): string {
  if (unit !== 'share') return numberText(Math.abs(change), unit, speech)
  const points = tenths(Math.abs(change) * 100)
  return speech.t('figure.points', { figure: formatDecimal(points, speech.locale), value: points })
}

/** The difference as it is read: rounded the way both figures are shown. */
export function roundedChange(now: number, then: number, unit: IndicatorUnit): number {
  const rounded = (value: number) => (unit === 'share' ? Math.round(value * 1000) / 1000 : unit === 'euros' ? Math.round(value * 100) / 100 : unit === 'people' ? value : tenths(value))
  return Math.round((rounded(now) - rounded(then)) * 1000) / 1000
}

/** « 24 de plus », « inchangé »; `null` where one of the two is no number. */
export function movementText(now: Shown, then: Shown | undefined, unit: IndicatorUnit, speech: FigureSpeech): string | null {
  if (!isNumber(now) || !isNumber(then)) return null
  const change = roundedChange(now, then, unit)
  if (change === 0) return speech.t('figure.same')
  return speech.t(change > 0 ? 'figure.more' : 'figure.less', { change: changeText(change, unit, speech) })
}

/** The last cohort seen in full, where the present one is too young. */
export function lastSeen({ kind, now, trend }: PackFigure, quarters: readonly string[]): { readonly quarter: string; readonly point: Point } | null {
  if (kind !== 'cohort' || isNumber(now.value)) return null
  for (let at = trend.length - 2; at >= 0; at -= 1) {
    const point = trend[at]
    if (point !== undefined && isNumber(point.value)) return { quarter: quarters[at] ?? '', point }
  }
  return null
}

const UNITS: Readonly<Record<IndicatorUnit, Unit>> = { people: 'count', share: 'percent', days: 'days', months: 'months', euros: 'euros' }

/** The unit of drawings, and a figure in it. */
export function drawnUnit(unit: IndicatorUnit): Unit {
  return UNITS[unit]
}

export function drawnValue(shown: Shown, unit: IndicatorUnit): Value {
  if (isNumber(shown)) return unit === 'share' ? shown * 100 : shown
  return shown === 'masked' ? 'withheld' : 'unknown'
}
