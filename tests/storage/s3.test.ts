// The storage against a small server that keeps objects and works out every signature by itself, from the description of
// AWS Signature Version 4 and with node:crypto alone.
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { AwsV4Signer } from 'aws4fetch'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readEnvironment, storageEnvironment } from '@/lib/environment.ts'
import { s3Storage } from '@/lib/storage/s3.ts'
import { newKey, type Storage } from '@/lib/storage/storage.ts'

const KEY_ID = 'REBONDTESTKEY'
const SECRET = 'a secret/with+signs=='
const hmac = (key: string | Buffer, said: string) => createHmac('sha256', key).update(said).digest()
const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

interface Signed {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string
  readonly date: string
  readonly region: string
  readonly service: string
  readonly names: readonly string[]
}

function signatureOf(secret: string, { method, path, query, headers, payload, date, region, service, names }: Signed): string {
  const canonical = [method, path, query, ...names.map((name) => `${name}:${headers[name]}`), '', names.join(';'), payload].join('\n')
  const scope = `${date.slice(0, 8)}/${region}/${service}/aws4_request`
  const key = ['aws4_request', service, region, date.slice(0, 8)].reduceRight<string | Buffer>((made, said) => hmac(made, said), `AWS4${secret}`)
  return hmac(key, `AWS4-HMAC-SHA256\n${date}\n${scope}\n${digest(canonical)}`).toString('hex')
}

const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=(?<id>[^/]+)\/(?<day>\d{8})\/(?<region>[^/]+)\/s3\/aws4_request, SignedHeaders=(?<names>[\w;-]+), Signature=(?<signature>[0-9a-f]{64})$/u

/** Why a request is refused; `null` for one rightly signed, whose body is what was signed. */
function fault(request: IncomingMessage, body: Buffer): string | null {
  const said = AUTHORIZATION.exec(request.headers.authorization ?? '')?.groups
  if (said === undefined || said['id'] !== KEY_ID || said['region'] !== 'eu-west-3') return 'AccessDenied'
  const headers = request.headers as Record<string, string>
  const payload = headers['x-amz-content-sha256'] ?? ''
  if (payload !== digest(body)) return 'XAmzContentSHA256Mismatch'
  const names = said['names']!.split(';')
  for (const name of ['host', 'x-amz-date', 'x-amz-content-sha256']) if (!names.includes(name)) return 'AccessDenied'
  const url = new URL(request.url!, 'http://server')
  const expected = signatureOf(SECRET, {
    method: request.method!, path: url.pathname, query: url.search.slice(1), headers, payload, date: headers['x-amz-date']!, region: 'eu-west-3', service: 's3', names,
  })
  return expected === said['signature'] ? null : 'SignatureDoesNotMatch'
}

const objects = new Map<string, Buffer>()
const seen: { method: string; headers: IncomingMessage['headers'] }[] = []
/** Answers to give before the server behaves. */
let troubles: number[] = []
let server: Server
let storage: Storage
let endpoint: string

