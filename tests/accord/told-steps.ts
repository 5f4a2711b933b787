import { isoOf, type Explanation, type Step, type WordValue } from '@/lib/accord'
import type { Day } from '@/lib/accord/calendar/day.ts'

/** The values of a step that are days: in memory a day is a number like another. */
const DAYS: ReadonlySet<string> = new Set(['from', 'to', 'on', 'ceiling'])
const valueText = (name: string, value: WordValue): string => (DAYS.has(name) && value !== null ? isoOf(value as Day) : String(value))

/** A step on one line, with all it says: `code(name value, …) → day = amount [rule]`. */
export function stepText({ code, values, gives, amount, rule }: Step): string {
  const said = Object.entries(values).map(([name, value]) => `${name} ${valueText(name, value)}`).join(', ')
  return `${code}${said === '' ? '' : `(${said})`}${gives === null ? '' : ` → ${isoOf(gives)}`}${amount === null || amount === undefined ? '' : ` = ${amount}`} [${rule}]`
}

/** The rule of an explanation, then its steps in order; nothing where the value is not known. */
export function toldOf(explanation: Explanation | undefined): readonly string[] {
  return explanation === undefined ? [] : [explanation.rule, ...explanation.steps.map(stepText)]
}

/** Every explanation of a kind, by the name of what it explains. */
export function allTold(explanations: Readonly<Partial<Record<string, Explanation>>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(explanations).map(([name, explanation]) => [name, toldOf(explanation)]))
}
