import { expect, test } from 'vitest'
import { connected, databaseName } from '@/lib/launch/database.ts'
import { applyMigrations } from '@/lib/launch/migrations.ts'
import { freshDatabase } from '@/tests/support/fresh-database.ts'

test('a fresh database is migrated, stands alone, and drops under an open connection', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  expect(databaseName(one.ownerUrl)).not.toBe(databaseName(other.ownerUrl))
  await connected(one.ownerUrl, async (client) => {
    await client.query('create table only_here (id int)')
    expect((await client.query("select to_regclass('only_here') as found")).rows[0].found).toBe('only_here')
  })
  await connected(other.ownerUrl, async (client) => {
    expect((await client.query("select to_regclass('only_here') as found")).rows[0].found).toBeNull()
  })
  expect((await applyMigrations(one.ownerUrl)).applied).toEqual([])
  await one.drop()
  await other.drop()
})
