import type { FieldProblem } from '../ui/error-summary.tsx'

/** What the server answered to a form of the administration, already worded. */
export interface AdministrationFormState {
  readonly problems: readonly FieldProblem[]
  /** A refusal that belongs to no field. */
  readonly notice: string | null
  /** Where the files of someone whose account was to be closed are handed over; with `notice`, which counts them. */
  readonly handOver: string | null
  /** A password just made: shown once, kept nowhere. */
  readonly password: { readonly kind: 'created' | 'reset'; readonly email: string; readonly value: string } | null
  /** What was saved, where the form stays on screen. */
  readonly saved: string | null
}

export const UNANSWERED: AdministrationFormState = { problems: [], notice: null, handOver: null, password: null, saved: null }
