// Operators and what they choose for themselves.
import { z } from 'zod'
import { isoOf } from '../accord/calendar/day.ts'
import { civilDay } from '../clock/civil-day.ts'
import { failureOf } from '../database/failures.ts'
import { writeJournal } from '../database/journal.ts'
import { inActorTransaction, inSystemTransaction } from '../database/transactions.ts'
import { errorsOf, operatorSchema, settingsSchema } from './account-input.ts'
import type { AccountOutcome, Changed } from './accounts.ts'
import type { Actor } from './actor.ts'
import { can } from './can.ts'

export interface OperatorSettings {
  readonly rollPolicy: 'none' | 'next_working_day_if_holiday'
  readonly contactIntervalDays: number
  readonly followUpIntervalDays: number
}

/** The settings of the actor's operator; `null` for who may not change them, or has no operator. */
export async function ownSettings(actor: Actor): Promise<OperatorSettings | null> {
  if (actor.operatorId === null || !can(actor, 'settings.manage', { operatorId: actor.operatorId })) return null
  const [row] = await inActorTransaction(actor, (tx) => tx.$queryRaw<OperatorSettings[]>`
    select roll_policy as "rollPolicy", contact_interval_days as "contactIntervalDays", follow_up_interval_days as "followUpIntervalDays"
    from operator where id = ${actor.operatorId}::uuid`)
  return row ?? null
}

/**
 * Changes what an operator chooses where the texts leave it. The dates of its live files
 * are computed again, by the next read or the daily job: their day of change is brought to today.
 */
export async function changeSettings(actor: Actor, input: unknown): Promise<AccountOutcome<Changed>> {
  const { operatorId } = actor
  if (operatorId === null || !can(actor, 'settings.manage', { operatorId })) return { kind: 'not_allowed' }
  const parsed = settingsSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: errorsOf(parsed.error) }
  const settings = parsed.data
  const today = isoOf(await civilDay(actor.timeZone))
  return inActorTransaction(actor, async (tx): Promise<AccountOutcome<Changed>> => {
    const [before] = await tx.$queryRaw<OperatorSettings[]>`
      select roll_policy as "rollPolicy", contact_interval_days as "contactIntervalDays", follow_up_interval_days as "followUpIntervalDays"
      from operator where id = ${operatorId}::uuid for update`
    if (before === undefined) return { kind: 'not_found' }
    if (JSON.stringify(before) === JSON.stringify(settings)) return { kind: 'changed' }
    await tx.$executeRaw`
      update operator set roll_policy = ${settings.rollPolicy}, contact_interval_days = ${settings.contactIntervalDays},
                          follow_up_interval_days = ${settings.followUpIntervalDays}
      where id = ${operatorId}::uuid`
    await tx.$executeRaw`
      update case_file set next_change_on = least(next_change_on, ${today}::date) where operator_id = ${operatorId}::uuid and not closed`
    await writeJournal(tx, { operatorId, actorId: actor.accountId, action: 'settings.changed', detail: { before: { ...before }, after: { ...settings } } })
    return { kind: 'changed' }
  })
}

export type OperatorAdded = { readonly kind: 'added'; readonly operatorId: string }

function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)
  return plain === '' ? 'operateur' : plain.replace(/-+$/g, '')
}

/** Adds an operator with the basins it serves. Refuses a name already taken. */
export async function addOperator(actor: Actor, input: unknown): Promise<AccountOutcome<OperatorAdded>> {
  if (!can(actor, 'operators.manage')) return { kind: 'not_allowed' }
  const parsed = operatorSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: errorsOf(parsed.error) }
  const { name, kind, basinIds } = parsed.data
  try {
    return await inActorTransaction(actor, async (tx): Promise<AccountOutcome<OperatorAdded>> => {
      const [row] = await tx.$queryRaw<[{ id: string }]>`insert into operator (slug, name, kind) values (${slugOf(name)}, ${name}, ${kind}) returning id`
      await tx.$executeRaw`insert into operator_basin (operator_id, basin_id) select ${row.id}::uuid, unnest(${[...new Set(basinIds)]}::uuid[])`
      await writeJournal(tx, { operatorId: null, actorId: actor.accountId, action: 'operator.added', detail: { operator: row.id, name, kind, basins: [...basinIds] } })
      return { kind: 'added', operatorId: row.id }
    })
  } catch (error) {
    const failure = failureOf(error)
    if (failure?.kind === 'exists') return { kind: 'invalid', fields: { name: 'taken' } }
    if (failure?.kind === 'reference') return { kind: 'invalid', fields: { basinIds: 'not_an_option' } }
    throw error
  }
}

/** Changes which basins an operator serves. A basin with files or accounts in it stays. */
export async function changeOperatorBasins(actor: Actor, operatorId: string, basinIds: readonly string[]): Promise<AccountOutcome<Changed>> {
  if (!can(actor, 'operators.manage')) return { kind: 'not_allowed' }
  if (!z.uuid().safeParse(operatorId).success) return { kind: 'not_found' }
  const parsed = operatorSchema.shape.basinIds.safeParse(basinIds)
  if (!parsed.success) return { kind: 'invalid', fields: { basinIds: errorsOf(parsed.error)[''] ?? 'needs_basin' } }
  const kept = [...new Set(parsed.data)]
  try {
    return await inSystemTransaction(operatorId, async (tx): Promise<AccountOutcome<Changed>> => {
      const [operator] = await tx.$queryRaw<{ id: string }[]>`select id from operator where id = ${operatorId}::uuid`
      if (operator === undefined) return { kind: 'not_found' }
      await tx.$executeRaw`delete from operator_basin where operator_id = ${operatorId}::uuid and not (basin_id = any(${kept}::uuid[]))`
      await tx.$executeRaw`
        insert into operator_basin (operator_id, basin_id) select ${operatorId}::uuid, unnest(${kept}::uuid[]) on conflict do nothing`
      await writeJournal(tx, { operatorId, actorId: actor.accountId, action: 'operator.basins_changed', detail: { basins: kept } })
      return { kind: 'changed' }
    })
  } catch (error) {
    const failure = failureOf(error)
    // Restricted deletes: a file or an account still stands in a basin that would go.
    if (failure?.kind === 'reference' || failure?.kind === 'forbidden') return { kind: 'invalid', fields: { basinIds: 'in_use' } }
    throw error
  }
}
