/** Chance that a seed repeats: the same seed draws the same things, on any machine. */
export interface Chance {
  /** A whole number from 0 to `most`, both included. */
  upTo(most: number): number
  /** True once in `count` times. */
  oneIn(count: number): boolean
  of<T>(values: readonly [T, ...(readonly T[])]): T
}

/** Chance from a seed (a 32-bit number; mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (most: number): number => Math.floor(next() * (most + 1))
  return {
    upTo,
    oneIn: (count) => upTo(count - 1) === 0,
    of: (values) => values[upTo(values.length - 1)] ?? values[0],
  }
}
