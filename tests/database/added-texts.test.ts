import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { twoOperators, type TwoOperators } from './two-operators.ts'

let houses: TwoOperators
let second: string
beforeAll(async () => {
  houses = await twoOperators()
  const { rows } = await houses.owner.query<{ id: string }>(
    `insert into account (email, display_name, password_hash, role) select 'second@platform.test', 'Second', password_hash, 'platform_admin' from account where id = $1 returning id`,
    [houses.platform.accountId],
  )
  second = rows[0]!.id
})
afterAll(() => houses.end())

/** Runs statements as the app's role in the name of a person of the platform, of an operator, or of nobody; then undoes them. */
async function as(who: { platform?: string; operatorId?: string; accountId?: string }, run: (client: pg.Client) => Promise<unknown>, keep = false): Promise<void> {
  const { app } = houses
  await app.query('begin')
  try {
    await app.query(`select set_config('rebond.operator_id', $1, true), set_config('rebond.account_id', $2, true), set_config('rebond.platform', $3, true)`, [
      who.operatorId ?? '', who.platform ?? who.accountId ?? '', who.platform === undefined ? '' : 'on',
    ])
    await run(app)
    if (keep) await app.query('commit')
  } finally {
    if (!keep) await app.query('rollback')
    else await app.query('rollback').catch(() => undefined)
  }
}

const insert = (code: string, author: string): [string, unknown[]] => [`insert into added_text (code, content, drafted_by, drafted_at) values ($1, jsonb_build_object('code', $1::text), $2, now()) returning id`, [code, author]]
const forbidden = { code: '42501' }
const guarded = { code: '23001' }

async function draft(code: string): Promise<string> {
  let id = ''
  await as({ platform: houses.platform.accountId }, async (client) => {
    id = (await client.query<{ id: string }>(...insert(code, houses.platform.accountId))).rows[0]!.id
  }, true)
  return id
}

async function published(code: string): Promise<string> {
  const id = await draft(code)
  await as({ platform: second }, (client) => client.query('update added_text set published_by = $2, published_at = now() where id = $1', [id, second]), true)
  return id
}

/** The draft of the next edition of a text in force. */
async function edition(code: string, supersedes: string): Promise<string> {
  const { platform } = houses
  let id = ''
  await as({ platform: platform.accountId }, async (client) => {
    id = (await client.query<{ id: string }>(`insert into added_text (code, edition, content, drafted_by, drafted_at, supersedes) values ($1, 2, jsonb_build_object('code', $1::text), $2, now(), $3) returning id`, [code, platform.accountId, supersedes])).rows[0]!.id
  }, true)
  return id
}

describe('who writes texts', () => {
  test('the platform alone, signing for itself', async () => {
    const { north, platform } = houses
    const [sql, values] = insert('A1A', north.administrator.accountId)
    await expect(as({ operatorId: north.operatorId, accountId: north.administrator.accountId }, (client) => client.query(sql, values))).rejects.toMatchObject(forbidden)
    await expect(as({}, (client) => client.query(...insert('A1A', platform.accountId)))).rejects.toMatchObject(forbidden)
    await expect(as({ platform: second }, (client) => client.query(...insert('A1A', platform.accountId)))).rejects.toMatchObject(forbidden)
    await as({ platform: platform.accountId }, (client) => client.query(...insert('A1A', platform.accountId)))
  })

  test('a text begins as a draft, of a code and a content that agree', async () => {
    const { platform } = houses
    const asPlatform = (sql: string, values: unknown[]) => as({ platform: platform.accountId }, (client) => client.query(sql, values))
    await expect(asPlatform(`insert into added_text (code, content, drafted_by, drafted_at, published_by, published_at) values ('B', '{"code": "B"}', $1, now(), $2, now())`, [platform.accountId, second])).rejects.toMatchObject(guarded)
    await expect(asPlatform(`insert into added_text (code, content, drafted_by, drafted_at) values ('B', '{"code": "C"}', $1, now())`, [platform.accountId])).rejects.toMatchObject({ code: '23514' })
    await expect(asPlatform(`insert into added_text (code, content, drafted_by, drafted_at) values ('b b', '{"code": "b b"}', $1, now())`, [platform.accountId])).rejects.toMatchObject({ code: '23514' })
  })

  test('an operator’s people neither change nor see a draft; everyone sees what is published', async () => {
    const id = await draft('D1')
    const law = await published('D2')
    const { north, committee } = houses
    for (const who of [{ operatorId: north.operatorId, accountId: north.manager.accountId }, { accountId: committee.accountId }, {}]) {
      await as(who, async (client) => {
        expect((await client.query('select id from added_text where id = any($1)', [[id, law]])).rows).toEqual([{ id: law }])
        expect((await client.query(`update added_text set reason = 'x' where id = $1 returning id`, [id])).rows).toEqual([])
        expect((await client.query(`update added_text set reason = 'x' where id = $1 returning id`, [law])).rows).toEqual([])
      })
    }
  })
})

