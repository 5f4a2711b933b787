// The accounts of ANI art. 22: what measures cost, who pays, what support comes to for each person, and the allowance beside.
import type { Actor } from '../../access/actor.ts'
import { can, reachOf } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { earliest, type Day } from '../../accord/calendar/day.ts'
import { asText, euro } from '../../accord/rules/money.ts'
import { turnTheDay } from '../../cases/advance-day.ts'
import type { AddressQuery } from '../../cases/caseload-params.ts'
import { costWhere } from '../../cases/costs/cost-lines.ts'
import { costSearch, readCostQuery, yearOf, type CostFilter, type CostProblem, type StateAsked } from '../../cases/costs/cost-params.ts'
import { withoutCost } from '../../cases/costs/costs.ts'
import type { CostState } from '../../cases/content/costs.ts'
import { ALLOWANCE_UNKNOWN, aroundSpan, held, paidDays, supportedIn } from '../../cases/costs/held-days.ts'
import { every, placeSql } from '../../cases/indicator-where.ts'
import { Prisma } from '../../database/generated/client.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { Period } from '../../indicators/period.ts'
import { periodsOffered, type PeriodOffered } from './presets.ts'
import { DEPARTMENTS } from '../../indicators/places.ts'
import { placeText, type Place } from '../../indicators/slices.ts'

/** A sum of lines, with the query that lists the same ones. */
export interface MoneyCell {
  readonly lines: number
  /** Euros, decimal text. */
  readonly amount: string
  readonly search: string
}

/** Sums by how far lines have gone, those committed or paid, and all of them. */
export type MoneyCells = Readonly<Record<StateAsked | 'all', MoneyCell>>

export interface MoneyLine {
  /** Code of the funder, or of what is paid. */
  readonly code: string
  readonly cells: MoneyCells
}

/** The allowance of some files in a span of days: an estimate, and how many files it leaves out. */
export interface AllowanceSum {
  readonly days: number
  readonly amount: string
  /** Files that have a day of support in the span; those whose allowance is not known, which are left out. */
  readonly files: number
  readonly unknown: number
}

export interface BasinMoney {
  readonly code: string
  readonly name: string
  readonly supported: number
  readonly supportedSearch: string
  readonly cells: MoneyCells
  /** Committed and paid, for each person supported in the span; `null` where nobody was. */
  readonly perPerson: string | null
  readonly allowance: AllowanceSum
}

export interface MoneyAccounts {
  readonly filter: CostFilter
  readonly problems: readonly CostProblem[]
  readonly today: Day
  readonly periods: readonly PeriodOffered[]
  /** The query of these accounts. */
  readonly search: string
  /** The place that the accounts are of, by name; `null` for all that the reader sees. */
  readonly placeName: string | null
  readonly basins: readonly { readonly code: string; readonly name: string }[]
  readonly total: MoneyCells
  readonly byFunder: readonly MoneyLine[]
  readonly byKind: readonly MoneyLine[]
  readonly byBasin: readonly BasinMoney[]
  readonly supported: number
  readonly supportedSearch: string
  readonly perPerson: string | null
  /** Persons supported in the span with no cost noted, ever. */
  readonly without: { readonly files: number; readonly search: string }
  /** Committed or paid in the span for persons no longer supported, or not yet. */
  readonly after: MoneyCell
  readonly allowance: AllowanceSum
  readonly unknownSearch: string
  /** The civil year that the span ends in, so far: art. 12 counts by year. */
  readonly year: { readonly period: Period; readonly allowance: AllowanceSum }
}

export type MoneyOutcome =
  | { readonly kind: 'accounts'; readonly accounts: MoneyAccounts }
  /** A place where the reader has no basin, or that does not exist. */
  | { readonly kind: 'not_yours'; readonly place: string }

interface SumRow {
  readonly code: string
  readonly state: CostState
  readonly lines: number
  readonly amount: string
}

function cellsOf(rows: readonly SumRow[], filter: CostFilter): MoneyCells {
  const cell = (state: StateAsked | null): MoneyCell => {
    const some = rows.filter((row) => state === null || (state === 'spent' ? row.state !== 'planned' : row.state === state))
    return {
      lines: some.reduce((sum, row) => sum + row.lines, 0),
      amount: asText(some.reduce((sum, row) => sum.plus(row.amount), euro(0))),
      search: costSearch({ ...filter, state }),
    }
  }
  return { planned: cell('planned'), committed: cell('committed'), paid: cell('paid'), spent: cell('spent'), all: cell(null) }
}

