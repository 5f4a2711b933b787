// Basins as bubbles: the area of a bubble says one figure, its colour another. No outline of the country is carried: the faint
// cloud of all the basins' centres is its shape.
import type { BasinMapSpec, MapBasin, MapColumn, Unit, Value } from './chart.ts'
import { isKnown, valueWords } from './figure-words.ts'
import type { Look } from './looks.ts'
import { INSETS, RATIO, sheetOf, spotOf, type Sheet } from './projection.ts'
import { largestOf } from './scale.ts'
import { textWidth } from './text-width.ts'
import type { Room } from './trend.ts'
import type { ChartWords } from './words.ts'

export type Step = 'step-1' | 'step-2' | 'step-3' | 'step-4' | 'step-5'

/** The colours of one class, two, … five: as far apart as they can be. */
const SPREAD: readonly (readonly Step[])[] = [['step-3'], ['step-2', 'step-4'], ['step-1', 'step-3', 'step-5'], ['step-1', 'step-2', 'step-4', 'step-5'], ['step-1', 'step-2', 'step-3', 'step-4', 'step-5']]

export interface Bubble {
  readonly basin: MapBasin
  /** Shares of the sheet's width and height. */
  readonly x: number
  readonly y: number
  /** Its radius, in shares of that of the largest bubble; of a size that is not known, a small ring. */
  readonly k: number
  readonly look: Look
}

/** Where there may be room for a name, the best first. */
const SIDES = ['right', 'left', 'above', 'below'] as const
export type NameSide = (typeof SIDES)[number]

/** A name beside its bubble, on the side where there is room. */
export interface MapName {
  readonly code: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly k: number
  readonly side: NameSide
}

/** What is shown of a sheet: its corner and its width, in shares; as much of its height. */
export interface MapWindow {
  readonly x: number
  readonly y: number
  readonly share: number
}

export interface MapSheet {
  readonly sheet: Sheet
  readonly dust: readonly { readonly x: number; readonly y: number }[]
  readonly bubbles: readonly Bubble[]
  /** Where the map is wide, and where it is narrow. */
  readonly names: Readonly<Record<Room, readonly MapName[]>>
}

/** What a colour says: its limits, the lower inside it, the upper outside; open at the ends. */
export interface ColourClass {
  readonly look: Step
  readonly from: number | null
  readonly to: number | null
  /** Whether it holds one figure only, the largest: « 100 % », not « 100 % et plus ». */
  readonly alone: boolean
}

export interface MapLayout {
  /** The metropole first, then the insets that have a bubble, in their order. */
  readonly sheets: readonly MapSheet[]
  /** The part of the metropole that is shown, where its bubbles keep to a part of it. */
  readonly window: MapWindow | null
  readonly classes: readonly ColourClass[]
  /** Round figures for the legend of sizes, the largest first. */
  readonly sizes: readonly { readonly value: number; readonly k: number }[]
  /** How many basins have no colour, no size, or no place on the map. */
  readonly uncoloured: number
  readonly unsized: number
  readonly unplaced: readonly MapBasin[]
}

/** The radius of a ring that stands for no known size. */
export const RING = 0.22

/** The radius of a bubble, in shares of the largest: its area is in proportion to the figure. */
export function radiusOf(value: Value, largest: number): number {
  if (!isKnown(value)) return RING
  return largest <= 0 ? 0 : Math.sqrt(Math.max(0, value) / largest)
}

/** Limits between fifths of the figures, rounded as they are said; fewer where figures are few or the same. */
export function fifths(values: readonly Value[], unit: Unit): readonly number[] {
  const sorted = values.filter(isKnown).toSorted((a, b) => a - b)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (least === undefined || most === undefined) return []
  const grain = unit === 'count' || most - least >= 10 ? 1 : 0.1
  const limits = [1, 2, 3, 4].map((fifth) => Math.round((sorted[Math.floor((fifth * sorted.length) / 5)] ?? most) / grain) / Math.round(1 / grain))
  return [...new Set(limits)].filter((limit) => limit > least && limit <= most)
}

/** The classes that limits make, lowest first, of figures that go up to `most`. */
export function classesOf(limits: readonly number[], most?: number): readonly ColourClass[] {
  const looks = SPREAD[Math.min(limits.length, 4)] ?? []
  return looks.map((look, at) => ({ look, from: limits[at - 1] ?? null, to: limits[at] ?? null, alone: at > 0 && at === limits.length && limits[at - 1] === most }))
}

