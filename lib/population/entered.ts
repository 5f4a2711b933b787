import { addDays, type Day } from '../accord/index.ts'
import { CLOSED_STAGES } from '../cases/projection.ts'
import type { Chance } from './chance.ts'
import { drawEntry, type EntryMonth } from './entries.ts'
import { DAYS_TO_START, liveOn, type Life, type Setting } from './life.ts'
import { workingDayBefore } from './story.ts'

/**
 * Somebody who entered in these months, more of them where the country's were more, and whose file is live today, or over.
 * @param settingOn the setting of someone who enters on a day
 */
export function lifeOfEntry(chance: Chance, settingOn: (enteredOn: Day) => Setting, months: readonly EntryMonth[], wanted: 'live' | 'over'): Life {
  for (;;) {
    const enteredOn = drawEntry(chance, months)
    const proposedOn = workingDayBefore(addDays(enteredOn, -DAYS_TO_START))
    const life = liveOn(chance, settingOn(enteredOn), { proposedOn, ...(wanted === 'over' ? { course: { closedAfter: chance.whole(1, 20) } } : {}) })
    if (CLOSED_STAGES.includes(life.file.stage) === (wanted === 'over')) return life
  }
}
