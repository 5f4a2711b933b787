// `npm run serve`: the web server alone, over a database migrated elsewhere. For production, where
// several of these may stand behind one address.
import { applicationEnvironment, startWeb } from './application.ts'
import { ended, onStop, stopChild } from './processes.ts'
import { productionSettings } from './production.ts'
import { giveUp, messageOf, say } from './say.ts'
import { ensureBuild } from './web-build.ts'

const settings = productionSettings()
try {
  await ensureBuild(say)
} catch (error) {
  giveUp(messageOf(error))
}
const web = startWeb(settings.port, applicationEnvironment(settings))
onStop(() => void stopChild(web))
process.exitCode = await ended(web)
