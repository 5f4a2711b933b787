import { describe, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { EVERY, holds, type Condition } from '@/lib/indicators/conditions.ts'
import type { Measures } from '@/lib/indicators/measures.ts'

/** What is known of a file in a test; nothing else is asked of it. */
const line = (known: Partial<Measures>) => ({ preBilanOn: null, preBilanDueOn: null, firstTrainingMonth: null, durableAtExit: null, exitMotive: null, ...known }) as Measures

const on = day('2024-01-16')
const eve = day('2024-01-15')
const inTime: Condition = { day: 'preBilanOn', atMost: 'preBilanDueOn' }
const monthsFiveToEight: Condition = { number: 'firstTrainingMonth', from: 5, to: 8 }
const fromMonthNine: Condition = { number: 'firstTrainingMonth', from: 9, to: null }
const left: Condition = { choice: 'exitMotive', among: ['term', 'renounced'] }

describe('what a figure asks of a file', () => {
  test.each<[what: string, condition: Condition, known: Partial<Measures>, expected: boolean]>([
    ['everyone', EVERY, {}, true],
    ['all: each of them', { all: [{ known: 'preBilanOn' }, { known: 'preBilanDueOn' }] }, { preBilanOn: on, preBilanDueOn: on }, true],
    ['all: not one alone', { all: [{ known: 'preBilanOn' }, { known: 'preBilanDueOn' }] }, { preBilanOn: on }, false],
    ['any: one of them', { any: [{ known: 'preBilanOn' }, { known: 'preBilanDueOn' }] }, { preBilanDueOn: on }, true],
    ['any: not none', { any: [{ known: 'preBilanOn' }, { known: 'preBilanDueOn' }] }, {}, false],
    ['known', { known: 'preBilanOn' }, { preBilanOn: on }, true],
    ['known: not what is not', { known: 'preBilanOn' }, {}, false],
    ['unknown', { unknown: 'preBilanOn' }, {}, true],
    ['unknown: not what is known', { unknown: 'preBilanOn' }, { preBilanOn: on }, false],
    ['yes', { yes: 'durableAtExit' }, { durableAtExit: true }, true],
    ['yes: not a no', { yes: 'durableAtExit' }, { durableAtExit: false }, false],
    ['yes: not what is not known', { yes: 'durableAtExit' }, {}, false],
    ['no', { no: 'durableAtExit' }, { durableAtExit: false }, true],
    ['no: not a yes', { no: 'durableAtExit' }, { durableAtExit: true }, false],
    ['no: not what is not known', { no: 'durableAtExit' }, {}, false],
    ['a day: before the other', inTime, { preBilanOn: eve, preBilanDueOn: on }, true],
    ['a day: the very day', inTime, { preBilanOn: on, preBilanDueOn: on }, true],
    ['a day: not after', inTime, { preBilanOn: on, preBilanDueOn: eve }, false],
    ['a day: not one that is not known', inTime, { preBilanDueOn: on }, false],
    ['a day: not against one that is not known', inTime, { preBilanOn: on }, false],
    ['a number: the first', monthsFiveToEight, { firstTrainingMonth: 5 }, true],
    ['a number: the last', monthsFiveToEight, { firstTrainingMonth: 8 }, true],
    ['a number: not the one before', monthsFiveToEight, { firstTrainingMonth: 4 }, false],
    ['a number: not the one after', monthsFiveToEight, { firstTrainingMonth: 9 }, false],
    ['a number without an end', fromMonthNine, { firstTrainingMonth: 15 }, true],
    ['a number: not one that is not known', { number: 'firstTrainingMonth', from: 0, to: null }, {}, false],
    ['a choice', left, { exitMotive: 'renounced' }, true],
    ['a choice: not another', left, { exitMotive: 'durable_job' as Measures['exitMotive'] }, false],
    ['a choice: not what is not known', left, {}, false],
  ])('%s', (_, condition, known, expected) => {
    expect(holds(condition, line(known))).toBe(expected)
  })
})
