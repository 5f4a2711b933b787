import type { FieldProblem } from '../ui/error-summary.tsx'

/** What is shown while an appointment is typed, in words. */
export interface AppointmentPreviewView {
  /** « Ce rendez-vous tient l’échéance R-301 du … ». */
  readonly standing: { readonly is: 'meets' | 'late' | 'early' | 'none'; readonly text: string } | null
  readonly notes: readonly string[]
  readonly clock: string | null
  readonly conflicts: readonly string[]
}

/** What a sent form of the agenda answers, when it does not lead back to it. */
export interface AgendaFormState {
  readonly problems: readonly FieldProblem[]
  /** What is at the same time, to be accepted. */
  readonly conflicts: readonly string[]
  /** Something to know before it is sent again. */
  readonly notice: string | null
}

export const NOTHING_SAID: AgendaFormState = { problems: [], conflicts: [], notice: null }

/** What a move of the grid answers. */
export type MoveAnswer =
  | { readonly kind: 'moved' }
  /** Something is in the way: its form opens, where it can be accepted. */
  | { readonly kind: 'ask'; readonly href: string }
  | { readonly kind: 'refused'; readonly message: string }

export interface MoveRequest {
  readonly id: string
  readonly version: number
  /** ISO day, `HH:MM`. */
  readonly day: string
  readonly time: string
  readonly minutes: number
}

/** What the subscription's drawer shows after a press. */
export interface SubscriptionState {
  /** The secret address, once. */
  readonly address: string | null
  readonly ended: boolean
}

/** Someone found while a name is typed. */
export interface FoundPerson {
  readonly reference: string
  readonly personName: string
  readonly detail: string
}
