import type { Actor } from '../../access/actor.ts'
import type { Day } from '../../accord/calendar/day.ts'
import { definitionOf, type IndicatorId } from '../../indicators/definitions.ts'
import { latestSeen, periodCompared, readPeriod, type PeriodChoice, type PeriodProblem, type PeriodText } from '../../indicators/period-choice.ts'
import { periodBefore, type Period } from '../../indicators/period.ts'
import { NATION, type Place, type Slice } from '../../indicators/slices.ts'
import { breakdown, figuresAsked, steer, type Figure, type Part, type Steering, type Wanted } from '../figures.ts'
import { drifts, type Drift } from './drifts.ts'
import { loads, stagesOf, type Listed, type Loads, type StageStock } from './loads.ts'
import { basinsIn, counsellorsIn, placeAsked, reachedBasins, widerPlace, type NamedPerson, type PlaceAsked, type ReachedBasin } from './reach.ts'

/** What an address asks of the dashboards; nothing of it is refused, all of it is answered. */
export interface Question {
  readonly place: Place | null
  readonly counsellor: string | null
  readonly where: Slice['where']
  readonly period: PeriodText
}

/** Where and when a page of figures is, once what was asked has been read by the rights of who asks. */
export interface Ground {
  readonly today: Day
  readonly slice: Slice
  readonly choice: PeriodChoice
  readonly compared: Period
  readonly periodProblem: PeriodProblem | null
  /** The place that was asked for, where it is not the one shown. */
  readonly placeRefused: PlaceAsked | null
  readonly counsellorRefused: boolean
  readonly place: PlaceAsked
  /** What the place is held against: a wider one, or for one counsellor the place itself; `null`: nothing wider is theirs. */
  readonly wider: { readonly slice: Slice; readonly place: PlaceAsked } | null
  /** Every basin whose figures the actor may see. */
  readonly basins: readonly ReachedBasin[]
  readonly counsellors: readonly NamedPerson[]
  /** Whether anything was ever counted here: a basin without a file has nothing to show. */
  readonly hasFiles: boolean
}

/** The sections of the dashboard, in the order a manager reads them; together, every indicator of the catalogue. */
export const SECTIONS = {
  flow: ['entries', 'exits', 'inCsp'],
  support: ['preBilanInTime', 'daysToPreBilan', 'planInTime', 'reviewInTime', 'withoutContact'],
  training: ['firstTraining', 'trainingMonths1to4', 'trainingMonths5to8', 'trainingFromMonth9', 'trainingDelay', 'trainingDuration'],
  work: ['workDuringCsp', 'jobWithinThreeMonths', 'workingInMonth', 'extended', 'stayMean', 'stayUnderTwelve'],
  exits: ['durableAtExit', 'durableAfterWork', 'durableWithoutWork', 'durableAfterExtension', 'durableSixMonths', 'situationKnown'],
  money: ['bonusTakeUp', 'bonusFirstAmount', 'bonusSecond', 'bonusClaimInTime', 'wageGapClaims', 'wageGapAmongPlaced'],
} as const satisfies Readonly<Record<string, readonly IndicatorId[]>>
export type Section = keyof typeof SECTIONS
export const SECTION_KEYS = Object.keys(SECTIONS) as readonly Section[]
const EVERY_ID: readonly IndicatorId[] = SECTION_KEYS.flatMap((section) => SECTIONS[section])

/** An indicator as the dashboard tells it. */
export interface Line {
  readonly id: IndicatorId
  readonly now: Figure
  readonly before: Figure
  readonly wider: Figure | null
  /** For a cohort not seen in full: the latest that is, as many months of it, the one before, and the same in the wider place. */
  readonly seen: { readonly now: Figure; readonly before: Figure; readonly wider: Figure | null } | null
}

