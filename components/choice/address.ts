/**
 * The address of a comparison is the comparison: everything asked stands in its query, so that a link
 * restores it. A query with empty answers is led to the one form it stands for.
 */
import { answerOf, saysOnly, settledAnswer, type PageQuery } from '@/components/ui/page-query.ts'
import type { EntryPath, Frame } from '@/lib/accord/file/frame.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { CARRIED, COMPARED_PATHS, questionsOn } from './questions.ts'

export const PUBLIC_CHOICE = '/accepter-ou-refuser'

/** What was typed, by the question's name; the empty ones left out. */
export type ChoiceAnswers = Readonly<Record<string, string>>

export function choiceHrefOfFile(reference: string): string {
  return `/dossiers/${encodeURIComponent(reference)}/accepter-ou-refuser`
}

/** The entry path asked about: the employer's, unless said otherwise. */
export function pathOf(answers: ChoiceAnswers): EntryPath {
  return COMPARED_PATHS.find((path) => path === answers['voie']) ?? 'employer'
}

/** Reads the page's query; `known` is the frame of a file, whose own figures are not asked again. */
export function readAnswers(query: PageQuery, locale: Locale, known: Frame | null = null): ChoiceAnswers {
  const answers: Record<string, string> = {}
  const path = known?.entryPath ?? pathOf({ voie: answerOf(query, 'voie') })
  for (const question of questionsOn(path, known)) {
    const typed = answerOf(query, question.field.path)
    if (typed !== '') answers[question.field.path] = settledAnswer(question.field, typed, locale)
  }
  if (known === null)
    for (const name of CARRIED) {
      const kept = answerOf(query, name)
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
export function isCanonical(query: PageQuery, answers: ChoiceAnswers): boolean {
  return saysOnly(query, Object.entries(answers))
}