const grouped = (rows: readonly SumRow[]): ReadonlyMap<string, readonly SumRow[]> => Map.groupBy(rows, ({ code }) => code)
const larger = (a: MoneyLine, b: MoneyLine) => euro(b.cells.all.amount).comparedTo(a.cells.all.amount) || (a.code < b.code ? -1 : 1)

async function sumsBy(tx: Transaction, actor: Actor, filter: CostFilter, today: Day, code: Prisma.Sql): Promise<readonly SumRow[]> {
  return tx.$queryRaw<SumRow[]>`
    select ${code} as code, l.state, count(*)::integer as lines, sum(l.amount)::text as amount
    from cost_line l join case_file c on c.id = l.case_id join basin b on b.id = c.basin_id
    where ${costWhere(actor, filter, today)} group by 1, 2`
}

interface HeldRow {
  readonly code: string
  readonly files: number
  readonly days: number
  readonly amount: string
  readonly unknown: number
  readonly without: number
}

/** Persons supported in a span and what the allowance has paid them, by basin. */
async function heldByBasin(tx: Transaction, actor: Actor, filter: Pick<CostFilter, 'period' | 'place' | 'experiment'>, today: Day): Promise<readonly HeldRow[]> {
  return tx.$queryRaw<HeldRow[]>`
    select b.code, count(*)::integer as files,
           coalesce(sum(h.days) filter (where not ${ALLOWANCE_UNKNOWN}), 0)::integer as days,
           coalesce(sum(h.days * h.asp_daily) filter (where not ${ALLOWANCE_UNKNOWN}), 0)::numeric(16, 2)::text as amount,
           count(*) filter (where ${ALLOWANCE_UNKNOWN})::integer as unknown,
           count(*) filter (where ${withoutCost(actor.operatorId)})::integer as without
    from (select h.*, ${paidDays(filter.period, today)} as days from (${held(every([heldWhere(actor, filter), aroundSpan(filter.period)]))}) h where ${supportedIn(filter.period, today)}) h
    join basin b on b.id = h.basin_id group by b.code`
}

/** Files of the actor’s reach and of the place asked for, over `case_measure m` and `case_file c`. */
export function heldWhere(actor: Actor, { place, experiment }: Pick<CostFilter, 'place' | 'experiment'>): Prisma.Sql {
  const there = placeSql(place, Prisma.sql`m.basin_id`)
  return every([scopeCondition(actor, 'm', 'money.read'), ...(there === null ? [] : [there]), ...(experiment ? [Prisma.sql`m.entry_path = 'experiment'`] : [])])
}

const allowanceOf = (rows: readonly HeldRow[]): AllowanceSum => ({
  files: rows.reduce((sum, row) => sum + row.files, 0),
  unknown: rows.reduce((sum, row) => sum + row.unknown, 0),
  days: rows.reduce((sum, row) => sum + row.days, 0),
  amount: asText(rows.reduce((sum, row) => sum.plus(row.amount), euro(0))),
})

/** An amount for each of so many persons, to the cent; `null` for nobody. */
export function amountEach(amount: string, persons: number): string | null {
  return persons === 0 ? null : asText(euro(amount).dividedBy(persons))
}

/** The basins that an actor follows money in, by name. */
export async function moneyBasins(tx: Transaction, actor: Actor): Promise<readonly { readonly id: string; readonly code: string; readonly name: string }[]> {
  const own = reachOf(actor, 'money.read') === 'basins' ? Prisma.sql`and b.id = any(${[...actor.basinIds]}::uuid[])` : Prisma.empty
  return tx.$queryRaw`
    select b.id, b.code, b.name from basin b join operator_basin ob on ob.basin_id = b.id and ob.operator_id = ${actor.operatorId}::uuid where true ${own} order by b.name, b.code`
}

