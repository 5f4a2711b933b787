import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { formatAmount } from '@/lib/wording/format/index.ts'
import { Estimate } from '../amount-working.tsx'
import { ComparisonTable, type ComparedCell, type ComparedColumn } from '../comparison/comparison-table.tsx'
import { useColumns, type ResultProps } from './result-card.tsx'

/** For a supposed job, the bonus beside the wage-gap indemnity: what each gives, when it is open, and which gives more. */
export function IncentivesCard({ asked, words }: ResultProps) {
  const t = useTranslations('whatIf.incentives')
  const names = useTranslations('amounts.names')
  const locale = useLocale()
  const columns = useColumns(asked).slice(1)
  const compared = asked.variants.flatMap(({ supposition: { file } }, index): readonly { readonly column: ComparedColumn; readonly file: typeof file }[] => {
    const column = columns[index]
    return column === undefined || file.estimates.incentives === null ? [] : [{ column, file }]
  })
  if (compared.length === 0) return null
  const citing = (rule: 'R-502' | 'R-510' | 'R-511') => ({ rule: { rule, article: words.article(rule) } })
  const money = (amount: string | null, open: boolean | null): ComparedCell =>
    amount === null ? { text: <span className="none">{t(open === false ? 'closed' : 'unknown')}</span> } : { text: formatAmount(amount, locale) }
  const incentives = compared.map(({ file }) => file.estimates.incentives!)
  return (
    <Card id="prime-ou-indemnite" title={words.estimateName('incentives')} aside={<Estimate />}>
      <ComparisonTable
        caption={t('table')}
        what={t('what')}
        columns={compared.map(({ column }) => column)}
        groups={[{ key: 'incentives', title: null, rows: [
          { key: 'bonus', label: names('bonusTotal'), ...citing('R-502'), cells: incentives.map(({ bonusTotal, bonusOpen }) => money(bonusTotal, bonusOpen)) },
          {
            key: 'wageGap',
            label: words.estimateName('wageGapTotal'),
            ...citing('R-510'),
            cells: compared.map(({ file: { amounts, estimates } }) => ({
              ...money(estimates.incentives!.wageGapTotal, estimates.incentives!.wageGapOpen),
              ...(amounts.wageGapMonthly === null || estimates.incentives!.wageGapMonths === null
                ? {}
                : { note: t('monthly', { amount: formatAmount(amounts.wageGapMonthly, locale), count: estimates.incentives!.wageGapMonths }) }),
            })),
          },
          { key: 'cap', label: t('cap'), cells: incentives.map(({ cap }) => ({ text: formatAmount(cap, locale) })) },
          { key: 'higher', label: t('higher'), ...citing('R-511'), total: true, cells: incentives.map(({ higher, reason }) => ({ text: t(`which.${higher ?? (reason === 'neither_open' ? 'none' : 'unknown')}`), note: words.incentiveReason(reason) })) },
        ] }]}
      />
    </Card>
  )
}
