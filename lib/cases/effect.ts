import type { Day } from '../accord/calendar/day.ts'
import { DATE_NAMES, type Alert, type CaseFile, type DateName, type Deadline, type Explanation, type Stage } from '../accord/file/case-file.ts'
import type { RuleId } from '../accord/rules/catalogue.ts'

/** A date that a change moves, sets or takes away, with the rule its new value comes from. */
export interface DateChange {
  readonly name: DateName
  readonly before: Day | null
  readonly after: Day | null
  readonly rule: RuleId | null
}

/** What a change does to a file, for a preview before it is recorded and for the word after. */
export interface EffectOnFile {
  readonly stage: { readonly before: Stage; readonly after: Stage }
  readonly dates: readonly DateChange[]
  readonly deadlines: {
    readonly added: readonly Deadline[]
    readonly removed: readonly Deadline[]
    readonly moved: readonly { readonly before: Deadline; readonly after: Deadline }[]
    /** Met by the change itself, in time or late. */
    readonly met: readonly Deadline[]
  }
  /** Alerts that the change brings. */
  readonly alerts: readonly Alert[]
}

const sameAlert = (a: Alert, b: Alert) => a.rule === b.rule && a.code === b.code && sameValues(a.values, b.values)

function sameValues(a: Alert['values'], b: Alert['values']): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}

/** Deadlines in the order of their dates, by code: a code may come several times (contacts). */
function byCode(deadlines: readonly Deadline[]): Map<string, Deadline[]> {
  const groups = new Map<string, Deadline[]>()
  for (const deadline of deadlines) {
    const group = groups.get(deadline.code)
    if (group === undefined) groups.set(deadline.code, [deadline])
    else group.push(deadline)
  }
  return groups
}

const isMet = (deadline: Deadline) => deadline.status === 'met' || deadline.status === 'met_late'
const isOpen = (deadline: Deadline) => deadline.status === 'due' || deadline.status === 'overdue'

/** The difference between two states of the same file, both derived on the same day. */
export function effectOf(before: CaseFile, after: CaseFile): EffectOnFile {
  const dates = DATE_NAMES.filter((name) => before.dates[name] !== after.dates[name]).map((name) => ({
    name,
    before: before.dates[name],
    after: after.dates[name],
    rule: ruleOf(before.explanations[name], after.explanations[name]),
  }))

  const added: Deadline[] = []
  const removed: Deadline[] = []
  const moved: { before: Deadline; after: Deadline }[] = []
  const met: Deadline[] = []
  const earlier = byCode(before.deadlines)
  const later = byCode(after.deadlines)
  for (const code of new Set([...earlier.keys(), ...later.keys()])) {
    const was = [...(earlier.get(code) ?? [])]
    const is = [...(later.get(code) ?? [])]
    // Those that stand unchanged leave first, so that what is left of a repeated deadline is what moved.
    for (const old of was.slice()) {
      const same = is.findIndex((now) => now.dueOn === old.dueOn && now.metOn === old.metOn && now.status === old.status)
      if (same !== -1) {
        was.splice(was.indexOf(old), 1)
        is.splice(same, 1)
      }
    }
    for (const old of was.slice()) {
      const match = is.findIndex((now) => now.dueOn === old.dueOn)
      if (match === -1) continue
      const now = is[match]!
      if (!isMet(old) && isMet(now)) met.push(now)
      else if (isOpen(old) && now.status === 'cancelled') removed.push(old)
      else if (!isOpen(old) && isOpen(now)) added.push(now)
      was.splice(was.indexOf(old), 1)
      is.splice(match, 1)
    }
    while (was.length > 0 && is.length > 0) {
      const old = was.shift()!
      const now = is.shift()!
      if (now.status === 'cancelled') removed.push(old)
      else moved.push({ before: old, after: now })
      if (!isMet(old) && isMet(now)) met.push(now)
    }
    removed.push(...was.filter((old) => old.status !== 'cancelled'))
    added.push(...is.filter(isOpen))
    met.push(...is.filter(isMet))
  }
  return {
    stage: { before: before.stage, after: after.stage },
    dates,
    deadlines: { added, removed, moved, met },
    alerts: after.alerts.filter((alert) => !before.alerts.some((known) => sameAlert(known, alert))),
  }
}

/** The rule of the step that the change brings (R-404 for a leave that moves the term), else the date's own. */
function ruleOf(was: Explanation | undefined, is: Explanation | undefined): RuleId | null {
  const brought = is?.steps.findLast(
    (step) => step.gives !== null && !(was?.steps ?? []).some((old) => old.code === step.code && sameValues(old.values, step.values)),
  )
  return brought?.rule ?? is?.rule ?? was?.rule ?? null
}
