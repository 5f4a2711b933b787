// What stands behind the accounts: their lines, and the persons they are about, with the same count and the same sum.
import { day, isoOf, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { turnTheDay } from '../../cases/advance-day.ts'
import type { AddressQuery } from '../../cases/caseload-params.ts'
import { costLines, sumLines, type ListedCost } from '../../cases/costs/cost-lines.ts'
import { costSearch, readCostQuery, yearOf, type CostFilter, type CostProblem } from '../../cases/costs/cost-params.ts'
import { standing, withoutCost } from '../../cases/costs/costs.ts'
import { ALLOWANCE_UNKNOWN, aroundSpan, held, paidDays, supportedIn } from '../../cases/costs/held-days.ts'
import { every } from '../../cases/indicator-where.ts'
import { Prisma } from '../../database/generated/client.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { placeText } from '../../indicators/slices.ts'
import { heldWhere, moneyBasins, moneyPlaceName } from './accounts.ts'

export const LINES_A_PAGE = 50

interface MoneyPage {
  readonly filter: CostFilter
  readonly problems: readonly CostProblem[]
  readonly placeName: string | null
  readonly today: Day
  /** The query of this list, without its page. */
  readonly search: string
  /** The accounts it comes from. */
  readonly accounts: string
  readonly page: number
  readonly total: number
}

export interface CostLinesPage extends MoneyPage {
  readonly amount: string
  readonly lines: readonly ListedCost[]
}

/** A person supported in a span: what was noted for them, and what the allowance has paid. */
export interface PersonMoney {
  readonly reference: string
  readonly lastName: string
  readonly firstName: string
  readonly basinName: string
  readonly first: Day
  /** `null` while the end is not known. */
  readonly last: Day | null
  /** Committed and paid in the span. */
  readonly spent: string
  readonly planned: string
  readonly days: number
  readonly daily: string | null
  /** `null` where it is not known. */
  readonly allowance: string | null
}

export interface PersonsPage extends MoneyPage {
  readonly spent: string
  readonly allowance: string
  readonly unknown: number
  readonly persons: readonly PersonMoney[]
}

export type Listed<Page> = { readonly kind: 'page'; readonly page: Page } | { readonly kind: 'not_yours'; readonly place: string }

async function opened<Page>(actor: Actor, query: AddressQuery, read: (tx: Transaction, head: Omit<MoneyPage, 'total'>) => Promise<Page>): Promise<Listed<Page> | null> {
  if (!can(actor, 'money.read')) return null
  const today = await turnTheDay(actor)
  const { filter, page, problems } = readCostQuery(query, yearOf(today))
  return inActorTransaction(actor, async (tx): Promise<Listed<Page>> => {
    const placeName = await moneyPlaceName(tx, filter.place, await moneyBasins(tx, actor))
    if (placeName === undefined) return { kind: 'not_yours', place: placeText(filter.place) }
    return { kind: 'page', page: await read(tx, { filter, problems, placeName, today, page, search: costSearch(filter), accounts: costSearch({ ...filter, funder: null, kind: null, state: null, of: 'all', experiment: false }) }) }
  })
}

/** The page asked for, or the last one there is. */
const pageWithin = (asked: number, total: number) => Math.min(asked, Math.max(1, Math.ceil(total / LINES_A_PAGE)))

/** The lines of cost behind a sum; `null` for a role that follows no money. */
export function costLinesPage(actor: Actor, query: AddressQuery): Promise<Listed<CostLinesPage> | null> {
  return opened(actor, query, async (tx, head) => {
    const { lines: total, amount } = await sumLines(tx, actor, head.filter, head.today)
    const page = pageWithin(head.page, total)
    return { ...head, page, total, amount, lines: await costLines(tx, actor, head.filter, head.today, { limit: LINES_A_PAGE, offset: (page - 1) * LINES_A_PAGE }) }
  })
}

function personsFrom(actor: Actor, filter: CostFilter, today: Day): Prisma.Sql {
  const { period, of } = filter
  const kept =
    of === 'unknown' ? ALLOWANCE_UNKNOWN
    : of === 'without' ? withoutCost(actor.operatorId)
    : Prisma.sql`true`
  return Prisma.sql`
    (select h.*, ${paidDays(period, today)} as days from (${held(every([heldWhere(actor, filter), aroundSpan(period)]))}) h where ${supportedIn(period, today)}) h
    left join lateral (
      select coalesce(sum(l.amount) filter (where l.state <> 'planned'), 0) as spent, coalesce(sum(l.amount) filter (where l.state = 'planned'), 0) as planned
      from cost_line l where l.operator_id = ${actor.operatorId}::uuid and l.case_id = h.case_id and l.on_day between ${isoOf(period.from)}::date and ${isoOf(period.to)}::date and ${standing}
    ) l on true
    where ${kept}`
}

/** The persons supported in a span, the dearest first; `null` for a role that follows no money. */
export function supportedPersons(actor: Actor, query: AddressQuery): Promise<Listed<PersonsPage> | null> {
  return opened(actor, query, async (tx, head) => {
    const from = personsFrom(actor, head.filter, head.today)
    const [sums] = await tx.$queryRaw<[{ total: number; spent: string; allowance: string; unknown: number }]>`
      select count(*)::integer as total, coalesce(sum(l.spent), 0)::numeric(16, 2)::text as spent,
             coalesce(sum(h.days * h.asp_daily) filter (where not ${ALLOWANCE_UNKNOWN}), 0)::numeric(16, 2)::text as allowance,
             count(*) filter (where ${ALLOWANCE_UNKNOWN})::integer as unknown
      from ${from}`
    const page = pageWithin(head.page, sums.total)
    const rows = await tx.$queryRaw<(Omit<PersonMoney, 'first' | 'last'> & { readonly first: string; readonly last: string | null })[]>`
      select h.reference, p.last_name as "lastName", p.first_name as "firstName", b.name as "basinName", h.first::text as first, nullif(h.last, 'infinity')::text as last,
             l.spent::numeric(16, 2)::text as spent, l.planned::numeric(16, 2)::text as planned, coalesce(h.days, 0) as days, h.asp_daily::text as daily,
             case when ${ALLOWANCE_UNKNOWN} then null else (h.days * coalesce(h.asp_daily, 0))::numeric(16, 2)::text end as allowance
      from (select h.*, l.spent, l.planned from ${from}) h
      join lateral (select h.spent, h.planned) l on true
      join person p on p.id = h.person_id join basin b on b.id = h.basin_id
      order by l.spent desc, p.last_name, p.first_name, h.reference limit ${LINES_A_PAGE} offset ${(page - 1) * LINES_A_PAGE}`
    return { ...head, page, ...sums, persons: rows.map(({ first, last, ...row }) => ({ ...row, first: day(first), last: last === null ? null : day(last) })) }
  })
}
