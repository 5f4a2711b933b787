import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { awaitedSteps } from '@/lib/cases/plan/awaited-steps.ts'
import { savePlan, type PlanChange } from '@/lib/cases/plan/save-plan.ts'
import { previewPlan, validatePlan } from '@/lib/cases/plan/validate-plan.ts'
import { overdueSteps, planView } from '@/lib/cases/plan/working-plan.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { accepted, record, twoOffices, versionOf, type TwoOffices } from '../two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-02-27')
})
afterAll(() => house.end())

/** A file whose CSP runs since 24 February 2026 and whose pré-bilan was held on the 26th. */
async function interviewed(actor: Actor): Promise<string> {
  const reference = await accepted(house, actor)
  const held = await record(house, actor, reference, 'pre_bilan_held', { on: '2026-02-26' }, { profile: 'Tourneuse', project: 'Devenir régleuse', skillsAssessment: true })
  if (held.kind !== 'recorded') throw new Error(JSON.stringify(held))
  return reference
}

const save = (actor: Actor, reference: string, planVersion: number, change: PlanChange) => savePlan(actor, { reference, planVersion, change })
const training = { measure: 'training', goal: 'Réglage', from: '2026-04-01', to: '2027-05-01', state: 'planned', funding: [{ source: 'cpf', amount: '1200.00' }] }
const signed = (on: string) => ({ manner: 'recorded', on })

