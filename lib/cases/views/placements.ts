import type { Day } from '../../accord/calendar/day.ts'
import type { Stage } from '../../accord/file/case-file.ts'
import type { FollowUpSituation } from '../../accord/file/facts.ts'

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
  /** The six months are over and no result is recorded yet. */
  readonly toClose: boolean
}

export interface Placements {
  readonly today: Day
  readonly placements: readonly Placement[]
}
