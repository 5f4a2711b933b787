import type { Actor, Territory } from '../../access/actor.ts'
import { can, territoryHolds } from '../../access/can.ts'
import { day, isoOf } from '../../accord/index.ts'
import { parseQuarter } from '../../cases/quarter.ts'
import type { Quarter } from '../../cases/views/basins.ts'
import { withoutActor } from '../../database/transactions.ts'
import { parseIndicator, type IndicatorId } from '../../indicators/definitions.ts'
import { DEPARTMENTS, REGIONS } from '../../indicators/places.ts'
import { NATION, readPlace, type Place } from '../../indicators/slices.ts'
import { FIGURE_SECTIONS, PLACE_FIGURES, SECTION_FIGURES } from '../packs/sections.ts'
import { countedFrom } from './edition.ts'
import { figuresOfPlaces, territoryEdition, type TerritoryEdition, type TerritoryQuarter } from './figures.ts'

/** What the address of the screen asks, as it stands there. */
export interface CommitteeAsked {
  readonly place: string | null
  readonly quarter: string | null
  readonly indicator: string | null
}

export interface NamedPlace {
  readonly place: Place
  readonly name: string
}

/** What of the address could not be answered, and why; the rest of the page is. */
export type Unheard =
  | { readonly kind: 'place_unreadable' | 'indicator'; readonly value: string }
  /** Of somebody else's territory: only its name, which is public. */
  | { readonly kind: 'place_elsewhere'; readonly value: string }
  | { readonly kind: 'quarter_unreadable'; readonly value: string }
  /** Not over, or over for too short a time: the day from which it is counted. */
  | { readonly kind: 'quarter_to_come'; readonly value: string; readonly from: string }
  /** Older than those kept. */
  | { readonly kind: 'quarter_gone'; readonly value: string }

export interface CommitteeView {
  readonly edition: TerritoryEdition
  readonly quarter: Quarter
  /** The whole of the member's territory, one place or several. */
  readonly roots: readonly NamedPlace[]
  /** From the widest place of theirs to the one shown. */
  readonly path: readonly NamedPlace[]
  readonly here: TerritoryQuarter
  /** The same over the quarter before, where it is kept. */
  readonly previous: TerritoryQuarter | null
  /** Places that make this one up, with the figures told of each. */
  readonly children: readonly (NamedPlace & { readonly figures: TerritoryQuarter })[]
  readonly childFigures: readonly IndicatorId[]
  readonly sections: readonly { readonly section: (typeof FIGURE_SECTIONS)[number]; readonly ids: readonly IndicatorId[] }[]
  /** One indicator over every quarter kept, oldest first. */
  readonly opened: { readonly id: IndicatorId; readonly trend: readonly TerritoryQuarter[] } | null
  readonly unheard: readonly Unheard[]
}

interface Basin {
  readonly code: string
  readonly name: string
  readonly department: string
  readonly departments: readonly string[]
  readonly region: string
}

const basins = (): Promise<Basin[]> =>
  withoutActor((tx) => tx.$queryRaw<Basin[]>`select code, name, main_department_code as department, department_codes as departments, region_code as region from basin order by name, code`)

/** Whether a place lies in a territory whole; a basin, where a part of it does. */
function holdsPlace(territory: Territory, place: Place, zones: readonly Basin[]): boolean {
  if (territory.level === 'nation') return true
  switch (place.level) {
    case 'nation':
      return false
    case 'region':
      return territory.level === 'region' && territory.codes.includes(place.code)
    case 'department':
      return (territory.level === 'department' && territory.codes.includes(place.code)) || (territory.level === 'region' && territory.codes.includes(DEPARTMENTS[place.code]?.regionCode ?? ''))
    case 'basin': {
      const zone = zones.find(({ code }) => code === place.code)
      return zone !== undefined && territoryHolds(territory, { basinCode: zone.code, departmentCodes: zone.departments, regionCode: zone.region })
    }
  }
}

function exists({ level, code }: Place, zones: readonly Basin[]): boolean {
  if (level === 'basin') return zones.some((zone) => zone.code === code)
  return level === 'nation' || (level === 'region' ? REGIONS[code] !== undefined : DEPARTMENTS[code] !== undefined)
}

function nameOf({ level, code }: Place, zones: readonly Basin[]): string {
  if (level === 'basin') return zones.find((zone) => zone.code === code)?.name ?? code
  return (level === 'region' ? REGIONS[code] : DEPARTMENTS[code]?.name) ?? code
}

