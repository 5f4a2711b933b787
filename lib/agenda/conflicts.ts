import { day, isoOf, type Day } from '../accord/calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import { scopeCondition } from '../access/scope.ts'
import type { Transaction } from '../database/client.ts'
import { civilTimeOf } from './civil-time.ts'
import type { AppointmentKind } from './kinds.ts'
import type { Conflict } from './views.ts'

export interface Slot {
  /** The appointment itself, which is in its own way in nothing. */
  readonly id: string
  readonly accountId: string
  readonly caseId: string | null
  readonly kind: AppointmentKind
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Kinds that come again and again; another of the others, on the same file, is likely the same one twice. */
const REPEATED: readonly AppointmentKind[] = ['contact', 'follow_up', 'work_review', 'plan', 'other', 'unavailable']

interface ConflictRow {
  readonly id: string
  readonly with: Conflict['with']
  readonly day: string
  readonly time: string
  readonly endsAt: Date
  readonly zone: string
  readonly kind: AppointmentKind
  readonly personName: string | null
}

/** What is planned at the same time for the same counsellor or the same person, and the same thing planned twice. */
export async function conflictsOf(tx: Transaction, actor: Actor, slot: Slot, today: Day): Promise<readonly Conflict[]> {
  const rows = await tx.$queryRaw<ConflictRow[]>`
    select a.id, case when a.account_id = ${slot.accountId}::uuid and o.it then 'account' when o.it then 'file' else 'twice' end as with,
           a.on_day::text as day, a.at_time as time, a.ends_at as "endsAt", a.zone, a.kind,
           case when ${scopeCondition(actor, 'c', 'agenda.read')} then p.first_name || ' ' || p.last_name end as "personName"
    from appointment a
    cross join lateral (select a.starts_at < ${slot.endsAt}::timestamptz and a.ends_at > ${slot.startsAt}::timestamptz as it) o
    left join case_file c on c.id = a.case_id
    left join person p on p.id = c.person_id
    where a.status = 'planned' and a.id <> ${slot.id}::uuid
      and ((a.account_id = ${slot.accountId}::uuid and o.it)
        or (a.case_id = ${slot.caseId}::uuid and (o.it or (a.kind = ${slot.kind} and not (${REPEATED.includes(slot.kind)}) and a.on_day >= ${isoOf(today)}::date))))
    order by a.starts_at, a.id limit 20`
  return rows.map(({ endsAt, zone, ...row }) => {
    const end = civilTimeOf(endsAt, zone)
    return { ...row, day: day(row.day), endTime: isoOf(end.day) === row.day ? end.time : '24:00' }
  })
}
