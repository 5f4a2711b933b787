import { parseDay, type Day } from '@/lib/accord/calendar/day.ts'
import type { PlanLine } from '@/lib/cases/content/plan.ts'
import type { FileView } from '@/lib/cases/views/file.ts'

/** A training beside the term: recorded as a fact, or so far only in the plan. */
export interface ShownTraining {
  readonly key: string
  readonly name: string | null
  readonly provider: string | null
  readonly from: Day
  readonly to: Day | null
  readonly recorded: boolean
  /** Days that go on after the last day of the CSP. */
  readonly after: number
}

const text = (content: Readonly<Record<string, unknown>> | null | undefined, key: string): string | null => {
  const value = content?.[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The trainings of a file in the order of their days; one of the plan that was recorded is shown once, as recorded. */
export function trainingsOf(view: FileView, lines: readonly PlanLine[]): readonly ShownTraining[] {
  const term = view.file.dates.cspTerm
  const after = (to: Day | null): number => (term === null || to === null ? 0 : Math.max(0, to - term))
  const recorded = view.file.periods.flatMap(({ kind, from, to, factIndex }): ShownTraining[] => {
    if (kind !== 'training') return []
    const content = view.facts.find((fact) => fact.factIndex === factIndex)?.content
    return [{ key: `fact-${factIndex}`, name: text(content, 'title'), provider: text(content, 'provider'), from, to, recorded: true, after: after(to) }]
  })
  const planned = lines.flatMap((line, index): ShownTraining[] => {
    const from = line.from === null ? null : parseDay(line.from)
    if (line.measure !== 'training' || line.state === 'dropped' || from === null || recorded.some((one) => one.from === from)) return []
    const to = line.to === null ? null : parseDay(line.to)
    return [{ key: `line-${index}`, name: line.goal, provider: line.provider, from, to, recorded: false, after: after(to) }]
  })
  return [...recorded, ...planned].toSorted((a, b) => a.from - b.from)
}
