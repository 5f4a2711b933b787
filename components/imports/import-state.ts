import type { FieldProblem } from '@/components/ui/error-summary.tsx'

/** What the server answered to figures it did not keep, already worded. */
export interface ImportFormState {
  readonly problems: readonly FieldProblem[]
  readonly notice: string | null
  /** Faults of a sheet, one sentence a line. */
  readonly lines: readonly string[]
}

export const NOT_KEPT: ImportFormState = { problems: [], notice: null, lines: [] }
