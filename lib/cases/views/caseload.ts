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
