// A workbook written as it is read, so that its length costs no memory: days as days, amounts as numbers, and texts as
// texts, which no spreadsheet takes for a formula.
import type { Writable } from 'node:stream'
import { day, daysBetween, isoOf, type Day } from '../accord/calendar/day.ts'
import type { Locale } from '../wording/locale.ts'
import { sheetName } from '../wording/sheet-name.ts'
import { wordOf } from './csv.ts'
import type { Cell, CellType, ColumnHead, SheetWriter } from './sheet.ts'

/** Spreadsheets count days from 30 December 1899, and take 1900 for a leap year: their first two months are a day off. */
const FIRST_COUNTED = day('1900-03-01')
const COUNTED_BEFORE_1970 = 25_569
const EPOCH = day('1970-01-01')
/** The most a cell holds. */
const LONGEST_CELL = 32_767

const FORMATS: Readonly<Record<CellType, string | undefined>> = { text: '@', day: 'dd/mm/yyyy', number: undefined, amount: '#,##0.00 "€"', boolean: undefined }
const WIDTHS: Readonly<Record<CellType, number>> = { text: 24, day: 13, number: 12, amount: 14, boolean: 10 }

function dayCell(value: Day): number | string {
  return value < FIRST_COUNTED ? isoOf(value) : daysBetween(EPOCH, value) + COUNTED_BEFORE_1970
}

/** One cell, as the library takes it: a text is never an object that it would read as a formula. */
function cellOf(cell: Cell, { type }: ColumnHead, locale: Locale): string | number | null {
  if (cell === null) return null
  switch (type) {
    case 'text':
      return String(cell).slice(0, LONGEST_CELL)
    case 'day':
      return dayCell(cell as Day)
    case 'number':
    case 'amount':
      return Number(cell)
    case 'boolean':
      return wordOf(cell as boolean, locale)
  }
}

/** Writes to `out` a workbook of two sheets: the rows under a head that stays, then what the export is. */
export async function xlsxWriter(out: Writable, title: string, columns: readonly ColumnHead[], locale: Locale): Promise<SheetWriter> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ key, type, header }) => ({
    key, width: Math.max(WIDTHS[type], Math.min(30, header.length + 3)), style: FORMATS[type] === undefined ? {} : { numFmt: FORMATS[type] },
  }))
  const head = sheet.addRow(columns.map(({ header }) => header))
  head.font = { bold: true }
  head.commit()
  let written = 0
  return {
    async rows(rows) {
      for (const cells of rows) {
        sheet.addRow(columns.map((column, at) => cellOf(cells[at] ?? null, column, locale))).commit()
      }
      written += rows.length
      // The library does not wait for who reads: a turn of the loop lets what was written leave.
      while (out.writableNeedDrain) await new Promise((resume) => setTimeout(resume, 5))
      await new Promise((resume) => setImmediate(resume))
    },
    async end(about) {
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: written + 1, column: Math.max(1, columns.length) } }
      sheet.commit()
      const told = book.addWorksheet(sheetName(about.title))
      told.columns = [{ width: 34 }, { width: 90, style: { alignment: { wrapText: true, vertical: 'top' } } }]
      for (const [what, said] of about.lines) {
        const line = told.addRow([what, said.slice(0, LONGEST_CELL)])
        line.getCell(1).font = { bold: true }
        line.commit()
      }
      told.commit()
      await book.commit()
    },
  }
}
