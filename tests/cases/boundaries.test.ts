// Who may not: every command and query, asked by those it is not for, and what two at once may not break.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { parseCaseloadParams } from '@/lib/cases/caseload-params.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { correctFact, previewCorrection } from '@/lib/cases/commands/correct-fact.ts'
import { correctFrame, previewFrame } from '@/lib/cases/commands/correct-frame.ts'
import { openFile } from '@/lib/cases/commands/open-file.ts'
import { previewReassignment, reassignCaseload } from '@/lib/cases/commands/reassign-caseload.ts'
import { previewFact, recordFact } from '@/lib/cases/commands/record-fact.ts'
import { previewWithdrawal, withdrawFact } from '@/lib/cases/commands/withdraw-fact.ts'
import { basinOverview, basinsOverview } from '@/lib/cases/queries/basins.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { citedTextOf } from '@/lib/cases/queries/governing-code.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { placements } from '@/lib/cases/queries/placements.ts'
import { team } from '@/lib/cases/queries/team.ts'
import { committeeView } from '@/lib/steering/territory/committee.ts'
import { worklist } from '@/lib/cases/queries/worklist.ts'
import { accepted, opened, opening, twoOffices, versionOf, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
let reference: string
let factId: string
beforeAll(async () => {
  house = await twoOffices()
  reference = await accepted(house, house.north.counsellor)
  factId = (await fileView(house.north.counsellor, reference))!.facts.find((fact) => fact.kind === 'accepted')!.id
})
afterAll(() => house.end())

/** Everything one may try on the file, by its reference and the id of one of its facts. */
async function attempts(actor: Actor) {
  const form = () => ({ reference, version: 2, submissionId: randomUUID(), reason: 'x' })
  const contact = { kind: 'contact_held', terms: { on: '2026-03-01' } }
  const outcomes = [
    await recordFact(actor, { ...form(), ...contact }),
    await correctFact(actor, { ...form(), factId, terms: { on: '2026-02-11' } }),
    await withdrawFact(actor, { ...form(), factId }),
    await correctFrame(actor, { ...form(), frame: { companySize: 46 } }),
    await assignFile(actor, { reference, counsellorId: house.north.colleague.accountId, reason: 'x' }),
    await previewFact(actor, { reference, ...contact }),
    await previewCorrection(actor, { reference, factId, terms: { on: '2026-02-11' } }),
    await previewWithdrawal(actor, { reference, factId }),
    await previewFrame(actor, { reference, frame: { companySize: 46 } }),
  ]
  return [...new Set(outcomes.map((outcome) => outcome.kind))]
}

describe('a file that is not theirs', () => {
  const strangers: readonly [string, () => Actor][] = [
    ['a colleague of the same basin', () => house.north.colleague],
    ['a referent of the operator', () => house.north.referent],
    ['a manager of another basin', () => ({ ...house.north.manager, basinIds: [house.basins.vienne] })],
    ['a manager without a basin', () => ({ ...house.north.manager, basinIds: [] })],
    ['another operator’s counsellor', () => house.south.counsellor],
    ['another operator’s manager of the same basin', () => house.south.manager],
    ['another operator’s administrator', () => house.south.administrator],
    ['a committee member', () => house.committee],
    ['a platform administrator', () => ({ ...house.committee, role: 'platform_admin', territory: null })],
    ['someone whose operator was taken away', () => ({ ...house.north.counsellor, operatorId: null })],
    ['a counsellor claiming another operator', () => ({ ...house.north.counsellor, operatorId: house.south.operatorId })],
  ]
  test.each(strangers)('is not found by %s', async (_, actor) => {
    expect(await attempts(actor())).toEqual(['not_found'])
    expect(await fileView(actor(), reference)).toBeNull()
    expect(await history(actor(), reference)).toBeNull()
    expect(await citedTextOf(actor(), reference)).toEqual({ code: null })
    const listed = await caseload(actor(), parseCaseloadParams({ scope: 'all', q: reference }))
    expect(listed?.rows.filter((row) => row.counsellorId === house.north.counsellor.accountId) ?? []).toEqual([])
    expect(await versionOf(house, reference)).toBe(2)
  })

  test('is read by the operator’s administrator, and written by them never', async () => {
    expect(await fileView(house.north.administrator, reference)).not.toBeNull()
    expect(await attempts(house.north.administrator)).toEqual(['not_allowed'])
    expect(await versionOf(house, reference)).toBe(2)
  })
})

describe('those who follow no file', () => {
  test.each([
    ['a committee member', () => house.committee],
    ['a platform administrator', (): Actor => ({ ...house.committee, role: 'platform_admin', territory: null })],
  ] as const)('%s gets no list of people, opens and gives nothing', async (_, actor) => {
    const who = actor()
    for (const read of [caseload(who, parseCaseloadParams({})), worklist(who), placements(who), team(who), basinsOverview(who), basinOverview(who, '8401')]) {
      expect(await read).toBeNull()
    }
    expect(await openFile(who, opening())).toEqual({ kind: 'not_allowed' })
    const move = { fromId: house.north.counsellor.accountId, toIds: [house.north.colleague.accountId] }
    expect(await previewReassignment(who, move)).toEqual({ kind: 'not_allowed' })
    expect(await reassignCaseload(who, { ...move, reason: 'x' })).toEqual({ kind: 'not_allowed' })
  })

  test('figures are the committee’s alone', async () => {
    const asked = { place: null, quarter: null, indicator: null }
    for (const who of [house.north.counsellor, house.north.manager, house.north.administrator]) expect(await committeeView(who, asked)).toBeNull()
    expect(await committeeView({ ...house.north.manager, territory: { level: 'nation', codes: [] } }, asked)).toBeNull()
    expect(await committeeView(house.committee, asked)).toBe('none')
  })
})

describe('someone named in a form', () => {
  test('another operator’s person, counsellor or referent is never taken', async () => {
    const person = (await house.owner.query<{ id: string; first_name: string; last_name: string }>('select p.id, p.first_name, p.last_name from person p where p.operator_id = $1 limit 1', [house.north.operatorId])).rows[0]!
    const names = { firstName: person.first_name, lastName: person.last_name, birthDate: '1980-05-01' }
    expect(await openFile(house.south.counsellor, opening({ confirmed: true, person: { ...names, id: person.id } }))).toEqual({ kind: 'invalid', fields: { 'person.id': 'unknown_person' } })
    expect(await openFile(house.south.counsellor, opening({ counsellorId: house.north.counsellor.accountId }))).toEqual({ kind: 'invalid', fields: { counsellorId: 'not_in_basin' } })
    expect(await openFile(house.south.counsellor, opening({ referentId: house.north.referent.accountId }))).toEqual({ kind: 'invalid', fields: { referentId: 'not_in_basin' } })
  })

  test('a person of one’s operator whose files one may not read is not reached through an opening', async () => {
    const view = (await fileView(house.north.counsellor, reference))!
    const names = { firstName: view.person.firstName, lastName: view.person.lastName, birthDate: '1980-05-01' }
    const refused = { kind: 'invalid', fields: { 'person.id': 'unknown_person' } }
    // By id alone, under any name; then under the right name, by a colleague who sees none of their files.
    expect(await openFile(house.north.counsellor, opening({ confirmed: true, person: { ...opening().person, id: view.person.id } }))).toEqual(refused)
    expect(await openFile(house.north.colleague, opening({ confirmed: true, person: { ...names, id: view.person.id } }))).toEqual(refused)
    expect(await openFile(house.north.counsellor, opening({ confirmed: true, person: { ...names, id: view.person.id } }))).toMatchObject({ kind: 'opened' })
  })

  test('a basin one does not work in is no choice', async () => {
    expect(await openFile(house.north.colleague, opening({ basinCode: '8402' }))).toEqual({ kind: 'invalid', fields: { basinCode: 'not_an_option' } })
  })

  test('a manager gives away only the files of their own basins', async () => {
    const there = await opened(house.north.counsellor, { basinCode: '8402' })
    const manager = { ...house.north.manager, basinIds: [house.basins.lyon] }
    const outcome = await reassignCaseload(manager, { fromId: house.north.counsellor.accountId, toIds: [house.north.manager.accountId], reason: 'x' })
    expect(outcome.kind).toBe('reassigned')
    expect((await fileView(house.north.counsellor, there))?.counsellor.id).toBe(house.north.counsellor.accountId)
  })
})

test('a file whose last change lost its journal no longer passes for whole', async () => {
  const own = await accepted(house, house.north.counsellor)
  const given = await assignFile(house.north.manager, { reference: own, counsellorId: house.north.colleague.accountId, reason: 'x' })
  expect(given.kind).toBe('assigned')
  expect((await history(house.north.manager, own))?.chain).toMatchObject({ verified: true })
  const { owner } = house
  await owner.query('begin')
  for (const table of ['journal_entry', 'journal_detail']) await owner.query(`alter table ${table} disable trigger user`)
  const lost = `select id from journal_entry where case_id = (select id from case_file where reference = $1 and operator_id = $2) and action in ('file.assigned', 'file.read')`
  await owner.query(`delete from journal_detail where entry_id in (${lost})`, [own, house.north.operatorId])
  await owner.query(`delete from journal_entry where id in (${lost})`, [own, house.north.operatorId])
  for (const table of ['journal_entry', 'journal_detail']) await owner.query(`alter table ${table} enable trigger user`)
  await owner.query('commit')
  expect((await history(house.north.manager, own))?.chain).toMatchObject({ verified: false, breaks: [expect.stringMatching(/cut$/u)] })
})

describe('at once', () => {
  test('one form sent five times is recorded once; two corrections of one fact, one', async () => {
    const own = await accepted(house, house.north.counsellor)
    const form = { reference: own, version: 2, submissionId: randomUUID(), kind: 'contact_held', terms: { on: '2026-03-01' } }
    const sent = await Promise.all(Array.from({ length: 5 }, () => recordFact(house.north.counsellor, form)))
    expect(new Set(sent.map((outcome) => (outcome.kind === 'recorded' ? `${outcome.factId} ${outcome.version}` : outcome.kind))).size).toBe(1)
    expect(await versionOf(house, own)).toBe(3)
    const contact = (await fileView(house.north.counsellor, own))!.facts.find((fact) => fact.kind === 'contact_held')!.id
    const correct = (on: string) => correctFact(house.north.counsellor, { reference: own, version: 3, submissionId: randomUUID(), factId: contact, terms: { on }, reason: 'x' })
    const corrected = await Promise.all([correct('2026-02-27'), correct('2026-02-26')])
    expect(corrected.map((outcome) => outcome.kind).toSorted()).toEqual(['changed_meanwhile', 'recorded'])
    expect(await correctFact(house.north.counsellor, { reference: own, version: 4, submissionId: randomUUID(), factId: contact, terms: { on: '2026-02-25' }, reason: 'x' })).toEqual({
      kind: 'invalid',
      fields: { factId: 'already_superseded' },
    })
  })
})
