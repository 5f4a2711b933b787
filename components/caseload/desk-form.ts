/** What the server answers to the forms of the list, already worded. */
import type { BulkResult } from '@/lib/cases/lists/views.ts'
import type { FieldProblem } from '../ui/error-summary.tsx'
import type { LoadMove } from '../team/team-loads.ts'
import type { Picked } from './desk-state.ts'

export interface DeskFormState {
  readonly problems: readonly FieldProblem[]
  readonly notice: string | null
  /** The filter lists this many files now, not those that were shown: to be confirmed again. */
  readonly changedTo: number | null
  readonly result: BulkResult | null
  /** An export that is ready to be downloaded. */
  readonly download?: string
}

export const UNTOUCHED: DeskFormState = { problems: [], notice: null, changedTo: null, result: null }

export type DeskAction = (previous: DeskFormState, form: FormData) => Promise<DeskFormState>

/** Loads before and after; `count` files change hands. */
export interface AssignPreview {
  readonly count: number
  readonly left: readonly string[]
  readonly loads: readonly LoadMove[]
  readonly already: number
  readonly closed: number
}
/** What the server says before anything is done. */
export type AssignForeseen = AssignPreview | { readonly changedTo: number } | { readonly notice: string } | null

export interface ReceiverChoice {
  readonly id: string
  readonly name: string
  readonly live: number
  readonly basins: string
}

/** A kept view, as the drawer and the links show it. */
export interface ViewShown {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly shared: boolean
  readonly own: boolean
  readonly ownerName: string
  readonly version: number
}

/** A model of e-mail, with its words: between two pairs of braces, what each file puts there. */
export interface MessageModel {
  readonly value: string
  readonly label: string
  readonly subject: string
  readonly body: string
}

/** What the list can do; the buttons of what is absent are not shown. */
export interface DeskActions {
  readonly keepDisplay: (columns: readonly string[], density: string) => Promise<void>
  readonly keepView: DeskAction
  readonly changeView: DeskAction
  readonly deleteView: DeskAction
  readonly moveView: (id: string, step: 'up' | 'down') => Promise<void>
  readonly receivers: () => Promise<readonly ReceiverChoice[]>
  readonly previewAssign: (picked: Picked, toIds: readonly string[]) => Promise<AssignForeseen>
  readonly assign: DeskAction
  readonly schedule: DeskAction
  readonly models: () => Promise<readonly MessageModel[]>
  readonly message: DeskAction
  readonly export: DeskAction
}
