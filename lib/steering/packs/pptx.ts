// A pack as a presentation that can be edited: native charts with their figures, native tables, a title on each slide, the
// definitions in the speaker's notes.
import type PptxGenJS from 'pptxgenjs'
import { day } from '../../accord/calendar/day.ts'
import type { Value } from '../../charts/chart.ts'
import { isKnown, valueWords } from '../../charts/figure-words.ts'
import { PAPER } from '../../charts/looks.ts'
import { barRows, pairRows } from '../../charts/bars.ts'
import { definitionOf } from '../../indicators/definitions.ts'
import { formatDayPlain } from '../../wording/format/day.ts'
import { chartsOf, type PackChart } from './chart-specs.ts'
import { drawingWords } from './chart-words.ts'
import type { PackContent, PackFigure } from './content.ts'
import { editionText, lastSeen, movementText, notesText, pointDetail, quarterLong, shownText, type FigureSpeech } from './figure-text.ts'
import { FIGURE_SECTIONS, type PackSection } from './sections.ts'
import type { Step } from './steps.ts'
import { leadOf } from './takeaways.ts'
import { packWords } from './words.ts'
import { titleOf } from './pdf/render.ts'

const hex = (token: keyof typeof PAPER) => PAPER[token].slice(1)
/** Our own accent on paper. */
const ACCENT = '0E5A4F'
const MARGIN = 0.6
const WIDTH = 13.33 - 2 * MARGIN
const TOP = 1.35
/** The longest comment that stands under a table. */
const MOST_BESIDE = 450
/** A name that takes two lines of a table. */
const LONG_NAME = 50
/** Rows of a table on one slide. */
const MOST_ROWS = 12
const MOST_DEFINITIONS = 7

export interface PackPptxOptions {
  readonly fingerprint: string | null
  readonly step?: Step
}

type Slide = PptxGenJS.Slide

class Deck {
  readonly pptx: PptxGenJS
  readonly content: PackContent
  readonly speech: FigureSpeech

  constructor(pptx: PptxGenJS, content: PackContent) {
    this.pptx = pptx
    this.content = content
    this.speech = { t: packWords(content.locale), locale: content.locale }
    const { t } = this.speech
    pptx.layout = 'LAYOUT_WIDE'
    pptx.title = titleOf(content, this.speech)
    pptx.author = content.operator ?? 'Rebond'
    pptx.company = content.operator ?? 'Rebond'
    pptx.theme = { headFontFace: 'Arial', bodyFontFace: 'Arial' }
    const foot = [content.number ?? t('document.draft'), content.place.name, quarterLong(content.quarter.code, t)].join('  ·  ')
    pptx.defineSlideMaster({
      title: 'PACK', background: { color: hex('surface') }, margin: MARGIN,
      objects: [
        { rect: { x: MARGIN, y: 1.12, w: WIDTH, h: 0.01, fill: { color: hex('grid') } } },
        { rect: { x: MARGIN, y: 1.1, w: 0.7, h: 0.04, fill: { color: ACCENT } } },
        { text: { text: foot, options: { x: MARGIN, y: 7.05, w: 9.5, h: 0.3, fontSize: 10, color: hex('ink-3'), margin: 0 } } },
        { placeholder: { options: { name: 'title', type: 'title', x: MARGIN, y: 0.4, w: WIDTH, h: 0.65, fontSize: 22, bold: true, color: hex('ink'), margin: 0, align: 'left', valign: 'middle' }, text: '' } },
      ],
      slideNumber: { x: 12.2, y: 7.05, w: 0.6, h: 0.3, fontSize: 10, color: hex('ink-3'), align: 'right' },
    })
  }

  slide(title: string, notes: readonly string[] = []): Slide {
    const slide = this.pptx.addSlide({ masterName: 'PACK' })
    slide.addText(title, { placeholder: 'title' })
    const said = notes.filter((note) => note !== '').join('\n\n')
    if (said !== '') slide.addNotes(said)
    return slide
  }

