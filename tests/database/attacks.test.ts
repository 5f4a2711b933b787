import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOperator, NO_PASSWORD, twoOperators, type TwoOperators } from './two-operators.ts'

let houses: TwoOperators
beforeAll(async () => {
  houses = await twoOperators()
})
afterAll(() => houses.end())

const TENANT_TABLES = [
  'account', 'account_basin', 'assignment', 'case_file', 'case_reference', 'deadline', 'employer', 'fact', 'fact_content',
  'journal_detail', 'journal_entry', 'operator_basin', 'outbox', 'period', 'person',
] as const

describe('a query that forgot its where', () => {
  test.each(TENANT_TABLES)('%s: shows one’s own operator and nothing of the other', async (table) => {
    const { north, south, app } = houses
    const of = async (operatorId: string) =>
      (await asOperator(app, operatorId, `select distinct operator_id as it from ${table}`)).rows.map((row: { it: string }) => row.it)
    expect(await of(north.operatorId)).toEqual([north.operatorId])
    expect(await of(south.operatorId)).toEqual([south.operatorId])
  })

  test.each([...TENANT_TABLES, 'operator'])('%s: shows nothing to nobody', async (table) => {
    const { app } = houses
    expect((await app.query(`select count(*)::int as it from ${table}`)).rows[0].it).toBe(0)
    expect((await asOperator(app, null, `select count(*)::int as it from ${table}`)).rows[0].it).toBe(0)
  })

  test('the operators too: one sees oneself', async () => {
    const rows = (await asOperator(houses.app, houses.north.operatorId, 'select slug from operator')).rows
    expect(rows).toEqual([{ slug: 'north' }])
  })

  test('an operator’s id says nothing outside its transaction', async () => {
    await asOperator(houses.app, houses.north.operatorId, 'select 1')
    expect((await houses.app.query('select count(*)::int as it from case_file')).rows[0].it).toBe(0)
  })

  test('an update without where moves one’s own files only', async () => {
    const { north, app } = houses
    const moved = await asOperator(app, north.operatorId, `update case_file set stage = 'S90_CLOSED' returning operator_id`)
    expect(moved.rows).toEqual([{ operator_id: north.operatorId }])
    const dropped = await asOperator(app, north.operatorId, 'delete from deadline returning operator_id')
    expect(dropped.rows).toEqual([{ operator_id: north.operatorId }])
  })
})

describe('writing at another operator', () => {
  const refused = { code: '42501' }

  test('a row with its operator_id is refused', async () => {
    const { north, south, app } = houses
    const asNorth = (sql: string, values: unknown[]) => asOperator(app, north.operatorId, sql, values)
    await expect(asNorth(`insert into person (operator_id, first_name, last_name, birth_date) values ($1, 'A', 'B', '1980-01-01')`, [south.operatorId])).rejects.toMatchObject(refused)
    await expect(asNorth(`insert into employer (operator_id, name) values ($1, 'X')`, [south.operatorId])).rejects.toMatchObject(refused)
    await expect(
      asNorth(`insert into fact (operator_id, case_id, sequence, kind, on_day, recorded_by) values ($1, $2, 2, 'accepted', '2026-01-06', $3)`, [south.operatorId, south.caseId, south.counsellor.accountId]),
    ).rejects.toMatchObject(refused)
    await expect(asNorth(`insert into outbox (operator_id, topic, payload) values ($1, 't', '{}')`, [south.operatorId])).rejects.toMatchObject(refused)
    await expect(asNorth('update case_file set operator_id = $1', [south.operatorId])).rejects.toMatchObject(refused)
  })

  test('a fact of one’s own cannot hang from the other’s file, nor a file from the other’s person or counsellor', async () => {
    const { north, south, app } = houses
    const missing = { code: '23503' }
    const asNorth = (sql: string, values: unknown[]) => asOperator(app, north.operatorId, sql, values)
    await expect(
      asNorth(`insert into fact (operator_id, case_id, sequence, kind, on_day, recorded_by) values ($1, $2, 2, 'accepted', '2026-01-06', $3)`, [north.operatorId, south.caseId, north.counsellor.accountId]),
    ).rejects.toMatchObject(missing)
    const open = `insert into case_file (operator_id, reference, person_id, basin_id, counsellor_id, stage) values ($1, 'RB-2026-00009', $2, $3, $4, 'S00_ENGAGED')`
    await expect(asNorth(open, [north.operatorId, south.personId, north.basinIds[0], north.counsellor.accountId])).rejects.toMatchObject(missing)
    await expect(asNorth(open, [north.operatorId, north.personId, north.basinIds[0], south.counsellor.accountId])).rejects.toMatchObject(missing)
  })

  test('the journal of its files and of itself is out of reach', async () => {
    const { north, south, app } = houses
    await expect(asOperator(app, north.operatorId, `select write_journal($1, null, null, null, 'forged', '{}', null)`, [south.operatorId])).rejects.toMatchObject(refused)
    await expect(
      asOperator(app, north.operatorId, `select write_journal($1, $2, null, null, 'forged', '{}', null)`, [north.operatorId, south.caseId]),
    ).rejects.toMatchObject({ code: '23514', constraint: 'journal_entry_case_operator' })
  })

  test('an operator’s administrator makes no platform account', async () => {
    const { north, app } = houses
    const make = `insert into account (operator_id, email, display_name, password_hash, role) values ($1, 'x@y.test', 'X', $2, 'platform_admin')`
    await expect(asOperator(app, north.operatorId, make, [null, NO_PASSWORD])).rejects.toMatchObject(refused)
    await expect(asOperator(app, north.operatorId, make, [north.operatorId, NO_PASSWORD])).rejects.toMatchObject({ code: '23514' })
    await expect(asOperator(app, north.operatorId, `update account set role = 'platform_admin'`)).rejects.toMatchObject({ code: '23514' })
    await expect(asOperator(app, north.operatorId, 'update account set operator_id = null')).rejects.toMatchObject(refused)
  })
})

