// What a mail server says when it gives up on a message it had taken: a report of RFC 3464, inside a letter of MIME. Only
// what tells which message and why is read; nothing of it is kept but those two.

/** Parts within parts that are looked into: a report is two deep. */
const DEEPEST = 4
/** As our own are made. */
const OUR_MESSAGE_ID = /<[A-Za-z0-9.-]+@[A-Za-z0-9.-]+>/gu

export type BounceReport =
  /** The message did not reach its reader. @property said the server's own words, on one line */
  | { readonly kind: 'failed'; readonly messageIds: readonly string[]; readonly said: string | null }
  /** It is late, or went on: nothing is lost. */
  | { readonly kind: 'not_failed' }
  /** No report of delivery, or of no message that can be told. */
  | { readonly kind: 'unreadable' }

type Headers = ReadonlyMap<string, string>

/** Lines of `Name: value`, those that follow on being joined; the first of each name counts. */
function headersOf(text: string): Headers {
  const found = new Map<string, string>()
  for (const line of text.replaceAll(/\n[ \t]+/gu, ' ').split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name !== '' && !found.has(name)) found.set(name, line.slice(colon + 1).trim())
  }
  return found
}

function opened(text: string): { readonly headers: Headers; readonly body: string } {
  // A part without headers begins with an empty line.
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n')
  return end === -1 ? { headers: headersOf(text), body: '' } : { headers: headersOf(text.slice(0, end)), body: text.slice(text.startsWith('\n') ? 1 : end + 2) }
}

function contentOf(headers: Headers): { readonly type: string; readonly boundary: string | null } {
  const value = headers.get('content-type') ?? 'text/plain'
  const boundary = /;\s*boundary=(?:"(?<quoted>[^"]{1,70})"|(?<plain>[^\s;"]{1,70}))/iu.exec(value)?.groups
  return { type: value.split(';')[0]?.trim().toLowerCase() ?? '', boundary: boundary?.['quoted'] ?? boundary?.['plain'] ?? null }
}

function plain(headers: Headers, body: string): string {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n')
    case 'quoted-printable':
      return body.replaceAll(/=\n/gu, '').replaceAll(/=(?<hex>[0-9A-F]{2})/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    default:
      return body
  }
}

interface Part {
  readonly type: string
  readonly body: string
}

function partsOf(text: string, depth = 0): readonly Part[] {
  const { headers, body } = opened(text)
  const { type, boundary } = contentOf(headers)
  if (!type.startsWith('multipart/')) return [{ type, body: plain(headers, body) }]
  if (boundary === null || depth >= DEEPEST) return []
  const [, ...pieces] = `\n${body}`.split(`\n--${boundary}`)
  // The last boundary ends with two hyphens; what follows it is nobody's.
  const whole = pieces.findIndex((piece) => piece.startsWith('--'))
  return pieces.slice(0, whole === -1 ? undefined : whole).flatMap((piece) => partsOf(piece.slice(piece.indexOf('\n') + 1), depth + 1))
}

/** The groups of fields of a report: one for the message, then one for each recipient. */
const groupsOf = (body: string): readonly Headers[] => body.trim().split(/\n\s*\n/u).map(headersOf)

/** `smtp; 550 5.1.1 No such user` without its first word; else the status. */
function saidIn(recipient: Headers): string | null {
  const said = recipient.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/u, '') ?? recipient.get('status') ?? ''
  // oxlint-disable-next-line no-control-regex -- what came from elsewhere is kept on one line
  const line = said.replaceAll(/[\u0000-\u001F\u007F]+/gu, ' ').trim()
  return line === '' ? null : line
}

const ORIGINAL = new Set(['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers', 'message/global', 'message/global-headers'])

/** Reads a letter that reports on the delivery of another. @param letter as it came, its headers first */
export function readBounceReport(letter: string): BounceReport {
  const text = letter.replaceAll('\r\n', '\n')
  const parts = partsOf(text)
  const status = parts.find(({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status')
  if (status === undefined) return { kind: 'unreadable' }
  const recipients = groupsOf(status.body).filter((group) => group.has('action'))
  if (recipients.length === 0) return { kind: 'unreadable' }
  const failed = recipients.find((group) => /^failed\b/iu.test(group.get('action') ?? ''))
  if (failed === undefined) return { kind: 'not_failed' }
  const original = parts.find(({ type }) => ORIGINAL.has(type))
  const outer = opened(text).headers
  // A server that gives back nothing of the message answers it all the same.
  const named = [original === undefined ? undefined : headersOf(original.body.split('\n\n')[0] ?? '').get('message-id'), outer.get('in-reply-to'), outer.get('references')]
  const messageIds = [...new Set(named.flatMap((value) => value?.match(OUR_MESSAGE_ID) ?? []))]
  return messageIds.length === 0 ? { kind: 'unreadable' } : { kind: 'failed', messageIds, said: saidIn(failed) }
}
