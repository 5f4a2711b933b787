// The same figures as `count-files.ts`, for a slice that is a place and nothing else: cells for the months that lie in a
// window whole; for the days at its ends, totals by day or files.
import type { Actor } from '../access/actor.ts'
import { addDays, isoOf, type Day } from '../accord/calendar/day.ts'
import { conditionSql, every, placeSql } from '../cases/indicator-where.ts'
import { Prisma } from '../database/generated/client.ts'
import type { Transaction } from '../database/client.ts'
import { columnOf } from '../indicators/columns.ts'
import { EVERY } from '../indicators/conditions.ts'
import type { Definition } from '../indicators/definitions.ts'
import { monthStart, stockDay, wholeMonth, windowOf, type Period } from '../indicators/period.ts'
import type { Place } from '../indicators/slices.ts'
import { reachOf } from '../access/can.ts'
import { added, countsOf, tallyOf, type Ask, type Counted, type Tallies, type Tally } from './asks.ts'
import { anchorKey, cellKey, wholeMonths, type CellDay } from './cells.ts'
import { countFiles } from './count-files.ts'
import { sumDays } from './days.ts'
import { freshenCells } from './freshen.ts'
import { sliceSql } from './scope.ts'

/** An amount to be added: a cell's key over a span of days, for one count of one figure. */
interface Addend {
  readonly ask: number
  readonly counted: Counted
  readonly sign: 1 | -1
  readonly key: string
  readonly anchor: CellDay
  /** `null`: from the beginning. */
  readonly from: Day | null
  readonly to: Day
  /** What a file counts for, where the days at the ends are counted from files. */
  readonly of: Prisma.Sql
  readonly sum: string | null
}

function addendsOf({ definition, period }: Ask, ask: number, today: Day): Addend[] {
  const whole = (anchor: CellDay, from: Day | null, to: Day, sign: 1 | -1, counted: Counted): Addend => ({ ask, counted, sign, key: anchorKey(anchor), anchor, from, to, of: conditionSql(EVERY), sum: null })
  const stock = (day: Day, counted: Counted): Addend[] => [whole('enteredOn', null, day, 1, counted), whole('leftOn', null, day, -1, counted)]
  if (definition.workedInMonth) {
    const month = wholeMonth(period, today)
    return [
      ...stock(addDays(month.from, -1), 'of'),
      whole('enteredOn', month.from, month.to, 1, 'of'),
      { ...whole('enteredOn', month.from, month.to, 1, 'counted'), key: cellKey(definition, 'counted') },
    ]
  }
  if (definition.kind === 'stock') return stock(stockDay(period, today), 'of')
  const { first, last, come } = windowOf(definition, period, today)
  const of = conditionSql(definition.of)
  return countsOf(definition).flatMap((counted): Addend[] => {
    const span = { ask, counted, sign: 1 as const, anchor: definition.anchor, from: first, to: counted === 'come' ? come : last }
    switch (counted) {
      case 'base':
      case 'come':
        return [{ ...span, key: anchorKey(definition.anchor), of: conditionSql(EVERY), sum: null }]
      case 'of':
        return [{ ...span, key: cellKey(definition, 'of'), of, sum: null }]
      case 'counted':
        return [{ ...span, key: cellKey(definition, 'counted'), of: every([of, conditionSql(definition.counted ?? EVERY)]), sum: null }]
      case 'sum':
        return [{ ...span, key: cellKey(definition, 'sum'), of, sum: columnOf(definition.mean!) }]
    }
  })
}

const FIRST_DAY = '1900-01-01'
const iso = (day: Day | null) => (day === null ? FIRST_DAY : isoOf(day))

/** The basins that an actor steers by, in a place, as a condition over `indicator_cell x`. */
function cellScope(actor: Actor, place: Place): Prisma.Sql {
  const there = placeSql(place, Prisma.sql`x.basin_id`)
  const own = reachOf(actor, 'steering.read') === 'basins' ? Prisma.sql`x.basin_id = any(${[...actor.basinIds]}::uuid[])` : null
  return every([Prisma.sql`x.operator_id = ${actor.operatorId}::uuid`, ...(own === null ? [] : [own]), ...(there === null ? [] : [there])])
}

