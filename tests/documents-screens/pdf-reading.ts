// A PDF as a second reader sees it: its text page by page, its structure in the order it is read.
import { createRequire } from 'node:module'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const pdfjs = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

interface StructNode {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly alt?: string
  readonly children?: readonly StructNode[]
}

export interface ReadPdf {
  readonly pages: number
  readonly text: string
  /** Roles of the structure in reading order: `H1`, `P`, `Table`… */
  readonly roles: readonly string[]
  /** Text of each element of a role, in reading order. */
  readonly textOf: (role: string) => readonly string[]
  /** Rows of tables, each as the texts of its cells. */
  readonly rows: readonly (readonly string[])[]
  readonly alts: readonly string[]
  readonly info: Readonly<Record<string, unknown>>
  readonly marked: boolean
  readonly lang: string | null
  readonly outline: readonly string[]
}

export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, standardFontDataUrl: `${pdfjs}/standard_fonts/`, useSystemFonts: false })
  const document = await task.promise
  const nodes: { readonly role: string; readonly text: string; readonly alt: string | undefined }[] = []
  const rows: string[][] = []
  let text = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const marked = new Map<string, string>()
    const open: (string | undefined)[] = []
    for (const item of content.items) {
      if ('str' in item) {
        text += item.str + (item.hasEOL ? '\n' : '')
        for (const id of open) if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id)
    }
    const tree = (await page.getStructTree()) as StructNode | null
    const textIn = (node: StructNode): string => (node.type === 'content' ? (marked.get(node.id ?? '') ?? '') : (node.children ?? []).map(textIn).join(''))
    const walk = (node: StructNode): void => {
      if (node.role !== undefined && node.role !== 'Root' && node.role !== 'Document') nodes.push({ role: node.role, text: textIn(node).trim(), alt: node.alt })
      if (node.role === 'TR') rows.push((node.children ?? []).map((cell) => textIn(cell).trim()))
      for (const child of node.children ?? []) walk(child)
    }
    if (tree !== null) walk(tree)
  }
  const outline = (await document.getOutline()) ?? []
  const { info, metadata: _metadata } = await document.getMetadata()
  const mark = await document.getMarkInfo()
  const read: ReadPdf = {
    pages: document.numPages, text, roles: nodes.map(({ role }) => role), textOf: (role) => nodes.filter((node) => node.role === role).map((node) => node.text),
    rows, alts: nodes.flatMap(({ alt }) => (alt === undefined ? [] : [alt])), info: info as Readonly<Record<string, unknown>>, marked: (mark as unknown as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
    lang: (info as { Language?: string | null }).Language ?? null, outline: outline.map(({ title }) => title),
  }
  await task.destroy()
  return read
}
