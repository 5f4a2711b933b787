import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { BonusCondition } from '@/lib/accord/file/estimates.ts'
import { formatAmount, formatCount, formatDay } from '@/lib/wording/format/index.ts'
import { AmountLine, AmountWhy, Estimate, type AmountsCardProps } from './amount-working.tsx'
import { Comparisons } from './comparisons.tsx'
import type { LegalWords } from './legal-words.ts'

/** The daily allowance with its working, the two reference wages, the days of ARE left, beside France Travail's figures. */
export function AllowanceCard({ view: { file }, words }: AmountsCardProps) {
  const t = useTranslations('amounts.allowance')
  const names = useTranslations('amounts.names')
  const locale = useLocale()
  const { amounts, totals, dates, estimates } = file
  if (dates.cspStart === null) return null
  const notified = estimates.comparisons.some(({ name }) => name === 'aspDaily')
  return (
    <Card id="allocation" title={t('title')} aside={<Estimate />}>
      {amounts.aspDaily === null ? <p className="muted">{t('unknown')}</p> : (
        <>
          <p className="amount-v"><b>{formatAmount(amounts.aspDaily, locale)}</b><span> {t('perDay')}{notified && <>, {t('notified')}</>}</span> <RuleChip rule="R-200" article={words.article('R-200')} /></p>
          <AmountWhy about={t('title')} steps={words.amount('aspDaily', file)} />
        </>
      )}
      <ReferenceWages view={{ file }} words={words} />
      <dl className="ledger">
        {totals.aspDaysPaid !== null && <div><dt>{t('daysPaid')} <RuleChip rule="R-204" article={words.article('R-204')} /></dt><dd>{formatCount(totals.aspDaysPaid, locale)}</dd></div>}
        {amounts.areDaysLeft !== null && <div><dt>{t('daysLeft')} <RuleChip rule="R-603" article={words.article('R-603')} /></dt><dd>{formatCount(amounts.areDaysLeft, locale)}</dd></div>}
      </dl>
      {amounts.areDaysLeft !== null && <AmountWhy about={names('areDaysLeft')} steps={words.amount('areDaysLeft', file)} />}
      {estimates.experimentBonus !== null && (
        <AmountLine label={words.estimateName('experimentBonus')} amount={estimates.experimentBonus.amount} rule="R-105" words={words} steps={words.estimate('experimentBonus', file)} />
      )}
      <Comparisons comparisons={estimates.comparisons} names={['sjr', 'aspDaily', 'sjrAre', 'areDaily', 'areDurationDays', 'aspEnd']} words={words} />
    </Card>
  )
}

/** The wage that the allowance is counted on, and that of ARE where the text parts them. */
function ReferenceWages({ view: { file }, words }: AmountsCardProps) {
  const t = useTranslations('amounts.allowance')
  const names = useTranslations('amounts.names')
  const locale = useLocale()
  const wages = file.estimates.referenceWages
  const { areDaily } = file.amounts
  if (wages === null && areDaily === null) return null
  return (
    <>
      <dl className="ledger">
        {wages !== null && wages.asp !== null && (
          <div><dt>{t(wages.apart ? 'wageAsp' : 'wage')} <RuleChip rule="R-203" article={words.article('R-203')} /></dt><dd>{formatAmount(wages.asp, locale)}</dd></div>
        )}
        {wages !== null && wages.apart && wages.are !== null && <div><dt>{t('wageAre')}</dt><dd>{formatAmount(wages.are, locale)}</dd></div>}
        {areDaily !== null && <div><dt>{names('areDaily')} <RuleChip rule="R-203" article={words.article('R-203')} /></dt><dd>{formatAmount(areDaily, locale)}</dd></div>}
      </dl>
      {wages?.shared === true && <p className="sm muted">{t('wageShared')}</p>}
      {areDaily !== null && <AmountWhy about={names('areDaily')} steps={words.amount('areDaily', file)} />}
    </>
  )
}

/** What a job found before the term opens: the bonus, or the wage-gap indemnity, and which gives more. */
export function JobAmountsCard({ view: { file }, words }: AmountsCardProps) {
  const t = useTranslations('amounts')
  const { amounts, estimates, milestones } = file
  if (milestones.jobStartedOn === null || (amounts.bonusEligible === null && amounts.wageGapEligible === null)) return null
  return (
    <Card id="prime" title={t('job.title')} aside={<Estimate />}>
      <Bonus view={{ file }} words={words} />
      <WageGap view={{ file }} words={words} />
      {estimates.incentives !== null && amounts.bonusEligible !== null && (
        <div className="amount">
          <h3>{words.estimateName('incentives')}</h3>
          <p>{words.incentiveReason(estimates.incentives.reason)} <RuleChip rule="R-511" article={words.article('R-511')} /></p>
          <AmountWhy about={words.estimateName('incentives')} steps={words.estimate('incentives', file)} />
        </div>
      )}
      <Comparisons comparisons={estimates.comparisons} names={['bonusInstalment', 'wageGapPayment']} words={words} />
    </Card>
  )
}

