import { publicOrigin } from '@/app/(desk)/agenda/public-origin.ts'
import { subscribedCalendar } from '@/lib/agenda/feed.ts'

export const dynamic = 'force-dynamic'

/** `GET /api/agenda/<secret>.ics`: the calendar of whoever made that address; 404 for an address ended, or of an account closed. */
export async function GET(request: Request, { params }: RouteContext<'/api/agenda/[secret]'>): Promise<Response> {
  const { secret } = await params
  const named = /^(.+)\.ics$/u.exec(secret)?.[1]
  const calendar = named === undefined ? null : await subscribedCalendar(named, publicOrigin(request.headers))
  const shared = { 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' }
  if (calendar === null) return new Response(null, { status: 404, headers: shared })
  const headers = { ...shared, ETag: calendar.etag }
  if (request.headers.get('if-none-match')?.split(',').some((tag) => tag.trim().replace(/^W\//u, '') === calendar.etag)) return new Response(null, { status: 304, headers })
  return new Response(calendar.body, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="rebond.ics"' } })
}
