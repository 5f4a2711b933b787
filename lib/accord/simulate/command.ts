/**
 * `npm run --silent simulate [-- --lang en] < request.json`: the simulator contract on standard input and
 * output, with the texts shipped in the code: no database, no build.
 */
import { text } from 'node:stream/consumers'
import { shippedTexts } from '../texts/shipped.ts'
import { answer, CALL_ERRORS } from './answer.ts'

const EXIT_REFUSED_REQUEST = 2

const argument = process.argv.indexOf('--lang')
const locale = argument >= 0 && process.argv[argument + 1] === 'en' ? 'en' : 'fr'

function readJson(source: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(source) as unknown }
  } catch {
    return null
  }
}

const source = readJson(await text(process.stdin))
const output =
  source === null
    ? { error: { path: '', message: CALL_ERRORS[locale].malformed } }
    : Array.isArray(source.value)
      ? source.value.map((element: unknown) => answer(element, shippedTexts, locale))
      : answer(source.value, shippedTexts, locale)
if (!Array.isArray(output) && 'error' in output) process.exitCode = EXIT_REFUSED_REQUEST
process.stdout.write(`${JSON.stringify(output, null, 2)}\n`)