  table(slide: Slide, name: string, heads: readonly string[], rows: readonly (readonly Cell[])[], widths: readonly number[], size = 15): void {
    const border: [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] = [{ type: 'none' }, { type: 'none' }, { type: 'solid', pt: 0.75, color: hex('grid') }, { type: 'none' }]
    const left = (at: number) => at === 0 || rows[0]?.[at]?.left === true
    const head = heads.map((text, at): PptxGenJS.TableCell => ({ text, options: { bold: true, fontSize: 12, color: hex('ink-2'), align: left(at) ? 'left' : 'right', valign: 'bottom', border } }))
    const body = rows.map((cells) => cells.map(({ text, note, bold, left }, at): PptxGenJS.TableCell => ({
      text: [{ text, options: { bold: bold === true, fontSize: size, color: hex('ink'), breakLine: note !== undefined && note !== '' } }, ...(note === undefined || note === '' ? [] : [{ text: note, options: { fontSize: 11, color: hex('ink-3') } }])],
      options: { align: at === 0 || left === true ? 'left' : 'right', valign: 'middle', border },
    })))
    slide.addTable([head, ...body], { x: MARGIN, y: TOP, w: WIDTH, colW: widths.map((share) => share * WIDTH), margin: [0.04, 0.08, 0.04, 0.08], objectName: name })
  }
}

interface Cell {
  readonly text: string
  readonly note?: string
  readonly bold?: boolean
  readonly left?: boolean
}

function cover(deck: Deck, fingerprint: string | null): void {
  const { content, speech: { t, locale } } = deck
  const slide = deck.slide(titleOf(content, deck.speech))
  const level = t(`level.${content.place.level}`)
  const by = content.operator === null ? t('document.byPlatform') : t('document.madeBy', { operator: content.operator })
  const line = (text: string, size: number, bold = false, color: keyof typeof PAPER = 'ink') => ({ text, options: { fontSize: size, bold, color: hex(color), breakLine: true, paraSpaceAfter: 6 } })
  slide.addText([
    line(content.number === null ? t('document.draft') : t('document.number', { number: content.number }), 16, true),
    line(content.place.name, 40, true),
    line(content.place.within === null ? level : `${level}, ${content.place.within}`, 16, false, 'ink-2'),
    line(quarterLong(content.quarter.code, t), 24, true),
    line(t('quarter.span', { from: formatDayPlain(day(content.quarter.from), locale), to: formatDayPlain(day(content.quarter.to), locale) }), 16, false, 'ink-2'),
    ...(content.number === null ? [line(t('document.draftNote'), 14, true)] : []),
    ...(content.replaces === null ? [] : [line(`${t('document.replaces', { number: content.replaces })}${content.reason === null ? '' : ` ${t('document.reason', { reason: content.reason })}`}`, 14)]),
    line(`${t('document.madeOn', { day: formatDayPlain(day(content.madeOn), locale) })}, ${by}. ${t('document.edition', { day: formatDayPlain(day(content.edition.madeOn), locale) })}`, 14, false, 'ink-2'),
    line(t('document.nobody'), 14, true),
  ], { x: MARGIN, y: 1.5, w: WIDTH, h: 5.2, valign: 'top', margin: 0 })
  slide.addNotes([t('document.subtitle'), t('document.maskingText'), ...(fingerprint === null ? [] : [t('document.fingerprint', { fingerprint })])].join('\n\n'))
}

function definitionNote({ name, kind, definition }: PackFigure, { t }: FigureSpeech): string {
  const source = [...definition.published, ...definition.rules].join(', ')
  return [`${name} (${t(`kind.${kind}`)})`, `${t('document.numerator')} : ${definition.numerator}`, `${t('document.denominator')} : ${definition.denominator}`, `${t('document.window')} : ${definition.window}`, `${t('document.source')} : ${source}`, ...(definition.note === null ? [] : [definition.note])].join('\n')
}