/** The colour of a figure; hatching where there is none. */
export function colourOf(value: Value, classes: readonly ColourClass[]): Look {
  if (!isKnown(value)) return 'no-colour'
  return classes.findLast(({ from }) => from === null || value >= from)?.look ?? 'no-colour'
}

/** Round figures whose bubbles tell how areas read: the largest of one digit, a quarter and a sixteenth of it. */
export function legendSizes(largest: number, unit: Unit): readonly { readonly value: number; readonly k: number }[] {
  if (largest <= 0) return []
  const power = 10 ** Math.floor(Math.log10(largest))
  const top = Math.floor(largest / power) * power
  const values = [top, top / 4, top / 16].map((value) => (unit === 'count' ? Math.round(value) : Math.round(value * 10) / 10))
  return [...new Set(values)].filter((value) => value > 0).map((value) => ({ value, k: radiusOf(value, largest) }))
}

const measured = (value: Value) => (isKnown(value) ? value : -1)

/** Everything a map draws: largest bubbles first, so that the smaller lie over them and the keyboard meets the larger before. */
export function layMap({ basins, ground, size, colour }: Pick<BasinMapSpec, 'basins' | 'ground' | 'size' | 'colour'>): MapLayout {
  const largest = largestOf(basins.map((basin) => basin.size))
  const colours = basins.map((basin) => basin.colour)
  const classes = classesOf(colour.steps ?? fifths(colours, colour.unit), largestOf(colours))
  const ordered = basins.toSorted((a, b) => measured(b.size) - measured(a.size) || compareNames(a.name, b.name))
  const window = windowOf(basins.filter((basin) => sheetOf(basin) === 'metropole').map((basin) => spotOf(basin, 'metropole')))
  const sheets = (['metropole', ...INSETS] as const).map((sheet): MapSheet => {
    const seen = sheet === 'metropole' && window !== null ? (spot: Spot) => through(window, spot) : (spot: Spot) => spot
    const bubbles = ordered
      .filter((basin) => sheetOf(basin) === sheet)
      .map((basin) => ({ basin, ...seen(spotOf(basin, sheet)), k: radiusOf(basin.size, largest), look: isKnown(basin.size) ? colourOf(basin.colour, classes) : ('no-size' as const) }))
    const dust = ground.filter((place) => sheetOf(place) === sheet).map((place) => seen(spotOf(place, sheet))).filter(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)
    return { sheet, dust, bubbles, names: { wide: sheet === 'metropole' ? namesOf(bubbles, 'wide') : [], narrow: sheet === 'metropole' ? namesOf(bubbles, 'narrow') : [] } }
  })
  return {
    sheets: sheets.filter(({ sheet, bubbles }) => sheet === 'metropole' || bubbles.length > 0),
    window,
    classes: basins.some((basin) => isKnown(basin.colour)) ? classes : [],
    sizes: legendSizes(largest, size.unit),
    uncoloured: basins.filter((basin) => isKnown(basin.size) && !isKnown(basin.colour)).length,
    unsized: basins.filter((basin) => !isKnown(basin.size)).length,
    unplaced: basins.filter((basin) => sheetOf(basin) === null),
  }
}

interface Spot {
  readonly x: number
  readonly y: number
}

/** Room around bubbles, the least part of the country worth showing (some 200 km), and the most that is worth cutting out. */
const AROUND = 0.05
const LEAST_WINDOW = 0.2
const MOST_WINDOW = 0.7

/** The part of the metropole that holds these spots, in its own proportions; `null` where it is most of it, or none. */
export function windowOf(spots: readonly Spot[]): MapWindow | null {
  if (spots.length === 0) return null
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)]
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const share = Math.max(LEAST_WINDOW, Math.max(east - west, south - north) + 2 * AROUND)
  if (share > MOST_WINDOW) return null
  const corner = (from: number, to: number) => Math.min(1 - share, Math.max(0, (from + to - share) / 2))
  return { x: corner(west, east), y: corner(north, south), share }
}

