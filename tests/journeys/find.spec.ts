// The palette: a person found from half a name misspelt and a contact logged, in six actions from sign-in.
import { randomUUID } from 'node:crypto'
import { expect, test } from './desk.ts'

const frame = { engagedOn: '2026-08-03', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

test('a person is found and a contact logged in six actions at most, without a mouse', async ({ page, signIn, keep, expectAccessible, keyboardAlone: _ }) => {
  const mark = randomUUID().replaceAll(/\d|-/gu, '').slice(0, 5).padEnd(5, 'q')
  const file = await keep('conseillere', { frame, person: { firstName: 'Anaïs', lastName: `Kervadec${mark}`, birthDate: '1979-04-12' } }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-08-03' } },
    { kind: 'accepted', terms: { on: '2026-08-10' } },
  ])
  let actions = 0
  const act = async (done: () => Promise<void>): Promise<void> => {
    actions += 1
    await done()
  }
  const asked = (headers: Record<string, string> = {}) => page.context().request.get('/api/find?q=kervadec', { headers }).then((answer) => answer.status())
  expect(await asked()).toBe(401)
  await signIn('counsellor')
  expect([await asked({ 'sec-fetch-site': 'cross-site' }), await asked({ 'sec-fetch-site': 'same-origin' })]).toEqual([403, 200])
  await page.goto('/a-faire')
  await expect(page.getByRole('region', { name: 'Ce que la loi rend urgent, en premier' })).toBeVisible()
  const box = page.getByRole('combobox', { name: /^Chercher/u })
  await expect(async () => {
    if (!(await box.isVisible())) await page.keyboard.press('Control+k')
    await expect(box).toBeFocused({ timeout: 1000 })
  }).toPass()
  actions += 1
  await act(() => page.keyboard.type(`contact anais krevadec${mark}`))
  await expect(page.getByRole('option', { selected: true })).toHaveText(new RegExp(`Noter un contact avec Anaïs Kervadec${mark}`, 'u'))
  await expectAccessible()
  await act(() => page.keyboard.press('Enter'))
  await expect(page).toHaveURL(new RegExp(`${file.reference}\\?acte=contact_held`, 'u'))
  const note = page.locator('aside.drawer textarea').first()
  await expect(note).toBeFocused()
  await act(() => page.keyboard.type('A repris espoir après la visite de l’atelier.'))
  await act(() => page.keyboard.press('Control+Enter'))
  await expect(page.locator('.toast')).toBeVisible()
  expect(actions).toBeLessThanOrEqual(6)

  await test.step('the sheet of keys, and where g leads', async () => {
    await page.locator('main').focus()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Raccourcis du clavier' })).toBeVisible()
    await expectAccessible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await expect(page).toHaveURL(/\/dossiers$/u)
  })
})
