/**
 * The address of a simulation is the simulation: everything asked stands in its query, so that a link
 * restores it. One form for each state: a query with empty answers, or with a press of a button in it,
 * is led to the form it stands for.
 */
import { isoOf, parseDay, type Day } from '@/lib/accord/calendar/day.ts'
import type { FactKind } from '@/lib/accord/file/facts.ts'
import { answerOf, saysOnly, settledAnswer, type PageQuery } from '@/components/ui/page-query.ts'
import type { Locale } from '@/lib/wording/locale.ts'
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

/** More events than a year holds; the form proposes no more. */
export const MOST_EVENTS = 40

/** What the address carries besides the state: the explanation open on the page. */
export interface SimulatorAddress {
  readonly state: SimulatorState
  readonly why: string | null
  /** Whether the query is already the one form of this state. */
  readonly canonical: boolean
}

export const eventName = (number: number, path?: string): string => (path === undefined ? `f${number}` : `f${number}-${path}`)

function readEvents(query: PageQuery, locale: Locale): readonly (SimulatedEvent & { readonly number: number })[] {
  const numbers = Object.keys(query).flatMap((name) => (/^f\d{1,3}$/u.test(name) ? [Number(name.slice(1))] : []))
  return numbers.toSorted((a, b) => a - b).slice(0, MOST_EVENTS).flatMap((number) => {
    const kind = eventKind(answerOf(query, eventName(number)))
    if (kind === null) return []
    const values: Record<string, string> = {}
    for (const field of eventFields(kind)) {
      const typed = answerOf(query, eventName(number, field.path))
      if (typed !== '') values[field.path] = settledAnswer(field, typed, locale)
    }
    return [{ kind, values, number }]
  })
}

/** Reads the page's query: what was answered, after the button that was pressed, if one was. */
export function readSimulatorAddress(query: PageQuery, locale: Locale): SimulatorAddress {
  const answers: Record<string, string> = {}
  for (const { field } of questionsOn(answerOf(query, 'voie'))) {
    const typed = answerOf(query, field.path)
    if (typed !== '') answers[field.path] = settledAnswer(field, typed, locale)
  }
  const removed = answerOf(query, 'retirer')
  const events: SimulatedEvent[] = readEvents(query, locale)
    .filter(({ number }) => String(number) !== removed)
    .map(({ kind, values }) => ({ kind, values }))
  const added = answerOf(query, 'geste') === 'ajouter' ? eventKind(answerOf(query, 'evenement')) : null
  if (added !== null && events.length < MOST_EVENTS) events.push({ kind: added, values: {} })
  const state = { answers, events }
  const why = answerOf(query, 'pourquoi') === '' ? null : answerOf(query, 'pourquoi')
  return { state, why, canonical: saysOnly(query, queryOf(state, why)) }
}

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
