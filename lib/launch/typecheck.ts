// `npm run typecheck`: the types Next derives from the routes, then every file of the project.
import { existsSync } from 'node:fs'
import { ended, startNode } from './processes.ts'
import { inProject } from './root.ts'

// Whole each time: what the compiler keeps from a run made in the middle of an edit may tell of errors long gone.
const typegen = existsSync(inProject('app')) ? await ended(startNode(['node_modules/next/dist/bin/next', 'typegen'], process.env, ['ignore', 'ignore', 'inherit'])) : 0
process.exitCode = typegen || (await ended(startNode(['node_modules/typescript/bin/tsc', '--noEmit', '--incremental', 'false'], process.env)))
