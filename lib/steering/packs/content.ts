// What a pack says: masked figures, words as they stood that day, comments. Once issued it is kept as it is (JSON), and its
// files are drawn from nothing else. It names no person.
import type { IndicatorId, IndicatorKind, IndicatorUnit } from '../../indicators/definitions.ts'
import type { Dimension, Place, TerritoryLevel } from '../../indicators/slices.ts'
import type { Locale } from '../../wording/locale.ts'
import type { PackSection } from './sections.ts'

/** Why a figure has no number. */
export const ABSENCES = [
  /** Fewer than five people, or a figure that would let one under five be found. Which of the two is not said. */
  'masked',
  /** Nobody it is about. */
  'nobody',
  /** The cohort is too young: it cannot be seen in full yet. */
  'too_young',
  /** Not counted, or not any more. */
  'unknown',
] as const
export type Absence = (typeof ABSENCES)[number]

/** A number as `lib/indicators` reads it (a share between 0 and 1), or why there is none. */
export type Shown = number | Absence

/** A figure over a quarter. */
export interface Point {
  readonly value: Shown
  /** People it is about, and those counted among them where it is a share. */
  readonly of: Shown
  readonly counted: Shown | null
  /** The day from which the whole quarter can be seen, where it is to come: ISO text. */
  readonly seenFrom: string | null
  /** The day of the edition that said it last, where it could not be said anew (decision 332): ISO text. */
  readonly saidOn?: string | null
}

/** What a figure means, in the words of the day it was made. */
export interface DefinitionWords {
  readonly numerator: string
  readonly denominator: string
  readonly window: string
  /** What it is not, or what it hangs on. */
  readonly note: string | null
  /** How the field numbers it, and the rules it rests on: `I5`, `R-703`. */
  readonly published: readonly string[]
  readonly rules: readonly string[]
}

export interface PackFigure {
  readonly id: IndicatorId
  readonly section: PackSection
  readonly kind: IndicatorKind
  readonly unit: IndicatorUnit
  readonly name: string
  readonly short: string
  readonly definition: DefinitionWords
  readonly now: Point
  /** `null`: the store holds nothing of it. */
  readonly previous: Point | null
  readonly wider: Point | null
  /** One point a quarter of `quarters`, oldest first; the last is `now`. */
  readonly trend: readonly Point[]
}

/** A figure cut by what is known of people or of their way in or out. */
export interface PackBreakdown {
  readonly indicator: IndicatorId
  readonly dimension: Dimension | 'stage'
  readonly section: PackSection
  readonly title: string
  readonly rows: readonly { readonly value: string; readonly label: string; readonly figure: Shown; readonly saidOn?: string | null }[]
}

/** The places that make up the pack's, of one level, each with a few figures. */
export interface PackPlaces {
  readonly level: TerritoryLevel
  readonly indicators: readonly IndicatorId[]
  readonly rows: readonly { readonly code: string; readonly name: string; readonly figures: readonly Shown[]; /** Of each figure. */ readonly saidOn?: readonly (string | null)[] }[]
}

/** A figure that is no longer what the previous pack said of the same quarter. */
export interface Revision {
  readonly id: IndicatorId
  readonly name: string
  readonly unit: IndicatorUnit
  readonly quarter: string
  /** As the previous pack had it. */
  readonly was: Shown
  readonly now: Shown
}

export interface PackContent {
  readonly format: 1
  /** `null`: a draft. */
  readonly number: string | null
  readonly replaces: string | null
  readonly reason: string | null
  readonly locale: Locale
  readonly place: Place & { readonly name: string; /** « Rhône, Auvergne-Rhône-Alpes » */ readonly within: string | null }
  readonly wider: (Place & { readonly name: string }) | null
  /** `2026-Q3`, with its days. */
  readonly quarter: { readonly code: string; readonly from: string; readonly to: string }
  /** Codes of the quarters of the trends, oldest first. */
  readonly quarters: readonly string[]
  /** Who made it; `null` for the platform. */
  readonly operator: string | null
  readonly madeOn: string
  /** The edition of the store of figures that it was made from. */
  readonly edition: { readonly number: number; /** The day it speaks from. */ readonly madeOn: string }
  readonly takeaways: readonly string[]
  readonly figures: readonly PackFigure[]
  readonly breakdowns: readonly PackBreakdown[]
  readonly places: readonly PackPlaces[]
  readonly comments: Readonly<Partial<Record<PackSection, string>>>
  /** Since the pack before it of the same place; `null` where there is none. */
  readonly revised: { readonly number: string; readonly quarter: string; readonly issuedOn: string; readonly changes: readonly Revision[] } | null
}

/** Whether a figure is a number. */
export function isNumber(shown: Shown | null | undefined): shown is number {
  return typeof shown === 'number'
}

/** How many figures of a pack are masked. */
export function maskedCount({ figures, breakdowns, places }: Pick<PackContent, 'figures' | 'breakdowns' | 'places'>): number {
  const masked = (shown: Shown) => shown === 'masked'
  const all = [
    ...figures.flatMap(({ trend, wider }) => [...trend, ...(wider === null ? [] : [wider])].map(({ value }) => value)),
    ...breakdowns.flatMap(({ rows }) => rows.map(({ figure }) => figure)),
    ...places.flatMap(({ rows }) => rows.flatMap((row) => row.figures)),
  ]
  return all.filter(masked).length
}
