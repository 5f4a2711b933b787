import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { journalBreaks } from '@/lib/database/journal.ts'
import { digestOf, sha256 } from '@/lib/documents/fingerprint.ts'
import { diskStorage } from '@/lib/storage/disk.ts'
import { newKey } from '@/lib/storage/index.ts'
import type { PackContent } from '@/lib/steering/packs/content.ts'
import { discardDraft, preparePack, remakeFiles, saveComments } from '@/lib/steering/packs/drafts.ts'
import { issuePack } from '@/lib/steering/packs/issue.ts'
import { workPacks } from '@/lib/steering/packs/pack-queue.ts'
import { asOfLastPack, openPackFile, packList, packView } from '@/lib/steering/packs/queries.ts'
import { twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'
import { fillStore } from './packs-store.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rebond-packs-'))
const disk = diskStorage(folder)
const QUARTER = '2025-Q4'
let house: TwoOffices
let maud: Actor
let lyonOnly: Actor
let edition = 0

async function countAgain(entries: number | null = 60): Promise<void> {
  edition += 1
  await fillStore(house.owner, { edition, entries })
}

beforeAll(async () => {
  process.env.REBOND_STORAGE_FOLDER = folder
  house = await twoOffices()
  maud = house.north.manager
  const { rows } = await house.owner.query<{ id: string }>(
    `insert into account (operator_id, email, display_name, password_hash, role, territory)
     values (null, 'lyon@comite.test', 'Membre', (select password_hash from account limit 1), 'committee', '{"level":"basin","codes":["8401"]}') returning id`)
  lyonOnly = { ...house.committee, accountId: rows[0]!.id, territory: { level: 'basin', codes: ['8401'] } }
  await countAgain()
})
afterAll(async () => {
  await house.end()
  rmSync(folder, { recursive: true, force: true })
})

async function draftOf(actor: Actor, place: string, quarter = QUARTER): Promise<string> {
  const outcome = await preparePack(actor, { place, quarter })
  if (outcome.kind !== 'prepared') throw new Error(outcome.kind)
  return outcome.id
}
async function issued(actor: Actor, id: string, reason: string | null = null): Promise<string> {
  const view = (await packView(actor, id))!
  const outcome = await issuePack(actor, { id, version: view.version, edition: view.content.edition.number, reason })
  if (outcome.kind !== 'issued') throw new Error(outcome.kind)
  return outcome.number
}
const kept = () => readdirSync(path.join(folder, 'packs'))
const journalOf = async (id: string) => (await house.owner.query<{ action: string }>(`select e.action from journal_entry e join journal_detail d on d.entry_id = e.id where d.detail->>'pack' = $1 order by e.at, e.position`, [id])).rows.map(({ action }) => action)

test('a pack is prepared, commented, issued under a number and frozen, its files made by the worker', async () => {
  const id = await draftOf(maud, 'basin:8401')
  expect(await draftOf(maud, 'basin:8401'), 'a draft already open is opened again').toBe(id)
  expect((await packView(maud, id))!.files).toMatchObject({ files: [], making: { state: 'waiting', done: 0 } })
  expect(await workPacks()).toBe(1)
  expect((await packView(maud, id))!.files).toMatchObject({ making: null, outdated: false })
  expect(await saveComments(maud, id, 1, { flows: ' Une usine a fermé.\r\n', exits: '' })).toEqual({ kind: 'saved', version: 2 })
  expect((await packView(maud, id))!.files.outdated).toBe(true)

  const number = await issued(maud, id)
  expect(number).toBe('CSP-2025-T4-ZE8401-01')
  await workPacks()
  const view = (await packView(maud, id))!
  expect(view.content).toMatchObject({ number, operator: 'north', comments: { flows: 'Une usine a fermé.' }, edition: { number: edition }, replaces: null, revised: null })
  expect(view.content.figures.find((figure) => figure.id === 'entries')!.now.value).toBe(60)
  expect(view.content.figures.find((figure) => figure.id === 'wageGapClaims')!.now.value).toBe('masked')
  expect(view.files.files.map(({ fileName }) => fileName)).toEqual([`${number}.pdf`, `${number}.pptx`, `${number}.xlsx`])
  const { rows: [row] } = await house.owner.query<{ content: PackContent; fingerprint: string }>('select content, fingerprint from committee_pack where id = $1', [id])
  expect(digestOf(row!.content)).toBe(row!.fingerprint)

  // The figures are counted again: what was issued says what it said, and what changed since.
  await countAgain(66)
  const later = (await packView(maud, id))!
  expect(later.content).toEqual(view.content)
  expect(later.since).toEqual([expect.objectContaining({ id: 'entries', quarter: QUARTER, was: 60, now: 66 })])
  expect(await asOfLastPack(maud, { level: 'basin', code: '8401' }, QUARTER)).toMatchObject({ number, changes: [{ id: 'entries', was: 60, now: 66 }] })
  expect(await journalOf(id)).toEqual(['pack.prepared', 'pack.files_made', 'pack.commented', 'pack.issued', 'pack.files_made'])
  expect(await inActorTransaction(maud, (tx) => journalBreaks(tx, `operator:${maud.operatorId}`))).toEqual([])
}, 60_000)

