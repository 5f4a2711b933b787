import { answerCall, callError, type CallErrorCode } from '@/lib/accord/simulate/answer.ts'
import { clientAddress } from '@/lib/access/client-address.ts'
import { readBounded } from '@/lib/access/read-bounded.ts'
import { simulationAllowance } from '@/lib/access/simulation-allowance.ts'
import { textsForReading } from '@/lib/cases/texts/in-force.ts'

/** Longest body read, one megabyte; nothing longer is ever held. */
const MOST_BYTES = 1_000_000
const MOST_REQUESTS = 1_000

/** `POST /api/v1/simulate`: the simulator contract over HTTP, under the texts in force. No sign-in, nothing stored, a limited rate. */
export async function POST(request: Request): Promise<Response> {
  const locale = /^\s*en\b/iu.test(request.headers.get('accept-language') ?? '') ? 'en' : 'fr'
  const refused = (status: number, code: CallErrorCode, headers: HeadersInit = {}) => Response.json(callError(code, locale), { status, headers })
  const wait = await simulationAllowance(clientAddress(request.headers.get('x-forwarded-for')))
  if (wait !== null) return refused(429, 'tooOften', { 'retry-after': String(wait) })
  const source = await readBounded(request, MOST_BYTES)
  if (source === null) return refused(413, 'tooLong')
  const { ok, body } = answerCall(source, await textsForReading(), locale, MOST_REQUESTS)
  return Response.json(body, { status: ok ? 200 : 400 })
}
