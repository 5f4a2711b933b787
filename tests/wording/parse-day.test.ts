import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { addDays, day, isoOf } from '@/lib/accord/calendar/day.ts'
import { formatDayInput } from '@/lib/wording/format/day.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'

describe('days as typed', () => {
  it.each(['14/09/2026', '14.09.2026', '14-09-2026', '14 09 2026', '14092026', '2026-09-14', ' 14/9/2026 ', '2026-9-14'])('reads %j', (typed) => {
    expect(readTypedDay(typed)).toEqual({ ok: true, day: day('2026-09-14') })
  })

  it('reads the day before the month', () => {
    expect(readTypedDay('03/04/2026')).toEqual({ ok: true, day: day('2026-04-03') })
  })

  it.each([
    ['', 'empty'], ['   ', 'empty'], ['demain', 'unreadable'], ['14/09', 'unreadable'], ['14/09/26', 'shortYear'],
    ['14/13/2026', 'noSuchMonth'], ['14/00/2026', 'noSuchMonth'], ['14/09/1899', 'yearOutOfRange'], ['14/09/2200', 'yearOutOfRange'],
    ['2026-13-01', 'noSuchMonth'], ['14/09/2026 ?', 'unreadable'], ['😀', 'unreadable'], ['١٤/٠٩/٢٠٢٦', 'unreadable'],
  ])('refuses %j: %s', (typed, code) => {
    expect(readTypedDay(typed)).toEqual({ ok: false, code })
  })

  it('says which day a month ends on when the day does not exist', () => {
    expect(readTypedDay('31/06/2026')).toEqual({ ok: false, code: 'noSuchDay', month: 6, year: 2026, lastDay: 30 })
    expect(readTypedDay('29/02/2026')).toMatchObject({ code: 'noSuchDay', lastDay: 28 })
    expect(readTypedDay('00/06/2026')).toMatchObject({ code: 'noSuchDay', lastDay: 30 })
    expect(readTypedDay('29/02/2028')).toMatchObject({ ok: true })
  })

  it('reads back every day it is shown as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
        const value = addDays(day('1900-01-01'), days)
        expect(readTypedDay(formatDayInput(value))).toEqual({ ok: true, day: value })
        expect(readTypedDay(isoOf(value))).toEqual({ ok: true, day: value })
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => void readTypedDay(typed)))
  })
})
