import { isoOf, type Day } from '../calendar/day.ts'
import type { Fact } from './facts.ts'
import type { Frame } from './frame.ts'

const FACT_DAYS = new Set(['on', 'from', 'to', 'validatedOn', 'aspEnd', 'answerBy'])
const FRAME_DAYS = new Set(['birthDate', 'hiredOn', 'engagedOn'])

function toJson(source: object, days: ReadonlySet<string>): Record<string, unknown> {
  const json: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(source)) json[key] = days.has(key) && typeof value === 'number' ? isoOf(value as Day) : value
  return json
}

/** The JSON form of a fact, ISO dates and amounts as text, which `parseFact` reads back. */
export function factTerms(fact: Fact): Record<string, unknown> {
  return toJson(fact, FACT_DAYS)
}

/** The JSON form of a frame, which `frameSchema` reads back. */
export function frameTerms(frame: Frame): Record<string, unknown> {
  return toJson(frame, FRAME_DAYS)
}
