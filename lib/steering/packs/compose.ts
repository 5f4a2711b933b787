import { addDays, day } from '../../accord/calendar/day.ts'
import { definitionOf, type IndicatorId } from '../../indicators/definitions.ts'
import { FIXED_VALUES, placeText, UNKNOWN, type Place } from '../../indicators/slices.ts'
import type { Locale } from '../../wording/locale.ts'
import { messagesFor } from '../../wording/messages.ts'
import { parseQuarter, quartersBack } from '../../cases/quarter.ts'
import type { Ask } from '../territory/counting.ts'
import { figuresOfPlaces, territoryEdition, type Cut, type CutRow, type TerritoryFigure, type TerritoryQuarter } from '../territory/figures.ts'
import { cutLabel } from './cut-labels.ts'
import { definitionWords } from './definition-words.ts'
import type { PackBreakdown, PackContent, PackFigure, PackPlaces, Point, Shown } from './content.ts'
import { placesInside, widerPlace, type KnownBasin, type KnownPlace } from './places.ts'
import { revisionsSince } from './revised.ts'
import { PACK_FIGURES, PLACE_FIGURES, sectionOf, type PackSection } from './sections.ts'
import { takeawaysOf } from './takeaways.ts'
import { packWords } from './words.ts'

/** What is asked: a place, a quarter, and what is written around the figures. */
export interface PackAsk {
  readonly place: KnownPlace
  readonly quarter: string
  readonly locale: Locale
  readonly operator: string | null
  readonly comments: PackContent['comments']
  /** ISO text. */
  readonly madeOn: string
  readonly replaces: string | null
  readonly reason: string | null
  /** The pack issued before it for the same place, if any. */
  readonly earlier: { readonly number: string; readonly issuedOn: string; readonly content: Pick<PackContent, 'figures' | 'quarters' | 'quarter'> } | null
}

/** What the store says, read at once. */
export interface StoreReading {
  readonly edition: { readonly number: number; readonly madeOn: string }
  /** Of the place: the asked quarter and those kept before it, oldest first. */
  readonly quarters: readonly TerritoryQuarter[]
  readonly wider: { readonly place: Place & { readonly name: string }; readonly quarter: TerritoryQuarter } | null
  readonly inside: readonly { readonly level: PackPlaces['level']; readonly places: readonly { readonly code: string; readonly name: string; readonly quarter: TerritoryQuarter }[] }[]
}

/** Quarters of a trend: two years. */
const TREND = 8

/** The name of a place in a language. */
export function placeName(place: Pick<KnownPlace, 'level' | 'name'>, locale: Locale): string {
  return place.level === 'nation' ? packWords(locale)('nation') : place.name
}

/**
 * Reads all that a pack is made of, in transactions of its own; `null` where the store does not hold the quarter: not over, or no longer kept.
 * @param ask the app's own connection, where not given
 */
export async function readStore(basins: readonly KnownBasin[], place: KnownPlace, quarter: string, locale: Locale, ask?: Ask): Promise<StoreReading | null> {
  const asked = parseQuarter(quarter)
  const edition = await territoryEdition(ask)
  if (edition === null || asked === null) return null
  const wanted = new Set(quartersBack(asked.to, TREND).map(({ code }) => code))
  const quarters = edition.quarters.filter(({ code }) => wanted.has(code)).toReversed()
  const last = quarters.at(-1)
  if (last?.code !== quarter) return null
  const wider = widerPlace(basins, place)
  const inside = placesInside(basins, place)
  const [own] = await figuresOfPlaces(edition, [place], quarters, true, ask)
  const others = [...(wider === null ? [] : [wider]), ...inside.flatMap(({ places }) => places)]
  const read = await figuresOfPlaces(edition, others, [last], false, ask)
  const found = new Map(others.map((one, at) => [placeText(one), read[at]?.[0]]))
  const quarterAt = (one: Place) => found.get(placeText(one))!
  return {
    edition: { number: edition.number, madeOn: edition.madeOn },
    quarters: own ?? [],
    wider: wider === null ? null : { place: { level: wider.level, code: wider.code, name: placeName(wider, locale) }, quarter: quarterAt(wider) },
    // A place where nobody follows anybody has nothing to say.
    inside: inside.map(({ level, places }) => ({ level, places: places.flatMap((one) => (quarterAt(one).empty ? [] : [{ code: one.code, name: placeName(one, locale), quarter: quarterAt(one) }])) })),
  }
}

const NOTHING: Point = { value: 'unknown', of: 'unknown', counted: null, seenFrom: null }

/** Shares to the millionth, means and amounts to the hundredth: what is kept is what is shown, and a little more. */
function kept(value: number, share: boolean): number {
  return share ? Math.round(value * 1e6) / 1e6 : Math.round(value * 100) / 100
}

