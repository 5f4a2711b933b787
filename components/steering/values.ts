import { formatDecimal } from '@/lib/charts/figure-words.ts'
import type { Unit, Value } from '@/lib/charts/chart.ts'
import type { IndicatorUnit } from '@/lib/indicators/definitions.ts'
import type { Reading } from '@/lib/indicators/reading.ts'
import { formatAmount, formatCount, formatPercent } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

/** The unit of a chart that draws an indicator. */
export const CHART_UNIT: Readonly<Record<IndicatorUnit, Unit>> = { people: 'count', share: 'percent', days: 'days', months: 'months', euros: 'euros' }

/** To a tenth, as it is read: a share of 0.7824 is 78.2 (percent). */
export function shown(unit: IndicatorUnit, value: number): number {
  return unit === 'euros' ? Math.round(value * 100) / 100 : Math.round((unit === 'share' ? value * 100 : value) * 10) / 10
}

/** A figure as a chart draws it: what has no value is unknown, never zero. */
export function charted(unit: IndicatorUnit, { value }: Pick<Reading, 'value'>): Value {
  return value === null ? 'unknown' : shown(unit, value)
}

/** What a value and a difference are written with, beside the reader's language. */
export interface UnitWords {
  readonly locale: Locale
  readonly days: (figure: string, value: number) => string
  readonly months: (figure: string, value: number) => string
}

/** A value that has been made `shown`, in words. */
export function shownWords(unit: IndicatorUnit, value: number, { locale, days, months }: UnitWords): string {
  switch (unit) {
    case 'people': return formatCount(value, locale)
    case 'share': return formatPercent(value, locale)
    case 'days': return days(formatDecimal(value, locale), value)
    case 'months': return months(formatDecimal(value, locale), value)
    case 'euros': return formatAmount(value.toFixed(2), locale)
  }
}

/** What changed between two figures, as they are read; `null` where one of them has no value. */
export function changeOf(unit: IndicatorUnit, now: Pick<Reading, 'value'>, before: Pick<Reading, 'value'>): { readonly difference: number; readonly percent: number | null } | null {
  if (now.value === null || before.value === null) return null
  const [a, b] = [shown(unit, now.value), shown(unit, before.value)]
  const difference = Math.round((a - b) * 100) / 100
  return { difference, percent: unit === 'people' && b > 0 ? Math.round((difference / b) * 1000) / 10 : null }
}
