/** What people type in an amount field, read in one place. */
import type { Locale } from './locale.ts'

export type TypedAmount =
  | { readonly ok: true; readonly amount: string }
  | { readonly ok: false; readonly code: 'empty' | 'unreadable' | 'tooManyDecimals' | 'negative' | 'tooLarge' }

export type TypedAmountCode = Extract<TypedAmount, { ok: false }>['code']

const LARGEST_WHOLE_DIGITS = 9

/**
 * Reads `1 234,56`, `1234.56 €`, `1.234,56` and the like as decimal text (`1234.56`).
 * Refuses letters, more than two decimals, a negative amount, and 10 figures or more before the comma.
 * In English a comma before three figures is read as a thousands mark, as it is written there.
 */
export function readTypedAmount(text: string, locale: Locale): TypedAmount {
  let typed = text.replace(/[\s\u00A0\u202F€]/g, '').replace(/\u2212/g, '-')
  if (typed === '') return { ok: false, code: 'empty' }
  if (locale === 'en') typed = typed.replace(/,(?=\d{3}(\D|$))/g, '')
  else if (typed.includes(',')) typed = typed.replace(/\.(?=\d{3}(\D|$))/g, '')
  const match = /^(-?)(\d+)(?:[.,](\d*))?$/.exec(typed)
  if (match === null) return { ok: false, code: 'unreadable' }
  if (match[1] === '-') return { ok: false, code: 'negative' }
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '')
  const fraction = match[3] ?? ''
  if (fraction.length > 2) return { ok: false, code: 'tooManyDecimals' }
  if (whole.length > LARGEST_WHOLE_DIGITS) return { ok: false, code: 'tooLarge' }
  return { ok: true, amount: `${whole}.${fraction.padEnd(2, '0')}` }
}
