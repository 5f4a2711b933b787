// What all the files of an operator add up to on a day: for the days at the ends of a window, which fill no month. Kept from
// the first time that somebody reads them; a marked day is added up again from the files, never shifted by a difference.
import { isoOf, type Day } from '../accord/calendar/day.ts'
import { Prisma } from '../database/generated/client.ts'
import type { Transaction } from '../database/client.ts'
import { columnOf } from '../indicators/columns.ts'
import { anchorKey, CELLS, type CellDay } from './cells.ts'

/**
 * Holds the cells and days of an operator until the end of the transaction: whoever adds up takes this, and the marks that
 * come meanwhile wait for the next.
 */
export async function holdCells(tx: Transaction, operatorId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`indicator_cell ${operatorId}`}, 0))::text`
}

/** Adds up days of an anchor from the files, whether they were kept or not. For whoever holds the cells. */
async function addUpDays(tx: Transaction, operatorId: string, anchor: CellDay, days: readonly string[]): Promise<void> {
  const columns = CELLS.get(anchor)!
  const keys = columns.map(({ key }) => key)
  const day = Prisma.raw(`m.${columnOf(anchor)}`)
  await tx.$executeRaw`delete from indicator_day where operator_id = ${operatorId}::uuid and key = any(${keys}::text[]) and day = any(${[...days]}::date[])`
  await tx.$executeRaw`
    insert into indicator_day (operator_id, key, day, amount)
    select ${operatorId}::uuid, k.key, d.day, coalesce(k.amount, 0)
    from unnest(${[...days]}::date[]) as d (day)
    left join (
      select ${day} as day, array[${Prisma.join(columns.map(({ sql }) => Prisma.sql`(${sql})::numeric`))}] as amounts
      from case_measure m where m.operator_id = ${operatorId}::uuid and ${day} = any(${[...days]}::date[]) group by 1) s on s.day = d.day
    cross join lateral unnest(${keys}::text[], s.amounts) as k (key, amount)
    where k.amount <> 0 or k.key = ${anchorKey(anchor)}`
}

const byAnchor = (rows: readonly { readonly anchor: CellDay; readonly day: string }[]) => Map.groupBy(rows, ({ anchor }) => anchor)

/** Days of an anchor, both ends included, as ISO text. */
export interface DaySpan {
  readonly anchor: CellDay
  readonly from: string
  readonly to: string
}

const spansSql = (spans: readonly DaySpan[]) => Prisma.sql`jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as w (anchor text, "from" date, "to" date)`

/** Adds up again the days that are kept among those of some spans; the others are not asked for. For whoever holds the cells. */
export async function addUpKeptDays(tx: Transaction, operatorId: string, spans: readonly DaySpan[]): Promise<void> {
  const kept = await tx.$queryRaw<{ anchor: CellDay; day: string }[]>`
    select distinct w.anchor, x.day::text from ${spansSql(spans)}
    join indicator_day x on x.operator_id = ${operatorId}::uuid and x.key = '@' || w.anchor and x.day between w."from" and w."to"`
  for (const [anchor, days] of byAnchor(kept)) await addUpDays(tx, operatorId, anchor, days.map(({ day }) => day))
}

async function addUpMissingDays(tx: Transaction, operatorId: string, spans: readonly DaySpan[]): Promise<void> {
  await holdCells(tx, operatorId)
  // Somebody else may have added some up meanwhile.
  const missing = await tx.$queryRaw<{ anchor: CellDay; day: string }[]>`
    select distinct w.anchor, d.day::date::text as day from ${spansSql(spans)} cross join lateral generate_series(w."from", w."to", interval '1 day') as d (day)
    where not exists (select from indicator_day x where x.operator_id = ${operatorId}::uuid and x.key = '@' || w.anchor and x.day = d.day::date)`
  for (const [anchor, days] of byAnchor(missing)) await addUpDays(tx, operatorId, anchor, days.map(({ day }) => day))
}

/** An amount over a span of days of an anchor. */
export interface DayAmount {
  readonly key: string
  readonly anchor: CellDay
  readonly from: Day
  readonly to: Day
}

interface DayRow {
  readonly index: number
  readonly days: number
  readonly amount: string
}

/**
 * What some amounts add up to over days, in their order; days that nobody has read yet are added up and kept. The marks of
 * the operator have been worked off before.
 */
export async function sumDays(tx: Transaction, operatorId: string, wanted: readonly DayAmount[]): Promise<readonly number[]> {
  if (wanted.length === 0) return []
  const named = new Map<string, { readonly key: string; readonly from: string; readonly to: string }>()
  const nameOf = (key: string, { from, to }: Pick<DayAmount, 'from' | 'to'>) => {
    const name = `${key} ${from} ${to}`
    if (!named.has(name)) named.set(name, { key, from: isoOf(from), to: isoOf(to) })
    return name
  }
  const names = wanted.map((one) => nameOf(one.key, one))
  const spans = new Map(wanted.map((one) => [nameOf(anchorKey(one.anchor), one), one]))
  const asked = [...named.values()].map((one, index) => ({ index, ...one }))
  const at = new Map([...named.keys()].map((name, index) => [name, index]))
  const read = async () => {
    const rows = await tx.$queryRaw<DayRow[]>`
      select w.index, count(*)::integer as days, sum(x.amount)::text as amount
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as w (index integer, key text, "from" date, "to" date)
      join indicator_day x on x.operator_id = ${operatorId}::uuid and x.key = w.key and x.day between w."from" and w."to" group by 1`
    return new Map(rows.map((row) => [row.index, row]))
  }
  const missingIn = (rows: ReadonlyMap<number, DayRow>) => [...spans].flatMap(([name, { anchor, from, to }]): DaySpan[] => ((rows.get(at.get(name)!)?.days ?? 0) === to - from + 1 ? [] : [{ anchor, from: isoOf(from), to: isoOf(to) }]))
  let rows = await read()
  const missing = missingIn(rows)
  if (missing.length > 0) {
    await addUpMissingDays(tx, operatorId, missing)
    rows = await read()
  }
  return names.map((name) => Number(rows.get(at.get(name)!)?.amount ?? 0))
}
