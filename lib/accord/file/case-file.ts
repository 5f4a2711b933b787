import type { Day } from '../calendar/day.ts'
import type { RuleId } from '../rules/catalogue.ts'
import type { AlertCode, RefusalCode, StepCode } from '../wording/codes.ts'
import type { AmountName, Amounts } from './amounts.ts'
import type { DayLedger } from './day-ledger.ts'
import type { EstimateName, Estimates } from './estimates.ts'
import type { AspStopCause, ExitMotive, FactKind, LeaveCause, SuspensionCause } from './facts.ts'
import type { BreachGround, Offer } from './progress.ts'
import type { BothLanguages } from '../texts/agreement.ts'

/** A file, as derived from its facts: the only form in which the rest of the application reads one. */
export const STAGES = [
  'to_propose',
  'reflection',
  'awaiting_authorisation',
  'accepted_pending',
  'refused',
  'pre_bilan_due',
  'plan_due',
  'in_follow_up',
  'suspended_work',
  'suspended_health',
  'suspended_family',
  'asp_stopped',
  'in_job',
  'breach_proposed',
  'excluded',
  'term',
  'follow_up_after_job',
  'closed',
  'annulled',
] as const
export type Stage = (typeof STAGES)[number]

export const DATE_NAMES = [
  'reflectionEnd',
  'contractEnd',
  'cspStart',
  'cspTerm',
  'aspEnd',
  'preBilanDue',
  'planDue',
  'month4ReviewDue',
  'month6End',
  'bonusLastJobStart',
  'bonusClaimDue',
  'bonusSecondPaymentOn',
  'finalInterviewFrom',
  'finalInterviewTo',
  'termLetterDue',
  'followUpEnd',
  'employerPaymentDue',
  'contestLimit',
  'claimsLimit',
  'rehirePriorityEnd',
] as const
export type DateName = (typeof DATE_NAMES)[number]
export type FileDates = { readonly [Name in DateName]: Day | null }

/** Values a sentence is made with: days and amounts keep their type until they are worded. */
export type WordValue = Day | number | string | boolean | null
export type WordValues = Readonly<Record<string, WordValue>>

/** One step of a computation: what is applied, under which rule, and what it gives. */
export interface Step {
  readonly code: StepCode
  readonly values: WordValues
  readonly gives: Day | null
  /** What it gives where that is money: decimal text, euros gross. */
  readonly amount?: string | null
  readonly rule: RuleId
}

export interface Explanation {
  readonly rule: RuleId
  readonly steps: readonly Step[]
}

export type DeadlineStatus = 'met' | 'met_late' | 'due' | 'overdue' | 'cancelled'

/** Who acts on a deadline (rules.md §10 bis). */
export type DeadlineActor = 'operator' | 'beneficiary' | 'employer' | 'france_travail'

export interface Deadline {
  readonly rule: RuleId
  /** Key of its label in the wording. */
  readonly code: DeadlineCode
  readonly dueOn: Day
  readonly metOn: Day | null
  readonly status: DeadlineStatus
  /** Whether the act can still be recorded: an overdue deadline of a CSP that has ended no longer can. */
  readonly actionable: boolean
  readonly actor: DeadlineActor
  /** The fact that meets it, to open its form; `null` where no single fact does. */
  readonly metBy: FactKind | null
}

export const DEADLINE_CODES = [
  'answer',
  'informationInterview',
  'sendAcceptance',
  'sendAll',
  'preBilan',
  'plan',
  'contact',
  'month4Review',
  'bonusClaim',
  'bonusSecondPayment',
  'finalInterview',
  'termLetter',
  'registration',
  'followUp',
  'followUpEnd',
] as const
export type DeadlineCode = (typeof DEADLINE_CODES)[number]

export type FilePeriodKind = 'csp' | 'extension' | 'work_period' | 'suspension' | 'training' | 'job' | 'asp_stopped'

