// A view with filters that follow the day, kept, found again in the side bar, shared: a colleague reads their own files in it.
import { randomUUID } from 'node:crypto'
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('a view is kept, found in the side bar, shared; a manager sees their own count', async ({ page, signIn }) => {
  const name = `Terme proche ${randomUUID().slice(0, 6)}`
  await signIn('counsellor')
  await page.goto('/dossiers')
  await page.locator('summary', { hasText: 'Plus de filtres' }).click()
  await page.getByRole('textbox', { name: 'Terme dans les' }).fill('300')
  await page.getByRole('checkbox', { name: /^Sans formation/u }).check()
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page).toHaveURL(/termWithin=300.*without=training|without=training.*termWithin=300/u)
  const chips = page.getByRole('list', { name: 'Filtres actifs' })
  await expect(chips).toContainText('Terme dans les 300 jours')
  await expect(chips).toContainText('Sans formation')
  const count = /(\d+) à (\d+) sur (\d+)/u.exec((await page.getByRole('navigation', { name: 'Pages de la liste' }).textContent()) ?? '')?.[3]

  await test.step('a second order, by Shift and Enter', async () => {
    await page.getByRole('columnheader', { name: 'Terme' }).getByRole('button').focus()
    await page.keyboard.press('Shift+Enter')
    await expect(page).toHaveURL(/sort=deadline%2Cterm/u)
    await expect(page.getByRole('columnheader', { name: 'Prochaine échéance' })).toHaveAttribute('aria-sort', 'ascending')
    await expect(page.getByRole('columnheader', { name: /Terme.*en 2ᵉ rang/u })).toBeVisible()
  })

  await page.getByRole('button', { name: 'Vues', exact: true }).click()
  const drawer = page.locator('aside.drawer')
  await drawer.getByRole('textbox', { name: 'Nom de la vue' }).fill(name)
  await drawer.getByRole('radio', { name: /^Votre équipe/u }).check()
  await drawer.getByRole('button', { name: 'Enregistrer la vue' }).click()
  await expect(page).toHaveURL(/view=/u)
  const side = page.getByRole('list', { name: 'Vues enregistrées' }).getByRole('link', { name: new RegExp(name, 'u') })
  await expect(side).toContainText(count ?? 'un compte')
  await expect(side).toHaveAttribute('aria-current', 'true')

  await signIn('manager')
  await page.goto('/dossiers')
  const theirs = page.getByRole('list', { name: 'Vues enregistrées' }).getByRole('link', { name: new RegExp(`${name}.*partagée par`, 'u') })
  await theirs.click()
  await expect(page).toHaveURL(/view=/u)
  await expect(page.getByText(new RegExp(`Vue «.${name}.», partagée par`, 'u'))).toBeVisible()
  const wider = Number(/sur (\d+)/u.exec((await page.getByRole('navigation', { name: 'Pages de la liste' }).textContent()) ?? '')?.[1])
  expect(wider).toBeGreaterThan(Number(count))
  await expect(theirs).toContainText(String(wider))
})
