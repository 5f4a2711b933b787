// What a filter lists changes hands at once: the loads foreseen, the count confirmed, each file told in its own history.
import { randomUUID } from 'node:crypto'
import { connected } from '@/lib/launch/database.ts'
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const frame = { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

test('the files of a filter are given to a colleague, with a reason that stays in each', async ({ page, app, signIn, keep }) => {
  const mark = `Lot${randomUUID().slice(0, 6)}`
  const kept = (first: string) => keep('conseillere', { frame, person: { firstName: first, lastName: mark, birthDate: '1980-05-01' } })
  const files = [await kept('Ada'), await kept('Blanche')]
  await signIn('manager')
  await page.goto(`/dossiers?q=${mark}`)
  await page.getByRole('checkbox', { name: 'Choisir les lignes de cette page' }).check()
  const bar = page.getByRole('group', { name: 'Agir sur les dossiers choisis' })
  await expect(bar).toContainText('2 dossiers choisis')
  await bar.getByRole('button', { name: 'Confier' }).click()
  const drawer = page.locator('aside.drawer')
  // Someone else who works in the basin of these files.
  const basin = (await page.getByRole('row').filter({ hasText: mark }).first().locator('[data-c="basin"]').textContent()) ?? ''
  const own = (await page.getByRole('row').filter({ hasText: mark }).first().locator('[data-c="counsellor"]').textContent()) ?? ''
  const taker = drawer.getByRole('group', { name: 'À qui' }).locator('label').filter({ hasText: basin, hasNotText: own }).getByRole('checkbox').first()
  await taker.check()
  await expect(drawer.getByRole('table', { name: 'Charges avant et après' })).toBeVisible()
  await drawer.getByRole('button', { name: 'Confier 2 dossiers' }).click()
  await expect(drawer.locator('#reason-error')).toContainText('Écrivez le motif.')
  await expect(taker).toBeChecked()
  await drawer.getByRole('textbox', { name: 'Motif' }).fill(`Reprise de secteur ${mark}`)
  await drawer.getByRole('button', { name: 'Confier 2 dossiers' }).click()
  await expect(drawer.getByRole('status').filter({ hasText: '2 dossiers confiés' })).toBeVisible()
  await drawer.getByRole('button', { name: 'Fermer' }).last().click()
  await expect(bar).toHaveCount(0)
  const { rows } = await connected(app.ownerUrl, (client) =>
    client.query<{ reference: string }>(`select c.reference from assignment a join case_file c on c.id = a.case_id where a.reason = $1 order by 1`, [`Reprise de secteur ${mark}`]))
  expect(rows.map(({ reference }) => reference)).toEqual(files.map(({ reference }) => reference).toSorted())
  await page.goto(`/dossiers/${files[0]!.reference}?vue=historique`)
  await expect(page.getByRole('region', { name: 'Qui a suivi ce dossier' })).toContainText(`Reprise de secteur ${mark}`)
})
