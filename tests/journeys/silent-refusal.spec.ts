// silence to the last day of the twenty-one is a refusal. Nobody records it; time does.
// By hand: a document handed over on Monday 8 September 2025 waits to Monday 29 September 2025.
import { expect, test } from './desk.ts'

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

test('silence becomes a refusal the day after the last day to answer, by passing of time alone', async ({ page, signIn, keyboardAlone: _, keyboard, travel, keep, act, filePage }) => {
  await travel('2025-09-08')
  const { reference } = await keep('conseillere', {
    person: { firstName: 'Tiago', lastName: 'Silva Montenegro', birthDate: '1982-04-17' },
    frame: { engagedOn: '2025-09-08', entryPath: 'employer', procedureType: 'interview', hiredOn: '2011-05-02', companySize: 48, insolvency: false },
  }, [{ kind: 'proposal_handed_over', terms: { on: '2025-09-08' } }])
  await signIn('counsellor')

  await test.step('on the last day, the answer can still be given', async () => {
    await travel('2025-09-29')
    await filePage.open(reference)
    await expect(filePage.stage).toContainText('Réflexion en cours')
    await expect(filePage.next).toContainText('au plus tard le lun. 29 sept. 2025')
    await expect(filePage.next).toContainText('Dernier jour aujourd’hui')
  })

  await test.step('the next morning the proposal is refused', async () => {
    await travel('2025-09-30')
    await expect(filePage.stage).toContainText('Refusé')
    await expect(filePage.facts).not.toContainText('Acceptation')
    await expect(filePage.date('Début du CSP')).toHaveCount(0)
  })

  await test.step('an acceptance comes too late, under the rule that says so', async () => {
    await act.open('accepted')
    await act.type('Date de signature du bulletin', '30/09/2025')
    await act.send('accepted')
    await expect(act.refusal).toContainText('lun. 29 sept. 2025')
    await expect(act.refusal).toContainText('R-117')
    await expect(act.refusal.getByRole('list')).toContainText('au plus tard le lun. 29 sept. 2025')
  })

  await test.step('the history says that it was time', async () => {
    await page.goto(`/dossiers/${reference}?vue=historique`)
    const passed = page.getByRole('region', { name: 'Journal' }).getByRole('listitem').filter({ hasText: 'Étape changée par le temps' })
    await expect(passed).toHaveCount(1)
    await expect(passed).toContainText('Le temps qui passe')
    await expect(page.getByRole('status').filter({ hasText: 'Le journal est complet' })).toBeVisible()
  })

  await test.step('the list of files says it too', async () => {
    await page.goto('/dossiers?scope=all')
    await keyboard.type(page.getByRole('searchbox', { name: 'Nom de la personne' }), 'silva montenegro')
    await page.keyboard.press('Enter')
    const line = page.getByRole('row', { name: /Silva Montenegro/u })
    await expect(line).toHaveCount(1)
    await expect(line).toContainText('Refusé')
  })
})