describe('the plan worked on', () => {
  it('is prepared from the pré-bilan, and kept by nobody until it is saved', async () => {
    const { counsellor } = house.north
    const reference = await interviewed(counsellor)
    const read = (await planView(counsellor, reference))!
    expect(read.plan).toMatchObject({ version: 0, savedBy: null, content: { project: 'Devenir régleuse' } })
    expect(read.plan.content.measures.map(({ measure, state }) => `${measure} ${state}`)).toEqual(['skills_assessment planned', 'individual_follow_up under_way', 'guidance planned', 'job_search_support planned'])
    expect(read.differs).toBe(true)
    expect((await house.owner.query('select 1 from working_plan')).rowCount).toBe(0)
  })

  it('is saved line by line, each in the journal of the file, whose version does not move', async () => {
    const { counsellor } = house.north
    const reference = await interviewed(counsellor)
    const version = await versionOf(house, reference)
    const added = await save(counsellor, reference, 0, { kind: 'line', line: training })
    expect(added).toMatchObject({ kind: 'saved', version: 1 })
    const lineId = added.kind === 'saved' ? added.lineId! : ''
    const step = { id: 's1', what: 'Demander un devis', who: 'person', by: '2026-03-05', doneOn: null }
    expect(await save(counsellor, reference, 1, { kind: 'line', line: { ...training, id: lineId, steps: [step] } })).toMatchObject({ kind: 'saved', version: 2, lineId })
    const view = (await planView(counsellor, reference))!
    expect(view.plan).toMatchObject({ version: 2, savedBy: 'Ines' })
    expect(await overdueSteps(counsellor, view.view.id, day('2026-03-05'))).toEqual([])
    expect(await overdueSteps(counsellor, view.view.id, day('2026-03-06'))).toMatchObject([{ what: 'Demander un devis', who: 'person' }])
    expect((await house.owner.query(`select next_step_on::text as day from working_plan where case_id = $1`, [view.view.id])).rows).toEqual([{ day: '2026-03-05' }])
    expect((await awaitedSteps(counsellor, day('2026-02-26'))).map(({ reference: at, what, others }) => [at, what, others])).toEqual([[reference, 'Demander un devis', 0]])
    expect(await awaitedSteps(counsellor, day('2026-02-25'))).toEqual([])
    expect(await awaitedSteps(house.north.colleague, day('2026-02-26'))).toEqual([])
    expect(await awaitedSteps(house.south.counsellor, day('2026-02-26'))).toEqual([])
    expect(await save(counsellor, reference, 2, { kind: 'step', lineId, stepId: 's1', doneOn: '2026-02-27' })).toMatchObject({ kind: 'saved', version: 3 })
    expect(await overdueSteps(counsellor, view.view.id, day('2026-03-06'))).toEqual([])
    expect(await save(counsellor, reference, 3, { kind: 'remove', lineId })).toMatchObject({ kind: 'saved', version: 4 })
    expect(await versionOf(house, reference)).toBe(version)
    const told = await history(counsellor, reference)
    expect(told?.entries.filter(({ action }) => action === 'plan.saved').map(({ detail }) => [detail['planVersion'], detail['what']]).toSorted((a, b) => Number(b[0]) - Number(a[0]))).toEqual([[4, 'line_removed'], [3, 'step'], [2, 'line_changed'], [1, 'line_added']])
    expect(told?.chain.verified).toBe(true)
  })

  it('never overwrites what someone else saved: the second is told what the first did', async () => {
    const { counsellor, manager } = house.north
    const reference = await interviewed(counsellor)
    expect(await save(manager, reference, 0, { kind: 'project', project: { project: 'Autre projet', occupation: { label: 'Régleuse', rome: 'h2912' } } })).toMatchObject({ kind: 'saved' })
    const second = await save(counsellor, reference, 0, { kind: 'line', line: training })
    expect(second).toMatchObject({ kind: 'plan_changed', version: 1, since: [{ who: 'Maud', what: 'project', measure: null }] })
    expect((await planView(counsellor, reference))?.plan.content).toMatchObject({ project: 'Autre projet', occupation: { label: 'Régleuse', rome: 'H2912' } })
    const [one, two] = await Promise.all([save(counsellor, reference, 1, { kind: 'line', line: training }), save(manager, reference, 1, { kind: 'line', line: training })])
    expect([one.kind, two.kind].toSorted()).toEqual(['plan_changed', 'saved'])
  })

  it('refuses what does not read, at its field', async () => {
    const { counsellor } = house.north
    const reference = await interviewed(counsellor)
    const refused = async (change: PlanChange) => {
      const outcome = await save(counsellor, reference, 0, change)
      return outcome.kind === 'invalid' ? outcome.fields : outcome.kind
    }
    expect(await refused({ kind: 'line', line: { ...training, to: '2026-03-01' } })).toEqual({ 'line.to': 'end_before_start' })
    expect(await refused({ kind: 'line', line: { ...training, state: 'dropped' } })).toEqual({ 'line.droppedBecause': 'required' })
    expect(await refused({ kind: 'line', line: { ...training, measure: 'coffee' } })).toEqual({ 'line.measure': 'not_an_option' })
    expect(await refused({ kind: 'line', line: { ...training, id: 'ghost' } })).toEqual({ 'line.id': 'not_an_option' })
    expect(await refused({ kind: 'line', line: { ...training, funding: [{ source: 'cpf', amount: '12' }] } })).toEqual({ 'line.funding.0.amount': 'not_an_amount' })
    expect(await refused({ kind: 'project', project: { occupation: { label: 'Soudeur', rome: 'Z9999' } } })).toEqual({ 'occupation.rome': 'not_a_rome' })
    expect(await refused({ kind: 'remove', lineId: 'ghost' })).toEqual({ 'line.id': 'not_an_option' })
    expect(await refused({ kind: 'step', lineId: 'guidance', stepId: 'ghost', doneOn: null })).toEqual({ step: 'not_an_option' })
  })

  it('is for those who may record in the file, of this operator', async () => {
    const { counsellor, colleague, administrator } = house.north
    const reference = await interviewed(counsellor)
    const change: PlanChange = { kind: 'line', line: training }
    expect((await save(colleague, reference, 0, change)).kind).toBe('not_found')
    expect((await save(house.south.counsellor, reference, 0, change)).kind).toBe('not_found')
    expect((await save(administrator, reference, 0, change)).kind).toBe('not_allowed')
    expect(await planView(house.south.counsellor, reference)).toBeNull()
    const closed = await record(house, counsellor, reference, 'file_closed', { on: '2026-02-27', motive: 'death' })
    expect(closed.kind).toBe('recorded')
    expect((await save(counsellor, reference, 0, change)).kind).toBe('not_allowed')
  })
})