function pointOf(figure: TerritoryFigure | undefined): Point {
  if (figure === undefined) return NOTHING
  const { id, value, missing, of, counted, seenFrom, saidOn } = figure
  const { unit } = definitionOf(id)
  const count = (people: number | null): Shown => people ?? (missing === 'too_young' ? 'too_young' : 'masked')
  const counts = unit === 'share'
  return { value: value === null ? (missing ?? 'unknown') : kept(value, counts), of: count(of), counted: counts ? count(counted) : null, seenFrom, saidOn }
}

const figureIn = (quarter: TerritoryQuarter | undefined, id: IndicatorId) => quarter?.figures.find((figure) => figure.id === id)

function packFigures({ quarters, wider }: StoreReading, locale: Locale): readonly PackFigure[] {
  const names = messagesFor(locale).indicators
  return PACK_FIGURES.map((id): PackFigure => {
    const { kind, unit } = definitionOf(id)
    const trend = quarters.map((quarter) => pointOf(figureIn(quarter, id)))
    return {
      id, kind, unit, section: sectionOf(id), name: names[id].name, short: names[id].short, definition: definitionWords(id, locale),
      now: trend.at(-1) ?? NOTHING, previous: trend.at(-2) ?? null, wider: wider === null ? null : pointOf(figureIn(wider.quarter, id)), trend,
    }
  })
}

/** What is cut, and by what: entries by what is known of people, exits by their motive, files in course by their stage. */
const CUTS: readonly { readonly cut: Cut; readonly indicator: IndicatorId; readonly section: PackSection }[] = [
  { cut: 'seniority', indicator: 'entries', section: 'flows' },
  { cut: 'age', indicator: 'entries', section: 'flows' },
  { cut: 'sex', indicator: 'entries', section: 'flows' },
  { cut: 'qualification', indicator: 'entries', section: 'flows' },
  { cut: 'sector', indicator: 'entries', section: 'flows' },
  { cut: 'path', indicator: 'entries', section: 'flows' },
  { cut: 'motive', indicator: 'exits', section: 'exits' },
]

function cutFigure(row: CutRow, indicator: IndicatorId): { readonly figure: Shown; readonly saidOn: string | null } {
  const { value, saidOn } = pointOf(row.figures.find(({ id }) => id === indicator))
  return { figure: value, saidOn: saidOn ?? null }
}

function packBreakdowns(now: TerritoryQuarter | undefined, locale: Locale): readonly PackBreakdown[] {
  const t = packWords(locale)
  const names = messagesFor(locale).indicators
  return CUTS.flatMap(({ cut, indicator, section }): PackBreakdown[] => {
    const order = cut === 'stage' ? [] : (FIXED_VALUES[cut] ?? [])
    // In the order of the bands, where they have one; what is not known comes last.
    const rank = (value: string) => (value === UNKNOWN ? Infinity : order.indexOf(value))
    const rows = (now?.cuts ?? []).filter((row) => row.cut === cut).toSorted((one, other) => rank(one.value) - rank(other.value) || 0).map((row) => ({ value: row.value, label: cutLabel(cut, row.value, locale), ...cutFigure(row, indicator) }))
    if (rows.length === 0) return []
    return [{ indicator, dimension: cut, section, title: t('breakdown.title', { name: names[indicator].name, dimension: t(`breakdown.${cut}`) }), rows }]
  })
}

/** A pack's content, from what the store says. Pure: the same reading gives the same content. */
export function contentOf(ask: PackAsk, store: StoreReading): PackContent {
  const { place, locale, earlier } = ask
  const speech = { t: packWords(locale), locale }
  const now = store.quarters.at(-1)
  const quarters = store.quarters.map(({ quarter }) => quarter.code)
  const figures = packFigures(store, locale)
  const breakdowns = packBreakdowns(now, locale)
  const places = store.inside.filter((one) => one.places.length > 0).map(({ level, places: inside }): PackPlaces => ({
    level, indicators: PLACE_FIGURES,
    rows: inside.map(({ code, name, quarter }) => {
      const points = PLACE_FIGURES.map((id) => pointOf(figureIn(quarter, id)))
      return { code, name, figures: points.map(({ value }) => value), saidOn: points.map(({ saidOn }) => saidOn ?? null) }
    }),
  }))
  const wider = store.wider?.place ?? null
  return {
    format: 1, number: null, replaces: ask.replaces, reason: ask.reason, locale,
    place: { level: place.level, code: place.code, name: placeName(place, locale), within: place.within.length === 0 ? null : place.within.join(', ') },
    wider,
    quarter: now?.quarter ?? { code: ask.quarter, from: '', to: '' },
    quarters, operator: ask.operator, madeOn: ask.madeOn, edition: store.edition,
    takeaways: takeawaysOf({ figures, quarters, wider, breakdowns, places }, speech),
    figures, breakdowns, places, comments: ask.comments,
    revised: earlier === null ? null : { number: earlier.number, quarter: earlier.content.quarter.code, issuedOn: earlier.issuedOn, changes: revisionsSince(earlier.content, figures, quarters) },
  }
}

/** Whether a quarter is over on a day. */
export function quarterOver(quarter: string, today: string): boolean {
  const asked = parseQuarter(quarter)
  return asked !== null && addDays(asked.to, 1) <= day(today)
}
