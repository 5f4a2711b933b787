import type { Day } from '@/lib/accord/calendar/day.ts'
import type { Alert, DateName, DeadlineCode, Explanation, Refusal, Stage } from '@/lib/accord/file/case-file.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'

/** A refusal in words, with its rule and article. */
export interface RefusalWords {
  readonly title: string
  readonly message: string
  readonly remedies: readonly string[]
  readonly rule: RuleId
  readonly article: string
}

export interface StepWords {
  readonly label: string
  /** What the step does: « + 14 jours »; `null` where it only gives a day. */
  readonly effect: string | null
  readonly gives: Day | null
  readonly rule: RuleId
  readonly article: string
}

export interface ExplanationWords {
  /** A sentence to read aloud to the person. */
  readonly say: string
  readonly steps: readonly StepWords[]
  /** What would change the date. */
  readonly changes: readonly string[]
}

/** The law's words, in one language and for one governing text; made from lib/accord/wording at the page's edge. */
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
  readonly refusal: (refusal: Refusal) => RefusalWords
  readonly alert: (alert: Alert) => { readonly message: string; readonly rule: RuleId; readonly article: string }
  readonly explanation: (name: DateName, explanation: Explanation, value: Day) => ExplanationWords
  /** The governing text in full: « Convention du 26 janvier 2015, avenant n° 11 »; `null` where none governs. */
  readonly text: (code: string | null) => string | null
}
