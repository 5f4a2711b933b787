import type { BonusConditionName, ComparisonName, EstimateName } from '../file/estimates.ts'
import type { LedgerCause, LedgerState } from '../file/day-ledger.ts'
import type { LeaveCause } from '../file/facts.ts'
import type { IncentiveReason } from '../rules/incentives.ts'

/** Causes of the day ledger that no other table names. */
export type OwnLedgerCause = Exclude<LedgerCause, LeaveCause | `stop_${string}`>

/** The words of the estimates, the day ledger and the comparisons with France Travail's figures. */
export interface EstimateWords {
  readonly names: Readonly<Record<EstimateName, string>>
  /** As the end of a sentence: « plan validé avant l’embauche ». */
  readonly conditions: Readonly<Record<BonusConditionName, string>>
  readonly states: Readonly<Record<LedgerState, string>>
  readonly causes: Readonly<Record<OwnLedgerCause, string>>
  readonly comparisons: Readonly<Record<ComparisonName, string>>
  readonly reasons: Readonly<Record<IncentiveReason, string>>
}
