import { expect, test } from '@/tests/journeys/desk.ts'
import { violationsOf } from '@/tests/support/axe.ts'

const WIDTHS = [360, 768, 1440] as const

test('sign-in, account and lost pages hold at 360, 768 and 1440 pixels, in both themes', async ({ page, signIn }) => {
  const expectSoundAtEachWidth = async (what: string): Promise<void> => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      expect(await violationsOf(page), `${what}, ${width}, light`).toEqual([])
      // All that a theme changes.
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      expect(await violationsOf(page, ['color-contrast']), `${what}, ${width}, dark`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${what} fits ${width}`).toBe(true)
    }
  }

  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await expectSoundAtEachWidth('sign-in')

  await signIn('counsellor')
  await page.goto('/compte')
  await page.getByRole('button', { name: /Votre compte/ }).click()
  await expectSoundAtEachWidth('account')

  await page.goto('/nulle-part')
  await expectSoundAtEachWidth('a lost page')
})

test('the frame works from the keyboard: skip link, search, account', async ({ page, signIn }) => {
  await signIn('counsellor')
  await page.goto('/compte')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('votre compte')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('touch targets of the frame are 44 pixels on a phone', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn('counsellor')
  await page.goto('/compte')
  await page.getByRole('button', { name: /Votre compte/ }).click()
  const small = await page.locator('header button:visible, header a:visible, .dock a:visible, .account-panel button:visible, main button:visible').evaluateAll((targets) =>
    targets.map((target) => ({ name: target.textContent, ...target.getBoundingClientRect().toJSON() })).filter(({ height }: { height: number }) => height < 44),
  )
  expect(small).toEqual([])
})
