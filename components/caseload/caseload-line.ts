/** One line of the caseload as the screen shows it, already worded. */
import type { CaseloadColumn } from '@/lib/cases/caseload-columns.ts'
import type { DeadlineState } from '@/lib/wording/deadline-state.ts'

export interface WordedDay {
  readonly iso: string
  readonly label: string
}

export interface WordedDeadline {
  readonly iso: string
  readonly label: string
  readonly act: string
  readonly state: DeadlineState
  readonly relative: string
}

/** Columns told by a day, or by words; the others have a form of their own. */
type DayColumn = 'start' | 'term' | 'lastContact' | 'preBilan' | 'plan' | 'job' | 'followUp' | 'ended'
type WordColumn = Exclude<CaseloadColumn, DayColumn | 'name' | 'deadline'>

/** What each column says of the file, by the column's name; `null` where there is nothing to say. */
export type CaseloadLine = { readonly id: string; readonly reference: string; readonly href: string; readonly name: string; readonly deadline: WordedDeadline | null } &
  Readonly<Record<DayColumn, WordedDay | null>> &
  Readonly<Record<WordColumn, string | null>>

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
