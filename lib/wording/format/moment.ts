import { fromPlainDate, type Day } from '../../accord/calendar/day.ts'
import type { Locale } from '../locale.ts'
import { formatDayPlain } from './day.ts'
import { NBSP } from './spaces.ts'

const PARIS = 'Europe/Paris'

/** The civil day of a moment, in France. */
export function civilDayOf(moment: Date, timeZone: string = PARIS): Day {
  return fromPlainDate(Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate())
}

/** `22 nov. 2026 à 14 h 05`; English `22 Nov 2026 at 14:05`. */
export function formatMoment(moment: Date, locale: Locale, timeZone: string = PARIS): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone)
  const minute = String(zoned.minute).padStart(2, '0')
  const day = formatDayPlain(fromPlainDate(zoned.toPlainDate()), locale)
  return locale === 'fr'
    ? `${day} à${NBSP}${zoned.hour}${NBSP}h${NBSP}${minute}`
    : `${day} at${NBSP}${String(zoned.hour).padStart(2, '0')}:${minute}`
}
