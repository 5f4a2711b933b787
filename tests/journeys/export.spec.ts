// A filtered list leaves as a sheet: downloaded from where one is, and read back in another library.
import { readFileSync } from 'node:fs'
import readXlsx from 'read-excel-file/node'
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('the list of a filter is downloaded as it is shown, and kept among one’s exports', async ({ page, signIn }) => {
  await signIn('counsellor')
  await page.goto('/dossiers?deadline=overdue&sort=-term&cols=name,reference,stage,term&size=100')
  const shown = await page.getByRole('rowheader').getByRole('link').allTextContents()
  expect(shown.length).toBeGreaterThan(3)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /XLSX/u }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^dossiers-\d{4}-\d{2}-\d{2}\.xlsx$/u)
  const [files, about] = await readXlsx(readFileSync(await file.path()))
  const [head, ...rows] = files!.data
  expect(head).toEqual(['Personne', 'Référence', 'Étape', 'Terme'])
  expect(rows.map(([name]) => name)).toEqual(shown)
  for (const [, , , term] of rows) if (term !== null) expect(term).toBeInstanceOf(Date)
  expect(about!.data).toContainEqual(['Filtre', expect.stringContaining('En retard')])
  await expect(page).toHaveURL(/\/dossiers\?/u)

  await page.getByRole('link', { name: 'Vos exports' }).click()
  const line = page.getByRole('row').filter({ hasText: 'En retard' }).first()
  await expect(line).toContainText('Prêt')
  const address = await line.getByRole('link', { name: /^Télécharger/u }).getAttribute('href')

  await test.step('nobody else has it', async () => {
    await signIn('manager')
    expect((await page.request.get(address!)).status()).toBe(404)
  })
})
