import { answer, CALL_ERRORS } from '@/lib/accord/simulate/answer.ts'
import { shippedTexts } from '@/lib/accord/index.ts'
import { clientAddress } from '@/lib/access/client-address.ts'
import { readBounded } from '@/lib/access/read-bounded.ts'
import { simulationAllowance } from '@/lib/access/simulation-allowance.ts'

/** Longest body read: a thousand ordinary requests in one array. */
const MOST_BYTES = 2_000_000
const MOST_REQUESTS = 1_000

/** `POST /api/v1/simulate`: the simulator contract over HTTP. No sign-in, nothing stored, a limited rate. */
export async function POST(request: Request): Promise<Response> {
  const locale = /^\s*en\b/iu.test(request.headers.get('accept-language') ?? '') ? 'en' : 'fr'
  const refused = (status: number, code: keyof (typeof CALL_ERRORS)['fr'], headers: HeadersInit = {}) =>
    Response.json({ error: { path: '', message: CALL_ERRORS[locale][code] } }, { status, headers })
  const wait = await simulationAllowance(clientAddress(request.headers.get('x-forwarded-for')))
  if (wait !== null) return refused(429, 'tooOften', { 'retry-after': String(wait) })
  const body = await readBounded(request, MOST_BYTES)
  if (body === null) return refused(413, 'tooLong')
  let source: unknown
  try {
    source = JSON.parse(body)
  } catch {
    return refused(400, 'malformed')
  }
  if (Array.isArray(source)) {
    if (source.length > MOST_REQUESTS) return refused(400, 'tooMany')
    return Response.json(source.map((element: unknown) => answer(element, shippedTexts, locale)))
  }
  const result = answer(source, shippedTexts, locale)
  return Response.json(result, { status: 'error' in result ? 400 : 200 })
}
