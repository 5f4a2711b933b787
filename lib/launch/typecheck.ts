// `npm run typecheck`: the types Next derives from the routes, then every file of the project.
import { existsSync } from 'node:fs'
import { ended, startNode } from './processes.ts'
import { inProject } from './root.ts'

const typegen = existsSync(inProject('app')) ? await ended(startNode(['node_modules/next/dist/bin/next', 'typegen'], process.env, ['ignore', 'ignore', 'inherit'])) : 0
process.exitCode = typegen || (await ended(startNode(['node_modules/typescript/bin/tsc', '--noEmit'], process.env)))
