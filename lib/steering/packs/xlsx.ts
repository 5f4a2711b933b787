// A pack as a workbook: figures as numbers in their own format, a masked one as its word, bars in the cells.
import type { Workbook, Worksheet } from 'exceljs'
import { day } from '../../accord/calendar/day.ts'
import { PAPER } from '../../charts/looks.ts'
import { sheetName } from '../../wording/sheet-name.ts'
import { definitionOf, type IndicatorUnit } from '../../indicators/definitions.ts'
import { formatDayPlain } from '../../wording/format/day.ts'
import { isNumber, maskedCount, type PackContent, type Shown } from './content.ts'
import { editionText, pointDetail, quarterLong, shownText, type FigureSpeech } from './figure-text.ts'
import { titleOf } from './pdf/render.ts'
import { FIGURE_SECTIONS, PACK_SECTIONS } from './sections.ts'
import type { Step } from './steps.ts'
import { packWords } from './words.ts'

/** As they are read: a space that does not break before a sign. The program that opens it puts its own comma or point. */
const FORMATS: Readonly<Record<IndicatorUnit, string>> = { people: '#,##0', share: '0.0"\u00A0"%', days: '0.0', months: '0.0', euros: '#,##0.00"\u00A0€"' }
/** Points of a line of text, and letters to a unit of width: what is wrapped is given its height, which not every program works out. */
const [LINE, LETTERS] = [15, 1.15]
/** The highest a row may be. */
const HIGHEST = 400
const LONGEST_CELL = 32_767

interface Column {
  readonly head: string
  readonly width: number
}

type Cell = string | number | { readonly shown: Shown; readonly unit: IndicatorUnit; readonly saidOn?: string | null } | null

class Book {
  readonly book: Workbook
  readonly speech: FigureSpeech
  /** Under every printed page; `&` is a command there. */
  readonly #foot: string

  constructor(book: Workbook, content: PackContent) {
    this.book = book
    this.speech = { t: packWords(content.locale), locale: content.locale }
    this.#foot = [content.number ?? this.speech.t('document.draft'), content.place.name, quarterLong(content.quarter.code, this.speech.t)].join(' · ').replaceAll('&', '&&')
    book.title = titleOf(content, this.speech)
    book.creator = content.operator ?? 'Rebond'
  }

  sheet(name: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Worksheet {
    const sheet = this.book.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }, printTitlesRow: '1:1' }, headerFooter: { oddFooter: `&L&8${this.#foot}&C&8&A&R&8&P / &N` } })
    sheet.columns = columns.map(({ width }) => ({ width }))
    const head = sheet.addRow(columns.map(({ head: text }) => text))
    head.font = { name: 'Calibri', family: 2, size: 11, bold: true, color: { argb: 'FFFFFFFF' } }
    head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF0E5A4F' } }
    head.alignment = { wrapText: true, vertical: 'middle' }
    head.height = this.#height(columns.map(({ head: text }) => text), columns) + 6
    // Heads stand over what they name: figures on their right.
    for (const [at] of columns.entries()) head.getCell(at + 1).alignment = rows.some((cells) => typeof cells[at] === 'object' && cells[at] !== null) ? { wrapText: true, vertical: 'middle', horizontal: 'right' } : { wrapText: true, vertical: 'middle', indent: at > 0 ? 1 : 0 }
    for (const cells of rows) {
      const row = sheet.addRow(cells.map((cell) => this.#value(cell)))
      row.height = this.#height(cells, columns)
      for (const [at, cell] of cells.entries()) {
        const written = row.getCell(at + 1)
        if (cell !== null && typeof cell === 'object') {
          written.numFmt = isNumber(cell.shown) ? FORMATS[cell.unit] : '@'
          written.alignment = { horizontal: 'right', vertical: 'top' }
          const edition = editionText(cell.saidOn, this.speech)
          if (edition !== '') written.note = edition
          if (!isNumber(cell.shown)) written.font = { italic: true, color: { argb: `FF${PAPER['ink-3'].slice(1)}` } }
        } else written.alignment = { vertical: 'top', wrapText: typeof cell === 'string', indent: typeof cell === 'string' && at > 0 ? 1 : 0 }
      }
    }
    if (rows.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
    return sheet
  }

  /** Lengths in the cells of a column, from zero. */
  bars(sheet: Worksheet, column: string, rows: number): void {
    if (rows === 0) return
    // The library writes them so; its types ask for more than the format does.
    sheet.addConditionalFormatting({ ref: `${column}2:${column}${rows + 1}`, rules: [{ type: 'dataBar', priority: 1, gradient: false, minLength: 0, maxLength: 100, cfvo: [{ type: 'num', value: 0 }, { type: 'max' }], color: { argb: `FF${PAPER['seq-2'].slice(1)}` } } as unknown as Parameters<Worksheet['addConditionalFormatting']>[0]['rules'][number]] })
  }

  #height(cells: readonly Cell[], columns: readonly Column[]): number {
    const lines = cells.map((cell, at) => (typeof cell === 'string' ? cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / ((columns[at]?.width ?? 10) * LETTERS))), 0) : 1))
    return Math.min(HIGHEST, Math.max(1, ...lines) * LINE)
  }

  #value(cell: Cell): string | number | null {
    if (cell === null || typeof cell === 'number') return cell
    if (typeof cell === 'string') return cell.slice(0, LONGEST_CELL)
    return isNumber(cell.shown) ? cell.shown : shownText(cell.shown, cell.unit, this.speech)
  }
}

