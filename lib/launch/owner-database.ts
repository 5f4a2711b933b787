// The commands that work on the tables as their owner: on the server of DATABASE_URL, or on the
// demo's, started for as long as the command runs unless it runs already.
import { environmentOrExit } from '../environment.ts'
import { demoPasswords, demoUrl, openDemoPostgres, type RolePasswords } from './demo-database.ts'
import { derivedPassword, steeringPassword } from './roles.ts'
import { giveUp } from './say.ts'

export interface OwnerDatabase {
  ownerUrl: string
  /** The passwords of the roles that sign in. */
  passwords: RolePasswords
  /** Whether this is a demo: the only place where the day can be set. */
  demo: boolean
}

/** Runs `work` with the owner's address, then stops what it had to start. */
export async function withOwnerDatabase<Outcome>(work: (database: OwnerDatabase) => Promise<Outcome>): Promise<Outcome> {
  const environment = environmentOrExit()
  if (environment.DATABASE_URL) {
    const { DATABASE_URL, APP_DATABASE_URL, STEERING_DATABASE_URL } = environment
    const secret = () => environment.NEXTAUTH_SECRET ?? giveUp('NEXTAUTH_SECRET is required with DATABASE_URL.', 2)
    const given = (url: string | undefined) => url && decodeURIComponent(new URL(url).password)
    return await work({
      ownerUrl: DATABASE_URL,
      passwords: {
        application: given(APP_DATABASE_URL) ?? derivedPassword(secret(), 'application'),
        steering: given(STEERING_DATABASE_URL) ?? steeringPassword(DATABASE_URL, secret()),
      },
      demo: environment.REBOND_DEMO,
    })
  }
  const postgres = await openDemoPostgres()
  try {
    return await work({ ownerUrl: demoUrl(postgres), passwords: demoPasswords(postgres), demo: true })
  } finally {
    if (postgres.started) await postgres.stop()
  }
}
