// the national and regional committees meet once a quarter (ANI art. 22 and 23); the local ones have no fixed rhythm.
import { parseDay, partsOf, type Day } from '../../accord/calendar/day.ts'
import { parseQuarter, quartersBack } from '../../cases/quarter.ts'
import type { TerritoryLevel } from '../../indicators/slices.ts'

/** A meeting as its rhythm is judged. Days as ISO text. */
export interface DatedMeeting {
  readonly quarter: string
  readonly plannedOn: string
  readonly heldOn: string | null
  readonly cancelled: boolean
}

export type QuarterStanding =
  | 'held'
  /** To come. */
  | 'planned'
  /** Its day has passed, and nobody said whether it took place. */
  | 'to_confirm'
  /** The quarter runs, and no date is set. */
  | 'to_plan'
  /** The quarter is over without a meeting. */
  | 'missed'

export interface JudgedQuarter {
  readonly code: string
  readonly standing: QuarterStanding
  /** Meetings held or planned: two in a quarter are allowed, and said. */
  readonly meetings: number
}

/** Whether the texts ask for a meeting every quarter. */
export function isQuarterly(level: TerritoryLevel): boolean {
  return level === 'nation' || level === 'region'
}

/** Whether a day is in a quarter (`2026-Q1`). */
export function isInQuarter(day: Day, code: string): boolean {
  const quarter = parseQuarter(code)
  return quarter !== null && quarter.from <= day && day <= quarter.to
}

const QUARTERS_JUDGED = 5

/**
 * How each of the last quarters stands, newest first, from the one a committee was set up in; none where the texts fix no
 * rhythm. The quarter of the first day is not asked to have had its meeting when it was already over.
 */
export function quarterStandings(level: TerritoryLevel, since: Day, meetings: readonly DatedMeeting[], today: Day): readonly JudgedQuarter[] {
  if (!isQuarterly(level)) return []
  return quartersBack(today, QUARTERS_JUDGED).filter(({ to }) => to >= since).map(({ code, to }): JudgedQuarter => {
    const those = meetings.filter((meeting) => meeting.quarter === code && !meeting.cancelled)
    const coming = those.some(({ plannedOn, heldOn }) => heldOn === null && (parseDay(plannedOn) ?? today) >= today)
    const standing: QuarterStanding = those.some(({ heldOn }) => heldOn !== null) ? 'held' : coming ? 'planned' : those.length > 0 ? 'to_confirm' : to < today ? 'missed' : 'to_plan'
    return { code, standing, meetings: those.length }
  })
}

/** The next date set, today included; `null` where there is none. */
export function nextMeeting<Meeting extends DatedMeeting>(meetings: readonly Meeting[], todayIso: string): Meeting | null {
  return meetings.filter(({ heldOn, cancelled, plannedOn }) => heldOn === null && !cancelled && plannedOn >= todayIso).toSorted((a, b) => a.plannedOn.localeCompare(b.plannedOn))[0] ?? null
}

/** The years, from that of today, in which meetings fall; in order. */
export function yearsWithMeetings(meetings: readonly DatedMeeting[], today: Day): readonly number[] {
  const years = meetings.map(({ plannedOn, heldOn }) => partsOf(parseDay(heldOn ?? plannedOn) ?? today).year)
  return [...new Set(years)].filter((year) => year >= partsOf(today).year).toSorted((a, b) => a - b)
}
