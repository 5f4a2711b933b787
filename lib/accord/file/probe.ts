import { isoOf, type Day } from '../calendar/day.ts'
import { parseFact, type Fact, type FactKind } from './facts.ts'

/** What a fact must say besides its day, when the law is asked whether such a fact could be recorded. */
const PROBES: Readonly<Partial<Record<FactKind, Readonly<Record<string, unknown>>>>> = {
  authorisation_notified: { granted: true },
  sent_to_france_travail: { part: 'all' },
  work_period: { contract: 'cdd', employer: 'company' },
  suspension: { cause: 'sickness' },
  asp_stopped: { cause: 'work' },
  job_started: { contract: 'cdi' },
  bonus_paid: { amount: '1.00' },
  wage_gap_paid: { amount: '1.00' },
  offer_made: { offer: '99' },
  offer_accepted: { offer: '1' },
  offer_unanswered: { offer: '1' },
  benefit_notified: { sjr: '1.00' },
  follow_up_held: { situation: 'in_job' },
  file_closed: { motive: 'term' },
}

/** The plainest fact of a kind on a day, to ask the law whether one would be admitted; `null` where none can be written. */
export function probeOf(kind: FactKind, on: Day): Fact | null {
  const said = kind === 'explanations_invited' ? { answerBy: isoOf(on) } : PROBES[kind] ?? {}
  for (const when of [{ on: isoOf(on) }, { from: isoOf(on) }]) {
    const parsed = parseFact(kind, { kind, ...when, ...said })
    if (!parsed.success) continue
    // A work period is asked about as one validated the day it starts.
    return parsed.data.kind === 'work_period' ? { ...parsed.data, validatedOn: on } : parsed.data
  }
  return null
}
