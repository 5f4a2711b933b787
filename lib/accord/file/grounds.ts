import type { Day } from '../calendar/day.ts'
import type { RuleId } from '../rules/catalogue.ts'
import type { RefusalCode } from '../wording/codes.ts'
import type { WordValues } from './case-file.ts'
import type { FactKind, FactOf } from './facts.ts'
import type { Progress } from './progress.ts'
import { notOpen, notRunning } from './running.ts'

/** The ground on which a fact is not admitted: its rule, and a message code with its values. */
export interface Ground {
  readonly rule: RuleId
  readonly code: RefusalCode
  readonly values: WordValues
}

/** Whether the rules admit a kind of fact where the file stands: `null`, or the first ground of refusal. */
export type Check<K extends FactKind> = (progress: Progress, fact: FactOf<K>) => Ground | null

export const ground = (rule: RuleId, code: RefusalCode, values: WordValues = {}): Ground => ({ rule, code, values })

/** The act asks for a running CSP; the refusal carries the act's own rule. */
export function whileRunning(rule: RuleId, progress: Progress, on: Day): Ground | null {
  const reason = notRunning(progress, on)
  return reason === null ? null : ground(reason.code === 'noText' ? 'R-001' : rule, reason.code, reason.values)
}

/** The same for an act that asks for a file that is not over. */
export function whileOpen(rule: RuleId, progress: Progress, on: Day): Ground | null {
  const reason = notOpen(progress, on)
  return reason === null ? null : ground(rule, reason.code, reason.values)
}
