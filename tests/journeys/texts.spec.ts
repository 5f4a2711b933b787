// An avenant loaded without a release: one administrator drafts it, another publishes it, and an operator's people read
// which of their files a text moves.
import { expect, test } from './desk.ts'

/** Procedures of a year that no other journey lives in. */
const YEAR = 2031

test('a text is drafted by one, published by another, and its effect read by those whose files it moves', async ({ page, signIn, expectAccessible }) => {
  await signIn('platform')
  await page.goto('/administration/textes')
  await page.getByRole('link', { name: 'Rédiger un texte' }).click()
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  const summary = page.getByRole('alert').filter({ hasText: 'réponses à corriger' })
  await expect(summary.getByRole('link', { name: 'Donnez le titre en français.' })).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill('AV31')
  await page.getByLabel('Titre en français').fill('Avenant d’un parcours d’essai')
  await page.getByLabel('Titre en anglais').fill('Amendment of a test journey')
  await page.getByRole('textbox', { name: 'Source' }).fill('Texte d’essai')
  await page.getByRole('textbox', { name: 'Procédures engagées à partir du' }).fill(`01/01/${YEAR}`)
  await page.getByRole('textbox', { name: 'Procédures engagées jusqu’au' }).fill(`31/12/${YEAR - 1}`)
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(page.locator('[id="agreement.to-error"]')).toContainText('Le dernier jour vient avant le premier')
  await expect(page.getByLabel('Titre en français')).toHaveValue('Avenant d’un parcours d’essai')
  await page.getByRole('textbox', { name: 'Procédures engagées jusqu’au' }).fill(`31/12/${YEAR}`)
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Avenant d’un parcours d’essai' })).toBeVisible()
  await expect(page.getByText('Aucun texte ne régit les procédures engagées du')).toBeVisible()
  await expect(page.getByText('Qui rédige un texte ne le publie pas.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publier', exact: true })).toHaveCount(0)
  await page.goto('/administration/textes/EXEMPLE')
  await page.getByRole('button', { name: /Compter/u }).click()
  await expect(page.getByText(/Sur \d+ dossiers en cours, \d+ changent/u)).toBeVisible({ timeout: 30_000 })
  await expectAccessible()

  await signIn('platform2')
  await page.goto('/administration/textes/AV31')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publier « Avenant d’un parcours d’essai » ?' })
  await dialog.getByRole('button', { name: 'Publier le texte' }).click()
  await expect(page.getByText('Texte AV31 publié. Aucun dossier ne change.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Avenant d’un parcours d’essai' }).click()
  await expect(page.getByText('Ce texte est en vigueur.')).toBeVisible()
  await expect(page.getByText(/Publié par Nadège Perrin/u)).toBeVisible()

  await signIn('manager')
  await page.goto('/textes')
  await page.getByRole('link', { name: 'Avenant d’exemple, brouillon de démonstration' }).click()
  await expect(page.getByText('En préparation : rien n’a changé dans vos dossiers.')).toBeVisible()
  await expectAccessible()
  const first = page.getByRole('table', { name: 'Vos dossiers que le texte change' }).getByRole('rowheader').first()
  const reference = await first.locator('small').innerText()
  await first.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/dossiers/${reference}$`, 'u'))
})
