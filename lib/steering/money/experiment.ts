// The experiment of ANI art. 4: who came in by it, what it costs beside its envelope, its bonus.
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { isoOf, parseDay, type Day } from '../../accord/calendar/day.ts'
import { asText, euro } from '../../accord/rules/money.ts'
import { turnTheDay } from '../../cases/advance-day.ts'
import { caseloadSearch, type AddressQuery } from '../../cases/caseload-params.ts'
import { costWhere } from '../../cases/costs/cost-lines.ts'
import { costSearch, readCostQuery, type CostFilter, type CostProblem } from '../../cases/costs/cost-params.ts'
import { ALLOWANCE_UNKNOWN, held, paidDays, supportedIn } from '../../cases/costs/held-days.ts'
import { FIRST_COST_DAY } from '../../cases/content/costs.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { placeText } from '../../indicators/slices.ts'
import { heldWhere, moneyBasins, moneyPlaceName, type AllowanceSum, type MoneyCell } from './accounts.ts'
import { areaOfZone, ENVELOPES, type ExperimentArea, type ExperimentText } from './experiment-areas.ts'

/** People counted, with the query of the list of files that counts the same. */
export interface Entries {
  readonly count: number
  readonly search: string
}

export interface ExperimentBasin {
  readonly code: string
  readonly name: string
  /** Whether the zone stands for one of the areas known; `null`: not among the sixteen. */
  readonly match: ExperimentArea['match']
  readonly entries: Entries
  readonly costs: MoneyCell
  readonly allowance: AllowanceSum
}

/** What the experiment costs under a text, beside what the text sets aside for the whole country. */
export interface ExperimentCost {
  readonly text: ExperimentText | 'unknown'
  readonly entries: number
  readonly costs: string
  readonly allowance: string
  readonly unknown: number
  readonly all: string
  /** What the text sets aside; `least` where it gives a range, nothing where the text is not known. */
  readonly envelope: { readonly least: string | null; readonly most: string } | null
}

export interface ExperimentView {
  readonly filter: CostFilter
  readonly problems: readonly CostProblem[]
  readonly placeName: string | null
  readonly today: Day
  readonly basins: readonly { readonly code: string; readonly name: string }[]
  readonly entries: Entries
  readonly byYear: readonly { readonly year: number; readonly entries: Entries }[]
  readonly byBasin: readonly ExperimentBasin[]
  readonly byText: readonly ExperimentCost[]
  readonly costs: MoneyCell
  readonly allowance: AllowanceSum
  readonly bonus: {
    /** Whose seventh month of support has begun, so that the bonus may be due; of the text that has it. */
    readonly reached: number
    /** What they would come to, if all were granted; decimal text. */
    readonly amount: string
    /** Noted as paid among the costs. */
    readonly paid: MoneyCell
  }
}

export type ExperimentOutcome = { readonly kind: 'view'; readonly view: ExperimentView } | { readonly kind: 'not_yours'; readonly place: string }

interface Row {
  readonly code: string
  readonly name: string
  readonly text: ExperimentText | 'unknown'
  readonly year: number
  readonly entries: number
  readonly costs: string
  readonly lines: number
  readonly days: number
  readonly supported: number
  readonly amount: string
  readonly unknown: number
  readonly reached: number
  readonly bonus: string
  readonly bonusLines: number
  readonly bonusPaid: string
}

const sum = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
const money = (rows: readonly Row[], of: (row: Row) => string) => asText(rows.reduce((total, row) => total.plus(of(row)), euro(0)))
const allowanceOf = (rows: readonly Row[]): AllowanceSum => ({ files: sum(rows, ({ supported }) => supported), unknown: sum(rows, ({ unknown }) => unknown), days: sum(rows, ({ days }) => days), amount: money(rows, ({ amount }) => amount) })

