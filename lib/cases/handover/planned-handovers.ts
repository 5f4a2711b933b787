import { z } from 'zod'
import { addDays, day, isoOf, type Day } from '../../accord/calendar/day.ts'
import { dayField } from '../../accord/file/fields.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { actorOfAccount } from '../../access/live-account.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction, inSystemTransaction } from '../../database/transactions.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import type { Invalid, NotAllowed, NotFound } from '../outcomes.ts'
import { carryOut, planCaseload, sharingSchema, type Post } from './caseload-plan.ts'

const planSchema = sharingSchema.extend({ on: dayField })
export type PlanInput = z.input<typeof planSchema>

export type PlanOutcome = { readonly kind: 'planned'; readonly id: string; readonly on: Day } | Invalid | NotAllowed

/** Days ahead that a sharing out may be planned at most. */
const FURTHEST_DAYS = 366

/** Plans the sharing out of a caseload on a day to come: it is then done by itself, in the name of who planned it. */
export async function planReassignment(actor: Actor, input: PlanInput): Promise<PlanOutcome> {
  if (!can(actor, 'file.assign')) return { kind: 'not_allowed' }
  const parsed = planSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { on, reason, ...asked } = parsed.data
  const today = await civilDay(actor.timeZone)
  if (on <= today) return { kind: 'invalid', fields: { on: 'too_small' } }
  if (on > addDays(today, FURTHEST_DAYS)) return { kind: 'invalid', fields: { on: 'too_far' } }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<PlanOutcome> => {
    const planned = await planCaseload(tx, actor, asked, false)
    if ('kind' in planned) return planned
    const [made] = await tx.$queryRaw<[{ id: string }]>`
      insert into planned_handover (operator_id, from_id, to_ids, posts, reason, on_day, planned_by, planned_at)
      values (${actor.operatorId}::uuid, ${asked.fromId}::uuid, ${[...asked.toIds]}::uuid[], ${[...asked.posts]}::text[], ${reason}, ${isoOf(on)}::date,
              ${actor.accountId}::uuid, ${at}::timestamptz) returning id`
    await writeJournal(tx, {
      operatorId: actor.operatorId, actorId: actor.accountId, action: 'handover.planned', at,
      detail: { handover: made.id, from: asked.fromId, to: [...asked.toIds], posts: [...asked.posts], on: isoOf(on), reason },
    })
    return { kind: 'planned', id: made.id, on }
  })
}

/** A sharing out that waits for its day, or that could not be done on it. */
export interface PlannedHandover {
  readonly id: string
  readonly fromId: string
  readonly from: string
  readonly to: readonly string[]
  readonly posts: readonly Post[]
  readonly on: Day
  readonly by: string
  /** `refused`: on its day, who planned it could no longer share files out, or a colleague had left. */
  readonly state: 'planned' | 'refused'
}

/** Days that one that could not be done stays in sight. */
const REFUSED_SHOWN_DAYS = 30

/** What is planned for people of the actor's team; none for who may not share files out. */
export async function plannedHandovers(actor: Actor): Promise<readonly PlannedHandover[]> {
  if (!can(actor, 'file.assign')) return []
  const today = await civilDay(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<(Omit<PlannedHandover, 'on'> & { on: string })[]>`
      select h.id, h.from_id as "fromId", k.display_name as "from", h.posts, h.on_day::text as "on", p.display_name as "by", h.state,
             array(select t.display_name from account t where t.id = any(h.to_ids) order by t.display_name) as "to"
      from planned_handover h join account k on k.id = h.from_id join account p on p.id = h.planned_by
      where (h.state = 'planned' or (h.state = 'refused' and h.on_day > ${isoOf(addDays(today, -REFUSED_SHOWN_DAYS))}::date))
        and exists (select from account_basin ab where ab.account_id = h.from_id and ab.basin_id = any(${[...actor.basinIds]}::uuid[]))
      order by h.on_day, k.display_name, h.id`
    return rows.map((row) => ({ ...row, on: day(row.on) }))
  })
}

/** Gives up a sharing out before its day. */
export async function cancelPlanned(actor: Actor, id: string): Promise<{ readonly kind: 'cancelled' } | NotFound | NotAllowed> {
  if (!can(actor, 'file.assign')) return { kind: 'not_allowed' }
  if (!z.uuid().safeParse(id).success) return { kind: 'not_found' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const done = await tx.$executeRaw`
      update planned_handover h set state = 'cancelled', settled_at = ${at}::timestamptz
      where h.id = ${id}::uuid and h.state = 'planned'
        and exists (select from account_basin ab where ab.account_id = h.from_id and ab.basin_id = any(${[...actor.basinIds]}::uuid[]))`
    if (done === 0) return { kind: 'not_found' }
    await writeJournal(tx, { operatorId: actor.operatorId, actorId: actor.accountId, action: 'handover.cancelled', at, detail: { handover: id } })
    return { kind: 'cancelled' }
  })
}

interface DueRow {
  readonly id: string
  readonly fromId: string
  readonly toIds: string[]
  readonly posts: Post[]
  readonly reason: string
  readonly plannedBy: string
}

/**
 * Does what was planned for today or before, one sharing out a transaction, each once. One that can no longer be done is
 * marked so, and the files stay with whoever follows them.
 * @returns how many were settled
 */
export async function carryOutPlanned(operatorId: string, today: Day): Promise<number> {
  let settled = 0
  for (;;) {
    const at = await moment()
    const one = await inSystemTransaction(operatorId, async (tx) => {
      const [due] = await tx.$queryRaw<DueRow[]>`
        select id, from_id as "fromId", to_ids::text[] as "toIds", posts, reason, planned_by as "plannedBy" from planned_handover
        where state = 'planned' and on_day <= ${isoOf(today)}::date order by on_day, id limit 1 for update skip locked`
      if (due === undefined) return false
      const actor = await actorOfAccount(due.plannedBy)
      const plan = actor !== null && can(actor, 'file.assign') ? await planCaseload(tx, actor, due, true) : null
      const done = plan !== null && !('kind' in plan)
      if (done) await carryOut(tx, plan, { accountId: due.plannedBy, at, reason: due.reason })
      const [given, stayed] = done ? [plan.moves.length, plan.left.length] : [null, null]
      await tx.$executeRaw`
        update planned_handover set state = ${done ? 'done' : 'refused'}, settled_at = ${at}::timestamptz, given = ${given}::integer, stayed = ${stayed}::integer
        where id = ${due.id}::uuid`
      await writeJournal(tx, {
        operatorId, actorId: null, action: done ? 'handover.done' : 'handover.refused', at, detail: { handover: due.id, from: due.fromId, given, stayed },
      })
      return true
    }, { timeout: 60_000 })
    if (!one) return settled
    settled += 1
  }
}
