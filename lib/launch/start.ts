// `npm start`: everything from nothing to a page in the browser.
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { demoAccountNames, demoEmail, demoPassword, type DemoAccountName } from '../access/demo-accounts.ts'
import { environmentOrExit, type Environment } from '../environment.ts'
import { startApplication, type Application } from './application.ts'
import { demoPasswords, demoUrl, ensureDemoDatabase, migrateAndAdmit, openDemoPostgres, seedDemo } from './demo-database.ts'
import { isFree } from './ports.ts'
import type { PostgresServer } from './postgres.ts'
import { onStop } from './processes.ts'
import { applicationUrl, derivedPassword, steeringPassword, steeringUrl } from './roles.ts'
import { dataFolder } from './root.ts'
import { giveUp, messageOf, say } from './say.ts'
import { demoSecret } from './secret.ts'
import { ensureBuild } from './web-build.ts'

const roleOf: Record<DemoAccountName, string> = {
  conseillere: 'counsellor',
  referent: 'referent',
  responsable: 'manager',
  comite: 'committee member',
  direction: "operator's administrator",
  admin: 'platform administrator',
  admin2: 'platform administrator, the second of two',
}

interface Ready {
  appUrl: string
  steeringUrl: string
  secret: string
  demo: boolean
}

const launcherFile = path.join(dataFolder, 'launcher')
/** What the web server and the worker say: the terminal keeps to what a person can use. */
const log = path.join(dataFolder, 'application.log')
const begun = performance.now()

const environment = environmentOrExit()
const demoAsked = environment.REBOND_DEMO || process.argv.includes('--demo')
let postgres: PostgresServer | undefined
let application: Application | undefined
let stopping = false

onStop(() => void close(0))
await refuseSecondLauncher()
if (!(await isFree(environment.PORT))) giveUp(`Port ${environment.PORT} is taken by another program. Choose another: PORT=3001 npm start`)
mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
writeFileSync(launcherFile, `${process.pid} ${environment.PORT}`)
const output = openSync(log, 'w')

try {
  const [database] = await Promise.all([environment.DATABASE_URL ? realDatabase(environment, environment.DATABASE_URL) : demoDatabase(), ensureBuild(say)])
  application = await startApplication({
    ...database,
    port: environment.PORT,
    publicUrl: environment.NEXTAUTH_URL ?? `http://localhost:${environment.PORT}`,
    output: ['ignore', output, output],
  })
  greet(database.demo)
  const code = await application.firstEnd
  sayEndOfLog('A part of Rebond stopped by itself.')
  await close(code || 1)
} catch (error) {
  sayEndOfLog(messageOf(error))
  await close(1)
}

async function demoDatabase(): Promise<Ready> {
  const secret = environment.NEXTAUTH_SECRET ?? demoSecret()
  postgres = await openDemoPostgres()
  const made = await ensureDemoDatabase(postgres, say)
  if (!made) say('The demo is as you left it (npm run reset-demo starts over).')
  const passwords = demoPasswords(postgres)
  return { appUrl: applicationUrl(demoUrl(postgres), passwords.application), steeringUrl: steeringUrl(demoUrl(postgres), passwords.steering), secret, demo: true }
}

async function realDatabase({ NEXTAUTH_SECRET, APP_DATABASE_URL, STEERING_DATABASE_URL }: Environment, ownerUrl: string): Promise<Ready> {
  const secret = NEXTAUTH_SECRET ?? giveUp('NEXTAUTH_SECRET is required with DATABASE_URL.', 2)
  const given = (url: string | undefined) => url && decodeURIComponent(new URL(url).password)
  const passwords = { application: given(APP_DATABASE_URL) ?? derivedPassword(secret, 'application'), steering: given(STEERING_DATABASE_URL) ?? steeringPassword(ownerUrl, secret) }
  const { wasEmpty } = await migrateAndAdmit(ownerUrl, passwords, say)
  if (demoAsked && wasEmpty) await seedDemo(ownerUrl, say)
  return { appUrl: APP_DATABASE_URL ?? applicationUrl(ownerUrl, passwords.application), steeringUrl: STEERING_DATABASE_URL ?? steeringUrl(ownerUrl, passwords.steering), secret, demo: demoAsked }
}

/** A killed launcher's children stop by themselves within seconds; a living one is left alone. */
async function refuseSecondLauncher(): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const other = livingLauncher()
    if (other === undefined) return
    if (attempt === 19) giveUp(`Rebond is already running at http://localhost:${other.port} (process ${other.pid}).`)
    await pause(250)
  }
}

function livingLauncher(): { pid: number; port: string } | undefined {
  if (!existsSync(launcherFile)) return undefined
  const [pid, port] = readFileSync(launcherFile, 'utf8').split(' ')
  const number = Number(pid)
  if (number === process.pid || port === undefined) return undefined
  try {
    process.kill(number, 0)
  } catch {
    return undefined
  }
  // The number may have gone to a stranger since.
  const words = existsSync(`/proc/${number}/cmdline`) ? readFileSync(`/proc/${number}/cmdline`, 'utf8') : 'start.ts'
  return words.includes('start.ts') ? { pid: number, port } : undefined
}

function greet(demo: boolean): void {
  const lines = [``, `Rebond is ready at ${environment.NEXTAUTH_URL ?? application?.baseUrl} (${((performance.now() - begun) / 1000).toFixed(0)} s)`]
  if (demo) {
    lines.push('', `Demo accounts, password ${demoPassword}:`)
    for (const name of demoAccountNames) lines.push(`  ${demoEmail(name).padEnd(32)} ${roleOf[name]}`)
  }
  lines.push('', `What it does is written to ${path.relative(process.cwd(), log)}. Ctrl-C stops it.`, '')
  process.stdout.write(lines.join('\n'))
}

function sayEndOfLog(message: string): void {
  if (stopping) return
  say(message)
  if (!existsSync(log)) return
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15)
  if (lines.join('') !== '') say(`The end of ${log}:\n${lines.join('\n')}`)
}

async function close(code: number): Promise<void> {
  // A signal and a child's end may both come here: the first one closes.
  if (stopping) return await new Promise(() => undefined)
  stopping = true
  await application?.stop()
  await postgres?.stop()
  rmSync(launcherFile, { force: true })
  process.exit(code)
}
