import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { trialEffect } from '@/lib/cases/handover/trial-effect.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { placements } from '@/lib/cases/queries/placements.ts'
import { accepted, record, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
let reference: string
const done = async (kind: string, terms: Record<string, unknown>, content?: Record<string, unknown>) => {
  const outcome = await record(house, house.north.counsellor, reference, kind, terms, content)
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome))
}

// CSP from 24 February 2026 to 23 February 2027; job from 1 April: bonus, to claim by 1 May, second instalment at three months.
beforeAll(async () => {
  house = await twoOffices('2026-03-10')
  reference = await accepted(house, house.north.counsellor, { frame: { engagedOn: '2026-02-02', entryPath: 'employer', procedureType: 'interview', hiredOn: '2015-03-01', companySize: 45, insolvency: false, sjr: '80.00' } })
  await done('pre_bilan_held', { on: '2026-03-02' }, { profile: 'p', project: 'p' })
  await done('plan_validated', { on: '2026-03-09' }, { measures: [{ measure: 'guidance' }] })
  await house.setDay('2026-04-20')
  await done('job_started', { on: '2026-04-01', contract: 'cdi' })
})
afterAll(() => house.end())

test('the board shows what is due for someone placed, in the order of its days, and that the CSP may come back', async () => {
  const [placed] = (await placements(house.north.counsellor))!.placements
  expect(placed!.duties.map(({ code, dueOn }) => [code, dueOn])).toEqual([
    ['bonusClaim', day('2026-05-01')], ['followUp', day('2026-05-01')], ['followUpEnd', day('2026-10-01')],
  ].toSorted((a, b) => Number(a[1]) - Number(b[1]) || String(a[0]).localeCompare(String(b[0]))))
  expect(placed!.mayComeBack).toBe(true)
})

test('once claimed, the second instalment at three months is on the card', async () => {
  await done('bonus_claimed', { on: '2026-04-15' })
  const [placed] = (await placements(house.north.counsellor))!.placements
  expect(placed!.duties.find(({ code }) => code === 'bonusSecondPayment')).toMatchObject({ rule: 'R-502', dueOn: day('2026-07-01') })
})

test('the effect of a broken trial period is told before it is recorded, and is what recording gives', async () => {
  const effect = await trialEffect(house.north.counsellor, reference, day('2026-04-17'))
  if (effect.kind !== 'effect') throw new Error(JSON.stringify(effect))
  expect(effect).toMatchObject({ stage: { before: 'in_job', after: 'in_follow_up' }, term: day('2027-02-23'), daysLeft: 310, bonus: { paid: false } })
  expect(effect.bonus!.total).toMatch(/^\d+\.\d{2}$/)
  expect((await fileView(house.north.counsellor, reference))!.file.stage).toBe('in_job')
  await done('trial_period_broken', { on: '2026-04-17' })
  const view = (await fileView(house.north.counsellor, reference))!
  expect([view.file.stage, view.file.dates.cspTerm, view.file.amounts.bonusTotal]).toEqual(['in_follow_up', day('2027-02-23'), null])
  expect((await placements(house.north.counsellor))!.placements).toEqual([])
})

test('it is refused in the law’s words, and to who may not', async () => {
  expect(await trialEffect(house.north.counsellor, reference, day('2026-04-18'))).toMatchObject({ kind: 'refused', refusal: { rule: expect.stringMatching(/^R-/) } })
  expect(await trialEffect(house.south.counsellor, reference, day('2026-04-17'))).toEqual({ kind: 'not_found' })
  expect(await trialEffect(house.north.administrator, reference, day('2026-04-17'))).toEqual({ kind: 'not_allowed' })
})