beforeAll(async () => {
  server = createServer((request, answer) => {
    void buffer(request).then((body) => {
      seen.push({ method: request.method!, headers: request.headers })
      const trouble = troubles.shift()
      if (trouble !== undefined) return answer.writeHead(trouble).end()
      const wrong = fault(request, body)
      if (wrong !== null) return answer.writeHead(403).end(`<Error><Code>${wrong}</Code></Error>`)
      const name = request.url!
      if (request.method === 'PUT') {
        if (request.headers['if-none-match'] === '*' && objects.has(name)) return answer.writeHead(412).end('<Error><Code>PreconditionFailed</Code></Error>')
        objects.set(name, body)
        return answer.writeHead(200).end()
      }
      const kept = objects.get(name)
      if (request.method === 'DELETE') {
        objects.delete(name)
        return answer.writeHead(204).end()
      }
      return kept === undefined ? answer.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>') : answer.writeHead(200).end(kept)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  storage = s3Storage({ endpoint, bucket: 'rebond-test', region: 'eu-west-3', accessKeyId: KEY_ID, secretAccessKey: SECRET })
})
beforeEach(() => {
  objects.clear()
  seen.length = 0
  troubles = []
})
afterAll(() => new Promise((closed) => server.close(closed)))

describe('a bucket', () => {
  test('keeps what is put, gives it whole and as a stream, until it is taken away', async () => {
    const key = newKey('attachments')
    await storage.put(key, Readable.from(['bon', 'jour']))
    expect([...objects.keys()]).toEqual([`/rebond-test/${key}`])
    expect((await storage.read(key))?.toString()).toBe('bonjour')
    expect(await text((await storage.open(key))!)).toBe('bonjour')
    await storage.remove(key)
    await storage.remove(key)
    expect(await storage.read(key)).toBeNull()
    expect(await storage.open(key)).toBeNull()
  })

  test('is sent the length and the digest of what it is to keep', async () => {
    const content = Buffer.alloc(3_000_000, 'é')
    await storage.put(newKey('exports'), Readable.from(content))
    expect(seen[0]!.headers).toMatchObject({ 'content-length': '3000000', 'x-amz-content-sha256': digest(content) })
    expect([...objects.values()][0]!.equals(content)).toBe(true)
  })

  test('keeps a file of nothing', async () => {
    const key = newKey('exports')
    await storage.put(key, Readable.from([]))
    expect(await storage.read(key)).toEqual(Buffer.alloc(0))
  })

  test('never takes a key twice', async () => {
    const key = newKey('documents')
    await storage.put(key, Readable.from(['first']))
    await expect(storage.put(key, Readable.from(['second']))).rejects.toThrow('412 PreconditionFailed')
    expect((await storage.read(key))?.toString()).toBe('first')
  })

  test('is told nothing of a stream that broke', async () => {
    const broken = Readable.from(
      (async function* () {
        yield 'half'
        throw new Error('the line was cut')
      })(),
    )
    await expect(storage.put(newKey('exports'), broken)).rejects.toThrow('the line was cut')
    expect(seen).toEqual([])
  })

  test('is asked again when it is busy, and not when it refuses', async () => {
    const key = newKey('exports')
    troubles = [503, 500]
    await storage.put(key, Readable.from(['kept']))
    expect(seen.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'PUT'])
    expect((await storage.read(key))?.toString()).toBe('kept')
    troubles = [503, 503, 503, 503]
    await expect(storage.read(key)).rejects.toThrow('the storage refused to give: 503')
    const stranger = s3Storage({ endpoint, bucket: 'rebond-test', region: 'eu-west-3', accessKeyId: KEY_ID, secretAccessKey: 'another' })
    seen.length = 0
    await expect(stranger.read(key)).rejects.toThrow('the storage refused to give: 403 SignatureDoesNotMatch')
    expect(seen).toHaveLength(1)
  })

  test('that is nowhere is an error, not an empty file', async () => {
    const nowhere = s3Storage({ endpoint: 'http://127.0.0.1:9', bucket: 'rebond-test', region: 'eu-west-3', accessKeyId: KEY_ID, secretAccessKey: SECRET })
    await expect(nowhere.open(newKey('exports'))).rejects.toThrow('fetch failed')
  })

  test('is asked for nothing under a key that is none of ours', async () => {
    for (const key of ['../secret', 'attachments/../x', 'other/0190a0a0-0000-7000-8000-000000000000']) {
      await expect(storage.read(key)).rejects.toThrow('not a storage key')
      await expect(storage.put(key, Readable.from(['x']))).rejects.toThrow('not a storage key')
    }
    expect(seen).toEqual([])
  })
})

// Published by Amazon with the description of Signature Version 4: GET Object, in the S3 manual's worked examples.
test('the signature is the one that Amazon published for its example', async () => {
  const published = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
  const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
  const headers = { range: 'bytes=0-9', 'x-amz-content-sha256': digest('') }
  const signer = new AwsV4Signer({
    method: 'GET', url: 'https://examplebucket.s3.amazonaws.com/test.txt', headers, allHeaders: true, datetime: '20130524T000000Z',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey, region: 'us-east-1', service: 's3',
  })
  expect(await signer.signature()).toBe(published)
  const ours = signatureOf(secretAccessKey, {
    method: 'GET', path: '/test.txt', query: '', payload: digest(''), date: '20130524T000000Z', region: 'us-east-1', service: 's3',
    headers: { host: 'examplebucket.s3.amazonaws.com', range: 'bytes=0-9', 'x-amz-content-sha256': digest(''), 'x-amz-date': '20130524T000000Z' },
    names: ['host', 'range', 'x-amz-content-sha256', 'x-amz-date'],
  })
  expect(ours, 'the server of these tests').toBe(published)
})

describe('the settings of a bucket', () => {
  const whole = { REBOND_S3_ENDPOINT: 'https://s3.example.org', REBOND_S3_BUCKET: 'rebond', REBOND_S3_ACCESS_KEY_ID: 'id', REBOND_S3_SECRET_ACCESS_KEY: 'secret' }
  test('come whole, or not at all', () => {
    expect(readEnvironment(whole).kind).toBe('read')
    expect(storageEnvironment({})).toEqual({ REBOND_STORAGE_FOLDER: '.data/storage', REBOND_S3_REGION: 'us-east-1' })
    for (const name of Object.keys(whole)) {
      const reading = readEnvironment({ ...whole, [name]: undefined })
      expect(reading.kind === 'refused' && reading.problems).toEqual([`${name}: required with the other settings of the bucket`])
    }
  })
  test.each([['REBOND_S3_ENDPOINT', 's3.example.org'], ['REBOND_S3_BUCKET', 'No Bucket'], ['REBOND_S3_REGION', 'Paris, France']])('%s=%s is refused by its name', (name, value) => {
    const reading = readEnvironment({ ...whole, [name]: value })
    expect(reading.kind === 'refused' && reading.problems[0]).toMatch(new RegExp(`^${name}: `, 'u'))
  })
})
