import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { journalBreaks } from '@/lib/database/journal.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { addOrganisation, cancelMeeting, endOrganisation, followDecision, foundCommittee, holdMeeting, moveMeeting, planMeeting, recordDecision, renameCommittee, type CommitteeOutcome } from '@/lib/steering/committees/commands.ts'
import { meetingsFile, readYear } from '@/lib/steering/committees/calendar.ts'
import { committeeList, committeeView } from '@/lib/steering/committees/queries.ts'
import { preparePack, saveComments } from '@/lib/steering/packs/drafts.ts'
import { issuePack } from '@/lib/steering/packs/issue.ts'
import { packView } from '@/lib/steering/packs/queries.ts'
import { twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'
import { fillStore } from './packs-store.ts'

const TABLES = ['committee', 'committee_organisation', 'committee_meeting', 'committee_decision', 'committee_decision_state'] as const
let house: TwoOffices
let maud: Actor
let lyonOnly: Actor
let members: Record<'lyon' | 'region' | 'elsewhere', Actor>
let region: string
let platformRegion: string

const id = (outcome: CommitteeOutcome): string => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.id
}
const found = (actor: Actor, place: string, since: string | null = '2025-07-01') => foundCommittee(actor, { place, name: `Comité ${place}`, secretariat: 'DREETS', since: since === null ? null : day(since) })
const plan = (actor: Actor, committee: string, quarter: string, on: string | null) => planMeeting(actor, committee, { quarter, on: on === null ? null : day(on), at: '' })
const count = (actor: Actor, table: string) => inActorTransaction(actor, async (tx) => (await tx.$queryRawUnsafe<{ n: number }[]>(`select count(*)::integer as n from ${table}`))[0]!.n)

beforeAll(async () => {
  house = await twoOffices()
  maud = house.north.manager
  lyonOnly = { ...maud, basinIds: [house.basins.lyon] }
  const member = async (slug: string, territory: Actor['territory']): Promise<Actor> => {
    const { rows } = await house.owner.query<{ id: string }>(
      `insert into account (operator_id, email, display_name, password_hash, role, territory) values (null, $1, 'Membre', (select password_hash from account limit 1), 'committee', $2) returning id`, [`${slug}@comite.test`, JSON.stringify(territory)])
    return { ...house.committee, accountId: rows[0]!.id, territory }
  }
  members = {
    lyon: await member('lyon', { level: 'basin', codes: ['8401'] }), region: await member('region', { level: 'region', codes: ['84'] }), elsewhere: await member('elsewhere', { level: 'region', codes: ['11'] }),
  }
  region = id(await found(maud, 'region:84'))
  platformRegion = id(await found(house.platform[0], 'region:84'))
})
afterAll(() => house.end())

describe('setting up', () => {
  test('one for a place, of the places one may: the country is for the whole operator', async () => {
    expect(await found(maud, 'region:84')).toEqual({ kind: 'already', id: region })
    expect(await found(maud, 'nation')).toEqual({ kind: 'not_yours' })
    expect(await found(lyonOnly, 'basin:8402')).toEqual({ kind: 'not_yours' })
    for (const actor of [house.north.counsellor, house.north.referent, house.committee]) expect(await found(actor, 'basin:8401')).toEqual({ kind: 'not_yours' })
    expect(await found(house.north.administrator, 'nation')).toMatchObject({ kind: 'done' })
    expect((await committeeList(lyonOnly))!.places.map(({ value }) => value)).toEqual(['department:69', 'basin:8401'])
  })

  test('asks for a place that is known, a name and a day', async () => {
    expect(await foundCommittee(maud, { place: '', name: ' ', secretariat: '', since: null })).toEqual({ kind: 'invalid', fields: { place: 'required', name: 'required', since: 'required' } })
    expect(await foundCommittee(maud, { place: 'region:99', name: 'x'.repeat(201), secretariat: 'a\nb', since: day('2026-01-01') })).toEqual({ kind: 'invalid', fields: { place: 'unknown', name: 'too_long', secretariat: 'not_text' } })
    expect(await renameCommittee(maud, region, { name: 'Comité régional', secretariat: '' })).toMatchObject({ kind: 'done' })
    expect(await committeeView(maud, region)).toMatchObject({ name: 'Comité régional', secretariat: null, keeper: 'own', quarterly: true })
  })
})

