// The commands of docker-compose.yml, run as it runs them: an owner for the migration, a role that owns
// nothing for the rest. In the browser step, because `serve` needs the build.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { connected, createDatabase, dropDatabase, withDatabase } from '@/lib/launch/database.ts'
import { freePort } from '@/lib/launch/ports.ts'
import { healthy, stopChild } from '@/lib/launch/processes.ts'
import { applicationUrl, steeringUrl } from '@/lib/launch/roles.ts'
import { projectRoot } from '@/lib/launch/root.ts'

// Two migrations and a server's start, beside another test that does as much: not a matter of seconds on a busy machine.
test.describe.configure({ timeout: 150_000 })

interface Run {
  child: ChildProcess
  output: () => string
  /** Its exit code, once all it said has been read: a process is gone before its last words are. */
  end: Promise<number | null>
}

function npmRun(script: string, environment: Record<string, string>): Run {
  const { DATABASE_URL: _owner, REBOND_DEMO: _demo, ...rest } = process.env
  const child = spawn('npm', ['run', '--silent', script], { cwd: projectRoot, env: { ...rest, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)))
  return { child, output: () => text, end: new Promise((resolve) => child.once('close', resolve)) }
}

/** Roles are the server's: their passwords stay those that every test database knows, whoever migrates. */
function roleAddresses(ownerUrl: string): Record<string, string> {
  return {
    APP_DATABASE_URL: applicationUrl(ownerUrl, process.env.REBOND_TEST_APPLICATION_PASSWORD ?? ''),
    STEERING_DATABASE_URL: steeringUrl(ownerUrl, process.env.REBOND_TEST_STEERING_PASSWORD ?? ''),
  }
}

test('migrate, serve and worker run in production as the composition starts them', async () => {
  const adminUrl = process.env.REBOND_TEST_ADMIN_URL ?? ''
  const name = `rebond_production_${process.pid}`
  await createDatabase(adminUrl, name)
  const ownerUrl = withDatabase(adminUrl, name)
  const port = await freePort()
  const application = {
    ...roleAddresses(ownerUrl),
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    NEXTAUTH_URL: `http://localhost:${port}`,
  }
  const running: ChildProcess[] = []
  try {
    const migrate = npmRun('migrate', { ...application, DATABASE_URL: ownerUrl })
    expect(await migrate.end, migrate.output()).toBe(0)
    const again = npmRun('migrate', { ...application, DATABASE_URL: ownerUrl })
    expect(await again.end, again.output()).toBe(0)
    expect(again.output()).toContain('up to date')

    const web = npmRun('serve', { ...application, PORT: String(port) })
    const worker = npmRun('worker', application)
    running.push(web.child, worker.child)
    expect(await healthy(`http://localhost:${port}`, web.child), web.output()).toBe(true)
    expect((await fetch(`http://localhost:${port}/`)).ok).toBe(true)
    expect(worker.child.exitCode, worker.output()).toBeNull()
    // No demo where nobody asked for one.
    await connected(ownerUrl, async (client) => expect((await client.query('select 1 from account')).rowCount).toBe(0))
  } finally {
    await Promise.all(running.map((child) => stopChild(child)))
    await dropDatabase(adminUrl, name)
  }
})

test('npm start on a database of one’s own seeds nothing and names no account', async () => {
  const adminUrl = process.env.REBOND_TEST_ADMIN_URL ?? ''
  const name = `rebond_own_${process.pid}`
  await createDatabase(adminUrl, name)
  const ownerUrl = withDatabase(adminUrl, name)
  const folder = mkdtempSync(path.join(tmpdir(), 'rebond-own-'))
  const port = await freePort()
  const { child, output } = npmRun('start', {
    DATABASE_URL: ownerUrl,
    ...roleAddresses(ownerUrl),
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    REBOND_DATA_FOLDER: folder,
    PORT: String(port),
  })
  try {
    expect(await healthy(`http://localhost:${port}`, child), output()).toBe(true)
    expect(output()).not.toContain('demo.rebond.test')
    await connected(ownerUrl, async (client) => {
      expect((await client.query('select 1 from operator')).rowCount).toBe(0)
      expect((await client.query('select 1 from account')).rowCount).toBe(0)
    })
  } finally {
    await stopChild(child)
    await dropDatabase(adminUrl, name)
    rmSync(folder, { recursive: true, force: true })
  }
})

test('serve refuses to start without a secret, and says which variable', async () => {
  const serve = npmRun('serve', { APP_DATABASE_URL: 'postgresql://rebond_app:x@127.0.0.1:1/rebond', NEXTAUTH_SECRET: '' })
  expect(await serve.end).not.toBe(0)
  expect(serve.output()).toContain('NEXTAUTH_SECRET')
})
