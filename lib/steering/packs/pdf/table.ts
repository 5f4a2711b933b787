import { INK, PAGE, TEXT_WIDTH, type Sheet, type TextLook } from '../../../documents/pdf/sheet.ts'

export interface TableColumn {
  readonly head: string
  /** Of the width, all together 1. */
  readonly share: number
  /** Figures line up on their right. */
  readonly figures?: boolean
}

export interface TableCell {
  readonly text: string
  /** Smaller, under it. */
  readonly note?: string
  /** Whether the note says a figure, and is as dark as one. */
  readonly noteSays?: boolean
  readonly bold?: boolean
}

export interface TableOptions {
  readonly caption: string
  /** Whether the caption is read but not drawn: a heading just above says it. */
  readonly captionHidden?: boolean
  readonly columns: readonly TableColumn[]
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly TableCell[])[]
}

const LABEL: TextLook = { size: 8, leading: 11, colour: INK.second }
const BODY: TextLook = { size: 9, leading: 12.5, colour: INK.text }
const NOTE: TextLook = { size: 7.5, leading: 10, colour: INK.second }
/** A note that says a figure. */
const SAYING: TextLook = { ...NOTE, colour: INK.text }
const GAP = 10
const PADDING = 4

type Element = PDFKit.PDFStructureElement

interface Place {
  readonly x: number
  readonly width: number
  readonly figures: boolean
}

function placesOf(columns: readonly TableColumn[]): readonly Place[] {
  return columns.map(({ share, figures = false }, at) => ({
    x: PAGE.left + TEXT_WIDTH * columns.slice(0, at).reduce((sum, column) => sum + column.share, 0), width: TEXT_WIDTH * share - (at === columns.length - 1 ? 0 : GAP), figures,
  }))
}

function rule(sheet: Sheet, y: number): void {
  sheet.artifact(() => sheet.doc.moveTo(PAGE.left, y).lineTo(PAGE.left + TEXT_WIDTH, y).lineWidth(0.6).strokeColor(INK.line).stroke())
}

interface Lined {
  readonly look: TextLook
  readonly lines: ReturnType<Sheet['lines']>
}

function lined(sheet: Sheet, { text, note, noteSays = false, bold }: TableCell, { width }: Place, look: TextLook): readonly Lined[] {
  const part = (said: string, face: boolean, as: TextLook): Lined => ({ look: as, lines: sheet.lines(sheet.prepare([{ text: said, face: sheet.face(face) }]).runs, width, as.size) })
  return [part(text, bold === true, look), ...(note === undefined || note === '' ? [] : [part(note, false, noteSays ? SAYING : NOTE)])]
}

const heightOf = (parts: readonly Lined[]) => parts.reduce((sum, { lines, look }) => sum + lines.length * look.leading, 0)

function drawParts(sheet: Sheet, parts: readonly Lined[], place: Place, top: number): void {
  let y = top
  for (const { lines, look } of parts) {
    if (!place.figures) {
      sheet.draw(lines, place.x, y, look)
      y += lines.length * look.leading
      continue
    }
    for (const line of lines) {
      const end = line.at(-1)
      const wide = end === undefined ? 0 : end.x + sheet.in(end.face, look.size).widthOfString(end.text.trimEnd())
      sheet.draw([line], place.figures ? place.x + place.width - wide : place.x, y, look)
      y += look.leading
    }
  }
}

function drawRow(sheet: Sheet, parent: Element | null, cells: readonly { readonly type: 'TH' | 'TD'; readonly scope?: 'Row' | 'Column'; readonly parts: readonly Lined[] }[], places: readonly Place[]): void {
  const top = sheet.y
  const height = Math.max(...cells.map(({ parts }) => heightOf(parts))) + 2 * PADDING
  if (parent === null) sheet.artifact(() => { for (const [at, { parts }] of cells.entries()) drawParts(sheet, parts, places[at]!, top + PADDING) }, 'Pagination')
  else {
    const row = sheet.under(parent, 'TR')
    for (const [at, { type, scope, parts }] of cells.entries()) {
      const cell = sheet.under(row, type, scope === undefined ? {} : { scope })
      cell.add(() => drawParts(sheet, parts, places[at]!, top + PADDING))
      cell.end()
    }
    row.end()
  }
  sheet.y = top + height
}

/** A table with its heads, said to a reader once and drawn again at the top of each page it reaches; a row stays whole. */
export function drawTable(sheet: Sheet, { caption, captionHidden = false, columns, rows }: TableOptions): void {
  const places = placesOf(columns)
  const heads = columns.map(({ head }, at) => ({ type: 'TH' as const, scope: 'Column' as const, parts: lined(sheet, { text: head }, places[at]!, LABEL) }))
  sheet.space(8)
  sheet.keepTogether(86)
  const table = sheet.under(sheet.root, 'Table', { title: caption })
  if (!captionHidden) {
    const element = sheet.under(table, 'Caption')
    sheet.flow(element, 'P', [{ text: caption, face: 'bold' }], BODY)
    element.end()
  }
  drawRow(sheet, table, heads, places)
  for (const cells of rows) {
    const made = cells.map((cell, at) => ({ type: at === 0 ? ('TH' as const) : ('TD' as const), ...(at === 0 ? { scope: 'Row' as const } : {}), parts: lined(sheet, cell, places[at]!, BODY) }))
    if (sheet.keepTogether(Math.max(...made.map(({ parts }) => heightOf(parts))) + 2 * PADDING)) drawRow(sheet, null, heads, places)
    rule(sheet, sheet.y)
    drawRow(sheet, table, made, places)
  }
  table.end()
  rule(sheet, sheet.y)
  sheet.y += 4
}