describe('two people', () => {
  test('whoever wrote a text does not publish it, whatever the app says', async () => {
    const id = await draft('E1')
    const { platform } = houses
    await expect(as({ platform: platform.accountId }, (client) => client.query('update added_text set published_by = $2, published_at = now() where id = $1', [id, platform.accountId]))).rejects.toMatchObject({ code: '23514' })
    // Nor in the name of a colleague.
    await expect(as({ platform: platform.accountId }, (client) => client.query('update added_text set published_by = $2, published_at = now() where id = $1', [id, second]))).rejects.toMatchObject(guarded)
    // Nor by writing it again in the name of someone else.
    await expect(as({ platform: platform.accountId }, (client) => client.query('update added_text set drafted_by = $2, version = 2 where id = $1', [id, second]))).rejects.toMatchObject(guarded)
    // Nor by changing it at the moment it is published.
    await expect(as({ platform: second }, (client) => client.query(`update added_text set published_by = $2, published_at = now(), content = '{"code": "E1", "x": 1}' where id = $1`, [id, second]))).rejects.toMatchObject(guarded)
  })
})

describe('who signs', () => {
  test('is a person of the platform, whose account is open', async () => {
    const { north, committee, owner } = houses
    for (const id of [north.administrator.accountId, north.counsellor.accountId, committee.accountId]) {
      await expect(as({ platform: id }, (client) => client.query(...insert('S1', id)))).rejects.toMatchObject(guarded)
    }
    const draftId = await draft('S2')
    await owner.query('update account set active = false where id = $1', [second])
    const sign = (what: string) => as({ platform: second }, (client) => client.query(what, [draftId, second]))
    try {
      await expect(sign('update added_text set published_by = $2, published_at = now() where id = $1')).rejects.toMatchObject(guarded)
      await expect(sign(`update added_text set withdrawn_by = $2, withdrawn_at = now(), reason = 'x' where id = $1`)).rejects.toMatchObject(guarded)
      await expect(sign(`update added_text set drafted_by = $2, version = 2 where id = $1`)).rejects.toMatchObject(guarded)
    } finally {
      await owner.query('update account set active = true where id = $1', [second])
    }
    await sign('update added_text set published_by = $2, published_at = now() where id = $1')
  })
})

describe('a published text', () => {
  test('is not changed, unpublished, withdrawn nor deleted, by the app or by the owner', async () => {
    const id = await published('F1')
    const changes = [
      `update added_text set content = '{"code": "F1", "x": 1}' where id = $1`,
      'update added_text set published_by = null, published_at = null where id = $1',
      `update added_text set withdrawn_by = drafted_by, withdrawn_at = now(), reason = 'x' where id = $1`,
      `update added_text set code = 'F9', content = '{"code": "F9"}' where id = $1`,
      `update added_text set reason = 'x' where id = $1`,
    ]
    for (const sql of changes) {
      await expect(as({ platform: second }, (client) => client.query(sql, [id])), sql).rejects.toMatchObject({ code: expect.stringMatching(/^(23001|23514)$/) as string })
      await expect(houses.owner.query(sql, [id]), sql).rejects.toMatchObject({ code: expect.stringMatching(/^(23001|23514)$/) as string })
    }
    await expect(as({ platform: second }, (client) => client.query('delete from added_text where id = $1', [id]))).rejects.toMatchObject(forbidden)
    await expect(houses.owner.query('delete from added_text where id = $1', [id])).rejects.toMatchObject(guarded)
    await expect(houses.owner.query('truncate added_text cascade')).rejects.toMatchObject(guarded)
  })

  test('is taken away by nobody alone: neither by a draft, nor by a text of another code', async () => {
    const id = await published('G4')
    const other = await published('G5')
    const { platform } = houses
    for (const later of [await draft('G6'), await edition('G4', id), other])
      await expect(as({ platform: platform.accountId }, (client) => client.query('update added_text set superseded_by = $2, superseded_at = now() where id = $1', [id, later]), true)).rejects.toMatchObject(guarded)
    expect((await houses.owner.query('select superseded_by from added_text where id = $1', [id])).rows).toEqual([{ superseded_by: null }])
  })

  test('changes once, when it is superseded; then never', async () => {
    const id = await published('G1')
    const later = await edition('G1', id)
    await as({ platform: second }, async (client) => {
      await client.query('update added_text set superseded_by = $2, superseded_at = now() where id = $1', [id, later])
      await client.query('update added_text set published_by = $2, published_at = now() where id = $1', [later, second])
    }, true)
    await expect(houses.owner.query('update added_text set superseded_by = null, superseded_at = null where id = $1', [id])).rejects.toMatchObject(guarded)
  })

  test('is the only one of its code in force', async () => {
    await published('H1')
    const { platform } = houses
    let next = ''
    await as({ platform: platform.accountId }, async (client) => {
      next = (await client.query<{ id: string }>(`insert into added_text (code, edition, content, drafted_by, drafted_at) values ('H1', 2, '{"code": "H1"}', $1, now()) returning id`, [platform.accountId])).rows[0]!.id
    }, true)
    await expect(as({ platform: second }, (client) => client.query('update added_text set published_by = $2, published_at = now() where id = $1', [next, second]))).rejects.toMatchObject({ code: '23505' })
  })
})

