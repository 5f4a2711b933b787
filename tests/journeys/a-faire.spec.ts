// The counsellor's home: what the law makes urgent, worked through without leaving the keyboard.
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const lines = (page: Page): Locator => page.locator('[data-line]')
const personOf = (page: Page, line: number): Locator => lines(page).nth(line).locator('[data-open]')

test('À faire is worked through with the arrows, Enter, A and P', async ({ page, signIn, keyboardAlone: _, keyboard }) => {
  await signIn('counsellor')
  await page.goto('/a-faire')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('À faire')
  const name = (await personOf(page, 1).textContent()) ?? ''

  await test.step('the arrows go from person to person', async () => {
    await keyboard.to(personOf(page, 0))
    await page.keyboard.press('ArrowDown')
    await expect(personOf(page, 1)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(personOf(page, 0)).toBeFocused()
    await page.keyboard.press('End')
    await expect(lines(page).last().locator('[data-open]')).toBeFocused()
    await page.keyboard.press('Home')
    await expect(personOf(page, 0)).toBeFocused()
  })

  await test.step('Enter opens the file', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await page.goBack()
  })

  await test.step('A opens the act that is due', async () => {
    await keyboard.to(personOf(page, 1))
    const act = await lines(page).nth(1).locator('[data-act]').getAttribute('href')
    await page.keyboard.press('a')
    await expect(page).toHaveURL(new RegExp(`${(act ?? '').replaceAll(/[?]/gu, '\\?')}$`, 'u'))
    await expect(page.locator('aside.drawer').getByRole('heading', { level: 2 }).first()).toBeFocused()
    await page.goBack()
  })

  await test.step('P says why that day', async () => {
    await keyboard.to(personOf(page, 1))
    await page.keyboard.press('p')
    await expect(page).toHaveURL(/pourquoi=|\/regles#R-/u)
  })
})

test('À faire groups what is late, due today, this week and later, in the order of days', async ({ page, signIn }) => {
  await signIn('counsellor')
  await page.goto('/a-faire')
  // What the law asks: steps agreed or planned stand apart, as practice.
  const groups = page.locator('.work > .work-group')
  const counted = (await groups.locator('.work-count').allTextContents()).reduce((sum, text) => sum + Number(text), 0)
  await expect(page.getByRole('navigation', { name: 'Navigation principale', exact: true }).locator('a[href="/a-faire"]')).toContainText(String(counted))
  await page.getByRole('button', { name: /^Voir/u }).press('Enter')
  await expect(lines(page)).toHaveCount(counted)
  const days = await lines(page).locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  expect(days).toEqual(days.toSorted())
  for (const rule of await lines(page).locator('.work-rule').allTextContents()) expect(rule).toMatch(/R-\d{3}/u)
  const late = groups.filter({ has: page.getByRole('heading', { name: /^En retard/u }) })
  for (const words of await late.locator('.work-when').allTextContents()) expect(words).toContain('En retard')
})

test('with nothing to do, À faire says so and names the next deadline', async ({ page, signIn, travel, keyboardAlone: _, keyboard }) => {
  await signIn('referent')
  // Long before any deadline of the demo: nothing waits within the four weeks shown.
  await travel('2011-01-03')
  await page.goto('/a-faire')
  await expect(page.getByRole('main')).toContainText('Rien à faire')
  await expect(page.getByRole('main')).toContainText('Prochaine échéance au plus tard le')
  await keyboard.press(page.getByRole('link', { name: 'Voir vos dossiers' }))
  await expect(page).toHaveURL(/\/dossiers$/u)
})
