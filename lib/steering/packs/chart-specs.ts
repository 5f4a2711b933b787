// The drawings of a pack, as data: the PDF draws them as vectors, the presentation as charts of its own that can be edited.
import type { Bars, Pairs, Period, Trend } from '../../charts/chart.ts'
import type { IndicatorId } from '../../indicators/definitions.ts'
import { UNKNOWN } from '../../indicators/slices.ts'
import { isNumber, type PackBreakdown, type PackContent, type PackFigure, type PackPlaces, type Shown } from './content.ts'
import { drawnUnit, drawnValue, numberText, quarterLong, quarterShort, shownText, type FigureSpeech } from './figure-text.ts'
import { PACK_SECTIONS, type PackSection } from './sections.ts'

export type PackChart =
  | { readonly kind: 'trend'; readonly section: PackSection; readonly spec: Trend }
  | { readonly kind: 'bars'; readonly section: PackSection; readonly spec: Bars }
  | { readonly kind: 'pairs'; readonly section: PackSection; readonly spec: Pairs }

/** What is drawn over time: one line, or two of one unit. */
const TRENDS: readonly (readonly [IndicatorId] | readonly [IndicatorId, IndicatorId])[] = [
  ['entries', 'exits'], ['inCsp'], ['preBilanInTime', 'planInTime'], ['reviewInTime'], ['firstTraining'],
  ['workDuringCsp', 'stayUnderTwelve'], ['durableAtExit', 'durableSixMonths'], ['bonusTakeUp'],
]
/** What is held against the quarter before. */
const COMPARED: readonly IndicatorId[] = ['preBilanInTime', 'planInTime', 'reviewInTime']
/** Places drawn; the others are in the workbook. */
const MOST_DRAWN = 15

function periodsOf(quarters: readonly string[], { t }: FigureSpeech): readonly Period[] {
  return quarters.map((code) => ({ key: code, label: quarterLong(code, t), ...quarterShort(code, t) }))
}

/** In the midst of a sentence. */
function lower(name: string, locale: FigureSpeech['locale']): string {
  return name.slice(0, 1).toLocaleLowerCase(locale) + name.slice(1)
}

function said(figure: PackFigure, quarters: readonly string[], speech: FigureSpeech): string {
  const known = figure.trend.flatMap(({ value }, at) => (isNumber(value) ? [{ value, quarter: quarters[at]! }] : []))
  const [first, last] = [known[0], known.at(-1)]
  const text = (one: { readonly value: number; readonly quarter: string }) => ({ figure: numberText(one.value, figure.unit, speech), quarter: quarterLong(one.quarter, speech.t) })
  if (first === undefined || last === undefined) return speech.t('chart.none', { name: figure.name })
  if (first === last) return speech.t('chart.one', { name: figure.name, ...text(last) })
  const [from, to] = [text(first), text(last)]
  return speech.t('chart.fromTo', { name: figure.name, from: from.figure, fromQuarter: from.quarter, to: to.figure, toQuarter: to.quarter })
}

function trendChart(content: PackContent, ids: readonly IndicatorId[], speech: FigureSpeech): readonly PackChart[] {
  const figures = ids.flatMap((id) => content.figures.find((figure) => figure.id === id) ?? []).filter(({ trend }) => trend.some(({ value }) => isNumber(value)))
  const [first, second] = figures
  if (first === undefined) return []
  // The last quarters of a cohort are too young for all that is drawn: they are left out, and that is said.
  const length = content.quarters.findLastIndex((_, at) => figures.some(({ trend }) => trend[at]?.value !== 'too_young')) + 1
  const quarters = content.quarters.slice(0, length)
  const series = (figure: PackFigure) => ({ key: figure.id, name: figure.short, values: quarters.map((_, at) => drawnValue(figure.trend[at]?.value ?? 'unknown', figure.unit)) })
  const name = second === undefined ? first.name : speech.t('chart.and', { one: first.short, other: lower(second.short, speech.locale) })
  const spec: Trend = {
    id: `trend-${first.id}`, title: speech.t('document.trendTitle', { name }),
    reading: [...figures.map((figure) => said(figure, content.quarters, speech)), ...(length < content.quarters.length ? [speech.t('chart.later')] : [])].join(' '),
    unit: drawnUnit(first.unit), periodName: speech.t('sheet.quarter'), periods: periodsOf(quarters, speech),
    series: second === undefined ? [series(first)] : [series(first), series(second)],
  }
  return [{ kind: 'trend', section: first.section, spec }]
}

