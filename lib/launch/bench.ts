/**
 * `npm run bench -- law [--rounds 15]`: what a computation of the law costs, beside other ways to compute it.
 * `npm run bench -- figures [--files 6000] [--seed 1]`: a generated population's figures beside those that are published.
 * `npm run bench -- steering [--live 100000] [--past 1000000] [--drawn 40000] [--keep]`: the figures timed over the country's files, in a database of its own.
 * `npm run bench -- find [--rounds 15]`: what the palette's search costs over the population of the database.
 * `npm run bench -- desk [--rounds 15]`: a day at the desk timed in a browser, over the production build and the demo.
 */
import { parseArgs } from 'node:util'
import { day } from '../accord/index.ts'
import { benchFigures } from './bench/figures.ts'
import { benchLaw } from './bench/law.ts'
import { benchSteering } from './bench/steering.ts'
import { withOwnerDatabase } from './owner-database.ts'
import { ended, onStop, startNode, stopChild } from './processes.ts'
import { applicationUrl } from './roles.ts'
import { giveUp, messageOf } from './say.ts'

const USAGE = 'usage: npm run bench -- law|figures|steering|find|desk [--rounds 15] [--files 6000] [--seed 1] [--live 100000] [--past 1000000] [--drawn 40000] [--keep]'
const { values, positionals } = (() => {
  try {
    return parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '15' }, files: { type: 'string', default: '6000' }, seed: { type: 'string', default: '1' }, live: { type: 'string', default: '100000' }, past: { type: 'string', default: '1000000' }, drawn: { type: 'string', default: '40000' }, keep: { type: 'boolean', default: false } } })
  } catch (error) {
    return giveUp(messageOf(error), 2)
  }
})()
const [what] = positionals
if (positionals.length !== 1 || (what !== 'law' && what !== 'figures' && what !== 'steering' && what !== 'find' && what !== 'desk')) giveUp(USAGE, 2)
if (!/^[1-9]\d{0,3}$/u.test(values.rounds)) giveUp('--rounds is a whole number.', 2)
if (!/^[a-z0-9]{1,20}$/u.test(values.seed)) giveUp('--seed is made of small letters and digits.', 2)
if (!/^[1-9]\d{2,5}$/u.test(values.files)) giveUp('--files is a whole number of 100 or more.', 2)

if (what === 'law') {
  const { lines, kept } = await benchLaw(Number(values.rounds))
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = kept ? 0 : 1
} else if (what === 'figures') {
  const { lines, kept } = benchFigures(Number(values.files), values.seed, day(Temporal.Now.plainDateISO('Europe/Paris').toString()))
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = kept ? 0 : 1
} else if (what === 'steering') {
  const number = (name: 'live' | 'past' | 'drawn'): number => (/^[1-9]\d{1,7}$/u.test(values[name]) ? Number(values[name]) : giveUp(`--${name} is a whole number of 10 or more.`, 2))
  const { seed, keep } = values
  process.exitCode = await benchSteering({ live: number('live'), past: number('past'), drawn: number('drawn'), seed, keep, rounds: Number(values.rounds), say: (line) => process.stdout.write(`${line}\n`) })
} else if (what === 'desk') {
  const timed = startNode(['node_modules/@playwright/test/cli.js', 'test', '--reporter=line'], { ...process.env, REBOND_TIMED: '1', REBOND_ROUNDS: values.rounds })
  onStop(() => void stopChild(timed))
  process.exitCode = await ended(timed)
} else {
  process.exitCode = await withOwnerDatabase(async ({ ownerUrl, passwords }) => {
    const env = { ...process.env, DATABASE_URL: ownerUrl, APP_DATABASE_URL: applicationUrl(ownerUrl, passwords.application) }
    const measure = startNode(['lib/population/measure-find.ts', '--rounds', values.rounds], env)
    onStop(() => void stopChild(measure))
    return await ended(measure)
  })
}
