// two refused reasonable offers can end the CSP, one cannot; then the person registers as a jobseeker.
// The CSP of a document handed over on 8 September 2025 runs from 30 September 2025 to 29 September 2026.
import { expect, test } from './desk.ts'
import { openByEmployer } from './opening.ts'

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

test('two refused offers lead to exclusion, a single one does not, and the person registers', async ({ signIn, keyboardAlone: _, travel, opening, act, filePage }) => {
  await signIn('counsellor')
  await travel('2025-09-08')
  await openByEmployer(opening, { lastName: 'Marchetti', firstName: 'Luca', engagedOn: '08/09/2025', handedOverOn: '08/09/2025' })
  await travel('2025-09-15')
  await act.open('accepted')
  await act.type('Date de signature du bulletin', '15/09/2025')
  await act.save('accepted')

  const refuse = async (day: string, job: string): Promise<void> => {
    await act.open('offer_refused')
    await act.type('Date du refus', day)
    await act.type('Emploi offert', job)
    await act.tick('Zone géographique du plan')
    await act.type('Preuve', 'Courriel de refus gardé au dossier.')
    await act.save('offer_refused')
  }

  await test.step('after one refused offer, nothing founds an exclusion', async () => {
    await travel('2026-01-12')
    await refuse('12/01/2026', 'Magasinier')
    await expect(filePage.stage).not.toContainText('Manquement')
    await act.open('exclusion_decided')
    await act.type('Date de la décision', '12/01/2026')
    await act.send('exclusion_decided')
    await expect(act.refusal).toContainText('il en faut deux')
    await expect(act.refusal).toContainText('R-601')
  })

  await test.step('after the second, the breach is to be looked at', async () => {
    await travel('2026-01-26')
    await refuse('26/01/2026', 'Cariste')
    await expect(filePage.stage).toContainText('Manquement à examiner')
  })

  await test.step('the decision ends the CSP', async () => {
    await travel('2026-02-09')
    await act.open('exclusion_decided')
    await act.type('Date de la décision', '09/02/2026')
    await act.type('Pourquoi sans entendre la personne', 'Courriers restés sans réponse.')
    await act.type('Référence de la décision', 'DDETS 30, 2026-118')
    await expect(act.effect).toContainText('Exclu')
    await act.save('exclusion_decided')
    await expect(filePage.stage).toContainText('Exclu')
  })

  await test.step('no support is recorded after it, the registration is', async () => {
    await travel('2026-02-16')
    await act.open('month4_review_held')
    await act.type('Date du point d’étape', '16/02/2026')
    await act.send('month4_review_held')
    await expect(act.refusal).toContainText('lun. 9 févr. 2026')
    await act.leave()
    await act.open('registered')
    await act.type('Date d’inscription', '16/02/2026')
    await act.save('registered')
    await expect(filePage.facts).toContainText('Inscription à France Travail')
    await expect(filePage.stage).toContainText('Exclu')
  })
})