/** Whether every basin of the operator counts, as one: what they add up to is kept. */
function isWhole(actor: Actor, place: Place, by: 'basin' | null): boolean {
  return by === null && place.level === 'nation' && reachOf(actor, 'steering.read') !== 'basins'
}

/** Whether cells can answer: they know places and nothing of people. */
export function cellsAnswer(definition: Definition): boolean {
  return definition.silentFor === null
}

/** The size of a place, as its cells say it. */
export interface CellSize {
  /** Files that have entered: what reading them all would cost. */
  readonly files: number
  /** Whether whole months are marked, as after a bulk load: the cells may hold nothing yet. */
  readonly loaded: boolean
}

export async function sizeInCells(tx: Transaction, actor: Actor, place: Place): Promise<CellSize> {
  const [row] = await tx.$queryRaw<[CellSize]>`
    select coalesce(sum(x.amount), 0)::integer as files, exists (select from indicator_stale where operator_id = ${actor.operatorId}::uuid and anchor is null) as loaded
    from ${Prisma.raw(isWhole(actor, place, null) ? 'indicator_total' : 'indicator_cell')} x where x.key = ${anchorKey('enteredOn')} and ${cellScope(actor, place)}`
  return row
}

/** Counts figures over a place, by basin or in all, from cells that are freshened first. */
export async function countCells(tx: Transaction, actor: Actor, place: Place, asks: readonly Ask[], by: 'basin' | null, today: Day): Promise<Tallies> {
  if (actor.operatorId === null) return new Map()
  await freshenCells(tx, actor.operatorId)
  const celled = asks.flatMap((ask, index) => (cellsAnswer(ask.definition) ? addendsOf(ask, index, today) : []))
  const amounts = new Map<string, Map<string, number | string>>()
  const add = (group: string, { ask, counted, sign }: Addend, amount: string | number) => {
    const known = amounts.get(group) ?? new Map<string, number | string>()
    amounts.set(group, known)
    const name = `${ask} ${counted}`
    const before = known.get(name)
    known.set(name, counted === 'sum' ? added(before?.toString(), amount, sign) : Number(before ?? 0) + sign * Number(amount))
  }
  await addWholeMonths(tx, actor, place, celled, by, add)
  await addEnds(tx, actor, place, celled, by, add)
  const silent = asks.filter(({ definition }) => !cellsAnswer(definition))
  const others = silent.length === 0 ? null : await countFiles(tx, actor, { place, counsellor: null, where: {} }, silent, by, today)
  const groups = new Set([...amounts.keys(), ...(others?.keys() ?? []), ...(by === null ? [''] : [])])
  return new Map(
    [...groups].map((group) => [
      group,
      asks.map((ask, index): Tally => {
        const { definition } = ask
        if (!cellsAnswer(definition)) return others?.get(group)?.[silent.indexOf(ask)] ?? tallyOf(definition, () => 0)
        return tallyOf(definition, (counted) => amounts.get(group)?.get(`${index} ${counted}`))
      }),
    ]),
  )
}

type Add = (group: string, addend: Addend, amount: string | number) => void

