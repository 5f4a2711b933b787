import type { Day } from '@/lib/accord/calendar/day.ts'
import type { AmountName } from '@/lib/accord/file/amounts.ts'
import type { Alert, CaseFile, DateName, DeadlineCode, GoverningText, Refusal, Stage } from '@/lib/accord/file/case-file.ts'
import type { LedgerSpan } from '@/lib/accord/file/day-ledger.ts'
import type { BonusCondition, BonusConditionName, Comparison, EstimateName, IncentiveComparison } from '@/lib/accord/file/estimates.ts'
import { articleOf } from '@/lib/accord/rules/articles.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import { wording, type WordedAlert, type WordedComparison, type WordedExplanation, type WordedLedgerSpan, type WordedRefusal, type WordedStep } from '@/lib/accord/wording/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

/** The law's words for one file: its language and its governing text are given once. */
export interface LegalWords {
  readonly stage: (stage: Stage) => string
  /** The noun: « Pré-bilan ». */
  readonly deadline: (code: DeadlineCode) => string
  /** What is to be done: « Tenir le pré-bilan ». */
  readonly act: (code: DeadlineCode) => string
  /** What is gained, or lost when the day passes. */
  readonly stake: (code: DeadlineCode) => string
  readonly date: (name: DateName) => string
  readonly article: (rule: RuleId) => string
  readonly refusal: (refusal: Refusal) => WordedRefusal
  readonly alert: (alert: Alert) => WordedAlert
  readonly explanation: (name: DateName, file: CaseFile) => WordedExplanation | null
  /** The working of an amount. */
  readonly amount: (name: AmountName, file: CaseFile) => readonly WordedStep[]
  /** The working of an estimate, and its name. */
  readonly estimate: (name: EstimateName, file: CaseFile) => readonly WordedStep[]
  readonly estimateName: (name: EstimateName) => string
  /** What some days are for the allowance, and why. */
  readonly ledgerSpan: (span: Pick<LedgerSpan, 'state' | 'cause' | 'rule'>) => WordedLedgerSpan
  readonly bonusCondition: (condition: BonusCondition) => WordedStep
  readonly conditionName: (name: BonusConditionName) => string
  /** Our figure beside France Travail's. */
  readonly comparison: (comparison: Comparison) => WordedComparison
  readonly incentiveReason: (reason: IncentiveComparison['reason']) => string
  /** A text by its code, without what was added to it; `null` where none governs. */
  readonly text: (code: string | null, engagedOn: Day) => string | null
}

/** The words of a file governed by a text (its code, or `null` where a person must choose one). */
export function legalWords(locale: Locale, regime: Pick<GoverningText, 'code' | 'articles' | 'titles'>): LegalWords {
  const law = wording(locale)
  return {
    stage: law.stage,
    deadline: (code) => law.deadline(code).label,
    act: (code) => law.deadline(code).act,
    stake: (code) => law.deadline(code).why,
    date: law.date,
    article: (rule) => articleOf(rule, regime),
    refusal: (refusal) => law.refusal(refusal, regime),
    alert: (alert) => law.alert(alert, regime),
    explanation: law.explanation,
    amount: (name, file) => law.amount(name, file)?.steps ?? [],
    estimate: (name, file) => law.estimate(name, file)?.steps ?? [],
    estimateName: (name) => law.book.estimates.names[name],
    ledgerSpan: (span) => law.ledgerSpan(span, regime),
    bonusCondition: (condition) => law.bonusCondition(condition, regime),
    conditionName: (name) => law.book.estimates.conditions[name],
    comparison: law.comparison,
    incentiveReason: (reason) => law.book.estimates.reasons[reason],
    text: (code, engagedOn) => law.text({ code, engagedOn, overlays: [], titles: regime.titles ?? {} }),
  }
}