const people = (shown: Shown | null): Cell => (shown === null ? null : { shown, unit: 'people' })

function figuresSheet(book: Book, content: PackContent): void {
  const { speech } = book
  const { t } = speech
  const sheet = book.sheet(t('sheet.figures'), [
    { head: t('document.section'), width: 34 }, { head: t('document.indicator'), width: 46 }, { head: t('document.kindColumn'), width: 9 }, { head: t('sheet.unit'), width: 11 },
    { head: quarterLong(content.quarter.code, t), width: 17 }, { head: t('sheet.of'), width: 13 }, { head: t('sheet.counted'), width: 11 }, { head: t('document.previous'), width: 13 },
    { head: content.wider?.name ?? t('document.wider'), width: 15 }, { head: t('document.detail'), width: 30 },
  ], content.figures.map(({ section, name, kind, unit, now, previous, wider }) => [
    t(`section.${section}`), name, t(`kind.${kind}`), t(`unit.${unit}`), { shown: now.value, unit, saidOn: now.saidOn ?? null }, people(now.of), people(now.counted),
    previous === null ? null : { shown: previous.value, unit, saidOn: previous.saidOn ?? null }, wider === null ? null : { shown: wider.value, unit, saidOn: wider.saidOn ?? null }, pointDetail(now, unit, speech),
  ]))
  book.bars(sheet, 'F', content.figures.length)
}

function trendsSheet(book: Book, content: PackContent): void {
  const { t } = book.speech
  book.sheet(t('sheet.trends'), [{ head: t('document.indicator'), width: 42 }, { head: t('sheet.unit'), width: 11 }, ...content.quarters.map((code) => ({ head: quarterLong(code, t), width: 17 }))],
    content.figures.map(({ name, unit, trend }) => [name, t(`unit.${unit}`), ...trend.map(({ value, saidOn = null }): Cell => ({ shown: value, unit, saidOn }))]))
}

function breakdownsSheet(book: Book, content: PackContent): void {
  const { t } = book.speech
  const rows = content.breakdowns.flatMap(({ indicator, dimension, rows: cut }) =>
    cut.map(({ label, figure, saidOn = null }): readonly Cell[] => [content.figures.find(({ id }) => id === indicator)?.name ?? indicator, t(`breakdown.${dimension}`), label, { shown: figure, unit: 'people', saidOn }]))
  if (rows.length === 0) return
  const sheet = book.sheet(t('sheet.breakdowns'), [{ head: t('document.indicator'), width: 30 }, { head: t('sheet.dimension'), width: 34 }, { head: t('sheet.row'), width: 42 }, { head: t('document.count'), width: 14 }], rows)
  book.bars(sheet, 'D', rows.length)
}

