import type { FieldProblem } from '@/components/ui/error-summary.tsx'

/** What the server answered to a form of costs that it did not take, already worded. */
export interface CostFormState {
  readonly problems: readonly FieldProblem[]
  readonly notice: string | null
}

export const NO_COST_REFUSED: CostFormState = { problems: [], notice: null }
