// A plan is issued; then an illness moves the term of the CSP, and the paper no longer says what the file does: the plan
// is issued again, with a reason, and both are kept. CSP from 24 March 2026 to 23 March 2027; five days of illness more.
import { demoEmail } from '@/lib/access/demo-accounts.ts'
import { readPdf } from '@/tests/documents-screens/pdf-reading.ts'
import { expect, test } from './desk.ts'
import { actorOf, recordKept } from './kept-files.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const frame = { engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

test('a plan is issued, then replaced when the term has moved; both PDFs are kept', async ({ app, page, signIn, travel, keep, keyboardAlone: _, keyboard }) => {
  await travel('2026-05-04')
  const file = await keep('conseillere', { frame }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-03-02' } },
    { kind: 'motive_notified', terms: { on: '2026-03-02' } },
    { kind: 'accepted', terms: { on: '2026-03-10' } },
    { kind: 'pre_bilan_held', terms: { on: '2026-03-30' }, content: { profile: 'Ébéniste.', project: 'Menuiserie.' } },
    { kind: 'plan_validated', terms: { on: '2026-04-20', signedByBeneficiary: true, signedByAdviser: true }, content: { measures: [{ measure: 'training', provider: 'Lycée du bois' }], appealRoutes: 'Le médiateur de France Travail.' } },
  ])
  await signIn('counsellor')
  const documents = `/dossiers/${file.reference}/documents`
  const textOf = async (): Promise<string> => {
    const answer = await page.request.get((await page.getByRole('link', { name: 'Télécharger' }).getAttribute('href')) ?? '')
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="DOC-\d{4}-\d{5}\.pdf"$/u)
    return (await readPdf(await answer.body())).text.replaceAll(/[\u00A0\s]+/gu, ' ')
  }

  await page.goto(documents)
  await keyboard.press(page.getByRole('link', { name: /^Préparer : Plan de sécurisation professionnelle/u }))
  await expect(page.getByRole('article')).toContainText('mar. 23 mars 2027')
  await keyboard.press(page.getByRole('button', { name: 'Émettre le document' }))
  await expect(page).toHaveURL(/\/documents\/DOC-2026-\d{5}$/u)
  const first = page.url().slice(-14)
  expect(await textOf()).toContain('mar. 23 mars 2027')

  await travel('2026-05-06')
  await recordKept(app, await actorOf(app, demoEmail('conseillere')), file.reference, { kind: 'suspension', terms: { cause: 'sickness', from: '2026-04-27', to: '2026-05-01' } })
  await page.goto(documents)
  await expect(page.getByRole('region', { name: 'À remettre maintenant' })).toContainText(`Le dossier ou le modèle a changé depuis le n° ${first}`)
  await keyboard.press(page.getByRole('link', { name: /^Remplacer : Plan/u }))
  await keyboard.press(page.getByRole('button', { name: 'Émettre et remplacer' }))
  await expect(page.getByRole('alert').filter({ hasText: 'Dites pourquoi' }).first()).toBeVisible()
  await keyboard.type(page.getByRole('textbox', { name: /^Pourquoi remplacer/u }), 'Le terme est déplacé par un arrêt')
  await keyboard.press(page.getByRole('button', { name: 'Émettre et remplacer' }))
  await expect(page).toHaveURL((url) => url.pathname.startsWith(documents) && url.pathname.includes('/DOC-') && !url.pathname.endsWith(first))
  const second = page.url().slice(-14)
  expect(await textOf()).toContain('dim. 28 mars 2027')

  await page.goto(`${documents}/${first}`)
  await expect(page.getByRole('link', { name: `Remplacé par le n° ${second}` })).toBeVisible()
  expect(await textOf()).toContain('mar. 23 mars 2027')
})
