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

/** The files that some of these figures look at: what no figure counts need not be held against each of them. */
function lookedAt(asks: readonly Ask[], today: Day): Prisma.Sql {
  const stocks = asks.filter(({ definition }) => definition.kind === 'stock').map(({ definition, period }) => partSql(definition, 'of', period, today))
  const spans = new Map<DayField, { from: Day; to: Day }>()
  for (const { definition, period } of asks) {
    if (definition.kind === 'stock') continue
    const { first, come } = windowOf(definition, period, today)
    const known = spans.get(definition.anchor)
    spans.set(definition.anchor, { from: known === undefined ? first : earliest(known.from, first), to: known === undefined ? come : latest(known.to, come) })
  }
  const anchored = [...spans].map(([anchor, { from, to }]) => Prisma.sql`${Prisma.raw(`m.${columnOf(anchor)}`)} between ${isoOf(from)}::date and ${isoOf(to)}::date`)
  return Prisma.sql`(${Prisma.join([Prisma.sql`false`, ...stocks, ...anchored], ' or ')})`
}

/** Columns of one query: more would reach Postgres' limits on targets and parameters. */
const MOST_COLUMNS = 400

interface Column {
  readonly ask: number
  readonly counted: Counted
}

/**
 * Counts figures over a slice in one pass over its files, by group.
 * @param within a further condition over `m`, where the caller counts a part of them
 */
export async function countFiles(tx: Transaction, actor: Actor, slice: Slice, asks: readonly Ask[], by: GroupBy, today: Day, within: Prisma.Sql = Prisma.sql`true`): Promise<Tallies> {
  const columns = asks.flatMap((ask, index): Column[] => countsOf(ask.definition).map((counted) => ({ ask: index, counted })))
  const values = new Map<string, Map<string, string>>()
  for (let start = 0; start < columns.length; start += MOST_COLUMNS) {
    const some = columns.slice(start, start + MOST_COLUMNS)
    const aggregates = some.map(({ ask, counted }) => countSql(asks[ask]!, counted, today))
    const rows = await tx.$queryRaw<{ group: string; counts: string[] }[]>`
      select ${groupSql(by)} as group, array[${Prisma.join(aggregates)}] as counts
      from ${measuresFrom([...dimensionsOf(slice), ...(isPersonal(by) ? [by] : [])])}
      where ${every([sliceSql(actor, slice), within, lookedAt(asks, today)])} group by 1`
    for (const { group, counts } of rows) {
      const known = values.get(group) ?? new Map<string, string>()
      values.set(group, known)
      for (const [index, { ask, counted }] of some.entries()) known.set(`${ask} ${counted}`, counts[index] ?? '0')
    }
  }
  if (by === null && values.size === 0) values.set('', new Map())
  return new Map(
    [...values].map(([group, known]) => [group, asks.map(({ definition }, index): Tally => tallyOf(definition, (counted) => known.get(`${index} ${counted}`)))]),
  )
}