test('nothing changes an issued pack, not even the owner of the tables', async () => {
  const { rows: [row] } = await house.owner.query<{ id: string }>('select id from committee_pack where number is not null limit 1')
  const { id } = row!
  expect(await saveComments(maud, id, 3, { flows: 'autre' })).toEqual({ kind: 'gone' })
  expect(await discardDraft(maud, id)).toBe(false)
  await expect(house.owner.query(`update committee_pack set comments = '{}' where id = $1`, [id])).rejects.toThrow('never changes')
  await expect(house.owner.query('delete from committee_pack where id = $1', [id])).rejects.toThrow(/kept|violates/u)
  await expect(house.owner.query('delete from pack_file where pack_id = $1 and issued', [id])).rejects.toThrow('kept')
  await expect(house.owner.query('truncate committee_pack cascade')).rejects.toThrow('append-only')
})

test('issued again, it is a new number that takes the place of the first, with a reason; each place once', async () => {
  const first = (await packList(maud))!.issued.find(({ number }) => number === 'CSP-2025-T4-ZE8401-01')!
  const id = await draftOf(maud, 'basin:8401')
  const { version, content } = (await packView(maud, id))!
  expect(content).toMatchObject({ replaces: first.number, revised: { number: first.number, changes: [{ id: 'entries', was: 60, now: 66 }] } })
  const asked = { id, version, edition: content.edition.number }
  expect(await issuePack(maud, { ...asked, reason: ' ' })).toEqual({ kind: 'invalid', reason: 'required' })
  expect(await issuePack(maud, { ...asked, reason: 'x'.repeat(1_001) })).toEqual({ kind: 'invalid', reason: 'too_long' })
  expect(await issuePack(maud, { ...asked, reason: 'a\0b' })).toEqual({ kind: 'invalid', reason: 'not_text' })
  const twice = await Promise.all([issuePack(maud, { ...asked, reason: 'Quatre entrées tardives' }), issuePack(maud, { ...asked, reason: 'Quatre entrées tardives' })])
  expect(twice).toEqual([{ kind: 'issued', number: 'CSP-2025-T4-ZE8401-02' }, { kind: 'issued', number: 'CSP-2025-T4-ZE8401-02' }])
  expect((await packView(maud, first.id))!.replacedBy).toBe('CSP-2025-T4-ZE8401-02')
  expect((await packView(maud, id))!.content).toMatchObject({ replaces: first.number, reason: 'Quatre entrées tardives' })
  expect((await packList(maud))!.issued.find((line) => line.id === first.id)!.replacedBy).toBe('CSP-2025-T4-ZE8401-02')
})

test('two people never write over each other', async () => {
  const id = await draftOf(maud, 'region:84')
  const aline = house.north.administrator
  expect(await saveComments(maud, id, 1, { overview: 'de Maud' })).toEqual({ kind: 'saved', version: 2 })
  expect(await saveComments(aline, id, 1, { overview: 'd’Aline' })).toMatchObject({ kind: 'stale', version: 2, comments: { overview: 'de Maud' }, by: 'Maud' })
  expect(await issuePack(aline, { id, version: 1, edition, reason: null })).toEqual({ kind: 'stale' })
  expect(await saveComments(aline, id, 2, { overview: 'x'.repeat(4_001), flows: '\0' })).toEqual({ kind: 'invalid', fields: { overview: { kind: 'too_long', count: 4_001 }, flows: { kind: 'not_text' } } })
  expect(await saveComments(aline, id, 2, { overview: 'x'.repeat(4_000) })).toMatchObject({ kind: 'saved' })
  const before = edition
  await countAgain(66)
  expect(await issuePack(aline, { id, version: 3, edition: before, reason: null })).toEqual({ kind: 'figures_moved' })
  expect(await discardDraft(aline, id)).toBe(true)
  expect(await packView(maud, id)).toBeNull()
  expect(await discardDraft(aline, id)).toBe(false)
})

