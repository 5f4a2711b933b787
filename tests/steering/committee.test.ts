import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Territory } from '@/lib/access/actor.ts'
import { committeeView, type CommitteeAsked, type CommitteeView } from '@/lib/steering/territory/committee.ts'
import { twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-11-22')
  const { owner } = house
  await owner.query(`insert into basin (scheme, code, name, region_code, region_name, department_codes, main_department_code) values ('ZE2020', '9312', 'Marseille', '93', 'Provence-Alpes-Côte d’Azur', '{13}', '13')`)
  await owner.query(`insert into territory_edition (number, made_on, newest_quarter) values (3, '2026-11-22', '2026-Q3')`)
  const put = (quarter: string, level: string, code: string, indicator: string, part: string, figure: number | null, cut = '', value = '') =>
    owner.query(`insert into territory_count (quarter, level, code, indicator, part, dimension, value, figure, edition) values ($1, $2, $3, $4, $5, $6, $7, $8, 3)`, [quarter, level, code, indicator, part, cut, value, figure])
  for (const [level, code, entries] of [['nation', '', 50], ['region', '84', 40], ['region', '93', 10], ['department', '69', 40], ['basin', '8401', 36], ['basin', '8402', null]] as const) await put('2026-Q3', level, code, 'entries', 'of', entries)
  await put('2026-Q2', 'region', '84', 'entries', 'of', 33)
  await put('2026-Q3', 'region', '84', 'preBilanInTime', 'of', 40)
  await put('2026-Q3', 'region', '84', 'preBilanInTime', 'counted', 30)
  await put('2026-Q3', 'region', '84', 'entries', 'of', null, 'sex', 'female')
  await put('2026-Q3', 'region', '84', 'entries', 'of', 25, 'sex', 'male')
}, 60_000)
afterAll(() => house.end())

const member = (territory: Territory): Actor => ({ ...house.committee, territory })
const region = () => member({ level: 'region', codes: ['84'] })
async function view(actor: Actor, asked: Partial<CommitteeAsked> = {}): Promise<CommitteeView> {
  const found = await committeeView(actor, { place: null, quarter: null, indicator: null, ...asked })
  if (found === null || found === 'none') throw new Error(String(found))
  return found
}
const entries = (quarter: CommitteeView['here'] | null) => quarter?.figures.find(({ id }) => id === 'entries')

test('a region of the member’s: its figures, those of the quarter before, its departments', async () => {
  const seen = await view(region())
  expect(seen.path.map(({ name }) => name)).toEqual(['Auvergne-Rhône-Alpes'])
  expect(entries(seen.here)).toMatchObject({ value: 40, missing: null })
  expect(entries(seen.previous)).toMatchObject({ value: 33 })
  expect(seen.here.figures.find(({ id }) => id === 'preBilanInTime')).toMatchObject({ value: 0.75, of: 40, counted: 30 })
  expect(seen.children.map(({ name, figures }) => [name, entries(figures)?.value])).toEqual([['Rhône', 40]])
  expect(seen.here.cuts.map(({ value, figures }) => [value, figures[0]!.value, figures[0]!.missing])).toEqual([['female', null, 'masked'], ['male', 25, null]])
  expect(seen.unheard).toEqual([])
})

test('down to a basin, whose small count is masked', async () => {
  const seen = await view(region(), { place: 'basin:8402' })
  expect(seen.path.map(({ name }) => name)).toEqual(['Auvergne-Rhône-Alpes', 'Rhône', 'Vienne'])
  expect(entries(seen.here)).toEqual({ id: 'entries', value: null, missing: 'masked', of: null, counted: null, seenFrom: null, saidOn: null })
  expect(seen.children).toEqual([])
})

test('of a department, the path begins there; of the nation, everything is theirs', async () => {
  expect((await view(member({ level: 'department', codes: ['69'] }), { place: 'basin:8401' })).path.map(({ place }) => place.level)).toEqual(['department', 'basin'])
  expect((await view(member({ level: 'nation', codes: [] }))).children.map(({ name }) => name).toSorted()).toEqual(['Auvergne-Rhône-Alpes', 'Provence-Alpes-Côte d’Azur'])
})

test.each([
  ['region:93', { kind: 'place_elsewhere', value: 'Provence-Alpes-Côte d’Azur' }],
  ['basin:9312', { kind: 'place_elsewhere', value: 'Marseille' }],
  ['nation', { kind: 'place_elsewhere', value: '' }],
  ['department:13', { kind: 'place_elsewhere', value: 'Bouches-du-Rhône' }],
  ['basin:0000', { kind: 'place_unreadable', value: 'basin:0000' }],
  ['69', { kind: 'place_unreadable', value: '69' }],
])('asked for %s, says why not, and shows theirs', async (place, unheard) => {
  const seen = await view(region(), { place })
  expect(seen.unheard).toEqual([unheard])
  expect(seen.here.place).toEqual({ level: 'region', code: '84' })
})

test.each([
  ['2026-Q4', { kind: 'quarter_to_come', value: '2026-Q4', from: '2027-01-21' }],
  ['2031-Q1', { kind: 'quarter_to_come', value: '2031-Q1', from: '2031-04-21' }],
  ['2019-Q1', { kind: 'quarter_gone', value: '2019-Q1' }],
  ['hier', { kind: 'quarter_unreadable', value: 'hier' }],
])('a quarter that is not there (%s) is said, and the newest shown', async (quarter, unheard) => {
  const seen = await view(region(), { quarter })
  expect(seen.unheard).toEqual([unheard])
  expect(seen.quarter.code).toBe('2026-Q3')
})

test('an indicator opened has its quarters, oldest first; one that is gone is said', async () => {
  const seen = await view(region(), { indicator: 'entries' })
  expect(seen.opened?.trend.map((quarter) => [quarter.quarter.code, entries(quarter)?.value])).toEqual([['2026-Q2', 33], ['2026-Q3', 40]])
  for (const indicator of ['gone', 'withoutContact']) {
    const other = await view(region(), { indicator })
    expect([other.opened, other.unheard]).toEqual([null, [{ kind: 'indicator', value: indicator }]])
  }
})

test('a territory where nobody is followed is empty, and not an error', async () => {
  expect((await view(member({ level: 'region', codes: ['11'] }))).here.empty).toBe(true)
})

test('what a member reads holds no name, no operator and no address of a file', async () => {
  const told = JSON.stringify(await view(member({ level: 'nation', codes: [] }), { indicator: 'entries' }))
  expect(told).not.toMatch(/north|south|Ines|Search|dossiers|operator/u)
})
