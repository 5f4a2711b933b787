// Accounts, changed by those who may: the operator's administrator within the operator, the platform's everywhere. Every
// change is journaled on the chain of the operator it concerns.
import { z } from 'zod'
import { isoOf, type Day } from '../accord/calendar/day.ts'
import { civilDay, moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { failureOf } from '../database/failures.ts'
import { writeJournal } from '../database/journal.ts'
import { inActorTransaction, inSystemTransaction } from '../database/transactions.ts'
import { emailField, errorsOf, madePassword, profileSchema, type AdministrationErrors, type Profile, type ProfileInput } from './account-input.ts'
import type { Actor, Role } from './actor.ts'
import { endAgendaAddress } from './agenda-address.ts'
import { can, rolesGivenBy } from './can.ts'
import { hashPassword } from './password.ts'

export type AccountOutcome<Done> =
  | Done
  | { readonly kind: 'invalid'; readonly fields: AdministrationErrors }
  /** No such account, or one the actor may not know of. */
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_allowed' }

export type Created = { readonly kind: 'created'; readonly accountId: string; readonly email: string; readonly password: string }
export type Changed = { readonly kind: 'changed' }
export type PasswordReset = { readonly kind: 'reset'; readonly password: string }

export interface NewAccountInput extends ProfileInput {
  readonly email: string
  /** The operator it belongs to; `null` for a committee member or a platform administrator. */
  readonly operatorId: string | null
}

interface Target {
  readonly id: string
  readonly operatorId: string | null
  readonly role: Role
  readonly active: boolean
}

const NO_OPERATOR: readonly Role[] = ['committee', 'platform_admin']
const FOLLOWS_FILES: readonly Role[] = ['counsellor', 'referent', 'manager']
const uuid = z.uuid()
const refused = (fields: AdministrationErrors) => ({ kind: 'invalid', fields }) as const

/** As the actor within the operator concerned: a platform administrator acts there by name, and sees no file. */
function at<T>(actor: Actor, operatorId: string | null, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return operatorId === null || operatorId === actor.operatorId ? inActorTransaction(actor, work) : inSystemTransaction(operatorId, work)
}

/** The account, if the actor manages it. */
async function targetOf(actor: Actor, accountId: string): Promise<Target | null> {
  if (!can(actor, 'accounts.manage') || !uuid.safeParse(accountId).success) return null
  const [found] = await inActorTransaction(actor, (tx) => tx.$queryRaw<Target[]>`
    select id, operator_id as "operatorId", role, active from account where id = ${accountId}::uuid`)
  return found !== undefined && can(actor, 'accounts.manage', { operatorId: found.operatorId }) ? found : null
}

/** Nobody else counts or takes away administrators until this transaction ends. */
async function isLastAdministrator(tx: Transaction, target: Target): Promise<boolean> {
  if (!target.active || (target.role !== 'operator_admin' && target.role !== 'platform_admin')) return false
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`administrators:${target.operatorId ?? 'platform'}`}, 0))`
  const [others] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from account
    where role = ${target.role} and active and id <> ${target.id}::uuid and operator_id is not distinct from ${target.operatorId}::uuid`
  return others === undefined || others.count === 0
}

