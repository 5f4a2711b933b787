import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inActorTransaction, withoutActor } from '@/lib/database/transactions.ts'
import { importAll, importedFigures, importFigure, keptFigures } from '@/lib/steering/imports/figures.ts'
import { twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-11-22')
})
afterAll(() => house.end())

const REGION = { level: 'region', code: '84' } as const
const failures = {
  indicator: 'businessFailures', place: 'region:84', from: '2026-07-01', to: '2026-09-30', amount: '1850',
  sourceTitle: 'Banque de France, défaillances, octobre 2026', sourceUrl: 'https://www.banque-france.fr/defaillances', publishedOn: '2026-10-20',
}

describe('a figure that no file holds', () => {
  it('is kept with its source and its day by the platform, and read by everyone', async () => {
    expect(await importFigure(house.platform[0], failures)).toEqual({ kind: 'kept', count: 1 })
    for (const actor of [house.north.manager, house.south.counsellor, house.committee, house.platform[1]])
      expect(await importedFigures(actor, REGION)).toMatchObject([{ indicator: 'businessFailures', amount: '1850', sourceUrl: failures.sourceUrl, publishedOn: '2026-10-20', forEveryone: true, before: [] }])
    expect(await importedFigures(house.north.manager, { level: 'region', code: '11' })).toEqual([])
    expect(await importedFigures(house.north.manager, REGION, ['jobsThreatened'])).toEqual([])
  })

  it('is replaced with a reason, which it keeps with what it said before', async () => {
    expect(await importFigure(house.platform[1], { ...failures, amount: '1900' })).toEqual({ kind: 'invalid', fields: { reason: 'replaces_one' } })
    expect(await importFigure(house.platform[1], { ...failures, amount: '1900', reason: 'Chiffre révisé par la source' })).toMatchObject({ kind: 'kept' })
    expect(await importedFigures(house.committee, REGION)).toMatchObject([{ amount: '1900', before: [{ amount: '1850', reason: 'Chiffre révisé par la source' }] }])
  })

  it('an operator keeps its own, which no other reads', async () => {
    expect(await importFigure(house.north.administrator, { ...failures, indicator: 'stillRegistered', amount: '55' })).toMatchObject({ kind: 'kept' })
    expect((await importedFigures(house.north.counsellor, REGION)).map(({ indicator, forEveryone }) => [indicator, forEveryone])).toEqual([['businessFailures', true], ['stillRegistered', false]])
    expect((await importedFigures(house.south.manager, REGION)).map(({ indicator }) => indicator)).toEqual(['businessFailures'])
    expect(await keptFigures(house.south.administrator)).toHaveLength(1)
  })

  it.each(['counsellor', 'manager', 'referent'] as const)('is not a %s’s to keep', async (role) => {
    expect(await importFigure(house.north[role], { ...failures, reason: 'x' })).toEqual({ kind: 'not_allowed' })
    expect(await keptFigures(house.north[role])).toBeNull()
  })
  it('nor a committee member’s', async () => expect(await importFigure(house.committee, failures)).toEqual({ kind: 'not_allowed' }))

  it.each([
    ['indicator', 'entries', 'unknown'], ['indicator', '', 'unknown'], ['place', 'region:', 'wrong_place'], ['place', 'region:99', 'unknown_place'], ['amount', '1 850', 'not_a_number'],
    ['amount', '-3', 'not_a_number'], ['amount', '', 'required'], ['to', '2026-06-30', 'end_before_start'], ['to', '2026-02-30', 'wrong_format'], ['publishedOn', '2026-11-23', 'in_future'],
    ['sourceTitle', ' ', 'required'], ['sourceUrl', 'http://exemple.fr', 'not_https'], ['sourceUrl', 'javascript:alert(1)', 'not_https'],
  ])('refused: %s « %s »', async (field, value, fault) => {
    expect(await importFigure(house.platform[0], { ...failures, indicator: 'jobsThreatened', [field]: value })).toEqual({ kind: 'invalid', fields: { [field]: fault } })
  })
  it('a share is at most a hundred per cent', async () => {
    expect(await importFigure(house.platform[0], { ...failures, indicator: 'adhesionRate', amount: '100.1' })).toEqual({ kind: 'invalid', fields: { amount: 'over_hundred' } })
    expect(await importFigure(house.platform[0], { ...failures, indicator: 'adhesionRate', amount: '100' })).toMatchObject({ kind: 'kept' })
  })
  it('published today is not to come', async () => {
    expect(await importFigure(house.platform[0], { ...failures, indicator: 'jobsThreatened', publishedOn: '2026-11-22' })).toMatchObject({ kind: 'kept' })
  })

  it('of one cohort, those still registered at six, twelve and twenty-four months stand beside each other', async () => {
    const of = (indicator: string, amount: string) => ({ ...failures, indicator, amount, from: '2023-01-01', to: '2023-03-31' })
    expect(await importAll(house.platform[0], [of('stillRegisteredSixMonths', '78'), of('stillRegistered', '55'), of('stillRegisteredTwoYears', '31')])).toEqual({ kind: 'kept', count: 3 })
  })

  it('of a sheet, all are kept or none', async () => {
    const quarter = (from: string, to: string, amount: string) => ({ ...failures, indicator: 'dismissalRegistrations', from, to, amount })
    expect(await importAll(house.platform[0], [quarter('2026-01-01', '2026-03-31', '2400'), quarter('2026-04-01', '2026-06-30', 'deux mille')])).toEqual({ kind: 'bad_line', index: 1, fields: { amount: 'not_a_number' } })
    expect(await importedFigures(house.committee, REGION, ['dismissalRegistrations'])).toEqual([])
    // The same thing twice in one sheet: the second would replace the first, and says no reason.
    expect(await importAll(house.platform[0], [quarter('2026-01-01', '2026-03-31', '2400'), quarter('2026-01-01', '2026-03-31', '2500')])).toEqual({ kind: 'bad_line', index: 1, fields: { reason: 'replaces_one' } })
    expect(await importAll(house.platform[0], [quarter('2026-01-01', '2026-03-31', '2400'), quarter('2026-04-01', '2026-06-30', '2500')])).toEqual({ kind: 'kept', count: 2 })
  })

  it('is never changed nor taken away, and nobody writes in another’s name', async () => {
    for (const sql of ['update imported_figure set amount = 1', 'delete from imported_figure']) await expect(house.owner.query(sql)).rejects.toThrow(/imported_figure/u)
    const insert = (operator: string | null) => `insert into imported_figure (operator_id, indicator, place_level, place_code, from_day, to_day, amount, source_title, published_on, imported_by, imported_at)
      values (${operator === null ? 'null' : `'${operator}'`}, 'jobsThreatened', 'nation', '', '2026-01-01', '2026-03-31', 1, 's', '2026-04-01', '${house.north.administrator.accountId}', now())`
    for (const operator of [null, house.south.operatorId]) await expect(inActorTransaction(house.north.administrator, (tx) => tx.$executeRawUnsafe(insert(operator)))).rejects.toThrow(/row-level security/u)
    await expect(withoutActor((tx) => tx.$executeRawUnsafe(insert(null)))).rejects.toThrow(/row-level security/u)
  })
})
