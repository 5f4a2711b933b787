import type { Actor } from '../access/actor.ts'
import { reachOf } from '../access/can.ts'
import type { Day } from '../accord/calendar/day.ts'
import { placeSql } from '../cases/indicator-where.ts'
import { Prisma } from '../database/generated/client.ts'
import type { Transaction } from '../database/client.ts'
import type { Slice } from '../indicators/slices.ts'
import type { Ask, Tallies } from './asks.ts'
import { countCells } from './count-cells.ts'
import { countFiles, type GroupBy } from './count-files.ts'
import { dimensionsOf } from './scope.ts'

/** Basins from which adding cells is quicker than reading files. */
const MANY_BASINS = 10

async function isWide(tx: Transaction, actor: Actor, { place }: Slice): Promise<boolean> {
  if (place.level === 'basin') return false
  if (reachOf(actor, 'steering.read') === 'basins' && actor.basinIds.length < MANY_BASINS) return false
  const there = placeSql(place, Prisma.sql`b.basin_id`) ?? Prisma.sql`true`
  const [row] = await tx.$queryRaw<[{ many: boolean }]>`
    select count(*) >= ${MANY_BASINS} as many from (select from operator_basin b where b.operator_id = ${actor.operatorId}::uuid and ${there} limit ${MANY_BASINS}) as served`
  return row.many
}

/**
 * Counts figures over a slice: from cells where it is a wide place and nothing else, else from files. Both give the same.
 * @returns tallies by group, in the order of `asks`; without `by`, one group, `''`
 */
export async function count(tx: Transaction, actor: Actor, slice: Slice, asks: readonly Ask[], by: GroupBy, today: Day): Promise<Tallies> {
  const plain = slice.counsellor === null && dimensionsOf(slice).length === 0 && (by === null || by === 'basin') && ['basins', 'operator'].includes(reachOf(actor, 'steering.read'))
  if (plain && (await isWide(tx, actor, slice))) return countCells(tx, actor, slice.place, asks, by === 'basin' ? 'basin' : null, today)
  return countFiles(tx, actor, slice, asks, by, today)
}
