import { addDays, day, derive, isoOf, shippedTexts, type Day, type EntryPath } from '@/lib/accord'
import { measure, type Measures } from '@/lib/indicators/measures.ts'
import { fact, frame, PLAIN_SETTINGS, type WrittenFact } from '@/tests/accord/a-file'

/** The CSP of a test begins on Monday 8 January 2024: twelve months end on 7 January 2025. */
export const START = '2024-01-08'

interface LifeTold {
  readonly start?: string
  readonly hiredOn?: string | null
  readonly today?: Day
  readonly path?: EntryPath
  readonly frame?: Readonly<Record<string, unknown>>
}

/** The line of measures of a file proposed 22 days before its CSP and accepted at once; further facts follow. */
export function life(facts: readonly WrittenFact[], { start = START, hiredOn = '2000-01-01', today = day('2026-06-30'), path = 'employer', frame: terms }: LifeTold = {}): Measures {
  const proposed = isoOf(addDays(day(start), -22))
  return lineOf([['proposal_handed_over', proposed], ['motive_notified', proposed], ['accepted', proposed], ...facts], frame(proposed, path, { hiredOn, ...terms }), today)
}

/** The line of measures of the facts told, and of no others. */
export function lineOf(facts: readonly WrittenFact[], told: ReturnType<typeof frame>, today: Day): Measures {
  const record = { frame: told, facts: facts.map(fact) }
  return measure(record, derive(record, shippedTexts, PLAIN_SETTINGS, today))
}
