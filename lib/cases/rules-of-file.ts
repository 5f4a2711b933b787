import type { CaseFile, Explanation } from '../accord/file/case-file.ts'
import { RULE_IDS, type RuleId } from '../accord/rules/catalogue.ts'

/** A rule's number, which the tables keep: 301 for R-301. */
export function ruleNumber(id: RuleId): number {
  return Number(id.slice(2))
}

const IDS: ReadonlyMap<number, RuleId> = new Map(RULE_IDS.map((id) => [ruleNumber(id), id]))

/** The rule of a number; `null` for a number that no rule of the catalogue bears. */
export function ruleOfNumber(number: number): RuleId | null {
  return IDS.get(number) ?? null
}

/**
 * The rules that a file rests on today: those its text, its dates and amounts, each step that leads to them, its
 * days paid or not, its deadlines, its alerts and its refusals cite. In the order of their numbers, each once.
 */
export function rulesOfFile(file: CaseFile): readonly RuleId[] {
  const rules = new Set<RuleId>()
  const explained = (explanations: Readonly<Partial<Record<string, Explanation>>>) => {
    for (const explanation of Object.values(explanations)) {
      if (explanation === undefined) continue
      rules.add(explanation.rule)
      for (const step of explanation.steps) rules.add(step.rule)
    }
  }
  if (file.regime.code !== null) rules.add('R-001')
  if (file.regime.overlays.length > 0) rules.add('R-002')
  explained(file.explanations)
  explained(file.amountExplanations)
  explained(file.estimateExplanations)
  for (const { rule } of [...file.deadlines, ...file.alerts, ...file.refusals, ...(file.ledger?.spans ?? [])]) rules.add(rule)
  return [...rules].toSorted((a, b) => ruleNumber(a) - ruleNumber(b))
}
