import { COST_KINDS, knownFunder } from '@/lib/cases/content/costs.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

/** Who pays, in words; a code that the list no longer has is said as such. */
export function funderWords(code: string, locale: Locale): string {
  const { funder, goneFunder } = messagesFor(locale).money
  const known = knownFunder(code)
  return known === null ? goneFunder.replace('{code}', code) : funder[known]
}

/** What an amount pays, in words. */
export function kindWords(code: string, locale: Locale): string {
  const known = COST_KINDS.find((kind) => kind === code)
  return known === undefined ? code : messagesFor(locale).money.kind[known]
}
