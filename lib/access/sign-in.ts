import { z } from 'zod'
import { writeJournal } from '../database/journal.ts'
import { PRESENCE_CHANNEL } from '../database/listen.ts'
import { inSystemTransaction, withoutActor } from '../database/transactions.ts'
import { forgiveFailures, takeAttempt } from './attempts.ts'
import { isClosedDemoEmail } from './demo-accounts.ts'
import type { SessionClaim } from './live-account.ts'
import { hashPassword, PASSWORD_MAX_LENGTH, verifyPassword } from './password.ts'

export type SignIn =
  | { readonly kind: 'signed_in'; readonly accountId: string; readonly sessionVersion: number }
  /** Wrong password, unknown e-mail or an account that was closed: the caller cannot tell, nor whoever asks. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'too_many_attempts'; readonly secondsToWait: number }

const credentials = z.object({
  email: z.string().max(254).transform((text) => text.trim().toLowerCase()).pipe(z.email()),
  password: z.string().min(1).max(PASSWORD_MAX_LENGTH),
})

interface AccountFound {
  readonly id: string
  readonly operatorId: string | null
  readonly passwordHash: string
  readonly active: boolean
  readonly sessionVersion: number
}

async function accountOf(email: string): Promise<AccountFound | null> {
  const rows = await withoutActor((tx) => tx.$queryRaw<AccountFound[]>`
    select id, operator_id as "operatorId", password_hash as "passwordHash", active, session_version as "sessionVersion"
    from account_for_sign_in(${email})`)
  return rows[0] ?? null
}

/** A hash nobody's password gives, so that an unknown e-mail takes the time of a known one. */
let nobody: Promise<string> | null = null

const NOBODY = { id: null, operatorId: null }

async function journal(account: { readonly id: string | null; readonly operatorId: string | null }, action: string): Promise<void> {
  const line = { operatorId: account.operatorId, actorId: account.id, action, detail: {} }
  if (account.operatorId === null) await withoutActor((tx) => writeJournal(tx, line))
  else await inSystemTransaction(account.operatorId, (tx) => writeJournal(tx, line))
}

/**
 * Checks an e-mail and a password, and journals the answer.
 * @param raw what the form sent
 * @param address where it came from, to slow a guesser down
 */
export async function signIn(raw: unknown, address: string): Promise<SignIn> {
  const parsed = credentials.safeParse(raw)
  if (!parsed.success) return { kind: 'refused' }
  const { email, password } = parsed.data

  const wait = await takeAttempt(email, address)
  if (wait > 0) return { kind: 'too_many_attempts', secondsToWait: wait }

  const account = await accountOf(email)
  nobody ??= hashPassword(crypto.randomUUID())
  const right = await verifyPassword(account?.passwordHash ?? (await nobody), password)
  if (account === null || !right || !account.active || isClosedDemoEmail(email)) {
    // An unknown e-mail is journaled too, by the platform: it takes the time of a known one, and a guesser leaves a trace.
    await journal(account ?? NOBODY, 'session.refused')
    return { kind: 'refused' }
  }
  await forgiveFailures(email, address)
  await journal(account, 'session.opened')
  return { kind: 'signed_in', accountId: account.id, sessionVersion: account.sessionVersion }
}

/** Journals that a session was closed by its owner, and says so to the screens that it still holds open. */
export async function closeSession({ accountId, openedAt }: SessionClaim): Promise<void> {
  const said = JSON.stringify({ said: 'session_closed', account: accountId, openedAt })
  await withoutActor((tx) => tx.$executeRaw`select pg_notify(${PRESENCE_CHANNEL}, ${said})`)
  const found = await withoutActor((tx) => tx.$queryRaw<{ operatorId: string | null }[]>`
    select operator_id as "operatorId" from account_for_session(${accountId}::uuid)`)
  const account = found[0]
  if (account === undefined) return
  const line = { operatorId: account.operatorId, actorId: accountId, action: 'session.closed', detail: {} }
  if (account.operatorId === null) await withoutActor((tx) => writeJournal(tx, line))
  else await inSystemTransaction(account.operatorId, (tx) => writeJournal(tx, line))
}
