// What a reader who has everything that is shown can find of what is hidden. Pure linear algebra over cells and equations.
//
// An equation is a sum of cells, each with a sign, that is nought: the basins of a department less the department; those
// counted, those not, less all. Whoever reads the cells shown knows the equations too: a hidden cell is found when they
// leave it no other value. Done whole (no cell is looked at alone), modulo a prime.

/** Cells and equations, laid flat: a country has a million. */
export interface CellSystem {
  /** What each cell counts. Those of nobody are left out, unless an earlier edition hides them. */
  readonly values: ArrayLike<number>
  /** Of each, what all operators but the largest add up to: an operator knows its own. */
  readonly others: ArrayLike<number>
  /** 1: never shown itself, but had by subtracting two that are: those not counted. May be nought. */
  readonly implied: ArrayLike<number>
  /** For each operator, what all the others count: it knows its own. `-1` where that is not looked at. */
  readonly views?: readonly ArrayLike<number>[]
  /** 1: a few people of other operators are guarded there from one that knows its own. */
  readonly guarded?: ArrayLike<number>
  /** What it costs to hide it, beside what it counts. */
  readonly weights: ArrayLike<number>
  /** Equation `i` has the terms from `starts[i]` to `starts[i + 1]`. */
  readonly starts: ArrayLike<number>
  readonly terms: ArrayLike<number>
  readonly signs: ArrayLike<number>
}

/** A system with the equations of each cell at hand. */
export interface Graph extends CellSystem {
  readonly size: number
  readonly equations: number
  /** Equations of each cell, laid flat. */
  readonly memberStarts: Int32Array
  readonly members: Int32Array
}

/** Lays the equations of each cell beside it. */
export function graphOf(system: CellSystem): Graph {
  const size = system.values.length
  const equations = system.starts.length - 1
  const memberStarts = new Int32Array(size + 1)
  for (let at = 0; at < system.terms.length; at += 1) memberStarts[system.terms[at]! + 1]! += 1
  for (let cell = 0; cell < size; cell += 1) memberStarts[cell + 1]! += memberStarts[cell]!
  const next = memberStarts.slice()
  const members = new Int32Array(system.terms.length)
  for (let equation = 0; equation < equations; equation += 1) {
    for (let at = system.starts[equation]!; at < system.starts[equation + 1]!; at += 1) {
      const cell = system.terms[at]!
      members[next[cell]!] = equation
      next[cell]! += 1
    }
  }
  return { ...system, size, equations, memberStarts, members }
}

/** A prime under 2²⁶: a product of two remainders is still an exact number. */
const PRIME = 67_108_859
const times = (a: number, b: number): number => (a * b) % PRIME

function inverse(of: number): number {
  let [result, base, power] = [1, of, PRIME - 2]
  while (power > 0) {
    if (power % 2 === 1) result = times(result, base)
    base = times(base, base)
    power = Math.floor(power / 2)
  }
  return result
}

type Row = Map<number, number>

/** Equations solved one after another, each for one of its unknowns: by position where it is as it was laid, else by its terms. */
interface Solved {
  readonly cells: number[]
  readonly equations: (number | Row)[]
}

/** Takes away, one after another, equations that say nothing but what one unknown of theirs is: it stands in no other. */
function peel(graph: Graph, hidden: Uint8Array, alive: Uint8Array, { cells, equations }: Solved): void {
  const degree = new Int32Array(graph.size)
  const ready: number[] = []
  for (let equation = 0; equation < graph.equations; equation += 1) {
    for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
      const cell = graph.terms[at]!
      if (hidden[cell] === 0) continue
      degree[cell]! += 1
      alive[equation] = 1
    }
  }
  for (let cell = 0; cell < graph.size; cell += 1) if (degree[cell] === 1) ready.push(cell)
  for (let cell = ready.pop(); cell !== undefined; cell = ready.pop()) {
    if (degree[cell] !== 1) continue
    let equation = -1
    for (let at = graph.memberStarts[cell]!; at < graph.memberStarts[cell + 1]!; at += 1) if (alive[graph.members[at]!] === 1) equation = graph.members[at]!
    if (equation === -1) continue
    alive[equation] = 0
    for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
      const other = graph.terms[at]!
      if (hidden[other] === 0) continue
      degree[other]! -= 1
      if (degree[other] === 1) ready.push(other)
    }
    cells.push(cell)
    equations.push(equation)
  }
}

