import PDFDocument from 'pdfkit'
import { faceOf, printable, type Face } from './fonts.ts'
import { breakLines, type FacedRun, type Line } from './lines.ts'

/** Points of an A4 sheet, and the frame that text keeps to. */
export const PAGE = { width: 595.28, height: 841.89, left: 68, right: 68, top: 64, bottom: 74 } as const
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right
const FLOOR = PAGE.height - PAGE.bottom

export const INK = { text: '#14201b', second: '#435049', line: '#c9d1c6' } as const

export interface TextLook {
  readonly size: number
  readonly leading: number
  readonly colour: string
}

type Element = PDFKit.PDFStructureElement

/** What an element says of itself; pdfkit takes the place of a figure and the scope of a heading, its types do not. */
export interface ElementOptions extends PDFKit.Mixins.StructureElementOptions {
  readonly scope?: 'Row' | 'Column'
  readonly bbox?: readonly [left: number, top: number, right: number, bottom: number]
}

export interface SheetOptions {
  readonly title: string
  readonly author: string
  readonly madeAt: Date
  /** French unless said. */
  readonly lang?: 'fr-FR' | 'en-GB'
}

/**
 * A tagged PDF being written from top to bottom: the order of its structure is the order in which it is drawn. Nothing
 * flows by itself: what is drawn has been measured, and pages are turned here.
 */
export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly root: Element
  /** Signs of the document that the font could not print. */
  readonly lacking = new Set<string>()
  y: number = PAGE.top
  readonly #chunks: Buffer[] = []
  readonly #ended: Promise<void>

  constructor({ title, author, madeAt, lang = 'fr-FR' }: SheetOptions) {
    this.doc = new PDFDocument({
      size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, tagged: true, lang, displayTitle: true, pdfVersion: '1.7', subset: 'PDF/UA', font: null,
      info: { Title: title, Author: author, Producer: 'Rebond', Creator: 'Rebond', CreationDate: madeAt, ModDate: madeAt },
    } as unknown as PDFKit.PDFDocumentOptions)
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    this.#ended = new Promise((resolve, reject) => {
      this.doc.on('end', resolve)
      this.doc.on('error', reject)
    })
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
    this.doc.addPage()
  }

  /** Ends the structure and gives the bytes. */
  async bytes(): Promise<Buffer> {
    this.root.end()
    this.doc.end()
    await this.#ended
    return Buffer.concat(this.#chunks)
  }

  /** The document, writing in a face. */
  in(face: Face, size: number): PDFKit.PDFDocument {
    return this.doc.font(faceOf(face) as unknown as Buffer, face).fontSize(size)
  }

  room(): number {
    return FLOOR - this.y
  }

  turnPage(): void {
    this.doc.addPage()
    this.y = PAGE.top
  }

  /** Turns the page unless this much is left on it; says whether it did. */
  keepTogether(height: number): boolean {
    const turns = this.room() < height && this.y > PAGE.top
    if (turns) this.turnPage()
    return turns
  }

  space(height: number): void {
    if (this.y > PAGE.top) this.y += height
  }

  /** Runs as the font can print them, with the true text where it cannot. */
  prepare(runs: readonly FacedRun[]): { readonly runs: readonly FacedRun[]; readonly actual: string | null } {
    let lacked = false
    const printed = runs.map(({ text, face }): FacedRun => {
      const font = faceOf(face)
      const { text: shown, lacking } = printable(text, (code) => font.hasGlyphForCodePoint(code))
      for (const sign of lacking) this.lacking.add(sign)
      lacked ||= lacking.length > 0
      return { text: shown, face }
    })
    return { runs: printed, actual: lacked ? runs.map(({ text }) => text).join('') : null }
  }

  lines(runs: readonly FacedRun[], width: number, size: number): readonly Line[] {
    return breakLines(runs, width, (text, face, rightToLeft) => this.in(face, size).widthOfString(text, rightToLeft ? { features: [] } : {}))
  }

  /** Draws lines at a place, without turning the page. */
  draw(lines: readonly Line[], x: number, y: number, { size, leading, colour }: TextLook): void {
    for (const [index, line] of lines.entries()) {
      for (const [place, piece] of line.entries()) {
        // A space between the lines, for readers that follow the structure and not the places.
        const tail = place === line.length - 1 && index < lines.length - 1 && !piece.text.endsWith(' ') && !piece.rightToLeft ? ' ' : ''
        this.in(piece.face, size).fillColor(colour)
        this.doc.text(piece.text + tail, x + piece.x, y + index * leading + (leading - size) / 2 - size * 0.08, { lineBreak: false, ...(piece.rightToLeft ? { features: [] } : {}) })
      }
    }
  }

  /** An element of the structure under another; its content is added, then it is ended. */
  under(parent: Element, type: string, options: ElementOptions = {}): Element {
    const element = this.doc.struct(type, options)
    parent.add(element)
    return element
  }

  /** An element of the structure with its text, over as many pages as it takes. */
  flow(parent: Element, type: string, source: readonly FacedRun[], look: TextLook, { x = PAGE.left, width = TEXT_WIDTH }: { readonly x?: number; readonly width?: number } = {}): Element {
    const { runs, actual } = this.prepare(source)
    const element = this.under(parent, type, actual === null ? {} : { actual })
    let rest = this.lines(runs, width, look.size)
    while (rest.length > 0) {
      const fits = Math.max(1, Math.floor(this.room() / look.leading))
      // No line alone at the foot of a page or at the head of the next, where the paragraph has enough.
      const taken = rest.length <= fits ? rest.length : rest.length > 3 ? Math.max(0, Math.min(fits, rest.length - 2)) : 0
      if (taken < Math.min(2, rest.length) && this.y > PAGE.top) {
        this.turnPage()
        continue
      }
      const part = rest.slice(0, Math.max(1, taken))
      const at = this.y
      element.add(() => this.draw(part, x, at, look))
      this.y += part.length * look.leading
      rest = rest.slice(part.length)
      if (rest.length > 0) this.turnPage()
    }
    element.end()
    return element
  }

  /** What is drawn for the eye alone. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  face(bold: boolean | undefined): Face {
    return bold === true ? 'bold' : 'regular'
  }
}
