// `npm run build`: the web application, ready to serve.
import { giveUp, messageOf, say } from './say.ts'
import { ensureBuild } from './web-build.ts'

try {
  say((await ensureBuild(say)) ? 'Built.' : 'The build is current.')
} catch (error) {
  giveUp(messageOf(error))
}
