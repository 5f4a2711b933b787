/**
 * `npm run fuzz [-- --requests 100000 --seed 1 --url http://…/api/v1/simulate]`: calls of all sorts to the
 * simulator, valid, spoiled and hostile; every answer must keep the contract or name what is wrong by its path.
 * With an address, some three hundred of the same calls are sent there too.
 */
import { parseArgs } from 'node:util'
import { answersOver } from './fuzz/over-http.ts'
import { fuzz } from './fuzz/round.ts'
import { giveUp, messageOf, say } from './say.ts'

const SHOWN = 5
const LONGEST_SHOWN = 2_000

const { values } = (() => {
  try {
    return parseArgs({ options: { requests: { type: 'string', default: '10000' }, seed: { type: 'string' }, url: { type: 'string' }, 'http-requests': { type: 'string', default: '300' } } })
  } catch (error) {
    return giveUp(messageOf(error), 2)
  }
})()
const count = (text: string, name: string): number => (/^\d{1,9}$/u.test(text) ? Number(text) : giveUp(`--${name} is a whole number.`, 2))
const requests = count(values.requests, 'requests')
const seed = values.seed === undefined ? Date.now() % 1_000_000 : count(values.seed, 'seed')

const begun = performance.now()
const round = fuzz(requests, seed, (done) => {
  if (done % 10_000 === 0) say(`${done} of ${requests}`)
})
const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
process.stdout.write(
  `seed ${round.seed}: ${round.requests} requests in ${seconds} s; ${round.answered} answered, ${round.refused} refused by name, slowest ${round.slowestMilliseconds.toFixed(0)} ms; ${round.failures.length} failures\n`,
)
const failures = [...round.failures]
if (values.url !== undefined) {
  const sent = await answersOver(values.url, count(values['http-requests'], 'http-requests'), seed)
  const told = Object.entries(sent.statuses).map(([status, times]) => `${times} × ${status}`).join(', ')
  process.stdout.write(`over HTTP: ${sent.requests} requests (${told}), slowest ${sent.slowestMilliseconds.toFixed(0)} ms; ${sent.failures.length} failures\n`)
  failures.push(...sent.failures)
}
for (const { index, call, faults } of failures.slice(0, SHOWN)) process.stdout.write(`\n#${index}: ${faults.join('; ')}\n${call.slice(0, LONGEST_SHOWN)}\n`)
process.exitCode = failures.length === 0 ? 0 : 1
