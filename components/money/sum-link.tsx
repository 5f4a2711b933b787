import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { MoneyCell } from '@/lib/steering/money/accounts.ts'
import { formatAmount, formatCount } from '@/lib/wording/format/index.ts'
import { MONEY_PATHS } from './money-places.tsx'

/** A sum that opens the list of exactly its lines; nothing opens from none. */
export function SumLink({ cell, label }: { readonly cell: MoneyCell; readonly label: string }) {
  const t = useTranslations('money.accounts')
  const amount = formatAmount(cell.amount, useLocale())
  if (cell.lines === 0) return <span className="faint">{amount}</span>
  return <Link href={`${MONEY_PATHS.lines}?${cell.search}`} aria-label={t('open', { label, amount, count: cell.lines })}>{amount}</Link>
}

/** A count of persons that opens the list of exactly them. */
export function PersonsLink({ count, search, label }: { readonly count: number; readonly search: string; readonly label: string }) {
  const t = useTranslations('money.accounts')
  const figure = formatCount(count, useLocale())
  if (count === 0) return <span className="faint">{figure}</span>
  return <Link href={`${MONEY_PATHS.persons}?${search}`} aria-label={t('openPersons', { label, count })}>{figure}</Link>
}
