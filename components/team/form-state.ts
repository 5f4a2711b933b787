import type { FieldProblem } from '../ui/error-summary.tsx'
import type { LoadMove } from './team-loads.ts'

/** What the server answered to a reassignment that it did not do, already worded. */
export interface TeamFormState {
  readonly problems: readonly FieldProblem[]
  readonly notice: string | null
}

export const NOTHING_WRONG: TeamFormState = { problems: [], notice: null }

/** What a reassignment would give; `null` where it cannot be said. */
export type LoadsPreview = { readonly count: number; readonly left: readonly string[]; readonly loads: readonly LoadMove[] } | null
