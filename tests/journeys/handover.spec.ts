// A colleague is away and someone stands in, to the day; another leaves, and the account closes once nobody is left behind.
import { connected } from '@/lib/launch/database.ts'
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

interface Colleague {
  readonly id: string
  readonly name: string
}

/** A counsellor of the demo by their basins, other than those one signs in as, with the most that is overdue. */
const counsellorOf = (ownerUrl: string, zones: readonly string[]): Promise<Colleague> =>
  connected(ownerUrl, async (client) => (await client.query<Colleague>(
    `select k.id, k.display_name as name from account k join operator o on o.id = k.operator_id
     where o.slug = 'france-travail' and k.role = 'counsellor' and k.active and k.email not like 'conseillere@%'
       and array(select b.code from account_basin ab join basin b on b.id = ab.basin_id where ab.account_id = k.id order by 1) = $1
       and not exists (select from absence a where a.account_id = k.id and a.to_day >= current_date)
     order by (select count(*) from deadline d where d.counsellor_id = k.id and d.met_on is null and not d.cancelled) desc, k.id limit 1`, [zones],
  )).rows[0]!)

test('an absence gives the files to a stand-in, who sees whose they are, until the end of it', async ({ page, app, signIn, keyboardAlone: _, keyboard }) => {
  const absent = await counsellorOf(app.ownerUrl, ['8428'])
  await signIn('manager')
  await page.goto('/equipe')
  await keyboard.press(page.getByRole('region', { name: 'Personnes' }).getByRole('link', { name: `Prévoir une absence : ${absent.name}` }))
  const drawer = page.locator('aside.drawer')
  await keyboard.press(drawer.getByRole('button', { name: 'Enregistrer l’absence' }))
  await expect(drawer.locator('#standInId-error')).toHaveText('Choisissez qui remplace.')
  const inFive = new Date(Date.now() + 5 * 86_400_000)
  const typed = `${String(inFive.getDate()).padStart(2, '0')}/${String(inFive.getMonth() + 1).padStart(2, '0')}/${inFive.getFullYear()}`
  await keyboard.type(drawer.getByRole('textbox', { name: 'Dernier jour d’absence' }), typed)
  await keyboard.select(drawer.getByRole('combobox', { name: 'Qui remplace' }), 'Claire Fontanel')
  await keyboard.choose(drawer.getByRole('group', { name: 'Nature' }), 'Congés')
  await keyboard.press(drawer.getByRole('button', { name: 'Enregistrer l’absence' }))
  await expect(page.getByRole('status').filter({ hasText: 'Claire Fontanel suivra' })).toBeVisible()

  await signIn('counsellor')
  await page.goto('/a-faire')
  const line = page.locator('.work-line').filter({ hasText: `pour ${absent.name}, absence jusqu’au` }).first()
  await expect(line).toBeVisible()
  await keyboard.press(line.locator('[data-open]'))
  await expect(page.locator('.file-standing')).toContainText(`Claire Fontanel pendant l’absence de ${absent.name}`)

  await signIn('manager')
  await page.goto('/equipe')
  await keyboard.press(page.getByRole('region', { name: 'Absences' }).getByRole('button', { name: `Mettre fin à l’absence : ${absent.name}` }))
  await expect(page.getByRole('status').filter({ hasText: 'Absence terminée' })).toBeVisible()
  await signIn('counsellor')
  await page.goto('/a-faire')
  await expect(page.locator('.work-for').filter({ hasText: absent.name })).toHaveCount(0)
})

test('an account closes once its live files are handed over, as the administrator is told', async ({ page, app, signIn, keyboardAlone: _, keyboard }) => {
  const leaver = await counsellorOf(app.ownerUrl, ['8401'])
  const taker = 'Hélène Vasseur-Roche'
  const deactivate = async () => {
    await page.goto(`/administration?compte=${leaver.id}`)
    await keyboard.press(page.locator('aside.drawer').getByRole('button', { name: 'Désactiver le compte' }))
  }
  await signIn('operator')
  await deactivate()
  await expect(page.locator('aside.drawer').getByRole('alert')).toContainText(`${leaver.name} suit encore`)
  await expect(page.locator('aside.drawer').getByRole('link', { name: 'Aller à l’équipe' })).toHaveAttribute('href', `/equipe?de=${leaver.id}`)

  await signIn('manager')
  await page.goto(`/equipe?de=${leaver.id}`)
  const drawer = page.locator('aside.drawer')
  await keyboard.tick(drawer.getByRole('group', { name: 'À qui' }).locator('label').filter({ hasText: taker }).getByRole('checkbox'))
  await keyboard.type(drawer.getByRole('textbox', { name: 'Motif' }), 'Départ de la structure')
  await expect(drawer.getByRole('button', { name: /^Répartir \d+ dossiers?$/u })).toBeVisible()
  await keyboard.press(drawer.getByRole('button', { name: /^Répartir/u }))
  await expect(page.getByRole('status').filter({ hasText: /répartis?\./u })).toBeVisible()

  await signIn('operator')
  await deactivate()
  await expect(page).toHaveURL(/\/administration$/u)
  await expect(page.getByRole('row').filter({ hasText: leaver.name })).toContainText('Désactivé')
})
