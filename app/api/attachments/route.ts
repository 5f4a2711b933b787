import type { ReadableStream } from 'node:stream/web'
import { isSameOrigin } from '@/lib/access/same-origin.ts'
import { currentActor } from '@/lib/access/session.ts'
import { addAttachment } from '@/lib/cases/attachments/add-attachment.ts'
import { ATTACHMENT_ERRORS, type AttachmentError } from '@/lib/cases/content/attachment-terms.ts'
import { defaultLocale, type Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const STATUS: Readonly<Partial<Record<AttachmentError, number>>> = {
  too_large: 413, type_refused: 415, content_differs: 415, not_found: 404, not_allowed: 403, signed_out: 401, storage: 503,
}

function refuse(error: AttachmentError, locale: Locale): Response {
  const message = messagesFor(locale).attachments.error[error]
  // What is left of the form is not waited for: the connection ends with the answer.
  return Response.json({ error, field: ATTACHMENT_ERRORS[error], message }, { status: STATUS[error] ?? 400, headers: { connection: 'close', 'cache-control': 'no-store' } })
}

/**
 * `POST /api/attachments?reference=RB-…`: a form with `title`, `kind`, `submissionId`, `factId` if there is one, and `file`.
 * Who asks, and how much they announce, is known before anything is read.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403, headers: { connection: 'close' } })
  const actor = await currentActor()
  if (actor === null) return refuse('signed_out', defaultLocale)
  const outcome = await addAttachment(actor, new URL(request.url).searchParams.get('reference') ?? '', {
    contentType: request.headers.get('content-type'),
    contentLength: request.headers.get('content-length'),
    body: request.body as ReadableStream<Uint8Array> | null,
  })
  return outcome.kind === 'added' ? Response.json(outcome, { status: 201, headers: { 'cache-control': 'no-store' } }) : refuse(outcome.error, actor.locale)
}
