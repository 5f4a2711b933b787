import type { FieldProblem } from './error-summary.tsx'

/** What the server answered to a form, already worded, where there is nothing more to say than what is wrong. */
export interface FormState {
  readonly problems: readonly FieldProblem[]
  /** A refusal that belongs to no field. */
  readonly notice: string | null
}

export const NOTHING_WRONG: FormState = { problems: [], notice: null }
