import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOfSession, SESSION_SECONDS } from '@/lib/access/live-account.ts'
import { hashPassword, verifyPassword } from '@/lib/access/password.ts'
import { keepPreferences } from '@/lib/access/preferences.ts'
import { closeSession, signIn } from '@/lib/access/sign-in.ts'
import { twoOperators, type TwoOperators } from '@/tests/database/two-operators.ts'

let houses: TwoOperators
const PASSWORD = 'correct horse « é »'
beforeAll(async () => {
  houses = await twoOperators()
  await houses.owner.query('update account set password_hash = $1', [await hashPassword(PASSWORD)])
})
afterAll(() => houses.end())

let address = ''
let visits = 0
beforeEach(() => {
  visits += 1
  address = `198.51.100.${visits}`
})

const email = 'counsellor@north.test'
const enter = (password: string, as = email) => signIn({ email: as, password }, address)
const journal = async (accountId: string) =>
  (await houses.owner.query<{ action: string; chain: string }>('select action, chain from journal_entry where actor_id = $1 order by at, position', [accountId])).rows

describe('a password', () => {
  test('is kept as an argon2id hash with its own salt', async () => {
    const [one, other] = await Promise.all([hashPassword('same'), hashPassword('same')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(other)
    expect(await verifyPassword(one, 'same')).toBe(true)
    expect(await verifyPassword(one, 'Same')).toBe(false)
    expect(await verifyPassword('$2b$10$abc', 'same')).toBe(false)
  })

  test('is the same typed composed or not', async () => {
    expect(await verifyPassword(await hashPassword('\u00e9t\u00e9'), 'e\u0301te\u0301')).toBe(true)
  })
})

describe('signing in', () => {
  test('with the right password gives the session’s claim and is journaled', async () => {
    const { north } = houses
    expect(await enter(PASSWORD, '  Counsellor@NORTH.test ')).toEqual({ kind: 'signed_in', accountId: north.counsellor.accountId, sessionVersion: 1 })
    expect((await journal(north.counsellor.accountId)).at(-1)).toEqual({ action: 'session.opened', chain: `operator:${north.operatorId}` })
  })

  test('works for those without operator, journaled on the platform’s chain', async () => {
    const { committee, platform } = houses
    expect(await enter(PASSWORD, 'committee@platform.test')).toMatchObject({ kind: 'signed_in', accountId: committee.accountId })
    expect(await enter(PASSWORD, 'platform_admin@platform.test')).toMatchObject({ kind: 'signed_in', accountId: platform.accountId })
    expect((await journal(committee.accountId)).at(-1)).toEqual({ action: 'session.opened', chain: 'platform' })
  })

  test('a wrong password, an unknown e-mail, a closed account and nonsense get the same answer', async () => {
    const { owner, north } = houses
    await owner.query('update case_file set referent_id = null where referent_id = $1', [north.referent.accountId])
    await owner.query('update account set active = false where id = $1', [north.referent.accountId])
    for (const attempt of [enter('wrong'), enter(PASSWORD, 'nobody@north.test'), enter(PASSWORD, 'referent@north.test'), enter(''), enter(PASSWORD, 'not an e-mail'), signIn(null, address), signIn({ email, password: 'x'.repeat(1000) }, address)]) {
      expect(await attempt).toEqual({ kind: 'refused' })
    }
    await owner.query('update account set active = true where id = $1', [north.referent.accountId])
    expect((await journal(north.referent.accountId)).at(-1)?.action).toBe('session.refused')
  })

  test('the eleventh wrong attempt waits, though right; another address does not', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) expect(await enter('wrong', 'manager@north.test')).toEqual({ kind: 'refused' })
    const waiting = await enter(PASSWORD, 'manager@north.test')
    expect(waiting).toMatchObject({ kind: 'too_many_attempts' })
    expect(waiting.kind === 'too_many_attempts' && waiting.secondsToWait > 800 && waiting.secondsToWait <= 900).toBe(true)
    address = '203.0.113.1'
    expect(await enter(PASSWORD, 'manager@north.test')).toMatchObject({ kind: 'signed_in' })
  })

  test('unknown e-mails wait alike, so that waiting says nothing of them', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await enter('wrong', 'ghost@north.test')
    expect(await enter('wrong', 'ghost@north.test')).toMatchObject({ kind: 'too_many_attempts' })
  })

  test('attempts sent all at once are counted one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => enter('wrong', 'manager@south.test')))
    expect(answers.filter(({ kind }) => kind === 'refused')).toHaveLength(10)
    expect(answers.filter(({ kind }) => kind === 'too_many_attempts')).toHaveLength(15)
  })

  test('an unknown e-mail leaves a trace on the platform’s chain, without the e-mail', async () => {
    const traces = async () =>
      (await houses.owner.query(`select d.detail from journal_entry e join journal_detail d on d.entry_id = e.id where e.action = 'session.refused' and e.chain = 'platform' and e.actor_id is null`)).rows
    const before = (await traces()).length
    await enter('wrong', 'nobody-at-all@north.test')
    const after = await traces()
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)).toEqual({ detail: {} })
  })

  test('the demonstration’s accounts are closed outside it, whatever database they stand in', async () => {
    const { owner, north } = houses
    await owner.query(`update account set email = 'direction@demo.rebond.test' where id = $1`, [north.administrator.accountId])
    const session = { accountId: north.administrator.accountId, sessionVersion: 1, openedAt: Math.floor(Date.now() / 1000) }
    expect(await enter(PASSWORD, 'direction@demo.rebond.test')).toEqual({ kind: 'refused' })
    expect(await actorOfSession(session)).toBeNull()
    process.env.REBOND_DEMO = '1'
    expect(await enter(PASSWORD, 'direction@demo.rebond.test')).toMatchObject({ kind: 'signed_in' })
    expect(await actorOfSession(session)).not.toBeNull()
    delete process.env.REBOND_DEMO
    await owner.query(`update account set email = $2 where id = $1`, [north.administrator.accountId, north.administrator.email])
  })

  test('a success forgives the failures before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 5; attempt += 1) await enter('wrong', 'manager@south.test')
      expect(await enter(PASSWORD, 'manager@south.test')).toMatchObject({ kind: 'signed_in' })
    }
  })
})