async function addWholeMonths(tx: Transaction, actor: Actor, place: Place, addends: readonly Addend[], by: 'basin' | null, add: Add): Promise<void> {
  // Figures that count the same over the same months read it once.
  const spans = new Map<string, { readonly key: string; readonly from: string; readonly to: string; readonly addends: Addend[] }>()
  for (const addend of addends) {
    const span = monthsOf(addend)
    if (span === null) continue
    const name = `${addend.key} ${span.from} ${span.to}`
    const known = spans.get(name)
    if (known === undefined) spans.set(name, { key: addend.key, ...span, addends: [addend] })
    else known.addends.push(addend)
  }
  if (spans.size === 0) return
  const asked = [...spans.values()]
  const rows = await tx.$queryRaw<{ group: string; index: number; amount: string }[]>`
    select ${by === null ? Prisma.sql`''` : Prisma.sql`x.basin_id::text`} as group, w.index, sum(x.amount)::text as amount
    from jsonb_to_recordset(${JSON.stringify(asked.map(({ key, from, to }, index) => ({ index, key, from, to })))}::jsonb) as w (index integer, key text, "from" date, "to" date)
    join ${Prisma.raw(isWhole(actor, place, by) ? 'indicator_total' : 'indicator_cell')} x on x.key = w.key and x.month between w."from" and w."to"
    where ${cellScope(actor, place)} group by 1, 2`
  for (const { group, index, amount } of rows) for (const addend of asked[index]!.addends) add(group, addend, amount)
}

/** The months that an amount is of; from the beginning, every month before the one of the last day, and that one where it is whole. */
function monthsOf({ from, to }: Addend): { readonly from: string; readonly to: string } | null {
  const span = wholeMonths({ from: from ?? monthStart(to), to })
  if (from === null) return { from: FIRST_DAY, to: iso(span === null ? addDays(monthStart(to), -1) : to) }
  return span === null ? null : { from: iso(span.from), to: iso(span.to) }
}

/** An amount over days at the end of a window, which fill no month. */
interface End extends Period {
  readonly addend: number
}

function endsOf({ from, to }: Period): Period[] {
  if (to < from) return []
  const whole = wholeMonths({ from, to })
  if (whole === null) return [{ from, to }]
  return [...(whole.from > from ? [{ from, to: addDays(whole.from, -1) }] : []), ...(whole.to < to ? [{ from: addDays(whole.to, 1), to }] : [])]
}

/** Adds what falls on those days: of all the operator's basins, from what is kept of each day; elsewhere from the files. */
async function addEnds(tx: Transaction, actor: Actor, place: Place, addends: readonly Addend[], by: 'basin' | null, add: Add): Promise<void> {
  const ends = addends.flatMap((one, addend) => endsOf({ from: one.from ?? monthStart(one.to), to: one.to }).map((span): End => ({ addend, ...span })))
  if (ends.length === 0) return
  if (actor.operatorId !== null && isWhole(actor, place, by)) {
    const amounts = await sumDays(tx, actor.operatorId, ends.map(({ addend, from, to }) => ({ key: addends[addend]!.key, anchor: addends[addend]!.anchor, from, to })))
    for (const [index, { addend }] of ends.entries()) add('', addends[addend]!, amounts[index]!)
    return
  }
  const looks = [...Map.groupBy(ends, ({ addend, from, to }) => `${addends[addend]!.anchor} ${from} ${to}`).values()]
  const counted = looks.map((look, index) => {
    const { from, to } = look[0]!
    const aggregates = look.map(({ addend }) => {
      const { of, sum } = addends[addend]!
      return sum === null ? Prisma.sql`(count(*) filter (where ${of}))::text` : Prisma.sql`coalesce(sum(${Prisma.raw(`m.${sum}`)}) filter (where ${of}), 0)::text`
    })
    return Prisma.sql`
      select ${index}::integer as look, ${by === null ? Prisma.sql`''` : Prisma.sql`m.basin_id::text`} as group, array[${Prisma.join(aggregates)}] as counts
      from case_measure m
      where ${sliceSql(actor, { place, counsellor: null, where: {} })}
        and ${Prisma.raw(`m.${columnOf(addends[look[0]!.addend]!.anchor)}`)} between ${iso(from)}::date and ${iso(to)}::date group by 2`
  })
  const rows = await tx.$queryRaw<{ look: number; group: string; counts: string[] }[]>`${Prisma.join(counted, ' union all ')}`
  for (const { look, group, counts } of rows) for (const [position, { addend }] of looks[look]!.entries()) add(group, addends[addend]!, counts[position] ?? 0)
}
