// The list of files: searched, filtered, sorted and paged by the server, with its state in the address.
import { randomUUID } from 'node:crypto'
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const frame = { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

test('a person is found by name, accents and capitals aside', async ({ page, signIn, keep, keyboardAlone: _, keyboard }) => {
  const mark = randomUUID().slice(0, 6)
  await keep('conseillere', { frame, person: { firstName: 'Noël', lastName: `Çétin-D’Hérouville ${mark}`, birthDate: '1975-12-24' } })
  await signIn('counsellor')
  await page.goto('/dossiers')
  await keyboard.type(page.getByRole('searchbox', { name: 'Nom de la personne' }), `cetin-d'herouville ${mark}`.toUpperCase())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: new RegExp(mark, 'u') })).toHaveCount(1)
  await expect(page).toHaveURL(/[?&]q=/u)
  await test.step('from anywhere, with Ctrl K', async () => {
    await page.goto('/a-faire')
    await keyboard.to(page.getByRole('link', { name: /^À faire/u }).first())
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: /^Chercher/u })).toBeFocused()
    await page.keyboard.type(`Noël ${mark}`)
    await expect(page.getByRole('option', { selected: true })).toContainText(mark)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(mark)
  })
})

test('sorting says its direction, and filters, order and page survive a reload', async ({ page, signIn, keyboardAlone: _, keyboard }) => {
  await signIn('counsellor')
  await page.goto('/dossiers')
  const column = page.getByRole('columnheader', { name: 'Personne' })
  await expect(page.getByRole('columnheader', { name: 'Prochaine échéance' })).toHaveAttribute('aria-sort', 'ascending')
  await keyboard.press(column.getByRole('button'))
  await expect(column).toHaveAttribute('aria-sort', 'ascending')
  // The head says the order as soon as it is asked for; the lines follow.
  await expect(page).toHaveURL(/sort=name/u)
  const names = page.getByRole('rowheader')
  const ascending = await names.allTextContents()
  const compare = new Intl.Collator('fr', { ignorePunctuation: true }).compare
  expect(compare(ascending[0] ?? '', ascending.at(-1) ?? '')).toBeLessThan(0)
  await keyboard.press(column.getByRole('button'))
  await expect(column).toHaveAttribute('aria-sort', 'descending')
  // Before the list has come: the next page is that of the order asked for.
  await keyboard.press(page.getByRole('navigation', { name: 'Pages de la liste' }).getByRole('link', { name: 'Suivant' }))
  await expect(page).toHaveURL(/sort=-name&page=2/u)
  await expect(page.getByRole('navigation', { name: 'Pages de la liste' })).toContainText('26 à')
  const second = await names.allTextContents()
  await page.reload()
  await expect(column).toHaveAttribute('aria-sort', 'descending')
  expect(await names.allTextContents()).toEqual(second)

  await test.step('a filter goes back to the first page, and its chip takes it away', async () => {
    await keyboard.to(page.getByRole('combobox', { name: 'Échéance' }))
    await page.keyboard.type('En retard')
    await expect(page).toHaveURL(/deadline=overdue/u)
    await expect(page).not.toHaveURL(/page=/u)
    await expect(column).toHaveAttribute('aria-sort', 'descending')
    await page.reload()
    await expect(page.getByRole('combobox', { name: 'Échéance' })).toHaveValue('overdue')
    for (const words of await page.locator('.caseload-deadline').allTextContents()) expect(words).toContain('En retard')
    await keyboard.press(page.getByRole('list', { name: 'Filtres actifs' }).getByRole('link', { name: /^Échéance : En retard/u }))
    await expect(page).not.toHaveURL(/deadline=/u)
  })
})

test('the pages of the list hold every file once', async ({ page, signIn }) => {
  await signIn('manager')
  await page.goto('/dossiers?size=100&scope=all&sort=name')
  const seen: string[] = []
  for (;;) {
    seen.push(...(await page.getByRole('rowheader').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))))
    const next = page.getByRole('navigation', { name: 'Pages de la liste' }).getByRole('link', { name: 'Suivant' })
    if ((await next.count()) === 0) break
    await page.goto((await next.getAttribute('href')) ?? '')
  }
  expect(new Set(seen).size).toBe(seen.length)
  await expect(page.getByRole('main')).toContainText(`sur ${seen.length}`)
})

test('two filters that no file answers say so, and lead back', async ({ page, signIn, keyboardAlone: _, keyboard }) => {
  await signIn('counsellor')
  await page.goto('/dossiers?q=personne-de-ce-nom&stage=annulled')
  await expect(page.getByText('Aucun dossier ne répond à ces filtres')).toBeVisible()
  await keyboard.press(page.getByRole('link', { name: 'Effacer les filtres' }))
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await expect(page).toHaveURL(/\/dossiers$/u)
})
