import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '@/lib/accord/index.ts'
import { advanceDueFiles, turnTheDay } from '@/lib/cases/advance-day.ts'
import { parseCaseloadParams } from '@/lib/cases/caseload-params.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { countTerritories, turnEveryDay } from '@/lib/jobs/daily.ts'
import { drainOutbox } from '@/lib/jobs/outbox.ts'
import { accepted, opened, record, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-02-20')
})
afterAll(() => house.end())

const stage = async (reference: string) =>
  (await house.owner.query<{ stage: string }>('select stage from case_file where reference = $1 and operator_id = $2', [reference, house.north.operatorId])).rows[0]!.stage
const passed = async (reference: string) =>
  (await history(house.north.counsellor, reference))!.entries.filter((entry) => entry.action === 'time.passed').map((entry) => entry.detail['stage'])

describe('time passes', () => {
  it('turns silence into refusal the day after the period, once, however often the job runs', async () => {
    await house.setDay('2026-02-20')
    const reference = await opened(house.north.counsellor)
    expect(await stage(reference)).toBe('reflection')
    // 23 February is the last day to answer.
    await house.setDay('2026-02-23')
    await turnEveryDay()
    expect(await stage(reference)).toBe('reflection')
    await house.setDay('2026-02-24')
    const [north] = await turnEveryDay()
    expect(north).toMatchObject({ operator: 'north', today: day('2026-02-24'), files: 1 })
    expect(await stage(reference)).toBe('refused')
    expect(await turnEveryDay()).toMatchObject([{ files: 0 }, { files: 0 }])
    expect(await passed(reference)).toEqual([{ before: 'reflection', after: 'refused' }])
  })

  it('opens the CSP on its day and ends it at its term', async () => {
    await house.setDay('2026-02-20')
    const reference = await accepted(house, house.north.counsellor)
    expect(await stage(reference)).toBe('accepted_pending')
    await house.setDay('2026-02-24')
    await turnEveryDay()
    expect(await stage(reference)).toBe('pre_bilan_due')
    await house.setDay('2027-02-24')
    await turnEveryDay()
    expect(await stage(reference)).toBe('term')
    expect(await passed(reference)).toEqual([
      { before: 'accepted_pending', after: 'pre_bilan_due' },
      { before: 'pre_bilan_due', after: 'term' },
    ])
    const view = await history(house.north.counsellor, reference)
    expect(view?.entries.filter((entry) => entry.action === 'time.passed').every((entry) => entry.who === null)).toBe(true)
    expect(view?.chain.verified).toBe(true)
  })

  it('moves a term that an open leave puts off each day, and says nothing of it: the stage is the same', async () => {
    await house.setDay('2026-03-02')
    const reference = await accepted(house, house.north.counsellor)
    const leave = await record(house, house.north.counsellor, reference, 'suspension', { cause: 'sickness', from: '2026-03-01' })
    expect(leave.kind).toBe('recorded')
    const term = async () => (await house.owner.query<{ t: string }>(`select csp_term::text as t from case_file where reference = $1 and operator_id = $2`, [reference, house.north.operatorId])).rows[0]!.t
    expect(await term()).toBe('2027-02-25')
    await house.setDay('2026-03-05')
    await turnEveryDay()
    expect(await term()).toBe('2027-02-28')
    expect(await passed(reference)).toEqual([])
  })

  it('is done by a read that comes first', async () => {
    await house.setDay('2026-02-20')
    const reference = await opened(house.north.counsellor)
    await house.setDay('2026-02-24')
    expect(await turnTheDay(house.north.counsellor)).toBe(day('2026-02-24'))
    expect(await stage(reference)).toBe('refused')
    await house.setDay('2026-02-20')
    const second = await opened(house.north.counsellor)
    await house.setDay('2026-02-24')
    const page = await caseload(house.north.counsellor, parseCaseloadParams({ q: second, scope: 'all' }))
    expect(page!.rows[0]!.stage).toBe('refused')
  })

  it('keeps the version: who had the form open is not told of time', async () => {
    await house.setDay('2026-02-20')
    const reference = await accepted(house, house.north.counsellor)
    const version = async () => (await house.owner.query('select version from case_file where reference = $1 and operator_id = $2', [reference, house.north.operatorId])).rows[0]
    const before = await version()
    await house.setDay('2026-03-01')
    await turnEveryDay()
    expect(await version()).toEqual(before)
  })

  it('gives a line of measures to files kept before there were any, the very line that a write gives', async () => {
    const lines = async () => (await house.owner.query('select * from case_measure order by case_id')).rows
    await turnEveryDay()
    const before = await lines()
    expect(before.length).toBeGreaterThan(2)
    await house.owner.query('delete from case_measure')
    await turnEveryDay()
    expect(await lines()).toEqual(before)
    expect((await house.owner.query('select 1 from indicator_stale')).rows).toEqual([])
  })

  it('goes back when a demo’s day is set back', async () => {
    await house.setDay('2026-02-20')
    const reference = await accepted(house, house.north.counsellor)
    await house.setDay('2027-06-01')
    await turnEveryDay()
    expect(await stage(reference)).toBe('term')
    await house.setDay('2026-03-02')
    await turnTheDay(house.north.counsellor)
    expect(await stage(reference)).toBe('pre_bilan_due')
  })

  it('is shared between two workers, each file moved once', async () => {
    await house.setDay('2026-02-20')
    const references = await Promise.all(Array.from({ length: 12 }, () => opened(house.north.counsellor)))
    await house.setDay('2026-02-24')
    const today = day('2026-02-24')
    await house.owner.query(`update case_file set next_change_on = null where not reference = any($1)`, [references])
    const moved = await Promise.all([advanceDueFiles(house.north.operatorId, today, 100), advanceDueFiles(house.north.operatorId, today, 100)])
    expect(moved[0] + moved[1]).toBe(12)
    for (const reference of references) expect(await passed(reference)).toHaveLength(1)
  })

  it('stops at the limit asked', async () => {
    await house.setDay('2026-02-20')
    const references = await Promise.all(Array.from({ length: 3 }, () => opened(house.north.counsellor)))
    await house.setDay('2026-02-24')
    await house.owner.query(`update case_file set next_change_on = null where not reference = any($1)`, [references])
    expect(await advanceDueFiles(house.north.operatorId, day('2026-02-24'), 2)).toBe(2)
    expect(await advanceDueFiles(house.north.operatorId, day('2026-02-24'), 2)).toBe(1)
  })
})

