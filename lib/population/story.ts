import { addDays, dayOfFact, derive, holidayOn, shippedTexts, weekdayOf, type CaseFile, type Day, type Fact, type Frame, type Settings } from '../accord/index.ts'
import { fold } from '../accord/file/derive.ts'
import { termOf } from '../accord/file/progress.ts'
import type { Chance } from './chance.ts'
import type { Person } from './people.ts'
import { contentOf, type Content } from './words.ts'

/** A fact with the words kept beside it. */
export interface Told {
  readonly fact: Fact
  readonly content: Content | null
}

/** A life being written, from its first fact to its last, whatever today is: today cuts it afterwards. */
export interface Story {
  readonly chance: Chance
  readonly person: Person
  readonly frame: Frame
  readonly settings: Settings
  /** A day after the end of the life, from which all of it is past. */
  readonly afterwards: Day
  readonly told: Told[]
}

/** The file as the law sees it once everything told has happened. */
export function asTold(story: Story): CaseFile {
  return derive({ frame: story.frame, facts: story.told.map(({ fact }) => fact) }, shippedTexts, story.settings, story.afterwards)
}

/** The dates that a life being written needs before it goes on: cheaper than the whole file. */
export function begun(story: Story): { readonly start: Day | null; readonly contractEnd: Day | null; readonly annulled: boolean } {
  const { progress } = fold({ frame: story.frame, facts: story.told.map(({ fact }) => fact) }, shippedTexts, story.settings, story.afterwards)
  const term = termOf(progress)
  return {
    start: term?.start ?? null,
    contractEnd: term === null || story.frame.entryPath !== 'employer' ? null : (progress.reflection?.end ?? null),
    annulled: progress.annulledOn !== null,
  }
}

/** Adds a fact that the law is known to admit where it is told: the whole life is judged once, at its end. */
export function tell(story: Story, fact: Fact, content: Content | null = contentOf(story.chance, fact.kind, story.person, dayOfFact(fact))): void {
  story.told.push({ fact, content })
}

/** Adds a fact if the law admits it with all that was told; says whether it did. */
export function tellIfAdmitted(story: Story, fact: Fact): boolean {
  const facts = [...story.told.map((line) => line.fact), fact]
  if (fold({ frame: story.frame, facts }, shippedTexts, story.settings, story.afterwards).refusals.length > 0) return false
  tell(story, fact)
  return true
}

/** Whether offices are open. */
export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) <= 5 && holidayOn(day) === null
}

/** The day itself, or the next on which offices are open. */
export function workingDay(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, 1)
  return found
}

/** The day itself, or the last before it on which offices are open. */
export function workingDayBefore(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}
