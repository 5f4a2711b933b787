import { describe, expect, test } from 'vitest'
import { ACTS, actOf } from '@/components/file/acts/index.ts'
import { FRAME_FIELDS } from '@/components/file/acts/frame.ts'
import { fieldViews, formViewOf, kindRecorded } from '@/components/file/acts/form-view.ts'
import { formNameOf, formValuesOf, readActForm } from '@/components/file/acts/read-form.ts'
import { readActRequest } from '@/components/file/acts/request.ts'
import { openingFields } from '@/components/opening/opening-words.ts'
import { OPENING_SECTIONS } from '@/components/opening/questions.ts'
import { readOpening } from '@/components/opening/read-opening.ts'
import { FACT_KINDS, factSchemas, type FactKind } from '@/lib/accord/file/facts.ts'
import { frameSchema } from '@/lib/accord/file/frame.ts'
import { contentSchemas } from '@/lib/cases/content/content-schemas.ts'
import { openFileSchema, QUALIFICATIONS } from '@/lib/cases/opening-input.ts'

const formOf = (values: Readonly<Record<string, string | readonly string[]>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
  return form
}
const act = (kind: FactKind) => {
  const found = actOf(kind)
  if (found === null) throw new Error(kind)
  return found
}

describe('the forms of acts', () => {
  test('every kind of fact has one, and only one', () => {
    expect(ACTS.map(({ kind }) => kind).toSorted()).toEqual([...FACT_KINDS].toSorted())
  })

  test.each(FACT_KINDS)('%s asks for nothing that its fact or its content does not know', (kind) => {
    const known = new Set([
      ...Object.keys(factSchemas[kind].shape),
      ...Object.keys((contentSchemas[kind] as unknown as { shape: object }).shape).map((name) => `content.${name}`),
    ])
    for (const { path } of act(kind).fields) expect(known).toContain(path)
  })

  test.each(['fr', 'en'] as const)('every question and every choice has its words in %s', (locale) => {
    const questions = [
      ...ACTS.flatMap((each) => formViewOf(each, locale).fields),
      ...fieldViews('frame', FRAME_FIELDS, locale),
      ...OPENING_SECTIONS.flatMap(({ fields }) => openingFields(fields, locale)),
    ]
    for (const { path, label, options } of questions) {
      expect(label, path).not.toBe(path)
      expect(label, path).not.toMatch(/^(person|employer|frame)\./)
      for (const option of options.filter(({ value }) => value !== '')) expect(option.label, `${path} ${option.value}`).not.toBe(option.value)
    }
    for (const { kind } of ACTS) expect(kindRecorded(kind, locale)).not.toBe(kind)
  })
})

