// `npm run seed`: generated lives into the database of DATABASE_URL, or into the demo's.
import { migrateAndAdmit } from './demo-database.ts'
import { withOwnerDatabase } from './owner-database.ts'
import { ended, onStop, startNode, stopChild } from './processes.ts'
import { giveUp, messageOf, say } from './say.ts'

try {
  process.exitCode = await withOwnerDatabase(async ({ ownerUrl, passwords }) => {
    await migrateAndAdmit(ownerUrl, passwords, say)
    const generator = startNode(['lib/population/seed.ts', ...process.argv.slice(2)], { ...process.env, DATABASE_URL: ownerUrl })
    onStop(() => void stopChild(generator))
    return await ended(generator)
  })
} catch (error) {
  giveUp(messageOf(error))
}
