import type { PlanLine, WorkingPlanContent } from './plan.ts'

/** What is compared of a line, in the order in which it is read. */
export const COMPARED = ['measure', 'goal', 'provider', 'from', 'to', 'state', 'droppedBecause', 'funding', 'steps', 'preparesFor', 'note'] as const
export type Compared = (typeof COMPARED)[number]
export const COMPARED_WORDS = ['project', 'occupation', 'workPeriodsConditions', 'appealRoutes'] as const
export type ComparedWords = (typeof COMPARED_WORDS)[number]

/** A line beside what it became; `changed` names what differs, empty where nothing does. */
export type LinePair =
  | { readonly kind: 'added'; readonly after: PlanLine }
  | { readonly kind: 'removed'; readonly before: PlanLine }
  | { readonly kind: 'changed' | 'same'; readonly before: PlanLine; readonly after: PlanLine; readonly changed: readonly Compared[] }

export interface PlanDiff {
  readonly lines: readonly LinePair[]
  readonly words: readonly ComparedWords[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The line that another became: of the same id; else, for lines that had none, the same measure to the same end. */
function partner(line: PlanLine, among: readonly PlanLine[], taken: ReadonlySet<PlanLine>): PlanLine | undefined {
  const free = among.filter((other) => !taken.has(other))
  const own = line.id === null ? undefined : free.find((other) => other.id === line.id)
  if (own !== undefined) return own
  const alike = free.filter((other) => other.measure === line.measure && (other.id === null || line.id === null))
  return alike.find((other) => other.goal === line.goal && other.from === line.from) ?? alike[0]
}

/** What a plan became between two of its versions: lines kept, changed, removed, then those added, and the words around them. */
export function comparePlans(before: WorkingPlanContent, after: WorkingPlanContent): PlanDiff {
  const taken = new Set<PlanLine>()
  const lines: LinePair[] = before.measures.map((line) => {
    const other = partner(line, after.measures, taken)
    if (other === undefined) return { kind: 'removed', before: line }
    taken.add(other)
    const changed = COMPARED.filter((field) => !same(line[field], other[field]))
    return { kind: changed.length === 0 ? 'same' : 'changed', before: line, after: other, changed }
  })
  for (const line of after.measures) if (!taken.has(line)) lines.push({ kind: 'added', after: line })
  return { lines, words: COMPARED_WORDS.filter((field) => !same(before[field], after[field])) }
}

/** Whether two plans say the same. */
export function samePlan(before: WorkingPlanContent, after: WorkingPlanContent): boolean {
  const { lines, words } = comparePlans(before, after)
  return words.length === 0 && lines.every(({ kind }) => kind === 'same')
}
