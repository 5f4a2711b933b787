import { addDays, day, dayOfFact, type Day } from '../accord/index.ts'
import { chanceOf } from './chance.ts'
import { employerOf } from './employers.ts'
import { entryMonths, FIRST_ENTRY } from './entries.ts'
import { DAYS_TO_START, liveOn, type Life } from './life.ts'
import { drawSector } from './trades.ts'

/** Lives drawn to know how long a file stays open. */
const SAMPLE = 300

/** The day from which a file is over for good. */
function overOn({ told, file }: Life): Day | null {
  const ending = told.find(({ fact }) => fact.kind === 'file_closed' || fact.kind === 'exclusion_decided' || fact.kind === 'annulled')
  if (ending !== undefined) return dayOfFact(ending.fact)
  return file.stage === 'refused' ? file.dates.reflectionEnd : null
}

let kept: readonly number[] | undefined

/** Days from the entry after which each life of a sample is over. */
function lifetimes(): readonly number[] {
  if (kept !== undefined) return kept
  const draw = chanceOf('lifetimes')
  const companies = Array.from({ length: 20 }, () => employerOf(draw, drawSector(draw)))
  const settings = { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: 30, followUpIntervalDays: 30 } as const
  kept = Array.from({ length: SAMPLE }, (_, index) => {
    const chance = chanceOf('lifetimes', index)
    const enteredOn = addDays(day('2022-03-01'), chance.whole(0, 364))
    const life = liveOn(chance, { commune: '', companies, settings, today: day('2026-01-01'), contactGap: 200 }, { proposedOn: addDays(enteredOn, -DAYS_TO_START), course: { closedAfter: chance.whole(1, 20) } })
    return (overOn(life) ?? enteredOn) - enteredOn
  })
  return kept
}

/** How many of a hundred files are still open some days after the entry, as a share. */
export function openShare(daysSinceEntry: number): number {
  const all = lifetimes()
  return all.filter((lasted) => lasted > daysSinceEntry).length / all.length
}

/**
 * The first entry of a population in which so many files are live, and so many over: entries being the country's,
 * live files say how large a part of it this is, and past ones since when.
 */
export function firstEntry(active: number, past: number, today: Day): Day {
  if (active === 0) return FIRST_ENTRY
  const months = entryMonths(FIRST_ENTRY, today).toReversed()
  const openIn = months.map(({ from, to, entries }) => entries * openShare(today - Math.floor((from + to) / 2)))
  const wanted = (past / active) * openIn.reduce((sum, open) => sum + open, 0)
  let over = 0
  for (const [index, { from, to, entries }] of months.entries()) {
    const here = entries - (openIn[index] ?? 0)
    if (over + here >= wanted) return addDays(to, -Math.floor(((wanted - over) / Math.max(here, 1)) * (to - from)))
    over += here
  }
  return FIRST_ENTRY
}
