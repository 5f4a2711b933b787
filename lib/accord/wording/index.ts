import type { Alert, CaseFile, DateName, DeadlineCode, GoverningText, Refusal, Stage, Step, WordValue, WordValues } from '../file/case-file.ts'
import type { AmountName } from '../file/amounts.ts'
import type { LedgerCause, LedgerSpan } from '../file/day-ledger.ts'
import type { BonusCondition, Comparison, EstimateName } from '../file/estimates.ts'
import { conditionStep } from '../file/job-explanations.ts'
import { articleOf, WORK_ARTICLES, type CitedUnder } from '../rules/articles.ts'
import type { RuleId } from '../rules/catalogue.ts'
import { formatAmount } from './amount-words.ts'
import { formatDay } from './day-words.ts'
import { comparisonWords, ledgerCauseWords } from './comparison-words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Locale } from './locale.ts'
import { french } from './typography.ts'
import { wordsOf, type DeadlineWords, type WordBook } from './word-book.ts'

export interface WordedRefusal {
  readonly rule: RuleId
  readonly article: string
  readonly message: string
  readonly remedy: string | null
}

export interface WordedAlert {
  readonly rule: RuleId
  readonly article: string
  readonly message: string
}

export interface WordedStep {
  readonly rule: RuleId
  readonly article: string
  readonly label: string
  readonly effect: string | null
  readonly gives: string | null
}

export interface WordedExplanation {
  readonly rule: RuleId
  readonly article: string
  readonly title: string
  /** To be read aloud to the person. */
  readonly aloud: string
  readonly steps: readonly WordedStep[]
  readonly changes: readonly string[]
}

export interface WordedLedgerSpan {
  readonly rule: RuleId
  readonly article: string
  readonly state: string
  readonly cause: string | null
}

export interface WordedComparison {
  readonly label: string
  /** `null` where nothing here allows a figure of ours. */
  readonly ours: string | null
  readonly theirs: string
  readonly differs: boolean
}

/** The law in words, in one language. `code` is the text that governs the file (or the file's `regime`, with what was added to it), for the article. */
export interface Wording {
  readonly locale: Locale
  readonly book: WordBook
  readonly stage: (stage: Stage) => string
  readonly date: (name: DateName) => string
  readonly deadline: (code: DeadlineCode) => DeadlineWords
  readonly refusal: (refusal: Pick<Refusal, 'rule' | 'code' | 'values'>, code: CitedUnder) => WordedRefusal
  readonly alert: (alert: Alert, code: CitedUnder) => WordedAlert
  readonly step: (step: Step, code: CitedUnder) => WordedStep
  readonly explanation: (name: DateName, file: CaseFile) => WordedExplanation | null
  /** The working of an amount: no sentence to read aloud, France Travail decides. */
  readonly amount: (name: AmountName, file: CaseFile) => Pick<WordedExplanation, 'rule' | 'article' | 'steps'> | null
  /** The working of an estimate, as that of an amount. */
  readonly estimate: (name: EstimateName, file: CaseFile) => Pick<WordedExplanation, 'rule' | 'article' | 'steps'> | null
  /** What some days of the CSP are for the allowance, and why. */
  readonly ledgerSpan: (span: Pick<LedgerSpan, 'state' | 'cause' | 'rule'>, code: CitedUnder) => WordedLedgerSpan
  readonly bonusCondition: (condition: BonusCondition, code: CitedUnder) => WordedStep
  /** Our figure beside France Travail's, in words. */
  readonly comparison: (comparison: Comparison) => WordedComparison
  /** The governing text and the overlays that touch the file; `null` where a person must choose. */
  readonly text: (regime: GoverningText) => string | null
}

/** Where an added text names a leave, its name comes with the sentence's values: no word book has it. */
const OWN_NAME = { fr: 'causeFr', en: 'causeEn' } as const

/** work periods may be judged under an overlay, whose article is then the one to cite. */
function citedArticle(refusal: Pick<Refusal, 'rule' | 'values'>, code: CitedUnder): string {
  const work = refusal.values['workText']
  if (work === 'ANI-16' || work === 'ANI-av1' || work === 'Conv-12') return WORK_ARTICLES[work]
  return articleOf(refusal.rule, code)
}

