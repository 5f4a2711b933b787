import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { placeHref } from '@/components/file/file-places.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { Pagination } from '@/components/ui/pagination.tsx'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import type { CostLinesPage } from '@/lib/steering/money/lists.ts'
import { formatAmount, formatDay, formatPeriod } from '@/lib/wording/format/index.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { funderWords } from './cost-words.ts'
import { CostStateWords } from './costs-card.tsx'
import { ExportShown, type ExportState } from '../exports/export-shown.tsx'
import { MONEY_PATHS, MoneyPlaces } from './money-places.tsx'
import { GoneNotice } from './period-form.tsx'
import { SteeringCrumb } from '../steering/steering-crumb.tsx'

/** The filters at work besides the span, in words. */
export function filterWords({ filter, placeName }: CostLinesPage, locale: Locale): readonly string[] {
  const { money } = messagesFor(locale)
  const { funder, kind, state, of, experiment } = filter
  return [
    ...(placeName === null ? [] : [placeName]),
    ...(funder === null ? [] : [funderWords(funder, locale)]),
    ...(kind === null ? [] : [money.kind[kind]]),
    ...(state === null ? [] : [state === 'spent' ? money.lines.spent : money.state[state]]),
    ...(of === 'after' ? [money.lines.after] : []),
    ...(experiment ? [money.lines.experiment] : []),
  ]
}

interface LinesScreenProps {
  readonly page: CostLinesPage
  readonly role: 'manager' | 'operator_admin'
  readonly exportLines: FormAction<ExportState>
}

/** The lines behind a sum, with the same count and the same sum. */
export function LinesScreen({ page, role, exportLines }: LinesScreenProps) {
  const t = useTranslations('money')
  const locale = useLocale()
  const { filter, lines, total, amount, search, accounts } = page
  const period = formatPeriod(filter.period.from, filter.period.to, locale)
  const chips = filterWords(page, locale)
  return (
    <>
      <div className="screen-head">
        <div>
          <SteeringCrumb />
          <h1>{t('lines.title')}</h1>
          <p className="muted"><b>{t('lines.lead', { count: total, amount: formatAmount(amount, locale), period })}</b></p>
        </div>
        {total > 0 && <div className="screen-tools"><ExportShown search={search} filter={[period, ...chips]} action={exportLines} /></div>}
      </div>
      <MoneyPlaces here="lines" search={accounts} />
      <GoneNotice problems={page.problems} />
      {chips.length > 0 && (
        <p className="money-chips"><span className="muted">{t('lines.filter')}</span>{chips.map((chip) => <b key={chip}>{chip}</b>)}<Link className="btn ghost" href={`${MONEY_PATHS.lines}?${accounts}`}><Icon of={X} size={16} />{t('lines.clear')}</Link></p>
      )}
      {lines.length === 0 ? <EmptyState title={t('lines.empty')} /> : (
        <>
          <table className="table money-table" role="table">
            <caption className="vh">{t('lines.caption')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">{t('lines.person')}</th>
                <th scope="col" role="columnheader">{t('field.label')}</th>
                <th scope="col" role="columnheader">{t('field.on')}</th>
                <th scope="col" role="columnheader">{t('field.funder')}</th>
                <th scope="col" role="columnheader">{t('field.state')}</th>
                <th scope="col" role="columnheader">{t('accounts.basin')}</th>
                <th scope="col" role="columnheader" className="num">{t('field.amount')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {lines.map((line, index) => (
                <tr key={`${line.reference}-${index}`} role="row">
                  <th scope="row" role="rowheader"><Link href={`${placeHref(line.reference, 'plan')}#couts`}><span dir="auto">{line.lastName} {line.firstName}</span></Link> <small>{line.reference}</small></th>
                  <td role="cell" className="money-label" data-l={t('field.label')}><span dir="auto">{line.label}</span> <small>{t(`kind.${line.kind}`)}</small></td>
                  <td role="cell" data-l={t('field.on')}>{formatDay(line.on, locale)}</td>
                  <td role="cell" data-l={t('field.funder')}>{funderWords(line.funder, locale)}</td>
                  <td role="cell" data-l={t('field.state')}><CostStateWords state={line.state} /></td>
                  <td role="cell" data-l={t('accounts.basin')}>{line.basinName}</td>
                  <td role="cell" className="num" data-l={t('field.amount')}>{formatAmount(line.amount, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pagination page={page.page} pageSize={50} total={total} address={`${MONEY_PATHS.lines}?${search}`} />
        </>
      )}
      <footer className="screen-foot"><RoleNote>{t(`role.${role}`, { day: formatDay(page.today, locale) })}</RoleNote></footer>
    </>
  )
}
