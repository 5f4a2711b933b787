import { setTimeout as pause } from 'node:timers/promises'
import { openDriver, type Driver } from './driver.ts'

/** Where the database says that the outbox has something new. */
export const OUTBOX_CHANNEL = 'rebond_outbox'

/** Where screens say who looks at a file, and where it is said that a session was closed. */
export const PRESENCE_CHANNEL = 'rebond_presence'

/** What a notification says; `null` at a (re)connection. */
export type Heard = (said: string | null) => void

/**
 * Calls `heard` at each notification of a channel, and once at each (re)connection: what was said while the line was cut
 * is not repeated, so look then too.
 * @returns how to stop listening
 */
export async function listenTo(sql: Driver, channel: string, heard: Heard): Promise<() => Promise<void>> {
  const listening = await sql.listen(channel, heard, () => heard(null))
  return () => listening.unlisten()
}

const AGAIN_AFTER = 1_000

/**
 * The same over a connection of its own, tried again until the database answers: the demo may be made anew at the very
 * moment of the first try, and no driver keeps trying that one.
 * @param failed told of each try that failed; `true` gives up
 * @returns how to stop listening and close the connection
 */
export async function keepListeningTo(url: string, channel: string, heard: Heard, failed: (error: unknown) => boolean): Promise<() => Promise<void>> {
  for (;;) {
    const driver = openDriver(url)
    const close = () => driver.end({ timeout: 5 })
    try {
      const stop = await listenTo(driver, channel, heard)
      return async () => {
        await stop().catch(() => undefined)
        await close()
      }
    } catch (error) {
      await close()
      if (failed(error)) return async () => undefined
      await pause(AGAIN_AFTER)
    }
  }
}
