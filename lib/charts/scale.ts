import { scaleLinear } from 'd3-scale'
import type { Unit, Value } from './chart.ts'
import { isKnown } from './figure-words.ts'

/** A scale from zero: its round top, its round steps, and where a figure lies on it (0 to 1). */
export interface Scale {
  readonly top: number
  readonly ticks: readonly number[]
  readonly share: (value: number) => number
}

/** The largest number there is; 0 where there is none. */
export function largestOf(values: readonly (Value | undefined)[]): number {
  return values.reduce<number>((most, value) => (isKnown(value) && value > most ? value : most), 0)
}

/**
 * A scale that starts at zero and holds `largest`, with some four round steps: whole numbers where people are counted, no
 * further than 100 where they are shares.
 */
export function roundScale(largest: number, unit: Unit): Scale {
  const least = unit === 'percent' ? 10 : unit === 'count' ? 4 : 1
  const scale = scaleLinear().domain([0, Math.max(largest, least)]).nice(4)
  const top = scale.domain()[1] ?? least
  const ticks = scale.ticks(4).filter((tick) => unit !== 'count' || Number.isInteger(tick))
  return { top, ticks, share: (value) => Math.min(1, Math.max(0, value / top)) }
}

/** A scale whose end is the largest figure itself: lengths that carry their own figures need no steps. */
export function lengthScale(largest: number): Scale {
  const top = largest > 0 ? largest : 1
  return { top, ticks: [0], share: (value) => Math.min(1, Math.max(0, value / top)) }
}
