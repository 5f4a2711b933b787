import { weekdayOf, parseDay } from '../accord/calendar/day.ts'
import { holidayOn, type HolidayName } from '../accord/calendar/holidays.ts'
import type { RuleId } from '../accord/rules/catalogue.ts'
import type { DeadlineCode } from '../accord/file/case-file.ts'
import { day as dayOf } from '../accord/calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import { textsInForce } from '../cases/texts/in-force.ts'
import { isUuid } from '../cases/write-path.ts'
import { civilDay } from '../clock/civil-day.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { fileToPlanFor } from './appointment-rows.ts'
import { resolveTime } from './civil-time.ts'
import { conflictsOf } from './conflicts.ts'
import { standingOf } from './deadline-standing.ts'
import { APPOINTMENT_KINDS, MEETINGS, type AppointmentKind } from './kinds.ts'
import type { ClockChange } from './outcomes.ts'
import type { Conflict, DeadlineStanding } from './views.ts'

/** What a form asks while it is typed; whatever cannot be read yet is `null`. */
export interface PreviewInput {
  /** The appointment being changed. */
  readonly id: string | null
  readonly reference: string | null
  readonly kind: string
  readonly day: string | null
  readonly time: string | null
  readonly minutes: number
}

/** What a day and a time would give, with nothing written. */
export interface AppointmentPreview {
  /** The deadline it would meet or miss; `null`: none waits for it. */
  readonly standing: DeadlineStanding | null
  readonly weekend: boolean
  readonly holiday: HolidayName | null
  readonly clock: ClockChange | null
  readonly conflicts: readonly Conflict[]
}

/** A length that the form would refuse is looked at as the longest one. */
const MOST_MINUTES = 720
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Tells what an appointment would meet, and what it would run into; `null` while there is no day to speak of, or no such file. */
export async function previewAppointment(actor: Actor, input: PreviewInput): Promise<AppointmentPreview | null> {
  const kind = APPOINTMENT_KINDS.find((one) => one === input.kind)
  const day = input.day === null ? null : parseDay(input.day)
  if (kind === undefined || day === null || actor.operatorId === null) return null
  const today = await civilDay(actor.timeZone)
  const resolved = input.time === null ? null : resolveTime({ day, time: input.time }, actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const file = input.reference === null ? null : await fileToPlanFor(tx, actor, input.reference)
    if (file === 'not_allowed' || (file === null && input.reference !== null)) return null
    const accountId = file === null || [file.counsellorId, file.referentId].includes(actor.accountId) ? actor.accountId : file.counsellorId
    const slot = (startsAt: Date): Parameters<typeof conflictsOf>[2] => ({
      id: input.id !== null && isUuid(input.id) ? input.id : NOBODY, accountId, caseId: file?.id ?? null, kind, startsAt, endsAt: new Date(startsAt.getTime() + Math.min(Math.max(input.minutes, 0), MOST_MINUTES) * 60_000),
    })
    const deadline = file === null ? null : await openDeadline(tx, file.id, kind)
    return {
      standing: deadline === null ? null : standingOf(deadline, day, deadline.code === 'finalInterview' ? await textsInForce(tx) : null),
      weekend: weekdayOf(day) > 5,
      holiday: holidayOn(day),
      clock: resolved === null || resolved.ok ? null : { kind: 'clock_change', code: resolved.code, before: resolved.before, after: resolved.after },
      conflicts: resolved?.ok === true ? await conflictsOf(tx, actor, slot(resolved.startsAt), today) : [],
    }
  })
}

async function openDeadline(tx: Parameters<typeof fileToPlanFor>[0], caseId: string, kind: AppointmentKind): Promise<Parameters<typeof standingOf>[0] | null> {
  const code = MEETINGS[kind].meets
  if (code === null) return null
  const [row] = await tx.$queryRaw<{ rule: RuleId; code: DeadlineCode; dueOn: string; regimeCode: string | null; cspTerm: string | null }[]>`
    select d.rule, d.label as code, d.due_on::text as "dueOn", c.regime_code as "regimeCode", c.csp_term::text as "cspTerm"
    from deadline d join case_file c on c.id = d.case_id
    where d.case_id = ${caseId}::uuid and d.label = ${code} and d.met_on is null and not d.cancelled and d.actionable order by d.due_on limit 1`
  return row === undefined ? null : { ...row, dueOn: dayOf(row.dueOn), cspTerm: row.cspTerm === null ? null : dayOf(row.cspTerm) }
}
