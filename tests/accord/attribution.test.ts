// A file on two days: each value that moved, and what moved it.
import { describe, expect, test } from 'vitest'
import { day, derive, isoOf, shippedTexts, type FileRecord, type Texts } from '@/lib/accord'
import { attribute, type Attribution, type Learned, type Move, type Told } from '@/lib/accord/file/attribution.ts'
import { fact, frame, PLAIN_SETTINGS, type WrittenFact } from './a-file.ts'

const accepted: readonly WrittenFact[] = [
  ['proposal_handed_over', '2025-09-08'],
  ['motive_notified', '2025-09-08'],
  ['accepted', '2025-09-10'],
]
const supported: readonly WrittenFact[] = [...accepted, ['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20']]

const record = (facts: readonly WrittenFact[], terms: Readonly<Record<string, unknown>> = {}): FileRecord => ({
  frame: frame('2025-09-08', 'employer', { sjr: '100.00', areDaily: '57.40', areDurationDays: 548, ...terms }),
  facts: facts.map(fact),
})
const known = (facts: readonly WrittenFact[], terms = {}) => ({ record: record(facts, terms), texts: shippedTexts })

interface Step {
  readonly cause: string
  readonly on: string
  readonly facts: readonly WrittenFact[]
  readonly terms?: Readonly<Record<string, unknown>>
  readonly texts?: Texts
}
function between(first: readonly WrittenFact[], from: string, to: string, steps: readonly Step[]): Attribution<string> {
  const learned = steps.map(({ cause, on, facts, terms, texts }): Learned<string> => ({ cause, on: day(on), record: record(facts, terms), texts: texts ?? shippedTexts }))
  return attribute(known(first), day(from), day(to), learned, PLAIN_SETTINGS)
}

const named = (told: Told): string => ('name' in told ? `${told.of} ${told.name}` : told.of)
const moveOf = (attribution: Attribution<string>, what: string): Move<string> | undefined => attribution.moves.find(({ before }) => named(before) === what)
const valueOf = ({ of, value }: Told) => (of === 'date' && value !== null ? isoOf(value) : value)
const storyOf = (move: Move<string> | undefined) => move?.causes.map(({ cause, before, after }) => [cause, valueOf(before), valueOf(after)])

describe('nothing recorded in between', () => {
  test('time alone moves the days paid, and is told once', () => {
    const attribution = between(supported, '2026-01-10', '2026-02-10', [])
    expect(storyOf(moveOf(attribution, 'count aspDaysPaid'))).toEqual([['time', 102, 133]])
    expect(attribution.moves.flatMap(({ causes }) => causes.map(({ cause }) => cause))).not.toContain('fact')
    expect(moveOf(attribution, 'date cspTerm')).toBeUndefined()
  })

  test('the same day twice moves nothing', () => {
    expect(between(supported, '2026-01-10', '2026-01-10', []).moves).toEqual([])
  })

  test('silence becomes a refusal: time did it', () => {
    const attribution = between(accepted.slice(0, 2), '2025-09-29', '2025-09-30', [])
    expect(storyOf(moveOf(attribution, 'stage'))).toEqual([['time', 'reflection', 'refused']])
  })
})

