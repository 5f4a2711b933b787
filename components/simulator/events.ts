import { MOMENTS, type ActField, type Moment } from '@/components/file/acts/definition.ts'
import { ACTS, actOf } from '@/components/file/acts/index.ts'
import { CONTRACT_FACT_KINDS, type FactKind } from '@/lib/accord/file/facts.ts'

/** Keys that only a kept file has: the contract's facts are without them. */
const KEPT_KEYS: ReadonlySet<string> = new Set(['contestLimitStated', 'signedByBeneficiary', 'signedByAdviser', 'employeeAgreed', 'leave'])

/** Asked among the first questions, and so not proposed again. */
const ASKED_FIRST: ReadonlySet<FactKind> = new Set<FactKind>(['proposal_handed_over', 'registered', 'accepted'])

/** A kind of fact that a request may carry, from a text of the address; `null` for any other text. */
export function eventKind(text: string): FactKind | null {
  return CONTRACT_FACT_KINDS.find((kind) => kind === text) ?? null
}

/** What an event of a kind asks: the terms of the law, without the words that a file keeps beside them. */
export function eventFields(kind: FactKind): readonly ActField[] {
  return (actOf(kind)?.fields ?? []).filter(({ path }) => !path.startsWith('content.') && !KEPT_KEYS.has(path))
}

/** The kinds proposed, by moment of a file's life. */
export function proposedEvents(): readonly { readonly moment: Moment; readonly kinds: readonly FactKind[] }[] {
  return MOMENTS.map((moment) => ({
    moment,
    kinds: ACTS.filter((act) => act.moment === moment && !ASKED_FIRST.has(act.kind) && eventKind(act.kind) !== null).map(({ kind }) => kind),
  }))
}
