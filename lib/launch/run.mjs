// The first thing every npm command runs. It must work before anything is installed, on any
// Node from 20 up, so it imports nothing but Node itself. It installs when the lock file has
// changed, generates the database client when the schema has changed, then hands over to the
// Node that came with the packages.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..')

/** Command name → [module, what it does]. */
const commands = {
  start: ['lib/launch/start.ts', 'start Rebond: database, demo, build, web and worker'],
  test: ['lib/launch/test.ts', 'run every check; name steps to run only those'],
  'reset-demo': ['lib/launch/reset-demo.ts', 'throw the demo away and make a new one'],
  'demo-day': ['lib/launch/demo-day.ts', 'set the day the demo believes it is, or `real`'],
  seed: ['lib/launch/seed.ts', 'fill the database with generated lives'],
  simulate: ['lib/accord/simulate/command.ts', 'facts in, dated and cited file out'],
  migrate: ['lib/launch/migrate.ts', 'bring the database to the current schema'],
  'first-admin': ['lib/launch/first-admin.ts', 'make the first account of a database of your own'],
  build: ['lib/launch/build.ts', 'build the web application'],
  serve: ['lib/launch/serve.ts', 'serve the web application'],
  worker: ['lib/launch/worker.ts', 'run the daily job and the queue'],
  'rule-tests': ['lib/launch/rule-tests.ts', 'write which tests hold which rule, for the rules page'],
  typecheck: ['lib/launch/typecheck.ts', 'check types'],
  lint: ['lib/launch/lint.ts', 'check the house rules'],
  mutation: ['lib/launch/mutation.ts', 'put small faults into the law and count those its tests find'],
  fuzz: ['lib/launch/fuzz.ts', 'send calls of all sorts to the simulator, and judge every answer'],
  bench: ['lib/launch/bench.ts', 'time the law beside other ways to compute it'],
}

const [name, ...rest] = process.argv.slice(2)
if (name === undefined || !Object.hasOwn(commands, name)) {
  process.stderr.write(`usage: npm run <command>\n${Object.entries(commands).map(([command, [, purpose]]) => `  ${command.padEnd(12)} ${purpose}\n`).join('')}`)
  process.exit(2)
}
const [module, purpose] = commands[name]
const say = (line) => process.stderr.write(`${line}\n`)

// The generator and the simulator have options of their own to tell.
if (rest[0] === '--help' && name !== 'seed' && name !== 'simulate') {
  process.stdout.write(`npm run ${name}: ${purpose}\n`)
  process.exit(existsSync(path.join(root, module)) ? 0 : 2)
}

install()
generateClient()
handOver()

function digest(file) {
  return createHash('sha256').update(readFileSync(path.join(root, file))).digest('hex')
}

/** Runs `work` unless the stamp already holds this value, then writes the stamp. */
function once(stamp, value, work) {
  const file = path.join(root, stamp)
  if (existsSync(file) && readFileSync(file, 'utf8') === value) return
  work()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, value)
}

function install() {
  if (installed()) return
  say('Installing packages (npm ci), about a minute the first time…')
  // stdout is the command's own: `simulate` is piped into other programs.
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (result.status !== 0) fail('npm ci failed: see above.', result.status)
}

/** Whether node_modules holds what the lock file asks: npm writes what it installed, last of all. */
function installed() {
  const record = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const present = packages(record)
  return Object.entries(packages(path.join(root, 'package-lock.json'))).every(([place, asked]) => {
    if (place === '' || asked.link) return true
    // An optional package of another platform is rightly absent.
    return present[place] === undefined ? asked.optional === true : present[place].version === asked.version
  })
}

function generateClient() {
  if (['simulate', 'fuzz', 'bench'].includes(name) || !existsSync(path.join(root, 'prisma/schema.prisma'))) return
  const client = path.join(root, 'lib/database/generated')
  const stamp = path.join(root, 'node_modules/.rebond-generated')
  if (!existsSync(client)) rmSync(stamp, { force: true })
  once('node_modules/.rebond-generated', digest('prisma/schema.prisma') + digest('package-lock.json'), () => {
    say('Generating the database client…')
    const result = spawnSync(bundledNode(), ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], { cwd: root, env: withBundledNode(), encoding: 'utf8' })
    if (result.status !== 0) fail(`prisma generate failed:\n${result.stdout}${result.stderr}`, result.status)
  })
}

/** The Node of node_modules, or the running one where the platform has no package for it. */
function bundledNode() {
  const bundled = path.join(root, 'node_modules/.bin/node')
  if (existsSync(bundled)) return bundled
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath
  return fail(`Rebond needs Node 26 to run and finds no package of it for ${process.platform}-${process.arch}: install Node 26 and run the command again.`, 1)
}

function withBundledNode() {
  return { ...process.env, PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}` }
}

function handOver() {
  if (!existsSync(path.join(root, module))) fail(`npm run ${name}: ${module} does not exist.`, 2)
  const child = spawn(bundledNode(), ['--disable-warning=ExperimentalWarning', module, ...rest], { cwd: root, env: withBundledNode(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // The child stops when this channel closes, however this process ends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const parents = ancestors()
  setInterval(() => { if (ancestors() !== parents) child.kill('SIGTERM') }, 1000).unref()
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

/**
 * Who would miss this process: npm, and the shell npm may put in between. Killing npm leaves that
 * shell alive, hence the look at its own parent (on Linux, where the look is free).
 */
function ancestors() {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return String(parent)
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
    const shell = /\((sh|dash|bash)\)/.test(stat)
    return shell ? `${parent} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}` : String(parent)
  } catch {
    return String(parent)
  }
}

function fail(message, code) {
  say(message)
  process.exit(code || 1)
}
