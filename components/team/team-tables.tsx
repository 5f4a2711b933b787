import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import type { Team } from '@/lib/cases/views/basins.ts'
import { formatCount } from '@/lib/wording/format/index.ts'
import { FigureLink } from '../basin/figure-link.tsx'
import { LinkButton } from '../ui/button.tsx'

/** Everyone of the team, with one thing to do for who may share files out. */
export function PeopleTable({ members, mayAssign, mayTellAbsence }: { members: Team['members']; mayAssign: boolean; mayTellAbsence: boolean }) {
  const t = useTranslations('team.people')
  const roles = useTranslations('team.role')
  const locale = useLocale()
  return (
    <table className="table people-table" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['name', 'role', 'basins'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(column)}</th>)}
          {(['live', 'referent', 'overdue'] as const).map((column) => <th key={column} scope="col" role="columnheader" className="num">{t(column)}</th>)}
          {(mayAssign || mayTellAbsence) && <th scope="col" role="columnheader"><span className="vh">{t('act')}</span></th>}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {members.map((member) => (
          <tr key={member.id} role="row">
            <th scope="row" role="rowheader">{member.name}{!member.active && <> <span className="tag">{t('inactive')}</span></>}</th>
            <td role="cell" data-l={t('role')}>{roles(member.role)}</td>
            <td role="cell" data-l={t('basins')}>{member.basins.length === 0 ? t('none') : member.basins.map(({ name }) => name).join(', ')}</td>
            <td role="cell" className="num" data-l={t('live')}><FigureLink figure={member.live} label={`${member.name}, ${t('live')}`} /></td>
            <td role="cell" className="num" data-l={t('referent')}>
              {member.asReferent === 0 ? <span className="faint">{formatCount(0, locale)}</span> : (
                <Link href={`/dossiers?referent=${member.id}&stage=in_job,follow_up_after_job`} aria-label={`${member.name}, ${t('referent')}, ${member.asReferent}`}>
                  {formatCount(member.asReferent, locale)}
                </Link>
              )}
            </td>
            <td role="cell" className="num" data-l={t('overdue')}>
              <FigureLink figure={member.overdue} label={`${member.name}, ${t('overdue')}`} className={member.overdue.count > 0 ? 'late-figure' : undefined} />
            </td>
            {(mayAssign || mayTellAbsence) && (
              <td role="cell" className="people-act">
                {mayAssign && member.live.count + member.referred > 0 && (
                  <LinkButton look="ghost" href={`/equipe?de=${member.id}`} scroll={false}>{t('share')}<span className="vh">{t('forPerson', { name: member.name })}</span></LinkButton>
                )}
                {mayTellAbsence && member.active && (
                  <LinkButton look="ghost" href={`/equipe?absent=${member.id}`} scroll={false}>{t('absence')}<span className="vh">{t('forPerson', { name: member.name })}</span></LinkButton>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export interface WordedReassignment {
  readonly key: string
  readonly iso: string
  readonly when: string
  readonly reference: string
  readonly personName: string
  readonly to: string
  readonly by: string
  readonly reason: string | null
}

/** Who gave which file to whom, and why. */
export function ReassignmentTable({ reassignments }: { reassignments: readonly WordedReassignment[] }) {
  const t = useTranslations('team.history')
  if (reassignments.length === 0) return <p className="muted">{t('empty')}</p>
  return (
    <table className="table" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">{(['file', 'when', 'to', 'by', 'reason'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(column)}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {reassignments.map((line) => (
          <tr key={line.key} role="row">
            <th scope="row" role="rowheader"><Link href={`/dossiers/${encodeURIComponent(line.reference)}`}>{line.personName}</Link></th>
            <td role="cell" data-l={t('when')}><time dateTime={line.iso}>{line.when}</time></td>
            <td role="cell" data-l={t('to')}>{line.to}</td>
            <td role="cell" data-l={t('by')}>{line.by}</td>
            <td role="cell" data-l={t('reason')} className="reason">{line.reason ?? t('noReason')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
