// `npm run worker`: the daily job and the outbox, over a database migrated elsewhere.
import { workerEnvironment } from './application.ts'
import { ended, onStop, startNode, stopChild } from './processes.ts'
import { productionSettings } from './production.ts'

const worker = startNode(['lib/jobs/worker.ts', ...process.argv.slice(2)], workerEnvironment(productionSettings()))
onStop(() => void stopChild(worker))
process.exitCode = await ended(worker)