function childrenOf({ level, code }: Place, zones: readonly Basin[]): Place[] {
  const distinct = (codes: readonly string[], of: 'region' | 'department'): Place[] => [...new Set(codes)].map((one) => ({ level: of, code: one }))
  switch (level) {
    case 'nation':
      return distinct(zones.map(({ region }) => region), 'region')
    case 'region':
      return distinct(zones.filter(({ region }) => region === code).map(({ department }) => department), 'department')
    case 'department':
      return zones.filter(({ department }) => department === code).map((zone) => ({ level: 'basin', code: zone.code }))
    case 'basin':
      return []
  }
}

function parentsOf({ level, code }: Place, zones: readonly Basin[]): Place[] {
  const zone = zones.find((one) => one.code === code)
  const department = level === 'basin' ? zone?.department : level === 'department' ? code : undefined
  const region = level === 'basin' ? zone?.region : level === 'department' ? DEPARTMENTS[code]?.regionCode : undefined
  return [
    ...(level === 'nation' ? [] : [NATION]),
    ...(region === undefined ? [] : [{ level: 'region', code: region } as const]),
    ...(level === 'basin' && department !== undefined ? [{ level: 'department', code: department } as const] : []),
  ]
}

function readQuarter(asked: string | null, { quarters, madeOn }: TerritoryEdition): { quarter: Quarter; unheard: Unheard[] } {
  const newest = quarters[0]!
  if (asked === null) return { quarter: newest, unheard: [] }
  const found = quarters.find(({ code }) => code === asked)
  if (found !== undefined) return { quarter: found, unheard: [] }
  const known = parseQuarter(asked)
  if (known === null) return { quarter: newest, unheard: [{ kind: 'quarter_unreadable', value: asked }] }
  const later = known.code > newest.code || known.to > day(madeOn)
  return { quarter: newest, unheard: [later ? { kind: 'quarter_to_come', value: asked, from: isoOf(countedFrom(known)) } : { kind: 'quarter_gone', value: asked }] }
}

/**
 * The committee's screen: a place of the member's territory over a quarter that is over, all operators together, masked.
 * @returns `null` for any other role; `none` while nothing has been counted
 */
export async function committeeView(actor: Actor, asked: CommitteeAsked): Promise<CommitteeView | 'none' | null> {
  const { territory } = actor
  if (territory === null || !can(actor, 'figures.read')) return null
  const [edition, zones] = await Promise.all([territoryEdition(), basins()])
  if (edition === null || edition.quarters.length === 0) return 'none'
  const named = (place: Place): NamedPlace => ({ place, name: nameOf(place, zones) })
  const { level } = territory
  const roots = level === 'nation' ? [NATION] : territory.codes.map((code): Place => ({ level, code }))
  const { quarter, unheard } = readQuarter(asked.quarter, edition)
  const wanted = asked.place === null ? roots[0]! : readPlace(asked.place)
  const theirs = wanted !== null && exists(wanted, zones) && holdsPlace(territory, wanted, zones)
  if (wanted === null || !exists(wanted, zones)) unheard.push({ kind: 'place_unreadable', value: asked.place ?? '' })
  else if (!theirs) unheard.push({ kind: 'place_elsewhere', value: wanted.level === 'nation' ? '' : nameOf(wanted, zones) })
  const place = theirs ? wanted : roots[0]!
  const id = asked.indicator === null ? null : parseIndicator(asked.indicator)
  const opened = id !== null && FIGURE_SECTIONS.some((section) => SECTION_FIGURES[section].includes(id)) ? id : null
  if (asked.indicator !== null && opened === null) unheard.push({ kind: 'indicator', value: asked.indicator })

  const before = edition.quarters[edition.quarters.findIndex(({ code }) => code === quarter.code) + 1] ?? null
  const trend = opened === null ? [] : edition.quarters.toReversed()
  const inside = childrenOf(place, zones)
  const [own, earlier, told, over] = await Promise.all([
    figuresOfPlaces(edition, [place], [quarter], true),
    before === null ? [] : figuresOfPlaces(edition, [place], [before], false),
    figuresOfPlaces(edition, inside, [quarter], false),
    opened === null ? [] : figuresOfPlaces(edition, [place], trend, false),
  ])
  return {
    edition, quarter, unheard, previous: earlier[0]?.[0] ?? null,
    roots: roots.map(named),
    path: [...parentsOf(place, zones).filter((one) => holdsPlace(territory, one, zones)), place].map(named),
    here: own[0]![0]!,
    children: inside.map((one, index) => ({ ...named(one), figures: told[index]![0]! })).filter(({ figures }) => !figures.empty),
    childFigures: PLACE_FIGURES,
    sections: FIGURE_SECTIONS.map((section) => ({ section, ids: SECTION_FIGURES[section] })),
    opened: opened === null ? null : { id: opened, trend: over[0] ?? [] },
  }
}
