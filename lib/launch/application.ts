// The running application: the web server and the worker, as children of the launcher.
import type { ChildProcess, StdioOptions } from 'node:child_process'
import path from 'node:path'
import { ended, healthy, startNode, stopChild } from './processes.ts'
import { dataFolder } from './root.ts'

export interface ApplicationSettings {
  /** Address of the database for the application's role; the owner's never reaches these processes. */
  appUrl: string
  /** Address for the role that counts over all operators: the worker's alone. Without it, no committee gets figures. */
  steeringUrl?: string | undefined
  secret: string
  port: number
  /** What people type in their browser. */
  publicUrl: string
  demo: boolean
  /** Where the children write; the launcher's own output unless told. */
  output?: StdioOptions
}

export interface Application {
  baseUrl: string
  /** Resolves with the exit code of the first child to end. */
  firstEnd: Promise<number>
  stop: () => Promise<void>
}

/**
 * Starts the web server and the worker, and waits until the health check answers.
 * @throws when the web server does not come up
 */
export async function startApplication(settings: ApplicationSettings): Promise<Application> {
  const environment = applicationEnvironment(settings)
  const web = startWeb(settings.port, environment, settings.output)
  const children = [web]
  const baseUrl = `http://localhost:${settings.port}`
  if (!(await healthy(baseUrl, web))) {
    await stopChild(web)
    throw new Error(`The web server did not answer at ${baseUrl}/api/health.`)
  }
  children.push(startNode(['lib/jobs/worker.ts'], workerEnvironment(settings), settings.output))
  return {
    baseUrl,
    firstEnd: Promise.race(children.map(ended)),
    stop: async () => {
      await Promise.all(children.map((child) => stopChild(child)))
    },
  }
}

/** Starts `next start` over the build on disk. */
export function startWeb(port: number, environment: NodeJS.ProcessEnv, output?: StdioOptions): ChildProcess {
  return startNode(['node_modules/next/dist/bin/next', 'start', '--port', String(port)], environment, output)
}

/** The environment of the worker: the web server's, and the address to count over all operators. */
export function workerEnvironment(settings: ApplicationSettings): NodeJS.ProcessEnv {
  return { ...applicationEnvironment(settings), ...(settings.steeringUrl !== undefined && { STEERING_DATABASE_URL: settings.steeringUrl }) }
}

/** The environment of the web server. */
export function applicationEnvironment(settings: ApplicationSettings): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, STEERING_DATABASE_URL: _steering, ...inherited } = process.env
  return {
    ...inherited,
    NODE_ENV: 'production',
    REBOND_STORAGE_FOLDER: process.env.REBOND_STORAGE_FOLDER ?? path.join(dataFolder, 'storage'),
    NEXT_TELEMETRY_DISABLED: '1',
    APP_DATABASE_URL: settings.appUrl,
    NEXTAUTH_SECRET: settings.secret,
    NEXTAUTH_URL: settings.publicUrl,
    PORT: String(settings.port),
    REBOND_DEMO: settings.demo ? '1' : '0',
    // Only a demo may be told what day it is.
    REBOND_CLOCK: settings.demo ? 'settable' : 'real',
  }
}
