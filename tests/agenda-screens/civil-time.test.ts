// Civil times: whatever the day, the time and the zone, an appointment stands for one instant or is refused.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, isoOf } from '@/lib/accord/calendar/day.ts'
import { civilTimeOf, resolveTime, type CivilTime } from '@/lib/agenda/civil-time.ts'
import { formatLength, formatTime, formatTimes } from '@/lib/wording/format/time.ts'
import { minutesOfTime, readTypedTime, timeOfMinutes } from '@/lib/wording/time-of-day.ts'

const zones = ['Europe/Paris', 'America/Guadeloupe', 'Indian/Reunion', 'America/Miquelon', 'Pacific/Noumea', 'America/New_York', 'Australia/Lord_Howe']
const anyTime = fc.record({ offset: fc.integer({ min: 0, max: 900 }), minutes: fc.integer({ min: 0, max: 1439 }), zone: fc.constantFrom(...zones) })

const rank = (at: CivilTime): number => at.day * 1440 + minutesOfTime(at.time)

/** What is wrong with how a time was resolved; nothing, as it should be. */
function faultsOf(asked: CivilTime, zone: string): readonly string[] {
  const resolved = resolveTime(asked, zone)
  const named = `${isoOf(asked.day)} ${asked.time} ${zone}`
  if (resolved.ok) return rank(civilTimeOf(resolved.startsAt, zone)) === rank(asked) ? [] : [`${named} comes back as another`]
  const nearest = [resolved.before, resolved.after]
  return [
    ...nearest.filter((near) => minutesOfTime(near.time) % 15 !== 0).map(({ time }) => `${named}: ${time} is no quarter of an hour`),
    ...nearest.filter((near) => !resolveTime(near, zone).ok).map(({ time }) => `${named}: ${time} is refused in its turn`),
    ...(rank(resolved.before) < rank(asked) && rank(asked) < rank(resolved.after) ? [] : [`${named} is not between what is proposed`]),
  ]
}

describe('the instant of a civil time', () => {
  test('comes back as the civil time; refused, the nearest ones are quarters that resolve, on each side', () => {
    fc.assert(fc.property(anyTime, ({ offset, minutes, zone }) => {
      expect(faultsOf({ day: addDays(day('2026-01-01'), offset), time: timeOfMinutes(minutes) }, zone)).toEqual([])
    }), { numRuns: 1500 })
  })

  test.each([
    ['2026-10-25', '02:00', 'twice'], ['2026-10-25', '02:30', 'twice'], ['2026-10-25', '02:59', 'twice'],
    ['2027-03-28', '02:00', 'skipped'], ['2027-03-28', '02:30', 'skipped'], ['2027-03-28', '02:59', 'skipped'],
  ] as const)('in Paris, %s at %s is %s', (on, time, code) => {
    expect(resolveTime({ day: day(on), time }, 'Europe/Paris')).toEqual({ ok: false, code, before: { day: day(on), time: '01:45' }, after: { day: day(on), time: '03:00' } })
    expect(faultsOf({ day: day(on), time }, 'Europe/Paris')).toEqual([])
  })

  test.each([['2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'], ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'], ['2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'], ['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z']])(
    'in Paris, %s at %s is %s', (on, time, instant) => {
      expect(resolveTime({ day: day(on), time }, 'Europe/Paris')).toEqual({ ok: true, startsAt: new Date(instant) })
    })

  test('the order of times is the order of instants, whatever the day', () => {
    fc.assert(fc.property(anyTime, fc.integer({ min: 1, max: 600 }), ({ offset, minutes, zone }, later) => {
      const on = addDays(day('2026-01-01'), offset)
      fc.pre(minutes + later < 1440)
      const [first, second] = [resolveTime({ day: on, time: timeOfMinutes(minutes) }, zone), resolveTime({ day: on, time: timeOfMinutes(minutes + later) }, zone)]
      return !first.ok || !second.ok || second.startsAt > first.startsAt
    }), { numRuns: 600 })
  })
})

describe('a time as it is typed and said', () => {
  test.each([['14 h 30', '14:30'], ['14h30', '14:30'], ['14:30', '14:30'], ['9', '09:00'], ['9h', '09:00'], ['0930', '09:30'], [' 8.05 ', '08:05'], ['14\u00A0h\u00A030', '14:30']])('« %s » is %s', (typed, time) => {
    expect(readTypedTime(typed)).toEqual({ ok: true, time })
  })
  test.each([['', 'empty'], ['midi', 'unreadable'], ['24:00', 'noSuchTime'], ['12:60', 'noSuchTime'], ['-1', 'unreadable']])('« %s » is refused', (typed, code) => {
    expect(readTypedTime(typed)).toEqual({ ok: false, code })
  })
  test('is said in each language', () => {
    expect([formatTime('14:30', 'fr'), formatTime('09:00', 'fr'), formatTime('09:00', 'en')]).toEqual(['14\u00A0h\u00A030', '9\u00A0h', '9:00'])
    expect(formatTimes('09:00', '10:15', 'fr')).toBe('de\u00A09\u00A0h à\u00A010\u00A0h\u00A015')
    expect([15, 60, 90].map((minutes) => formatLength(minutes, 'fr'))).toEqual(['15\u00A0min', '1\u00A0h', '1\u00A0h\u00A030'])
  })
})
