import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import type { EmployersPage, ListedEmployer } from '@/lib/cases/views/employers.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { capitalised, formatCount, formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { employerHref } from './address.ts'

/** Former employers with what is awaited of each. */
export function EmployersTable({ page }: { readonly page: EmployersPage }) {
  const t = useTranslations('employers.list')
  const columns = ['name', 'siret', 'people', 'last', 'missing', 'next'] as const
  return (
    <table className="table employers-table" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">{columns.map((column) => <th key={column} scope="col" role="columnheader">{t(column)}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {page.employers.map((employer) => <Line key={employer.id} employer={employer} today={page.today} />)}
      </tbody>
    </table>
  )
}

function Line({ employer, today }: { readonly employer: ListedEmployer; readonly today: EmployersPage['today'] }) {
  const t = useTranslations('employers.list')
  const locale = useLocale()
  const { id, name, siret, files, liveFiles, lastEngagedOn, incomplete, nextSendingOn } = employer
  return (
    <tr role="row">
      <th scope="row" role="rowheader"><Link href={employerHref(id)} dir="auto">{name}</Link></th>
      <td role="cell" data-l={t('siret')} className="nw">{siret ?? <span className="faint">–</span>}</td>
      <td role="cell" data-l={t('people')}>{liveFiles === files ? formatCount(liveFiles, locale) : t('peopleOf', { live: formatCount(liveFiles, locale), all: formatCount(files, locale) })}</td>
      <td role="cell" data-l={t('last')}>{lastEngagedOn === null ? <span className="faint">–</span> : formatDay(lastEngagedOn, locale)}</td>
      <td role="cell" data-l={t('missing')}>{incomplete === 0 ? <span className="faint">{t('missingCount', { count: 0 })}</span> : t('missingCount', { count: incomplete })}</td>
      <td role="cell" data-l={t('next')}>
        {nextSendingOn === null ? <span className="faint">{t('none')}</span> : (
          <>
            {formatDay(nextSendingOn, locale)}{' '}
            <StatusBadge state={deadlineStateOn({ dueOn: nextSendingOn, metOn: null, cancelled: false }, today)}>{capitalised(relativeDay(nextSendingOn, today, locale))}</StatusBadge>
          </>
        )}
      </td>
    </tr>
  )
}
