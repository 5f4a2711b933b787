import { addDays, addMonths, dayOf, isoOf, parseDay, partsOf, type Day } from '../../accord/calendar/day.ts'
import type { Period } from '../../indicators/period.ts'
import { NATION, placeText, readPlace, type Place } from '../../indicators/slices.ts'
import type { AddressQuery } from '../caseload-params.ts'
import { COST_KINDS, COST_STATES, knownFunder, type CostKind } from '../content/costs.ts'

/** Of whom: everyone; those with no cost noted; those whose daily allowance is not known; costs of those no longer supported in the period. */
export const COST_OF = ['all', 'without', 'unknown', 'after'] as const
export type CostOf = (typeof COST_OF)[number]

/** How far lines have gone; `spent`: committed or paid. */
export const STATES_ASKED = [...COST_STATES, 'spent'] as const
export type StateAsked = (typeof STATES_ASKED)[number]

/** What the accounts are asked for: a span of days, a place, and what of the lines. */
export interface CostFilter {
  readonly period: Period
  readonly place: Place
  /** A code; one that the list no longer has still finds the lines kept under it. */
  readonly funder: string | null
  readonly kind: CostKind | null
  readonly state: StateAsked | null
  readonly of: CostOf
  /** Of the experiment of art. 4 alone. */
  readonly experiment: boolean
}

/** What of an address could not be heard: the accounts then show the period, or the whole, that they say. */
export type CostProblem =
  | { readonly kind: 'not_a_day'; readonly name: 'from' | 'to'; readonly value: string }
  | { readonly kind: 'upside_down' }
  | { readonly kind: 'too_long' }
  | { readonly kind: 'gone'; readonly name: 'place' | 'funder' | 'kind' | 'state' | 'of'; readonly value: string }

export interface CostAsked {
  readonly filter: CostFilter
  readonly page: number
  readonly problems: readonly CostProblem[]
}

const LONGEST_YEARS = 20
const FUNDER_CODE = /^[a-z_]{2,40}$/u

/** The civil year of a day. */
export function yearOf(day: Day): Period {
  const from = dayOf(partsOf(day).year, 1, 1)
  if (from === null) throw new RangeError('no such year')
  return { from, to: addDays(addMonths(from, 12), -1) }
}

const said = (query: AddressQuery, name: string): string => {
  const value = query[name]
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').trim().slice(0, 60)
}

/** A span of days as an address gives it; the one given where it gives none that can be. */
function readPeriod(query: AddressQuery, usual: Period, problems: CostProblem[]): Period {
  const day = (name: 'from' | 'to'): Day | null => {
    const text = said(query, name)
    const read = text === '' ? null : parseDay(text)
    if (text !== '' && read === null) problems.push({ kind: 'not_a_day', name, value: text })
    return read
  }
  const [from, to] = [day('from'), day('to')]
  if (from === null && to === null) return usual
  const asked = { from: from ?? yearOf(to ?? usual.to).from, to: to ?? yearOf(from ?? usual.from).to }
  if (problems.length > 0) return usual
  if (asked.to < asked.from) {
    problems.push({ kind: 'upside_down' })
    return usual
  }
  if (asked.to > addMonths(asked.from, 12 * LONGEST_YEARS)) {
    problems.push({ kind: 'too_long' })
    return usual
  }
  return asked
}

/**
 * Reads the address of the accounts; never refuses, and says what it could not hear.
 * @param usual the span shown where none is asked
 */
export function readCostQuery(query: AddressQuery, usual: Period): CostAsked {
  const problems: CostProblem[] = []
  const period = readPeriod(query, usual, problems)
  const among = <T extends string>(name: 'kind' | 'state' | 'of' | 'place', read: (text: string) => T | null): T | null => {
    const text = said(query, name)
    if (text === '') return null
    const found = read(text)
    if (found === null) problems.push({ kind: 'gone', name, value: text })
    return found
  }
  const one = <T extends string>(values: readonly T[]) => (text: string) => values.find((value) => value === text) ?? null
  const funder = said(query, 'funder')
  if (funder !== '' && knownFunder(funder) === null) problems.push({ kind: 'gone', name: 'funder', value: funder })
  const placed = among('place', (text) => (readPlace(text) === null ? null : text))
  const page = Number(said(query, 'page'))
  return {
    filter: {
      period,
      place: (placed === null ? null : readPlace(placed)) ?? NATION,
      funder: FUNDER_CODE.test(funder) ? funder : null,
      kind: among('kind', one(COST_KINDS)),
      state: among('state', one(STATES_ASKED)),
      of: among('of', one(COST_OF)) ?? 'all',
      experiment: said(query, 'experiment') === '1',
    },
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    problems,
  }
}

/** A filter as the query of an address, in a stable order; what is not asked is left out. */
export function costSearch({ period, place, funder, kind, state, of, experiment }: CostFilter, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams({ from: isoOf(period.from), to: isoOf(period.to) })
  if (place.level !== 'nation') search.set('place', placeText(place))
  for (const [name, value] of Object.entries({ funder, kind, state })) if (value !== null) search.set(name, value)
  if (of !== 'all') search.set('of', of)
  if (experiment) search.set('experiment', '1')
  for (const [name, value] of Object.entries(more)) search.set(name, value)
  return search.toString()
}
