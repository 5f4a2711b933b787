import { useLocale, useTranslations } from 'next-intl'
import type { AbsenceView } from '@/lib/cases/handover/absence-queries.ts'
import { formatPeriod } from '@/lib/wording/format/index.ts'
import { ToldForm, type ToldAction } from './told-form.tsx'

export interface AbsenceListProps {
  readonly absences: readonly AbsenceView[]
  /** Whether the lines are one's own: they then name the stand-in only. */
  readonly own?: boolean
  readonly end: ToldAction
}

/** Who is away, who follows their files, and a way to end it. */
export function AbsenceList({ absences, own = false, end }: AbsenceListProps) {
  const t = useTranslations('handover.absences')
  const locale = useLocale()
  if (absences.length === 0) return <p className="muted">{t(own ? 'emptyOwn' : 'empty')}</p>
  return (
    <table className="table absence-table" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(own ? (['when', 'standIn'] as const) : (['who', 'when', 'standIn', 'files'] as const)).map((column) => <th key={column} scope="col" role="columnheader">{t(column)}</th>)}
          <th scope="col" role="columnheader"><span className="vh">{t('act')}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {absences.map((absence) => {
          const when = <>{formatPeriod(absence.from, absence.to, locale)}{absence.now && <> <span className="tag">{t('now')}</span></>}</>
          return (
            <tr key={absence.id} role="row">
              <th scope="row" role="rowheader">{own ? when : absence.name}</th>
              {!own && <td role="cell" data-l={t('when')}>{when}<small className="muted">{t(`reasons.${absence.reason}`)}</small></td>}
              <td role="cell" data-l={t('standIn')}>{absence.standIn}</td>
              {!own && <td role="cell" data-l={t('files')}>{t('count', { count: absence.liveFiles })}</td>}
              <td role="cell" className="people-act">
                <ToldForm action={end} name="absenceId" value={absence.id}>{t(absence.now ? 'end' : 'cancel')}<span className="vh">{t('about', { name: absence.name })}</span></ToldForm>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
