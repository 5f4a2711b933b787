// A file offered by another operator is answered without its name; one's own is offered, and taken back.
import { connected } from '@/lib/launch/database.ts'
import { expect, test } from './desk.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const frame = { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

test('an offered file is declined with a reason, and stays where it was', async ({ page, app, signIn, keyboardAlone: _, keyboard }) => {
  await signIn('manager')
  await page.goto('/transferts')
  const received = page.getByRole('region', { name: 'Proposés à votre opérateur' })
  await keyboard.press(received.getByRole('link', { name: /^Répondre/u }).first())
  const drawer = page.locator('aside.drawer')
  await expect(drawer).toContainText('Alizé Transitions')
  const { rows: [offered] } = await connected(app.ownerUrl, (client) => client.query<{ name: string; id: string }>(
    `select p.last_name as name, c.id from transfer t join case_file c on c.id = t.from_case_id join person p on p.id = c.person_id where t.state = 'proposed' limit 1`))
  await expect(page.locator('body')).not.toContainText(offered!.name)
  await keyboard.press(drawer.getByRole('button', { name: 'Refuser' }))
  await expect(drawer.locator('#reason-error')).toHaveText('Écrivez le motif.')
  await keyboard.type(drawer.getByRole('textbox', { name: 'Motif du refus' }), 'Aucune place avant janvier')
  await keyboard.press(drawer.getByRole('button', { name: 'Refuser' }))
  await expect(page.getByRole('status').filter({ hasText: 'Proposition refusée' })).toBeVisible()
  await expect(received.getByRole('row').filter({ hasText: 'Alizé Transitions' }).first()).toContainText('Aucune place avant janvier')
  const { rows } = await connected(app.ownerUrl, (client) => client.query('select closed, transferred_on from case_file where id = $1', [offered!.id]))
  expect(rows).toEqual([{ closed: false, transferred_on: null }])
})

test('one’s own file is offered to an operator of its basin, waits, and is taken back', async ({ page, signIn, keep, keyboardAlone: _, keyboard }) => {
  const file = await keep('conseillere', { frame, person: { firstName: 'Zélie', lastName: 'Transfert', birthDate: '1980-05-01' }, basinCode: '8421' })
  await signIn('manager')
  await page.goto('/transferts')
  await keyboard.type(page.getByRole('textbox', { name: 'Référence du dossier' }), file.reference)
  await keyboard.press(page.getByRole('button', { name: 'Choisir ce dossier' }))
  const drawer = page.locator('aside.drawer')
  await expect(drawer.getByRole('checkbox', { name: /^Notes de contact/u })).not.toBeChecked()
  await expect(drawer.getByRole('radio', { name: 'Alizé Transitions' })).toBeChecked()
  await keyboard.type(drawer.getByRole('textbox', { name: 'Motif' }), 'Déménagement')
  await keyboard.press(drawer.getByRole('button', { name: 'Proposer le dossier' }))
  const line = page.getByRole('region', { name: 'Proposés par vous' }).getByRole('row').filter({ hasText: 'Zélie Transfert' })
  await expect(line).toContainText('En attente')
  await keyboard.press(line.getByRole('button', { name: /^Retirer la proposition/u }))
  await expect(line).toContainText('Retiré')
})
