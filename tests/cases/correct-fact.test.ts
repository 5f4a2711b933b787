import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, isoOf, type DateName } from '@/lib/accord/index.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { correctFact, previewCorrection } from '@/lib/cases/commands/correct-fact.ts'
import { correctFrame } from '@/lib/cases/commands/correct-frame.ts'
import { withdrawFact } from '@/lib/cases/commands/withdraw-fact.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { accepted, record, twoOffices, versionOf, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
let actor: Actor
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  actor = house.north.counsellor
})
afterAll(() => house.end())

const submission = async (reference: string) => ({ reference, version: await versionOf(house, reference), submissionId: randomUUID() })
const factId = async (reference: string, kind: string) =>
  (await fileView(actor, reference))!.facts.find((fact) => fact.kind === kind && fact.supersededBy === null)!.id
const date = async (reference: string, name: DateName, knownOn: string | null = null) => {
  const found = (await fileView(actor, reference, { knownOn: knownOn === null ? null : day(knownOn) }))?.file.dates[name] ?? null
  return found === null ? null : isoOf(found)
}
const sickness = { cause: 'sickness', from: '2026-02-25', to: '2026-03-10' }

describe('correcting a fact', () => {
  it('puts another in its place with a reason; the first stays, struck', async () => {
    const reference = await accepted(house, actor)
    await record(house, actor, reference, 'suspension', sickness)
    const id = await factId(reference, 'suspension')
    const correction = { factId: id, terms: { ...sickness, to: '2026-03-05' } }
    const preview = await previewCorrection(actor, { reference, ...correction })
    const outcome = await correctFact(actor, { ...(await submission(reference)), ...correction, reason: 'Reprise anticipée' })
    if (outcome.kind !== 'recorded') throw new Error(outcome.kind)
    expect(preview.kind === 'admitted' && preview.changes).toEqual(outcome.changes)
    expect(await date(reference, 'cspTerm')).toBe('2027-03-04')
    const view = await fileView(actor, reference)
    const [before, after] = view!.facts.filter((fact) => fact.kind === 'suspension')
    expect(before).toMatchObject({ id, supersededBy: after!.id, factIndex: null })
    expect(after).toMatchObject({ supersedes: id, reason: 'Reprise anticipée', recordedBy: 'Ines' })
  })

  it('carries over the words kept beside it, unless others are given', async () => {
    const reference = await accepted(house, actor)
    await record(house, actor, reference, 'contact_held', { on: '2026-02-26' }, { channel: 'phone', note: 'rappeler' })
    const id = await factId(reference, 'contact_held')
    await correctFact(actor, { ...(await submission(reference)), factId: id, terms: { on: '2026-02-27' }, reason: 'date' })
    const kept = (await fileView(actor, reference))!.facts.find((fact) => fact.supersedes === id)!
    expect(kept.content).toMatchObject({ note: 'rappeler' })
    await correctFact(actor, { ...(await submission(reference)), factId: kept.id, terms: { on: '2026-02-27' }, content: { channel: 'video', note: null }, reason: 'canal' })
    expect((await fileView(actor, reference))!.facts.find((fact) => fact.supersedes === kept.id)!.content).toMatchObject({ channel: 'video', note: null })
  })

  it('is refused when it would make inadmissible a fact that was accepted, which it names', async () => {
    const reference = await accepted(house, actor)
    await record(house, actor, reference, 'suspension', { ...sickness, to: '2026-02-27' })
    const work = { from: '2026-02-28', to: '2026-03-10', contract: 'cdd', employer: 'company', validatedOn: '2026-02-27' }
    expect((await record(house, actor, reference, 'work_period', work)).kind).toBe('recorded')
    const outcome = await correctFact(actor, {
      ...(await submission(reference)),
      factId: await factId(reference, 'suspension'),
      terms: { ...sickness, to: '2026-03-04' },
      reason: 'prolongation',
    })
    expect(outcome).toMatchObject({ kind: 'not_admitted', conflictsWith: { kind: 'work_period', factId: await factId(reference, 'work_period') } })
  })

  it('is refused when it is not admissible itself', async () => {
    const reference = await accepted(house, actor)
    const outcome = await correctFact(actor, {
      ...(await submission(reference)),
      factId: await factId(reference, 'accepted'),
      terms: { on: '2026-02-27' },
      reason: 'après le délai',
    })
    expect(outcome).toMatchObject({ kind: 'not_admitted', conflictsWith: null })
  })

  it('needs a reason, and a fact that still counts', async () => {
    const reference = await accepted(house, actor)
    const id = await factId(reference, 'accepted')
    const terms = { on: '2026-02-11' }
    expect(await correctFact(actor, { ...(await submission(reference)), factId: id, terms, reason: '  ' })).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    expect((await correctFact(actor, { ...(await submission(reference)), factId: id, terms, reason: 'date' })).kind).toBe('recorded')
    expect(await correctFact(actor, { ...(await submission(reference)), factId: id, terms, reason: 'encore' })).toEqual({
      kind: 'invalid',
      fields: { factId: 'already_superseded' },
    })
    expect(await correctFact(actor, { ...(await submission(reference)), factId: randomUUID(), terms, reason: 'rien' })).toEqual({
      kind: 'invalid',
      fields: { factId: 'unknown_fact' },
    })
  })

  it('lets one of two corrections of the same fact through', async () => {
    const reference = await accepted(house, actor)
    const id = await factId(reference, 'accepted')
    const at = await submission(reference)
    const correction = (on: string) => correctFact(actor, { ...at, submissionId: randomUUID(), factId: id, terms: { on }, reason: 'date' })
    const kinds = (await Promise.all([correction('2026-02-11'), correction('2026-02-12')])).map((outcome) => outcome.kind)
    expect(kinds.toSorted()).toEqual(['changed_meanwhile', 'recorded'])
  })
})

