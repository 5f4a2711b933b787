import { currentActor } from '@/lib/access/session.ts'
import { openExport } from '@/lib/exchange/own-exports.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { sendFile } from '../../download.ts'

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const

/** The file of an export, for its owner alone; whoever else asks learns nothing. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return new Response(null, { status: 303, headers: { location: '/connexion' } })
  const opened = await openExport(actor, (await params).id)
  if (opened === null) return new Response(messagesFor(actor.locale).exports.problem.gone, { status: 404, headers: { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' } })
  const { fileName, format, size, content } = opened
  return sendFile({ fileName, mediaType: TYPES[format], size, content })
}
