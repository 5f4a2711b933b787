import type { RefusalView, StaleView } from '@/components/file/acts/act-state.ts'
import type { FieldProblem } from '@/components/ui/error-summary.tsx'

/** What the server answered to a form of the plan that it did not take, already worded. */
export interface PlanFormState {
  readonly problems: readonly FieldProblem[]
  readonly notice: string | null
  readonly stale: StaleView | null
  readonly refusal: RefusalView | null
}

export const NOTHING_REFUSED: PlanFormState = { problems: [], notice: null, stale: null, refusal: null }
