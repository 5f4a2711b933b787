import { readFileSync } from 'node:fs'
import path from 'node:path'
import PDFDocument from 'pdfkit'

/**
 * DejaVu, embedded in every document: it has French, its narrow spaces, Greek, Cyrillic, Arabic and Hebrew. The built-in
 * fonts of PDF print U+202F as a slash, and a tagged file must carry its fonts.
 */
const folder = path.join(process.cwd(), 'node_modules', 'dejavu-fonts-ttf', 'ttf')
const files = { regular: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' } as const
export type Face = keyof typeof files

/** An opened font, which pdfkit takes as it takes bytes; its types say neither. */
export interface OpenFont {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean
}

const opened = new Map<Face, OpenFont>()

/** A face, opened once: reading its tables takes longer than drawing a page. */
export function faceOf(face: Face): OpenFont {
  const known = opened.get(face)
  if (known !== undefined) return known
  const bytes = readFileSync(path.join(folder, files[face]))
  const { _font } = new PDFDocument({ font: bytes, autoFirstPage: false } as unknown as PDFKit.PDFDocumentOptions) as unknown as { readonly _font: { readonly font: OpenFont } }
  opened.set(face, _font.font)
  return _font.font
}

/** What stands for a sign that the font lacks: a reader is given the true text instead. */
export const NO_GLYPH = '\u25A1'
const CONTROLS = /[\p{Cc}\p{Cs}\p{Cf}\p{Variation_Selector}\u2028\u2029]/gu

export interface Printable {
  readonly text: string
  /** Signs of the text that the font lacks, each once. */
  readonly lacking: readonly string[]
}

/**
 * A text as the font can print it: controls and marks of direction are left out, what has no glyph becomes a square, a
 * family of emoji one square.
 * @param has whether the font has a glyph for a code point
 */
export function printable(text: string, has: (codePoint: number) => boolean): Printable {
  const lacking = new Set<string>()
  const clusters = new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text.normalize('NFC'))
  const printed = [...clusters].map(({ segment }) => {
    if (segment === '\n') return segment
    if (segment === '\t') return ' '
    const plain = segment.replace(CONTROLS, '')
    if ([...plain].every((sign) => has(sign.codePointAt(0)!))) return plain
    lacking.add(segment)
    return NO_GLYPH
  })
  return { text: printed.join(''), lacking: [...lacking] }
}
