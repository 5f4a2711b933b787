import { CircleCheck, CircleDashed, Handshake, Plus, type LucideIcon } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState } from '@/components/ui/notices.tsx'
import type { CostState } from '@/lib/cases/content/costs.ts'
import type { PastCost } from '@/lib/cases/costs/costs.ts'
import type { CostsOfFile } from '@/lib/cases/costs/costs-of-file.ts'
import type { AllowancePaid } from '@/lib/indicators/allowance.ts'
import { formatAmount, formatDay } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { costHref } from './address.ts'
import { funderWords } from './cost-words.ts'

const SIGNS: Readonly<Record<CostState, LucideIcon>> = { planned: CircleDashed, committed: Handshake, paid: CircleCheck }

/** How far an expense has gone: a word and a sign. */
export function CostStateWords({ state }: { readonly state: CostState }) {
  const t = useTranslations('money')
  return <span className={`cost-state ${state}`}><Icon of={SIGNS[state]} size={16} />{t(`state.${state}`)}</span>
}

interface CostsCardProps {
  readonly reference: string
  readonly costs: CostsOfFile
  /** The lines of the plan that a cost may name, by their ids. */
  readonly planLines: ReadonlyMap<string, string>
  /** What the allowance has paid so far, estimated; `null` before the CSP. */
  readonly allowance: AllowancePaid | null
}

/** What a file’s measures cost and who pays: sums, lines, and what became of each. */
export function CostsCard({ reference, costs, planLines, allowance }: CostsCardProps) {
  const t = useTranslations('money')
  const locale = useLocale()
  const { lines, withdrawn, sums, byFunder, mayRecord } = costs
  const add = mayRecord ? <LinkButton href={costHref(reference, { open: 'new', planLine: '' })} scroll={false}><Icon of={Plus} />{t('file.add')}</LinkButton> : undefined
  return (
    <Card id="couts" title={t('file.title')} aside={<><span className="est">{t('file.article')}</span>{add}</>}>
      {lines.length === 0 ? <EmptyState title={t('file.none')}>{t('file.noneLead')}</EmptyState> : (
        <>
          <dl className="cost-sums">
            {(['planned', 'committed', 'paid'] as const).map((state) => <div key={state}><dt>{t(`state.${state}`)}</dt><dd>{formatAmount(sums[state], locale)}</dd></div>)}
            <div className="cost-all"><dt>{t('file.all')}</dt><dd>{formatAmount(sums.all, locale)}</dd></div>
          </dl>
          {byFunder.length > 1 && (
            <dl className="cost-funders" aria-label={t('file.byFunder')}>
              {byFunder.map(({ funder, sums: of }) => <div key={funder}><dt>{funderWords(funder, locale)}</dt><dd>{formatAmount(of.all, locale)}</dd></div>)}
            </dl>
          )}
          <table className="cost-lines" role="table">
            <caption className="vh">{t('file.caption')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">{t('field.label')}</th>
                <th scope="col" role="columnheader">{t('field.on')}</th>
                <th scope="col" role="columnheader">{t('field.funder')}</th>
                <th scope="col" role="columnheader">{t('field.state')}</th>
                <th scope="col" role="columnheader" className="num">{t('field.amount')}</th>
                {mayRecord && <th scope="col" role="columnheader" className="no-print"><span className="vh">{t('file.change')}</span></th>}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {lines.map((line) => (
                <tr key={line.id} role="row">
                  <th scope="row" role="rowheader">
                    <span dir="auto">{line.label}</span>
                    <small>{t(`kind.${line.kind}`)}{line.planLine !== null && planLines.has(line.planLine) && <>, {t('file.ofPlan', { line: planLines.get(line.planLine) ?? '' })}</>}</small>
                    <Past past={line.past} />
                  </th>
                  <td role="cell" data-l={t('field.on')}>{formatDay(line.on, locale)}</td>
                  <td role="cell" data-l={t('field.funder')}>{funderWords(line.funder, locale)}</td>
                  <td role="cell" data-l={t('field.state')}><CostStateWords state={line.state} /></td>
                  <td role="cell" className="num" data-l={t('field.amount')}>{formatAmount(line.amount, locale)}</td>
                  {mayRecord && (
                    <td role="cell" className="no-print cost-acts">
                      <Link className="why" href={costHref(reference, { open: 'change', costId: line.id })} scroll={false}>{t('file.change')}<span className="vh"> : {line.label}</span></Link>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {allowance !== null && (
        <dl className="cost-allowance">
          <dt>{t('file.allowance')}</dt>
          <dd>
            {allowance.amount === null || allowance.daily === null
              ? t('file.allowanceUnknown')
              : <>{allowance.days > 0 && <b>{formatAmount(allowance.amount, locale)}</b>} <span className="muted">{t('file.allowanceDays', { days: allowance.days, daily: formatAmount(allowance.daily, locale) })}</span></>}
          </dd>
        </dl>
      )}
      {withdrawn.length > 0 && (
        <details className="cost-past">
          <summary>{t('file.withdrawn', { count: withdrawn.length })}</summary>
          <ul>{withdrawn.map((line) => <li key={line.id}><span dir="auto">{line.label}</span>, {formatAmount(line.amount, locale)}. <PastWords line={line} /></li>)}</ul>
        </details>
      )}
    </Card>
  )
}

/** What a line was before, the latest first. */
function Past({ past }: { readonly past: readonly PastCost[] }) {
  const t = useTranslations('money.file')
  const states = useTranslations('money.state')
  const locale = useLocale()
  if (past.length === 0) return null
  return (
    <details className="cost-past">
      <summary>{t('past', { count: past.length })}</summary>
      <ul>
        {past.map((line) => (
          <li key={line.id}>
            {t('was', { what: line.label, amount: formatAmount(line.amount, locale), state: states(line.state).toLowerCase(), funder: funderWords(line.funder, locale), day: formatDay(line.on, locale) })} <PastWords line={line} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function PastWords({ line }: { readonly line: PastCost }) {
  const t = useTranslations('money.file')
  const locale = useLocale()
  const values = { who: line.changedBy, when: formatMoment(line.changedAt, locale) }
  return (
    <span className="muted">
      {t(`left.${line.change}`, values)}
      {line.reason !== null && <> {t('because', { reason: line.reason })}</>}
    </span>
  )
}
