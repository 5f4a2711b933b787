import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import pg from 'pg'
import { copyRows, withJournalChainedByCaller } from '@/lib/database/copy.ts'
import { openDriver } from '@/lib/database/driver.ts'
import { journalBreaks, writeJournal } from '@/lib/database/journal.ts'
import { chainOf, detailDigest, journalHash, jsonbText, type Json } from '@/lib/database/journal-hash.ts'
import { inActorTransaction, inSystemTransaction, withoutActor } from '@/lib/database/transactions.ts'
import { twoOperators, type TwoOperators } from './two-operators.ts'

let houses: TwoOperators
beforeAll(async () => {
  houses = await twoOperators()
})
afterAll(() => houses.end())

interface Row {
  id: string
  chain: string
  position: string
  previous_hash: Buffer
  hash: Buffer
  digest: Buffer
  action: string
  actor_id: string | null
  case_id: string | null
  fact_id: string | null
  at: Date
}

const entriesOf = async (chain: string): Promise<Row[]> => (await houses.owner.query<Row>('select * from journal_entry where chain = $1 order by position', [chain])).rows

const line = (action: string, detail: Json = {}) => ({
  operatorId: houses.north.operatorId,
  caseId: houses.north.caseId,
  actorId: houses.north.counsellor.accountId,
  action,
  detail,
})

describe('the chain of a file', () => {
  test('starts at its first row and links each entry to the one before', async () => {
    const { north } = houses
    await inActorTransaction(north.counsellor, async (tx) => {
      await writeJournal(tx, line('fact_recorded', { kind: 'accepted', on: '2026-01-06' }))
      await writeJournal(tx, line('fact_corrected'))
    })
    const rows = await entriesOf(`case:${north.caseId}`)
    expect(rows.map((row) => Number(row.position))).toEqual([1, 2, 3])
    expect(rows[0]!.previous_hash).toHaveLength(0)
    expect(rows[1]!.previous_hash).toEqual(rows[0]!.hash)
    expect(rows[2]!.previous_hash).toEqual(rows[1]!.hash)
    await expect(inActorTransaction(north.counsellor, (tx) => journalBreaks(tx, `case:${north.caseId}`))).resolves.toEqual([])
  })

  test('ignores the position and hashes that the code sends', async () => {
    const { north, app } = houses
    await app.query('begin')
    await app.query(`select set_config('rebond.operator_id', $1, true)`, [north.operatorId])
    const { rows } = await app.query<Row>(
      `insert into journal_entry (operator_id, chain, position, previous_hash, hash, digest, action, case_id)
       values ($1, $3, 99, '\\xdead', sha256('forged'), sha256('x'), 'fact_recorded', $2) returning *`,
      [north.operatorId, north.caseId, `case:${north.caseId}`],
    )
    await app.query('rollback')
    const before = await entriesOf(`case:${north.caseId}`)
    expect(Number(rows[0]!.position)).toBe(before.length + 1)
    expect(rows[0]!.previous_hash).toEqual(before.at(-1)!.hash)
    expect(rows[0]!.hash).not.toEqual(Buffer.from('forged'))
  })

  test('takes a detail only if the digest was made of it, and no other chain than its own', async () => {
    const { north, app } = houses
    await app.query(`select set_config('rebond.operator_id', $1, false)`, [north.operatorId])
    await expect(
      app.query(`insert into journal_entry (operator_id, chain, digest, action) values ($1, 'platform', sha256('x'), 'x')`, [north.operatorId]),
    ).rejects.toMatchObject({ constraint: 'journal_entry_chain' })
    const { rows } = await app.query<{ id: string }>(
      `insert into journal_entry (operator_id, chain, digest, action) values ($1, $2, sha256('{}'), 'x') returning id`,
      [north.operatorId, `operator:${north.operatorId}`],
    )
    await expect(
      app.query(`insert into journal_detail (entry_id, operator_id, detail) values ($1, $2, '{"a": 1}')`, [rows[0]!.id, north.operatorId]),
    ).rejects.toMatchObject({ constraint: 'journal_detail_digest' })
    await app.query(`select set_config('rebond.operator_id', '', false)`)
  })

  test('stays whole under writers that run at once', async () => {
    const { south } = houses
    const chain = `case:${south.caseId}`
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        inSystemTransaction(south.operatorId, async (tx) => {
          await writeJournal(tx, { operatorId: south.operatorId, caseId: south.caseId, actorId: null, action: 'time_passed', detail: { index } })
        }),
      ),
    )
    expect((await entriesOf(chain)).map((row) => Number(row.position))).toEqual(Array.from({ length: 13 }, (_, index) => index + 1))
    await expect(inSystemTransaction(south.operatorId, (tx) => journalBreaks(tx, chain))).resolves.toEqual([])
  })

  test('is read by its operator only; the platform’s by the platform only', async () => {
    const { north, south, platform, committee } = houses
    await withoutActor((tx) => writeJournal(tx, { operatorId: null, actorId: committee.accountId, action: 'session.opened', detail: {} }))
    const chains = (actor: typeof platform) => inActorTransaction(actor, async (tx) => [...new Set((await tx.journalEntry.findMany()).map((entry) => entry.chain))].sort())
    expect(await chains(north.manager)).toEqual([`case:${north.caseId}`, `operator:${north.operatorId}`].sort())
    expect(await chains(south.manager)).toEqual([`case:${south.caseId}`])
    expect(await chains(platform)).toEqual(['platform'])
    expect(await chains(committee)).toEqual([])
  })
})