/** Fits a profile to an operator: the role belongs there, and the operator serves the basins. */
async function unfit(tx: Transaction, actor: Actor, operatorId: string | null, profile: Profile): Promise<AdministrationErrors | null> {
  if (!rolesGivenBy(actor).includes(profile.role) || NO_OPERATOR.includes(profile.role) !== (operatorId === null)) return { role: 'not_an_option' }
  if (profile.basinIds.length === 0) return null
  const [served] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from operator_basin where operator_id = ${operatorId}::uuid and basin_id = any(${profile.basinIds}::uuid[])`
  return served?.count === profile.basinIds.length ? null : { basinIds: 'not_an_option' }
}

async function giveBasins(tx: Transaction, accountId: string, operatorId: string | null, basinIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`delete from account_basin where account_id = ${accountId}::uuid and not (basin_id = any(${[...basinIds]}::uuid[]))`
  await tx.$executeRaw`
    insert into account_basin (account_id, basin_id, operator_id)
    select ${accountId}::uuid, basin_id, ${operatorId}::uuid from unnest(${[...basinIds]}::uuid[]) basin_id
    on conflict do nothing`
}

const territoryText = (profile: Profile): string | null => (profile.territory === null ? null : JSON.stringify(profile.territory))

/**
 * Opens an account with a password made here, told once. Refuses an address that has an account, a role
 * the actor may not give, basins the operator does not serve.
 */
export async function createAccount(actor: Actor, input: NewAccountInput): Promise<AccountOutcome<Created>> {
  const { email: typedEmail, operatorId, ...rest } = input
  if (operatorId !== null && !uuid.safeParse(operatorId).success) return refused({ operatorId: 'not_an_option' })
  if (!can(actor, 'accounts.manage', { operatorId })) return { kind: 'not_allowed' }
  const email = emailField.safeParse(typedEmail)
  const parsed = profileSchema.safeParse(rest)
  if (!email.success || !parsed.success) {
    const profileErrors = parsed.success ? {} : errorsOf(parsed.error)
    return refused(email.success ? profileErrors : { email: errorsOf(email.error)[''] ?? 'not_an_email', ...profileErrors })
  }
  const profile = parsed.data
  const password = madePassword()
  const hash = await hashPassword(password)
  try {
    return await at(actor, operatorId, async (tx): Promise<AccountOutcome<Created>> => {
      const fields = await unfit(tx, actor, operatorId, profile)
      if (fields !== null) return refused(fields)
      const [row] = await tx.$queryRaw<[{ id: string }]>`
        insert into account (operator_id, email, display_name, password_hash, role, territory)
        values (${operatorId}::uuid, ${email.data}, ${profile.displayName}, ${hash}, ${profile.role}, ${territoryText(profile)}::jsonb) returning id`
      await giveBasins(tx, row.id, operatorId, profile.basinIds)
      await writeJournal(tx, { operatorId, actorId: actor.accountId, action: 'account.created', detail: { account: row.id, role: profile.role, basins: [...profile.basinIds] } })
      return { kind: 'created', accountId: row.id, email: email.data, password }
    })
  } catch (error) {
    const failure = failureOf(error)
    if (failure?.kind === 'exists') return refused({ email: 'taken' })
    if (failure?.kind === 'reference') return refused({ operatorId: 'not_an_option' })
    throw error
  }
}

/**
 * Changes a name, a role, basins or a territory. Refuses to take its role from the last active
 * administrator, and a role that follows no files to someone who has live ones.
 */
export async function changeAccount(actor: Actor, input: ProfileInput & { readonly accountId: string }): Promise<AccountOutcome<Changed>> {
  const { accountId, ...rest } = input
  const target = await targetOf(actor, accountId)
  if (target === null) return { kind: 'not_found' }
  const parsed = profileSchema.safeParse(rest)
  if (!parsed.success) return refused(errorsOf(parsed.error))
  const profile = parsed.data
  const today = await civilDay(actor.timeZone)
  return at(actor, target.operatorId, async (tx): Promise<AccountOutcome<Changed>> => {
    const fields = await unfit(tx, actor, target.operatorId, profile)
    if (fields !== null) return refused(fields)
    if (profile.role !== target.role && (await isLastAdministrator(tx, target))) return refused({ role: 'last_administrator' })
    if (!FOLLOWS_FILES.includes(profile.role) && target.operatorId !== null) {
      const [held] = await tx.$queryRaw<{ one: number }[]>`
        select 1 as one from case_file where not closed and (counsellor_id = ${accountId}::uuid or referent_id = ${accountId}::uuid) limit 1`
      // Whose files they follow while a colleague is away would have nobody.
      const [standsIn] = await tx.$queryRaw<{ one: number }[]>`
        select 1 as one from absence s where s.stand_in_id = ${accountId}::uuid and s.to_day >= ${isoOf(today)}::date and s.to_day >= s.from_day limit 1`
      if (held !== undefined || standsIn !== undefined) return refused({ role: 'holds_files' })
    }
    await tx.$executeRaw`
      update account set display_name = ${profile.displayName}, role = ${profile.role}, territory = ${territoryText(profile)}::jsonb
      where id = ${accountId}::uuid`
    await giveBasins(tx, accountId, target.operatorId, profile.basinIds)
    await writeJournal(tx, {
      operatorId: target.operatorId, actorId: actor.accountId, action: 'account.changed',
      detail: { account: accountId, role: { before: target.role, after: profile.role }, basins: [...profile.basinIds] },
    })
    return { kind: 'changed' }
  })
}

/** The account is still needed: its live files, by post, and colleagues it stands in for today or later. */
export interface StillHolds {
  readonly kind: 'still_holds'
  readonly name: string
  readonly asCounsellor: number
  readonly asReferent: number
  readonly standsInFor: readonly string[]
}

async function stillHolds(tx: Transaction, accountId: string, today: Day): Promise<StillHolds | null> {
  const [held] = await tx.$queryRaw<Omit<StillHolds, 'kind'>[]>`
    select k.display_name as name,
           (select count(*)::integer from case_file c where c.counsellor_id = k.id and not c.closed) as "asCounsellor",
           (select count(*)::integer from case_file c where c.referent_id = k.id and not c.closed) as "asReferent",
           array(select a.display_name from absence s join account a on a.id = s.account_id
                 where s.stand_in_id = k.id and s.to_day >= ${isoOf(today)}::date and s.to_day >= s.from_day order by a.display_name) as "standsInFor"
    from account k where k.id = ${accountId}::uuid`
  if (held === undefined || (held.asCounsellor === 0 && held.asReferent === 0 && held.standsInFor.length === 0)) return null
  return { kind: 'still_holds', ...held }
}

/**
 * Closes an account, which ends its sessions, or opens it again. The last active administrator stays; so does someone who
 * follows live files, as counsellor or referent, or stands in for a colleague: those are handed over first.
 */
export async function setAccountActive(actor: Actor, accountId: string, active: boolean): Promise<AccountOutcome<Changed> | StillHolds> {
  const target = await targetOf(actor, accountId)
  if (target === null) return { kind: 'not_found' }
  const today = await civilDay(actor.timeZone)
  return at(actor, target.operatorId, async (tx): Promise<AccountOutcome<Changed> | StillHolds> => {
    if (!active && (await isLastAdministrator(tx, target))) return refused({ active: 'last_administrator' })
    // Its line is held: whoever gives it a file meanwhile waits, and finds it closed.
    await tx.$executeRaw`select 1 from account where id = ${accountId}::uuid for update`
    const holds = active || target.operatorId === null ? null : await stillHolds(tx, accountId, today)
    if (holds !== null) return holds
    const changed = await tx.$executeRaw`
      update account set active = ${active}, session_version = session_version + 1 where id = ${accountId}::uuid and active <> ${active}`
    if (changed > 0) {
      await writeJournal(tx, {
        operatorId: target.operatorId, actorId: actor.accountId, action: active ? 'account.reactivated' : 'account.deactivated', detail: { account: accountId },
      })
    }
    return { kind: 'changed' }
  })
}

/** Ends the secret address of an account's agenda, which its owner alone may otherwise touch. */
async function endAgendaOf(actor: Actor, { operatorId }: { readonly operatorId: string | null }, accountId: string): Promise<void> {
  if (operatorId === null) return
  const now = await moment(actor.timeZone)
  await inSystemTransaction(operatorId, async (tx) => {
    const subscription = await endAgendaAddress(tx, accountId, now)
    if (subscription !== null) await writeJournal(tx, { operatorId, actorId: actor.accountId, action: 'agenda.unsubscribed', detail: { subscription, account: accountId }, at: now })
  })
}

/**
 * Gives an account a new password, told once, and ends its sessions.
 * @param endAgenda ends the secret address of its agenda too, for a password that somebody may have known
 */
export async function resetPassword(actor: Actor, accountId: string, endAgenda = false): Promise<AccountOutcome<PasswordReset>> {
  const target = await targetOf(actor, accountId)
  if (target === null) return { kind: 'not_found' }
  const password = madePassword()
  const hash = await hashPassword(password)
  if (endAgenda) await endAgendaOf(actor, target, accountId)
  return at(actor, target.operatorId, async (tx): Promise<AccountOutcome<PasswordReset>> => {
    await tx.$executeRaw`update account set password_hash = ${hash}, session_version = session_version + 1 where id = ${accountId}::uuid`
    await writeJournal(tx, { operatorId: target.operatorId, actorId: actor.accountId, action: 'password.reset', detail: { account: accountId } })
    return { kind: 'reset', password }
  })
}
