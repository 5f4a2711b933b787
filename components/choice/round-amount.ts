import { formatCount, NBSP } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

/** An estimate said aloud is rounded: to ten euros. */
const STEP = 10

export interface RoundedDifference {
  readonly kind: 'more' | 'less' | 'same'
  /** `1 780 €`, without its sign. */
  readonly amount: string
}

/** A difference (decimal text) as it is said aloud: more, less or the same, to ten euros. */
export function roundedDifference(difference: string, locale: Locale): RoundedDifference {
  const rounded = Math.round(Number(difference) / STEP) * STEP
  const digits = formatCount(Math.abs(rounded), locale)
  const amount = locale === 'fr' ? `${digits}${NBSP}€` : `€${digits}`
  return { kind: rounded === 0 ? 'same' : rounded > 0 ? 'more' : 'less', amount }
}
