/**
 * The address of a comparison is the comparison: everything asked stands in its query, so that a link
 * restores it. A query with empty answers is led to the one form it stands for.
 */
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { EntryPath, Frame } from '@/lib/accord/file/frame.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { readTypedAmount } from '@/lib/wording/parse-amount.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { CARRIED, COMPARED_PATHS, questionsOn, type Question } from './questions.ts'

export const PUBLIC_CHOICE = '/accepter-ou-refuser'

/** What was typed, by the question's name; the empty ones left out. */
export type ChoiceAnswers = Readonly<Record<string, string>>
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Longer than any date, amount or code: what goes beyond is cut. */
const LONGEST = 60

export function choiceHrefOfFile(reference: string): string {
  return `/dossiers/${encodeURIComponent(reference)}/accepter-ou-refuser`
}

const first = (query: Query, name: string): string => {
  const value = query[name]
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').trim().slice(0, LONGEST).trimEnd()
}

/** An answer in its one form: an ISO day, decimal text; what could not be read stays as it was typed. */
function settled({ field }: Question, typed: string, locale: Locale): string {
  if (field.type === 'day') {
    const read = readTypedDay(typed)
    return read.ok ? isoOf(read.day) : typed
  }
  if (field.type === 'amount') {
    const read = readTypedAmount(typed, locale)
    return read.ok ? read.amount : typed
  }
  return typed
}

/** The entry path asked about: the employer's, unless said otherwise. */
export function pathOf(answers: ChoiceAnswers): EntryPath {
  return COMPARED_PATHS.find((path) => path === answers['voie']) ?? 'employer'
}

/** Reads the page's query; `known` is the frame of a file, whose own figures are not asked again. */
export function readAnswers(query: Query, locale: Locale, known: Frame | null = null): ChoiceAnswers {
  const answers: Record<string, string> = {}
  const path = known?.entryPath ?? pathOf({ voie: first(query, 'voie') })
  for (const question of questionsOn(path, known)) {
    const typed = first(query, question.field.path)
    if (typed !== '') answers[question.field.path] = settled(question, typed, locale)
  }
  if (known === null)
    for (const name of CARRIED) {
      const kept = first(query, name)
      if (kept !== '') answers[name] = kept
    }
  return answers
}

/** An address with some answers, in the order of the questions. */
export function withAnswers(base: string, answers: ChoiceAnswers, anchor = ''): string {
  const query = new URLSearchParams(answers).toString()
  return `${base}${query === '' ? '' : `?${query}`}${anchor === '' ? '' : `#${anchor}`}`
}

/** Whether a query is already the one form of its answers. */
export function isCanonical(query: Query, answers: ChoiceAnswers): boolean {
  const pairs = Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [`${name}=${value}`] : (value ?? []).map((one) => `${name}=${one}`)))
  return JSON.stringify(pairs.toSorted()) === JSON.stringify(Object.entries(answers).map(([name, value]) => `${name}=${value}`).toSorted())
}
