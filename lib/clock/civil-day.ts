// The only place where the app asks what time it is. The law (lib/accord) has no clock: it is told the day.
import { fromPlainDate, isoOf, type Day } from '../accord/calendar/day.ts'
import { fromIso } from '../database/calendar-columns.ts'
import { demoDay } from '../database/transactions.ts'

export const PARIS = 'Europe/Paris'

/** The day the demo or a test was set to; `null` where the clock is the real one. */
export async function daySet(): Promise<Day | null> {
  if (process.env.REBOND_CLOCK !== 'settable') return null
  asked ??= demoDay().finally(() => (asked = null))
  return fromIso(await asked)
}

/** The queries of one screen ask together: one answer serves those that are waiting. */
let asked: Promise<string | null> | null = null

function calendarDay(timeZone: string): Day {
  return fromPlainDate(Temporal.Now.plainDateISO(timeZone))
}

/** Today in a time zone (an operator's): the day every screen and every derivation is told. */
export async function civilDay(timeZone: string = PARIS): Promise<Day> {
  return (await daySet()) ?? calendarDay(timeZone)
}

/**
 * Now, for what records when something was entered. On a set day it is that day at the present hour, so that the
 * history of a demo agrees with its calendar.
 */
export async function moment(timeZone: string = PARIS): Promise<Date> {
  const set = await daySet()
  if (set === null) return new Date()
  const hour = Temporal.Now.plainTimeISO(timeZone)
  return new Date(Temporal.PlainDate.from(isoOf(set)).toZonedDateTime({ timeZone, plainTime: hour }).epochMilliseconds)
}

/** Whether a demo or a test was set to another day than the calendar's: screens then say so. */
export async function isOnSetDay(timeZone: string = PARIS): Promise<boolean> {
  const set = await daySet()
  return set !== null && set !== calendarDay(timeZone)
}
