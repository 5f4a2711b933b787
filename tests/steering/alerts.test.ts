import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { addDays, day, isoOf } from '@/lib/accord/calendar/day.ts'
import { parseCaseloadSearch } from '@/lib/cases/caseload-params.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { gatherDigest, saysSomething } from '@/lib/notify/digest-content.ts'
import { alertsIn, alertsOfBasin, alertView, driftCounts, LONGEST_ASIDE, setAside, takeBack, type Alert } from '@/lib/steering/alerts.ts'
import { steer } from '@/lib/steering/figures.ts'
import { accepted, record, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
let maud: Actor
/** Maud's colleague, who manages Lyon alone. */
let lyonOnly: Actor
let dueOn: string

const alerts = async (actor: Actor): Promise<readonly Alert[]> => (await steer(actor, (steering) => alertsIn(steering))) ?? []
const named = (list: readonly Alert[]) => list.map(({ kind, by, id, late, of }) => [kind, by, by === 'basin' ? id : '', late, of])
const at = (iso: string, days = 0) => house.setDay(isoOf(addDays(day(iso), days)))
const journal = async () => (await house.owner.query<{ action: string; detail: Record<string, unknown> }>(`select e.action, d.detail from journal_entry e join journal_detail d on d.entry_id = e.id where e.action like 'alert.%' order by e.at, e.position`)).rows
const VIENNE = { kind: 'preBilan', by: 'basin', id: '8402' }

beforeAll(async () => {
  house = await twoOffices()
  maud = house.north.manager
  lyonOnly = { ...maud, basinIds: [house.basins.lyon] }
  // Ten people at Vienne whom Ines has not seen; twenty at Lyon whom Camille has.
  for (let one = 0; one < 10; one += 1) await accepted(house, house.north.counsellor, { basinCode: '8402' })
  for (let one = 0; one < 20; one += 1) {
    const reference = await accepted(house, house.north.colleague)
    const outcome = await record(house, house.north.colleague, reference, 'pre_bilan_held', { on: '2026-03-02' })
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome))
  }
  const { rows } = await house.owner.query<{ due: string }>(`select distinct due_on::text as due from deadline where label = 'preBilan' and met_on is null`)
  dueOn = rows[0]!.due
}, 120_000)
afterAll(() => house.end())

describe('what drifts', () => {
  test('is told the day after the last day, not on it, and lists as many files as it says', async () => {
    await at(dueOn)
    expect(await alerts(maud)).toEqual([])
    await at(dueOn, 1)
    const told = await alerts(maud)
    expect(named(told)).toEqual([['preBilan', 'basin', '8402', 10, 10], ['preBilan', 'counsellor', '', 10, 10]])
    for (const { late, search } of told) expect((await caseload(maud, parseCaseloadSearch(search)))!.total).toBe(late)
    expect(told.every(({ oldest, chance, whole }) => oldest === dueOn && chance < 0.001 && whole.late === 10 && whole.of === 30)).toBe(true)
  })

  test('is compared inside the reader’s own reach: who has one basin has nothing to compare, another operator nothing at all', async () => {
    expect(await alerts(lyonOnly)).toEqual([])
    expect(await alerts(house.south.manager)).toEqual([])
    expect(named(await alerts(house.north.administrator))).toEqual(named(await alerts(maud)))
    for (const actor of [house.north.referent, house.committee, house.platform[0]]) expect(await steer(actor, (steering) => alertsIn(steering))).toBe(null)
    expect(await alertView(house.south.manager, VIENNE)).toBe(null)
    expect(await alertView(lyonOnly, VIENNE)).toBe(null)
    expect(await alertsOfBasin(maud, '8401')).toEqual([])
    expect(named((await alertsOfBasin(maud, '8402'))!)).toEqual([['preBilan', 'basin', '8402', 10, 10]])
  })

  test('a person not heard of for thirty days is told, not for twenty-nine', async () => {
    // Camille’s people were seen on 2 March, Ines’s never.
    await at('2026-02-24', 29)
    expect((await alerts(maud)).filter(({ kind }) => kind === 'contact')).toEqual([])
    await at('2026-02-24', 30)
    expect(named((await alerts(maud)).filter(({ kind }) => kind === 'contact'))).toContainEqual(['contact', 'basin', '8402', 10, 10])
  })
})

