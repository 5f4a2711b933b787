import type { Day } from '../../accord/calendar/day.ts'
import type { DeadlineCode, Stage } from '../../accord/file/case-file.ts'
import type { ExitMotive } from '../../accord/file/facts.ts'
import type { RuleId } from '../../accord/rules/catalogue.ts'
import type { CaseloadParams } from '../caseload-params.ts'

export interface CaseloadRow {
  readonly id: string
  readonly reference: string
  readonly firstName: string
  readonly lastName: string
  readonly stage: Stage
  readonly regimeCode: string | null
  readonly basinCode: string
  readonly basinName: string
  readonly counsellorId: string
  readonly counsellorName: string
  readonly referentId: string | null
  readonly referentName: string | null
  readonly cspStart: Day | null
  readonly cspTerm: Day | null
  readonly endedOn: Day | null
  readonly exitMotive: ExitMotive | null
  readonly employerName: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly commune: string | null
  readonly preBilanOn: Day | null
  readonly planOn: Day | null
  readonly lastContactOn: Day | null
  readonly jobStartedOn: Day | null
  readonly followUpEnd: Day | null
  /** The training running or next, else the last one; `planned` where the plan alone speaks of one. */
  readonly training: { readonly from: Day; readonly to: Day | null } | 'planned' | null
  /** The next appointment: its day, and its time as it was typed (`09:30`). */
  readonly nextAppointment: { readonly on: Day; readonly time: string } | null
  readonly nextDeadline: { readonly on: Day; readonly rule: RuleId; readonly code: DeadlineCode } | null
}

export interface CaseloadPage {
  readonly today: Day
  readonly rows: readonly CaseloadRow[]
  readonly total: number
  /** The parameters that were heard, after those that make no sense were put back to their default. */
  readonly params: CaseloadParams
  /** What the filters can be set to, for this actor. */
  readonly options: {
    readonly basins: readonly { readonly code: string; readonly name: string }[]
    readonly counsellors: readonly { readonly id: string; readonly name: string }[]
    readonly referents: readonly { readonly id: string; readonly name: string }[]
  }
}
