import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { isoOf } from '../../accord/calendar/day.ts'
import { definitionOf, INDICATOR_IDS, parseIndicator, type IndicatorId } from '../../indicators/definitions.ts'
import type { PeriodProblem } from '../../indicators/period-choice.ts'
import { DIMENSIONS, FIXED_VALUES, PERSON_DIMENSIONS, placeText, readPlace, readValue, UNKNOWN, type Dimension } from '../../indicators/slices.ts'
import { breakdown, figures, steer, type Figure } from '../figures.ts'
import { groundOfQuestion } from './overview.ts'

/** What a call can be refused for, field by field. */
export type CallFault = 'unknown' | 'not_yours' | PeriodProblem
export type CallFaults = Readonly<Record<string, CallFault>>

const MOST_IDS = INDICATOR_IDS.length

const text = z.string().max(80).nullable().default(null)
const callSchema = z.strictObject({
  id: text, place: text, counsellor: text, period: text, from: text, to: text, by: text,
  seniority: text, age: text, sex: text, qualification: text, sector: text, path: text,
})
type Call = z.output<typeof callSchema>

export type Answer =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'invalid'; readonly fields: CallFaults }
  | { readonly kind: 'not_allowed' }

function figureBody({ id, value, missing, of, counted, sum, seen, from, to }: Figure) {
  const { unit, kind, published } = definitionOf(id)
  return { id, published, kind, unit, from, to, value, missing, of, counted, sum, seen }
}

interface Read {
  readonly ids: readonly IndicatorId[]
  readonly by: Dimension | null
  readonly faults: Record<string, CallFault>
}

function read(call: Call): Read {
  const faults: Record<string, CallFault> = {}
  const named = call.id === null ? [...INDICATOR_IDS] : call.id.split(',').slice(0, MOST_IDS).map(parseIndicator)
  if (named.includes(null)) faults['id'] = 'unknown'
  const by = call.by === null ? null : DIMENSIONS.find((dimension) => dimension === call.by)
  if (by === undefined) faults['by'] = 'unknown'
  if (call.place !== null && readPlace(call.place) === null) faults['place'] = 'unreadable'
  for (const dimension of PERSON_DIMENSIONS) {
    const given = call[dimension]
    if (given === null) continue
    const [value, fixed] = [readValue(given), FIXED_VALUES[dimension]]
    if (value === null || (fixed !== undefined && value !== UNKNOWN && !fixed.includes(value))) faults[dimension] = 'unknown'
  }
  return { ids: named.filter((id) => id !== null), by: by ?? null, faults }
}

/**
 * `GET /api/v1/indicators`: the figures that the dashboard shows for the same address, by the same query and the same rights.
 * Unlike a screen, a call that asks for what cannot be is refused whole, field by field.
 */
export async function answerIndicators(actor: Actor, search: Readonly<Record<string, string>>): Promise<Answer> {
  const parsed = callSchema.safeParse(search)
  if (!parsed.success) {
    const fields = parsed.error.issues.flatMap((issue): [string, CallFault][] =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key.slice(0, 40), 'unknown']) : [[String(issue.path[0]), 'unreadable']])
    return { kind: 'invalid', fields: Object.fromEntries(fields) }
  }
  const call = parsed.data
  const { ids, by, faults } = read(call)
  const answer = await steer(actor, async (steering): Promise<Answer> => {
    const where = Object.fromEntries(PERSON_DIMENSIONS.flatMap((dimension) => (call[dimension] === null ? [] : [[dimension, call[dimension]]])))
    const ground = await groundOfQuestion(steering, { place: call.place === null ? null : readPlace(call.place), counsellor: call.counsellor, where, period: call })
    if (ground.placeRefused !== null) faults['place'] ??= ground.placeRefused.standing === 'nowhere' ? 'unknown' : 'not_yours'
    if (ground.counsellorRefused) faults['counsellor'] = 'unknown'
    if (ground.periodProblem !== null) faults[call.period === null ? 'from' : 'period'] = ground.periodProblem
    if (Object.keys(faults).length > 0) return { kind: 'invalid', fields: faults }
    const { slice, choice, today } = ground
    const body = {
      today: isoOf(today), place: placeText(slice.place), counsellor: slice.counsellor, where: slice.where,
      period: { code: choice.code, from: isoOf(choice.period.from), to: isoOf(choice.period.to) },
    }
    if (by === null) return { kind: 'answered', body: { ...body, figures: (await figures(steering, slice, ids, [choice.period])).map(([figure]) => figureBody(figure!)) } }
    const parts = await breakdown(steering, slice, ids, choice.period, by)
    return { kind: 'answered', body: { ...body, by, parts: parts.map(({ value, figures: cut }) => ({ value, figures: cut.map(figureBody) })) } }
  })
  return answer ?? { kind: 'not_allowed' }
}
