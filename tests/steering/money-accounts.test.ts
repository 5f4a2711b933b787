import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { recordCost, withdrawCost } from '@/lib/cases/costs/record-cost.ts'
import { readCostQuery, yearOf } from '@/lib/cases/costs/cost-params.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { parseCaseloadSearch, queryOf } from '@/lib/cases/caseload-params.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { costsExport } from '@/lib/exchange/costs-export.ts'
import { AREAS_IN_ALL, areaOfZone, KNOWN_AREAS } from '@/lib/steering/money/experiment-areas.ts'
import { experimentView } from '@/lib/steering/money/experiment.ts'
import { costLinesPage, supportedPersons } from '@/lib/steering/money/lists.ts'
import { moneyAccounts, type MoneyAccounts, type MoneyCell } from '@/lib/steering/money/accounts.ts'
import { accepted, opened, opening, record, twoOffices, type TwoOffices } from '../cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-06-01')
})
afterAll(() => house.end())

const PERIOD = 'from=2026-01-01&to=2026-12-31'

/** A file whose CSP began on 24 February 2026, with France Travail’s daily amount where it is given. */
async function file(actor: Actor, asp: string | null, basinCode = '8401'): Promise<string> {
  const reference = await accepted(house, actor, opening({ basinCode }))
  if (asp !== null) {
    const told = await record(house, actor, reference, 'benefit_notified', { on: '2026-03-01', aspDaily: asp })
    if (told.kind !== 'recorded') throw new Error(JSON.stringify(told))
  }
  return reference
}
async function cost(actor: Actor, reference: string, amount: string, more: Record<string, unknown> = {}): Promise<string> {
  const outcome = await recordCost(actor, { reference, submissionId: randomUUID(), cost: { kind: 'training', label: 'Formation', amount, on: '2026-05-04', funder: 'cpf', state: 'paid', ...more } })
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome))
  return outcome.costId
}
async function accounts(actor: Actor, search = PERIOD): Promise<MoneyAccounts> {
  const outcome = await moneyAccounts(actor, queryOf(search))
  if (outcome?.kind !== 'accounts') throw new Error(JSON.stringify(outcome))
  return outcome.accounts
}
async function listed(actor: Actor, search: string) {
  const outcome = await costLinesPage(actor, queryOf(search))
  if (outcome?.kind !== 'page') throw new Error(JSON.stringify(outcome))
  return outcome.page
}
async function persons(actor: Actor, search: string) {
  const outcome = await supportedPersons(actor, queryOf(search))
  if (outcome?.kind !== 'page') throw new Error(JSON.stringify(outcome))
  return outcome.page
}
async function leadsToItsLines(actor: Actor, cell: MoneyCell): Promise<void> {
  const { total, amount } = await listed(actor, cell.search)
  expect([total, amount]).toEqual([cell.lines, cell.amount])
}