/** Solves what is left: each time the shortest equation, for the unknown that stands in the fewest others. */
function eliminate(graph: Graph, hidden: Uint8Array, alive: Uint8Array, solved: Solved): void {
  const rows = new Map<number, Row>()
  const columns = new Map<number, Set<number>>()
  const bySize: Set<number>[] = []
  const file = (equation: number, size: number) => (bySize[size] ??= new Set()).add(equation)
  for (let equation = 0; equation < graph.equations; equation += 1) {
    if (alive[equation] === 0) continue
    const row: Row = new Map()
    for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
      const cell = graph.terms[at]!
      if (hidden[cell] === 0) continue
      row.set(cell, (graph.signs[at]! + PRIME) % PRIME)
      const column = columns.get(cell)
      if (column === undefined) columns.set(cell, new Set([equation]))
      else column.add(equation)
    }
    rows.set(equation, row)
    file(equation, row.size)
  }
  for (let size = 1; size < bySize.length; ) {
    const equation = bySize[size]?.values().next().value
    if (equation === undefined) {
      size += 1
      continue
    }
    bySize[size]!.delete(equation)
    const row = rows.get(equation)!
    rows.delete(equation)
    let cell = -1
    let fewest = Infinity
    for (const other of row.keys()) {
      const column = columns.get(other)!
      column.delete(equation)
      if (column.size < fewest) [cell, fewest] = [other, column.size]
    }
    solved.cells.push(cell)
    solved.equations.push(row)
    const scale = inverse(row.get(cell)!)
    for (const target of columns.get(cell)!) {
      const changed = rows.get(target)!
      bySize[changed.size]!.delete(target)
      const factor = PRIME - times(changed.get(cell)!, scale)
      for (const [other, sign] of row) {
        const sum = ((changed.get(other) ?? 0) + times(factor, sign)) % PRIME
        if (sum === 0) {
          changed.delete(other)
          columns.get(other)!.delete(target)
        } else {
          if (!changed.has(other)) columns.get(other)!.add(target)
          changed.set(other, sum)
        }
      }
      if (changed.size === 0) rows.delete(target)
      else {
        file(target, changed.size)
        size = Math.min(size, changed.size)
      }
    }
    columns.delete(cell)
  }
}

/**
 * Which hidden cells the equations leave one value alone, given all those shown: 1 for each.
 *
 * What still satisfies the equations when hidden cells move is drawn at random: a cell that did not move in it cannot. A
 * cell that can move would stand still by chance once in a few million million draws, and would only be guarded in vain.
 */
export function foundCells(graph: Graph, hidden: Uint8Array): Uint8Array {
  const alive = new Uint8Array(graph.equations)
  const solved: Solved = { cells: [], equations: [] }
  peel(graph, hidden, alive, solved)
  eliminate(graph, hidden, alive, solved)
  const found = hidden.slice()
  for (const seed of [1, 2]) {
    const moved = movement(graph, hidden, solved, seed)
    for (let cell = 0; cell < graph.size; cell += 1) if (moved[cell] !== 0) found[cell] = 0
  }
  return found
}

/** One way, drawn from a seed, in which hidden cells may move together: by how much each does, modulo the prime. */
function movement(graph: Graph, hidden: Uint8Array, { cells, equations }: Solved, seed: number): Float64Array {
  const moved = new Float64Array(graph.size)
  let drawn = seed * 7_654_321
  for (let cell = 0; cell < graph.size; cell += 1) {
    drawn = (times(drawn, 48_271) + 11) % PRIME
    if (hidden[cell] === 1) moved[cell] = drawn
  }
  // Backwards: those that stay free have moved; each of the others moves as its equation says.
  for (let index = cells.length - 1; index >= 0; index -= 1) {
    const cell = cells[index]!
    const equation = equations[index]!
    let [sum, own] = [0, 1]
    const count = (other: number, sign: number) => {
      if (other === cell) own = sign
      else sum = (sum + times(sign, moved[other]!)) % PRIME
    }
    if (typeof equation === 'number') for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) count(graph.terms[at]!, (graph.signs[at]! + PRIME) % PRIME)
    else for (const [other, sign] of equation) count(other, sign)
    moved[cell] = times((PRIME - sum) % PRIME, own === 1 ? 1 : inverse(own))
  }
  return moved
}

/** Which of some hidden cells can be found from those shown. What a reader with paper, patience and every screen would find. */
export function deducible(system: CellSystem, hidden: ArrayLike<number>): Uint8Array {
  return foundCells(graphOf(system), Uint8Array.from(hidden))
}