/** A span of the parcours; `factIndex` is the fact it comes from, `null` for the CSP itself. */
export interface FilePeriod {
  readonly kind: FilePeriodKind
  readonly cause: LeaveCause | AspStopCause | null
  /** Code of a leave that an added text names (`regime.leaves`); absent on all others. */
  readonly leave?: string
  readonly from: Day
  readonly to: Day | null
  readonly factIndex: number | null
}

/** A fact that the rules do not admit: the rule, and what would be admissible, as codes to be worded. */
export interface Refusal {
  readonly factIndex: number
  readonly rule: RuleId
  readonly code: RefusalCode
  readonly values: WordValues
}

/** Something a person should know, that blocks nothing. */
export interface Alert {
  readonly rule: RuleId
  readonly code: AlertCode
  readonly values: WordValues
}

export interface Totals {
  readonly workPeriodDays: number
  readonly extensionDays: Readonly<Record<'work' | SuspensionCause, number>>
  /** Days added by leaves that added texts name; absent where the file's text has none. */
  readonly addedLeaveDays?: number
  readonly aspDaysPaid: number | null
}

export interface GoverningText {
  /** The code of the text, or `null` where a person must choose one. */
  readonly code: string | null
  readonly engagedOn: Day
  /** Codes of the overlays that change this file besides its text. */
  readonly overlays: readonly string[]
  /** Articles to cite by rule, where a text added by an administrator changes it; absent: none. */
  readonly articles?: Readonly<Record<string, string>>
  /** Names of the texts added by an administrator, by code; absent: none. */
  readonly titles?: Readonly<Record<string, BothLanguages>>
  /** Names of the leaves that those texts add, by code; absent: none. */
  readonly leaves?: Readonly<Record<string, BothLanguages>>
}

export interface CaseFile {
  readonly regime: GoverningText
  readonly stage: Stage
  readonly dates: FileDates
  readonly deadlines: readonly Deadline[]
  readonly periods: readonly FilePeriod[]
  readonly totals: Totals
  /** What the file's figures give; where France Travail gave its own, they are taken (`estimates.comparisons` has ours). */
  readonly amounts: Amounts
  readonly estimates: Estimates
  /** Every day of the CSP, as the allowance sees it; `null` while its start is not known, or where none ran. */
  readonly ledger: DayLedger | null
  readonly refusals: readonly Refusal[]
  readonly alerts: readonly Alert[]
  readonly explanations: Readonly<Partial<Record<DateName, Explanation>>>
  readonly amountExplanations: Readonly<Partial<Record<AmountName, Explanation>>>
  readonly estimateExplanations: Readonly<Partial<Record<EstimateName, Explanation>>>
  /** Earliest day after today on which time alone changes this file; `null` when nothing will. */
  readonly nextChangeOn: Day | null
  /** Why the CSP ended or the file closed, once it has. */
  readonly exitMotive: ExitMotive | null
  /** Milestones that lists and figures are made from. */
  readonly milestones: Milestones
  /** Jobs offered, in the order of their days, with what became of each. */
  readonly offers: readonly Readonly<Offer>[]
  /** The breach that was put and not dropped, decided or not; `null` when there is none. */
  readonly breach: BreachStanding | null
}

/** Where a breach stands, and whether the person could explain before it is decided. */
export interface BreachStanding {
  readonly putOn: Day
  readonly ground: BreachGround
  readonly invitedOn: Day | null
  /** Last day given to explain. */
  readonly answerBy: Day | null
  readonly heardOn: Day | null
  readonly excludedOn: Day | null
}

export interface Milestones {
  readonly handedOverOn: Day | null
  readonly acceptedOn: Day | null
  readonly preBilanOn: Day | null
  readonly planOn: Day | null
  readonly lastContactOn: Day | null
  readonly jobStartedOn: Day | null
  readonly jobContract: 'cdi' | 'cdd' | 'temp' | null
  readonly endedOn: Day | null
  /** Full years of seniority on the last day of reflection; `null` when not known. */
  readonly seniorityYears: number | null
}
