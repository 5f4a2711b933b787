/** Sums of a territory's figures, over what may be shown. Pure: masking is the database's. */
export type Masked = number | null | undefined

/** The sum of the figures shown; a masked one counts for nothing. `null` where all of them are masked. */
export function shownTotal(figures: readonly Masked[]): number | null {
  const shown = figures.filter((figure) => figure !== null && figure !== undefined)
  return shown.length === 0 ? null : shown.reduce((sum, figure) => sum + figure, 0)
}

/** Whether a sum over these leaves someone out. */
export function someMasked(figures: readonly Masked[]): boolean {
  return figures.some((figure) => figure === null || figure === undefined)
}

export interface Ratio {
  readonly part: number
  readonly whole: number
  /** In percent. */
  readonly share: number
}

/** How much of a whole was in time; `null` where either is masked, absent, or the whole is empty. */
export function ratioOf(part: Masked, whole: Masked): Ratio | null {
  if (part === null || part === undefined || whole === null || whole === undefined || whole === 0) return null
  return { part, whole, share: (part / whole) * 100 }
}

/** The same over several basins, counting only those where both figures are shown. */
export function shownRatio(pairs: readonly { readonly part: Masked; readonly whole: Masked }[]): Ratio | null {
  const shown = pairs.flatMap(({ part, whole }) => ratioOf(part, whole) ?? [])
  return ratioOf(shownTotal(shown.map(({ part }) => part)), shownTotal(shown.map(({ whole }) => whole)))
}
