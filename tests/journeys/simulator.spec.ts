// The public simulator: a year from three dates, moved by an event, given again by its link, on paper and without scripts.
import { expect, test } from './desk.ts'

const TERM = 'li:has-text("Terme du CSP") time'

test('three dates give the year, an event moves its term, and the link gives it again', async ({ page, keyboard, keyboardAlone: _ }) => {
  await page.goto('/simulateur')
  await keyboard.type(page.getByLabel('Procédure engagée le'), '12/01/2026')
  await keyboard.type(page.getByLabel('Document CSP remis le'), '12/01/2026')
  await keyboard.type(page.getByLabel('Bulletin d’acceptation signé le'), '26/01/2026')
  await page.keyboard.press('Enter')
  await expect(page.locator('#reponse')).toBeFocused()
  await expect(page.locator(TERM)).toHaveText('mar. 2 févr. 2027')

  await keyboard.select(page.getByLabel('Évènement à ajouter'), 'Période de travail')
  await keyboard.press(page.getByRole('button', { name: 'Ajouter', exact: true }))
  const event = page.getByRole('group', { name: 'Période de travail, évènement 1' })
  await expect(event.getByRole('radio', { name: 'CDD' })).toBeFocused()
  await page.keyboard.press('Space')
  await keyboard.type(event.getByLabel('Premier jour'), '10/08/2026')
  await keyboard.type(event.getByLabel('Dernier jour'), '09/10/2026')
  await keyboard.choose(event.getByRole('group', { name: 'Employeur' }), 'Entreprise')
  await keyboard.type(event.getByLabel('Validée par le référent le'), '05/08/2026')
  await page.keyboard.press('Enter')
  await expect(page.locator(TERM)).toHaveText('dim. 4 avr. 2027')

  const link = await page.getByLabel('Adresse de cette simulation').inputValue()
  await page.goto(link)
  await expect(page.locator(TERM)).toHaveText('dim. 4 avr. 2027')
  await expect(page.getByLabel('Procédure engagée le')).toHaveValue('12/01/2026')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Ce qui a été supposé')).toBeVisible()
  await expect(page.getByText(link)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Recalculer' })).toBeHidden()
})

test('all of it holds without scripts: the answers, the errors, the events, the reasons', async ({ app, browser }) => {
  const context = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/simulateur')
  await page.getByLabel('Procédure engagée le').fill('31/02/2026')
  await page.getByRole('button', { name: 'Voir l’année' }).press('Enter')
  await expect(page.locator('#engagement-error')).toContainText('Le dernier jour de ce mois est le 28')
  await expect(page.getByLabel('Procédure engagée le')).toHaveValue('31/02/2026')
  await page.getByLabel('Procédure engagée le').fill('12/01/2026')
  await page.getByLabel('Document CSP remis le').fill('12/01/2026')
  await page.getByLabel('Bulletin d’acceptation signé le').fill('26/01/2026')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).press('Enter')
  await page.getByRole('group', { name: 'Pré-bilan, évènement 1' }).getByLabel('Date de l’entretien').fill('09/02/2026')
  await page.getByRole('button', { name: 'Recalculer' }).press('Enter')
  await expect(page).toHaveURL(/f1=pre_bilan_held&f1-on=2026-02-09#reponse$/u)
  await expect(page.locator(TERM)).toHaveText('mar. 2 févr. 2027')
  await page.locator('li', { hasText: 'Terme du CSP' }).getByRole('link', { name: /^Pourquoi/u }).press('Enter')
  await expect(page.locator('#pourquoi')).toContainText('Terme du CSP')
  await context.close()
})
