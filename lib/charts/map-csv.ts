import { csvCell } from '../exchange/csv.ts'
import type { BasinMapSpec } from './chart.ts'
import { csvOf, figureCell, headOf } from './csv.ts'
import { inOrder } from './map.ts'
import type { ChartWords } from './words.ts'

/** The basins of a map as comma-separated values, in the order of its table. */
export function mapCsv({ basins, size, colour, order }: Pick<BasinMapSpec, 'basins' | 'size' | 'colour' | 'order'>, heads: { readonly code: string; readonly name: string }, words: ChartWords): string {
  const text = (one: string) => csvCell(one, { type: 'text' }, words.locale)
  return csvOf([
    [heads.code, heads.name, headOf(size.name, size.unit, words), headOf(colour.name, colour.unit, words)].map(text),
    ...inOrder(basins, order).map((basin) => [text(basin.code), text(basin.name), figureCell(basin.size, words), figureCell(basin.colour, words)]),
  ])
}
