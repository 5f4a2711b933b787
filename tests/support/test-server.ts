import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDatabase, dropDatabase, withDatabase } from '@/lib/launch/database.ts'
import { applyMigrations } from '@/lib/launch/migrations.ts'
import { openPostgres } from '@/lib/launch/postgres.ts'
import { applicationRoleExists, derivedPassword, giveApplicationPassword, giveSteeringPassword } from '@/lib/launch/roles.ts'

export interface TestServer {
  /** Superuser address of the server's own `postgres` database. */
  adminUrl: string
  /** A migrated database nobody is connected to. */
  template: string
  applicationPassword: string
  steeringPassword: string
  stop: () => Promise<void>
}

/** Passwords of throwaway servers follow from this; a real server of tests may bring its own secret. */
const testSecret = process.env.NEXTAUTH_SECRET ?? 'a secret for tests only, of no value'

/**
 * Starts a throwaway Postgres, or uses the one of TEST_DATABASE_URL, and migrates a template database.
 * @param fill called once with the template's owner address, to put rows every copy will have
 */
export async function startTestServer(fill?: (ownerUrl: string) => Promise<void>): Promise<TestServer> {
  const template = `rebond_template_${process.pid}`
  const applicationPassword = derivedPassword(testSecret, 'application')
  const steeringPassword = derivedPassword(testSecret, 'steering')
  const { adminUrl, stop } = await testPostgres()
  try {
    await createDatabase(adminUrl, template)
    const ownerUrl = withDatabase(adminUrl, template)
    await applyMigrations(ownerUrl)
    if (await applicationRoleExists(ownerUrl)) await giveApplicationPassword(ownerUrl, applicationPassword)
    await giveSteeringPassword(ownerUrl, steeringPassword)
    await fill?.(ownerUrl)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    adminUrl,
    template,
    applicationPassword,
    steeringPassword,
    stop: async () => {
      await dropDatabase(adminUrl, template).catch(() => undefined)
      await stop()
    },
  }
}

async function testPostgres(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  if (process.env.TEST_DATABASE_URL) return { adminUrl: process.env.TEST_DATABASE_URL, stop: async () => undefined }
  const folder = mkdtempSync(path.join(tmpdir(), 'rebond-test-'))
  chmodSync(folder, 0o755)
  const server = await openPostgres({ directory: path.join(folder, 'postgres'), password: derivedPassword(testSecret, 'owner'), volatile: true })
  return {
    adminUrl: server.url('postgres'),
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
