import type { Readable } from 'node:stream'

/**
 * Where files that people give or receive are kept, outside the web root. What they are, whose, and who may read them is
 * told by the database: a key says nothing.
 */
export interface Storage {
  /** Keeps a stream under a new key; a key already taken is a bug. Nothing stays of a stream that broke. */
  put(key: string, content: Readable): Promise<void>
  /** The whole content; `null` when the key holds nothing. */
  read(key: string): Promise<Buffer | null>
  /** The content as it comes; `null` when the key holds nothing. */
  open(key: string): Promise<Readable | null>
  /** Takes it away; one already gone is fine. */
  remove(key: string): Promise<void>
}

/** A key: a room of the storage and a UUID, such as `attachments/0190…`. */
export const STORAGE_KEY = /^(?<room>attachments|documents|exports|packs)\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u
export type StorageRoom = 'attachments' | 'documents' | 'exports' | 'packs'

/** A key of its own for something new. */
export function newKey(room: StorageRoom): string {
  return `${room}/${crypto.randomUUID()}`
}
