import type { FieldProblem } from '../ui/error-summary.tsx'

/** What the server answered to a follow-up form that it did not record, already worded. */
export interface PlacementFormState {
  readonly problems: readonly FieldProblem[]
  readonly refusal: { readonly title: string; readonly message: string; readonly rule: string; readonly article: string | null } | null
  /** The file changed meanwhile, or is no longer theirs. */
  readonly notice: string | null
  /** The version to record on, once the change has been told. */
  readonly version: number | null
}

export const NO_PROBLEM: PlacementFormState = { problems: [], refusal: null, notice: null, version: null }
