// Masks counts that would point at someone, and what would let them be found again: in one edition, and in one held against
// those before. Pure: it knows cells and the equations between them (`deduction.ts`), not what they count.
import { foundCells, foundSimply, graphOf, pinchedCells, type CellSystem, type Graph } from './deduction.ts'

/** Counts from here on are shown, and so are changes of a count. Nought is shown as well: it speaks of nobody. */
export const SHOWN_FROM = 5

/** How many values, at least, are left to a hidden part of a total that is shown: every one is known to be 1 or more. */
const LEAST_VALUES = 4

/** Of a cell of which an edition said nothing. */
export const UNSAID = -1

/** What an edition before told of each cell. */
export interface Told {
  /** `UNSAID` where it hid it. */
  readonly said: ArrayLike<number>
  /** For each operator of the system, what it then knew that the others counted; `UNSAID` where that is not known. */
  readonly views?: readonly ArrayLike<number>[]
}

export interface MaskSettings {
  /** 1: an earlier edition hid this cell, and none ever said it; it stays hidden. */
  readonly hiddenBefore?: ArrayLike<number>
  /** 1: the edition just before showed the very same value; hidden now, only where nothing else can be. */
  readonly shownBefore?: ArrayLike<number>
  /** Every edition before that told something of these cells. Changes of 1 to 4 since any of them are hidden. */
  readonly told?: readonly Told[]
  /** Whether to hide more than what is sensitive of itself. Off, only for a test that the test of it can fail. */
  readonly secondary?: boolean
}

const isSmall = (count: number) => count > 0 && count < SHOWN_FROM

/** Whether a count is of too few, or of too few people of all operators but one. */
export function isSensitive(value: number, others: number): boolean {
  return isSmall(value) || isSmall(others)
}

/** Whether a count said before would, said now, tell that one to four people were recorded late or corrected. */
export function tellsRevision(now: number, then: number): boolean {
  return then !== UNSAID && now !== UNSAID && isSmall(Math.abs(now - then))
}

/** What somebody subtracts from everything shown before adding up: nothing, or the people of an operator, who are theirs. */
interface Reading {
  readonly values: ArrayLike<number>
  readonly told: readonly ArrayLike<number>[]
  /** Cells that this reader must not find. */
  readonly sensitive: Uint8Array
  /** An operator's: it looks at guarded cells alone, and does not know that a hidden one counts somebody. */
  readonly own: boolean
}

function readingOf(graph: Graph, values: ArrayLike<number>, told: readonly ArrayLike<number>[], own: boolean): Reading {
  const sensitive = new Uint8Array(graph.size)
  for (let cell = 0; cell < graph.size; cell += 1) {
    if (own && graph.guarded?.[cell] !== 1) continue
    const few = isSmall(values[cell]!) || (!own && isSmall(graph.others[cell]!))
    if (few || told.some((then) => tellsRevision(values[cell]!, then[cell]!))) sensitive[cell] = 1
  }
  return { values, told, sensitive, own }
}

function readingsOf(graph: Graph, told: readonly Told[]): readonly Reading[] {
  return [
    readingOf(graph, graph.values, told.map(({ said }) => said), false),
    ...(graph.views ?? []).map((values, operator) => readingOf(graph, values, told.map(({ views }) => views?.[operator]).filter((then) => then !== undefined), true)),
  ]
}

/** Cells that must not be found: of too few people, or whose change since an edition before is of too few. 1 for each. */
export function sensitiveCells(system: CellSystem, told: readonly Told[] = []): Uint8Array {
  const sensitive = new Uint8Array(system.values.length)
  for (const reading of readingsOf(graphOf(system), told)) for (let cell = 0; cell < sensitive.length; cell += 1) sensitive[cell]! |= reading.sensitive[cell]!
  return sensitive
}

/** The work as it goes. */
interface Work {
  readonly graph: Graph
  readonly readings: readonly Reading[]
  /** 1: must not be found. */
  readonly sensitive: Uint8Array
  readonly hidden: Uint8Array
  /** 1: shown again, since it could be found all the same. */
  readonly open: Uint8Array
  readonly shownBefore: ArrayLike<number> | undefined
  /** 1: nothing near, however far, is left to hide. */
  readonly exhausted: Uint8Array
  /** Equations to look at again, and whether each waits. */
  readonly queue: number[]
  readonly waits: Uint8Array
}

/**
 * Masks a system of counts: those of too few people, or that tell too small a revision, then, cheapest first, as many others
 * as it takes that no equation, nor any number of them together, gives one of those hidden.
 * @returns 1 for each cell hidden; those implied count as hidden
 */
