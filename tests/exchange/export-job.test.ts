import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { journalBreaks } from '@/lib/database/journal.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { workExports } from '@/lib/exchange/export-queue.ts'
import { cancelExport, openExport, ownExports, removeExport } from '@/lib/exchange/own-exports.ts'
import { requestExport, type ExportRequest } from '@/lib/exchange/request-export.ts'
import { inProject } from '@/lib/launch/root.ts'
import { diskStorage } from '@/lib/storage/disk.ts'
import { twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'
import { manyFiles } from './many-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rebond-exports-'))
const disk = diskStorage(folder)
let house: TwoOffices
let ines: Actor

beforeAll(async () => {
  process.env.REBOND_STORAGE_FOLDER = folder
  house = await twoOffices()
  ines = house.north.counsellor
  await manyFiles(house, 5_000)
})
beforeEach(async () => {
  await house.owner.query('delete from export_job')
  rmSync(path.join(folder, 'exports'), { recursive: true, force: true })
})
afterAll(async () => {
  await house.end()
  rmSync(folder, { recursive: true, force: true })
})

const asked = (search: string, format: 'csv' | 'xlsx' = 'csv', filter: readonly string[] = []): ExportRequest => ({ definition: 'caseload', params: { search }, format, filter })
const kept = () => readdirSync(path.join(folder, 'exports'))
const lineOf = async (actor: Actor, id: string) => (await ownExports(actor))?.find((one) => one.id === id)
const jobs = async () => (await house.owner.query<{ id: string; state: string; rows_done: number; attempts: number; storage_key: string | null }>('select id, state, rows_done, attempts, storage_key from export_job')).rows
async function journalOf(id: string): Promise<string[]> {
  const { rows } = await house.owner.query<{ action: string }>(
    `select e.action from journal_entry e join journal_detail d on d.entry_id = e.id where d.detail->>'export' = $1 order by e.position`, [id])
  return rows.map(({ action }) => action)
}
async function readable(actor: Actor, id: string): Promise<boolean> {
  const opened = await openExport(actor, id)
  opened?.content.destroy()
  return opened !== null
}
async function linesOf(actor: Actor, id: string): Promise<string[]> {
  const opened = await openExport(actor, id)
  return (await buffer(opened!.content)).toString('utf8').trimEnd().split('\r\n')
}

test('a short export is made at once, downloaded by its owner, and journaled from end to end', async () => {
  const outcome = await requestExport(ines, asked('q=Personne 00123'))
  expect(outcome).toMatchObject({ kind: 'done', rows: 11 })
  const { id } = outcome as { id: string }
  expect(await lineOf(ines, id)).toMatchObject({ state: 'done', rowsDone: 11, rowsTotal: 11, fileName: 'dossiers-2026-03-02.csv', title: 'Dossiers' })
  const opened = await openExport(ines, id)
  const bytes = await buffer(opened!.content)
  expect(bytes.length).toBe(opened!.size)
  const { rows } = await house.owner.query<{ sha256: string }>('select sha256 from export_job')
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(rows[0]!.sha256)
  expect(await journalOf(id)).toEqual(['export.requested', 'export.made', 'export.downloaded'])
  expect(await inActorTransaction(ines, (tx) => journalBreaks(tx, `operator:${ines.operatorId}`))).toEqual([])
})

test('a long one waits for the worker', async () => {
  const outcome = await requestExport(ines, asked('', 'xlsx', ['Conseiller : Ines']))
  expect(outcome).toMatchObject({ kind: 'under_way', rows: 5_000 })
  const { id } = outcome as { id: string }
  expect(await openExport(ines, id)).toBeNull()
  expect(await workExports()).toBe(1)
  expect(await workExports()).toBe(0)
  const [files, about] = await readXlsx(await buffer((await openExport(ines, id))!.content))
  expect(files!.data).toHaveLength(5_001)
  expect(about!.data.map(([what]) => what)).toEqual(expect.arrayContaining(['Demandé par', 'Fait le', 'Filtre', 'Nombre de lignes']))
  expect(about!.data).toContainEqual(['Filtre', 'Conseiller : Ines'])
  expect(about!.data).toContainEqual(['Nombre de lignes', '5000'])
  expect(files!.data.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('=HYPERLINK'))).toHaveLength(50)
})

