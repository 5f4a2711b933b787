import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createDatabase, dropDatabase, withDatabase } from '@/lib/launch/database.ts'
import { applyMigrations } from '@/lib/launch/migrations.ts'
import { inProject } from '@/lib/launch/root.ts'
import { freshDatabase, type FreshDatabase } from '@/tests/support/fresh-database.ts'

// Prisma's own commands, over the engine that comes with the packages.
function prisma(url: string, ...words: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', ...words], { cwd: inProject(), env: { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }, encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

describe('prisma migrate', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  test('says a database migrated by the launcher is up to date', () => {
    const { status, text } = prisma(database.ownerUrl, 'migrate', 'status')
    expect(text).toContain('Database schema is up to date')
    expect(status).toBe(0)
  })

  test('deploys to an empty database what the launcher then finds done', async () => {
    const { adminUrl } = inject('databaseServer')
    const name = `rebond_deploy_${randomUUID().replaceAll('-', '')}`
    await createDatabase(adminUrl, name)
    try {
      const { status, text } = prisma(withDatabase(adminUrl, name), 'migrate', 'deploy')
      expect(status, text).toBe(0)
      expect((await applyMigrations(withDatabase(adminUrl, name))).applied).toEqual([])
    } finally {
      await dropDatabase(adminUrl, name)
    }
  })

  test('finds no table, column or index on which schema and migrations disagree', () => {
    const { status, text } = prisma(database.ownerUrl, 'migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--exit-code')
    expect(status, text).toBe(0)
  })
})
