import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connected } from '@/lib/launch/database.ts'
import { freePort } from '@/lib/launch/ports.ts'
import { openPostgres, type PostgresServer } from '@/lib/launch/postgres.ts'

// These start servers of their own, whatever server the run uses.
let folder: string
let directory: string
const opened: PostgresServer[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rebond-postgres-'))
  chmodSync(folder, 0o755)
  directory = path.join(folder, 'postgres')
})

afterEach(async () => {
  for (const server of opened.splice(0)) await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function open(settings: { port?: number; password?: string } = {}): Promise<PostgresServer> {
  const server = await openPostgres({ directory, password: 'a password', volatile: true, ...settings })
  opened.push(server)
  return server
}

function kill(signal: NodeJS.Signals): void {
  process.kill(Number(readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]), signal)
}

describe('the embedded Postgres', () => {
  test('keeps its rows and its port from one start to the next', async () => {
    const first = await open({ port: await freePort() })
    await connected(first.url('postgres'), (client) => client.query('create table kept as select 42 as answer'))
    await first.stop()
    expect(existsSync(path.join(directory, 'postmaster.pid'))).toBe(false)
    const second = await open({ port: first.port })
    expect(second.port).toBe(first.port)
    expect(await connected(second.url('postgres'), async (client) => (await client.query('select answer from kept')).rows)).toEqual([{ answer: 42 }])
  })

  test('joins a server that outlived its launcher, and can stop it', async () => {
    const orphan = await open()
    const joined = await open()
    expect(joined.started).toBe(false)
    expect(joined.port).toBe(orphan.port)
    await joined.stop()
    await expect(connected(orphan.url('postgres'), (client) => client.query('select 1'))).rejects.toThrow(/ECONNREFUSED|terminat/)
  })

  test('starts again after a server that was killed', async () => {
    await open()
    kill('SIGKILL')
    const again = await open()
    expect(await connected(again.url('postgres'), async (client) => (await client.query('select 1 as one')).rows)).toEqual([{ one: 1 }])
  })

  test('is not held up by a lock file whose number went to a stranger', async () => {
    const first = await open()
    await first.stop()
    writeFileSync(path.join(directory, 'postmaster.pid'), `${process.pid}\n${directory}\n0\n${first.port}\n`)
    const again = await open()
    expect(again.started).toBe(true)
  })

  test('takes another port when the one it had is busy', async () => {
    const first = await open()
    await first.stop()
    const other = await openPostgres({ directory: path.join(folder, 'other'), password: 'x', port: first.port, volatile: true })
    opened.push(other)
    const again = await open({ port: first.port })
    expect(again.port).not.toBe(first.port)
  })

  test('lets nobody in without the password', async () => {
    const { port } = await open()
    await expect(connected(`postgresql://postgres:wrong@127.0.0.1:${port}/postgres`, (client) => client.query('select 1'))).rejects.toThrow(/password/)
  })

  test('sorts as French does, and knows its own extensions', async () => {
    const { url } = await open()
    await connected(url('postgres'), async (client) => {
      const { rows } = await client.query<{ word: string }>(`select word from unnest(array['zèbre','étude','eau','Abricot']) as word order by word`)
      expect(rows.map(({ word }) => word)).toEqual(['Abricot', 'eau', 'étude', 'zèbre'])
      await client.query('create extension btree_gist')
    })
  })
})
