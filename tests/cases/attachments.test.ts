import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ReadableStream } from 'node:stream/web'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { addAttachment, type AddOutcome } from '@/lib/cases/attachments/add-attachment.ts'
import { attachmentsOf, openAttachment } from '@/lib/cases/attachments/attachments.ts'
import { keptName } from '@/lib/cases/attachments/content-check.ts'
import { withdrawAttachment } from '@/lib/cases/attachments/withdraw-attachment.ts'
import { MOST_ATTACHED, MOST_OF_A_FILE } from '@/lib/cases/content/attachment-terms.ts'
import { dropPassing, keepPassing, newPassingKey, sweepPassing } from '@/lib/cases/stored-file.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { diskStorage } from '@/lib/storage/disk.ts'
import { archive, SAMPLES } from './sample-files.ts'
import { accepted, twoOffices, type TwoOffices } from './two-offices.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rebond-attachments-'))
const disk = diskStorage(folder)
let house: TwoOffices
let ines: Actor
let reference: string

beforeAll(async () => {
  process.env.REBOND_STORAGE_FOLDER = folder
  house = await twoOffices()
  ines = house.north.counsellor
  reference = await accepted(house, ines)
})
afterAll(async () => {
  await house.end()
  rmSync(folder, { recursive: true, force: true })
})

interface Given {
  readonly content?: Uint8Array
  readonly name?: string
  readonly title?: string
  readonly kind?: string
  readonly factId?: string
  readonly submissionId?: string
}

async function add(actor: Actor, given: Given = {}, to: string = reference, storage = disk): Promise<AddOutcome> {
  const form = new FormData()
  form.set('submissionId', given.submissionId ?? randomUUID())
  form.set('title', given.title ?? 'Attestation d’employeur')
  form.set('kind', given.kind ?? 'employer')
  if (given.factId !== undefined) form.set('factId', given.factId)
  if (given.name !== '') form.set('file', new Blob([given.content === undefined ? SAMPLES.pdf : Buffer.from(given.content)]), given.name ?? 'attestation.pdf')
  const request = new Request('http://server/', { method: 'POST', body: form })
  return addAttachment(actor, to, { contentType: request.headers.get('content-type'), contentLength: null, body: request.body as ReadableStream<Uint8Array> | null }, storage)
}

const kept = () => (existsSync(path.join(folder, 'attachments')) ? readdirSync(path.join(folder, 'attachments')) : [])
const actions = async () => (await history(ines, reference))!.entries.map(({ action }) => action).filter((action) => action.startsWith('attachment.'))

test('added, listed, read again byte by byte, withdrawn with a reason; each told in the file’s chain', async () => {
  const outcome = await add(ines)
  expect(outcome).toMatchObject({ kind: 'added', title: 'Attestation d’employeur' })
  const { id } = outcome as { id: string }
  expect(await attachmentsOf(ines, reference)).toMatchObject({
    mayAdd: true,
    attachments: [{ id, kind: 'employer', title: 'Attestation d’employeur', fileName: 'attestation.pdf', mediaType: 'application/pdf', size: SAMPLES.pdf.length, addedBy: 'Ines', fact: null, withdrawn: null }],
  })
  const opened = await openAttachment(ines, id)
  expect(opened).toMatchObject({ fileName: 'attestation.pdf', mediaType: 'application/pdf', size: SAMPLES.pdf.length })
  expect((await buffer(opened!.content)).equals(SAMPLES.pdf)).toBe(true)

  expect(await withdrawAttachment(ines, { reference, id, reason: '  ' })).toEqual({ kind: 'invalid', error: 'missing' })
  expect(await withdrawAttachment(ines, { reference, id, reason: 'x'.repeat(1001) })).toEqual({ kind: 'invalid', error: 'long' })
  expect(await withdrawAttachment(ines, { reference, id, reason: 'versée au mauvais dossier' })).toEqual({ kind: 'withdrawn', title: 'Attestation d’employeur' })
  expect(await withdrawAttachment(ines, { reference, id, reason: 'encore' })).toEqual({ kind: 'gone' })
  expect(await openAttachment(ines, id)).toBeNull()
  expect((await attachmentsOf(ines, reference))!.attachments[0]!.withdrawn).toMatchObject({ by: 'Ines', reason: 'versée au mauvais dossier' })
  expect(kept(), 'kept as it was given').toHaveLength(1)
  expect(await actions()).toEqual(['attachment.added', 'attachment.read', 'attachment.withdrawn'])
  expect((await history(ines, reference))!.chain.verified).toBe(true)
})