describe('dates', () => {
  test('are in their quarter; two of a quarter are allowed and told; a quarter without one is said', async () => {
    expect(await plan(maud, region, '2025-Q4', '2026-01-01')).toEqual({ kind: 'invalid', fields: { on: 'outside_quarter' } })
    expect(await plan(maud, region, '', null)).toEqual({ kind: 'invalid', fields: { quarter: 'required', on: 'required' } })
    expect(await plan(maud, region, '2025-Q4', '2025-12-31')).toMatchObject({ kind: 'done', others: 0 })
    expect(await plan(maud, region, '2025-Q4', '2025-10-01')).toMatchObject({ kind: 'done', others: 1 })
    const { quarters, next } = (await committeeView(maud, region))!
    expect(quarters.map(({ code, standing }) => `${code} ${standing}`)).toEqual(['2026-Q1 to_plan', '2025-Q4 to_confirm', '2025-Q3 missed'])
    expect(next).toBe(null)
    expect((await committeeList(maud))!.committees.find((one) => one.id === region)).toMatchObject({ missed: ['2025-Q3'], toPlan: '2026-Q1', toConfirm: 2, next: null })
  })

  test('a meeting is held in its quarter and not ahead, moved over the version that was read, called off with a reason and for good', async () => {
    const [meeting] = (await committeeView(maud, region))!.meetings
    const hold = (on: string | null, version = 1) => holdMeeting(maud, region, meeting!.id, version, { on: on === null ? null : day(on), pack: '' })
    expect(await hold('2026-03-03')).toEqual({ kind: 'invalid', fields: { on: 'to_come' } })
    expect(await hold('2026-01-05')).toEqual({ kind: 'invalid', fields: { on: 'outside_quarter' } })
    expect(await hold('2025-12-31', 7)).toEqual({ kind: 'stale' })
    expect(await hold('2025-12-31')).toMatchObject({ kind: 'done' })
    expect(await moveMeeting(maud, region, meeting!.id, 2, { quarter: '2026-Q1', on: day('2026-03-20'), at: '' })).toEqual({ kind: 'stale' })
    const other = (await committeeView(maud, region))!.meetings[1]!
    expect(await cancelMeeting(maud, region, other.id, 1, ' ')).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    expect(await cancelMeeting(maud, region, other.id, 1, 'Grève')).toMatchObject({ kind: 'done' })
    expect(await holdMeeting(maud, region, other.id, 2, { on: day('2025-10-01'), pack: '' })).toEqual({ kind: 'stale' })
    const coming = id(await plan(maud, region, '2026-Q1', '2026-03-10'))
    expect(await moveMeeting(maud, region, coming, 1, { quarter: '2026-Q2', on: day('2026-04-02'), at: 'Lyon' })).toMatchObject({ kind: 'done', others: 0 })
    expect((await committeeView(maud, region))!.next).toMatchObject({ id: coming, plannedOn: '2026-04-02', at: 'Lyon', quarter: '2026-Q2' })
    await expect(inActorTransaction(maud, (tx) => tx.$executeRawUnsafe(`update committee_meeting set held_on = null, version = version + 1 where id = '${meeting!.id}'`))).rejects.toThrow('took place stays so')
    await expect(house.owner.query('delete from committee_meeting')).rejects.toThrow('never taken away')
  })

  test('go to other calendars as whole days, one or those of a year, and are found again when they move', async () => {
    const read = async (actor: Actor, asked: Parameters<typeof meetingsFile>[2]) => {
      const file = await meetingsFile(actor, region, asked, 'https://rebond.test')
      if (file === null) return null
      const events = new ICAL.Component(ICAL.parse(file.body)).getAllSubcomponents('vevent').map((component) => {
        const event = new ICAL.Event(component)
        return { uid: event.uid, summary: event.summary, location: event.location, sequence: event.sequence, status: component.getFirstPropertyValue('status'), allDay: event.startDate.isDate, start: event.startDate.toString(), end: event.endDate.toString(), url: component.getFirstPropertyValue('url') }
      })
      return { fileName: file.fileName, body: file.body, events }
    }
    const coming = (await committeeView(maud, region))!.next!
    expect((await committeeView(maud, region))!.years).toEqual([2026])
    const one = (await read(maud, { meeting: coming.id }))!
    expect(one.fileName).toBe('comite-2026-04-02.ics')
    expect(one.events).toEqual([{ uid: `${coming.id}@rebond`, summary: 'Comité régional', location: 'Lyon', sequence: 1, status: 'CONFIRMED', allDay: true, start: '2026-04-02', end: '2026-04-03', url: `https://rebond.test/pilotage/comites/${region}` }])
    expect(await moveMeeting(maud, region, coming.id, coming.version, { quarter: '2026-Q2', on: day('2026-05-31'), at: 'Lyon' })).toMatchObject({ kind: 'done' })
    expect((await read(maud, { meeting: coming.id }))!.events).toMatchObject([{ uid: `${coming.id}@rebond`, sequence: 2, start: '2026-05-31', end: '2026-06-01' }])
    const past = (await read(maud, { year: 2025 }))!
    expect(past.fileName).toBe('comite-2025.ics')
    expect(past.events.map(({ start, status }) => [start, status])).toEqual([['2025-10-01', 'CANCELLED'], ['2025-12-31', 'CONFIRMED']])
    expect(past.body).not.toContain('Grève')
    // A member's link goes where a member reads.
    expect((await read(members.region, { year: 2026 }))!.events).toMatchObject([{ url: `https://rebond.test/comite/reunions/${region}` }])
    expect(await read(maud, { year: 2024 })).toBe(null)
    for (const actor of [members.elsewhere, house.south.manager, house.north.counsellor]) expect(await read(actor, { year: 2026 })).toBe(null)
    for (const meeting of ['x', region]) expect(await read(maud, { meeting })).toBe(null)
    expect(['2026', '1815', '20261', '', null].map(readYear)).toEqual([2026, null, null, null, null])
    expect(await moveMeeting(maud, region, coming.id, coming.version + 1, { quarter: '2026-Q2', on: day('2026-04-02'), at: 'Lyon' })).toMatchObject({ kind: 'done' })
  })

  test('it received a pack issued for its place, and no other', async () => {
    await fillStore(house.owner, { edition: 1 })
    const issue = async (place: string) => {
      const outcome = await preparePack(maud, { place, quarter: '2025-Q4' })
      if (outcome.kind !== 'prepared') throw new Error(outcome.kind)
      await saveComments(maud, outcome.id, 1, { flows: 'x' })
      const view = (await packView(maud, outcome.id))!
      const issued = await issuePack(maud, { id: outcome.id, version: view.version, edition: view.content.edition.number, reason: null })
      if (issued.kind !== 'issued') throw new Error(issued.kind)
      return { id: outcome.id, number: issued.number }
    }
    const [own, lyon] = [await issue('region:84'), await issue('basin:8401')]
    const held = (await committeeView(maud, region))!.meetings.find(({ heldOn }) => heldOn !== null)!
    const name = (pack: string) => holdMeeting(maud, region, held.id, held.version, { on: null, pack })
    for (const number of [lyon.number, 'CSP-2020-T1-R84-01']) expect(await name(number)).toEqual({ kind: 'invalid', fields: { pack: 'no_such_pack' } })
    expect(await name(own.number)).toMatchObject({ kind: 'done' })
    expect((await committeeView(members.region, region))!.meetings.find((one) => one.id === held.id)).toMatchObject({ heldOn: '2025-12-31', pack: own })
  })
})

