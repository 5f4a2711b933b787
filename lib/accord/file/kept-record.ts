import type { FileRecord } from './derive.ts'
import type { Fact } from './facts.ts'
import type { Frame } from './frame.ts'

/** A fact as it is shown, and its place in the record it was derived from; `null` where it counts no more. */
interface Placed {
  readonly fact: Fact | null
  readonly factIndex: number | null
}

/** The record that a shown file was derived from, to ask the law what else it would admit. */
export function recordOf({ frame, facts }: { readonly frame: Frame; readonly facts: readonly Placed[] }): FileRecord {
  const counted: Fact[] = []
  for (const { fact, factIndex } of facts.toSorted((a, b) => (a.factIndex ?? 0) - (b.factIndex ?? 0))) {
    if (fact !== null && factIndex !== null) counted.push(fact)
  }
  return { frame, facts: counted }
}
