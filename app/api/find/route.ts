import { getTranslations } from 'next-intl/server'
import { wordAtHand, wordFound } from '@/components/palette/word-found.ts'
import { can, reachOf } from '@/lib/access/can.ts'
import { findAllowance } from '@/lib/access/find-allowance.ts'
import { currentActor } from '@/lib/access/session.ts'
import { atHand, find } from '@/lib/cases/find/find.ts'

/** Found things are for who asked, now: nothing keeps them. */
const OURS = { 'cache-control': 'private, no-store', vary: 'cookie' }

/**
 * `GET /api/find?q=…`: what the palette finds for what was typed. `GET /api/find?dossier=RB-…` without `q`: the file at
 * hand and the last ones read. For our own pages only, signed in, at a pace of someone who types.
 */
export async function GET(request: Request): Promise<Response> {
  const refused = (status: number, headers: HeadersInit = {}) => Response.json(null, { status, headers: { ...OURS, ...headers } })
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return refused(403)
  const actor = await currentActor()
  if (actor === null) return refused(401)
  const wait = await findAllowance(actor.accountId)
  if (wait !== null) return refused(429, { 'retry-after': String(wait) })
  const query = new URL(request.url).searchParams
  const words = { locale: actor.locale, t: await getTranslations({ locale: actor.locale, namespace: 'palette' }), sharesFiles: reachOf(actor, 'file.read') !== 'own' }
  const typed = query.get('q')
  const answer = typed === null ? wordAtHand(await atHand(actor, query.get('dossier')), can(actor, 'file.record'), words) : wordFound(await find(actor, typed), words)
  return Response.json(answer, { headers: OURS })
}
