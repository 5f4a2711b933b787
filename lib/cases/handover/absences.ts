import { z } from 'zod'
import { addDays, day, isoOf, type Day } from '../../accord/calendar/day.ts'
import { dayField } from '../../accord/file/fields.ts'
import type { Actor, Role } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { failureOf } from '../../database/failures.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import type { Invalid, NotAllowed } from '../outcomes.ts'
import { ABSENCE_REASONS, LONGEST_ABSENCE_DAYS, type AbsenceOutcome, type AbsenceRefusal, type EndOutcome } from './absence-outcomes.ts'

const absenceSchema = z
  .strictObject({
    accountId: z.uuid('not_an_option'),
    standInId: z.uuid('not_an_option'),
    from: dayField,
    /** Last day away. */
    to: dayField,
    reason: z.enum(ABSENCE_REASONS, 'not_an_option'),
  })
  .refine(({ from, to }) => to >= from, { path: ['to'], message: 'end_before_start' })
  .refine(({ from, to }) => to <= addDays(from, LONGEST_ABSENCE_DAYS), { path: ['to'], message: 'too_far' })
  .refine(({ accountId, standInId }) => accountId !== standInId, { path: ['standInId'], message: 'not_an_option' })
export type AbsenceInput = z.input<typeof absenceSchema>

interface Colleague {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
  readonly basinIds: readonly string[]
}

async function colleague(tx: Transaction, actor: Actor, id: string): Promise<Colleague | null> {
  const [row] = await tx.$queryRaw<Colleague[]>`
    select k.id, k.display_name as name, k.role, k.active,
           array(select ab.basin_id::text from account_basin ab where ab.account_id = k.id) as "basinIds"
    from account k where k.id = ${id}::uuid and k.operator_id = ${actor.operatorId}::uuid`
  return row ?? null
}

const FOLLOWS: readonly Role[] = ['counsellor', 'referent', 'manager']

/** Whether an actor may say that someone is away: oneself, or by right over one of the basins they work in. */
function mayTell(actor: Actor, of: Pick<Colleague, 'id' | 'basinIds'>): boolean {
  if (of.id === actor.accountId) return true
  const { operatorId } = actor
  return can(actor, 'absence.manage', { operatorId }) || of.basinIds.some((basinId) => can(actor, 'absence.manage', { operatorId, basinId }))
}

interface Span {
  readonly name: string
  readonly from: string
  readonly to: string
}

async function inTheWay(tx: Transaction, absent: Colleague, standIn: Colleague, from: Day, to: Day): Promise<AbsenceRefusal | null> {
  const spans = (side: Prisma.Sql, of: string) => tx.$queryRaw<Span[]>`
    select k.display_name as name, a.from_day::text as "from", a.to_day::text as "to"
    from absence a join account k on k.id = a.account_id
    where ${side} = ${of}::uuid and a.from_day <= ${isoOf(to)}::date and a.to_day >= ${isoOf(from)}::date and a.to_day >= a.from_day
    order by a.from_day limit 1`
  const read = (span: Span) => ({ from: day(span.from), to: day(span.to) })
  const [away] = await spans(Prisma.sql`a.account_id`, absent.id)
  if (away !== undefined) return { because: 'already_away', ...read(away) }
  const [standInAway] = await spans(Prisma.sql`a.account_id`, standIn.id)
  if (standInAway !== undefined) return { because: 'stand_in_away', name: standIn.name, ...read(standInAway) }
  const [standsIn] = await spans(Prisma.sql`a.stand_in_id`, absent.id)
  if (standsIn !== undefined) return { because: 'stands_in', name: standsIn.name, ...read(standsIn) }
  const elsewhere = await tx.$queryRaw<{ name: string }[]>`
    select distinct b.name from case_file c join basin b on b.id = c.basin_id
    where not c.closed and (c.counsellor_id = ${absent.id}::uuid or c.referent_id = ${absent.id}::uuid)
      and not (c.basin_id = any(${[...standIn.basinIds]}::uuid[])) order by b.name`
  return elsewhere.length === 0 ? null : { because: 'stand_in_elsewhere', name: standIn.name, basins: elsewhere.map(({ name }) => name) }
}

async function liveFiles(tx: Transaction, accountId: string): Promise<number> {
  const [row] = await tx.$queryRaw<[{ count: number }]>`
    select count(*)::integer as count from case_file where not closed and (counsellor_id = ${accountId}::uuid or referent_id = ${accountId}::uuid)`
  return row.count
}

