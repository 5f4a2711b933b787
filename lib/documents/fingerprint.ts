import { createHash } from 'node:crypto'
import type { DocumentContent } from './content.ts'

/** JSON with its keys in order: the same value gives the same text, whatever the database did to it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

/** SHA-256, in hexadecimal, of a value as JSON, whatever the order of its keys. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

/** The same of what an issued document says: number, title and every part of it. */
export function fingerprintOf(content: DocumentContent): string {
  return digestOf(content)
}

/** The same of what a draft says, whoever looks at it and on whichever day: another one means that the facts or the template moved. */
export function draftDigest({ madeOn: _day, author: _author, ...said }: DocumentContent): string {
  return createHash('sha256').update(canonical(said)).digest('hex')
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
