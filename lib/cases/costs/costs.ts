import { euro } from '../../accord/rules/money.ts'
import type { Day } from '../../accord/calendar/day.ts'
import type { Cost, CostState } from '../content/costs.ts'
import type { FieldErrorCode } from '../field-errors.ts'
import { Prisma } from '../../database/generated/client.ts'

/** A line of cost as it stands, with what it was before. The funder is a code that the list may no longer have. */
export interface CostLine extends Omit<Cost, 'funder' | 'on'> {
  readonly id: string
  readonly on: Day
  readonly funder: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** What was said of an expense before, and why it was changed. */
export interface PastCost extends CostLine {
  /** How it was left: it went further, was corrected, or was withdrawn. */
  readonly change: 'progress' | 'correction' | 'withdrawal'
  readonly reason: string | null
  readonly changedBy: string
  readonly changedAt: Date
}

/** Sums of lines by how far they have gone, euros as decimal text; `all` is the three together. */
export type CostSums = Readonly<Record<CostState | 'all', string>>

/** Why a line of cost is refused, at its field: the codes every form knows, and three of its own. */
export type CostErrorCode = FieldErrorCode | 'funder_closed' | 'before_csp' | 'not_experiment'
export type CostErrors = Readonly<Record<string, CostErrorCode>>

/** The sum of amounts in decimal text, exact to the cent. */
export function sumOf(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), euro(0)).toFixed(2)
}

/** The sums of lines, by state and in all. */
export function sumsOf(lines: readonly Pick<CostLine, 'state' | 'amount'>[]): CostSums {
  const of = (state: CostState) => sumOf(lines.filter((line) => line.state === state).map(({ amount }) => amount))
  return { planned: of('planned'), committed: of('committed'), paid: of('paid'), all: sumOf(lines.map(({ amount }) => amount)) }
}

/** Over a row `l` of `cost_line`: it stands, nothing took its place and it is not the end of a withdrawn one. */
export const standing = Prisma.sql`(l.change is distinct from 'withdrawal' and not exists (
  select from cost_line later where later.operator_id = l.operator_id and later.case_id = l.case_id and later.replaces = l.id))`

/** Over a row `h` of `held`: no line of cost that stands was ever noted for the file by an operator. */
export function withoutCost(operatorId: string | null): Prisma.Sql {
  return Prisma.sql`not exists (select from cost_line l where l.operator_id = ${operatorId}::uuid and l.case_id = h.case_id and ${standing})`
}
