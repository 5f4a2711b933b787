import type { FormState } from '../ui/form-state.ts'

/** What the server answered to the comments of a draft. */
export interface CommentsState extends FormState {
  /** The version that the next save goes over. */
  readonly version: number | null
  /** What a colleague saved meanwhile, field by field, already worded. */
  readonly theirs: Readonly<Record<string, string>>
}

export const COMMENTS_NOT_SENT: CommentsState = { problems: [], notice: null, version: null, theirs: {} }
