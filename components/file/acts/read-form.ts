import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { readTypedAmount, type TypedAmountCode } from '@/lib/wording/parse-amount.ts'
import { readTypedDay, type TypedDay } from '@/lib/wording/parse-day.ts'
import { isShown, type ActField } from './definition.ts'
import { joinLeave, splitLeave } from './leave-choice.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** The questions a form was made of: an act's, or the frame's. */
interface Questions {
  readonly fields: readonly ActField[]
}

/** Why a typed text could not be read, before the law is asked anything. */
export type TypingError =
  | { readonly of: 'day'; readonly typed: Exclude<TypedDay, { ok: true }> }
  | { readonly of: 'amount'; readonly code: TypedAmountCode }
  | { readonly of: 'number' }
  | { readonly of: 'field'; readonly code: 'required' }

export interface ReadAct {
  /** The legal terms in their JSON form (ISO days), without `kind`. */
  readonly terms: Readonly<Record<string, unknown>>
  readonly content: Readonly<Record<string, unknown>>
  /** Errors by field path. */
  readonly errors: Readonly<Record<string, TypingError>>
}

type Answer = { readonly value: unknown } | { readonly error: TypingError } | null

/** Reads a sent form into the terms and the content of its fact. What was left empty is left out. */
export function readActForm(act: Questions, form: FormData, locale: Locale): ReadAct {
  const terms: Record<string, unknown> = {}
  const content: Record<string, unknown> = {}
  const errors: Record<string, TypingError> = {}
  for (const field of act.fields) {
    if (!isShown(field, (path) => textIn(form, path))) continue
    const answer = answerOf(field, form, locale)
    if (answer === null) {
      if (field.required === true) errors[field.path] = { of: 'field', code: 'required' }
      continue
    }
    if ('error' in answer) {
      errors[field.path] = answer.error
      continue
    }
    if (field.path.startsWith('content.')) content[field.path.slice('content.'.length)] = answer.value
    else terms[field.path] = answer.value
  }
  return { terms: splitLeave(terms), content, errors: { ...errors, ...measureErrors(act, form) } }
}

function answerOf(field: ActField, form: FormData, locale: Locale): Answer {
  if (field.type === 'several') {
    const chosen = form.getAll(field.path).filter((value) => typeof value === 'string' && value !== '')
    return { value: chosen }
  }
  if (field.type === 'check') return { value: textIn(form, field.path) !== '' }
  if (field.type === 'measures') {
    const measures = measuresOf(field.options, form)
    return measures.length === 0 ? null : { value: measures }
  }
  const typed = textIn(form, field.path)
  if (typed.trim() === '') return null
  switch (field.type) {
    case 'day': {
      const read = readTypedDay(typed)
      return read.ok ? { value: isoOf(read.day) } : { error: { of: 'day', typed: read } }
    }
    case 'amount': {
      const read = readTypedAmount(typed, locale)
      return read.ok ? { value: read.amount } : { error: { of: 'amount', code: read.code } }
    }
    case 'number': {
      const digits = typed.replace(/\s/gu, '').replace(',', '.')
      return /^\d{1,9}(\.\d+)?$/.test(digits) ? { value: Number(digits) } : { error: { of: 'number' } }
    }
    case 'yesNo':
      return { value: typed === 'true' }
    case 'choice':
      return { value: typed === 'true' ? true : typed === 'false' ? false : typed }
    default:
      return { value: typed }
  }
}

/** The names of a measure's own fields in the form. */
export const measureField = (measure: string, part: 'from' | 'to' | 'provider' | 'note'): string => `content.measures.${measure}.${part}`

function measureDay(form: FormData, name: string): string {
  const typed = textIn(form, name)
  const read = readTypedDay(typed)
  return read.ok ? isoOf(read.day) : typed.trim()
}

function measuresOf(options: readonly string[], form: FormData): readonly Readonly<Record<string, unknown>>[] {
  const chosen = new Set(form.getAll('content.measures'))
  return options.filter((option) => chosen.has(option)).map((measure) => ({
    measure,
    provider: textIn(form, measureField(measure, 'provider')),
    from: measureDay(form, measureField(measure, 'from')),
    to: measureDay(form, measureField(measure, 'to')),
    note: textIn(form, measureField(measure, 'note')),
  }))
}

function measureErrors(act: Questions, form: FormData): Record<string, TypingError> {
  const errors: Record<string, TypingError> = {}
  for (const field of act.fields) {
    if (field.type !== 'measures') continue
    const chosen = new Set(form.getAll(field.path))
    for (const measure of field.options.filter((option) => chosen.has(option))) {
      for (const part of ['from', 'to'] as const) {
        const name = measureField(measure, part)
        const read = readTypedDay(textIn(form, name))
        if (!read.ok && read.code !== 'empty') errors[name] = { of: 'day', typed: read }
      }
    }
  }
  return errors
}

/**
 * The form's name of a field that a command refused by its path: a line of a list
 * (`content.measures.1.from`) stands under the measure chosen there.
 */
export function formNameOf(path: string, content: Readonly<Record<string, unknown>>): string {
  const match = /^content\.measures\.(\d+)\.(\w+)$/.exec(path)
  if (match === null) return path
  const lines = content['measures']
  const line: unknown = Array.isArray(lines) ? lines[Number(match[1])] : undefined
  const measure = typeof line === 'object' && line !== null && 'measure' in line ? String(line.measure) : ''
  return `content.measures.${measure}.${match[2] ?? ''}`
}

/** What a form shows when it opens on a fact already recorded: each field's text, by its name. */
export function formValuesOf(
  act: Questions,
  terms: Readonly<Record<string, unknown>>,
  content: Readonly<Record<string, unknown>> | null,
): Readonly<Record<string, string | readonly string[]>> {
  const values: Record<string, string | readonly string[]> = {}
  const kept = joinLeave(terms)
  for (const field of act.fields) {
    const value = field.path.startsWith('content.') ? content?.[field.path.slice('content.'.length)] : kept[field.path]
    if (value === undefined || value === null) continue
    if (field.type === 'measures') Object.assign(values, measureValues(value))
    else if (field.type === 'check') values[field.path] = value === true ? 'true' : ''
    else if (Array.isArray(value)) values[field.path] = value.map(String)
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values[field.path] = String(value)
  }
  return values
}

function measureValues(value: unknown): Record<string, string | readonly string[]> {
  if (!Array.isArray(value)) return {}
  const values: Record<string, string | readonly string[]> = {}
  const chosen: string[] = []
  for (const line of value as readonly Readonly<Record<string, unknown>>[]) {
    const measure = String(line['measure'])
    chosen.push(measure)
    for (const part of ['from', 'to', 'provider', 'note'] as const) {
      const text = line[part]
      if (typeof text === 'string') values[measureField(measure, part)] = text
    }
  }
  return { ...values, 'content.measures': chosen }
}
