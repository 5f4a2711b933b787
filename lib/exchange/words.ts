import { createTranslator } from 'next-intl'
import type { Locale } from '../wording/locale.ts'
import { messagesFor } from '../wording/messages.ts'

/** The words of exports, outside any page: in a request or in the worker. */
export function exportWords(locale: Locale) {
  return createTranslator({ locale, messages: messagesFor(locale), namespace: 'exports' })
}
