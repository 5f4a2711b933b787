// The worker's side of e-mails. Each attempt is taken in one transaction, sent outside any, and settled in another: a
// killed worker leaves a lease that ends, after which the same message, under the same Message-ID, is tried again.
import { moment } from '../clock/civil-day.ts'
import { inSystemTransaction, operatorsToVisit } from '../database/transactions.ts'
import { environmentOrExit } from '../environment.ts'
import { courierOf, type Courier, type Delivery, type Letter } from './courier.ts'
import { tellMail } from './queue-message.ts'

export const MAIL_STATES = ['queued', 'sending', 'sent', 'kept_locally', 'failed', 'bounced', 'cancelled'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Minutes before the next attempt, after each that failed; after the last of them, no other. */
const WAITS = [1, 5, 30, 120, 360] as const
/** While the server itself does not answer, the wait grows no longer than this, and the attempts are not counted out. */
const LONGEST_WAIT_FOR_SERVER = 30
/** Days that a message waits for a server that does not answer. */
const PATIENCE_DAYS = 3
/** A worker that has not settled a message by then is dead: each step of the sending is bounded well below. */
const LEASE_MINUTES = 5
/** Longest a call goes on taking messages: the worker has other work. */
const LONGEST_CALL = 30_000

interface TakenRow {
  readonly id: string
  readonly caseId: string | null
  readonly reference: string | null
  readonly attempts: number
  readonly recipientAddress: string
  readonly recipientName: string
  readonly subject: string
  readonly body: string
  readonly messageId: string
  readonly operatorName: string
  readonly senderName: string | null
  readonly senderEmail: string | null
  readonly waitedDays: number
}

/** Takes the next message due, or one whose worker died; nobody else takes it before its lease ends. */
async function take(operatorId: string): Promise<TakenRow | null> {
  return inSystemTransaction(operatorId, async (tx) => {
    const [row] = await tx.$queryRaw<TakenRow[]>`
      with due as (
        select id from mail
        where operator_id = ${operatorId}::uuid
          and ((state = 'queued' and next_attempt_at <= now()) or (state = 'sending' and lease_until < now()))
        order by next_attempt_at limit 1 for update skip locked
      ), taken as (
        update mail m set state = 'sending', attempts = m.attempts + 1, lease_until = now() + make_interval(mins => ${LEASE_MINUTES}::integer)
        from due where m.id = due.id returning m.*
      )
      select t.id, t.case_id as "caseId", c.reference, t.attempts, t.recipient_address as "recipientAddress", t.recipient_name as "recipientName",
             t.subject, t.body, t.message_id as "messageId", o.name as "operatorName", s.display_name as "senderName", s.email as "senderEmail",
             extract(day from now() - uuid_extract_timestamp(t.id))::integer as "waitedDays"
      from taken t join operator o on o.id = t.operator_id
      left join case_file c on c.id = t.case_id left join account s on s.id = t.sender_id`
    return row ?? null
  })
}

function letterOf(row: TakenRow, from: string): Letter {
  return {
    messageId: row.messageId,
    from: { name: row.operatorName, address: from },
    replyTo: row.senderEmail === null ? null : { name: row.senderName ?? '', address: row.senderEmail },
    to: { name: row.recipientName, address: row.recipientAddress },
    subject: row.subject,
    text: row.body,
  }
}

interface Settlement {
  readonly state: MailState
  readonly failure: string | null
  readonly said: string | null
  /** Minutes to the next attempt; `null`: there is none. */
  readonly again: number | null
}

/** What becomes of a message after an attempt. */
export function settlementOf(delivery: Delivery, attempts: number, waitedDays: number): Settlement {
  switch (delivery.kind) {
    case 'sent':
    case 'kept_locally':
      return { state: delivery.kind, failure: null, said: null, again: null }
    case 'bounced':
      return { state: 'bounced', failure: delivery.failure, said: delivery.said, again: null }
    case 'refused':
      return { state: 'failed', failure: delivery.failure, said: delivery.said, again: null }
    case 'later': {
      const wait = WAITS[attempts - 1] ?? null
      return { state: wait === null ? 'failed' : 'queued', failure: delivery.failure, said: delivery.said, again: wait }
    }
    case 'unreachable': {
      const wait = waitedDays >= PATIENCE_DAYS ? null : Math.min(WAITS[attempts - 1] ?? LONGEST_WAIT_FOR_SERVER, LONGEST_WAIT_FOR_SERVER)
      return { state: wait === null ? 'failed' : 'queued', failure: delivery.failure, said: delivery.said, again: wait }
    }
  }
}

/** Writes what became of a taken message, unless its lease ended and another took it. */
async function settle(operatorId: string, row: TakenRow, { state, failure, said, again }: Settlement): Promise<void> {
  const at = await moment()
  await inSystemTransaction(operatorId, async (tx) => {
    const settled = await tx.$executeRaw`
      update mail set state = ${state}, failure = ${failure}, server_said = ${said}, lease_until = null,
        next_attempt_at = now() + make_interval(mins => ${again ?? 0}::integer), settled_at = ${again === null ? at : null}::timestamptz
      where id = ${row.id}::uuid and state = 'sending' and attempts = ${row.attempts}`
    if (settled === 0 || again !== null) return
    await tellMail(tx, { operatorId, caseId: row.caseId, reference: row.reference, mailId: row.id, actorId: null, action: `mail.${state}`, at })
  })
}

let ownCourier: { readonly courier: Courier; readonly from: string } | undefined

function environmentCourier(): { readonly courier: Courier; readonly from: string } {
  if (ownCourier === undefined) {
    const environment = environmentOrExit()
    ownCourier = { courier: courierOf(environment), from: environment.MAIL_FROM ?? 'rebond@rebond.invalid' }
  }
  return ownCourier
}

/**
 * Sends what is due, operator by operator. When the server does not answer, the rest of the queue waits: nothing is lost.
 * @param by the courier; that of the environment unless given
 * @returns how many attempts were made
 */
export async function sendDueMail(stopped: () => boolean, by?: { readonly courier: Courier; readonly from: string }): Promise<number> {
  const until = Date.now() + LONGEST_CALL
  let attempts = 0
  for (const operator of await operatorsToVisit()) {
    while (!stopped() && Date.now() < until) {
      const row = await take(operator.id)
      if (row === null) break
      const { courier, from } = by ?? environmentCourier()
      const delivery = await courier(letterOf(row, from))
      await settle(operator.id, row, settlementOf(delivery, row.attempts, row.waitedDays))
      attempts += 1
      if (delivery.kind === 'unreachable') return attempts
    }
  }
  return attempts
}
