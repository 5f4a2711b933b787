import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { actorOfSession } from '@/lib/access/live-account.ts'
import { absencesManaged, ownAbsences, standInChoices } from '@/lib/cases/handover/absence-queries.ts'
import { endAbsence, tellAbsence, type AbsenceInput } from '@/lib/cases/handover/absences.ts'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { worklist } from '@/lib/cases/queries/worklist.ts'
import { waitingCounts } from '@/lib/cases/queries/waiting.ts'
import { accepted, twoOffices, versionOf, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
let reference: string

beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  reference = await accepted(house, house.north.counsellor, { person: { firstName: 'Zoé', lastName: 'Lefèvre', birthDate: '1980-05-01' } })
})
afterAll(() => house.end())
beforeEach(async () => {
  await house.setDay('2026-03-02')
  await house.owner.query('delete from absence')
})

/** The actor as the next request reads them. */
async function asked(actor: Actor): Promise<Actor> {
  const now = Math.floor(Date.now() / 1000)
  const { rows } = await house.owner.query<{ version: number }>('select session_version as version from account where id = $1', [actor.accountId])
  return (await actorOfSession({ accountId: actor.accountId, sessionVersion: rows[0]!.version, openedAt: now }))!
}

const away = (more: Partial<AbsenceInput> = {}): AbsenceInput => ({
  accountId: house.north.counsellor.accountId, standInId: house.north.colleague.accountId, from: '2026-03-03', to: '2026-03-06', reason: 'leave', ...more,
})

async function told(actor: Actor, more: Partial<AbsenceInput> = {}): Promise<string> {
  const outcome = await tellAbsence(actor, away(more))
  if (outcome.kind !== 'told') throw new Error(JSON.stringify(outcome))
  return outcome.absenceId
}

describe('standing in', () => {
  test('gives the absent colleague’s files from the first civil day to the last, both included, and then no more', async () => {
    await told(house.north.manager)
    for (const [on, seen] of [['2026-03-02', false], ['2026-03-03', true], ['2026-03-06', true], ['2026-03-07', false]] as const) {
      await house.setDay(on)
      const standIn = await asked(house.north.colleague)
      expect([on, standIn.standsInFor]).toEqual([on, seen ? [house.north.counsellor.accountId] : []])
      expect([on, (await fileView(standIn, reference)) !== null]).toEqual([on, seen])
      const lines = Object.values((await worklist(standIn))!.groups).flat()
      expect([on, lines.length > 0, (await waitingCounts(standIn, day(on)))!.worklist.total > 0]).toEqual([on, seen, seen])
    }
  })

  test('what is to be done says for whom and until when; the absent one’s own list says nothing', async () => {
    await told(house.north.manager, { from: '2026-03-02' })
    const lines = Object.values((await worklist(await asked(house.north.colleague)))!.groups).flat()
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line.standingInFor).toEqual({ name: 'Ines', until: day('2026-03-06') })
    const own = Object.values((await worklist(await asked(house.north.counsellor)))!.groups).flat()
    expect(own.map((line) => line.reference)).toEqual(lines.map((line) => line.reference))
    expect(own.every((line) => line.standingInFor === null)).toBe(true)
  })

  test('the file says who follows it meanwhile, and what a stand-in records is in their own name', async () => {
    await told(house.north.manager, { from: '2026-03-02' })
    const standIn = await asked(house.north.colleague)
    const outcome = await recordFact(standIn, {
      reference, version: await versionOf(house, reference), submissionId: randomUUID(), kind: 'pre_bilan_held', terms: { on: '2026-03-02' },
      content: { profile: 'Menuisier', project: 'Rester menuisier' },
    })
    expect(outcome.kind).toBe('recorded')
    const view = (await fileView(await asked(house.north.counsellor), reference))!
    expect(view.facts.find((fact) => fact.kind === 'pre_bilan_held')?.recordedBy).toBe('Camille')
    expect(view.counsellor.name).toBe('Ines')
    expect(view.away).toEqual([{ accountId: house.north.counsellor.accountId, name: 'Ines', standIn: 'Camille', until: day('2026-03-06') }])
  })

  test('gives nothing of another operator', async () => {
    await told(house.north.manager, { from: '2026-03-02' })
    expect((await asked(house.south.colleague)).standsInFor).toEqual([])
    expect(await absencesManaged(house.south.manager)).toEqual([])
    expect(await tellAbsence(house.south.manager, away())).toEqual({ kind: 'invalid', fields: { accountId: 'not_an_option' } })
    expect(await tellAbsence(house.north.manager, away({ standInId: house.south.colleague.accountId }))).toEqual({ kind: 'invalid', fields: { standInId: 'not_an_option' } })
  })
})

