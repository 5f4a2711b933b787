import type { Actor } from '../access/actor.ts'
import { reachOf } from '../access/can.ts'
import type { Day } from '../accord/calendar/day.ts'
import type { Transaction } from '../database/client.ts'
import type { Slice } from '../indicators/slices.ts'
import type { Ask, Tallies } from './asks.ts'
import { countCells, sizeInCells } from './count-cells.ts'
import { countFiles, type GroupBy } from './count-files.ts'
import { freshenCells } from './freshen.ts'
import { dimensionsOf } from './scope.ts'

/** Files of a place from which adding its cells is quicker than reading what falls in a period (measured, decision 330). */
const MANY_FILES = 300

/**
 * Counts figures over a slice: from cells where it is a wide place and nothing else, else from files. Both give the same.
 * @returns tallies by group, in the order of `asks`; without `by`, one group, `''`
 */
export async function count(tx: Transaction, actor: Actor, slice: Slice, asks: readonly Ask[], by: GroupBy, today: Day): Promise<Tallies> {
  const plain = slice.counsellor === null && dimensionsOf(slice).length === 0 && (by === null || by === 'basin') && ['basins', 'operator'].includes(reachOf(actor, 'steering.read'))
  if (plain && actor.operatorId !== null) {
    let size = await sizeInCells(tx, actor, slice.place)
    if (size.loaded && size.files < MANY_FILES) {
      await freshenCells(tx, actor.operatorId)
      size = await sizeInCells(tx, actor, slice.place)
    }
    if (size.files >= MANY_FILES) return countCells(tx, actor, slice.place, asks, by === 'basin' ? 'basin' : null, today)
  }
  return countFiles(tx, actor, slice, asks, by, today)
}
