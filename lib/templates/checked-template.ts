import { BLOCK_PREFIX, readMarkup } from './markup.ts'
import { templateProblems, tokensIn } from './template.ts'

/** Longest template kept. */
export const TEMPLATE_LIMIT = 20_000

/** What is wrong with a template of a document, each at its line, from 1. */
export type MarkupProblem =
  | { readonly kind: 'unknown_token'; readonly line: number; readonly token: string; readonly near: string | null }
  | { readonly kind: 'stray_braces'; readonly line: number }
  /** A block with words on its line. */
  | { readonly kind: 'block_not_alone'; readonly line: number; readonly token: string }
  | { readonly kind: 'block_twice'; readonly line: number; readonly token: string }
  /** A part that the law asks for is not in the template. */
  | { readonly kind: 'block_missing'; readonly token: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too_long'; readonly most: number }

export interface KnownTokens {
  readonly tokens: readonly string[]
  /** Blocks of this kind of document. */
  readonly blocks: readonly string[]
  /** Those that may not be left out. */
  readonly required: readonly string[]
}

/** Everything wrong with a template, in the order of its lines; nothing when it may be kept. */
export function checkTemplate(source: string, known: KnownTokens): readonly MarkupProblem[] {
  if (source.trim() === '') return [{ kind: 'empty' }]
  if (source.length > TEMPLATE_LIMIT) return [{ kind: 'too_long', most: TEMPLATE_LIMIT }]
  const names = [...known.blocks, ...known.tokens]
  const problems: MarkupProblem[] = []
  const placed = new Set<string>()
  for (const [index, text] of source.replaceAll('\r\n', '\n').split('\n').entries()) {
    const line = index + 1
    for (const problem of templateProblems(text, names)) {
      problems.push(problem.kind === 'unknown_token' ? { ...problem, line } : { kind: 'stray_braces', line })
    }
    const blocks = tokensIn(text).filter((token) => token.startsWith(BLOCK_PREFIX) && known.blocks.includes(token))
    for (const token of blocks) {
      if (!readMarkup(text).some((block) => block.kind === 'block' && block.name === token)) problems.push({ kind: 'block_not_alone', line, token })
      else if (placed.has(token)) problems.push({ kind: 'block_twice', line, token })
      placed.add(token)
    }
  }
  return [...problems, ...known.required.filter((token) => !placed.has(token)).map((token): MarkupProblem => ({ kind: 'block_missing', token }))]
}
