// Every screen, by each role that has it: no axe violation at a desk and on a phone, in the light and the dark theme; no
// sideways scroll at 360 pixels; one first heading, headings in order, the language said, and a focus that is seen.
import type { Page } from '@playwright/test'
import { simulatorHref } from '@/components/simulator/address.ts'
import { EXAMPLES } from '@/components/simulator/examples.ts'
import { PUBLIC_CHOICE, withAnswers } from '@/components/choice/address.ts'
import { EXAMPLE } from '@/components/choice/example.ts'
import { connected } from '@/lib/launch/database.ts'
import { expect, test } from '@/tests/journeys/desk.ts'
import { violationsOf } from '@/tests/support/axe.ts'
import type { Account, TestApplication } from '@/tests/support/browser.ts'

test.slow()

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 360, height: 740 }
/** Taller than any screen but that of every rule, whose hundred thousand pixels are too many to draw. */
const TALLEST = 12_000

/**
 * What holds of any page, as it stands: every rule at a desk in the light and on a phone in the dark; the contrast, which is
 * all that a theme changes, at a desk in the dark too.
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

/** Tab through the page: each stop shows where it is, by an outline or a shadow of its own. */
async function expectFocusSeen(page: Page, what: string): Promise<void> {
  for (let stop = 0; stop < 25; stop += 1) {
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

/** A year with all that a simulation can show: an event refused, amounts, days. */
const REFUSED = { ...EXAMPLES.job, events: [...EXAMPLES.job.events, { kind: 'refused' as const, values: { on: '2026-03-02' } }] }

/** « Et si… ? » with a fact refused, another weighed twice, and the questions of a third. */
const SUPPOSED = '/et-si?1.kind=work_period&1.from=2027-03-01&1.to=2027-03-02&1.contract=cdd&1.employer=company&2.kind=job_started&2.on=2027-06-01&2.contract=cdi&plus-tard=14&ajouter=suspension'

const screens: Readonly<Record<Account | 'nobody', readonly string[]>> = {
  nobody: ['/connexion', '/regles', simulatorHref(REFUSED), withAnswers(PUBLIC_CHOICE, EXAMPLE), '/rien-a-cette-adresse'],
  counsellor: ['/a-faire', '/dossiers', '/dossiers?termWithin=90&without=training&parti=1&cols=name,deadline,lastContact,training,phone,employer,appointment&sort=term,-name&density=compact', '/dossiers?q=personne-de-ce-nom', '/dossiers/nouveau', '/agenda', '/agenda?vue=jour&nouveau=1', '/suivi', '/compte', '/exports', '/bassins', '/notifications', '/courriels', '/dossiers/RB-0000-0'],
  referent: ['/suivi', '/a-faire', '/dossiers'],
  manager: ['/bassins', '/equipe', '/transferts', '/dossiers?deadline=overdue', '/textes'],
  operator: ['/equipe', '/administration', '/administration/courriels?modele=nouvelles', '/administration/modeles', '/administration/modeles/plan', '/bassins'],
  committee: ['/comite', '/a-faire'],
  platform: ['/regles', '/administration', '/administration/textes', '/administration/textes/EXEMPLE', '/administration/textes/EXEMPLE/modifier'],
  platform2: [],
}

for (const [account, addresses] of Object.entries(screens) as [Account | 'nobody', readonly string[]][]) {
  if (addresses.length === 0) continue
  test(`the screens of ${account} hold no accessibility violation, in both themes, at a desk and on a phone`, async ({ page, signIn }) => {
    if (account !== 'nobody') await signIn(account)
    for (const address of addresses) {
      await page.goto(address)
      await expectSound(page, `${account} ${address}`)
      await expectFocusSeen(page, `${account} ${address}`)
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
    await expectFocusSeen(page, 'a file')
  })
}

test('a file’s acts, a form, its reasons, its history and its past hold none', async ({ page, app, signIn }) => {
  await signIn('counsellor')
  const [reference = ''] = await momentsOf(app)
  for (const query of ['?acte=choisir', '?acte=plan_validated', '?pourquoi=preBilanDue', '?vue=historique', '?connu-le=2026-11-20', '/accepter-ou-refuser', SUPPOSED, '/deux-jours', '/plan?ligne=nouvelle', '/plan?valider=1', '/offres?acte=offer_made', '/documents', '/documents/projet/plan', '/echanges?ecrire=1&modele=nouvelles']) {
    await page.goto(`/dossiers/${reference}${query}`)
    await expectSound(page, query)
  }
})

/** Files of the demo's counsellor that stand at a telling moment. */
async function momentsOf(app: TestApplication): Promise<readonly string[]> {
  const { rows } = await connected(app.ownerUrl, (client) => client.query<{ reference: string }>(
    `select case_reference as reference from demo_moment where account_email like 'conseillere@%' order by position`))
  return rows.map(({ reference }) => reference)
}

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
  await page.getByRole('link', { name: /^Absence/u }).first().press('Enter')
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
