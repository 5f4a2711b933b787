import { fromPlainDate, type Day } from '@/lib/accord/calendar/day.ts'
import { formatDayPlain } from '@/lib/wording/format/day.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { NBSP } from '@/lib/wording/format/spaces.ts'

const ZONE = 'Europe/Paris'

/** The civil day of a moment, in France. */
export function civilDayOf(moment: Date): Day {
  return fromPlainDate(Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE).toPlainDate())
}

/** `22 nov. 2026 à 14 h 05`; English `22 Nov 2026 at 14:05`. */
export function formatMoment(moment: Date, locale: Locale): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE)
  const minute = String(zoned.minute).padStart(2, '0')
  const day = formatDayPlain(fromPlainDate(zoned.toPlainDate()), locale)
  return locale === 'fr'
    ? `${day} à${NBSP}${zoned.hour}${NBSP}h${NBSP}${minute}`
    : `${day} at${NBSP}${String(zoned.hour).padStart(2, '0')}:${minute}`
}
