// Appointments as other calendars read them (RFC 5545). What leaves the house says who in initials, and nothing of why.
import { createHash } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator'
import type { Locale } from '../wording/locale.ts'
import { messagesFor } from '../wording/messages.ts'
import type { AppointmentStatus, Means } from './kinds.ts'

/** What of an appointment leaves the house. */
export interface CalendarEntry {
  readonly id: string
  readonly version: number
  readonly status: AppointmentStatus
  readonly startsAt: Date
  readonly endsAt: Date
  readonly updatedAt: Date
  /** `null` for a slot that is not free. */
  readonly person: { readonly firstName: string; readonly lastName: string } | null
  readonly means: Means
  readonly place: string | null
  readonly link: string | null
}

/** `A. R.`: the first letter of each part of a name, in any script. */
export function initialsOf({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  const letter = (name: string): string => {
    const first = /\p{L}\p{M}*/u.exec(name)?.[0]
    return first === undefined ? '' : `${first.toLocaleUpperCase('fr')}.`
  }
  return [letter(firstName), letter(lastName)].filter(Boolean).join(' ')
}

export interface Calendar {
  readonly body: string
  /** A strong entity tag: the same bytes, the same tag. */
  readonly etag: string
}

/**
 * Writes events as a calendar.
 * @param product which part of the house writes it
 * @param name what a calendar that is subscribed to is called; `null` for a file
 */
export function writeCalendar(events: readonly ICalEventData[], { product, locale, name }: { readonly product: string; readonly locale: Locale; readonly name: string | null }): Calendar {
  const calendar = ical({ prodId: { company: 'Rebond', product, language: locale.toUpperCase() }, method: ICalCalendarMethod.PUBLISH, ...(name === null ? {} : { name, ttl: 60 * 15 }) })
  for (const event of events) calendar.createEvent(event)
  // The last line ends as the others do, which the library leaves out.
  const body = `${calendar.toString().trimEnd()}\r\n`
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` }
}

interface Setting {
  readonly locale: Locale
  /** Address of the application, for the link back; an event opens for who signs in. */
  readonly origin: string
  /** Name of the calendar; a single appointment has none. */
  readonly name: string | null
}

/** Writes a calendar. Times are instants (UTC), which every calendar shows in its own zone; identities never change, and each change counts one more. */
export function calendarOf(entries: readonly CalendarEntry[], { locale, origin, name }: Setting): Calendar {
  const words = messagesFor(locale).agenda.ics
  const events = entries.map((entry): ICalEventData => ({
    id: `${entry.id}@rebond`,
    sequence: entry.version - 1,
    stamp: entry.updatedAt,
    lastModified: entry.updatedAt,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: entry.person === null ? words.unavailable : words.title.replace('{initials}', initialsOf(entry.person)),
    status: entry.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: entry.means === 'phone' ? words.phone : (entry.place ?? (entry.means === 'video' ? words.video : null)),
    description: entry.link,
    url: `${origin}/agenda?rdv=${entry.id}`,
  }))
  return writeCalendar(events, { product: 'Agenda', locale, name })
}
