// The demo's database. It is made under another name and renamed once complete: a database called
// `rebond` is always whole, whatever interrupted its making.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDriver } from '../database/driver.ts'
import { writeBasins } from '../population/house-rows.ts'
import { createDatabase, databaseExists, databaseName, dropDatabase, renameDatabase, withDatabase } from './database.ts'
import { applyMigrations, type Migrated } from './migrations.ts'
import { openPostgres, type PostgresServer } from './postgres.ts'
import { applicationRoleExists, derivedPassword, giveApplicationPassword, giveSteeringPassword, steeringPassword } from './roles.ts'
import { dataFolder, inProject } from './root.ts'
import { demoSecret } from './secret.ts'

const demoName = 'rebond'

/** Starts the demo's Postgres, or joins it, on the port it had last time where that is still free. */
export async function openDemoPostgres(): Promise<PostgresServer> {
  const remembered = path.join(dataFolder, 'port')
  const port = existsSync(remembered) ? Number(readFileSync(remembered, 'utf8')) : undefined
  const server = await openPostgres({ directory: path.join(dataFolder, 'postgres'), password: derivedPassword(demoSecret(), 'owner'), port })
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(remembered, String(server.port))
  return server
}

/** @returns the owner's address of the demo's database on this server */
export function demoUrl(server: PostgresServer): string {
  return server.url(demoName)
}

/** The password of the application's role in the demo. */
export function demoApplicationPassword(): string {
  return derivedPassword(demoSecret(), 'application')
}

/** The passwords of the roles that sign in, in the demo. */
export function demoPasswords(server: PostgresServer): RolePasswords {
  return { application: demoApplicationPassword(), steering: steeringPassword(demoUrl(server), demoSecret()) }
}

/** Passwords of the roles that the migrations make. */
export interface RolePasswords {
  readonly application: string
  /** Of the role that counts over all operators. */
  readonly steering: string
}

/**
 * Makes the demo's database if there is none, or brings it to the current schema.
 * @returns whether it was made now
 */
export async function ensureDemoDatabase(server: PostgresServer, say: (line: string) => void): Promise<boolean> {
  if (await databaseExists(server.url('postgres'), demoName)) {
    await migrateAndAdmit(demoUrl(server), demoPasswords(server), say)
    return false
  }
  await makeDemoDatabase(server, say)
  return true
}

/** Makes the demo's database anew; whoever is connected to the old one is cut off at the last moment. */
export async function makeDemoDatabase(server: PostgresServer, say: (line: string) => void): Promise<void> {
  const admin = server.url('postgres')
  const unfinished = `${demoName}_unfinished`
  await dropDatabase(admin, unfinished)
  await createDatabase(admin, unfinished)
  const url = server.url(unfinished)
  await migrateAndAdmit(url, demoPasswords(server), say)
  await seedDemo(url, say)
  await dropDatabase(admin, demoName)
  await renameDatabase(admin, unfinished, demoName)
}

/** Makes the database if there is none, brings it to the current schema and lets its roles sign in. */
export async function migrateAndAdmit(ownerUrl: string, passwords: RolePasswords, say: (line: string) => void): Promise<Migrated> {
  const server = withDatabase(ownerUrl, 'postgres')
  const name = databaseName(ownerUrl)
  if (!(await databaseExists(server, name))) await createDatabase(server, name)
  const migrated = await applyMigrations(ownerUrl)
  if (migrated.applied.length > 0) say(`Applied ${migrated.applied.length} migration${migrated.applied.length > 1 ? 's' : ''}: ${migrated.applied.join(', ')}`)
  if (await applicationRoleExists(ownerUrl)) await giveApplicationPassword(ownerUrl, passwords.application)
  await giveSteeringPassword(ownerUrl, passwords.steering)
  await ensureBasins(ownerUrl)
  return migrated
}

/** The employment zones belong to every database: an operator's basins are chosen among them. */
async function ensureBasins(ownerUrl: string): Promise<void> {
  const sql = openDriver(ownerUrl)
  try {
    await sql.begin(writeBasins)
  } finally {
    await sql.end()
  }
}

/** Fills a migrated database with the demo's lives, dated relative to today. */
export async function seedDemo(ownerUrl: string, say: (line: string) => void): Promise<void> {
  const generator = inProject('lib/population/seed-demo.ts')
  if (!existsSync(generator)) return
  const started = performance.now()
  const { seedDemo: seed } = (await import(pathToFileURL(generator).href)) as { seedDemo: (target: { ownerUrl: string; today: string }) => Promise<unknown> }
  await seed({ ownerUrl, today: todayInParis() })
  say(`Seeded the demo in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/** The civil day in Paris, `YYYY-MM-DD`. */
export function todayInParis(): string {
  return Temporal.Now.plainDateISO('Europe/Paris').toString()
}
