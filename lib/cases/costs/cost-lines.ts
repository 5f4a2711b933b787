// Lines of cost as the accounts, their list and their export read them: one condition for the three.
import { day, isoOf, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { scopeCondition } from '../../access/scope.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { every, placeSql } from '../indicator-where.ts'
import type { CostFilter } from './cost-params.ts'
import { standing, type CostLine } from './costs.ts'
import { held, supportedIn } from './held-days.ts'

/** A line with whose it is. */
export interface ListedCost extends Omit<CostLine, 'recordedBy' | 'recordedAt' | 'planLine' | 'id'> {
  readonly reference: string
  readonly lastName: string
  readonly firstName: string
  readonly basinName: string
  readonly counsellorName: string
}

/** Lines that stand, in the actor’s reach, over `cost_line l` and `case_file c`. */
export function costWhere(actor: Actor, { period, place, funder, kind, state, of, experiment }: CostFilter, today: Day): Prisma.Sql {
  const there = placeSql(place, Prisma.sql`c.basin_id`)
  return every([
    standing,
    scopeCondition(actor, 'c', 'money.read'),
    Prisma.sql`l.operator_id = c.operator_id and l.on_day between ${isoOf(period.from)}::date and ${isoOf(period.to)}::date`,
    ...(there === null ? [] : [there]),
    ...(funder === null ? [] : [Prisma.sql`l.funder = ${funder}`]),
    ...(kind === null ? [] : [Prisma.sql`l.kind = ${kind}`]),
    ...(state === null ? [] : [state === 'spent' ? Prisma.sql`l.state <> 'planned'` : Prisma.sql`l.state = ${state}`]),
    ...(experiment ? [Prisma.sql`c.entry_path = 'experiment'`] : []),
    ...(of === 'after' ? [Prisma.sql`not exists (select from (${held(Prisma.sql`m.case_id = c.id`)}) h where ${supportedIn(period, today)})`] : []),
  ])
}

/** How many lines there are, and what they add up to. */
export async function sumLines(tx: Transaction, actor: Actor, filter: CostFilter, today: Day): Promise<{ readonly lines: number; readonly amount: string }> {
  const [row] = await tx.$queryRaw<[{ lines: number; amount: string }]>`
    select count(*)::integer as lines, coalesce(sum(l.amount), 0)::numeric(14, 2)::text as amount
    from cost_line l join case_file c on c.id = l.case_id where ${costWhere(actor, filter, today)}`
  return row
}

/** Lines, the latest day first. */
export async function costLines(tx: Transaction, actor: Actor, filter: CostFilter, today: Day, { limit, offset }: { readonly limit: number; readonly offset: number }): Promise<readonly ListedCost[]> {
  const rows = await tx.$queryRaw<(Omit<ListedCost, 'on'> & { readonly on: string })[]>`
    select c.reference, p.last_name as "lastName", p.first_name as "firstName", b.name as "basinName", k.display_name as "counsellorName",
           l.kind, l.label, l.amount::text as amount, l.on_day::text as "on", l.funder, l.state
    from cost_line l join case_file c on c.id = l.case_id join person p on p.id = c.person_id join basin b on b.id = c.basin_id join account k on k.id = c.counsellor_id
    where ${costWhere(actor, filter, today)} order by l.on_day desc, l.id desc limit ${limit} offset ${offset}`
  return rows.map((row): ListedCost => ({ ...row, on: day(row.on) }))
}
