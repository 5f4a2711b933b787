// Nothing is erased: a correction replaces a fact with a reason, a withdrawal strikes it, and the file can be seen as it
// was known on any day.
// By hand: pré-bilan recorded for 30 March 2026, so the plan is due on 30 April; corrected to 27 March, on 27 April.
import { expect, test } from './desk.ts'

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

const frame = { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

test('a fact is corrected with its reason, struck and kept; the file is seen as known before; a fact is withdrawn', async ({ page, signIn, travel, keep, keyboardAlone: _, keyboard, act, filePage }) => {
  await travel('2026-04-01')
  const file = await keep('conseillere', { frame }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-03-02' } },
    { kind: 'motive_notified', terms: { on: '2026-03-02' } },
    { kind: 'accepted', terms: { on: '2026-03-10' } },
    { kind: 'pre_bilan_held', terms: { on: '2026-03-30' }, content: { profile: 'Ébéniste.', project: 'Menuiserie.' } },
    { kind: 'contact_held', terms: { on: '2026-03-31' } },
  ])
  await signIn('counsellor')
  await filePage.open(file.reference)
  await travel('2026-04-20')
  await expect(filePage.date('Plan')).toHaveText('jeu. 30 avr. 2026')

  await test.step('the correction asks for its reason, and says what it moves', async () => {
    await keyboard.press(filePage.facts.getByRole('link', { name: 'Corriger : Pré-bilan, lun. 30 mars 2026' }))
    await expect(act.form.locator('[id="content.project"]')).toHaveValue('Menuiserie.')
    await act.type('Date de l’entretien', '27/03/2026')
    await expect(act.effect).toContainText('du jeu. 30 avr. 2026 au lun. 27 avr. 2026')
    await act.sendAs('Remplacer le fait')
    await expect(act.form.locator('#reason-error')).toContainText('Répondez à cette question.')
    await expect(act.form.locator('#on')).toHaveValue('27/03/2026')
    await act.type('Motif', 'Date lue sur la feuille d’émargement.')
    await act.saveAs('Remplacer le fait', 'Fait corrigé')
    await expect(filePage.date('Plan')).toHaveText('lun. 27 avr. 2026')
    await expect(filePage.facts).toContainText('Date lue sur la feuille d’émargement.')
    const struck = filePage.facts.locator('li.struck')
    await expect(struck).toHaveCount(1)
    await expect(struck).toContainText('lun. 30 mars 2026')
    await expect(struck).toContainText('ce fait ne compte plus')
  })

  await test.step('as it was known on 15 April, the file is the former one, and nothing is recorded in it', async () => {
    await keyboard.press(filePage.facts.locator('summary').filter({ hasText: 'Voir le dossier à une date' }))
    await keyboard.type(filePage.facts.getByRole('textbox', { name: 'Tel qu’on le connaissait le soir du' }), '15/04/2026')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Le dossier tel qu’on le connaissait le mer. 15 avr. 2026.' })).toBeVisible()
    await expect(filePage.date('Plan')).toHaveText('jeu. 30 avr. 2026')
    await expect(filePage.facts.locator('li.struck')).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Enregistrer un fait' })).toHaveCount(0)
    await keyboard.press(page.getByRole('link', { name: 'Revenir à aujourd’hui' }))
    await expect(filePage.date('Plan')).toHaveText('lun. 27 avr. 2026')
  })

  await test.step('a fact recorded by mistake is withdrawn, with its reason', async () => {
    await keyboard.press(filePage.facts.getByRole('link', { name: 'Retirer : Contact, mar. 31 mars 2026' }))
    await act.type('Motif', 'Noté dans le mauvais dossier.')
    await act.saveAs('Retirer le fait', 'Fait retiré')
    await expect(filePage.facts.locator('li.struck')).toHaveCount(2)
    await expect(filePage.facts).toContainText('Noté dans le mauvais dossier.')
  })

  await test.step('a correction that would undo another fact is refused, and names it', async () => {
    await keyboard.press(filePage.facts.getByRole('link', { name: 'Corriger : Acceptation, mar. 10 mars 2026' }))
    await act.type('Date de signature du bulletin', '24/03/2026')
    await act.type('Motif', 'Date relue.')
    await act.sendAs('Remplacer le fait')
    await expect(act.form.getByRole('alert')).toContainText('R-117')
    await act.leave()
  })

  await test.step('the history tells it all, in order, and its chain holds', async () => {
    await keyboard.press(page.getByRole('link', { name: 'Historique' }))
    const journal = page.getByRole('region', { name: 'Journal' })
    await expect(journal).toContainText('Fait corrigé')
    await expect(journal).toContainText('Fait retiré')
    await expect(journal).toContainText('Noté dans le mauvais dossier.')
    await expect(page.getByRole('status').filter({ hasText: 'Le journal est complet' })).toBeVisible()
  })
})