describe('the accounts of a small office, counted by hand', () => {
  let lyon: string
  let vienne: string
  let unknown: string
  beforeAll(async () => {
    const { counsellor } = house.north
    lyon = await file(counsellor, '50.00')
    vienne = await file(counsellor, '40.25', '8402')
    unknown = await file(counsellor, null)
    await cost(counsellor, lyon, '1200.10')
    await cost(counsellor, lyon, '300.00', { state: 'committed', funder: 'region', kind: 'measure', label: 'Bilan' })
    await cost(counsellor, lyon, '99.99', { state: 'planned', funder: 'region', kind: 'measure', label: 'Atelier' })
    await cost(counsellor, vienne, '500.00', { funder: 'operator', kind: 'support_fee', label: 'Suivi' })
    // Before the CSP began, and out of the period.
    await cost(counsellor, vienne, '77.00', { on: '2025-12-31' })
    const withdrawn = await cost(counsellor, vienne, '9000.00')
    await withdrawCost(counsellor, { reference: vienne, costId: withdrawn, submissionId: randomUUID(), reason: 'Erreur' })
    await cost(house.south.counsellor, await file(house.south.counsellor, '60.00'), '5.55')
  })

  it('sums lines by who pays, by what is paid and by basin; parts add to the whole', async () => {
    const money = await accounts(house.north.manager)
    expect(Object.fromEntries(Object.entries(money.total).map(([name, { lines, amount }]) => [name, [lines, amount]]))).toEqual({
      planned: [1, '99.99'], committed: [1, '300.00'], paid: [2, '1700.10'], spent: [3, '2000.10'], all: [4, '2100.09'],
    })
    expect(money.byFunder.map(({ code, cells }) => [code, cells.all.amount])).toEqual([['cpf', '1200.10'], ['operator', '500.00'], ['region', '399.99']])
    expect(money.byKind.map(({ code, cells }) => [code, cells.all.lines])).toEqual([['training', 1], ['support_fee', 1], ['measure', 2]])
    expect(money.byBasin.map(({ code, supported, cells, perPerson }) => [code, supported, cells.spent.amount, perPerson])).toEqual([
      ['8401', 2, '1500.10', '750.05'],
      ['8402', 1, '500.00', '500.00'],
    ])
    expect(money.supported).toBe(3)
    expect(money.perPerson).toBe('666.70')
    expect(money.without.files).toBe(1)
  })

  it('gives the list behind each sum, with its count and its sum', async () => {
    const { manager } = house.north
    const money = await accounts(manager)
    for (const cell of [money.total, ...money.byFunder.map(({ cells }) => cells), ...money.byKind.map(({ cells }) => cells), ...money.byBasin.map(({ cells }) => cells)].flatMap((cells) => Object.values(cells))) {
      await leadsToItsLines(manager, cell)
    }
    const all = await persons(manager, money.supportedSearch)
    expect([all.total, all.allowance, all.unknown]).toEqual([money.supported, money.allowance.amount, money.allowance.unknown])
    expect((await persons(manager, money.without.search)).persons.map(({ reference }) => reference)).toEqual([unknown])
    expect((await persons(manager, money.unknownSearch)).persons).toMatchObject([{ reference: unknown, daily: null, allowance: null, days: 97 }])
    for (const { supported, supportedSearch } of money.byBasin) expect((await persons(manager, supportedSearch)).total).toBe(supported)
  })

  it('estimates the allowance from the days paid by the eve: 97 from 24 February to 31 May; the unknown is left out and counted', async () => {
    const money = await accounts(house.north.manager)
    expect(money.allowance).toEqual({ files: 3, unknown: 1, days: 194, amount: '8754.25' })
    expect((await accounts(house.north.manager, 'from=2026-02-24&to=2026-02-24')).allowance).toMatchObject({ days: 2, amount: '90.25' })
    expect((await accounts(house.north.manager, 'from=2026-02-01&to=2026-02-23')).allowance).toEqual({ files: 0, unknown: 0, days: 0, amount: '0.00' })
    expect((await accounts(house.north.manager, 'from=2026-05-31&to=2026-06-30')).allowance).toMatchObject({ days: 2 })
    expect((await accounts(house.north.manager, 'from=2026-06-01&to=2026-06-30')).allowance).toMatchObject({ files: 3, days: 0, amount: '0.00' })
    expect((await accounts(house.north.manager, 'from=2026-06-02&to=2026-06-30')).supported).toBe(0)
  })

  it('names what was spent for people who are not in support in the span', async () => {
    const money = await accounts(house.north.manager, 'from=2025-01-01&to=2025-12-31')
    expect([money.supported, money.perPerson, money.total.spent.amount, money.after.lines, money.after.amount]).toEqual([0, null, '77.00', 1, '77.00'])
    await leadsToItsLines(house.north.manager, money.after)
    expect(money.year).toMatchObject({ period: yearOf(day('2025-06-01')), allowance: { files: 0 } })
  })

  it('is one’s own: basins of a manager, the operator of its administrator, nobody else’s', async () => {
    const { north, south } = house
    expect((await accounts(north.administrator)).total.all.amount).toBe('2100.09')
    expect((await accounts(south.manager)).total.all.amount).toBe('5.55')
    const inLyon = { ...north.manager, basinIds: [house.basins.lyon] }
    expect((await accounts(inLyon)).total.all.amount).toBe('1600.09')
    expect(await moneyAccounts(inLyon, queryOf('place=basin:8402'))).toEqual({ kind: 'not_yours', place: 'basin:8402' })
    expect(await costLinesPage(inLyon, queryOf('place=basin:nowhere'))).toEqual({ kind: 'not_yours', place: 'basin:nowhere' })
    for (const actor of [north.counsellor, north.referent, house.committee, house.platform[0]]) {
      expect([await moneyAccounts(actor, {}), await costLinesPage(actor, {}), await supportedPersons(actor, {}), await experimentView(actor, {})]).toEqual([null, null, null, null])
      expect(await costsExport.count(actor, {})).toBeNull()
    }
  })

  it('exports the lines of the list, in its order, within the reach', async () => {
    const { manager } = house.north
    const rows: (readonly unknown[])[] = []
    await costsExport.read(manager, { search: PERIOD }, 'fr', async (batch) => void rows.push(...batch))
    const page = await listed(manager, PERIOD)
    expect(rows.map((row) => [row[0], row[9]])).toEqual(page.lines.map(({ reference, amount }) => [reference, amount]))
    expect(rows).toHaveLength(await costsExport.count(manager, { search: PERIOD }) ?? -1)
    expect(costsExport.columns({}, 'fr').map(({ type }) => type).slice(-2)).toEqual(['day', 'amount'])
  })

  it('counts a day of support at the operator that had the file: handed over on 1 April, the sender’s allowance stops on the eve', async () => {
    const sent = await file(house.north.counsellor, '10.00', '8402')
    await house.owner.query(`update case_file set transferred_on = '2026-04-01', closed = true, next_deadline_on = null, next_change_on = null where reference = $1 and operator_id = $2`, [sent, house.north.operatorId])
    const { persons: all } = await persons(house.north.manager, PERIOD)
    // 24 February to 31 March: 36 days.
    expect(all.find(({ reference }) => reference === sent)).toMatchObject({ days: 36, allowance: '360.00', last: day('2026-03-31') })
    expect((await persons(house.north.manager, 'from=2026-04-01&to=2026-04-30')).persons.map(({ reference }) => reference)).not.toContain(sent)
  })
})

