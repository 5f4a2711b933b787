/** Words a parameter of a text, in the reader's language. */
import type { useTranslations } from 'next-intl'
import type { ParameterColumn, ParameterValue } from '@/lib/accord/index.ts'
import { formatAmount, formatDayPlain, formatPercent } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

export type ParameterMessages = ReturnType<typeof useTranslations<'rules.parameters'>>

/** What a text fixes: `75 %`, `4 mois`, `non prévu`. */
export function wordValue(value: ParameterValue, t: ParameterMessages, locale: Locale): string {
  switch (value.kind) {
    case 'share':
      return formatPercent(Number(value.value) * 100, locale)
    case 'euros':
      return formatAmount(value.value, locale)
    case 'engaged_from':
      return t('value.engaged_from', { day: formatDayPlain(value.value, locale) })
    case 'choice':
      return t(`choice.${value.value}`)
    case 'none':
    case 'yes':
    case 'no':
    case 'any_job':
    case 'any_loss':
    case 'legal_length':
    case 'unlimited':
      return t(`value.${value.kind}`)
    default:
      return t(`value.${value.kind}`, { count: value.value })
  }
}

/** The head of a column: the texts that say so, or the text added to running files and its day. */
export function wordColumn(column: ParameterColumn, t: ParameterMessages, locale: Locale): { readonly text: string; readonly added: string | null; readonly code: boolean } {
  if (column.kind === 'overlay') {
    return {
      code: true,
      text: column.code,
      added: column.engagedFrom === null
        ? t('overlay', { day: formatDayPlain(column.from, locale) })
        : t('overlayNew', { day: formatDayPlain(column.engagedFrom, locale) }),
    }
  }
  if (column.all) return { text: t('all'), added: null, code: false }
  return { text: column.first === column.last ? column.first : t('range', { first: column.first, last: column.last }), added: null, code: true }
}
