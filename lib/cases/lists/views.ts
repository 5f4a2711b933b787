/** Saved views and bulk work as the screens read them. */
import type { CaseloadColumn, Density } from '../caseload-columns.ts'

/** Views a person may keep; the database holds as many places. */
export const MOST_VIEWS = 20
/** Views that the side bar shows: beyond, the list of files shows them all. */
export const VIEWS_IN_SIDE_BAR = 8
export const LONGEST_VIEW_NAME = 60
/** Files counted for the side bar, at most: beyond, « more than 999 » says enough. */
export const MOST_COUNTED = 1000

export interface SavedView {
  readonly id: string
  readonly name: string
  /** Its filters, order, columns and density, as the address of a list says them. */
  readonly search: string
  readonly shared: boolean
  /** Whether it is the reader's own, theirs to change. */
  readonly own: boolean
  /** Who keeps it. */
  readonly ownerName: string
  readonly version: number
}

/** A view with how many files it lists for whoever looks; at most `MOST_COUNTED` are counted. */
export interface CountedView extends SavedView {
  readonly count: number
}

/** How someone reads their lists when neither the address nor a view says. */
export interface ListChoice {
  readonly columns: readonly CaseloadColumn[]
  readonly density: Density
}

/** What bulk work is done on: lines ticked, or everything that a filter lists, with the count that was shown. */
export type Selection =
  | { readonly kind: 'files'; readonly references: readonly string[] }
  | { readonly kind: 'filter'; readonly search: string; readonly expected: number }

export const BULK_ACTIONS = ['assign', 'schedule', 'message'] as const
export type BulkAction = (typeof BULK_ACTIONS)[number]

/** What was done to one file, or why it was not; `done` and `already` are no failure. */
export interface BulkLine {
  readonly reference: string
  readonly personName: string
  readonly outcome: string
  readonly detail: string | null
}

export interface BulkResult {
  readonly id: string
  readonly action: BulkAction
  /** Files asked for. */
  readonly asked: number
  readonly done: number
  /** False while it is being done, or when it was cut short. */
  readonly finished: boolean
  /** The files for which nothing was done, each with its reason. */
  readonly notDone: readonly BulkLine[]
}
