/** The address of the dashboards: what it asks, and every other address that the screens offer. Pure, for server and browser. */
import { parseIndicator, type IndicatorId } from '@/lib/indicators/definitions.ts'
import { PACES, type Pace } from '@/lib/indicators/period-choice.ts'
import { FIXED_VALUES, PERSON_DIMENSIONS, placeText, readPlace, readValue, UNKNOWN, type PersonDimension, type Place, type Slice } from '@/lib/indicators/slices.ts'

export interface SteeringAddress {
  readonly place: Place | null
  readonly counsellor: string | null
  readonly period: string | null
  readonly from: string | null
  readonly to: string | null
  /** The indicator opened; `null`: all of them. */
  readonly indicator: IndicatorId | null
  readonly by: PersonDimension
  readonly pace: Pace
  /** What the map shows beside the indicator opened; `null`: what suits it. */
  readonly beside: IndicatorId | null
  readonly where: Slice['where']
  /** The order of the map's table. */
  readonly order: string | null
}

/** What an address asked for that no figure can answer, in its own words. */
export interface UnheardPart {
  readonly name: 'place' | 'counsellor' | 'indicator' | 'by' | 'pace' | 'beside' | PersonDimension | 'other'
  readonly value: string
}

export type AddressSearch = Readonly<Record<string, string | readonly string[] | undefined>>

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu
const NAMES: ReadonlySet<string> = new Set(['place', 'counsellor', 'period', 'from', 'to', 'indicator', 'by', 'pace', 'beside', 'order', ...PERSON_DIMENSIONS])
const LONGEST = 40
const MOST_UNHEARD = 6

const isDimension = (text: string): text is PersonDimension => PERSON_DIMENSIONS.includes(text as PersonDimension)
const isPace = (text: string): text is Pace => PACES.includes(text as Pace)

/** Reads an address; never refuses. What it could not hear is said beside, and the rest is answered. */
export function readSteering(search: AddressSearch): { readonly asked: SteeringAddress; readonly unheard: readonly UnheardPart[] } {
  const unheard: UnheardPart[] = []
  const text = (name: string): string | null => {
    const raw = search[name]
    const one = typeof raw === 'string' ? raw : raw?.[0]
    return one === undefined || one.trim() === '' ? null : one.trim()
  }
  const heard = <T>(name: Exclude<UnheardPart['name'], 'other'>, read: (value: string) => T | null): T | null => {
    const value = text(name)
    const found = value === null ? null : read(value)
    if (value !== null && found === null) unheard.push({ name, value: value.slice(0, LONGEST) })
    return found
  }
  const asked: SteeringAddress = {
    place: heard('place', readPlace),
    counsellor: heard('counsellor', (value) => (UUID.test(value) ? value.toLowerCase() : null)),
    period: text('period'),
    from: text('from'),
    to: text('to'),
    indicator: heard('indicator', parseIndicator),
    by: heard('by', (value) => (isDimension(value) ? value : null)) ?? 'seniority',
    pace: heard('pace', (value) => (isPace(value) ? value : null)) ?? 'month',
    beside: heard('beside', parseIndicator),
    where: Object.fromEntries(PERSON_DIMENSIONS.flatMap((dimension) => {
      const value = heard(dimension, (given) => readDimension(dimension, given))
      return value === null ? [] : [[dimension, value]]
    })),
    order: text('order'),
  }
  for (const name of Object.keys(search)) if (!NAMES.has(name)) unheard.push({ name: 'other', value: name.slice(0, LONGEST) })
  return { asked, unheard: unheard.slice(0, MOST_UNHEARD) }
}

function readDimension(dimension: PersonDimension, given: string): string | null {
  const value = readValue(given)
  const fixed = FIXED_VALUES[dimension]
  return value === null || (fixed !== undefined && value !== UNKNOWN && !fixed.includes(value)) ? null : value
}

/** The address of a page of figures; what is usual is left out. */
export function steeringHref(asked: SteeringAddress, change: Partial<SteeringAddress> = {}): string {
  const { place, counsellor, period, from, to, indicator, by, pace, beside, where, order } = { ...asked, ...change }
  const search = new URLSearchParams()
  const set = (name: string, value: string | null) => value !== null && search.set(name, value)
  set('indicator', indicator)
  set('place', place === null ? null : placeText(place))
  set('counsellor', counsellor)
  set('period', period)
  if (period === null) {
    set('from', from)
    set('to', to)
  }
  for (const dimension of PERSON_DIMENSIONS) set(dimension, where[dimension] ?? null)
  if (indicator !== null) {
    set('by', by === 'seniority' ? null : by)
    set('pace', pace === 'month' ? null : pace)
    set('beside', beside)
    set('order', order)
  }
  const query = search.toString()
  return query === '' ? '/pilotage' : `/pilotage?${query}`
}

/** An address that asks for nothing: the present quarter, everywhere that is the reader's. */
export const NOTHING_ASKED: SteeringAddress = readSteering({}).asked

/** Where an indicator is defined. */
export function definitionHref(id: IndicatorId): string {
  return `/indicateurs#${id}`
}

/** What a map shows beside an indicator unless another is chosen: how many came, or for a count, how soon they were met. */
export function besideOf(id: IndicatorId, chosen: IndicatorId | null): IndicatorId {
  if (chosen !== null && chosen !== id) return chosen
  return id === 'entries' || id === 'exits' || id === 'inCsp' || id === 'wageGapClaims' ? 'preBilanInTime' : 'entries'
}