function placesSheet(book: Book, content: PackContent): void {
  const { t } = book.speech
  const indicators = content.places[0]?.indicators ?? []
  const rows = content.places.flatMap(({ level, rows: inside }) => inside.map(({ code, name, figures, saidOn }): readonly Cell[] => [t(`level.${level}`), code, name, ...figures.map((shown, at): Cell => ({ shown, unit: definitionOf(indicators[at]!).unit, saidOn: saidOn?.[at] ?? null }))]))
  if (rows.length === 0) return
  const sheet = book.sheet(t('sheet.places'), [{ head: t('sheet.place'), width: 16 }, { head: t('document.code'), width: 9 }, { head: t('document.placeColumn'), width: 34 }, ...indicators.map((id) => ({ head: content.figures.find((figure) => figure.id === id)?.name ?? id, width: 17 }))], rows)
  book.bars(sheet, 'D', rows.length)
}

function wordsSheets(book: Book, content: PackContent): void {
  const { t, locale } = { ...book.speech }
  book.sheet(t('sheet.comments'), [{ head: t('document.section'), width: 34 }, { head: t('sheet.comment'), width: 110 }], PACK_SECTIONS.map((section) => [t(`section.${section}`), content.comments[section] ?? t('document.noComment')]))
  book.sheet(t('sheet.definitions'), [
    { head: t('document.indicator'), width: 38 }, { head: t('document.kindColumn'), width: 10 }, { head: t('document.numerator'), width: 44 }, { head: t('document.denominator'), width: 44 },
    { head: t('document.window'), width: 40 }, { head: t('sheet.note'), width: 44 }, { head: t('sheet.published'), width: 14 }, { head: t('sheet.rules'), width: 14 },
  ], content.figures.map(({ name, kind, definition }) => [name, t(`kind.${kind}`), definition.numerator, definition.denominator, definition.window, definition.note, definition.published.join(', '), definition.rules.join(', ')]))
  const { revised } = content
  book.sheet(t('sheet.revised'), [{ head: t('document.indicator'), width: 42 }, { head: t('document.quarterColumn'), width: 20 }, { head: t('document.then'), width: 16 }, { head: t('document.now'), width: 16 }],
    revised === null ? [[t('document.revisedFirst')]]
    : revised.changes.length === 0 ? [[t('document.revisedNone', { number: revised.number, day: formatDayPlain(day(revised.issuedOn), locale) })]]
    : revised.changes.map(({ name, unit, quarter, was, now }) => [name, quarterLong(quarter, t), { shown: was, unit }, { shown: now, unit }]))
}

function aboutSheet(book: Book, content: PackContent, fingerprint: string | null): void {
  const { t, locale } = book.speech
  const said = (iso: string) => formatDayPlain(day(iso), locale)
  book.sheet(t('sheet.about'), [{ head: t('sheet.what'), width: 30 }, { head: titleOf(content, book.speech), width: 110 }], [
    [t('sheet.state'), content.number === null ? t('document.draftNote') : t('document.number', { number: content.number })],
    ...(content.replaces === null ? [] : [[t('document.replaces', { number: content.replaces }), content.reason] as const]),
    [t('sheet.place'), [t(`level.${content.place.level}`), content.place.name, content.place.within, content.place.code].filter((part) => part !== null && part !== '').join(', ')],
    [t('sheet.quarter'), `${quarterLong(content.quarter.code, t)}, ${t('quarter.span', { from: said(content.quarter.from), to: said(content.quarter.to) })}`],
    [t('document.madeOn', { day: said(content.madeOn) }), content.operator === null ? t('document.byPlatform') : t('document.madeBy', { operator: content.operator })],
    [t('sheet.figures'), t('document.edition', { day: said(content.edition.madeOn) })],
    [t('section.overview'), content.takeaways.join('\n')],
    [t('sheet.masking'), `${t('document.nobody')} ${t('document.maskingText')} ${t('takeaway.masked', { count: maskedCount(content), shown: String(maskedCount(content)) })}`],
    ...(fingerprint === null ? [] : [[t('sheet.fingerprint'), fingerprint] as const]),
  ])
}

/** Writes a pack as a workbook, from its content alone. */
export async function packXlsx(content: PackContent, { fingerprint, step = async () => undefined }: { readonly fingerprint: string | null; readonly step?: Step }): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new Book(new ExcelJS.Workbook(), content)
  figuresSheet(book, content)
  await step()
  trendsSheet(book, content)
  breakdownsSheet(book, content)
  placesSheet(book, content)
  wordsSheets(book, content)
  aboutSheet(book, content, fingerprint)
  for (const _ of FIGURE_SECTIONS) await step()
  const bytes = Buffer.from(await book.book.xlsx.writeBuffer())
  await step()
  return bytes
}