test('the same form sent twice adds once', async () => {
  const before = kept().length
  const submissionId = randomUUID()
  const first = await add(ines, { submissionId })
  expect(await add(ines, { submissionId, title: 'Autre intitulé' })).toEqual(first)
  expect(await Promise.all([add(ines, { submissionId }), add(ines, { submissionId })])).toEqual([first, first])
  expect(kept()).toHaveLength(before + 1)
})

test('it goes with an act of its own file, and of no other', async () => {
  const factOf = async (of: string) => (await house.owner.query<{ id: string }>(`select f.id from fact f join case_file c on c.id = f.case_id where c.reference = $1 and c.operator_id = $2 and f.kind = 'accepted'`, [of, ines.operatorId])).rows[0]!.id
  expect(await add(ines, { factId: await factOf(reference), title: 'Bulletin signé' })).toMatchObject({ kind: 'added' })
  expect((await attachmentsOf(ines, reference))!.attachments.find(({ title }) => title === 'Bulletin signé')!.fact).toMatchObject({ kind: 'accepted' })
  const other = await accepted(house, ines)
  expect(await add(ines, { factId: await factOf(other) })).toEqual({ kind: 'refused', error: 'fact_unknown' })
  expect(await add(ines, { factId: 'x' })).toEqual({ kind: 'refused', error: 'fact_unknown' })
})

describe('a file is what its extension says', () => {
  test.each([
    ['pdf', 'a.pdf'], ['pdf', 'A.PDF'], ['png', 'a.png'], ['jpeg', 'a.jpg'], ['jpeg', 'a.jpeg'], ['webp', 'a.webp'], ['heic', 'a.heic'],
    ['docx', 'a.docx'], ['xlsx', 'a.xlsx'], ['odt', 'a.odt'], ['txt', 'a.txt'],
  ] as const)('%s as %s is taken', async (sample, name) => {
    expect(await add(ines, { content: SAMPLES[sample], name })).toMatchObject({ kind: 'added' })
  })
  test.each([
    ['exe', 'a.pdf'], ['exe', 'a.txt'], ['pdf', 'a.png'], ['pdf', 'a.txt'], ['png', 'a.jpg'], ['html', 'a.pdf'], ['zip', 'a.docx'], ['docm', 'a.docx'],
    ['docx', 'a.xlsx'], ['xlsx', 'a.docx'], ['odt', 'a.docx'], ['txt', 'a.pdf'],
  ] as const)('%s as %s is refused: content_differs', async (sample, name) => {
    expect(await add(ines, { content: SAMPLES[sample], name })).toEqual({ kind: 'refused', error: 'content_differs' })
  })
  test.each([['exe', 'a.exe'], ['docm', 'a.docm'], ['html', 'a.html'], ['zip', 'a.zip'], ['pdf', 'sans-extension'], ['pdf', 'a.pdf.exe'], ['pdf', 'a.svg'], ['pdf', 'constructor']] as const)('%s as %s is refused: type_refused', async (sample, name) => {
    expect(await add(ines, { content: SAMPLES[sample], name })).toEqual({ kind: 'refused', error: 'type_refused' })
  })
  test('an archive that claims to be huge is not unpacked', async () => {
    const types = '[Content_Types].xml'
    const bomb = archive({ [types]: '<Types/>', 'word/document.xml': 'x' }, { [types]: 4_000_000_000, 'word/document.xml': 4_000_000_000 })
    const before = process.memoryUsage().rss
    expect((await add(ines, { content: bomb, name: 'a.docx' })).kind).toBe('refused')
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6)
  })
})

