import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, isoOf } from '@/lib/accord/index.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { advanceDueFiles } from '@/lib/cases/advance-day.ts'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { applyPublishedTexts } from '@/lib/cases/texts/apply-text.ts'
import { impactOf, publishText } from '@/lib/cases/texts/publish-text.ts'
import { managedText, ownImpact, ownImpacts } from '@/lib/cases/texts/queries.ts'
import { draftText, editDraft, withdrawDraft } from '@/lib/cases/texts/write-text.ts'
import { accepted, opened, record, twoOffices, versionOf, type TwoOffices } from '../two-offices.ts'
import { overlay, prorogation, published } from './avenants.ts'

let house: TwoOffices
let author: Actor
let second: Actor

/** Three files of the north with a carer's leave recorded, one without, one that is closed; two of the south with one. */
let carers: readonly [string, string, string]
let plain: string
let southern: readonly [string, string]

beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  ;[author, second] = house.platform
  const { counsellor, colleague } = house.north
  const withLeave = async (actor: Actor, to: string, changes = {}) => {
    const reference = await accepted(house, actor, changes)
    expect(await record(house, actor, reference, 'suspension', { from: '2026-03-01', to, cause: 'carer' })).toMatchObject({ kind: 'recorded' })
    return reference
  }
  carers = [await withLeave(counsellor, '2026-03-10'), await withLeave(counsellor, '2026-03-20', { basinCode: '8402' }), await withLeave(colleague, '2026-03-05')]
  plain = await accepted(house, counsellor)
  const over = await opened(counsellor)
  expect(await record(house, counsellor, over, 'refused', { on: '2026-02-10' })).toMatchObject({ kind: 'recorded' })
  southern = [await withLeave(house.south.counsellor, '2026-03-10'), await withLeave(house.south.counsellor, '2026-03-12')]
})
afterAll(() => house.end())

/** Takes the carer's leave away from running files: each of those loses its days. */
const noCarer = overlay({ overlay: { from: '2026-03-01', engagedFrom: null, path: null, family: '2015', changes: { extensions: { carer: null } } } })

