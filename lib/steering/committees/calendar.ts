// The meetings of a committee as other calendars read them: whole days, since no hour is set here. Nothing of what they decide.
import { ICalEventStatus, type ICalEventData } from 'ical-generator'
import type { Actor } from '../../access/actor.ts'
import { addDays, day, toPlainDate } from '../../accord/calendar/day.ts'
import { writeCalendar } from '../../agenda/ics.ts'
import { isUuid } from '../../cases/write-path.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { messagesFor } from '../../wording/messages.ts'
import { readableCommittees } from './queries.ts'

/** Which meetings: one, or those whose day is in a year. */
export type MeetingsAsked = { readonly meeting: string } | { readonly year: number }

interface MeetingRow {
  readonly id: string
  readonly on: string
  readonly at: string | null
  readonly cancelled: boolean
  readonly version: number
  readonly changedAt: Date
}

export interface MeetingsFile {
  readonly body: string
  readonly fileName: string
}

/**
 * Meetings of a committee as a file for a calendar, those called off marked as such; `null` where there is none, or the
 * committee is not the actor's to read. Their identities never change, so that a file read again replaces what was read.
 * @param origin address of the application, for the link back
 */
export async function meetingsFile(actor: Actor, committeeId: string, asked: MeetingsAsked, origin: string): Promise<MeetingsFile | null> {
  if (!isUuid(committeeId) || ('meeting' in asked && !isUuid(asked.meeting))) return null
  const found = await inActorTransaction(actor, async (tx) => {
    const [committee] = await readableCommittees(tx, actor, committeeId)
    if (committee === undefined) return null
    const which = 'meeting' in asked ? Prisma.sql`m.id = ${asked.meeting}::uuid` : Prisma.sql`extract(year from coalesce(m.held_on, m.planned_on)) = ${asked.year}`
    const meetings = await tx.$queryRaw<MeetingRow[]>`
      select m.id, coalesce(m.held_on, m.planned_on)::text as on, m.at_place as at, m.cancelled_reason is not null as cancelled, m.version, m.changed_at as "changedAt"
      from committee_meeting m where m.committee_id = ${committeeId}::uuid and ${which} order by coalesce(m.held_on, m.planned_on), m.id limit 100`
    return { committee, meetings }
  })
  const first = found?.meetings[0]
  if (found === null || first === undefined) return null
  const { committee, meetings } = found
  const words = messagesFor(actor.locale).committees.ics
  const root = actor.role === 'committee' ? '/comite/reunions' : '/pilotage/comites'
  const events = meetings.map(({ id, on, at, cancelled, version, changedAt }): ICalEventData => ({
    id: `${id}@rebond`,
    sequence: version - 1,
    stamp: changedAt,
    lastModified: changedAt,
    allDay: true,
    start: toPlainDate(day(on)),
    end: toPlainDate(addDays(day(on), 1)),
    summary: committee.name,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: at,
    description: committee.secretariat === null ? null : words.secretariat.replace('{name}', () => committee.secretariat ?? ''),
    url: `${origin}${root}/${committeeId}`,
  }))
  const { body } = writeCalendar(events, { product: words.product, locale: actor.locale, name: null })
  return { body, fileName: `${words.file}-${'meeting' in asked ? first.on : String(asked.year)}.ics` }
}

/** A year as an address gives it; `null` for anything but four digits of our centuries. */
export function readYear(given: string | null): number | null {
  return given !== null && /^(?:19|20|21)\d{2}$/u.test(given) ? Number(given) : null
}
