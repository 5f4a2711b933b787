// `npm run first-admin -- --email … --name …`: the first account of a database that is not a demo. Everybody
// else is then made from the application. It makes one only while no platform administrator can sign in.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { hashPassword } from '../access/password.ts'
import { openDriver } from '../database/driver.ts'
import { migrateAndAdmit } from './demo-database.ts'
import { withOwnerDatabase } from './owner-database.ts'
import { giveUp, messageOf, say } from './say.ts'

const wanted = z.object({
  email: z.email().max(254).transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1).max(200),
})

/** Makes the first platform administrator; `null` when one can already sign in. Gives the password, to be shown once. */
export async function makeFirstAdministrator(ownerUrl: string, account: z.output<typeof wanted>): Promise<string | null> {
  const sql = openDriver(ownerUrl)
  try {
    const password = randomBytes(15).toString('base64url')
    const hash = await hashPassword(password)
    const made = await sql.begin(async (tx) => {
      await tx`lock table account in share row exclusive mode`
      const inserted = await tx<{ id: string }[]>`
        insert into account (email, display_name, password_hash, role)
        select ${account.email}, ${account.name}, ${hash}, 'platform_admin'
        where not exists (select from account where role = 'platform_admin' and active)
        returning id`
      const id = inserted[0]?.id
      if (id !== undefined) await tx`select write_journal(null, null, null, null, 'account.created', ${tx.json({ account: id, role: 'platform_admin', by: 'first-admin' })}, null)`
      return id !== undefined
    })
    return made ? password : null
  } finally {
    await sql.end()
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } })
  const account = wanted.safeParse(values)
  if (!account.success) giveUp('usage: npm run first-admin -- --email someone@example.org --name "First Last"', 2)
  try {
    await withOwnerDatabase(async ({ ownerUrl, passwords }) => {
      await migrateAndAdmit(ownerUrl, passwords, say)
      const password = await makeFirstAdministrator(ownerUrl, account.data)
      if (password === null) giveUp('A platform administrator can already sign in: accounts are made from the application.')
      say(`${account.data.email} may sign in with the password ${password}, shown this once.`)
    })
  } catch (error) {
    giveUp(messageOf(error))
  }
}
