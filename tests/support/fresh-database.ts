// For the `database` project of vitest: a database of one's own, migrated and empty.
//
//   let database: FreshDatabase
//   beforeAll(async () => { database = await freshDatabase() })
//   afterAll(() => database.drop())
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { createDatabase, dropDatabase, withDatabase } from '@/lib/launch/database.ts'
import { applicationUrl, steeringUrl } from '@/lib/launch/roles.ts'

export interface FreshDatabase {
  /** Address as the owner of the tables: what migrations and the generator use. */
  ownerUrl: string
  /** Address as the application's role, which owns nothing: what lib/database and lib/cases use. */
  appUrl: string
  /** Address as the role that counts over all operators. */
  steeringUrl: string
  /** Drops the database, cutting what is still connected to it. */
  drop: () => Promise<void>
}

/** @returns a migrated database nobody else uses; takes about 0.1 s */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { adminUrl, template, applicationPassword, steeringPassword } = inject('databaseServer')
  const name = `rebond_test_${randomUUID().replaceAll('-', '')}`
  await createDatabase(adminUrl, name, template)
  const ownerUrl = withDatabase(adminUrl, name)
  return { ownerUrl, appUrl: applicationUrl(ownerUrl, applicationPassword), steeringUrl: steeringUrl(ownerUrl, steeringPassword), drop: () => dropDatabase(adminUrl, name) }
}
