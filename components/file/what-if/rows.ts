import type { Day } from '@/lib/accord/calendar/day.ts'
import { AMOUNT_NAMES, type AmountName, type Amounts } from '@/lib/accord/file/amounts.ts'
import type { Balance } from '@/lib/accord/file/balance.ts'
import { DATE_NAMES, DEADLINE_CODES, type CaseFile, type DateName, type Deadline, type DeadlineCode } from '@/lib/accord/file/case-file.ts'
import { DATE_OF_DEADLINE } from '@/lib/accord/file/deadline-dates.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'

/** What the columns of « Et si… ? » say: the file without what is supposed first, then each variant. */

/** A thing that some column says otherwise than the first. */
export interface MovedDate {
  readonly name: DateName
  readonly values: readonly (Day | null)[]
  readonly rule: RuleId | null
}
export interface MovedDeadline {
  readonly code: DeadlineCode
  readonly values: readonly (Deadline | null)[]
}
export interface MovedAmount {
  readonly name: AmountName
  readonly values: readonly (string | number | boolean | null)[]
  readonly rule: RuleId | null
}

const differs = <Value>(values: readonly Value[], same: (a: Value, b: Value) => boolean): boolean => values.some((value) => !same(value, values[0]!))

/** The dates that some column moves, and the days of those that none does. */
export function datesMoved(files: readonly CaseFile[]): { readonly moved: readonly MovedDate[]; readonly unchanged: readonly { readonly name: DateName; readonly on: Day }[] } {
  const moved: MovedDate[] = []
  const unchanged: { name: DateName; on: Day }[] = []
  for (const name of DATE_NAMES) {
    const values = files.map(({ dates }) => dates[name])
    const on = values[0] ?? null
    if (differs(values, (a, b) => a === b)) moved.push({ name, values, rule: files.findLast(({ explanations }) => explanations[name] !== undefined)?.explanations[name]?.rule ?? null })
    else if (on !== null) unchanged.push({ name, on })
  }
  return { moved, unchanged }
}

const isOpen = ({ status }: Deadline): boolean => status === 'due' || status === 'overdue'

/** The deadline of a code that a file stands at: the first still open, else the last of them. */
export function standing(file: CaseFile, code: DeadlineCode): Deadline | null {
  const all = file.deadlines.filter((deadline) => deadline.code === code)
  return all.find(isOpen) ?? all.at(-1) ?? null
}

/** The deadlines that some column opens, meets, cancels or moves; a day already told by a date is not told twice. */
export function deadlinesMoved(files: readonly CaseFile[], told: ReadonlySet<DateName>): readonly MovedDeadline[] {
  const same = (code: DeadlineCode) => (a: Deadline | null, b: Deadline | null): boolean => {
    if (a === null || b === null) return a === b
    const date = DATE_OF_DEADLINE[code]
    const dated = date !== undefined && told.has(date)
    return a.status === b.status && a.metOn === b.metOn && (dated || a.dueOn === b.dueOn)
  }
  return DEADLINE_CODES.flatMap((code) => {
    const values = files.map((file) => standing(file, code))
    return differs(values, same(code)) ? [{ code, values }] : []
  })
}

/** Told by the day of the second payment and by the total: the payments one by one are on the file. */
const TOLD_ELSEWHERE: ReadonlySet<AmountName> = new Set<AmountName>(['bonusInstalments', 'aspBasis'])

const scalar = (amounts: Amounts, name: AmountName): string | number | boolean | null => {
  const value = amounts[name]
  return typeof value === 'object' ? null : value
}

/** The amounts and rights that some column moves. */
export function amountsMoved(files: readonly CaseFile[]): readonly MovedAmount[] {
  return AMOUNT_NAMES.filter((name) => !TOLD_ELSEWHERE.has(name)).flatMap((name) => {
    const values = files.map(({ amounts }) => scalar(amounts, name))
    if (!differs(values, (a, b) => a === b)) return []
    return [{ name, values, rule: files.findLast(({ amountExplanations }) => amountExplanations[name] !== undefined)?.amountExplanations[name]?.rule ?? null }]
  })
}

/** The lines of the balance, in the order they are read; those that are nothing in every column are left out. */
export const BALANCE_LINES = ['cspEnd', 'aspDays', 'unpaidDays', 'aspTotal', 'bonus', 'wageGap', 'total', 'areDaysAtEnd'] as const satisfies readonly (keyof Balance)[]
export type BalanceLine = (typeof BALANCE_LINES)[number]

export function balanceLines(balances: readonly Balance[]): readonly BalanceLine[] {
  const empty = (value: Balance[BalanceLine]): boolean => value === null || value === 0 || value === '0.00'
  return BALANCE_LINES.filter((line) => line === 'total' || balances.some((balance) => !empty(balance[line])))
}
