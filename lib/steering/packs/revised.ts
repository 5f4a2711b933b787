import { isNumber, type PackContent, type PackFigure, type Revision, type Shown } from './content.ts'

/** Below this, a change is that of a rounding. */
const SAME = 1e-6

function differs(then: Shown, now: Shown): boolean {
  return isNumber(then) && isNumber(now) ? Math.abs(then - now) > SAME : then !== now
}

/**
 * What is said today of quarters that an earlier pack told, and that is no longer what it said. A quarter that the earlier
 * one did not hold, or that today's no longer holds, is left out: nothing was revised there.
 * @param figures today's, with a point for each of `quarters`
 */
export function revisionsSince(earlier: Pick<PackContent, 'figures' | 'quarters'>, figures: readonly PackFigure[], quarters: readonly string[]): readonly Revision[] {
  return earlier.figures.flatMap((told): Revision[] => {
    const today = figures.find(({ id }) => id === told.id)
    if (today === undefined) return []
    return earlier.quarters.flatMap((quarter, at): Revision[] => {
      const then = told.trend[at]?.value
      const now = today.trend[quarters.indexOf(quarter)]?.value
      if (then === undefined || now === undefined || then === 'unknown' || now === 'unknown' || !differs(then, now)) return []
      return [{ id: told.id, name: today.name, unit: today.unit, quarter, was: then, now }]
    })
  })
}
