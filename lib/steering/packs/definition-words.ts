import { definitionOf, type Definition, type IndicatorId } from '../../indicators/definitions.ts'
import type { Locale } from '../../wording/locale.ts'
import { messagesFor } from '../../wording/messages.ts'
import type { DefinitionWords } from './content.ts'
import { packWords, type PackWords } from './words.ts'

function windowWords({ kind, judgedTheDayAfter, maturityMonths, workedInMonth }: Definition, t: PackWords): string {
  if (workedInMonth) return t('definition.window.month')
  if (kind === 'cohort') return t('definition.window.cohort', { months: maturityMonths })
  if (kind === 'stock') return t('definition.window.stock')
  return t(judgedTheDayAfter ? 'definition.window.flowJudged' : 'definition.window.flow')
}

/** What a figure means, as the catalogue words it today. */
export function definitionWords(id: IndicatorId, locale: Locale): DefinitionWords {
  const definition = definitionOf(id)
  const t = packWords(locale)
  const said: { readonly counts: string; readonly among?: string; readonly note?: string } = messagesFor(locale).indicators[id]
  return {
    numerator: said.counts,
    denominator: said.among ?? t(definition.unit === 'people' ? 'definition.none' : 'definition.all'),
    window: windowWords(definition, t),
    note: said.note ?? null,
    published: definition.published, rules: definition.rules,
  }
}
