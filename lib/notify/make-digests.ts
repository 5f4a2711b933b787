// Each morning, one digest for each person, once for ever: the line of (account, day) is written first, and whoever comes
// second finds it.
import { randomUUID } from 'node:crypto'
import { isoOf, toPlainDate, weekdayOf, addDays, type Day } from '../accord/calendar/day.ts'
import { holidayOn } from '../accord/calendar/holidays.ts'
import { civilDay, isOnSetDay, moment } from '../clock/civil-day.ts'
import { inSystemTransaction, operatorsToVisit } from '../database/transactions.ts'
import { readEnvironment } from '../environment.ts'
import type { Locale } from '../wording/locale.ts'
import { readAddress, headerName } from './address.ts'
import { DIGEST_TOPICS, gatherDigest, saysSomething, type DigestReader, type DigestTopic } from './digest-content.ts'
import { wordDigest } from './digest-mail.ts'
import { messageIdOf, tellMail } from './queue-message.ts'

/** Hour of the operator's zone from which the day's digests are made. */
const MORNING = 7

interface AwaitingRow {
  readonly accountId: string
  readonly role: string
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly createdAt: Date
  readonly byMail: boolean
  readonly inApp: boolean
  readonly topics: readonly DigestTopic[] | null
  readonly lastMadeAt: Date | null
}

/** Whether digests of a day may be made now: a working day, from seven on. A demo set on a day does not wait for the hour. */
async function isMorning(today: Day, timeZone: string): Promise<boolean> {
  if (weekdayOf(today) >= 6 || holidayOn(today) !== null) return false
  if (await isOnSetDay(timeZone)) return true
  return Temporal.Instant.fromEpochMilliseconds((await moment(timeZone)).getTime()).toZonedDateTimeISO(timeZone).hour >= MORNING
}

/** Who has no digest of that day yet. Nobody is written to on a day of absence: it waits in the app. */
async function awaiting(operatorId: string, today: Day): Promise<readonly AwaitingRow[]> {
  return inSystemTransaction(
    operatorId,
    (tx) => tx.$queryRaw<AwaitingRow[]>`
      select a.id as "accountId", a.role, a.display_name as name, a.email, a.locale, a.created_at as "createdAt",
             coalesce(h.by_mail, true) and not exists (
               select from absence b where b.account_id = a.id and ${isoOf(today)}::date between b.from_day and b.to_day) as "byMail", coalesce(h.in_app, true) as "inApp", h.topics,
             (select max(g.made_at) from digest g where g.account_id = a.id) as "lastMadeAt"
      from account a left join digest_choice h on h.operator_id = a.operator_id and h.account_id = a.id
      where a.operator_id = ${operatorId}::uuid and a.active and a.role in ('counsellor', 'referent', 'manager', 'operator_admin')
        and not exists (select from digest g where g.account_id = a.id and g.on_day = ${isoOf(today)}::date)
      order by a.id`,
  )
}

/** The morning of the eve, for who was never told anything. */
function eveOf(today: Day, timeZone: string): Date {
  return new Date(toPlainDate(addDays(today, -1)).toZonedDateTime({ timeZone, plainTime: `0${MORNING}:00` }).epochMilliseconds)
}

async function makeOne(operatorId: string, timeZone: string, today: Day, row: AwaitingRow, publicUrl: string | null): Promise<boolean> {
  const at = await moment(timeZone)
  return inSystemTransaction(operatorId, async (tx) => {
    const [digest] = await tx.$queryRaw<{ id: string }[]>`
      insert into digest (operator_id, account_id, on_day, made_at) values (${operatorId}::uuid, ${row.accountId}::uuid, ${isoOf(today)}::date, ${at}::timestamptz)
      on conflict (account_id, on_day) do nothing returning id`
    if (digest === undefined || (!row.byMail && !row.inApp)) return false
    const reader: DigestReader = { accountId: row.accountId, operatorId, role: row.role, topics: row.topics ?? DIGEST_TOPICS }
    const content = await gatherDigest(tx, reader, digest.id, today, row.lastMadeAt ?? eveOf(today, timeZone), at)
    if (!saysSomething(content)) return false
    const address = readAddress(row.email)
    let mailId: string | null = null
    if (row.byMail && address !== null) {
      const { subject, text } = wordDigest(content, { today, locale: row.locale, name: row.name, publicUrl })
      const [mail] = await tx.$queryRaw<[{ id: string }]>`
        insert into mail (operator_id, account_id, recipient_address, recipient_name, subject, body, message_id, queued_at)
        values (${operatorId}::uuid, ${row.accountId}::uuid, ${address}, ${headerName(row.name)}, ${subject}, ${text}, ${messageIdOf(randomUUID())}, ${at}::timestamptz)
        returning id`
      mailId = mail.id
      await tellMail(tx, { operatorId, caseId: null, reference: null, mailId, actorId: null, action: 'mail.queued', at })
    }
    await tx.$executeRaw`update digest set content = ${JSON.stringify(content)}::jsonb, in_app = ${row.inApp}, mail_id = ${mailId}::uuid where id = ${digest.id}::uuid`
    return true
  })
}

/**
 * Makes the digests of this morning that are not made yet. Run three times, or by two workers at once, it tells each
 * person once.
 * @returns how many people were told something
 */
export async function makeDigests(stopped: () => boolean): Promise<number> {
  const read = readEnvironment(process.env)
  const publicUrl = read.kind === 'read' ? (read.environment.NEXTAUTH_URL ?? null) : null
  let told = 0
  for (const operator of await operatorsToVisit()) {
    const today = await civilDay(operator.timeZone)
    if (!(await isMorning(today, operator.timeZone))) continue
    for (const row of await awaiting(operator.id, today)) {
      if (stopped()) return told
      if (await makeOne(operator.id, operator.timeZone, today, row, publicUrl)) told += 1
    }
  }
  return told
}
