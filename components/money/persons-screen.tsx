import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { placeHref } from '@/components/file/file-places.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { Pagination } from '@/components/ui/pagination.tsx'
import type { PersonMoney, PersonsPage } from '@/lib/steering/money/lists.ts'
import { formatAmount, formatDay, formatPeriod } from '@/lib/wording/format/index.ts'
import { MONEY_PATHS, MoneyPlaces } from './money-places.tsx'
import { GoneNotice } from './period-form.tsx'
import { SteeringCrumb } from '../steering/steering-crumb.tsx'

interface PersonsScreenProps {
  readonly page: PersonsPage
  readonly role: 'manager' | 'operator_admin'
}

/** The persons behind the accounts: what was spent for each, and what the allowance has paid. */
export function PersonsScreen({ page, role }: PersonsScreenProps) {
  const t = useTranslations('money')
  const locale = useLocale()
  const { filter, persons, total, spent, allowance, unknown, search, accounts, placeName } = page
  const period = formatPeriod(filter.period.from, filter.period.to, locale)
  const chips = [...(placeName === null ? [] : [placeName]), ...(filter.of === 'without' || filter.of === 'unknown' ? [t(`persons.only.${filter.of}`)] : []), ...(filter.experiment ? [t('lines.experiment')] : [])]
  return (
    <>
      <div className="screen-head">
        <div>
          <SteeringCrumb />
          <h1>{t('persons.title')}</h1>
          <p className="muted"><b>{t('persons.lead', { count: total, period, spent: formatAmount(spent, locale), allowance: formatAmount(allowance, locale) })}</b> {unknown > 0 && t('accounts.unknownLong', { count: unknown })}</p>
        </div>
      </div>
      <MoneyPlaces here="persons" search={accounts} />
      <GoneNotice problems={page.problems} />
      {chips.length > 0 && (
        <p className="money-chips"><span className="muted">{t('lines.filter')}</span>{chips.map((chip) => <b key={chip}>{chip}</b>)}<Link className="btn ghost" href={`${MONEY_PATHS.persons}?${accounts}`}><Icon of={X} size={16} />{t('persons.clear')}</Link></p>
      )}
      {persons.length === 0 ? <EmptyState title={t('persons.empty')} /> : (
        <>
          <table className="table money-table" role="table">
            <caption className="vh">{t('persons.caption')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">{t('lines.person')}</th>
                <th scope="col" role="columnheader">{t('accounts.basin')}</th>
                <th scope="col" role="columnheader">{t('persons.support')}</th>
                <th scope="col" role="columnheader" className="num">{t('accounts.spent')}</th>
                <th scope="col" role="columnheader" className="num">{t('accounts.planned')}</th>
                <th scope="col" role="columnheader" className="num">{t('accounts.allowance')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {persons.map((person) => (
                <tr key={person.reference} role="row">
                  <th scope="row" role="rowheader"><Link href={`${placeHref(person.reference, 'plan')}#couts`}><span dir="auto">{person.lastName} {person.firstName}</span></Link> <small>{person.reference}</small></th>
                  <td role="cell" data-l={t('accounts.basin')}>{person.basinName}</td>
                  <td role="cell" data-l={t('persons.support')}>{person.last === null ? t('persons.from', { day: formatDay(person.first, locale) }) : formatPeriod(person.first, person.last, locale)}</td>
                  <td role="cell" className="num" data-l={t('accounts.spent')}>{formatAmount(person.spent, locale)}</td>
                  <td role="cell" className="num" data-l={t('accounts.planned')}>{formatAmount(person.planned, locale)}</td>
                  <td role="cell" className="num" data-l={t('accounts.allowance')}><Allowance person={person} /></td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pagination page={page.page} pageSize={50} total={total} address={`${MONEY_PATHS.persons}?${search}`} />
        </>
      )}
      <p className="sm muted">{t('threshold.how')}</p>
      <footer className="screen-foot"><RoleNote>{t(`role.${role}`, { day: formatDay(page.today, locale) })}</RoleNote></footer>
    </>
  )
}

/** The allowance, and what it is made of. */
function Allowance({ person: { allowance, days, daily } }: { readonly person: PersonMoney }) {
  const t = useTranslations('money.persons')
  const locale = useLocale()
  if (allowance === null || daily === null) return <small>{t('noDaily', { days })}</small>
  return <>{formatAmount(allowance, locale)} <small>{t('allowance', { days, daily: formatAmount(daily, locale) })}</small></>
}
