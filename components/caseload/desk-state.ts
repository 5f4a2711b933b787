/** What the screen of the list holds beside its address: the lines ticked, and the panel that is open. */
import { createContext, use } from 'react'

export type DeskPanel = 'display' | 'views' | 'assign' | 'schedule' | 'message'

/** Lines ticked, or the whole filter: then the count that was shown goes with it. */
export type Picked =
  | { readonly kind: 'files'; readonly references: readonly string[] }
  | { readonly kind: 'filter'; readonly search: string; readonly expected: number }

export interface DeskState {
  readonly panel: DeskPanel | null
  readonly open: (panel: DeskPanel | null) => void
  readonly picked: Picked
  readonly pick: (picked: Picked) => void
}

export const NOTHING_PICKED: Picked = { kind: 'files', references: [] }

const DeskContext = createContext<DeskState>({ panel: null, open: () => {}, picked: NOTHING_PICKED, pick: () => {} })
export const DeskProvider = DeskContext.Provider

export function useDesk(): DeskState {
  return use(DeskContext)
}

export function howMany(picked: Picked): number {
  return picked.kind === 'filter' ? picked.expected : picked.references.length
}

/** Adds lines to what is picked, or takes them out; taking a line out of a whole filter leaves the page's others. */
export function withLines(picked: Picked, references: readonly string[], on: boolean, page: readonly string[]): Picked {
  const before = picked.kind === 'files' ? picked.references : page
  const rest = before.filter((reference) => !references.includes(reference))
  return { kind: 'files', references: on ? [...rest, ...references] : rest }
}

export function isPicked(picked: Picked, reference: string): boolean {
  return picked.kind === 'filter' || picked.references.includes(reference)
}
