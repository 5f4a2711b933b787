import { SENIORITY_BANDS } from './measures.ts'

/** What a population can be cut by, as the field publishes it. */
export const DIMENSIONS = ['seniority', 'age', 'sex', 'qualification', 'sector', 'path', 'motive', 'basin', 'counsellor'] as const
export type Dimension = (typeof DIMENSIONS)[number]
/** Those that say something of the person or of the way in. */
export const PERSON_DIMENSIONS = ['seniority', 'age', 'sex', 'qualification', 'sector', 'path'] as const
export type PersonDimension = (typeof PERSON_DIMENSIONS)[number]

/** Age in full years on the first day of the CSP. */
export const AGE_BANDS = ['under_26', '26_to_34', '35_to_44', '45_to_54', 'over_55'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
/** Youngest and oldest age of each band. */
export const AGES: Readonly<Record<AgeBand, { readonly from: number; readonly to: number }>> = {
  under_26: { from: 0, to: 25 },
  '26_to_34': { from: 26, to: 34 },
  '35_to_44': { from: 35, to: 44 },
  '45_to_54': { from: 45, to: 54 },
  over_55: { from: 55, to: 200 },
}

/** The value of files of which a dimension is not known. */
export const UNKNOWN = 'unknown'

export const TERRITORY_LEVELS = ['basin', 'department', 'region', 'nation'] as const
export type TerritoryLevel = (typeof TERRITORY_LEVELS)[number]

/** A place that figures are counted in. A basin counts whole in its main department, and that department in its region. */
export interface Place {
  readonly level: TerritoryLevel
  /** `''` for the nation. */
  readonly code: string
}

export const NATION: Place = { level: 'nation', code: '' }

/** Whom a figure is about: a place, one counsellor, and values of dimensions. */
export interface Slice {
  readonly place: Place
  readonly counsellor: string | null
  readonly where: Readonly<Partial<Record<PersonDimension, string>>>
}

export const EVERYONE: Slice = { place: NATION, counsellor: null, where: {} }

/** Values that a dimension can take, where they are few and fixed; the others are what the files hold. */
export const FIXED_VALUES: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  seniority: SENIORITY_BANDS,
  age: AGE_BANDS,
}

const VALUE = /^[\w-]{1,40}$/u

/** Reads a value of a dimension as an address gives it; `null` where it cannot be one. */
export function readValue(text: unknown): string | null {
  return typeof text === 'string' && VALUE.test(text) ? text : null
}

/** Reads `region:84`, `department:69`, `basin:8421` or `nation`; `null` for anything else. */
export function readPlace(text: unknown): Place | null {
  if (text === 'nation') return NATION
  const match = typeof text === 'string' ? /^(basin|department|region):([\w-]{1,20})$/u.exec(text) : null
  return match === null ? null : { level: match[1] as TerritoryLevel, code: match[2]! }
}

/** The same as text. */
export function placeText({ level, code }: Place): string {
  return level === 'nation' ? level : `${level}:${code}`
}
