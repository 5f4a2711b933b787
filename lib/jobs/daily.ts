import type { Day } from '../accord/calendar/day.ts'
import { advanceDueFiles } from '../cases/advance-day.ts'
import { fillMeasures } from '../cases/fill-measures.ts'
import { carryOutPlanned } from '../cases/handover/planned-handovers.ts'
import { applyPublishedTexts } from '../cases/texts/apply-text.ts'
import { civilDay } from '../clock/civil-day.ts'
import { inSystemTransaction, operatorsToVisit } from '../database/transactions.ts'
import { openDriver } from '../database/driver.ts'
import { freshenCells } from '../steering/freshen.ts'
import { makeEdition, type EditionMade } from '../steering/territory/edition.ts'

/** Files moved on before looking whether to stop. */
const STRIDE = 500

export interface DayTurned {
  readonly operator: string
  readonly today: Day
  readonly files: number
}

/**
 * Brings every operator's files to its own civil day. Running it again the same day finds nothing left.
 * @param stopped asked between strides; the rest is done next time
 */
export async function turnEveryDay(stopped: () => boolean = () => false): Promise<readonly DayTurned[]> {
  // A publication that was cut short is finished here, before the files it moves are derived again.
  await applyPublishedTexts()
  const turned: DayTurned[] = []
  for (const operator of await operatorsToVisit()) {
    const today = await civilDay(operator.timeZone)
    let files = 0
    let moved = STRIDE
    while (moved === STRIDE && !stopped()) {
      moved = await advanceDueFiles(operator.id, today, STRIDE)
      files += moved
    }
    await carryOutPlanned(operator.id, today)
    await fillMeasures(operator.id, today, stopped)
    await inSystemTransaction(operator.id, (tx) => freshenCells(tx, operator.id), { timeout: 300_000 })
    turned.push({ operator: operator.slug, today, files })
  }
  return turned
}

/**
 * Makes the edition of the figures across operators that is due today, in Paris. It counts as a role of its own, whose
 * address the worker alone is given (`STEERING_DATABASE_URL`).
 * @returns `null` where none is due; `no_address` where the worker was given none
 */
export async function countTerritories(): Promise<EditionMade | null | 'no_address'> {
  const url = process.env.STEERING_DATABASE_URL
  if (!url) return 'no_address'
  const today = await civilDay()
  const sql = openDriver(url)
  try {
    return await sql.begin('isolation level repeatable read', (transaction) => makeEdition(transaction, today))
  } finally {
    await sql.end()
  }
}
