import type { Day } from '../accord/calendar/day.ts'
import { advanceDueFiles } from '../cases/advance-day.ts'
import { fillMeasures } from '../cases/fill-measures.ts'
import { carryOutPlanned } from '../cases/handover/planned-handovers.ts'
import { applyPublishedTexts } from '../cases/texts/apply-text.ts'
import { computeTerritoryFigures } from '../cases/territory-figures.ts'
import { civilDay } from '../clock/civil-day.ts'
import { inSystemTransaction, operatorsToVisit } from '../database/transactions.ts'
import { freshenCells } from '../steering/cells.ts'

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

/** Counts the figures of territories for today, in Paris: they cross operators. */
export async function countTerritories(): Promise<number> {
  return computeTerritoryFigures(await civilDay())
}
