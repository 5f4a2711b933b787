// What an export is made of, whatever it is about: columns that say what they hold, and rows read in batches.
import type { Day } from '../accord/calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import type { Locale } from '../wording/locale.ts'

/**
 * What a column holds: a text; a legal day; a whole or broken number; an amount in euros, as decimal text; a yes or no.
 */
export type CellType = 'text' | 'day' | 'number' | 'amount' | 'boolean'

export interface ColumnHead {
  /** Its own name in the export, the same in every language. */
  readonly key: string
  readonly header: string
  readonly type: CellType
}

/** A cell, of the type its column says; `null` where there is nothing. */
export type Cell = string | number | boolean | Day | null

interface Said<Row, Type extends CellType, Value extends Cell> extends ColumnHead {
  readonly type: Type
  readonly value: (row: Row) => Value | null
}

/** A column and how it reads a row. */
export type Column<Row> =
  | Said<Row, 'text', string>
  | Said<Row, 'day', Day>
  | Said<Row, 'number', number>
  | Said<Row, 'amount', string>
  | Said<Row, 'boolean', boolean>

/** A row as the cells of its columns, in their order. */
export function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): readonly Cell[] {
  return columns.map((column) => column.value(row))
}

/** Each column that has a meaning beyond its head, with it: what `ExportDefinition.meanings` gives. */
export function meaningsOf(columns: readonly ColumnHead[], meanings: Readonly<Partial<Record<string, string>>>): readonly (readonly [string, string])[] {
  return columns.flatMap(({ key, header }) => (meanings[key] === undefined ? [] : [[header, meanings[key]] as const]))
}

/** What is asked, as the address of the screen says it. */
export type ExportParams = Readonly<Record<string, string>>

/** Takes a batch of rows; the next is read once it is done. */
export type TakeRows = (rows: readonly (readonly Cell[])[]) => Promise<void>

/**
 * Something that can be exported. It reads with the rights of who asks, inside their scope and row-level security, from one
 * state of the database: the first and the last row are of the same moment.
 */
export interface ExportDefinition {
  readonly name: string
  /** Of the sheet, and of the file (without its day and extension). */
  readonly title: (locale: Locale) => string
  readonly fileStem: (locale: Locale) => string
  readonly columns: (params: ExportParams, locale: Locale) => readonly ColumnHead[]
  /** What its columns mean, for those whose head does not say it all: each head with its meaning. */
  readonly meanings: (params: ExportParams, locale: Locale) => readonly (readonly [string, string])[]
  /** How many rows there are now; `null` for a role that has none to see. */
  readonly count: (actor: Actor, params: ExportParams) => Promise<number | null>
  readonly read: (actor: Actor, params: ExportParams, locale: Locale, take: TakeRows) => Promise<void>
}

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What is told of an export inside it. */
export interface AboutExport {
  readonly title: string
  /** Each line: what is told, and what it is. */
  readonly lines: readonly (readonly [string, string])[]
}

/** Writes a sheet to a stream, batch after batch. */
export interface SheetWriter {
  readonly rows: (rows: readonly (readonly Cell[])[]) => Promise<void>
  /** Nothing may follow; the stream ends. */
  readonly end: (about: AboutExport) => Promise<void>
}
