import { currentActor } from '@/lib/access/session.ts'
import { ownLogo } from '@/lib/documents/logo.ts'

/** `GET /api/documents/logo`: the logo of the reader's operator. */
export async function GET(): Promise<Response> {
  const actor = await currentActor()
  const logo = actor === null ? null : await ownLogo(actor)
  if (logo === null) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(logo.image), { headers: { 'content-type': logo.mediaType, 'cache-control': 'private, no-cache', vary: 'cookie', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" } })
}
