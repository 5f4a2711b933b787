import { barsFrame } from '@/lib/charts/bars.ts'
import type { Bars } from '@/lib/charts/chart.ts'
import { barsTable, hasFigures } from '@/lib/charts/table.ts'
import { ChartFigure, type HeadingRank } from './chart-figure.tsx'
import { useChartWords } from './chart-words.ts'

interface BarChartProps extends Bars {
  readonly heading?: HeadingRank
  /** Whether the same figures stand in a table beside it, which need not be told twice. */
  readonly tableBeside?: boolean
}

/** Lengths from zero, the largest first; stacked where there are several parts. */
export function BarChart({ heading, tableBeside = false, ...bars }: BarChartProps) {
  const words = useChartWords()
  const frames = hasFigures(bars.rows) ? { wide: barsFrame(bars, words, 'wide'), narrow: barsFrame(bars, words, 'narrow') } : null
  return <ChartFigure head={bars} rank={heading} frames={frames} table={barsTable(bars)} folded={!tableBeside} />
}