describe('a fact recorded in between', () => {
  const sick: WrittenFact = ['suspension', '2026-06-01', { to: '2026-06-10' }]
  const longer: WrittenFact = ['suspension', '2026-06-01', { to: '2026-06-14' }]

  test('moves the term, and time does not', () => {
    const attribution = between(supported, '2026-06-01', '2026-06-20', [{ cause: 'leave', on: '2026-06-03', facts: [...supported, sick] }])
    expect(storyOf(moveOf(attribution, 'date cspTerm'))).toEqual([['leave', '2026-09-29', '2026-10-09']])
  })

  test('and its correction are told one after the other', () => {
    const attribution = between(supported, '2026-06-01', '2026-06-20', [
      { cause: 'leave', on: '2026-06-03', facts: [...supported, sick] },
      { cause: 'correction', on: '2026-06-12', facts: [...supported, longer] },
    ])
    expect(storyOf(moveOf(attribution, 'date cspTerm'))).toEqual([['leave', '2026-09-29', '2026-10-09'], ['correction', '2026-10-09', '2026-10-13']])
    expect(moveOf(attribution, 'date cspTerm')?.cameBack).toBe(false)
  })

  test('and withdrawn leaves the term where it was, and both are told', () => {
    const attribution = between(supported, '2026-06-01', '2026-06-20', [
      { cause: 'leave', on: '2026-06-03', facts: [...supported, sick] },
      { cause: 'withdrawal', on: '2026-06-04', facts: supported },
    ])
    const move = moveOf(attribution, 'date cspTerm')
    expect(move?.cameBack).toBe(true)
    expect(storyOf(move)?.map(([cause]) => cause)).toEqual(['leave', 'withdrawal'])
  })

  test('takes its turn among the days: the acceptance came before the silence', () => {
    const attribution = between(accepted.slice(0, 2), '2025-09-09', '2025-10-02', [{ cause: 'answer', on: '2025-09-10', facts: accepted }])
    expect(storyOf(moveOf(attribution, 'stage'))).toEqual([['answer', 'reflection', 'accepted_pending'], ['time', 'accepted_pending', 'pre_bilan_due']])
  })

  test('meets a deadline, from the day it was recorded', () => {
    const attribution = between(supported.slice(0, 3), '2025-10-01', '2025-10-12', [{ cause: 'interview', on: '2025-10-09', facts: supported.slice(0, 4) }])
    expect(moveOf(attribution, 'deadline preBilan')?.causes.map(({ cause, after }) => [cause, after.of === 'deadline' ? after.value?.status : null])).toEqual([
      ['time', 'overdue'],
      ['interview', 'met'],
    ])
  })

  test('the starting point corrected moves an amount', () => {
    const attribution = between(supported, '2026-01-10', '2026-01-10', [{ cause: 'frame', on: '2026-01-10', facts: supported, terms: { sjr: '120.00' } }])
    expect(storyOf(moveOf(attribution, 'amount aspDaily'))).toEqual([['frame', '75.00', '90.00']])
  })
})

describe('a text published in between', () => {
  const longer: Texts = { ...shippedTexts, agreements: shippedTexts.agreements.map((text) => (text.code === 'G' ? { ...text, changes: { ...text.changes, cspMonths: 13 } } : text)) }

  test('moves the term under that text, and nothing is put on the facts', () => {
    const attribution = between(supported, '2026-06-01', '2026-06-20', [{ cause: 'avenant', on: '2026-06-12', facts: supported, texts: longer }])
    expect(storyOf(moveOf(attribution, 'date cspTerm'))).toEqual([['avenant', '2026-09-29', '2026-10-29']])
  })
})

test('the last state is the file as derived on the last day', () => {
  const facts: readonly WrittenFact[] = [...supported, ['contact_held', '2026-06-05']]
  const attribution = between(supported, '2026-06-01', '2026-06-20', [{ cause: 'contact', on: '2026-06-06', facts }])
  expect(attribution.before).toEqual(derive(record(supported), shippedTexts, PLAIN_SETTINGS, day('2026-06-01')))
  expect(attribution.after).toEqual(derive(record(facts), shippedTexts, PLAIN_SETTINGS, day('2026-06-20')))
})

describe('amounts that are told with another', () => {
  const job: readonly WrittenFact[] = [...supported, ['job_started', '2026-01-05', { contract: 'cdi' }], ['bonus_claimed', '2026-01-10']]
  const learned = [
    { cause: 'wage', on: '2026-01-12', facts: supported, terms: { sjr: '2000.00' } },
    { cause: 'job', on: '2026-01-13', facts: job, terms: { sjr: '2000.00' } },
  ]

  test('a wage that lifts the allowance to its ceiling is told by the allowance, not by the ground of it', () => {
    const { before, after, moves } = between(supported, '2026-01-01', '2026-01-20', learned)
    expect([before.amounts.aspBasis, after.amounts.aspBasis]).toEqual(['rate', 'ceiling'])
    expect(storyOf(moves.find((move) => named(move.before) === 'amount aspDaily'))?.map(([cause]) => cause)).toEqual(['wage'])
    expect(moves.map((move) => named(move.before))).not.toContain('amount aspBasis')
  })

  test('a bonus is told by its total, its payments not a second time', () => {
    const { after, moves } = between(supported, '2026-01-01', '2026-01-20', learned)
    expect(after.amounts.bonusInstalments).toHaveLength(2)
    expect(moves.map((move) => named(move.before))).toContain('amount bonusTotal')
    expect(moves.map((move) => named(move.before))).not.toContain('amount bonusInstalments')
  })
})