describe('the impact of a draft', () => {
  it('is counted operator by operator, as counted by hand', async () => {
    expect(await draftText(author, noCarer)).toMatchObject({ kind: 'drafted' })
    expect((await managedText(author, 'TRAVAIL-2027'))?.impact).toEqual([])
    expect(await impactOf(author, 'TRAVAIL-2027')).toEqual({ kind: 'counted' })
    const read = await managedText(author, 'TRAVAIL-2027')
    const [north, south] = read!.impact
    // The CSP starts on 24 February 2026: its term, 23 February 2027, was carried to 5, 15 and 28 of the next days.
    expect(north).toMatchObject({ operator: 'north', onDay: '2026-03-02', stale: false, figures: { live: 4, concerned: 4, moved: 3, refused: 0, stages: 0 } })
    expect(north!.figures.dates.find(({ name }) => name === 'cspTerm')).toEqual({
      name: 'cspTerm', files: 3, later: 0, earlier: 3, before: ['2027-02-28', '2027-03-15'], after: ['2027-02-23', '2027-02-23'],
    })
    expect(south).toMatchObject({ operator: 'south', figures: { live: 2, concerned: 2, moved: 2 } })
    expect(south!.figures.dates.find(({ name }) => name === 'aspEnd')).toMatchObject({ files: 2, before: ['2027-03-05', '2027-03-07'] })
  })

  it('tells the platform counts and no file, and nobody anything of another operator', async () => {
    const read = JSON.stringify(await managedText(author, 'TRAVAIL-2027'))
    for (const reference of [...carers, ...southern]) expect(read).not.toContain(reference)
    const rows = await inActorTransaction(author, (tx) => tx.$queryRaw<{ count: number }[]>`select count(*)::integer as count from text_impact_file`)
    expect(rows).toEqual([{ count: 0 }])
    const ofSouth = await inActorTransaction(house.south.manager, (tx) => tx.$queryRaw<{ it: string }[]>`select distinct operator_id as it from text_impact_file`)
    expect(ofSouth).toEqual([{ it: house.south.operatorId }])
  })

  it('shows each person their own files, before and after', async () => {
    const mine = await ownImpact(house.north.counsellor, 'TRAVAIL-2027')
    expect(mine).toMatchObject({ state: 'draft', operator: { live: 4, moved: 3 }, total: 2, text: { title: { fr: 'Périodes de travail d’essai' } } })
    expect(mine!.files.map(({ reference }) => reference).toSorted()).toEqual([carers[0], carers[1]].toSorted())
    const first = mine!.files.find(({ reference }) => reference === carers[0])!
    expect(first.impact.dates).toContainEqual({ name: 'cspTerm', before: '2027-03-05', after: '2027-02-23' })
    expect(first.impact.stage).toEqual({ before: 'suspended_family', after: 'suspended_family' })

    expect((await ownImpact(house.north.colleague, 'TRAVAIL-2027'))?.files.map(({ reference }) => reference)).toEqual([carers[2]])
    expect((await ownImpact(house.north.referent, 'TRAVAIL-2027'))?.total).toBe(0)
    expect((await ownImpact(house.north.manager, 'TRAVAIL-2027'))?.total).toBe(3)
    expect((await ownImpact({ ...house.north.manager, basinIds: [house.basins.vienne] }, 'TRAVAIL-2027'))?.files.map(({ reference }) => reference)).toEqual([carers[1]])
    expect((await ownImpact(house.north.administrator, 'TRAVAIL-2027'))?.total).toBe(3)
    expect((await ownImpacts(house.north.counsellor)).map(({ code, total }) => [code, total])).toEqual([['TRAVAIL-2027', 2]])
    expect(await ownImpact(house.north.counsellor, 'INCONNU')).toBeNull()
    expect(await ownImpact(author, 'TRAVAIL-2027')).toBeNull()
  })

  it('changes nothing of the files', async () => {
    expect((await fileView(house.north.counsellor, carers[0]))?.file.dates.cspTerm).toBe(day('2027-03-05'))
  })

  it('says that it is stale once the text is written again, and is counted anew', async () => {
    const other = overlay({ overlay: { from: '2026-03-01', engagedFrom: '2026-02-03', path: null, family: '2015', changes: { extensions: { carer: null } } } })
    expect(await editDraft(author, 'TRAVAIL-2027', 1, other)).toMatchObject({ kind: 'drafted', version: 2 })
    expect((await managedText(author, 'TRAVAIL-2027'))?.impact.map(({ stale }) => stale)).toEqual([true, true])
    await impactOf(author, 'TRAVAIL-2027')
    // Every procedure here was engaged on 2 February 2026, the day before.
    expect((await managedText(author, 'TRAVAIL-2027'))?.impact.map(({ stale, figures }) => [stale, figures.live, figures.concerned, figures.moved])).toEqual([[false, 4, 0, 0], [false, 2, 0, 0]])
    expect((await ownImpact(house.north.counsellor, 'TRAVAIL-2027'))?.files).toEqual([])
    expect(await editDraft(author, 'TRAVAIL-2027', 2, noCarer)).toMatchObject({ kind: 'drafted' })
  })

  it('counts a fact that the text would no longer admit', async () => {
    const strict = overlay({ code: 'STRICT', overlay: { from: '2026-03-01', engagedFrom: null, path: null, family: '2015', changes: { work: { minimumDays: 30 } } } })
    const reference = await accepted(house, house.south.colleague)
    await record(house, house.south.colleague, reference, 'work_period', { from: '2026-03-01', to: '2026-03-10', contract: 'cdd', employer: 'company', validatedOn: '2026-02-27' })
    await draftText(author, strict)
    await impactOf(author, 'STRICT')
    const [, south] = (await managedText(author, 'STRICT'))!.impact
    expect(south!.figures).toMatchObject({ moved: 1, refused: 1 })
    // Withdrawn, it is nobody's to read any more.
    expect(await withdrawDraft(author, 'STRICT', 1, 'Trop sévère')).toEqual({ kind: 'withdrawn' })
    expect(await ownImpact(house.south.manager, 'STRICT')).toBeNull()
    expect((await managedText(author, 'STRICT'))?.impact).toEqual([])
  })
})

