import type { AmountName } from '@/lib/accord/file/amounts.ts'
import { formatAmount, formatDays, NBSP } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

/** An amount of a file in words: its name, and its value, whether money, days or a right. */
export const amountWord = {
  name: (name: AmountName, locale: Locale): string => messagesFor(locale).amounts.names[name],
  value: (value: string | number | boolean | null, locale: Locale): string | null => {
    const { rights } = messagesFor(locale).amounts
    if (typeof value === 'boolean') return value ? rights.open : rights.closed
    if (value === null) return null
    return typeof value === 'number' ? formatDays(value, locale) : formatAmount(value, locale)
  },
}

const MINUS = '−'

/** By how much something moved: `+ 2 325,00 €`, `− 31 jours`; `null` where it did not. */
export function signedAmount(difference: string, locale: Locale): string | null {
  const bare = difference.startsWith('-') ? difference.slice(1) : difference
  if (/^0+(\.0+)?$/u.test(bare)) return null
  return `${difference.startsWith('-') ? MINUS : '+'}${NBSP}${formatAmount(bare, locale)}`
}

export function signedDays(difference: number, locale: Locale): string | null {
  return difference === 0 ? null : `${difference < 0 ? MINUS : '+'}${NBSP}${formatDays(Math.abs(difference), locale)}`
}
