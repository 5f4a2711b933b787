// A file open on two screens: each sees that the other is there, and what the other records within a second, without what is
// being typed moving or going. A list says it too.
import { expect, test } from './desk.ts'
import { actsOf } from './acts.ts'
import { keyboardOf } from './keyboard.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const frame = { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

test('a colleague’s fact shows while one types, and moves nothing', async ({ page, app, browser, signIn, travel, keep, filePage }) => {
  await travel('2026-04-01')
  const file = await keep('conseillere', { frame }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-03-02' } },
    { kind: 'motive_notified', terms: { on: '2026-03-02' } },
    { kind: 'accepted', terms: { on: '2026-03-10' } },
  ])
  await signIn('manager')
  const managers = await browser.newContext({ baseURL: app.baseUrl, locale: 'fr-FR', reducedMotion: 'reduce', storageState: await page.context().storageState() })
  const other = await managers.newPage()
  await signIn('counsellor')

  await page.goto(`/dossiers/${file.reference}?acte=contact_held`)
  await other.goto(`/dossiers/${file.reference}?acte=information_interview_held`)
  await expect(page.locator('.who-else')).toContainText('est aussi sur ce dossier')
  await expect(other.locator('.who-else')).toContainText('est aussi sur ce dossier')

  const note = page.locator('[id="content.note"]')
  await note.fill('Elle préfère être appelée le ma')
  await note.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5))
  const before = await note.boundingBox()
  const list = await page.context().newPage()
  await list.goto(`/dossiers?q=${file.reference}`)
  await page.bringToFront()

  const acts = actsOf(other, keyboardOf(other))
  await acts.type('Date de l’entretien', '09/03/2026')
  await acts.save('information_interview_held')
  // The second itself is held without a browser, in tests/live.
  await expect(filePage.facts).toContainText('Entretien d’information')
  await expect(page.getByText('vient de modifier ce dossier')).toBeVisible()
  await expect(note).toHaveValue('Elle préfère être appelée le ma')
  await expect(note).toBeFocused()
  expect(await note.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(5)
  expect((await note.boundingBox())?.y).toBe(before?.y)
  await expect(list.locator('.live-said')).toContainText('vient de modifier un dossier')

  await managers.close()
  await expect(page.locator('.who-else')).toBeEmpty()
})
