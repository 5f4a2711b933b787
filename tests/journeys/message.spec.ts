// A contact noted and a message written from a model, seen in the local outbox: what a counsellor does ten times a day.
import { randomUUID } from 'node:crypto'
import { expect, test } from './desk.ts'

test('a contact is noted, a message is sent from a model, and the outbox shows it', async ({ page, signIn, keep }) => {
  const mark = randomUUID().slice(0, 6)
  const file = await keep('conseillere', {
    frame: { engagedOn: '2026-10-05', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false },
    person: { firstName: 'Zoé', lastName: `Lefèvre ${mark}`, birthDate: '1975-12-24' },
  }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-10-05' } },
    { kind: 'accepted', terms: { on: '2026-10-12' } },
    { kind: 'pre_bilan_held', terms: { on: '2026-11-02' }, content: { profile: 'Comptable', project: 'Paie' } },
  ])
  await signIn('counsellor')
  await page.goto(`/dossiers/${file.reference}/echanges`)
  await page.getByLabel('Ce qui s’est dit').fill('Deux candidatures envoyées.')
  await page.getByRole('button', { name: 'Noter le contact' }).click()
  await expect(page.getByRole('list').filter({ hasText: 'Deux candidatures envoyées.' }).first()).toBeVisible()

  await page.getByRole('link', { name: 'Écrire un courriel' }).click()
  await page.getByLabel('Modèle').selectOption('nouvelles')
  await expect(page.getByLabel('Message')).toHaveValue(new RegExp(`Bonjour Zoé Lefèvre ${mark}`, 'u'))
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.locator('.error-summary')).toContainText('Écrivez l’adresse de la personne.')
  await page.getByRole('textbox', { name: 'Adresse' }).fill('zoe@exemple.test')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page).toHaveURL(/echanges$/u)

  await page.goto('/courriels')
  const line = page.getByRole('row', { name: new RegExp(mark, 'u') })
  await expect(async () => {
    await page.reload()
    await expect(line).toContainText('Gardé ici', { timeout: 1000 })
  }).toPass({ timeout: 10_000 })
  await line.getByRole('link', { name: 'Où en êtes-vous ?' }).click()
  await expect(page.getByRole('complementary')).toContainText(`Bonjour Zoé Lefèvre ${mark}`)
})