function makeWording(locale: Locale, book: WordBook): Wording {
  const typeset = locale === 'fr' ? french : (text: string) => text
  const ledgerCause = (cause: LedgerCause) => ledgerCauseWords(cause, book)
  const look = (table: Readonly<Record<string, string>>) => (value: string) => table[value] ?? null
  const tables: Readonly<Record<string, (value: string) => string | null>> = {
    cause: look(book.causes),
    holiday: look(book.holidays),
    motive: look(book.motives),
    ledgerCause: (value) => ledgerCause(value as LedgerCause),
    condition: look(book.estimates.conditions),
    figure: look(book.estimates.comparisons),
    reason: look(book.estimates.reasons),
  }
  const named = (name: string, value: WordValue, values: WordValues): string | null => {
    const own = name === 'cause' ? values[OWN_NAME[locale]] : undefined
    if (typeof own === 'string') return own
    return typeof value === 'string' ? (tables[name]?.(value) ?? null) : null
  }
  const words = (values: WordValues) => wordsOf(values, locale, named)
  const givesOf = (source: Step): string | null => {
    if (source.gives !== null) return formatDay(source.gives, locale)
    return source.amount === undefined || source.amount === null ? null : formatAmount(source.amount, locale)
  }
  const step = (source: Step, code: CitedUnder): WordedStep => {
    const entry = book.steps[source.code]
    const read = words(source.values)
    return {
      rule: source.rule,
      article: typeset(articleOf(source.rule, code)),
      label: typeset(entry?.label(read) ?? source.code),
      effect: entry?.effect === null || entry === undefined ? null : typeset(entry.effect(read)),
      gives: givesOf(source),
    }
  }
  return {
    locale,
    book,
    stage: (stage) => book.stages[stage],
    date: (name) => book.dates[name],
    deadline: (code) => book.deadlines[code],
    refusal: (refusal, code) => {
      const entry = book.refusals[refusal.code]
      const read = words(refusal.values)
      return {
        rule: refusal.rule,
        article: typeset(citedArticle(refusal, code)),
        message: typeset(entry?.message(read) ?? refusal.code),
        remedy: entry?.remedy === null || entry === undefined ? null : typeset(entry.remedy(read)),
      }
    },
    alert: (alert, code) => ({
      rule: alert.rule,
      article: typeset(articleOf(alert.rule, code)),
      message: typeset(book.alerts[alert.code]?.(words(alert.values)) ?? alert.code),
    }),
    step,
    explanation: (name, file) => {
      const explanation = file.explanations[name]
      if (explanation === undefined) return null
      return {
        rule: explanation.rule,
        article: typeset(articleOf(explanation.rule, file.regime)),
        title: book.dates[name],
        aloud: typeset(book.aloud[name](file, words({}))),
        steps: explanation.steps.map((source) => step(source, file.regime)),
        changes: book.changes[name].map(typeset),
      }
    },
    amount: (name, file) => {
      const explanation = file.amountExplanations[name]
      if (explanation === undefined) return null
      return {
        rule: explanation.rule,
        article: typeset(articleOf(explanation.rule, file.regime)),
        steps: explanation.steps.map((source) => step(source, file.regime)),
      }
    },
    estimate: (name, file) => {
      const explanation = file.estimateExplanations[name]
      if (explanation === undefined) return null
      return {
        rule: explanation.rule,
        article: typeset(articleOf(explanation.rule, file.regime)),
        steps: explanation.steps.map((source) => step(source, file.regime)),
      }
    },
    ledgerSpan: ({ state, cause, rule }, code) => ({
      rule,
      article: typeset(articleOf(rule, code)),
      state: book.estimates.states[state],
      cause: cause === null ? null : typeset(ledgerCause(cause)),
    }),
    bonusCondition: (condition, code) => step(conditionStep(condition), code),
    comparison: (comparison) => {
      const { label, ours, theirs } = comparisonWords(comparison, locale, book)
      return { label: typeset(label), ours, theirs, differs: comparison.differs }
    },
    text: (regime) => {
      if (regime.code === null) return null
      const names = [...new Set([regime.code, ...regime.overlays])].map((code) => regime.titles?.[code]?.[locale] ?? book.texts[code] ?? code)
      return typeset(names.join(' ; '))
    },
  }
}

const wordings: Readonly<Record<Locale, Wording>> = { fr: makeWording('fr', fr), en: makeWording('en', en) }

/** The law in words, in a language. */
export function wording(locale: Locale): Wording {
  return wordings[locale]
}

export type { Locale } from './locale.ts'
export type { DeadlineWords } from './word-book.ts'
