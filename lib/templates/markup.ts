/**
 * The small markup of templates: paragraphs apart by an empty line, `## ` and `### ` headings, `- ` lists, `**bold**`, and
 * blocks of their own, `{{bloc_recours}}`, alone on their line. Read before tokens are filled, so that what a file says
 * (a name, a note) is never markup. Pure.
 */
export interface MarkedRun {
  readonly text: string
  readonly bold?: true
}

export type MarkedBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly runs: readonly MarkedRun[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly MarkedRun[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly MarkedRun[])[] }
  /** A part that the template places and does not write. */
  | { readonly kind: 'block'; readonly name: string }

/** The name of a block: a token that begins with `bloc_`. */
export const BLOCK_PREFIX = 'bloc_'
const BLOCK_LINE = /^\{\{\s*(bloc_[a-z0-9_]+)\s*\}\}$/u

/** `**bold**` in a line; two stars that close nothing are two stars. */
export function runsOf(line: string): readonly MarkedRun[] {
  const parts = line.split(/\*\*(?=\S)(.+?)(?<=\S)\*\*/u)
  const runs = parts.map((text, index): MarkedRun => (index % 2 === 1 ? { text, bold: true } : { text }))
  return runs.filter(({ text }) => text !== '')
}

/** Reads a template. Every line is something: there is no markup to get wrong, only text that stays text. */
export function readMarkup(source: string): readonly MarkedBlock[] {
  const blocks: MarkedBlock[] = []
  let paragraph: string[] = []
  let items: (readonly MarkedRun[])[] = []
  const close = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', runs: runsOf(paragraph.join(' ')) })
    if (items.length > 0) blocks.push({ kind: 'list', items })
    paragraph = []
    items = []
  }
  for (const raw of source.replaceAll('\r\n', '\n').split('\n')) {
    const line = raw.trim()
    const heading = /^(#{2,3}) +(.+)$/u.exec(line)
    const item = /^- +(.+)$/u.exec(line)
    const block = BLOCK_LINE.exec(line)
    if (heading !== null) {
      close()
      blocks.push({ kind: 'heading', level: heading[1]!.length === 2 ? 2 : 3, runs: runsOf(heading[2]!) })
    } else if (block !== null) {
      close()
      blocks.push({ kind: 'block', name: block[1]! })
    } else if (item !== null) {
      if (paragraph.length > 0) close()
      items.push(runsOf(item[1]!))
    } else if (line === '') close()
    else if (items.length > 0) items.push([...items.pop()!, { text: ' ' }, ...runsOf(line)])
    else paragraph.push(line)
  }
  close()
  return blocks
}
