import { Landmark } from 'lucide-react'
import type { CommitteeLine } from '@/lib/steering/committees/queries.ts'
import { EmptyState } from '../ui/notices.tsx'
import Link from '../ui/link.tsx'
import { useCommitteeWords } from './committee-words.ts'

/** Committees, each with its next date, what is to be said of its quarters and its decisions. */
export function CommitteeTable({ committees, caption, root, keeps }: { readonly committees: readonly CommitteeLine[]; readonly caption: string; readonly root: string; readonly keeps: boolean }) {
  const { t, on, quarter, list } = useCommitteeWords()
  if (committees.length === 0) return <EmptyState sign={Landmark} title={t('empty')}>{t(keeps ? 'emptyKeep' : 'emptyRead')}</EmptyState>
  return (
    <table className="table committee-table" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{(['committee', 'next', 'say', 'decisions'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(`column.${column}`)}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {committees.map((one) => {
          const says = [
            ...(one.toConfirm > 0 ? [t('say.toConfirm', { count: one.toConfirm })] : []),
            ...(one.toPlan === null ? [] : [t('say.toPlan', { quarter: quarter(one.toPlan) })]),
          ]
          return (
            <tr role="row" key={one.id}>
              <th scope="row" role="rowheader">
                <Link href={`${root}/${one.id}`}>{one.name}</Link>
                <span className="committee-detail">{t(`level.${one.level}`)} · {one.placeName}, {t(`keeper.${one.keeper}`)}</span>
              </th>
              <td role="cell" data-l={t('column.next')}>
                <span>{one.next === null ? <span className="muted">{t('next.none')}</span> : <>{on(one.next.on)}{one.next.at !== null && <span className="committee-detail">{one.next.at}</span>}</>}</span>
              </td>
              <td role="cell" data-l={t('column.say')}>
                <span>
                  {one.missed.length > 0 && <b className="late committee-line">{t('say.missed', { quarters: list(one.missed.map(quarter)) })}</b>}
                  {says.map((said) => <span className="committee-line" key={said}>{said}</span>)}
                  {one.missed.length + says.length === 0 && <span className="muted">{t('say.nothing')}</span>}
                </span>
              </td>
              <td role="cell" data-l={t('column.decisions')}>
                <span>
                  {one.overdueDecisions > 0 && <b className="late committee-line">{t('decisions.overdue', { count: one.overdueDecisions })}</b>}
                  <span className={one.openDecisions === 0 ? 'muted' : undefined}>{t('decisions.open', { count: one.openDecisions })}</span>
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
