import { formatMoment } from '@/lib/wording/format/moment.ts'
import type { Locale } from '@/lib/wording/locale.ts'

/** When something was recorded, in the operator's time zone: « 22 nov. 2026 à 14 h 05 », and its machine form. */
export function momentWords(at: Date, locale: Locale, timeZone: string): { readonly iso: string; readonly when: string } {
  return { iso: at.toISOString(), when: formatMoment(at, locale, timeZone) }
}
