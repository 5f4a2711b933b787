import { spacedArticle } from '../../accord/rules/articles.ts'
import type { Block, Run, Signature, TableRow } from '../content.ts'
import type { FacedRun } from './lines.ts'
import { INK, PAGE, TEXT_WIDTH, type Sheet, type TextLook } from './sheet.ts'

/** The operator's colours on paper: strokes and grounds, and a shade dark enough for words. */
export interface PaperAccent {
  readonly stroke: string
  readonly words: string
  readonly soft: string
  /** Read on the stroke's colour. */
  readonly on: string
}

const BODY: TextLook = { size: 10, leading: 15, colour: INK.text }
const SMALL: TextLook = { size: 8, leading: 11, colour: INK.second }
const LABEL: TextLook = { size: 8.5, leading: 12, colour: INK.second }

const one = (text: string, bold = false): readonly FacedRun[] => [{ text, face: bold ? 'bold' : 'regular' }]
const faced = (runs: readonly Run[]): readonly FacedRun[] => runs.map(({ text, bold, missing }) => ({ text: missing === true ? `[${text}]` : text, face: bold === true ? 'bold' : 'regular' }))
const sourceWords = (source: { readonly rule: string; readonly article: string }): string => `${source.rule}, ${spacedArticle(source.article)}`

type Element = PDFKit.PDFStructureElement

export function drawBlock(sheet: Sheet, block: Block, accent: PaperAccent): void {
  switch (block.kind) {
    case 'heading':
      return heading(sheet, faced(block.runs.map((run) => ({ ...run, bold: true }))), block.level, accent)
    case 'paragraph':
      sheet.space(6)
      sheet.flow(sheet.root, 'P', faced(block.runs), BODY)
      return
    case 'list':
      return list(sheet, block.items)
    case 'table':
      return table(sheet, block.caption, block.columns, block.rows)
    case 'notice':
      return notice(sheet, block.text, block.source === null ? null : sourceWords(block.source), accent)
    case 'signatures':
      return signatures(sheet, block.caption, block.lines, accent)
  }
}

function heading(sheet: Sheet, runs: readonly FacedRun[], level: 2 | 3, accent: PaperAccent): void {
  const look = level === 2 ? { size: 12.5, leading: 18, colour: accent.words } : { size: 10.5, leading: 15, colour: INK.text }
  // Never alone at the foot of a page: two lines of what follows go with it.
  sheet.keepTogether(look.leading + 60)
  sheet.space(level === 2 ? 18 : 10)
  sheet.doc.outline.addItem(runs.map(({ text }) => text).join(''))
  sheet.flow(sheet.root, `H${level}`, runs, look)
}

function list(sheet: Sheet, items: readonly (readonly Run[])[]): void {
  const indent = 15
  const element = sheet.under(sheet.root, 'L')
  sheet.space(4)
  for (const item of items) {
    sheet.space(3)
    sheet.keepTogether(BODY.leading * 2)
    const line = sheet.under(element, 'LI')
    const label = sheet.under(line, 'Lbl')
    const at = sheet.y
    label.add(() => sheet.draw([[{ text: '•', face: 'regular', x: 0, rightToLeft: false }]], PAGE.left + 3, at, BODY))
    label.end()
    sheet.flow(line, 'LBody', faced(item), BODY, { x: PAGE.left + indent, width: TEXT_WIDTH - indent })
    line.end()
  }
  element.end()
}

