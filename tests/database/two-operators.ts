// Two operators with a file each, in a database of its own: what the attacks are tried on.
import pg from 'pg'
import { closeDatabase } from '@/lib/database/client.ts'
import { freshDatabase } from '@/tests/support/fresh-database.ts'
import type { Actor, Role } from '@/lib/access/actor.ts'

export interface House {
  readonly operatorId: string
  readonly basinIds: readonly [string, string]
  readonly counsellor: Actor
  readonly referent: Actor
  readonly manager: Actor
  readonly administrator: Actor
  readonly personId: string
  readonly caseId: string
  readonly factId: string
}

export interface TwoOperators {
  readonly north: House
  readonly south: House
  readonly platform: Actor
  readonly committee: Actor
  readonly ownerUrl: string
  readonly appUrl: string
  /** As the owner of the tables, whom policies do not bind. */
  readonly owner: pg.Client
  /** As the app's role, with nobody asking until a query says so. */
  readonly app: pg.Client
  readonly end: () => Promise<void>
}

export const NO_PASSWORD = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

async function one<T>(client: pg.Client, sql: string, values: unknown[]): Promise<T> {
  const { rows } = await client.query<{ it: T }>(sql, values)
  return rows[0]!.it
}

async function account(client: pg.Client, slug: string, operatorId: string | null, role: Role, basinIds: readonly string[]): Promise<Actor> {
  const email = `${role}@${slug}.test`
  const accountId = await one<string>(
    client,
    `insert into account (operator_id, email, display_name, password_hash, role, territory) values ($1, $2, $3, $4, $5, $6) returning id as it`,
    [operatorId, email, `${role} ${slug}`, NO_PASSWORD, role, role === 'committee' ? { level: 'nation', codes: [] } : null],
  )
  for (const basinId of basinIds) {
    await client.query('insert into account_basin (account_id, basin_id, operator_id) values ($1, $2, $3)', [accountId, basinId, operatorId])
  }
  return {
    accountId,
    operatorId,
    operatorName: operatorId === null ? null : slug,
    timeZone: 'Europe/Paris',
    role,
    basinIds,
    standsInFor: [],
    displayName: `${role} ${slug}`,
    email,
    locale: 'fr',
    theme: 'system',
    territory: role === 'committee' ? { level: 'nation', codes: [] } : null,
  }
}

async function house(client: pg.Client, slug: string, basinIds: readonly [string, string]): Promise<House> {
  const operatorId = await one<string>(client, `insert into operator (slug, name, kind) values ($1, $1, 'private') returning id as it`, [slug])
  for (const basinId of basinIds) await client.query('insert into operator_basin (operator_id, basin_id) values ($1, $2)', [operatorId, basinId])
  const [first] = basinIds
  const counsellor = await account(client, slug, operatorId, 'counsellor', [first])
  const referent = await account(client, slug, operatorId, 'referent', [first])
  const manager = await account(client, slug, operatorId, 'manager', [first])
  const administrator = await account(client, slug, operatorId, 'operator_admin', [])
  const personId = await one<string>(
    client,
    `insert into person (operator_id, first_name, last_name, birth_date) values ($1, 'Zoé', $2, '1980-02-29') returning id as it`,
    [operatorId, `Lefèvre-${slug}`],
  )
  const caseId = await one<string>(
    client,
    `insert into case_file (operator_id, reference, person_id, basin_id, counsellor_id, referent_id, stage)
     values ($1, 'RB-2026-00001', $2, $3, $4, $5, 'S00_ENGAGED') returning id as it`,
    [operatorId, personId, first, counsellor.accountId, referent.accountId],
  )
  const factId = await one<string>(
    client,
    `insert into fact (operator_id, case_id, sequence, kind, on_day, recorded_by) values ($1, $2, 1, 'frame', '2026-01-05', $3) returning id as it`,
    [operatorId, caseId, counsellor.accountId],
  )
  await client.query(`insert into fact_content (fact_id, operator_id, case_id, content) values ($1, $2, $3, '{"note": "x"}')`, [factId, operatorId, caseId])
  await client.query(
    `insert into deadline (operator_id, case_id, basin_id, counsellor_id, rule, label, due_on, actor) values ($1, $2, $3, $4, 'R-300', 'pre_bilan', '2026-02-01', 'operator')`,
    [operatorId, caseId, first, counsellor.accountId],
  )
  await client.query(`insert into period (operator_id, case_id, kind, from_day, to_day) values ($1, $2, 'work_period', '2026-03-01', '2026-03-31')`, [operatorId, caseId])
  await client.query('insert into assignment (operator_id, case_id, counsellor_id, assigned_by) values ($1, $2, $3, $4)', [operatorId, caseId, counsellor.accountId, manager.accountId])
  await client.query(`insert into employer (operator_id, name) values ($1, 'Ateliers du Midi')`, [operatorId])
  await client.query(`insert into outbox (operator_id, topic, payload) values ($1, 'file_changed', '{}')`, [operatorId])
  await client.query('insert into case_reference (operator_id, year, last) values ($1, 2026, 1)', [operatorId])
  await client.query(`select write_journal($1, $2, $3, $4, 'fact_recorded', '{"kind": "frame"}', null)`, [operatorId, caseId, factId, counsellor.accountId])
  return { operatorId, basinIds, counsellor, referent, manager, administrator, personId, caseId, factId }
}

/** Makes the database and the two houses, and points APP_DATABASE_URL at it. */
export async function twoOperators(): Promise<TwoOperators> {
  const database = await freshDatabase()
  process.env.APP_DATABASE_URL = database.appUrl
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  const app = new pg.Client({ connectionString: database.appUrl })
  await Promise.all([owner.connect(), app.connect()])
  const basin = (code: string) =>
    one<string>(
      owner,
      `insert into basin (scheme, code, name, region_code, region_name, department_codes) values ('ZE2020', $1, $1, '84', 'Auvergne-Rhône-Alpes', '{69}') returning id as it`,
      [code],
    )
  const basins = [await basin('8401'), await basin('8402')] as const
  const north = await house(owner, 'north', basins)
  const south = await house(owner, 'south', basins)
  const platform = await account(owner, 'platform', null, 'platform_admin', [])
  const committee = await account(owner, 'platform', null, 'committee', [])
  return {
    north,
    south,
    platform,
    committee,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    owner,
    app,
    end: async () => {
      await closeDatabase()
      await Promise.all([owner.end(), app.end()])
      await database.drop()
    },
  }
}

/** Runs one statement as the app's role with an operator asking, then undoes it. */
export async function asOperator(client: pg.Client, operatorId: string | null, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  await client.query('begin')
  try {
    await client.query(`select set_config('rebond.operator_id', $1, true)`, [operatorId ?? ''])
    return await client.query(sql, values)
  } finally {
    await client.query('rollback')
  }
}
