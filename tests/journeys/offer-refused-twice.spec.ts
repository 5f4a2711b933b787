// two offers with their grounds, refused; the person is heard; then an exclusion may be decided, and asks for nothing more.
import { expect, test } from './desk.ts'

test('two offers refused, the person heard, and the exclusion proposed', async ({ page, signIn, keyboardAlone: _, keyboard, travel, keep, act }) => {
  await travel('2026-01-12')
  const file = await keep('conseillere', {
    frame: { engagedOn: '2025-09-08', entryPath: 'employer', procedureType: 'interview', hiredOn: '2010-01-04', companySize: 40, insolvency: false },
  }, [
    { kind: 'proposal_handed_over', terms: { on: '2025-09-08' } },
    { kind: 'motive_notified', terms: { on: '2025-09-08' } },
    { kind: 'accepted', terms: { on: '2025-09-15' } },
  ])
  await signIn('counsellor')
  await page.goto(`/dossiers/${file.reference}/offres`)

  const offer = async (job: string, madeOn: string, refusedOn: string): Promise<void> => {
    await keyboard.press(page.getByRole('link', { name: 'Enregistrer une offre' }))
    await act.type('Proposée le', madeOn)
    await act.type('Emploi offert', job)
    for (const ground of ['Emploi prévu au plan', 'Zone géographique du plan', 'Salaire attendu']) await act.tick(ground)
    await act.save('offer_made')
    await keyboard.press(page.getByRole('link', { name: /^Refusée/ }))
    await act.type('Date du refus', refusedOn)
    await act.type('Réponse de la personne', 'Horaires de nuit.')
    await act.save('offer_refused')
  }

  await test.step('the first one is counted before it decides anything', async () => {
    await offer('Magasinier', '05/01/2026', '12/01/2026')
    await expect(page.locator('.offers-count')).toContainText('1 offre raisonnable refusée, le lun. 12 janv. 2026')
    await expect(page.locator('.offers-count')).toContainText('R-601')
  })

  await test.step('the second puts the breach, and the person is to be heard first', async () => {
    await travel('2026-01-26')
    await offer('Cariste', '19/01/2026', '26/01/2026')
    const breach = page.getByRole('region', { name: 'Manquement à examiner' })
    await expect(breach).toContainText('Deux offres raisonnables ont été refusées')
    await expect(breach).toContainText('Aucun texte n’exige d’entendre la personne')
    await keyboard.press(breach.getByRole('link', { name: 'Recueillir ses explications' }))
    await act.type('Ce que la personne explique', 'Garde d’enfants la nuit.')
    await act.save('explanations_heard')
    await expect(breach).toContainText('Explications recueillies le lun. 26 janv. 2026')
  })

  await test.step('the exclusion then asks for no reason, and says what it ends', async () => {
    await keyboard.press(page.getByRole('link', { name: 'Exclusion décidée' }))
    await act.type('Date de la décision', '26/01/2026')
    await expect(act.form.getByText('Pourquoi sans entendre la personne')).toHaveCount(0)
    await expect(act.effect).toContainText('Exclu')
  })
})
