import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { fromColumn, toColumn } from '@/lib/database/calendar-columns.ts'
import { database } from '@/lib/database/client.ts'
import { failureOf } from '@/lib/database/failures.ts'
import { openDriver } from '@/lib/database/driver.ts'
import { listenTo, OUTBOX_CHANNEL } from '@/lib/database/listen.ts'
import { inActorTransaction, inSystemTransaction, operatorsToVisit, withoutActor } from '@/lib/database/transactions.ts'
import { NO_PASSWORD, twoOperators, type TwoOperators } from './two-operators.ts'

let houses: TwoOperators
beforeAll(async () => {
  houses = await twoOperators()
})
afterAll(() => houses.end())

const caught = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => failureOf(error))

describe('a transaction says who is asking', () => {
  test('an actor sees their operator’s rows, the worker those of the operator it visits, nobody none', async () => {
    const { north, south, committee, platform } = houses
    expect(await inActorTransaction(north.counsellor, (tx) => tx.caseFile.findMany({ select: { operatorId: true } }))).toEqual([{ operatorId: north.operatorId }])
    expect(await inSystemTransaction(south.operatorId, (tx) => tx.caseFile.findMany({ select: { operatorId: true } }))).toEqual([{ operatorId: south.operatorId }])
    expect(await withoutActor((tx) => tx.caseFile.count())).toBe(0)
    expect(await inActorTransaction(committee, (tx) => tx.caseFile.count())).toBe(0)
    expect(await inActorTransaction(platform, (tx) => tx.caseFile.count())).toBe(0)
    expect(await inActorTransaction(platform, (tx) => tx.operator.count())).toBe(2)
  })

  test('and its connection forgets it', async () => {
    await Promise.all(Array.from({ length: 20 }, () => inActorTransaction(houses.north.counsellor, (tx) => tx.caseFile.count())))
    const counts = await Promise.all(Array.from({ length: 20 }, () => database().caseFile.count()))
    expect(new Set(counts)).toEqual(new Set([0]))
  })

  test('a thrown error undoes everything', async () => {
    const { north } = houses
    await expect(
      inActorTransaction(north.counsellor, async (tx) => {
        await tx.caseFile.updateMany({ data: { version: 9 } })
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await inActorTransaction(north.counsellor, (tx) => tx.caseFile.findMany({ select: { version: true } }))).toEqual([{ version: 0 }])
  })

  test('the worker is told every operator', async () => {
    expect((await operatorsToVisit()).map((operator) => [operator.slug, operator.timeZone])).toEqual([['north', 'Europe/Paris'], ['south', 'Europe/Paris']])
  })
})

test('a committee reads territory figures; anybody reads basins', async () => {
  const { committee, owner } = houses
  await owner.query(`insert into territory_edition (number, made_on, newest_quarter) values (1, '2026-04-21', '2026-Q1')`)
  await owner.query(`insert into territory_count (quarter, level, code, indicator, part, figure, edition) values ('2026-Q1', 'nation', '', 'entries', 'of', 12, 1)`)
  expect(await inActorTransaction(committee, (tx) => tx.territoryCount.findMany({ select: { figure: true } }))).toEqual([{ figure: 12 }])
  expect(await withoutActor((tx) => tx.basin.count())).toBe(2)
})

test('an account comes without its password, which goes in all the same', async () => {
  const { north } = houses
  const made = await inActorTransaction(north.administrator, (tx) =>
    tx.account.create({ data: { operatorId: north.operatorId, email: 'new@north.test', displayName: 'N', passwordHash: NO_PASSWORD, role: 'counsellor' } }),
  )
  expect(made).not.toHaveProperty('passwordHash')
  const changed = await inActorTransaction(north.administrator, (tx) =>
    tx.account.update({ where: { id: made.id }, data: { passwordHash: `${NO_PASSWORD}B`, sessionVersion: { increment: 1 } } }),
  )
  expect(changed.sessionVersion).toBe(2)
  const withAccount = await inActorTransaction(north.administrator, (tx) => tx.caseFile.findFirst({ include: { counsellor: true } }))
  expect(withAccount?.counsellor.displayName).toBe('counsellor north')
  expect(await caught(inActorTransaction(north.administrator, (tx) => tx.$queryRaw`select password_hash from account`))).toMatchObject({ kind: 'forbidden' })
})

describe('what the database refuses is a value', () => {
  const factOf = (over: object) => ({
    operatorId: houses.north.operatorId,
    caseId: houses.north.caseId,
    sequence: 2,
    kind: 'accepted',
    onDay: toColumn(day('2026-01-06')),
    recordedBy: houses.north.counsellor.accountId,
    ...over,
  })
  const record = (over: object) => caught(inActorTransaction(houses.north.counsellor, (tx) => tx.fact.create({ data: factOf(over) })))

  test('a key that exists', async () => {
    expect(await record({ sequence: 1 })).toEqual({ kind: 'exists', constraint: 'fact_case_id_sequence_key' })
  })

  test('a check, in the table or by trigger', async () => {
    expect(await record({ untilDay: toColumn(day('2026-01-05')) })).toEqual({ kind: 'check', constraint: 'fact_until_day' })
    expect(await record({ supersedes: houses.south.factId, reason: 'x' })).toMatchObject({ kind: 'check' })
  })

  test('an overlap', async () => {
    const { north } = houses
    expect(
      await caught(
        inActorTransaction(north.counsellor, (tx) =>
          tx.period.create({ data: { operatorId: north.operatorId, caseId: north.caseId, kind: 'job', fromDay: toColumn(day('2026-03-15')) } }),
        ),
      ),
    ).toEqual({ kind: 'overlap', constraint: 'period_no_overlap' })
  })

  test('a row of another operator, as a target or as one’s own', async () => {
    expect(await record({ caseId: houses.south.caseId })).toMatchObject({ kind: 'reference' })
    expect(await record({ operatorId: houses.south.operatorId, caseId: houses.south.caseId, recordedBy: houses.south.counsellor.accountId })).toMatchObject({ kind: 'forbidden' })
  })

  test('a change to history', async () => {
    expect(await caught(inActorTransaction(houses.north.counsellor, (tx) => tx.fact.updateMany({ data: { kind: 'refused' } })))).toMatchObject({ kind: 'forbidden' })
    expect(failureOf(await houses.owner.query('delete from fact').catch((error: unknown) => error))).toEqual({ kind: 'forbidden', constraint: 'fact_append_only' })
  })

  test('a serialization conflict', async () => {
    expect(failureOf({ code: 'P2034' })).toEqual({ kind: 'conflict', constraint: null })
    expect(failureOf({ code: '40P01' })).toEqual({ kind: 'conflict', constraint: null })
  })

  test('a bug is none of these', () => {
    expect(failureOf(new TypeError('x is not a function'))).toBeNull()
    expect(failureOf(null)).toBeNull()
    expect(failureOf({ code: 'P2025' })).toBeNull()
  })
})

test('the day written is the day read, in the column and by raw SQL', async () => {
  const { north } = houses
  for (const iso of ['2026-03-29', '2026-10-25', '2024-02-29', '1969-12-31']) {
    const read = await inActorTransaction(north.counsellor, async (tx) => {
      await tx.caseFile.update({ where: { id: north.caseId }, data: { cspStart: toColumn(day(iso)) } })
      const file = await tx.caseFile.findUniqueOrThrow({ where: { id: north.caseId } })
      const [raw] = await tx.$queryRaw<[{ iso: string; column: Date }]>`select csp_start::text as iso, csp_start as column from case_file where id = ${north.caseId}::uuid`
      return [fromColumn(file.cspStart), raw.iso, fromColumn(raw.column)]
    })
    expect(read).toEqual([day(iso), iso, day(iso)])
  }
})

test('references follow each other, two openings at once included', async () => {
  const { north } = houses
  const next = () => inActorTransaction(north.counsellor, async (tx) => (await tx.$queryRaw<[{ it: string }]>`select next_case_reference(2026) as it`)[0].it)
  const given = await Promise.all(Array.from({ length: 8 }, next))
  expect(given.sort()).toEqual(Array.from({ length: 8 }, (_, index) => `RB-2026-0000${index + 2}`))
  expect(await inActorTransaction(north.counsellor, async (tx) => (await tx.$queryRaw<[{ it: string }]>`select next_case_reference(2027) as it`)[0].it)).toBe('RB-2027-00001')
})

test('people are found by their words, in any order, accents aside, at one’s operator only', async () => {
  const { north, south } = houses
  const named = (words: string) => inActorTransaction(north.counsellor, async (tx) => (await tx.$queryRaw<{ it: string }[]>`select people_named(${words}) as it`).map((row) => row.it))
  expect(await named('zoe lefevre')).toEqual([north.personId])
  expect(await named('LEFÈVRE, Zoé')).toEqual([north.personId])
  expect(await named('lefevre south')).toEqual([])
  expect(await named('%')).toEqual([])
  expect(await named('')).toEqual([])
  expect(await named('nobody')).toEqual([])
  expect(await inActorTransaction(south.counsellor, async (tx) => (await tx.$queryRaw<{ it: string }[]>`select people_named('lefevre') as it`)[0]?.it)).toBe(south.personId)
})

test('the outbox wakes whoever listens, once the writing is done', async () => {
  const { north, appUrl } = houses
  const sql = openDriver(appUrl)
  let heard = 0
  const stop = await listenTo(sql, OUTBOX_CHANNEL, () => {
    heard += 1
  })
  const atStart = heard
  await inActorTransaction(north.counsellor, async (tx) => {
    await tx.outbox.createMany({ data: [1, 2].map((index) => ({ operatorId: north.operatorId, topic: 'file_changed', payload: { index } })) })
    expect(heard).toBe(atStart)
  })
  await expect.poll(() => heard).toBe(atStart + 1)
  await stop()
  await sql.end()
})
