/** Chance that can be had again: the same seed gives the same draws, on any machine. */
export interface Chance {
  /** At least 0, below 1. */
  readonly next: () => number
  /** A whole number from `low` to `high`, both included; `low` where they are the wrong way round. */
  readonly whole: (low: number, high: number) => number
  /** Whether something of this likelihood (0 to 1) happens. */
  readonly happens: (likelihood: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of the values, each as likely as its weight says. */
  readonly weighed: <T>(choices: readonly (readonly [T, number])[]) => T
}

/** Four 32-bit words from a text (MurmurHash3's mixing), to start a generator from. */
function wordsOf(text: string): [number, number, number, number] {
  const multipliers = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const
  const words: [number, number, number, number] = [0x243f6a88, 0x13198a2e, 0x0370734, 0x082efa98]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    for (let word = 0; word < 4; word += 1) {
      const mixed = Math.imul((words[word] ?? 0) ^ code, multipliers[word] ?? 1)
      words[word] = (mixed ^ (mixed >>> 15)) >>> 0
    }
  }
  return words
}

/** A generator (sfc32) started from any parts: `chanceOf(seed, 'file', 12)` never depends on file 11. */
export function chanceOf(...parts: readonly (string | number)[]): Chance {
  let [a, b, c, d] = wordsOf(parts.join('\u0001'))
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let turn = 0; turn < 12; turn += 1) next()
  const whole = (low: number, high: number) => (high <= low ? low : low + Math.floor(next() * (high - low + 1)))
  return {
    next,
    whole,
    happens: (likelihood) => next() < likelihood,
    pick: (list) => {
      const found = list[whole(0, list.length - 1)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    weighed: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of choices) {
        left -= weight
        if (left < 0) return value
      }
      throw new Error('nothing to weigh')
    },
  }
}
