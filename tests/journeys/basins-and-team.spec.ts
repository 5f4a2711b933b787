// The manager: every figure leads to exactly its files, and files change hands with a reason that stays.
import { demoEmail } from '@/lib/access/demo-accounts.ts'
import { connected } from '@/lib/launch/database.ts'
import { expect, test } from './desk.ts'
import { actorOf } from './kept-files.ts'
import type { Page } from '@playwright/test'

test.use({ viewport: { width: 1440, height: 900 } })

const frame = { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

/** Every figure of a page that leads somewhere: what it says, and where. */
async function figuresOf(page: Page): Promise<readonly { readonly count: number; readonly href: string; readonly label: string }[]> {
  return await page.getByRole('main').locator('a[href^="/dossiers?"]').evaluateAll((links) =>
    links.flatMap((link) => {
      const text = (link.querySelector('.basin-figure-value') ?? link).textContent.replaceAll(/\s/gu, '')
      return /^\d+$/u.test(text) ? [{ count: Number(text), href: link.getAttribute('href') ?? '', label: link.getAttribute('aria-label') ?? link.textContent }] : []
    }),
  )
}

/** How many files the list says it holds, read without drawing it. */
async function listed(page: Page, href: string): Promise<number> {
  const html = await page.evaluate(async (address) => (await fetch(address)).text(), href)
  const range = /\d à [\d\s\u202f\u00a0]+ sur ([\d\s\u202f\u00a0]+)</u.exec(html)
  return Number((range?.[1] ?? '').replaceAll(/\s/gu, ''))
}

for (const account of ['manager', 'operator'] as const) {
  test(`every figure of the basins opens a list of as many files, for the ${account}`, async ({ page, signIn }) => {
    test.slow()
    await signIn(account)
    await page.goto('/bassins')
    const basins = await page.getByRole('main').getByRole('rowheader').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(basins.length).toBeGreaterThan(0)
    let figures = 0
    for (const address of ['/bassins', basins[0] ?? '', '/equipe']) {
      await page.goto(address)
      const shown = await figuresOf(page)
      expect(shown.length, address).toBeGreaterThan(0)
      const lists = await Promise.all(shown.map(async ({ href, label }) => [label, await listed(page, href)]))
      expect(lists, address).toEqual(shown.map(({ label, count }) => [label, count]))
      figures += shown.length
    }
    expect(figures).toBeGreaterThan(20)
  })
}

test('the quarter switch changes the figures, and each still opens its files', async ({ page, signIn, keyboardAlone: _, keyboard }) => {
  await signIn('manager')
  await page.goto('/bassins')
  const quarters = page.getByRole('navigation', { name: 'Trimestre' }).getByRole('link')
  await keyboard.press(quarters.first())
  await expect(page).toHaveURL(/trimestre=/u)
  const entries = (await figuresOf(page)).find(({ href }) => href.includes('enteredFrom'))
  if (entries !== undefined) expect(await listed(page, entries.href)).toBe(entries.count)
})

test('one file is entrusted to a colleague, with the reason in its history', async ({ page, app, signIn, keep, keyboardAlone: _, keyboard }) => {
  const file = await keep('conseillere', { frame })
  await signIn('manager')
  await page.goto('/equipe')
  await keyboard.type(page.getByRole('textbox', { name: 'Référence du dossier' }), file.reference)
  await page.keyboard.press('Enter')
  const drawer = page.locator('aside.drawer')
  await expect(drawer).toContainText(file.lastName)
  const colleague = drawer.getByRole('combobox', { name: 'Nouveau conseiller' })
  await keyboard.to(colleague)
  await page.keyboard.press('ArrowDown')
  const name = ((await colleague.locator('option:checked').textContent()) ?? '').split(',')[0] ?? ''
  await expect(drawer.getByRole('table', { name: 'Charges avant et après' })).toContainText(name)
  await test.step('without a reason it is not done', async () => {
    await keyboard.press(drawer.getByRole('button', { name: 'Confier le dossier' }))
    await expect(drawer.locator('#reason-error')).toContainText('Écrivez le motif.')
    await expect(colleague).not.toHaveValue('')
  })
  await keyboard.type(drawer.getByRole('textbox', { name: 'Motif' }), 'Projet dans le textile, que ma collègue connaît.')
  await keyboard.press(drawer.getByRole('button', { name: 'Confier le dossier' }))
  await expect(page.getByRole('status').filter({ hasText: `Dossier ${file.reference} confié à ${name}.` })).toBeVisible()
  const line = page.getByRole('region', { name: 'Changements de conseiller' }).getByRole('row').filter({ hasText: file.lastName })
  await expect(line).toContainText(name)
  await expect(line).toContainText('Projet dans le textile, que ma collègue connaît.')
  await test.step('the file’s own history keeps it, and its former counsellor no longer finds it', async () => {
    await page.goto(`/dossiers/${file.reference}?vue=historique`)
    await expect(page.getByRole('region', { name: 'Qui a suivi ce dossier' })).toContainText('Projet dans le textile, que ma collègue connaît.')
    await expect(page.getByRole('status').filter({ hasText: 'Le journal est complet' })).toBeVisible()
    await signIn('counsellor')
    expect((await page.goto(`/dossiers/${file.reference}`))?.status()).toBe(404)
  })
  expect((await actorOf(app, demoEmail('responsable'))).role).toBe('manager')
})

test('a whole caseload is shared out among colleagues, the loads foreseen, then kept in the history', async ({ page, app, signIn, keyboardAlone: _, keyboard }) => {
  await signIn('manager')
  await page.goto('/equipe')
  // Not the demo's own counsellor, whose files other tests read.
  const own = (await actorOf(app, demoEmail('conseillere'))).displayName
  const line = page.getByRole('region', { name: 'Personnes' }).getByRole('row').filter({ has: page.getByRole('link', { name: /^Répartir/u }), hasNotText: own }).last()
  const name = ((await line.getByRole('rowheader').textContent()) ?? '').trim()
  await keyboard.press(line.getByRole('link', { name: /^Répartir/u }))
  const drawer = page.locator('aside.drawer')
  const boxes = drawer.getByRole('group', { name: 'À qui' }).getByRole('checkbox')
  await expect(boxes.first()).toBeVisible()
  const takers = Math.min(2, await boxes.count())
  for (let taker = 0; taker < takers; taker += 1) {
    await keyboard.tick(boxes.nth(taker))
    await expect(boxes.nth(taker)).toBeChecked()
    await expect(drawer.locator('section.effects')).toHaveAttribute('aria-busy', 'false')
  }
  await expect(drawer.getByRole('table', { name: 'Charges avant et après' })).toContainText(name)
  const button = drawer.getByRole('button', { name: /^Répartir \d+ dossiers?$/u })
  await expect(button).toBeVisible()
  const moving = Number(/\d+/u.exec((await button.textContent()) ?? '')?.[0])
  await keyboard.type(drawer.getByRole('textbox', { name: 'Motif' }), 'Départ en congé de longue durée.')
  await keyboard.press(button)
  await expect(page.getByRole('status').filter({ hasText: `${moving} dossier` })).toBeVisible()
  const { rows } = await connected(app.ownerUrl, (client) => client.query<{ n: string }>(`select count(*) as n from assignment where reason = 'Départ en congé de longue durée.'`))
  expect(Number(rows[0]?.n)).toBe(moving)
  await expect(page.getByRole('region', { name: 'Changements de conseiller' }).getByRole('row').filter({ hasText: 'Départ en congé de longue durée.' }).first()).toBeVisible()
})
