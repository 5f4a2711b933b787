import { addDays, ASP_STOP_CAUSES, CONTRACT_FACT_KINDS, day, EXIT_MOTIVES, FACT_KINDS, FOLLOW_UP_SITUATIONS, isoOf, SUSPENSION_CAUSES, type Day } from '../../accord/index.ts'
import type { Chance } from './chance.ts'

/** Parsed JSON that may be changed. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

const FIRST_ENGAGED = day('2011-06-01')
const LAST_ENGAGED = day('2027-06-30')
/** Days at the edges of what is read, and of the texts. */
const EDGES = ['1900-01-01', '1955-02-28', '2010-06-30', '2199-12-31', '2199-12-20', '2011-08-31', '2015-01-15', '2024-02-29', '2026-12-31'] as const

/** Whole lives far from the texts: they are computed only under a text that the request names. */
const FAR = ['1900-01-05', '1955-02-20', '2010-01-10', '2011-08-20', '2015-01-15', '2027-03-01', '2198-09-01', '2199-11-20', '2199-12-12'] as const

const AMOUNTS = ['0.00', '0.01', '19.99', '60.00', '98.63', '400.00', '1500.00', '2500.00', '3000.00', '12345.67', '999999999.99'] as const

function dayNear(chance: Chance, from: Day, days: number): string {
  return chance.oneIn(60) ? chance.of(EDGES) : within(addDays(from, chance.upTo(days)))
}

function periodEnd(chance: Chance, from: string): Json {
  return chance.oneIn(6) ? null : within(addDays(day(from), chance.upTo(chance.oneIn(10) ? 500 : 60)))
}

/** The terms of a fact of a kind, beside its day. */
function termsOf(chance: Chance, kind: string, on: string): JsonObject {
  switch (kind) {
    case 'authorisation_notified':
      return { on, granted: !chance.oneIn(4) }
    case 'sent_to_france_travail':
      return { on, part: chance.of(['acceptance', 'all']) }
    case 'training':
      return { from: on, to: periodEnd(chance, on) }
    case 'work_period':
      return { from: on, to: periodEnd(chance, on), contract: chance.of(['cdd', 'temp']), employer: chance.oneIn(9) ? 'individual' : 'company', validatedOn: chance.oneIn(7) ? null : on }
    case 'suspension':
      return { from: on, to: periodEnd(chance, on), cause: chance.of(SUSPENSION_CAUSES) }
    case 'asp_stopped':
      return { on, cause: chance.of(ASP_STOP_CAUSES) }
    case 'job_started': {
      const contract = chance.of(['cdi', 'cdi', 'cdd', 'temp'])
      const months = contract === 'cdi' ? null : chance.of([0.5, 1, 3, 5.9, 6, 6.5, 12, 120])
      return { on, contract, months, monthlyGross: chance.oneIn(4) ? null : chance.of(AMOUNTS), sameWorkingTime: chance.of([true, true, false, null]) }
    }
    case 'bonus_paid':
      return { on, amount: chance.of(AMOUNTS) }
    case 'follow_up_held':
      return { on, situation: chance.of(FOLLOW_UP_SITUATIONS) }
    case 'file_closed':
      return { on, motive: chance.of(EXIT_MOTIVES) }
    default:
      return { on }
  }
}

const START = ['proposal_handed_over', 'registered', 'motive_notified', 'accepted', 'pre_bilan_held', 'plan_validated'] as const

function factsOf(chance: Chance, engagedOn: Day): Json[] {
  const facts: Json[] = []
  // Most files begin as files do, so that what follows is admitted and computed.
  if (!chance.oneIn(5))
    for (const [index, kind] of START.entries()) {
      const on = within(addDays(engagedOn, index < 4 ? chance.upTo(5) + (index === 3 ? 5 : 0) : 21 + index * 3 + chance.upTo(12)))
      if (!chance.oneIn(15)) facts.push({ kind, ...termsOf(chance, kind, on) })
    }
  const more = chance.upTo(chance.oneIn(25) ? 60 : 8)
  for (let count = 0; count < more; count += 1) {
    const kind = chance.of((chance.oneIn(300) ? FACT_KINDS : CONTRACT_FACT_KINDS) as readonly [string, ...string[]])
    facts.push({ kind, ...termsOf(chance, kind, dayNear(chance, engagedOn, 700)) })
  }
  return facts
}

/** A day of a life; never out of what is read, so that one far day does not refuse the whole request. */
function within(value: Day): string {
  const first = day('1900-01-01')
  const last = day('2199-12-31')
  return isoOf(value < first ? first : value > last ? last : value)
}

/** A request as a person could send it: valid but for kinds that only kept files have. */
export function plausibleRequest(chance: Chance): JsonObject {
  const far = chance.oneIn(15)
  const engagedOn = far ? day(chance.of(FAR)) : addDays(FIRST_ENGAGED, chance.upTo(LAST_ENGAGED - FIRST_ENGAGED))
  const known = (value: Json): Json => (chance.oneIn(8) ? null : value)
  const request: JsonObject = {
    today: dayNear(chance, engagedOn, 900),
    settings: { rollPolicy: known(chance.of(['none', 'next_working_day_if_holiday'])) },
    person: { birthDate: known(within(addDays(engagedOn, -6_500 - chance.upTo(17_000)))) },
    employment: {
      hiredOn: known(within(addDays(engagedOn, -chance.upTo(chance.oneIn(3) ? 500 : 12_000)))),
      companySize: known(chance.of([0, 45, 999, 1_000, 5_000_000])),
      insolvency: known(chance.oneIn(5)),
      protectedEmployee: known(chance.oneIn(9)),
      monthlyGross: known(chance.of(AMOUNTS)),
      noticeMonths: known(chance.of([0, 0.5, 1, 2, 3, 4, 6, 24])),
    },
    procedure: {
      type: known(chance.of(['interview', 'consultation', 'pse'])),
      engagedOn: chance.oneIn(60) ? chance.of(EDGES) : isoOf(engagedOn),
      entryPath: chance.of(['employer', 'employer', 'employer', 'france_travail', 'experiment']),
      regime: far || chance.oneIn(4) ? chance.of(['A0', 'B', "B'", 'G', 'H', 'Z', '', 'toString']) : null,
    },
    benefit: { sjr: known(chance.of(AMOUNTS)), areDaily: chance.oneIn(3) ? chance.of(AMOUNTS) : null, areDurationDays: known(chance.of([0, 1, 122, 548, 730, 1_095])) },
    facts: factsOf(chance, engagedOn),
  }
  for (const block of ['settings', 'person', 'employment', 'benefit', 'facts']) {
    const left = chance.upTo(24)
    if (left === 0) request[block] = null
    if (left === 1) delete request[block]
  }
  return request
}
