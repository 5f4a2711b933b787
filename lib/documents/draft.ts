import { french } from '../accord/wording/typography.ts'
import { BLOCK_PREFIX, readMarkup, type MarkedRun } from '../templates/markup.ts'
import { tokensIn } from '../templates/template.ts'
import { tokenValues } from '../templates/tokens.ts'
import { dayIn, type DocumentKind, type Ground } from './kinds/kind.ts'
import type { Block, DocumentContent, Run } from './content.ts'

/** A document made from a template and a file, before it is issued. */
export interface Draft {
  readonly content: DocumentContent
  /** Tokens of the template that the file has no value for: it may not be issued with them. */
  readonly missingTokens: readonly string[]
}

export interface DraftSetting {
  readonly operatorName: string
  readonly author: string
  readonly template: string
}

const TOKEN = /(\{\{\s*[a-z][a-z0-9_]*\s*\}\})/u

/** The runs of a line, each token in the value's own words: what a file says is never read as markup. */
function filled(runs: readonly MarkedRun[], values: Readonly<Record<string, string | null>>, missing: Set<string>): readonly Run[] {
  return runs.flatMap(({ text, bold }): Run[] =>
    text.split(TOKEN).filter((part) => part !== '').map((part): Run => {
      const [token] = TOKEN.test(part) ? tokensIn(part) : []
      const look = bold === true ? { bold } : {}
      if (token === undefined) return { text: french(part), ...look }
      const value = Object.hasOwn(values, token) ? values[token] : null
      if (value !== null && value !== undefined) return { text: value, ...look }
      missing.add(token)
      return { text: token, missing: true }
    }),
  )
}

/** Makes a document of a kind from a file: its template, the operator's own or ours, filled with the file's dates. French. */
export function draftOf(kind: DocumentKind, ground: Ground, { operatorName, author, template }: DraftSetting): Draft {
  const { view, today } = ground
  const values = tokenValues(view, { operator: { name: operatorName }, today, locale: 'fr' })
  const missing = new Set<string>()
  const blocks = readMarkup(template).flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'block':
        return kind.blocks[block.name]?.(ground) ?? []
      case 'list':
        return [{ kind: 'list', items: block.items.map((runs) => filled(runs, values, missing)) }]
      default:
        return [{ ...block, runs: filled(block.runs, values, missing) }]
    }
  })
  return {
    missingTokens: [...missing],
    content: {
      kind: kind.name,
      title: french(kind.title),
      person: `${view.person.firstName} ${view.person.lastName}`,
      reference: view.reference,
      operator: operatorName,
      place: view.basin.name,
      author,
      madeOn: dayIn(today),
      blocks: withoutEmptyParts(blocks.map(typeset)),
    },
  }
}

/** A heading whose part has nothing to say goes with it. */
function withoutEmptyParts(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, at) => {
    if (block.kind !== 'heading') return true
    const next = blocks[at + 1]
    return next !== undefined && !(next.kind === 'heading' && next.level <= block.level) && next.kind !== 'signatures'
  })
}

const typesetRun = (run: Run): Run => (run.missing === true ? run : { ...run, text: french(run.text) })

function typeset(block: Block): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: block.runs.map(typesetRun) }
    case 'list':
      return { ...block, items: block.items.map((runs) => runs.map(typesetRun)) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => ({ ...row, head: french(row.head), cells: row.cells.map(french), ...(row.note === undefined ? {} : { note: french(row.note) }) })) }
    case 'notice':
      return { ...block, text: french(block.text) }
    case 'signatures':
      return block
  }
}

/** The names of the parts that a kind's template may place. */
export function blocksOf(kind: DocumentKind): readonly string[] {
  return Object.keys(kind.blocks).filter((name) => name.startsWith(BLOCK_PREFIX))
}