describe('what is missing or wrong is said at its field, and nothing is kept', () => {
  test.each([
    [{ name: '' }, 'file_missing'], [{ content: new Uint8Array() }, 'file_empty'], [{ title: '  ' }, 'title_missing'], [{ title: 'x'.repeat(201) }, 'title_long'],
    [{ title: 'a\0b' }, 'title_missing'], [{ kind: '' }, 'kind_missing'], [{ kind: 'passport' }, 'kind_missing'], [{ submissionId: '1' }, 'unreadable'],
  ] satisfies readonly (readonly [Given, string])[])('%j: %s', async (given, error) => {
    const before = kept().length
    expect(await add(ines, given)).toEqual({ kind: 'refused', error })
    expect(kept()).toHaveLength(before)
  })

  test('a body that is no form, or half of one', async () => {
    const send = (contentType: string | null, text: string) => addAttachment(ines, reference, { contentType, contentLength: null, body: Readable.toWeb(Readable.from([Buffer.from(text)])) as ReadableStream<Uint8Array> }, disk)
    for (const [type, text] of [
      [null, ''], ['application/json', '{}'], ['multipart/form-data', ''], ['multipart/form-data; boundary=x', ''], ['multipart/form-data; boundary=x', 'garbage'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 and then the line is cut'],
    ] as const) expect(await send(type, text)).toMatchObject({ kind: 'refused' })
    expect(await addAttachment(ines, reference, { contentType: 'multipart/form-data; boundary=x', contentLength: '3', body: null }, disk)).toEqual({ kind: 'refused', error: 'unreadable' })
  })

  test('the two hundred and first of a file, until one is withdrawn', async () => {
    const full = await accepted(house, ines)
    const submissionId = randomUUID()
    const first = await add(ines, { submissionId }, full)
    await house.owner.query(
      `insert into attachment (operator_id, case_id, kind, title, file_name, media_type, size, sha256, storage_key, submission_id, added_by, added_at)
       select operator_id, case_id, kind, title, file_name, media_type, size, sha256, 'attachments/' || gen_random_uuid(), gen_random_uuid(), added_by, added_at
       from attachment cross join generate_series(2, $2) where id = $1`,
      [(first as { id: string }).id, MOST_OF_A_FILE],
    )
    const before = kept().length
    expect(await add(ines, {}, full)).toEqual({ kind: 'refused', error: 'too_many' })
    expect(await add(ines, { submissionId }, full)).toEqual(first)
    expect(kept()).toHaveLength(before)
    await withdrawAttachment(ines, { reference: full, id: (first as { id: string }).id, reason: 'en double' })
    expect(await add(ines, {}, full)).toMatchObject({ kind: 'added' })
    expect(await add(ines, {}, full)).toEqual({ kind: 'refused', error: 'too_many' })
  })

  test('a storage that is down', async () => {
    const down = { ...disk, put: () => Promise.reject(new Error('down')) }
    expect(await add(ines, {}, reference, down)).toEqual({ kind: 'refused', error: 'storage' })
  })
})

describe('2 GB', () => {
  const MB = 1024 * 1024
  const head = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n')
  function twoGigabytes() {
    const sent = { bytes: 0, cancelled: false }
    const zeros = new Uint8Array(MB)
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = sent.bytes === 0 ? head : zeros
        sent.bytes += chunk.length
        controller.enqueue(chunk)
        if (sent.bytes >= 2048 * MB) controller.close()
      },
      cancel() {
        sent.cancelled = true
      },
    })
    return { body, sent }
  }
  const multipart = 'multipart/form-data; boundary=x'

  test('announced, are refused before a byte is read', async () => {
    const { body, sent } = twoGigabytes()
    expect(await addAttachment(ines, reference, { contentType: multipart, contentLength: String(2048 * MB), body }, disk)).toEqual({ kind: 'refused', error: 'too_large' })
    // One chunk is made ready before anyone asks.
    expect(sent.bytes).toBeLessThanOrEqual(MB)
    expect(sent.cancelled).toBe(true)
  })

  test('not announced, are refused once 20 MB have passed, with memory flat and nothing left', async () => {
    const before = process.memoryUsage().rss
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('rebond-upload-')).length
    const { body, sent } = twoGigabytes()
    expect(await addAttachment(ines, reference, { contentType: multipart, contentLength: null, body }, disk)).toEqual({ kind: 'refused', error: 'too_large' })
    expect(sent.bytes).toBeLessThan(25 * MB)
    expect(sent.cancelled).toBe(true)
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * MB)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('rebond-upload-'))).toHaveLength(left)
  })

  test('20 MB and no more are taken', async () => {
    const content = Buffer.alloc(MOST_ATTACHED, ' ')
    SAMPLES.pdf.copy(content)
    expect(await add(ines, { content })).toMatchObject({ kind: 'added' })
    expect(await add(ines, { content: Buffer.concat([content, Buffer.from(' ')]) })).toEqual({ kind: 'refused', error: 'too_large' })
  })
})

