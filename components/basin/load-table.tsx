import { useLocale, useTranslations } from 'next-intl'
import type { Stage } from '@/lib/accord/file/case-file.ts'
import type { Figure } from '@/lib/cases/views/basins.ts'
import { formatCount } from '@/lib/wording/format/index.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { FigureLink } from './figure-link.tsx'
import { averageLoad, bandCounts, BANDS, scaleTop, type BandCount } from './stage-bands.ts'

export interface Load {
  readonly id: string
  readonly name: string
  readonly live: Figure
  readonly byStage: readonly { readonly stage: Stage; readonly count: number }[]
  readonly overdue: Figure
}

/** A segment narrower than this share of the bar does not carry its figure. */
const LABELLED_FROM_PERCENT = 7

export function BandLegend() {
  const t = useTranslations('basin')
  return (
    <ul className="band-legend" aria-label={t('load.legend')}>
      {BANDS.map((band) => <li key={band}><i className={`load-band ${band}`} />{t(`band.${band}`)}</li>)}
    </ul>
  )
}

/** One load as a bar on a shared scale, with the average as a dashed line. */
export function LoadBar({ bands, top, average }: { bands: readonly BandCount[]; top: number; average: number }) {
  const t = useTranslations('basin')
  const said = bands.filter(({ count }) => count > 0).map(({ band, count }) => `${t(`band.${band}`)} ${count}`).join(', ')
  return (
    <span className="load-bar" role="img" aria-label={said}>
      {bands.filter(({ count }) => count > 0).map(({ band, count }) => {
        const width = (count / top) * 100
        return <i key={band} className={`load-band ${band}`} style={{ width: `${width}%` }}>{width >= LABELLED_FROM_PERCENT && <span>{count}</span>}</i>
      })}
      <b className="load-average" style={{ left: `${(average / top) * 100}%` }} />
    </span>
  )
}

/** Everyone's load, side by side; the table itself is the chart's alternative. */
export function LoadTable({ loads }: { loads: readonly Load[] }) {
  const t = useTranslations('basin.load')
  const locale = useLocale()
  if (loads.length === 0) return <p className="muted">{t('empty')}</p>
  const counts = loads.map((load) => load.live.count)
  const top = scaleTop(Math.max(...counts))
  const average = averageLoad(counts)
  return (
    <>
      <BandLegend />
      <table className="load-table" role="table">
        <caption className="vh">{t('caption')}</caption>
        <thead className="vh" role="rowgroup">
          <tr role="row">
            {(['counsellor', 'stages', 'total', 'gap', 'overdue'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(column)}</th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {loads.map((load) => {
            const gap = load.live.count - average
            return (
              <tr key={load.id} role="row">
                <th scope="row" role="rowheader">{load.name}</th>
                <td className="load-cell" role="cell"><LoadBar bands={bandCounts(load.byStage)} top={top} average={average} /></td>
                <td className="load-total" role="cell"><FigureLink figure={load.live} label={load.name} /></td>
                <td className="load-gap" role="cell">
                  {gap === 0 ? t('even') : t(gap > 0 ? 'above' : 'below', { count: formatCount(Math.abs(gap), locale) })}
                </td>
                <td className="load-late" role="cell">
                  {load.overdue.count === 0 ? <span className="faint">{t('none')}</span> : (
                    <a href={`/dossiers?${load.overdue.search}`} aria-label={`${load.name}, ${t('late', { count: load.overdue.count })}`}>
                      <StatusBadge state="overdue">{t('late', { count: load.overdue.count })}</StatusBadge>
                    </a>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
