import { derive } from '../accord/index.ts'
import type { Day } from '../accord/calendar/day.ts'
import { inSystemTransaction } from '../database/transactions.ts'
import { lockUnmeasuredFile, saveProjection } from './locked-file.ts'

const BATCH = 50

/**
 * Gives a line of measures to the files that have none: those kept before there were any. Stopped and begun again, it
 * goes on with those left.
 * @param stopped asked between batches
 * @returns how many files were given one
 */
export async function fillMeasures(operatorId: string, today: Day, stopped: () => boolean = () => false): Promise<number> {
  let filled = 0
  let done = BATCH
  while (done === BATCH && !stopped()) {
    done = await inSystemTransaction(
      operatorId,
      async (tx) => {
        for (let count = 0; count < BATCH; count += 1) {
          const file = await lockUnmeasuredFile(tx)
          if (file === null) return count
          await saveProjection(tx, file.row, file.read.record, derive(file.read.record, file.texts, file.settings, today), file.row.version)
        }
        return BATCH
      },
      { timeout: 60_000 },
    )
    filled += done
  }
  return filled
}
