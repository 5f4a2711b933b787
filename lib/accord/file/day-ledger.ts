import type { Day } from '../calendar/day.ts'
import type { RuleId } from '../rules/catalogue.ts'
import type { AspStopCause, LeaveCause } from './facts.ts'

/**
 * What a day of the CSP is for the allowance: `paid` before today, `left` from today on; `suspended` where
 * something stops it; `deducted` where it could be paid but no right is left for it.
 */
export const LEDGER_STATES = ['paid', 'suspended', 'deducted', 'left'] as const
export type LedgerState = (typeof LEDGER_STATES)[number]

/** Why a day is not paid: what suspends it, or what was deducted; `null` for days paid and left. */
export type LedgerCause =
  | 'work_period'
  | LeaveCause
  /** A ground of R-205, prefixed: `stop_work` is work outside a period, `stop_health_benefits`… */
  | `stop_${AspStopCause}`
  | 'job'
  | 'exclusion'
  | 'closing'
  | 'annulment'
  /** Days that a bonus paid for a job broken in its trial period stands for. */
  | 'bonus'
  /** Days beyond the duration of ARE, under full seniority. */
  | 'duration'

/** Days in a row that are the same thing for the same cause, both ends included. */
export interface LedgerSpan {
  readonly from: Day
  readonly to: Day
  readonly days: number
  readonly state: LedgerState
  readonly cause: LedgerCause | null
  readonly rule: RuleId
  /** The fact it comes from; `null` for days paid and left, and for the duration. */
  readonly factIndex: number | null
}

/** Every day from the start of the CSP to its term, once. */
export interface DayLedger {
  /** In order, with no gap: the first begins on the start, the last ends on the term. */
  readonly spans: readonly LedgerSpan[]
  /** Days of each state; they add up to `days`. */
  readonly totals: Readonly<Record<LedgerState, number>>
  /** Days from the start to the term, both included. */
  readonly days: number
  /** `false` while the last day of the allowance is not known: no day is then deducted. */
  readonly endKnown: boolean
}
