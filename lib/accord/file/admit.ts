import type { Day } from '../calendar/day.ts'
import type { Texts } from '../texts/agreement.ts'
import type { CaseFile, Refusal } from './case-file.ts'
import { derive, type FileRecord } from './derive.ts'
import type { Fact } from './facts.ts'
import type { Settings } from './progress.ts'

export type Admission =
  | { readonly admitted: true; readonly before: CaseFile; readonly after: CaseFile; readonly factIndex: number }
  | {
      readonly admitted: false
      readonly refusal: Refusal
      /** The fact already in the file that the new one would make inadmissible; `null`: the new one itself is refused. */
      readonly conflictsWith: number | null
    }

/**
 * Whether a fact can join a file: the rules admit it where it takes its place, and it makes no fact
 * already admitted inadmissible. What a correction removes is left out of `record` by the caller.
 */
export function admit(record: FileRecord, fact: Fact, texts: Texts, settings: Settings, today: Day): Admission {
  const before = derive(record, texts, settings, today)
  const factIndex = record.facts.length
  const after = derive({ frame: record.frame, facts: [...record.facts, fact] }, texts, settings, today)
  const own = after.refusals.find((refusal) => refusal.factIndex === factIndex)
  if (own !== undefined) return { admitted: false, refusal: own, conflictsWith: null }
  const conflict = newRefusal(before, after)
  if (conflict !== null) return { admitted: false, refusal: conflict, conflictsWith: conflict.factIndex }
  return { admitted: true, before, after, factIndex }
}

/** The first fact refused in `after` that was admitted in `before`: what a change would break. */
export function newRefusal(before: CaseFile, after: CaseFile): Refusal | null {
  const known = new Set(before.refusals.map((refusal) => refusal.factIndex))
  return after.refusals.find((refusal) => !known.has(refusal.factIndex)) ?? null
}
