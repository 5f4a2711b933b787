// A pack on paper: A4 upright, as a committee prints it. Tagged, in the order it is read.
import { day } from '../../../accord/calendar/day.ts'
import { logoWidth, shortFingerprint, type Letterhead } from '../../../documents/pdf/render.ts'
import { INK, PAGE, Sheet, TEXT_WIDTH, type TextLook } from '../../../documents/pdf/sheet.ts'
import { definitionOf } from '../../../indicators/definitions.ts'
import { formatDayPlain } from '../../../wording/format/day.ts'
import { chartsOf, type PackChart } from '../chart-specs.ts'
import { drawingWords } from '../chart-words.ts'
import type { PackContent, PackFigure } from '../content.ts'
import { editionText, lastSeen, movementText, notesText, pointDetail, quarterLong, shownText, type FigureSpeech } from '../figure-text.ts'
import { FIGURE_SECTIONS, type PackSection } from '../sections.ts'
import type { Step } from '../steps.ts'
import { leadOf } from '../takeaways.ts'
import { packWords } from '../words.ts'
import { drawChart } from './drawing.ts'
import { drawTable, type TableCell } from './table.ts'

const BODY: TextLook = { size: 10, leading: 15, colour: INK.text }
const READ: TextLook = { size: 11, leading: 17, colour: INK.text }
const SMALL: TextLook = { size: 8.5, leading: 12.5, colour: INK.second }
/** Places told on paper, level by level; where there are more, they are in the workbook alone. */
const MOST_PLACES = 110

export interface PackPdfOptions {
  readonly letterhead: Letterhead
  /** Written in the file as the moment of its making. */
  readonly madeAt: Date
  readonly fingerprint: string | null
  readonly step?: Step
}

class Paper {
  readonly sheet: Sheet
  readonly content: PackContent
  readonly speech: FigureSpeech
  readonly accent: Letterhead['accent']

  constructor(content: PackContent, { letterhead, madeAt }: PackPdfOptions) {
    this.content = content
    this.speech = { t: packWords(content.locale), locale: content.locale }
    this.accent = letterhead.accent
    this.sheet = new Sheet({ title: titleOf(content, this.speech), author: content.operator ?? 'Rebond', madeAt, lang: content.locale === 'fr' ? 'fr-FR' : 'en-GB' })
  }

  text(text: string, look: TextLook, tag = 'P', bold = false): void {
    this.sheet.flow(this.sheet.root, tag, [{ text, face: this.sheet.face(bold) }], look)
  }

  heading(text: string): void {
    this.sheet.keepTogether(110)
    this.sheet.space(20)
    this.sheet.doc.outline.addItem(text)
    this.text(text, { size: 15, leading: 21, colour: this.accent.words }, 'H2', true)
    this.sheet.space(4)
  }

  bullets(lines: readonly string[], look: TextLook): void {
    const list = this.sheet.under(this.sheet.root, 'L')
    for (const line of lines) {
      this.sheet.space(5)
      this.sheet.keepTogether(look.leading * 2)
      const item = this.sheet.under(list, 'LI')
      const label = this.sheet.under(item, 'Lbl')
      const at = this.sheet.y
      label.add(() => this.sheet.draw([[{ text: '•', face: 'regular', x: 0, rightToLeft: false }]], PAGE.left + 2, at, look))
      label.end()
      const { lead, rest } = leadOf(line)
      this.sheet.flow(item, 'LBody', [{ text: lead, face: 'bold' }, { text: rest, face: 'regular' }], look, { x: PAGE.left + 15, width: TEXT_WIDTH - 15 })
      item.end()
    }
    list.end()
  }
}

/** « Dossier du comité, Lyon, 3ᵉ trimestre 2026 » */
export function titleOf({ place, quarter }: PackContent, { t }: FigureSpeech): string {
  return t('document.fullTitle', { place: place.name, quarter: quarterLong(quarter.code, t) })
}

