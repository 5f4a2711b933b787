// An image that needs nothing else: its title, its reading, the drawing, what its signs mean; colours of paper, no style sheet.
import { LOOKS, PAPER, TEXTURES, type Paint, type Texture } from './looks.ts'
import { SAMPLE, type Frame, type LegendLine } from './frame.ts'
import { placeFrame, placeShapes, type Placed } from './placed.ts'
import { textLines, textWidth } from './text-width.ts'

export const IMAGE_WIDTH = 760
const EDGE = 24
const FONT = "'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Helvetica, Arial, sans-serif"

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** A text inside XML: its signs escaped, those that XML has no place for left out. */
export function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- XML 1.0 has no place for these
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu, '').replaceAll(/[&<>"']/gu, (sign) => escapes[sign] ?? '')
}

function attributes(look: Placed['look'], letters: boolean): string {
  const paint: Paint = LOOKS[look]
  const parts: string[] = []
  if (paint.texture !== undefined) parts.push(`fill="url(#t-${look})"`)
  else if (paint.fill !== undefined) parts.push(`fill="${paint.fill === 'none' ? 'none' : PAPER[paint.fill]}"`)
  if (paint.stroke !== undefined) parts.push(`stroke="${PAPER[paint.stroke]}"`)
  if (paint.width !== undefined) parts.push(`stroke-width="${paint.width}"`)
  if (paint.dash !== undefined) parts.push(`stroke-dasharray="${paint.dash}"`)
  if (paint.round === true) parts.push('stroke-linecap="round"')
  if (letters && paint.weight !== undefined) parts.push(`font-weight="${paint.weight}"`)
  if (letters && paint.halo !== undefined) parts.push(`stroke="${PAPER[paint.halo]}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`)
  return parts.join(' ')
}

function element(placed: Placed): string {
  const painted = attributes(placed.look, placed.kind === 'text')
  switch (placed.kind) {
    case 'line': return `<line x1="${placed.x1}" y1="${placed.y1}" x2="${placed.x2}" y2="${placed.y2}" ${painted}/>`
    case 'rect': return `<rect x="${placed.x}" y="${placed.y}" width="${placed.width}" height="${placed.height}" ${painted}/>`
    case 'circle': return `<circle cx="${placed.x}" cy="${placed.y}" r="${placed.r}" ${painted}/>`
    case 'path': return `<path d="${placed.d}" transform="translate(${placed.x} ${placed.y})" stroke-linejoin="round" ${painted}/>`
    case 'text': return `<text x="${placed.x}" y="${placed.y}"${placed.anchor === 'start' ? '' : ` text-anchor="${placed.anchor}"`} ${painted}>${xmlText(placed.text)}</text>`
  }
}

/** What each texture repeats, in a tile of six pixels. */
export const TILE: Readonly<Record<Texture['form'], { readonly turned: boolean; readonly d: string; readonly width: number }>> = {
  hatch: { turned: true, d: 'M0 0V6', width: 2 },
  dots: { turned: true, d: 'M3 2.25V3.75', width: 1.5 },
  lines: { turned: false, d: 'M1 0V6', width: 1.25 },
}

function pattern(look: Placed['look'], { ground, ink, form }: Texture): string {
  const tile = TILE[form]
  return `<pattern id="t-${look}" width="6" height="6" patternUnits="userSpaceOnUse"${tile.turned ? ' patternTransform="rotate(45)"' : ''}><rect width="6" height="6" fill="${PAPER[ground]}"/><path d="${tile.d}" stroke="${PAPER[ink]}" stroke-width="${tile.width}"/></pattern>`
}

/** The signs of a legend on as many lines as they take. */
function placeLegend(legend: readonly LegendLine[], width: number, x: number, y: number): { readonly placed: readonly Placed[]; readonly height: number } {
  let [across, down] = [0, 0]
  const placed = legend.flatMap(({ sample, words }): Placed[] => {
    const needed = SAMPLE.width + 8 + textWidth(words) + 20
    if (across > 0 && across + needed > width) [across, down] = [0, down + 20]
    const here = x + across
    across += needed
    return [...placeShapes(sample, 0, here, y + down), { kind: 'text', x: here + SAMPLE.width + 8, y: y + down + 10, text: words, anchor: 'start', look: 'value' }]
  })
  return { placed, height: legend.length === 0 ? 0 : down + 28 }
}

export interface ImageWords {
  readonly title: string
  readonly reading: string
  readonly note?: string
}

/** An image of a drawing: XML text, `width` pixels wide. */
export function imageOf({ title, reading, note }: ImageWords, frame: Frame, width = IMAGE_WIDTH): string {
  const inside = width - 2 * EDGE
  const block = (text: string, size: number, step: number, top: number, painted: string) => {
    const lines = textLines(text, inside / 1.05, 6, size)
    return { height: lines.length * step, text: lines.map((one, at) => `<text x="${EDGE}" y="${top + size + at * step}" font-size="${size}" ${painted}>${xmlText(one)}</text>`).join('') }
  }
  let y = EDGE
  const head = block(title, 16, 22, y, `font-weight="600" fill="${PAPER.ink}"`)
  y += head.height + 4
  const said = block(reading, 13, 20, y, `fill="${PAPER['ink-2']}"`)
  y += said.height + 16
  const drawn = placeFrame(frame, inside, EDGE, y)
  y += frame.height + 16
  const legend = placeLegend(frame.legend, inside, EDGE, y)
  y += legend.height
  const foot = note === undefined ? { height: 0, text: '' } : block(note, 12, 18, y, `fill="${PAPER['ink-3']}"`)
  y += foot.height + EDGE
  const all = [...drawn, ...legend.placed]
  const used = new Set(all.map(({ look }) => look))
  const patterns = TEXTURES.filter(([look]) => used.has(look)).map(([look, texture]) => pattern(look, texture)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.ceil(y)}" viewBox="0 0 ${width} ${Math.ceil(y)}" role="img" aria-labelledby="t d" font-family="${FONT}" font-size="12"><title id="t">${xmlText(title)}</title><desc id="d">${xmlText(reading)}</desc>${patterns === '' ? '' : `<defs>${patterns}</defs>`}<rect width="100%" height="100%" fill="${PAPER.surface}"/>${head.text}${said.text}${all.map(element).join('')}${foot.text}</svg>`
}

/** A text as an address that holds it, for a link that saves it. */
export function addressOf(type: 'text/csv' | 'image/svg+xml', text: string): string {
  return `data:${type};charset=utf-8,${encodeURIComponent(text).replaceAll(/%(?:20|3D|3A|2F|2C|3B)/gu, (code) => decodeURIComponent(code))}`
}
