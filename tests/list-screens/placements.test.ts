import { describe, expect, test } from 'vitest'
import { boardColumns, firstToDo, placementGroups, placementUrgency, shownPlacements } from '@/components/placement/placement-groups.ts'
import { addDays, addMonths, day } from '@/lib/accord/calendar/day.ts'
import type { Placement } from '@/lib/cases/views/placements.ts'

const today = day('2026-11-22')
const placement = (personName: string, months: number, more: Partial<Placement> = {}): Placement => ({
  reference: `RB-${personName}`, version: 3, personName, stage: 'follow_up_after_job', jobStartedOn: addDays(addMonths(today, -months), -3), jobContract: 'cdi',
  employerName: null, months, followUpEnd: null, nextContactDue: null, lastContactOn: null, lastSituation: null, counsellorName: 'N. Cazalis', referentName: null,
  duties: [], mayComeBack: true, toClose: false, ...more,
})

describe('people placed', () => {
  test('are grouped by month in the job, those to close first', () => {
    const groups = placementGroups([placement('B', 2), placement('A', 0), placement('C', 6, { toClose: true }), placement('D', 5), placement('E', 6)])
    expect(groups.map(({ name, placements }) => [name, placements.map(({ personName }) => personName)])).toEqual([['close', ['C']], [1, ['A']], [3, ['B']], [6, ['D', 'E']]])
  })

  test('within a month the earliest contact comes first', () => {
    const [group] = placementGroups([placement('A', 0), placement('B', 0, { nextContactDue: addDays(today, 9) }), placement('C', 0, { nextContactDue: addDays(today, -2) })])
    expect(group?.placements.map(({ personName }) => personName)).toEqual(['C', 'B', 'A'])
  })

  test('one line to begin with: the closing that waits longest, else the contact due first', () => {
    const late = placement('A', 4, { nextContactDue: addDays(today, -5) })
    const soon = placement('B', 0, { nextContactDue: addDays(today, 9) })
    const closing = placement('C', 6, { toClose: true, followUpEnd: addDays(today, -2) })
    expect(firstToDo(placementGroups([soon, late]))?.personName).toBe('A')
    expect(firstToDo(placementGroups([soon, late, closing]))?.personName).toBe('C')
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

  test('the board has a column for each month and one to close, empty ones included, and its counts are those of the list', () => {
    const all = [placement('A', 0), placement('B', 2), placement('C', 6, { toClose: true }), placement('D', 2)]
    expect(boardColumns(all).map(({ name, placements }) => [name, placements.length])).toEqual([[1, 1], [2, 0], [3, 2], [4, 0], [5, 0], [6, 0], ['close', 1]])
    expect(boardColumns(all).reduce((sum, { placements }) => sum + placements.length, 0)).toBe(all.length)
  })

  test('the filter keeps what is due today or late: a contact, the second instalment of the bonus, a result', () => {
    const duty = (code: 'followUp' | 'bonusSecondPayment', days: number) => ({ code, rule: code === 'followUp' ? 'R-309' : 'R-502', dueOn: addDays(today, days), act: 'follow_up_held' }) as const
    const all = [
      placement('A', 0, { duties: [duty('followUp', 0)] }), placement('B', 1, { duties: [duty('followUp', 1)] }), placement('C', 6, { toClose: true }),
      placement('D', 3, { duties: [duty('bonusSecondPayment', -1), duty('followUp', 9)] }), placement('E', 2),
    ]
    expect(shownPlacements(all, today, true).map(({ personName }) => personName)).toEqual(['A', 'C', 'D'])
    expect(shownPlacements(all, today, false)).toHaveLength(5)
  })
})
