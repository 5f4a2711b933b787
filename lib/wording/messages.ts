import type { Locale } from './locale.ts'
import en from './messages/en/index.ts'
import fr from './messages/fr/index.ts'
import { typesetTree } from './typeset.ts'

/** The French messages are the reference: every other language has the same keys (held by a test). */
export type Messages = typeof fr

const byLocale: Record<Locale, Messages> = { fr: typesetTree(fr), en }

/** Every message of a language. */
export function messagesFor(locale: Locale): Messages {
  return byLocale[locale]
}
