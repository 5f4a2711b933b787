import type { FieldProblem } from '@/components/ui/error-summary.tsx'

/** A legal refusal in words. */
export interface RefusalView {
  readonly title: string
  readonly message: string
  readonly rule: string
  readonly article: string | null
  /** What would be admissible, as sentences. */
  readonly remedies: readonly string[]
  /** The fact already recorded that stands in the way. */
  readonly conflict: { readonly label: string; readonly href: string } | null
}

/** What a colleague did since the form was opened. */
export interface StaleView {
  readonly version: number
  readonly lines: readonly string[]
}

/** What a sent act answers, when it does not lead to the file. */
export interface ActState {
  readonly problems: readonly FieldProblem[]
  readonly refusal: RefusalView | null
  readonly stale: StaleView | null
}

export const NOTHING_SENT: ActState = { problems: [], refusal: null, stale: null }

/** A piece of the sentence that says an effect: what was is struck, what will be is marked. */
export interface Piece {
  readonly as: 'text' | 'old' | 'new'
  readonly text: string
}

export interface EffectRow {
  readonly label: string
  readonly old: string | null
  readonly now: string | null
  readonly note?: string
}

export interface EffectView {
  readonly sentence: readonly Piece[]
  readonly detail: string | null
  readonly rows: readonly EffectRow[]
  readonly rules: readonly { readonly rule: string; readonly article: string | null }[]
  readonly alerts: readonly string[]
  /** Names of the dates that change; the others that matter are said unchanged. */
  readonly changed: readonly string[]
}

/** What the form would do, as it is typed. */
export type PreviewView =
  | { readonly kind: 'effect'; readonly effect: EffectView }
  | { readonly kind: 'refused'; readonly refusal: RefusalView }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'failed' }
