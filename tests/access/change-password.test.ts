import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { subscribe, subscriptionOf } from '@/lib/agenda/subscription.ts'
import { changePassword } from '@/lib/access/change-password.ts'
import { actorOfSession } from '@/lib/access/live-account.ts'
import { hashPassword } from '@/lib/access/password.ts'
import { signIn } from '@/lib/access/sign-in.ts'
import { twoOperators, type TwoOperators } from '@/tests/database/two-operators.ts'

let houses: TwoOperators
const PASSWORD = 'the present one'
const NEXT = 'a sentence to keep'
beforeAll(async () => {
  houses = await twoOperators()
})
beforeEach(async () => {
  await houses.owner.query('update account set password_hash = $1, session_version = 1', [await hashPassword(PASSWORD)])
})
afterAll(() => houses.end())

const change = (current: string, next = NEXT, again = next) => ({ current, next, again })
const versionOf = async (accountId: string) =>
  (await houses.owner.query<{ v: number }>('select session_version as v from account where id = $1', [accountId])).rows[0]?.v

describe('changing one’s password', () => {
  test.each(['counsellor', 'committee', 'platform'] as const)('works for a %s, ends every session and is journaled', async (who) => {
    const actor = who === 'counsellor' ? houses.north.counsellor : houses[who]
    const claim = { accountId: actor.accountId, sessionVersion: 1, openedAt: Math.floor(Date.now() / 1000) }
    expect(await actorOfSession(claim)).not.toBeNull()
    expect(await changePassword(actor, change(PASSWORD))).toEqual({ ok: true })
    expect(await actorOfSession(claim)).toBeNull()
    expect(await signIn({ email: actor.email, password: PASSWORD }, '203.0.113.9')).toEqual({ kind: 'refused' })
    expect(await signIn({ email: actor.email, password: NEXT }, '203.0.113.9')).toMatchObject({ kind: 'signed_in', sessionVersion: 2 })
    const { rows } = await houses.owner.query<{ action: string }>('select action from journal_entry where actor_id = $1', [actor.accountId])
    expect(rows.map(({ action }) => action)).toContain('password.changed')
  })

  test('keeps the secret address of an agenda, and ends it where that is asked', async () => {
    const actor = houses.north.counsellor
    expect(await subscribe(actor)).toMatchObject({ kind: 'subscribed' })
    expect(await changePassword(actor, change(PASSWORD))).toEqual({ ok: true })
    expect(await subscriptionOf(actor)).not.toBeNull()
    expect(await changePassword(actor, { ...change('not it', 'another sentence'), endAgenda: true })).toMatchObject({ ok: false })
    expect(await subscriptionOf(actor)).not.toBeNull()
    expect(await changePassword(actor, { ...change(NEXT, 'another sentence'), endAgenda: true })).toEqual({ ok: true })
    expect(await subscriptionOf(actor)).toBeNull()
    const { rows } = await houses.owner.query<{ action: string }>('select action from journal_entry where actor_id = $1', [actor.accountId])
    expect(rows.filter(({ action }) => action === 'agenda.unsubscribed')).toHaveLength(1)
  })

  test('touches no other account', async () => {
    await changePassword(houses.north.manager, change(PASSWORD))
    expect(await versionOf(houses.north.manager.accountId)).toBe(2)
    expect(await versionOf(houses.south.manager.accountId)).toBe(1)
    expect(await versionOf(houses.north.counsellor.accountId)).toBe(1)
  })

  test.each([
    ['no present password', change(''), 'current', 'missingCurrent'],
    ['a wrong present password', change('wrong'), 'current', 'wrongCurrent'],
    ['a present password too long to be one', change('x'.repeat(5000)), 'current', 'wrongCurrent'],
    ['a short one', change(PASSWORD, 'short'), 'next', 'tooShort'],
    ['nine emoji', change(PASSWORD, '😀'.repeat(9)), 'next', 'tooShort'],
    ['a load', change(PASSWORD, 'x'.repeat(257)), 'next', 'tooLong'],
    ['the same one', change(PASSWORD, PASSWORD), 'next', 'same'],
    ['two different entries', change(PASSWORD, NEXT, 'another sentence'), 'again', 'mismatch'],
  ] as const)('refuses %s and changes nothing', async (_, asked, field, problem) => {
    const actor = houses.south.counsellor
    expect(await changePassword(actor, asked)).toEqual({ ok: false, field, problem })
    expect(await versionOf(actor.accountId)).toBe(1)
  })

  test('stops hearing a guesser at an open screen, without locking sign-in', async () => {
    const actor = houses.south.referent
    for (let attempt = 0; attempt < 10; attempt += 1) await changePassword(actor, change(`guess ${attempt}`))
    expect(await changePassword(actor, change(PASSWORD))).toEqual({ ok: false, field: 'current', problem: 'tooMany' })
    expect(await signIn({ email: actor.email, password: PASSWORD }, '203.0.113.10')).toMatchObject({ kind: 'signed_in' })
  })
})
