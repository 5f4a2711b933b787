import { Readable } from 'node:stream'
import { currentActor } from '@/lib/access/session.ts'
import { openPackFile } from '@/lib/steering/packs/queries.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { sendFile } from '../../../download.ts'

const TYPES = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A file of a pack, for whoever may read the pack; whoever else asks learns nothing. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; format: string }> }): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return new Response(null, { status: 303, headers: { location: '/connexion' } })
  const { id, format } = await params
  const opened = await openPackFile(actor, id, format)
  if (opened === null) return new Response(messagesFor(actor.locale).packs.pack.gone, { status: 404, headers: { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' } })
  return sendFile({ fileName: opened.fileName, mediaType: TYPES[opened.format], size: opened.bytes.length, content: Readable.from([opened.bytes]) })
}
