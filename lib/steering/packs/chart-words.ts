import { createTranslator } from 'next-intl'
import { chartWords, type ChartWords } from '../../charts/words.ts'
import type { Locale } from '../../wording/locale.ts'
import { messagesFor } from '../../wording/messages.ts'

/** The words of drawings outside any page. */
export function drawingWords(locale: Locale): ChartWords {
  return chartWords(locale, createTranslator({ locale, messages: messagesFor(locale), namespace: 'charts' }))
}
