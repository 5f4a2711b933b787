/** Addresses of the agenda: one page, whose query says which days, whose, and what is open on it. */
import { isoOf, parseDay, type Day } from '@/lib/accord/calendar/day.ts'
import type { AppointmentKind } from '@/lib/agenda/kinds.ts'
import { firstOf, type PageQuery } from '@/components/ui/page-query.ts'

/** What is being done in the drawer of an appointment. */
export type AppointmentTask = 'change' | 'excused' | 'missed' | 'cancelled'

export interface AgendaAddress {
  readonly span?: 'week' | 'day'
  readonly day?: Day | null
  /** Account whose agenda it is; the reader's own without. */
  readonly who?: string
  /** An appointment, by its id. */
  readonly open?: string
  readonly task?: AppointmentTask
  /** A new appointment: with whom, for what, when. */
  readonly plan?: boolean
  readonly file?: string
  readonly kind?: string
  readonly time?: string
  readonly minutes?: number
  readonly subscription?: boolean
}

const TASKS: Readonly<Record<AppointmentTask, string>> = { change: 'modifier', excused: 'excuse', missed: 'absent', cancelled: 'annuler' }

/** The address of what is asked. A form that is filled with a file or a slot is open. */
export function agendaHref(address: AgendaAddress): string {
  const query = new URLSearchParams()
  if (address.span === 'day') query.set('vue', 'jour')
  if (address.day != null) query.set('jour', isoOf(address.day))
  if (address.who !== undefined) query.set('qui', address.who)
  if (address.open !== undefined) query.set('rdv', address.open)
  if (address.task !== undefined) query.set('faire', TASKS[address.task])
  if (address.plan === true) query.set('nouveau', '1')
  if (address.file !== undefined) query.set('dossier', address.file)
  if (address.kind !== undefined) query.set('objet', address.kind)
  if (address.time !== undefined) query.set('heure', address.time)
  if (address.minutes !== undefined) query.set('duree', String(address.minutes))
  if (address.subscription === true) query.set('abonnement', '1')
  const text = query.toString()
  return text === '' ? '/agenda' : `/agenda?${text}`
}

/** Where an appointment is made for a file. */
export function planHref(reference: string, kind?: AppointmentKind): string {
  return agendaHref({ plan: true, file: reference, ...(kind === undefined ? {} : { kind }) })
}

/** Where « Venu » is said with the act's own form: the file, the act, and the appointment it closes. */
export function heldActHref(reference: string, act: string, held: HeldAppointment): string {
  const query = new URLSearchParams({ ...(act === 'plan_validated' ? { valider: '1' } : { acte: act }), rdv: held.id, le: isoOf(held.day) })
  return `/dossiers/${encodeURIComponent(reference)}${act === 'plan_validated' ? '/plan' : ''}?${query}`
}

/** An appointment that an act closes, as the act's address carries it. */
export interface HeldAppointment {
  readonly id: string
  readonly day: Day
}

/** Reads it back: the act's form is then sent under the appointment's own number, which closes it. */
export function readHeldAppointment(query: PageQuery): HeldAppointment | null {
  const [id, day] = [firstOf(query, 'rdv'), parseDay(firstOf(query, 'le'))]
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id) && day !== null ? { id, day } : null
}

/** Reads the page's query; what is not one of ours is left out. */
export function readAgendaAddress(query: PageQuery): AgendaAddress {
  const one = (name: string): string | undefined => {
    const text = firstOf(query, name)
    return text === '' ? undefined : text
  }
  const task = (Object.keys(TASKS) as AppointmentTask[]).find((name) => TASKS[name] === one('faire'))
  const minutes = Number(one('duree') ?? Number.NaN)
  const time = one('heure')
  return {
    span: one('vue') === 'jour' ? 'day' : 'week',
    day: parseDay(one('jour') ?? ''),
    ...kept('who', one('qui')),
    ...kept('open', one('rdv')),
    ...(task === undefined ? {} : { task }),
    ...(one('nouveau') === undefined ? {} : { plan: true }),
    ...kept('file', one('dossier')),
    ...kept('kind', one('objet')),
    ...(time !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/u.test(time) ? { time } : {}),
    ...(Number.isInteger(minutes) && minutes >= 5 && minutes <= 720 ? { minutes } : {}),
    ...(one('abonnement') === undefined ? {} : { subscription: true }),
  }
}

function kept<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, string>>
}
