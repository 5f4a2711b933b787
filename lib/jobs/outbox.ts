import { inSystemTransaction, operatorsToVisit } from '../database/transactions.ts'

/** What was left in the outbox by a change. */
export interface Message {
  readonly id: string
  readonly topic: string
  readonly payload: unknown
}

/** What is done with a topic; one that nobody handles is simply taken out. */
export type Handlers = Readonly<Partial<Record<string, (operatorId: string, message: Message) => Promise<void>>>>

/** A message whose handler threw. */
export interface FailedMessage {
  readonly operatorId: string
  readonly id: string
  readonly topic: string
  readonly attempts: number
  /** Whether it was tried for the last time: it stays in the table, out of the way. */
  readonly setAside: boolean
  readonly error: unknown
}

export interface Drained {
  readonly handled: number
  readonly failed: readonly FailedMessage[]
}

const BATCH = 200
/** Minutes before a message is tried again, after each attempt that failed; after the last it is set aside. */
const WAITS = [1, 5, 30, 120] as const

/** Takes one message in a transaction of its own: what one handler half did goes back with its message alone. */
async function handleNext(operatorId: string, handlers: Handlers): Promise<'none' | 'handled' | FailedMessage> {
  let held: (Message & { readonly attempts: number }) | undefined
  try {
    return await inSystemTransaction(
      operatorId,
      async (tx) => {
        ;[held] = await tx.$queryRaw<(Message & { readonly attempts: number })[]>`
          select id, topic, payload, attempts from outbox
          where processed_at is null and set_aside_at is null and (next_attempt_at is null or next_attempt_at <= now())
            and topic = any(${Object.keys(handlers)}::text[])
          order by created_at, id limit 1 for update skip locked`
        if (held === undefined) return 'none'
        await handlers[held.topic]?.(operatorId, held)
        await tx.$executeRaw`update outbox set processed_at = now() where id = ${held.id}::uuid`
        return 'handled'
      },
      { timeout: 60_000 },
    )
  } catch (error) {
    if (held === undefined) throw error
    return setBack(operatorId, held, error)
  }
}

/** Keeps why a message could not be handled, and when it is tried again, if it is. */
async function setBack(operatorId: string, { id, topic, attempts }: Message & { readonly attempts: number }, error: unknown): Promise<FailedMessage> {
  const wait = WAITS[attempts] ?? null
  const failure = (error instanceof Error ? error.message : String(error)).replaceAll('\0', '').slice(0, 500)
  await inSystemTransaction(
    operatorId,
    (tx) => tx.$executeRaw`
      update outbox set attempts = attempts + 1, failure = ${failure}, next_attempt_at = now() + make_interval(mins => ${wait ?? 0}::integer),
        set_aside_at = case when ${wait === null}::boolean then now() end
      where id = ${id}::uuid`,
  )
  return { operatorId, id, topic, attempts: attempts + 1, setAside: wait === null, error }
}

/** Takes out, by batches, what nobody handles. */
async function takeOutUnheard(operatorId: string, handlers: Handlers): Promise<number> {
  return inSystemTransaction(
    operatorId,
    (tx) => tx.$executeRaw`
      update outbox set processed_at = now() where id in (
        select id from outbox where processed_at is null and set_aside_at is null and not topic = any(${Object.keys(handlers)}::text[])
        order by created_at, id limit ${BATCH} for update skip locked)`,
    { timeout: 60_000 },
  )
}

/**
 * Handles what waits in the outbox of every operator, oldest first; a message is taken out in the transaction that handled
 * it. Two workers at once take different ones. A message whose handler throws is tried again later, and set aside in the
 * end: it stops no other.
 */
export async function drainOutbox(handlers: Handlers = {}): Promise<Drained> {
  let handled = 0
  const failed: FailedMessage[] = []
  for (const operator of await operatorsToVisit()) {
    for (let taken = BATCH; taken === BATCH; handled += taken) taken = await takeOutUnheard(operator.id, handlers)
    if (Object.keys(handlers).length === 0) continue
    for (let next = await handleNext(operator.id, handlers); next !== 'none'; next = await handleNext(operator.id, handlers)) {
      if (next === 'handled') handled += 1
      else failed.push(next)
    }
  }
  return { handled, failed }
}