export function maskCells(system: CellSystem, { hiddenBefore, shownBefore, told = [], secondary = true }: MaskSettings = {}): Uint8Array {
  const graph = graphOf(system)
  const readings = readingsOf(graph, told)
  const sensitive = new Uint8Array(graph.size)
  for (const reading of readings) for (let cell = 0; cell < graph.size; cell += 1) sensitive[cell]! |= reading.sensitive[cell]!
  const hidden = Uint8Array.from(sensitive, (one, cell) => (one === 1 || graph.implied[cell] === 1 || hiddenBefore?.[cell] === 1 ? 1 : 0))
  if (!secondary) return hidden
  const work: Work = { graph, readings, sensitive, hidden, open: new Uint8Array(graph.size), shownBefore, exhausted: new Uint8Array(graph.size), queue: [], waits: new Uint8Array(graph.equations) }
  for (let equation = 0; equation < graph.equations; equation += 1) wait(work, equation)
  for (;;) {
    let more = hideOneEquationAtATime(work)
    const found = foundCells(graph, hidden)
    for (let cell = 0; cell < graph.size; cell += 1) if (found[cell] === 1 && sensitive[cell] === 1) more = hideNear(work, cell) || more
    if (!more) more = hidePinched(work, found)
    if (more) continue
    // What was hidden for another and is found all the same guards nobody: it is shown.
    for (let cell = 0; cell < graph.size; cell += 1) {
      if (found[cell] === 0 || sensitive[cell] === 1 || graph.implied[cell] === 1 || hiddenBefore?.[cell] === 1 || hidden[cell] === 0) continue
      hidden[cell] = 0
      work.open[cell] = 1
      for (let at = graph.memberStarts[cell]!; at < graph.memberStarts[cell + 1]!; at += 1) wait(work, graph.members[at]!)
    }
    if (!hideTight(work)) return hidden
  }
}

function wait({ queue, waits }: Work, equation: number): void {
  if (waits[equation] === 1) return
  waits[equation] = 1
  queue.push(equation)
}

function hide(work: Work, cell: number): void {
  const { graph, hidden } = work
  hidden[cell] = 1
  for (let at = graph.memberStarts[cell]!; at < graph.memberStarts[cell + 1]!; at += 1) wait(work, graph.members[at]!)
}

/** Hides until nothing sensitive is found by one equation after another. Returns whether it had to. */
function hideOneEquationAtATime(work: Work): boolean {
  const { graph, hidden, sensitive } = work
  let any = false
  for (;;) {
    let more = false
    const reason = foundSimply(graph, hidden)
    for (let cell = 0; cell < graph.size; cell += 1) {
      if (sensitive[cell] === 0 || reason[cell] === -1) continue
      // Another cell hidden meanwhile may have closed this equation already.
      if (unknownIn(graph, reason[cell]!, hidden, reason) > 0) continue
      more = hideCheapest(work, [reason[cell]!]) || hideNear(work, cell) || more
    }
    more = hideTight(work) || more
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
 * Hides one cell more in every equation whose hidden parts have too little room, or changed too little together. In the
 * second case that one must not be found either, or the revision of the others would be told again.
 */
function hideTight(work: Work): boolean {
  let any = false
  for (let equation = work.queue.pop(); equation !== undefined; equation = work.queue.pop()) {
    work.waits[equation] = 0
    for (const reading of work.readings) {
      if (isTight(work, equation, reading)) any = hideCheapest(work, [equation]) || hideCheapest(work, [equation], () => true) || any
      for (const then of reading.told) {
        if (isTightSince(work, equation, reading, then)) any = hideCheapest(work, [equation], (cell) => reading.values[cell] !== then[cell], true) || any
      }
    }
  }
  return any
}

/** Whether what an equation leaves together is guarded from a reader: from an operator, where a few may be recognised in all of it. */
function looksAt({ graph }: Work, equation: number, { own, values }: Reading): boolean {
  if (!own) return true
  for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
    const cell = graph.terms[at]!
    if (values[cell] === UNSAID || graph.guarded?.[cell] !== 1) return false
  }
  return true
}

/**
 * Whether the hidden parts of a total that is shown have too little room: several people under five in all, or so few more
 * than the parts that each is nearly known, since a hidden part is never nought.
 */
function isTight(work: Work, equation: number, reading: Reading): boolean {
  const { graph, hidden } = work
  let [sum, least, parts, side, guarded] = [0, 0, 0, 0, false]
  for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
    const cell = graph.terms[at]!
    if (hidden[cell] === 0) continue
    const sign = graph.signs[at]!
    if (side !== 0 && sign !== side) return false
    side = sign
    parts += 1
    sum += reading.values[cell]!
    if (graph.implied[cell] === 0 && !reading.own) least += Math.min(1, graph.values[cell]!)
    guarded = guarded || reading.sensitive[cell] === 1
  }
  return guarded && parts > 1 && (sum < SHOWN_FROM || sum - least < LEAST_VALUES - 1) && looksAt(work, equation, reading)
}

