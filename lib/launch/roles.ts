// The application never connects as the owner of the tables: row-level security and the append-only
// grants would not bind it. Its role is made by the migrations; its password is given here.
import { createHmac } from 'node:crypto'
import { connected } from './database.ts'

/** The login role of the web and the worker: it owns nothing. */
export const applicationRole = 'rebond_app'

/** @returns a password that follows from the secret, so that nobody has to keep another one */
export function derivedPassword(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(`rebond:${purpose}`).digest('hex')
}

/** @returns the address of the same database for the application's role */
export function applicationUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = applicationRole
  url.password = password
  return url.href
}

/** Whether the migrations have made the application's role on this server. */
export async function applicationRoleExists(ownerUrl: string): Promise<boolean> {
  return await connected(ownerUrl, async (client) => (await client.query('select 1 from pg_roles where rolname = $1', [applicationRole])).rowCount === 1)
}

/**
 * Lets the application's role sign in with this password.
 * @throws when the migrations have not made the role
 */
export async function giveApplicationPassword(ownerUrl: string, password: string): Promise<void> {
  await connected(ownerUrl, (client) => client.query(`alter role ${client.escapeIdentifier(applicationRole)} login password ${client.escapeLiteral(password)}`))
}