function drawCover(paper: Paper, { letterhead, fingerprint }: PackPdfOptions): void {
  const { sheet, content, speech: { t, locale } } = paper
  const top = sheet.y
  if (letterhead.logo !== null && content.operator !== null) {
    const { image, ...size } = letterhead.logo
    const wide = logoWidth(size)
    const figure = sheet.under(sheet.root, 'Figure', { alt: content.operator, bbox: [PAGE.left, top, PAGE.left + wide, top + 40] })
    figure.add(() => void sheet.doc.image(image, PAGE.left, top, { fit: [wide, 40] }))
    figure.end()
    sheet.y += 52
  }
  paper.text(content.operator ?? t('document.platform'), { size: 11.5, leading: 16, colour: INK.text }, 'P', true)
  paper.text(t('document.subtitle'), SMALL)
  sheet.y += 110
  paper.text(content.number === null ? t('document.draft') : t('document.number', { number: content.number }), { size: 11, leading: 16, colour: paper.accent.words }, 'P', true)
  sheet.space(6)
  paper.text(t('document.title'), { size: 30, leading: 38, colour: INK.text }, 'H1', true)
  paper.text(content.place.name, { size: 22, leading: 30, colour: INK.text }, 'P', true)
  const level = t(`level.${content.place.level}`)
  const where = content.place.within === null ? level : `${level}, ${content.place.within}`
  paper.text(content.place.code === '' ? level : `${where} (${content.place.code})`, { size: 11, leading: 16, colour: INK.second })
  sheet.space(12)
  paper.text(quarterLong(content.quarter.code, t), { size: 16, leading: 23, colour: INK.text }, 'P', true)
  paper.text(t('quarter.span', { from: formatDayPlain(day(content.quarter.from), locale), to: formatDayPlain(day(content.quarter.to), locale) }), { size: 11, leading: 16, colour: INK.second })
  const rule = sheet.y + 18
  sheet.artifact(() => {
    sheet.doc.rect(PAGE.left, rule, TEXT_WIDTH, 0.6).fill(INK.line)
    sheet.doc.rect(PAGE.left, rule - 0.7, 48, 2).fill(paper.accent.stroke)
  })
  sheet.y = rule + 22
  if (content.number === null) paper.text(t('document.draftNote'), BODY, 'P', true)
  if (content.replaces !== null) paper.text(`${t('document.replaces', { number: content.replaces })}${content.reason === null ? '' : ` ${t('document.reason', { reason: content.reason })}`}`, BODY)
  const by = content.operator === null ? t('document.byPlatform') : t('document.madeBy', { operator: content.operator })
  paper.text(`${t('document.madeOn', { day: formatDayPlain(day(content.madeOn), locale) })}, ${by}.`, BODY)
  paper.text(t('document.edition', { day: formatDayPlain(day(content.edition.madeOn), locale) }), BODY)
  sheet.space(6)
  paper.text(t('document.nobody'), BODY, 'P', true)
  if (fingerprint !== null) {
    sheet.space(10)
    paper.text(t('document.fingerprint', { fingerprint }), SMALL)
  }
}

function figureCells(figure: PackFigure, content: PackContent, speech: FigureSpeech): readonly TableCell[] {
  const { t } = speech
  const { now, previous, wider, unit } = figure
  const last = lastSeen(figure, content.quarters)
  const movement = previous === null ? null : movementText(now.value, previous.value, unit, speech)
  const note = last === null ? pointDetail(now, unit, speech) : t('figure.lastSeen', { quarter: quarterLong(last.quarter, t), figure: `${shownText(last.point.value, unit, speech)} (${pointDetail(last.point, unit, speech)})` })
  return [
    // The last cohort seen is what there is to read: it stands for the figure, and says that it is one.
    last === null ? { text: figure.name, note: [t(`kind.${figure.kind}`), note].filter((part) => part !== '').join(' · ') } : { text: figure.name, note, noteSays: true },
    { text: shownText(now.value, unit, speech), bold: true },
    previous === null ? { text: '—' } : { text: shownText(previous.value, unit, speech), note: notesText(movement, editionText(previous.saidOn, speech)) },
    ...(content.wider === null ? [] : [{ text: wider === null ? '—' : shownText(wider.value, unit, speech), note: editionText(wider?.saidOn, speech) }]),
  ]
}

