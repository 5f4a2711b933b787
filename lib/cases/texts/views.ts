import type { AddedText } from '../../accord/texts/added.ts'
import type { TextNotice, TextProblem } from '../../accord/texts/added-checks.ts'
import type { FileImpact, ImpactFigures } from './file-impact.ts'

export type TextState = 'draft' | 'published' | 'withdrawn' | 'superseded'

/** Who signed, and when. The name is known to the platform alone. */
export interface Signed {
  readonly by: string | null
  readonly at: Date
}

/** An edition of an added text. */
export interface TextView {
  readonly id: string
  readonly code: string
  readonly edition: number
  readonly version: number
  readonly state: TextState
  readonly text: AddedText
  readonly drafted: Signed
  readonly published: Signed | null
  readonly withdrawn: Signed | null
  readonly reason: string | null
  readonly superseded: { readonly edition: number; readonly at: Date } | null
  /** Whether it is to take the place of an edition in force. */
  readonly supersedes: boolean
}

/** What a text does to the live files of an operator, as it was counted. */
export interface OperatorImpact {
  readonly operator: string
  readonly figures: ImpactFigures
  readonly computedAt: Date
  /** The day the files were derived for, as ISO text. */
  readonly onDay: string
  /** Whether the text was written again since. */
  readonly stale: boolean
}

/** A text as the platform reads it, with what it does. */
export interface ManagedText {
  readonly text: TextView
  /** What its author should know, under the texts in force today; what no longer stands, if something does. */
  readonly notices: readonly TextNotice[]
  readonly problems: readonly TextProblem[]
  /** Operator by operator; empty where nothing was counted yet. */
  readonly impact: readonly OperatorImpact[]
  /** Other editions of the same code. */
  readonly editions: readonly TextView[]
  readonly may: { readonly edit: boolean; readonly publish: boolean; readonly withdraw: boolean; readonly supersede: boolean; readonly needsAnother: boolean }
}

/** A file that a text moves, as its own people read it. */
export interface MovedFile {
  readonly reference: string
  readonly personName: string
  readonly impact: FileImpact
}

/** What a text does to the files of the reader. */
export interface OwnImpact {
  readonly code: string
  readonly text: AddedText
  readonly state: TextState
  readonly publishedAt: Date | null
  readonly computedAt: Date
  readonly onDay: string
  /** All the operator's live files, and how many of them it moves. */
  readonly operator: { readonly live: number; readonly moved: number }
  /** Those among them that the reader may open. */
  readonly files: readonly MovedFile[]
  readonly total: number
}