/** The largest of what is shown; beside a figure that is not, it is said to be no more than that. Who is not known leads nothing. */
function largest(rows: readonly { readonly key: string; readonly label: string; readonly figure: Shown }[], unit: PackFigure['unit'], speech: FigureSpeech): string {
  const known = rows.flatMap(({ key, label, figure }) => (key !== UNKNOWN && isNumber(figure) && figure > 0 ? [{ label, value: figure }] : []))
  const top = known.toSorted((one, other) => other.value - one.value)[0]
  if (top === undefined) return speech.t('chart.nothing')
  return speech.t(rows.every(({ figure }) => isNumber(figure)) ? 'chart.largest' : 'chart.largestShown', { label: top.label, figure: numberText(top.value, unit, speech) })
}

function breakdownChart({ indicator, dimension, section, title, rows }: PackBreakdown, speech: FigureSpeech): PackChart {
  return {
    kind: 'bars', section,
    spec: {
      id: `cut-${indicator}-${dimension}`, title, unit: 'count', rowName: speech.t('sheet.row'), order: dimension === 'age' || dimension === 'seniority' ? 'given' : 'largest',
      reading: largest(rows.map(({ value, label, figure }) => ({ key: value, label, figure })), 'people', speech),
      parts: [{ key: 'count', name: speech.t('document.count') }],
      rows: rows.map(({ value, label, figure }) => ({ key: value, label, values: [drawnValue(figure, 'people')] })),
    },
  }
}

function comparison(content: PackContent, speech: FigureSpeech): readonly PackChart[] {
  const figures = COMPARED.flatMap((id) => content.figures.find((figure) => figure.id === id) ?? []).filter(({ now }) => isNumber(now.value))
  if (figures.length === 0) return []
  return [{
    kind: 'pairs', section: 'support',
    spec: {
      id: 'compare-support', title: speech.t('document.compareTitle', { section: speech.t('section.support') }), unit: 'percent', rowName: speech.t('document.indicator'), order: 'given',
      reading: figures.map(({ name, now, unit }) => speech.t('chart.named', { name, figure: shownText(now.value, unit, speech) })).join(' '),
      parts: [{ key: 'now', name: speech.t('document.thisQuarter') }, { key: 'previous', name: speech.t('document.previous') }],
      rows: figures.map(({ id, short, unit, now, previous }) => ({ key: id, label: short, values: [drawnValue(now.value, unit), previous === null ? 'unknown' : drawnValue(previous.value, unit)] })),
    },
  }]
}

function placesChart({ level, indicators, rows }: PackPlaces, entries: PackFigure | undefined, speech: FigureSpeech): readonly PackChart[] {
  const at = indicators.indexOf('entries')
  if (at < 0 || entries === undefined || rows.length < 2) return []
  const known = rows.map((row) => ({ ...row, figure: row.figures[at] ?? ('unknown' as const) }))
  const drawn = known.toSorted((one, other) => (isNumber(other.figure) ? other.figure : -1) - (isNumber(one.figure) ? one.figure : -1)).slice(0, MOST_DRAWN)
  return [{
    kind: 'bars', section: 'flows',
    spec: {
      id: `places-${level}`, title: speech.t('chart.places', { name: entries.name, places: speech.t(`places.${level}`).toLocaleLowerCase(speech.locale) }), unit: 'count', rowName: speech.t('document.placeColumn'),
      reading: [largest(known.map(({ code, name, figure }) => ({ key: code, label: name, figure })), 'people', speech), ...(rows.length > drawn.length ? [speech.t('document.rest', { count: rows.length - drawn.length })] : [])].join(' '),
      parts: [{ key: 'entries', name: entries.short }],
      rows: drawn.map(({ code, name, figure }) => ({ key: code, label: name, values: [drawnValue(figure, 'people')] })),
    },
  }]
}

/** Every drawing of a pack, section by section. */
export function chartsOf(content: PackContent, speech: FigureSpeech): readonly PackChart[] {
  const entries = content.figures.find(({ id }) => id === 'entries')
  const narrowest = content.places.at(-1)
  const widest = content.places[0]
  const all = [
    ...comparison(content, speech),
    ...TRENDS.flatMap((ids) => trendChart(content, ids, speech)),
    ...(widest === undefined ? [] : placesChart(widest, entries, speech)),
    ...(narrowest === undefined || narrowest === widest ? [] : placesChart(narrowest, entries, speech)),
    // Where all of a cut is masked there is nothing to draw: the workbook says so, value by value.
    ...content.breakdowns.filter(({ rows }) => rows.some(({ figure }) => isNumber(figure) && figure > 0)).map((breakdown) => breakdownChart(breakdown, speech)),
  ]
  return PACK_SECTIONS.flatMap((section) => all.filter((chart) => chart.section === section))
}
