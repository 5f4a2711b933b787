import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '@/lib/accord/index.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { correctFact } from '@/lib/cases/commands/correct-fact.ts'
import { silenceDeadline, takeSilenceBack } from '@/lib/cases/commands/silence-deadline.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { nextSteps } from '@/lib/cases/queries/next-steps.ts'
import { nextUnsilenced, silencesOf } from '@/lib/cases/queries/silences.ts'
import { waitingCounts } from '@/lib/cases/queries/waiting.ts'
import { worklist } from '@/lib/cases/queries/worklist.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { accepted, record, twoOffices, versionOf, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
let reference: string
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  reference = await accepted(house, house.north.counsellor)
  await assignFile(house.north.manager, { reference, counsellorId: house.north.counsellor.accountId, referentId: house.north.referent.accountId, reason: 'Suivi' })
})
afterAll(() => house.end())

const secret = 'Un mot que peu de gens lisent'
const contactSeen = async (actor: Actor, factId: string) => (await fileView(actor, reference))!.facts.find(({ id }) => id === factId)
async function noted(readers: 'pair' | 'self' | 'all', by: Actor): Promise<string> {
  const outcome = await record(house, by, reference, 'contact_held', { on: '2026-03-01' }, { channel: 'phone', minutes: 15, note: secret, nextStep: secret, nextStepOn: '2026-03-05', readers })
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome))
  return outcome.factId
}

describe('a note kept to fewer', () => {
  it('is read by the counsellor and the referent only; the contact itself by all', async () => {
    const id = await noted('pair', house.north.manager)
    expect((await contactSeen(house.north.counsellor, id))!.content).toMatchObject({ note: secret })
    expect((await contactSeen(house.north.referent, id))!.content).toMatchObject({ note: secret })
    expect((await contactSeen(house.north.manager, id))!.content).toMatchObject({ note: secret }) // who wrote it
    const seen = (await contactSeen(house.north.administrator, id))!
    expect(seen.content).toEqual({ channel: 'phone', minutes: 15, readers: 'pair', withheld: true })
    expect(seen).toMatchObject({ kind: 'contact_held', on: day('2026-03-01') })
  })

  it('is read by its author only, and is nowhere in what the others are sent', async () => {
    const id = await noted('self', house.north.counsellor)
    expect((await contactSeen(house.north.counsellor, id))!.content).toMatchObject({ note: secret })
    for (const other of [house.north.referent, house.north.manager, house.north.administrator]) {
      expect((await contactSeen(other, id))!.content).toEqual({ channel: 'phone', minutes: 15, readers: 'self', withheld: true })
      expect(JSON.stringify(await history(other, reference))).not.toContain(secret)
    }
  })

  it('is carried over by a correction of who does not read it, who does not become its reader', async () => {
    const id = await noted('self', house.north.counsellor)
    const corrected = await correctFact(house.north.manager, {
      reference, version: await versionOf(house, reference), submissionId: randomUUID(), factId: id, terms: { on: '2026-02-28' }, content: { channel: 'video', note: 'Autre chose', readers: 'all' }, reason: 'Jour faux',
    })
    if (corrected.kind !== 'recorded') throw new Error(corrected.kind)
    expect((await contactSeen(house.north.manager, corrected.factId))!.content).toEqual({ channel: 'video', minutes: null, readers: 'self', withheld: true })
    expect((await contactSeen(house.north.counsellor, corrected.factId))!.content).toMatchObject({ channel: 'video', note: secret, nextStep: secret })
  })

  it('keeps nothing where everyone reads, and refuses a day without a step', async () => {
    const id = await noted('all', house.north.counsellor)
    expect((await contactSeen(house.north.administrator, id))!.content).toMatchObject({ note: secret, readers: null })
    expect(await record(house, house.north.counsellor, reference, 'contact_held', { on: '2026-03-01' }, { nextStepOn: '2026-03-05' })).toEqual({ kind: 'invalid', fields: { 'content.nextStep': 'required' } })
    expect(await record(house, house.north.counsellor, reference, 'contact_held', { on: '2026-03-01' }, { nextStep: 'x', nextStepOn: 'demain' })).toEqual({ kind: 'invalid', fields: { 'content.nextStepOn': 'not_a_day' } })
  })
})

