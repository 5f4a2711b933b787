// What an attacker, or a broken form, sends to the commands: each is answered by a value, and nothing changes.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { parseCaseloadParams } from '@/lib/cases/caseload-params.ts'
import { basinOverview } from '@/lib/cases/queries/basins.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { placements } from '@/lib/cases/queries/placements.ts'
import { worklist } from '@/lib/cases/queries/worklist.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { correctFact } from '@/lib/cases/commands/correct-fact.ts'
import { correctFrame } from '@/lib/cases/commands/correct-frame.ts'
import { openFile } from '@/lib/cases/commands/open-file.ts'
import { previewFact, recordFact } from '@/lib/cases/commands/record-fact.ts'
import { withdrawFact } from '@/lib/cases/commands/withdraw-fact.ts'
import { accepted, opened, opening, record, twoOffices, versionOf, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices()
})
afterAll(() => house.end())

const HOSTILE_REFERENCES = ['', 'RB-2026-00001\0', '\ud800', "' or 1=1 --", '../../etc/passwd', 'x'.repeat(100_000)]

describe('a reference that is none', () => {
  test.each(HOSTILE_REFERENCES)('%j is not found, everywhere', async (reference) => {
    const { counsellor, manager } = house.north
    const form = { reference, version: 1, submissionId: randomUUID() }
    const missing = { kind: 'not_found' }
    expect(await recordFact(counsellor, { ...form, kind: 'contact_held', terms: { on: '2026-03-01' } })).toEqual(missing)
    expect(await previewFact(counsellor, { reference, kind: 'contact_held', terms: { on: '2026-03-01' } })).toEqual(missing)
    expect(await withdrawFact(counsellor, { ...form, factId: randomUUID(), reason: 'x' })).toEqual(missing)
    expect(await assignFile(manager, { reference, counsellorId: house.north.colleague.accountId, reason: 'x' })).toEqual(missing)
    expect(await fileView(counsellor, reference)).toBeNull()
    expect(await history(counsellor, reference)).toBeNull()
  })

  test.each(['\0', "8401' or true --", 'é'.repeat(5_000)])('a basin %j is nobody’s', async (code) => {
    expect(await basinOverview(house.north.manager, code)).toBeNull()
  })
})

describe('a form that no screen sends', () => {
  test.each([Number.NaN, 1.5, -1, 1e99, Number.POSITIVE_INFINITY])('a version of %d changes nothing', async (version) => {
    const reference = await opened(house.north.counsellor)
    const outcome = await recordFact(house.north.counsellor, { reference, version, submissionId: randomUUID(), kind: 'accepted', terms: { on: '2026-02-10' } })
    expect(outcome.kind).toBe('invalid')
    expect(await versionOf(house, reference)).toBe(1)
  })

  test.each(['__proto__', 'constructor', 'toString', 'frame', 'withdrawn', ''])('a fact of kind %j is no fact', async (kind) => {
    const reference = await opened(house.north.counsellor)
    expect(await record(house, house.north.counsellor, reference, kind, { on: '2026-02-10' })).toEqual({ kind: 'invalid', fields: { kind: 'not_an_option' } })
  })

  test('terms and content of a form carry no key of their own', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const sent = JSON.parse('{"on":"2026-03-01","__proto__":{"admin":true},"recordedBy":"x","id":"y"}') as Record<string, unknown>
    expect(await record(house, house.north.counsellor, reference, 'contact_held', sent)).toMatchObject({ kind: 'invalid' })
    expect(await record(house, house.north.counsellor, reference, 'contact_held', { on: '2026-03-01' }, { note: 'x', operatorId: house.south.operatorId })).toMatchObject({ kind: 'invalid' })
    expect(await record(house, house.north.counsellor, reference, 'contact_held', { on: ['2026-03-01'] })).toMatchObject({ kind: 'invalid' })
  })

  test.each(['a\0b', 'a\ud800b', '\udfff'])('text that Postgres cannot keep is refused at its field: %j', async (note) => {
    const reference = await accepted(house, house.north.counsellor)
    expect(await record(house, house.north.counsellor, reference, 'contact_held', { on: '2026-03-01' }, { note })).toEqual({ kind: 'invalid', fields: { 'content.note': 'not_text' } })
    const [factId] = (await fileView(house.north.counsellor, reference))!.facts.filter((fact) => fact.kind === 'accepted').map((fact) => fact.id)
    expect(await withdrawFact(house.north.counsellor, { reference, version: await versionOf(house, reference), submissionId: randomUUID(), factId: factId!, reason: note })).toEqual({
      kind: 'invalid',
      fields: { reason: 'not_text' },
    })
    const person = { ...opening().person, firstName: note }
    expect(await openFile(house.north.counsellor, opening({ person }))).toMatchObject({ kind: 'invalid', fields: { 'person.firstName': 'not_text' } })
    expect(await correctFrame(house.north.counsellor, { reference, version: await versionOf(house, reference), submissionId: randomUUID(), frame: { chosenRegime: note }, reason: 'x' })).toMatchObject({ kind: 'invalid' })
  })

  test('a name in another script, or with an emoji, is a name', async () => {
    const person = { ...opening().person, firstName: 'محمد 👩‍🚒' }
    expect(await openFile(house.north.counsellor, opening({ person }))).toMatchObject({ kind: 'opened' })
  })
})

