import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { civilDay, moment } from '@/lib/clock/civil-day.ts'
import { twoOperators, type TwoOperators } from './two-operators.ts'

let houses: TwoOperators
beforeAll(async () => {
  houses = await twoOperators()
})
afterAll(() => houses.end())
afterEach(() => {
  vi.unstubAllEnvs()
})

const set = (iso: string | null) => houses.owner.query('update demo_clock set civil_day = $1', [iso])
const today = (zone: string) => Temporal.Now.plainDateISO(zone).toString()

test('today is the civil day of the time zone', async () => {
  vi.stubEnv('REBOND_CLOCK', 'settable')
  await set(null)
  for (const zone of ['Europe/Paris', 'Pacific/Auckland', 'America/Los_Angeles']) expect(isoOf(await civilDay(zone))).toBe(today(zone))
})

test('a set day wins, in the demo and the tests only', async () => {
  await set('2027-03-01')
  vi.stubEnv('REBOND_CLOCK', 'settable')
  expect(isoOf(await civilDay())).toBe('2027-03-01')
  vi.stubEnv('REBOND_CLOCK', '')
  expect(isoOf(await civilDay())).toBe(today('Europe/Paris'))
})

test('what is recorded on a set day is dated of it, at the present hour of the zone', async () => {
  vi.stubEnv('REBOND_CLOCK', 'settable')
  await set('2027-07-14')
  const recorded = Temporal.Instant.fromEpochMilliseconds((await moment('Europe/Paris')).getTime()).toZonedDateTimeISO('Europe/Paris')
  expect(recorded.toPlainDate().toString()).toBe('2027-07-14')
  const apart = Math.abs(recorded.toPlainTime().until(Temporal.Now.plainTimeISO('Europe/Paris')).total('seconds'))
  expect(Math.min(apart, 86_400 - apart)).toBeLessThan(30)
  await set(null)
  expect(Math.abs((await moment()).getTime() - Date.now())).toBeLessThan(5_000)
})
