// What somebody finds with paper and patience: whatever one equation leaves alone is written down, and the next is tried with it.
import { deducible } from '@/lib/indicators/deduction.ts'
import type { World } from '@/lib/steering/territory/world.ts'

/**
 * Cells left a single value by ranges.
 * @param others what all operators but one count, for that one: it looks at those alone, and knows of a hidden one that it is no fewer than nobody
 */
export function byHand({ system }: World, hidden: Uint8Array, others?: ArrayLike<number>): Set<number> {
  const { implied, starts, terms, signs } = system
  const values = others ?? system.values
  // What all the equations give together is known too.
  const found = deducible(system, hidden)
  const unknown = (cell: number) => (hidden[cell] === 1 && found[cell] === 0) || values[cell]! < 0
  const low = Array.from(values, (value, cell) => (unknown(cell) ? (implied[cell] === 1 || others !== undefined ? 0 : Math.min(1, value)) : value))
  const high = Array.from(values, (value, cell) => (unknown(cell) ? Infinity : value))
  for (let changed = true, round = 0; changed && round < 40; round += 1) {
    changed = false
    for (let equation = 0; equation + 1 < starts.length; equation += 1) {
      for (let at = starts[equation]!; at < starts[equation + 1]!; at += 1) {
        let [least, most] = [0, 0]
        for (let other = starts[equation]!; other < starts[equation + 1]!; other += 1) {
          if (other === at) continue
          // This one is what the others leave: those on the other side less those on its own.
          const against = signs[other]! !== signs[at]!
          least += against ? low[terms[other]!]! : -high[terms[other]!]!
          most += against ? high[terms[other]!]! : -low[terms[other]!]!
        }
        const cell = terms[at]!
        if (least > low[cell]!) [low[cell], changed] = [least, true]
        if (most < high[cell]!) [high[cell], changed] = [most, true]
      }
    }
  }
  return new Set(low.flatMap((one, cell) => (hidden[cell] === 1 && one === high[cell] ? [cell] : [])))
}
