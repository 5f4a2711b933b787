import type { Day } from '../calendar/day.ts'
import type { SuspensionCause } from '../file/facts.ts'

/** Family of a text: the ANI and convention of 2011, or the convention of 2015 and its amendments. */
export type Family = '2011' | '2015'

/** Limits of work periods. */
export interface WorkRules {
  /** Whose rules they are: `added`, those of a text that an administrator added. */
  readonly name: 'ANI-16' | 'ANI-av1' | 'Conv-12' | 'added'
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

/** A cause of extension that an added text names, besides those that the shipped ones know. */
export interface AddedLeave {
  readonly name: BothLanguages
  readonly limit: ExtensionLimit
}

export interface BothLanguages {
  readonly fr: string
  readonly en: string
}

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
  /** Causes of extension named by texts that administrators added, by their code. */
  readonly addedLeaves: Readonly<Record<string, AddedLeave>>
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
  /** Procedures from this day have a reference wage of their own, that of the lost contract; `null`: ARE's. */
  readonly ownReferenceWageFrom: Day | null
  /** The CSP's own test of worked time; `null`: the conditions of ARE. France Travail judges it. */
  readonly affiliation: Affiliation | null
  /** Share of the residual rights that the bonus gives, and that caps the wage-gap indemnity. */
  readonly incentiveShare: string
  /** Least share of the former wage that must be lost; `'0'`: any loss. */
  readonly wageGapLeastLoss: string
  readonly wageGapMonths: number
  /** Whether the bonus and the wage-gap indemnity exclude ARE and ARCE (R-501, condition 8). */
  readonly incentivesExcludeAre: boolean
  /** Most months of notice that the employer pays to France Travail. */
  readonly noticeContributionMonths: number
  /** Months of gross wage owed for not proposing, and once the person joins through France Travail. */
  readonly penaltyMonths: number
  readonly penaltyMonthsIfJoined: number
  /** Whether the value of unused training hours is owed. */
  readonly trainingHoursOwed: boolean
  /** Bonus of the experimental CSP, in euros; `null`: none. */
  readonly experimentBonus: string | null
}

/**
 * What a text changes of the parameters it inherits. Work periods, causes of extension and worked time are
 * completed part by part; `null` takes a cause of extension away.
 */
export type TextChanges = Partial<Omit<TextParameters, 'work' | 'extensions' | 'affiliation'>> & {
  readonly work?: Partial<WorkRules>
  readonly extensions?: Readonly<Partial<Record<SuspensionCause, ExtensionLimit | null>>>
  readonly affiliation?: Partial<Affiliation> | null
}

/** Worked time that opens the CSP's allowance, counted back from the end of the contract. */
export interface Affiliation {
  readonly days: number
  readonly hours: number
  readonly windowMonths: number
  readonly windowMonthsOlder: number
  /** Age from which the longer window counts. */
  readonly olderFrom: number
}

/** A figure of the unemployment insurance, from a day until the next of its series. */
export interface DatedFigure {
  readonly from: Day
  readonly value: string
  readonly source: string
}

/** The dated figures that ASP and ARE are estimated with (benefit-parameters.ts), each series by its day. */
export const FIGURE_NAMES = ['areFixedPart', 'areMinimum', 'trainingFloor', 'areRate', 'highestAllowance'] as const
export type FigureName = (typeof FIGURE_NAMES)[number]
export type Figures = Readonly<Record<FigureName, readonly DatedFigure[]>>

/** Where a text that an administrator added stands: its articles, and its name in both languages. */
export interface AddedWords {
  readonly title: BothLanguages
  /** The article to cite, by rule that the text changes. */
  readonly articles: Readonly<Record<string, string>>
}

/** A text in force, as dated data (rules.md §1.2). `to` is the last day of procedures it takes. */
export interface Agreement {
  readonly code: string
  readonly family: Family
  readonly from: Day
  readonly to: Day
  readonly inherits: string | null
  readonly changes: TextChanges
  readonly source: string
  readonly confidence: 'H' | 'M' | 'L'
  /** Set on texts added by an administrator; the words of those shipped are in the wording. */
  readonly added?: AddedWords
}

/** A text that changes running files whatever the procedure date says. */
export interface Overlay {
  readonly code: string
  readonly family: Family
  readonly from: Day
  readonly changes: TextChanges
  /** Only files of this entry path, or all. */
  readonly path: 'experiment' | null
  /** Only procedures engaged from this day, or all. */
  readonly engagedFrom: Day | null
  readonly source: string
  readonly confidence: 'H' | 'M' | 'L'
  readonly added?: AddedWords
}

/** Everything the law is computed from: shipped in the code, completed by what administrators add. */
export interface Texts {
  readonly agreements: readonly Agreement[]
  readonly overlays: readonly Overlay[]
  readonly figures: Figures
}