describe('the next step agreed', () => {
  it('is shown to who reads it until the next contact', async () => {
    await noted('pair', house.north.counsellor)
    const today = day('2026-03-02')
    expect(await nextSteps(house.north.counsellor, today)).toMatchObject([{ reference, step: secret, on: day('2026-03-05') }])
    expect(await nextSteps(house.north.referent, today)).toHaveLength(1)
    expect(await nextSteps(house.north.colleague, today)).toEqual([])
    expect(await nextSteps(house.north.manager, today)).toEqual([])
    await noted('self', house.north.counsellor)
    expect(await nextSteps(house.north.referent, today)).toEqual([])
    await record(house, house.north.counsellor, reference, 'contact_held', { on: '2026-03-02' })
    expect(await nextSteps(house.north.counsellor, today)).toEqual([])
  })
})

describe('done elsewhere', () => {
  const say = (actor: Actor, changes: Partial<Parameters<typeof silenceDeadline>[1]> = {}) =>
    silenceDeadline(actor, { reference, code: 'preBilan', dueOn: '2026-03-04', doneOn: '2026-03-02', reason: 'Tenu par l’agence France Travail', ...changes })
  const listed = async (actor: Actor) => {
    const { groups } = (await worklist(actor))!
    return Object.values(groups).flat().filter((item) => item.reference === reference && item.code === 'preBilan').length
  }

  it('leaves the lists and the counts, and stays in the file as not recorded', async () => {
    expect(await listed(house.north.counsellor)).toBe(1)
    const before = (await waitingCounts(house.north.counsellor, day('2026-03-02')))!.worklist.total
    expect(await say(house.north.counsellor)).toEqual({ kind: 'silenced', reference })
    expect(await say(house.north.counsellor)).toEqual({ kind: 'silenced', reference })
    expect(await listed(house.north.counsellor)).toBe(0)
    expect((await waitingCounts(house.north.counsellor, day('2026-03-02')))!.worklist.total).toBe(before - 1)
    const view = (await fileView(house.north.counsellor, reference))!
    expect(view.file.deadlines.find(({ code }) => code === 'preBilan')).toMatchObject({ status: 'due', metOn: null })
    const silences = await silencesOf(house.north.counsellor, view.id)
    expect(silences).toMatchObject([{ code: 'preBilan', by: 'Ines', reason: 'Tenu par l’agence France Travail', doneOn: day('2026-03-02') }])
    expect(nextUnsilenced(view.file, silences)?.code).not.toBe('preBilan')
    expect((await history(house.north.counsellor, reference))!.entries.map(({ action }) => action)).toContain('deadline.silenced')
  })

  it('is taken back, once, and shown again', async () => {
    const view = (await fileView(house.north.counsellor, reference))!
    const [silence] = await silencesOf(house.north.counsellor, view.id)
    expect(await takeSilenceBack(house.south.counsellor, silence!.id)).toEqual({ kind: 'not_found' })
    expect(await takeSilenceBack(house.north.administrator, silence!.id)).toEqual({ kind: 'not_allowed' })
    expect(await takeSilenceBack(house.north.counsellor, silence!.id)).toEqual({ kind: 'taken_back', reference })
    expect(await takeSilenceBack(house.north.counsellor, silence!.id)).toEqual({ kind: 'taken_back', reference })
    expect(await listed(house.north.counsellor)).toBe(1)
    expect(await silencesOf(house.north.counsellor, view.id)).toEqual([])
    expect((await history(house.north.counsellor, reference))!.entries.filter(({ action }) => action === 'deadline.taken_back')).toHaveLength(1)
  })

  it.each([
    ['without a reason', { reason: ' ' }, { kind: 'invalid', fields: { reason: 'required' } }],
    ['on a day to come', { doneOn: '2026-03-03' }, { kind: 'invalid', fields: { doneOn: 'in_the_future' } }],
    ['on no day', { doneOn: '' }, { kind: 'invalid', fields: { doneOn: 'not_a_day' } }],
    ['for another day', { dueOn: '2026-03-05' }, { kind: 'no_such_deadline' }],
    ['for what money hangs on', { code: 'bonusClaim' }, { kind: 'stays_loud' }],
    ['for what does not exist', { code: 'everything' }, { kind: 'stays_loud' }],
    ['in a file that is not there', { reference: 'RB-2026-99999' }, { kind: 'not_found' }],
  ] as const)('is refused %s', async (_, changes, outcome) => {
    expect(await say(house.north.counsellor, changes)).toEqual(outcome)
  })

  it('is not for who only reads, nor for a stranger', async () => {
    expect(await say(house.north.administrator)).toEqual({ kind: 'not_allowed' })
    expect(await say(house.north.colleague)).toEqual({ kind: 'not_found' })
  })

  it('is never changed nor erased', async () => {
    await say(house.north.counsellor)
    await expect(house.owner.query('update silenced_deadline set reason = $1', ['x'])).rejects.toThrow('append-only')
    await expect(house.owner.query('delete from silenced_deadline')).rejects.toThrow('append-only')
  })
})
