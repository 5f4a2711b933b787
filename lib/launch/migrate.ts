// `npm run migrate`: brings the database to the current schema and lets the application's role in.
import { migrateAndAdmit } from './demo-database.ts'
import { withOwnerDatabase } from './owner-database.ts'
import { giveUp, messageOf, say } from './say.ts'

try {
  await withOwnerDatabase(async ({ ownerUrl, passwords }) => {
    const { applied } = await migrateAndAdmit(ownerUrl, passwords, say)
    if (applied.length === 0) say('The database is up to date.')
  })
} catch (error) {
  giveUp(messageOf(error))
}
