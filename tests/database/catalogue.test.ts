import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
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

const column = async (sql: string): Promise<unknown[]> => (await owner.query<{ it: unknown }>(sql)).rows.map((row) => row.it)

const APPEND_ONLY = ['alert_set_aside', 'assignment', 'basin_note', 'committee_decision', 'committee_decision_state', 'cost_line', 'digest_line', 'document', 'document_template', 'employer_piece', 'fact', 'fact_content', 'fact_origin', 'imported_figure', 'journal_detail', 'journal_entry', 'silence_taken_back', 'silenced_deadline', 'transfer_content']
/** What belongs to nobody: the same for every operator, or the demo's own. A new table is in this list or has row-level security. */
const SHARED = ['_prisma_migrations', 'basin', 'demo_clock', 'demo_moment', 'territory_count', 'territory_edition', 'territory_said']

test('every table is shared on purpose, or has row-level security with a policy', async () => {
  const open = await column(`
    select c.relname::text as it from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))
    order by 1`)
  expect(open).toEqual(SHARED)
})

test('every table with operator_id has row-level security', async () => {
  const tenants = await owner.query<{ name: string; secured: boolean }>(`
    select c.relname::text as name, c.relrowsecurity as secured
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'operator_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  expect(tenants.rows.length).toBeGreaterThanOrEqual(15)
  expect(tenants.rows.filter((table) => !table.secured)).toEqual([])
})

test('every policy of a tenant table compares the operator', async () => {
  const blind = await column(`
    select tablename || '.' || policyname as it from pg_policies
    where schemaname = 'public' and coalesce(qual, with_check) not like '%current_operator()%' order by 1`)
  // Texts belong to no operator: everyone reads those published, the platform alone writes.
  expect(blind).toEqual(['added_text.changed', 'added_text.drafted', 'added_text.readable'])
  expect(await column(`select attname as it from pg_attribute where attrelid = 'added_text'::regclass and attname = 'operator_id'`)).toEqual([])
})

test('the app may neither change nor delete what is append-only, and deletes no file, person, employer or account', async () => {
  const kept = [...APPEND_ONLY, 'case_file', 'person', 'employer', 'account', 'operator', 'basin']
  const rights = await owner.query<{ table: string; privilege: string }>(
    `select t as "table", p as privilege from unnest($1::text[]) t, unnest('{UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER,MAINTAIN}'::text[]) p
     where has_table_privilege('rebond_app', t, p)`,
    [kept],
  )
  const updatable = ['case_file', 'person', 'employer', 'operator']
  expect(rights.rows.map((right) => `${right.table} ${right.privilege}`).sort()).toEqual(updatable.map((table) => `${table} UPDATE`).sort())
  const columns = await column(`
    select table_name || '.' || column_name as it from information_schema.column_privileges
    where grantee = 'rebond_app' and privilege_type = 'UPDATE'
      and table_name in ('assignment', 'fact', 'fact_content', 'journal_detail', 'journal_entry')`)
  expect(columns).toEqual([])
})

test('nobody else has a right: nothing is granted to everyone', async () => {
  expect(
    await column(`select table_name || ' ' || privilege_type as it from information_schema.table_privileges where table_schema = 'public' and grantee = 'PUBLIC'`),
  ).toEqual([])
})

test('the app’s role owns nothing and has no power over the server', async () => {
  expect(await column(`select relname::text as it from pg_class where relowner = 'rebond_app'::regrole`)).toEqual([])
  expect(await column(`select proname::text as it from pg_proc where proowner = 'rebond_app'::regrole`)).toEqual([])
  expect(await column(`select datname::text as it from pg_database where datdba = 'rebond_app'::regrole`)).toEqual([])
  expect(await column(`select nspname::text as it from pg_namespace where has_schema_privilege('rebond_app', oid, 'CREATE') and nspname = 'public'`)).toEqual([])
  expect(
    await column(`select rolname::text as it from pg_roles where rolname = 'rebond_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`),
  ).toEqual([])
  expect(await column(`select roleid::regrole::text as it from pg_auth_members where member = 'rebond_app'::regrole`)).toEqual([])
})

