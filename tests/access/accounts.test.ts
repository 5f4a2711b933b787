import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { administration } from '@/lib/access/account-list.ts'
import { subscribe, subscriptionOf } from '@/lib/agenda/subscription.ts'
import { changeAccount, createAccount, resetPassword, setAccountActive } from '@/lib/access/accounts.ts'
import type { ProfileInput } from '@/lib/access/account-input.ts'
import { actorOfSession } from '@/lib/access/live-account.ts'
import { addOperator, changeOperatorBasins, changeSettings, ownSettings } from '@/lib/access/operators.ts'
import { signIn } from '@/lib/access/sign-in.ts'
import { twoOperators, type TwoOperators } from '@/tests/database/two-operators.ts'

let houses: TwoOperators
beforeAll(async () => {
  houses = await twoOperators()
})
afterAll(() => houses.end())

const profile = (more: Partial<ProfileInput> = {}): ProfileInput => ({
  displayName: 'Maëlys Le Guennec', role: 'counsellor', basinIds: [houses.north.basinIds[0]], territory: null, ...more,
})
let number = 0
const address = () => `someone-${(number += 1)}@north.test`
const north = () => houses.north.administrator
const rowOf = async (accountId: string) =>
  (await houses.owner.query<{ role: string; active: boolean; session_version: number; operator_id: string | null }>(
    'select role, active, session_version, operator_id from account where id = $1', [accountId])).rows[0]
const journaled = async (action: string, accountId: string) =>
  (await houses.owner.query<{ chain: string; actor_id: string }>(
    "select e.chain, e.actor_id from journal_entry e join journal_detail d on d.entry_id = e.id where e.action = $1 and d.detail->>'account' = $2", [action, accountId])).rows

async function created(actor = north(), more: Partial<ProfileInput> = {}, operatorId: string | null = houses.north.operatorId) {
  const outcome = await createAccount(actor, { email: address(), operatorId, ...profile(more) })
  if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome))
  return outcome
}

describe('opening an account', () => {
  test('gives a password that signs in, once written nowhere else', async () => {
    const { accountId, email, password } = await created()
    expect(await signIn({ email, password }, '203.0.113.1')).toMatchObject({ kind: 'signed_in', accountId })
    const [entry] = await journaled('account.created', accountId)
    expect(entry).toEqual({ chain: `operator:${houses.north.operatorId}`, actor_id: north().accountId })
    const { rows } = await houses.owner.query('select 1 from journal_detail where detail::text like $1', [`%${password}%`])
    expect(rows).toEqual([])
  })

  test('refuses an address that has one, capitals and spaces aside', async () => {
    const { email } = await created()
    expect(await createAccount(north(), { email: ` ${email.toUpperCase()} `, operatorId: houses.north.operatorId, ...profile() }))
      .toEqual({ kind: 'invalid', fields: { email: 'taken' } })
  })

  test.each([
    ['an address that is none', { email: 'someone' }, { email: 'not_an_email' }],
    ['no name', { displayName: '  ' }, { displayName: 'required' }],
    ['a name of 300 characters', { displayName: 'x'.repeat(300) }, { displayName: 'too_long' }],
    ['a name with a NUL', { displayName: 'a\0b' }, { displayName: 'not_text' }],
    ['a counsellor without a basin', { basinIds: [] }, { basinIds: 'needs_basin' }],
    ['a platform role', { role: 'platform_admin' as const }, { role: 'not_an_option' }],
    ['a role that does not exist', { role: 'owner' as 'manager' }, { role: 'not_an_option' }],
  ])('refuses %s at its field', async (_, more, fields) => {
    expect(await createAccount(north(), { email: address(), operatorId: houses.north.operatorId, ...profile(), ...more })).toEqual({ kind: 'invalid', fields })
  })

  test('keeps a name right to left, with emoji', async () => {
    const { accountId } = await created(north(), { displayName: 'نور 🌱' })
    expect((await administration(north()))?.accounts.find(({ id }) => id === accountId)?.displayName).toBe('نور 🌱')
  })

  test('is refused in another operator, and to who manages no account', async () => {
    const other = { email: address(), operatorId: houses.south.operatorId, ...profile() }
    expect(await createAccount(north(), other)).toEqual({ kind: 'not_allowed' })
    expect(await createAccount(houses.north.manager, { ...other, operatorId: houses.north.operatorId })).toEqual({ kind: 'not_allowed' })
  })

  test('by the platform goes to the operator named, or to none with a territory', async () => {
    const inSouth = await created(houses.platform, { role: 'operator_admin', basinIds: [] }, houses.south.operatorId)
    expect(await rowOf(inSouth.accountId)).toMatchObject({ operator_id: houses.south.operatorId, role: 'operator_admin' })
    expect((await journaled('account.created', inSouth.accountId))[0]?.chain).toBe(`operator:${houses.south.operatorId}`)
    const member = { role: 'committee' as const, basinIds: [], territory: { level: 'region' as const, codes: ['84'] } }
    expect(await rowOf((await created(houses.platform, member, null)).accountId)).toMatchObject({ operator_id: null, role: 'committee' })
    expect(await createAccount(houses.platform, { email: address(), operatorId: null, ...profile({ ...member, territory: null }) }))
      .toEqual({ kind: 'invalid', fields: { territory: 'needs_territory' } })
  })
})

