import fc from 'fast-check'
import {
  addDays,
  ASP_STOP_CAUSES,
  day,
  ENTRY_PATHS,
  EXIT_MOTIVES,
  FACT_KINDS,
  FOLLOW_UP_SITUATIONS,
  frameSchema,
  isoOf,
  parseFact,
  SUSPENSION_CAUSES,
  type Day,
  type Fact,
  type FactKind,
  type FileRecord,
  type Settings,
} from '@/lib/accord'

/**
 * Lives of a file at random. Most follow the course of a CSP closely enough for their facts to be admitted;
 * the rest fall anywhere, so that refusals and rare meetings of facts are drawn too.
 */
export interface Life {
  readonly record: FileRecord
  readonly settings: Settings
  readonly today: Day
}

interface Draw {
  readonly kind: FactKind
  /** Days after the procedure was engaged. */
  readonly at: number
  readonly length: number | null
  readonly pick: number
  readonly yes: boolean
}

const FIRST_ENGAGED = day('2011-09-01')
const LAST_ENGAGED = day('2026-12-31')

function pickFrom<T>(values: readonly T[], pick: number): T {
  return values[pick % values.length] as T
}

function termsOf({ kind, length, pick, yes }: Draw, on: Day): Record<string, unknown> {
  const to = length === null ? null : isoOf(addDays(on, length))
  switch (kind) {
    case 'proposal_handed_over':
      return { contestLimitStated: yes }
    case 'authorisation_notified':
      return { granted: pick % 4 !== 0 }
    case 'sent_to_france_travail':
      return { part: yes ? 'acceptance' : 'all' }
    case 'work_period':
      return { to, contract: yes ? 'cdd' : 'temp', employer: pick % 9 === 0 ? 'individual' : 'company', validatedOn: pick % 7 === 0 ? null : isoOf(addDays(on, -1)) }
    case 'suspension':
      return { to, cause: pickFrom(SUSPENSION_CAUSES, pick) }
    case 'training':
      return { to }
    case 'asp_stopped':
      return { cause: pickFrom(ASP_STOP_CAUSES, pick) }
    case 'job_started':
      return yes ? { contract: 'cdi', months: null } : { contract: 'cdd', months: (pick % 14) + 1, monthlyGross: '2000.00', sameWorkingTime: pick % 2 === 0 }
    case 'bonus_paid':
      return { amount: '1500.00' }
    case 'wage_gap_paid':
      return { amount: '150.00' }
    case 'benefit_notified':
      return { aspDaily: '73.97', areDaily: yes ? '56.22' : null }
    case 'offer_made':
      return { offer: String((pick % 3) + 1), grounds: yes ? ['plan_job', 'area', 'wage'] : ['area'], answerBy: null }
    case 'offer_accepted':
    case 'offer_unanswered':
      return { offer: String((pick % 3) + 1) }
    case 'offer_refused':
      return yes ? {} : { offer: String((pick % 3) + 1) }
    case 'explanations_invited':
      return { answerBy: isoOf(addDays(on, pick % 20)) }
    case 'follow_up_held':
      return { situation: pickFrom(FOLLOW_UP_SITUATIONS, pick) }
    case 'file_closed':
      return { motive: pickFrom(EXIT_MOTIVES, pick) }
    default:
      return {}
  }
}

const PERIODS: ReadonlySet<FactKind> = new Set<FactKind>(['training', 'work_period', 'suspension'])

function toFact(draw: Draw, engagedOn: Day): Fact {
  const on = addDays(engagedOn, draw.at)
  const parsed = parseFact(draw.kind, { kind: draw.kind, ...(PERIODS.has(draw.kind) ? { from: isoOf(on) } : { on: isoOf(on) }), ...termsOf(draw, on) })
  if (!parsed.success) throw new Error(`an arbitrary drew a fact that cannot be read: ${draw.kind}: ${parsed.error.message}`)
  return parsed.data
}

function drawAt(kinds: readonly FactKind[], min: number, max: number): fc.Arbitrary<Draw> {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.integer({ min, max }),
    length: fc.option(fc.integer({ min: 0, max: 220 }), { freq: 6 }),
    pick: fc.nat(1_000),
    yes: fc.boolean(),
  })
}

const CLOSING: ReadonlySet<FactKind> = new Set<FactKind>(['annulled', 'file_closed', 'refused', 'exclusion_decided', 'authorisation_notified'])
const LATER = FACT_KINDS.filter((kind) => !CLOSING.has(kind) && kind !== 'accepted' && kind !== 'proposal_handed_over')

