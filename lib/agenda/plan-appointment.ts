import type { Day } from '../accord/calendar/day.ts'
import { isoOf } from '../accord/calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { civilDay, moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { changeSchema, dayErrors, identityOf, moveSchema, planSchema, readInput, type ChangeInput, type MoveInput, type PlanInput } from './appointment-input.ts'
import { fileToPlanFor, journalled, lockAppointment, tellAppointment, type FileOfLine, type HeldLine } from './appointment-rows.ts'
import { resolveTime } from './civil-time.ts'
import { conflictsOf } from './conflicts.ts'
import type { AppointmentKind, Means } from './kinds.ts'
import type { ChangeOutcome, PlanOutcome } from './outcomes.ts'

const MINUTE = 60_000

/** Whose agenda an appointment goes to, when nobody says: the actor's if they follow the file, else its counsellor's. */
function ownerOf(actor: Actor, file: FileOfLine | null): string {
  if (file === null || file.counsellorId === actor.accountId || file.referentId === actor.accountId) return actor.accountId
  return file.counsellorId
}

function mayOwn(actor: Actor, file: FileOfLine | null, accountId: string): boolean {
  return accountId === actor.accountId || (file !== null && (accountId === file.counsellorId || accountId === file.referentId))
}

export interface NewLine {
  readonly id: string
  readonly file: FileOfLine | null
  readonly accountId: string
  readonly kind: AppointmentKind
  readonly day: Day
  readonly time: string
  readonly minutes: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly means: Means
  readonly place: string | null
  readonly link: string | null
  readonly note: string | null
}

/** Writes an appointment and tells it; one that is there already is left as it stands. */
export async function insertAppointment(tx: Transaction, actor: Actor, line: NewLine, at: Date): Promise<void> {
  const written = await tx.$executeRaw`
    insert into appointment (id, operator_id, case_id, account_id, kind, on_day, at_time, minutes, zone, starts_at, ends_at, means, place, link, note, created_by, created_at, updated_at)
    values (${line.id}::uuid, ${actor.operatorId}::uuid, ${line.file?.id ?? null}::uuid, ${line.accountId}::uuid, ${line.kind}, ${isoOf(line.day)}::date, ${line.time},
            ${line.minutes}, ${actor.timeZone}, ${line.startsAt}::timestamptz, ${line.endsAt}::timestamptz, ${line.means}, ${line.place}, ${line.link}, ${line.note},
            ${actor.accountId}::uuid, ${at}::timestamptz, ${at}::timestamptz)
    on conflict (id) do nothing`
  if (written === 0) return
  await tellAppointment(tx, {
    operatorId: actor.operatorId!, file: line.file, actorId: actor.accountId, action: 'appointment.planned', at,
    detail: { appointment: line.id, after: journalled(line) },
  })
}

/**
 * Plans an appointment on a file that the actor may write, or a slot of theirs that is not free. What is at the same time
 * is told once, and planned over when it was seen. A time that the change of clocks skips or repeats is refused, with the
 * nearest ones. A form sent twice plans once.
 */
export async function planAppointment(actor: Actor, input: PlanInput): Promise<PlanOutcome> {
  const read = readInput(planSchema, input)
  if (!read.ok) return { kind: 'invalid', fields: read.fields }
  const { asked } = read
  if (actor.operatorId === null || !can(actor, 'agenda.read')) return { kind: 'not_allowed' }
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  return inActorTransaction(actor, async (tx): Promise<PlanOutcome> => {
    const file = asked.reference === null ? null : await fileToPlanFor(tx, actor, asked.reference)
    if (file === 'not_allowed') return { kind: 'not_allowed' }
    if (file === null && asked.reference !== null) return { kind: 'not_found' }
    const accountId = asked.accountId ?? ownerOf(actor, file)
    if (!mayOwn(actor, file, accountId)) return { kind: 'invalid', fields: { accountId: 'not_an_option' } }
    const id = identityOf(asked.submissionId, file?.id ?? actor.accountId)
    const [sent] = await tx.$queryRaw<{ version: number }[]>`select version from appointment where id = ${id}::uuid`
    if (sent !== undefined) return { kind: 'planned', id, version: sent.version }
    const late = dayErrors(asked.day, today)
    if (Object.keys(late).length > 0) return { kind: 'invalid', fields: late }
    const resolved = resolveTime(asked, actor.timeZone)
    if (!resolved.ok) return { kind: 'clock_change', code: resolved.code, before: resolved.before, after: resolved.after }
    const { startsAt } = resolved
    const slot = { id, accountId, caseId: file?.id ?? null, kind: asked.kind, startsAt, endsAt: new Date(startsAt.getTime() + asked.minutes * MINUTE) }
    const conflicts = asked.acceptConflicts ? [] : await conflictsOf(tx, actor, slot, today)
    if (conflicts.length > 0) return { kind: 'conflicting', conflicts }
    await insertAppointment(tx, actor, { ...asked, ...slot, file }, at)
    return { kind: 'planned', id, version: 1 }
  })
}