describe('the outbox', () => {
  it('is handled once, oldest first, operator by operator', async () => {
    await drainOutbox()
    const reference = await opened(house.north.counsellor)
    await opened(house.south.counsellor)
    const heard: string[] = []
    const handlers = {
      file_changed: async (operatorId: string, message: { payload: unknown }) => {
        heard.push(`${operatorId === house.north.operatorId ? 'north' : 'south'} ${(message.payload as { action: string }).action}`)
      },
    }
    expect(await drainOutbox(handlers)).toEqual({ handled: 6, failed: [] })
    expect(heard).toEqual(['north file.opened', 'north fact.recorded', 'north fact.recorded', 'south file.opened', 'south fact.recorded', 'south fact.recorded'])
    expect(await drainOutbox(handlers)).toEqual({ handled: 0, failed: [] })
    expect(reference).toMatch(/^RB-/)
  })

  it('tries a message whose handling failed again, stops no other for it, and sets it aside in the end', async () => {
    await drainOutbox()
    await opened(house.north.counsellor)
    const heard: string[] = []
    const handlers = {
      file_changed: async (_: string, message: { id: string; payload: unknown }) => {
        if ((message.payload as { action: string }).action === 'file.opened') throw new Error('no answer')
        heard.push(message.id)
      },
    }
    expect(await drainOutbox(handlers)).toMatchObject({ handled: 2, failed: [{ topic: 'file_changed', attempts: 1, setAside: false }] })
    expect(heard).toHaveLength(2)
    expect(await drainOutbox(handlers)).toEqual({ handled: 0, failed: [] })
    for (const attempts of [2, 3, 4, 5]) {
      await house.owner.query(`update outbox set next_attempt_at = now() where processed_at is null`)
      expect((await drainOutbox(handlers)).failed).toMatchObject([{ attempts, setAside: attempts === 5 }])
    }
    const { rows } = await house.owner.query('select attempts, failure, set_aside_at is not null as aside from outbox where processed_at is null')
    expect(rows).toEqual([{ attempts: 5, failure: 'no answer', aside: true }])
    expect(await drainOutbox(handlers)).toEqual({ handled: 0, failed: [] })
  })
})

describe('figures of territories', () => {
  it('cross operators as a role that the worker alone is given, once a quarter', async () => {
    expect(await countTerritories()).toBe('no_address')
    process.env.STEERING_DATABASE_URL = house.steeringUrl
    await house.setDay('2026-04-21')
    expect(await countTerritories()).toMatchObject({ number: 1, newestQuarter: '2026-Q1' })
    expect(await countTerritories()).toBeNull()
    // Twenty days go by after a quarter before it is counted.
    await house.setDay('2026-07-20')
    expect(await countTerritories()).toBeNull()
    await house.setDay('2026-07-21')
    expect(await countTerritories()).toMatchObject({ number: 2, newestQuarter: '2026-Q2' })
    delete process.env.STEERING_DATABASE_URL
  })
})

let appUrl = ''
beforeAll(() => {
  appUrl = process.env.APP_DATABASE_URL!
})

describe('the worker', () => {
  const start = (...args: string[]) =>
    spawn('npx', ['node', 'lib/jobs/worker.ts', ...args], { env: { ...process.env, APP_DATABASE_URL: appUrl, NEXTAUTH_SECRET: 'a secret of the tests, long enough' }, stdio: ['ignore', 'pipe', 'inherit'], detached: true })

  it('does everything once with --once', async () => {
    await house.setDay('2026-02-20')
    const reference = await opened(house.north.counsellor)
    await house.setDay('2026-02-24')
    const [code] = (await once(start('--once'), 'exit')) as [number]
    expect(code).toBe(0)
    expect(await stage(reference)).toBe('refused')
    expect(await drainOutbox()).toEqual({ handled: 0, failed: [] })
  })

  it('hears the outbox, and stops cleanly on SIGTERM', async () => {
    const worker = start()
    const lines: string[] = []
    await new Promise<void>((resolve) => {
      worker.stdout.on('data', (chunk: Buffer) => {
        lines.push(chunk.toString())
        if (lines.join('').includes('working')) resolve()
      })
    })
    await opened(house.north.counsellor)
    const waiting = async () => Number((await house.owner.query('select count(*)::integer as n from outbox where processed_at is null and set_aside_at is null')).rows[0].n)
    for (let tries = 0; tries < 50 && (await waiting()) > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await waiting()).toBe(0)
    process.kill(-worker.pid!, 'SIGTERM')
    await once(worker, 'close')
    expect(lines.join('')).toContain('stopped')
  })
})
