import { csvCell } from '../exchange/csv.ts'
import { absenceWords, isKnown } from './figure-words.ts'
import type { ChartTable } from './table.ts'
import type { ChartWords } from './words.ts'
import type { Unit, Value } from './chart.ts'

const TEXT = { type: 'text' } as const

/** A head that says what its numbers are in. */
export function headOf(name: string, unit: Unit, words: ChartWords): string {
  return unit === 'count' ? name : words.inUnit(name, unit)
}

/** A cell as the project's exports write it: a number, or why there is none in words that no spreadsheet runs. */
export function figureCell(value: Value, words: ChartWords): string {
  // Four decimals are more than is shown, and none of the noise of a division.
  return isKnown(value) ? csvCell(Math.round(value * 10_000) / 10_000, { type: 'number' }, words.locale) : csvCell(absenceWords(typeof value === 'number' ? 'unknown' : value, words), TEXT, words.locale)
}

/** Lines of cells, as a French spreadsheet opens them. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.join(';')}\r\n`).join('')}`
}

/** The table of a chart as comma-separated values. */
export function chartCsv(table: ChartTable, words: ChartWords): string {
  const text = (one: string) => csvCell(one, TEXT, words.locale)
  return csvOf([
    [table.rowName, ...table.columns.map((name) => headOf(name, table.unit, words)), ...(table.standing ? [words.standing] : [])].map(text),
    ...table.rows.map((row) => [text(row.label), ...row.cells.map(({ value }) => figureCell(value, words)), ...(table.standing ? [text(row.standing === '' ? words.settled : row.standing)] : [])]),
  ])
}
