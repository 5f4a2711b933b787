import { Decimal } from 'decimal.js'
import type { Definition } from '../indicators/definitions.ts'
import type { Period } from '../indicators/period.ts'
import type { Tally } from '../indicators/reading.ts'

export type { Tally }

/** One figure asked for: an indicator over a period. */
export interface Ask {
  readonly definition: Definition
  readonly period: Period
}

/** Tallies by group, in the order of the figures asked for. One group, `''`, where none was asked. */
export type Tallies = ReadonlyMap<string, readonly Tally[]>

/** A count that is part of a tally. */
export type Counted = 'of' | 'counted' | 'sum' | 'base' | 'come'

/** What has to be counted for a figure. */
export function countsOf({ counted, mean, maturityMonths, silentFor, workedInMonth }: Definition): readonly Counted[] {
  return ['of', ...(counted !== null || silentFor !== null || workedInMonth ? (['counted'] as const) : []), ...(mean !== null ? (['sum'] as const) : []), ...(maturityMonths > 0 ? (['base', 'come'] as const) : [])]
}

/** Adds an amount to what is known, to the cent: euros are not made of binary fractions. Whole numbers or decimal text, as decimal text. */
export function added(known: string | undefined, amount: string | number, sign: 1 | -1): string {
  return new Decimal(known ?? 0).plus(new Decimal(amount).times(sign)).toFixed()
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
