// `npm run reset-demo`: a new demo in place of the old one, whether or not Rebond is running.
import { makeDemoDatabase, openDemoPostgres } from './demo-database.ts'
import { giveUp, messageOf, say } from './say.ts'

if (process.env.DATABASE_URL) giveUp('DATABASE_URL is set: reset-demo only knows the demo that npm start makes. Unset it to go on.', 2)
try {
  const postgres = await openDemoPostgres()
  try {
    await makeDemoDatabase(postgres, say)
  } finally {
    if (postgres.started) await postgres.stop()
  }
  say(postgres.started ? 'The demo is new. Start it with npm start.' : 'The demo is new. Rebond is running: sign in again.')
} catch (error) {
  giveUp(messageOf(error))
}
