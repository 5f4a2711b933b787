// Figures counted from the lines of files: exact for any slice, quick for one that holds some thousands of them.
import { dimensionSql, every, partSql } from '../cases/indicator-where.ts'
import { columnOf } from '../indicators/columns.ts'
import { Prisma } from '../database/generated/client.ts'
import type { Transaction } from '../database/client.ts'
import type { Actor } from '../access/actor.ts'
import { earliest, isoOf, latest, type Day } from '../accord/calendar/day.ts'
import type { DayField } from '../indicators/conditions.ts'
import { windowOf } from '../indicators/period.ts'
import { PERSON_DIMENSIONS, UNKNOWN, type Dimension, type PersonDimension, type Slice } from '../indicators/slices.ts'
import { countsOf, tallyOf, type Ask, type Counted, type Tallies, type Tally } from './asks.ts'
import { dimensionsOf, measuresFrom, sliceSql } from './scope.ts'

/** What a figure is cut by. */
export type GroupBy = Dimension | null

function isPersonal(by: GroupBy): by is PersonDimension {
  return by !== null && PERSON_DIMENSIONS.includes(by as PersonDimension)
}

function groupSql(by: GroupBy): Prisma.Sql {
  if (by === null) return Prisma.sql`''::text`
  if (by === 'basin') return Prisma.sql`m.basin_id::text`
  if (by === 'counsellor') return Prisma.sql`m.counsellor_id::text`
  if (by === 'motive') return Prisma.sql`coalesce(m.exit_motive, ${UNKNOWN})`
  return Prisma.sql`coalesce(${dimensionSql[by]}, ${UNKNOWN})`
}

/** One count of a figure, as an aggregate over `case_measure m`. */
function countSql({ definition, period }: Ask, counted: Counted, today: Day): Prisma.Sql {
  if (counted !== 'sum') return Prisma.sql`(count(*) filter (where ${partSql(definition, counted, period, today)}))::text`
  return Prisma.sql`coalesce(sum(${Prisma.raw(`m.${columnOf(definition.mean!)}`)}) filter (where ${partSql(definition, 'of', period, today)}), 0)::text`
}

/** Figures that look at the same files: those of an anchor over all their periods, or the stocks. */
interface Look {
  readonly where: Prisma.Sql
  readonly asks: number[]
}

/** What figures look at: a file is held against the figures that may count it, not against all of them. */
function looksOf(asks: readonly Ask[], today: Day): readonly Look[] {
  const stocks: number[] = []
  const anchored = new Map<DayField, { from: Day; to: Day; readonly asks: number[] }>()
  for (const [index, { definition, period }] of asks.entries()) {
    if (definition.kind === 'stock') {
      stocks.push(index)
      continue
    }
    const { first, come } = windowOf(definition, period, today)
    const known = anchored.get(definition.anchor)
    if (known === undefined) anchored.set(definition.anchor, { from: first, to: come, asks: [index] })
    else {
      known.from = earliest(known.from, first)
      known.to = latest(known.to, come)
      known.asks.push(index)
    }
  }
  const present = stocks.map((index) => partSql(asks[index]!.definition, 'of', asks[index]!.period, today))
  return [
    ...(stocks.length === 0 ? [] : [{ where: Prisma.sql`(${Prisma.join(present, ' or ')})`, asks: stocks }]),
    ...[...anchored].map(([anchor, { from, to, asks: own }]) => ({ where: Prisma.sql`${Prisma.raw(`m.${columnOf(anchor)}`)} between ${isoOf(from)}::date and ${isoOf(to)}::date`, asks: own })),
  ]
}

interface Column {
  readonly ask: number
  readonly counted: Counted
}

/**
 * Counts figures over a slice in one pass over its files, by group.
 * @param within a further condition over `m`, where the caller counts a part of them
 */
export async function countFiles(tx: Transaction, actor: Actor, slice: Slice, asks: readonly Ask[], by: GroupBy, today: Day, within: Prisma.Sql = Prisma.sql`true`): Promise<Tallies> {
  const looks = looksOf(asks, today)
  const values = new Map<string, Map<string, string>>()
  if (looks.length > 0) {
    const columnsOf = looks.map((look) => look.asks.flatMap((ask): Column[] => countsOf(asks[ask]!.definition).map((counted) => ({ ask, counted }))))
    const counts = (look: number) => Prisma.sql`${look}::integer as look, array[${Prisma.join(columnsOf[look]!.map((column) => countSql(asks[column.ask]!, column.counted, today)))}] as counts`
    const slices = Prisma.sql`${measuresFrom([...dimensionsOf(slice), ...(isPersonal(by) ? [by] : [])])} where ${every([sliceSql(actor, slice), within])}`
    const [one, ...others] = looks
    // Files that several looks may count are read once, and held against each.
    const query = others.length === 0
      ? Prisma.sql`select ${groupSql(by)} as group, ${counts(0)} from ${slices} and ${one!.where} group by 1`
      : Prisma.sql`
        with files as materialized (select m.*, ${groupSql(by)} as grouped from ${slices} and (${Prisma.join(looks.map(({ where }) => where), ' or ')}))
        ${Prisma.join(looks.map(({ where }, look) => Prisma.sql`select m.grouped as group, ${counts(look)} from files m where ${where} group by 1`), ' union all ')}`
    const rows = await tx.$queryRaw<{ group: string; look: number; counts: string[] }[]>(query)
    for (const { group, look, counts: counted } of rows) {
      const known = values.get(group) ?? new Map<string, string>()
      values.set(group, known)
      for (const [index, column] of columnsOf[look]!.entries()) known.set(`${column.ask} ${column.counted}`, counted[index] ?? '0')
    }
  }
  if (by === null && values.size === 0) values.set('', new Map())
  return new Map(
    [...values].map(([group, known]) => [group, asks.map(({ definition }, index): Tally => tallyOf(definition, (counted) => known.get(`${index} ${counted}`)))]),
  )
}

