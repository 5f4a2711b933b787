import { createTranslator } from 'next-intl'
import { chartWords, type ChartWords } from '../../charts/words.ts'
import type { Locale } from '../../wording/locale.ts'
import { messagesFor } from '../../wording/messages.ts'
import { packWords } from './words.ts'

/** The words of the drawings of a pack. What has no figure there is not unknown: it is about nobody, or too young to be seen. */
export function drawingWords(locale: Locale): ChartWords {
  return { ...chartWords(locale, createTranslator({ locale, messages: messagesFor(locale), namespace: 'charts' })), unknown: packWords(locale)('chart.noFigure') }
}
