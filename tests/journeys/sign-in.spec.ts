import { demoEmail, demoPassword, type DemoAccountName } from '@/lib/access/demo-accounts.ts'
import { expect, test } from '@/tests/journeys/desk.ts'
import type { Page } from '@playwright/test'

async function fillAndEnter(page: Page, name: DemoAccountName, password = demoPassword): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(demoEmail(name))
  await page.getByLabel('Mot de passe').fill(password)
  await page.keyboard.press('Enter')
}

test('a stranger signs in and comes back to the page asked for', async ({ page, app }) => {
  await page.goto('/compte?de=loin')
  await expect(page).toHaveURL(`${app.baseUrl}/connexion?suite=%2Fcompte%3Fde%3Dloin`)
  await fillAndEnter(page, 'conseillere')
  await expect(page).toHaveURL(`${app.baseUrl}/compte?de=loin`)
})

test('an address outside the application is not followed', async ({ page, app }) => {
  await page.goto('/connexion?suite=//evil.example/')
  await fillAndEnter(page, 'referent')
  await expect(page).toHaveURL(`${app.baseUrl}/suivi`)
})

test('a refusal says what to do, keeps what was typed, and not which of the two was wrong', async ({ page }) => {
  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  const summary = page.locator('.error-summary')
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveText(['Écrivez votre adresse électronique.', 'Écrivez votre mot de passe.'])
  await fillAndEnter(page, 'responsable', 'faux')
  await expect(summary.getByRole('link')).toHaveText([/ne correspond pas/])
  const wrongPassword = await summary.innerText()
  await expect(page.getByLabel('Adresse électronique')).toHaveValue(demoEmail('responsable'))
  await page.getByLabel('Adresse électronique').fill('personne@nulle-part.test')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeEnabled()
  await expect(summary).toHaveText(wrongPassword.replace(/\n+/g, ''))
})

test('theme and language follow the account, from the first byte', async ({ page, signIn, browser, app }) => {
  await signIn('platform2')
  await page.goto('/compte')
  await page.getByRole('button', { name: 'Passer au thème sombre' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: /Votre compte/ }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Your account/ })).toBeFocused()

  const elsewhere = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled: false, storageState: { cookies: (await page.context().cookies()).filter(({ name }) => name.includes('next-auth')), origins: [] } })
  const bare = await elsewhere.newPage()
  await bare.goto('/compte')
  await expect(bare.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(bare.locator('html')).toHaveAttribute('lang', 'en')
  await elsewhere.close()

  await page.locator('#locale').getByLabel('Français').check()
  await page.locator('#theme').getByLabel('Same as this device').check()
  await page.getByRole('button', { name: 'Keep these settings' }).click()
  await expect(page.locator('.toast')).toContainText(/enregistrés|kept|saved/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

test('a changed password ends the sessions opened elsewhere, not this one', async ({ page, signIn, browser, app }) => {
  await signIn('committee')
  const elsewhere = await browser.newContext({ baseURL: app.baseUrl, storageState: await page.context().storageState() })
  const other = await elsewhere.newPage()
  await other.goto('/compte')
  await expect(other).toHaveURL(/compte/)

  const next = 'une phrase que je retiens'
  const change = async (current: string, wanted: string, again = wanted): Promise<void> => {
    await page.getByLabel('Mot de passe actuel').fill(current)
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(wanted)
    await page.getByLabel('Nouveau mot de passe, une seconde fois').fill(again)
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  }
  await page.goto('/compte')
  await change('faux', next)
  await expect(page.locator('#current-error')).toContainText('Ce n’est pas votre mot de passe actuel.')
  await expect(page.getByLabel('Nouveau mot de passe', { exact: true })).toHaveValue(next)
  await change(demoPassword, next, 'autre chose')
  await expect(page.locator('#again-error')).toBeVisible()
  await change(demoPassword, next)
  await expect(page.getByText('Mot de passe changé.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre compte')
  await other.reload()
  await expect(other).toHaveURL(/connexion\?suite=%2Fcompte/)
  await expect(other.getByText('Votre session est terminée.')).toBeVisible()
  await elsewhere.close()

  await change(next, demoPassword)
  await expect(page.getByText('Mot de passe changé.')).toBeVisible()
})

test('an address that leads nowhere is a plain page, and the scripts that run are ours', async ({ page, signIn }) => {
  const complaints: string[] = []
  page.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) complaints.push(line.text())
  })
  await signIn('counsellor')
  const answer = await page.goto('/nulle-part')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
  expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
  await page.getByRole('link', { name: 'Aller à l’accueil' }).click()
  await expect(page).toHaveURL(/a-faire/)
  expect(complaints).toEqual([])
})
