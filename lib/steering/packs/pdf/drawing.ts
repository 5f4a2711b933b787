// The drawings of the screens, drawn as vectors on a page: the same shapes, the same signs in grey.
import { barsFrame, pairsFrame } from '../../../charts/bars.ts'
import { SAMPLE, type Frame } from '../../../charts/frame.ts'
import { LOOKS, PAPER, type Paint, type Texture } from '../../../charts/looks.ts'
import { placeFrame, placeShapes, type Placed } from '../../../charts/placed.ts'
import { trendFrame } from '../../../charts/trend.ts'
import type { ChartWords } from '../../../charts/words.ts'
import { INK, PAGE, TEXT_WIDTH, type Sheet } from '../../../documents/pdf/sheet.ts'
import type { PackChart } from '../chart-specs.ts'
import type { PackWords } from '../words.ts'

/** Points for a pixel of the drawing: its letters of 12 pixels come to nearly 9 points. */
const SCALE = 0.74
const WIDTH = TEXT_WIDTH / SCALE
const LETTERS = 12

function frameOf(chart: PackChart, words: ChartWords): Frame {
  switch (chart.kind) {
    case 'trend': return trendFrame(chart.spec, words, 'wide')
    case 'bars': return barsFrame(chart.spec, words, 'wide')
    case 'pairs': return pairsFrame(chart.spec, words, 'wide')
  }
}

function stroked(sheet: Sheet, { stroke, width = 1, dash, round }: Paint): void {
  sheet.doc.lineWidth(width).strokeColor(stroke === undefined ? PAPER.ink : PAPER[stroke]).lineCap(round === true ? 'round' : 'butt').lineJoin('round')
  if (dash === undefined) sheet.doc.undash()
  else {
    const [on = 0, off = on] = dash.split(' ').map(Number)
    // A dash of nothing is a dot, which this library refuses: a very short one is the same under a round end.
    sheet.doc.dash(Math.max(on, 0.01), { space: off })
  }
}

/** A ground and its signs, cut to the rectangle. */
function textured(sheet: Sheet, { ground, ink, form }: Texture, x: number, y: number, width: number, height: number): void {
  const { doc } = sheet
  doc.save().rect(x, y, width, height).clip()
  doc.rect(x, y, width, height).fill(PAPER[ground])
  doc.undash().strokeColor(PAPER[ink]).fillColor(PAPER[ink])
  if (form === 'dots') {
    for (let row = 0; row * 4 < height; row += 1) for (let at = (row % 2) * 3; at < width; at += 6) doc.circle(x + at + 1.5, y + row * 4 + 2, 0.9).fill()
  } else {
    doc.lineWidth(form === 'hatch' ? 1.6 : 1.2)
    const slant = form === 'hatch' ? height : 0
    for (let at = -slant; at < width; at += 6) doc.moveTo(x + at, y + height).lineTo(x + at + slant, y).stroke()
  }
  doc.restore()
}

function drawPlaced(sheet: Sheet, placed: Placed): void {
  const { doc } = sheet
  const paint: Paint = LOOKS[placed.look]
  switch (placed.kind) {
    case 'line':
      stroked(sheet, paint)
      doc.moveTo(placed.x1, placed.y1).lineTo(placed.x2, placed.y2).stroke()
      return
    case 'rect': {
      const { x, y, width, height } = placed
      if (width <= 0 || height <= 0) return
      if (paint.texture !== undefined) textured(sheet, paint.texture, x, y, width, height)
      else if (paint.fill !== undefined && paint.fill !== 'none') doc.rect(x, y, width, height).fill(PAPER[paint.fill])
      if (paint.stroke !== undefined) {
        stroked(sheet, paint)
        doc.rect(x, y, width, height).stroke()
      }
      return
    }
    case 'circle':
      if (paint.fill !== undefined && paint.fill !== 'none') doc.circle(placed.x, placed.y, placed.r).fill(PAPER[paint.fill])
      if (paint.stroke !== undefined) {
        stroked(sheet, paint)
        doc.circle(placed.x, placed.y, placed.r).stroke()
      }
      return
    case 'path':
      stroked(sheet, paint)
      doc.save().translate(placed.x, placed.y).path(placed.d).stroke()
      doc.restore()
      return
    case 'text': {
      sheet.in(sheet.face(paint.weight !== undefined && paint.weight >= 600), LETTERS)
      const wide = doc.widthOfString(placed.text)
      const left = placed.anchor === 'end' ? placed.x - wide : placed.anchor === 'middle' ? placed.x - wide / 2 : placed.x
      doc.fillColor(paint.fill === undefined || paint.fill === 'none' ? PAPER.ink : PAPER[paint.fill]).text(placed.text, left, placed.y - LETTERS * 0.94, { lineBreak: false })
    }
  }
}

/** The signs of a legend, on one line or more. */
function placedLegend(sheet: Sheet, { legend }: Frame, y: number): { readonly placed: readonly Placed[]; readonly height: number } {
  let [across, down] = [0, 0]
  const placed = legend.flatMap(({ sample, words }): Placed[] => {
    const needed = SAMPLE.width + 8 + sheet.in('regular', LETTERS).widthOfString(words) + 20
    if (across > 0 && across + needed > WIDTH) [across, down] = [0, down + 20]
    const here = across
    across += needed
    return [...placeShapes(sample, 0, here, y + down), { kind: 'text', x: here + SAMPLE.width + 8, y: y + down + 10, text: words, anchor: 'start', look: 'value' }]
  })
  return { placed, height: legend.length === 0 ? 0 : down + 24 }
}

/** A drawing with its title and its sentence, kept on one page; a reader is given both and not the shapes. */
export function drawChart(sheet: Sheet, chart: PackChart, words: ChartWords, t: PackWords): void {
  const { spec } = chart
  const frame = frameOf(chart, words)
  const legend = placedLegend(sheet, frame, frame.height + 10)
  const height = (frame.height + 10 + legend.height) * SCALE
  sheet.space(12)
  sheet.keepTogether(height + 60)
  sheet.flow(sheet.root, 'H3', [{ text: spec.title, face: 'bold' }], { size: 10, leading: 14, colour: INK.text })
  sheet.flow(sheet.root, 'P', [{ text: spec.reading, face: 'regular' }], { size: 8.5, leading: 12, colour: INK.second })
  sheet.space(6)
  const top = sheet.y
  const figure = sheet.under(sheet.root, 'Figure', { alt: t('document.drawing', { title: spec.title, reading: spec.reading }), bbox: [PAGE.left, top, PAGE.left + TEXT_WIDTH, top + height] })
  figure.add(() => {
    sheet.doc.save().translate(PAGE.left, top).scale(SCALE)
    for (const placed of [...placeFrame(frame, WIDTH), ...legend.placed]) drawPlaced(sheet, placed)
    sheet.doc.undash().restore()
  })
  figure.end()
  sheet.y = top + height + 4
}
