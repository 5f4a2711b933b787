// The worker: turns the day for every file, counts the figures of territories, and handles the outbox.
// `node lib/jobs/worker.ts` keeps running until SIGTERM; `--once` does everything once and ends.
import { pino } from 'pino'
import { isoOf, type Day } from '../accord/calendar/day.ts'
import { civilDay, PARIS } from '../clock/civil-day.ts'
import { appDatabaseUrl, closeDatabase } from '../database/client.ts'
import { keepListeningTo, OUTBOX_CHANNEL } from '../database/listen.ts'
import { countTerritories, turnEveryDay } from './daily.ts'
import { drainOutbox } from './outbox.ts'
import { QUEUES, type Queue } from './queues.ts'

const log = pino({ name: 'worker', level: process.env.LOG_LEVEL ?? 'info', base: null })

const CHECK_EVERY = 5 * 60_000
/** What waits in a queue is seen at once when the database says so, and after this long at most. */
const LOOK_AGAIN_EVERY = 20_000
/** Just after midnight: the day has turned on every clock that asks. */
const AFTER_MIDNIGHT = 5_000

let stopping = false
let counted: Day | null = null
/** What runs now; work of one kind waits for the one before. */
let running: Promise<void> = Promise.resolve()

function inTurn(what: string, work: () => Promise<void>): Promise<void> {
  running = running.then(async () => {
    if (stopping) return
    try {
      await work()
    } catch (error) {
      // Tried again at the next check: nothing is half done, each step is one transaction.
      log.error({ err: error }, `${what} failed`)
    }
  })
  return running
}

async function turn(): Promise<void> {
  for (const { operator, today, files } of await turnEveryDay(() => stopping)) {
    if (files > 0) log.info({ operator, today: isoOf(today), files }, 'files moved on')
  }
  const today = await civilDay()
  if (counted === today) return
  const edition = await countTerritories()
  if (edition === 'no_address') log.warn('STEERING_DATABASE_URL is not set: committees get no figures')
  else if (edition !== null) log.info(edition, 'figures across operators: a new edition')
  counted = today
}

async function drain(): Promise<void> {
  const { handled, failed } = await drainOutbox()
  if (handled > 0) log.debug({ handled }, 'outbox handled')
  for (const { error, ...message } of failed) log.error({ err: error, ...message }, message.setAside ? 'message set aside' : 'message failed, to be tried again')
}

/** What a queue does now, and whether it was called again meanwhile. Each goes at its own pace: a long export delays no e-mail. */
const lanes = new Map<Queue, { working: Promise<void>; again: boolean }>()

async function workQueue(queue: Queue): Promise<void> {
  try {
    const done = await queue.work(() => stopping)
    if (done > 0) log.debug({ queue: queue.name, done }, 'queue worked')
  } catch (error) {
    // Tried again when its own table says so; one queue in trouble keeps no other waiting.
    log.error({ err: error, queue: queue.name }, 'queue failed')
  }
}

/** Asked anew at each turn: a signal may have come meanwhile. */
const isGoing = (): boolean => !stopping

function callQueue(queue: Queue): Promise<void> {
  const lane = lanes.get(queue)
  if (lane !== undefined) {
    lane.again = true
    return lane.working
  }
  const begun = { working: Promise.resolve(), again: true }
  lanes.set(queue, begun)
  begun.working = (async () => {
    while (begun.again && isGoing()) {
      begun.again = false
      await workQueue(queue)
    }
    lanes.delete(queue)
  })()
  return begun.working
}

async function workQueues(): Promise<void> {
  await Promise.all(QUEUES.map(callQueue))
}

function untilAfterMidnight(): number {
  const now = Temporal.Now.zonedDateTimeISO(PARIS)
  return now.add({ days: 1 }).startOfDay().epochMilliseconds - now.epochMilliseconds + AFTER_MIDNIGHT
}

async function once(): Promise<void> {
  await turn()
  await drain()
  await workQueues()
  await closeDatabase()
}

async function forever(): Promise<void> {
  await inTurn('turning the day', turn)
  await inTurn('outbox', drain)
  void workQueues()
  const hear = () => {
    void inTurn('outbox', drain)
    void workQueues()
  }
  const stopListening = await keepListeningTo(appDatabaseUrl(), OUTBOX_CHANNEL, hear, (error) => {
    log.error({ err: error }, 'listening failed')
    return stopping
  })
  const check = setInterval(() => {
    void inTurn('turning the day', turn)
    void inTurn('outbox', drain)
  }, CHECK_EVERY)
  const look = setInterval(() => void workQueues(), LOOK_AGAIN_EVERY)
  let midnight: NodeJS.Timeout
  const waitForMidnight = () => {
    midnight = setTimeout(() => {
      void inTurn('turning the day', turn)
      waitForMidnight()
    }, untilAfterMidnight())
  }
  waitForMidnight()
  log.info('working')

  const stop = async () => {
    if (stopping) return
    stopping = true
    clearInterval(check)
    clearInterval(look)
    clearTimeout(midnight)
    await Promise.all([running, ...[...lanes.values()].map(({ working }) => working)])
    await stopListening()
    await closeDatabase()
    log.info('stopped')
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}

await (process.argv.includes('--once') ? once() : forever())
