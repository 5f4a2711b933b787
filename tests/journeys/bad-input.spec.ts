// What people type wrong, twice, too late or in the wrong place: each gets a clear message at its field or a plain
// « not found », what was typed stays, and nothing is written (looked up in the database, not on the page).
import { demoEmail, demoPassword } from '@/lib/access/demo-accounts.ts'
import { connected } from '@/lib/launch/database.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { expect, test } from './desk.ts'
import { actorOf, recordKept, stateOf, type KeptFact } from './kept-files.ts'

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

// A CSP that runs from Tuesday 24 March 2026 (2 March + 21 days, and the day after) to Tuesday 23 March 2027.
const frame = { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const
const handedOver: KeptFact = { kind: 'proposal_handed_over', terms: { on: '2026-03-02' } }
const running: readonly KeptFact[] = [
  handedOver,
  { kind: 'motive_notified', terms: { on: '2026-03-02' } },
  { kind: 'accepted', terms: { on: '2026-03-10' } },
]
const WORDS_OF_A_CRASH = /prisma|postgres|\.tsx?:\d|node_modules|Error:|at async/iu

test('dates that cannot be: on no calendar, before the procedure, after the period, before the start, in the future', async ({ page, app, signIn, travel, keep, act }) => {
  await travel('2026-06-10')
  const empty = await keep('conseillere', { frame })
  const reflecting = await keep('conseillere', { frame: { ...frame, engagedOn: '2026-05-18' } }, [{ kind: 'proposal_handed_over', terms: { on: '2026-05-18' } }])
  const open = await keep('conseillere', { frame }, running)
  await signIn('counsellor')

  const cases = [
    { file: open, kind: 'contact_held', field: 'Date du contact', typed: '31/06/2026', atField: 'Ce jour n’existe pas. Le dernier jour de ce mois est le 30.' },
    { file: open, kind: 'contact_held', field: 'Date du contact', typed: 'hier', atField: 'Écrivez la date en jour, mois, année, comme 14/09/2026.' },
    { file: open, kind: 'contact_held', field: 'Date du contact', typed: '11/06/2026', atField: 'Ce jour n’est pas encore passé. Écrivez une date jusqu’au 10 juin 2026.' },
    { file: empty, kind: 'proposal_handed_over', field: 'Date de remise du document', typed: '27/02/2026', refused: 'lun. 2 mars 2026', rule: 'R-112' },
    { file: reflecting, kind: 'accepted', field: 'Date de signature du bulletin', typed: '09/06/2026', refused: 'lun. 8 juin 2026', rule: 'R-117' },
  ] as const
  let shown = ''
  for (const { file, kind, field, typed, ...expected } of cases) {
    await test.step(`${kind} on ${typed}`, async () => {
      const before = await stateOf(app, file.reference)
      const address = `/dossiers/${file.reference}?acte=${kind}`
      // A form that was refused is corrected where it stands.
      if (address !== shown) await page.goto(address)
      shown = address
      await act.type(field, typed)
      await act.send(kind)
      if ('atField' in expected) {
        await expect(act.form.locator('#on-error')).toContainText(expected.atField)
        await expect(act.form.locator('#on')).toHaveAttribute('aria-invalid', 'true')
      } else {
        await expect(act.form.getByRole('alert')).toContainText(expected.refused)
        await expect(act.form.getByRole('alert')).toContainText(expected.rule)
      }
      await expect(act.form.locator('#on')).toHaveValue(typed)
      expect(await stateOf(app, file.reference)).toEqual(before)
    })
  }

  await test.step('a pré-bilan before the CSP has started', async () => {
    const before = await stateOf(app, open.reference)
    await page.goto(`/dossiers/${open.reference}?acte=pre_bilan_held`)
    await act.type('Date de l’entretien', '23/03/2026')
    await act.type('Profil professionnel', 'Soudeur.')
    await act.type('Projet de reclassement', 'Tuyauteur.')
    await act.send('pre_bilan_held')
    await expect(act.form.getByRole('alert')).toContainText('mar. 24 mars 2026')
    await expect(act.form.locator('[id="content.project"]')).toHaveValue('Tuyauteur.')
    expect(await stateOf(app, open.reference)).toEqual(before)
  })
})

test('work periods that the rules refuse: outside the CSP, over another, with a private individual, too short', async ({ page, app, signIn, travel, keep, act }) => {
  await travel('2026-06-10')
  const file = await keep('conseillere', { frame }, [
    ...running,
    { kind: 'work_period', terms: { from: '2026-04-06', to: '2026-04-12', contract: 'cdd', employer: 'company', validatedOn: '2026-04-03' } },
  ])
  await signIn('counsellor')
  const cases = [
    { from: '05/04/2027', to: '18/04/2027', employer: 'Entreprise', refused: 'mar. 23 mars 2027', rule: 'R-400' },
    { from: '10/04/2026', to: '20/04/2026', employer: 'Entreprise', refused: 'du lun. 6 avr. 2026 au dim. 12 avr. 2026', rule: 'R-400' },
    { from: '01/06/2026', to: '14/06/2026', employer: 'Particulier', refused: 'particulier', rule: 'R-401' },
    { from: '01/06/2026', to: '02/06/2026', employer: 'Entreprise', refused: '2 jours', rule: 'R-400' },
  ]
  const before = await stateOf(app, file.reference)
  await page.goto(`/dossiers/${file.reference}?acte=work_period`)
  await act.choose('Contrat proposé', 'CDD')
  await act.type('Validée par le référent le', '03/04/2026')
  // Each is corrected in the form that was refused.
  for (const { from, to, employer, refused, rule } of cases) {
    await test.step(`${from} to ${to}, ${employer}`, async () => {
      await act.type('Premier jour', from)
      await act.type('Dernier jour', to)
      await act.choose('Employeur', employer)
      await act.send('work_period')
      await expect(act.form.getByRole('alert')).toContainText(refused)
      await expect(act.form.getByRole('alert')).toContainText(rule)
      await expect(act.form.locator('#from')).toHaveValue(from)
      await expect(act.form.locator('#to')).toHaveValue(to)
    })
  }
  await test.step('an end before its start', async () => {
    await page.goto(`/dossiers/${file.reference}?acte=suspension`)
    await act.select('Cause', messagesFor('fr').acts.options.cause.sickness)
    await act.type('Premier jour d’arrêt', '20/05/2026')
    await act.type('Dernier jour d’arrêt', '18/05/2026')
    await act.send('suspension')
    await expect(act.form.locator('#to-error')).toContainText('La fin précède le début.')
  })
  expect(await stateOf(app, file.reference)).toEqual(before)
})

test('an amount with letters, and a name of three hundred characters', async ({ page, app, signIn, travel, keep, act, opening }) => {
  await travel('2026-06-10')
  const file = await keep('conseillere', { frame }, running)
  await signIn('counsellor')
  await test.step('the amount says how to write one', async () => {
    const before = await stateOf(app, file.reference)
    await page.goto(`/dossiers/${file.reference}?acte=job_started`)
    await act.type('Premier jour de l’emploi', '01/06/2026')
    await act.choose('Contrat', 'CDI')
    await act.type('Salaire brut par mois', 'deux mille')
    await act.send('job_started')
    await expect(act.form.locator('#monthlyGross-error')).toContainText('Écrivez un montant en chiffres, comme 1 234,56.')
    await expect(act.form.locator('#monthlyGross')).toHaveValue('deux mille')
    expect(await stateOf(app, file.reference)).toEqual(before)
  })
  await test.step('the name says that it is too long, and stays', async () => {
    const files = (): Promise<number> => connected(app.ownerUrl, async (client) => Number((await client.query('select count(*) as n from case_file')).rows[0]?.n))
    const before = await files()
    const long = 'Montesquiou-Fezensac '.repeat(15).slice(0, 300)
    await opening.start()
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill(long)
    await opening.type('Prénom', 'Aude')
    await opening.type('Date de naissance', '01/01/1980')
    await opening.type('Nom de l’employeur', 'Verrerie du Lac')
    await opening.type('Date d’engagement de la procédure', '02/03/2026')
    await opening.press()
    await expect(page.locator('[id="person.lastName-error"]')).toContainText('Ce texte est trop long.')
    await expect(page.getByRole('textbox', { name: 'Nom', exact: true })).toHaveValue(long)
    expect(await files()).toBe(before)
  })
})

test('emoji and text written right to left are kept as they were typed', async ({ page, signIn, travel, keep, act, filePage }) => {
  await travel('2026-06-10')
  const file = await keep('conseillere', { frame, person: { firstName: 'مريم 🌱', lastName: 'بن يوسف', birthDate: '1990-02-03' } }, running)
  await signIn('counsellor')
  await filePage.open(file.reference)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('مريم 🌱 بن يوسف')
  await act.open('contact_held')
  await act.type('Date du contact', '09/06/2026')
  await act.form.locator('[id="content.note"]').fill('اتفقنا على موعد 👩🏽‍🏭 <b>lundi</b> & mardi')
  await act.save('contact_held')
  await expect(filePage.facts).toContainText('اتفقنا على موعد 👩🏽‍🏭 <b>lundi</b> & mardi')
})

test('a form sent twice is recorded once', async ({ page, app, signIn, travel, keep, act }) => {
  await travel('2026-06-10')
  const file = await keep('conseillere', { frame }, running)
  await signIn('counsellor')
  const before = await stateOf(app, file.reference)
  await page.goto(`/dossiers/${file.reference}?acte=contact_held`)
  await act.type('Date du contact', '09/06/2026')
  await expect(act.effect).toContainText('Contact')
  const sent = page.waitForRequest((request) => request.method() === 'POST' && (request.postData() ?? '').includes('submissionId') && (request.postData() ?? '').includes('contact_held'))
  const button = act.form.getByRole('button', { name: 'Noter le contact' })
  await button.press('Enter')
  const request = await sent
  await expect(act.form).toHaveCount(0)
  const again = await page.request.post(request.url(), { headers: await request.allHeaders(), data: request.postDataBuffer() ?? '', maxRedirects: 0 })
  expect(again.status()).toBeLessThan(500)
  expect((await stateOf(app, file.reference)).facts).toBe(before.facts + 1)
})

test('a form opened before a colleague’s change says what they did, keeps what was typed, and can be sent again', async ({ page, app, browser, signIn, travel, keep, act, filePage }) => {
  await travel('2026-06-10')
  const file = await keep('conseillere', { frame }, running)
  await signIn('counsellor')
  // A screen that hears the change shows it and is not stale (tests/journeys/live): this one hears nothing.
  await page.route('**/api/live?*', (route) => route.abort())
  await page.goto(`/dossiers/${file.reference}?acte=contact_held`)
  await act.type('Date du contact', '09/06/2026')
  await act.form.locator('[id="content.note"]').fill('Parlé du projet de boulangerie.')

  const manager = await browser.newContext({ baseURL: app.baseUrl, locale: 'fr-FR' })
  try {
    const theirs = await manager.newPage()
    await theirs.goto('/connexion')
    await theirs.getByRole('textbox', { name: 'Adresse électronique' }).fill(demoEmail('responsable'))
    await theirs.getByLabel('Mot de passe', { exact: true }).fill(demoPassword)
    await theirs.getByRole('button', { name: 'Se connecter', exact: true }).press('Enter')
    await expect(theirs).toHaveURL(/\/bassins/u)
    await theirs.goto(`/dossiers/${file.reference}?acte=pre_bilan_held`)
    await theirs.locator('#on').fill('30/03/2026')
    await theirs.locator('[id="content.profile"]').fill('Boulanger.')
    await theirs.locator('[id="content.project"]').fill('Ouvrir une boulangerie.')
    await theirs.getByRole('button', { name: 'Enregistrer le pré-bilan' }).press('Enter')
    await expect(theirs.locator('aside.drawer')).toHaveCount(0)
  } finally {
    await manager.close()
  }

  const before = await stateOf(app, file.reference)
  await act.send('contact_held')
  const told = act.form.getByRole('alert')
  await expect(told).toContainText('Ce dossier a changé pendant votre saisie')
  await expect(told).toContainText('a enregistré « Pré-bilan »')
  await expect(act.form.locator('[id="content.note"]')).toHaveValue('Parlé du projet de boulangerie.')
  expect(await stateOf(app, file.reference)).toEqual(before)
  await act.saveAs('Enregistrer quand même', messagesFor('fr').acts.kinds.contact_held.recorded)
  await expect(filePage.facts).toContainText('Parlé du projet de boulangerie.')
  await expect(page.getByRole('region', { name: 'Pré-bilan', exact: true })).toContainText('Ouvrir une boulangerie.')
})

test('a file of another operator, or of a colleague, is not found by its address', async ({ page, app, signIn }) => {
  const me = await actorOf(app, demoEmail('conseillere'))
  const found = await connected(app.ownerUrl, async (client) => {
    const one = async (where: string): Promise<{ reference: string; lastName: string } | undefined> =>
      (await client.query<{ reference: string; lastName: string }>(
        `select c.reference, p.last_name as "lastName" from case_file c join person p on p.id = c.person_id
         where ${where} and not exists (select 1 from case_file own where own.operator_id = $1 and own.reference = c.reference and (own.counsellor_id = $2 or own.referent_id = $2))
         order by length(p.last_name) desc limit 1`, [me.operatorId, me.accountId])).rows[0]
    return [await one('c.operator_id <> $1'), await one('c.operator_id = $1')]
  })
  await signIn('counsellor')
  for (const theirs of found) {
    if (theirs === undefined) throw new Error('the demo has no such file')
    const answer = await page.goto(`/dossiers/${theirs.reference}`)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
    expect(await page.content()).not.toContain(theirs.lastName)
    // The others read as they are sent.
    for (const query of ['?vue=historique', '?acte=contact_held', '?pourquoi=cspTerm']) {
      const sent = await page.request.get(`/dossiers/${theirs.reference}${query}`)
      expect(sent.status(), query).toBe(404)
      const text = await sent.text()
      expect(text, query).toContain('Page introuvable')
      expect(text, query).not.toContain(theirs.lastName)
    }
  }
})

test('addresses made up by hand answer plainly, with no word of the inside and nobody’s name', async ({ page, app, signIn, travel, keep }) => {
  await travel('2026-06-10')
  const file = await keep('conseillere', { frame }, running)
  await signIn('counsellor')
  const before = await stateOf(app, file.reference)
  const addresses = [
    '/dossiers/RB-9999-99999', '/dossiers/%27%3B%20drop%20table%20fact%3B--', '/dossiers/%F0%9F%8C%B1', '/dossiers/a/b/c',
    `/dossiers/${file.reference}?acte=toString`, `/dossiers/${file.reference}?acte=__proto__`, `/dossiers/${file.reference}?corriger=1`,
    `/dossiers/${file.reference}?retirer=00000000-0000-0000-0000-000000000000`, `/dossiers/${file.reference}?pourquoi=constructor`,
    `/dossiers/${file.reference}?connu-le=31/06/2026`, `/dossiers/${file.reference}?connu-le=1900-01-01`,
    '/dossiers?page=-3&size=100000&sort=password&dir=up&stage=%00&q=%25_%27', '/dossiers?page=99999', '/suivi?contact=RB-0', '/a-faire?x[]=1',
  ]
  for (const address of addresses) {
    const answer = await page.goto(address)
    expect(answer?.status(), address).toBeLessThan(500)
    await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible()
    expect(await page.getByRole('main').textContent(), address).not.toMatch(WORDS_OF_A_CRASH)
  }
  expect(await stateOf(app, file.reference)).toEqual(before)
  // A fact recorded by another way meanwhile still counts: the file was not left locked by any of these.
  await recordKept(app, await actorOf(app, demoEmail('conseillere')), file.reference, { kind: 'contact_held', terms: { on: '2026-06-09' } })
})
