// A counsellor supposes a job beside a file, reads what two weeks more would cost, and later what moved between two days.
// By hand: CSP from 24 March 2026 to 23 March 2027; the bonus opens until 23 January 2027. On 23 January, 60 days at 75.00
// are left, half of which is 2,250.00.
import { demoEmail } from '@/lib/access/demo-accounts.ts'
import { expect, test } from './desk.ts'
import { actorOf, recordKept } from './kept-files.ts'

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

const frame = {
  engagedOn: '2026-03-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false,
  sjr: '100.00', areDaily: '57.40', areDurationDays: 548,
} as const

test('a job is supposed on the last day of the bonus and two weeks later; two days tell what moved', async ({ app, page, signIn, travel, keep, keyboardAlone: _, keyboard, filePage }) => {
  await travel('2026-05-04')
  const file = await keep('conseillere', { frame }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-03-02' } },
    { kind: 'motive_notified', terms: { on: '2026-03-02' } },
    { kind: 'accepted', terms: { on: '2026-03-10' } },
    { kind: 'pre_bilan_held', terms: { on: '2026-03-30' }, content: { profile: 'Ébéniste.', project: 'Menuiserie.' } },
    { kind: 'plan_validated', terms: { on: '2026-04-20' }, content: { measures: [{ measure: 'training' }] } },
  ])
  await signIn('counsellor')
  await filePage.open(file.reference)

  await test.step('one click supposes the job; the bonus stands beside its loss, and an address keeps it all', async () => {
    await keyboard.press(page.getByRole('link', { name: 'Et si… ?' }))
    await keyboard.press(page.getByRole('link', { name: /dernier jour pour la prime/u }))
    const gain = page.getByRole('region', { name: 'Pour la personne' })
    await expect(gain.getByRole('row', { name: /Prime de reclassement/u })).toContainText('2 250,00 €')
    await expect(page.getByRole('region', { name: 'Deux semaines plus tard' })).toContainText('La prime de reclassement ne serait pas ouverte.')
    const address = page.url()
    await page.reload()
    expect(page.url()).toBe(address)
    await expect(gain.getByRole('row', { name: /Prime de reclassement/u })).toContainText('2 250,00 €')
  })

  await test.step('a period too short is refused with the nearest that would do, one click away', async () => {
    await page.goto(`/dossiers/${file.reference}/et-si?1.kind=work_period&1.from=2026-06-01&1.to=2026-06-02&1.contract=cdd&1.employer=company&1.validatedOn=2026-06-01`)
    await expect(page.getByRole('alert').filter({ hasText: 'R-400' })).toBeVisible()
    await keyboard.press(page.getByRole('link', { name: /^Supposer plutôt/u }))
    await expect(page.getByRole('heading', { name: 'Ce que cela change' })).toBeVisible()
  })

  await test.step('nothing of it is in the file; a leave recorded later is what moved its term, told from its line of the history', async () => {
    await filePage.open(file.reference)
    await expect(filePage.date('Terme du CSP')).toHaveText('mar. 23 mars 2027')
    await travel('2026-05-06')
    await recordKept(app, await actorOf(app, demoEmail('conseillere')), file.reference, { kind: 'suspension', terms: { cause: 'sickness', from: '2026-04-27', to: '2026-05-01' } })
    await page.goto(`/dossiers/${file.reference}?vue=historique`)
    await keyboard.press(page.getByRole('link', { name: /^Voir ce que cela a déplacé/u }).last())
    const term = page.getByRole('region', { name: 'Ce qui a bougé, et pourquoi' }).getByRole('row', { name: /^Terme du CSP/u })
    await expect(term).toContainText('mar. 23 mars 2027')
    await expect(term).toContainText('dim. 28 mars 2027')
    await expect(term.getByRole('link')).toHaveText('Arrêt ou congé, lun. 27 avr. 2026')
  })
})