describe('setting aside', () => {
  test('asks for a day to come, within three months, and for a reason', async () => {
    await at(dueOn, 1)
    const today = addDays(day(dueOn), 1)
    const tried = (until: number | null, reason: string) => setAside(maud, VIENNE, { until: until === null ? null : addDays(today, until), reason })
    expect(await tried(null, ' ')).toEqual({ kind: 'invalid', fields: { until: 'required', reason: 'required' } })
    expect(await tried(0, 'x')).toEqual({ kind: 'invalid', fields: { until: 'not_to_come' } })
    expect(await tried(LONGEST_ASIDE + 1, 'x'.repeat(501))).toEqual({ kind: 'invalid', fields: { until: 'too_far', reason: 'too_long' } })
    expect(await tried(1, 'a\0b')).toEqual({ kind: 'invalid', fields: { reason: 'not_text' } })
    expect(await setAside(maud, { kind: 'preBilan', by: 'basin', id: '8401' }, { until: addDays(today, 5), reason: 'Rien à écarter' })).toEqual({ kind: 'not_found' })
    for (const asked of [{ ...VIENNE, kind: 'autre' }, { ...VIENNE, by: 'operator' }, { ...VIENNE, id: "'; drop" }]) expect(await setAside(maud, asked, { until: addDays(today, 5), reason: 'x' })).toEqual({ kind: 'not_found' })
    for (const actor of [lyonOnly, house.south.manager, house.north.counsellor, house.committee]) expect(await setAside(actor, VIENNE, { until: addDays(today, 5), reason: 'x' })).toEqual({ kind: 'not_found' })
    expect(await journal()).toEqual([])
  })

  test('lasts to its day, that day included, is told to all who see the alert, and leaves the digest', async () => {
    const today = addDays(day(dueOn), 1)
    expect(await steer(maud, driftCounts)).toEqual([{ kind: 'preBilan', groups: 2, late: 10 }])
    const morning = ({ accountId, operatorId, role }: Actor, topics: readonly 'drifts'[] = ['drifts']) =>
      inActorTransaction(maud, (tx) => gatherDigest(tx, { accountId, operatorId: operatorId!, role, topics }, accountId, today, new Date(0), new Date()))
    expect((await morning(maud)).drifts).toEqual([{ kind: 'preBilan', groups: 2, late: 10 }])
    expect(saysSomething(await morning(maud))).toBe(true)
    expect((await morning(maud, [])).drifts).toEqual([])
    expect((await morning(house.north.counsellor)).drifts).toEqual([])
    expect(await setAside(maud, VIENNE, { until: addDays(today, LONGEST_ASIDE), reason: 'x' })).toEqual({ kind: 'set' })
    expect(await setAside(maud, VIENNE, { until: addDays(today, 7), reason: ' Salle fermée jusqu’au 12 ' })).toEqual({ kind: 'set' })
    expect((await alertView(house.north.administrator, VIENNE))!.aside).toEqual({ until: isoOf(addDays(today, 7)), reason: 'Salle fermée jusqu’au 12', by: 'Maud' })
    expect(await steer(maud, driftCounts)).toEqual([{ kind: 'preBilan', groups: 1, late: 10 }])
    await at(dueOn, 1 + 7)
    expect((await alertView(maud, VIENNE))!.aside).not.toBe(null)
    await at(dueOn, 1 + 8)
    expect((await alertView(maud, VIENNE))!.aside).toBe(null)
    expect((await journal()).map(({ action, detail }) => [action, detail['reason'], detail['late']])).toEqual([['alert.set_aside', 'x', 10], ['alert.set_aside', 'Salle fermée jusqu’au 12', 10]])
  })

  test('is taken back once, by who may', async () => {
    await at(dueOn, 2)
    expect(await takeBack(house.south.manager, VIENNE)).toBe(false)
    expect(await takeBack(maud, VIENNE)).toBe(true)
    expect(await takeBack(maud, VIENNE)).toBe(false)
    expect((await alertView(maud, VIENNE))!.aside).toBe(null)
    expect((await journal()).at(-1)!.action).toBe('alert.taken_back')
  })

  test('is of its operator in the database too, and never changes', async () => {
    const rows = (actor: Actor) => inActorTransaction(actor, (tx) => tx.$queryRaw<{ n: number }[]>`select count(*)::integer as n from alert_set_aside`)
    expect((await rows(maud))[0]!.n).toBe(3)
    for (const actor of [house.south.manager, house.committee, house.platform[0]]) expect((await rows(actor))[0]!.n).toBe(0)
    await expect(house.owner.query('update alert_set_aside set until_day = null, reason = null')).rejects.toThrow('append-only')
    await expect(house.owner.query('delete from alert_set_aside')).rejects.toThrow('append-only')
  })
})
