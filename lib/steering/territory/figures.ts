// Reads the store of figures across operators. What is in it is masked: whoever may see a place may see all of it, and no
// two readings, of whatever places and quarters, give what was masked in either (lib/indicators/masking.ts).
import { day, isoOf } from '../../accord/index.ts'
import { parseQuarter, quarterView } from '../../cases/quarter.ts'
import type { Quarter } from '../../cases/views/basins.ts'
import { withoutActor } from '../../database/transactions.ts'
import { Prisma } from '../../database/generated/client.ts'
import type { Definition, IndicatorId } from '../../indicators/definitions.ts'
import { meanOf } from '../../indicators/reading.ts'
import { PERSON_DIMENSIONS, type Place } from '../../indicators/slices.ts'
import type { Ask } from './counting.ts'
import { countsPart, CUT_INDICATORS, LIVE, populationOf, seenFrom, TERRITORY_DEFINITIONS, type CountPart } from './populations.ts'

/** What figures are cut by, for a region or the nation. */
export const CUTS = [...PERSON_DIMENSIONS, 'motive', 'stage'] as const
export type Cut = (typeof CUTS)[number]

/** Why a figure has no value. */
export type NoFigure =
  /** Fewer than five, or a figure that would give one. Which of the two is not said: it would be half an answer. */
  | 'masked'
  /** Nobody it is about. */
  | 'nobody'
  /** The whole quarter cannot be seen yet. */
  | 'too_young'

export interface TerritoryFigure {
  readonly id: IndicatorId
  /** A count, a share between 0 and 1, or a mean in the unit of the definition. */
  readonly value: number | null
  readonly missing: NoFigure | null
  /** People it is about, and those counted among them; `null` where masked, or not counted at all. */
  readonly of: number | null
  readonly counted: number | null
  /** The day from which the whole quarter can be seen, where it is to come: ISO text. */
  readonly seenFrom: string | null
  /** The day of the edition that said it last, where the one that stands may not say it anew (`said.ts`): ISO text. */
  readonly saidOn: string | null
}

/** The people of one value of a cut: a band, a code, a motive, a stage; `unknown` where it is not known. */
export interface CutRow {
  readonly cut: Cut
  readonly value: string
  /** Those of `CUT_INDICATORS`; by motive, exits alone; by stage, none: see `files`. */
  readonly figures: readonly TerritoryFigure[]
  /** By stage: files in course on the day of the edition; `null` where masked. */
  readonly files: number | null
}

export interface TerritoryQuarter {
  readonly place: Place
  readonly quarter: Quarter
  /** Of the catalogue, in its order, but the silence since a contact, which no quarter has. */
  readonly figures: readonly TerritoryFigure[]
  /** Regions and the nation only. */
  readonly cuts: readonly CutRow[]
  /** Whether no operator follows anybody there. */
  readonly empty: boolean
}

export interface TerritoryEdition {
  readonly number: number
  /** The day it speaks from, ISO text. */
  readonly madeOn: string
  readonly madeAt: Date
  /** Quarters it holds, newest first. */
  readonly quarters: readonly Quarter[]
  /** Itself and those before, newest first: what cannot be said anew stays as one of them said it. */
  readonly editions: readonly EditionDay[]
}

interface CountRow {
  readonly quarter: string
  readonly level: Place['level']
  readonly code: string
  readonly indicator: string
  readonly part: CountPart | 'sum'
  readonly dimension: string
  readonly value: string
  readonly figure: number | null
  readonly amount: string | null
}

interface RunRow extends CountRow {
  readonly first: number
  readonly last: number | null
}

/** What an edition says of the counts of a place and a cut, by their name. */
type Kept = ReadonlyMap<string, { readonly figure: number | null; readonly amount: string | null }>

interface EditionDay {
  readonly number: number
  /** ISO text. */
  readonly madeOn: string
}

