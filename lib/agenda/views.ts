import type { Day } from '../accord/calendar/day.ts'
import type { HolidayName } from '../accord/calendar/holidays.ts'
import type { DeadlineCode } from '../accord/file/case-file.ts'
import type { RuleId } from '../accord/rules/catalogue.ts'
import type { CivilTime } from './civil-time.ts'
import type { AppointmentKind, AppointmentStatus, Means } from './kinds.ts'

/** Where an appointment stands to the deadline it is for. */
export interface DeadlineStanding {
  /** `meets`: on its last day or before; `late`: after it; `early`: before the days on which it counts. */
  readonly is: 'meets' | 'late' | 'early'
  readonly rule: RuleId
  readonly code: DeadlineCode
  readonly dueOn: Day
  /** Days after the last day, or before the first; 0 where it meets it. */
  readonly days: number
}

/** The file an appointment is about, as far as its reader may know it. */
export interface AppointmentFile {
  readonly reference: string
  readonly personName: string
  readonly phone: string | null
  readonly basinName: string
}

export interface AppointmentView {
  readonly id: string
  readonly version: number
  readonly kind: AppointmentKind
  readonly status: AppointmentStatus
  readonly day: Day
  /** Civil times, `HH:MM`. The end is that of the same day, or 24:00 where it goes past it. */
  readonly time: string
  readonly endTime: string
  readonly minutes: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly means: Means
  readonly place: string | null
  readonly link: string | null
  readonly reason: string | null
  readonly note: string | null
  /** The fact it became. */
  readonly factId: string | null
  readonly account: { readonly id: string; readonly name: string }
  /** `null`: about no file, or about one that the reader may not see (`hidden`). */
  readonly file: AppointmentFile | null
  readonly hidden: boolean
  /** Whether the reader may move it, close it or cancel it. */
  readonly mayChange: boolean
  /** Only while it is planned. */
  readonly meets: DeadlineStanding | null
}

/** A deadline of a day, at the head of its column. */
export interface DayDeadline {
  readonly reference: string
  readonly personName: string
  readonly code: DeadlineCode
  readonly rule: RuleId
}

export interface AgendaDay {
  readonly day: Day
  readonly holiday: HolidayName | null
  readonly appointments: readonly AppointmentView[]
  readonly deadlines: readonly DayDeadline[]
}

export interface AgendaView {
  readonly today: Day
  /** Minutes since midnight, now, in the operator's zone. */
  readonly nowMinutes: number
  readonly from: Day
  readonly to: Day
  /** Whose agenda it is, and whose else the reader may open. */
  readonly who: { readonly id: string; readonly name: string; readonly own: boolean }
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly days: readonly AgendaDay[]
  /** Past ones whose attendance nobody has said yet, oldest first. */
  readonly toClose: readonly AppointmentView[]
  readonly toCloseCount: number
  /** The next one of today or later. */
  readonly next: AppointmentView | null
}

/** One appointment, with what is proposed around it. */
export interface AppointmentDetail {
  readonly today: Day
  readonly appointment: AppointmentView
  /** How many times this person was said absent, in all. */
  readonly missedCount: number
  /** Version of the file, for the forms of its acts. */
  readonly fileVersion: number | null
}

/** Something at the same time, or twice for the same thing: told, and allowed when it is accepted. */
export interface Conflict {
  /** `account`: the same counsellor; `file`: the same person, elsewhere; `twice`: the same thing planned again. */
  readonly with: 'account' | 'file' | 'twice'
  readonly id: string
  readonly day: Day
  readonly time: string
  readonly endTime: string
  readonly kind: AppointmentKind
  readonly personName: string | null
}

export interface FileAppointments {
  readonly today: Day
  readonly reference: string
  readonly mayPlan: boolean
  readonly coming: readonly AppointmentView[]
  readonly past: readonly AppointmentView[]
  readonly missedCount: number
}

/** A file an appointment can be made for. */
export interface BookableFile {
  readonly reference: string
  readonly personName: string
  readonly basinName: string
  readonly counsellorName: string
}

export interface SubscriptionView {
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

export type { CivilTime }