function drawSection(paper: Paper, section: Exclude<PackSection, 'overview'>, charts: readonly PackChart[]): void {
  const { sheet, content, speech } = paper
  const { t } = speech
  const figures = content.figures.filter((figure) => figure.section === section)
  paper.heading(t(`section.${section}`))
  drawTable(sheet, {
    caption: t('document.tableCaption', { section: t(`section.${section}`) }), captionHidden: true,
    columns: [
      { head: t('document.indicator'), share: content.wider === null ? 0.58 : 0.49 },
      { head: quarterLong(content.quarter.code, t), share: content.wider === null ? 0.21 : 0.17, figures: true },
      { head: t('document.previous'), share: content.wider === null ? 0.21 : 0.17, figures: true },
      ...(content.wider === null ? [] : [{ head: content.wider.name, share: 0.17, figures: true }]),
    ],
    rows: figures.map((figure) => figureCells(figure, content, speech)),
  })
  drawComment(paper, section)
  const words = drawingWords(content.locale)
  for (const chart of charts) if (chart.section === section) drawChart(sheet, chart, words, t)
}

function drawComment({ sheet, content, speech: { t }, accent }: Paper, section: PackSection): void {
  const comment = content.comments[section]
  if (comment === undefined || comment === '') return
  sheet.space(10)
  sheet.keepTogether(60)
  sheet.flow(sheet.root, 'H3', [{ text: t('document.comment'), face: 'bold' }], { size: 10, leading: 15, colour: accent.words })
  for (const paragraph of comment.split(/\n{2,}/u)) {
    sheet.space(3)
    sheet.flow(sheet.root, 'P', [{ text: paragraph, face: 'regular' }], BODY)
  }
}

function drawPlaces({ sheet, content, speech }: Paper): void {
  const { t } = speech
  for (const { level, indicators, rows } of content.places) {
    if (rows.length === 0) continue
    if (rows.length > MOST_PLACES) {
      sheet.space(10)
      sheet.flow(sheet.root, 'P', [{ text: `${t(`places.${level}`)}. `, face: 'bold' }, { text: t('document.inWorkbook', { count: rows.length }), face: 'regular' }], BODY)
      continue
    }
    const share = 0.77 / indicators.length
    drawTable(sheet, {
      caption: t(`places.${level}`),
      columns: [{ head: t('document.placeColumn'), share: 0.23 }, ...indicators.map((id) => ({ head: content.figures.find((figure) => figure.id === id)?.short ?? id, share, figures: true }))],
      rows: rows.map(({ name, figures, saidOn }) => [{ text: name }, ...figures.map((figure, at) => ({ text: shownText(figure, definitionOf(indicators[at]!).unit, speech), note: editionText(saidOn?.[at], speech) }))]),
    })
  }
}

function drawRevised(paper: Paper): void {
  const { sheet, content: { revised }, speech } = paper
  const { t, locale } = speech
  paper.heading(t('document.revised'))
  if (revised === null) return paper.text(t('document.revisedFirst'), BODY)
  const said = { number: revised.number, day: formatDayPlain(day(revised.issuedOn), locale) }
  if (revised.changes.length === 0) return paper.text(t('document.revisedNone', said), BODY)
  paper.text(t('document.revisedLead', said), BODY)
  drawTable(sheet, {
    caption: t('document.revised'), captionHidden: true,
    columns: [{ head: t('document.indicator'), share: 0.4 }, { head: t('document.quarterColumn'), share: 0.24 }, { head: t('document.then'), share: 0.18, figures: true }, { head: t('document.now'), share: 0.18, figures: true }],
    rows: revised.changes.map(({ name, unit, quarter, was, now }) => [{ text: name }, { text: quarterLong(quarter, t) }, { text: shownText(was, unit, speech) }, { text: shownText(now, unit, speech), bold: true }]),
  })
}

