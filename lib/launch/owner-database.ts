// The commands that work on the tables as their owner: on the server of DATABASE_URL, or on the
// demo's, started for as long as the command runs unless it runs already.
import { environmentOrExit } from '../environment.ts'
import { demoApplicationPassword, demoUrl, openDemoPostgres } from './demo-database.ts'
import { derivedPassword } from './roles.ts'
import { giveUp } from './say.ts'

export interface OwnerDatabase {
  ownerUrl: string
  /** The password of the application's role. */
  applicationPassword: string
  /** Whether this is a demo: the only place where the day can be set. */
  demo: boolean
}

/** Runs `work` with the owner's address, then stops what it had to start. */
export async function withOwnerDatabase<Outcome>(work: (database: OwnerDatabase) => Promise<Outcome>): Promise<Outcome> {
  const environment = environmentOrExit()
  if (environment.DATABASE_URL) {
    const given = environment.APP_DATABASE_URL && decodeURIComponent(new URL(environment.APP_DATABASE_URL).password)
    return await work({
      ownerUrl: environment.DATABASE_URL,
      applicationPassword: given ?? derivedPassword(environment.NEXTAUTH_SECRET ?? giveUp('NEXTAUTH_SECRET is required with DATABASE_URL.', 2), 'application'),
      demo: environment.REBOND_DEMO,
    })
  }
  const postgres = await openDemoPostgres()
  try {
    return await work({ ownerUrl: demoUrl(postgres), applicationPassword: demoApplicationPassword(), demo: true })
  } finally {
    if (postgres.started) await postgres.stop()
  }
}
