// `npm run lint`: the house rules of .oxlintrc.json, with types.
import { existsSync } from 'node:fs'
import { ended, startNode } from './processes.ts'
import { inProject } from './root.ts'

const folders = ['app', 'components', 'lib', 'prisma', 'tests'].filter((folder) => existsSync(inProject(folder)))
process.exitCode = await ended(startNode(['node_modules/oxlint/bin/oxlint', '--type-aware', ...folders, ...process.argv.slice(2)], process.env))