test('who prepares, who reads: a place of one’s own, an operator’s own drafts, the committee of the place once issued', async () => {
  expect(await preparePack(maud, { place: 'nation', quarter: QUARTER })).toEqual({ kind: 'not_yours' })
  expect(await preparePack(maud, { place: 'basin:9999', quarter: QUARTER })).toEqual({ kind: 'not_found' })
  expect(await preparePack(maud, { place: 'anything', quarter: QUARTER })).toEqual({ kind: 'not_found' })
  expect(await preparePack(maud, { place: 'basin:8401', quarter: '2026-Q1' }), 'a quarter not over').toEqual({ kind: 'not_counted' })
  expect(await preparePack(maud, { place: 'basin:8401', quarter: '2019-Q1' }), 'a quarter no longer kept').toEqual({ kind: 'not_counted' })
  await house.owner.query(`insert into basin (scheme, code, name, region_code, region_name, department_codes) values ('ZE2020', '5301', 'Brest', '53', 'Bretagne', '{29}')`)
  expect(await preparePack(house.north.administrator, { place: 'region:53', quarter: QUARTER }), 'where its operator is not').toEqual({ kind: 'not_yours' })
  for (const actor of [house.north.counsellor, house.north.referent, house.committee]) expect(await preparePack(actor, { place: 'basin:8401', quarter: QUARTER })).toEqual({ kind: 'not_yours' })
  for (const actor of [house.north.counsellor, house.north.referent]) expect(await packList(actor)).toBeNull()

  const id = await draftOf(maud, 'basin:8402')
  const others = [house.south.manager, house.south.administrator, house.committee, lyonOnly, house.platform[0]]
  for (const actor of others) expect(await packView(actor, id), actor.role).toBeNull()
  expect(await saveComments(house.south.administrator, id, 1, {})).toEqual({ kind: 'gone' })
  expect(await issuePack(house.south.manager, { id, version: 1, edition, reason: null })).toEqual({ kind: 'gone' })
  await issued(maud, id)
  await workPacks()
  // Issued: the committees of the place and the platform; another operator never.
  for (const actor of [house.south.manager, house.south.administrator, lyonOnly]) {
    expect(await packView(actor, id), actor.role).toBeNull()
    expect(await openPackFile(actor, id, 'pdf')).toBeNull()
  }
  for (const actor of [house.committee, house.platform[0], house.north.administrator]) {
    expect((await packView(actor, id))?.mayPrepare, actor.role).toBe(actor === house.north.administrator)
    expect((await openPackFile(actor, id, 'pdf'))!.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  }
  expect((await packList(lyonOnly))!.issued.map(({ code }) => code)).toEqual(['8401', '8401'])
  expect((await packList(house.committee))!).toMatchObject({ drafts: [], places: [] })
  expect(await remakeFiles(house.platform[0], id)).toBe('gone')
})

test('row-level security says the same: a committee reads what is issued for its territory, and no draft', async () => {
  await draftOf(house.south.manager, 'basin:8401')
  const codes = (actor: Actor) => inActorTransaction(actor, async (tx) => (await tx.$queryRaw<{ code: string; number: string | null }[]>`select place_code as code, number from committee_pack order by number`))
  expect(new Set((await codes(lyonOnly)).map(({ code }) => code))).toEqual(new Set(['8401']))
  expect((await codes(house.committee)).every(({ number }) => number !== null)).toBe(true)
  expect((await codes(house.south.manager)).map(({ number }) => number)).toEqual([null])
  expect(await inActorTransaction(house.committee, (tx) => tx.$queryRaw`select 1 from pack_making`)).toEqual([])
  await expect(inActorTransaction(house.committee, (tx) => tx.$executeRaw`
    insert into committee_pack (operator_id, quarter, place_level, place_code, place_name, locale, prepared_by, prepared_at, changed_by, changed_at)
    values (null, '2025-Q4', 'nation', '', 'x', 'fr', ${house.committee.accountId}::uuid, now(), ${house.committee.accountId}::uuid, now())`)).rejects.toThrow(/row-level security/u)
})

test('the platform prepares its own, read by the country’s committee; numbers go on whoever issues', async () => {
  const paule = house.platform[0]
  const id = await draftOf(paule, 'basin:8402')
  expect(await issued(paule, id)).toBe('CSP-2025-T4-ZE8402-02')
  expect(await packView(maud, id), 'not its operator’s').toBeNull()
  expect((await packView(house.committee, id))!.content).toMatchObject({ operator: null, replaces: null })
  await workPacks()
  expect((await packView(house.committee, id))!.files.files).toHaveLength(3)
  const nation = await draftOf(paule, 'nation')
  const { content } = (await packView(paule, nation))!
  expect(content).toMatchObject({ wider: null, place: { name: 'France entière' } })
  expect(content.places.map(({ level, rows }) => [level, rows.length])).toEqual([['region', 1], ['department', 1], ['basin', 2]])
  await discardDraft(paule, nation)
})

test('a maker that dies is followed by another; what it left goes; what stumbles three times is told', async () => {
  const id = await draftOf(maud, 'department:69')
  const making = async () => (await house.owner.query<{ state: string; attempts: number; steps_done: number; left_keys: string[] }>('select state, attempts, steps_done, left_keys from pack_making where pack_id = $1 order by created_at desc limit 1', [id])).rows[0]!
  const before = kept().length
  // Stopped by the program: put back, nothing left.
  let parts = 0
  await workPacks(() => (parts += 1) > 3)
  expect(await making()).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(kept()).toHaveLength(before)
  // Killed: a file is there, the lease is not over, nobody takes it; then another begins again and takes away what was left.
  const left = newKey('packs')
  await disk.put(left, Readable.from(['half a file']))
  await house.owner.query(`update pack_making set state = 'running', attempts = 1, lease = gen_random_uuid(), lease_until = now() + interval '1 minute', left_keys = array[$2] where pack_id = $1 and state = 'waiting'`, [id, left])
  expect(await workPacks()).toBe(0)
  await house.owner.query(`update pack_making set lease_until = now() - interval '1 second' where pack_id = $1 and state = 'running'`, [id])
  expect(await workPacks()).toBe(1)
  expect(await making()).toMatchObject({ state: 'done', attempts: 2, left_keys: [] })
  expect(kept()).toHaveLength(before + 3)
  expect(await disk.read(left)).toBeNull()
  // A storage that breaks.
  expect(await remakeFiles(maud, id)).toBe('asked')
  const broken = { ...disk, put: () => Promise.reject(new Error('no space left')) }
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect(workPacks(() => false, broken)).rejects.toThrow('a pack stumbled')
    await house.owner.query(`update pack_making set lease_until = now() - interval '1 second' where state = 'running'`)
  }
  expect(await making()).toMatchObject({ state: 'failed', attempts: 3 })
  expect((await packView(maud, id))!.files).toMatchObject({ making: { state: 'failed' }, files: [{}, {}, {}] })
  // Made again, the earlier files go.
  expect(await remakeFiles(maud, id)).toBe('asked')
  await workPacks()
  expect(kept()).toHaveLength(before + 3)
  expect((await packView(maud, id))!.files.making).toBeNull()
}, 60_000)

test('a file that is not the one that was made is handed to nobody', async () => {
  const line = (await packList(maud))!.issued.find(({ number }) => number === 'CSP-2025-T4-ZE8401-01')!
  const opened = (await openPackFile(maud, line.id, 'xlsx'))!
  const { rows: [file] } = await house.owner.query<{ storage_key: string; sha256: string }>(`select storage_key, sha256 from pack_file where pack_id = $1 and issued and format = 'xlsx'`, [line.id])
  expect(sha256(opened.bytes)).toBe(file!.sha256)
  await disk.remove(file!.storage_key)
  expect(await openPackFile(maud, line.id, 'xlsx')).toBeNull()
  expect(await openPackFile(maud, line.id, 'exe')).toBeNull()
  expect((await journalOf(line.id)).slice(-2)).toEqual(['pack.downloaded', 'pack.altered'])
})