test('killed in its midst, it begins again and leaves nothing of the first attempt', async () => {
  const outcome = await requestExport(ines, asked(''))
  const { id } = outcome as { id: string }
  const maker = spawn(process.execPath, [inProject('tests/exchange/slow-maker.ts'), folder], { env: process.env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise((resolve) => maker.once('exit', resolve))
  await expect.poll(async () => (await jobs())[0]!.rows_done, { timeout: 20_000, interval: 30 }).toBeGreaterThan(0)
  maker.kill('SIGKILL')
  await ended
  const [left] = await jobs()
  expect(left).toMatchObject({ state: 'running', attempts: 1 })
  expect(left!.rows_done).toBeLessThan(5_000)
  expect(kept()).toHaveLength(1)
  expect(await workExports(), 'its maker may still live').toBe(0)

  await house.owner.query(`update export_job set lease_until = now() - interval '1 second'`)
  expect(await workExports()).toBe(1)
  expect(await lineOf(ines, id)).toMatchObject({ state: 'done', rowsDone: 5_000 })
  const lines = await linesOf(ines, id)
  expect(lines).toHaveLength(5_001)
  expect(new Set(lines).size).toBe(5_001)
  expect(kept()).toHaveLength(1)
  expect(`exports/${kept()[0]}`).toBe((await jobs())[0]!.storage_key)
}, 60_000)

test('told to stop, the worker puts it back for the next', async () => {
  await requestExport(ines, asked(''))
  let batches = 0
  await workExports(() => (batches += 1) > 2)
  expect((await jobs())[0]).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(kept()).toEqual([])
  expect(await workExports()).toBe(1)
  expect((await jobs())[0]).toMatchObject({ state: 'done', rows_done: 5_000 })
})

test('cancelled while it is made, it leaves nothing', async () => {
  const { id } = (await requestExport(ines, asked(''))) as { id: string }
  let first = true
  await workExports(() => false, {
    ...disk,
    async put(key, content) {
      if (first) expect(await cancelExport(ines, id)).toBe(true)
      first = false
      return disk.put(key, content)
    },
  })
  expect(await lineOf(ines, id)).toMatchObject({ state: 'cancelled' })
  expect(kept()).toEqual([])
  expect(await cancelExport(ines, id)).toBe(false)
  expect(await openExport(ines, id)).toBeNull()
  expect(await journalOf(id)).toEqual(['export.requested', 'export.cancelled'])
})

test('a storage that stumbles is tried three times, then told', async () => {
  const { id } = (await requestExport(ines, asked(''))) as { id: string }
  const broken = { ...disk, put: () => Promise.reject(new Error('no space left')) }
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect(workExports(() => false, broken)).rejects.toThrow('an export stumbled')
    await house.owner.query(`update export_job set lease_until = now() - interval '1 second' where lease is not null`)
  }
  expect(await lineOf(ines, id)).toMatchObject({ state: 'failed', error: 'gave_up' })
  await workExports()
  expect(await workExports(), 'nobody tries again').toBe(0)
  expect(await journalOf(id)).toEqual(['export.requested', 'export.failed'])
})

test('after its week it is gone, then its line', async () => {
  const { id } = (await requestExport(ines, asked('q=Personne 00123'))) as { id: string }
  const pass = (days: number) => house.owner.query('update export_job set expires_at = expires_at - make_interval(days => $1), finished_at = finished_at - make_interval(days => $1)', [days])
  await pass(6)
  expect(await readable(ines, id)).toBe(true)
  await pass(1)
  expect(await openExport(ines, id)).toBeNull()
  expect(await lineOf(ines, id)).toMatchObject({ state: 'expired' })
  await workExports()
  expect(kept()).toEqual([])
  expect(await workExports()).toBe(0)
  expect(await journalOf(id)).toEqual(['export.requested', 'export.made', 'export.downloaded', 'export.expired'])
  await pass(31)
  await workExports()
  expect(await jobs()).toEqual([])
})

test('its owner may take it away at once', async () => {
  const { id } = (await requestExport(ines, asked('q=Personne 00123'))) as { id: string }
  expect(await removeExport(ines, id)).toBe(true)
  expect(kept()).toEqual([])
  expect(await ownExports(ines)).toEqual([])
  expect(await removeExport(ines, id)).toBe(false)
})

test('nobody else sees, opens, stops or deletes it', async () => {
  const { id } = (await requestExport(ines, asked('q=Personne 00123'))) as { id: string }
  const others = [house.north.colleague, house.north.manager, house.north.administrator, house.south.counsellor, house.committee, house.platform[0]]
  for (const other of others) {
    expect((await ownExports(other)) ?? []).toEqual([])
    expect(await openExport(other, id)).toBeNull()
    expect(await cancelExport(other, id)).toBe(false)
    expect(await removeExport(other, id)).toBe(false)
  }
  // The database's own answer, without any `where`.
  for (const other of others) expect(await inActorTransaction(other, (tx) => tx.$queryRaw`select id from export_job`)).toEqual([])
  expect(await readable(ines, id)).toBe(true)
  for (const wrong of ['', 'x', '0190a0a0-0000-7000-8000-00000000000', `${id}'`, `${id}\0`]) expect(await openExport(ines, wrong)).toBeNull()
})

test('rights are looked at again when it is downloaded', async () => {
  const { id } = (await requestExport(house.north.manager, asked('q=Personne 00123'))) as { id: string }
  expect(await readable(house.north.manager, id)).toBe(true)
  expect(await openExport({ ...house.north.manager, basinIds: [house.basins.lyon] }, id), 'a basin taken away').toBeNull()
  expect(await openExport({ ...house.north.manager, role: 'counsellor' }, id), 'another role').toBeNull()
})

test('made by the worker with the rights its owner has then', async () => {
  const { id } = (await requestExport(house.north.manager, asked(''))) as { id: string }
  await house.owner.query('delete from account_basin where account_id = $1 and basin_id = $2', [house.north.manager.accountId, house.basins.vienne])
  await workExports()
  const { rows } = await house.owner.query<{ count: number }>('select count(*)::integer as count from case_file where operator_id = $1 and basin_id = $2', [house.north.operatorId, house.basins.lyon])
  expect((await lineOf(house.north.manager, id))!.rowsTotal).toBe(rows[0]!.count)
  await house.owner.query('insert into account_basin (account_id, basin_id, operator_id) values ($1, $2, $3)', [house.north.manager.accountId, house.basins.vienne, house.north.operatorId])

  const later = (await requestExport(house.north.manager, asked(''))) as { id: string }
  await house.owner.query('update account set active = false where id = $1', [house.north.manager.accountId])
  await workExports()
  expect(await lineOf(house.north.manager, later.id)).toMatchObject({ state: 'failed', error: 'not_allowed' })
  await house.owner.query('update account set active = true where id = $1', [house.north.manager.accountId])
})

test('requests that cannot be are refused', async () => {
  expect(await requestExport(house.committee, asked(''))).toEqual({ kind: 'not_allowed' })
  expect(await requestExport(house.platform[0], asked(''))).toEqual({ kind: 'not_allowed' })
  expect(await requestExport(ines, { ...asked(''), definition: 'passwords' })).toEqual({ kind: 'invalid' })
  expect(await requestExport(ines, { ...asked(''), format: 'exe' as 'csv' })).toEqual({ kind: 'invalid' })
  expect(await requestExport(ines, asked('q=a\0b'))).toEqual({ kind: 'invalid' })
  expect(await requestExport(ines, asked('x'.repeat(5_000)))).toEqual({ kind: 'invalid' })
  for (let made = 0; made < 5; made += 1) expect((await requestExport(ines, asked(''))).kind).toBe('under_way')
  expect(await requestExport(ines, asked(''))).toEqual({ kind: 'too_many' })
  expect((await requestExport(house.north.manager, asked(''))).kind, 'each has their own five').toBe('under_way')
})
