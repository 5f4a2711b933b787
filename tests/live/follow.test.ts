import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { fileToFollow, followFile, followList, type LiveEvent } from '@/lib/live/follow.ts'
import { stopListening } from '@/lib/live/hub.ts'
import { MOST_STREAMS, takeStream } from '@/lib/live/streams.ts'
import { opened, record, twoOffices, versionOf, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
const stops: (() => void)[] = []

beforeAll(async () => {
  house = await twoOffices()
})
afterAll(async () => {
  for (const stop of stops) stop()
  await new Promise((resolve) => setTimeout(resolve, 100))
  await stopListening()
  await house.end()
})

async function onFile(actor: Actor, reference: string): Promise<LiveEvent[]> {
  const told: LiveEvent[] = []
  stops.push(await followFile(actor, (await fileToFollow(actor, reference))!, randomUUID(), (event) => told.push(event)))
  return told
}
async function onList(actor: Actor): Promise<LiveEvent[]> {
  const told: LiveEvent[] = []
  stops.push(await followList(actor, (event) => told.push(event)))
  return told
}
const changes = (told: readonly LiveEvent[]) => told.filter(({ kind }) => kind === 'changed')
const SECOND = { timeout: 1_000, interval: 20 }

test('a colleague’s fact reaches the file and the lists that show it within a second, and no other', async () => {
  const reference = await opened(house.north.counsellor)
  const file = await onFile(house.north.counsellor, reference)
  const lists = { manager: await onList(house.north.manager), colleague: await onList(house.north.colleague), other: await onList(house.south.manager), committee: await onList(house.committee) }
  await record(house, house.north.manager, reference, 'information_interview_held', { on: '2026-02-10' })
  const version = await versionOf(house, reference)
  const told = { kind: 'changed', reference, version, by: 'Maud' }
  await expect.poll(() => changes(file), SECOND).toEqual([{ ...told, mine: false }])
  await expect.poll(() => changes(lists.manager), SECOND).toEqual([{ ...told, mine: true }])
  expect([lists.colleague, lists.other, lists.committee].map(changes)).toEqual([[], [], []])
  expect(file[0]).toEqual({ kind: 'at', version: version - 1 })
})

test('a file given away is said to who loses it and to who receives it; its page says that it is gone', async () => {
  const reference = await opened(house.north.counsellor)
  const page = await onFile(house.north.counsellor, reference)
  const lists = [await onList(house.north.counsellor), await onList(house.north.colleague)]
  await assignFile(house.north.manager, { reference, counsellorId: house.north.colleague.accountId, reason: 'Charge' })
  // Under load a list may still hear of the opening, said just before it began to listen.
  for (const list of lists) await expect.poll(() => [...new Set(changes(list).map((event) => 'reference' in event && event.reference))], SECOND).toEqual([reference])
  await expect.poll(() => page.at(-1), SECOND).toEqual({ kind: 'gone' })
})

test('once the file is someone else’s, who is on it is no longer told, nor that one is', async () => {
  const reference = await opened(house.north.counsellor)
  const page = await onFile(house.north.counsellor, reference)
  const manager = await onFile(house.north.manager, reference)
  const people = (told: readonly LiveEvent[]) => told.findLast((event) => event.kind === 'present')?.people
  await expect.poll(() => people(page), SECOND).toEqual(['Maud'])
  await expect.poll(() => people(manager), SECOND).toEqual(['Ines'])
  await assignFile(house.north.manager, { reference, counsellorId: house.north.colleague.accountId, reason: 'Charge' })
  await expect.poll(() => page.at(-1), SECOND).toEqual({ kind: 'gone' })
  await expect.poll(() => people(manager), SECOND).toEqual([])
  const told = page.length
  await onFile(house.north.colleague, reference)
  await expect.poll(() => people(manager), SECOND).toEqual(['Camille'])
  expect(page).toHaveLength(told)
})

test('streams of one person are counted, and given back once', () => {
  const held = Array.from({ length: MOST_STREAMS }, () => takeStream('someone'))
  expect(held.every((release) => release !== null)).toBe(true)
  expect(takeStream('someone')).toBeNull()
  expect(takeStream('someone else')).not.toBeNull()
  held[0]!()
  held[0]!()
  expect(takeStream('someone')).not.toBeNull()
  expect(takeStream('someone')).toBeNull()
})

test('a refused fact says nothing', async () => {
  const reference = await opened(house.north.counsellor)
  const page = await onFile(house.north.counsellor, reference)
  expect(await record(house, house.north.counsellor, reference, 'pre_bilan_held', { on: '2026-02-10' })).toMatchObject({ kind: 'not_admitted' })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(changes(page)).toEqual([])
})

test('who else is on a file is said as they come and go; a second screen of one’s own is nobody else', async () => {
  const reference = await opened(house.north.counsellor)
  const mine = await onFile(house.north.counsellor, reference)
  await onFile(house.north.counsellor, reference)
  const people = (told: readonly LiveEvent[]) => told.findLast((event) => event.kind === 'present')?.people
  expect(people(mine)).toEqual([])
  const managers = await onFile(house.north.manager, reference)
  const leave = stops.pop()!
  await expect.poll(() => people(mine), SECOND).toEqual(['Maud'])
  await expect.poll(() => people(managers), SECOND).toEqual(['Ines'])
  leave()
  await expect.poll(() => people(mine), SECOND).toEqual([])
})

test('who goes as soon as they have come leaves nobody behind: what a screen says is heard in the order it was said', async () => {
  const reference = await opened(house.north.counsellor)
  const mine = await onFile(house.north.counsellor, reference)
  /** Who was told to be there, each time that changed. */
  const told = () => mine.flatMap((event) => (event.kind === 'present' ? [event.people.join()] : [])).filter((people, index, all) => people !== all[index - 1])
  const visits: string[] = ['']
  for (let visit = 1; visit <= 12; visit += 1) {
    await onFile(house.north.manager, reference)
    stops.pop()!()
    visits.push('Maud', '')
    await expect.poll(told, SECOND).toEqual(visits)
  }
})

test('a file of another, or of no one, is not followed', async () => {
  const reference = await opened(house.north.counsellor)
  expect(await fileToFollow(house.north.colleague, reference)).toBeNull()
  expect(await fileToFollow(house.committee, reference)).toBeNull()
  expect(await fileToFollow(house.north.counsellor, 'RB-2026-99999')).toBeNull()
  expect(await fileToFollow(house.north.counsellor, "RB-2026-00001' or true")).toBeNull()
})
