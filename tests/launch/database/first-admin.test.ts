import { expect, it } from 'vitest'
import { verifyPassword } from '@/lib/access/password.ts'
import { openDriver } from '@/lib/database/driver.ts'
import { makeFirstAdministrator } from '@/lib/launch/first-admin.ts'
import { freshDatabase } from '@/tests/support/fresh-database.ts'

it('makes one platform administrator, and no second while the first can sign in', async () => {
  const { ownerUrl, drop } = await freshDatabase()
  const sql = openDriver(ownerUrl)
  try {
    const password = await makeFirstAdministrator(ownerUrl, { email: 'premiere@exemple.fr', name: 'Première Personne' })
    const [account] = await sql<{ email: string; role: string; hash: string }[]>`select email, role, password_hash as hash from account`
    expect(account).toMatchObject({ email: 'premiere@exemple.fr', role: 'platform_admin' })
    expect(await verifyPassword(account!.hash, password!)).toBe(true)
    expect(await makeFirstAdministrator(ownerUrl, { email: 'autre@exemple.fr', name: 'Autre' })).toBeNull()
    await sql`update account set active = false`
    expect(await makeFirstAdministrator(ownerUrl, { email: 'autre@exemple.fr', name: 'Autre' })).not.toBeNull()
    const [entries] = await sql<{ count: number }[]>`select count(*)::integer as count from journal_entry where chain = 'platform'`
    expect(entries?.count).toBe(2)
  } finally {
    await sql.end()
    await drop()
  }
})
