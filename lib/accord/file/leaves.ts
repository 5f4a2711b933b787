import type { Day } from '../calendar/day.ts'
import type { ExtensionLimit } from '../texts/agreement.ts'
import { parametersOn, type Governing } from '../texts/governing.ts'
import type { WordValues } from './case-file.ts'
import type { LeaveCause } from './facts.ts'

/** A leave as a fact or a span names it. */
interface NamedLeave {
  readonly cause: LeaveCause | null
  /** Code of the leave in the text that added it; the six of the shipped texts have none. */
  readonly leave?: string | null
  readonly from: Day
}

/** by how much the file's text lets a leave extend the CSP, as it stands on its first day; `undefined`: not at all. */
export function extensionLimitOf(governing: Governing, { cause, leave, from }: NamedLeave): ExtensionLimit | undefined {
  if (cause === null) return undefined
  const text = parametersOn(governing, from)
  return cause === 'added_leave' ? text.addedLeaves[leave ?? '']?.limit : text.extensions[cause]
}

/** whether a leave exists under the file's text: the six always do, an added one from the text that adds it. */
export function knowsLeave(governing: Governing, { cause, leave, from }: NamedLeave): boolean {
  return cause !== 'added_leave' || parametersOn(governing, from).addedLeaves[leave ?? ''] !== undefined
}

/** What a sentence about a leave is made with: the added ones bring their own name, which no word book has. */
export function leaveValues(governing: Governing | null, { cause, leave, from }: NamedLeave): WordValues {
  if (cause !== 'added_leave') return { cause }
  const name = governing === null ? undefined : parametersOn(governing, from).addedLeaves[leave ?? '']?.name
  return { cause, causeFr: name?.fr ?? leave ?? null, causeEn: name?.en ?? leave ?? null }
}
