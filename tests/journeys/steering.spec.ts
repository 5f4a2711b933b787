// Pilotage, by keyboard: another place, another period, and a figure that opens a list of as many files.
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('a place and a period are chosen, and a figure opens its files', async ({ page, signIn, keyboardAlone: _, keyboard }) => {
  await signIn('manager')
  await page.goto('/pilotage')
  await keyboard.select(page.getByLabel('Territoire', { exact: true }), 'Lyon')
  await keyboard.select(page.getByLabel('Période', { exact: true }), '2025')
  await keyboard.press(page.getByRole('button', { name: 'Afficher' }).first())
  await expect(page).toHaveURL(/place=.*period=2025/u)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2025')
  const figure = page.getByRole('link', { name: /^Entrées en CSP : \d/u }).first()
  const count = ((await figure.textContent()) ?? '').replaceAll(/\D/gu, '')
  await keyboard.press(figure)
  await expect(page).toHaveURL(/\/dossiers\?.*indicator=entries/u)
  await expect(page.getByText(/Entrées en CSP, du.*2025/u)).toBeVisible()
  await expect(page.getByText(new RegExp(`\\b${count} dossiers répondent|Un dossier répond`, 'u'))).toBeVisible()
})
