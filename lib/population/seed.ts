// `npm run seed -- --active 1000 --past 10000 --seed 1`: a population into the database of DATABASE_URL.
import { parseArgs } from 'node:util'
import { fromPlainDate, parseDay } from '../accord/index.ts'
import { seedPopulation } from './seed-population.ts'

const USAGE = `usage: npm run seed -- [--active N] [--past M] [--seed S] [--today YYYY-MM-DD] [--password P]
  --active    people followed today (1000)
  --past      people whose file is over (5 times as many)
  --seed      letters and digits; the same seed gives the same lives (1)
  --today     the day they are dated from (today in Paris)
  --password  lets the population's people sign in; without one, nobody can
`

function wrong(message: string): never {
  process.stderr.write(`${message}\n${USAGE}`)
  process.exit(2)
}

function asked() {
  try {
    return parseArgs({
      options: {
        active: { type: 'string', default: '1000' },
        past: { type: 'string' },
        seed: { type: 'string', default: '1' },
        today: { type: 'string' },
        password: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

function count(name: string, text: string): number {
  if (!/^\d{1,8}$/u.test(text)) wrong(`--${name} is a whole number, not ${text}`)
  return Number(text)
}

const options = asked()
if (options.help) {
  process.stdout.write(USAGE)
  process.exit(0)
}
const active = count('active', options.active)
const past = options.past === undefined ? active * 5 : count('past', options.past)
if (!/^[a-z0-9]{1,20}$/u.test(options.seed)) wrong(`--seed is made of small letters and digits, not ${options.seed}`)
if (options.password !== undefined && options.password.length < 10) wrong('--password has at least 10 characters')
const today = options.today === undefined ? fromPlainDate(Temporal.Now.plainDateISO('Europe/Paris')) : parseDay(options.today)
if (today === null) wrong(`--today is a day as 2026-03-01, not ${options.today}`)
const ownerUrl = process.env.DATABASE_URL
if (ownerUrl === undefined || ownerUrl === '') wrong('DATABASE_URL is not set: run it as npm run seed')

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopping = true))

const started = performance.now()
const written = await seedPopulation({
  ownerUrl,
  active,
  past,
  seed: options.seed,
  today,
  password: options.password ?? null,
  say: (line) => process.stdout.write(`${line}\n`),
  stopped: () => stopping,
})
process.stdout.write(`Wrote ${written} files in ${((performance.now() - started) / 1000).toFixed(1)} s${stopping ? '; the same command goes on from there' : ''}\n`)
