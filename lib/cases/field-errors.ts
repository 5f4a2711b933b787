import type { z } from 'zod'

/** Code of an error by the path of its field, keys joined by dots (`person.birthDate`, `content.note`). */
export type FieldErrors = Readonly<Record<string, FieldErrorCode>>

/** Every code that an input can be refused with; the wording is in the messages, by this code. */
export const FIELD_ERROR_CODES = [
  'required',
  'too_long',
  'too_small',
  'too_large',
  'not_an_option',
  'wrong_format',
  'unknown_field',
  'not_text',
  'not_a_day',
  'not_an_amount',
  'in_the_future',
  'too_far',
  'end_before_start',
  'months_required',
  'months_of_cdi',
  'nothing_given',
  'not_an_email',
  'not_a_siret',
  'not_a_rome',
  'not_a_naf',
  'siret_taken',
  'siret_differs',
  'birth_date_not_plausible',
  'not_in_basin',
  'unknown_person',
  'already_superseded',
  'unknown_fact',
  'unchanged',
] as const
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number]

const known: ReadonlySet<string> = new Set(FIELD_ERROR_CODES)

function isFieldErrorCode(text: string): text is FieldErrorCode {
  return known.has(text)
}

function codeOf(issue: z.core.$ZodIssue): FieldErrorCode {
  if (isFieldErrorCode(issue.message)) return issue.message
  if (issue.code === 'invalid_type') return issue.input === undefined || issue.input === null ? 'required' : 'wrong_format'
  if (issue.code === 'too_small') return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'too_small'
  if (issue.code === 'too_big') return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_large'
  if (issue.code === 'invalid_value') return issue.input === undefined || issue.input === null || issue.input === '' ? 'required' : 'not_an_option'
  if (issue.code === 'unrecognized_keys') return 'unknown_field'
  return 'wrong_format'
}

/**
 * The errors of a refused input, by field.
 * @param prefix path under which the parsed value stands in the whole input, without its last dot
 */
export function fieldErrorsOf(error: z.core.$ZodError, prefix = ''): FieldErrors {
  const fields: Record<string, FieldErrorCode> = {}
  for (const issue of error.issues) {
    const ends = issue.code === 'unrecognized_keys' ? issue.keys : [null]
    for (const end of ends) {
      const path = [prefix, ...issue.path.map(String), end].filter((part) => part !== null && part !== '').join('.')
      fields[path] ??= codeOf(issue)
    }
  }
  return fields
}