function sectionTable(deck: Deck, section: Exclude<PackSection, 'overview'>): void {
  const { content, speech } = deck
  const { t } = speech
  const figures = content.figures.filter((figure) => figure.section === section)
  const slide = deck.slide(t(`section.${section}`), figures.map((figure) => definitionNote(figure, speech)))
  deck.table(slide, t('document.tableCaption', { section: t(`section.${section}`) }), [t('document.indicator'), quarterLong(content.quarter.code, t), t('document.previous'), ...(content.wider === null ? [] : [content.wider.name])],
    figures.map((figure) => {
      const { now, previous, wider, unit, kind, name } = figure
      const last = lastSeen(figure, content.quarters)
      const note = last === null ? pointDetail(now, unit, speech) : t('figure.lastSeen', { quarter: quarterLong(last.quarter, t), figure: shownText(last.point.value, unit, speech) })
      const movement = previous === null ? null : movementText(now.value, previous.value, unit, speech)
      return [
        { text: name, note: [t(`kind.${kind}`), note].filter((part) => part !== '').join(' · ') },
        { text: shownText(now.value, unit, speech), bold: true },
        previous === null ? { text: '—' } : { text: shownText(previous.value, unit, speech), note: notesText(movement, editionText(previous.saidOn, speech)) },
        ...(content.wider === null ? [] : [{ text: wider === null ? '—' : shownText(wider.value, unit, speech), note: editionText(wider?.saidOn, speech) }]),
      ]
    }), content.wider === null ? [0.56, 0.22, 0.22] : [0.46, 0.18, 0.18, 0.18])
  const comment = content.comments[section]
  if (comment === undefined || comment === '') return
  const below = TOP + 0.65 + figures.reduce((sum, { name }) => sum + (name.length > LONG_NAME ? 0.74 : 0.5), 0)
  // Beside its figures where it fits, on a slide of its own where it does not.
  if (comment.length > MOST_BESIDE || below > 5.6) return commentSlide(deck, section)
  slide.addText([{ text: t('document.comment'), options: { bold: true, fontSize: 13, color: ACCENT, breakLine: true } }, { text: comment, options: { fontSize: 14, color: hex('ink') } }], { x: MARGIN, y: below, w: WIDTH, h: 6.9 - below, valign: 'top', margin: 0, fit: 'shrink' })
}

function commentSlide(deck: Deck, section: PackSection): void {
  const comment = deck.content.comments[section]
  if (comment === undefined || comment === '') return
  const { t } = deck.speech
  const slide = deck.slide(t('document.commentTitle', { section: t(`section.${section}`) }))
  slide.addText(comment, { x: MARGIN, y: TOP, w: WIDTH, h: 5.4, fontSize: comment.length > 1500 ? 11 : 16, color: hex('ink'), valign: 'top', margin: 0, fit: 'shrink' })
}

/** What a chart of the presentation is given: an absent figure is a gap, never a zero, and its label says why. */
interface ChartSeries {
  readonly name: string
  readonly labels: string[]
  readonly values: number[]
}

/** The library writes a zero given as a number as nothing in the sheet behind the chart. */
function chartValue(value: Value | undefined): number {
  return (isKnown(value) ? (value === 0 ? '0' : Math.round(value * 100) / 100) : null) as unknown as number
}

function seriesOf(chart: PackChart, speech: FigureSpeech): readonly ChartSeries[] {
  const words = drawingWords(speech.locale)
  // Where all that a label stands for is absent, the label says why.
  const labelled = (label: string, values: readonly (Value | undefined)[]) => (values.some(isKnown) ? label : `${label} (${valueWords(values[0], chart.spec.unit, words)})`)
  switch (chart.kind) {
    case 'trend': {
      const { periods, series } = chart.spec
      const labels = periods.map(({ short, year }, at) => labelled(year === undefined ? short : `${short} ${year}`, series.map(({ values }) => values[at])))
      return series.map(({ name, values }) => ({ name, labels, values: periods.map((_, at) => chartValue(values[at])) }))
    }
    case 'bars':
    case 'pairs': {
      const rows = chart.kind === 'bars' ? barRows(chart.spec) : pairRows(chart.spec)
      const labels = rows.map(({ label, values }) => labelled(label, values))
      return chart.spec.parts.map(({ name }, part) => ({ name, labels, values: rows.map(({ values }) => chartValue(values[part])) }))
    }
  }
}

const FORMATS: Readonly<Record<string, string>> = { count: '#,##0', percent: '0.0"\u00A0%"', euros: '#,##0"\u00A0€"', months: '0.0', days: '0.0' }
/** Steps of an axis are whole. */
const STEPS: Readonly<Record<string, string>> = { ...FORMATS, percent: '0"\u00A0%"' }

