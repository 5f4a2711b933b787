// For the `database` project, whose files share one load of the code in each worker: what a file set for the whole process
// ends with it, as if each had a process of its own.
import { afterAll, vi } from 'vitest'
import { closeDatabase } from '@/lib/database/client.ts'
import { stopListening } from '@/lib/live/hub.ts'
import { forgetStorage } from '@/lib/storage/index.ts'

const environment = { ...process.env }

// Registered before any of the file's own: it runs after them.
afterAll(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await stopListening()
  await closeDatabase()
  forgetStorage()
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})
