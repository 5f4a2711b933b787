// What the day asks most often, counted from the screen one lands on after signing in: a click, a key chord and a text typed
// count one action each. A held pré-bilan and its plan, in twelve at most; the contact of tests/journeys/find in six.
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const frame = { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

test('a held pré-bilan and its plan are recorded in twelve actions at most', async ({ page, signIn, travel, keep }) => {
  await travel('2026-04-01')
  const file = await keep('conseillere', { frame }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-03-02' } },
    { kind: 'motive_notified', terms: { on: '2026-03-02' } },
    { kind: 'accepted', terms: { on: '2026-03-10' } },
  ])
  await signIn('counsellor')
  await page.goto('/a-faire')
  let actions = 0
  const act = async (done: () => Promise<void>): Promise<void> => {
    actions += 1
    await done()
  }
  await act(() => page.locator(`a[href="/dossiers/${file.reference}?acte=pre_bilan_held"]`).first().click())
  const form = page.locator('aside.drawer')
  await act(() => form.locator('[id="content.profile"]').fill('Menuisière, quatorze ans d’atelier.'))
  await act(() => form.locator('[id="content.project"]').fill('Reprendre un atelier avec une associée.'))
  await act(() => page.keyboard.press('Control+Enter'))
  await expect(page.locator('.toast')).toContainText('Pré-bilan enregistré')
  await act(() => page.locator('section.next').getByRole('link', { name: 'Valider le plan' }).click())
  const signatures = form.getByRole('radio', { name: 'Signé sur papier ou ailleurs' })
  await act(() => signatures.first().check())
  await act(() => signatures.last().check())
  await act(() => form.getByRole('button', { name: 'Valider le plan' }).click())
  await expect(page.locator('.toast')).toContainText('Plan')
  await expect(form).toHaveCount(0)
  expect(actions).toBeLessThanOrEqual(12)
  await page.goto(`/dossiers/${file.reference}`)
  await expect(page.getByRole('list', { name: 'Étapes du dossier' }).locator('[aria-current=step]')).toContainText('Accompagnement')
})