describe('decisions', () => {
  test('are of a meeting held, followed by an organisation that sat there; late from the day after', async () => {
    const held = (await committeeView(maud, region))!.meetings.find(({ heldOn }) => heldOn !== null)!
    const coming = (await committeeView(maud, region))!.next!
    const union = id(await addOrganisation(maud, region, { name: 'CFDT', kind: 'unions', from: day('2025-07-01') }))
    const late = id(await addOrganisation(maud, region, { name: 'OPCO', kind: 'training_fund', from: day('2026-01-01') }))
    const decide = (change: Partial<Parameters<typeof recordDecision>[2]> = {}) => recordDecision(maud, region, { meetingId: held.id, words: 'Ouvrir deux sessions de soudure', organisationId: union, function: 'Secrétaire régional', dueOn: day('2026-03-02'), ...change })
    expect(await decide({ organisationId: '', function: ' ', dueOn: null, words: '' })).toEqual({ kind: 'invalid', fields: { organisation: 'required', function: 'required', dueOn: 'required', words: 'required' } })
    expect(await decide({ organisationId: late })).toEqual({ kind: 'invalid', fields: { organisation: 'not_member' } })
    expect(await decide({ dueOn: day('2025-12-30') })).toEqual({ kind: 'invalid', fields: { dueOn: 'before' } })
    expect(await decide({ meetingId: coming.id })).toEqual({ kind: 'invalid', fields: { meeting: 'unknown' } })
    const decision = id(await decide())
    const state = async () => (await committeeView(maud, region))!.decisions.map(({ state: now, overdue, history }) => [now, overdue, history.map((step) => step.state)])
    expect(await state()).toEqual([['open', false, []]])
    await house.setDay('2026-03-03')
    expect(await state()).toEqual([['open', true, []]])
    expect((await committeeList(members.region))!.committees.find((one) => one.id === region)).toMatchObject({ openDecisions: 1, overdueDecisions: 1 })
    const follow = (next: string, on: string, note = '') => followDecision(maud, region, decision, { state: next, on: day(on), note })
    expect(await follow('dropped', '2026-03-04')).toEqual({ kind: 'invalid', fields: { on: 'to_come', note: 'required' } })
    expect(await follow('fini', '2025-12-30', 'x')).toEqual({ kind: 'invalid', fields: { state: 'unknown', on: 'before' } })
    expect(await follow('done', '2026-03-03')).toMatchObject({ kind: 'done' })
    expect(await state()).toEqual([['done', false, ['done']]])
    expect(await follow('open', '2026-03-03', 'Une session annulée')).toMatchObject({ kind: 'done' })
    expect(await state()).toEqual([['open', true, ['open', 'done']]])
    expect(await endOrganisation(maud, region, union, day('2025-06-30'))).toEqual({ kind: 'invalid', fields: { to: 'before' } })
    expect(await endOrganisation(maud, region, union, day('2026-01-31'))).toMatchObject({ kind: 'done' })
    expect((await committeeView(maud, region))!.organisations.map(({ name, sits }) => [name, sits])).toEqual([['OPCO', true], ['CFDT', false]])
    for (const table of ['committee_decision', 'committee_decision_state']) await expect(house.owner.query(`delete from ${table}`)).rejects.toThrow('append-only')
  })

  test('everything is journaled, and the chain is whole', async () => {
    const { rows } = await house.owner.query<{ action: string }>(`select distinct e.action from journal_entry e where e.action like 'committee.%' and e.operator_id = $1 order by 1`, [maud.operatorId])
    expect(rows.map(({ action }) => action)).toEqual(['decision_followed', 'decision_recorded', 'meeting_cancelled', 'meeting_held', 'meeting_moved', 'meeting_planned', 'organisation_added', 'organisation_ended', 'renamed', 'set_up'].map((action) => `committee.${action}`))
    expect(await inActorTransaction(maud, (tx) => journalBreaks(tx, `operator:${maud.operatorId}`))).toEqual([])
  })
})

