import { isoOf, type Day } from '../accord/calendar/day.ts'
import { derive } from '../accord/index.ts'
import type { Actor } from '../access/actor.ts'
import { civilDay, moment } from '../clock/civil-day.ts'
import { inActorTransaction, inSystemTransaction } from '../database/transactions.ts'
import { keepFollowed } from './handover/keep-followed.ts'
import { lockDueFile, saveProjection, tellChange } from './locked-file.ts'
import { opensAgain } from './projection.ts'

/** Files moved on in one transaction: short enough that nobody waits for them. */
const BATCH = 50

/** Files that a read moves on by itself, at most; beyond, the daily job goes on behind. */
const MOST_BEFORE_A_READ = 1000

/**
 * Moves on the files whose day of change has come: silence becomes refusal, the CSP opens on its day and
 * ends at its term. Nothing is recorded, since nothing happened but time; a change of stage is journaled.
 * Done twice, the second finds nothing to do; done by two at once, each takes other files.
 * @returns how many files were moved on, at most `limit`
 */
export async function advanceDueFiles(operatorId: string, today: Day, limit: number): Promise<number> {
  let moved = 0
  while (moved < limit) {
    const at = await moment()
    const batch = Math.min(BATCH, limit - moved)
    const done = await inSystemTransaction(
      operatorId,
      async (tx) => {
        for (let count = 0; count < batch; count += 1) {
          const file = await lockDueFile(tx, today)
          if (file === null) return count
          const derived = derive(file.read.record, file.texts, file.settings, today)
          const row = opensAgain(file.row.stage, derived.stage) ? await keepFollowed(tx, file.row, { accountId: null, at }) : file.row
          await saveProjection(tx, row, file.read.record, derived, row.version)
          if (derived.stage !== row.stage) {
            await tellChange(tx, row, {
              action: 'time.passed',
              accountId: null,
              factId: null,
              at,
              version: row.version,
              detail: { day: isoOf(today), stage: { before: row.stage, after: derived.stage } },
            })
          }
        }
        return batch
      },
      { timeout: 60_000 },
    )
    moved += done
    if (done < batch) break
  }
  return moved
}

/**
 * What every read of files starts with: today, once the files whose day has come are up to date.
 * Where there is none, the usual case, it costs one look at an index.
 */
export async function turnTheDay(actor: Actor): Promise<Day> {
  const today = await civilDay(actor.timeZone)
  if (actor.operatorId === null) return today
  const [late] = await inActorTransaction(
    actor,
    (tx) => tx.$queryRaw<{ one: number }[]>`select 1 as one from case_file where next_change_on <= ${isoOf(today)}::date limit 1`,
  )
  if (late !== undefined) await advanceDueFiles(actor.operatorId, today, MOST_BEFORE_A_READ)
  return today
}