function Bonus({ view: { file }, words }: AmountsCardProps) {
  const t = useTranslations('amounts.bonus')
  const { bonusTotal, bonusEligible } = file.amounts
  const conditions = file.estimates.bonusConditions
  if (bonusEligible === null && conditions === null) return null
  return (
    <>
      {bonusTotal === null ? (
        <div className="amount"><h3>{t('title')}</h3><p className="muted">{t(bonusEligible === false ? 'closed' : 'unknown')} <RuleChip rule="R-501" article={words.article('R-501')} /></p></div>
      ) : (
        <>
          <AmountLine label={t('title')} amount={bonusTotal} unit={t('twice')} rule="R-502" words={words} steps={words.amount('bonusTotal', file)} />
          <Payments payments={(file.amounts.bonusInstalments ?? []).map((payment, index) => ({ ...payment, number: index + 1, cut: false, paid: null }))} />
        </>
      )}
      {conditions !== null && (
        <details className="amount-why" open={bonusEligible === false}>
          <summary className="why">{t('conditions', { count: conditions.length })}</summary>
          <ul className="conditions">{conditions.map((condition) => <Condition key={condition.name} condition={condition} words={words} />)}</ul>
        </details>
      )}
    </>
  )
}

/** A condition of the bonus: met, missing, or not known, by a sign and a word. */
function Condition({ condition, words }: { readonly condition: BonusCondition; readonly words: LegalWords }) {
  const { label, effect, gives } = words.bonusCondition(condition)
  const sign = condition.met === null ? CircleHelp : condition.met ? CircleCheck : CircleX
  const tone = condition.met === null ? 'unknown' : condition.met ? 'met' : 'missing'
  return (
    <li className={tone}>
      <Icon of={sign} size={16} />
      <span>{label}{gives !== null && <span className="beneath">{gives}</span>}</span>
      <b>{effect}</b>
    </li>
  )
}

function WageGap({ view: { file }, words }: AmountsCardProps) {
  const t = useTranslations('amounts.wageGap')
  const locale = useLocale()
  const { wageGapMonthly, wageGapTotalCap } = file.amounts
  const { wageGapPayments, wageGapTotal } = file.estimates
  if (wageGapMonthly === null) return null
  return (
    <>
      <AmountLine label={t('title')} amount={wageGapMonthly} unit={t('perMonth')} rule="R-510" words={words} steps={words.amount('wageGapMonthly', file)} />
      <dl className="ledger">
        {wageGapTotal !== null && <div><dt>{t('total')}</dt><dd>{formatAmount(wageGapTotal, locale)}</dd></div>}
        {wageGapTotalCap !== null && <div><dt>{t('cap')}</dt><dd>{formatAmount(wageGapTotalCap, locale)}</dd></div>}
      </dl>
      {wageGapTotal !== null && <AmountWhy about={t('total')} steps={words.estimate('wageGapTotal', file)} />}
      {wageGapPayments !== null && wageGapPayments.length > 0 && (
        <details className="amount-why">
          <summary className="why">{t('payments', { count: wageGapPayments.length })}</summary>
          <Payments payments={wageGapPayments} />
        </details>
      )}
    </>
  )
}

interface Payment {
  readonly number: number
  readonly on: Parameters<typeof formatDay>[0]
  readonly amount: string
  readonly cut: boolean
  readonly paid: { readonly on: Parameters<typeof formatDay>[0]; readonly amount: string } | null
}

/** Payments one by one: when each can be made, how much, and what France Travail paid. */
function Payments({ payments }: { readonly payments: readonly Payment[] }) {
  const t = useTranslations('amounts.payments')
  const locale = useLocale()
  return (
    <dl className="ledger">
      {payments.map(({ number, on, amount, cut, paid }) => (
        <div key={number}>
          <dt>
            {t('from', { number, on: formatDay(on, locale) })}
            {cut && <span className="beneath">{t('cut')}</span>}
            {paid !== null && <span className="beneath">{t('paid', { amount: formatAmount(paid.amount, locale), on: formatDay(paid.on, locale) })}</span>}
          </dt>
          <dd>{formatAmount(amount, locale)}</dd>
        </div>
      ))}
    </dl>
  )
}
