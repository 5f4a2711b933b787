import type { Day } from '../calendar/day.ts'
import type { SuspensionCause } from '../file/facts.ts'

/** Family of a text: the ANI and convention of 2011, or the convention of 2015 and its amendments. */
export type Family = '2011' | '2015'

/** Limits of work periods. */
export interface WorkRules {
  readonly name: 'ANI-16' | 'ANI-av1' | 'Conv-12'
  readonly minimumDays: number | null
  readonly minimumMonths: number | null
  readonly maxCount: number | null
  readonly totalMaxMonths: number
  /** The same cap in calendar days, against which contracts are summed. */
  readonly totalMaxDays: number
  readonly warnAboveDays: number | null
  /** Length from which a contract is no work period but a job that ends the CSP. */
  readonly endsAt: JobThreshold
  readonly priorValidation: boolean
  readonly reviewAfter: boolean
}

/** Which job ends the CSP. */
export type JobThreshold =
  | { readonly kind: 'any' }
  | { readonly kind: 'over'; readonly months: number }
  | { readonly kind: 'from'; readonly months: number }

export type ExtensionLimit = { readonly kind: 'legal_length' } | { readonly kind: 'months'; readonly months: number }

/** What a text fixes; `null` means the text does not provide it. Figures of rules.md §1.3. */
export interface TextParameters {
  readonly reflectionDays: number
  readonly cspMonths: number
  readonly preBilanDays: number
  readonly planMonthsAfterPreBilan: number
  readonly followUpMonths: number
  readonly contestMonths: number
  /** First day of a CSP accepted at France Travail. */
  readonly franceTravailStart: 'last_day_of_reflection' | 'day_after_reflection'
  readonly work: WorkRules
  readonly workExtendsTerm: boolean
  readonly workExtensionMaxMonths: number | null
  readonly ceilingMonths: number | null
  readonly extensions: Readonly<Partial<Record<SuspensionCause, ExtensionLimit>>>
  readonly jobThreshold: JobThreshold
  readonly trialReturn: 'none' | 'same_term' | 'remaining_duration'
  readonly month4Review: boolean
  readonly finalInterviewLastMonths: number | null
  readonly termLetterDaysBefore: number | null
  readonly twoSignatures: boolean
  readonly twoStepSending: boolean
  readonly bonus: boolean
  readonly bonusWindowMonths: number | null
  readonly bonusWindowStretched: boolean
  readonly bonusClaimDays: number | null
  readonly bonusSecondAfterMonths: number | null
  readonly claimsYears: number | null
  readonly breachTakes: 'allowance' | 'contract'
  readonly falseStatementIsBreach: boolean
  readonly fullSeniorityYears: number
  /** Share of the reference wage that ASP gives with full seniority. */
  readonly aspRate: string
  /** Whether ASP is capped at the highest allowance. */
  readonly aspCapped: boolean
}

/** A text in force, as dated data (rules.md §1.2). `to` is the last day of procedures it takes. */
export interface Agreement {
  readonly code: string
  readonly family: Family
  readonly from: Day
  readonly to: Day
  readonly inherits: string | null
  readonly changes: Partial<TextParameters>
  readonly source: string
  readonly confidence: 'H' | 'M' | 'L'
}

/** A text that changes running files whatever the procedure date says. */
export interface Overlay {
  readonly code: string
  readonly family: Family
  readonly from: Day
  readonly changes: Partial<TextParameters>
  /** Only files of this entry path, or all. */
  readonly path: 'experiment' | null
  /** Only procedures engaged from this day, or all. */
  readonly engagedFrom: Day | null
  readonly source: string
  readonly confidence: 'H' | 'M' | 'L'
}

/** Everything the law is computed from: shipped in the code, completed by what administrators add. */
export interface Texts {
  readonly agreements: readonly Agreement[]
  readonly overlays: readonly Overlay[]
}
