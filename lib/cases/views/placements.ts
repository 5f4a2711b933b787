import type { Day } from '../../accord/calendar/day.ts'
import type { DeadlineCode, Stage } from '../../accord/file/case-file.ts'
import type { FactKind, FollowUpSituation } from '../../accord/file/facts.ts'
import type { RuleId } from '../../accord/rules/catalogue.ts'

/** Something to do for someone in their job: a contact, the claim of the bonus, its second instalment, the result at six months. */
export interface PlacementDuty {
  readonly code: DeadlineCode
  readonly rule: RuleId
  readonly dueOn: Day
  readonly act: FactKind | null
}

/** Someone who found a job in the last six months, or whose follow-up is not closed yet. */
export interface Placement {
  readonly reference: string
  readonly version: number
  readonly personName: string
  readonly stage: Stage
  readonly jobStartedOn: Day
  readonly jobContract: 'cdi' | 'cdd' | 'temp' | null
  readonly employerName: string | null
  /** Full months since the job started, 0 to 6 and more. */
  readonly months: number
  readonly followUpEnd: Day | null
  readonly nextContactDue: Day | null
  readonly lastContactOn: Day | null
  readonly lastSituation: FollowUpSituation | null
  readonly counsellorName: string
  readonly referentName: string | null
  /** What is to be done, the first due first. */
  readonly duties: readonly PlacementDuty[]
  /** The CSP has not reached its term and the job goes on: a broken trial period would bring it back. */
  readonly mayComeBack: boolean
  /** The six months are over and no result is recorded yet. */
  readonly toClose: boolean
}

export interface Placements {
  readonly today: Day
  readonly placements: readonly Placement[]
}
