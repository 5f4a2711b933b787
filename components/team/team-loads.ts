/** What a team's loads say at a glance. Pure. */
import { averageLoad } from '../basin/stage-bands.ts'

export interface Loaded {
  readonly name: string
  readonly active: boolean
  readonly live: number
}

export type LoadSentence =
  | { readonly kind: 'absent'; readonly name: string; readonly count: number }
  | { readonly kind: 'spread'; readonly name: string; readonly most: number; readonly least: string; readonly fewest: number; readonly average: number }
  | { readonly kind: 'even'; readonly average: number }
  | { readonly kind: 'alone'; readonly name: string; readonly most: number }

/** A gap to the average below this share of it is not worth a sentence. */
const SAME_SHARE = 0.1

/**
 * The first thing to see: files still with someone who left, then the widest gap, else that loads are
 * close. `null` where nobody has a file.
 */
export function loadSentence(members: readonly Loaded[]): LoadSentence | null {
  const absent = members.find((member) => !member.active && member.live > 0)
  if (absent !== undefined) return { kind: 'absent', name: absent.name, count: absent.live }
  const carrying = members.filter((member) => member.active && member.live > 0).toSorted((a, b) => b.live - a.live)
  const [most] = carrying
  const fewest = carrying.at(-1)
  if (most === undefined || fewest === undefined) return null
  if (carrying.length === 1) return { kind: 'alone', name: most.name, most: most.live }
  const average = averageLoad(carrying.map((member) => member.live))
  if (most.live - average <= average * SAME_SHARE) return { kind: 'even', average }
  return { kind: 'spread', name: most.name, most: most.live, least: fewest.name, fewest: fewest.live, average }
}

export interface LoadMove {
  readonly id: string
  readonly name: string
  readonly before: number
  readonly after: number
}

/** The loads of two people before and after one file goes from the first to the second. */
export function oneFileMoves(
  from: { readonly id: string; readonly name: string; readonly live: number } | null,
  to: { readonly id: string; readonly name: string; readonly live: number },
): readonly LoadMove[] {
  const gain = { id: to.id, name: to.name, before: to.live, after: to.live + 1 }
  return from === null || from.id === to.id ? [gain] : [{ id: from.id, name: from.name, before: from.live, after: from.live - 1 }, gain]
}

/** What a reassignment would give; `null` where it cannot be said. */
export type LoadsPreview = { readonly count: number; readonly left: readonly string[]; readonly loads: readonly LoadMove[] } | null
