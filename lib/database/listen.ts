import type { Driver } from './driver.ts'

/** Where the database says that the outbox has something new. */
export const OUTBOX_CHANNEL = 'rebond_outbox'

/**
 * Calls `heard` at each notification of a channel, and once at each (re)connection: what was said while the line was cut
 * is not repeated, so look then too.
 * @returns how to stop listening
 */
export async function listenTo(sql: Driver, channel: string, heard: () => void): Promise<() => Promise<void>> {
  const listening = await sql.listen(channel, heard, heard)
  return () => listening.unlisten()
}
