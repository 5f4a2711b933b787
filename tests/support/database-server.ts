// One Postgres for the whole run of database tests: started once, migrated once into a template
// that each test file copies.
import type { TestProject } from 'vitest/node'
import { startTestServer } from './test-server.ts'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  project.provide('databaseServer', { adminUrl: server.adminUrl, template: server.template, applicationPassword: server.applicationPassword, steeringPassword: server.steeringPassword })
  return server.stop
}

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: { adminUrl: string; template: string; applicationPassword: string; steeringPassword: string }
  }
}
