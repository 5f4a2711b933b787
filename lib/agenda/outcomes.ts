import type { Day } from '../accord/calendar/day.ts'
import type { FactKind } from '../accord/file/facts.ts'
import type { Invalid, NotAllowed, NotFound } from '../cases/outcomes.ts'
import type { CivilTime, Conflict } from './views.ts'

export interface Planned {
  readonly kind: 'planned'
  readonly id: string
  readonly version: number
}

/** The clocks change at that time: it does not exist that night, or it comes twice. */
export interface ClockChange {
  readonly kind: 'clock_change'
  readonly code: 'skipped' | 'twice'
  readonly before: CivilTime
  readonly after: CivilTime
}

/** Something else at the same time: nothing was written; sent again with `acceptConflicts`, it is. */
export interface Conflicting {
  readonly kind: 'conflicting'
  readonly conflicts: readonly Conflict[]
}

/** It was changed meanwhile, or closed. Nothing was written. */
export interface MovedMeanwhile {
  readonly kind: 'moved_meanwhile'
  readonly version: number
}

export type PlanOutcome = Planned | ClockChange | Conflicting | Invalid | NotFound | NotAllowed
export type ChangeOutcome = PlanOutcome | MovedMeanwhile
/** `not_yet`: nobody came or failed to come to what has not happened. */
export type CloseOutcome = { readonly kind: 'closed'; readonly id: string; readonly version: number; readonly missedCount: number } | { readonly kind: 'not_yet' } | Invalid | NotFound | NotAllowed | MovedMeanwhile
/** « Venu »: the fact recorded, or the form that has to be filled first. */
export type AttendanceOutcome =
  | { readonly kind: 'held'; readonly id: string; readonly reference: string; readonly fact: FactKind }
  | { readonly kind: 'needs_form'; readonly id: string; readonly reference: string; readonly fact: FactKind; readonly day: Day }
  | CloseOutcome
