// A listener outlives its database: made anew under it (npm run reset-demo), it is heard again.
import { inject, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { openDriver } from '@/lib/database/driver.ts'
import { keepListeningTo, listenTo } from '@/lib/database/listen.ts'
import { connected, createDatabase, dropDatabase, withDatabase } from '@/lib/launch/database.ts'

test('a database dropped under a listener, missing for a while and made anew, is listened to again', { timeout: 60_000 }, async () => {
  const { adminUrl } = inject('databaseServer')
  const name = `rebond_test_${randomUUID().replaceAll('-', '')}`
  const url = withDatabase(adminUrl, name)
  await createDatabase(adminUrl, name)
  const sql = openDriver(url)
  let heard = 0
  const stop = await listenTo(sql, 'made_anew', () => { heard += 1 })
  expect(heard).toBe(1)
  await dropDatabase(adminUrl, name)
  // Long enough for several attempts to find no database.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  await createDatabase(adminUrl, name)
  await expect.poll(() => heard, { timeout: 30_000 }).toBe(2)
  await connected(url, (client) => client.query('notify made_anew'))
  await expect.poll(() => heard, { timeout: 10_000 }).toBe(3)
  await stop()
  await sql.end({ timeout: 5 })
  await dropDatabase(adminUrl, name)
})

test('a database that is missing at the first try is listened to once it is there', { timeout: 60_000 }, async () => {
  const { adminUrl } = inject('databaseServer')
  const name = `rebond_test_${randomUUID().replaceAll('-', '')}`
  let heard = 0
  let failures = 0
  const listening = keepListeningTo(withDatabase(adminUrl, name), 'made_late', () => { heard += 1 }, () => { failures += 1; return false })
  await expect.poll(() => failures, { timeout: 10_000 }).toBeGreaterThan(0)
  await createDatabase(adminUrl, name)
  const stop = await listening
  expect(heard).toBe(1)
  await stop()
  await dropDatabase(adminUrl, name)
})

test('it gives up when told to', async () => {
  const { adminUrl } = inject('databaseServer')
  const stop = await keepListeningTo(withDatabase(adminUrl, 'rebond_of_nobody'), 'never', () => undefined, () => true)
  await expect(stop()).resolves.toBeUndefined()
})
