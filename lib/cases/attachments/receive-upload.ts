// A form with one file, taken as it comes: nothing is held whole in memory, and nothing is read past the limit.
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { meter } from '../../storage/meter.ts'
import { MOST_ATTACHED } from '../content/attachment-terms.ts'

/** What the form's other fields and separators may weigh beside the file. */
const BESIDE_THE_FILE = 64 * 1024
const LONGEST_FIELD = 8_000

export interface Upload {
  readonly contentType: string | null
  readonly contentLength: string | null
  readonly body: ReadableStream<Uint8Array> | null
}

export interface ReceivedFile {
  /** Where it lies until it is kept. */
  readonly path: string
  readonly name: string
  readonly size: number
  readonly sha256: string
}

export type Received =
  | { readonly kind: 'received'; readonly fields: Readonly<Record<string, string>>; readonly file: ReceivedFile | null }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'unreadable' }

/** Lets pass what comes, and says so once more than `most` bytes have. */
function counted(most: number, tooMuch: () => void) {
  let passed = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length
      if (passed > most) tooMuch()
      else done(null, chunk)
    },
  })
}

async function brought(stream: Readable, to: string, signal: AbortSignal): Promise<{ readonly size: number; readonly sha256: string }> {
  const { through, told } = meter()
  await pipeline(stream, through, createWriteStream(to, { mode: 0o600 }), { signal })
  return told()
}

/**
 * Receives a form and hands it to `use`; what it brought is gone afterwards. A form that says it is too long is not read
 * at all; one that turns out to be is no longer read.
 */
export async function withUpload<T>({ contentType, contentLength, body }: Upload, use: (received: Received) => Promise<T>): Promise<T> {
  if (contentLength !== null && Number(contentLength) > MOST_ATTACHED + BESIDE_THE_FILE) {
    await body?.cancel()
    return use({ kind: 'too_large' })
  }
  if (body === null || contentType === null || !/^multipart\/form-data\s*;/iu.test(contentType)) {
    await body?.cancel()
    return use({ kind: 'unreadable' })
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'rebond-upload-'))
  try {
    return await use(await receive(body, contentType, path.join(folder, 'content')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function receive(body: ReadableStream<Uint8Array>, contentType: string, to: string): Promise<Received> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>
  const files: Promise<ReceivedFile | null>[] = []
  const stop = new AbortController()
  let tooLarge = false
  let cut = false
  const enough = () => {
    tooLarge = true
    stop.abort()
  }
  try {
    const form = new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: 1, fields: 12, parts: 14, fieldSize: LONGEST_FIELD, fieldNameSize: 100, headerPairs: 40, fileSize: MOST_ATTACHED },
    })
    form.on('field', (name, value, _nameCut, valueCut) => {
      cut ||= valueCut
      fields[name] = value
    })
    form.on('file', (_field, stream, name) => {
      // A file too large is known before its end: the rest is not waited for.
      stream.once('limit', enough)
      const arrived = brought(stream, to, stop.signal).then((what) => (typeof name === 'string' && name !== '' ? { path: to, name, ...what } : null))
      arrived.catch(() => undefined)
      files.push(arrived)
    })
    await pipeline(Readable.fromWeb(body), counted(MOST_ATTACHED + BESIDE_THE_FILE, enough), form, { signal: stop.signal })
    const [file = null] = await Promise.all(files)
    if (tooLarge) return { kind: 'too_large' }
    return cut ? { kind: 'unreadable' } : { kind: 'received', fields, file }
  } catch {
    stop.abort()
    await Promise.allSettled(files)
    return { kind: tooLarge ? 'too_large' : 'unreadable' }
  }
}
