// What a drawing is made of, whoever draws it: a screen, an image, a page of a pack. Numbers and words only: the words are
// those of who asks, in the language of who reads.

/** What a figure counts: people or files, percent (12.5 is 12.5 %), euros, months, days. */
export type Unit = 'count' | 'percent' | 'euros' | 'months' | 'days'

/**
 * A figure: a number, or why there is none. `null`: fewer than five, masked; `withheld`: masked because it would let
 * another be deduced; `unknown`: no file holds it, or it is not known yet. None of them is ever drawn as zero.
 */
export type Value = number | null | 'withheld' | 'unknown'

/** Whether a period may still change: over and seen in full; not over; over, and too young for what is followed. */
export type Standing = 'settled' | 'partial' | 'young'

export interface Period {
  /** `2026-03`, `2026-T1`. */
  readonly key: string
  /** « mars 2026 », « 1ᵉʳ trimestre 2026 »: in the table. */
  readonly label: string
  /** « mars », « 1ᵉʳ trim. »: under the axis. */
  readonly short: string
  /** « 2026 », on the first period of each year at least: said where it changes. */
  readonly year?: string
  /** `settled` unless said. */
  readonly standing?: Standing
  /** « au 22 nov. », « 7 mois sur 13 »: said in the table and beside the drawing. */
  readonly standingNote?: string
}

/** What every chart says of itself. */
export interface ChartHead {
  /** Unique in the page: names its heading, its table and its files. Letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  /** One sentence: what is to be seen, with its figures. It is what a screen reader says of the drawing. */
  readonly reading: string
  readonly unit: Unit
  /** Definition, source, what is left out. */
  readonly note?: string
  /** Why there is nothing, where there is nothing. */
  readonly empty?: string
}

export interface Series {
  readonly key: string
  readonly name: string
  /** One figure a period, in their order. */
  readonly values: readonly Value[]
  /** The list of the files of each figure. */
  readonly hrefs?: readonly (string | null)[]
}

/** Something measured month after month, or quarter after quarter: one line, or two to compare. */
export interface Trend extends ChartHead {
  /** What a period is, head of the first column of the table: « Mois », « Trimestre ». */
  readonly periodName: string
  readonly periods: readonly Period[]
  readonly series: readonly [Series] | readonly [Series, Series]
  /** What is aimed at, drawn across: « Objectif du bassin ». */
  readonly target?: { readonly value: number; readonly name: string }
}

export interface Row {
  readonly key: string
  readonly label: string
  /** One figure a part, in their order. */
  readonly values: readonly Value[]
  readonly hrefs?: readonly (string | null)[]
}

export interface Part {
  readonly key: string
  readonly name: string
}

/** Lengths from zero on one scale; with several parts, stacked in their order (five at most). */
export interface Bars extends ChartHead {
  /** What a row is: « Motif », « Conseiller », « Bassin ». */
  readonly rowName: string
  readonly parts: readonly [Part, ...Part[]]
  readonly rows: readonly Row[]
  /** `largest` first, unless the rows have an order of their own. */
  readonly order?: 'largest' | 'given'
  /** A figure that all are held against, drawn across: the average, the region's. */
  readonly mark?: { readonly value: number; readonly name: string }
}

/** Two figures a row: this period against the previous, this territory against the wider one. */
export interface Pairs extends ChartHead {
  readonly rowName: string
  /** Each row's first value is what is looked at, the second what it is held against. */
  readonly parts: readonly [Part, Part]
  readonly rows: readonly Row[]
  readonly order?: 'largest' | 'given'
}

/** A basin of the map. */
export interface MapBasin {
  readonly code: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly size: Value
  readonly colour: Value
  /** Where it leads: the basin's dashboard. */
  readonly href: string
  /** What is said of it beside the map: « Nîmes : 455 entrées, 82 % de pré-bilans dans les 8 jours ». */
  readonly words: string
}

export type MapColumn = 'name' | 'size' | 'colour'

export interface BasinMapSpec extends Omit<ChartHead, 'unit'> {
  readonly basins: readonly MapBasin[]
  /** The centres of every basin of the country, shown or not: the faint cloud by which the country is known. */
  readonly ground: readonly { readonly latitude: number; readonly longitude: number }[]
  /** What the area of a bubble says. */
  readonly size: { readonly name: string; readonly unit: Unit }
  /** What its colour says. `steps`: four rising limits between the five colours; fifths of the basins shown unless given. */
  readonly colour: { readonly name: string; readonly unit: Unit; readonly steps?: readonly [number, number, number, number] }
  /** The order of its table, and the address of each other order. */
  readonly order: { readonly column: MapColumn; readonly descending: boolean; readonly hrefs: Readonly<Record<MapColumn, string>> }
}
