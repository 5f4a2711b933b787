// An appointment planned from a file without leaving the keyboard, missed, planned again, and read by another calendar.
import ICAL from 'ical.js'
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('an appointment is planned, moved with the arrows, missed, planned again and read by a calendar', async ({ page, signIn, keep, travel, keyboard, keyboardAlone: _ }) => {
  const file = await keep('conseillere', {
    frame: { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false },
  }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-03-02' } },
    { kind: 'accepted', terms: { on: '2026-03-10' } },
  ])
  await signIn('counsellor')
  // Tuesday 24 March 2026: the CSP starts on the 24th, its pré-bilan is due within eight days.
  await travel('2026-03-24')
  const drawer = page.locator('aside.drawer')

  await test.step('planned from the file, its deadline said while it is typed', async () => {
    await page.goto(`/dossiers/${file.reference}`)
    await keyboard.press(page.getByRole('link', { name: 'Prendre rendez-vous' }).first())
    await expect(drawer.getByLabel('Personne', { exact: true })).toHaveValue(new RegExp(file.lastName, 'u'))
    await keyboard.select(drawer.getByLabel('Objet'), 'Pré-bilan')
    await keyboard.type(drawer.getByLabel('Jour'), '26/03/2026')
    await keyboard.type(drawer.getByLabel('Heure'), '9 h 30')
    await expect(drawer).toContainText('tient l’échéance R-301')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Rendez-vous pris' })).toBeVisible()
  })

  const card = page.getByRole('region', { name: 'Créneaux de la semaine' }).getByRole('link', { name: new RegExp(`9.h.30.*${file.lastName}|9.h.45.*${file.lastName}`, 'u') })
  await test.step('a quarter of an hour later by the arrows; Escape would leave it', async () => {
    await keyboard.to(card)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table').getByRole('row', { name: new RegExp(file.lastName, 'u') })).toContainText('9 h 45')
  })

  await test.step('absent: counted, with what may be done about it', async () => {
    await travel('2026-03-27')
    await page.goto('/agenda')
    await keyboard.press(page.getByRole('region', { name: /^À clore/u }).getByRole('link', { name: new RegExp(`^Absence\\s:.*${file.lastName}`, 'u') }))
    await keyboard.type(drawer.getByLabel('Ce qui s’est passé'), 'Pas venue, message laissé.')
    await keyboard.press(drawer.getByRole('button', { name: 'Noter l’absence' }))
    await expect(drawer).toContainText('1 absence à un rendez-vous')
    await expect(drawer).toContainText('R-601')
  })

  await test.step('planned again, and said to meet the deadline still', async () => {
    await keyboard.press(drawer.getByRole('link', { name: 'Reprendre rendez-vous' }))
    await expect(drawer.getByLabel('Objet')).toHaveValue('pre_bilan')
    await keyboard.type(drawer.getByLabel('Jour'), '30/03/2026')
    await keyboard.type(drawer.getByLabel('Heure'), '14:00')
    await keyboard.press(drawer.getByRole('button', { name: 'Prendre ce rendez-vous' }))
    await expect(page.getByRole('status').filter({ hasText: 'Rendez-vous pris' })).toBeVisible()
  })

  await test.step('its secret address, shown once, is read by another calendar', async () => {
    await keyboard.press(page.getByRole('link', { name: 'S’abonner' }))
    await keyboard.press(drawer.getByRole('button', { name: /^(Créer l’adresse|Remplacer)/u }))
    const address = await drawer.getByLabel('Votre adresse').inputValue()
    const answer = await fetch(address)
    expect(answer.status).toBe(200)
    const body = await answer.text()
    const summaries = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('summary'))
    expect(summaries).toContain('Rendez-vous CSP – É. B.')
    expect(body).not.toContain(file.lastName)
    await page.reload()
    await expect(drawer.getByLabel('Votre adresse')).toHaveCount(0)
  })
})
