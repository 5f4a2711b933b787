// An operator with its people, for the tests of commands and queries, and a second one to be kept out.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { closeDatabase } from '@/lib/database/client.ts'
import { freshDatabase } from '@/tests/support/fresh-database.ts'
import type { Actor, Role } from '@/lib/access/actor.ts'
import type { OpenFileInput } from '@/lib/cases/opening-input.ts'
import { openFile } from '@/lib/cases/commands/open-file.ts'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import type { WriteOutcome } from '@/lib/cases/outcomes.ts'

const NO_PASSWORD = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

export interface Office {
  readonly operatorId: string
  readonly counsellor: Actor
  readonly colleague: Actor
  readonly referent: Actor
  readonly manager: Actor
  readonly administrator: Actor
}

export interface TwoOffices {
  readonly owner: pg.Client
  /** Works in basins LYON and VIENNE; its counsellor in both, its colleague in LYON only. */
  readonly north: Office
  readonly south: Office
  readonly committee: Actor
  /** Two administrators of the platform. */
  readonly platform: readonly [Actor, Actor]
  readonly basins: { readonly lyon: string; readonly vienne: string }
  /** The address for the role that counts over all operators. */
  readonly steeringUrl: string
  readonly setDay: (iso: string) => Promise<void>
  readonly end: () => Promise<void>
}

/** Makes the database, points the app at it, and sets its day. */
export async function twoOffices(day = '2026-03-02'): Promise<TwoOffices> {
  const database = await freshDatabase()
  process.env.APP_DATABASE_URL = database.appUrl
  process.env.REBOND_CLOCK = 'settable'
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const one = async (sql: string, values: unknown[]) => (await owner.query<{ id: string }>(sql, values)).rows[0]!.id
  const basin = (code: string, name: string) =>
    one(
      `insert into basin (scheme, code, name, region_code, region_name, department_codes) values ('ZE2020', $1, $2, '84', 'Auvergne-Rhône-Alpes', '{69}') returning id`,
      [code, name],
    )
  const basins = { lyon: await basin('8401', 'Lyon'), vienne: await basin('8402', 'Vienne') }

  const account = async (slug: string, name: string, operatorId: string | null, role: Role, basinIds: readonly string[]): Promise<Actor> => {
    const email = `${name.toLowerCase()}@${slug}.test`
    const territory = role === 'committee' ? { level: 'nation' as const, codes: [] } : null
    const accountId = await one(
      `insert into account (operator_id, email, display_name, password_hash, role, territory) values ($1, $2, $3, $4, $5, $6) returning id`,
      [operatorId, email, name, NO_PASSWORD, role, territory],
    )
    for (const basinId of basinIds) {
      await owner.query('insert into account_basin (account_id, basin_id, operator_id) values ($1, $2, $3)', [accountId, basinId, operatorId])
    }
    return {
      accountId,
      operatorId,
      operatorName: operatorId === null ? null : slug,
      timeZone: 'Europe/Paris',
      role,
      basinIds,
      standsInFor: [],
      displayName: name,
      email,
      locale: 'fr',
      theme: 'system',
      territory,
    }
  }

  const office = async (slug: string): Promise<Office> => {
    const operatorId = await one(`insert into operator (slug, name, kind) values ($1, $1, 'private') returning id`, [slug])
    for (const id of Object.values(basins)) await owner.query('insert into operator_basin (operator_id, basin_id) values ($1, $2)', [operatorId, id])
    const both = [basins.lyon, basins.vienne]
    return {
      operatorId,
      counsellor: await account(slug, 'Ines', operatorId, 'counsellor', both),
      colleague: await account(slug, 'Camille', operatorId, 'counsellor', [basins.lyon]),
      referent: await account(slug, 'Rachid', operatorId, 'referent', [basins.lyon]),
      manager: await account(slug, 'Maud', operatorId, 'manager', both),
      administrator: await account(slug, 'Aline', operatorId, 'operator_admin', []),
    }
  }

  const setDay = async (iso: string) => void (await owner.query('update demo_clock set civil_day = $1', [iso]))
  await setDay(day)
  const north = await office('north')
  const south = await office('south')
  const committee = await account('platform', 'Comite', null, 'committee', [])
  const platform = [await account('platform', 'Paule', null, 'platform_admin', []), await account('platform', 'Pierre', null, 'platform_admin', [])] as const
  return {
    owner,
    north,
    south,
    committee,
    platform,
    basins,
    steeringUrl: database.steeringUrl,
    setDay,
    end: async () => {
      await closeDatabase()
      await owner.end()
      await database.drop()
    },
  }
}

/** A complete opening by the employer's path, of someone whose name is theirs alone. */
export function opening(changes: Partial<OpenFileInput> = {}): OpenFileInput {
  return {
    submissionId: randomUUID(),
    basinCode: '8401',
    person: { firstName: 'Zoé', lastName: `Lefèvre ${randomUUID().slice(0, 8)}`, birthDate: '1980-05-01' },
    employer: { name: 'Ateliers du Midi' },
    frame: { engagedOn: '2026-02-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2015-03-01', companySize: 45, insolvency: false },
    facts: [
      { kind: 'proposal_handed_over', terms: { on: '2026-02-02' } },
      { kind: 'motive_notified', terms: { on: '2026-02-02' } },
    ],
    ...changes,
  }
}

/** Opens a file and gives its reference; fails loudly where it is not opened. */
export async function opened(actor: Actor, changes: Partial<OpenFileInput> = {}): Promise<string> {
  const outcome = await openFile(actor, opening(changes))
  if (outcome.kind !== 'opened') throw new Error(`not opened: ${JSON.stringify(outcome)}`)
  return outcome.reference
}

/** The version a file has now. */
export async function versionOf(house: TwoOffices, reference: string, operatorId: string | null = house.north.operatorId): Promise<number> {
  const where = 'where reference = $1 and operator_id = $2'
  const { rows } = await house.owner.query<{ version: number }>(`select version from case_file ${where}`, [reference, operatorId])
  return rows[0]!.version
}

/** Records a fact on the file as it is now. */
export async function record(
  house: TwoOffices,
  actor: Actor,
  reference: string,
  kind: string,
  terms: Record<string, unknown>,
  content?: Record<string, unknown>,
): Promise<WriteOutcome> {
  return recordFact(actor, { reference, version: await versionOf(house, reference, actor.operatorId), submissionId: randomUUID(), kind, terms, content })
}

/** A file whose CSP started on 24 February 2026: accepted, handed over on the 2nd. */
export async function accepted(house: TwoOffices, actor: Actor, changes: Partial<OpenFileInput> = {}): Promise<string> {
  const reference = await opened(actor, changes)
  const outcome = await record(house, actor, reference, 'accepted', { on: '2026-02-10' })
  if (outcome.kind !== 'recorded') throw new Error(`not accepted: ${JSON.stringify(outcome)}`)
  return reference
}