describe('what an address asks', () => {
  const read = (search: string) => readCostQuery(queryOf(search), yearOf(day('2026-06-01')))
  it('shows the year where nothing is asked, and says what it could not hear', () => {
    expect(read('')).toMatchObject({ filter: { period: { from: day('2026-01-01'), to: day('2026-12-31') }, funder: null, of: 'all' }, problems: [], page: 1 })
    expect(read('from=2026-07-01&to=2026-06-30')).toMatchObject({ filter: { period: yearOf(day('2026-06-01')) }, problems: [{ kind: 'upside_down' }] })
    expect(read('from=2026-07-01&to=2026-07-01').problems).toEqual([])
    expect(read('from=2026-02-30').problems).toEqual([{ kind: 'not_a_day', name: 'from', value: '2026-02-30' }])
    expect(read('from=1950-01-01&to=2026-01-01').problems).toEqual([{ kind: 'too_long' }])
    expect(read('kind=lunch&state=dreamt&of=x&place=galaxy').problems.map((problem) => 'name' in problem && problem.name)).toEqual(['place', 'kind', 'state', 'of'])
  })
  it('still finds the lines of a funder that is no more, and says so', () => {
    expect(read('funder=old_fund')).toMatchObject({ filter: { funder: 'old_fund' }, problems: [{ kind: 'gone', name: 'funder', value: 'old_fund' }] })
    expect(read("funder=x'; drop")).toMatchObject({ filter: { funder: null } })
  })
})