describe('a broken chain shows', () => {
  /** Someone with the owner's rights tampers; undone afterwards. */
  async function tampered(sql: string): Promise<{ position: string; fault: string }[]> {
    const { owner, north } = houses
    await owner.query('begin')
    await owner.query('alter table journal_entry disable trigger user')
    await owner.query('alter table journal_detail disable trigger user')
    await owner.query('alter table journal_detail drop constraint journal_detail_entry_id_fkey')
    await owner.query(sql, [`case:${north.caseId}`])
    const { rows } = await owner.query<{ position: string; fault: string }>('select * from journal_breaks($1)', [`case:${north.caseId}`])
    await owner.query('rollback')
    return rows.map((row) => ({ position: row.position, fault: row.fault }))
  }

  test('an altered entry', async () => {
    expect(await tampered(`update journal_entry set action = 'nothing' where chain = $1 and position = 2`)).toEqual([{ position: '2', fault: 'altered' }])
    expect(await tampered(`update journal_entry set at = at + interval '1 microsecond' where chain = $1 and position = 2`)).toEqual([{ position: '2', fault: 'altered' }])
  })

  test('a missing one', async () => {
    expect(await tampered(`delete from journal_entry where chain = $1 and position = 2`)).toEqual([
      { position: '3', fault: 'missing' },
      { position: '3', fault: 'unlinked' },
    ])
    expect(await tampered(`update journal_entry set position = 4 where chain = $1 and position = 3`)).toEqual([
      { position: '4', fault: 'missing' },
      { position: '4', fault: 'altered' },
    ])
  })

  test('an end cut off, by the facts and the assignments that it told', async () => {
    const facts = `insert into fact (operator_id, case_id, sequence, kind, on_day, recorded_by) select operator_id, case_id, 2, 'accepted', on_day, recorded_by from fact where 'case:' || case_id = $1`
    expect(await tampered(facts)).toEqual([{ position: '4', fault: 'cut' }])
    const given = `insert into assignment (operator_id, case_id, counsellor_id, assigned_by) select operator_id, case_id, counsellor_id, assigned_by from assignment where 'case:' || case_id = $1`
    expect(await tampered(given)).toEqual([{ position: '4', fault: 'cut' }])
    expect(await tampered('delete from journal_entry where chain = $1')).toEqual([{ position: '1', fault: 'cut' }])
  })

  test('a changed detail; an erased one does not break the chain', async () => {
    expect(await tampered(`update journal_detail set detail = '{"kind": "refused"}' where entry_id in (select id from journal_entry where chain = $1 and position = 2)`)).toEqual([
      { position: '2', fault: 'detail' },
    ])
    expect(await tampered(`delete from journal_detail where entry_id in (select id from journal_entry where chain = $1)`)).toEqual([])
  })
})

