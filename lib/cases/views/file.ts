import type { Day } from '../../accord/calendar/day.ts'
import type { CaseFile } from '../../accord/file/case-file.ts'
import type { Fact } from '../../accord/file/facts.ts'
import type { Frame } from '../../accord/file/frame.ts'
import type { Settings } from '../../accord/file/progress.ts'
import type { Texts } from '../../accord/texts/agreement.ts'
import type { FileTransfers } from '../handover/transfer-queries.ts'
import type { StoredKind } from '../outcomes.ts'

export interface PersonView {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: Day
  readonly email: string | null
  readonly phone: string | null
  readonly sex: string | null
  readonly qualification: string | null
  readonly sector: string | null
  readonly commune: string | null
}

export interface EmployerView {
  readonly id: string
  readonly name: string
  readonly siret: string | null
  readonly size: number | null
  readonly insolvency: boolean
  readonly kind: string
}

/** A fact as kept, superseded ones included. */
export interface FactView {
  readonly id: string
  readonly sequence: number
  readonly kind: StoredKind
  readonly on: Day
  readonly until: Day | null
  /** The fact in the law's terms; `null` for the frame and for a withdrawal. */
  readonly fact: Fact | null
  /** The same terms in their JSON form, to fill a form again. */
  readonly terms: Readonly<Record<string, unknown>>
  /** Words and details kept beside the fact, in the form of its content schema; `null` when there are none. */
  readonly content: Readonly<Record<string, unknown>> | null
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly supersedes: string | null
  readonly supersededBy: string | null
  readonly reason: string | null
  /** Where it was copied from, for a file received from another operator. */
  readonly origin?: { readonly operator: string; readonly recordedAt: Date } | null
  /** Place in the record that was derived (`FilePeriod.factIndex`, `Refusal.factIndex`); `null` when it no longer counts. */
  readonly factIndex: number | null
}

export interface FileView {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly openedAt: Date
  /** The day the file is shown for: today, or the asked day of an earlier state. */
  readonly asOf: Day
  /** Set when the file is shown as it was known on an earlier day: it is then read-only. */
  readonly knownOn: Day | null
  readonly today: Day
  readonly person: PersonView
  readonly employer: EmployerView | null
  readonly frame: Frame
  readonly basin: { readonly code: string; readonly name: string }
  readonly counsellor: { readonly id: string; readonly name: string }
  readonly referent: { readonly id: string; readonly name: string } | null
  /** Whoever of them is away today, and who follows the file meanwhile. */
  readonly away: readonly { readonly accountId: string; readonly name: string; readonly standIn: string; readonly until: Day }[]
  readonly transfers: FileTransfers
  readonly file: CaseFile
  /** In the order of their days, then of their recording; superseded facts and withdrawals included. */
  readonly facts: readonly FactView[]
  /** What the reader may do with it. */
  readonly may: { readonly record: boolean; readonly assign: boolean }
  /** The operator's own practice, to say that it is not the law. */
  readonly settings: Settings
  /** The texts the file was derived with, as they were known on the day it is shown for. */
  readonly texts: Texts
}

export interface HistoryEntry {
  readonly at: Date
  readonly action: string
  /** Who did it; `null` when time or the system did. */
  readonly who: string | null
  readonly factId: string | null
  readonly factKind: StoredKind | null
  readonly factOn: Day | null
  readonly reason: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly position: number
  /** First signs of the entry's hash, to be read out. */
  readonly hash: string
}

export interface AssignmentView {
  readonly at: Date
  readonly counsellor: string
  readonly referent: string | null
  readonly by: string
  readonly reason: string | null
}

export interface History {
  readonly reference: string
  readonly personName: string
  readonly entries: readonly HistoryEntry[]
  readonly assignments: readonly AssignmentView[]
  readonly chain: { readonly verified: boolean; readonly length: number; readonly breaks: readonly string[] }
}
