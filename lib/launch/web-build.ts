// `next build` takes a minute on a small machine: it runs again only when what it reads has changed.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ended, startNode } from './processes.ts'
import { inProject, projectRoot } from './root.ts'

const sources = ['app', 'components', 'lib', 'prisma/schema.prisma', 'public', 'next.config.js', 'proxy.ts', 'instrumentation.ts', 'tsconfig.json', 'package-lock.json']
/** Read by no page: the launcher and the generator of populations. */
const notBuilt = new Set([path.join('lib', 'launch'), path.join('lib', 'population')])
const stamp = inProject('.next/rebond-sources')

/** @returns whether the build on disk was made from the sources on disk */
export function buildIsCurrent(): boolean {
  return existsSync(stamp) && existsSync(inProject('.next/BUILD_ID')) && readFileSync(stamp, 'utf8') === hashOfSources()
}

/**
 * Builds the web application unless the build is current. Two builds never run at once.
 * @returns whether it built
 * @throws with the end of the build's output when it fails
 */
export async function ensureBuild(say: (line: string) => void): Promise<boolean> {
  if (buildIsCurrent()) return false
  const release = await takeTurn(say)
  try {
    if (buildIsCurrent()) return false
    say('Building the web application, about a minute the first time…')
    // Hashed before: a source edited meanwhile makes this build stale, as it is.
    const hash = hashOfSources()
    rmSync(stamp, { force: true })
    const log = inProject('.data/build.log')
    const output = openSync(log, 'w')
    const child = startNode(['node_modules/next/dist/bin/next', 'build'], buildEnvironment(), ['ignore', output, output])
    const code = await ended(child)
    closeSync(output)
    if (code !== 0) throw new Error(`next build failed. The end of ${path.relative(projectRoot, log)}:\n${readFileSync(log, 'utf8').split('\n').slice(-40).join('\n')}`)
    writeFileSync(stamp, hash)
    return true
  } finally {
    release()
  }
}

function buildEnvironment(): NodeJS.ProcessEnv {
  // No address, no secret: a build reads neither, so that one build serves everywhere.
  const { DATABASE_URL: _owner, APP_DATABASE_URL: _application, STEERING_DATABASE_URL: _steering, NEXTAUTH_SECRET: _secret, ...rest } = process.env
  return { ...rest, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const read = (place: string): void => {
    const full = inProject(place)
    if (notBuilt.has(place) || !existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const entry of readdirSync(full).sort()) read(path.join(place, entry))
      return
    }
    hash.update(`${place}\0`).update(readFileSync(full)).update('\0')
  }
  for (const source of sources) read(source)
  return hash.digest('hex')
}

/** Waits for another process's build to end; a lock whose process is gone is nobody's. */
async function takeTurn(say: (line: string) => void): Promise<() => void> {
  mkdirSync(inProject('.data'), { recursive: true, mode: 0o755 })
  const lock = inProject('.data/build.lock')
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!alive(lock)) rmSync(lock, { force: true })
      else if (!told) {
        say('Another process is building: waiting for it…')
        told = true
      }
    }
    await pause(300)
  }
}

function alive(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
