/** The time of a civil day, kept as `HH:MM`: what people type in a time field, and minutes since midnight to reckon with. */
export const DAY_MINUTES = 24 * 60

/** Minutes since midnight of `HH:MM`. */
export function minutesOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** `HH:MM` of minutes since midnight; what goes past the day is held to its first and last minutes. */
export function timeOfMinutes(minutes: number): string {
  const within = Math.max(0, Math.min(DAY_MINUTES - 1, minutes))
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

export type TypedTime = { readonly ok: true; readonly time: string } | { readonly ok: false; readonly code: 'empty' | 'unreadable' | 'noSuchTime' }

const TYPED = /^(\d{1,2})(?:\s*(?:h|:|\.|\s)\s*(\d{1,2})?)?$/iu
const RUN_ON = /^(\d{1,2})(\d{2})$/u

/** Reads `14:30`, `14 h 30`, `14h`, `9`, `1430`, spaces around aside. */
export function readTypedTime(text: string): TypedTime {
  const typed = text.replaceAll(/[\u00A0\u202F]/gu, ' ').trim()
  if (typed === '') return { ok: false, code: 'empty' }
  const match = TYPED.exec(typed) ?? RUN_ON.exec(typed)
  if (match === null) return { ok: false, code: 'unreadable' }
  const [, hours = '', minutes = '0'] = match
  if (Number(hours) > 23 || Number(minutes) > 59) return { ok: false, code: 'noSuchTime' }
  return { ok: true, time: `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}` }
}