/** Where a drawing stands on its slide, in inches. */
interface Frame {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function drawChart(deck: Deck, slide: Slide, chart: PackChart, frame: Frame): void {
  const { speech, content } = deck
  const { spec } = chart
  const series = seriesOf(chart, speech)
  const format = FORMATS[spec.unit] ?? '#,##0'
  const small = frame.w < WIDTH
  const common: PptxGenJS.IChartOpts = {
    ...frame, altText: speech.t('document.drawing', { title: spec.title, reading: spec.reading }),
    chartColors: series.length === 1 ? [hex('seq-4')] : [hex('seq-4'), hex('ink-3')], catAxisLabelFontSize: small ? 10 : 11, valAxisLabelFontSize: small ? 10 : 11, catAxisLabelColor: hex('ink-2'), valAxisLabelColor: hex('ink-2'),
    valAxisMinVal: 0, valAxisLabelFormatCode: STEPS[spec.unit] ?? '#,##0', valGridLine: { color: hex('grid'), size: 0.75 }, catGridLine: { style: 'none' },
    showLegend: series.length > 1, legendPos: 't', legendFontSize: small ? 11 : 12, legendColor: hex('ink'), displayBlanksAs: 'gap',
    showValue: true, dataLabelFormatCode: format, dataLabelFontSize: small ? 9 : 10, dataLabelColor: hex('ink'), lang: content.locale === 'fr' ? 'fr-FR' : 'en-GB',
  }
  const data = series.map(({ name, labels, values }) => ({ name, labels, values }))
  if (chart.kind === 'trend') slide.addChart('line', data, { ...common, lineSize: 2.25, lineDataSymbol: 'circle', lineDataSymbolSize: 8, dataLabelPosition: 't' })
  // The first row at the top, as it is read.
  else slide.addChart('bar', data, { ...common, barDir: 'bar', barGapWidthPct: 45, catAxisOrientation: 'maxMin' as 'minMax', valAxisHidden: true, valGridLine: { style: 'none' }, dataLabelPosition: 'outEnd' })
}

/** The drawings of a part, two to a slide; one alone has it whole, and its title. */
function chartSlides(deck: Deck, section: PackSection, charts: readonly PackChart[]): void {
  const { speech: { t }, content } = deck
  const notesOf = (chart: PackChart) => [chart.spec.reading, ...content.figures.filter(({ id }) => chart.spec.id.includes(id) || (chart.kind === 'trend' && chart.spec.series.some(({ key }) => key === id))).map((figure) => definitionNote(figure, deck.speech))]
  for (const { title, some: [one, other] } of inSlides(t('document.charts', { section: t(`section.${section}`) }), charts, 2, t)) {
    if (one === undefined) continue
    if (other === undefined) {
      const slide = deck.slide(one.spec.title, notesOf(one))
      slide.addText(one.spec.reading, { x: MARGIN, y: 1.25, w: WIDTH, h: 0.6, fontSize: 14, color: hex('ink-2'), margin: 0, valign: 'top' })
      drawChart(deck, slide, one, { x: MARGIN, y: 1.95, w: WIDTH, h: 4.95 })
      continue
    }
    const slide = deck.slide(title, [...new Set([one, other].flatMap(notesOf))])
    for (const [side, chart] of [one, other].entries()) {
      const [x, w] = [MARGIN + side * (WIDTH + 0.4) / 2, (WIDTH - 0.4) / 2]
      slide.addText([{ text: chart.spec.title, options: { fontSize: 14, bold: true, color: hex('ink'), breakLine: true, paraSpaceAfter: 3 } }, { text: chart.spec.reading, options: { fontSize: 11, color: hex('ink-2') } }], { x, y: 1.3, w, h: 1.15, margin: 0, valign: 'top', fit: 'shrink' })
      drawChart(deck, slide, chart, { x, y: 2.5, w, h: 4.4 })
    }
  }
}

/** What takes several slides, so many lines to each; no two slides have one title, by which readers find them. */
function inSlides<T>(title: string, all: readonly T[], size: number, t: FigureSpeech['t']): readonly { readonly title: string; readonly some: readonly T[] }[] {
  const parts = Math.ceil(all.length / size)
  return Array.from({ length: parts }, (_, at) => ({ title: at === 0 ? title : t('document.continued', { section: title, part: at + 1, parts }), some: all.slice(at * size, (at + 1) * size) }))
}

function placesSlides(deck: Deck): void {
  const { content, speech } = deck
  const { t } = speech
  for (const { level, indicators, rows } of content.places) {
    // What takes more than two slides is read in the workbook.
    if (rows.length > 2 * MOST_ROWS) continue
    for (const { title, some } of inSlides(t(`places.${level}`), rows, MOST_ROWS, t)) {
      const slide = deck.slide(title)
      const share = 0.72 / indicators.length
      deck.table(slide, title, [t('document.placeColumn'), ...indicators.map((id) => content.figures.find((figure) => figure.id === id)?.short ?? id)],
        some.map(({ name, figures, saidOn }) => [{ text: name }, ...figures.map((figure, index) => ({ text: shownText(figure, definitionOf(indicators[index]!).unit, speech), note: editionText(saidOn?.[index], speech) }))]), [0.28, ...indicators.map(() => share)], 12)
    }
  }
}

function revisedSlides(deck: Deck): void {
  const { content: { revised }, speech } = deck
  const { t, locale } = speech
  const said = revised === null ? null : { number: revised.number, day: formatDayPlain(day(revised.issuedOn), locale) }
  if (revised === null || said === null || revised.changes.length === 0) {
    const slide = deck.slide(t('document.revised'))
    slide.addText(said === null ? t('document.revisedFirst') : t('document.revisedNone', said), { x: MARGIN, y: TOP, w: WIDTH, h: 1, fontSize: 16, color: hex('ink'), valign: 'top', margin: 0 })
    return
  }
  for (const { title, some } of inSlides(t('document.revised'), revised.changes, MOST_ROWS, t)) {
    const slide = deck.slide(title, [t('document.revisedLead', said)])
    deck.table(slide, t('document.revised'), [t('document.indicator'), t('document.quarterColumn'), t('document.then'), t('document.now')],
      some.map(({ name, unit, quarter, was, now }) => [{ text: name }, { text: quarterLong(quarter, t), left: true }, { text: shownText(was, unit, speech) }, { text: shownText(now, unit, speech), bold: true }]), [0.46, 0.22, 0.16, 0.16], 12)
  }
}

function definitionsSlides(deck: Deck): void {
  const { content, speech: { t } } = deck
  for (const { title, some } of inSlides(t('document.definitions'), content.figures, MOST_DEFINITIONS, t)) {
    const slide = deck.slide(title, [t('document.definitionsLead')])
    deck.table(slide, t('document.definitions'), [t('document.indicator'), t('document.numerator'), t('document.denominator'), t('document.window')],
      some.map(({ name, kind, definition }) => [{ text: name, note: [t(`kind.${kind}`), ...definition.published, ...definition.rules].join(' · ') }, { text: definition.numerator, left: true }, { text: definition.denominator, left: true }, { text: definition.window, left: true }]), [0.28, 0.27, 0.27, 0.18], 11)
  }
}

/** A sentence of the page of reading: what it is about first, and darker. */
function takeawayRuns(line: string): PptxGenJS.TextProps[] {
  const { lead, rest } = leadOf(line)
  const paragraph = { bullet: { indent: 14 }, paraSpaceAfter: 7 }
  return [...(lead === '' ? [] : [{ text: lead, options: { ...paragraph, bold: true } }]), { text: rest, options: { ...(lead === '' ? paragraph : {}), paraSpaceAfter: 7, breakLine: true } }]
}

/** Writes a pack as a presentation, from its content alone. */
export async function packPptx(content: PackContent, { fingerprint, step = async () => undefined }: PackPptxOptions): Promise<Buffer> {
  const { default: Pptx } = await import('pptxgenjs')
  const deck = new Deck(new Pptx(), content)
  const { t } = deck.speech
  cover(deck, fingerprint)
  const overview = deck.slide(t('section.overview'))
  overview.addText(content.takeaways.flatMap(takeawayRuns), { x: MARGIN, y: TOP, w: WIDTH, h: 5.5, fontSize: 14, color: hex('ink'), valign: 'top', margin: 0, fit: 'shrink' })
  commentSlide(deck, 'overview')
  await step()
  const charts = chartsOf(content, deck.speech)
  for (const section of FIGURE_SECTIONS) {
    sectionTable(deck, section)
    chartSlides(deck, section, charts.filter((chart) => chart.section === section))
    if (section === 'flows') placesSlides(deck)
    await step()
  }
  revisedSlides(deck)
  const masking = deck.slide(t('document.masking'))
  masking.addText(t('document.maskingText'), { x: MARGIN, y: TOP, w: WIDTH, h: 3, fontSize: 16, color: hex('ink'), valign: 'top', margin: 0 })
  definitionsSlides(deck)
  const written = await deck.pptx.write({ outputType: 'nodebuffer' })
  await step()
  return written as Buffer
}
