// The application never connects as the owner of the tables: row-level security and the append-only
// grants would not bind it. Its role is made by the migrations; its password is given here.
import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { connected, withDatabase } from './database.ts'

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

/** The login role of the worker while it counts over all operators: it reads two views without a name, and writes figures that are masked. */
export const steeringRole = 'rebond_steering'

/**
 * The password of that role. It follows from the owner's too, which the web server does not know: from its own secret alone
 * it could not find it.
 */
export function steeringPassword(ownerUrl: string, secret: string): string {
  return derivedPassword(`${secret}\n${decodeURIComponent(new URL(ownerUrl).password)}`, 'steering')
}

/** @returns the address of the same database for the role that counts over all operators */
export function steeringUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = steeringRole
  url.password = password
  return url.href
}

/** Lets that role sign in with this password; nothing where the migrations have not made it. */
export async function giveSteeringPassword(ownerUrl: string, password: string): Promise<void> {
  await alteringRoles(ownerUrl, async (client) => {
    if ((await client.query('select 1 from pg_roles where rolname = $1', [steeringRole])).rowCount === 0) return
    await client.query(`alter role ${client.escapeIdentifier(steeringRole)} login password ${client.escapeLiteral(password)}`)
  })
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
  await alteringRoles(ownerUrl, (client) => client.query(`alter role ${client.escapeIdentifier(applicationRole)} login password ${client.escapeLiteral(password)}`))
}

/** Any number of ours: it is asked for in the server's own database, where everyone who changes a role meets. */
const ROLES_LOCK = 5_117_021

/**
 * A role is of the whole server, and Postgres refuses the second of two changes made at once ("tuple concurrently updated"):
 * two launchers, each over a database of its own, wait for each other.
 */
async function alteringRoles<Outcome>(ownerUrl: string, work: (client: pg.Client) => Promise<Outcome>): Promise<Outcome> {
  return await connected(withDatabase(ownerUrl, 'postgres'), async (client) => {
    await client.query('select pg_advisory_lock($1)', [ROLES_LOCK])
    return await work(client)
  })
}
