import type { FieldProblem } from '../ui/error-summary.tsx'

/** What the server answered to a form about an employer, already worded. */
export interface EmployerFormState {
  readonly problems: readonly FieldProblem[]
  /** A refusal that belongs to no field. */
  readonly notice: string | null
}

export const NOTHING_WRONG: EmployerFormState = { problems: [], notice: null }
