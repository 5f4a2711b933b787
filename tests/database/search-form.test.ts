import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { copyRows } from '@/lib/database/copy.ts'
import { openDriver } from '@/lib/database/driver.ts'
import { searchForm } from '@/lib/database/search-form.ts'
import { freshDatabase, type FreshDatabase } from '@/tests/support/fresh-database.ts'

let database: FreshDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const NAMES = [
  'Lefèvre', 'L’Hénoret', "L'HÉNORET", 'Jean-Pierre de La Tour', 'Œuvrard', 'Lætitia', 'Ñuñez', 'Çelik', 'Ğül', 'Straße', 'Łukasz', 'Đorđević', 'Søren',
  'Nguyễn Thị', 'e\u0301te\u0301', 'A\u00a0B', '  deux   espaces ', 'O’Brien (née d’Aubigné)', '100% _x_', 'Zoë «la»', 'محمد', 'Ирина', '😀 Éa',
]

test.each(NAMES)('« %s » is searched the same way here and in the database', async (name) => {
  const { rows } = await owner.query<{ it: string }>('select search_form($1) as it', [name])
  expect(searchForm(name)).toBe(rows[0]!.it)
})

test('what it gives', () => {
  expect(searchForm("L'HÉNORET")).toBe('l henoret')
  expect(searchForm('Jean-Pierre')).toBe('jean pierre')
  expect(searchForm('ŒUVRARD')).toBe('oeuvrard')
})

test('copied rows are read back as they were, whatever the characters, and are searched', async () => {
  const sql = openDriver(database.ownerUrl)
  const operatorId = crypto.randomUUID()
  await copyRows(sql, 'operator', ['id', 'slug', 'name', 'kind'], [[operatorId, 'copied', 'Copied', 'private']])
  const names = [...NAMES, 'tab\tline\nback\\slash\\N', '\\.', '"{a,b}"'].map((name) => name.trim())
  const copied = await copyRows(
    sql, 'person', ['operator_id', 'first_name', 'last_name', 'birth_date', 'email'],
    names.map((name) => [operatorId, 'X', name, '1980-02-29', null]),
  )
  expect(copied).toBe(names.length)
  const { rows } = await owner.query<{ last_name: string; search_name: string; iso: string; email: string | null }>('select *, birth_date::text as iso from person')
  expect(rows.map((row) => row.last_name).sort()).toEqual([...names].sort())
  expect(rows.find((row) => row.last_name === 'Lefèvre')).toMatchObject({ search_name: 'lefevre x', iso: '1980-02-29', email: null })
  await copyRows(sql, 'basin', ['scheme', 'code', 'name', 'region_code', 'region_name', 'department_codes', 'population'], [['ZE2020', '0051', 'Alençon', '28', 'Normandie', ['53', '6"1', 'a\\b'], 123814]])
  expect((await owner.query('select department_codes, population from basin')).rows[0]).toEqual({ department_codes: ['53', '6"1', 'a\\b'], population: 123814 })
  await sql.end()
})

test('a refused row refuses them all, and says why', async () => {
  const sql = openDriver(database.ownerUrl)
  const rows = function* () {
    for (let index = 0; index < 60_000; index += 1) yield [`slug-${index}`, 'x', index === 30_000 ? 'nonsense' : 'private']
  }
  await expect(copyRows(sql, 'operator', ['slug', 'name', 'kind'], rows())).rejects.toMatchObject({ code: '23514' })
  expect((await owner.query(`select count(*)::int as it from operator where slug like 'slug-%'`)).rows[0].it).toBe(0)
  await sql.end()
})
