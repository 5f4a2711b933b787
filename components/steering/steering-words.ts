import { useLocale, useTranslations } from 'next-intl'
import { lawWords } from '@/components/basin/law-words.ts'
import { addMonths, day, earliest, parseDay, partsOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { ExitMotive } from '@/lib/accord/file/facts.ts'
import { useChartWords } from '@/components/charts/chart-words.ts'
import { definitionOf, type IndicatorId } from '@/lib/indicators/definitions.ts'
import type { PeriodChoice } from '@/lib/indicators/period-choice.ts'
import { wholeMonth, type Period } from '@/lib/indicators/period.ts'
import { UNKNOWN } from '@/lib/indicators/slices.ts'
import { formatDayPlain, formatMonth, formatMonthShort } from '@/lib/wording/format/index.ts'
import type { Figure } from '@/lib/steering/figures.ts'
import type { PlaceAsked } from '@/lib/steering/dashboard/reach.ts'
import { groupWords } from './group-words.ts'
import { changeOf, shown, shownWords } from './values.ts'

/** Who reads figures: the roles that have some. */
export type SteeringRole = 'counsellor' | 'manager' | 'operator_admin'

/** What a change says: its figure with a sign and the direction in a word; or why there is none. */
export type ChangeWords =
  | { readonly kind: 'change'; readonly figure: string | null; readonly word: string }
  | { readonly kind: 'none'; readonly reason: string }

/** What figures, places, periods and groups are called, in the language of the page. */
export function useSteeringWords() {
  const t = useTranslations('steering')
  const indicators = useTranslations('indicators')
  const person = useTranslations('opening.options.person')
  const options = useTranslations('acts.options')
  const charts = useChartWords()
  const locale = useLocale()
  const { motive } = lawWords(locale)

  const plainDay = (value: Day) => formatDayPlain(value, locale)
  /** The year once, where both days are of the same. */
  const span = ({ from, to }: Period) => {
    if (from === to) return t('period.oneDay', { day: plainDay(from) })
    const first = plainDay(from)
    return t('period.span', { from: partsOf(from).year === partsOf(to).year ? first.replace(/[\s,]+\d{4}$/u, '') : first, to: plainDay(to) })
  }
  /** A span as far as it has come. */
  const spanTold = ({ from, to }: Period, today: Day) => span({ from, to: earliest(to, today) })
  const spanOf = ({ from, to }: Pick<Figure, 'from' | 'to'>) => span({ from: day(from), to: day(to) })
  const period = ({ name, period: days }: PeriodChoice) => {
    switch (name.kind) {
      case 'quarter': return t('period.quarter', { number: name.quarter, year: String(name.year) })
      case 'month': return formatMonth(days.from, locale)
      case 'year': return String(name.year)
      case 'twelve': return t('period.twelve')
      case 'days': return span(days)
    }
  }
  const periodShort = (choice: PeriodChoice) => {
    if (choice.name.kind === 'quarter') return t('period.quarterShort', { number: choice.name.quarter })
    return choice.name.kind === 'month' ? formatMonthShort(choice.period.from, locale) : period(choice)
  }
  const name = (id: IndicatorId) => indicators(`${id}.name`)
  const value = (id: IndicatorId, figure: Pick<Figure, 'value' | 'missing'>) => {
    const { unit } = definitionOf(id)
    return figure.value === null ? t(`missing.${figure.missing ?? 'nobody'}`) : shownWords(unit, shown(unit, figure.value), charts)
  }
  /** « 312 sur 401 », « sur 65 dossiers »; of a count, nothing more than the count. */
  const exact = (id: IndicatorId, { of, counted }: Pick<Figure, 'of' | 'counted'>) => {
    const { unit, mean } = definitionOf(id)
    if (mean !== null) return t('exact.mean', { count: of })
    return unit === 'people' ? t('exact.people', { count: of }) : t('exact.share', { counted: counted ?? 0, of })
  }
  const change = (id: IndicatorId, now: Figure, before: Figure): ChangeWords => {
    const { unit } = definitionOf(id)
    const found = changeOf(unit, now, before)
    if (found === null) return { kind: 'none', reason: now.value !== null && before.missing === 'nobody' ? t('change.noneBefore') : t('change.none') }
    const { difference, percent } = found
    const text = shownWords(unit === 'share' ? 'days' : unit, Math.abs(difference), { ...charts, days: unit === 'share' ? (figure, points) => t('change.points', { figure: points, text: figure }) : charts.days })
    const word = difference === 0 ? t('change.same')
      : percent === null ? t(difference > 0 ? 'change.up' : 'change.down')
      : t(difference > 0 ? 'change.upPercent' : 'change.downPercent', { percent: shownWords('share', Math.abs(percent), charts) })
    return { kind: 'change', figure: difference === 0 ? null : `${difference > 0 ? '+' : '\u2212'}\u00A0${text}`, word }
  }
  /** The month that a figure reads, where it reads one whole month of its period. */
  const monthRead = (id: IndicatorId, figure: Figure, today: Day): string | null =>
    definitionOf(id).workedInMonth ? t('mature.month', { month: formatMonth(wholeMonth({ from: day(figure.from), to: day(figure.to) }, today).from, locale) }) : null
  /** How much of a cohort can be seen, where not all of it can: never a low rate. */
  const maturity = (id: IndicatorId, figure: Figure): string | null => {
    const { maturityMonths, anchor } = definitionOf(id)
    if (figure.missing === 'too_young') return t('mature.from', { day: plainDay(addMonths(day(figure.from), maturityMonths)) })
    const until = figure.seen === null ? null : parseDay(figure.seen.until)
    if (figure.seen === null || until === null) return null
    return t('mature.seen', { seen: figure.seen.files, of: figure.seen.of, anchor: t(`mature.anchor.${anchor === 'endedOn' ? 'endedOn' : 'enteredOn'}`), until: plainDay(until) })
  }
  const place = ({ place: { level, code }, name: placeName }: PlaceAsked, role: SteeringRole) => {
    switch (level) {
      case 'nation': return t(`place.nation.${role}`)
      case 'region': return t('place.region', { name: placeName ?? code })
      case 'department': return t('place.department', { name: placeName ?? code, code })
      case 'basin': return placeName ?? code
    }
  }
  const group = groupWords({ steering: t, person, options })
  return {
    t, locale, plainDay, span, spanOf, spanTold, period, periodShort, name, value, exact, change, monthRead, maturity, place, group,
    all: (names: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
    short: (id: IndicatorId) => indicators(`${id}.short`),
    motive: (code: string) => (code === UNKNOWN ? t('motives.unknown') : motive(code as ExitMotive)),
  }
}

export type SteeringWords = ReturnType<typeof useSteeringWords>