/** What must not be missed: a tinted ground, the operator's colour along its edge. */
function notice(sheet: Sheet, text: string, source: string | null, accent: PaperAccent): void {
  const inner = { x: PAGE.left + 14, width: TEXT_WIDTH - 28 }
  const body = sheet.prepare(one(text))
  const cited = source === null ? null : sheet.prepare(one(source))
  const lines = sheet.lines(body.runs, inner.width, BODY.size)
  const small = cited === null ? [] : sheet.lines(cited.runs, inner.width, SMALL.size)
  const height = 18 + lines.length * BODY.leading + (small.length > 0 ? 2 + small.length * SMALL.leading : 0)
  sheet.space(9)
  // A notice longer than a page flows as a paragraph, without its ground.
  if (height > PAGE.height - PAGE.top - PAGE.bottom) {
    sheet.flow(sheet.root, 'P', one(text), BODY)
    if (source !== null) sheet.flow(sheet.root, 'P', one(source), SMALL)
    return
  }
  sheet.keepTogether(height)
  const top = sheet.y
  sheet.artifact(() => {
    sheet.doc.rect(PAGE.left, top, TEXT_WIDTH, height).fill(accent.soft)
    sheet.doc.rect(PAGE.left, top, 2.5, height).fill(accent.stroke)
  })
  const element = sheet.under(sheet.root, 'P', body.actual === null ? {} : { actual: `${text} ${source ?? ''}` })
  element.add(() => {
    sheet.draw(lines, inner.x, top + 9, BODY)
    sheet.draw(small, inner.x, top + 11 + lines.length * BODY.leading, SMALL)
  })
  element.end()
  sheet.y = top + height + 3
}

/** Shares of the width, by number of columns: what a row is about takes the most. */
const SHARES: Readonly<Record<number, readonly number[]>> = { 2: [0.6, 0.4], 3: [0.4, 0.27, 0.33] }
const GAP = 12

function table(sheet: Sheet, caption: string, columns: readonly string[], rows: readonly TableRow[]): void {
  const shares = SHARES[columns.length] ?? columns.map(() => 1 / columns.length)
  const places = shares.map((share, index) => ({ x: PAGE.left + TEXT_WIDTH * shares.slice(0, index).reduce((sum, each) => sum + each, 0), width: TEXT_WIDTH * share - (index === shares.length - 1 ? 0 : GAP) }))
  const element = sheet.under(sheet.root, 'Table', { title: caption })
  sheet.space(10)
  sheet.keepTogether(78)
  const captionElement = sheet.under(element, 'Caption')
  sheet.flow(captionElement, 'P', one(caption, true), BODY)
  captionElement.end()
  sheet.space(2)
  row(sheet, element, columns.map((text) => ({ type: 'TH', scope: 'Column' as const, parts: [{ runs: one(text), look: LABEL }] })), places, 3)
  for (const { head, cells, source, note } of rows) {
    const parts = [
      { runs: one(head), look: BODY },
      ...(note === undefined ? [] : [{ runs: one(note), look: { ...SMALL, size: 9, leading: 13 } }]),
      ...(source === undefined ? [] : [{ runs: one(sourceWords(source)), look: SMALL }]),
    ]
    row(sheet, element, [{ type: 'TH', scope: 'Row' as const, parts }, ...cells.map((text, index) => ({ type: 'TD', parts: [{ runs: one(text, index === 0), look: BODY }] }))], places, 5, columns)
  }
  element.end()
  rule(sheet, sheet.y)
  sheet.y += 6
}

interface Cell {
  readonly type: string
  readonly scope?: 'Column' | 'Row'
  readonly parts: readonly { readonly runs: readonly FacedRun[]; readonly look: TextLook }[]
}

function rule(sheet: Sheet, y: number): void {
  sheet.artifact(() => sheet.doc.moveTo(PAGE.left, y).lineTo(PAGE.left + TEXT_WIDTH, y).lineWidth(0.6).strokeColor(INK.line).stroke())
}

/** The heads of columns once more at the top of a page: for the eye, since readers know them from the first. */
function repeatHeads(sheet: Sheet, columns: readonly string[], places: readonly { readonly x: number; readonly width: number }[]): void {
  const top = sheet.y
  sheet.artifact(() => {
    for (const [index, place] of places.entries()) sheet.draw(sheet.lines(one(columns[index] ?? ''), place.width, LABEL.size).slice(0, 1), place.x, top, LABEL)
  }, 'Pagination')
  sheet.y += LABEL.leading + 4
}

