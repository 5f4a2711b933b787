import type { Day } from '../calendar/day.ts'
import type { GoverningText, WordValues } from '../file/case-file.ts'
import type { Frame } from '../file/frame.ts'
import type { Settings } from '../file/progress.ts'
import type { RuleId } from '../rules/catalogue.ts'
import type { Hole } from '../texts/governing.ts'
import type { MonthColumn } from './months.ts'

/** What accepting or refusing is compared for: the file's frame, the proposal, and what the reader supposes. */
export interface ChoiceInput {
  readonly frame: Frame
  readonly settings: Settings
  /** Day the document was handed over, or of the registration where France Travail proposes. */
  readonly proposedOn: Day
  /** Day the decision on a protected employee was notified to the employer, or is supposed to be; `null`: none. */
  readonly decisionOn: Day | null
  /** Day the dismissal letter was sent, or is supposed to be; `null`: supposed by the law's own calendar. */
  readonly letterOn: Day | null
  readonly supposed: Suppositions
}

/** What no text says of this person, and the reader may change. */
export interface Suppositions {
  /** Days between registration and ordinary benefit. */
  readonly waitingDays: number
  /** Pay for leave not taken, euros gross as decimal text; `null`: none counted. */
  readonly paidLeave: string | null
  /** Whether the notice would be worked; a person let off it may take a job at once. */
  readonly noticeWorked: boolean
  /** Calendar months to show; `null`: until the longer right runs out, 24 at most. */
  readonly months: number | null
  /** A lasting job from a day on, at a monthly gross wage. */
  readonly job: { readonly on: Day; readonly monthlyGross: string } | null
}

export const USUAL_SUPPOSITIONS: Suppositions = { waitingDays: 7, paidLeave: null, noticeWorked: true, months: null, job: null }
export const MOST_MONTHS = 24

export const CHOICE_LINES = ['wage', 'notice', 'noticeBalance', 'severance', 'paidLeave', 'asp', 'are', 'bonus', 'wageGap', 'job'] as const
export type ChoiceLineCode = (typeof CHOICE_LINES)[number]
/** Lines paid once: they are not what one lives on month by month. */
export const ONE_OFF_LINES: ReadonlySet<ChoiceLineCode> = new Set<ChoiceLineCode>(['noticeBalance', 'severance', 'paidLeave', 'bonus'])

export const ASSUMPTIONS = [
  'letterSent', 'letterEarliest', 'letterAfterReflection', 'decisionSupposed', 'noticeLegal', 'noticePaidAlike',
  'waitingDays', 'leaveDeferral', 'noLeave', 'noSpecificDeferral', 'registeredAtOnce',
  'sjrFromGross', 'sjrAreSame', 'areEstimated', 'noDegression', 'sameDuration', 'durationUnknown',
  'severanceLegal', 'earnedMonth', 'noOtherIncome', 'grossOnly', 'jobLasting', 'jobAfterNotice',
] as const
export type AssumptionId = (typeof ASSUMPTIONS)[number]

/** The field of the form with which the reader changes an assumption. */
export type ChangedBy = 'letterOn' | 'decisionOn' | 'noticeMonths' | 'waitingDays' | 'paidLeave' | 'sjr' | 'sjrAre' | 'areDaily' | 'areDurationDays' | 'job'

/** Something the figures rest on that the law does not settle for this person. Confidence as for the rules; `null`: a choice of computation, which no text could settle. */
export interface Assumption {
  readonly id: AssumptionId
  readonly confidence: 'H' | 'M' | 'L' | null
  readonly values: WordValues
  readonly changedBy: ChangedBy | null
}

/** One line of a side: its money month by month (decimal text, euros gross; `null` where a figure is unknown). */
export interface ChoiceLine {
  readonly code: ChoiceLineCode
  readonly rule: RuleId
  readonly article: string
  readonly assumes: readonly AssumptionId[]
  readonly from: Day | null
  readonly to: Day | null
  /** Days paid within the months shown, and what each gives, where the line is paid by the day. */
  readonly days: number | null
  readonly daily: string | null
  readonly amounts: readonly (string | null)[]
  readonly total: string | null
}

/** One of the two lives compared. */
export interface ChoiceSide {
  readonly lines: readonly ChoiceLine[]
  /** Sum of the lines in each month, and over all of them. */
  readonly monthly: readonly (string | null)[]
  readonly total: string | null
  /** Last day of the employment contract; `null` where it had ended before, or is not known. */
  readonly contractEnd: Day | null
  /** First and last day of each benefit, as far as the months shown do not cut it. */
  readonly asp: { readonly from: Day; readonly to: Day } | null
  readonly are: { readonly from: Day; readonly to: Day | null } | null
  /** Days without any pay between the contract and the benefit. */
  readonly daysWithoutPay: number | null
  /** Days of ARE used and left on the last day shown; `null` where the duration is not known. */
  readonly areDaysUsed: number | null
  readonly areDaysLeft: number | null
}

export const STATEMENTS = [
  'keptSeverance', 'keptNoticePay', 'keptContest', 'keptRehire', 'keptAre',
  'lostNotice', 'lostContractEarlier', 'lostAreDays', 'lostReturn', 'lostDuties',
  'gainedRate', 'gainedNoRate', 'gainedAtOnce', 'gainedSupport', 'gainedBonus', 'gainedWageGap', 'gainedTrial',
] as const
export type StatementCode = (typeof STATEMENTS)[number]

/** What accepting keeps, takes or gives, in words. */
export interface Statement {
  readonly code: StatementCode
  readonly rule: RuleId
  readonly article: string
  readonly values: WordValues
}

/** A figure without which a part of the comparison stays unknown. */
export type MissingFigure = 'hiredOn' | 'monthlyGross' | 'noticeMonths' | 'sjr' | 'areDurationDays'

export interface Comparison {
  readonly kind: 'compared'
  readonly regime: GoverningText
  readonly path: Frame['entryPath']
  readonly proposedOn: Day
  /** Last day of reflection, and of the CSP. */
  readonly reflectionEnd: Day
  readonly cspStart: Day
  readonly cspTerm: Day
  readonly letterOn: Day | null
  readonly months: readonly MonthColumn[]
  readonly accepted: ChoiceSide
  readonly refused: ChoiceSide
  /** With the CSP less without it, from the start to each month's end, and at the end of all. */
  readonly differences: readonly (string | null)[]
  readonly difference: string | null
  readonly kept: readonly Statement[]
  readonly lost: readonly Statement[]
  readonly gained: readonly Statement[]
  readonly assumptions: readonly Assumption[]
  readonly missing: readonly MissingFigure[]
}

/** The comparison, or why there is none: no text governs, the decision is awaited, the authorisation was refused, or the proposal is not admitted. */
export type Choice =
  | Comparison
  | { readonly kind: 'no_text'; readonly hole: Hole }
  | { readonly kind: 'awaiting_decision' }
  | { readonly kind: 'not_open' }