/** The figure as the edition that stands says it, else as the last that said all it is made of. */
function figureOf(definition: Definition, kept: Kept, runs: readonly RunRow[], quarter: Quarter, editions: readonly EditionDay[]): TerritoryFigure {
  const [standing, ...before] = editions
  const now = figureSaid(definition, kept, quarter, standing!)
  if (now.missing !== 'masked' || runs.length === 0) return now
  const names = namesOf(definition)
  const own = runs.filter(({ indicator, part }) => names.includes(`${indicator} ${part}`))
  for (const edition of before) {
    const said = own.filter(({ first, last }) => first <= edition.number && edition.number <= (last ?? Infinity))
    // What has no run at all was nobody, and still is.
    const silent = names.filter((name) => !said.some(({ indicator, part }) => `${indicator} ${part}` === name))
    if (said.length === 0 || silent.some((name) => kept.has(name) || own.some(({ indicator, part }) => `${indicator} ${part}` === name))) continue
    const then = figureSaid(definition, new Map(said.map((run) => [`${run.indicator} ${run.part}`, run])), quarter, edition)
    if (then.value !== null || then.missing === 'nobody') return { ...then, saidOn: edition.madeOn }
  }
  return now
}

/** Names in the store of what a figure is made of; the sum behind a mean is said where its count is. */
function namesOf(definition: Definition): readonly string[] {
  const parts = ['of', ...(countsPart(definition) ? (['counted'] as const) : [])] as const
  return [...parts.map((part) => populationOf(definition, part).name).map(({ indicator, part }) => `${indicator} ${part}`), ...(definition.mean === null ? [] : [`${definition.id} sum`])]
}

function figureSaid(definition: Definition, kept: Kept, quarter: Quarter, edition: EditionDay): TerritoryFigure {
  const { id } = definition
  const later = seenFrom(definition, { from: day(quarter.from), to: day(quarter.to) }, day(edition.madeOn))
  if (later !== null) return { id, value: null, missing: 'too_young', of: null, counted: null, seenFrom: isoOf(later), saidOn: null }
  // What is not kept is nobody: only what is masked is kept without a figure.
  const count = (part: CountPart): number | null => {
    const { indicator, part: under } = populationOf(definition, part).name
    const row = kept.get(`${indicator} ${under}`)
    return row === undefined ? 0 : row.figure
  }
  const of = count('of')
  const counted = countsPart(definition) ? count('counted') : null
  const rest = { id, of, counted, seenFrom: null, saidOn: null }
  if (of === null || (countsPart(definition) && counted === null)) return { ...rest, value: null, missing: 'masked' }
  if (definition.unit === 'people') return { ...rest, value: of, missing: null }
  if (of === 0) return { ...rest, value: null, missing: 'nobody' }
  if (definition.mean === null) return { ...rest, value: (counted ?? 0) / of, missing: null }
  const sum = kept.get(`${id} sum`)?.amount ?? null
  if (sum === null) return { ...rest, value: null, missing: 'masked' }
  return { ...rest, value: meanOf(definition, sum, of), missing: null }
}

function quarterFigures(place: Place, quarter: Quarter, rows: readonly CountRow[], runs: readonly RunRow[], editions: readonly EditionDay[]): TerritoryQuarter {
  const runsByCut = Map.groupBy(runs, ({ dimension, value }) => `${dimension} ${value}`)
  const byCut = new Map<string, { cut: string; value: string; kept: Map<string, { figure: number | null; amount: string | null }> }>()
  for (const { dimension, value, indicator, part, figure, amount } of rows) {
    const name = `${dimension} ${value}`
    const known = byCut.get(name) ?? { cut: dimension, value, kept: new Map() }
    byCut.set(name, known)
    known.kept.set(`${indicator} ${part}`, { figure, amount })
  }
  const whole = byCut.get(' ')?.kept ?? new Map()
  byCut.delete(' ')
  const definitions = (cut: string) => (cut === 'stage' ? [] : TERRITORY_DEFINITIONS.filter(({ id }) => (cut === 'motive' ? id === 'exits' : CUT_INDICATORS.includes(id))))
  return {
    place,
    quarter,
    figures: TERRITORY_DEFINITIONS.map((definition) => figureOf(definition, whole, runsByCut.get(' ') ?? [], quarter, editions)),
    cuts: [...byCut.values()].map(({ cut, value, kept }) => ({
      cut: cut as Cut,
      value,
      figures: definitions(cut).map((definition) => figureOf(definition, kept, runsByCut.get(`${cut} ${value}`) ?? [], quarter, editions)),
      files: cut === 'stage' ? (kept.get(`${LIVE} of`)?.figure ?? null) : null,
    })),
    empty: rows.length === 0,
  }
}

