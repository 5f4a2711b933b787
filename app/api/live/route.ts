import { currentActor } from '@/lib/access/session.ts'
import { fileToFollow, followFile, followList, type LiveEvent } from '@/lib/live/follow.ts'

export const dynamic = 'force-dynamic'

/** The rights are read again this often: the stream ends, and the browser asks for another. */
const LASTS = 5 * 60_000
/** Keeps the line open through proxies that close a silent one. */
const BREATH = 20_000

/**
 * `GET /api/live?dossier=RB-2026-00012`: what happens to a file while it is on screen, and who else has it open;
 * `GET /api/live?liste=1`: the reader's files that change. Server-sent events.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return new Response(null, { status: 401 })
  const reference = new URL(request.url).searchParams.get('dossier')
  const file = reference === null ? null : await fileToFollow(actor, reference)
  if (reference !== null && file === null) return new Response(null, { status: 404 })
  const encoder = new TextEncoder()
  let end = () => undefined as void
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let open = true
      const write = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text))
      }
      const tell = (event: LiveEvent) => write(`data: ${JSON.stringify(event)}\n\n`)
      write('retry: 1000\n\n')
      const stop = file === null ? await followList(actor, tell) : await followFile(actor, file, crypto.randomUUID(), tell)
      const breath = setInterval(() => write(':\n\n'), BREATH)
      end = () => {
        if (!open) return
        open = false
        clearInterval(breath)
        clearTimeout(over)
        stop()
        controller.close()
      }
      const over = setTimeout(end, LASTS)
      if (request.signal.aborted) end()
      else request.signal.addEventListener('abort', end)
    },
    cancel: () => end(),
  })
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
  })
}
