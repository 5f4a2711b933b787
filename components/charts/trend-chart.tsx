import type { Trend } from '@/lib/charts/chart.ts'
import { hasFigures, trendTable } from '@/lib/charts/table.ts'
import { trendFrame } from '@/lib/charts/trend.ts'
import { ChartFigure, type HeadingRank } from './chart-figure.tsx'
import { useChartWords } from './chart-words.ts'

/** One or two lines over months or quarters. */
export function TrendChart({ heading, ...trend }: Trend & { readonly heading?: HeadingRank }) {
  const words = useChartWords()
  const frames = trend.periods.length > 0 && hasFigures(trend.series) ? { wide: trendFrame(trend, words, 'wide'), narrow: trendFrame(trend, words, 'narrow') } : null
  return <ChartFigure head={trend} rank={heading} frames={frames} table={trendTable(trend, words)} />
}
