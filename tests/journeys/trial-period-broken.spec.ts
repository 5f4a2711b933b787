// a trial period broken after the bonus was paid brings the CSP back, to the same term; the days that the
// paid bonus stands for come off the allowance, and the support goes on to the term.
// By hand, document handed over on 8 September 2025: start 30 September 2025, term 29 September 2026. With a reference
// wage of 80 € a day the allowance is 75 % of it, 60 €; 1 800 € of bonus are 30 of those days, so the last day
// of allowance is 29 September less 30 days, 30 August 2026. A job of 2 March 2026 claims by 1 April 2026 (30 days).
import { expect, test } from './desk.ts'

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

test('a trial period broken after the bonus: back to the same term, with a shorter allowance', async ({ signIn, keyboardAlone: _, travel, keep, act, filePage }) => {
  await travel('2026-03-02')
  const file = await keep('conseillere', {
    frame: { engagedOn: '2025-09-08', entryPath: 'employer', procedureType: 'interview', hiredOn: '2011-05-02', companySize: 48, insolvency: false, sjr: '80.00' },
  }, [
    { kind: 'proposal_handed_over', terms: { on: '2025-09-08' } },
    { kind: 'motive_notified', terms: { on: '2025-09-08' } },
    { kind: 'accepted', terms: { on: '2025-09-15' } },
    { kind: 'pre_bilan_held', terms: { on: '2025-10-06' }, content: { profile: 'Préparatrice de commandes.', project: 'Conductrice de ligne.' } },
    { kind: 'plan_validated', terms: { on: '2025-10-20' }, content: { measures: [{ measure: 'individual_follow_up' }] } },
  ])
  await signIn('counsellor')
  await filePage.open(file.reference)

  await test.step('the job opens the bonus, to claim within thirty days', async () => {
    await act.open('job_started')
    await act.type('Premier jour de l’emploi', '02/03/2026')
    await act.choose('Contrat', 'CDI')
    await act.save('job_started')
    await expect(filePage.date('Demande de prime')).toHaveText('mer. 1ᵉʳ avr. 2026')
    await expect(filePage.next).toContainText('demande de prime au plus tard le mer. 1ᵉʳ avr. 2026')
  })

  await test.step('claimed, then paid once', async () => {
    await travel('2026-03-16')
    await act.open('bonus_claimed')
    await act.type('Date de la demande signée', '09/03/2026')
    await act.save('bonus_claimed')
    await act.open('bonus_paid')
    await act.type('Date du versement', '16/03/2026')
    await act.type('Montant versé', '1 800,00')
    await act.save('bonus_paid')
  })

  await test.step('the trial period broken, the CSP resumes to its first term', async () => {
    await travel('2026-04-20')
    await act.open('trial_period_broken')
    await act.type('Dernier jour de l’emploi', '17/04/2026')
    await act.save('trial_period_broken')
    await expect(filePage.stage).toContainText('Accompagnement')
    await expect(filePage.date('Terme du CSP')).toHaveText('mar. 29 sept. 2026')
    await expect(filePage.date('Dernier jour possible d’allocation')).toHaveText('dim. 30 août 2026')
    await expect(filePage.date('Demande de prime')).toHaveCount(0)
  })

  await test.step('a second bonus is refused: it is received once', async () => {
    await travel('2026-06-02')
    await act.open('job_started')
    await act.type('Premier jour de l’emploi', '01/06/2026')
    await act.choose('Contrat', 'CDI')
    await act.save('job_started')
    await act.open('bonus_claimed')
    await act.type('Date de la demande signée', '02/06/2026')
    await act.send('bonus_claimed')
    await expect(act.refusal).toContainText('R-501')
  })
})
