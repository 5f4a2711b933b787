import { fieldMessage, typingMessage } from '@/components/file/acts/error-words.ts'
import { readActForm, type TypingError } from '@/components/file/acts/read-form.ts'
import type { ActField } from '@/components/file/acts/definition.ts'
import type { FieldProblem } from '@/components/ui/error-summary.tsx'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { parseRequest, type RequestErrorCode, type SimulationRequest } from '@/lib/accord/simulate/request.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { eventName, type SimulatorState } from './address.ts'
import { eventFields } from './events.ts'
import { questionsOn } from './questions.ts'

type Json = { [key: string]: unknown }

/** A simulation as asked: the contract's request, and either its reading or what is to correct. */
export interface AskedSimulation {
  /** The request in the contract's JSON form, as the command and the route take it. */
  readonly json: Json
  readonly request: SimulationRequest | null
  /** By the field's name in the form. */
  readonly problems: readonly FieldProblem[]
  /** The name in the form of the fact at a place of the request, to lead to it; `null` where there is none. */
  readonly fieldOfFact: (factIndex: number) => string | null
}

function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

function read(fields: readonly ActField[], values: Readonly<Record<string, string>>, locale: Locale) {
  const { terms, errors } = readActForm({ fields }, formOf(values), locale)
  return { terms, errors: Object.entries(errors) as readonly (readonly [string, TypingError])[] }
}

function put(request: Json, path: string, value: unknown): void {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) request[head] = value
  else put((request[head] ??= {}) as Json, rest.join('.'), value)
}

/** A fact of the request, and where it was asked: its name in the form, and its fields under it. */
interface AskedFact {
  readonly json: Json
  readonly name: string
  readonly fieldOf: (key: string) => string
}

/**
 * Reads what was typed into the request of the simulator contract, then reads that request as the command
 * and the route do. An event in which nothing was typed yet does not count.
 */
export function readSimulation({ answers, events }: SimulatorState, today: Day, locale: Locale): AskedSimulation {
  const questions = questionsOn(answers['voie'] ?? '')
  const { terms, errors } = read(questions.map(({ field }) => field), answers, locale)
  const problems: FieldProblem[] = errors.map(([field, error]) => ({ field, message: typingMessage(error, locale) }))
  const json: Json = { today: isoOf(today) }
  const facts: AskedFact[] = []
  const names = new Map<string, string>()
  for (const { field, gives } of questions) {
    const value = terms[field.path]
    if ('path' in gives) names.set(gives.path, field.path)
    if (value === undefined) continue
    if ('path' in gives) put(json, gives.path, value)
    else facts.push({ json: { kind: gives.fact, on: value }, name: field.path, fieldOf: () => field.path })
  }
  events.forEach(({ kind, values }, index) => {
    if (Object.keys(values).length === 0) return
    const name = (path?: string): string => eventName(index + 1, path)
    const event = read(eventFields(kind), values, locale)
    problems.push(...event.errors.map(([path, error]) => ({ field: name(path), message: typingMessage(error, locale) })))
    facts.push({ json: { kind, ...event.terms }, name: name(), fieldOf: (key) => name(key) })
  })
  json['facts'] = facts.map((fact) => fact.json)
  const fieldOfFact = (factIndex: number): string | null => facts[factIndex]?.name ?? null
  if (problems.length > 0) return { json, request: null, problems, fieldOfFact }
  const parsed = parseRequest(json)
  if (parsed.ok) return { json, request: parsed.request, problems, fieldOfFact }
  const field = fieldAt(parsed.error.path, names, facts)
  return { json, request: null, problems: [{ field, message: fieldMessage(MESSAGE_OF[parsed.error.code], today, locale) }], fieldOfFact }
}

function fieldAt(path: string, names: ReadonlyMap<string, string>, facts: readonly AskedFact[]): string {
  const inFact = /^facts\[(\d+)\](?:\.(\w+))?/u.exec(path)
  if (inFact === null) return names.get(path) ?? 'engagement'
  return facts[Number(inFact[1])]?.fieldOf(inFact[2] ?? 'on') ?? 'engagement'
}

/** The form's own words for what the contract refuses. */
const MESSAGE_OF: Readonly<Record<RequestErrorCode, string>> = {
  not_an_object: 'wrong_format',
  unknown_key: 'unknown_field',
  required: 'required',
  not_a_day: 'not_a_day',
  not_an_amount: 'not_an_amount',
  unknown_value: 'not_an_option',
  end_before_start: 'end_before_start',
  months_required: 'months_required',
  months_of_cdi: 'months_of_cdi',
  too_many: 'too_large',
  wrong_type: 'wrong_format',
}
