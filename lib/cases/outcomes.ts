import type { FactKind } from '../accord/file/facts.ts'
import type { Deadline, Refusal } from '../accord/file/case-file.ts'
import type { Day } from '../accord/calendar/day.ts'
import type { EffectOnFile } from './effect.ts'
import type { FieldErrors } from './field-errors.ts'

/**
 * What a command answers. Everything a person may meet is a value told by `kind`; a thrown error is a
 * bug. A file that the actor may not see is `not_found`, exactly like one that does not exist.
 */
export interface Invalid {
  readonly kind: 'invalid'
  /** Code of the error by field path (`on`, `content.project`, `person.birthDate`). */
  readonly fields: FieldErrors
}

export interface NotFound {
  readonly kind: 'not_found'
}

/** The actor sees the file but may not do this to it (an operator's administrator recording a fact). */
export interface NotAllowed {
  readonly kind: 'not_allowed'
}

/** A fact already in the file, named so that a person recognises it. */
export interface NamedFact {
  readonly factId: string
  readonly kind: FactKind
  readonly on: Day
}

/** The law does not admit the fact. */
export interface NotAdmitted {
  readonly kind: 'not_admitted'
  readonly refusal: Refusal
  /** An accepted fact that the new one would make inadmissible; `null` when the new one is refused itself. */
  readonly conflictsWith: NamedFact | null
}

/** What a colleague did since the form was opened. */
export interface ChangeSince {
  readonly who: string
  /** The action of the journal (`fact.recorded`, `fact.corrected`, `file.assigned`…). */
  readonly what: string
  readonly factKind: StoredKind | null
  readonly when: Date
}

/** The form was opened on an earlier version of the file. Nothing was written. */
export interface ChangedMeanwhile {
  readonly kind: 'changed_meanwhile'
  readonly version: number
  readonly since: readonly ChangeSince[]
}

/**
 * A kept fact is of a kind of the law, or the frame the file starts from, or the withdrawal of a fact, or says that the
 * file went to another operator: the law knows neither of the last two.
 */
export type StoredKind = FactKind | 'frame' | 'withdrawn' | 'transferred'

export interface Recorded {
  readonly kind: 'recorded'
  readonly reference: string
  readonly factId: string
  readonly version: number
  readonly changes: EffectOnFile
  readonly nextDeadline: Deadline | null
}

export type WriteOutcome = Recorded | NotAdmitted | ChangedMeanwhile | Invalid | NotFound | NotAllowed

export type PreviewOutcome =
  | { readonly kind: 'admitted'; readonly version: number; readonly changes: EffectOnFile }
  | NotAdmitted
  | Invalid
  | NotFound
  | NotAllowed
