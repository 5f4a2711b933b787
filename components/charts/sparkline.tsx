import type { Spark } from '@/lib/charts/chart.ts'
import { isKnown } from '@/lib/charts/figure-words.ts'
import { sparkFrame } from '@/lib/charts/spark.ts'
import { Drawing } from './drawing.tsx'

/** The small line of a figure card; nothing where fewer than two figures are known. */
export function Sparkline(spark: Spark) {
  if (spark.values.filter(isKnown).length < 2) return null
  return (
    <span className="sparkline" role="img" aria-label={spark.reading} title={spark.reading}>
      <Drawing frame={sparkFrame(spark)} prefix="spark" />
    </span>
  )
}
