import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOfSession, type SessionClaim } from '@/lib/access/live-account.ts'
import { closeSession } from '@/lib/access/sign-in.ts'
import { listening, stopListening } from '@/lib/live/hub.ts'
import { watchSession } from '@/lib/live/session-watch.ts'
import { twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
const stops: (() => void)[] = []
beforeAll(async () => {
  house = await twoOffices()
})
afterAll(async () => {
  for (const stop of stops) stop()
  await stopListening()
  await house.end()
})

async function watched(claim: SessionClaim) {
  const actor = (await actorOfSession(claim))!
  let times = 0
  const { look, stop } = watchSession(actor, claim, () => (times += 1))
  stops.push(stop)
  await listening()
  return { look, stop, ended: () => times }
}
const openedAt = () => Math.floor(Date.now() / 1000)
const claimOf = (accountId: string, at = openedAt()): SessionClaim => ({ accountId, sessionVersion: 1, openedAt: at })
const SECOND = { timeout: 1_000, interval: 20 }

test('signing out ends the streams of that session within a second, and of no other', async () => {
  const { counsellor, colleague } = house.north
  const mine = claimOf(counsellor.accountId)
  const one = await watched(mine)
  const elsewhere = await watched(claimOf(counsellor.accountId, mine.openedAt - 60))
  const other = await watched(claimOf(colleague.accountId, mine.openedAt))
  await closeSession(mine)
  await expect.poll(one.ended, SECOND).toBe(1)
  await closeSession(mine)
  await Promise.all([elsewhere.look(), other.look()])
  expect([one.ended(), elsewhere.ended(), other.ended()]).toEqual([1, 0, 0])
})

test('rights that changed, or an account closed, end it at the next look, and a look that finds the same does not', async () => {
  const { referent, colleague } = house.north
  const [moved, closed] = [await watched(claimOf(referent.accountId)), await watched(claimOf(colleague.accountId))]
  await Promise.all([moved.look(), closed.look()])
  expect([moved.ended(), closed.ended()]).toEqual([0, 0])
  await house.owner.query('insert into account_basin (account_id, basin_id, operator_id) values ($1, $2, $3)', [referent.accountId, house.basins.vienne, house.north.operatorId])
  await house.owner.query('update account set active = false where id = $1', [colleague.accountId])
  await Promise.all([moved.look(), closed.look()])
  expect([moved.ended(), closed.ended()]).toEqual([1, 1])
})

test('once stopped, it hears nothing more', async () => {
  const claim = claimOf(house.north.manager.accountId)
  const { stop, ended } = await watched(claim)
  stop()
  await closeSession(claim)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(ended()).toBe(0)
})
