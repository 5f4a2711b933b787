import type { Stage } from '../../accord/file/case-file.ts'
import type { DeadlineCode } from '../../accord/file/case-file.ts'
import type { ExitMotive } from '../../accord/file/facts.ts'
import type { RuleId } from '../../accord/rules/catalogue.ts'

/** A count, with the search of the caseload page that lists exactly the files it counts. */
export interface Figure {
  readonly count: number
  /** Query string of `/dossiers`, without the question mark. */
  readonly search: string
}

export interface Quarter {
  /** `2026-Q4` */
  readonly code: string
  readonly from: string
  readonly to: string
}

/** Files, counted once each, with a deadline of this rule that fell in the quarter. */
export interface DeadlineFigures {
  readonly rule: RuleId
  readonly code: DeadlineCode
  readonly met: Figure
  readonly metLate: Figure
  readonly overdue: Figure
}

export interface CounsellorLoad {
  readonly counsellorId: string
  readonly name: string
  readonly live: Figure
  readonly byStage: readonly { readonly stage: Stage; readonly figure: Figure }[]
  readonly overdue: Figure
}

export interface BasinSummary {
  readonly code: string
  readonly name: string
  readonly departmentCodes: readonly string[]
  readonly latitude: number | null
  readonly longitude: number | null
  readonly live: Figure
  readonly overdue: Figure
  readonly entries: Figure
  readonly exits: Figure
  readonly counsellors: number
}

export interface BasinOverview {
  readonly basin: BasinSummary
  readonly quarter: Quarter
  /** The quarters that can be asked for, newest first. */
  readonly quarters: readonly Quarter[]
  readonly byStage: readonly { readonly stage: Stage; readonly figure: Figure }[]
  readonly deadlines: readonly DeadlineFigures[]
  readonly entries: Figure
  readonly exits: { readonly total: Figure; readonly byMotive: readonly { readonly motive: ExitMotive | null; readonly figure: Figure }[] }
  readonly loads: readonly CounsellorLoad[]
  /** Ends of CSP to come, month by month (`2026-11`), this month first. */
  readonly ends: readonly { readonly month: string; readonly figure: Figure }[]
}

export interface BasinsOverview {
  readonly quarter: Quarter
  readonly quarters: readonly Quarter[]
  readonly basins: readonly BasinSummary[]
  readonly total: { readonly live: Figure; readonly overdue: Figure; readonly entries: Figure; readonly exits: Figure }
}

export interface TeamMember {
  readonly id: string
  readonly name: string
  readonly role: 'counsellor' | 'referent' | 'manager'
  readonly active: boolean
  readonly basins: readonly { readonly code: string; readonly name: string }[]
  readonly live: Figure
  readonly byStage: readonly { readonly stage: Stage; readonly count: number }[]
  readonly overdue: Figure
  /** Files followed as referent, after the job. */
  readonly asReferent: number
  /** Live files they are referent of, at whatever stage: what has to be handed over when they leave. */
  readonly referred: number
}

export interface Team {
  readonly members: readonly TeamMember[]
  /** Reassignments of the last ninety days, newest first. */
  readonly reassignments: readonly {
    readonly at: Date
    readonly reference: string
    readonly personName: string
    readonly to: string
    readonly by: string
    readonly reason: string | null
  }[]
}
