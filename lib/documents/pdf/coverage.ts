import PDFDocument from 'pdfkit'
import type { Block, DocumentContent } from '../content.ts'
import { faceOf, printable } from './fonts.ts'

/** What pdfkit keeps of the font in use and does not type: its coverage. */
export interface FontInUse {
  readonly _font: { readonly font: { hasGlyphForCodePoint: (codePoint: number) => boolean } }
}

let covers: ((codePoint: number) => boolean) | undefined

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.runs.map(({ text }) => text)
    case 'list':
      return block.items.flatMap((runs) => runs.map(({ text }) => text))
    case 'table':
      return block.rows.flatMap(({ head, cells, note }) => [head, ...cells, note ?? ''])
    case 'notice':
      return [block.text]
    case 'signatures':
      return block.lines.map(({ name }) => name ?? '')
  }
}

/** Signs of a document that its PDF will show as a square, each once: emoji, Chinese. */
export function lackingIn(content: DocumentContent): readonly string[] {
  if (covers === undefined) {
    const { _font } = new PDFDocument({ font: faceOf('regular'), autoFirstPage: false } as unknown as PDFKit.PDFDocumentOptions) as unknown as FontInUse
    covers = (codePoint) => _font.font.hasGlyphForCodePoint(codePoint)
  }
  const has = covers
  return [...new Set([content.person, ...content.blocks.flatMap(wordsOf)].flatMap((text) => printable(text, has).lacking))]
}