/** The name of a place where the actor follows money; `undefined` for one that has none of their basins. */
export async function moneyPlaceName(tx: Transaction, place: Place, basins: readonly { readonly id: string; readonly name: string }[]): Promise<string | null | undefined> {
  if (place.level === 'nation') return null
  const [row] = await tx.$queryRaw<{ name: string; region: string; department: string }[]>`
    select b.name, b.region_name as region, b.main_department_code as department from basin b
    where b.id = any(${basins.map(({ id }) => id)}::uuid[]) and ${placeSql(place, Prisma.sql`b.id`) ?? Prisma.sql`true`} order by b.name limit 1`
  if (row === undefined) return undefined
  return place.level === 'basin' ? row.name : place.level === 'region' ? row.region : (DEPARTMENTS[row.department]?.name ?? row.department)
}

/** The accounts that an address asks for, in the actor’s reach; `null` for a role that follows no money. */
export async function moneyAccounts(actor: Actor, query: AddressQuery): Promise<MoneyOutcome | null> {
  if (!can(actor, 'money.read')) return null
  const today = await turnTheDay(actor)
  const { filter: asked, problems } = readCostQuery(query, yearOf(today))
  const filter: CostFilter = { ...asked, funder: null, kind: null, state: null, of: 'all', experiment: false }
  return inActorTransaction(actor, async (tx): Promise<MoneyOutcome> => {
    const basins = await moneyBasins(tx, actor)
    const placeName = await moneyPlaceName(tx, filter.place, basins)
    if (placeName === undefined) return { kind: 'not_yours', place: placeText(filter.place) }
    const funders = await sumsBy(tx, actor, filter, today, Prisma.sql`l.funder`)
    const kinds = await sumsBy(tx, actor, filter, today, Prisma.sql`l.kind`)
    const places = await sumsBy(tx, actor, filter, today, Prisma.sql`b.code`)
    const after = await sumsBy(tx, actor, { ...filter, of: 'after' }, today, Prisma.sql`'after'`)
    const people = await heldByBasin(tx, actor, filter, today)
    const year = yearOf(earliest(filter.period.to, today))
    const sameYear = year.from === filter.period.from && year.to === filter.period.to
    const ofYear = sameYear ? people : await heldByBasin(tx, actor, { ...filter, period: year }, today)
    const total = cellsOf(funders, filter)
    const supported = people.reduce((sum, row) => sum + row.files, 0)
    return {
      kind: 'accounts',
      accounts: {
        filter,
        problems,
        today,
        periods: periodsOffered(filter, today),
        search: costSearch(filter),
        placeName,
        basins: basins.map(({ code, name }) => ({ code, name })),
        total,
        byFunder: [...grouped(funders)].map(([code, rows]) => ({ code, cells: cellsOf(rows, { ...filter, funder: code }) })).toSorted(larger),
        byKind: [...grouped(kinds)].map(([code, rows]) => ({ code, cells: cellsOf(rows, { ...filter, kind: code as CostFilter['kind'] }) })).toSorted(larger),
        byBasin: basinLines(basins, places, people, filter),
        supported,
        supportedSearch: costSearch(filter),
        perPerson: amountEach(total.spent.amount, supported),
        without: { files: people.reduce((sum, row) => sum + row.without, 0), search: costSearch({ ...filter, of: 'without' }) },
        after: cellsOf(after, { ...filter, of: 'after' }).spent,
        allowance: allowanceOf(people),
        unknownSearch: costSearch({ ...filter, of: 'unknown' }),
        year: { period: year, allowance: allowanceOf(ofYear) },
      },
    }
  })
}

function basinLines(
  basins: readonly { readonly code: string; readonly name: string }[], places: readonly SumRow[], people: readonly HeldRow[], filter: CostFilter,
): readonly BasinMoney[] {
  const byCode = grouped(places)
  return basins.flatMap(({ code, name }): BasinMoney[] => {
    const rows = byCode.get(code) ?? []
    const there = people.filter((row) => row.code === code)
    if (rows.length === 0 && there.length === 0) return []
    const own: CostFilter = { ...filter, place: { level: 'basin', code } }
    const cells = cellsOf(rows, own)
    const supported = there.reduce((sum, row) => sum + row.files, 0)
    return [{ code, name, supported, supportedSearch: costSearch(own), cells, perPerson: amountEach(cells.spent.amount, supported), allowance: allowanceOf(there) }]
  })
}
