import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { day } from '../../accord/index.ts'
import { seedBench } from '../../population/seed-bench.ts'
import { connected, createDatabase, databaseExists, dropDatabase, renameDatabase } from '../database.ts'
import { migrateAndAdmit, todayInParis } from '../demo-database.ts'
import { openPostgres } from '../postgres.ts'
import { ended, onStop, startNode, stopChild } from '../processes.ts'
import { applicationUrl, steeringUrl } from '../roles.ts'
import { dataFolder, inProject } from '../root.ts'

/** A database of its own, which holds nobody: its password keeps nothing. */
const PASSWORD = 'bench'

export interface SteeringBench {
  readonly live: number
  readonly past: number
  readonly drawn: number
  readonly seed: string
  readonly rounds: number
  /** Leaves the database for the next run, which begins at once. */
  readonly keep: boolean
  readonly say: (line: string) => void
}

/**
 * Times the figures over a database of the country's size, made in a data folder of its own.
 * @returns the exit code: 0 where every question was answered in the time asked
 */
export async function benchSteering({ live, past, drawn, seed, rounds, keep, say }: SteeringBench): Promise<number> {
  const directory = path.join(dataFolder, 'bench')
  const storage = path.join(dataFolder, 'bench-storage')
  const server = await openPostgres({ directory, password: PASSWORD, volatile: true })
  onStop(() => void server.stop())
  const schema = createHash('sha256').update((await migrationTexts()).join('\n')).digest('hex').slice(0, 8)
  const name = `bench_${live}_${past}_${seed}_${schema}`
  try {
    if (await databaseExists(server.url('postgres'), name)) say(`Kept from an earlier run: ${name}`)
    else await build(server.url, name, { live, past, drawn, seed, today: day(todayInParis()), say })
    const url = server.url(name)
    await migrateAndAdmit(url, { application: PASSWORD, steering: PASSWORD }, say)
    const env = { ...process.env, DATABASE_URL: url, APP_DATABASE_URL: applicationUrl(url, PASSWORD), STEERING_DATABASE_URL: steeringUrl(url, PASSWORD), REBOND_CLOCK: 'settable', REBOND_STORAGE_FOLDER: storage }
    const measure = startNode(['lib/population/measure-steering.ts', '--rounds', String(rounds)], env)
    onStop(() => void stopChild(measure))
    return await ended(measure)
  } finally {
    await server.stop()
    rmSync(storage, { recursive: true, force: true })
    if (!keep) rmSync(directory, { recursive: true, force: true })
  }
}

/** A database kept from an earlier run is of use while the schema is the same. */
async function migrationTexts(): Promise<readonly string[]> {
  const folder = inProject('prisma/migrations')
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.sql')).toSorted()
  return Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))
}

type Built = Omit<Parameters<typeof seedBench>[0], 'ownerUrl'>

/** Made under another name and renamed once complete: one that is interrupted is made again. */
async function build(url: (database: string) => string, name: string, built: Built): Promise<void> {
  const unfinished = `${name}_unfinished`
  const started = performance.now()
  await dropDatabase(url('postgres'), unfinished)
  await createDatabase(url('postgres'), unfinished)
  await migrateAndAdmit(url(unfinished), { application: PASSWORD, steering: PASSWORD }, () => undefined)
  await seedBench({ ...built, ownerUrl: url(unfinished) })
  await renameDatabase(url('postgres'), unfinished, name)
  const size = await connected(url(name), async (client) => (await client.query('select pg_size_pretty(pg_database_size(current_database())) as size')).rows[0] as { size: string })
  built.say(`Built in ${((performance.now() - started) / 60_000).toFixed(1)} minutes, ${size.size}.`)
}