/** Places and reads what was asked, inside the actor's rights. */
export async function groundOfQuestion(steering: Steering, question: Question): Promise<Ground> {
  const { today } = steering
  const basins = await reachedBasins(steering)
  const asked = await placeAsked(steering, basins, question.place ?? NATION)
  const refused = asked.standing === 'theirs' ? null : asked
  const place: PlaceAsked = refused === null ? asked : { place: NATION, standing: 'theirs', name: null }
  const counsellors = await counsellorsIn(steering, place.place)
  const counsellor = counsellors.some(({ id }) => id === question.counsellor) ? question.counsellor : null
  const slice: Slice = { place: place.place, counsellor, where: question.where }
  const { choice, problem } = readPeriod(question.period, today)
  const beyond = counsellor === null ? widerPlace(basins, place.place) : null
  const wider = counsellor !== null && counsellors.length > 1 ? place : beyond === null ? null : await placeAsked(steering, basins, beyond)
  return {
    today, slice, choice, compared: periodCompared(choice, today), periodProblem: problem,
    placeRefused: refused, counsellorRefused: counsellor !== question.counsellor, place,
    wider: wider === null ? null : { slice: { place: wider.place, counsellor: null, where: question.where }, place: wider },
    basins, counsellors, hasFiles: counsellors.length > 0,
  }
}

/** The lines of some indicators: all that they ask of a slice is counted at once. */
export async function linesOf(steering: Steering, { slice, choice, compared, wider, today }: Ground, ids: readonly IndicatorId[]): Promise<readonly Line[]> {
  const seen = ids.map((id) => latestSeen(definitionOf(id), choice.period, today))
  const wanted = ids.flatMap((id, at): Wanted[] => [{ id, period: choice.period }, { id, period: compared }, ...(seen[at] == null ? [] : [{ id, period: seen[at] }, { id, period: periodBefore(seen[at]) }])])
  const here = (await figuresAsked(steering, slice, wanted)).values()
  const beyond = wider === null ? null : (await figuresAsked(steering, wider.slice, ids.flatMap((id, at): Wanted[] => [{ id, period: choice.period }, ...(seen[at] == null ? [] : [{ id, period: seen[at] }])]))).values()
  const next = (figures: Iterator<Figure>) => figures.next().value as Figure
  return ids.map((id, at): Line => {
    const [now, before] = [next(here), next(here)]
    const widerNow = beyond === null ? null : next(beyond)
    return { id, now, before, wider: widerNow, seen: seen[at] == null ? null : { now: next(here), before: next(here), wider: beyond === null ? null : next(beyond) } }
  })
}

export interface Dashboard {
  readonly ground: Ground
  readonly lines: Readonly<Record<IndicatorId, Line>>
  readonly drifts: readonly Drift[]
  readonly stages: { readonly whole: Listed; readonly stages: readonly StageStock[] }
  /** Exits of the period by motive; they add up to the exits. */
  readonly motives: readonly Part[]
  readonly loads: Loads
}

/** All that the dashboard of a place, a person and a period says, in one transaction; `null` where no figure is the actor's. */
export async function dashboard(actor: Actor, question: Question): Promise<Dashboard | null> {
  return steer(actor, async (steering) => {
    const ground = await groundOfQuestion(steering, question)
    const { slice, basins, counsellors, choice } = ground
    const byId = new Map(basins.map((basin) => [basin.id, basin]))
    const names = new Map(counsellors.map(({ id, name }) => [id, name]))
    const lines = await linesOf(steering, ground, EVERY_ID)
    return {
      ground,
      lines: Object.fromEntries(lines.map((line) => [line.id, line])) as unknown as Dashboard['lines'],
      drifts: await drifts(steering, slice, { basin: (id) => byId.get(id) ?? null, counsellor: (id) => names.get(id) ?? null }),
      stages: await stagesOf(steering, slice),
      motives: await breakdown(steering, slice, ['exits'], choice.period, 'motive'),
      loads: await loads(steering, slice, counsellors),
    }
  })
}

/** The basins that lie in the place shown. */
export function basinsShown({ basins, place }: Ground): readonly ReachedBasin[] {
  return basinsIn(basins, place.place)
}
