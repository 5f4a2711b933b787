import type { Day } from '../../accord/calendar/day.ts'
import type { Balance } from '../../accord/file/balance.ts'
import type { CaseFile } from '../../accord/file/case-file.ts'
import type { Proposal } from '../../accord/file/proposals.ts'
import type { ActsMoved, Supposition } from '../../accord/file/what-if.ts'
import type { EffectOnFile } from '../effect.ts'
import type { FieldErrors } from '../field-errors.ts'
import type { FileView } from './file.ts'

/** A fact to suppose, as a form sends it. */
export interface SupposedInput {
  readonly kind: string
  /** JSON form of the terms (ISO days, amounts as text), without the kind. */
  readonly terms: Readonly<Record<string, unknown>>
}

export interface WhatIfQuestion {
  readonly facts: readonly SupposedInput[]
  /** Days after which the same is supposed again, beside; `null`: once. */
  readonly laterBy: number | null
  /** The day to look at the file; `null`, or a day gone by: today. */
  readonly seenOn: Day | null
}

/** The file with what is supposed, beside the file without. */
export interface Variant {
  /** Days by which the facts are later than asked: 0 for the first. */
  readonly laterBy: number
  readonly supposition: Supposition
  readonly effect: EffectOnFile
  readonly balance: Balance
  readonly acts: ActsMoved
}

export interface WhatIfView {
  readonly view: FileView
  /** The day the file is looked at, with and without what is supposed. */
  readonly seenOn: Day
  /** The file without what is supposed: as it stands today when only time is supposed to pass. */
  readonly base: CaseFile
  /** The day the base stands for. */
  readonly baseOn: Day
  readonly baseBalance: Balance
  /** Empty while nothing is supposed, or while an answer is missing. */
  readonly variants: readonly Variant[]
  /** Errors by the fact's rank from 1 and its field: `1.on`. */
  readonly errors: FieldErrors
  readonly proposals: readonly Proposal[]
}
