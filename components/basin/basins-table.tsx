import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import type { BasinsOverview } from '@/lib/cases/views/basins.ts'
import { formatCount } from '@/lib/wording/format/index.ts'
import { FigureLink } from './figure-link.tsx'

/** Every basin on one line, with figures that open their files, and the whole below. */
export function BasinsTable({ overview }: { overview: BasinsOverview }) {
  const t = useTranslations('basin')
  const locale = useLocale()
  const columns = ['live', 'entries', 'exits', 'overdue'] as const
  return (
    <table className="table basins-table" role="table">
      <caption className="vh">{t('all.table')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('column.basin')}</th>
          <th scope="col" role="columnheader">{t('column.departments')}</th>
          {columns.map((column) => <th key={column} scope="col" role="columnheader" className="num">{t(`figure.${column}`)}</th>)}
          <th scope="col" role="columnheader" className="num">{t('figure.counsellors')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {overview.basins.map((basin) => (
          <tr key={basin.code} role="row">
            <th scope="row" role="rowheader"><Link href={`/bassins/${basin.code}?trimestre=${overview.quarter.code}`}>{basin.name}</Link></th>
            <td role="cell" data-l={t('column.departments')}>{basin.departmentCodes.join(', ')}</td>
            {columns.map((column) => (
              <td key={column} role="cell" className="num" data-l={t(`figure.${column}`)}>
                <FigureLink figure={basin[column]} label={`${basin.name}, ${t(`figure.${column}`)}`} className={column === 'overdue' && basin.overdue.count > 0 ? 'late-figure' : undefined} />
              </td>
            ))}
            <td role="cell" className="num" data-l={t('figure.counsellors')}>{formatCount(basin.counsellors, locale)}</td>
          </tr>
        ))}
        <tr className="sum" role="row">
          <th scope="row" role="rowheader">{t('all.total')}</th>
          <td role="cell" className="no-label" />
          {columns.map((column) => (
            <td key={column} role="cell" className="num" data-l={t(`figure.${column}`)}>
              <FigureLink figure={overview.total[column]} label={`${t('all.total')}, ${t(`figure.${column}`)}`} />
            </td>
          ))}
          <td role="cell" className="no-label" />
        </tr>
      </tbody>
    </table>
  )
}
