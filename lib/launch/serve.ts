// `npm run serve`: the web server alone, over a database migrated elsewhere. For production, where
// several of these may stand behind one address.
import { environmentOrExit } from '../environment.ts'
import { applicationEnvironment, startWeb } from './application.ts'
import { ended, onStop, stopChild } from './processes.ts'
import { applicationUrl, derivedPassword } from './roles.ts'
import { giveUp, messageOf, say } from './say.ts'
import { ensureBuild } from './web-build.ts'

const { APP_DATABASE_URL, DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, PORT, REBOND_DEMO } = environmentOrExit()
const secret = NEXTAUTH_SECRET ?? giveUp('NEXTAUTH_SECRET is required: `openssl rand -base64 48` makes one.', 2)
const appUrl = APP_DATABASE_URL ?? (DATABASE_URL && applicationUrl(DATABASE_URL, derivedPassword(secret, 'application'))) ?? giveUp('APP_DATABASE_URL or DATABASE_URL is required; npm start brings a database of its own.', 2)

try {
  await ensureBuild(say)
} catch (error) {
  giveUp(messageOf(error))
}
const web = startWeb(PORT, applicationEnvironment({ appUrl, secret, port: PORT, publicUrl: NEXTAUTH_URL ?? `http://localhost:${PORT}`, demo: REBOND_DEMO }))
onStop(() => void stopChild(web))
process.exitCode = await ended(web)
