import type { DeadlineCode } from '../accord/file/case-file.ts'
import type { FactKind } from '../accord/file/facts.ts'

/** What an appointment is for. The last one is about nobody: a slot that is not free. */
export const MEETING_KINDS = [
  'pre_bilan',
  'plan',
  'contact',
  'month4_review',
  'work_review',
  'final_interview',
  'follow_up',
  'information_interview',
  'other',
] as const
export const APPOINTMENT_KINDS = [...MEETING_KINDS, 'unavailable'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number]

export const STATUSES = ['planned', 'held', 'excused', 'missed', 'cancelled'] as const
export type AppointmentStatus = (typeof STATUSES)[number]

export const MEANS = ['meeting', 'phone', 'video'] as const
export type Means = (typeof MEANS)[number]

interface Meeting {
  /** What is recorded when the person came; `null` where nothing of the law is. */
  readonly fact: FactKind | null
  /** Whether the fact wants more than its day: its own form is then opened, filled with the day. */
  readonly asksMore: boolean
  /** The deadline it meets, of those the file has. */
  readonly meets: DeadlineCode | null
}

/** What the law makes of each kind of appointment, once it is held. */
export const MEETINGS: Readonly<Record<AppointmentKind, Meeting>> = {
  pre_bilan: { fact: 'pre_bilan_held', asksMore: true, meets: 'preBilan' },
  plan: { fact: 'plan_validated', asksMore: true, meets: 'plan' },
  contact: { fact: 'contact_held', asksMore: false, meets: 'contact' },
  month4_review: { fact: 'month4_review_held', asksMore: false, meets: 'month4Review' },
  work_review: { fact: 'work_review_held', asksMore: false, meets: null },
  final_interview: { fact: 'final_interview_held', asksMore: false, meets: 'finalInterview' },
  follow_up: { fact: 'follow_up_held', asksMore: true, meets: 'followUp' },
  information_interview: { fact: 'information_interview_held', asksMore: false, meets: 'informationInterview' },
  other: { fact: null, asksMore: false, meets: null },
  unavailable: { fact: null, asksMore: false, meets: null },
}
