import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { differenceOf, type Balance } from '@/lib/accord/file/balance.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import { formatAmount, formatDay, formatDays } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { signedAmount, signedDays } from '../amount-words.ts'
import { Estimate } from '../amount-working.tsx'
import { ComparisonTable, type ComparedCell } from '../comparison/comparison-table.tsx'
import { useColumns, type ResultProps } from './result-card.tsx'
import { balanceLines, type BalanceLine } from './rows.ts'

const RULES = {
  cspEnd: 'R-014', aspDays: 'R-204', unpaidDays: 'R-205', aspTotal: 'R-200', bonus: 'R-502', wageGap: 'R-510', total: null, areDaysAtEnd: 'R-603',
} as const satisfies Readonly<Record<BalanceLine, RuleId | null>>

/** What it gives the person and what it costs, over the whole CSP, line by line. */
export function GainCard({ asked, words }: ResultProps) {
  const t = useTranslations('whatIf.gain')
  const locale = useLocale()
  const columns = useColumns(asked)
  const balances = [asked.baseBalance, ...asked.variants.map(({ balance }) => balance)]
  const rows = balanceLines(balances).map((line) => ({
    key: line,
    label: t(`rows.${line}`),
    ...(RULES[line] === null ? {} : { rule: { rule: RULES[line], article: words.article(RULES[line]) } }),
    cells: balances.map((balance): ComparedCell => {
      const note = noteOf(line, balances[0]!, balance, locale)
      const text = wordOf(line, balance, locale)
      return { text: text ?? <span className="none">{t(balance.begun ? 'unknownCell' : 'noCsp')}</span>, changed: text !== null && (note !== null || (balances[0]?.begun === false && balance.begun)), ...(note === null ? {} : { note }) }
    }),
    total: line === 'total',
  }))
  return (
    <Card id="personne" title={t('title')} aside={<Estimate />}>
      <ComparisonTable caption={t('table')} what={t('what')} columns={columns} groups={[{ key: 'balance', title: null, rows }]} />
    </Card>
  )
}

function wordOf(line: BalanceLine, balance: Balance, locale: Locale): string | null {
  if (!balance.begun) return null
  if (line === 'cspEnd') return balance.cspEnd === null ? null : formatDay(balance.cspEnd, locale)
  const value = balance[line]
  if (value === null) return null
  return typeof value === 'number' ? formatDays(value, locale) : formatAmount(value, locale)
}

function noteOf(line: BalanceLine, before: Balance, after: Balance, locale: Locale): string | null {
  const was = before[line]
  const is = after[line]
  if (was === null || is === null) return null
  if (typeof was === 'number' && typeof is === 'number') return signedDays(is - was, locale)
  const difference = differenceOf(String(was), String(is))
  return difference === null ? null : signedAmount(difference, locale)
}