describe('changing an account', () => {
  test('changes role and basins at once', async () => {
    const { accountId } = await created()
    expect(await changeAccount(north(), { accountId, ...profile({ role: 'manager', basinIds: [houses.north.basinIds[1]] }) })).toEqual({ kind: 'changed' })
    const actor = await actorOfSession({ accountId, sessionVersion: 1, openedAt: Math.floor(Date.now() / 1000) })
    expect(actor).toMatchObject({ role: 'manager', basinIds: [houses.north.basinIds[1]] })
    expect(await journaled('account.changed', accountId)).toHaveLength(1)
  })

  test('does not know an account of another operator, nor a made-up one', async () => {
    for (const accountId of [houses.south.counsellor.accountId, houses.platform.accountId, crypto.randomUUID(), "x' or true"]) {
      expect(await changeAccount(north(), { accountId, ...profile() })).toEqual({ kind: 'not_found' })
      expect(await setAccountActive(north(), accountId, false)).toEqual({ kind: 'not_found' })
      expect(await resetPassword(north(), accountId)).toEqual({ kind: 'not_found' })
    }
    expect(await rowOf(houses.south.counsellor.accountId)).toMatchObject({ active: true, session_version: 1 })
  })

  test('leaves no live file with someone whose role follows none', async () => {
    const { accountId } = houses.north.counsellor
    expect(await changeAccount(north(), { accountId, ...profile({ role: 'operator_admin', basinIds: [] }) }))
      .toEqual({ kind: 'invalid', fields: { role: 'holds_files' } })
  })
})

describe('the last active administrator', () => {
  test('can neither be closed nor given another role; a second one frees the first', async () => {
    const { accountId } = north()
    expect(await setAccountActive(north(), accountId, false)).toEqual({ kind: 'invalid', fields: { active: 'last_administrator' } })
    expect(await changeAccount(north(), { accountId, ...profile({ role: 'counsellor' }) })).toEqual({ kind: 'invalid', fields: { role: 'last_administrator' } })
    const second = await created(north(), { role: 'operator_admin', basinIds: [] })
    expect(await setAccountActive(north(), second.accountId, false)).toEqual({ kind: 'changed' })
    expect(await setAccountActive(north(), accountId, false)).toEqual({ kind: 'invalid', fields: { active: 'last_administrator' } })
    expect(await setAccountActive(north(), second.accountId, true)).toEqual({ kind: 'changed' })
  })

  test('remains when two close each other at the same time', async () => {
    const pair = [await created(houses.platform, { role: 'operator_admin', basinIds: [] }, houses.south.operatorId), houses.south.administrator] as const
    await houses.owner.query('update account set active = (id = any($1)) where role = $2 and operator_id = $3', [pair.map(({ accountId }) => accountId), 'operator_admin', houses.south.operatorId])
    const outcomes = await Promise.all(pair.map(({ accountId }) => setAccountActive(houses.platform, accountId, false)))
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'invalid'])
  })

  test('of the platform stays too', async () => {
    expect(await setAccountActive(houses.platform, houses.platform.accountId, false)).toEqual({ kind: 'invalid', fields: { active: 'last_administrator' } })
  })
})

describe('closing and opening again', () => {
  test('ends the sessions, and is journaled once for twice asked', async () => {
    const { accountId, email, password } = await created()
    const claim = { accountId, sessionVersion: 1, openedAt: Math.floor(Date.now() / 1000) }
    expect(await actorOfSession(claim)).not.toBeNull()
    await setAccountActive(north(), accountId, false)
    await setAccountActive(north(), accountId, false)
    expect(await actorOfSession(claim)).toBeNull()
    expect(await signIn({ email, password }, '203.0.113.2')).toEqual({ kind: 'refused' })
    expect(await journaled('account.deactivated', accountId)).toHaveLength(1)
    await setAccountActive(north(), accountId, true)
    expect(await signIn({ email, password }, '203.0.113.2')).toMatchObject({ kind: 'signed_in' })
  })

  test('a password given again ends the sessions and replaces the old one', async () => {
    const { accountId, email, password } = await created()
    const outcome = await resetPassword(north(), accountId)
    if (outcome.kind !== 'reset') throw new Error(outcome.kind)
    expect(await signIn({ email, password }, '203.0.113.3')).toEqual({ kind: 'refused' })
    expect(await signIn({ email, password: outcome.password }, '203.0.113.3')).toMatchObject({ kind: 'signed_in', sessionVersion: 2 })
    expect(await journaled('password.reset', accountId)).toHaveLength(1)
  })

  test('a password given again ends the secret address of the agenda where that is asked, within one’s own accounts', async () => {
    const { counsellor } = houses.north
    await subscribe(counsellor)
    await resetPassword(north(), counsellor.accountId)
    expect(await subscriptionOf(counsellor)).not.toBeNull()
    expect(await resetPassword(houses.south.administrator, counsellor.accountId, true)).toEqual({ kind: 'not_found' })
    expect(await subscriptionOf(counsellor)).not.toBeNull()
    await resetPassword(north(), counsellor.accountId, true)
    expect(await subscriptionOf(counsellor)).toBeNull()
    expect(await journaled('agenda.unsubscribed', counsellor.accountId)).toHaveLength(1)
  })
})

