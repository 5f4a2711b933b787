import { z } from 'zod'
import { daySet } from '../clock/civil-day.ts'
import { isoOf } from '../accord/calendar/day.ts'
import { accountForSession } from '../database/transactions.ts'
import { ROLES, type Actor } from './actor.ts'
import { isClosedDemoEmail } from './demo-accounts.ts'

/** A session lasts a working day, whatever its owner does in between. */
export const SESSION_SECONDS = 8 * 60 * 60

/** What a session's token says; everything else is read from the database. */
export interface SessionClaim {
  readonly accountId: string
  /** The account's session_version when it signed in: raised to end every session at once. */
  readonly sessionVersion: number
  /** When it signed in, in seconds since 1970. */
  readonly openedAt: number
}

const row = z.object({
  id: z.string(),
  operator_id: z.string().nullable(),
  operator_name: z.string().nullable(),
  time_zone: z.string(),
  role: z.enum(ROLES),
  active: z.boolean(),
  session_version: z.number(),
  display_name: z.string(),
  email: z.string(),
  locale: z.enum(['fr', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  territory: z.object({ level: z.enum(['basin', 'department', 'region', 'nation']), codes: z.array(z.string()) }).nullable(),
  basin_ids: z.array(z.string()),
  stands_in_for: z.array(z.string()),
})

async function activeAccount(accountId: string) {
  const set = await daySet()
  const rows = await accountForSession(accountId, set === null ? null : isoOf(set))
  if (rows.length === 0) return null
  const account = row.parse(rows[0])
  return account.active && !isClosedDemoEmail(account.email) ? account : null
}

function actorOf(account: z.output<typeof row>): Actor {
  return {
    accountId: account.id,
    operatorId: account.operator_id,
    operatorName: account.operator_name,
    timeZone: account.time_zone,
    role: account.role,
    basinIds: account.basin_ids,
    standsInFor: account.stands_in_for,
    displayName: account.display_name,
    email: account.email,
    locale: account.locale,
    theme: account.theme,
    territory: account.territory,
  }
}

/**
 * The actor of a session, with the rights they have now: a role or a basin taken away is gone at the next request.
 * @returns `null` when the session ended, the account was closed, or its sessions were
 */
export async function actorOfSession(claim: SessionClaim, now: Date = new Date()): Promise<Actor | null> {
  if (now.getTime() / 1000 >= claim.openedAt + SESSION_SECONDS) return null
  const account = await activeAccount(claim.accountId)
  return account === null || account.session_version !== claim.sessionVersion ? null : actorOf(account)
}

/** For the worker, doing what someone asked for: that person with the rights they have now; `null` once the account is closed. */
export async function actorOfAccount(accountId: string): Promise<Actor | null> {
  const account = await activeAccount(accountId)
  return account === null ? null : actorOf(account)
}
