import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { createAccount, setAccountActive } from '@/lib/access/accounts.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { withdrawFact } from '@/lib/cases/commands/withdraw-fact.ts'
import { previewReassignment, reassignCaseload } from '@/lib/cases/commands/reassign-caseload.ts'
import { tellAbsence } from '@/lib/cases/handover/absences.ts'
import { cancelPlanned, carryOutPlanned, plannedHandovers, planReassignment } from '@/lib/cases/handover/planned-handovers.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { turnEveryDay } from '@/lib/jobs/daily.ts'
import { randomUUID } from 'node:crypto'
import { accepted, opened, record, twoOffices, versionOf, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
const REASON = 'Départ au 31 mars'

beforeAll(async () => {
  house = await twoOffices('2026-03-02')
})
afterAll(() => house.end())
beforeEach(async () => {
  await house.setDay('2026-03-02')
  await house.owner.query('delete from absence')
})

const owners = async (references: readonly string[]) =>
  (await house.owner.query<{ reference: string; counsellor: string; referent: string | null }>(
    `select c.reference, k.display_name as counsellor, r.display_name as referent from case_file c
     join account k on k.id = c.counsellor_id left join account r on r.id = c.referent_id where c.reference = any($1) and c.operator_id = $2 order by 1`,
    [references, house.north.operatorId],
  )).rows

/** Someone who follows two files as counsellor and one as referent, in Lyon. */
async function leaver() {
  const { administrator, manager, colleague } = house.north
  const made = await createAccount(administrator, { email: `l${randomUUID()}@north.test`, operatorId: house.north.operatorId, displayName: 'Lucie', role: 'counsellor', basinIds: [house.basins.lyon], territory: null })
  if (made.kind !== 'created') throw new Error(made.kind)
  const as = { ...colleague, accountId: made.accountId, displayName: 'Lucie' }
  const counselled = [await accepted(house, as), await accepted(house, as)]
  const referred = await accepted(house, house.north.counsellor, { counsellorId: house.north.counsellor.accountId, referentId: made.accountId })
  return { id: made.accountId, as, counselled, referred, manager, administrator }
}

describe('a colleague who leaves', () => {
  test('hands over what they are counsellor of and referent of at once, each to someone of the basin', async () => {
    const { id, counselled, referred, manager } = await leaver()
    const { colleague, referent } = house.north
    const input = { fromId: id, toIds: [colleague.accountId, referent.accountId], posts: ['counsellor' as const, 'referent' as const] }
    const preview = await previewReassignment(manager, input)
    expect(preview).toMatchObject({ kind: 'preview', count: 3, left: [], loads: [{ name: 'Lucie', before: 3, after: 0 }, { name: 'Camille' }, { name: 'Rachid' }] })
    const outcome = await reassignCaseload(manager, { ...input, reason: REASON })
    expect(outcome).toEqual({ ...preview, kind: 'reassigned' })
    for (const file of await owners([...counselled, referred])) expect([file.counsellor, file.referent]).not.toContain('Lucie')
    const [kept] = await owners([referred])
    expect(kept?.counsellor).toBe('Ines')
    expect((await history(manager, referred))?.assignments.at(-1)).toMatchObject({ counsellor: 'Ines', by: 'Maud', reason: REASON })
  })

  test('without being told of posts, only what they are counsellor of goes, as before', async () => {
    const { id, referred, manager } = await leaver()
    expect(await reassignCaseload(manager, { fromId: id, toIds: [house.north.colleague.accountId], reason: REASON })).toMatchObject({ kind: 'reassigned', count: 2 })
    expect((await owners([referred]))[0]).toMatchObject({ counsellor: 'Ines', referent: 'Lucie' })
  })

  test('a file they are both counsellor and referent of changes hands once', async () => {
    const { id, as, manager } = await leaver()
    const both = await accepted(house, as, { counsellorId: id, referentId: id })
    const outcome = await reassignCaseload(manager, { fromId: id, toIds: [house.north.colleague.accountId], posts: ['counsellor', 'referent'], reason: REASON })
    expect(outcome).toMatchObject({ kind: 'reassigned', count: 4 })
    expect((await owners([both]))[0]).toEqual({ reference: both, counsellor: 'Camille', referent: 'Camille' })
    expect((await history(manager, both))?.assignments).toHaveLength(2)
  })
})

describe('no live file without someone to follow it', () => {
  test('an account with live files is not closed: the answer counts them, as counsellor and as referent', async () => {
    const { id, counselled, referred, administrator, manager } = await leaver()
    expect(await setAccountActive(administrator, id, false)).toEqual({ kind: 'still_holds', name: 'Lucie', asCounsellor: 2, asReferent: 1, standsInFor: [] })
    await reassignCaseload(manager, { fromId: id, toIds: [house.north.colleague.accountId], posts: ['counsellor', 'referent'], reason: REASON })
    expect(await setAccountActive(administrator, id, false)).toEqual({ kind: 'changed' })
    for (const reference of [...counselled, referred]) {
      expect(await assignFile(manager, { reference, counsellorId: id, reason: REASON })).toEqual({ kind: 'invalid', fields: { counsellorId: 'not_in_basin' } })
    }
  })

  test('nor one who stands in for a colleague', async () => {
    const { id, administrator, manager } = await leaver()
    await reassignCaseload(manager, { fromId: id, toIds: [house.north.colleague.accountId], posts: ['counsellor', 'referent'], reason: REASON })
    await tellAbsence(manager, { accountId: house.north.colleague.accountId, standInId: id, from: '2026-03-09', to: '2026-03-13', reason: 'leave' })
    expect(await setAccountActive(administrator, id, false)).toEqual({ kind: 'still_holds', name: 'Lucie', asCounsellor: 0, asReferent: 0, standsInFor: ['Camille'] })
  })

  test('the database refuses it too, whoever asks: closing the account, taking its role, giving it a file', async () => {
    const { id, counselled, manager } = await leaver()
    const sql = (text: string, values: unknown[]) => house.owner.query(text, values)
    await expect(sql('update account set active = false where id = $1', [id])).rejects.toThrow('live files are still theirs')
    await expect(sql(`update account set role = 'operator_admin' where id = $1`, [id])).rejects.toThrow('live files are still theirs')
    await reassignCaseload(manager, { fromId: id, toIds: [house.north.colleague.accountId], posts: ['counsellor', 'referent'], reason: REASON })
    await sql('update account set active = false where id = $1', [id])
    for (const column of ['counsellor_id', 'referent_id']) {
      await expect(sql(`update case_file set ${column} = $1 where reference = $2 and operator_id = $3`, [id, counselled[0], house.north.operatorId])).rejects.toThrow('a live file is followed')
    }
  })

  test('closing an account and giving it a file at the same moment: one of the two is refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, administrator, manager } = await leaver()
      await reassignCaseload(manager, { fromId: id, toIds: [house.north.colleague.accountId], posts: ['counsellor', 'referent'], reason: REASON })
      const reference = await accepted(house, house.north.counsellor)
      const [closed, given] = await Promise.all([setAccountActive(administrator, id, false), assignFile(manager, { reference, counsellorId: id, reason: REASON })])
      expect([closed.kind === 'changed', given.kind === 'assigned'].filter(Boolean)).toHaveLength(1)
    }
  })

  test('a closed file that opens again after its counsellor left goes to who opens it', async () => {
    await house.setDay('2026-02-12')
    const { id, as, administrator, manager } = await leaver()
    await reassignCaseload(manager, { fromId: id, toIds: [house.north.colleague.accountId], posts: ['counsellor', 'referent'], reason: REASON })
    const reference = await opened(as)
    const refused = await record(house, as, reference, 'refused', { on: '2026-02-10' })
    if (refused.kind !== 'recorded') throw new Error(refused.kind)
    expect(await setAccountActive(administrator, id, false)).toEqual({ kind: 'changed' })
    const outcome = await withdrawFact(manager, { reference, version: await versionOf(house, reference), submissionId: randomUUID(), factId: refused.factId, reason: 'Réponse mal lue' })
    expect(outcome).toMatchObject({ kind: 'recorded' })
    expect((await owners([reference]))[0]).toMatchObject({ counsellor: 'Maud' })
    const view = (await fileView(manager, reference))!
    expect(outcome).toMatchObject({ version: view.version })
    const told = (await history(manager, reference))!
    expect(told.chain).toMatchObject({ verified: true, breaks: [] })
    expect(told.assignments).toHaveLength(2)
  })
})

