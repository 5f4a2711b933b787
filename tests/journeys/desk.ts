// What every journey starts from: a person at a desk, with a keyboard, a calendar that can be moved, and files of their own.
//
//   test('…', async ({ page, signIn, keyboard, travel, openByForm, act, filePage }) => { … })
import type { DemoAccountName } from '@/lib/access/demo-accounts.ts'
import { closeDatabase } from '@/lib/database/client.ts'
import type { OpenFileInput } from '@/lib/cases/opening-input.ts'
import { test as base } from '@/tests/support/browser.ts'
import { actsOf, type Acts } from './acts.ts'
import { setDayFor } from './calendar.ts'
import { filePageOf, type FilePage } from './file-page.ts'
import { expectNoPointer, keyboardOf, watchForPointer, type Keyboard } from './keyboard.ts'
import { openingOf, type Opening } from './opening.ts'
import { keepFile, type KeptFact, type KeptFile } from './kept-files.ts'

export { expect } from '@/tests/support/browser.ts'

interface Desk {
  /** References of the files of this journey: time passes for them, and stands still for the others. */
  own: Set<string>
  /** The next days of the journey: sets the day and, unless nothing is open yet, shows the page as it is that day. */
  travel: (day: string) => Promise<void>
  keyboard: Keyboard
  act: Acts
  opening: Opening
  filePage: FilePage
  /** Finds a file already there, with these facts. */
  keep: (account: DemoAccountName, opening: Partial<OpenFileInput> & { readonly frame: OpenFileInput['frame'] }, facts?: readonly KeptFact[]) => Promise<KeptFile>
  /** Fails at the end of the test where anything but the keyboard was used. */
  keyboardAlone: void
}

export const test = base.extend<Desk, { release: void }>({
  own: async ({}, use) => use(new Set()), // oxlint-disable-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern

  travel: async ({ app, page, own }, use) => {
    await use(async (day) => {
      await setDayFor(app.ownerUrl, day, [...own])
      if (own.size > 0) await page.reload()
    })
    await setDayFor(app.ownerUrl, null, [...own])
  },

  keyboard: async ({ page }, use) => use(keyboardOf(page)),
  act: async ({ page, keyboard }, use) => use(actsOf(page, keyboard)),
  opening: async ({ page, keyboard, own }, use) => use(openingOf(page, keyboard, own)),
  filePage: async ({ page }, use) => use(filePageOf(page)),

  keep: async ({ app, own }, use) => {
    await use(async (account, opening, facts = []) => {
      const kept = await keepFile(app, account, opening, facts)
      own.add(kept.reference)
      return kept
    })
  },

  keyboardAlone: async ({ page }, use) => {
    await watchForPointer(page)
    await use()
    await expectNoPointer(page)
  },

  release: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      await use()
      await closeDatabase()
    },
    { scope: 'worker', auto: true },
  ],
})
