// What a journey or an accessibility test starts from:
//
//   import { expect, test } from '@/tests/support/browser.ts'
//
//   test('…', async ({ page, signIn, setDay, app }) => {
//     await signIn('counsellor')          // page now holds that account's session
//     await setDay('2027-03-01')          // the civil day the application believes it is; null: the calendar's
//     await page.goto('/')
//   })
//
// Each worker runs its own application over its own copy of the demo: a test may change anything,
// but must not count on what another test left. The day goes back to the calendar's after each test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { demoEmail, demoPassword } from '@/lib/access/demo-accounts.ts'
import { startApplication } from '@/lib/launch/application.ts'
import { connected, createDatabase, dropDatabase, withDatabase } from '@/lib/launch/database.ts'
import { freePort } from '@/lib/launch/ports.ts'
import { applicationUrl, steeringUrl } from '@/lib/launch/roles.ts'
import { violationsOf } from './axe.ts'

export { expect }

const accounts = {
  counsellor: 'conseillere',
  referent: 'referent',
  manager: 'responsable',
  committee: 'comite',
  platform: 'admin',
  platform2: 'admin2',
  operator: 'direction',
} as const

export type Account = keyof typeof accounts

export interface TestApplication {
  baseUrl: string
  /** Owner's address of this worker's database. */
  ownerUrl: string
  /** The application role's address of the same. */
  appUrl: string
}

interface PerTest {
  signIn: (account: Account) => Promise<void>
  setDay: (day: string | null) => Promise<void>
  /** Fails with the list of axe violations of the page as it stands, if there is one. */
  expectAccessible: (target?: Page) => Promise<void>
}

interface PerWorker {
  app: TestApplication
}

export const test = base.extend<PerTest, PerWorker>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use, worker) => {
      const adminUrl = given('REBOND_TEST_ADMIN_URL')
      const name = `${given('REBOND_TEST_TEMPLATE')}_browser_${worker.workerIndex}`
      await createDatabase(adminUrl, name, given('REBOND_TEST_TEMPLATE'))
      const ownerUrl = withDatabase(adminUrl, name)
      const appUrl = applicationUrl(ownerUrl, given('REBOND_TEST_APPLICATION_PASSWORD'))
      const port = await freePort()
      // What is attached, issued or exported here leaves with the worker; the commands called from a test look there too.
      const storage = mkdtempSync(path.join(tmpdir(), 'rebond-storage-'))
      process.env.REBOND_STORAGE_FOLDER = storage
      const application = await startApplication({ appUrl, steeringUrl: steeringUrl(ownerUrl, given('REBOND_TEST_STEERING_PASSWORD')), port, demo: true, publicUrl: `http://localhost:${port}`, secret: 'a secret for browser tests, of no value', output: ['ignore', 'ignore', 'inherit'] })
      await use({ baseUrl: application.baseUrl, ownerUrl, appUrl })
      await application.stop()
      await dropDatabase(adminUrl, name)
      rmSync(storage, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  baseURL: async ({ app }, use) => use(app.baseUrl),

  signIn: async ({ page, app }, use) => {
    await use(async (account) => {
      // Straight to the sign-in route, as the form does: the form itself has its own tests.
      const request = page.context().request
      const { csrfToken } = (await (await request.get(`${app.baseUrl}/api/auth/csrf`)).json()) as { csrfToken: string }
      const answer = await request.post(`${app.baseUrl}/api/auth/callback/credentials`, {
        form: { csrfToken, email: demoEmail(accounts[account]), password: demoPassword, json: 'true' },
      })
      const session = (await (await request.get(`${app.baseUrl}/api/auth/session`)).json()) as { user?: unknown }
      if (!answer.ok() || !session.user) throw new Error(`${demoEmail(accounts[account])} could not sign in: HTTP ${answer.status()} ${await answer.text()}`)
    })
  },

  setDay: async ({ app }, use) => {
    const set = (day: string | null) => connected(app.ownerUrl, (client) => client.query('update demo_clock set civil_day = $1::date', [day]))
    let changed = false
    await use(async (day) => {
      changed = true
      await set(day)
    })
    if (changed) await set(null)
  },

  expectAccessible: async ({ page }, use) => {
    await use(async (target = page) => {
      expect(await violationsOf(target)).toEqual([])
    })
  },
})

function given(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is missing: run through playwright.config.ts`)
  return value
}
