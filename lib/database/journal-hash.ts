// The journal's hash as the database computes it (journal_hash, link_journal_entry), for rows that are copied in bulk
// with the trigger disabled. A test holds both to the same result.
import { hash } from 'node:crypto'

export interface ChainedEntry {
  readonly chain: string
  readonly position: bigint
  /** Empty for the first entry of a chain. */
  readonly previousHash: Uint8Array
  readonly digest: Uint8Array
  readonly action: string
  readonly actorId: string | null
  readonly caseId: string | null
  readonly factId: string | null
  readonly at: Date
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The chain an entry belongs to: its file's, its operator's, or the platform's. */
export function chainOf(operatorId: string | null, caseId: string | null): string {
  if (operatorId === null) return 'platform'
  return caseId === null ? `operator:${operatorId}` : `case:${caseId}`
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

/** SHA-256 over the entry and the hash before it. A Date holds milliseconds: the microseconds are zero. */
export function journalHash(entry: ChainedEntry): Buffer {
  const lines = [
    entry.chain,
    entry.position.toString(),
    hexOf(entry.previousHash),
    hexOf(entry.digest),
    entry.action,
    entry.actorId ?? '',
    entry.caseId ?? '',
    entry.factId ?? '',
    entry.at.toISOString().replace('Z', '000Z'),
  ]
  return hash('sha256', lines.join('\n'), 'buffer')
}

/** SHA-256 of a detail, over the text Postgres gives of it as jsonb. */
export function detailDigest(detail: Json): Buffer {
  return hash('sha256', jsonbText(detail), 'buffer')
}

/**
 * The text of a JSON value as `jsonb::text` writes it: keys by length in bytes then by bytes, one space after `:` and `,`.
 * Numbers must be safe integers: amounts travel as text, and Postgres writes other numbers its own way.
 */
export function jsonbText(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`the journal keeps whole numbers, and amounts as text: ${value}`)
    return String(value)
  }
  if (typeof value === 'string') return jsonbString(value)
  if (isArray(value)) return `[${value.map(jsonbText).join(', ')}]`
  const keys = Object.keys(value).sort(byLengthThenBytes)
  return `{${keys.map((key) => `${jsonbString(key)}: ${jsonbText(value[key] ?? null)}`).join(', ')}}`
}

const PLAIN = /^[\x20-\x7e]*$/

function byLengthThenBytes(a: string, b: string): number {
  if (PLAIN.test(a) && PLAIN.test(b)) return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
  const [left, right] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')]
  return left.length - right.length || Buffer.compare(left, right)
}

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

// Postgres refuses U+0000 and lone surrogates; for the rest JSON.stringify escapes as it does, but U+007F left as is by both.
function jsonbString(text: string): string {
  if (text.includes('\u0000') || !text.isWellFormed()) throw new RangeError('text that Postgres cannot keep')
  return JSON.stringify(text)
}
