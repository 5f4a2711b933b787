import type { Day } from '../../accord/calendar/day.ts'
import type { DeadlineCode, Stage } from '../../accord/file/case-file.ts'
import type { ProcedureType } from '../../accord/file/frame.ts'
import type { RuleId } from '../../accord/rules/catalogue.ts'
import type { EmployerPiece } from '../content/employer-pieces.ts'

export interface ListedEmployer {
  readonly id: string
  readonly name: string
  readonly siret: string | null
  readonly size: number | null
  readonly insolvency: boolean
  /** Files of it that the reader may see, closed ones included. */
  readonly files: number
  readonly liveFiles: number
  /** Last procedure engaged. */
  readonly lastEngagedOn: Day | null
  /** Live files of which a sending is not done and one of its pieces is missing. */
  readonly incomplete: number
  /** The first day on which one of the two sendings is due and not done; past ones included. */
  readonly nextSendingOn: Day | null
}

export interface EmployersPage {
  readonly today: Day
  readonly employers: readonly ListedEmployer[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

/** One of the two sendings of R-120 for a person. */
export interface Sending {
  readonly dueOn: Day
  readonly metOn: Day | null
  readonly cancelled: boolean
}

export interface ReceivedPiece {
  readonly piece: EmployerPiece
  readonly receivedOn: Day
}

export interface EmployedPerson {
  readonly reference: string
  readonly personName: string
  readonly stage: Stage
  readonly closed: boolean
  readonly regimeCode: string | null
  readonly counsellorName: string
  readonly acceptedOn: Day | null
  readonly sendAcceptance: Sending | null
  readonly sendAll: Sending | null
  readonly received: readonly ReceivedPiece[]
  readonly nextDeadline: { readonly on: Day; readonly rule: RuleId; readonly code: DeadlineCode } | null
  /** Whether the reader may say what was received for this person. */
  readonly mayRecord: boolean
}

export interface Procedure {
  readonly engagedOn: Day
  readonly type: ProcedureType | null
  readonly people: readonly EmployedPerson[]
}

export interface EmployerContactView {
  readonly id: string
  readonly name: string
  readonly role: string | null
  readonly phone: string | null
  readonly email: string | null
}

export interface EmployerPage {
  readonly today: Day
  readonly id: string
  readonly name: string
  readonly siret: string | null
  readonly size: number | null
  readonly insolvency: boolean
  readonly kind: string
  readonly contacts: readonly EmployerContactView[]
  readonly procedures: readonly Procedure[]
  /** Files of it that the reader may not open: their number alone. */
  readonly hiddenFiles: number
  /** Other records that may be the same employer. */
  readonly lookalikes: readonly { readonly id: string; readonly name: string; readonly siret: string | null; readonly files: number }[]
  readonly may: { readonly change: boolean; readonly merge: boolean }
}

/** An employer already known, offered while a file is opened. */
export interface KnownEmployer {
  readonly id: string
  readonly name: string
  readonly siret: string | null
  readonly kind: string
  readonly size: number | null
  readonly insolvency: boolean
  readonly files: number
}
