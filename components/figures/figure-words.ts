import { useTranslations } from 'next-intl'
import { useQuarterWords } from '@/components/basin/quarter-switch.tsx'
import { CHART_UNIT, shown } from '@/components/steering/values.ts'
import { useSteeringWords } from '@/components/steering/steering-words.ts'
import type { Value } from '@/lib/charts/chart.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { definitionOf, type IndicatorId } from '@/lib/indicators/definitions.ts'
import { placeText, type PersonDimension } from '@/lib/indicators/slices.ts'
import type { NamedPlace } from '@/lib/steering/territory/committee.ts'
import type { TerritoryFigure, TerritoryQuarter } from '@/lib/steering/territory/figures.ts'

/** Where the screen is asked for a place, a quarter and an indicator. */
export function committeeHref({ place }: Pick<NamedPlace, 'place'>, quarter: string, indicator: IndicatorId | null = null): string {
  const query = new URLSearchParams({ lieu: placeText(place), trimestre: quarter, ...(indicator !== null && { indicateur: indicator }) })
  return `/comite?${query.toString().replaceAll('%3A', ':')}`
}

/** The figure of an indicator; every quarter has all of the catalogue. */
export function figureIn({ figures }: TerritoryQuarter, id: IndicatorId): TerritoryFigure {
  return figures.find((figure) => figure.id === id)!
}

/** A figure as a chart draws it: masked is no zero. */
export function drawnValue({ id, value, missing }: TerritoryFigure): Value {
  if (value !== null) return shown(definitionOf(id).unit, value)
  return missing === 'masked' ? 'withheld' : 'unknown'
}

/** What the figures of a territory are called, in the language of the page. */
export function useFigureWords() {
  const t = useTranslations('figures')
  const steering = useSteeringWords()
  const quarter = useQuarterWords()
  const value = ({ id, value: figure, missing, seenFrom }: TerritoryFigure): string => {
    if (figure !== null) return steering.value(id, { value: figure, missing: null })
    if (missing === 'masked') return t('masked')
    return missing === 'too_young' && seenFrom !== null ? t('seenFrom', { day: steering.plainDay(day(seenFrom)) }) : t('nobodyCounted')
  }
  const exact = ({ id, of, counted, missing }: TerritoryFigure): string | null => {
    if (missing !== null || of === null) return null
    const { mean } = definitionOf(id)
    if (mean !== null) return t('exact.mean', { count: of })
    return counted === null ? null : t('exact.share', { counted, of })
  }
  /** From which edition a figure is, where it could not be said anew. */
  const saidOn = ({ saidOn: said }: TerritoryFigure): string | null => (said === null ? null : t('saidOn', { day: steering.plainDay(day(said)) }))
  return {
    ...steering,
    by: (cut: PersonDimension) => steering.t(`by.${cut}`),
    dimension: (cut: PersonDimension) => steering.t(`dimension.${cut}`),
    t, quarter, value, exact, saidOn, unit: (id: IndicatorId) => CHART_UNIT[definitionOf(id).unit], place: ({ place, name }: NamedPlace) => (place.level === 'nation' ? t('place.nation') : t(`place.${place.level}`, { name })) }
}
