/**
 * A text with tokens, `{{personne}}`, that an operator writes and a file fills: letters, e-mails. Pure.
 * A token is a name of lower-case letters, digits and `_` between two pairs of braces; spaces inside the braces are ignored.
 */
const TOKEN = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/gu
const BRACES = /\{\{|\}\}/u

export type TemplateProblem =
  /** No such token; `near` is the known one that looks most like it, `null` when none does. */
  | { readonly kind: 'unknown_token'; readonly token: string; readonly near: string | null }
  /** Braces opened or closed alone, or around something that is no name; `at` is their place in the text, from 0. */
  | { readonly kind: 'stray_braces'; readonly at: number }

export interface FilledTemplate {
  readonly text: string
  /** Tokens that the file has no value for, in the order of the text: left standing in it, so that nothing is lost. */
  readonly missing: readonly string[]
}

/** The tokens of a template, each once, in the order of the text. */
export function tokensIn(template: string): readonly string[] {
  return [...new Set([...template.matchAll(TOKEN)].map((match) => match[1]!))]
}

/** What is wrong with a template, given the tokens that exist; nothing when it may be kept. */
export function templateProblems(template: string, known: readonly string[]): readonly TemplateProblem[] {
  const unknown = tokensIn(template)
    .filter((token) => !known.includes(token))
    .map((token): TemplateProblem => ({ kind: 'unknown_token', token, near: nearest(token, known) }))
  // Blanked, not removed: what stands after a token keeps its place.
  const stray = BRACES.exec(template.replace(TOKEN, (token) => ' '.repeat(token.length)))
  return stray === null ? unknown : [...unknown, { kind: 'stray_braces', at: stray.index }]
}

/** Puts values in the place of tokens. A value is written as it is: a token inside it is not read again. */
export function fillTemplate(template: string, values: Readonly<Partial<Record<string, string | null>>>): FilledTemplate {
  const missing = new Set<string>()
  const text = template.replace(TOKEN, (written, token: string) => {
    const value = Object.hasOwn(values, token) ? values[token] : null
    if (value !== null && value !== undefined) return value
    missing.add(token)
    return written
  })
  return { text, missing: [...missing] }
}

/** Letters to change, add or take away to go from one word to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (let j = 0; j < to.length; j += 1) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === to[j] ? 0 : 1)))
    row = next
  }
  return row[to.length]!
}

function nearest(token: string, known: readonly string[]): string | null {
  const [best] = known.map((name) => ({ name, far: distance(token, name) })).sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
  return best !== undefined && best.far <= Math.max(2, token.length / 3) ? best.name : null
}
