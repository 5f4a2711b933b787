import { describe, expect, test } from 'vitest'
import { firstToDo, placementGroups, placementUrgency } from '@/components/placement/placement-groups.ts'
import { addDays, addMonths, day, isoOf } from '@/lib/accord/calendar/day.ts'
import type { Placement } from '@/lib/cases/views/placements.ts'

const today = day('2026-11-22')
const placement = (personName: string, months: number, more: Partial<Placement> = {}): Placement => ({
  reference: `RB-${personName}`, version: 3, personName, stage: 'follow_up_after_job', jobStartedOn: addDays(addMonths(today, -months), -3), jobContract: 'cdi',
  employerName: null, months, followUpEnd: null, nextContactDue: null, lastContactOn: null, lastSituation: null, counsellorName: 'N. Cazalis', referentName: null,
  toClose: false, ...more,
})

describe('people placed', () => {
  test('are grouped by month in the job, those to close first', () => {
    const groups = placementGroups([placement('B', 2), placement('A', 0), placement('C', 6, { toClose: true }), placement('D', 5), placement('E', 6)], today)
    expect(groups.map(({ name, placements }) => [name, placements.map(({ personName }) => personName)])).toEqual([['close', ['C']], [1, ['A']], [3, ['B']], [6, ['D', 'E']]])
  })

  test('the days a group’s jobs started on meet those of the next month', () => {
    const groups = placementGroups([placement('A', 0), placement('B', 1)], today)
    const [first, second] = groups.map(({ started }) => started)
    expect([isoOf(first!.from), isoOf(first!.to)]).toEqual(['2026-10-23', '2026-11-22'])
    expect([isoOf(second!.from), isoOf(second!.to)]).toEqual(['2026-09-23', '2026-10-22'])
  })

  test('within a month the earliest contact comes first', () => {
    const [group] = placementGroups([placement('A', 0), placement('B', 0, { nextContactDue: addDays(today, 9) }), placement('C', 0, { nextContactDue: addDays(today, -2) })], today)
    expect(group?.placements.map(({ personName }) => personName)).toEqual(['C', 'B', 'A'])
  })

  test('one line to begin with: the closing that waits longest, else the contact due first', () => {
    const late = placement('A', 4, { nextContactDue: addDays(today, -5) })
    const soon = placement('B', 0, { nextContactDue: addDays(today, 9) })
    const closing = placement('C', 6, { toClose: true, followUpEnd: addDays(today, -2) })
    expect(firstToDo(placementGroups([soon, late], today))?.personName).toBe('A')
    expect(firstToDo(placementGroups([soon, late, closing], today))?.personName).toBe('C')
    expect(firstToDo([])).toBeNull()
  })

  test('what waits today counts the last day itself', () => {
    const urgency = placementUrgency([
      placement('A', 0, { nextContactDue: today }), placement('B', 0, { nextContactDue: addDays(today, -1) }),
      placement('C', 0, { nextContactDue: addDays(today, 5) }), placement('D', 6, { toClose: true }),
    ], today)
    expect(urgency).toMatchObject({ due: 2, toClose: 1 })
    expect(urgency.next?.personName).toBe('C')
  })
})
