import { currentActor } from '@/lib/access/session.ts'
import { answerIndicators } from '@/lib/steering/dashboard/answer.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const headers = { 'cache-control': 'private, no-store' }

/** `GET /api/v1/indicators` (docs/api.md): the figures of the dashboard, with the rights of who is signed in. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  const locale = actor?.locale ?? (/^\s*en\b/iu.test(request.headers.get('accept-language') ?? '') ? 'en' : 'fr')
  const said = messagesFor(locale).steering.api
  if (actor === null) return Response.json({ error: 'not_signed_in', message: said.notSignedIn }, { status: 401, headers })
  const search = new URL(request.url).searchParams
  const answer = await answerIndicators(actor, Object.fromEntries(search))
  switch (answer.kind) {
    case 'answered':
      return Response.json(answer.body, { headers })
    case 'not_allowed':
      return Response.json({ error: 'not_allowed', message: said.notAllowed }, { status: 403, headers })
    case 'invalid':
      return Response.json(
        { error: 'invalid', fields: Object.entries(answer.fields).map(([field, code]) => ({ field, code, message: said.fault[code] })) },
        { status: 400, headers },
      )
  }
}
