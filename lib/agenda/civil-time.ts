// The civil times of an agenda: a day and a time in a zone, and the instant they stand for. Twice a year a time does not
// exist, or exists twice: nobody is asked to come then.
import { fromPlainDate, toPlainDate, type Day } from '../accord/calendar/day.ts'
import { minutesOfTime } from '../wording/time-of-day.ts'

export interface CivilTime {
  readonly day: Day
  /** `HH:MM`. */
  readonly time: string
}

export type ResolvedTime =
  | { readonly ok: true; readonly startsAt: Date }
  /**
   * `skipped`: clocks go over that time; `twice`: it comes twice that night. The nearest times that stand for one instant,
   * on quarters of an hour.
   */
  | { readonly ok: false; readonly code: 'skipped' | 'twice'; readonly before: CivilTime; readonly after: CivilTime }

function plainOf({ day, time }: CivilTime): Temporal.PlainDateTime {
  const minutes = minutesOfTime(time)
  return toPlainDate(day).toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
}

function civilOf(plain: Temporal.PlainDateTime): CivilTime {
  return { day: fromPlainDate(plain.toPlainDate()), time: `${String(plain.hour).padStart(2, '0')}:${String(plain.minute).padStart(2, '0')}` }
}

/** The latest quarter of an hour strictly before a time. */
function quarterBefore(plain: Temporal.PlainDateTime): Temporal.PlainDateTime {
  const past = plain.minute % 15
  return plain.subtract({ minutes: past === 0 ? 15 : past })
}

/** The first quarter of an hour at a time or after it. */
function quarterFrom(plain: Temporal.PlainDateTime): Temporal.PlainDateTime {
  const past = plain.minute % 15
  return past === 0 ? plain : plain.add({ minutes: 15 - past })
}

/**
 * The instant of a civil time.
 * @param zone an IANA zone, `Europe/Paris`
 */
export function resolveTime(asked: CivilTime, zone: string): ResolvedTime {
  const plain = plainOf(asked)
  const [early, late] = [plain.toZonedDateTime(zone, { disambiguation: 'earlier' }), plain.toZonedDateTime(zone, { disambiguation: 'later' })]
  if (early.epochMilliseconds === late.epochMilliseconds) return { ok: true, startsAt: new Date(early.epochMilliseconds) }
  // Skipped, the time is read an hour early or an hour late, and comes back as another; twice, it comes back as itself.
  const twice = early.toPlainDateTime().equals(plain)
  // A moment after the change, then back to it: the later of two readings may be the change itself.
  const change = twice ? late.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') : early.getTimeZoneTransition('next')
  const at = change ?? late
  const eve = at.subtract({ nanoseconds: 1 }).toPlainDateTime().round('minute')
  const then = at.toPlainDateTime()
  return {
    ok: false,
    code: twice ? 'twice' : 'skipped',
    before: civilOf(quarterBefore(twice ? then : eve)),
    after: civilOf(quarterFrom(twice ? eve : then)),
  }
}

/** The civil time of an instant. */
export function civilTimeOf(instant: Date, zone: string): CivilTime {
  return civilOf(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime())
}