function drawDefinitions(paper: Paper): void {
  const { sheet, content, speech: { t } } = paper
  paper.heading(t('document.definitions'))
  paper.text(t('document.definitionsLead'), BODY)
  drawTable(sheet, {
    caption: t('document.definitions'), captionHidden: true,
    columns: [{ head: t('document.indicator'), share: 0.25 }, { head: t('document.numerator'), share: 0.26 }, { head: t('document.denominator'), share: 0.25 }, { head: t('document.window'), share: 0.24 }],
    rows: content.figures.map(({ name, kind, definition }) => [
      { text: name, note: [t(`kind.${kind}`), ...definition.published, ...definition.rules].join(' · ') }, { text: definition.numerator, ...(definition.note === null ? {} : { note: definition.note }) }, { text: definition.denominator }, { text: definition.window },
    ]),
  })
}

function drawFoot({ sheet, content, speech: { t } }: Paper, fingerprint: string | null, page: number, pages: number): void {
  const y = PAGE.height - 46
  const left = [content.number ?? t('document.draft'), content.place.name, quarterLong(content.quarter.code, t), ...(fingerprint === null ? [] : [t('document.short', { fingerprint: shortFingerprint(fingerprint) })])].join('  ·  ')
  const right = t('document.page', { page, pages })
  sheet.artifact(() => {
    sheet.doc.moveTo(PAGE.left, y).lineTo(PAGE.width - PAGE.right, y).lineWidth(0.6).strokeColor(INK.line).stroke()
    sheet.in('regular', 8).fillColor(INK.second)
    sheet.doc.text(left, PAGE.left, y + 8, { lineBreak: false })
    sheet.doc.text(right, PAGE.width - PAGE.right - sheet.doc.widthOfString(right), y + 8, { lineBreak: false })
  }, 'Pagination')
}

function drawDraftMark({ sheet, speech: { t } }: Paper): void {
  sheet.artifact(() => {
    sheet.doc.save().rotate(-52, { origin: [PAGE.width / 2, PAGE.height / 2] })
    sheet.in('bold', 104).fillColor(INK.second).fillOpacity(0.07)
    const mark = t('document.draftMark')
    sheet.doc.text(mark, PAGE.width / 2 - sheet.doc.widthOfString(mark) / 2, PAGE.height / 2 - 60, { lineBreak: false })
    sheet.doc.restore()
  })
}

/** Draws a pack as a tagged PDF, from its content alone. */
export async function packPdf(content: PackContent, options: PackPdfOptions): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  const step = options.step ?? (async () => undefined)
  const paper = new Paper(content, options)
  const { sheet, speech } = paper
  drawCover(paper, options)
  sheet.turnPage()
  paper.heading(speech.t('section.overview'))
  paper.bullets(content.takeaways, READ)
  drawComment(paper, 'overview')
  sheet.turnPage()
  await step()
  const charts = chartsOf(content, speech)
  for (const section of FIGURE_SECTIONS) {
    drawSection(paper, section, charts)
    if (section === 'flows') drawPlaces(paper)
    await step()
  }
  drawRevised(paper)
  paper.heading(speech.t('document.masking'))
  paper.text(speech.t('document.maskingText'), BODY)
  drawDefinitions(paper)
  const { count } = sheet.doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    sheet.doc.switchToPage(page)
    drawFoot(paper, options.fingerprint, page + 1, count)
    if (content.number === null) drawDraftMark(paper)
  }
  const bytes = await sheet.bytes()
  await step()
  return { bytes, pages: count }
}

