import type { FieldProblem } from '@/components/ui/error-summary.tsx'
import type { RefusalView } from '@/components/file/acts/act-state.ts'

/** A file already opened for someone of that name, born that day. */
export interface DuplicateView {
  readonly label: string
  readonly detail: string
  readonly href: string | null
  readonly personId: string | null
}

export interface OpeningState {
  readonly problems: readonly FieldProblem[]
  readonly refusal: RefusalView | null
  readonly duplicates: readonly DuplicateView[]
}

export const NOTHING_OPENED: OpeningState = { problems: [], refusal: null, duplicates: [] }

/** What the answers given so far lead to. */
export type OpeningPreviewView =
  | { readonly kind: 'incomplete' }
  | {
      readonly kind: 'preview'
      /** The governing text and why; `null` where a person must choose one. */
      readonly text: string | null
      readonly because: string
      readonly article: string
      readonly dates: readonly { readonly name: string; readonly label: string; readonly on: string }[]
      readonly alerts: readonly { readonly rule: string; readonly article: string; readonly message: string }[]
      readonly refusal: RefusalView | null
      readonly textChoices: readonly { readonly value: string; readonly label: string }[]
    }
