import type { Locale } from '../locale.ts'
import { minutesOfTime } from '../time-of-day.ts'
import { NBSP } from './spaces.ts'

/** `14 h 30`, `9 h`; English `14:30`, `9:00`. */
export function formatTime(time: string, locale: Locale): string {
  const minutes = minutesOfTime(time)
  const [hour, minute] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')]
  if (locale === 'en') return `${hour}:${minute}`
  return minute === '00' ? `${hour}${NBSP}h` : `${hour}${NBSP}h${NBSP}${minute}`
}

/** `de 14 h à 15 h 30`; English `14:00 to 15:30`. */
export function formatTimes(from: string, to: string, locale: Locale): string {
  return locale === 'fr' ? `de${NBSP}${formatTime(from, locale)} à${NBSP}${formatTime(to, locale)}` : `${formatTime(from, locale)} to${NBSP}${formatTime(to, locale)}`
}

/** A length: `45 min`, `1 h`, `1 h 30`; English `45 min`, `1 h`, `1 h 30 min`. */
export function formatLength(minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}${NBSP}min`
  if (rest === 0) return `${hours}${NBSP}h`
  return locale === 'fr' ? `${hours}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}` : `${hours}${NBSP}h${NBSP}${rest}${NBSP}min`
}