/** The experiment as the actor’s files tell it, from its first day to today where no span is asked; `null` for a role that follows no money. */
export async function experimentView(actor: Actor, query: AddressQuery): Promise<ExperimentOutcome | null> {
  if (!can(actor, 'money.read')) return null
  const today = await turnTheDay(actor)
  const { filter: asked, problems } = readCostQuery(query, { from: FIRST_COST_DAY, to: today })
  const filter: CostFilter = { ...asked, funder: null, kind: null, state: null, of: 'all', experiment: true }
  const { from, to } = filter.period
  return inActorTransaction(actor, async (tx): Promise<ExperimentOutcome> => {
    const basins = await moneyBasins(tx, actor)
    const placeName = await moneyPlaceName(tx, filter.place, basins)
    if (placeName === undefined) return { kind: 'not_yours', place: placeText(filter.place) }
    const rows = await tx.$queryRaw<Row[]>`
      with line as (
        select l.case_id, sum(l.amount) filter (where l.state <> 'planned') as costs, count(*) filter (where l.state <> 'planned') as lines,
               sum(l.amount) filter (where l.kind = 'experiment_bonus' and l.state = 'paid') as bonus, count(*) filter (where l.kind = 'experiment_bonus' and l.state = 'paid') as bonus_lines
        from cost_line l join case_file c on c.id = l.case_id where ${costWhere(actor, filter, today)} group by l.case_id
      ), h as (
        select h.*, ${supportedIn(filter.period, today)} as supported, ${paidDays(filter.period, today)} as days,
               (select m.entered_on from case_measure m where m.case_id = h.case_id) as entered_on
        from (${held(heldWhere(actor, filter))}) h
      )
      select b.code, b.name, case when h.regime_code is null then 'unknown' when h.regime_code = 'A0' then '2011' else '2015' end as text,
             extract(year from h.entered_on)::integer as year,
             count(*) filter (where h.entered_on between ${isoOf(from)}::date and least(${isoOf(to)}::date, ${isoOf(today)}::date))::integer as entries,
             coalesce(sum(line.costs), 0)::numeric(16, 2)::text as costs, coalesce(sum(line.lines), 0)::integer as lines,
             coalesce(sum(h.days) filter (where h.supported and not ${ALLOWANCE_UNKNOWN}), 0)::integer as days,
             count(*) filter (where h.supported)::integer as supported,
             coalesce(sum(h.days * h.asp_daily) filter (where h.supported and not ${ALLOWANCE_UNKNOWN}), 0)::numeric(16, 2)::text as amount,
             count(*) filter (where h.supported and ${ALLOWANCE_UNKNOWN})::integer as unknown,
             count(*) filter (where h.experiment_bonus_on between ${isoOf(from)}::date and least(${isoOf(to)}::date, ${isoOf(today)}::date))::integer as reached,
             coalesce(sum(h.experiment_bonus) filter (where h.experiment_bonus_on between ${isoOf(from)}::date and least(${isoOf(to)}::date, ${isoOf(today)}::date)), 0)::numeric(16, 2)::text as bonus,
             coalesce(sum(line.bonus_lines), 0)::integer as "bonusLines", coalesce(sum(line.bonus), 0)::numeric(16, 2)::text as "bonusPaid"
      from h join basin b on b.id = h.basin_id left join line on line.case_id = h.case_id
      group by 1, 2, 3, 4 order by b.name, b.code`
    const entriesOf = (some: readonly Row[], span: { readonly from: string; readonly to: string }, place = filter.place): Entries => ({
      count: sum(some, ({ entries }) => entries),
      search: caseloadSearch({ scope: 'all', indicator: 'entries', part: 'of', ...span, path: 'experiment', ...(place.level === 'nation' ? {} : { place: placeText(place) }) }),
    })
    const span = { from: isoOf(from), to: isoOf(to) }
    const years = [...new Set(rows.filter(({ entries }) => entries > 0).map(({ year }) => year))].toSorted((a, b) => a - b)
    const codes = [...new Set(rows.map(({ code }) => code))]
    const costsOf = (some: readonly Row[], of: CostFilter): MoneyCell => ({ lines: sum(some, ({ lines }) => lines), amount: money(some, ({ costs }) => costs), search: costSearch({ ...of, state: 'spent' }) })
    const bonusFilter: CostFilter = { ...filter, kind: 'experiment_bonus', state: 'paid' }
    return {
      kind: 'view',
      view: {
        filter,
        problems,
        placeName,
        today,
        basins: basins.map(({ code, name }) => ({ code, name })),
        entries: entriesOf(rows, span),
        byYear: years.map((year) => ({ year, entries: entriesOf(rows.filter((row) => row.year === year), within(year, from, to)) })),
        byBasin: codes.map((code) => {
          const some = rows.filter((row) => row.code === code)
          const place = { level: 'basin' as const, code }
          return { code, name: some[0]!.name, match: areaOfZone(code), entries: entriesOf(some, span, place), costs: costsOf(some, { ...filter, place }), allowance: allowanceOf(some) }
        }),
        byText: (['2011', '2015', 'unknown'] as const).flatMap((text): ExperimentCost[] => {
          const some = rows.filter((row) => row.text === text)
          if (some.length === 0 && text === 'unknown') return []
          const [costs, allowance] = [money(some, (row) => row.costs), money(some, ({ amount }) => amount)]
          return [{ text, entries: sum(some, ({ entries }) => entries), costs, allowance, unknown: sum(some, ({ unknown }) => unknown), all: asText(euro(costs).plus(allowance)), envelope: text === 'unknown' ? null : ENVELOPES[text] }]
        }),
        costs: costsOf(rows, filter),
        allowance: allowanceOf(rows),
        bonus: {
          reached: sum(rows, ({ reached }) => reached),
          amount: money(rows, ({ bonus }) => bonus),
          paid: { lines: sum(rows, ({ bonusLines }) => bonusLines), amount: money(rows, ({ bonusPaid }) => bonusPaid), search: costSearch(bonusFilter) },
        },
      },
    }
  })
}

/** The part of a year that a span holds. */
function within(year: number, from: Day, to: Day): { readonly from: string; readonly to: string } {
  const [first, last] = [parseDay(`${year}-01-01`) ?? from, parseDay(`${year}-12-31`) ?? to]
  return { from: isoOf(first < from ? from : first), to: isoOf(last > to ? to : last) }
}
