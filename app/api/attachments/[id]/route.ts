import { currentActor } from '@/lib/access/session.ts'
import { openAttachment } from '@/lib/cases/attachments/attachments.ts'
import { SHOWN_TYPES } from '@/lib/cases/content/attachment-terms.ts'
import { sendFile } from '../../download.ts'

/** An attachment, downloaded; with `?voir=1`, shown where the browser can show its kind by itself. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return new Response(null, { status: 303, headers: { location: '/connexion' } })
  const opened = await openAttachment(actor, (await params).id)
  if (opened === null) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const shown = new URL(request.url).searchParams.has('voir') && SHOWN_TYPES.includes(opened.mediaType)
  return sendFile({ ...opened, shown })
}
