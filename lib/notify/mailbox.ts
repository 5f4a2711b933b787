// The e-mails that were written: read, tried again, called back. All of an operator's for its administrator, one's own
// for the others; on a file, all of that file for who reads it.
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { isUuid } from '../cases/write-path.ts'
import { isoOf } from '../accord/calendar/day.ts'
import { civilDay, moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { Prisma } from '../database/generated/client.ts'
import { writeJournal } from '../database/journal.ts'
import { inActorTransaction, inSystemTransaction } from '../database/transactions.ts'
import type { Failure } from './courier.ts'
import { tellMail } from './queue-message.ts'
import { MAIL_STATES, type MailState } from './send-queue.ts'

export interface MailView {
  readonly id: string
  readonly state: MailState
  readonly reference: string | null
  readonly recipientName: string
  readonly recipientAddress: string
  readonly subject: string
  readonly body: string
  readonly messageId: string
  readonly senderId: string | null
  readonly senderName: string | null
  readonly queuedAt: Date
  readonly settledAt: Date | null
  readonly attempts: number
  /** When it is tried again; for what is queued. */
  readonly nextAttemptAt: Date
  readonly failure: Failure | null
  readonly serverSaid: string | null
}

const columns = Prisma.sql`
  m.id, m.state, c.reference, m.recipient_name as "recipientName", m.recipient_address as "recipientAddress", m.subject, m.body,
  m.message_id as "messageId", m.sender_id as "senderId", s.display_name as "senderName", m.queued_at as "queuedAt", m.settled_at as "settledAt",
  m.attempts, m.next_attempt_at as "nextAttemptAt", m.failure, m.server_said as "serverSaid"`
const tables = Prisma.sql`mail m left join case_file c on c.id = m.case_id left join account s on s.id = m.sender_id`

/** The e-mails an actor may read in the mailbox. */
function scope(actor: Actor): Prisma.Sql {
  if (can(actor, 'mail.read')) return Prisma.sql`true`
  return Prisma.sql`(m.sender_id = ${actor.accountId}::uuid or m.account_id = ${actor.accountId}::uuid)`
}

/** The groups of states that the mailbox is filtered by. */
export const MAIL_GROUPS = { all: MAIL_STATES, waiting: ['queued', 'sending'], gone: ['sent', 'kept_locally'], trouble: ['failed', 'bounced'], cancelled: ['cancelled'] } as const
export type MailGroup = keyof typeof MAIL_GROUPS

export const MAILBOX_PAGE = 25

export interface Mailbox {
  readonly group: MailGroup
  readonly page: number
  readonly total: number
  readonly counts: Readonly<Record<MailGroup, number>>
  readonly mail: readonly MailView[]
  /** Whether these are all of the operator's, not only one's own. */
  readonly whole: boolean
}

/** A page of the mailbox, the latest first; `null` for who belongs to no operator. */
export async function mailbox(actor: Actor, { group, page }: { readonly group: MailGroup; readonly page: number }): Promise<Mailbox | null> {
  if (actor.operatorId === null) return null
  const asked = Math.max(1, Math.min(10_000, Math.trunc(page) || 1))
  return inActorTransaction(actor, async (tx) => {
    const byState = await tx.$queryRaw<{ state: MailState; count: number }[]>`
      select m.state, count(*)::integer as count from mail m where ${scope(actor)} group by m.state`
    const count = (states: readonly string[]) => byState.filter(({ state }) => states.includes(state)).reduce((sum, line) => sum + line.count, 0)
    const counts = Object.fromEntries(Object.entries(MAIL_GROUPS).map(([name, states]) => [name, count(states)])) as Record<MailGroup, number>
    const mail = await tx.$queryRaw<MailView[]>`
      select ${columns} from ${tables} where ${scope(actor)} and m.state = any(${[...MAIL_GROUPS[group]]}::text[])
      order by m.queued_at desc, m.id desc limit ${MAILBOX_PAGE} offset ${(asked - 1) * MAILBOX_PAGE}`
    return { group, page: asked, total: counts[group], counts, mail, whole: can(actor, 'mail.read') }
  })
}

interface HeldMail {
  readonly id: string
  readonly operatorId: string
  readonly caseId: string | null
  readonly reference: string | null
  readonly state: MailState
  readonly mine: boolean
  readonly file: { readonly operatorId: string; readonly basinId: string; readonly counsellorId: string; readonly referentId: string | null } | null
}

/** Holds an e-mail that the actor may act on: one of the mailbox they read, or of a file they write. */
async function hold(tx: Transaction, actor: Actor, id: string): Promise<HeldMail | null> {
  const [row] = await tx.$queryRaw<HeldMail[]>`
    select m.id, m.operator_id as "operatorId", m.case_id as "caseId", c.reference, m.state, ${scope(actor)} as mine,
           case when c.id is null then null else jsonb_build_object('operatorId', c.operator_id, 'basinId', c.basin_id, 'counsellorId', c.counsellor_id, 'referentId', c.referent_id) end as file
    from mail m left join case_file c on c.id = m.case_id where m.id = ${id}::uuid for update of m`
  if (row === undefined) return null
  return row.mine || (row.file !== null && can(actor, 'file.record', row.file)) ? row : null
}

/** One e-mail, with its words; `null` where the actor may not read it. What others wrote to a person is journaled as read, once a day. */
export async function mailView(actor: Actor, id: string): Promise<MailView | null> {
  if (actor.operatorId === null || !isUuid(id)) return null
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  return inActorTransaction(actor, async (tx) => {
    const [row] = await tx.$queryRaw<(MailView & { readonly caseId: string | null })[]>`select ${columns}, m.case_id as "caseId" from ${tables} where m.id = ${id}::uuid and ${scope(actor)}`
    if (row === undefined) return null
    const { caseId, ...mail } = row
    if (caseId !== null && mail.senderId !== actor.accountId) await tellMailRead(tx, actor, { caseId, mailId: id, day: isoOf(today), at })
    return mail
  })
}

async function tellMailRead(tx: Transaction, actor: Actor, { caseId, mailId, day, at }: { readonly caseId: string; readonly mailId: string; readonly day: string; readonly at: Date }): Promise<void> {
  const seen = await tx.$queryRaw<unknown[]>`
    select 1 from journal_entry e join journal_detail d on d.entry_id = e.id
    where e.chain = ${`case:${caseId}`} and e.action = 'mail.read' and e.actor_id = ${actor.accountId}::uuid and d.detail @> ${JSON.stringify({ mail: mailId, day })}::jsonb limit 1`
  if (seen.length === 0) await writeJournal(tx, { operatorId: actor.operatorId, caseId, actorId: actor.accountId, action: 'mail.read', detail: { mail: mailId, day }, at })
}

/** Most e-mails shown on a file. */
const MOST_OF_A_FILE = 500

/** The e-mails of a file that was read already, the latest first. */
export function mailOfFile(tx: Transaction, caseId: string): Promise<MailView[]> {
  return tx.$queryRaw<MailView[]>`select ${columns} from ${tables} where m.case_id = ${caseId}::uuid order by m.queued_at desc, m.id desc limit ${MOST_OF_A_FILE}`
}

export type MailChange =
  | { readonly kind: 'changed'; readonly state: MailState }
  /** It went, or was called back, meanwhile. */
  | { readonly kind: 'too_late'; readonly state: MailState }
  | { readonly kind: 'not_found' }

/** Puts back in the queue, at once, what failed or waits for its next attempt. */
export async function tryAgain(actor: Actor, id: string): Promise<MailChange> {
  return change(actor, id, ['failed', 'bounced', 'queued'], 'queued', 'mail.queued_again')
}

/** Calls back what has not gone. What a worker is sending can no longer be called back. */
export async function cancelMail(actor: Actor, id: string): Promise<MailChange> {
  return change(actor, id, ['queued', 'failed', 'bounced'], 'cancelled', 'mail.cancelled')
}

async function change(actor: Actor, id: string, from: readonly MailState[], to: 'queued' | 'cancelled', action: string): Promise<MailChange> {
  if (actor.operatorId === null || !isUuid(id)) return { kind: 'not_found' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<MailChange> => {
    const held = await hold(tx, actor, id)
    if (held === null) return { kind: 'not_found' }
    // Whoever no longer follows the file may call back what they wrote, and send nothing more.
    if (to === 'queued' && held.file !== null && !can(actor, 'file.record', held.file) && !can(actor, 'mail.read')) return { kind: 'not_found' }
    if (!from.includes(held.state)) return { kind: 'too_late', state: held.state }
    await tx.$executeRaw`
      update mail set state = ${to}, next_attempt_at = now(), attempts = case when ${to} = 'queued' then 0 else attempts end,
        settled_at = ${to === 'cancelled' ? at : null}::timestamptz where id = ${id}::uuid`
    await tellMail(tx, { ...held, mailId: id, actorId: actor.accountId, action, at })
    if (to === 'queued') await tx.$executeRaw`select pg_notify('rebond_outbox', '')`
    return { kind: 'changed', state: to }
  })
}

/**
 * Marks as returned an e-mail that its server had taken: what a notice of non-delivery says, later, of a Message-ID.
 * @returns whether one was marked; a notice that comes twice marks nothing more
 */
export async function recordBounce(operatorId: string, messageId: string, said: string | null): Promise<boolean> {
  const at = await moment()
  return inSystemTransaction(operatorId, async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string; caseId: string | null; reference: string | null }[]>`
      update mail m set state = 'bounced', failure = 'reported', server_said = ${said?.slice(0, 500) ?? null}, settled_at = ${at}::timestamptz
      where m.message_id = ${messageId} and m.state = 'sent'
      returning m.id, m.case_id as "caseId", (select reference from case_file c where c.id = m.case_id) as reference`
    if (row === undefined) return false
    await tellMail(tx, { operatorId, caseId: row.caseId, reference: row.reference, mailId: row.id, actorId: null, action: 'mail.bounced', at })
    return true
  })
}