/**
 * Which hidden cells are left one value by what is known of the others without being found: each that is hidden counts
 * somebody, and none counts more than what holds it. Bounds are drawn in, equation after equation, until none moves.
 * @param others what all operators but one count, for that one: it is not known that they have anybody in a hidden cell
 */
export function pinchedCells(graph: Graph, hidden: Uint8Array, others?: ArrayLike<number>): Uint8Array {
  const values = others ?? graph.values
  const low = Float64Array.from(values)
  const high = Float64Array.from(values)
  const looked = (cell: number) => others === undefined || others[cell]! >= 0
  for (let cell = 0; cell < graph.size; cell += 1) {
    if (hidden[cell] === 0 && looked(cell)) continue
    low[cell] = others !== undefined || graph.implied[cell] === 1 ? 0 : Math.min(1, graph.values[cell]!)
    high[cell] = Infinity
  }
  const waits = new Uint8Array(graph.equations)
  const queue: number[] = []
  const wait = (equation: number) => {
    if (waits[equation] === 1) return
    waits[equation] = 1
    queue.push(equation)
  }
  for (let equation = 0; equation < graph.equations; equation += 1) wait(equation)
  // Bounds may creep by one at a time: past this, what is left is not worth the wait.
  let patience = graph.equations * 12
  for (let next = 0; next < queue.length && patience > 0; next += 1, patience -= 1) {
    const equation = queue[next]!
    waits[equation] = 0
    const [from, to] = [graph.starts[equation]!, graph.starts[equation + 1]!]
    // What is added, and what is taken, must come to the same.
    const least = [0, 0]
    const most = [0, 0]
    const endless = [0, 0]
    for (let at = from; at < to; at += 1) {
      const cell = graph.terms[at]!
      const side = graph.signs[at] === 1 ? 0 : 1
      least[side]! += low[cell]!
      if (high[cell] === Infinity) endless[side]! += 1
      else most[side]! += high[cell]!
    }
    for (let at = from; at < to; at += 1) {
      const cell = graph.terms[at]!
      if (low[cell] === high[cell]) continue
      const side = graph.signs[at] === 1 ? 0 : 1
      const other = 1 - side
      const own = high[cell] === Infinity ? 1 : 0
      const atLeast = endless[side]! > own ? -Infinity : least[other]! - (most[side]! - (own === 1 ? 0 : high[cell]!))
      const atMost = endless[other]! > 0 ? Infinity : most[other]! - (least[side]! - low[cell]!)
      if (atLeast <= low[cell]! && atMost >= high[cell]!) continue
      least[side]! += Math.max(0, atLeast - low[cell]!)
      low[cell] = Math.max(low[cell]!, atLeast)
      if (atMost < high[cell]!) {
        if (own === 1) endless[side]! -= 1
        most[side]! += atMost - (own === 1 ? 0 : high[cell]!)
        high[cell] = atMost
      }
      for (let member = graph.memberStarts[cell]!; member < graph.memberStarts[cell + 1]!; member += 1) wait(graph.members[member]!)
    }
  }
  return Uint8Array.from(hidden, (one, cell) => (one === 1 && low[cell] === high[cell] ? 1 : 0))
}

/** Cells found one equation at a time, and the equation that gave each; -1 elsewhere. */
export function foundSimply(graph: Graph, hidden: Uint8Array): Int32Array {
  const reason = new Int32Array(graph.size).fill(-1)
  const unknown = new Int32Array(graph.equations)
  const ready: number[] = []
  for (let equation = 0; equation < graph.equations; equation += 1) {
    for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) unknown[equation]! += hidden[graph.terms[at]!]!
    if (unknown[equation] === 1) ready.push(equation)
  }
  for (let equation = ready.pop(); equation !== undefined; equation = ready.pop()) {
    if (unknown[equation] !== 1) continue
    for (let at = graph.starts[equation]!; at < graph.starts[equation + 1]!; at += 1) {
      const cell = graph.terms[at]!
      if (hidden[cell] === 0 || reason[cell] !== -1) continue
      reason[cell] = equation
      for (let member = graph.memberStarts[cell]!; member < graph.memberStarts[cell + 1]!; member += 1) {
        const touched = graph.members[member]!
        unknown[touched]! -= 1
        if (unknown[touched] === 1) ready.push(touched)
      }
      break
    }
  }
  return reason
}