describe('telling an absence', () => {
  test('oneself, one’s manager or the administrator may; a colleague may not', async () => {
    for (const actor of [house.north.counsellor, house.north.manager, house.north.administrator]) {
      await house.owner.query('delete from absence')
      expect((await tellAbsence(actor, away())).kind).toBe('told')
    }
    for (const actor of [house.north.colleague, house.north.referent, house.committee]) expect(await tellAbsence(actor, away())).toEqual({ kind: 'not_allowed' })
    const elsewhere = { ...house.north.manager, basinIds: [] }
    expect(await tellAbsence(elsewhere, away({ from: '2026-04-01', to: '2026-04-02' }))).toEqual({ kind: 'not_allowed' })
  })

  test('is journaled, and says how many files are followed meanwhile', async () => {
    const outcome = await tellAbsence(house.north.manager, away())
    expect(outcome).toMatchObject({ kind: 'told', files: 1, standIn: 'Camille' })
    const { rows } = await house.owner.query(
      `select d.detail from journal_entry e join journal_detail d on d.entry_id = e.id where e.action = 'absence.told' order by e.position desc limit 1`,
    )
    expect(rows[0].detail).toMatchObject({ account: house.north.counsellor.accountId, standIn: house.north.colleague.accountId, from: '2026-03-03', to: '2026-03-06', reason: 'leave' })
  })

  test.each<[string, Partial<AbsenceInput>, Record<string, string>]>([
    ['a day that is none', { from: '2026-02-30' }, { from: 'not_a_day' }],
    ['an end before the start', { to: '2026-03-01' }, { to: 'end_before_start' }],
    ['more than a year', { to: '2028-03-06' }, { to: 'too_far' }],
    ['a reason of health', { reason: 'sickness' as 'leave' }, { reason: 'not_an_option' }],
  ])('refuses %s', async (_, more, fields) => {
    expect(await tellAbsence(house.north.manager, away(more))).toEqual({ kind: 'invalid', fields })
  })

  test('refuses oneself as stand-in, an administrator, and who has no account any more', async () => {
    const { north } = house
    for (const standInId of [north.counsellor.accountId, north.administrator.accountId, randomUUID()]) {
      expect(await tellAbsence(north.manager, away({ standInId }))).toEqual({ kind: 'invalid', fields: { standInId: 'not_an_option' } })
    }
  })

  test('refuses one already over, and takes one that began', async () => {
    expect(await tellAbsence(house.north.manager, away({ from: '2026-02-02', to: '2026-03-01' }))).toEqual({ kind: 'refused', refusal: { because: 'over' } })
    expect((await tellAbsence(house.north.manager, away({ from: '2026-02-27', to: '2026-03-02' }))).kind).toBe('told')
  })

  test('refuses two at once for one person, to the day', async () => {
    await told(house.north.manager)
    const again = (from: string, to: string) => tellAbsence(house.north.manager, away({ from, to, standInId: house.north.manager.accountId }))
    const refused = { kind: 'refused', refusal: { because: 'already_away', from: day('2026-03-03'), to: day('2026-03-06') } }
    expect(await again('2026-03-06', '2026-03-10')).toEqual(refused)
    expect(await again('2026-03-01', '2026-03-03')).toEqual(refused)
    expect((await again('2026-03-07', '2026-03-10')).kind).toBe('told')
  })

  test('refuses a stand-in who is away, and to be away while one stands in', async () => {
    const { counsellor, colleague, referent, manager } = house.north
    await told(manager, { accountId: colleague.accountId, standInId: referent.accountId, from: '2026-03-05', to: '2026-03-09' })
    expect(await tellAbsence(manager, away())).toEqual({
      kind: 'refused', refusal: { because: 'stand_in_away', name: 'Camille', from: day('2026-03-05'), to: day('2026-03-09') },
    })
    expect(await tellAbsence(manager, away({ accountId: referent.accountId, standInId: counsellor.accountId }))).toEqual({
      kind: 'refused', refusal: { because: 'stands_in', name: 'Camille', from: day('2026-03-05'), to: day('2026-03-09') },
    })
  })

  test('two told at once, each to stand in for the other: one is refused', async () => {
    const { counsellor, colleague, manager } = house.north
    const both = await Promise.all([
      tellAbsence(manager, away()),
      tellAbsence(manager, away({ accountId: colleague.accountId, standInId: counsellor.accountId })),
    ])
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'told'])
  })

  test('refuses a stand-in who does not work where the files are', async () => {
    const there = await accepted(house, house.north.counsellor, { basinCode: '8402' })
    expect(await tellAbsence(house.north.manager, away())).toEqual({ kind: 'refused', refusal: { because: 'stand_in_elsewhere', name: 'Camille', basins: ['Vienne'] } })
    expect((await tellAbsence(house.north.manager, away({ standInId: house.north.manager.accountId }))).kind).toBe('told')
    await house.owner.query('update case_file set closed = true where reference = $1', [there])
  })
})

