import { tellsRevision } from '../../indicators/masking.ts'
import { isNumber, type PackContent, type PackFigure, type Point, type Revision, type Shown } from './content.ts'

/** Below this, a change is that of a rounding. */
const SAME = 1e-6

function differs(then: Shown, now: Shown): boolean {
  return isNumber(then) && isNumber(now) ? Math.abs(then - now) > SAME : then !== now
}

/** Whether the counts behind two figures, or what is left of one without the other, differ by one to four people. */
function tellsTooFew(then: Point, now: Point, unit: PackFigure['unit']): boolean {
  const counts = ({ value, of, counted }: Point) => [unit === 'people' ? value : 'unknown', of, counted ?? 'unknown', isNumber(of) && isNumber(counted) ? of - counted : 'unknown'] as const
  const told = counts(then)
  return counts(now).some((count, at) => isNumber(count) && isNumber(told[at]) && tellsRevision(count, told[at]))
}

/**
 * What is said today of quarters that an earlier pack told, and that is no longer what it said. A quarter that the earlier
 * one did not hold, or that today's no longer holds, is left out: nothing was revised there. The store says no count anew
 * that changed by one to four people (decision 332); a pack of before that rule is held to it here.
 * @param figures today's, with a point for each of `quarters`
 */
export function revisionsSince(earlier: Pick<PackContent, 'figures' | 'quarters'>, figures: readonly PackFigure[], quarters: readonly string[]): readonly Revision[] {
  return earlier.figures.flatMap((told): Revision[] => {
    const today = figures.find(({ id }) => id === told.id)
    if (today === undefined) return []
    return earlier.quarters.flatMap((quarter, at): Revision[] => {
      const then = told.trend[at]
      const now = today.trend[quarters.indexOf(quarter)]
      if (then === undefined || now === undefined || then.value === 'unknown' || now.value === 'unknown' || !differs(then.value, now.value)) return []
      // A cohort that has come of age since is told for the first time: nothing was said of it.
      if (then.value === 'too_young' || tellsTooFew(then, now, today.unit)) return []
      return [{ id: told.id, name: today.name, unit: today.unit, quarter, was: then.value, now: now.value }]
    })
  })
}
