// What the store of figures says of a place, made by hand: a basin by default, over eight quarters. Every third figure of the
// last quarter is there on purpose: a share, a mean, one masked, one too young.
import { day, isoOf } from '@/lib/accord/calendar/day.ts'
import { parseQuarter, quartersBack, quarterView } from '@/lib/cases/quarter.ts'
import { DEFINITIONS, type IndicatorId } from '@/lib/indicators/definitions.ts'
import type { Place } from '@/lib/indicators/slices.ts'
import { contentOf, type PackAsk, type StoreReading } from '@/lib/steering/packs/compose.ts'
import type { PackContent } from '@/lib/steering/packs/content.ts'
import type { KnownPlace } from '@/lib/steering/packs/places.ts'
import type { CutRow, TerritoryFigure, TerritoryQuarter } from '@/lib/steering/territory/figures.ts'

export const LYON: KnownPlace = {
  level: 'basin', code: '8421', name: 'Lyon', regionCode: '84', departmentCodes: ['69', '01', '38'], within: ['Rhône', 'Auvergne-Rhône-Alpes'],
  basins: [{ id: '00000000-0000-4000-8000-000000000001', code: '8421', name: 'Lyon', regionCode: '84', departmentCodes: ['69', '01', '38'], mainDepartment: '69' }],
}
export const AUVERGNE: KnownPlace = { ...LYON, level: 'region', code: '84', name: 'Auvergne-Rhône-Alpes', departmentCodes: [], within: [] }

const QUARTER = '2026-Q3'

/** A figure of a quarter, `at` quarters from the first; `people` is how many are concerned. */
function figure(id: IndicatorId, at: number, people: number): TerritoryFigure {
  const { unit, maturityMonths } = DEFINITIONS.find((definition) => definition.id === id)!
  const none = { id, value: null, of: null, counted: null, seenFrom: null, saidOn: null }
  // Cohorts of the last quarters are too young, as the store says.
  if (maturityMonths > 0 && (7 - at) * 3 < maturityMonths) return { ...none, missing: 'too_young', seenFrom: '2027-12-31' }
  if (id === 'wageGapClaims' || (id === 'exits' && at === 2)) return { ...none, missing: 'masked' }
  // No two figures are alike: one in the place of another shows.
  const rank = DEFINITIONS.findIndex((definition) => definition.id === id)
  const of = people + at * 3 + rank * 11
  if (unit === 'people') return { id, value: of, missing: null, of, counted: null, seenFrom: null, saidOn: null }
  if (unit !== 'share') return { id, value: unit === 'euros' ? 3_310.2 + at : unit === 'months' ? 4.5 + rank / 10 + at / 10 : 6.1 + at / 5, missing: null, of, counted: null, seenFrom: null, saidOn: null }
  if (id === 'durableAfterExtension') return { ...none, missing: 'masked', of }
  const counted = Math.round(of * (0.4 + rank / 80 + at / 50))
  return { id, value: counted / of, missing: null, of, counted, seenFrom: null, saidOn: null }
}

function quarterOfPlace(place: Place, code: string, at: number, people: number, cuts: readonly CutRow[] = []): TerritoryQuarter {
  const days = parseQuarter(code)!
  const figures = DEFINITIONS.filter(({ silentFor }) => silentFor === null).map(({ id }) => figure(id, at, people))
  return { place, quarter: quarterView(days), figures, cuts, empty: false }
}

function cutsOf(): readonly CutRow[] {
  const row = (cut: CutRow['cut'], value: string, indicator: IndicatorId, people: number | null): CutRow => ({
    cut, value, files: null, figures: [{ id: indicator, value: people, missing: people === null ? 'masked' : null, of: people, counted: null, seenFrom: null, saidOn: null }],
  })
  return [
    row('seniority', 'under_1', 'entries', null), row('seniority', '1_to_2', 'entries', null), row('seniority', 'over_2', 'entries', 330),
    ...(['under_26', '26_to_34', '35_to_44', '45_to_54', 'over_55'] as const).map((band, at) => row('age', band, 'entries', 40 + at * 31)),
    row('sex', 'female', 'entries', 190), row('sex', 'male', 'entries', 222),
    row('motive', 'term', 'exits', 210), row('motive', 'job_cdi', 'exits', 96), row('motive', 'full_pension', 'exits', null),
  ]
}

export interface FixtureOptions {
  readonly place?: KnownPlace
  readonly ask?: Partial<PackAsk>
  /** People of each quarter: moved by so much, to stand for a store counted again. */
  readonly moved?: number
  /** How many basins it is made of. */
  readonly basins?: number
}

/** A reading of the store. */
export function storeOf({ place = LYON, moved = 0, basins = 0 }: FixtureOptions = {}): StoreReading {
  const codes = quartersBack(parseQuarter(QUARTER)!.to, 8).map(({ code }) => code).toReversed()
  const wide = place.level === 'region' || place.level === 'nation'
  const inside = Array.from({ length: basins }, (_, at) => ({ code: String(8401 + at), name: at % 9 === 3 ? `Bassin de Saint-Étienne-du-Rouvray et Sotteville n° ${at + 1}` : `Bassin ${at + 1}`, quarter: quarterOfPlace({ level: 'basin', code: String(8401 + at) }, QUARTER, 7, 20 + ((at * 37) % 200)) }))
  return {
    edition: { number: 12, madeOn: '2026-11-22' },
    quarters: codes.map((code, at) => quarterOfPlace(place, code, at, 380 + moved, wide && at === 7 ? cutsOf() : [])),
    wider: place.level === 'nation' ? null : { place: place.level === 'basin' ? { level: 'department', code: '69', name: 'Rhône' } : { level: 'nation', code: '', name: 'France entière' }, quarter: quarterOfPlace(place, QUARTER, 7, 9_000) },
    inside: basins === 0 ? [] : [{ level: 'basin', places: inside }],
  }
}

/** A content made of it. */
export function packOf(options: FixtureOptions = {}): PackContent {
  const { place = LYON, ask = {} } = options
  const content = contentOf({
    place, quarter: QUARTER, locale: 'fr', operator: 'Alizé Transitions', madeOn: isoOf(day('2026-11-22')), replaces: null, reason: null, earlier: null,
    comments: { overview: 'Deux fermetures d’ateliers expliquent les entrées de septembre.', support: 'Un conseiller de plus depuis le 1ᵉʳ octobre.\n\nLes délais sont revenus à ceux du printemps.' }, ...ask,
  }, storeOf(options))
  return content
}

/** The same, issued. */
export function issuedPack(options: FixtureOptions = {}): PackContent {
  return { ...packOf(options), number: `CSP-2026-T3-${options.place?.level === 'region' ? 'R84' : 'ZE8421'}-01` }
}
