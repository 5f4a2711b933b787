import { publicOrigin } from '@/app/(desk)/agenda/public-origin.ts'
import { currentActor } from '@/lib/access/session.ts'
import { meetingsFile, readYear } from '@/lib/steering/committees/calendar.ts'
import { dispositionOf } from '../../../download.ts'

export const dynamic = 'force-dynamic'

/** The meeting of a committee (`?meeting=`) or those of a year (`?year=`), for a calendar; nothing there for who may not read it. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor()
  const search = new URL(request.url).searchParams
  const [meeting, year] = [search.get('meeting'), readYear(search.get('year'))]
  const asked = meeting !== null ? { meeting } : year !== null ? { year } : null
  const file = actor === null || asked === null ? null : await meetingsFile(actor, (await params).id, asked, publicOrigin(request.headers))
  if (file === null) return new Response(null, { status: 404 })
  return new Response(file.body, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': dispositionOf(file.fileName), 'Cache-Control': 'private, no-store' },
  })
}
