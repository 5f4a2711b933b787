// Masks counts that would point at someone, and what would let them be found again. Pure: it knows cells and the equations
// between them (`deduction.ts`), not what they count.
import { foundCells, foundSimply, graphOf, pinchedCells, type CellSystem, type Graph } from './deduction.ts'

/** Counts from here on are shown. Nought is shown as well: it speaks of nobody. */
export const SHOWN_FROM = 5

/** How many values, at least, are left to a hidden part of a total that is shown: every one is known to be 1 or more. */
const LEAST_VALUES = 4

export interface MaskSettings {
  /** 1: an earlier edition hid this cell; it stays hidden. */
  readonly hiddenBefore?: ArrayLike<number>
  /** 1: an earlier edition showed the very same value; to hide it now would hide it from nobody. */
  readonly shownBefore?: ArrayLike<number>
  /** Whether to hide more than the small counts themselves. Off, only for a test that the test of it can fail. */
  readonly secondary?: boolean
}

/** Whether a count is of too few, or of too few people of all operators but one. */
export function isSensitive(value: number, others: number): boolean {
  return (value > 0 && value < SHOWN_FROM) || (others > 0 && others < SHOWN_FROM)
}

/**
 * Masks a system of counts: those of too few people, then, cheapest first, as many others as it takes that no equation,
 * nor any number of them together, gives a hidden small count.
 * @returns 1 for each cell hidden; those implied count as hidden
 */
export function maskCells(system: CellSystem, { hiddenBefore, shownBefore, secondary = true }: MaskSettings = {}): Uint8Array {
  const graph = graphOf(system)
  const sensitive = new Uint8Array(graph.size)
  const hidden = new Uint8Array(graph.size)
  for (let cell = 0; cell < graph.size; cell += 1) {
    if (isSensitive(graph.values[cell]!, graph.others[cell]!)) sensitive[cell] = 1
    if (sensitive[cell] === 1 || graph.implied[cell] === 1 || hiddenBefore?.[cell] === 1) hidden[cell] = 1
  }
  if (!secondary) return hidden
  for (;;) {
    let more = hideOneEquationAtATime(graph, sensitive, hidden, shownBefore)
    const found = foundCells(graph, hidden)
    for (let cell = 0; cell < graph.size; cell += 1) if (found[cell] === 1 && sensitive[cell] === 1) more = hideNear(graph, cell, hidden, shownBefore) || more
    if (!more) {
      const pinched = pinchedCells(graph, hidden)
      for (let cell = 0; cell < graph.size; cell += 1) if (pinched[cell] === 1 && sensitive[cell] === 1) more = hideNear(graph, cell, hidden, shownBefore) || more
    }
    if (more) continue
    // What was hidden for another and is found all the same guards nobody: it is shown.
    for (let cell = 0; cell < graph.size; cell += 1) if (found[cell] === 1 && sensitive[cell] === 0 && graph.implied[cell] === 0 && hiddenBefore?.[cell] !== 1) hidden[cell] = 0
    return hidden
  }
}

/** Hides until no small count is found by one equation after another. Returns whether it had to. */
function hideOneEquationAtATime(graph: Graph, sensitive: Uint8Array, hidden: Uint8Array, shownBefore?: ArrayLike<number>): boolean {
  let any = false
  for (;;) {
    let more = false
    const reason = foundSimply(graph, hidden)
    for (let cell = 0; cell < graph.size; cell += 1) {
      if (sensitive[cell] === 0 || reason[cell] === -1) continue
      // Another cell hidden meanwhile may have closed this equation already.
      if (unknownIn(graph, reason[cell]!, hidden, reason) > 0) continue
      more = hideIn(graph, reason[cell]!, hidden, shownBefore) || hideNear(graph, cell, hidden, shownBefore) || more
    }
    for (let equation = 0; equation < graph.equations; equation += 1) if (isTight(graph, equation, sensitive, hidden)) more = hideIn(graph, equation, hidden, shownBefore) || more
    if (!more) return any
    any = true
  }
}

/** Unknowns of an equation that were not found. */
function unknownIn(graph: Graph, equation: number, hidden: Uint8Array, reason: Int32Array): number {
  let unknown = 0
  for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) if (hidden[graph.terms[at]!] === 1 && reason[graph.terms[at]!] === -1) unknown += 1
  return unknown
}

/**
 * Whether the hidden parts of a total that is shown have too little room: several people under five in all, or so few more
 * than the parts that each is nearly known, since a hidden part is never nought.
 */
function isTight(graph: Graph, equation: number, sensitive: Uint8Array, hidden: Uint8Array): boolean {
  let [sum, least, parts, side, guarded] = [0, 0, 0, 0, false]
  for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
    const cell = graph.terms[at]!
    if (hidden[cell] === 0) continue
    const sign = graph.signs[at]!
    if (side !== 0 && sign !== side) return false
    side = sign
    parts += 1
    sum += graph.values[cell]!
    if (graph.implied[cell] === 0) least += Math.min(1, graph.values[cell]!)
    guarded = guarded || sensitive[cell] === 1
  }
  return guarded && parts > 1 && (sum < SHOWN_FROM || sum - least < LEAST_VALUES - 1)
}

/** What it costs to hide a cell; endless where that is done, or vain. */
function costOf(graph: Graph, cell: number, hidden: Uint8Array, shownBefore?: ArrayLike<number>): number {
  return hidden[cell] === 1 || shownBefore?.[cell] === 1 ? Infinity : graph.values[cell]! * graph.weights[cell]!
}

/** Hides the cheapest cell shown of an equation; `false` where there is none to hide. */
function hideIn(graph: Graph, equation: number, hidden: Uint8Array, shownBefore?: ArrayLike<number>): boolean {
  return hideCheapest(graph, [equation], hidden, shownBefore)
}

function hideCheapest(graph: Graph, equations: Iterable<number>, hidden: Uint8Array, shownBefore?: ArrayLike<number>): boolean {
  let [best, least] = [-1, Infinity]
  for (const equation of equations) {
    for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
      const cost = costOf(graph, graph.terms[at]!, hidden, shownBefore)
      if (cost < least) [best, least] = [graph.terms[at]!, cost]
    }
  }
  if (best === -1) return false
  hidden[best] = 1
  return true
}

/** The same in all the equations of a cell, else in those of the cells that it shares one with, and so on outwards. */
function hideNear(graph: Graph, cell: number, hidden: Uint8Array, shownBefore?: ArrayLike<number>): boolean {
  const seen = new Set([cell])
  for (let ring = [cell]; ring.length > 0; ) {
    const equations = new Set(ring.flatMap((near) => Array.from(graph.members.subarray(graph.memberStarts[near], graph.memberStarts[near + 1]))))
    if (hideCheapest(graph, equations, hidden, shownBefore)) return true
    const next = new Set<number>()
    for (const equation of equations) for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) if (!seen.has(graph.terms[at]!)) next.add(graph.terms[at]!)
    for (const near of next) seen.add(near)
    ring = [...next]
  }
  return false
}
