import type { FieldProblem } from '@/components/ui/error-summary.tsx'

/** What the server answered to a form it did not follow, already worded. */
export interface MailFormState {
  readonly problems: readonly FieldProblem[]
  readonly notice: string | null
}

export const NOTHING_WRONG: MailFormState = { problems: [], notice: null }