describe('the starting point', () => {
  test('is not put in the future by a correction', async () => {
    const reference = await opened(house.north.counsellor, { facts: [] })
    const correct = async (frame: Record<string, unknown>) =>
      correctFrame(house.north.counsellor, { reference, version: await versionOf(house, reference), submissionId: randomUUID(), frame, reason: 'x' })
    expect(await correct({ engagedOn: '2026-03-03' })).toEqual({ kind: 'invalid', fields: { 'frame.engagedOn': 'in_the_future' } })
    expect(await correct({ hiredOn: '2199-12-31' })).toEqual({ kind: 'invalid', fields: { 'frame.hiredOn': 'in_the_future' } })
    expect(await correct({ birthDate: '2030-01-01' })).toMatchObject({ kind: 'invalid' })
    expect(await correct({ engagedOn: '2026-03-02' })).toMatchObject({ kind: 'recorded' })
  })

  test('is neither corrected nor withdrawn as a fact, nor is the fact of another file or operator', async () => {
    const own = await opened(house.north.counsellor)
    const other = await opened(house.north.counsellor)
    const foreign = await opened(house.south.counsellor)
    const idsOf = async (reference: string, operatorId: string) =>
      (await house.owner.query<{ id: string }>('select f.id from fact f join case_file c on c.id = f.case_id where c.reference = $1 and c.operator_id = $2 order by f.sequence', [reference, operatorId])).rows.map((row) => row.id)
    const [frameId] = await idsOf(own, house.north.operatorId)
    const [, otherFact] = await idsOf(other, house.north.operatorId)
    const [, foreignFact] = await idsOf(foreign, house.south.operatorId)
    for (const factId of [frameId!, otherFact!, foreignFact!, '__proto__', '']) {
      const form = { reference: own, version: 1, submissionId: randomUUID(), factId, reason: 'x' }
      expect(await correctFact(house.north.counsellor, { ...form, terms: { on: '2026-02-02' } })).toMatchObject({ kind: 'invalid', fields: { factId: expect.any(String) } })
      expect(await withdrawFact(house.north.counsellor, form)).toMatchObject({ kind: 'invalid', fields: { factId: expect.any(String) } })
    }
    expect(await versionOf(house, own)).toBe(1)
  })
})

describe('dates and lengths at the ends of the calendar', () => {
  const extremes: readonly [string, Record<string, unknown>][] = [
    ['suspension', { cause: 'sickness', from: '2026-03-01', to: '2199-12-31' }],
    ['suspension', { cause: 'maternity', from: '2026-03-01', to: '2199-12-31' }],
    ['suspension', { cause: 'carer', from: '2026-03-01', to: '2199-12-31' }],
    ['work_period', { from: '2026-03-01', to: '2199-12-31', contract: 'cdd', employer: 'company', validatedOn: null }],
    ['training', { from: '2026-03-01', to: '2199-12-31' }],
    ['training', { from: '2199-12-31', to: null }],
    ['job_started', { on: '2199-12-31', contract: 'cdi' }],
    ['job_started', { on: '2026-03-01', contract: 'cdd', months: 6.5 }],
    ['job_started', { on: '2026-03-01', contract: 'cdd', months: 0.0001 }],
    ['job_started', { on: '2026-03-01', contract: 'temp', months: 120 }],
    ['contact_held', { on: '1900-01-01' }],
  ]
  test.each(extremes)('%s %j leaves every screen readable', async (kind, terms) => {
    const { counsellor, manager } = house.north
    const reference = await accepted(house, counsellor)
    const outcome = await record(house, counsellor, reference, kind, terms)
    expect(['recorded', 'not_admitted', 'invalid']).toContain(outcome.kind)
    expect(await fileView(counsellor, reference)).not.toBeNull()
    expect(await history(counsellor, reference)).not.toBeNull()
    expect(await caseload(manager, parseCaseloadParams({ size: '100', scope: 'all' }))).not.toBeNull()
    expect(await worklist(counsellor)).not.toBeNull()
    expect(await placements(counsellor)).not.toBeNull()
    expect(await basinOverview(manager, '8401')).not.toBeNull()
  })
})

test('reading a history is journaled, once a day', async () => {
  const reference = await opened(house.north.counsellor)
  await history(house.north.manager, reference)
  await history(house.north.manager, reference)
  const { rows } = await house.owner.query(
    `select e.actor_id from journal_entry e join case_file c on c.id = e.case_id where e.action = 'file.read' and c.reference = $1 and c.operator_id = $2`,
    [reference, house.north.operatorId],
  )
  expect(rows).toEqual([{ actor_id: house.north.manager.accountId }])
})

describe('an address', () => {
  test('of any nonsense opens a list', async () => {
    const hostile = [
      { page: '-1', size: '1000000000', sort: "name'; drop table fact --", dir: 'sideways', q: '%_\\'.repeat(4_000), stage: '__proto__,x' },
      { page: '99999999999999999999', size: ['25', '50'], q: ['a\0', 'b'], counsellor: 'me', basin: "8401' or 1=1", due: 'constructor', standing: '1' },
      { enteredFrom: '9999-12-31', enteredTo: '-0001-01-01', motive: ['term', '\0'], q: '\ud800', scope: 'everything' },
    ]
    for (const search of hostile) expect(await caseload(house.north.manager, parseCaseloadParams(search))).not.toBeNull()
  })
})
