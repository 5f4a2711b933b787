/**
 * The address of a simulation is the simulation: everything asked stands in its query, so that a link
 * restores it. One form for each state: a query with empty answers, or with a press of a button in it,
 * is led to the form it stands for.
 */
import { isoOf, parseDay, type Day } from '@/lib/accord/calendar/day.ts'
import type { FactKind } from '@/lib/accord/file/facts.ts'
import type { ActField } from '@/components/file/acts/definition.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { readTypedAmount } from '@/lib/wording/parse-amount.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { eventFields, eventKind } from './events.ts'
import { questionsOn } from './questions.ts'

export const SIMULATOR = '/simulateur'

/** An event as typed: its values by the path of their field, the empty ones left out. */
export interface SimulatedEvent {
  readonly kind: FactKind
  readonly values: Readonly<Record<string, string>>
}

export interface SimulatorState {
  /** What was typed, by the question's name in the address; the empty ones left out. */
  readonly answers: Readonly<Record<string, string>>
  readonly events: readonly SimulatedEvent[]
}

export const NOTHING_ASKED: SimulatorState = { answers: {}, events: [] }

/** More events than a year holds; the form proposes no more. */
export const MOST_EVENTS = 40
/** Longer than any date, amount or code: what goes beyond is cut. */
const LONGEST = 60

/** What the address carries besides the state: the explanation open on the page. */
export interface SimulatorAddress {
  readonly state: SimulatorState
  readonly why: string | null
  /** Whether the query is already the one form of this state. */
  readonly canonical: boolean
}

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const first = (query: Query, name: string): string => {
  const value = query[name]
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').trim().slice(0, LONGEST).trimEnd()
}

/** An answer in its one form: an ISO day, decimal text; what could not be read stays as it was typed. */
function settled(field: ActField, typed: string, locale: Locale): string {
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

export const eventName = (number: number, path?: string): string => (path === undefined ? `f${number}` : `f${number}-${path}`)

function readEvents(query: Query, locale: Locale): readonly (SimulatedEvent & { readonly number: number })[] {
  const numbers = Object.keys(query).flatMap((name) => (/^f\d{1,3}$/u.test(name) ? [Number(name.slice(1))] : []))
  return numbers.toSorted((a, b) => a - b).slice(0, MOST_EVENTS).flatMap((number) => {
    const kind = eventKind(first(query, eventName(number)))
    if (kind === null) return []
    const values: Record<string, string> = {}
    for (const field of eventFields(kind)) {
      const typed = first(query, eventName(number, field.path))
      if (typed !== '') values[field.path] = settled(field, typed, locale)
    }
    return [{ kind, values, number }]
  })
}

/** Reads the page's query: what was answered, after the button that was pressed, if one was. */
export function readSimulatorAddress(query: Query, locale: Locale): SimulatorAddress {
  const answers: Record<string, string> = {}
  for (const { field } of questionsOn(first(query, 'voie'))) {
    const typed = first(query, field.path)
    if (typed !== '') answers[field.path] = settled(field, typed, locale)
  }
  const removed = first(query, 'retirer')
  const events: SimulatedEvent[] = readEvents(query, locale)
    .filter(({ number }) => String(number) !== removed)
    .map(({ kind, values }) => ({ kind, values }))
  const added = first(query, 'geste') === 'ajouter' ? eventKind(first(query, 'evenement')) : null
  if (added !== null && events.length < MOST_EVENTS) events.push({ kind: added, values: {} })
  const state = { answers, events }
  const why = first(query, 'pourquoi') === '' ? null : first(query, 'pourquoi')
  return { state, why, canonical: sorted(pairsOf(query)) === sorted([...queryOf(state, why)]) }
}

function pairsOf(query: Query): readonly (readonly [string, string])[] {
  return Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : (value ?? []).map((one) => [name, one] as const)))
}

const sorted = (pairs: readonly (readonly [string, string])[]): string => JSON.stringify(pairs.map(([name, value]) => `${name}=${value}`).toSorted())

function queryOf({ answers, events }: SimulatorState, why: string | null): URLSearchParams {
  const query = new URLSearchParams()
  for (const { field } of questionsOn(answers['voie'] ?? '')) {
    const answer = answers[field.path]
    if (answer !== undefined) query.set(field.path, answer)
  }
  events.forEach(({ kind, values }, index) => {
    query.set(eventName(index + 1), kind)
    for (const { path } of eventFields(kind)) {
      const value = values[path]
      if (value !== undefined) query.set(eventName(index + 1, path), value)
    }
  })
  if (why !== null) query.set('pourquoi', why)
  return query
}

/** The address of a state, with an explanation open and a place on the page where asked. */
export function simulatorHref(state: SimulatorState, { why = null, anchor = '' }: { readonly why?: string | null; readonly anchor?: string } = {}): string {
  const query = queryOf(state, why).toString()
  return `${SIMULATOR}${query === '' ? '' : `?${query}`}${anchor === '' ? '' : `#${anchor}`}`
}

/** The same simulation, on a day that no longer moves with the calendar. */
export function heldOn(state: SimulatorState, today: Day): SimulatorState {
  const asked = state.answers['aujourdhui']
  return asked !== undefined && parseDay(asked) !== null ? state : { ...state, answers: { ...state.answers, aujourdhui: isoOf(today) } }
}

export const isBlank = ({ answers, events }: SimulatorState): boolean => Object.keys(answers).length === 0 && events.length === 0
