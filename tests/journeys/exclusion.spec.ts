// two refused reasonable offers can end the CSP, one cannot; then the person registers as a jobseeker.
// The CSP of a document handed over on 8 September 2025 runs from 30 September 2025 to 29 September 2026.
// Two offers with their grounds, the person heard, are offer-refused-twice.spec; here neither was asked.
import { demoEmail } from '@/lib/access/demo-accounts.ts'
import { expect, test } from './desk.ts'
import { actorOf, recordKept } from './kept-files.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('a single refused offer founds no exclusion, two do, and the person registers', async ({ app, signIn, keyboardAlone: _, travel, keep, act, filePage }) => {
  const refused = (on: string, job: string) => ({ kind: 'offer_refused', terms: { on }, content: { job, grounds: ['area'], proof: 'Courriel de refus gardé au dossier.' } })
  await travel('2026-01-12')
  const file = await keep('conseillere', {
    frame: { engagedOn: '2025-09-08', entryPath: 'employer', procedureType: 'interview', hiredOn: '2011-05-02', companySize: 48, insolvency: false },
  }, [
    { kind: 'proposal_handed_over', terms: { on: '2025-09-08' } },
    { kind: 'motive_notified', terms: { on: '2025-09-08' } },
    { kind: 'accepted', terms: { on: '2025-09-15' } },
    refused('2026-01-12', 'Magasinier'),
  ])
  await signIn('counsellor')
  await filePage.open(file.reference)

  await test.step('after one refused offer, nothing founds an exclusion', async () => {
    await expect(filePage.stage).not.toContainText('Manquement')
    await act.open('exclusion_decided')
    await act.type('Date de la décision', '12/01/2026')
    await act.send('exclusion_decided')
    await expect(act.refusal).toContainText('il en faut deux')
    await expect(act.refusal).toContainText('R-601')
  })

  await test.step('after the second, the breach is to be looked at', async () => {
    await recordKept(app, await actorOf(app, demoEmail('conseillere')), file.reference, refused('2026-01-12', 'Cariste'))
    await travel('2026-02-09')
    await filePage.open(file.reference)
    await expect(filePage.stage).toContainText('Manquement à examiner')
  })

  await test.step('the decision ends the CSP', async () => {
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
