import type { Day } from '../accord/calendar/day.ts'
import type { CaseFile, Refusal } from '../accord/file/case-file.ts'
import type { Fact } from '../accord/file/facts.ts'
import type { Frame } from '../accord/file/frame.ts'
import { admit, derive, type FileRecord, type Settings, type Texts } from '../accord/index.ts'

/** A change to a file: a fact more, a fact in the place of another, a fact less, or another frame. */
export type Change =
  | { readonly kind: 'record'; readonly fact: Fact }
  | { readonly kind: 'correct'; readonly index: number; readonly fact: Fact }
  | { readonly kind: 'withdraw'; readonly index: number }
  | { readonly kind: 'frame'; readonly frame: Frame }

export type Assessment =
  | { readonly admitted: true; readonly before: CaseFile; readonly after: CaseFile; readonly record: FileRecord }
  | {
      readonly admitted: false
      readonly refusal: Refusal
      /** Place, in the record as it stands, of an accepted fact that the change would make inadmissible. */
      readonly conflictsWith: number | null
    }

/** The record once the change is made, and where a fact of it stood before (`null` for one that is new). */
function apply(record: FileRecord, change: Change): { readonly record: FileRecord; readonly placeBefore: (index: number) => number | null } {
  switch (change.kind) {
    case 'record':
      return {
        record: { ...record, facts: [...record.facts, change.fact] },
        placeBefore: (index) => (index === record.facts.length ? null : index),
      }
    case 'correct':
      return {
        record: { ...record, facts: record.facts.with(change.index, change.fact) },
        placeBefore: (index) => (index === change.index ? null : index),
      }
    case 'withdraw':
      return {
        record: { ...record, facts: record.facts.toSpliced(change.index, 1) },
        placeBefore: (index) => (index < change.index ? index : index + 1),
      }
    case 'frame':
      return { record: { ...record, frame: change.frame }, placeBefore: (index) => index }
  }
}

/**
 * Whether the law admits a change, and the file before and after it.
 *
 * A correction, a withdrawal or another frame is judged on the whole file: it is refused when the fact
 * itself is not admissible, and when it would make inadmissible a fact that was accepted, so that no
 * change empties a later one in silence.
 */
export function assess(record: FileRecord, change: Change, texts: Texts, settings: Settings, today: Day): Assessment {
  const applied = apply(record, change)
  if (change.kind === 'record') {
    const admission = admit(record, change.fact, texts, settings, today)
    return admission.admitted
      ? { admitted: true, before: admission.before, after: admission.after, record: applied.record }
      : { admitted: false, refusal: admission.refusal, conflictsWith: admission.conflictsWith }
  }
  const before = derive(record, texts, settings, today)
  const after = derive(applied.record, texts, settings, today)
  const refusedBefore = new Set(before.refusals.map((refusal) => refusal.factIndex))
  for (const refusal of after.refusals) {
    const place = applied.placeBefore(refusal.factIndex)
    if (place === null) return { admitted: false, refusal, conflictsWith: null }
    if (!refusedBefore.has(place)) return { admitted: false, refusal, conflictsWith: place }
  }
  return { admitted: true, before, after, record: applied.record }
}
