// The figures of a chart as a table: the same ones, in the order they are drawn. The page shows it, the file holds it.
import { barRows, pairRows } from './bars.ts'
import type { Bars, Pairs, Trend, Unit, Value } from './chart.ts'
import type { ChartWords } from './words.ts'

export interface TableCell {
  readonly value: Value
  readonly href: string | null
}

export interface TableRow {
  readonly key: string
  readonly label: string
  readonly cells: readonly TableCell[]
  /** Whether its figures may still change, in words; empty where they may not. */
  readonly standing: string
}

export interface ChartTable {
  readonly caption: string
  readonly unit: Unit
  readonly rowName: string
  readonly columns: readonly string[]
  /** Whether a column says which figures may still change. */
  readonly standing: boolean
  readonly rows: readonly TableRow[]
}

const cell = (values: readonly Value[], hrefs: readonly (string | null)[] | undefined, at: number): TableCell => ({ value: values[at] ?? (at in values ? null : 'unknown'), href: hrefs?.[at] ?? null })

export function trendTable({ title, unit, periodName, periods, series }: Trend, words: ChartWords): ChartTable {
  return {
    caption: title,
    unit,
    rowName: periodName,
    columns: series.map(({ name }) => name),
    standing: periods.some(({ standing = 'settled' }) => standing !== 'settled'),
    rows: periods.map(({ key, label, standing = 'settled', standingNote }, at) => ({
      key,
      label,
      cells: series.map(({ values, hrefs }) => cell(values, hrefs, at)),
      standing: standing === 'settled' ? '' : standingNote === undefined ? words[standing] : words.named(words[standing], standingNote),
    })),
  }
}

export function barsTable(bars: Bars): ChartTable {
  return rowsTable(bars, barRows(bars))
}

export function pairsTable(pairs: Pairs): ChartTable {
  return rowsTable(pairs, pairRows(pairs))
}

function rowsTable({ title, unit, rowName, parts }: Bars | Pairs, rows: Bars['rows']): ChartTable {
  return {
    caption: title,
    unit,
    rowName,
    columns: parts.map(({ name }) => name),
    standing: false,
    rows: rows.map(({ key, label, values, hrefs }) => ({ key, label, cells: parts.map((_, at) => cell(values, hrefs, at)), standing: '' })),
  }
}

/** Whether there is anything to draw: a number, or one that is masked. */
export function hasFigures(rows: readonly { readonly values: readonly Value[] }[]): boolean {
  return rows.some(({ values }) => values.some((value) => value !== 'unknown'))
}
