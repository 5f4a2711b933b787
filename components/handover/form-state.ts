import type { FieldProblem } from '../ui/error-summary.tsx'

/** What the server answered to a form of the handover that it did not carry out, already worded. */
export interface HandoverFormState {
  readonly problems: readonly FieldProblem[]
  /** A refusal that belongs to no field. */
  readonly notice: string | null
}

export const NOTHING_SAID: HandoverFormState = { problems: [], notice: null }
