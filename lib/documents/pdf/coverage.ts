import type { Block, DocumentContent } from '../content.ts'
import { faceOf, printable } from './fonts.ts'

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
  const font = faceOf('regular')
  const has = (codePoint: number) => font.hasGlyphForCodePoint(codePoint)
  return [...new Set([content.person, ...content.blocks.flatMap(wordsOf)].flatMap((text) => printable(text, has).lacking))]
}
