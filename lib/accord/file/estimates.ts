import type { Day } from '../calendar/day.ts'
import { seventhMonth, type IncentiveReason } from '../rules/incentives.ts'
import { asText } from '../rules/money.ts'
import { parametersOn } from '../texts/governing.ts'
import { comparisonsOf } from './comparisons.ts'
import { firstDayAfterCsp } from './progress.ts'
import type { Working } from './working.ts'

/**
 * What the contract of the simulator has no key for: conditions one by one, payments one by one, the money
 * that only some texts know, and our figures beside France Travail's own. Euros gross, as text with two
 * decimals; `null` where the text has none or what it needs is not known.
 */
export interface Estimates {
  /** The two reference wages; `null` while neither is known. */
  readonly referenceWages: ReferenceWages | null
  /** The eight conditions of R-501, in order, for the job that ended the CSP; `null` without one, or without a bonus. */
  readonly bonusConditions: readonly BonusCondition[] | null
  /** Month by month, while the indemnity is open for the job; `null` where it is not, or where a figure is missing. */
  readonly wageGapPayments: readonly WageGapPayment[] | null
  /** Sum of those payments, never over the cap. */
  readonly wageGapTotal: string | null
  /** The bonus and the indemnity side by side, for the job that ended the CSP or stands beside it. */
  readonly incentives: IncentiveComparison | null
  /** value of the training hours not used, owed by the employer; only under the text of 2011. */
  readonly trainingHours: string | null
  /** the bonus of the experimental CSP; France Travail judges whether the course qualifies. */
  readonly experimentBonus: ExperimentBonus | null
  /** Our figure beside each one that France Travail gave or paid. */
  readonly comparisons: readonly Comparison[]
}

export const ESTIMATE_NAMES = [
  'referenceWages',
  'bonusConditions',
  'wageGapPayments',
  'wageGapTotal',
  'incentives',
  'trainingHours',
  'experimentBonus',
] as const
export type EstimateName = (typeof ESTIMATE_NAMES)[number]

/** the reference wage of ASP and that of ARE, by day. */
export interface ReferenceWages {
  readonly asp: string | null
  readonly are: string | null
  /** Whether the text gives ASP a wage of its own (procedures from 1 October 2021). */
  readonly apart: boolean
  /** Whether one known wage is used for both although they are apart. */
  readonly shared: boolean
}

/** The conditions of the bonus in the order of R-501, (1) to (8). */
export const BONUS_CONDITIONS = ['seniority', 'plan', 'contract', 'window', 'claim', 'once', 'no_wage_gap', 'no_are'] as const
export type BonusConditionName = (typeof BONUS_CONDITIONS)[number]

export interface BonusCondition {
  /** 1 to 8, as R-501 numbers them. */
  readonly number: number
  readonly name: BonusConditionName
  /** `null`: not known here; for `no_are`, France Travail checks it. */
  readonly met: boolean | null
  /** The day it was met, or the last day to meet it; `null` where it has none. */
  readonly on: Day | null
}

/** one month of the wage-gap indemnity, paid in arrears. */
export interface WageGapPayment {
  readonly number: number
  /** First day on which the month is over and may be paid. */
  readonly on: Day
  readonly amount: string
  /** Whether the cap cut it: it is the last. */
  readonly cut: boolean
  /** What France Travail paid, payment for payment in their order. */
  readonly paid: { readonly on: Day; readonly amount: string } | null
}

/** what the bonus and the wage-gap indemnity give for one job, and which gives more. */
export interface IncentiveComparison {
  readonly bonusOpen: boolean | null
  readonly wageGapOpen: boolean | null
  /** Both are capped at it: the text's share of the residual rights. */
  readonly cap: string
  readonly bonusTotal: string | null
  readonly wageGapTotal: string | null
  readonly wageGapMonths: number | null
  readonly higher: 'bonus' | 'wage_gap' | 'equal' | null
  readonly reason: IncentiveReason
}

export interface ExperimentBonus {
  readonly amount: string
  /** First and last day of the seventh month of support. */
  readonly from: Day
  readonly to: Day
}

interface Compared {
  /** Whether they differ by more than 1 % of theirs; a day, whether it is another. */
  readonly differs: boolean
  /** The fact that gave theirs; `null`: entered when the file was opened. */
  readonly factIndex: number | null
}

/** Our figure beside France Travail's; `ours` is `null` where nothing here allows one. */
export type Comparison =
  | (Compared & { readonly name: 'sjr' | 'sjrAre' | 'areDaily' | 'aspDaily'; readonly unit: 'euros'; readonly ours: string | null; readonly theirs: string })
  | (Compared & {
      readonly name: 'bonusInstalment' | 'wageGapPayment'
      readonly unit: 'euros'
      /** Which payment, from 1. */
      readonly number: number
      readonly ours: string | null
      readonly theirs: string
    })
  | (Compared & { readonly name: 'aspEnd'; readonly unit: 'day'; readonly ours: Day | null; readonly theirs: Day })
  | (Compared & { readonly name: 'areDurationDays'; readonly unit: 'days'; readonly ours: number | null; readonly theirs: number })
export type ComparisonName = Comparison['name']

export const NO_ESTIMATES: Estimates = {
  referenceWages: null,
  bonusConditions: null,
  wageGapPayments: null,
  wageGapTotal: null,
  incentives: null,
  trainingHours: null,
  experimentBonus: null,
  comparisons: [],
}

/** the bonus in force when the CSP was signed, where support reached its seventh month. */
function experimentBonusOf({ progress, term, account }: Working): ExperimentBonus | null {
  const { governing, acceptedOn } = progress
  if (governing === null || acceptedOn === null || term === null || account.ledger === null) return null
  const amount = parametersOn(governing, acceptedOn).experimentBonus
  const month = seventhMonth(term.start)
  const after = firstDayAfterCsp(progress, term)
  return amount === null || (after !== null && after <= month.from) ? null : { amount, ...month }
}

function incentivesOf({ job }: Working): IncentiveComparison | null {
  if (job === null || job.outcome === null) return null
  const { cap, bonusTotal, wageGapTotal, wageGapPayments, higher, reason } = job.outcome
  return {
    bonusOpen: job.conditions === null ? false : job.bonusEligible,
    wageGapOpen: job.wageGapEligible,
    cap: asText(cap),
    bonusTotal: bonusTotal === null ? null : asText(bonusTotal),
    wageGapTotal: wageGapTotal === null ? null : asText(wageGapTotal),
    wageGapMonths: wageGapPayments,
    higher,
    reason,
  }
}

/** Every estimate that a file's facts and figures allow. */
export function estimatesOf(working: Working): Estimates {
  const { benefit, job, employer } = working
  if (working.progress.governing === null) return NO_ESTIMATES
  const { sjr, sjrAre, apart, shared } = benefit
  return {
    referenceWages: sjrAre === null ? null : { asp: sjr === null ? null : asText(sjr), are: asText(sjrAre), apart, shared },
    bonusConditions: job?.conditions ?? null,
    wageGapPayments: job?.payments ?? null,
    wageGapTotal: job === null || job.paymentsTotal === null ? null : asText(job.paymentsTotal),
    incentives: incentivesOf(working),
    trainingHours: employer.trainingHours === null ? null : asText(employer.trainingHours),
    experimentBonus: experimentBonusOf(working),
    comparisons: comparisonsOf(working),
  }
}
