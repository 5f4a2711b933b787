import { z } from 'zod'
import { writeJournal } from '../database/journal.ts'
import { inActorTransaction, withoutActor } from '../database/transactions.ts'
import { moment } from '../clock/civil-day.ts'
import type { Actor } from './actor.ts'
import { endAgendaAddress } from './agenda-address.ts'
import { forgiveFailures, takeAttempt } from './attempts.ts'
import { hashPassword, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, verifyPassword } from './password.ts'

export interface PasswordChange {
  readonly current: string
  readonly next: string
  readonly again: string
  /** Ends the secret address of one's agenda too: for a password that somebody may have known. */
  readonly endAgenda?: boolean
}

export type PasswordProblem = 'missingCurrent' | 'wrongCurrent' | 'tooShort' | 'tooLong' | 'same' | 'mismatch' | 'tooMany'

export type PasswordChanged =
  | { readonly ok: true }
  | { readonly ok: false; readonly field: keyof PasswordChange; readonly problem: PasswordProblem }

const stored = z.tuple([z.object({ passwordHash: z.string() })])

/** What can be said of the new password before looking at the present one. */
export function checkNewPassword({ current, next, again }: PasswordChange): PasswordChanged {
  const length = [...next].length
  if (current === '') return { ok: false, field: 'current', problem: 'missingCurrent' }
  if (length < PASSWORD_MIN_LENGTH) return { ok: false, field: 'next', problem: 'tooShort' }
  if (length > PASSWORD_MAX_LENGTH) return { ok: false, field: 'next', problem: 'tooLong' }
  if (next === current) return { ok: false, field: 'next', problem: 'same' }
  if (next !== again) return { ok: false, field: 'again', problem: 'mismatch' }
  return { ok: true }
}

/**
 * Changes one's own password, the present one being given, and ends every session of the account.
 * A wrong present password counts as a failed sign-in. Journaled either way, without the passwords.
 */
export async function changePassword(actor: Actor, change: PasswordChange): Promise<PasswordChanged> {
  const checked = checkNewPassword(change)
  if (!checked.ok) return checked

  // Counted apart from sign-ins: someone guessing at an open screen does not lock its owner out.
  const from = 'change-password'
  if ((await takeAttempt(actor.email, from)) > 0) return { ok: false, field: 'current', problem: 'tooMany' }

  const [{ passwordHash }] = stored.parse(
    await withoutActor((tx) => tx.$queryRaw`select password_hash as "passwordHash" from account_for_sign_in(${actor.email})`),
  )
  const line = { operatorId: actor.operatorId, actorId: actor.accountId, detail: {} }
  if (change.current.length > PASSWORD_MAX_LENGTH || !(await verifyPassword(passwordHash, change.current))) {
    await inActorTransaction(actor, (tx) => writeJournal(tx, { ...line, action: 'password.refused' }))
    return { ok: false, field: 'current', problem: 'wrongCurrent' }
  }
  await forgiveFailures(actor.email, from)
  const hash = await hashPassword(change.next)
  await inActorTransaction(actor, async (tx) => {
    await tx.$executeRaw`select keep_own_password(${hash})`
    await writeJournal(tx, { ...line, action: 'password.changed' })
    if (change.endAgenda !== true) return
    const at = await moment(actor.timeZone)
    const subscription = await endAgendaAddress(tx, actor.accountId, at)
    if (subscription !== null) await writeJournal(tx, { ...line, action: 'agenda.unsubscribed', detail: { subscription }, at })
  })
  return { ok: true }
}
