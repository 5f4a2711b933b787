/** Appointments in words, ready to be shown. No rule is decided here. */
import type { useTranslations } from 'next-intl'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { AppointmentView, DeadlineStanding } from '@/lib/agenda/views.ts'
import { formatDay, formatDays, formatDayShort } from '@/lib/wording/format/index.ts'
import { formatTime, formatTimes } from '@/lib/wording/format/time.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { agendaHref } from './address.ts'

export interface AgendaWords {
  readonly t: ReturnType<typeof useTranslations<'agenda'>>
  readonly locale: Locale
}

/** « tient l’échéance R-301 du lun. 8 sept. 2025 », « trop tard de 2 jours … ». */
export function standingWords(standing: DeadlineStanding, { t, locale }: AgendaWords): string {
  const values = { rule: standing.rule, day: formatDay(standing.dueOn, locale), days: formatDays(standing.days, locale) }
  return t(`standing.${standing.is}`, values)
}

/** Who an appointment is with, in words. */
export function whoWords(appointment: Pick<AppointmentView, 'file' | 'hidden' | 'kind'>, { t }: AgendaWords): string {
  if (appointment.file !== null) return appointment.file.personName
  return appointment.hidden ? t('someoneElse') : t('kind.unavailable')
}

/** `lun. 23 nov. 2026 de 14 h à 15 h`. */
export function whenWords({ day, time, endTime }: Pick<AppointmentView, 'day' | 'time' | 'endTime'>, { locale }: AgendaWords): string {
  return `${formatDay(day, locale)} ${formatTimes(time, endTime, locale)}`
}

/** Where it is held: the place, or how. */
export function whereWords({ means, place }: Pick<AppointmentView, 'means' | 'place'>, { t }: AgendaWords): string {
  return place === null ? t(`means.${means}`) : means === 'meeting' ? place : `${t(`means.${means}`)}, ${place}`
}

/** « À clore » once a planned day is over; else its status. */
export function stateKey(appointment: Pick<AppointmentView, 'status' | 'day'>, today: Day): AppointmentView['status'] | 'toClose' {
  return appointment.status === 'planned' && appointment.day < today ? 'toClose' : appointment.status
}


export interface PlannedLink {
  readonly words: string
  readonly href: string
}

/** « Rendez-vous pris, mar. 24 nov. à 14 h 30 », and where it is read. */
export function plannedLink(planned: { readonly id: string; readonly day: Day; readonly time: string }, { t, locale }: AgendaWords): PlannedLink {
  return { words: t('planned', { day: formatDayShort(planned.day, locale), time: formatTime(planned.time, locale) }), href: agendaHref({ day: planned.day, open: planned.id }) }
}
