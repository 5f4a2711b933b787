// Applies prisma/migrations in order and records each as `prisma migrate deploy` would, so that
// either can follow the other. It needs no Prisma, only the driver: the demo, the tests and the
// production image start from here.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { inProject } from './root.ts'

/** The advisory lock Prisma Migrate takes: two launchers, or a launcher and Prisma, wait for each other. */
const prismaMigrateLock = 72707369

const historyTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

export interface Migrated {
  /** Names of the migrations applied now, in order. */
  applied: string[]
  /** Whether the database had none before. */
  wasEmpty: boolean
}

interface Recorded {
  migration_name: string
  checksum: string
  finished_at: Date | null
}

/**
 * Brings a database to the current schema.
 * @param url owner's address of an existing database
 * @throws when a migration fails, failed earlier, or was edited after it was applied
 */
export async function applyMigrations(url: string, folder = inProject('prisma/migrations')): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [prismaMigrateLock])
    await client.query(historyTable)
    const { rows } = await client.query<Recorded>('select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null')
    const recorded = new Map(rows.map((row) => [row.migration_name, row]))
    const applied: string[] = []
    for (const name of migrationNames(folder)) {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'))
      const checksum = createHash('sha256').update(sql).digest('hex')
      const earlier = recorded.get(name)
      if (earlier) {
        if (!earlier.finished_at) throw new Error(`Migration ${name} failed earlier. Mend the database, then \`npx prisma migrate resolve\`.`)
        if (earlier.checksum !== checksum) throw new Error(`Migration ${name} was edited after it was applied. In the demo: npm run reset-demo.`)
        continue
      }
      await applyOne(client, name, sql.toString('utf8'), checksum)
      applied.push(name)
    }
    return { applied, wasEmpty: rows.length === 0 }
  } finally {
    await client.end()
  }
}

function migrationNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'migration.sql'))).sort()
}

async function applyOne(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  const id = randomUUID()
  await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [id, checksum, name])
  try {
    await client.query(sql)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    await client.query('update _prisma_migrations set logs = $2 where id = $1', [id, String(error)])
    throw new Error(`Migration ${name} failed: ${String(error)}`, { cause: error })
  }
  await client.query('update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1', [id])
}
