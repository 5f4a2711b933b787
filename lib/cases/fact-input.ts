import { z } from 'zod'
import { addMonths, isoOf, type Day } from '../accord/calendar/day.ts'
import { parseFact, type Fact, type FactKind } from '../accord/file/facts.ts'
import { KEPT_TEXT } from '../database/kept-text.ts'
import { contentSchemas } from './content/content-schemas.ts'
import { fieldErrorsOf, type FieldErrors } from './field-errors.ts'
import { isFactKind } from './stored-fact.ts'

/** Kinds whose day may be in the future: a job is signed before it starts. Periods may be planned as well. */
const PLANNED_EVENTS: readonly FactKind[] = ['job_started']

/** Years ahead beyond which a planned day is a slip of the keyboard: no leave, training or contract of a CSP is that long. */
const MOST_YEARS_AHEAD = 10

/** A fact as a form or a route sends it. */
export interface FactInput {
  readonly kind: string
  /** JSON form of the terms (ISO days, amounts as text), without the kind. */
  readonly terms: Readonly<Record<string, unknown>>
  /** Words and details kept beside the fact; left out, nothing is kept. */
  readonly content?: Readonly<Record<string, unknown>> | null
}

export type ReadFact =
  | { readonly ok: true; readonly fact: Fact; readonly content: Readonly<Record<string, unknown>> | null }
  | { readonly ok: false; readonly fields: FieldErrors }

const saysSomething = (value: unknown): boolean =>
  value !== null && value !== false && value !== undefined && !(Array.isArray(value) && value.length === 0)

/** The content as it is kept: `null` when nothing was said. */
function readContent(kind: FactKind, content: FactInput['content']): { content: Readonly<Record<string, unknown>> | null; fields: FieldErrors } {
  if (content === null || content === undefined) return { content: null, fields: {} }
  const parsed = contentSchemas[kind].safeParse(content)
  if (!parsed.success) return { content: null, fields: fieldErrorsOf(parsed.error, 'content') }
  const said = parsed.data as Readonly<Record<string, unknown>>
  return { content: Object.values(said).some(saysSomething) ? said : null, fields: {} }
}

function futureErrors(fact: Fact, today: Day): FieldErrors {
  if ('validatedOn' in fact && fact.validatedOn !== null && fact.validatedOn > today) return { validatedOn: 'in_the_future' }
  if ('on' in fact && fact.on > today && !PLANNED_EVENTS.includes(fact.kind)) return { on: 'in_the_future' }
  const last = addMonths(today, MOST_YEARS_AHEAD * 12)
  if ('on' in fact) return fact.on > last ? { on: 'too_far' } : {}
  if (fact.from > last) return { from: 'too_far' }
  return fact.to !== null && fact.to > last ? { to: 'too_far' } : {}
}

/**
 * Reads a fact and what is kept beside it.
 *
 * Refuses a kind that does not exist, terms and content that their schemas refuse, and an act dated
 * after today: what has not happened cannot be recorded as having happened. A day planned more than ten
 * years ahead is refused too. Errors are by field: those
 * of the terms by their key, those of the content under `content.`.
 */
export function readFactInput(input: FactInput, today: Day): ReadFact {
  if (!isFactKind(input.kind)) return { ok: false, fields: { kind: 'not_an_option' } }
  const parsed = parseFact(input.kind, { ...input.terms, kind: input.kind })
  const { content, fields: contentFields } = readContent(input.kind, input.content)
  const fields = { ...(parsed.success ? futureErrors(parsed.data, today) : fieldErrorsOf(parsed.error)), ...contentFields }
  if (!parsed.success || Object.keys(fields).length > 0) return { ok: false, fields }
  return { ok: true, fact: parsed.data, content }
}

const reasonSchema = z.string().trim().min(1, 'required').max(2000, 'too_long').regex(KEPT_TEXT, 'not_text')

/** Reads the reason of a correction or a withdrawal: some words, at most 2,000 characters. */
export function readReason(reason: unknown): { readonly ok: true; readonly reason: string } | { readonly ok: false; readonly fields: FieldErrors } {
  const parsed = reasonSchema.safeParse(reason)
  return parsed.success ? { ok: true, reason: parsed.data } : { ok: false, fields: fieldErrorsOf(parsed.error, 'reason') }
}

/** Days as text, for the journal. */
export function dayText(value: Day | null): string | null {
  return value === null ? null : isoOf(value)
}
