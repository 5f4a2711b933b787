import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '@/tests/support/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('Prisma’s schema and the migrated database say the same', async () => {
  const { stdout } = await promisify(execFile)(
    'node_modules/.bin/prisma',
    ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--script'],
    { env: { ...process.env, DATABASE_URL: database.ownerUrl } },
  )
  expect(stdout.trim()).toBe('-- This is an empty migration.')
})
