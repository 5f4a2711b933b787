import type { FieldProblem } from '@/components/ui/error-summary.tsx'

/** What a form of the texts' administration is told: what to correct, or why nothing was done. */
export interface TextFormState {
  readonly problems: readonly FieldProblem[]
  readonly notice: string | null
}

export const UNANSWERED: TextFormState = { problems: [], notice: null }
