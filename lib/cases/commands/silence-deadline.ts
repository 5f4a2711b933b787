import { z } from 'zod'
import { isoOf, parseDay } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import { writeJournal } from '../../database/journal.ts'
import { KEPT_TEXT } from '../../database/kept-text.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { turnTheDay } from '../advance-day.ts'
import { fieldErrorsOf, type FieldErrors } from '../field-errors.ts'
import { fileForAssignment } from '../locked-file.ts'
import type { NotAllowed, NotFound } from '../outcomes.ts'
import { maySilence } from '../silence.ts'
import { isUuid } from '../write-path.ts'

const dayText = z.string().refine((text) => parseDay(text) !== null, 'not_a_day')

const silenceSchema = z.strictObject({
  reference: z.string(),
  code: z.string(),
  /** ISO days. */
  dueOn: dayText,
  doneOn: dayText,
  reason: z.string().trim().min(1, 'required').max(2000, 'too_long').regex(KEPT_TEXT, 'not_text'),
})
export type SilenceInput = z.input<typeof silenceSchema>

export type SilenceOutcome =
  | { readonly kind: 'silenced'; readonly reference: string }
  | { readonly kind: 'invalid'; readonly fields: FieldErrors }
  /** Money or a status hangs on it: it must be recorded. */
  | { readonly kind: 'stays_loud' }
  /** The file no longer has that deadline to meet. */
  | { readonly kind: 'no_such_deadline' }
  | NotFound
  | NotAllowed

/** Says that a deadline was met elsewhere, on a day, for a reason; said twice, it is kept once. */
export async function silenceDeadline(actor: Actor, input: SilenceInput): Promise<SilenceOutcome> {
  const parsed = silenceSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { reference, code, dueOn, doneOn, reason } = parsed.data
  const today = await turnTheDay(actor)
  if (parseDay(doneOn)! > today) return { kind: 'invalid', fields: { doneOn: 'in_the_future' } }
  if (!maySilence(code)) return { kind: 'stays_loud' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<SilenceOutcome> => {
    const row = await fileForAssignment(tx, reference)
    if (row === null || !can(actor, 'file.read', row)) return { kind: 'not_found' }
    if (!can(actor, 'file.record', row) || row.transferred === true) return { kind: 'not_allowed' }
    const [deadline] = await tx.$queryRaw<{ rule: string; silenced: boolean }[]>`
      select d.rule, exists (select from silenced_deadline s where s.case_id = d.case_id and s.label = d.label and s.due_on = d.due_on
               and not exists (select from silence_taken_back b where b.operator_id = s.operator_id and b.silence_id = s.id)) as silenced
      from deadline d where d.case_id = ${row.id}::uuid and d.label = ${code} and d.due_on = ${dueOn}::date
        and d.met_on is null and not d.cancelled and d.actionable and d.actor in ('operator', 'beneficiary')`
    if (deadline === undefined) return { kind: 'no_such_deadline' }
    if (deadline.silenced) return { kind: 'silenced', reference }
    await tx.$executeRaw`
      insert into silenced_deadline (operator_id, case_id, rule, label, due_on, done_on, reason, silenced_by, silenced_at)
      values (${row.operatorId}::uuid, ${row.id}::uuid, ${deadline.rule}, ${code}, ${dueOn}::date, ${doneOn}::date, ${reason}, ${actor.accountId}::uuid, ${at}::timestamptz)`
    await writeJournal(tx, { operatorId: row.operatorId, caseId: row.id, actorId: actor.accountId, action: 'deadline.silenced', detail: { rule: deadline.rule, code, dueOn, doneOn, reason }, at })
    return { kind: 'silenced', reference }
  })
}

export type TakeBackOutcome = { readonly kind: 'taken_back'; readonly reference: string } | NotFound | NotAllowed

/** Takes back what was said of a deadline: it is shown again among things to do. */
export async function takeSilenceBack(actor: Actor, silenceId: string): Promise<TakeBackOutcome> {
  if (!isUuid(silenceId)) return { kind: 'not_found' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<TakeBackOutcome> => {
    const [said] = await tx.$queryRaw<{ reference: string; code: string; rule: string; dueOn: string }[]>`
      select c.reference, s.label as code, s.rule, s.due_on::text as "dueOn" from silenced_deadline s join case_file c on c.id = s.case_id where s.id = ${silenceId}::uuid`
    const row = said === undefined ? null : await fileForAssignment(tx, said.reference)
    if (said === undefined || row === null || !can(actor, 'file.read', row)) return { kind: 'not_found' }
    if (!can(actor, 'file.record', row) || row.transferred === true) return { kind: 'not_allowed' }
    const added = await tx.$executeRaw`
      insert into silence_taken_back (operator_id, silence_id, taken_back_by, taken_back_at)
      values (${row.operatorId}::uuid, ${silenceId}::uuid, ${actor.accountId}::uuid, ${at}::timestamptz) on conflict do nothing`
    if (added > 0) {
      await writeJournal(tx, { operatorId: row.operatorId, caseId: row.id, actorId: actor.accountId, action: 'deadline.taken_back', detail: { rule: said.rule, code: said.code, dueOn: isoOf(parseDay(said.dueOn)!) }, at })
    }
    return { kind: 'taken_back', reference: said.reference }
  })
}
