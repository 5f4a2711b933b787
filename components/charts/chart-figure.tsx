import { ChartNoAxesColumn } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/notices.tsx'
import type { ChartHead } from '@/lib/charts/chart.ts'
import { chartCsv } from '@/lib/charts/csv.ts'
import type { Frame, LegendLine } from '@/lib/charts/frame.ts'
import { imageOf } from '@/lib/charts/image.ts'
import type { ChartTable } from '@/lib/charts/table.ts'
import { ChartFiles } from './chart-files.tsx'
import { useChartWords } from './chart-words.ts'
import { Drawing, Sample } from './drawing.tsx'
import { FiguresTable } from './figures-table.tsx'

export type HeadingRank = 'h2' | 'h3' | 'h4'

interface ChartFigureProps {
  readonly head: ChartHead
  readonly rank?: HeadingRank
  /** `null` where there is nothing to draw. */
  readonly frames: { readonly wide: Frame; readonly narrow: Frame } | null
  readonly table: ChartTable
  /** Whether the table stands folded under the drawing; not where the page shows it. */
  readonly folded?: boolean
}

/** What every chart is: its title and reading, the drawing at the width there is, its figures as a table, its files. */
export function ChartFigure({ head, rank, frames, table, folded = true }: ChartFigureProps) {
  const t = useTranslations('charts')
  const words = useChartWords()
  const { id, title, reading, note, empty } = head
  if (frames === null) return <NoFigures id={id} title={title} rank={rank} why={empty ?? t('empty')} />
  return (
    <figure className="chart" aria-labelledby={`${id}-title`}>
      <ChartHeading id={id} rank={rank}>{title}</ChartHeading>
      <p className="chart-reading" id={`${id}-reading`}>{reading}</p>
      <div role="img" aria-label={t('drawing', { title })} aria-describedby={`${id}-reading`}>
        <Drawing frame={frames.wide} prefix={`${id}-w`} className="chart-wide" />
        <Drawing frame={frames.narrow} prefix={`${id}-n`} className="chart-narrow" />
      </div>
      <Legend lines={frames.wide.legend} prefix={`${id}-lw`} className="chart-wide" />
      <Legend lines={frames.narrow.legend} prefix={`${id}-ln`} className="chart-narrow" />
      {note !== undefined && <p className="chart-note">{note}</p>}
      <div className="chart-foot">
        {folded && (
          <details className="chart-table">
            <summary>{t('asTable')}</summary>
            <FiguresTable table={table} />
          </details>
        )}
        <ChartFiles id={id} title={title} csv={chartCsv(table, words)} image={imageOf({ title, reading, note }, frames.wide)} />
      </div>
    </figure>
  )
}

export function ChartHeading({ id, rank: Rank = 'h3', children }: { readonly id: string; readonly rank?: HeadingRank; readonly children: ReactNode }) {
  return <Rank className="chart-title" id={`${id}-title`}>{children}</Rank>
}

/** A chart without a figure: why, in the place of the drawing. */
export function NoFigures({ id, title, rank, why }: { readonly id: string; readonly title: string; readonly rank?: HeadingRank; readonly why: string }) {
  const t = useTranslations('charts')
  return (
    <figure className="chart" aria-labelledby={`${id}-title`}>
      <ChartHeading id={id} rank={rank}>{title}</ChartHeading>
      <EmptyState sign={ChartNoAxesColumn} title={t('emptyTitle')}>{why}</EmptyState>
    </figure>
  )
}

export function Legend({ lines, prefix, className }: { readonly lines: readonly LegendLine[]; readonly prefix: string; readonly className?: string }) {
  if (lines.length === 0) return null
  return (
    <ul className={`chart-legend ${className ?? ''}`}>
      {lines.map(({ sample, words }, at) => <li key={words}><Sample shapes={sample} prefix={`${prefix}${at}`} />{words}</li>)}
    </ul>
  )
}
