import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { fromColumn, toColumn } from '@/lib/database/calendar-columns.ts'

test('a day goes to its column and comes back', () => {
  expect(toColumn(day('2026-03-01')).toISOString()).toBe('2026-03-01T00:00:00.000Z')
  expect(fromColumn(new Date('2026-03-01T00:00:00Z'))).toBe(day('2026-03-01'))
  expect(toColumn(null)).toBeNull()
  expect(fromColumn(null)).toBeNull()
})

// Node reads TZ once, at start: each zone gets a process. Both change hour on the days tried.
test.each(['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Paris'])('in %s too', (zone) => {
  const program = `
    import { day, isoOf } from './lib/accord/calendar/day.ts'
    import { fromColumn, toColumn } from './lib/database/calendar-columns.ts'
    const days = ['2026-03-29', '2026-10-25', '2026-09-27', '2026-04-05', '2026-03-08', '2026-11-01', '1969-12-31', '2024-02-29']
    console.log(JSON.stringify(days.flatMap((iso) => {
      const column = toColumn(day(iso))
      return column.toISOString() === iso + 'T00:00:00.000Z' && isoOf(fromColumn(column)) === iso ? [] : [iso]
    })))`
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual([])
})
