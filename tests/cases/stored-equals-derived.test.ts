import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, isoOf, type Day, type FactKind, type Settings } from '@/lib/accord/index.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { advanceDueFiles } from '@/lib/cases/advance-day.ts'
import { correctFact } from '@/lib/cases/commands/correct-fact.ts'
import { withdrawFact } from '@/lib/cases/commands/withdraw-fact.ts'
import type { WriteOutcome } from '@/lib/cases/outcomes.ts'
import { derivedState, storedState } from './stored-state.ts'
import { opened, record, twoOffices, versionOf, type TwoOffices } from './two-offices.ts'

const FIRST = day('2026-03-02')
const settings: Settings = { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: 7, followUpIntervalDays: 30 }

let house: TwoOffices
let actor: Actor
beforeAll(async () => {
  house = await twoOffices(isoOf(FIRST))
  actor = house.north.counsellor
})
afterAll(() => house.end())

/** A step of a life: a fact on a day counted from the hand-over, a correction, a withdrawal, or days going by. */
type Step =
  | { readonly kind: 'fact'; readonly fact: FactKind; readonly offset: number; readonly length: number; readonly pick: number }
  | { readonly kind: 'correct' | 'withdraw'; readonly pick: number; readonly shift: number }
  | { readonly kind: 'days'; readonly count: number }

const LIKELY: readonly FactKind[] = [
  'pre_bilan_held', 'plan_validated', 'contact_held', 'work_period', 'suspension', 'training', 'job_started', 'trial_period_broken', 'follow_up_held',
  'offer_refused', 'exclusion_decided', 'asp_stopped', 'asp_resumed', 'month4_review_held', 'bonus_claimed', 'registered', 'annulled', 'file_closed',
]

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('fact' as const), fact: fc.constantFrom(...LIKELY), offset: fc.nat(500), length: fc.nat(90), pick: fc.nat(100) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('correct' as const, 'withdraw' as const), pick: fc.nat(100), shift: fc.integer({ min: -10, max: 10 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('days' as const), count: fc.integer({ min: 1, max: 120 }) }) },
)

function termsOf(fact: FactKind, from: Day, length: number, pick: number): Record<string, unknown> {
  const on = isoOf(from)
  const to = pick % 5 === 0 ? null : isoOf(addDays(from, length))
  switch (fact) {
    case 'work_period':
      return { from: on, to, contract: pick % 2 ? 'cdd' : 'temp', employer: 'company', validatedOn: isoOf(FIRST) }
    case 'suspension':
      return { from: on, to, cause: pick % 2 ? 'sickness' : 'maternity' }
    case 'training':
      return { from: on, to }
    case 'job_started':
      return pick % 2 ? { on, contract: 'cdi' } : { on, contract: 'cdd', months: 2 + (pick % 8) }
    case 'asp_stopped':
      return { on, cause: 'moved_abroad' }
    case 'follow_up_held':
      return { on, situation: 'in_job' }
    case 'file_closed':
      return { on, motive: 'term' }
    default:
      return { on }
  }
}

const CONTENTS: Partial<Record<FactKind, Record<string, unknown>>> = {
  pre_bilan_held: { profile: 'p', project: 'p' },
  plan_validated: { measures: [{ measure: 'guidance' }] },
}

async function takeBack(reference: string, line: Extract<Step, { kind: 'correct' | 'withdraw' }>): Promise<WriteOutcome | null> {
  const { rows } = await house.owner.query<{ id: string; kind: FactKind; terms: Record<string, unknown> }>(
    `select f.id, f.kind, f.terms from fact f join case_file c on c.id = f.case_id
     where c.reference = $1 and f.kind not in ('frame', 'withdrawn') and not exists (select from fact s where s.supersedes = f.id) order by f.sequence`,
    [reference],
  )
  const chosen = rows[line.pick % Math.max(1, rows.length)]
  if (chosen === undefined) return null
  const form = { reference, version: await versionOf(house, reference), submissionId: randomUUID(), factId: chosen.id, reason: 'essai' }
  if (line.kind === 'withdraw') return withdrawFact(actor, form)
  const key = 'from' in chosen.terms ? 'from' : 'on'
  return correctFact(actor, { ...form, terms: { ...chosen.terms, [key]: isoOf(addDays(day(String(chosen.terms[key])), line.shift)) } })
}

describe('after any sequence of facts, corrections, withdrawals and days', () => {
  it('the stored columns, deadlines and periods are what derive says of the facts', { timeout: 180_000 }, async () => {
    const told: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        let today = FIRST
        await house.setDay(isoOf(today))
        const reference = await opened(actor)
        await record(house, actor, reference, 'accepted', { on: '2026-02-10' })
        for (const line of steps) {
          if (line.kind === 'days') {
            today = addDays(today, line.count)
            await house.setDay(isoOf(today))
            await advanceDueFiles(house.north.operatorId, today, 1000)
          } else {
            const outcome =
              line.kind === 'fact'
                ? await record(house, actor, reference, line.fact, termsOf(line.fact, addDays(FIRST, line.offset - 20), line.length, line.pick), CONTENTS[line.fact])
                : await takeBack(reference, line)
            if (outcome !== null) told[outcome.kind] = (told[outcome.kind] ?? 0) + 1
          }
          const derived = await derivedState(house.owner, reference, settings, today)
          expect(await storedState(house.owner, reference, Object.keys(derived.columns))).toEqual(derived)
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 25) },
    )
    // The lives are worth something: many steps were recorded, and some refused.
    expect(told.recorded ?? 0).toBeGreaterThan(20)
    expect(told.not_admitted ?? 0).toBeGreaterThan(5)
  })
})
