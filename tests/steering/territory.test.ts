import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, day, isoOf } from '@/lib/accord/index.ts'
import { closeDatabase } from '@/lib/database/client.ts'
import { measureColumns } from '@/lib/indicators/measures.ts'
import { deducible } from '@/lib/indicators/deduction.ts'
import { isSensitive } from '@/lib/indicators/masking.ts'
import { NATION } from '@/lib/indicators/slices.ts'
import { countTerritories } from '@/lib/jobs/daily.ts'
import { countLeaves, type CountedBasin } from '@/lib/steering/territory/counting.ts'
import { askBy, countWorld, quartersOn } from '@/lib/steering/territory/edition.ts'
import { saidKey } from '@/lib/steering/territory/said.ts'
import { territoryEdition, territoryFigures } from '@/lib/steering/territory/figures.ts'
import { freshDatabase, type FreshDatabase } from '@/tests/support/fresh-database.ts'
import { dice, leavesOf, person, type CountedPerson } from './territory-people.ts'

let database: FreshDatabase
let owner: pg.Client
let sql: postgres.Sql
const TODAY = day('2026-11-22')
const QUARTERS = quartersOn(TODAY)
const OPERATORS = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-00000000000c']
const BASINS: readonly CountedBasin[] = [
  { code: '8401', department: '74', region: '84' }, { code: '8402', department: '07', region: '84' }, { code: '8421', department: '69', region: '84' }, { code: '8430', department: '69', region: '84' },
  { code: '9312', department: '13', region: '93' }, { code: '9301', department: '13', region: '93' }, { code: '0601', department: '976', region: '06' },
]
const people: CountedPerson[] = []

