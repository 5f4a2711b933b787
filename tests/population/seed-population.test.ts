import { day } from '@/lib/accord/index.ts'
import { connected } from '@/lib/launch/database.ts'
import { seedPopulation } from '@/lib/population/seed-population.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '@/tests/support/fresh-database.ts'
import { checkKeptFiles, journalFaults } from './kept-files.ts'

const TODAY = day('2026-11-22')
const population = (ownerUrl: string, active: number, past: number) => ({ ownerUrl, active, past, seed: 't', today: TODAY, password: null, say: () => undefined })

describe('two thousand files', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
    const started = performance.now()
    const written = await seedPopulation(population(database.ownerUrl, 500, 1500))
    console.log(`${written} files written at ${Math.round((written * 1000) / (performance.now() - started))} a second`)
  }, 120_000)
  afterAll(() => database.drop())

  const rows = <Row>(text: string) => connected(database.ownerUrl, async (client) => (await client.query(text)).rows as Row[])

  test('stand as the law derives them, each chain whole', async () => {
    expect(await checkKeptFiles(database.ownerUrl, TODAY)).toEqual({ files: 2000, differing: [], refused: [] })
    expect(await journalFaults(database.ownerUrl)).toEqual({ chains: 2000, faults: 0 })
  }, 60_000)

  test('point at nothing that is not there, though no reference was checked while they were written', async () => {
    const references = await rows<{ check: string }>(`
      select format('select %L as name, count(*)::int as orphans from %s t where %s and not exists (select from %s r where %s)', c.conname, c.conrelid::regclass,
        (select string_agg(format('t.%I is not null', a.attname), ' and ') from unnest(c.conkey) k(n) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n),
        c.confrelid::regclass,
        (select string_agg(format('r.%I = t.%I', f.attname, a.attname), ' and ') from unnest(c.conkey, c.confkey) k(n, m)
           join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.m)) as check
      from pg_constraint c where c.contype = 'f'`)
    expect(references.length).toBeGreaterThan(20)
    for (const { check } of references) expect((await rows<{ name: string; orphans: number }>(check))[0]).toMatchObject({ orphans: 0 })
    expect(await rows(`select count(*)::int as unlike from person where search_name <> search_form(last_name || ' ' || first_name)`)).toEqual([{ unlike: 0 }])
    expect(await rows(`select count(*)::int as unlike from employer where search_name <> search_form(name)`)).toEqual([{ unlike: 0 }])
  }, 60_000)

  test('live and past as asked, in the proportions that are published', async () => {
    expect(await rows('select count(*) filter (where not closed)::int as live, count(*) filter (where closed)::int as past from case_file')).toEqual([{ live: 500, past: 1500 }])
    const [shares] = await rows<Record<string, number>>(`
      with entered as (select * from case_file where csp_start is not null and closed)
      select count(*) filter (where job_started_on is not null)::float / count(*) as jobs,
             (select count(distinct case_id)::float from period where kind = 'training' and case_id in (select id from entered)) / count(*) as trained,
             (select count(distinct case_id)::float from period where kind = 'work_period' and case_id in (select id from entered)) / count(*) as worked,
             count(*) filter (where seniority_band = 'over_2')::float / count(*) filter (where seniority_band is not null) as senior,
             count(*) filter (where pre_bilan_on <= csp_start + 8)::float / count(*) filter (where pre_bilan_on is not null) as early from entered`)
    const between = (name: string, low: number, high: number) => {
      const share = shares?.[name] ?? Number.NaN
      expect(share >= low && share <= high, `${name}: ${share}`).toBe(true)
    }
    between('jobs', 0.36, 0.5)
    between('trained', 0.3, 0.52)
    between('worked', 0.18, 0.38)
    between('senior', 0.72, 0.88)
    between('early', 0.7, 0.95)
  })

  test('nobody signs in without a password given, and a second run finds all done', async () => {
    expect(await rows('select count(distinct password_hash)::int as hashes from account')).toEqual([{ hashes: 1 }])
    expect(await seedPopulation(population(database.ownerUrl, 500, 1500))).toBe(0)
  })
})

test('interrupted, it goes on where it stopped, and gives what it would have given', async () => {
  const [whole, halved] = await Promise.all([freshDatabase(), freshDatabase()])
  try {
    await seedPopulation({ ...population(whole.ownerUrl, 40, 80), bundle: 30 })
    let asked = 0
    expect(await seedPopulation({ ...population(halved.ownerUrl, 40, 80), bundle: 30, stopped: () => (asked += 1) > 2 })).toBe(60)
    expect(await seedPopulation({ ...population(halved.ownerUrl, 40, 80), bundle: 30 })).toBe(60)
    const files = (url: string) =>
      connected(url, async (client) => (await client.query('select c.reference, c.stage, c.version, p.last_name, p.first_name from case_file c join person p on p.id = c.person_id order by 1, 4, 5, 2')).rows as unknown[])
    expect(await files(halved.ownerUrl)).toEqual(await files(whole.ownerUrl))
  } finally {
    await Promise.all([whole.drop(), halved.drop()])
  }
}, 60_000)

test('an owner who may not put triggers aside writes the same files', async () => {
  const database = await freshDatabase()
  const owner = `plain_owner_${process.pid}`
  try {
    await connected(database.ownerUrl, async (client) => {
      await client.query(`create role ${owner} login password 'plain'`)
      await client.query(`do $$ declare t regclass; begin for t in select c.oid::regclass from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop execute format('alter table %s owner to ${owner}', t); end loop; end $$`)
    })
    const url = new URL(database.ownerUrl)
    url.username = owner
    url.password = 'plain'
    expect(await seedPopulation(population(url.href, 20, 40))).toBe(60)
    expect(await checkKeptFiles(database.ownerUrl, TODAY)).toEqual({ files: 60, differing: [], refused: [] })
    expect(await journalFaults(database.ownerUrl)).toEqual({ chains: 60, faults: 0 })
  } finally {
    await database.drop()
    await connected(withoutDatabase(database.ownerUrl), (client) => client.query(`drop role if exists ${owner}`))
  }
}, 60_000)

function withoutDatabase(url: string): string {
  const server = new URL(url)
  server.pathname = '/postgres'
  return server.href
}
