import type { Day } from '../accord/calendar/day.ts'
import { FACT_KINDS, parseFact, type Fact, type FactKind } from '../accord/file/facts.ts'
import { frameSchema, type Frame } from '../accord/file/frame.ts'
import type { FileRecord } from '../accord/index.ts'
import type { StoredKind } from './outcomes.ts'

/** A line of the table of facts. */
export interface StoredFact {
  readonly id: string
  readonly sequence: number
  readonly kind: StoredKind
  readonly onDay: Day
  readonly untilDay: Day | null
  /** The terms in their JSON form, without the kind. */
  readonly terms: Readonly<Record<string, unknown>>
  readonly supersedes: string | null
}

/** What counts of the kept facts, and where each comes from. */
export interface ReadRecord {
  readonly record: FileRecord
  /** The kept fact behind each fact of the record, in the same order. */
  readonly factIds: readonly string[]
  readonly frameId: string
}

const factKinds: ReadonlySet<string> = new Set(FACT_KINDS)

/** Whether a kept line is a fact of the law, rather than the frame or a withdrawal. */
export function isFactKind(kind: string): kind is FactKind {
  return factKinds.has(kind)
}

type Terms = Readonly<Record<string, unknown>>

/** What was read of the terms of a line: a file replayed line by line reads each of them once. */
const readFacts = new WeakMap<Terms, Fact>()
const readFrames = new WeakMap<Terms, Frame>()

/** Reads a kept fact back; throws on a line that no command could have written. */
export function factOf({ kind, terms }: { readonly kind: FactKind; readonly terms: Terms }): Fact {
  const known = readFacts.get(terms)
  if (known !== undefined && known.kind === kind) return known
  const parsed = parseFact(kind, { ...terms, kind })
  if (!parsed.success) throw new Error(`kept fact of kind ${kind} no longer reads: ${parsed.error.message}`)
  readFacts.set(terms, parsed.data)
  return parsed.data
}

function frameOf(terms: Terms): Frame {
  const known = readFrames.get(terms)
  if (known !== undefined) return known
  const frame = frameSchema.parse(terms)
  readFrames.set(terms, frame)
  return frame
}

/**
 * The record that counts, from every kept line of a file.
 *
 * A line is replaced by the one that supersedes it, and takes its place: two facts of one day keep the
 * order in which they were first recorded, whatever is corrected later. A withdrawn line counts no more.
 * Throws when the file has no frame: such a file cannot have been opened.
 */
export function readRecord(stored: readonly StoredFact[]): ReadRecord {
  const successor = new Map<string, StoredFact>()
  for (const line of stored) if (line.supersedes !== null) successor.set(line.supersedes, line)

  let frame: { readonly frame: Frame; readonly id: string } | null = null
  const facts: Fact[] = []
  const factIds: string[] = []
  for (const root of stored.toSorted((a, b) => a.sequence - b.sequence)) {
    if (root.supersedes !== null) continue
    let last = root
    for (let next = successor.get(last.id); next !== undefined; next = successor.get(last.id)) last = next
    if (last.kind === 'frame') frame = { frame: frameOf(last.terms), id: last.id }
    else if (isFactKind(last.kind)) {
      facts.push(factOf({ kind: last.kind, terms: last.terms }))
      factIds.push(last.id)
    }
  }
  if (frame === null) throw new Error('a file without its frame')
  return { record: { frame: frame.frame, facts }, factIds, frameId: frame.id }
}

/** The day and last day kept beside a fact's terms, for the database's own checks. */
export function daysOf(fact: Fact): { readonly onDay: Day; readonly untilDay: Day | null } {
  return 'from' in fact ? { onDay: fact.from, untilDay: fact.to } : { onDay: fact.on, untilDay: null }
}

