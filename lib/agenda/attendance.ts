import { isoOf } from '../accord/calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import { recordFact } from '../cases/commands/record-fact.ts'
import { civilDay, moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { closeSchema, readInput, type CloseInput } from './appointment-input.ts'
import { lockAppointment, tellAppointment, type HeldLine } from './appointment-rows.ts'
import { MEETINGS } from './kinds.ts'
import type { AttendanceOutcome, CloseOutcome } from './outcomes.ts'

/** How many times the person of a file was said absent. */
export async function missedCountOf(tx: Transaction, caseId: string | null): Promise<number> {
  if (caseId === null) return 0
  const [row] = await tx.$queryRaw<[{ count: number }]>`select count(*)::integer as count from appointment where case_id = ${caseId}::uuid and status = 'missed'`
  return row.count
}

/** Whether an attendance can be said of an appointment as it stands. */
function closable({ status, factId }: HeldLine, as: CloseInput['as']): boolean {
  switch (as) {
    case 'cancelled':
      return status === 'planned'
    case 'reopened':
      // What became a fact is corrected as a fact.
      return status !== 'planned' && factId === null
    default:
      return status === 'planned' || ((status === 'excused' || status === 'missed') && status !== as)
  }
}

/**
 * Says what became of an appointment: held where nothing of the law is recorded, excused, missed or cancelled with a
 * reason, or planned again. Nobody is said absent from, or come to, what is still ahead.
 */
export async function closeAppointment(actor: Actor, input: CloseInput): Promise<CloseOutcome> {
  const read = readInput(closeSchema, input)
  if (!read.ok) return { kind: 'invalid', fields: read.fields }
  const { asked } = read
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  return inActorTransaction(actor, async (tx): Promise<CloseOutcome> => {
    const line = await lockAppointment(tx, actor, asked.id)
    if (line === null) return { kind: 'not_found' }
    if (line === 'not_allowed') return { kind: 'not_allowed' }
    if (line.version !== asked.version || !closable(line, asked.as)) return { kind: 'moved_meanwhile', version: line.version }
    if ((asked.as === 'held' || asked.as === 'missed') && line.day > today) return { kind: 'not_yet' }
    const status = asked.as === 'reopened' ? 'planned' : asked.as
    const reason = 'reason' in asked ? asked.reason : null
    await tx.$executeRaw`
      update appointment set status = ${status}, reason = ${reason}, version = version + 1, updated_at = ${at}::timestamptz where id = ${line.id}::uuid`
    await tellAppointment(tx, {
      operatorId: line.operatorId, file: line.file, actorId: actor.accountId, action: `appointment.${asked.as}`, at,
      detail: { appointment: line.id, before: line.status, after: status },
    })
    return { kind: 'closed', id: line.id, version: line.version + 1, missedCount: await missedCountOf(tx, line.caseId) }
  })
}

/**
 * « Venu » in one go: records what the appointment was for, on its day, by the write path of every fact, which closes the
 * appointment with it. Where the law asks more than a day, or does not admit the fact, its form is to be opened instead.
 * Asked twice, it is recorded once.
 */
export async function recordAttendance(actor: Actor, { id, version }: { readonly id: string; readonly version: number }): Promise<AttendanceOutcome> {
  const read = readInput(closeSchema, { as: 'held', id, version })
  if (!read.ok) return { kind: 'invalid', fields: read.fields }
  const today = await civilDay(actor.timeZone)
  const line = await inActorTransaction(actor, (tx) => lockAppointment(tx, actor, id))
  if (line === null) return { kind: 'not_found' }
  if (line === 'not_allowed') return { kind: 'not_allowed' }
  const { fact, asksMore } = MEETINGS[line.kind]
  if (fact === null || line.file === null) return closeAppointment(actor, { as: 'held', id, version })
  if (line.status === 'held') return { kind: 'held', id, reference: line.file.reference, fact }
  if (line.version !== version || !closable(line, 'held')) return { kind: 'moved_meanwhile', version: line.version }
  if (line.day > today) return { kind: 'not_yet' }
  const form = { kind: 'needs_form', id, reference: line.file.reference, fact, day: line.day } as const
  if (asksMore) return form
  const content = fact === 'contact_held' ? { channel: line.means } : {}
  const outcome = await recordFact(actor, { reference: line.file.reference, version: line.file.version, submissionId: id, kind: fact, terms: { on: isoOf(line.day) }, content })
  switch (outcome.kind) {
    case 'recorded':
      return { kind: 'held', id, reference: outcome.reference, fact }
    case 'changed_meanwhile':
      return { kind: 'moved_meanwhile', version: line.version }
    case 'not_admitted':
    case 'invalid':
      return form
    default:
      return outcome
  }
}