describe('coming back', () => {
  test('early, the files are one’s own again at the next request; one that has not begun does not take place', async () => {
    const id = await told(house.north.manager, { from: '2026-03-02' })
    expect((await asked(house.north.colleague)).standsInFor).toHaveLength(1)
    expect(await endAbsence(house.north.colleague, id)).toEqual({ kind: 'not_allowed' })
    expect(await endAbsence(house.north.counsellor, id)).toEqual({ kind: 'ended', from: day('2026-03-02') })
    expect((await asked(house.north.colleague)).standsInFor).toEqual([])
    const later = await told(house.north.manager, { from: '2026-03-20', to: '2026-03-27' })
    expect(await endAbsence(house.north.manager, later)).toEqual({ kind: 'ended', from: day('2026-03-20') })
    expect(await absencesManaged(house.north.manager)).toEqual([])
    expect((await tellAbsence(house.north.manager, away({ from: '2026-03-20', to: '2026-03-27' }))).kind).toBe('told')
  })

  test('is said to nobody who may not know: another operator’s, one already over, a number that is none', async () => {
    const id = await told(house.north.manager)
    expect(await endAbsence(house.south.manager, id)).toEqual({ kind: 'not_found' })
    expect(await endAbsence(house.north.manager, 'nonsense')).toEqual({ kind: 'not_found' })
    await house.setDay('2026-03-07')
    expect(await endAbsence(house.north.manager, id)).toEqual({ kind: 'not_found' })
  })
})

describe('what the screens read', () => {
  test('a manager sees the absences of their basins, a person their own and whom they stand in for', async () => {
    await told(house.north.manager)
    expect((await absencesManaged(house.north.manager))!.map(({ name, standIn, now, liveFiles }) => ({ name, standIn, now, liveFiles })))
      .toEqual([{ name: 'Ines', standIn: 'Camille', now: false, liveFiles: 1 }])
    expect(await absencesManaged({ ...house.north.manager, basinIds: [] })).toEqual([])
    expect(await absencesManaged(house.north.counsellor)).toBeNull()
    expect((await ownAbsences(house.north.counsellor)).own).toHaveLength(1)
    expect((await ownAbsences(house.north.colleague)).standingIn).toHaveLength(1)
    expect(await ownAbsences(house.south.counsellor)).toEqual({ own: [], standingIn: [] })
  })

  test('who may stand in works in one of the same basins', async () => {
    expect((await standInChoices(house.north.manager, house.north.counsellor.accountId)).map(({ name, basins }) => [name, ...basins]))
      .toEqual([['Camille', 'Lyon'], ['Maud', 'Lyon', 'Vienne'], ['Rachid', 'Lyon']])
  })
})

test('the database itself refuses a chain, a longer absence, and another operator’s hand', async () => {
  const { counsellor, colleague, referent, operatorId } = house.north
  const id = await told(house.north.manager)
  const insert = (account: string, standIn: string) =>
    house.owner.query(`insert into absence (operator_id, account_id, stand_in_id, from_day, to_day, reason, told_by) values ($1, $2, $3, '2026-03-04', '2026-03-05', 'leave', $2)`, [operatorId, account, standIn])
  await expect(insert(referent.accountId, counsellor.accountId)).rejects.toThrow('the stand-in is away')
  await expect(insert(colleague.accountId, referent.accountId)).rejects.toThrow('they stand in')
  await expect(insert(counsellor.accountId, referent.accountId)).rejects.toThrow('absence_no_overlap')
  await expect(house.owner.query(`update absence set to_day = '2026-04-01' where id = $1`, [id])).rejects.toThrow('never later')
})
