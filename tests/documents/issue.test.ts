import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { journalBreaks } from '@/lib/database/journal.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { draftPdf, issuedPdf } from '@/lib/documents/files.ts'
import { fingerprintOf } from '@/lib/documents/fingerprint.ts'
import { issueDocument } from '@/lib/documents/issue.ts'
import { draftView, fileDocuments, issuedView } from '@/lib/documents/queries.ts'
import { accepted, record, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'
import { readPdf } from '@/tests/documents-screens/pdf-reading.ts'

let house: TwoOffices
const folder = mkdtempSync(path.join(tmpdir(), 'rebond-documents-'))

beforeAll(async () => {
  process.env.REBOND_STORAGE_FOLDER = folder
  house = await twoOffices('2026-03-20')
})
afterAll(async () => {
  await house.end()
  rmSync(folder, { recursive: true, force: true })
})

const PLAN = { measures: [{ measure: 'guidance', provider: 'Cap Métiers', from: null, to: null, note: null }], appealRoutes: 'Le médiateur de France Travail.', workPeriodsConditions: null, note: null }

async function withPlan(actor: Actor): Promise<string> {
  const reference = await accepted(house, actor)
  await record(house, actor, reference, 'pre_bilan_held', { on: '2026-03-02' }, { profile: 'Soudeuse', project: 'Chaudronnière' })
  const outcome = await record(house, actor, reference, 'plan_validated', { on: '2026-03-12', signedByBeneficiary: true, signedByAdviser: true }, PLAN)
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome))
  return reference
}

interface Asked {
  readonly kind?: string
  readonly about?: string | null
  readonly digest?: string
  readonly submissionId?: string
  readonly reason?: string | null
}

async function issue(actor: Actor, reference: string, { kind = 'plan', about = null, digest, submissionId = randomUUID(), reason = null }: Asked = {}) {
  const seen = digest ?? (await draftView(actor, reference, kind, about))?.digest ?? ''
  return issueDocument(actor, { reference, kind, about, digest: seen, submissionId, reason })
}

/** Every drawing kept is a document's: those that lost are gone. */
async function expectNoLostDrawing(): Promise<void> {
  const { rows } = await house.owner.query<{ count: number }>('select count(*)::int as count from document where operator_id = $1', [house.north.operatorId])
  expect(readdirSync(path.join(folder, 'documents'))).toHaveLength(rows[0]!.count)
}