/** Whether the hidden parts of a total are known, together, to have changed by one to four people since an edition before. */
function isTightSince(work: Work, equation: number, reading: Reading, then: ArrayLike<number>): boolean {
  const { graph, hidden } = work
  let [change, parts, side] = [0, 0, 0]
  for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
    const cell = graph.terms[at]!
    const sign = graph.signs[at]!
    if (hidden[cell] === 0) {
      if (then[cell] === UNSAID) return false
      change += sign * (reading.values[cell]! - then[cell]!)
    } else {
      if (side !== 0 && sign !== side) return false
      side = sign
      parts += 1
    }
  }
  return parts > 0 && isSmall(Math.abs(change)) && looksAt(work, equation, reading)
}

/** Hides near whatever is left a single value by the bounds of the others, and by those found, to whoever reads. */
function hidePinched(work: Work, found: Uint8Array): boolean {
  const { graph } = work
  const hidden = work.hidden.map((one, cell) => (found[cell] === 1 ? 0 : one))
  let more = false
  for (const { values, sensitive, own } of work.readings) {
    if (own && !sensitive.includes(1)) continue
    const pinched = own ? pinchedCells(graph, hidden, values) : pinchedCells(graph, hidden)
    for (let cell = 0; cell < graph.size; cell += 1) if (pinched[cell] === 1 && sensitive[cell] === 1) more = hideNear(work, cell) || more
  }
  return more
}

/** What it costs to hide a cell; endless where that is done, or vain: it was found, and would be again. */
function costOf({ graph, hidden, open }: Work, cell: number, guards: boolean): number {
  return hidden[cell] === 1 || (open[cell] === 1 && !guards) ? Infinity : Math.max(graph.values[cell]!, SHOWN_FROM) * graph.weights[cell]!
}

/**
 * Hides the cheapest cell of some equations that was not just shown the same; `false` where there is none.
 * @param guards whether it must not be found, whatever it counts
 */
function hideCheapest(work: Work, equations: Iterable<number>, among: (cell: number) => boolean = (cell) => work.shownBefore?.[cell] !== 1, guards = false): boolean {
  const { graph } = work
  let [best, least] = [-1, Infinity]
  for (const equation of equations) {
    for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
      const cell = graph.terms[at]!
      const cost = costOf(work, cell, guards)
      if (cost < least && among(cell)) [best, least] = [cell, cost]
    }
  }
  if (best === -1) return false
  hide(work, best)
  if (guards) work.sensitive[best] = 1
  return true
}

/** The same in all the equations of a cell, else in those of the cells that it shares one with, and so on outwards. */
function hideNear(work: Work, cell: number): boolean {
  if (work.exhausted[cell] === 1) return false
  if (work.shownBefore !== undefined && hideOutwards(work, cell, (near) => work.shownBefore?.[near] !== 1) === 'hidden') return true
  const outcome = hideOutwards(work, cell, () => true)
  if (outcome === 'hidden') return true
  for (const near of outcome) work.exhausted[near] = 1
  return false
}

/** Hides the cheapest of the nearest ring that has one to hide, else says all it went through. */
function hideOutwards(work: Work, cell: number, among: (cell: number) => boolean): 'hidden' | ReadonlySet<number> {
  const { graph } = work
  const seen = new Set([cell])
  const read = new Set<number>()
  for (let ring = [cell]; ring.length > 0; ) {
    const equations: number[] = []
    for (const near of ring) {
      for (let at = graph.memberStarts[near]!; at < graph.memberStarts[near + 1]!; at += 1) {
        const equation = graph.members[at]!
        if (read.has(equation)) continue
        read.add(equation)
        equations.push(equation)
      }
    }
    if (hideCheapest(work, equations, among)) return 'hidden'
    const next: number[] = []
    for (const equation of equations) {
      for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
        const near = graph.terms[at]!
        if (seen.has(near)) continue
        seen.add(near)
        next.push(near)
      }
    }
    ring = next
  }
  return seen
}
