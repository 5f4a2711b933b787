import { describe, expect, test } from 'vitest'
import { firstToDo, placementGroups, placementUrgency } from '@/components/placement/placement-groups.ts'
import { matchingRules } from '@/components/rules/matching-rules.ts'
import { lastKnownDay, textLines } from '@/components/rules/text-lines.ts'
import { addDays, addMonths, day, isoOf } from '@/lib/accord/calendar/day.ts'
import { RULE_CHAPTERS, ruleEntries, RULE_IDS, shippedTexts } from '@/lib/accord/index.ts'
import type { Placement } from '@/lib/cases/views/placements.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

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

describe('the rules page', () => {
  test('shows every rule once, in a chapter that has a name in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const entries = ruleEntries(locale)
      expect(RULE_CHAPTERS.flatMap((name) => entries.filter(({ chapter }) => chapter === name)).map(({ id }) => id).toSorted()).toEqual([...RULE_IDS].toSorted())
      for (const name of RULE_CHAPTERS) expect(messagesFor(locale).rules.chapter[name]).toBeTruthy()
    }
  })

  test.each([
    ['r301', 'R-301'], ['R-301', 'R-301'], ['pre-bilan huit', 'R-301'], ['PRÉ-BILAN', 'R-301'], ['salarié protégé', 'R-011'],
  ])('« %s » finds %s', (asked, rule) => {
    const rules = ruleEntries('fr').map(({ id, title, statement }) => ({ rule: id, title, statement }))
    expect(matchingRules(rules, asked).map((each) => each.rule)).toContain(rule)
  })

  test('nothing asked lists all, nonsense lists none', () => {
    const rules = [{ rule: 'R-301', title: 'Pré-bilan', statement: 'x' }]
    expect(matchingRules(rules, '  ')).toHaveLength(1)
    expect(matchingRules(rules, 'zzz')).toHaveLength(0)
  })

  test('the texts follow each other, the hole of January 2015 said, today’s marked, every change worded', () => {
    const lines = textLines(shippedTexts, today)
    const holes = lines.flatMap((line) => (line.kind === 'hole' ? [[isoOf(line.from), isoOf(line.to)]] : []))
    expect(holes).toEqual([['2015-01-01', '2015-01-31']])
    expect(lines.flatMap((line) => (line.kind === 'agreement' && line.current ? [line.agreement.code] : []))).toEqual(['H'])
    expect(isoOf(lastKnownDay(shippedTexts)!)).toBe('2026-12-31')
    for (const locale of ['fr', 'en'] as const) {
      const changes: Readonly<Record<string, string>> = messagesFor(locale).rules.texts.change
      for (const { code } of [...shippedTexts.agreements, ...shippedTexts.overlays]) expect(changes[code], `${locale} ${code}`).toBeTruthy()
    }
  })
})
