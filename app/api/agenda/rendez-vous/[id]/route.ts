import { publicOrigin } from '@/app/(desk)/agenda/public-origin.ts'
import { currentActor } from '@/lib/access/session.ts'
import { appointmentFile } from '@/lib/agenda/feed.ts'

export const dynamic = 'force-dynamic'

/** One appointment as a file for a calendar, for who may read it; nothing there for anyone else. */
export async function GET(request: Request, { params }: RouteContext<'/api/agenda/rendez-vous/[id]'>): Promise<Response> {
  const actor = await currentActor()
  const calendar = actor === null ? null : await appointmentFile(actor, (await params).id, publicOrigin(request.headers))
  if (calendar === null) return new Response(null, { status: 404 })
  return new Response(calendar.body, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="rendez-vous.ics"', 'Cache-Control': 'private, no-store' },
  })
}
