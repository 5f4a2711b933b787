import { createTranslator } from 'next-intl'
import type { Locale } from '../../wording/locale.ts'
import { messagesFor } from '../../wording/messages.ts'

/** The words of packs, outside any page: in a request or in the worker. */
export function packWords(locale: Locale) {
  return createTranslator({ locale, messages: messagesFor(locale), namespace: 'packs' })
}
export type PackWords = ReturnType<typeof packWords>