/** A row of a table. It stays whole on a page, unless it alone is longer than one. */
function row(sheet: Sheet, parent: Element, cells: readonly Cell[], places: readonly { readonly x: number; readonly width: number }[], padding: number, columns: readonly string[] = []): void {
  const made = cells.map(({ type, scope, parts }, index) => {
    const place = places[index] ?? places.at(-1)!
    const prepared = parts.map(({ runs, look }) => ({ ...sheet.prepare(runs), look, source: runs }))
    const lined = prepared.map((part) => ({ ...part, lines: sheet.lines(part.runs, place.width, part.look.size) }))
    return { type, scope, place, parts: lined, height: lined.reduce((sum, part) => sum + part.lines.length * part.look.leading, 0) }
  })
  const height = Math.max(...made.map((cell) => cell.height)) + 2 * padding
  const element = sheet.under(parent, 'TR')
  const scoped = (scope: Cell['scope']) => (scope === undefined ? {} : { scope })
  if (height > PAGE.height - PAGE.top - PAGE.bottom) {
    for (const { type, scope, place, parts } of made) {
      const cell = sheet.under(element, type, scoped(scope))
      for (const part of parts) sheet.flow(cell, 'P', part.source, part.look, { x: place.x, width: TEXT_WIDTH - (place.x - PAGE.left) })
      cell.end()
    }
    element.end()
    return
  }
  if (sheet.keepTogether(height + 18) && columns.length > 0) repeatHeads(sheet, columns, places)
  const top = sheet.y
  rule(sheet, top)
  for (const { type, scope, place, parts } of made) {
    const actual = parts.some((part) => part.actual !== null) ? { actual: parts.map(({ source }) => source.map(({ text }) => text).join('')).join(' ') } : {}
    const cell = sheet.under(element, type, { ...scoped(scope), ...actual })
    cell.add(() => {
      let y = top + padding
      for (const { lines, look } of parts) {
        sheet.draw(lines, place.x, y, look)
        y += lines.length * look.leading
      }
    })
    cell.end()
  }
  element.end()
  sheet.y = top + height
}

/** A frame for each who signs, side by side: signed, on which day, or left to be signed by hand. */
function signatures(sheet: Sheet, caption: string, lines: readonly Signature[], accent: PaperAccent): void {
  const height = 104
  const gap = 14
  const width = (TEXT_WIDTH - gap * (lines.length - 1)) / Math.max(1, lines.length)
  sheet.keepTogether(height + 50)
  heading(sheet, one(caption, true), 2, accent)
  sheet.space(6)
  const top = sheet.y
  for (const [index, { who, name, signedOn, drawn }] of lines.entries()) {
    const x = PAGE.left + index * (width + gap)
    sheet.artifact(() => sheet.doc.roundedRect(x, top, width, height, 4).lineWidth(0.6).strokeColor(INK.line).stroke())
    const label = sheet.prepare(one(who))
    const named = sheet.prepare(one(name ?? ' ', true))
    const state = sheet.prepare(one(signedOn === null ? 'Date et signature' : `Signé le ${signedOn}`))
    const actual = [label, named, state].some((part) => part.actual !== null) ? { actual: `${who} ${name ?? ''} ${signedOn ?? ''}` } : {}
    const element = sheet.under(sheet.root, 'P', actual)
    element.add(() => {
      const inner = width - 20
      sheet.draw(sheet.lines(label.runs, inner, LABEL.size), x + 10, top + 8, LABEL)
      sheet.draw(sheet.lines(named.runs, inner, BODY.size).slice(0, 2), x + 10, top + 21, BODY)
      sheet.draw(sheet.lines(state.runs, inner, LABEL.size), x + 10, top + height - 20, LABEL)
    })
    element.end()
    if (drawn !== undefined) drawSignature(sheet, { who, drawn }, { x: x + 10, y: top + 40, width: width - 20, height: 40 })
  }
  sheet.y = top + height + 4
}

function drawSignature(sheet: Sheet, { who, drawn }: { readonly who: string; readonly drawn: NonNullable<Signature['drawn']> }, frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): void {
  const scale = Math.min(frame.width / drawn.width, frame.height / drawn.height)
  const figure = sheet.under(sheet.root, 'Figure', { alt: `Signature dessinée : ${who}`, bbox: [frame.x, frame.y, frame.x + drawn.width * scale, frame.y + drawn.height * scale] })
  figure.add(() => {
    sheet.doc.save().translate(frame.x, frame.y).scale(scale)
    sheet.doc.path(drawn.path).lineWidth(1.4 / scale).lineCap('round').lineJoin('round').strokeColor(INK.text).stroke()
    sheet.doc.restore()
  })
  figure.end()
}