test('the platform sees operators and accounts, and no person’s file', async () => {
  const { app } = houses
  await app.query('begin')
  await app.query(`select set_config('rebond.platform', 'on', true)`)
  const count = async (table: string) => (await app.query(`select count(*)::int as it from ${table}`)).rows[0].it as number
  expect(await count('operator')).toBe(2)
  expect(await count('account')).toBe(10)
  for (const table of ['case_file', 'person', 'employer', 'fact', 'fact_content', 'deadline', 'period', 'assignment', 'outbox', 'journal_entry', 'journal_detail']) {
    expect([table, await count(table)]).toEqual([table, 0])
  }
  await app.query('rollback')
})

describe('history', () => {
  test.each([
    ['fact', 'update fact set on_day = on_day'],
    ['fact', 'delete from fact'],
    ['fact', 'truncate fact cascade'],
    ['fact_content', `update fact_content set content = '{}'`],
    ['fact_content', 'delete from fact_content'],
    ['assignment', 'delete from assignment'],
    ['journal_entry', `update journal_entry set action = 'nothing'`],
    ['journal_entry', 'delete from journal_entry'],
    ['journal_entry', 'truncate journal_entry cascade'],
    ['journal_detail', 'delete from journal_detail'],
  ])('%s: « %s » is refused to the app and to the owner', async (table, sql) => {
    await expect(asOperator(houses.app, houses.north.operatorId, sql)).rejects.toMatchObject({ code: '42501' })
    await expect(houses.owner.query(sql)).rejects.toMatchObject({ code: '23001', constraint: `${table}_append_only` })
  })

  test.each(['case_file', 'person', 'employer', 'account', 'operator', 'basin'])('%s: the app deletes none', async (table) => {
    await expect(asOperator(houses.app, houses.north.operatorId, `delete from ${table}`)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('facts', () => {
  const add = (values: { sequence: number; supersedes?: string | null; reason?: string | null; kind?: string; on?: string; until?: string | null }) =>
    asOperator(
      houses.app,
      houses.north.operatorId,
      `insert into fact (operator_id, case_id, sequence, kind, on_day, until_day, supersedes, reason, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [houses.north.operatorId, houses.north.caseId, values.sequence, values.kind ?? 'accepted', values.on ?? '2026-01-06', values.until ?? null, values.supersedes ?? null, values.reason ?? null, houses.north.counsellor.accountId],
    )

  test('a plain one is kept', async () => {
    await expect(add({ sequence: 2 })).resolves.toMatchObject({ rowCount: 1 })
  })

  test('two never have the same place in a file', async () => {
    await expect(add({ sequence: 1 })).rejects.toMatchObject({ code: '23505', constraint: 'fact_case_id_sequence_key' })
  })

  test('an end before its start is refused', async () => {
    await expect(add({ sequence: 2, on: '2026-02-02', until: '2026-02-01' })).rejects.toMatchObject({ code: '23514', constraint: 'fact_until_day' })
    await expect(add({ sequence: 2, on: '2026-02-02', until: '2026-02-02' })).resolves.toMatchObject({ rowCount: 1 })
  })

  test('a correction gives its reason, and corrects its own file', async () => {
    const { north, south } = houses
    await expect(add({ sequence: 2, supersedes: north.factId })).rejects.toMatchObject({ code: '23514', constraint: 'fact_correction_reason' })
    await expect(add({ sequence: 2, supersedes: north.factId, reason: '  ' })).rejects.toMatchObject({ constraint: 'fact_correction_reason' })
    await expect(add({ sequence: 2, supersedes: south.factId, reason: 'x' })).rejects.toMatchObject({ constraint: 'fact_supersedes_same_file' })
    await expect(add({ sequence: 2, kind: 'withdrawn', reason: 'x' })).rejects.toMatchObject({ constraint: 'fact_withdrawal_supersedes' })
  })

  test('is corrected once', async () => {
    const { north, owner } = houses
    await owner.query('begin')
    const correct = `insert into fact (operator_id, case_id, sequence, kind, on_day, supersedes, reason, recorded_by) values ($1, $2, $3, 'frame', '2026-01-05', $4, 'typing', $5)`
    await owner.query(correct, [north.operatorId, north.caseId, 2, north.factId, north.counsellor.accountId])
    await expect(owner.query(correct, [north.operatorId, north.caseId, 3, north.factId, north.counsellor.accountId])).rejects.toMatchObject({
      code: '23505',
      constraint: 'fact_supersedes_key',
    })
    await owner.query('rollback')
  })
})

describe('periods of one file', () => {
  const add = (caseId: string, operatorId: string, kind: string, from: string, to: string | null) =>
    asOperator(houses.app, operatorId, 'insert into period (operator_id, case_id, kind, from_day, to_day) values ($1, $2, $3, $4, $5)', [operatorId, caseId, kind, from, to])

  test('overlap is refused, by one day or for ever', async () => {
    const { caseId, operatorId } = houses.north
    const overlap = { code: '23P01', constraint: 'period_no_overlap' }
    await expect(add(caseId, operatorId, 'suspension', '2026-03-31', '2026-04-10')).rejects.toMatchObject(overlap)
    await expect(add(caseId, operatorId, 'work_period', '2026-02-01', '2026-03-01')).rejects.toMatchObject(overlap)
    await expect(add(caseId, operatorId, 'job', '2026-01-01', null)).rejects.toMatchObject(overlap)
  })

  test('the day after is free, training runs beside work, and other files do not count', async () => {
    const { north, south } = houses
    await expect(add(north.caseId, north.operatorId, 'suspension', '2026-04-01', null)).resolves.toMatchObject({ rowCount: 1 })
    await expect(add(north.caseId, north.operatorId, 'training', '2026-03-10', '2026-03-20')).resolves.toMatchObject({ rowCount: 1 })
    await expect(add(south.caseId, south.operatorId, 'suspension', '2026-05-01', null)).resolves.toMatchObject({ rowCount: 1 })
  })

  test('an end before its start is refused', async () => {
    const { caseId, operatorId } = houses.north
    await expect(add(caseId, operatorId, 'training', '2026-05-02', '2026-05-01')).rejects.toMatchObject({ code: '23514', constraint: 'period_days' })
    await expect(add(caseId, operatorId, 'work_period', '2026-05-02', '2026-05-01')).rejects.toMatchObject({ code: '23514', constraint: 'period_days' })
  })
})

describe('what the code should never send', () => {
  const person = (first: string, last: string, birth = '1980-01-01') =>
    asOperator(houses.app, houses.north.operatorId, 'insert into person (operator_id, first_name, last_name, birth_date) values ($1, $2, $3, $4) returning search_name', [houses.north.operatorId, first, last, birth])

  test('a name of 201 characters, or of none', async () => {
    await expect(person('É'.repeat(201), 'B')).rejects.toMatchObject({ code: '23514', constraint: 'person_first_name' })
    await expect(person('A', '   ')).rejects.toMatchObject({ constraint: 'person_last_name' })
    await expect(person('É'.repeat(200), 'B')).resolves.toMatchObject({ rowCount: 1 })
  })

  test('a live file without a counsellor', async () => {
    const { north, app } = houses
    await expect(
      asOperator(app, north.operatorId, `insert into case_file (operator_id, reference, person_id, basin_id, stage) values ($1, 'RB-2026-00009', $2, $3, 'S00_ENGAGED')`, [north.operatorId, north.personId, north.basinIds[0]]),
    ).rejects.toMatchObject({ code: '23502', column: 'counsellor_id' })
  })

  test('a file in a basin the operator does not serve', async () => {
    const { north, app, owner } = houses
    const elsewhere = (await owner.query(`insert into basin (scheme, code, name, region_code, region_name, department_codes) values ('ZE2020', '9999', 'Ailleurs', '11', 'X', '{}') returning id`)).rows[0].id as string
    await expect(
      asOperator(app, north.operatorId, `insert into case_file (operator_id, reference, person_id, basin_id, counsellor_id, stage) values ($1, 'RB-2026-00009', $2, $3, $4, 'S00_ENGAGED')`, [north.operatorId, north.personId, elsewhere, north.counsellor.accountId]),
    ).rejects.toMatchObject({ code: '23503' })
  })

  test('the same reference twice, which two operators may have', async () => {
    const { north, app } = houses
    await expect(
      asOperator(app, north.operatorId, `insert into case_file (operator_id, reference, person_id, basin_id, counsellor_id, stage) values ($1, 'RB-2026-00001', $2, $3, $4, 'S00_ENGAGED')`, [north.operatorId, north.personId, north.basinIds[0], north.counsellor.accountId]),
    ).rejects.toMatchObject({ code: '23505', constraint: 'case_file_operator_id_reference_key' })
  })

  test('the app does not set the demo’s day nor the basins', async () => {
    await expect(houses.app.query(`update demo_clock set civil_day = '2027-01-01'`)).rejects.toMatchObject({ code: '42501' })
    await expect(houses.app.query(`update basin set name = 'x'`)).rejects.toMatchObject({ code: '42501' })
    await expect(houses.owner.query('insert into demo_clock (single) values (false)')).rejects.toMatchObject({ code: '23514' })
  })
})