type Wanted = Pick<HeldLine, 'kind' | 'day' | 'time' | 'minutes' | 'means' | 'place' | 'link' | 'note'>
interface Change {
  readonly id: string
  readonly version: number
  readonly acceptConflicts: boolean
  readonly action: 'appointment.moved' | 'appointment.changed'
  readonly wanted: (line: HeldLine) => Wanted
}

async function change(actor: Actor, { id, version, acceptConflicts, action, wanted }: Change): Promise<ChangeOutcome> {
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  return inActorTransaction(actor, async (tx): Promise<ChangeOutcome> => {
    const line = await lockAppointment(tx, actor, id)
    if (line === null) return { kind: 'not_found' }
    if (line === 'not_allowed') return { kind: 'not_allowed' }
    if (line.version !== version || line.status !== 'planned') return { kind: 'moved_meanwhile', version: line.version }
    const next = wanted(line)
    if ((next.kind === 'unavailable') !== (line.caseId === null)) return { kind: 'invalid', fields: { kind: 'not_an_option' } }
    const late = dayErrors(next.day, today, line.day)
    if (Object.keys(late).length > 0) return { kind: 'invalid', fields: late }
    const resolved = resolveTime(next, actor.timeZone)
    if (!resolved.ok) return { kind: 'clock_change', code: resolved.code, before: resolved.before, after: resolved.after }
    const { startsAt } = resolved
    const endsAt = new Date(startsAt.getTime() + next.minutes * MINUTE)
    const conflicts = acceptConflicts ? [] : await conflictsOf(tx, actor, { id, accountId: line.accountId, caseId: line.caseId, kind: next.kind, startsAt, endsAt }, today)
    if (conflicts.length > 0) return { kind: 'conflicting', conflicts }
    await tx.$executeRaw`
      update appointment set kind = ${next.kind}, on_day = ${isoOf(next.day)}::date, at_time = ${next.time}, minutes = ${next.minutes}, zone = ${actor.timeZone},
        starts_at = ${startsAt}::timestamptz, ends_at = ${endsAt}::timestamptz, means = ${next.means}, place = ${next.place}, link = ${next.link}, note = ${next.note},
        version = version + 1, updated_at = ${at}::timestamptz
      where id = ${id}::uuid`
    await tellAppointment(tx, {
      operatorId: line.operatorId, file: line.file, actorId: actor.accountId, action, at,
      detail: { appointment: id, before: journalled(line), after: journalled({ ...next, accountId: line.accountId }) },
    })
    return { kind: 'planned', id, version: version + 1 }
  })
}

/** Changes a planned appointment: its time, its length, where it is held, its note. The same refusals as planning it. */
export async function changeAppointment(actor: Actor, input: ChangeInput): Promise<ChangeOutcome> {
  const read = readInput(changeSchema, input)
  if (!read.ok) return { kind: 'invalid', fields: read.fields }
  const { id, version, acceptConflicts, ...wanted } = read.asked
  return change(actor, { id, version, acceptConflicts, action: 'appointment.changed', wanted: () => wanted })
}

/** Moves a planned appointment, or makes it longer or shorter, and leaves the rest as it is. */
export async function moveAppointment(actor: Actor, input: MoveInput): Promise<ChangeOutcome> {
  const read = readInput(moveSchema, input)
  if (!read.ok) return { kind: 'invalid', fields: read.fields }
  const { id, version, acceptConflicts, ...slot } = read.asked
  return change(actor, { id, version, acceptConflicts, action: 'appointment.moved', wanted: (line) => ({ ...line, ...slot }) })
}
