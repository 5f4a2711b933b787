import { pairsFrame } from '@/lib/charts/bars.ts'
import type { Pairs } from '@/lib/charts/chart.ts'
import { hasFigures, pairsTable } from '@/lib/charts/table.ts'
import { ChartFigure, type HeadingRank } from './chart-figure.tsx'
import { useChartWords } from './chart-words.ts'

/** Two bars a row: this period against the previous, this territory against the wider one. */
export function PairedBarChart({ heading, ...pairs }: Pairs & { readonly heading?: HeadingRank }) {
  const words = useChartWords()
  const frames = hasFigures(pairs.rows) ? { wide: pairsFrame(pairs, words, 'wide'), narrow: pairsFrame(pairs, words, 'narrow') } : null
  return <ChartFigure head={pairs} rank={heading} frames={frames} table={pairsTable(pairs)} />
}
