import { currentActor } from '@/lib/access/session.ts'
import { ownLogo } from '@/lib/documents/logo.ts'

/** `GET /api/documents/logo`: the logo of the reader's operator. With `?v=`, which changes with it, the browser keeps it. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  const logo = actor === null ? null : await ownLogo(actor)
  if (logo === null) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(logo.image), { headers: { 'content-type': logo.mediaType, 'cache-control': new URL(request.url).searchParams.has('v') ? 'private, max-age=86400' : 'private, no-cache', vary: 'cookie', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" } })
}
