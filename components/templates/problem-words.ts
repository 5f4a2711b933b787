import type { MarkupProblem } from '@/lib/templates/checked-template.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

export interface WordedProblem {
  readonly message: string
  /** The line to go to, from 1; `null` where the whole template is meant. */
  readonly line: number | null
  /** The token to put in the place of the unknown one. */
  readonly instead: { readonly token: string; readonly near: string } | null
}

/** What is wrong with a template, in words, each at its line. */
export function problemWords(problems: readonly MarkupProblem[], locale: Locale): readonly WordedProblem[] {
  const words = messagesFor(locale).templates.problem
  const fill = (text: string, values: Readonly<Record<string, string | number>>) => Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`[${name}]`, String(value)), text)
  return problems.map((problem): WordedProblem => {
    switch (problem.kind) {
      case 'unknown_token':
        return {
          message: fill(problem.near === null ? words.unknown : words.unknownNear, { line: problem.line, token: `{{${problem.token}}}`, near: `{{${problem.near ?? ''}}}` }),
          line: problem.line, instead: problem.near === null ? null : { token: problem.token, near: problem.near },
        }
      case 'stray_braces':
        return { message: fill(words.braces, { line: problem.line }), line: problem.line, instead: null }
      case 'block_not_alone':
        return { message: fill(words.alone, { line: problem.line, token: `{{${problem.token}}}` }), line: problem.line, instead: null }
      case 'block_twice':
        return { message: fill(words.twice, { line: problem.line, token: `{{${problem.token}}}` }), line: problem.line, instead: null }
      case 'block_missing':
        return { message: fill(words.missing, { token: `{{${problem.token}}}` }), line: null, instead: null }
      case 'empty':
        return { message: words.empty, line: null, instead: null }
      case 'too_long':
        return { message: fill(words.tooLong, { most: problem.most }), line: null, instead: null }
    }
  })
}
