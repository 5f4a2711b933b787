import { CalendarDays } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { formatDayShort } from '@/lib/wording/format/index.ts'
import { formatTimes } from '@/lib/wording/format/time.ts'
import type { AgendaView } from '@/lib/agenda/views.ts'
import { EmptyState } from '../ui/notices.tsx'
import { agendaHref, type AgendaAddress } from './address.ts'
import { StandingLine } from './standing-line.tsx'
import { AppointmentState } from './state-badge.tsx'
import { stateKey, whereWords, whoWords } from './word-agenda.ts'

/** The same appointments as the grid, as a table: for a screen reader, for paper, for a phone. */
export function AppointmentsTable({ agenda, behind }: { readonly agenda: AgendaView; readonly behind: AgendaAddress }) {
  const t = useTranslations('agenda')
  const locale = useLocale()
  const words = { t, locale }
  const lines = agenda.days.flatMap(({ appointments }) => appointments)
  if (lines.length === 0) return <div className="card"><EmptyState sign={CalendarDays} title={t('list.empty')}>{t('list.emptyLead')}</EmptyState></div>
  return (
    <table className="table agenda-table" role="table" aria-label={t('list.caption')}>
      <thead role="rowgroup">
        <tr role="row">
          {(['person', 'day', 'time', 'kind', 'where', 'state'] as const).map((name) => <th key={name} scope="col" role="columnheader">{t(`list.${name}`)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((one) => (
          <tr key={one.id} role="row">
            <th scope="row" role="rowheader">
              {one.hidden || (one.file === null && !one.mayChange)
                ? <span>{whoWords(one, words)}</span>
                : <Link dir="auto" href={agendaHref({ ...behind, open: one.id })} scroll={false}>{whoWords(one, words)}</Link>}
            </th>
            <td role="cell" data-l={t('list.day')}>{formatDayShort(one.day, locale)}</td>
            <td role="cell" data-l={t('list.time')} className="nw">{formatTimes(one.time, one.endTime, locale)}</td>
            <td role="cell" data-l={t('list.kind')}>
              {t(`kind.${one.kind}`)}
              {one.meets !== null && <><br /><StandingLine standing={one.meets} /></>}
            </td>
            <td role="cell" data-l={t('list.where')}>{one.file === null ? null : whereWords(one, words)}</td>
            <td role="cell" data-l={t('list.state')}><AppointmentState state={stateKey(one, agenda.today)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