test('a stranger to the file learns nothing and adds nothing; who only reads it adds nothing', async () => {
  const { id } = (await add(ines)) as { id: string }
  for (const stranger of [house.south.counsellor, house.north.colleague, house.north.referent, house.committee, house.platform[0]]) {
    expect(await attachmentsOf(stranger, reference)).toBeNull()
    expect(await openAttachment(stranger, id)).toBeNull()
    expect(await add(stranger)).toEqual({ kind: 'refused', error: 'not_found' })
    expect(await withdrawAttachment(stranger, { reference, id, reason: 'non' })).toEqual({ kind: 'not_found' })
  }
  expect((await attachmentsOf(house.north.administrator, reference))!.mayAdd).toBe(false)
  expect(await add(house.north.administrator)).toEqual({ kind: 'refused', error: 'not_allowed' })
  expect(await withdrawAttachment(house.north.administrator, { reference, id, reason: 'non' })).toEqual({ kind: 'not_allowed' })
  const opened = await openAttachment(house.north.administrator, id)
  opened!.content.destroy()
  expect(await attachmentsOf(ines, 'RB-1900-00000')).toBeNull()
  expect(await openAttachment(ines, `${id}'`)).toBeNull()
  const elsewhere = await accepted(house, ines)
  expect(await withdrawAttachment(ines, { reference: elsewhere, id, reason: 'non' }), 'through another file').toEqual({ kind: 'not_found' })
})

test('the database keeps an attachment as it was given', async () => {
  const { id } = (await add(ines)) as { id: string }
  const owner = (sql: string) => house.owner.query(sql, [id]).then(() => 'done', (error: { constraint?: string }) => error.constraint)
  expect(await owner('delete from attachment where id = $1')).toBe('attachment_append_only')
  expect(await owner(`update attachment set title = 'autre' where id = $1`)).toBe('attachment_guard')
  expect(await owner(`update attachment set withdrawn_at = now(), withdrawn_by = added_by, withdrawn_reason = 'r' where id = $1`), 'signed by nobody').toBe('attachment_guard')
})

test.each([
  ['C:\\Users\\zoe\\Bulletin de paie.PDF', 'Bulletin de paie.pdf'], ['../../etc/passwd.txt', 'passwd.txt'], ['a\u202Efdp.exe', 'afdp.exe'], ['Céline_2026.pdf', 'Céline_2026.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'], ['.pdf', 'document.pdf'], ['   .pdf', 'document.pdf'], ['', 'document'], ['🙂.pdf', '🙂.pdf'], [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(176)}.pdf`],
])('the name %j is kept as %j', (name, expected) => {
  expect(keptName(name)).toBe(expected)
})

describe('a process that dies between storing a file and writing its row', () => {
  const passing = async () => (await house.owner.query<{ storage_key: string }>('select storage_key from stored_in_passing order by begun_at')).rows.map(({ storage_key: key }) => key)
  const later = () => house.owner.query(`update stored_in_passing set begun_at = begun_at - interval '61 minutes'`)

  test('leaves a file that the worker takes away an hour later, and not before', async () => {
    const before = kept()
    const key = await newPassingKey(house.north.operatorId, 'attachments')
    await disk.put(key, Readable.from(['half a life']))
    expect(await sweepPassing(undefined, disk)).toBe(0)
    expect(await passing()).toEqual([key])
    await later()
    expect(await sweepPassing(undefined, disk)).toBe(1)
    expect([kept(), await passing()]).toEqual([before, []])
    expect(await sweepPassing(undefined, disk)).toBe(0)
  })

  test('leaves nothing behind where it lived, and never takes a file that has its row', async () => {
    const outcome = await add(ines)
    expect(await passing()).toEqual([])
    const { rows: [row] } = await house.owner.query<{ storage_key: string }>('select storage_key from attachment where id = $1', [(outcome as { id: string }).id])
    // The answer of the transaction was lost on its way: what is asked of the database is told.
    expect(await dropPassing(house.north.operatorId, row!.storage_key, disk)).toBe(false)
    await later()
    await sweepPassing(undefined, disk)
    expect(await openAttachment(ines, (outcome as { id: string }).id)).not.toBeNull()
  })

  test('a row written after its file was taken away is refused', async () => {
    const key = await newPassingKey(house.north.operatorId, 'documents')
    await later()
    await sweepPassing(undefined, disk)
    await expect(inActorTransaction(ines, (tx) => keepPassing(tx, key))).rejects.toThrow('taken away')
  })

  test('another operator’s is neither seen nor taken', async () => {
    const key = await newPassingKey(house.south.operatorId, 'attachments')
    await disk.put(key, Readable.from(['theirs']))
    expect(await dropPassing(house.north.operatorId, key, disk)).toBe(false)
    expect(await dropPassing(house.south.operatorId, key, disk)).toBe(true)
  })
})
