/** One line of the caseload as the screen shows it, already worded. */
import type { DeadlineState } from '@/lib/wording/deadline-state.ts'

export interface CaseloadLine {
  readonly id: string
  readonly reference: string
  readonly href: string
  readonly name: string
  readonly stage: string
  readonly basin: string
  readonly deadline: {
    readonly iso: string
    readonly label: string
    readonly act: string
    readonly state: DeadlineState
    readonly relative: string
  } | null
  readonly start: WordedDay | null
  readonly term: WordedDay | null
  readonly counsellor: string
  readonly referent: string | null
}

export interface WordedDay {
  readonly iso: string
  readonly label: string
}

/** A filter at work: what it says, and the address without it. */
export interface FilterChip {
  readonly key: string
  readonly label: string
  readonly without: string
}

export interface Choice {
  readonly value: string
  readonly label: string
}
