import type { Day } from '../calendar/day.ts'
import type { CaseFile, DateName, DeadlineCode, Stage, WordValue, WordValues } from '../file/case-file.ts'
import type { AspStopCause, ExitMotive, FactKind, FollowUpSituation, LeaveCause } from '../file/facts.ts'
import type { EntryPath, ProcedureType } from '../file/frame.ts'
import type { HolidayName } from '../calendar/holidays.ts'
import { formatAmount } from './amount-words.ts'
import { formatDay, formatDayLong, formatDays } from './day-words.ts'
import type { EstimateWords } from './estimate-words.ts'
import type { Locale } from './locale.ts'

/** The values of a sentence, read in the form that the sentence wants. */
export interface Words {
  /** `lun. 8 sept. 2025`. */
  readonly day: (name: string) => string
  /** `14 jours`. */
  readonly days: (name: string) => string
  readonly number: (name: string) => number
  /** An amount kept as decimal text: `1 234,56 €`. */
  readonly amount: (name: string) => string
  readonly text: (name: string) => string
  readonly known: (name: string) => boolean
}

export type Template = (words: Words) => string

export interface DeadlineWords {
  /** The noun, for a list of deadlines. */
  readonly label: string
  /** The act, for a button and a line of work. */
  readonly act: string
  /** What is lost or gained, in one line. */
  readonly why: string
}

export interface RefusalWords {
  readonly message: Template
  /** What would be admissible; `null` where nothing would. */
  readonly remedy: Template | null
}

export interface StepWords {
  readonly label: Template
  readonly effect: Template | null
}

/** Everything the law says, in one language. Both languages have the same keys: the type holds it. */
export interface WordBook<Refusals extends string = string, Alerts extends string = string, Steps extends string = string> {
  readonly stages: Readonly<Record<Stage, string>>
  readonly dates: Readonly<Record<DateName, string>>
  readonly deadlines: Readonly<Record<DeadlineCode, DeadlineWords>>
  readonly causes: Readonly<Record<LeaveCause | 'work', string>>
  readonly aspCauses: Readonly<Record<AspStopCause, string>>
  readonly motives: Readonly<Record<ExitMotive, string>>
  readonly situations: Readonly<Record<FollowUpSituation, string>>
  readonly contracts: Readonly<Record<'cdi' | 'cdd' | 'temp', string>>
  readonly kinds: Readonly<Record<FactKind, string>>
  readonly holidays: Readonly<Record<HolidayName, string>>
  readonly procedures: Readonly<Record<ProcedureType, string>>
  readonly paths: Readonly<Record<EntryPath, string>>
  readonly texts: Readonly<Record<string, string>>
  readonly refusals: Readonly<Record<Refusals, RefusalWords>>
  readonly alerts: Readonly<Record<Alerts, Template>>
  readonly steps: Readonly<Record<Steps, StepWords>>
  readonly estimates: EstimateWords
  /** A sentence to read aloud to the person, for each date; the file gives what it needs. */
  readonly aloud: Readonly<Record<DateName, (file: CaseFile, words: Words) => string>>
  /** What would change each date. */
  readonly changes: Readonly<Record<DateName, readonly string[]>>
}

export function wordsOf(values: WordValues, locale: Locale, named: (name: string, value: WordValue, values: WordValues) => string | null): Words {
  const read = (name: string): WordValue => values[name] ?? null
  return {
    day: (name) => {
      const value = read(name)
      return typeof value === 'number' ? formatDay(value as Day, locale) : ''
    },
    days: (name) => formatDays(Number(read(name) ?? 0), locale),
    number: (name) => Number(read(name) ?? 0),
    amount: (name) => formatAmount(String(read(name) ?? '0'), locale),
    text: (name) => named(name, read(name), values) ?? String(read(name) ?? ''),
    known: (name) => read(name) !== null,
  }
}

/** A date of the file in full, for a sentence read aloud: `lundi 8 septembre 2025`. */
export function longDay(value: Day | null, locale: Locale): string {
  return value === null ? '' : formatDayLong(value, locale)
}

/**
 * A number that the file's text fixes for a date, read from the step that applies it (`days`, `months`,
 * `years`): an added text may change it, and a sentence must not say another's.
 */
export function fixedNumber(file: CaseFile, name: DateName, unit: 'days' | 'months' | 'years'): number {
  const step = file.explanations[name]?.steps.find(({ values }) => typeof values[unit] === 'number')
  return Number(step?.values[unit] ?? 0)
}
