import { Decimal } from 'decimal.js'
import { isoOf, type Day } from '../accord/calendar/day.ts'
import type { Definition } from './definitions.ts'
import { stockDay, windowOf, type Period } from './period.ts'

/** What files add up to for one figure, exact: as `lib/steering` counts it either way, and as a test does by hand. */
export interface Tally {
  /** Files the figure is about. */
  readonly of: number
  /** Those it counts among them; `null` where it counts no part. */
  readonly counted: number | null
  /** Sum of what is averaged, decimal text; `null` where nothing is. */
  readonly sum: string | null
  /** Of a cohort: files old enough to be seen, and all that came in the period. */
  readonly base: number | null
  readonly come: number | null
}

/** Why a figure has no value. */
export type NoValue =
  /** Nobody it is about. */
  | 'nobody'
  /** The cohort is too young: none of it can be seen yet. */
  | 'too_young'
  /** The period has not begun. */
  | 'to_come'
  /** Known of today only. */
  | 'today_only'

export interface Reading {
  /** A count, a share between 0 and 1, or a mean in the unit of the definition; `null` where there is none to read. */
  readonly value: number | null
  readonly missing: NoValue | null
  readonly of: number
  readonly counted: number | null
  /** Sum of what is averaged: decimal text. */
  readonly sum: string | null
  /** Of a cohort not wholly seen: those old enough, of all who came, and the last day of coming that can be seen. */
  readonly seen: { readonly files: number; readonly of: number; readonly until: string } | null
}

/** Days of a mean month: twelve of them make a year of 365,25 days. */
const DAYS_OF_A_MONTH = 30.4375

/** The mean that a sum makes over some files, in the unit of the definition. */
export function meanOf({ unit }: Pick<Definition, 'unit'>, sum: string, of: number): number {
  const average = new Decimal(sum).div(of)
  return Number(unit === 'months' ? average.div(DAYS_OF_A_MONTH) : average)
}

/** Reads counts as the figure they make. */
export function reading(definition: Definition, period: Period, counts: Tally, today: Day): Reading {
  const { of, counted, sum, base, come } = counts
  const { last } = windowOf(definition, period, today)
  const seen = base !== null && come !== null && base < come ? { files: base, of: come, until: isoOf(last) } : null
  const rest = { of, counted, sum, seen }
  const none = (missing: NoValue): Reading => ({ ...rest, value: null, missing })
  if (period.from > today) return none('to_come')
  if (definition.silentFor !== null && stockDay(period, today) !== today) return none('today_only')
  if (definition.unit === 'people') return { ...rest, value: of, missing: null }
  if (of === 0) return none(definition.maturityMonths > 0 && last < period.from ? 'too_young' : seen !== null && seen.files === 0 ? 'too_young' : 'nobody')
  if (definition.mean !== null) return { ...rest, value: meanOf(definition, sum ?? '0', of), missing: null }
  return { ...rest, value: (counted ?? 0) / of, missing: null }
}
