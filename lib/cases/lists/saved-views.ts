import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { writeJournal } from '../../database/journal.ts'
import { KEPT_LINE } from '../../database/kept-text.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import type { Invalid, NotAllowed, NotFound } from '../outcomes.ts'
import { LONGEST_VIEW_NAME, MOST_VIEWS, type SavedView } from './views.ts'

const name = z.string().trim().min(1, 'required').max(LONGEST_VIEW_NAME, 'too_long').regex(KEPT_LINE, 'not_text')
/** One line: it is an address. Kept as it was sent, what no list hears any more included: a view is opened by its address, which says what it left out. */
const search = z.string().max(4000, 'too_long').regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'not_text')

const createSchema = z.strictObject({ name, search, shared: z.boolean() })
const changeSchema = z.strictObject({
  id: z.uuid(),
  /** The version that was on the screen. */
  version: z.number().int(),
  name: name.optional(),
  search: search.optional(),
  shared: z.boolean().optional(),
})
export type CreateViewInput = z.input<typeof createSchema>
export type ChangeViewInput = z.input<typeof changeSchema>

export type ViewOutcome =
  | { readonly kind: 'kept'; readonly id: string; readonly name: string }
  /** The person has a view of this name already. */
  | { readonly kind: 'name_taken' }
  | { readonly kind: 'too_many' }
  /** It was changed since the screen was opened, by the same person elsewhere; nothing was written. */
  | { readonly kind: 'changed_meanwhile'; readonly name: string }
  | Invalid
  | NotFound
  | NotAllowed

interface Row extends SavedView {
  readonly position: number
}

/**
 * The views someone reads: their own in their order, then those shared by the people of their operator who work in one of
 * their basins. An operator's administrator works in all of them.
 */
export async function viewsOf(tx: Transaction, actor: Actor): Promise<SavedView[]> {
  const everywhere = actor.role === 'operator_admin'
  const rows = await tx.$queryRaw<Row[]>`
    select v.id, v.name, v.search, v.shared, v.version, v.position, v.account_id = ${actor.accountId}::uuid as own, k.display_name as "ownerName"
    from saved_view v join account k on k.id = v.account_id
    where v.account_id = ${actor.accountId}::uuid
       or (v.shared and k.active and (${everywhere} or k.role = 'operator_admin' or exists (
            select from account_basin ab where ab.account_id = k.id and ab.basin_id = any(${[...actor.basinIds]}::uuid[]))))
    order by own desc, case when v.account_id = ${actor.accountId}::uuid then v.position end, v.name, v.id
    limit 200`
  return rows.map(({ position: _, ...view }) => view)
}

/** The same in a transaction of its own; empty for a role that lists no file. */
export async function savedViews(actor: Actor): Promise<SavedView[]> {
  if (!can(actor, 'caseload.read')) return []
  return inActorTransaction(actor, (tx) => viewsOf(tx, actor))
}

