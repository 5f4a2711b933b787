import { describe, expect, it } from 'vitest'
import { noteLines, sheetOf } from '@/components/basin-notes/note-text.ts'
import { pathOf } from '@/components/plan/signature-path.ts'
import { occupationChoice, readLineForm, readProjectForm, readValidationForm } from '@/components/plan/read-plan-forms.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { cellsOf, readNoteSheet, textOfSheet } from '@/lib/cases/basin-notes/read-csv.ts'
import { occupationIn } from '@/lib/cases/content/basin-note.ts'
import { comparePlans, samePlan } from '@/lib/cases/content/plan-diff.ts'
import { nextStepDay, overdueStepsOf, planDraft, reopened } from '@/lib/cases/content/plan-draft.ts'
import { LONGEST_DRAWING, planLineSchema, readPlanContent, romeCode, workingPlanContent, type PlanLine } from '@/lib/cases/content/plan.ts'

const line = (more: Record<string, unknown>): PlanLine => planLineSchema.parse({ id: 'a', measure: 'training', ...more })
const plan = (measures: readonly PlanLine[], more: Record<string, unknown> = {}) => ({ ...workingPlanContent.parse(more), measures: [...measures] })

describe('a plan of any age', () => {
  it('reads the plans kept when one was a list of measures', () => {
    const old = { measures: [{ measure: 'vae', provider: 'AFPA', from: '2024-03-01', to: null, note: 'x' }], appealRoutes: 'Médiateur', workPeriodsConditions: null, note: null }
    expect(readPlanContent(old)).toMatchObject({ measures: [{ id: null, measure: 'vae', goal: null, steps: [], funding: [], state: null }], appealRoutes: 'Médiateur', signatures: null })
    expect(readPlanContent({ measures: [] })).toBeNull()
    expect(readPlanContent(null)).toBeNull()
  })
  it('takes up again a validated one with ids of its own for lines that had none', () => {
    const old = readPlanContent({ measures: [{ measure: 'vae' }, { measure: 'vae' }] })!
    expect(reopened(old).measures.map(({ id }) => id)).toEqual(['vae-1', 'vae-2'])
  })
  it('a ROME code has a letter from A to N and four digits; small letters are taken', () => {
    for (const code of ['A0000', 'N9999', 'h2913', '']) expect(romeCode.safeParse(code).success).toBe(true)
    for (const code of ['O1101', 'H291', 'H29134', '12913', 'H 913']) expect(romeCode.safeParse(code).success).toBe(false)
    expect(romeCode.parse(' h2913 ')).toBe('H2913')
  })
  it('steps are awaited until done, of lines neither done nor dropped', () => {
    const step = (id: string, by: string, doneOn: string | null = null) => ({ id, what: id, who: 'person', by, doneOn })
    const steps = [step('b', '2026-03-05'), step('a', '2026-03-02'), step('c', '2026-03-01', '2026-03-01')]
    expect(nextStepDay({ measures: [line({ steps }), line({ steps: [step('z', '2026-01-01')], state: 'done' })] })).toBe('2026-03-02')
    expect(overdueStepsOf({ measures: [line({ steps })] }, day('2026-03-02'))).toEqual([])
    expect(overdueStepsOf({ measures: [line({ steps })] }, day('2026-03-06')).map(({ what }) => what)).toEqual(['a', 'b'])
    expect(nextStepDay({ measures: [] })).toBeNull()
  })
  it('the first one holds what the texts give everyone, and a skills assessment where it was called for', () => {
    const draft = (content: Record<string, unknown> | null) => planDraft({ heldOn: '2026-02-26', content, followedBy: 'Inès', appealRoutes: null })
    expect(draft({ project: 'Soudure', skillsAssessment: true })).toMatchObject({ project: 'Soudure', measures: [{ measure: 'skills_assessment' }, { measure: 'individual_follow_up', provider: 'Inès', from: '2026-02-26' }, {}, {}] })
    expect(draft(null).measures.map(({ measure }) => measure)).toEqual(['individual_follow_up', 'guidance', 'job_search_support'])
    expect(workingPlanContent.safeParse(draft(null)).success).toBe(true)
  })
})

