import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { previewReassignment, reassignCaseload } from '@/lib/cases/commands/reassign-caseload.ts'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { share } from '@/lib/cases/sharing.ts'
import { accepted, twoOffices, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices()
})
afterAll(() => house.end())

const REASON = 'congé de maternité'

describe('giving one file', () => {
  it('moves the file and its deadlines, and keeps who had it', async () => {
    const { counsellor, colleague, manager, referent } = house.north
    const reference = await accepted(house, counsellor)
    const outcome = await assignFile(manager, { reference, counsellorId: colleague.accountId, referentId: referent.accountId, reason: REASON })
    expect(outcome).toEqual({ kind: 'assigned', reference, version: 3 })
    expect(await fileView(counsellor, reference)).toBeNull()
    const view = await fileView(colleague, reference)
    expect(view?.referent?.name).toBe('Rachid')
    const { rows } = await house.owner.query('select distinct counsellor_id, referent_id from deadline where case_id = $1', [view!.id])
    expect(rows).toEqual([{ counsellor_id: colleague.accountId, referent_id: referent.accountId }])
    const told = await history(manager, reference)
    expect(told?.assignments).toMatchObject([
      { counsellor: 'Ines', referent: null, by: 'Ines', reason: null },
      { counsellor: 'Camille', referent: 'Rachid', by: 'Maud', reason: REASON },
    ])
    expect(told?.entries.some((entry) => entry.action === 'file.assigned' && entry.who === 'Maud' && entry.detail['reason'] === REASON)).toBe(true)
  })

  it('tells who had the form open', async () => {
    const { counsellor, manager, referent } = house.north
    const reference = await accepted(house, counsellor)
    await assignFile(manager, { reference, counsellorId: counsellor.accountId, referentId: referent.accountId, reason: REASON })
    const stale = await recordFact(counsellor, { reference, version: 2, submissionId: randomUUID(), kind: 'contact_held', terms: { on: '2026-03-01' } })
    expect(stale).toMatchObject({ kind: 'changed_meanwhile', since: [{ who: 'Maud', what: 'file.assigned' }] })
  })

  it('goes to people of the basin only, with a reason, by the manager only', async () => {
    const { counsellor, colleague, manager, administrator } = house.north
    const reference = await accepted(house, counsellor, { basinCode: '8402' })
    const give = (who: typeof manager, counsellorId: string, reason = REASON) => assignFile(who, { reference, counsellorId, reason })
    expect(await give(manager, colleague.accountId)).toEqual({ kind: 'invalid', fields: { counsellorId: 'not_in_basin' } })
    expect(await give(manager, house.south.counsellor.accountId)).toEqual({ kind: 'invalid', fields: { counsellorId: 'not_in_basin' } })
    expect(await give(manager, manager.accountId, ' ')).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    expect(await give(manager, counsellor.accountId)).toEqual({ kind: 'invalid', fields: { counsellorId: 'unchanged' } })
    expect(await give(counsellor, manager.accountId)).toEqual({ kind: 'not_allowed' })
    expect(await give(administrator, manager.accountId)).toEqual({ kind: 'not_allowed' })
    expect(await give(colleague, manager.accountId)).toEqual({ kind: 'not_found' })
    expect(await give({ ...manager, basinIds: [house.basins.lyon] }, manager.accountId)).toEqual({ kind: 'not_found' })
    expect((await give(manager, manager.accountId)).kind).toBe('assigned')
  })

  it('is refused to another operator, whose own file of that reference stays', async () => {
    const reference = await accepted(house, house.south.counsellor)
    const outcome = await assignFile(house.south.manager, { reference, counsellorId: house.north.colleague.accountId, reason: REASON })
    expect(outcome).toEqual({ kind: 'invalid', fields: { counsellorId: 'not_in_basin' } })
  })
})

describe('giving a whole caseload', () => {
  it('shares it out in each basin, as previewed, and leaves what nobody chosen can take', async () => {
    const other = await twoOffices()
    const { counsellor, colleague, manager, referent } = other.north
    for (let count = 0; count < 4; count += 1) await accepted(other, counsellor)
    const vienne = await accepted(other, counsellor, { basinCode: '8402' })
    await accepted(other, colleague)
    const input = { fromId: counsellor.accountId, toIds: [colleague.accountId, referent.accountId] }
    const preview = await previewReassignment(manager, input)
    expect(preview).toEqual({
      kind: 'preview',
      count: 4,
      left: [vienne],
      loads: [
        { id: counsellor.accountId, name: 'Ines', before: 5, after: 1 },
        { id: colleague.accountId, name: 'Camille', before: 1, after: 3 },
        { id: referent.accountId, name: 'Rachid', before: 0, after: 2 },
      ],
    })
    const outcome = await reassignCaseload(manager, { ...input, reason: REASON })
    expect(outcome).toEqual({ ...preview, kind: 'reassigned' })
    const { rows } = await other.owner.query(
      'select k.display_name as name, count(*)::integer as n from case_file c join account k on k.id = c.counsellor_id group by 1 order by 1',
    )
    expect(rows).toEqual([{ name: 'Camille', n: 3 }, { name: 'Ines', n: 1 }, { name: 'Rachid', n: 2 }])
    expect(await reassignCaseload(manager, { ...input, toIds: [house.south.counsellor.accountId], reason: REASON })).toEqual({ kind: 'invalid', fields: { toIds: 'not_an_option' } })
    expect(await reassignCaseload(manager, { ...input, toIds: [], reason: '' })).toEqual({ kind: 'invalid', fields: { toIds: 'required', reason: 'required' } })
    expect(await reassignCaseload(counsellor, { ...input, reason: REASON })).toEqual({ kind: 'not_allowed' })
    await other.end()
  })
})

describe('sharing out', () => {
  it('goes to who has the fewest, and keeps a basin’s only colleague for it', () => {
    const files = [{ id: '1', basinId: 'a' }, { id: '2', basinId: 'a' }, { id: '3', basinId: 'b' }, { id: '4', basinId: 'c' }]
    const shared = share(files, [
      { id: 'x', load: 0, basinIds: ['a', 'b'] },
      { id: 'y', load: 0, basinIds: ['a'] },
    ])
    expect([...shared.given].toSorted()).toEqual([['1', 'y'], ['2', 'x'], ['3', 'x']])
    expect(shared.left).toEqual(['4'])
    expect([...shared.loads]).toEqual([['x', 2], ['y', 1]])
  })
})
