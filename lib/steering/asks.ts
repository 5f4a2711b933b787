import type { Definition } from '../indicators/definitions.ts'
import type { Period } from '../indicators/period.ts'

/** One figure asked for: an indicator over a period. */
export interface Ask {
  readonly definition: Definition
  readonly period: Period
}

/** What files add up to for one figure: exact, whichever way they were counted. */
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

/** Tallies by group, in the order of the figures asked for. One group, `''`, where none was asked. */
export type Tallies = ReadonlyMap<string, readonly Tally[]>

/** A count that is part of a tally. */
export type Counted = 'of' | 'counted' | 'sum' | 'base' | 'come'

/** What has to be counted for a figure. */
export function countsOf({ counted, mean, maturityMonths, silentFor, workedInMonth }: Definition): readonly Counted[] {
  return ['of', ...(counted !== null || silentFor !== null || workedInMonth ? (['counted'] as const) : []), ...(mean !== null ? (['sum'] as const) : []), ...(maturityMonths > 0 ? (['base', 'come'] as const) : [])]
}

/** Puts counts together again; a count that is missing is none. */
export function tallyOf(definition: Definition, value: (counted: Counted) => string | number | null | undefined): Tally {
  const asked = new Set(countsOf(definition))
  const number = (counted: Counted) => Number(value(counted) ?? 0)
  return {
    of: number('of'),
    counted: asked.has('counted') ? number('counted') : null,
    sum: asked.has('sum') ? String(value('sum') ?? '0') : null,
    base: asked.has('base') ? number('base') : null,
    come: asked.has('come') ? number('come') : null,
  }
}