describe('issuing a document', () => {
  test('gives it a number, keeps its bytes and its fingerprint, and tells the journal', async () => {
    const { counsellor } = house.north
    const reference = await withPlan(counsellor)
    const before = (await fileDocuments(counsellor, reference))!
    expect(before.offers.find(({ kind }) => kind === 'plan')).toMatchObject({ standing: { kind: 'now' }, issued: null, moved: false })
    const outcome = await issue(counsellor, reference)
    expect(outcome).toMatchObject({ kind: 'issued', number: expect.stringMatching(/^DOC-2026-\d{5}$/u), replaces: null })
    if (outcome.kind !== 'issued') return
    const { document, content, view } = (await issuedView(counsellor, reference, outcome.number))!
    expect(document).toMatchObject({ number: outcome.number, kind: 'plan', issuedBy: 'Ines', supersedes: null, supersededBy: null })
    expect(fingerprintOf(content)).toBe(document.fingerprint)
    const pdf = await issuedPdf(counsellor, document.id)
    if (pdf.kind !== 'file') throw new Error(pdf.kind)
    const read = await readPdf(pdf.bytes)
    expect(read.text.replaceAll(/\s+/gu, ' ')).toContain(document.fingerprint)
    expect(read.text).toContain('Cap Métiers')
    const { rows } = await house.owner.query<{ action: string }>(`select action from journal_entry where chain = $1 and action like 'document.%' order by position`, [`case:${view.id}`])
    expect(rows.map(({ action }) => action)).toEqual(['document.issued', 'document.read'])
    expect(await inActorTransaction(counsellor, (tx) => journalBreaks(tx, `case:${view.id}`))).toEqual([])
    // The file is as it was: a document is no fact of it.
    expect(view.version).toBe(before.view.version)
  })

  test('sent twice, is issued once', async () => {
    const { counsellor } = house.north
    const reference = await withPlan(counsellor)
    const digest = (await draftView(counsellor, reference, 'plan', null))!.digest
    const submissionId = randomUUID()
    const [one, two] = await Promise.all([issue(counsellor, reference, { digest, submissionId }), issue(counsellor, reference, { digest, submissionId })])
    expect(one).toEqual(two)
    expect(await issue(counsellor, reference, { digest, submissionId })).toEqual(one)
    expect((await fileDocuments(counsellor, reference))!.issued).toHaveLength(1)
    await expectNoLostDrawing()
  })

  test('numbers follow each other without a hole, however many issue at once; nothing is left of a drawing that lost', async () => {
    const { counsellor, manager } = house.north
    const references = await Promise.all([withPlan(counsellor), withPlan(counsellor), withPlan(counsellor), withPlan(counsellor)])
    const outcomes = await Promise.all(references.map((reference, index) => issue(index % 2 === 0 ? counsellor : manager, reference)))
    const numbers = outcomes.map((outcome) => (outcome.kind === 'issued' ? Number(outcome.number.slice(-5)) : Number.NaN)).sort((a, b) => a - b)
    expect(numbers.map((number) => number - numbers[0]!)).toEqual([0, 1, 2, 3])
    await expectNoLostDrawing()
  })

  test('again when nothing moved, is refused; when the facts moved, it takes the place of the first, with a reason', async () => {
    const { counsellor } = house.north
    const reference = await withPlan(counsellor)
    const first = await issue(counsellor, reference)
    if (first.kind !== 'issued') throw new Error(first.kind)
    expect(await issue(counsellor, reference)).toEqual({ kind: 'unchanged', number: first.number })
    await record(house, counsellor, reference, 'plan_validated', { on: '2026-03-18', signedByBeneficiary: true, signedByAdviser: true }, { ...PLAN, appealRoutes: 'Le tribunal administratif.' })
    expect((await fileDocuments(counsellor, reference))!.offers.find(({ kind }) => kind === 'plan')).toMatchObject({ issued: { number: first.number }, moved: true })
    expect(await issue(counsellor, reference)).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    expect(await issue(counsellor, reference, { reason: '   ' })).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    const second = await issue(counsellor, reference, { reason: 'Recours corrigé' })
    expect(second).toMatchObject({ kind: 'issued', replaces: first.number })
    if (second.kind !== 'issued') return
    const { issued } = (await fileDocuments(counsellor, reference))!
    expect(issued.map(({ number, supersedes, supersededBy, reason }) => ({ number, supersedes, supersededBy, reason }))).toEqual([
      { number: second.number, supersedes: first.number, supersededBy: null, reason: 'Recours corrigé' },
      { number: first.number, supersedes: null, supersededBy: second.number, reason: null },
    ])
    // Both are kept, each as it was.
    const old = await issuedPdf(counsellor, issued[1]!.id)
    expect(old.kind === 'file' && (await readPdf(old.bytes)).text).toContain('médiateur')
    const now = await issuedPdf(counsellor, issued[0]!.id)
    expect(now.kind === 'file' && (await readPdf(now.bytes)).text.replaceAll('\u00A0', ' ')).toContain(`Il remplace le document n° ${first.number}`)
  })

  test('what was read is what is issued: a fact recorded meanwhile sends it back', async () => {
    const { counsellor } = house.north
    const reference = await withPlan(counsellor)
    const { digest } = (await draftView(counsellor, reference, 'plan', null))!
    await record(house, counsellor, reference, 'plan_validated', { on: '2026-03-19', signedByBeneficiary: true, signedByAdviser: true }, { ...PLAN, appealRoutes: 'Autre voie.' })
    expect(await issue(counsellor, reference, { digest })).toEqual({ kind: 'changed_meanwhile' })
  })

  test('without its facts, is refused with what is missing', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    expect(await issue(counsellor, reference)).toEqual({ kind: 'not_ready', standing: { kind: 'missing', facts: ['plan'] } })
    expect(await issue(counsellor, reference, { kind: 'written_document' })).toMatchObject({ kind: 'not_ready', standing: { reason: 'plan_is_it' } })
  })

  test('for each work period, one of its own', async () => {
    const { counsellor } = house.north
    const reference = await withPlan(counsellor)
    const work = { contract: 'cdd', employer: 'company', validatedOn: '2026-03-13' }
    await record(house, counsellor, reference, 'work_period', { from: '2026-03-14', to: '2026-03-17', ...work })
    await record(house, counsellor, reference, 'work_period', { from: '2026-03-19', to: '2026-03-25', ...work })
    const offers = (await fileDocuments(counsellor, reference))!.offers.filter(({ kind }) => kind === 'work_validation')
    expect(offers).toHaveLength(2)
    for (const { about } of offers) expect(await issue(counsellor, reference, { kind: 'work_validation', about: about!.id })).toMatchObject({ kind: 'issued', replaces: null })
    expect(await issue(counsellor, reference, { kind: 'work_validation', about: randomUUID(), digest: 'x' })).toEqual({ kind: 'not_found' })
    expect(await issue(counsellor, reference, { kind: 'plan', about: offers[0]!.about!.id, digest: 'x' })).toEqual({ kind: 'not_found' })
  })
})