describe('two versions side by side', () => {
  const one = line({ id: '1', goal: 'CACES' })
  const two = line({ id: '2', measure: 'vae' })
  it('say what was added, removed and changed, field by field', () => {
    const after = plan([{ ...one, provider: 'GRETA', state: 'done' }, line({ id: '3', measure: 'guidance' })], { project: 'B' })
    const diff = comparePlans(plan([one, two], { project: 'A' }), after)
    expect(diff.lines.map((pair) => [pair.kind, 'changed' in pair ? pair.changed : []])).toEqual([['changed', ['provider', 'state']], ['removed', []], ['added', []]])
    expect(diff.words).toEqual(['project'])
    expect(samePlan(plan([one]), plan([{ ...one }]))).toBe(true)
  })
  it('find a line that had no id by its measure, and take each once', () => {
    const bare = [line({ id: null, goal: 'A' }), line({ id: null, goal: 'B' })]
    const diff = comparePlans(plan(bare), plan([line({ id: 'x', goal: 'B' }), line({ id: 'y', goal: 'A' })]))
    expect(diff.lines.map(({ kind }) => kind)).toEqual(['same', 'same'])
  })
})

describe('a sheet of what a basin offers', () => {
  it('reads each separator, quotes, accents and capitals, and passes over the names of columns', () => {
    expect(readNoteSheet('Type;libellé;code\nMétier;Soudeur;h2913\nSECTEUR;Construction;f\nformation;"CACES ; R489";N1101;2027-03-01;GRETA')).toEqual({
      ok: true,
      entries: { occupations: [{ label: 'Soudeur', rome: 'H2913' }], sectors: [{ label: 'Construction', naf: 'F' }], trainings: [{ label: 'CACES ; R489', rome: 'N1101', opensOn: '2027-03-01', provider: 'GRETA' }] },
    })
    expect(readNoteSheet('occupation\tWelder\nsector\tBuilding').ok).toBe(true)
    expect(readNoteSheet('occupation,"Welder, ""TIG"""').ok).toBe(true)
    expect(cellsOf('\uFEFFa;"b\nc";d\n\n;;\ne').map(({ line: at, cells }) => [at, cells])).toEqual([[1, ['a', 'b\nc', 'd']], [5, ['e']]])
  })
  it('tells every fault with its line, and takes nothing', () => {
    const read = readNoteSheet('metier;Soudeur;H29\nmetier;;\nchose;x\nsecteur;Construction;ZZ\nformation;F;;31/02/2027\nmetier;Cariste\nmetier;CARISTE')
    expect(read.ok ? [] : read.problems.map(({ line: at, code }) => `${at} ${code}`)).toEqual(['1 not_a_rome', '2 label', '3 unknown_type', '4 not_a_naf', '5 not_a_day', '7 twice'])
    const long = readNoteSheet(Array.from({ length: 101 }, (_, index) => `metier;Métier ${index}`).join('\n'))
    expect(long.ok ? '' : long.problems[0]?.code).toBe('too_many')
  })
  it('is read in the encoding older spreadsheets write', () => {
    expect(textOfSheet(Uint8Array.from([0x4d, 0xe9, 0x74]))).toBe('Mét')
    expect(textOfSheet(new TextEncoder().encode('Mét'))).toBe('Mét')
  })
  it('typed line by line reads the same, and comes back as it was typed', () => {
    const typed = 'Soudeur ; H2913\n\nTourneur "CN"'
    const read = readNoteSheet(sheetOf('occupations', typed))
    expect(read).toMatchObject({ ok: true, entries: { occupations: [{ label: 'Soudeur', rome: 'H2913' }, { label: 'Tourneur "CN"', rome: null }] } })
    expect(read.ok && noteLines({ text: null, ...read.entries }).occupations).toBe('Soudeur ; H2913\nTourneur "CN"')
  })
  it('an occupation is found by its code, else by its label, accents and capitals aside', () => {
    const note = { occupations: [{ label: 'Électricien', rome: 'F1602' }, { label: 'Soudeur', rome: null }] }
    expect(occupationIn(note, { label: 'Autre nom', rome: 'F1602' })?.label).toBe('Électricien')
    expect(occupationIn(note, { label: 'ELECTRICIEN', rome: null })?.label).toBe('Électricien')
    expect(occupationIn(note, { label: 'soudeur', rome: 'H2913' })?.label).toBe('Soudeur')
    expect(occupationIn(note, { label: 'Plombier', rome: 'F1603' })).toBeNull()
  })
})

