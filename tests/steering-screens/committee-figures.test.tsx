// The committee's screen: what could not be said anew carries the day of its edition, and the note says why, once.
import { expect, test } from 'vitest'
import { CommitteeScreen } from '@/components/figures/committee-screen.tsx'
import { parseQuarter, quarterView } from '@/lib/cases/quarter.ts'
import { NATION, type Place } from '@/lib/indicators/slices.ts'
import type { CommitteeView } from '@/lib/steering/territory/committee.ts'
import type { TerritoryFigure, TerritoryQuarter } from '@/lib/steering/territory/figures.ts'
import { FIGURE_SECTIONS, PLACE_FIGURES, SECTION_FIGURES } from '@/lib/steering/packs/sections.ts'
import { TERRITORY_DEFINITIONS } from '@/lib/steering/territory/populations.ts'
import { markupOf } from '@/tests/file-screens/a-view.ts'

const quarter = (code: string) => quarterView(parseQuarter(code)!)
const plain = (markup: string) => markup.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/[\s\u00A0\u202F]+/gu, ' ')

function figures(place: Place, code: string, some: Partial<Record<string, Partial<TerritoryFigure>>>): TerritoryQuarter {
  const masked = { value: null, missing: 'masked', of: null, counted: null, seenFrom: null, saidOn: null } as const
  return { place, quarter: quarter(code), empty: false, cuts: [], figures: TERRITORY_DEFINITIONS.map(({ id }) => ({ id, ...masked, ...some[id] })) }
}

const entries = (value: number, saidOn: string | null): Partial<TerritoryFigure> => ({ value, of: value, missing: null, saidOn })
const RHONE: Place = { level: 'region', code: '84' }
const view: CommitteeView = {
  edition: { number: 2, madeOn: '2027-01-25', madeAt: new Date('2027-01-25T05:00:00Z'), quarters: ['2026-Q4', '2026-Q3'].map(quarter), editions: [{ number: 2, madeOn: '2027-01-25' }, { number: 1, madeOn: '2026-10-25' }] },
  quarter: quarter('2026-Q4'), roots: [{ place: NATION, name: '' }], path: [{ place: NATION, name: '' }],
  here: figures(NATION, '2026-Q4', { entries: entries(412, null), preBilanInTime: { value: 0.75, of: 40, counted: 30, missing: null, saidOn: '2026-10-25' } }),
  previous: figures(NATION, '2026-Q3', { entries: entries(390, '2026-10-25') }),
  children: [{ place: RHONE, name: 'Auvergne-Rhône-Alpes', figures: figures(RHONE, '2026-Q4', { entries: entries(60, '2026-10-25') }) }],
  childFigures: PLACE_FIGURES, sections: FIGURE_SECTIONS.map((section) => ({ section, ids: SECTION_FIGURES[section] })), opened: null, unheard: [],
}

test('each such figure, and no other, has its edition beside it', () => {
  const markup = markupOf(<CommitteeScreen view={view} timeZone="Europe/Paris" />, 'fr')
  expect(plain(markup).split('édition du 25 oct. 2026').length - 1).toBe(3)
  expect(plain(markup)).toMatch(/75(,0)? % édition du 25 oct\. 2026 30 sur 40/u)
  expect(plain(markup)).toMatch(/412 (?!édition)/u)
  expect(plain(markup).split('Un chiffre daté d’une édition antérieure').length - 1).toBe(1)
})

test('in English too', () => {
  const text = plain(markupOf(<CommitteeScreen view={view} timeZone="Europe/Paris" />, 'en'))
  expect(text.split(/edition of /u).length - 1).toBe(3)
  expect(text).toContain('A figure dated from an earlier edition stands as that edition said it')
})
