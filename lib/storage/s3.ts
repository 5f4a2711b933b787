// A bucket of any server that speaks the protocol of S3. Requests are signed (AWS Signature Version 4); what is put is
// first brought to a temporary file, so that its length and its digest stand in the signed request: the server checks both.
import { createHash } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { STORAGE_KEY, type Storage } from './storage.ts'

export interface Bucket {
  /** `https://s3.example.org`; the bucket follows in the path. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Tries of a request that the server could not take, and the wait before the second. */
const TRIES = 4
const FIRST_WAIT = 150
/** How long an answer may take to begin, the sending of a file included. */
const MOST_SILENCE = 120_000
const EMPTY_DIGEST = createHash('sha256').digest('hex')

interface Call {
  readonly method: 'PUT' | 'GET' | 'DELETE'
  readonly headers?: Record<string, string>
  readonly body?: Blob
  readonly digest?: string
}

/** Keeps each key as an object of a bucket, which has a folder's name before the slash. */
export function s3Storage(bucket: Bucket): Storage {
  const { endpoint, accessKeyId, secretAccessKey, region } = bucket
  const base = `${endpoint.replace(/\/+$/u, '')}/${bucket.bucket}`

  async function once(key: string, { method, headers, body, digest }: Call): Promise<Response> {
    const signed = await new AwsV4Signer({
      method, url: `${base}/${key}`, accessKeyId, secretAccessKey, region, service: 's3',
      headers: { ...headers, 'x-amz-content-sha256': digest ?? EMPTY_DIGEST },
    }).sign()
    const silence = new AbortController()
    const timer = setTimeout(() => silence.abort(new Error('the storage does not answer')), MOST_SILENCE)
    try {
      return await fetch(signed.url, { method, headers: signed.headers, signal: silence.signal, redirect: 'error', ...(body && { body }) })
    } finally {
      clearTimeout(timer)
    }
  }

  /** Tried again where the server was busy or unreachable: each of these requests may be made twice. */
  async function call(key: string, request: Call): Promise<Response> {
    if (!STORAGE_KEY.test(key)) throw new RangeError('not a storage key')
    for (let tried = 1; ; tried += 1) {
      const last = tried === TRIES
      try {
        const answer = await once(key, request)
        if (last || (answer.status < 500 && answer.status !== 429)) return answer
        await answer.body?.cancel()
      } catch (error) {
        if (last) throw error
      }
      await pause(FIRST_WAIT * 2 ** (tried - 1))
    }
  }

  async function refusal(what: string, answer: Response): Promise<Error> {
    const said = (await answer.text().catch(() => '')).match(/<Code>(\w+)<\/Code>/u)?.[1]
    return new Error(`the storage refused to ${what}: ${answer.status}${said === undefined ? '' : ` ${said}`}`)
  }

  async function got(key: string): Promise<Response | null> {
    const answer = await call(key, { method: 'GET' })
    if (answer.ok) return answer
    if (answer.status === 404) {
      await answer.body?.cancel()
      return null
    }
    throw await refusal('give', answer)
  }

  return {
    async put(key, content) {
      if (!STORAGE_KEY.test(key)) throw new RangeError('not a storage key')
      const folder = await mkdtemp(path.join(tmpdir(), 'rebond-put-'))
      try {
        const brought = path.join(folder, 'content')
        const hash = createHash('sha256')
        const hashing = new Transform({
          transform(chunk: Buffer | string, _encoding, done) {
            hash.update(chunk)
            done(null, chunk)
          },
        })
        await pipeline(content, hashing, createWriteStream(brought, { mode: 0o600 }))
        // A key already taken is a bug: the server refuses, where it knows how to.
        const answer = await call(key, { method: 'PUT', headers: { 'if-none-match': '*' }, body: await openAsBlob(brought), digest: hash.digest('hex') })
        if (!answer.ok) throw await refusal('keep', answer)
        await answer.body?.cancel()
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    async read(key) {
      const answer = await got(key)
      return answer === null ? null : Buffer.from(await answer.arrayBuffer())
    },
    async open(key) {
      const answer = await got(key)
      if (answer === null) return null
      return answer.body === null ? Readable.from([]) : Readable.fromWeb(answer.body as ReadableStream<Uint8Array>)
    },
    async remove(key) {
      const answer = await call(key, { method: 'DELETE' })
      if (!answer.ok && answer.status !== 404) throw await refusal('take away', answer)
      await answer.body?.cancel()
    },
  }
}