describe('reading a sent form', () => {
  test('gives the terms of the law apart from the words kept beside them', () => {
    const read = readActForm(act('contact_held'), formOf({ on: '14/09/2026', 'content.channel': 'phone', 'content.minutes': '20', 'content.note': 'Appel 😀' }), 'fr')
    expect(read).toEqual({ terms: { on: '2026-09-14' }, content: { channel: 'phone', minutes: 20, note: 'Appel 😀' }, errors: {} })
  })

  test('tells a day that does not exist, with the last of its month', () => {
    const { errors } = readActForm(act('accepted'), formOf({ on: '31/06/2026' }), 'fr')
    expect(errors['on']).toMatchObject({ of: 'day', typed: { code: 'noSuchDay', lastDay: 30 } })
  })

  test('tells what is missing, and an amount with letters', () => {
    const { errors } = readActForm(act('bonus_paid'), formOf({ amount: 'mille' }), 'fr')
    expect(errors).toMatchObject({ on: { of: 'field', code: 'required' }, amount: { of: 'amount', code: 'unreadable' } })
  })

  test('leaves out a question that its answers hide', () => {
    const job = act('job_started')
    expect(readActForm(job, formOf({ on: '01/09/2026', contract: 'cdi', months: '6' }), 'fr').terms).toEqual({ on: '2026-09-01', contract: 'cdi' })
    expect(readActForm(job, formOf({ on: '01/09/2026', contract: 'cdd', months: '6' }), 'fr').terms).toMatchObject({ months: 6 })
  })

  test('an unsaid yes-or-no is left unsaid', () => {
    const handOver = act('proposal_handed_over')
    expect(readActForm(handOver, formOf({ on: '01/09/2026', contestLimitStated: '' }), 'fr').terms).toEqual({ on: '2026-09-01' })
    expect(readActForm(handOver, formOf({ on: '01/09/2026', contestLimitStated: 'false' }), 'fr').terms).toMatchObject({ contestLimitStated: false })
  })

  test('a plan keeps each chosen measure with its dates, and names the line an error belongs to', () => {
    const read = readActForm(act('plan_validated'), formOf({
      on: '01/09/2026', 'content.measures': ['training', 'vae'],
      'content.measures.training.from': '01/10/2026', 'content.measures.vae.to': '31/02/2026',
    }), 'fr')
    expect(read.content['measures']).toMatchObject([{ measure: 'vae' }, { measure: 'training', from: '2026-10-01' }])
    expect(Object.keys(read.errors)).toEqual(['content.measures.vae.to'])
    expect(formNameOf('content.measures.1.from', read.content)).toBe('content.measures.training.from')
  })

  test('a fact shown in its form and sent again is the same fact', () => {
    const terms = { from: '2026-07-13', to: '2026-08-14', contract: 'cdd', employer: 'company', validatedOn: '2026-07-09' }
    const content = { employerName: 'Conserverie', job: 'Contrôleuse', note: null }
    const again = readActForm(act('work_period'), formOf(formValuesOf(act('work_period'), terms, content)), 'fr')
    expect(again).toEqual({ terms, content: { employerName: 'Conserverie', job: 'Contrôleuse' }, errors: {} })
  })

  test('a corrected frame says what was emptied', () => {
    const request = readActRequest(formOf({ mode: 'frame', kind: 'frame', engagedOn: '06/01/2026', companySize: '' }), 'fr')
    expect(request.terms).toMatchObject({ engagedOn: '2026-01-06', companySize: null, hiredOn: null })
    expect(Object.keys(frameSchema.shape)).toEqual(expect.arrayContaining(Object.keys(request.terms)))
  })
})

describe('reading the form that opens a file', () => {
  const person = { 'person.firstName': 'Zoé', 'person.lastName': 'Wattez', 'person.birthDate': '03/03/1995' }
  const sent = { submissionId: '00000000-0000-4000-8000-000000000000', basinCode: '7613', ...person, 'frame.engagedOn': '02/11/2026' }

  test('by the employer: person, employer, procedure, proposal and motive', () => {
    const { input, errors } = readOpening(formOf({
      ...sent, 'frame.entryPath': 'employer', 'employer.name': 'Imprimerie Zola', 'frame.companySize': '30', 'frame.insolvency': 'false',
      'proposal_handed_over.on': '02/11/2026', 'proposal_handed_over.content.receiptSigned': 'true', 'motive_notified.on': '02/11/2026',
    }), 'fr')
    expect(errors).toEqual({})
    expect(openFileSchema.safeParse(input).success).toBe(true)
    expect(input.facts).toEqual([
      { kind: 'proposal_handed_over', terms: { on: '2026-11-02' }, content: { receiptSigned: true } },
      { kind: 'motive_notified', terms: { on: '2026-11-02' }, content: {} },
    ])
  })

  test('at France Travail the hand-over is not asked, the registration is', () => {
    const { input, fieldOf } = readOpening(formOf({
      ...sent, 'frame.entryPath': 'france_travail', 'employer.name': 'F', 'proposal_handed_over.on': '02/11/2026', 'registered.on': '10/11/2026',
    }), 'fr')
    expect(input.facts?.map(({ kind }) => kind)).toEqual(['registered'])
    expect(fieldOf('facts.0.on')).toBe('registered.on')
  })

  test('an experimental public has no employer', () => {
    const { input } = readOpening(formOf({ ...sent, 'frame.entryPath': 'experiment', 'employer.name': 'oubliée' }), 'fr')
    expect(input.employer).toBeNull()
    expect(openFileSchema.safeParse(input).success).toBe(true)
  })

  test('offers the qualifications that the command knows', () => {
    const asked = OPENING_SECTIONS.flatMap(({ fields }) => fields).find(({ path }) => path === 'person.qualification')
    expect(asked !== undefined && 'options' in asked ? asked.options : []).toEqual([...QUALIFICATIONS])
  })
})
