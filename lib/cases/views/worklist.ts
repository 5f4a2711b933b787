import type { Day } from '../../accord/calendar/day.ts'
import type { DeadlineActor, DeadlineCode, Stage, WordValues } from '../../accord/file/case-file.ts'
import type { FactKind } from '../../accord/file/facts.ts'
import type { RuleId } from '../../accord/rules/catalogue.ts'

/** One thing to do: an unmet deadline of a file that is the reader's. */
export interface WorkItem {
  /** Stable identifier of the line. */
  readonly id: string
  readonly reference: string
  readonly personName: string
  readonly stage: Stage
  readonly code: DeadlineCode
  readonly rule: RuleId
  readonly dueOn: Day
  /** The fact that meets it, to open its form (`?acte=`); `null` where no single fact does. */
  readonly metBy: FactKind | null
  readonly actor: DeadlineActor
  /** Whether it may be said done elsewhere. */
  readonly maySilence: boolean
  readonly regimeCode: string | null
  /** The days its sentence is made with: `cspStart`, `cspTerm`, `preBilanOn`, `jobStartedOn`, `lastContactOn`, `handedOverOn`. */
  readonly context: WordValues
  /** The absent colleague whose file it is, where the reader stands in for them. */
  readonly standingInFor: { readonly name: string; readonly until: Day } | null
}

export interface Worklist {
  readonly today: Day
  readonly groups: {
    readonly overdue: readonly WorkItem[]
    readonly today: readonly WorkItem[]
    /** From tomorrow to seven days from now. */
    readonly week: readonly WorkItem[]
    /** After that, to the end of the horizon. */
    readonly later: readonly WorkItem[]
  }
  /** What falls on each of the 28 days from today; what is overdue is not in it. */
  readonly horizon: readonly { readonly day: Day; readonly count: number }[]
  /** Number of things to do to the end of the horizon; the groups hold them all, or the 600 most urgent. */
  readonly total: number
  /** The first thing due after the horizon; `null` when there is none. */
  readonly beyond: WorkItem | null
}
