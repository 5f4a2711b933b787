/** The dated figures as lines of a table. Pure. */
import type { Day } from '@/lib/accord/calendar/day.ts'
import { FIGURE_NAMES, type FigureName, type Texts } from '@/lib/accord/index.ts'

export interface FigureLine {
  readonly from: Day
  /** The figures that change on this day; the others stay as they were. */
  readonly values: Readonly<Partial<Record<FigureName, string>>>
  readonly sources: readonly string[]
}

/** One line for each day on which a figure changes, latest first. */
export function figureLines(figures: Texts['figures']): readonly FigureLine[] {
  const days = new Map<Day, { values: Partial<Record<FigureName, string>>; sources: Set<string> }>()
  for (const name of FIGURE_NAMES) {
    for (const { from, value, source } of figures[name]) {
      const line = days.get(from) ?? { values: {}, sources: new Set<string>() }
      days.set(from, line)
      line.values[name] = value
      line.sources.add(source)
    }
  }
  return [...days].toSorted(([a], [b]) => b - a).map(([from, { values, sources }]) => ({ from, values, sources: [...sources] }))
}
