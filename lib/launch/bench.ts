/** `npm run bench -- law [--rounds 15]`: what a computation of the law costs, beside other ways to compute it. */
import { parseArgs } from 'node:util'
import { benchLaw } from './bench/law.ts'
import { giveUp, messageOf } from './say.ts'

const { values, positionals } = (() => {
  try {
    return parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '15' } } })
  } catch (error) {
    return giveUp(messageOf(error), 2)
  }
})()
if (positionals.length !== 1 || positionals[0] !== 'law') giveUp('usage: npm run bench -- law [--rounds 15]', 2)
if (!/^[1-9]\d{0,3}$/u.test(values.rounds)) giveUp('--rounds is a whole number.', 2)

const { lines, kept } = await benchLaw(Number(values.rounds))
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = kept ? 0 : 1
