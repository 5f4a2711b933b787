import type { Locale } from '@/lib/wording/locale.ts'

/** When something was recorded, in the operator's time zone: « 22/11/2026 14:05 », and its machine form. */
export function momentWords(at: Date, locale: Locale, timeZone: string): { readonly iso: string; readonly when: string } {
  return { iso: at.toISOString(), when: new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at) }
}