const through = (window: MapWindow, { x, y }: Spot): Spot => ({ x: (x - window.x) / window.share, y: (y - window.y) / window.share })

/** The map where it is narrowest of each, in pixels: names that do not touch there never do. */
const LEAST_MAP = { wide: { width: 480, largest: 24, names: 10 }, narrow: { width: 264, largest: 15, names: 6 } } as const

/** Up to so many bubbles, a name covers none of them; among more, none of the larger. */
const FEW = 60
const LARGER = 0.3
const FIRST = 3
const TRIED = 60

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const apart = (a: Box, b: Box) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top

/** The names of the largest bubbles that have room beside them, clear of other bubbles and of each other; tried for the largest only. */
function namesOf(bubbles: readonly Bubble[], room: Room): readonly MapName[] {
  const map = LEAST_MAP[room]
  const placed = ({ x, y, k }: Bubble) => ({ across: x * map.width, down: y * map.width * RATIO.metropole, r: k * map.largest })
  const around = bubbles.filter(({ k }) => bubbles.length <= FEW || k > LARGER).map((bubble): Box & { readonly small: boolean } => {
    const { across, down, r } = placed(bubble)
    return { left: across - r, right: across + r, top: down - r, bottom: down + r, small: bubble.k <= LARGER }
  })
  const larger = around.filter(({ small }) => !small)
  const written: Box[] = []
  const names: MapName[] = []
  for (const bubble of bubbles.slice(0, TRIED)) {
    const { basin, x, y, k } = bubble
    if (names.length >= map.names || !isKnown(basin.size)) break
    const { across, down, r } = placed(bubble)
    const [near, width] = [r + 3, textWidth(basin.name) + 4]
    const level = { top: down - 7, bottom: down + 7 }
    const middle = { left: across - width / 2, right: across + width / 2 }
    const boxes: Readonly<Record<NameSide, Box>> = {
      right: { left: across + near, right: across + near + width, ...level },
      left: { left: across - near - width, right: across - near, ...level },
      above: { ...middle, top: down - near - 14, bottom: down - near },
      below: { ...middle, top: down + near, bottom: down + near + 14 },
    }
    // The first of all are named, over a small bubble if it must be.
    const free = (bubblesThere: readonly Box[]) => SIDES.find((one) => boxes[one].left >= 0 && boxes[one].right <= map.width && [bubblesThere, written].every((there) => there.every((box) => apart(box, boxes[one]))))
    const side = free(around) ?? (names.length < FIRST ? free(larger) : undefined)
    if (side === undefined) continue
    written.push(boxes[side])
    names.push({ code: basin.code, text: basin.name, x, y, k, side })
  }
  return names
}

/** Names in the order of a French dictionary, wherever it runs. */
function compareNames(a: string, b: string): number {
  const plain = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain(a) < plain(b) ? -1 : plain(a) > plain(b) ? 1 : 0
}

/** The basins in the order asked; what has no number comes last, whichever way. */
export function inOrder(basins: readonly MapBasin[], { column, descending }: { readonly column: MapColumn; readonly descending: boolean }): readonly MapBasin[] {
  const way = descending ? -1 : 1
  return basins.toSorted((a, b) => {
    if (column === 'name') return way * compareNames(a.name, b.name)
    const [left, right] = [a[column], b[column]]
    if (!isKnown(left) || !isKnown(right)) return Number(isKnown(right)) - Number(isKnown(left)) || compareNames(a.name, b.name)
    return way * (left - right) || compareNames(a.name, b.name)
  })
}

export interface MapWords {
  readonly under: (to: string) => string
  readonly between: (from: string, to: string) => string
  readonly over: (from: string) => string
  readonly all: string
  readonly noColour: string
  readonly noSize: string
  readonly sized: (name: string) => string
  readonly coloured: (name: string) => string
  readonly insets: Readonly<Record<Exclude<Sheet, 'metropole'>, string>>
}

/** What a colour says, in words: « de 62 % à moins de 70 % ». */
export function classWords({ from, to, alone }: ColourClass, unit: Unit, words: ChartWords, map: MapWords): string {
  const said = (value: number) => valueWords(value, unit, words)
  if (from === null) return to === null ? map.all : map.under(said(to))
  if (alone) return said(from)
  return to === null ? map.over(said(from)) : map.between(said(from), said(to))
}
