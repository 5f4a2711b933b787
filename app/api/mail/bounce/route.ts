import { readBounded } from '@/lib/access/read-bounded.ts'
import { mayHandOver, receiveBounce } from '@/lib/notify/receive-bounce.ts'

export const dynamic = 'force-dynamic'

/** A report gives back headers, or the whole of an e-mail that has no attachment. */
const MOST_BYTES = 1_000_000

const answer = (status: number, body: object, headers: HeadersInit = {}) => Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })

/**
 * `POST /api/mail/bounce` (docs/api.md): a report of non-delivery (RFC 3464), as the mail server that received it hands it
 * over, with `Authorization: Bearer` and the secret `MAIL_BOUNCE_SECRET`. Without that setting there is no such address.
 */
export async function POST(request: Request): Promise<Response> {
  const may = mayHandOver(request.headers.get('authorization'))
  if (may === 'closed') return answer(404, { error: 'not_found' })
  if (may === 'no') return answer(401, { error: 'not_allowed' }, { 'www-authenticate': 'Bearer' })
  const letter = await readBounded(request, MOST_BYTES)
  if (letter === null) return answer(413, { error: 'too_large' })
  const received = await receiveBounce(letter)
  return received === 'unreadable' ? answer(400, { error: 'unreadable' }) : answer(200, { outcome: received })
}
