import { Info } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { WordedStep } from '@/lib/accord/wording/index.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import { formatAmount, formatCount } from '@/lib/wording/format/index.ts'
import type { LegalWords } from './legal-words.ts'

interface AmountsCardProps {
  readonly view: Pick<FileView, 'file'>
  readonly words: LegalWords
}

export function Estimate() {
  const t = useTranslations('amounts')
  return <span className="est"><Icon of={Info} size={16} />{t('estimate')}</span>
}

/** The steps of an amount; the last is its total, except in a list of payments. */
function Working({ steps, total = true }: { readonly steps: readonly WordedStep[]; readonly total?: boolean }) {
  return (
    <dl className="ledger">
      {steps.map(({ label, effect, gives }, index) => (
        <div key={label} className={total && index === steps.length - 1 ? 'sum' : undefined}>
          <dt>{label}{effect === null ? null : <span className="faint"> {effect}</span>}</dt>
          <dd>{gives}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The daily allowance as it can be estimated, with its working, beside the days paid and left. */
export function AllowanceCard({ view, words }: AmountsCardProps) {
  const t = useTranslations('amounts.allowance')
  const locale = useLocale()
  const { amounts, totals, dates } = view.file
  if (dates.cspStart === null) return null
  const days = ([['daysPaid', totals.aspDaysPaid], ['daysLeft', amounts.areDaysLeft]] as const)
  return (
    <Card id="allocation" title={t('title')} aside={<Estimate />}>
      {amounts.aspDaily === null ? <p className="muted">{t('unknown')}</p> : (
        <>
          <p className="big">{formatAmount(amounts.aspDaily, locale)} <span>{t('perDay')}</span></p>
          <Working steps={words.amount('aspDaily', view.file)} />
        </>
      )}
      <dl className="ledger">
        {days.map(([name, value]) => (value === null ? null : <div key={name}><dt>{t(name)}</dt><dd>{formatCount(value, locale)}</dd></div>))}
      </dl>
      <p className="lk"><RuleChip rule="R-200" article={words.article('R-200')} /></p>
    </Card>
  )
}

/** What a job found before the term opens: the bonus, or the wage-gap indemnity. */
export function JobAmountsCard({ view, words }: AmountsCardProps) {
  const t = useTranslations('amounts')
  const locale = useLocale()
  const { amounts, milestones } = view.file
  if (milestones.jobStartedOn === null || (amounts.bonusEligible === null && amounts.wageGapEligible === null)) return null
  return (
    <Card id="prime" title={t('bonus.title')} aside={<Estimate />}>
      {amounts.bonusTotal !== null && <p className="big">{formatAmount(amounts.bonusTotal, locale)} <span>{t('bonus.twice')}</span></p>}
      {amounts.bonusTotal !== null && <Working steps={words.amount('bonusTotal', view.file)} />}
      {amounts.bonusTotal !== null && <Working steps={words.amount('bonusInstalments', view.file).slice(1)} total={false} />}
      {amounts.bonusEligible === false && <p className="muted">{t('bonus.closed')}</p>}
      {amounts.bonusEligible === null && <p className="muted">{t('bonus.unknown')}</p>}
      {amounts.wageGapMonthly !== null && (
        <>
          <h3>{t('wageGap.title')}</h3>
          <p className="big">{formatAmount(amounts.wageGapMonthly, locale)} <span>{t('wageGap.perMonth')}</span></p>
          <Working steps={words.amount('wageGapMonthly', view.file)} />
          <p className="sm muted">{t('wageGap.exclusive')}</p>
        </>
      )}
      <p className="lk"><RuleChip rule="R-502" article={words.article('R-502')} /><RuleChip rule="R-510" article={words.article('R-510')} /></p>
    </Card>
  )
}
