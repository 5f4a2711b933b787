import type { BothLanguages } from '@/lib/accord/texts/agreement.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { capitalised } from '@/lib/wording/format/index.ts'
import type { FieldView } from './form-view.ts'

/*
 * A leave that an added text names is chosen in the same list as the others. Its choice stands for two terms of the fact,
 * the cause and the leave's code, which are one value of the list.
 */
const CAUSE = 'cause'
const ADDED = 'added_leave'
const SEPARATOR = ':'

type Terms = Readonly<Record<string, unknown>>
export type LeaveNames = Readonly<Record<string, BothLanguages>>

/** The fields with, among the causes, the leaves that the file's text adds. */
export function withAddedLeaves(fields: readonly FieldView[], leaves: LeaveNames | undefined, locale: Locale): readonly FieldView[] {
  if (leaves === undefined) return fields
  const more = Object.entries(leaves).map(([code, name]) => ({ value: `${ADDED}${SEPARATOR}${code}`, label: capitalised(name[locale]) }))
  return fields.map((field) => (field.path === CAUSE ? { ...field, options: [...field.options, ...more] } : field))
}

/** The terms with a chosen leave told as its cause and its code. */
export function splitLeave(terms: Terms): Terms {
  const [cause, leave] = String(terms[CAUSE] ?? '').split(SEPARATOR)
  return cause === ADDED && leave !== undefined && leave !== '' ? { ...terms, [CAUSE]: cause, leave } : terms
}

/** The terms of a kept fact with its leave as the value of the list. */
export function joinLeave(terms: Terms): Terms {
  const leave = terms['leave']
  return terms[CAUSE] === ADDED && typeof leave === 'string' ? { ...terms, [CAUSE]: `${ADDED}${SEPARATOR}${leave}` } : terms
}
