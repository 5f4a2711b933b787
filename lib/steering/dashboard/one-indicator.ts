import type { Actor } from '../../access/actor.ts'
import { definitionOf, type IndicatorId } from '../../indicators/definitions.ts'
import { latestSeen, trendOf, type Pace, type TrendPoint } from '../../indicators/period-choice.ts'
import { stockDay, wholeMonth, type Period } from '../../indicators/period.ts'
import type { PersonDimension } from '../../indicators/slices.ts'
import { breakdown, figuresAsked, steer, type Figure, type Part, type Steering } from '../figures.ts'
import { MOST_COUNSELLORS } from './loads.ts'
import { basinsShown, groundOfQuestion, linesOf, type Ground, type Line, type Question } from './overview.ts'
import { groundOf, type ReachedBasin } from './reach.ts'

export interface IndicatorQuestion extends Question {
  readonly indicator: IndicatorId
  /** What people are cut by. */
  readonly by: PersonDimension
  readonly pace: Pace
  /** What the map shows beside it. */
  readonly beside: IndicatorId
}

export interface Trend {
  readonly points: readonly TrendPoint[]
  readonly here: readonly Figure[]
  readonly wider: readonly Figure[] | null
}

export interface BasinPart {
  readonly basin: ReachedBasin
  readonly figure: Figure
  /** The other indicator of the map. */
  readonly beside: Figure
}

export interface OneIndicator {
  readonly ground: Ground
  readonly line: Line
  /** The period that the cuts are of: the one asked for, or the latest cohort that can be seen. */
  readonly cut: Period
  /** `null`: known of today only. */
  readonly trend: Trend | null
  readonly parts: readonly Part[]
  /** `null` in a place of one basin. */
  readonly basins: readonly BasinPart[] | null
  readonly country: readonly { readonly latitude: number; readonly longitude: number }[]
  /** `null` for one counsellor, and where there are too many for a chart. */
  readonly counsellors: readonly { readonly id: string; readonly name: string; readonly figure: Figure }[] | null
}

async function trend(steering: Steering, { slice, wider, choice, today }: Ground, id: IndicatorId, pace: Pace): Promise<Trend | null> {
  const definition = definitionOf(id)
  if (definition.silentFor !== null) return null
  // Read of whole months alone, the month that runs would tell the one before it again.
  const until = definition.workedInMonth ? wholeMonth(choice.period, today).to : stockDay(choice.period, today)
  const points = trendOf(definition, pace, until, today)
  const wanted = points.map(({ choice: { period } }) => ({ id, period }))
  return { points, here: await figuresAsked(steering, slice, wanted), wider: wider === null ? null : await figuresAsked(steering, wider.slice, wanted) }
}

const byValue = (parts: readonly Part[]) => new Map(parts.map((part) => [part.value, part]))

async function basinParts(steering: Steering, ground: Ground, ids: readonly [IndicatorId, IndicatorId], cut: Period): Promise<readonly BasinPart[] | null> {
  const shown = basinsShown(ground)
  if (shown.length < 2) return null
  const [id, beside] = ids
  const own = byValue(await breakdown(steering, ground.slice, [id], cut, 'basin'))
  const other = byValue(await breakdown(steering, ground.slice, [beside], ground.choice.period, 'basin'))
  return shown.flatMap((basin): BasinPart[] => {
    const [figure, next] = [own.get(basin.code)?.figures[0], other.get(basin.code)?.figures[0]]
    return figure === undefined || next === undefined ? [] : [{ basin, figure, beside: next }]
  })
}

/** One indicator opened: over time, by people, by basin, by counsellor; `null` where no figure is the actor's. */
export async function oneIndicator(actor: Actor, question: IndicatorQuestion): Promise<OneIndicator | null> {
  return steer(actor, async (steering) => {
    const ground = await groundOfQuestion(steering, question)
    const { slice, choice, counsellors } = ground
    const id = question.indicator
    const [line] = await linesOf(steering, ground, [id])
    if (line === undefined) throw new Error('no line')
    const seen = line.now.missing === 'too_young' ? latestSeen(definitionOf(id), choice.period, ground.today) : null
    const cut = seen ?? choice.period
    const basins = await basinParts(steering, ground, [id, question.beside], cut)
    const many = counsellors.length > MOST_COUNSELLORS
    const people = slice.counsellor !== null || many || counsellors.length < 2 ? null : await breakdown(steering, slice, [id], cut, 'counsellor')
    const names = new Map(counsellors.map(({ id: account, name }) => [account, name]))
    return {
      ground, line, cut,
      trend: await trend(steering, ground, id, question.pace),
      parts: await breakdown(steering, slice, [id], cut, question.by),
      basins,
      country: basins === null ? [] : await groundOf(steering),
      counsellors: people?.map(({ value, figures: [figure] }) => ({ id: value, name: names.get(value) ?? value, figure: figure! })) ?? null,
    }
  })
}