test('a password hash is readable by no query of the app', async () => {
  expect(await column(`select has_column_privilege('rebond_app', 'account', 'password_hash', 'SELECT') as it`)).toEqual([false])
})

test('every append-only table refuses update, delete and truncate by trigger, whoever asks', async () => {
  const guarded = await column(`
    select tgrelid::regclass::text as it from pg_trigger
    where tgfoid = 'refuse_change'::regproc and tgenabled = 'O'
      -- bits of tgtype: before 2, delete 8, update 16, truncate 32; not per row
      and tgtype & (2 | 8 | 16 | 32) = (2 | 8 | 16 | 32) and tgtype & 1 = 0
    order by 1`)
  expect(guarded).toEqual(APPEND_ONLY)
})

test('periods of one file exclude each other, and end after they start', async () => {
  const [exclusion] = await column(`select pg_get_constraintdef(oid) as it from pg_constraint where contype = 'x' and conrelid = 'period'::regclass`)
  expect(exclusion).toMatch(/EXCLUDE USING gist \(case_id WITH =, daterange\(from_day, to_day, '\[\]'::text\) WITH &&\)/)
  for (const kind of ['work_period', 'suspension', 'job']) expect(exclusion).toContain(`'${kind}'::text`)
  expect(await column(`select pg_get_constraintdef(oid) as it from pg_constraint where conname = 'period_days'`)).toEqual(['CHECK ((to_day >= from_day))'])
})

test('a function that runs as the owner fixes its search path, and strangers do not run it', async () => {
  const definers = await owner.query<{ name: string; fixed: boolean; anyone: boolean }>(`
    select proname::text as name, coalesce(proconfig::text like '%search_path=pg_catalog, public, pg_temp%', false) as fixed,
           exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0) as anyone
    from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`)
  expect(definers.rows.map((door) => door.name)).toEqual(expect.arrayContaining(['account_for_session', 'account_for_sign_in', 'people_named']))
  expect(definers.rows.filter((door) => !door.fixed || door.anyone)).toEqual([])
})

test('no foreign key can cross operators: one to a tenant table carries operator_id, or starts from an id that does', async () => {
  const crossing = await column(`
    select conrelid::regclass || ' ' || conname as it
    from pg_constraint k
    where contype = 'f'
      and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'operator_id')
      and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'operator_id' and a.attnum = any(k.conkey))
    order by 1`)
  // Each of these is checked by a trigger (same file, same entry) or follows the row it details.
  // A figure published elsewhere may be the platform's, which has no operator: a trigger keeps a replacement to its keeper.
  const published = ['imported_figure imported_figure_imported_by_fkey', 'imported_figure imported_figure_replaces_fkey']
  // A transfer has two operators: its keys pair each with the one's own rows, under other names.
  const between = ['transfer transfer_case_fkey', 'transfer transfer_copy_fkey', 'transfer transfer_from_basin_fkey', 'transfer transfer_proposed_by_fkey']
  expect(crossing).toEqual(['fact fact_supersedes_fkey', 'fact_content fact_content_fact_id_fkey', 'fact_origin fact_origin_fact_fkey', ...published, 'journal_detail journal_detail_entry_id_fkey', ...between])
})

test('names sort the French way on any server', async () => {
  const collated = await column(`
    select attrelid::regclass || '.' || attname as it from pg_attribute
    where attcollation = '"fr-x-icu"'::regcollation order by 1`)
  expect(collated).toEqual(
    expect.arrayContaining(['account.display_name', 'basin.name', 'employer.name', 'operator.name', 'person.first_name', 'person.last_name']),
  )
})

test('what is shared is only read by the app', async () => {
  const writable = await owner.query<{ it: string }>(
    `select t || ' ' || p as it from unnest('{basin,territory_count,territory_edition,territory_said,demo_clock,demo_moment}'::text[]) t, unnest('{INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) p
     where has_table_privilege('rebond_app', t, p)`,
  )
  expect(writable.rows).toEqual([])
  expect(await column(`select has_table_privilege('rebond_app', '_prisma_migrations', 'SELECT') as it`)).toEqual([false])
})