describe('the same in TypeScript, for rows copied in bulk', () => {
  test('the hash agrees with the database’s on every row', async () => {
    const rows = (await houses.owner.query<Row>(`select * from journal_entry`)).rows
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      // A JavaScript Date holds milliseconds: ask the database for the hash of that instant.
      const { rows: asked } = await houses.owner.query<{ it: Buffer }>('select journal_hash($1, $2, $3, $4, $5, $6, $7, $8, $9) as it', [
        row.chain, row.position, row.previous_hash, row.digest, row.action, row.actor_id, row.case_id, row.fact_id, row.at.toISOString(),
      ])
      const ours = journalHash({
        chain: row.chain, position: BigInt(row.position), previousHash: row.previous_hash, digest: row.digest, action: row.action,
        actorId: row.actor_id, caseId: row.case_id, factId: row.fact_id, at: row.at,
      })
      expect(ours.toString('hex')).toBe(asked[0]!.it.toString('hex'))
    }
  })

  test('the text of a detail is Postgres’ own, whatever the detail', async () => {
    const client = new pg.Client({ connectionString: houses.ownerUrl })
    await client.connect()
    const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\u0000') && value.isWellFormed())
    const { detail } = fc.letrec<{ detail: Json }>((tie) => ({
      detail: fc.oneof(
        { maxDepth: 3 },
        fc.constant(null), fc.boolean(), fc.maxSafeInteger(), text,
        fc.array(tie('detail'), { maxLength: 4 }),
        fc.dictionary(text.filter((key) => key !== '__proto__'), tie('detail'), { maxKeys: 5 }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(detail, async (value) => {
        const { rows } = await client.query<{ it: string }>('select $1::jsonb::text as it', [JSON.stringify(value)])
        expect(jsonbText(value)).toBe(rows[0]!.it)
      }),
      { numRuns: 300 },
    )
    await client.end()
  })

  test('refuses what Postgres would write its own way or not at all', () => {
    expect(() => jsonbText(1.5)).toThrow(RangeError)
    expect(() => jsonbText({ amount: 2 ** 60 })).toThrow(RangeError)
    expect(() => jsonbText('a\u0000')).toThrow(RangeError)
    expect(() => jsonbText('\ud800')).toThrow(RangeError)
  })

  test('a copied chain is whole, and goes on by the database’s own hand', async () => {
    const { north, ownerUrl } = houses
    const sql = openDriver(ownerUrl)
    const chain = chainOf(north.operatorId, null)
    const before = await entriesOf(chain)
    let previousHash: Uint8Array = before.at(-1)?.hash ?? Buffer.alloc(0)
    const entries: [string, bigint, Uint8Array, Uint8Array, Uint8Array, Date][] = []
    const details: [string, string][] = []
    for (let index = 1; index <= 50; index += 1) {
      const id = crypto.randomUUID()
      const detail = { index, who: 'Zoé « L’Hénoret »\t\\' }
      const digest = detailDigest(detail)
      const position = BigInt(before.length + index)
      const at = new Date(Date.UTC(2026, 0, 1, 8, 0, index))
      const hash = journalHash({ chain, position, previousHash, digest, action: 'session.opened', actorId: null, caseId: null, factId: null, at })
      entries.push([id, position, previousHash, hash, digest, at])
      details.push([id, JSON.stringify(detail)])
      previousHash = hash
    }
    await withJournalChainedByCaller(sql, async (transaction) => {
      await copyRows(
        transaction, 'journal_entry', ['id', 'operator_id', 'chain', 'position', 'previous_hash', 'hash', 'digest', 'action', 'at'],
        entries.map(([id, position, previous, hash, digest, at]) => [id, north.operatorId, chain, position, previous, hash, digest, 'session.opened', at]),
      )
      await copyRows(transaction, 'journal_detail', ['entry_id', 'operator_id', 'detail'], details.map(([id, detail]) => [id, north.operatorId, detail]))
    })
    await sql.end()
    await inActorTransaction(north.administrator, (tx) => writeJournal(tx, { operatorId: north.operatorId, actorId: null, action: 'after', detail: {} }))
    expect(await entriesOf(chain)).toHaveLength(before.length + 51)
    await expect(inActorTransaction(north.administrator, (tx) => journalBreaks(tx, chain))).resolves.toEqual([])
  })
})
