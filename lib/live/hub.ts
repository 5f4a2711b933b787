// One listening connection for each channel and process, whatever the number of screens.
import { pino } from 'pino'
import { appDatabaseUrl } from '../database/client.ts'
import { keepListeningTo, PRESENCE_CHANNEL } from '../database/listen.ts'
import { withoutActor } from '../database/transactions.ts'
import { Presences } from './presences.ts'
import { LIVE_CHANNEL, readChanged, readPresence, readSessionClosed, type FileChanged, type Presence, type SessionClosed } from './said.ts'

const log = pino({ name: 'live', level: process.env.LOG_LEVEL ?? 'info', base: null })

/** A screen that listens. */
export interface Screen {
  /** A file changed; `null`: the line was cut and is back, look again. */
  readonly changed: (change: FileChanged | null) => void
  /** Somebody said something of a file. @param moved whether who is on it has changed */
  readonly present: (presence: Presence, moved: boolean) => void
}

type HeardClosed = (session: SessionClosed) => void

interface Hub {
  readonly screens: Set<Screen>
  readonly streams: Set<HeardClosed>
  readonly presences: Presences
  /** How to stop listening. */
  readonly stop: Promise<() => Promise<void>>
}

// Kept on the global object: Next loads a module once per bundle.
const kept = globalThis as typeof globalThis & { rebondLive?: Hub }

function open(): Hub {
  const screens = new Set<Screen>()
  const streams = new Set<HeardClosed>()
  const presences = new Presences()
  const failed = (error: unknown) => {
    log.error({ err: error }, 'listening failed')
    return kept.rebondLive?.screens !== screens
  }
  const changes = keepListeningTo(appDatabaseUrl(), LIVE_CHANNEL, (said) => {
    const change = said === null ? null : readChanged(said)
    if (said !== null && change === null) return
    for (const screen of screens) screen.changed(change)
  }, failed)
  const people = keepListeningTo(appDatabaseUrl(), PRESENCE_CHANNEL, (said) => {
    const presence = said === null ? null : readPresence(said)
    if (presence === null) {
      const closed = said === null ? null : readSessionClosed(said)
      if (closed !== null) for (const hear of streams) hear(closed)
      return
    }
    const moved = presences.hear(presence, Date.now())
    for (const screen of screens) screen.present(presence, moved)
  }, failed)
  return { screens, streams, presences, stop: Promise.all([changes, people]).then((stops) => async () => void (await Promise.all(stops.map((stop) => stop())))) }
}

function hub(): Hub {
  kept.rebondLive ??= open()
  return kept.rebondLive
}

/** Adds a screen; it is told of every file of every operator: what it may know is its own to judge. @returns how to take it out */
export function listen(screen: Screen): () => void {
  const { screens } = hub()
  screens.add(screen)
  return () => void screens.delete(screen)
}

/** Calls `hear` for each session that is closed, of anybody. @returns how to stop */
export function onSessionClosed(hear: HeardClosed): () => void {
  const { streams } = hub()
  streams.add(hear)
  return () => void streams.delete(hear)
}

/** Whether both channels are open; before, a change could go unheard. */
export async function listening(): Promise<void> {
  await hub().stop
}

/** Who is on a file, as far as this process has heard. */
export function presentOn(file: string) {
  return hub().presences.on(file, Date.now())
}

/** Says who looks at a file, to every process. */
export async function sayPresence(presence: Presence): Promise<void> {
  await withoutActor((tx) => tx.$executeRaw`select pg_notify(${PRESENCE_CHANNEL}, ${JSON.stringify(presence)})`)
}

/** Closes the connections, for a test that ends. */
export async function stopListening(): Promise<void> {
  const open = kept.rebondLive
  delete kept.rebondLive
  await (await open?.stop)?.()
}