describe('a session', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const claim = (accountId: string) => ({ accountId, sessionVersion: 1, openedAt: now() })

  test('is its account as it is now', async () => {
    const { north } = houses
    expect(await actorOfSession(claim(north.counsellor.accountId))).toEqual(north.counsellor)
    expect(await actorOfSession(claim(houses.committee.accountId))).toEqual(houses.committee)
  })

  test('a role or a basin taken away is gone at once', async () => {
    const { owner, north } = houses
    const session = claim(north.manager.accountId)
    await owner.query(`update account set role = 'counsellor' where id = $1`, [north.manager.accountId])
    await owner.query('delete from account_basin where account_id = $1', [north.manager.accountId])
    expect(await actorOfSession(session)).toMatchObject({ role: 'counsellor', basinIds: [] })
  })

  test('ends when the account is closed, its sessions are, or eight hours have passed', async () => {
    const { owner, south } = houses
    const session = claim(south.counsellor.accountId)
    expect(await actorOfSession(session)).not.toBeNull()
    expect(await actorOfSession({ ...session, openedAt: now() - SESSION_SECONDS })).toBeNull()
    expect(await actorOfSession({ ...session, openedAt: now() - SESSION_SECONDS + 60 })).not.toBeNull()
    await owner.query('update account set session_version = 2 where id = $1', [south.counsellor.accountId])
    expect(await actorOfSession(session)).toBeNull()
    expect(await actorOfSession({ ...session, sessionVersion: 2 })).not.toBeNull()
    await owner.query('update case_file set closed = true where counsellor_id = $1', [south.counsellor.accountId])
    await owner.query('update account set active = false where id = $1', [south.counsellor.accountId])
    expect(await actorOfSession({ ...session, sessionVersion: 2 })).toBeNull()
    expect(await actorOfSession(claim(crypto.randomUUID()))).toBeNull()
  })

  test('closed by its owner, it is journaled', async () => {
    const { north } = houses
    await closeSession({ accountId: north.counsellor.accountId, sessionVersion: 1, openedAt: 1 })
    expect((await journal(north.counsellor.accountId)).at(-1)?.action).toBe('session.closed')
    await expect(closeSession({ accountId: crypto.randomUUID(), sessionVersion: 1, openedAt: 1 })).resolves.toBeUndefined()
  })

  test('keeps its own language and look, and nobody else’s', async () => {
    const { committee, north, owner } = houses
    await keepPreferences(committee, { locale: 'en' })
    await keepPreferences(committee, { theme: 'dark' })
    expect(await actorOfSession(claim(committee.accountId))).toMatchObject({ locale: 'en', theme: 'dark', role: 'committee' })
    expect((await owner.query('select distinct locale, theme from account where id <> $1', [committee.accountId])).rows).toEqual([{ locale: 'fr', theme: 'system' }])
    await keepPreferences(north.counsellor, {})
  })
})