/** Puts people in the tables of files, as the owner may with triggers at rest: what the job reads of them, and no more. */
async function put(some: readonly CountedPerson[]): Promise<void> {
  const rows = some.map(({ operator, basin, line, cuts }) => {
    const age = { under_26: 22, '26_to_34': 30, '35_to_44': 40, '45_to_54': 50, over_55: 60 }[cuts['age']!]!
    const known = (cut: string) => (cuts[cut] === 'unknown' ? null : cuts[cut])
    const columns = { ...(line as object), entryPath: cuts['path'], seniority: cuts['seniority'] } as unknown as Parameters<typeof measureColumns>[0]
    const ids = { person: randomUUID(), file: randomUUID() }
    const born = isoOf(addDays(line.enteredOn!, -Math.round(age * 365.25) - 30))
    return { ...ids, operator, basin: basin.code, born, sex: known('sex'), qualification: known('qualification'), sector: known('sector'), measures: { ...measureColumns(columns), case_id: ids.file, operator_id: operator } }
  })
  const table = `jsonb_to_recordset($1::jsonb) as r (person uuid, file uuid, operator uuid, basin text, born date, sex text, qualification text, sector text, measures jsonb) join basin b on b.code = r.basin`
  const put = (query: string) => owner.query(query, [JSON.stringify(rows)])
  await owner.query('begin')
  await owner.query(`set local session_replication_role = replica`)
  await put(`insert into person (id, operator_id, first_name, last_name, birth_date, sex, qualification, sector) select person, operator, 'Zoé', 'Introuvable', born, sex, qualification, sector from ${table}`)
  await put(`insert into case_file (id, operator_id, reference, person_id, basin_id, counsellor_id, stage, closed)
    select file, operator, 'RB-2026-' || lpad(nextval('seen')::text, 5, '0'), person, b.id, file, 'in_follow_up', false from ${table}`)
  const written = (await owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'case_measure'::regclass and attnum > 0 and attgenerated = '' and not attisdropped`)).rows.map(({ name }) => name)
  await put(`insert into case_measure (${written.join(', ')}) select ${written.map((name) => `m.${name}`).join(', ')} from ${table}, jsonb_populate_record(null::case_measure, r.measures || jsonb_build_object('basin_id', b.id, 'counsellor_id', r.file)) m`)
  await owner.query('commit')
}

beforeAll(async () => {
  database = await freshDatabase()
  process.env.APP_DATABASE_URL = database.appUrl
  process.env.STEERING_DATABASE_URL = database.steeringUrl
  process.env.REBOND_CLOCK = 'settable'
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('create temporary sequence seen')
  for (const { code, department, region } of BASINS)
    await owner.query(`insert into basin (scheme, code, name, region_code, region_name, department_codes, main_department_code) values ('ZE2020', $1, $1, $2, $2, array[$3], $3)`, [code, region, department])
  await owner.query(`update demo_clock set civil_day = $1`, [isoOf(TODAY)])
  const chance = dice(20)
  for (let index = 0; index < 500; index += 1) {
    const basin = BASINS[Math.floor(chance() * BASINS.length)]!
    people.push(person(chance, basin, OPERATORS[Math.floor(chance() ** 3 * 3)]!, addDays(QUARTERS.at(-1)!.from, -300 + Math.floor(chance() * 1000))))
  }
  await put(people)
  sql = postgres(database.steeringUrl, { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await sql.end()
  await closeDatabase()
  await owner.end()
  await database.drop()
})

describe('the role that counts over all operators', () => {
  test.each([
    ['select last_name from person'], ['select reference from case_file'], ['select first_training_on from case_measure'], ['select content from fact_content'], ['select * from fact'],
    ['select email from account'], ['select * from journal_entry'], ['select birth_date from steering_line'], ['select case_id from steering_line'], ['select counsellor_id from steering_line'],
    [`insert into territory_edition (number, made_on, newest_quarter) values (9, now(), '2026-Q1'); update territory_edition set made_on = made_on`],
    ['update territory_count set figure = 7'], ['delete from territory_edition'], ['update case_measure set seniority = null'], ['delete from case_file'], ['insert into operator (slug, name, kind) values (1, 1, 1)'],
    ['set role rebond_app'], ['create table mine (id integer)'],
  ])('may not: %s', async (query) => {
    await expect(sql.begin((tx) => tx.unsafe(query))).rejects.toThrow(/permission denied|does not exist/u)
  })

  test('reads lines of every operator, with nothing that names anybody', async () => {
    const columns = (await owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'steering_line'::regclass and attnum > 0`)).rows.map(({ name }) => name)
    expect(columns.filter((name) => /name|reference|email|phone|birth|commune|case_id|person_id|counsellor|referent/u.test(name))).toEqual([])
    expect((await sql`select distinct operator_id from steering_line`).length).toBe(3)
  })

  test('is not the app’s to become, and the app reads neither view nor writes the store', async () => {
    const app = postgres(database.appUrl, { max: 1, onnotice: () => undefined })
    try {
      await expect(app.unsafe('set role rebond_steering')).rejects.toThrow(/permission denied/u)
      await expect(app.unsafe('select * from steering_line')).rejects.toThrow(/permission denied/u)
      await expect(app.unsafe('delete from territory_count')).rejects.toThrow(/permission denied/u)
      // What editions said is public; whose people they were is the job's alone.
      await expect(app.unsafe('select figure, first, last from territory_said')).resolves.toBeDefined()
      for (const query of ['select own from territory_said', 'select * from territory_said', 'delete from territory_said', 'update territory_said set figure = 7']) await expect(app.unsafe(query)).rejects.toThrow(/permission denied/u)
      await expect(app.unsafe(`insert into territory_edition (number, made_on, newest_quarter) values (1, now(), '2026-Q1')`)).rejects.toThrow(/permission denied/u)
    } finally {
      await app.end()
    }
  })

  test('has no power over the server, and owns nothing', async () => {
    const { rows } = await owner.query(`select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit as power, exists (select from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = 'rebond_steering'`)
    expect(rows).toEqual([{ power: false, owns: false }])
  })
})

