// Every screen, by each role that has it: no axe violation at a desk and on a phone, in the light and the dark theme; no
// sideways scroll at 360 pixels; one first heading, headings in order, the language said, and a focus that is seen.
import type { Page } from '@playwright/test'
import { messagesFor } from '@/lib/wording/messages.ts'
import { expect, test } from '@/tests/journeys/desk.ts'
import { violationsOf } from '@/tests/support/axe.ts'
import type { Account } from '@/tests/support/browser.ts'
import { LOST, OF_A_FILE, SCREENS } from './addresses.ts'
import { momentsOf, placed } from './places.ts'

test.slow()

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 360, height: 740 }
/** Taller than any screen but that of every rule, whose hundred thousand pixels are too many to draw. */
const TALLEST = 12_000

/**
 * What holds of any page, as it stands: every rule at a desk in the light and on a phone in the dark, contrast included; and
 * at a desk in the dark, contrast, which is all that a theme changes.
 */
async function expectSound(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(DESK)
  await expectNoViolation(page, `${what}, desk, light`)
  expect(await page.evaluate(() => document.documentElement.lang), what).toMatch(/^(fr|en)$/u)
  const levels = await page.locator('h1:visible, h2:visible, h3:visible, h4:visible').evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))))
  expect(levels.filter((level) => level === 1), `${what}: one first heading`).toHaveLength(1)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectNoViolation(page, `${what}, desk, dark`, ['color-contrast'])
  await page.setViewportSize(PHONE)
  // As tall as its content, within reason, and the bar at its foot in its place: what the bar happens to cover at one scroll
  // can be scrolled from under it.
  await page.setViewportSize({ ...PHONE, height: Math.min(TALLEST, Math.max(PHONE.height, await page.evaluate(() => document.documentElement.scrollHeight))) })
  await page.evaluate(() => document.querySelector<HTMLElement>('.dock')?.style.setProperty('position', 'static'))
  await expectNoViolation(page, `${what}, phone, dark`)
  const wide = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => `${element.tagName}.${element.className}`).slice(0, 4))
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} at 360: ${wide.join(', ')}`).toBeLessThanOrEqual(360)
  await page.evaluate(() => document.querySelector<HTMLElement>('.dock')?.style.removeProperty('position'))
  await page.setViewportSize(DESK)
}

async function expectNoViolation(page: Page, what: string, rules?: readonly string[]): Promise<void> {
  expect(await violationsOf(page, rules), what).toEqual([])
}

/**
 * Tab through the page: each stop shows where it is, by an outline or a shadow of its own.
 * @param from its head; or its content, by the link that skips the frame, which is the same on every screen of a role
 */
async function expectFocusSeen(page: Page, what: string, from: 'head' | 'content'): Promise<void> {
  if (from === 'content') {
    await page.keyboard.press('Tab')
    // A screen that took the focus to its own form is past the frame already.
    if (await page.getByRole('link', { name: 'Aller au contenu' }).evaluate((skip) => skip === document.activeElement)) {
      await page.keyboard.press('Enter')
      await expect(page.locator('main'), what).toBeFocused()
    }
  }
  for (let stop = 0; stop < (from === 'head' ? 25 : 15); stop += 1) {
    await page.keyboard.press('Tab')
    const unseen = await page.evaluate(() => {
      const at = document.activeElement
      if (at === null || at === document.body) return null
      const shown = [at, at.parentElement, at.nextElementSibling].some((element) => {
        if (element === null) return false
        const style = getComputedStyle(element)
        return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
      })
      // In a drawing, a shape of the link's own shows it, by its stroke.
      const drawn = at instanceof SVGElement && [...at.querySelectorAll('*')].some((shape) => {
        const { stroke, strokeWidth } = getComputedStyle(shape)
        return stroke !== 'none' && Number.parseFloat(strokeWidth) >= 2
      })
      return shown || drawn ? null : at.outerHTML.slice(0, 120)
    })
    expect(unseen, `${what}: focus seen at stop ${stop + 1}`).toBeNull()
  }
}

for (const [account, addresses] of Object.entries(SCREENS) as [Account | 'nobody', readonly string[]][]) {
  test(`the screens of ${account} hold no accessibility violation, in both themes, at a desk and on a phone`, async ({ page, app, signIn }) => {
    if (account !== 'nobody') await signIn(account)
    for (const address of addresses) {
      await page.goto(await placed(app, address))
      await expect(page.getByRole('heading', { level: 1, name: messagesFor('fr').states.notFound.title }), address).toHaveCount(LOST.has(address) ? 1 : 0)
      await expectSound(page, `${account} ${address}`)
      await expectFocusSeen(page, `${account} ${address}`, address === addresses[0] ? 'head' : 'content')
    }
  })
}

for (const [first, last] of [[0, 3], [3, 6]] as const) {
  test(`the files of the telling moments ${first + 1} to ${last} hold none`, async ({ page, app, signIn }) => {
    await signIn('counsellor')
    for (const reference of (await momentsOf(app)).slice(first, last)) {
      await page.goto(`/dossiers/${reference}`)
      await expectSound(page, reference)
    }
    await expectFocusSeen(page, 'a file', 'content')
  })
}

test('a file’s acts, a form, its reasons, its history and its past hold none', async ({ page, app, signIn }) => {
  await signIn('counsellor')
  for (const address of OF_A_FILE) {
    await page.goto(await placed(app, address))
    await expect(page.getByRole('heading', { level: 1, name: messagesFor('fr').states.notFound.title }), address).toHaveCount(0)
    await expectSound(page, address)
  }
})

test('what is laid over a page holds none: the first tour, the palette, the sheet of keys', async ({ page, signIn }) => {
  await signIn('counsellor')
  await page.goto('/a-faire')
  await expect(page.locator('.tour')).toBeVisible()
  const palette = page.getByRole('combobox', { name: /^Chercher/u })
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press('Control+k')
    await expect(palette).toBeFocused({ timeout: 1000 })
  }).toPass()
  await page.keyboard.insertText('dossier')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectSound(page, 'the palette')
  // Asked for at the very moment the palette closes: the key is heard.
  await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('?')])
  await expect(palette).toBeHidden()
  const sheet = page.locator('dialog.keys')
  await expect(sheet).toBeVisible()
  await expectSound(page, 'the sheet of keys')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('a form with its errors, a refusal of the law and the print view hold none', async ({ page, signIn, keep, act }) => {
  const file = await keep('conseillere', {
    frame: { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false },
    person: { firstName: 'Marie-Antoinette Bérengère', lastName: 'de La Rochefoucauld-Montesquiou-Fezensac d’Hérouville', birthDate: '1971-09-30' },
  }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-03-02' } },
    { kind: 'accepted', terms: { on: '2026-03-10' } },
  ])
  await signIn('counsellor')
  await page.goto(`/dossiers/${file.reference}?acte=pre_bilan_held`)
  await act.type('Date de l’entretien', '31/02/2026')
  await act.send('pre_bilan_held')
  await expect(act.form.locator('.error-summary')).toBeVisible()
  await expectSound(page, 'a form with errors')

  await page.goto(`/dossiers/${file.reference}?acte=work_period`)
  await act.choose('Contrat proposé', 'CDD')
  await act.type('Premier jour', '06/04/2026')
  await act.type('Dernier jour', '19/04/2026')
  await act.choose('Employeur', 'Particulier')
  await act.send('work_period')
  await expect(act.form.getByRole('alert')).toContainText('R-401')
  await expectSound(page, 'a refusal')

  await page.goto('/dossiers/nouveau')
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).press('Enter')
  await expect(page.locator('.error-summary')).toBeVisible()
  await expectSound(page, 'the opening form with errors')

  await page.goto(`/dossiers/${file.reference}`)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expectNoViolation(page, 'the printed file')
  await expect(page.getByRole('navigation', { name: 'Navigation principale', exact: true })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Enregistrer un fait' })).toBeHidden()
  await page.emulateMedia({ media: null })
})

test('the team’s drawers and the forms of the follow-up hold none', async ({ page, signIn }) => {
  await signIn('manager')
  await page.goto('/equipe')
  await page.getByRole('region', { name: 'Personnes' }).getByRole('link', { name: /^Répartir/u }).first().press('Enter')
  await expect(page.locator('aside.drawer')).toBeVisible()
  await expectSound(page, 'sharing a caseload')
  await page.goto('/equipe')
  await page.getByRole('link', { name: /^Prévoir une absence/u }).first().press('Enter')
  await expect(page.getByRole('button', { name: 'Enregistrer l’absence' })).toBeVisible()
  await expectSound(page, 'an absence to tell')
  await page.goto('/transferts')
  await page.getByRole('link', { name: /^Répondre/u }).first().press('Enter')
  await expect(page.getByRole('button', { name: 'Accepter le dossier' })).toBeVisible()
  await expectSound(page, 'a proposal to answer')
  await page.goto('/bassins')
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().press('Enter')
  await expect(page).toHaveURL(/\/bassins\/.+/u)
  await expectSound(page, 'a basin')
  await signIn('referent')
  await page.goto('/suivi')
  await page.getByRole('link', { name: /^(Situation trouvée|Clore le suivi)/u }).first().press('Enter')
  await expect(page.locator('aside.drawer')).toBeVisible()
  await expectSound(page, 'a follow-up contact')
})
