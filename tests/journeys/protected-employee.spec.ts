// a protected employee reflects at least to the day after the authorisation is notified to the employer.
// By hand, document handed over on 8 September 2025: 21 days end on 29 September; decision notified on Monday 20 October,
// so the period ends on Tuesday 21 October, the CSP starts on the 22nd, the pré-bilan is due on the 30th, the term is
// 21 October 2026, and the employer pays by 25 December 2025 (R-018, sixth vector).
import { expect, test } from './desk.ts'
import { openByEmployer } from './opening.ts'

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

test('a protected employee waits for the authorisation, and every date runs from it', async ({ signIn, keyboardAlone: _, travel, opening, act, filePage }) => {
  await signIn('counsellor')
  await travel('2025-09-08')
  await openByEmployer(opening, { lastName: 'Koné', firstName: 'Aminata', engagedOn: '08/09/2025', handedOverOn: '08/09/2025', protectedEmployee: true })
  await expect(filePage.stage).toContainText('Autorisation attendue')
  await expect(filePage.date('Fin de la réflexion')).toHaveCount(0)

  await test.step('accepted at once, the CSP still has no start', async () => {
    await travel('2025-09-12')
    await act.open('accepted')
    await act.type('Date de signature du bulletin', '12/09/2025')
    await act.save('accepted')
    await travel('2025-10-01')
    await expect(filePage.stage).toContainText('Autorisation attendue')
    await expect(filePage.date('Début du CSP')).toHaveCount(0)
  })

  await test.step('the decision sets the dates', async () => {
    await travel('2025-10-20')
    await act.open('authorisation_notified')
    await act.type('Date de notification à l’employeur', '20/10/2025')
    await act.choose('Décision', 'Autorisation accordée')
    await expect(act.effect).toContainText('mer. 22 oct. 2025')
    await act.save('authorisation_notified')
    await expect(filePage.stage).toContainText('Adhésion')
    await expect(filePage.date('Fin de la réflexion')).toHaveText('mar. 21 oct. 2025')
    await expect(filePage.date('Début du CSP')).toHaveText('mer. 22 oct. 2025')
    await expect(filePage.date('Pré-bilan')).toHaveText('jeu. 30 oct. 2025')
    await expect(filePage.date('Terme du CSP')).toHaveText('mer. 21 oct. 2026')
    await expect(filePage.date('Versement de l’employeur')).toHaveText('jeu. 25 déc. 2025')
    await travel('2025-10-22')
    await expect(filePage.stage).toContainText('Pré-bilan')
  })
})

test('a refused authorisation annuls the file: no termination, no CSP', async ({ signIn, keyboardAlone: _, travel, keep, act, filePage }) => {
  await travel('2025-10-13')
  const file = await keep('conseillere', {
    frame: { engagedOn: '2025-09-08', entryPath: 'employer', procedureType: 'interview', hiredOn: '2011-05-02', companySize: 48, insolvency: false, protectedEmployee: true },
  }, [{ kind: 'proposal_handed_over', terms: { on: '2025-09-08' } }])
  await signIn('counsellor')
  await filePage.open(file.reference)
  await act.open('authorisation_notified')
  await act.type('Date de notification à l’employeur', '13/10/2025')
  await act.choose('Décision', 'Autorisation refusée')
  await expect(act.effect).toContainText('Annulé')
  await act.save('authorisation_notified')
  await expect(filePage.stage).toContainText('Annulé')
  await expect(filePage.date('Début du CSP')).toHaveCount(0)
})