describe('what a text moves', () => {
  test('is the operator’s own to read file by file; the platform reads counts; nobody writes for another', async () => {
    const { north, south, owner, platform, committee } = houses
    const id = await draft('J1')
    const other = await draft('J2')
    await owner.query(`insert into text_impact (text_id, operator_id, computed_at, on_day, text_version, content, figures) values ($1, $2, now(), '2026-03-02', 1, '{}', '{}')`, [other, north.operatorId])
    for (const one of [north, south]) {
      await owner.query(`insert into text_impact (text_id, operator_id, computed_at, on_day, text_version, content, figures) values ($1, $2, now(), '2026-03-02', 1, '{}', '{}')`, [id, one.operatorId])
      await owner.query(`insert into text_impact_file (text_id, operator_id, case_id, changes) values ($1, $2, $3, '{}')`, [id, one.operatorId, one.caseId])
    }
    const seen = async (client: pg.Client) => [
      (await client.query('select operator_id from text_impact where text_id = $1', [id])).rows.length,
      (await client.query('select operator_id from text_impact_file where text_id = $1', [id])).rows.length,
    ]
    await as({ operatorId: north.operatorId, accountId: north.manager.accountId }, async (client) => {
      expect(await seen(client)).toEqual([1, 1])
      expect((await client.query('select operator_id from text_impact_file')).rows).toEqual([{ operator_id: north.operatorId }])
    })
    await as({ platform: platform.accountId }, async (client) => expect(await seen(client)).toEqual([2, 0]))
    await as({ accountId: committee.accountId }, async (client) => expect(await seen(client)).toEqual([0, 0]))
    await as({}, async (client) => expect(await seen(client)).toEqual([0, 0]))
    const asNorth = { operatorId: north.operatorId, accountId: north.manager.accountId }
    await expect(as(asNorth, (client) => client.query(`insert into text_impact_file (text_id, operator_id, case_id, changes) values ($1, $2, $3, '{}')`, [id, south.operatorId, south.caseId]))).rejects.toMatchObject(forbidden)
    await expect(as(asNorth, (client) => client.query(`insert into text_impact_file (text_id, operator_id, case_id, changes) values ($1, $2, $3, '{}')`, [other, north.operatorId, south.caseId]))).rejects.toMatchObject({ code: '23503' })
    await as(asNorth, async (client) => expect((await client.query('delete from text_impact where operator_id = $1 returning text_id', [south.operatorId])).rows).toEqual([]))
    await expect(as({ platform: platform.accountId }, (client) => client.query(`insert into text_impact (text_id, operator_id, computed_at, on_day, text_version, content, figures) values ($1, $2, now(), '2026-03-02', 1, '{}', '{}')`, [id, north.operatorId]))).rejects.toMatchObject(forbidden)
  })
})

describe('the journal of texts', () => {
  test('is written and read by the platform alone', async () => {
    const { north, platform } = houses
    const write = (client: pg.Client) => client.query(`select write_text_journal('K1', null, 'text.drafted', '{"a": 1}', null)`)
    await expect(as({ operatorId: north.operatorId, accountId: north.administrator.accountId }, write)).rejects.toMatchObject(forbidden)
    await expect(as({}, write)).rejects.toMatchObject(forbidden)
    await as({ platform: platform.accountId }, write, true)
    await as({ platform: platform.accountId }, async (client) => expect((await client.query(`select position::int as p from journal_entry where chain = 'text:K1'`)).rows).toEqual([{ p: 1 }]))
    await as({ operatorId: north.operatorId, accountId: north.administrator.accountId }, async (client) => expect((await client.query(`select 1 from journal_entry where chain = 'text:K1'`)).rows).toEqual([]))
    await expect(houses.owner.query(`insert into journal_entry (chain, digest, action) values ('text:k1', sha256('x'), 'x')`)).rejects.toMatchObject({ code: '23514' })
  })
})
