import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barsFrame, pairsFrame } from '@/lib/charts/bars.ts'
import { addressOf, imageOf, xmlText } from '@/lib/charts/image.ts'
import { mapFrame } from '@/lib/charts/map-frame.ts'
import { layMap } from '@/lib/charts/map.ts'
import { trendFrame } from '@/lib/charts/trend.ts'
import { bars, map, pairs, stacked, trend, words } from './samples.ts'
import { mapWords } from './map-words.ts'

const images = [
  ['a trend', trend, trendFrame(trend, words, 'wide')],
  ['bars', bars, barsFrame(bars, words, 'wide')],
  ['stacked bars', stacked, barsFrame(stacked, words, 'wide')],
  ['a comparison', pairs, pairsFrame(pairs, words, 'wide')],
  ['a map', map, mapFrame(map, layMap(map), words, mapWords)],
] as const

const parser = new XMLParser({ ignoreAttributes: false })

describe.each(images)('the image of %s', (_, { title, reading }, frame) => {
  const image = imageOf({ title, reading, note: 'Source : dossiers du bassin.' }, frame)

  test('is well-formed, named and described, of one size', () => {
    expect(XMLValidator.validate(image)).toBe(true)
    const { svg } = parser.parse(image) as { svg: Record<string, unknown> }
    expect((svg['title'] as Record<string, string>)['#text']).toBe(title)
    expect((svg['desc'] as Record<string, string>)['#text']).toBe(reading)
    expect([svg['@_width'], svg['@_viewBox']]).toEqual(['760', `0 0 760 ${String(svg['@_height'])}`])
  })

  test('needs nothing else: no variable, no class, no style, no address, each texture with it', () => {
    expect(image).not.toMatch(/var\(|class=|style=|<style|href|undefined|NaN|Infinity/u)
    expect(image.replace('http://www.w3.org/2000/svg', '')).not.toContain('http')
    for (const [, texture = ''] of image.matchAll(/url\(#([^)]+)\)/gu)) expect(image).toContain(`<pattern id="${texture}"`)
    expect(image).toContain(title)
    expect(image).toContain('Source : dossiers du bassin.')
    for (const line of frame.legend) expect(image).toContain(xmlText(line.words))
  })
})

/** Any sixteen bits, halves of signs and controls among them. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes))

test('whatever a name holds, an image stays an image, and a link holds the whole of it', () => {
  fc.assert(fc.property(anyText, (name) => {
    const image = imageOf({ title: name, reading: name }, barsFrame({ ...bars, title: name, rows: [{ key: 'a', label: name, values: [3] }] }, words, 'wide'))
    expect(XMLValidator.validate(image)).toBe(true)
    const address = addressOf('image/svg+xml', image)
    expect(decodeURIComponent(address.slice(address.indexOf(',') + 1))).toBe(image)
  }), { numRuns: 25 })
  expect(xmlText('<a onload="x">\u0000&')).toBe('&lt;a onload=&quot;x&quot;&gt;&amp;')
})
