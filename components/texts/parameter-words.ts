/** A parameter's name and values, in the reader's language. */
import type { useTranslations } from 'next-intl'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { ExtensionLimit, JobThreshold } from '@/lib/accord/texts/agreement.ts'
import type { ParameterField } from '@/lib/accord/texts/parameter-fields.ts'
import { formatAmount, formatDayPlain, formatPercent } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

export type TextMessages = ReturnType<typeof useTranslations<'texts'>>
/** The rules page words the same values: one way to say them. */
export type ValueMessages = ReturnType<typeof useTranslations<'rules.parameters'>>

/** « Délai du pré-bilan ». */
export function parameterName(path: string, t: TextMessages): string {
  return t(`parameter.${path}` as 'parameter.cspMonths')
}

/** What a text fixes: `8 jours`, `75 %`, « non prévu ». */
export function parameterValue(field: ParameterField, value: unknown, t: TextMessages, values: ValueMessages, locale: Locale): string {
  if (field.kind === 'extension') return extensionWords(value as ExtensionLimit | null | undefined, t)
  if (value === null || value === undefined) return values(field.kind === 'whole' && field.unit === 'count' ? 'value.unlimited' : 'value.none')
  switch (field.kind) {
    case 'whole':
      return values(field.unit === 'age' ? 'value.from_age' : `value.${field.unit}`, { count: Number(value) })
    case 'share':
      return formatPercent(Number(value) * 100, locale)
    case 'yesNo':
      return values(value === true ? 'value.yes' : 'value.no')
    case 'amount':
      return formatAmount(String(value), locale)
    case 'day':
      return values('value.engaged_from', { day: formatDayPlain(value as Day, locale) })
    case 'choice':
      return values(`choice.${String(value)}` as 'choice.none')
    case 'threshold':
      return thresholdWords(value as JobThreshold, t)
  }
}

export function extensionWords(limit: ExtensionLimit | null | undefined, t: TextMessages): string {
  if (limit === null || limit === undefined) return t('extension.none')
  return limit.kind === 'months' ? t('extension.months', { count: limit.months }) : t('extension.legal')
}

export function thresholdWords(threshold: JobThreshold, t: TextMessages): string {
  return threshold.kind === 'any' ? t('threshold.any') : t(`threshold.${threshold.kind}`, { count: threshold.months })
}

/** A choice of a list, in words. */
export function choiceWords(field: ParameterField, choice: string, t: TextMessages, values: ValueMessages): string {
  const [kind = '', months] = choice.split(':')
  const count = Number(months)
  switch (field.kind) {
    case 'yesNo':
      return values(choice === 'yes' ? 'value.yes' : 'value.no')
    case 'extension':
      return extensionWords(kind === 'none' ? null : months === undefined ? { kind: 'legal_length' } : { kind: 'months', months: count }, t)
    case 'threshold':
      return thresholdWords(kind === 'any' ? { kind: 'any' } : { kind: kind === 'over' ? 'over' : 'from', months: count }, t)
    default:
      return values(`choice.${choice}` as 'choice.none')
  }
}