describe('withdrawing a fact', () => {
  it('takes it out of account, with a reason', async () => {
    const reference = await accepted(house, actor)
    await record(house, actor, reference, 'suspension', sickness)
    const outcome = await withdrawFact(actor, { ...(await submission(reference)), factId: await factId(reference, 'suspension'), reason: 'saisi sur le mauvais dossier' })
    expect(outcome.kind === 'recorded' && outcome.changes.stage).toEqual({ before: 'suspended_health', after: 'pre_bilan_due' })
    expect(await date(reference, 'cspTerm')).toBe('2027-02-23')
    expect((await fileView(actor, reference))!.facts.map((fact) => fact.kind)).toContain('withdrawn')
  })

  it('is refused when a later fact leans on it', async () => {
    const reference = await accepted(house, actor)
    await record(house, actor, reference, 'pre_bilan_held', { on: '2026-02-27' }, { profile: 'p', project: 'p' })
    const outcome = await withdrawFact(actor, { ...(await submission(reference)), factId: await factId(reference, 'accepted'), reason: 'erreur' })
    expect(outcome).toMatchObject({ kind: 'not_admitted', conflictsWith: { kind: 'pre_bilan_held' } })
    expect(await withdrawFact(actor, { ...(await submission(reference)), factId: await factId(reference, 'accepted'), reason: '' })).toEqual({
      kind: 'invalid',
      fields: { reason: 'required' },
    })
  })
})

describe('correcting the frame', () => {
  it('derives the whole file anew, and says which fields changed', async () => {
    const reference = await accepted(house, actor)
    const outcome = await correctFrame(actor, { ...(await submission(reference)), frame: { protectedEmployee: true }, reason: 'élu du CSE' })
    expect(outcome.kind === 'recorded' && outcome.changes.stage.after).toBe('awaiting_authorisation')
    expect(await date(reference, 'cspStart')).toBeNull()
    expect(await correctFrame(actor, { ...(await submission(reference)), frame: { protectedEmployee: true }, reason: 'encore' })).toEqual({
      kind: 'invalid',
      fields: { frame: 'unchanged' },
    })
    expect(await correctFrame(actor, { ...(await submission(reference)), frame: { engagedOn: '2026-02-31' }, reason: 'x' })).toEqual({
      kind: 'invalid',
      fields: { 'frame.engagedOn': 'not_a_day' },
    })
  })

  it('is refused when a fact would fall before the procedure', async () => {
    const reference = await accepted(house, actor)
    const outcome = await correctFrame(actor, { ...(await submission(reference)), frame: { engagedOn: '2026-02-09' }, reason: 'date' })
    expect(outcome).toMatchObject({ kind: 'not_admitted', conflictsWith: { kind: 'proposal_handed_over' } })
  })
})

describe('the file as it was known on a day', () => {
  it('hears only what was recorded by the end of that day', async () => {
    await house.setDay('2026-03-02')
    const reference = await accepted(house, actor)
    await house.setDay('2026-03-06')
    await record(house, actor, reference, 'suspension', sickness)
    await house.setDay('2026-03-09')
    await correctFact(actor, { ...(await submission(reference)), factId: await factId(reference, 'suspension'), terms: { ...sickness, to: '2026-03-05' }, reason: 'reprise' })
    expect(await date(reference, 'cspTerm', '2026-03-05')).toBe('2027-02-23')
    expect(await date(reference, 'cspTerm', '2026-03-06')).toBe('2027-03-09')
    expect(await date(reference, 'cspTerm', '2026-03-08')).toBe('2027-03-09')
    expect(await date(reference, 'cspTerm')).toBe('2027-03-04')
    const known = await fileView(actor, reference, { knownOn: day('2026-03-06') })
    expect(known).toMatchObject({ knownOn: day('2026-03-06'), asOf: day('2026-03-06'), may: { record: false, assign: false } })
    expect(known!.facts.every((fact) => fact.supersededBy === null)).toBe(true)
    expect(known!.file.stage).toBe('suspended_health')
    // Before it was opened there was no file; from today on, it is today's.
    expect(await fileView(actor, reference, { knownOn: day('2026-03-01') })).toBeNull()
    expect((await fileView(actor, reference, { knownOn: day('2026-12-31') }))?.knownOn).toBeNull()
    await house.setDay('2026-03-02')
  })
})
