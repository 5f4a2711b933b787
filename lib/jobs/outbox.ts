import { operatorsToVisit, inSystemTransaction } from '../database/transactions.ts'

/** What was left in the outbox by a change. */
export interface Message {
  readonly id: string
  readonly topic: string
  readonly payload: unknown
}

/** What is done with a topic; one that nobody handles is simply taken out. */
export type Handlers = Readonly<Partial<Record<string, (operatorId: string, message: Message) => Promise<void>>>>

const BATCH = 200

async function drainOnce(operatorId: string, handlers: Handlers): Promise<number> {
  return inSystemTransaction(
    operatorId,
    async (tx) => {
      const messages = await tx.$queryRaw<Message[]>`
        select id, topic, payload from outbox where processed_at is null order by created_at, id limit ${BATCH} for update skip locked`
      for (const message of messages) await handlers[message.topic]?.(operatorId, message)
      await tx.$executeRaw`update outbox set processed_at = now() where id = any(${messages.map((message) => message.id)}::uuid[])`
      return messages.length
    },
    { timeout: 60_000 },
  )
}

/**
 * Handles what waits in the outbox of every operator, oldest first; a message is taken out in the
 * transaction that handled it. Two workers at once take different ones.
 * @returns how many were handled
 */
export async function drainOutbox(handlers: Handlers = {}): Promise<number> {
  let handled = 0
  for (const operator of await operatorsToVisit()) {
    let taken = BATCH
    while (taken === BATCH) {
      taken = await drainOnce(operator.id, handlers)
      handled += taken
    }
  }
  return handled
}
