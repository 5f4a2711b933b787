// Every query of the app runs in one of these. Each says who is asking, for this transaction only, and Postgres shows
// what its policies allow: a query that forgot its `where` leaks nothing.
import { AsyncLocalStorage } from 'node:async_hooks'
import { database, type Transaction } from './client.ts'

/** Who is asking, as far as the database cares. An Actor of lib/access is one. */
export interface Asking {
  readonly accountId: string
  readonly operatorId: string | null
  readonly role: string
}

export interface TransactionSettings {
  /** Longest the work may take, in milliseconds. */
  readonly timeout?: number
  /** Whether every query sees the database as it stood at the first one: for what is read piece by piece. */
  readonly oneState?: boolean
}

interface Identity {
  readonly operatorId: string | null
  readonly accountId: string | null
  readonly platform: boolean
}

async function transaction<T>(who: Identity, work: (tx: Transaction) => Promise<T>, settings: TransactionSettings): Promise<T> {
  return database().$transaction(
    async (tx) => {
      await tx.$executeRaw`
        select set_config('rebond.operator_id', ${who.operatorId ?? ''}, true),
               set_config('rebond.account_id', ${who.accountId ?? ''}, true),
               set_config('rebond.platform', ${who.platform ? 'on' : ''}, true)`
      return work(tx)
    },
    { maxWait: 10_000, timeout: settings.timeout ?? 15_000, ...(settings.oneState === true && { isolationLevel: 'RepeatableRead' as const }) },
  )
}

/**
 * Runs `work` in one transaction as a person: they see their operator's rows; a platform administrator, operators and
 * accounts only. Everything is undone when `work` throws.
 */
export function inActorTransaction<T>(actor: Asking, work: (tx: Transaction) => Promise<T>, settings: TransactionSettings = {}): Promise<T> {
  const shared = reading.getStore()
  if (shared !== undefined && shared.actor === actor && settings.oneState !== true) return work(shared.tx)
  return transaction(
    { operatorId: actor.operatorId, accountId: actor.accountId, platform: actor.role === 'platform_admin' },
    work,
    settings,
  )
}

const reading = new AsyncLocalStorage<{ readonly actor: Asking; readonly tx: Transaction }>()

/**
 * Several queries of one screen in one transaction: those that `work` runs for this actor, one after the other, share it.
 * For reads alone, since what one of them wrote would wait for the last, and fall with it.
 */
export function readTogether<T>(actor: Asking, work: () => Promise<T>): Promise<T> {
  return inActorTransaction(actor, (tx) => reading.run({ actor, tx }, work))
}

/** The same for the worker, which acts for one operator at a time and is nobody. */
export function inSystemTransaction<T>(operatorId: string, work: (tx: Transaction) => Promise<T>, settings: TransactionSettings = {}): Promise<T> {
  return transaction({ operatorId, accountId: null, platform: false }, work, settings)
}

/**
 * The same for nobody: sign-in, the demo's page, figures of a territory. It sees basins, territory figures and the demo's
 * tables, and passes the SECURITY DEFINER doors; no row of any operator.
 */
export function withoutActor<T>(work: (tx: Transaction) => Promise<T>, settings: TransactionSettings = {}): Promise<T> {
  return transaction({ operatorId: null, accountId: null, platform: false }, work, settings)
}

export interface VisitedOperator {
  readonly id: string
  readonly slug: string
  readonly timeZone: string
}

/** The day the demo is set to, as ISO text: in one statement, since every read of a demo begins with it and nobody's rows are in it. */
export async function demoDay(): Promise<string | null> {
  const [row] = await database().$queryRaw<{ day: string | null }[]>`select civil_day::text as day from demo_clock`
  return row?.day ?? null
}

/** What the door of sessions says of an account: in one statement, since every request begins with it. */
export function accountForSession(accountId: string, setDay: string | null): Promise<unknown[]> {
  return database().$queryRaw<unknown[]>`select * from account_for_session(${accountId}::uuid, ${setDay}::date)`
}

/** The operators, in the order of their slugs, for work that goes from one to the next. */
export function operatorsToVisit(): Promise<VisitedOperator[]> {
  return withoutActor((tx) => tx.$queryRaw<VisitedOperator[]>`select id, slug, time_zone as "timeZone" from operators_to_visit()`)
}
