// COPY, some twenty times faster than inserts: how populations are written.
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Driver, DriverTransaction } from './driver.ts'

export type CopiedValue = string | number | bigint | boolean | null | Date | Uint8Array | readonly string[]

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const SPECIAL = /[\\\n\r\t]/
const escape = (text: string) => (SPECIAL.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found) : text)

function fieldOf(value: CopiedValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  if (typeof value === 'object') return escape(`{${value.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return String(value)
}

const CHUNK = 256 * 1024

/** A row as COPY reads it, its line feed included. */
export function copyLine(row: readonly CopiedValue[]): string {
  let line = ''
  for (const [index, value] of row.entries()) line += index === 0 ? fieldOf(value) : `\t${fieldOf(value)}`
  return `${line}\n`
}

/**
 * Opens a COPY. The driver (3.4.9) answers the query as soon as the server is ready to read, and loses an error that comes
 * after the last row: the writer would wait for ever. The query's own `reject` is still called then, so listen there.
 */
async function openCopy(sql: Driver | DriverTransaction, table: string, columns: readonly string[]) {
  const query = sql`copy ${sql(table)} (${sql([...columns])}) from stdin`
  const inner = query as unknown as { reject: (error: unknown) => void }
  const rejectQuery = inner.reject
  const refused = new Promise<never>((_, reject) => {
    inner.reject = (error) => {
      rejectQuery(error)
      reject(error instanceof Error ? error : new Error(String(error)))
    }
  })
  refused.catch(() => undefined)
  const stream = await query.writable()
  const done = Promise.race([finished(stream), refused])
  done.catch(() => undefined)
  return { stream, done }
}

/**
 * Copies rows into a table, in one statement: all or none.
 * @param columns the columns in the order of each row's values; days as ISO text, jsonb as text, an array as one of texts
 * @returns how many rows went; rejects with Postgres' error, and nothing is kept, when one is refused
 */
export async function copyRows(sql: Driver | DriverTransaction, table: string, columns: readonly string[], rows: Iterable<readonly CopiedValue[]>): Promise<number> {
  const { stream, done } = await openCopy(sql, table, columns)
  let count = 0
  let chunk = ''
  for (const row of rows) {
    chunk += copyLine(row)
    count += 1
    if (chunk.length < CHUNK) continue
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done])
    chunk = ''
  }
  stream.end(chunk)
  await done
  return count
}

/** Copies lines made with `copyLine`, in one statement: rejects with Postgres' error, and nothing is kept, when one is refused. */
export async function copyLines(sql: Driver | DriverTransaction, table: string, columns: readonly string[], chunks: Iterable<Uint8Array>): Promise<void> {
  const { stream, done } = await openCopy(sql, table, columns)
  for (const chunk of chunks) if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done])
  stream.end()
  await done
}

/**
 * Runs `work` in one transaction with the journal's own chaining and checking off, for rows chained by journalHash(). The
 * owner's right only; until it commits, nobody else writes to the journal.
 */
export async function withJournalChainedByCaller(sql: Driver, work: (sql: DriverTransaction) => Promise<void>): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`alter table journal_entry disable trigger journal_entry_link`
    await transaction`alter table journal_detail disable trigger journal_detail_digest`
    await work(transaction)
    await transaction`alter table journal_entry enable trigger journal_entry_link`
    await transaction`alter table journal_detail enable trigger journal_detail_digest`
  })
}