describe('the experiment of art. 4', () => {
  const entrant = async (registered: string, acceptedOn: string, basinCode = '8401') => {
    const { counsellor } = house.south
    const reference = await opened(counsellor, {
      basinCode, employer: null, frame: { engagedOn: registered, entryPath: 'experiment', areDaily: '30.00' }, facts: [{ kind: 'registered', terms: { on: registered } }],
    })
    const outcome = await record(house, counsellor, reference, 'accepted', { on: acceptedOn })
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome))
    return reference
  }
  const view = async (search = '') => {
    const outcome = await experimentView(house.south.manager, queryOf(search))
    if (outcome?.kind !== 'view') throw new Error(JSON.stringify(outcome))
    return outcome.view
  }
  const files = async (search: string) => (await caseload(house.south.manager, parseCaseloadSearch(search)))?.total

  it('counts who came in by it, what it costs and its bonus, each beside the envelope of its text', async () => {
    const before = await accounts(house.south.manager, 'from=2013-01-01&to=2014-12-31')
    // Registered on 2 January 2013: the CSP runs from the 23rd, 365 days; seventh month from 23 July.
    const first = await entrant('2013-01-02', '2013-01-11')
    // The eve of the bonus; and another text.
    await entrant('2013-01-02', '2013-01-10', '8402')
    await entrant('2016-03-01', '2016-03-10')
    await cost(house.south.counsellor, first, '1000.00', { kind: 'experiment_bonus', label: 'Prime', on: '2013-08-01', funder: 'france_travail' })
    await cost(house.south.counsellor, first, '250.50', { on: '2013-05-06', state: 'committed' })
    await cost(house.south.counsellor, first, '99.00', { on: '2013-05-06', state: 'planned' })
    const all = await view()
    expect([all.entries.count, await files(all.entries.search)]).toEqual([3, 3])
    expect(all.byYear.map(({ year, entries }) => [year, entries.count])).toEqual([[2013, 2], [2016, 1]])
    for (const { entries } of all.byYear) expect(await files(entries.search)).toBe(entries.count)
    expect(all.byBasin.map(({ code, entries, match }) => [code, entries.count, match])).toEqual([['8401', 2, null], ['8402', 1, null]])
    for (const { entries, costs } of all.byBasin) {
      expect(await files(entries.search)).toBe(entries.count)
      await leadsToItsLines(house.south.manager, costs)
    }
    await leadsToItsLines(house.south.manager, all.costs)
    await leadsToItsLines(house.south.manager, all.bonus.paid)
    expect(all.bonus).toMatchObject({ reached: 1, amount: '1000.00', paid: { lines: 1, amount: '1000.00' } })
    expect(all.byText.map(({ text, entries, costs }) => [text, entries, costs])).toEqual([['2011', 2, '1250.50'], ['2015', 1, '0.00']])
    // Nobody else's accounts are moved by it but the operator's own: the experiment is a part of them.
    expect((await accounts(house.south.manager, 'from=2013-01-01&to=2014-12-31')).supported).toBe(before.supported + 2)
    expect((await experimentView(house.north.manager, {}))).toMatchObject({ kind: 'view', view: { entries: { count: 0 }, byBasin: [] } })
  })

  it('cuts to a span and a basin, and its bonus counts from the seventh month on', async () => {
    expect((await view('from=2013-01-01&to=2013-07-22')).bonus.reached).toBe(0)
    expect((await view('from=2013-01-01&to=2013-07-23')).bonus.reached).toBe(1)
    expect((await view('from=2014-01-01&to=2015-12-31')).entries.count).toBe(0)
    expect((await view('place=basin:8402')).entries.count).toBe(1)
    expect(await experimentView({ ...house.south.manager, basinIds: [house.basins.lyon] }, queryOf('place=basin:8402'))).toEqual({ kind: 'not_yours', place: 'basin:8402' })
  })

  it('knows sixteen areas of thirty-nine, two of which share a zone', () => {
    expect([KNOWN_AREAS.length, AREAS_IN_ALL]).toEqual([16, 39])
    expect([areaOfZone('5302'), areaOfZone('3218'), areaOfZone('8421')]).toEqual(['same', 'near', null])
  })
})