describe('what each administrator sees', () => {
  test('the operator’s sees its own accounts, with their live files', async () => {
    const seen = await administration(north())
    expect(new Set(seen?.accounts.map(({ operatorId }) => operatorId))).toEqual(new Set([houses.north.operatorId]))
    expect(seen?.accounts.find(({ id }) => id === houses.north.counsellor.accountId)?.liveFiles).toBe(1)
    expect(seen?.operators).toHaveLength(1)
  })

  test('the platform’s sees all of them, and no file', async () => {
    const seen = await administration(houses.platform)
    expect(seen?.accounts.map(({ operatorId }) => operatorId)).toEqual(expect.arrayContaining([houses.north.operatorId, houses.south.operatorId, null]))
    expect(new Set(seen?.accounts.map(({ liveFiles }) => liveFiles))).toEqual(new Set([null]))
  })

  test.each(['counsellor', 'referent', 'manager'] as const)('a %s sees nothing', async (who) => {
    expect(await administration(houses.north[who])).toBeNull()
  })
})

describe('settings and operators', () => {
  const chosen = { rollPolicy: 'none', contactIntervalDays: 14, followUpIntervalDays: 45 } as const

  test('are kept, journaled, and bring live files to be computed again', async () => {
    expect(await changeSettings(north(), chosen)).toEqual({ kind: 'changed' })
    expect(await ownSettings(north())).toEqual(chosen)
    const files = async (caseId: string) => (await houses.owner.query<{ due: boolean }>('select next_change_on <= now()::date + 1 as due from case_file where id = $1', [caseId])).rows[0]?.due
    expect(await files(houses.north.caseId)).toBe(true)
    expect(await files(houses.south.caseId)).toBeNull()
    const { rows } = await houses.owner.query("select 1 from journal_entry where action = 'settings.changed' and operator_id = $1", [houses.north.operatorId])
    expect(rows).toHaveLength(1)
  })

  test.each([
    ['no interval', { contactIntervalDays: 0 }, { contactIntervalDays: 'too_small' }],
    ['two years', { followUpIntervalDays: 730 }, { followUpIntervalDays: 'too_large' }],
    ['half a day', { contactIntervalDays: 1.5 }, { contactIntervalDays: 'not_a_number' }],
    ['letters', { contactIntervalDays: Number.NaN }, { contactIntervalDays: 'not_a_number' }],
    ['another policy', { rollPolicy: 'always' }, { rollPolicy: 'not_an_option' }],
  ])('refuse %s', async (_, more, fields) => {
    expect(await changeSettings(north(), { ...chosen, ...more })).toEqual({ kind: 'invalid', fields })
  })

  test('are not a manager’s to change', async () => {
    expect(await changeSettings(houses.north.manager, chosen)).toEqual({ kind: 'not_allowed' })
    expect(await addOperator(north(), { name: 'Est', kind: 'private', basinIds: [houses.north.basinIds[0]] })).toEqual({ kind: 'not_allowed' })
  })

  test('the platform adds an operator, and changes its basins unless someone works there', async () => {
    const outcome = await addOperator(houses.platform, { name: 'Méridienne Conseil', kind: 'private', basinIds: [houses.north.basinIds[0]] })
    if (outcome.kind !== 'added') throw new Error(JSON.stringify(outcome))
    expect(await addOperator(houses.platform, { name: 'MERIDIENNE  conseil', kind: 'private', basinIds: [houses.north.basinIds[0]] }))
      .toEqual({ kind: 'invalid', fields: { name: 'taken' } })
    expect(await changeOperatorBasins(houses.platform, outcome.operatorId, [houses.north.basinIds[1]])).toEqual({ kind: 'changed' })
    expect(await changeOperatorBasins(houses.platform, houses.north.operatorId, [houses.north.basinIds[1]])).toEqual({ kind: 'invalid', fields: { basinIds: 'in_use' } })
  })
})
