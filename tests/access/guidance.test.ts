import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAllowance } from '@/lib/access/find-allowance.ts'
import { keepGuidance, ownGuidance } from '@/lib/access/guidance.ts'
import { twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices()
})
afterAll(() => house.end())

test('everyone keeps their own, those of no operator too, and nobody else’s', async () => {
  for (const actor of [house.north.counsellor, house.committee, house.platform[0]]) {
    expect(await ownGuidance(actor)).toEqual({ tourSeen: false, singleKeys: true })
    await keepGuidance(actor, { singleKeys: false })
    expect(await ownGuidance(actor)).toEqual({ tourSeen: false, singleKeys: false })
    await keepGuidance(actor, { tourSeen: true })
    expect(await ownGuidance(actor)).toEqual({ tourSeen: true, singleKeys: false })
    await keepGuidance(actor, { tourSeen: false, singleKeys: true })
    expect(await ownGuidance(actor)).toEqual({ tourSeen: true, singleKeys: true })
  }
  expect(await ownGuidance(house.north.colleague)).toEqual({ tourSeen: false, singleKeys: true })
})

test('a search is slowed beyond the pace of someone who types, for that account alone', async () => {
  const answers = await Promise.all(Array.from({ length: 81 }, () => findAllowance('one')))
  expect(answers.slice(0, 80)).toEqual(Array.from({ length: 80 }, () => null))
  expect(answers[80]).toBeGreaterThan(0)
  expect(await findAllowance('another')).toBeNull()
})
