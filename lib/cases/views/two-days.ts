import type { Day } from '../../accord/calendar/day.ts'
import type { Attribution } from '../../accord/file/attribution.ts'
import type { StoredKind } from '../outcomes.ts'
import type { FileView } from './file.ts'

/** A line of the file recorded between two days. */
export interface LineLearned {
  readonly of: 'fact'
  readonly factId: string
  readonly sequence: number
  /** What was recorded, or what was corrected or withdrawn. */
  readonly kind: StoredKind
  readonly change: 'recorded' | 'corrected' | 'withdrawn'
  /** The day the fact tells of. */
  readonly on: Day
  readonly who: string
  readonly at: Date
  readonly reason: string | null
}

/** A text published between two days. */
export interface TextLearned {
  readonly of: 'text'
  readonly code: string
  readonly title: { readonly fr: string; readonly en: string }
  readonly at: Date
}

export type LearnedCause = LineLearned | TextLearned

export interface TwoDaysView {
  readonly view: FileView
  readonly from: Day
  readonly to: Day
  /** What moved between the two days, and why; `null` where the file was not yet open on the first. */
  readonly attribution: Attribution<LearnedCause> | null
  /** Everything that became known in between, in order, whether it moved anything or not. */
  readonly learned: readonly LearnedCause[]
  /** The day the file was opened, the earliest that can be asked. */
  readonly openedOn: Day
}
