// One life, from the proposal to six months in the job, as a counsellor keeps it: with a keyboard, over sixteen months.
//
// The dates are counted by hand from domain rules, for a document handed over on Thursday 8 February 2024 (text of 2024):
//   answer        8 Feb + 21 days                        29 Feb 2024   R-010
//   start         the day after                           1 Mar 2024   R-012
//   pré-bilan     1 Mar + 8 days                          9 Mar 2024   R-301
//   plan          pré-bilan of 5 Mar + 1 month            5 Apr 2024   R-302
//   month 6       1 Mar + 6 months - 1 day               31 Aug 2024
//   term          1 Mar + 12 months - 1 day              28 Feb 2025   R-014
//   + work        2 to 21 Sep 2024, 20 days after month 6  20 Mar 2025   R-403
//   + sickness    7 to 20 Oct 2024, 14 days                3 Apr 2025   R-404
//   follow-up     job of 18 Nov 2024 + 6 months          18 May 2025   R-309
import { expect, test } from './desk.ts'
import { openByEmployer } from './opening.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const words = messagesFor('fr').acts.options

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

test('a full life, from the proposal to six months in the job, by keyboard alone', async ({ page, signIn, keyboardAlone: _, keyboard, travel, opening, act, filePage }) => {
  await signIn('counsellor')

  await test.step('the proposal: the file opens, and its text and last day to answer are said', async () => {
    await travel('2024-02-08')
    const reference = await openByEmployer(opening, { lastName: 'Delacroix-Nguyễn', firstName: 'Maëlle', engagedOn: '08/02/2024', handedOverOn: '08/02/2024' })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maëlle Delacroix-Nguyễn')
    await expect(page.getByRole('link', { name: 'avenant n° 8' })).toBeVisible()
    await expect(filePage.stage).toContainText('Réflexion en cours')
    await expect(filePage.next).toContainText('au plus tard le jeu. 29 févr. 2024')
    await expect(filePage.date('Début du CSP')).toHaveCount(0)
    expect(reference).toMatch(/^RB-2024-/u)
  })

  await test.step('the acceptance: the CSP will start the day after the twenty-one days', async () => {
    await travel('2024-02-15')
    await act.open('accepted')
    await act.type('Date de signature du bulletin', '15/02/2024')
    await expect(act.effect).toContainText('ven. 1ᵉʳ mars 2024')
    await act.save('accepted')
    await expect(filePage.stage).toContainText('Adhésion')
    await expect(filePage.date('Fin du contrat de travail')).toHaveText('jeu. 29 févr. 2024')
    await expect(filePage.date('Début du CSP')).toHaveText('ven. 1ᵉʳ mars 2024')
    await expect(filePage.date('Terme du CSP')).toHaveText('ven. 28 févr. 2025')
  })

  await test.step('time opens the CSP, and the pré-bilan is due within eight days', async () => {
    await travel('2024-03-01')
    await expect(filePage.stage).toContainText('Pré-bilan')
    await expect(filePage.date('Pré-bilan')).toHaveText('sam. 9 mars 2024')
  })

  await test.step('the pré-bilan, with the project', async () => {
    await travel('2024-03-05')
    await act.open('pre_bilan_held')
    await act.type('Date de l’entretien', '05/03/2024')
    await act.type('Profil professionnel', 'Douze ans en filature, cheffe d’équipe depuis 2019.')
    await act.type('Projet de reclassement', 'Reprendre un atelier de couture à Alès.')
    await act.tick('Le projet est une création ou une reprise d’entreprise')
    await act.choose('Quel projet d’entreprise', 'Reprise')
    await act.type('Atouts', 'Mène une équipe de neuf personnes.')
    await expect(act.effect).toContainText('ven. 5 avr. 2024')
    await act.save('pre_bilan_held')
    await expect(filePage.date('Plan')).toHaveText('ven. 5 avr. 2024')
  })

  await test.step('the plan, signed on both sides', async () => {
    await travel('2024-03-26')
    await act.open('plan_validated')
    await act.type('Date de validation', '26/03/2024')
    await act.choose('Signé par la personne', 'Oui')
    await act.choose('Signé par le conseiller', 'Oui')
    await act.tick('Suivi individuel par un référent')
    await act.tick('Appui à la recherche d’emploi')
    await act.save('plan_validated')
    await expect(filePage.stage).toContainText('Accompagnement')
    await expect(page.getByRole('region', { name: 'Plan de sécurisation' })).toContainText('Version 1, du mar. 26 mars 2024')
  })

  await test.step('a contact', async () => {
    await travel('2024-04-02')
    await keyboard.press(page.getByRole('link', { name: 'Noter un contact' }).first())
    await act.type('Date du contact', '02/04/2024')
    await act.choose('Par quel moyen', 'Téléphone')
    await act.type('Ce qui s’est dit', 'Rendez-vous pris avec la cédante de l’atelier.')
    await act.save('contact_held')
  })

  await test.step('a work period after month 6 moves the term by its days', async () => {
    await travel('2024-08-30')
    await act.open('work_period')
    await act.choose('Contrat proposé', 'CDD')
    await act.type('Premier jour', '02/09/2024')
    await act.type('Dernier jour', '21/09/2024')
    await act.choose('Employeur', 'Entreprise')
    await act.type('Nom de l’employeur', 'Atelier Roumégous')
    await act.type('Validée par le référent le', '30/08/2024')
    await expect(act.effect).toContainText('du ven. 28 févr. 2025 au jeu. 20 mars 2025, R-403.')
    await act.save('work_period')
    await expect(filePage.date('Terme du CSP')).toHaveText('jeu. 20 mars 2025')
    await expect(filePage.date('Fin du 6ᵉ mois')).toHaveText('sam. 31 août 2024')
    await travel('2024-09-03')
    await expect(filePage.stage).toContainText('Suspendu, en période de travail')
  })

  await test.step('a sick leave moves it again, and the page says why', async () => {
    await travel('2024-10-08')
    await expect(filePage.stage).toContainText('Accompagnement')
    await act.open('suspension')
    await act.select('Cause', words.cause.sickness)
    await act.type('Premier jour d’arrêt', '07/10/2024')
    await act.type('Dernier jour d’arrêt', '20/10/2024')
    await expect(act.effect).toContainText('du jeu. 20 mars 2025 au jeu. 3 avr. 2025, R-404.')
    await act.save('suspension')
    await expect(filePage.date('Terme du CSP')).toHaveText('jeu. 3 avr. 2025')
    await keyboard.press(page.getByRole('link', { name: 'Pourquoi ? Terme du CSP' }).first())
    const why = page.locator('section.whyp')
    await expect(why.getByRole('heading', { level: 2 })).toHaveText('Terme du CSP : pourquoi le jeu. 3 avr. 2025 ?')
    await expect(why.getByRole('table')).toContainText('R-403')
    await expect(why.getByRole('table')).toContainText('R-404')
  })

  await test.step('the job ends the CSP and opens six months of follow-up', async () => {
    await travel('2024-11-18')
    await act.open('job_started')
    await act.type('Premier jour de l’emploi', '18/11/2024')
    await act.choose('Contrat', 'CDI')
    await act.type('Employeur', 'Manufacture du Gardon')
    await act.type('Emploi', 'Responsable d’atelier')
    await act.type('Salaire brut par mois', '2 450,50')
    await expect(act.effect).toContainText('dim. 18 mai 2025')
    await act.save('job_started')
    await expect(filePage.stage).toContainText('Emploi')
    await expect(filePage.date('Fin du suivi de six mois')).toHaveText('dim. 18 mai 2025')
    await expect(filePage.date('Demande de prime')).toHaveText('mer. 18 déc. 2024')
  })

  await test.step('two follow-up contacts, with the situation found', async () => {
    for (const [day, typed] of [['2025-01-15', '15/01/2025'], ['2025-05-05', '05/05/2025']] as const) {
      await travel(day)
      await act.open('follow_up_held')
      await act.type('Date du contact', typed)
      await act.choose('Situation constatée', 'En emploi')
      await act.choose('Par quel moyen', 'Téléphone')
      await act.save('follow_up_held')
      await expect(filePage.stage).toContainText('Suivi')
    }
  })

  await test.step('closed at six months, with the result', async () => {
    await travel('2025-05-18')
    await expect(filePage.next).toContainText('au plus tard le dim. 18 mai 2025')
    await keyboard.press(filePage.next.getByRole('link').first())
    await act.type('Date de clôture', '18/05/2025')
    await act.select('Motif de sortie', words.motive.job_cdi)
    await act.select('Situation à la clôture', words.content.result.in_durable_job)
    await act.save('file_closed')
    await expect(filePage.stage).toContainText('Clos')
    await expect(filePage.next).toContainText('Ce dossier est clos')
    await expect(filePage.facts).toContainText('13 faits gardés')
  })
})