/**
 * Says that someone is away from one civil day to another, both included, and who has their files meanwhile: a manager or
 * the operator's administrator, or the person. Refused where two would be away at once and a file would have nobody, and
 * where the stand-in does not work in a basin of theirs.
 */
export async function tellAbsence(actor: Actor, input: AbsenceInput): Promise<AbsenceOutcome> {
  const { operatorId } = actor
  if (operatorId === null) return { kind: 'not_allowed' }
  const parsed = absenceSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { accountId, standInId, from, to, reason } = parsed.data
  const today = await civilDay(actor.timeZone)
  const at = await moment(actor.timeZone)
  try {
    return await inActorTransaction(actor, async (tx): Promise<AbsenceOutcome> => {
      // Two absences told at once wait for each other: the second sees the first.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`absence:${operatorId}`}, 0))`
      const absent = await colleague(tx, actor, accountId)
      const right = whoIsAway(actor, absent)
      if ('kind' in right) return right
      const standIn = await colleague(tx, actor, standInId)
      if (standIn === null || !standIn.active || !FOLLOWS.includes(standIn.role)) return { kind: 'invalid', fields: { standInId: 'not_an_option' } }
      if (to < today) return { kind: 'refused', refusal: { because: 'over' } }
      const refusal = await inTheWay(tx, right, standIn, from, to)
      if (refusal !== null) return { kind: 'refused', refusal }
      const [made] = await tx.$queryRaw<[{ id: string }]>`
        insert into absence (operator_id, account_id, stand_in_id, from_day, to_day, reason, told_by, told_at)
        values (${operatorId}::uuid, ${accountId}::uuid, ${standInId}::uuid, ${isoOf(from)}::date, ${isoOf(to)}::date, ${reason},
                ${actor.accountId}::uuid, ${at}::timestamptz) returning id`
      await writeJournal(tx, {
        operatorId, actorId: actor.accountId, action: 'absence.told', at,
        detail: { absence: made.id, account: accountId, standIn: standInId, from: isoOf(from), to: isoOf(to), reason },
      })
      return { kind: 'told', absenceId: made.id, files: await liveFiles(tx, accountId), standIn: standIn.name }
    })
  } catch (error) {
    // Another way in than this command told one in between: the database's own checks said no.
    const failure = failureOf(error)
    if (failure?.kind === 'overlap' || failure?.kind === 'check') return { kind: 'invalid', fields: { from: 'not_an_option' } }
    throw error
  }
}

function whoIsAway(actor: Actor, absent: Colleague | null): Colleague | Invalid | NotAllowed {
  if (absent === null) return { kind: 'invalid', fields: { accountId: 'not_an_option' } }
  if (!mayTell(actor, absent)) return { kind: 'not_allowed' }
  return absent.active && FOLLOWS.includes(absent.role) ? absent : { kind: 'invalid', fields: { accountId: 'not_an_option' } }
}

/**
 * Ends an absence today: they are back, and who stood in has the files no more. One that has not begun does not take
 * place.
 */
export async function endAbsence(actor: Actor, absenceId: string): Promise<EndOutcome> {
  if (!z.uuid().safeParse(absenceId).success) return { kind: 'not_found' }
  const today = await civilDay(actor.timeZone)
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<EndOutcome> => {
    const [found] = await tx.$queryRaw<{ accountId: string; from: string; to: string }[]>`
      select account_id as "accountId", from_day::text as "from", to_day::text as "to" from absence
      where id = ${absenceId}::uuid and to_day >= ${isoOf(today)}::date and to_day >= from_day for update`
    if (found === undefined) return { kind: 'not_found' }
    const absent = await colleague(tx, actor, found.accountId)
    if (absent === null || !mayTell(actor, absent)) return { kind: 'not_allowed' }
    const from = day(found.from)
    const last = addDays(from > today ? from : today, -1)
    await tx.$executeRaw`
      update absence set to_day = ${isoOf(last)}::date, ended_by = ${actor.accountId}::uuid, ended_at = ${at}::timestamptz where id = ${absenceId}::uuid`
    await writeJournal(tx, {
      operatorId: actor.operatorId, actorId: actor.accountId, action: 'absence.ended', at,
      detail: { absence: absenceId, account: found.accountId, to: { before: found.to, after: isoOf(last) } },
    })
    return { kind: 'ended', from: addDays(last, 1) }
  })
}
