// accepting and refusing compared, from a file in reflection, then by anyone, without scripts.
// By hand (tests/accord/choice.test.ts): 47,653.98 with the CSP, 45,875.23 without it, over 21 months.
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('a counsellor compares both ways on a file in reflection, changes what is supposed, and prints one sheet', async ({ page, signIn, keep, travel, keyboardAlone: _, keyboard }) => {
  await signIn('counsellor')
  const file = await keep('conseillere', {
    frame: {
      engagedOn: '2025-09-08', entryPath: 'employer', procedureType: 'interview', hiredOn: '2015-03-01', companySize: 45, insolvency: false,
      monthlyGross: '3000.00', noticeMonths: 2, sjr: '98.63', areDurationDays: 548,
    },
  }, [{ kind: 'proposal_handed_over', terms: { on: '2025-09-08' } }])
  await travel('2025-09-15')
  await page.goto(`/dossiers/${file.reference}`)
  await keyboard.press(page.getByRole('link', { name: 'Accepter ou refuser' }))
  const said = page.locator('#reponse')
  await expect(said).toHaveText(/En acceptant, vous percevriez environ 1\s780\s€ de plus sur 21 mois\./u)
  const dates = page.getByRole('region', { name: 'Les dates' })
  await expect(dates.getByRole('row', { name: /Allocation chômage/u })).toContainText('du lun. 24 nov. 2025')

  await keyboard.press(page.getByRole('link', { name: 'Changer : Jours d’attente de l’ARE' }))
  await expect(page.getByRole('textbox', { name: 'Jours d’attente de l’ARE' })).toBeFocused()
  await page.keyboard.type('0')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/accepter-ou-refuser\?carence=0#reponse$/u)
  await expect(dates.getByRole('row', { name: /Allocation chômage/u })).toContainText('du lun. 17 nov. 2025')
  await expect(page.getByRole('textbox', { name: 'Jours d’attente de l’ARE' })).toHaveValue('0')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Comparer de nouveau' })).toBeHidden()
  await expect(page.getByText(/^Comparé le/u)).toBeVisible()
  const sheet = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(sheet.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
})

test('anyone compares without scripts, is told what to correct, and keeps the link', async ({ app, browser }) => {
  const context = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/accepter-ou-refuser')
  await page.getByLabel('Procédure engagée le').fill('31/02/2026')
  await page.getByRole('button', { name: 'Comparer', exact: true }).press('Enter')
  await expect(page.locator('#engagement-error')).toContainText('Le dernier jour de ce mois est le 28')
  await page.getByLabel('Procédure engagée le').fill('14/09/2026')
  await page.getByLabel('Date d’embauche').fill('04/04/2016')
  await page.locator('#brut').fill('2 600')
  await page.getByLabel('Durée de l’ARE, en jours').fill('548')
  await page.getByRole('button', { name: 'Comparer', exact: true }).press('Enter')
  await expect(page.locator('#reponse')).toHaveText(/environ 1\s600\s€ de plus sur 21 mois/u)
  const link = await page.getByLabel('Adresse de cette comparaison').inputValue()
  await page.goto(link)
  await expect(page.locator('#reponse')).toHaveText(/environ 1\s600\s€ de plus/u)
  await context.close()
})