describe('validating it', () => {
  const validation = (reference: string, planVersion: number, more: Record<string, unknown> = {}) => ({ reference, planVersion, on: '2026-02-27', beneficiary: signed('2026-02-27'), adviser: signed('2026-02-27'), note: null, ...more })

  it('freezes what was read with its signatures, and a later change makes another version', async () => {
    const { counsellor } = house.north
    const reference = await interviewed(counsellor)
    await save(counsellor, reference, 0, { kind: 'line', line: training })
    const submission = { reference, version: await versionOf(house, reference), submissionId: randomUUID() }
    expect(await previewPlan(counsellor, validation(reference, 1))).toMatchObject({ kind: 'admitted' })
    expect(await validatePlan(counsellor, submission, validation(reference, 1))).toMatchObject({ kind: 'recorded' })
    const read = (await planView(counsellor, reference))!
    expect(read.differs).toBe(false)
    expect(read.versions).toMatchObject([{ number: 1, signedByBeneficiary: true, content: { signatures: { beneficiary: { manner: 'recorded', on: '2026-02-27' } } } }])
    expect(read.versions[0]?.content?.measures).toHaveLength(5)
    await save(counsellor, reference, 1, { kind: 'project', project: { project: 'Autre' } })
    const moved = (await planView(counsellor, reference))!
    expect(moved.differs).toBe(true)
    expect(moved.versions[0]?.content?.project).toBe('Devenir régleuse')
  })

  it('needs no saved plan: the one proposed may be validated as it is', async () => {
    const { counsellor } = house.north
    const reference = await interviewed(counsellor)
    const submission = { reference, version: await versionOf(house, reference), submissionId: randomUUID() }
    expect((await validatePlan(counsellor, submission, validation(reference, 0))).kind).toBe('recorded')
    expect((await planView(counsellor, reference))?.versions[0]?.content?.measures).toHaveLength(4)
  })

  it('R-302: refused without both signatures where the text asks; and where someone saved since', async () => {
    const { counsellor, manager } = house.north
    const reference = await interviewed(counsellor)
    const submission = { reference, version: await versionOf(house, reference), submissionId: randomUUID() }
    expect(await validatePlan(counsellor, submission, validation(reference, 0, { adviser: null }))).toMatchObject({ kind: 'not_admitted', refusal: { rule: 'R-302', code: 'twoSignatures' } })
    await save(manager, reference, 0, { kind: 'line', line: training })
    expect(await validatePlan(counsellor, submission, validation(reference, 0))).toMatchObject({ kind: 'plan_changed', since: [{ who: 'Maud', what: 'line_added', measure: 'training' }] })
    expect((await planView(counsellor, reference))?.versions).toEqual([])
  })

  it('takes a drawing as a signature, and no signature of a day to come, nor a drawing with nothing in it', async () => {
    const { counsellor } = house.north
    const reference = await interviewed(counsellor)
    const preview = (beneficiary: unknown) => previewPlan(counsellor, validation(reference, 0, { beneficiary }))
    expect((await preview({ manner: 'drawn', on: '2026-02-27', path: 'M10 10L20 24 30 12', width: 320, height: 140 })).kind).toBe('admitted')
    expect(await preview(signed('2026-02-28'))).toEqual({ kind: 'invalid', fields: { 'beneficiary.on': 'in_the_future' } })
    expect(await preview({ manner: 'drawn', on: '2026-02-27', path: '' })).toEqual({ kind: 'invalid', fields: { 'beneficiary.path': 'required', 'content.signatures.beneficiary.path': 'required' } })
    const hostile = ['"><script>', 'M..--', 'L1 2', 'M1 2', 'M1 2L', 'M1 2L3 4 5', 'M1 2L999999999 3', `M1 1L${'1 '.repeat(5_000)}`]
    for (const path of hostile) expect(await preview({ manner: 'drawn', on: '2026-02-27', path })).toMatchObject({ kind: 'invalid', fields: { 'beneficiary.path': 'wrong_format' } })
  })
})

describe('an exclusion says why the person was not heard', () => {
  it('where they were neither heard nor invited, and only then', async () => {
    const { counsellor } = house.north
    const missed = async () => {
      const reference = await interviewed(counsellor)
      await record(house, counsellor, reference, 'action_missed', { on: '2026-02-26' }, { what: 'Atelier' })
      return reference
    }
    const first = await missed()
    const exclude = async (reference: string, content: Record<string, unknown>) => recordFact(counsellor, { reference, version: await versionOf(house, reference), submissionId: randomUUID(), kind: 'exclusion_decided', terms: { on: '2026-02-27' }, content })
    expect(await exclude(first, {})).toEqual({ kind: 'invalid', fields: { 'content.withoutHearing': 'required' } })
    expect((await exclude(first, { withoutHearing: 'Ne répond à aucun courrier.' })).kind).toBe('recorded')
    const second = await missed()
    await record(house, counsellor, second, 'explanations_heard', { on: '2026-02-27' }, { form: 'oral', what: 'Malade ce jour-là.' })
    expect((await exclude(second, {})).kind).toBe('recorded')
  })
})
