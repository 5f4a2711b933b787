import type { Day } from '@/lib/accord/calendar/day.ts'
import type { AmountName } from '@/lib/accord/file/amounts.ts'
import type { Alert, CaseFile, DateName, DeadlineCode, GoverningText, Refusal, Stage } from '@/lib/accord/file/case-file.ts'
import { articleOf } from '@/lib/accord/rules/articles.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import { wording, type WordedAlert, type WordedExplanation, type WordedRefusal, type WordedStep } from '@/lib/accord/wording/index.ts'
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
    text: (code, engagedOn) => law.text({ code, engagedOn, overlays: [], titles: regime.titles ?? {} }),
  }
}