/** One person's views are changed one after the other. */
async function holdOwnViews(tx: Transaction, actor: Actor): Promise<Row[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('saved_view ' || ${actor.accountId}, 0))`
  return tx.$queryRaw<Row[]>`
    select id, name, search, shared, version, position, true as own, '' as "ownerName"
    from saved_view where account_id = ${actor.accountId}::uuid order by position`
}

/** Two names that nobody would tell apart in a list. */
const sameName = (one: string, other: string) => one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase()

function tell(tx: Transaction, actor: Actor, at: Date, action: 'view.kept' | 'view.changed' | 'view.deleted', view: Pick<SavedView, 'id' | 'name' | 'search' | 'shared'>): Promise<string> {
  return writeJournal(tx, {
    operatorId: actor.operatorId, actorId: actor.accountId, action, at,
    detail: { view: view.id, name: view.name, search: view.search, shared: view.shared },
  })
}

/** Keeps a list under a name, for oneself or for the team. Twenty a person. */
export async function createView(actor: Actor, input: CreateViewInput): Promise<ViewOutcome> {
  if (!can(actor, 'caseload.read')) return { kind: 'not_allowed' }
  const parsed = createSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const asked = parsed.data
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<ViewOutcome> => {
    const own = await holdOwnViews(tx, actor)
    const same = own.find((view) => sameName(view.name, asked.name))
    // Sent twice: kept once.
    if (same !== undefined) return same.search === asked.search && same.shared === asked.shared ? { kind: 'kept', id: same.id, name: same.name } : { kind: 'name_taken' }
    if (own.length >= MOST_VIEWS) return { kind: 'too_many' }
    const taken = new Set(own.map((view) => view.position))
    const last = own.at(-1)?.position ?? 0
    // After the last; where the last has the twentieth place, the first that is free.
    const position = last < MOST_VIEWS ? last + 1 : Array.from({ length: MOST_VIEWS }, (_, place) => place + 1).find((place) => !taken.has(place))!
    const [kept] = await tx.$queryRaw<[{ id: string }]>`
      insert into saved_view (operator_id, account_id, name, search, shared, position, changed_at)
      values (${actor.operatorId}::uuid, ${actor.accountId}::uuid, ${asked.name}, ${asked.search}, ${asked.shared}, ${position}, ${at}::timestamptz)
      returning id`
    await tell(tx, actor, at, 'view.kept', { id: kept.id, ...asked })
    return { kind: 'kept', id: kept.id, name: asked.name }
  })
}

/** Renames one's view, shares it or no longer, or gives it another list. Told when it changed since it was read. */
export async function changeView(actor: Actor, input: ChangeViewInput): Promise<ViewOutcome> {
  const parsed = changeSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const asked = parsed.data
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<ViewOutcome> => {
    const own = await holdOwnViews(tx, actor)
    const before = own.find((view) => view.id === asked.id)
    if (before === undefined) return { kind: 'not_found' }
    const after = { id: before.id, name: asked.name ?? before.name, search: asked.search ?? before.search, shared: asked.shared ?? before.shared }
    if (after.name === before.name && after.search === before.search && after.shared === before.shared) return { kind: 'kept', id: before.id, name: before.name }
    if (before.version !== asked.version) return { kind: 'changed_meanwhile', name: before.name }
    if (own.some((view) => view.id !== before.id && sameName(view.name, after.name))) return { kind: 'name_taken' }
    await tx.$executeRaw`
      update saved_view set name = ${after.name}, search = ${after.search}, shared = ${after.shared}, version = version + 1, changed_at = ${at}::timestamptz
      where id = ${before.id}::uuid`
    await tell(tx, actor, at, 'view.changed', after)
    return { kind: 'kept', id: before.id, name: after.name }
  })
}

/** Takes one's view away; for those it was shared with, too. */
export async function deleteView(actor: Actor, id: string): Promise<ViewOutcome> {
  if (!z.uuid().safeParse(id).success) return { kind: 'not_found' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<ViewOutcome> => {
    const view = (await holdOwnViews(tx, actor)).find((one) => one.id === id)
    if (view === undefined) return { kind: 'not_found' }
    await tx.$executeRaw`delete from saved_view where id = ${id}::uuid`
    await tell(tx, actor, at, 'view.deleted', view)
    return { kind: 'kept', id, name: view.name }
  })
}

/** Moves one's view before the one above it, or after the one below. At an end it stays where it is. */
export async function moveView(actor: Actor, id: string, step: 'up' | 'down'): Promise<ViewOutcome> {
  if (!z.uuid().safeParse(id).success) return { kind: 'not_found' }
  return inActorTransaction(actor, async (tx): Promise<ViewOutcome> => {
    const own = await holdOwnViews(tx, actor)
    const at = own.findIndex((view) => view.id === id)
    const view = own[at]
    if (view === undefined) return { kind: 'not_found' }
    const other = own[step === 'up' ? at - 1 : at + 1]
    if (other !== undefined) {
      await tx.$executeRaw`
        update saved_view set position = case id when ${view.id}::uuid then ${other.position}::integer else ${view.position}::integer end
        where id in (${view.id}::uuid, ${other.id}::uuid)`
    }
    return { kind: 'kept', id, name: view.name }
  })
}
