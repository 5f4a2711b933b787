import { describe, expect, it } from 'vitest'
import { chanceOf } from '@/lib/launch/fuzz/chance.ts'
import { faultsOf } from '@/lib/launch/fuzz/faults.ts'
import { drawCall } from '@/lib/launch/fuzz/mischief.ts'
import { fuzz } from '@/lib/launch/fuzz/round.ts'
import { answerCall } from '@/lib/accord/simulate/answer.ts'
import { shippedTexts } from '@/lib/accord/index.ts'

describe('the simulator, under calls of all sorts', { timeout: 60_000 }, () => {
  it('keeps the contract or names what is wrong, 2,000 times', () => {
    const round = fuzz(2_000, 2_026)
    expect(round.failures).toEqual([])
    // Both sorts are drawn: a fuzz that is always refused proves nothing.
    expect(round.answered).toBeGreaterThan(500)
    expect(round.refused).toBeGreaterThan(300)
  })

  it('draws the same calls from the same seed, others from another', () => {
    const calls = (seed: number) => {
      const chance = chanceOf(seed)
      return Array.from({ length: 50 }, () => drawCall(chance))
    }
    expect(calls(7)).toEqual(calls(7))
    expect(calls(7)).not.toEqual(calls(8))
  })
})

describe('the judge of answers', () => {
  const request = {
    today: '2026-03-01',
    procedure: { engagedOn: '2025-09-08', entryPath: 'employer' },
    employment: { hiredOn: '2015-03-01', monthlyGross: '3000.00', noticeMonths: 2 },
    benefit: { sjr: '98.63', areDurationDays: 548 },
    facts: [{ kind: 'proposal_handed_over', on: '2025-09-08' }, { kind: 'accepted', on: '2025-09-15' }, { kind: 'accepted', on: '2025-09-16' }],
  }
  type Answer = Record<string, Record<string, unknown>>
  const answered = () => JSON.parse(JSON.stringify(answerCall(JSON.stringify(request), shippedTexts, 'fr').body)) as Answer
  const spoiled = (spoil: (answer: Answer) => void) => {
    const answer = answered()
    spoil(answer)
    return faultsOf(answer, 3)
  }

  it('finds nothing wrong with an answer of ours', () => {
    expect(faultsOf(answered(), 3)).toEqual([])
  })

  it.each<readonly [string, (answer: Answer) => void]>([
    ['a key missing', (answer) => delete answer['stage']],
    ['a date missing', (answer) => delete answer['dates']?.['aspEnd']],
    ['a date that does not exist', (answer) => Object.assign(answer['dates'] ?? {}, { cspTerm: '2026-02-30' })],
    ['an amount below zero', (answer) => Object.assign(answer['amounts'] ?? {}, { aspDaily: '-1.00' })],
    ['an amount with one decimal', (answer) => Object.assign(answer['amounts'] ?? {}, { aspDaily: '73.9' })],
    ['a date that is not explained', (answer) => delete answer['explanations']?.['cspTerm']],
    ['an explanation of nothing', (answer) => Object.assign(answer['dates'] ?? {}, { cspTerm: null })],
    ['days below zero', (answer) => Object.assign(answer['totals'] ?? {}, { workPeriodDays: -1 })],
    ['a stage of its own', (answer) => Object.assign(answer, { stage: 'lost' })],
    ['a refusal of a fact that was not sent', (answer) => Object.assign((answer['refusals'] as unknown as Record<string, unknown>[])[0] ?? {}, { factIndex: 3 })],
    ['a deadline under a rule that does not exist', (answer) => Object.assign((answer['deadlines'] as unknown as Record<string, unknown>[])[0] ?? {}, { rule: 'R-999' })],
    ['an alert without words', (answer) => Object.assign((answer['alerts'] as unknown as Record<string, unknown>[])[0] ?? {}, { message: '' })],
  ])('finds %s', (_, spoil) => {
    expect(spoiled(spoil)).not.toEqual([])
  })

  it('wants the path and the message of an error, and nothing else beside them', () => {
    expect(faultsOf({ error: { path: 'today', message: 'x' } }, 0)).toEqual([])
    expect(faultsOf({ error: { path: 'today' } }, 0)).not.toEqual([])
    expect(faultsOf({ error: { path: 'today', message: 'x' }, stage: 'term' }, 0)).not.toEqual([])
  })
})
