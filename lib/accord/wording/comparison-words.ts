import type { LedgerCause } from '../file/day-ledger.ts'
import type { Comparison } from '../file/estimates.ts'
import { formatAmount } from './amount-words.ts'
import { formatDay, formatDays } from './day-words.ts'
import type { Locale } from './locale.ts'
import type { WordBook } from './word-book.ts'

/** The cause of some days without allowance, in words. */
export function ledgerCauseWords(cause: LedgerCause, book: Pick<WordBook, 'causes' | 'aspCauses' | 'estimates'>): string {
  const tables: readonly Readonly<Record<string, string>>[] = [book.estimates.causes, book.causes]
  if (cause.startsWith('stop_')) return book.aspCauses[cause.slice('stop_'.length) as keyof WordBook['aspCauses']]
  for (const table of tables) {
    const words = table[cause]
    if (words !== undefined) return words
  }
  return cause
}

/** Our figure beside France Travail's: what it is, ours and theirs, each in the form of its unit. */
export function comparisonWords(comparison: Comparison, locale: Locale, book: Pick<WordBook, 'estimates'>): { readonly label: string; readonly ours: string | null; readonly theirs: string } {
  const name = book.estimates.comparisons[comparison.name]
  const label = 'number' in comparison ? `${name} n° ${comparison.number}` : name
  switch (comparison.unit) {
    case 'euros':
      return { label, ours: comparison.ours === null ? null : formatAmount(comparison.ours, locale), theirs: formatAmount(comparison.theirs, locale) }
    case 'day':
      return { label, ours: comparison.ours === null ? null : formatDay(comparison.ours, locale), theirs: formatDay(comparison.theirs, locale) }
    case 'days':
      return { label, ours: comparison.ours === null ? null : formatDays(comparison.ours, locale), theirs: formatDays(comparison.theirs, locale) }
  }
}