test('what is counted in SQL is what the people drawn add up to', async () => {
  const text = (leaves: Awaited<ReturnType<typeof countLeaves>>) =>
    leaves
      .flatMap(({ operator, place, cut, value, quarter, counts, sums }) => [...[...counts].map(([{ key }, count]) => [key, count] as const), ...sums].flatMap(([name, count]) => (count === 0 ? [] : [`${operator} ${place} ${cut} ${value} ${quarter} ${name} ${count}`])))
      .sort()
  const counted = await sql.begin((tx) => countLeaves(askBy(tx), QUARTERS))
  const drawn = leavesOf(people, QUARTERS)
  expect(text(counted)).toEqual(text(drawn))
  expect(text(drawn).length).toBeGreaterThan(1000)
})

describe('an edition', () => {
  beforeAll(async () => {
    expect(await countTerritories()).toMatchObject({ number: 1, newestQuarter: '2026-Q3' })
  }, 60_000)

  test('is made once a quarter, of quarters that are over', async () => {
    expect(await countTerritories()).toBeNull()
    const edition = await territoryEdition()
    expect(edition).toMatchObject({ number: 1, madeOn: '2026-11-22' })
    expect(edition!.quarters.map(({ code }) => code)).toEqual(['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1', '2024-Q4'])
    expect(await territoryFigures(NATION, '2026-Q4')).toBeNull()
  })

  test('keeps no count from 1 to 4, and the table refuses one', async () => {
    expect((await owner.query('select 1 from territory_count where figure between 1 and 4')).rows).toEqual([])
    expect((await owner.query('select 1 from territory_count where figure is null and amount is null limit 1')).rows).toHaveLength(1)
    const said = (figure: string, amount: string, part: string) => owner.query(`insert into territory_said (quarter, level, code, indicator, part, figure, amount, first) values ('2026-Q1', 'basin', 'X', 'entries', '${part}', ${figure}, ${amount}, 1)`)
    for (const [figure, amount, part] of [['4', 'null', 'of'], ['1', 'null', 'counted'], ['null', 'null', 'of'], ['5', '5.00', 'sum']] as const) await expect(said(figure, amount, part)).rejects.toThrow(/territory_said_masked/u)
    await expect(owner.query(`insert into territory_count (quarter, level, code, indicator, part, figure, edition) values ('2026-Q1', 'basin', 'X', 'entries', 'of', 4, 1)`)).rejects.toThrow(/territory_count_masked/u)
  })

  test('what it shows is what was counted', async () => {
    const figures = (await territoryFigures(NATION, '2026-Q2'))!
    const within = (from: string, to: string) => people.filter(({ line }) => line.enteredOn! >= day(from) && line.enteredOn! <= day(to))
    const entries = within('2026-04-01', '2026-06-30')
    expect(figures.figures.find(({ id }) => id === 'entries')).toEqual({ id: 'entries', value: entries.length, missing: null, of: entries.length, counted: null, seenFrom: null, saidOn: null })
    const shares = (await Promise.all(QUARTERS.map(({ code }) => territoryFigures(NATION, code)))).flatMap((one) => one!.figures).filter(({ counted, missing }) => counted !== null && missing === null)
    expect(shares.length).toBeGreaterThan(0)
    for (const { value, of, counted } of shares) expect(value).toBe(counted! / of!)
    const drawn = new Map((await sql.begin((tx) => countWorld(askBy(tx), QUARTERS, TODAY))).cells.map((cell) => [saidKey(QUARTERS[cell.quarter]!.code, cell), cell.count]))
    const kept = (await owner.query<Record<string, string> & { figure: number }>(`select * from territory_count where figure is not null`)).rows
    const wrong = kept.filter((row) => drawn.get(saidKey(row.quarter!, { place: { level: row.level, code: row.code }, name: { indicator: row.indicator, part: row.part }, cut: row.dimension, value: row.value } as never)) !== row.figure)
    expect([wrong, kept.length > 200]).toEqual([[], true])
    // A whole quarter of fifteen months is seen fifteen months after its last day, and nothing of it before.
    expect(figures.figures.find(({ id }) => id === 'firstTraining')).toEqual({ id: 'firstTraining', value: null, missing: 'too_young', of: null, counted: null, seenFrom: '2027-09-30', saidOn: null })
    expect(figures.cuts.filter(({ cut }) => cut === 'sex').map(({ value }) => value)).toEqual(['female', 'male', 'unknown'])
    expect(figures.figures.map(({ id }) => id)).not.toContain('withoutContact')
    const newest = (await territoryFigures(NATION, '2026-Q3'))!
    expect(newest.cuts.filter(({ cut }) => cut === 'stage')).toEqual([{ cut: 'stage', value: 'support', figures: [], files: people.length }])
  })

  test('says plainly that nobody is followed somewhere', async () => {
    expect(await territoryFigures({ level: 'basin', code: '0101' }, '2026-Q2')).toMatchObject({ empty: true })
  })

  test('gives nothing small by subtraction of one edition from another, though what was hidden moves', async () => {
    const shown = async () => new Map((await owner.query(`select * from territory_count where part <> 'sum'`)).rows.map((row) => [saidKey(row.quarter, { place: { level: row.level, code: row.code }, name: { indicator: row.indicator, part: row.part }, cut: row.dimension, value: row.value }), row.figure as number | null]))
    const first = await shown()
    const counted = () => sql.begin((tx) => countWorld(askBy(tx), QUARTERS, TODAY))
    const before = await counted()
    // Recorded late, all over the past.
    const chance = dice(99)
    await put(Array.from({ length: 40 }, () => person(chance, BASINS[Math.floor(chance() * BASINS.length)]!, OPERATORS[0]!, addDays(QUARTERS.at(-1)!.from, Math.floor(chance() * 600)))))
    await owner.query(`update demo_clock set civil_day = '2027-01-25'`)
    expect(await countTerritories()).toMatchObject({ number: 2, newestQuarter: '2026-Q4' })
    const second = await shown()
    const kept = [...first].filter(([key, figure]) => figure === null && !key.startsWith('2024-Q4') && !key.includes(' live '))
    expect(kept.filter(([key]) => second.get(key) !== null)).toEqual([])
    // Whoever keeps the first edition knows what it showed; where the second still shows the same, or hides what has not moved, they know it of both.
    const open = before.cells.map((cell) => first.get(saidKey(QUARTERS[cell.quarter]!.code, cell)))
    const hidden = Uint8Array.from(before.system.values, (_, index) => (index >= before.cells.length || open[index] === null ? 1 : 0))
    const found = deducible(before.system, hidden)
    expect(before.cells.filter((cell, index) => found[index] === 1 && isSensitive(cell.count, before.system.others[index]!))).toEqual([])
    // What could not be said anew stands as the first edition said it, with its day; what it is made of is of one edition.
    const told = (await Promise.all(['2026-Q2', '2026-Q1', '2025-Q4'].map((code) => territoryFigures(NATION, code)))).flatMap((one) => [...one!.figures, ...one!.cuts.flatMap(({ figures }) => figures)])
    const stays = told.filter(({ saidOn }) => saidOn !== null)
    expect(new Set(stays.map(({ saidOn }) => saidOn))).toEqual(new Set(['2026-11-22']))
    expect(stays.filter(({ value, missing }) => value === null && missing !== 'nobody')).toEqual([])
    for (const { of, counted, value } of stays.filter((one) => one.counted !== null && one.of !== 0)) expect(value).toBe(counted! / of!)
    expect(told.some(({ saidOn, value }) => saidOn === null && value !== null)).toBe(true)
    // A run that the second edition could not go on with ends with the first.
    expect((await owner.query(`select first, last, count(*) > 0 as some from territory_said group by 1, 2 order by 1, 2 nulls first`)).rows).toEqual([{ first: 1, last: null, some: true }, { first: 1, last: 1, some: true }, { first: 2, last: null, some: true }])
    expect((await owner.query(`select distinct quarter from territory_count order by 1`)).rows.map(({ quarter }) => quarter)[0]).toBe('2025-Q1')
  }, 60_000)
})
