import { formatAmount } from '../wording/amount-words.ts'
import type { Locale } from '../wording/locale.ts'
import { french } from '../wording/typography.ts'
import { wordsOf, type Words } from '../wording/word-book.ts'
import type { Assumption, AssumptionId, ChoiceLineCode, MissingFigure, Statement, StatementCode } from './choice.ts'
import { en } from './words-en.ts'
import { fr } from './words-fr.ts'

/** The values of a sentence, with its amounts read as money. */
export interface ChoiceValues extends Words {
  /** `1 234,56 €`. */
  readonly amount: (name: string) => string
  /** A number of months, which may be half of one: `2`, `1,5`. */
  readonly months: (name: string) => string
}

export interface LineWords {
  readonly label: string
  /** In a cell of a month, beside an amount. */
  readonly short: string
}

/** Everything the comparison says, in one language: a code without words does not compile. */
export interface ChoiceBook {
  readonly lines: Readonly<Record<ChoiceLineCode, LineWords>>
  readonly assumptions: Readonly<Record<AssumptionId, (values: ChoiceValues) => string>>
  readonly statements: Readonly<Record<StatementCode, (values: ChoiceValues) => string>>
  readonly missing: Readonly<Record<MissingFigure, string>>
}

/** The comparison in words, in a language. */
export interface ChoiceWords {
  readonly line: (code: ChoiceLineCode) => LineWords
  readonly assumption: (assumption: Assumption) => string
  readonly statement: (statement: Statement) => string
  readonly missing: (figure: MissingFigure) => string
}

const books: Readonly<Record<Locale, ChoiceBook>> = { fr, en }

export function choiceWords(locale: Locale): ChoiceWords {
  const book = books[locale]
  const typeset = locale === 'fr' ? french : (text: string) => text
  const read = (values: Assumption['values']): ChoiceValues => ({
    ...wordsOf(values, locale, () => null),
    amount: (name) => {
      const value = values[name]
      return typeof value === 'string' ? formatAmount(value, locale) : ''
    },
    months: (name) => String(values[name] ?? '').replace('.', locale === 'fr' ? ',' : '.'),
  })
  return {
    line: (code) => book.lines[code],
    assumption: ({ id, values }) => typeset(book.assumptions[id](read(values))),
    statement: ({ code, values }) => typeset(book.statements[code](read(values))),
    missing: (figure) => book.missing[figure],
  }
}