describe('a publication', () => {
  it('makes the files it moves due, tells their journal, and the day turns them', async () => {
    await house.setDay('2026-03-03')
    const outcome = await publishText(second, 'TRAVAIL-2027', 3)
    expect(outcome).toEqual({ kind: 'published', code: 'TRAVAIL-2027', moved: 5 })
    const term = async (reference: string) =>
      (await house.owner.query<{ term: string }>('select csp_term::text as term from case_file where reference = $1 and operator_id = $2', [reference, house.north.operatorId])).rows[0]!.term
    expect(await term(carers[0])).toBe('2027-03-05')
    expect(await advanceDueFiles(house.north.operatorId, day('2026-03-03'), 1_000)).toBeGreaterThanOrEqual(3)
    expect(await term(carers[0])).toBe('2027-02-23')
    expect(await term(carers[1])).toBe('2027-02-23')
    expect(await term(plain)).toBe('2027-02-23')
    const told = (await history(house.north.counsellor, carers[0]))!.entries.filter(({ action }) => action === 'text.applied')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ who: null, detail: { text: 'TRAVAIL-2027', edition: 1, title: { fr: 'Périodes de travail d’essai' } } })
    expect(told[0]!.detail['dates']).toContainEqual({ name: 'cspTerm', before: '2027-03-05', after: '2027-02-23' })
    expect((await history(house.north.counsellor, plain))!.entries.map(({ action }) => action)).not.toContain('text.applied')
    expect((await history(house.north.counsellor, carers[0]))!.chain.verified).toBe(true)
  })

  it('is done once, and finished the next time where it was cut short', async () => {
    expect(await applyPublishedTexts()).toBe(0)
    await house.owner.query('update text_impact set applied_at = null')
    await house.owner.query(`update text_impact_file f set applied_at = null from case_file c where c.id = f.case_id and c.reference = $1 and c.operator_id = $2`, [carers[0], house.north.operatorId])
    expect(await applyPublishedTexts()).toBe(1)
    expect(await applyPublishedTexts()).toBe(0)
  })

  it('is what the file page and the write path now apply, with the added article', async () => {
    const view = await fileView(house.north.counsellor, carers[0])
    expect(isoOf(view!.file.dates.cspTerm!)).toBe('2027-02-23')
    expect(view!.file.regime).toMatchObject({ code: 'H', overlays: ['TRAVAIL-2027'], articles: { 'R-404': 'Avenant d’essai art. 3' } })
    const outcome = await recordFact(house.north.counsellor, {
      reference: plain, version: await versionOf(house, plain), submissionId: randomUUID(), kind: 'suspension', terms: { from: '2026-03-01', to: '2026-03-08', cause: 'carer' },
    })
    expect(outcome).toMatchObject({ kind: 'recorded' })
    expect(outcome.kind === 'recorded' && outcome.changes.dates.map(({ name }) => name)).not.toContain('cspTerm')
  })

  it('was not known the day before: the file as known then is under the texts of then', async () => {
    const then = await fileView(house.north.counsellor, carers[0], { knownOn: day('2026-03-02') })
    expect(isoOf(then!.file.dates.cspTerm!)).toBe('2027-03-05')
    expect(then!.file.regime.overlays).toEqual([])
    expect(then!.texts).not.toBe((await fileView(house.north.counsellor, carers[0]))!.texts)
  })

  it('of a prorogation, governs the procedures of its year and opens them', async () => {
    await house.setDay('2027-01-20')
    const engaged = (on: string) => ({ frame: { engagedOn: on, entryPath: 'employer' as const, procedureType: 'interview' as const, hiredOn: '2015-03-01', companySize: 45, insolvency: false }, facts: [{ kind: 'proposal_handed_over' as const, terms: { on } }] })
    const before = await opened(house.north.counsellor, engaged('2027-01-04'))
    expect((await fileView(house.north.counsellor, before))!.file.regime.code).toBeNull()
    await published(house.platform, prorogation())
    await advanceDueFiles(house.north.operatorId, day('2027-01-20'), 1_000)
    const { rows } = await house.owner.query<{ code: string; stage: string }>('select regime_code as code, stage from case_file where reference = $1 and operator_id = $2', [before, house.north.operatorId])
    expect(rows).toEqual([{ code: 'I', stage: 'reflection' }])
    const after = await opened(house.north.counsellor, engaged('2027-01-05'))
    expect((await fileView(house.north.counsellor, after))!.file.regime).toMatchObject({ code: 'I', titles: { I: { fr: 'Avenant d’essai de 2027' } } })
  })

  it('of a leave, lets it be recorded, and only under the text that adds it', async () => {
    const leaves = [{ code: 'DEUIL', name: { fr: 'congé de deuil', en: 'bereavement leave' }, limit: { kind: 'legal_length' as const } }]
    await published(house.platform, prorogation({ code: 'J', agreement: { from: '2027-01-15', to: '2028-12-31', inherits: 'I', changes: {} }, leaves }))
    await house.setDay('2027-03-10')
    const reference = await opened(house.north.counsellor, {
      frame: { engagedOn: '2027-01-15', entryPath: 'employer', procedureType: 'interview', hiredOn: '2015-03-01', companySize: 45, insolvency: false },
      facts: [{ kind: 'proposal_handed_over', terms: { on: '2027-01-15' } }, { kind: 'accepted', terms: { on: '2027-01-15' } }],
    })
    const leave = { from: '2027-03-01', to: '2027-03-07', cause: 'added_leave', leave: 'DEUIL' }
    expect(await record(house, house.north.counsellor, reference, 'suspension', leave)).toMatchObject({ kind: 'recorded' })
    const view = await fileView(house.north.counsellor, reference)
    expect(view!.file.totals.addedLeaveDays).toBe(7)
    expect(view!.facts.find(({ kind }) => kind === 'suspension')!.terms).toMatchObject({ leave: 'DEUIL' })
    expect(await record(house, house.north.counsellor, plain, 'suspension', { ...leave, from: '2026-04-01', to: '2026-04-02' })).toMatchObject({ kind: 'not_admitted', refusal: { code: 'leaveUnknown' } })
    expect(await record(house, house.north.counsellor, reference, 'suspension', { ...leave, leave: undefined })).toMatchObject({ kind: 'invalid' })
  })
})