/** A job with what may follow it, near enough to be admitted. */
const placement: fc.Arbitrary<readonly Draw[]> = fc
  .record({
    job: drawAt(['job_started'], 60, 480),
    claim: fc.option(fc.integer({ min: 0, max: 40 })),
    payment: fc.option(fc.integer({ min: 1, max: 60 })),
    contact: fc.option(fc.integer({ min: 5, max: 190 })),
    leaving: fc.option(drawAt(['trial_period_broken', 'job_ended'], 1, 200)),
    again: fc.option(drawAt(['job_started'], 5, 120)),
  })
  .map(({ job, claim, payment, contact, leaving, again }) => {
    const later = (kind: FactKind, days: number | null): readonly Draw[] => (days === null ? [] : [{ ...job, kind, at: job.at + days }])
    const left = leaving === null ? [] : [{ ...leaving, at: job.at + leaving.at }]
    const second = leaving === null || again === null ? [] : [{ ...again, at: job.at + leaving.at + again.at }]
    return [job, ...later('bonus_claimed', claim), ...later('bonus_paid', payment), ...later('follow_up_held', contact), ...left, ...second]
  })

/** At times only, so that most lives go on long enough to meet the rest. */
function seldom(kinds: readonly FactKind[], min: number, max: number, maxLength: number): fc.Arbitrary<readonly Draw[]> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<readonly Draw[]>([]) }, { weight: 1, arbitrary: fc.array(drawAt(kinds, min, max), { minLength: 1, maxLength }) })
}

/** A CSP that began: proposed, accepted, then what is drawn over some eighteen months. */
const begun: fc.Arbitrary<readonly Draw[]> = fc
  .record({
    answer: fc.integer({ min: 1, max: 20 }),
    decision: fc.option(drawAt(['authorisation_notified'], 1, 60), { freq: 1 }),
    preBilan: fc.integer({ min: 22, max: 40 }),
    plan: fc.integer({ min: 41, max: 75 }),
    spans: fc.array(drawAt(['work_period', 'suspension', 'training', 'asp_stopped', 'asp_resumed'], 23, 420), { maxLength: 6 }),
    support: fc.array(drawAt(LATER, 23, 560), { maxLength: 4 }),
    breach: seldom(['action_refused', 'offer_made', 'offer_refused', 'explanations_invited', 'explanations_heard', 'exclusion_decided', 'breach_dismissed'], 80, 400, 6),
    placements: fc.oneof(fc.constant<readonly Draw[]>([]), placement),
    ending: seldom(['file_closed', 'annulled'], 60, 700, 1),
  })
  .map(({ answer, decision, preBilan, plan, spans, support, breach, placements, ending }) => {
    const plain = (kind: FactKind, at: number): Draw => ({ kind, at, length: null, pick: 1, yes: true })
    return [
      plain('proposal_handed_over', 0),
      plain('registered', 0),
      plain('accepted', answer),
      ...(decision === null ? [] : [decision]),
      plain('pre_bilan_held', preBilan),
      plain('plan_validated', plan),
      ...spans,
      ...support,
      ...breach,
      ...placements,
      ...ending,
    ]
  })

const anywhere: fc.Arbitrary<readonly Draw[]> = fc.array(drawAt(FACT_KINDS, -10, 700), { maxLength: 14 })

/** A life: its frame, its facts in the order in which they were recorded, the operator's settings and a day. */
export const lifeArbitrary: fc.Arbitrary<Life> = fc
  .record({
    engagedOn: fc.integer({ min: FIRST_ENGAGED, max: LAST_ENGAGED }).map((number) => number as Day),
    path: fc.constantFrom(...ENTRY_PATHS, 'employer' as const),
    protectedEmployee: fc.option(fc.nat(9).map((pick) => pick === 0), { freq: 3 }),
    hiredBefore: fc.option(fc.integer({ min: 30, max: 9_000 }), { freq: 6 }),
    areDurationDays: fc.option(fc.integer({ min: 60, max: 800 }), { freq: 2 }),
    draws: fc.oneof({ weight: 4, arbitrary: begun }, { weight: 1, arbitrary: anywhere }),
    rollPolicy: fc.constantFrom('none' as const, 'next_working_day_if_holiday' as const),
    contactIntervalDays: fc.option(fc.integer({ min: 5, max: 30 })),
    followUpIntervalDays: fc.option(fc.integer({ min: 15, max: 60 })),
    todayAfter: fc.integer({ min: -5, max: 800 }),
  })
  .map(({ engagedOn, path, protectedEmployee, hiredBefore, areDurationDays, draws, rollPolicy, contactIntervalDays, followUpIntervalDays, todayAfter }) => ({
    record: {
      frame: frameSchema.parse({
        engagedOn: isoOf(engagedOn),
        entryPath: path,
        protectedEmployee,
        hiredOn: hiredBefore === null ? null : isoOf(addDays(engagedOn, -hiredBefore)),
        areDurationDays,
        procedureType: 'interview',
      }),
      facts: draws.map((draw) => toFact(draw, engagedOn)),
    },
    settings: { rollPolicy, contactIntervalDays, followUpIntervalDays },
    today: addDays(engagedOn, todayAfter),
  }))
