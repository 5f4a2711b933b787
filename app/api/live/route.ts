import { currentActor, currentClaim } from '@/lib/access/session.ts'
import { fileToFollow, followFile, followList, type LiveEvent } from '@/lib/live/follow.ts'
import { watchSession } from '@/lib/live/session-watch.ts'
import { takeStream } from '@/lib/live/streams.ts'

export const dynamic = 'force-dynamic'

/** The stream ends after this long, and the browser asks for another. */
const LASTS = 5 * 60_000
/** Keeps the line open through proxies that close a silent one; the rights of its reader are read again then. */
const BREATH = 20_000

/**
 * `GET /api/live?dossier=RB-2026-00012`: what happens to a file while it is on screen, and who else has it open;
 * `GET /api/live?liste=1`: the reader's files that change. Server-sent events.
 */
export async function GET(request: Request): Promise<Response> {
  const [actor, claim] = [await currentActor(), await currentClaim()]
  if (actor === null || claim === null) return new Response(null, { status: 401 })
  const reference = new URL(request.url).searchParams.get('dossier')
  const file = reference === null ? null : await fileToFollow(actor, reference)
  if (reference !== null && file === null) return new Response(null, { status: 404 })
  const release = takeStream(actor.accountId)
  if (release === null) return new Response(null, { status: 429, headers: { 'retry-after': '60' } })
  const encoder = new TextEncoder()
  let end = () => undefined as void
  let left = () => undefined as void
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let open = true
      left = () => void (open = false)
      const write = (text: string) => {
        if (!open) return
        try {
          controller.enqueue(encoder.encode(text))
        } catch {
          // The reader left before anything said so: what is told to the others must not stop here.
          open = false
        }
      }
      const tell = (event: LiveEvent) => write(`data: ${JSON.stringify(event)}\n\n`)
      write('retry: 1000\n\n')
      const stop = await (file === null ? followList(actor, tell) : followFile(actor, file, crypto.randomUUID(), tell)).catch((error: unknown) => {
        release()
        throw error
      })
      let ended = false
      const watch = watchSession(actor, claim, () => end())
      const breath = setInterval(() => {
        write(':\n\n')
        void watch.look()
      }, BREATH)
      end = () => {
        if (ended) return
        ended = true
        clearInterval(breath)
        clearTimeout(over)
        watch.stop()
        stop()
        release()
        if (open) controller.close()
        open = false
      }
      const over = setTimeout(end, LASTS)
      if (request.signal.aborted || !open) end()
      else request.signal.addEventListener('abort', end)
    },
    cancel: () => {
      left()
      end()
    },
  })
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
  })
}