describe('whose documents they are', () => {
  test('another operator sees neither file, draft nor PDF; an administrator reads and does not issue', async () => {
    const { counsellor, administrator, colleague } = house.north
    const reference = await withPlan(counsellor)
    const issued = await issue(counsellor, reference)
    if (issued.kind !== 'issued') throw new Error(issued.kind)
    const { document } = (await issuedView(counsellor, reference, issued.number))!
    for (const stranger of [house.south.counsellor, house.south.administrator, colleague, house.committee, house.platform[0]]) {
      expect(await fileDocuments(stranger, reference)).toBeNull()
      expect(await draftView(stranger, reference, 'plan', null)).toBeNull()
      expect(await issuedView(stranger, reference, issued.number)).toBeNull()
      expect(await issuedPdf(stranger, document.id)).toEqual({ kind: 'not_found' })
      expect(await draftPdf(stranger, reference, 'plan', null)).toEqual({ kind: 'not_found' })
      expect(await issue(stranger, reference, { digest: 'x' })).toEqual({ kind: 'not_found' })
    }
    expect((await issuedPdf(administrator, document.id)).kind).toBe('file')
    expect(await issue(administrator, reference)).toEqual({ kind: 'not_allowed' })
  })

  test('addresses made up lead nowhere', async () => {
    const { counsellor } = house.north
    const reference = await withPlan(counsellor)
    for (const id of ['', '../etc/passwd', randomUUID()]) expect(await issuedPdf(counsellor, id)).toEqual({ kind: 'not_found' })
    for (const number of ['', 'DOC-2026-99999', "DOC-2026-00001' or '1'='1"]) expect(await issuedView(counsellor, reference, number)).toBeNull()
    expect(await draftView(counsellor, reference, 'constructor', null)).toBeNull()
    expect(await draftView(counsellor, reference, 'work_validation', 'nothing')).toBeNull()
  })

  test('a file changed on the disk, or gone, is given to nobody and told in the journal', async () => {
    const { counsellor } = house.north
    const reference = await withPlan(counsellor)
    const issued = await issue(counsellor, reference)
    if (issued.kind !== 'issued') throw new Error(issued.kind)
    const { document, view } = (await issuedView(counsellor, reference, issued.number))!
    const { rows } = await house.owner.query<{ key: string }>('select file_key as key from document where id = $1', [document.id])
    writeFileSync(path.join(folder, rows[0]!.key), 'not what was issued')
    expect(await issuedPdf(counsellor, document.id)).toEqual({ kind: 'altered' })
    rmSync(path.join(folder, rows[0]!.key))
    expect(await issuedPdf(counsellor, document.id)).toEqual({ kind: 'altered' })
    const told = await house.owner.query(`select from journal_entry where chain = $1 and action = 'document.altered'`, [`case:${view.id}`])
    expect(told.rows).toHaveLength(2)
  })

  test('the database refuses to change or delete one, to issue in another’s name, to take the place of another kind', async () => {
    const { counsellor } = house.north
    const reference = await withPlan(counsellor)
    const issued = await issue(counsellor, reference)
    if (issued.kind !== 'issued') throw new Error(issued.kind)
    for (const attack of [`update document set reason = 'x'`, `delete from document`, `update document_template set body = 'x'`]) await expect(house.owner.query(attack)).rejects.toThrow(/append-only/u)
    const copy = (changes: string) => `
      insert into document (operator_id, case_id, kind, number, title, content, draft_digest, fingerprint, file_key, file_sha256, file_bytes, pages, template_version, file_version,
                            facts_through, submission_id, issued_on, issued_by, issued_at, supersedes, reason)
      select operator_id, case_id, ${changes}, title, jsonb_build_object('number', 'DOC-2026-77777'), draft_digest, fingerprint, 'documents/' || gen_random_uuid(), file_sha256, file_bytes, pages,
             template_version, file_version, facts_through, gen_random_uuid(), issued_on, issued_by, issued_at, id, 'x' from document where number = '${issued.number}' and operator_id = '${house.north.operatorId}'`
    await expect(house.owner.query(copy(`kind, 'DOC-2026-77777'`))).rejects.toThrow(/own name/u)
    await house.owner.query(`select set_config('rebond.account_id', $1, false)`, [counsellor.accountId])
    await expect(house.owner.query(copy(`'receipt', 'DOC-2026-77777'`))).rejects.toThrow(/its own kind/u)
    await house.owner.query(`select set_config('rebond.account_id', '', false)`)
  })
})

test('a draft is a PDF marked as one on every page, without a number', async () => {
  const { counsellor } = house.north
  const reference = await withPlan(counsellor)
  const pdf = await draftPdf(counsellor, reference, 'plan', null)
  if (pdf.kind !== 'file') throw new Error(pdf.kind)
  const read = await readPdf(pdf.bytes)
  expect(read.text.split('Projet, sans valeur')).toHaveLength(read.pages + 1)
  expect(read.text.split('PROJET')).toHaveLength(read.pages + 1)
  expect(read.text).not.toMatch(/DOC-\d/u)
  expect(pdf.name).toMatch(/^projet-plan-RB-2026-\d{5}$/u)
})