describe('what the forms send', () => {
  const form = (entries: Record<string, string | readonly string[]>): FormData => {
    const sent = new FormData()
    for (const [name, value] of Object.entries(entries)) for (const one of typeof value === 'string' ? [value] : value) sent.append(name, one)
    return sent
  }
  it('a line, its funding and its steps; a step left empty is none', () => {
    const { value, errors } = readLineForm(form({
      id: '', measure: 'training', goal: 'CACES', from: '01/04/2026', to: 'demain', state: 'planned', preparesFor: occupationChoice({ label: 'Soudeur', rome: 'H2913' }),
      funding: ['cpf', 'employer'], 'funding.cpf.amount': '1 200,50', 'funding.employer.amount': 'beaucoup',
      'steps.0.id': 'a', 'steps.0.what': 'Devis', 'steps.0.who': 'person', 'steps.0.by': '05/03/2026', 'steps.3.id': 'b', 'steps.3.what': ' ', 'steps.3.who': 'adviser',
    }), 'fr')
    expect(value).toMatchObject({ id: null, from: '2026-04-01', funding: [{ source: 'cpf', amount: '1200.50' }, { source: 'employer', amount: null }], steps: [{ id: 'a', what: 'Devis', by: '2026-03-05', doneOn: '' }], preparesFor: { label: 'Soudeur', rome: 'H2913' } })
    expect(Object.keys(errors).toSorted()).toEqual(['funding.employer.amount', 'to'])
    expect(readLineForm(form({}), 'fr').errors).toHaveProperty('measure')
  })
  it('a project with no occupation, and one with a code alone, which the plan then refuses', () => {
    expect(readProjectForm(form({ project: 'x' }))['occupation']).toBeNull()
    expect(readProjectForm(form({ 'occupation.rome': 'H2913' }))['occupation']).toEqual({ label: '', rome: 'H2913' })
  })
  it('each signature as it was given; nothing chosen is asked again', () => {
    const { value, errors } = readValidationForm(form({ on: '27/02/2026', 'beneficiary.manner': 'drawn', 'beneficiary.path': 'M1 1L2 2', 'beneficiary.width': '320', 'beneficiary.height': '140', 'adviser.manner': 'missing' }))
    expect(value).toMatchObject({ beneficiary: { manner: 'drawn', on: '2026-02-27', path: 'M1 1L2 2', width: 320 }, adviser: null })
    expect(errors).toEqual({})
    expect(Object.keys(readValidationForm(form({})).errors).toSorted()).toEqual(['adviser.manner', 'beneficiary.manner', 'on'])
  })
  it('a drawing in whole pixels, with points lost before strokes when it is long', () => {
    expect(pathOf([{ points: [{ x: 1.4, y: 2.6 }, { x: 10, y: 10 }] }, { points: [{ x: 5, y: 5 }] }])).toBe('M1 3L10 10M5 5L5 5')
    const long = pathOf([{ points: Array.from({ length: 20_000 }, (_, index) => ({ x: index % 300, y: index % 140 })) }])
    expect(long.length).toBeGreaterThan(0)
    expect(long.length).toBeLessThanOrEqual(LONGEST_DRAWING)
    expect(pathOf([])).toBe('')
  })
})
