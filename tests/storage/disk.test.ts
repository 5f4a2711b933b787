import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { diskStorage } from '@/lib/storage/disk.ts'
import { newKey } from '@/lib/storage/storage.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rebond-storage-'))
const storage = diskStorage(folder)
afterAll(() => rmSync(folder, { recursive: true }))

test('what is kept is read again, whole and as a stream, until it is taken away', async () => {
  const key = newKey('attachments')
  await storage.put(key, Readable.from(['bonjour']))
  expect((await storage.read(key))?.toString()).toBe('bonjour')
  expect(await text((await storage.open(key))!)).toBe('bonjour')
  await storage.remove(key)
  await storage.remove(key)
  expect(await storage.read(key)).toBeNull()
  expect(await storage.open(key)).toBeNull()
})

test('a key is never taken twice', async () => {
  const key = newKey('documents')
  await storage.put(key, Readable.from(['first']))
  await expect(storage.put(key, Readable.from(['second']))).rejects.toThrow(/EEXIST/u)
  expect((await storage.read(key))?.toString()).toBe('first')
})

test('nothing stays of a stream that broke', async () => {
  const key = newKey('exports')
  const broken = Readable.from(
    (async function* () {
      yield 'half'
      throw new Error('the line was cut')
    })(),
  )
  await expect(storage.put(key, broken)).rejects.toThrow('the line was cut')
  expect(await storage.read(key)).toBeNull()
  expect(readdirSync(path.join(folder, 'exports'))).toEqual([])
})

test('a key that would leave the folder is refused', async () => {
  for (const key of ['../secret', 'attachments/../../etc/passwd', 'attachments/', 'other/0190a0a0-0000-7000-8000-000000000000']) {
    await expect(storage.read(key)).rejects.toThrow('not a storage key')
  }
})
