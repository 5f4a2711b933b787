/**
 * `npm run --silent simulate [-- --lang en] < request.json`: the simulator contract on standard input and
 * output, with the texts shipped in the code: no database, no build.
 */
import { text } from 'node:stream/consumers'
import { shippedTexts } from '../texts/shipped.ts'
import { answerCall, callError, type CallAnswer } from './answer.ts'

const EXIT_REFUSED_REQUEST = 2

// Whoever reads the answer may stop before its end (`| head`): nothing is left to do then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const argument = process.argv.indexOf('--lang')
const locale = argument >= 0 && process.argv[argument + 1] === 'en' ? 'en' : 'fr'

/** The whole of standard input, in UTF-8; `null` where it is longer than a text can be. */
async function readInput(): Promise<string | null> {
  try {
    return await text(process.stdin)
  } catch {
    return null
  }
}

const source = await readInput()
const { ok, body }: CallAnswer = source === null ? { ok: false, body: callError('tooLong', locale) } : answerCall(source, shippedTexts, locale)
if (!ok) process.exitCode = EXIT_REFUSED_REQUEST
// One answer is laid out for a person; many, one a line, for a program.
const output = Array.isArray(body) ? `[\n${body.map((element) => JSON.stringify(element)).join(',\n')}\n]` : JSON.stringify(body, null, 2)
process.stdout.write(`${output}\n`)