describe('a sharing out planned for a day', () => {
  const planned = async (more: Partial<Parameters<typeof planReassignment>[1]> = {}) => {
    const gone = await leaver()
    const outcome = await planReassignment(gone.manager, { fromId: gone.id, toIds: [house.north.colleague.accountId], posts: ['counsellor', 'referent'], reason: REASON, on: '2026-03-31', ...more })
    if (outcome.kind !== 'planned') throw new Error(JSON.stringify(outcome))
    return { ...gone, planId: outcome.id }
  }

  test('is done on that day, not the day before, once, in the name of who planned it', async () => {
    const { counselled, referred, manager, planId } = await planned()
    expect((await plannedHandovers(manager)).find(({ id }) => id === planId)).toMatchObject({ from: 'Lucie', to: ['Camille'], on: day('2026-03-31'), by: 'Maud', state: 'planned' })
    await house.setDay('2026-03-30')
    await turnEveryDay()
    expect((await owners(counselled)).every((file) => file.counsellor === 'Lucie')).toBe(true)
    await house.setDay('2026-03-31')
    await turnEveryDay()
    await turnEveryDay()
    expect((await owners(counselled)).every((file) => file.counsellor === 'Camille')).toBe(true)
    expect((await owners([referred]))[0]?.referent).toBe('Camille')
    expect((await history(manager, counselled[0]!))?.assignments.map(({ by }) => by)).toEqual(['Lucie', 'Maud'])
    expect((await house.owner.query('select state, given, stayed from planned_handover where id = $1', [planId])).rows).toEqual([{ state: 'done', given: 3, stayed: 0 }])
  })

  test('takes what was given to them since it was planned', async () => {
    const { id, manager } = await planned()
    const later = await accepted(house, house.north.counsellor)
    await assignFile(manager, { reference: later, counsellorId: id, reason: REASON })
    await house.setDay('2026-04-01')
    expect(await carryOutPlanned(house.north.operatorId, day('2026-04-01'))).toBe(1)
    expect((await owners([later]))[0]?.counsellor).toBe('Camille')
  })

  test('given up, it is not done; another operator cannot', async () => {
    const { counselled, manager, planId } = await planned()
    expect(await cancelPlanned(house.south.manager, planId)).toEqual({ kind: 'not_found' })
    expect(await cancelPlanned(house.north.counsellor, planId)).toEqual({ kind: 'not_allowed' })
    expect(await cancelPlanned(manager, planId)).toEqual({ kind: 'cancelled' })
    expect(await cancelPlanned(manager, planId)).toEqual({ kind: 'not_found' })
    expect(await carryOutPlanned(house.north.operatorId, day('2026-03-31'))).toBe(0)
    expect((await owners(counselled)).every((file) => file.counsellor === 'Lucie')).toBe(true)
  })

  test('a colleague who left meanwhile stops it, and the manager sees it', async () => {
    const other = await createAccount(house.north.administrator, { email: `o${randomUUID()}@north.test`, operatorId: house.north.operatorId, displayName: 'Omar', role: 'counsellor', basinIds: [house.basins.lyon], territory: null })
    if (other.kind !== 'created') throw new Error(other.kind)
    const { counselled, manager, planId } = await planned({ toIds: [other.accountId] })
    await setAccountActive(house.north.administrator, other.accountId, false)
    await house.setDay('2026-03-31')
    expect(await carryOutPlanned(house.north.operatorId, day('2026-03-31'))).toBe(1)
    expect((await owners(counselled)).every((file) => file.counsellor === 'Lucie')).toBe(true)
    expect((await plannedHandovers(manager)).find(({ id }) => id === planId)?.state).toBe('refused')
  })

  test.each([['today', '2026-03-02', 'too_small'], ['more than a year ahead', '2027-03-04', 'too_far'], ['no day', '31/02/2026', 'not_a_day']])('refuses %s', async (_, on, code) => {
    const { id, manager } = await leaver()
    expect(await planReassignment(manager, { fromId: id, toIds: [house.north.colleague.accountId], reason: REASON, on })).toEqual({ kind: 'invalid', fields: { on: code } })
    expect(await planReassignment(house.north.counsellor, { fromId: id, toIds: [house.north.colleague.accountId], reason: REASON, on: '2026-03-09' })).toEqual({ kind: 'not_allowed' })
  })
})