/** Whoever asks: the store is masked, and is nobody's. */
const asTheApp: Ask = (query) => withoutActor((tx) => tx.$queryRaw(query))

/**
 * The edition that stands; `null` while none has been made.
 * @param ask the app's own connection, where not given
 */
export async function territoryEdition(ask: Ask = asTheApp): Promise<TerritoryEdition | null> {
  const [edition] = await ask<{ number: number; madeOn: string; madeAt: Date; quarters: string[]; editions: EditionDay[] }>(Prisma.sql`
    select e.number, e.made_on::text as "madeOn", e.made_at as "madeAt",
           (select jsonb_agg(jsonb_build_object('number', b.number, 'madeOn', b.made_on) order by b.number desc) from territory_edition b) as editions,
           array(select distinct quarter from territory_count order by quarter desc) as quarters
    from territory_edition e order by e.number desc limit 1`)
  if (edition === undefined) return null
  return { ...edition, quarters: edition.quarters.flatMap((code) => {
    const quarter = parseQuarter(code)
    return quarter === null ? [] : [quarterView(quarter)]
  }) }
}

/**
 * The figures of places over quarters, in one read: `result[0]` has the quarters of `places[0]`, in their order.
 * @param cuts whether what regions and the nation are cut by is wanted too
 */
export async function figuresOfPlaces(edition: TerritoryEdition, places: readonly Place[], quarters: readonly Quarter[], cuts: boolean, ask: Ask = asTheApp): Promise<readonly (readonly TerritoryQuarter[])[]> {
  const rows = await ask<CountRow>(Prisma.sql`
    select c.quarter, c.level, c.code, c.indicator, c.part, c.dimension, c.value, c.figure, c.amount::text
    from jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb) as p (level text, code text)
    join territory_count c on c.level = p.level and c.code = p.code
    where c.quarter = any(${quarters.map(({ code }) => code)}::text[]) ${cuts ? Prisma.empty : Prisma.sql`and c.dimension = ''`}
    order by c.dimension, c.value`)
  const runs = await ask<RunRow>(Prisma.sql`
    select s.quarter, s.level, s.code, s.indicator, s.part, s.dimension, s.value, s.figure, s.amount::text, s.first, s.last
    from jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb) as p (level text, code text)
    join territory_said s on s.level = p.level and s.code = p.code
    where s.quarter = any(${quarters.map(({ code }) => code)}::text[]) and s.first < ${edition.number} ${cuts ? Prisma.empty : Prisma.sql`and s.dimension = ''`}`)
  const where = ({ quarter, level, code }: CountRow) => `${quarter} ${level} ${code}`
  const [byPlace, runsByPlace] = [Map.groupBy(rows, where), Map.groupBy(runs, where)]
  const told = (place: Place, quarter: Quarter) => `${quarter.code} ${place.level} ${place.code}`
  return places.map((place) => quarters.map((quarter) => quarterFigures(place, quarter, byPlace.get(told(place, quarter)) ?? [], runsByPlace.get(told(place, quarter)) ?? [], edition.editions)))
}

/**
 * The figures of one place over one quarter, with what it is cut by; `null` where the store does not hold that quarter: it
 * is not over, it is too old, or nothing has been counted yet. Who may read the place is the caller's to ask.
 */
export async function territoryFigures(place: Place, quarter: string): Promise<TerritoryQuarter | null> {
  const edition = await territoryEdition()
  const found = edition?.quarters.find(({ code }) => code === quarter)
  if (edition === null || found === undefined) return null
  return (await figuresOfPlaces(edition, [place], [found], true))[0]?.[0] ?? null
}
