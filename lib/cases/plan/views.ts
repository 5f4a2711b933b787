import type { Day } from '../../accord/calendar/day.ts'
import type { BasinNote } from '../basin-notes/notes.ts'
import type { Occupation, PlanContent, WorkingPlanContent } from '../content/plan.ts'
import type { FileView } from '../views/file.ts'

/** A plan as it was validated: its rank among those of the file that count, and what it said. */
export interface PlanVersion {
  readonly number: number
  readonly factId: string
  readonly on: Day
  readonly signedByBeneficiary: boolean
  readonly signedByAdviser: boolean
  /** `null` where nothing was kept beside the fact. */
  readonly content: PlanContent | null
}

/** The plan being worked on. */
export interface WorkingPlan {
  /** How many times it was saved; `0`: never, what is shown is proposed. */
  readonly version: number
  readonly content: WorkingPlanContent
  readonly savedBy: string | null
  readonly savedAt: Date | null
}

export interface PlanView {
  readonly view: FileView
  readonly plan: WorkingPlan
  /** Latest last. */
  readonly versions: readonly PlanVersion[]
  /** Whether what is worked on differs from the last version; `true` where there is none. */
  readonly differs: boolean
  /** What the basin offers today; `null` when nobody wrote it. */
  readonly note: BasinNote | null
  /** Occupations already written at this operator, the most frequent first: there is no table of the ROME here. */
  readonly occupations: readonly Occupation[]
  readonly providers: readonly string[]
}

/** What someone did to the plan since it was read. */
export interface PlanChangeSince {
  readonly who: string
  readonly what: PlanChangeKind
  /** The measure whose line it was, where it was one. */
  readonly measure: string | null
  readonly when: Date
}

export type PlanChangeKind = 'line_added' | 'line_changed' | 'line_removed' | 'step' | 'project'