describe('whose they are', () => {
  test('members read those of their territory whoever keeps them, and change nothing', async () => {
    const ids = async (actor: Actor) => ((await committeeList(actor))?.committees ?? []).map((one) => one.id)
    expect(new Set(await ids(members.region))).toEqual(new Set([region, platformRegion]))
    expect((await ids(house.committee)).length).toBe(3)
    for (const actor of [members.lyon, members.elsewhere]) {
      expect(await ids(actor)).toEqual([])
      expect(await committeeView(actor, region)).toBe(null)
      for (const table of TABLES) expect([table, await count(actor, table)]).toEqual([table, 0])
    }
    expect(await plan(members.region, region, '2026-Q1', '2026-03-20')).toEqual({ kind: 'gone' })
    expect((await committeeView(members.region, region))!.mayKeep).toBe(false)
  })

  test('an operator reads its own and the platform’s; the platform its own; nobody keeps another’s', async () => {
    expect((await committeeList(maud))!.committees.map((one) => one.keeper).toSorted()).toEqual(['own', 'own', 'platform'])
    expect((await committeeList(house.south.manager))!.committees.map((one) => one.id)).toEqual([platformRegion])
    expect((await committeeList(house.platform[0]))!.committees.map((one) => one.id)).toEqual([platformRegion])
    for (const actor of [house.south.manager, house.platform[0]]) {
      expect(await committeeView(actor, region)).toBe(null)
      expect(await plan(actor, region, '2026-Q1', '2026-03-20')).toEqual({ kind: 'gone' })
    }
    expect(await plan(maud, platformRegion, '2026-Q1', '2026-03-20')).toEqual({ kind: 'gone' })
    expect(await committeeList(house.north.counsellor)).toBe(null)
    for (const bad of ['x', `${region}'`, '00000000-0000-0000-0000-000000000000']) expect(await committeeView(maud, bad)).toBe(null)
  })

  test('the database refuses what the code should never send', async () => {
    const insert = (actor: Actor, sql: string) => inActorTransaction(actor, (tx) => tx.$executeRawUnsafe(sql))
    const organisation = (operator: string | null, committee: string) => `insert into committee_organisation (operator_id, committee_id, name, kind, from_day, added_by, added_at) values (${operator === null ? 'null' : `'${operator}'`}, '${committee}', 'X', 'other', '2026-01-01', '${maud.accountId}', now())`
    // Another's committee under one's own name, the platform's as nobody, one's own written by a member.
    await expect(insert(house.south.manager, organisation(house.south.operatorId, region))).rejects.toThrow('of a committee of one')
    await expect(insert(house.south.manager, organisation(house.north.operatorId, region))).rejects.toThrow('of a committee of one')
    await expect(insert(maud, organisation(house.north.operatorId, platformRegion))).rejects.toThrow('of a committee of one')
    await expect(insert(maud, organisation(null, platformRegion))).rejects.toThrow('row-level security')
    await expect(insert(members.region, organisation(null, platformRegion))).rejects.toThrow('row-level security')
    expect(await insert(house.south.manager, `update committee set name = 'pris' where id in ('${region}', '${platformRegion}')`)).toBe(0)
    await expect(insert(maud, `update committee_meeting set quarter = '2026-Q1' where committee_id = '${region}'`)).rejects.toThrow('version over version')
    await expect(insert(maud, `update committee set place_code = '11' where id = '${region}'`)).rejects.toThrow('permission denied')
  })
})
