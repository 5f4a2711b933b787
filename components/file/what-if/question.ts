import type { Day } from '@/lib/accord/calendar/day.ts'
import type { FieldProblem } from '@/components/ui/error-summary.tsx'
import type { FieldErrors } from '@/lib/cases/field-errors.ts'
import type { WhatIfQuestion } from '@/lib/cases/views/what-if.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import type { ActField } from '../acts/definition.ts'
import { fieldMessage, typingMessage } from '../acts/error-words.ts'
import { actOf } from '../acts/index.ts'
import { readActForm } from '../acts/read-form.ts'
import { fieldName, SEEN_ON, type SupposedText, type WhatIfAddress } from './address.ts'

/** The questions of an act that the law looks at: what is kept beside a fact is not asked of a supposed one. */
export function legalFields(kind: string): readonly ActField[] {
  return (actOf(kind)?.fields ?? []).filter(({ path }) => !path.startsWith('content.'))
}

function formOf({ answers }: SupposedText): FormData {
  const form = new FormData()
  for (const [path, answer] of Object.entries(answers)) form.set(path, answer)
  return form
}

export interface ReadQuestion {
  readonly question: WhatIfQuestion
  /** What could not be read, at its field. */
  readonly problems: readonly FieldProblem[]
}

/** Reads an address into what the file is asked; with something that could not be read, nothing is asked. */
export function readQuestion(address: WhatIfAddress, locale: Locale): ReadQuestion {
  const problems: FieldProblem[] = []
  const facts = address.facts.map((supposed, index) => {
    const { terms, errors } = readActForm({ fields: legalFields(supposed.kind) }, formOf(supposed), locale)
    for (const [path, error] of Object.entries(errors)) problems.push({ field: fieldName(index + 1, path), message: typingMessage(error, locale) })
    return { kind: supposed.kind, terms }
  })
  const seen = readTypedDay(address.seenOn)
  if (!seen.ok && seen.code !== 'empty') problems.push({ field: SEEN_ON, message: typingMessage({ of: 'day', typed: seen }, locale) })
  const later = /^\d{1,3}$/u.test(address.later) ? Number(address.later) : null
  const question: WhatIfQuestion =
    problems.length > 0 ? { facts: [], laterBy: null, seenOn: null } : { facts, laterBy: later, seenOn: seen.ok ? seen.day : null }
  return { question, problems }
}

/** What the query refused, at its field. */
export function queryProblems(errors: FieldErrors, today: Day, locale: Locale): readonly FieldProblem[] {
  return Object.entries(errors).map(([path, code]) => ({ field: path === 'seenOn' ? SEEN_ON : path, message: fieldMessage(code, today, locale) }))
}
