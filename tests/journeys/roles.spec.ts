// Each role signs in, lands where its work is, sees its own places and no other, and is told plainly elsewhere.
import { demoAccountNames, demoEmail, demoPassword, type DemoAccountName } from '@/lib/access/demo-accounts.ts'
import { connected } from '@/lib/launch/database.ts'
import { expect, test } from './desk.ts'
import type { Page } from '@playwright/test'
import type { Keyboard } from './keyboard.ts'

test.use({ viewport: { width: 1440, height: 900 } })

interface RoleCase {
  readonly account: DemoAccountName
  readonly home: string
  readonly places: readonly string[]
  readonly closed: readonly string[]
  readonly opens: boolean
}

const roles: readonly RoleCase[] = [
  { account: 'conseillere', home: '/a-faire', places: ['À faire', 'Agenda', 'Dossiers', 'Suivi', 'Entreprises', 'Courriels', 'Pilotage'], closed: ['/bassins', '/equipe', '/comite', '/administration'], opens: true },
  { account: 'referent', home: '/suivi', places: ['Suivi', 'À faire', 'Agenda', 'Dossiers', 'Courriels'], closed: ['/bassins', '/equipe', '/comite', '/administration'], opens: false },
  { account: 'responsable', home: '/bassins', places: ['Bassins', 'Équipe', 'À faire', 'Dossiers', 'Pilotage', 'Agenda', 'Entreprises', 'Transferts', 'Courriels'], closed: ['/comite', '/administration'], opens: true },
  { account: 'direction', home: '/equipe', places: ['Équipe', 'Bassins', 'Dossiers', 'Pilotage', 'Entreprises', 'Courriels', 'Comptes'], closed: ['/a-faire', '/suivi', '/comite'], opens: false },
  { account: 'comite', home: '/comite', places: ['Chiffres', 'Cahiers du comité', 'Réunions'], closed: ['/a-faire', '/dossiers', '/suivi', '/bassins', '/equipe', '/administration'], opens: false },
  { account: 'admin', home: '/regles', places: ['Textes', 'Avenants', 'Cahiers du comité', 'Comités', 'Opérateurs et comptes'], closed: ['/a-faire', '/dossiers', '/suivi', '/bassins', '/equipe', '/comite'], opens: false },
]

async function signInByForm(page: Page, keyboard: Keyboard, email: string, password: string): Promise<void> {
  await page.goto('/connexion')
  await keyboard.type(page.getByRole('textbox', { name: 'Adresse électronique' }), email)
  await keyboard.type(page.getByLabel('Mot de passe', { exact: true }), password)
  await page.keyboard.press('Enter')
}

for (const { account, home, places, closed, opens } of roles) {
  test(`${account} signs in by keyboard, lands on ${home}, and is told plainly where the role does not go`, async ({ page, app, keyboardAlone: _, keyboard }) => {
    await signInByForm(page, keyboard, demoEmail(account), demoPassword)
    await expect(page).toHaveURL(`${app.baseUrl}${home}`)
    const shown = page.getByRole('navigation', { name: 'Navigation principale', exact: true }).locator('.primary > ul > li > a .lbl')
    await expect(shown).toHaveText([...places])
    await expect(page.getByRole('navigation', { name: 'Navigation principale', exact: true }).locator('[aria-current=page]')).toHaveAttribute('href', home)
    expect((await page.request.get('/')).url(), 'the bare address leads home').toBe(`${app.baseUrl}${home}`)
    // Read as they are sent, without drawing each.
    const heads = await Promise.all(closed.map(async (address) => [address, /<h1[^>]*>([^<]*)</u.exec(await (await page.request.get(address)).text())?.[1]]))
    expect(heads).toEqual(closed.map((address) => [address, 'Cet écran n’est pas ouvert à votre rôle']))
    if (opens) {
      await page.goto('/dossiers/nouveau')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ouvrir un dossier')
    } else {
      const answer = await page.goto('/dossiers/nouveau')
      expect([403, 404]).toContain(answer?.status() === 200 ? 403 : answer?.status())
      await expect(page.getByRole('button', { name: 'Ouvrir le dossier' })).toHaveCount(0)
    }
  })
}

test('neither the committee nor the platform opens a person’s file by its address', async ({ page, app, signIn }) => {
  const { rows } = await connected(app.ownerUrl, (client) => client.query<{ reference: string; lastName: string }>(
    'select c.reference, p.last_name as "lastName" from case_file c join person p on p.id = c.person_id order by length(p.last_name) desc limit 1'))
  const file = rows[0]
  if (file === undefined) throw new Error('the demo has no file')
  for (const account of ['committee', 'platform'] as const) {
    await signIn(account)
    const answer = await page.goto(`/dossiers/${file.reference}`)
    expect(answer?.status()).toBe(404)
    expect(await page.content()).not.toContain(file.lastName)
  }
})

test('signing out ends the session: the way back leads to the sign-in', async ({ page, signIn, keyboardAlone: _, keyboard }) => {
  await signIn('counsellor')
  await page.goto('/a-faire')
  await keyboard.press(page.getByRole('button', { name: /^Votre compte/u }))
  await keyboard.press(page.getByRole('button', { name: 'Se déconnecter' }))
  await expect(page).toHaveURL(/\/connexion/u)
  await expect(page.getByText('Votre session est fermée.')).toBeVisible()
  await page.goto('/dossiers')
  await expect(page).toHaveURL(/\/connexion\?suite=/u)
})

test('a deactivated account is out at its next step', async ({ page, app, signIn }) => {
  await signIn('operator')
  await page.goto('/equipe')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Équipe')
  const setActive = (active: boolean) => connected(app.ownerUrl, (client) => client.query('update account set active = $1 where email = $2', [active, demoEmail('direction')]))
  await setActive(false)
  try {
    await page.goto('/equipe')
    await expect(page).toHaveURL(/\/connexion/u)
  } finally {
    await setActive(true)
  }
})

test('every account of the demo is one press from the sign-in page', async ({ page, app, keyboardAlone: _, keyboard }) => {
  await page.goto('/connexion')
  for (const name of demoAccountNames) await expect(page.locator(`#${name}`)).toContainText(demoEmail(name))
  await keyboard.press(page.locator('#responsable'))
  await expect(page).toHaveURL(`${app.baseUrl}/bassins`)
})

test('every telling moment opens its file, signed in as who follows it', async ({ page, app }) => {
  const { rows } = await connected(app.ownerUrl, (client) => client.query<{ reference: string }>('select case_reference as reference from demo_moment order by 1'))
  expect(rows.length).toBeGreaterThanOrEqual(6)
  for (const { reference } of rows) {
    await page.goto('/connexion')
    await page.locator(`[id="moment-${reference}"]`).press('Enter')
    await expect(page).toHaveURL(`${app.baseUrl}/dossiers/${reference}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})
