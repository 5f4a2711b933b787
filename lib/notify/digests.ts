// The digests as their reader finds them in the app, and how each person wants to be told.
import { z } from 'zod'
import { day, type Day } from '../accord/calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import { moment } from '../clock/civil-day.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { scopeCondition } from '../access/scope.ts'
import { DIGEST_TOPICS, type DigestContent, type DigestTopic } from './digest-content.ts'

export interface DigestView {
  readonly id: string
  readonly on: Day
  readonly read: boolean
  readonly content: DigestContent
}

export interface Digests {
  readonly digests: readonly DigestView[]
  readonly unread: number
  /** The names of the people of the files told of that the reader may still read, by reference. */
  readonly names: Readonly<Record<string, string>>
}

/** Mornings kept on the screen. */
const MOST_SHOWN = 20

/** What someone was told in the app, the latest first; `null` for who is told nothing. */
export async function digests(actor: Actor): Promise<Digests | null> {
  if (actor.operatorId === null) return null
  return inActorTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; on: string; read: boolean; content: DigestContent }[]>`
      select id, on_day::text as on, read_at is not null as read, content from digest
      where account_id = ${actor.accountId}::uuid and in_app order by on_day desc limit ${MOST_SHOWN}`
    const references = [...new Set(rows.flatMap(({ content }) => [...content.due.lines, ...content.assigned, ...content.changes, ...content.mail, ...content.appointments].flatMap(({ reference }) => reference ?? [])))]
    const named = await tx.$queryRaw<{ reference: string; name: string }[]>`
      select c.reference, p.first_name || ' ' || p.last_name as name from case_file c join person p on p.id = c.person_id
      where ${scopeCondition(actor, 'c')} and c.reference = any(${references}::text[])`
    return {
      digests: rows.map((row) => ({ ...row, on: day(row.on) })),
      unread: rows.filter(({ read }) => !read).length,
      names: Object.fromEntries(named.map(({ reference, name }) => [reference, name])),
    }
  })
}

/** How many mornings wait to be read; for the bell. */
export async function unreadDigests(actor: Actor): Promise<number> {
  if (actor.operatorId === null) return 0
  const [row] = await inActorTransaction(actor, (tx) => tx.$queryRaw<[{ n: number }]>`select count(*)::integer as n from digest where account_id = ${actor.accountId}::uuid and in_app and read_at is null`)
  return row.n
}

/** Marks as read all that one was told. */
export async function markDigestsRead(actor: Actor): Promise<void> {
  if (actor.operatorId === null) return
  const at = await moment(actor.timeZone)
  await inActorTransaction(actor, (tx) => tx.$executeRaw`update digest set read_at = ${at}::timestamptz where account_id = ${actor.accountId}::uuid and in_app and read_at is null`)
}

export interface DigestChoice {
  readonly byMail: boolean
  readonly inApp: boolean
  readonly topics: readonly DigestTopic[]
}

/** How someone wants to be told; everything, both ways, until they choose. */
export async function digestChoice(actor: Actor): Promise<DigestChoice | null> {
  if (actor.operatorId === null) return null
  const [row] = await inActorTransaction(actor, (tx) => tx.$queryRaw<DigestChoice[]>`
    select by_mail as "byMail", in_app as "inApp", topics from digest_choice where account_id = ${actor.accountId}::uuid`)
  return row ?? { byMail: true, inApp: true, topics: DIGEST_TOPICS }
}

const choiceSchema = z.strictObject({ byMail: z.boolean(), inApp: z.boolean(), topics: z.array(z.enum(DIGEST_TOPICS)) })

/** Keeps it; refuses a topic that does not exist. */
export async function keepDigestChoice(actor: Actor, chosen: { readonly byMail: boolean; readonly inApp: boolean; readonly topics: readonly string[] }): Promise<boolean> {
  const parsed = choiceSchema.safeParse(chosen)
  if (!parsed.success || actor.operatorId === null) return false
  const { byMail, inApp, topics } = parsed.data
  await inActorTransaction(actor, (tx) => tx.$executeRaw`
    insert into digest_choice (operator_id, account_id, by_mail, in_app, topics)
    values (${actor.operatorId}::uuid, ${actor.accountId}::uuid, ${byMail}, ${inApp}, ${[...new Set(topics)]}::text[])
    on conflict (operator_id, account_id) do update set by_mail = excluded.by_mail, in_app = excluded.in_app, topics = excluded.topics`)
  return true
}
