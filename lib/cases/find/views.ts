import type { Day } from '../../accord/calendar/day.ts'
import type { DeadlineCode, Stage } from '../../accord/file/case-file.ts'
import type { FactKind } from '../../accord/file/facts.ts'
import type { Asked } from './asked.ts'

/** A file as the palette shows it. */
export interface FoundFile {
  readonly reference: string
  readonly personName: string
  readonly birthDate: Day
  readonly stage: Stage
  readonly closed: boolean
  readonly basinName: string
  readonly counsellorName: string
  readonly nextDeadline: { readonly on: Day; readonly code: DeadlineCode; readonly act: FactKind | null } | null
  /** Whether who asks records facts in it. */
  readonly mayRecord: boolean
}

export interface FoundEmployer {
  readonly id: string
  readonly name: string
  readonly siret: string | null
  /** Files of theirs that who asks may see. */
  readonly files: number
}

export interface Found {
  readonly today: Day
  readonly asked: Asked
  readonly files: readonly FoundFile[]
  /** Whether there are more than those shown. */
  readonly more: boolean
  /** Nobody of this name was born then: these are the names alone. */
  readonly bornSetAside: boolean
  readonly employers: readonly FoundEmployer[]
}
