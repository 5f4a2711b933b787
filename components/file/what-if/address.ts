import { firstOf, type PageQuery } from '@/components/ui/page-query.ts'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { factTerms } from '@/lib/accord/file/fact-json.ts'
import type { Fact } from '@/lib/accord/file/facts.ts'
import { joinLeave } from '../acts/leave-choice.ts'

/** A supposed fact in the address: its kind, and its answers as they were typed, by field. */
export interface SupposedText {
  readonly kind: string
  readonly answers: Readonly<Record<string, string>>
}

/** « Et si… ? » of a file: everything on the screen is in its address, so that a link restores it. */
export interface WhatIfAddress {
  readonly facts: readonly SupposedText[]
  /** Days by which the second variant is later, as typed; empty: none. */
  readonly later: string
  /** The day to look at the file, as typed; empty: today. */
  readonly seenOn: string
  /** A kind whose questions are opened, not yet supposed. */
  readonly add: string
}

export const NOTHING_SUPPOSED: WhatIfAddress = { facts: [], later: '', seenOn: '', add: '' }

/** The name of a field of the supposed fact of a rank (from 1): `1.on`. */
export const fieldName = (rank: number, path: string): string => `${rank}.${path}`

export const LATER = 'plus-tard'
export const SEEN_ON = 'vu-le'
export const ADD = 'ajouter'

export function whatIfHref(reference: string, { facts, later, seenOn, add }: WhatIfAddress = NOTHING_SUPPOSED): string {
  const query = new URLSearchParams()
  facts.forEach(({ kind, answers }, index) => {
    query.set(fieldName(index + 1, 'kind'), kind)
    for (const [path, answer] of Object.entries(answers)) if (answer !== '') query.set(fieldName(index + 1, path), answer)
  })
  if (later !== '') query.set(LATER, later)
  if (seenOn !== '') query.set(SEEN_ON, seenOn)
  if (add !== '') query.set(ADD, add)
  const text = query.toString()
  return `/dossiers/${encodeURIComponent(reference)}/et-si${text === '' ? '' : `?${text}`}`
}

const MOST_RANKS = 6
const FIELD = /^([1-9])\.([A-Za-z]{1,40})$/

/** Reads the screen's query; what is not one of ours is left out, and so is a fact without its kind. */
export function readWhatIfAddress(query: PageQuery): WhatIfAddress {
  const ranks = new Map<number, Record<string, string>>()
  for (const name of Object.keys(query)) {
    const match = FIELD.exec(name)
    const rank = Number(match?.[1] ?? 0)
    if (match === null || rank > MOST_RANKS) continue
    const answers = ranks.get(rank) ?? {}
    answers[match[2]!] = firstOf(query, name)
    ranks.set(rank, answers)
  }
  const facts = [...ranks].toSorted(([a], [b]) => a - b).flatMap(([, { kind = '', ...answers }]) => (kind === '' ? [] : [{ kind, answers }]))
  return { facts, later: firstOf(query, LATER), seenOn: firstOf(query, SEEN_ON), add: firstOf(query, ADD) }
}

/** A fact as the address writes it. */
export function textOfFact(fact: Fact): SupposedText {
  const { kind, ...terms } = factTerms(fact)
  const answers: Record<string, string> = {}
  for (const [path, value] of Object.entries(joinLeave(terms))) if (value !== null && value !== undefined) answers[path] = String(value)
  return { kind: String(kind), answers }
}

/** The address in which facts are supposed in one go. */
export function addressOf(facts: readonly Fact[], laterBy: number | null, seenOn: Day | null): WhatIfAddress {
  return { facts: facts.map(textOfFact), later: laterBy === null ? '' : String(laterBy), seenOn: seenOn === null ? '' : isoOf(seenOn), add: '' }
}
