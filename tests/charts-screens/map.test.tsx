import { NextIntlClientProvider } from 'next-intl'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BasinMap } from '@/components/map/basin-map.tsx'
import { mapCsv } from '@/lib/charts/map-csv.ts'
import { classesOf, classWords, colourOf, fifths, inOrder, layMap, legendSizes, radiusOf, windowOf } from '@/lib/charts/map.ts'
import { lambert, RATIO, sheetOf, spotOf } from '@/lib/charts/projection.ts'
import { zones } from '@/lib/population/zones.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { basins, map, words } from './samples.ts'
import { mapWords } from './map-words.ts'

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/gu, ' ')
const router = { back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {}, hmrRefresh() {} } as never

function page(changes: Partial<typeof map> = {}): string {
  return plain(renderToStaticMarkup(
    <AppRouterContext value={router}>
      <NextIntlClientProvider locale="fr" messages={messagesFor('fr')} timeZone="Europe/Paris"><BasinMap {...map} {...changes} /></NextIntlClientProvider>
    </AppRouterContext>,
  )).replaceAll('&#x27;', "'")
}

describe('where a place is drawn', () => {
  test('is where the maps of France draw it, to half a percent of the sphere that stands for the earth', () => {
    const radius = 6_371_000
    const paris = lambert({ latitude: 48.8566, longitude: 2.3522 })
    expect(Math.abs(paris.east * radius - (652_469 - 700_000)) / 47_531).toBeLessThan(0.005)
    expect(Math.abs(paris.north * radius - (6_862_035 - 6_600_000)) / 262_035).toBeLessThan(0.005)
    expect(lambert({ latitude: 46.5, longitude: 3 }).north).toBeCloseTo(0, 12)
  })

  test('is on a sheet for each zone of the country, inside it', () => {
    const all = zones()
    expect(all).toHaveLength(306)
    for (const zone of all) {
      const sheet = sheetOf(zone)
      expect(sheet, zone.name).not.toBeNull()
      const { x, y } = spotOf(zone, sheet ?? 'metropole')
      expect(Math.min(x, y, 1 - x, 1 - y), zone.name).toBeGreaterThan(0.02)
    }
    expect(sheetOf({ latitude: 46.78, longitude: -56.17 })).toBeNull()
    expect(sheetOf({ latitude: -12.823, longitude: 45.144 })).toBe('mayotte')
  })

  test('keeps the north up and the west left', () => {
    const [lille, marseille, brest, strasbourg] = [[50.63, 3.06], [43.3, 5.37], [48.39, -4.49], [48.58, 7.75]].map(([latitude = 0, longitude = 0]) => spotOf({ latitude, longitude }, 'metropole'))
    expect(lille && marseille && lille.y < marseille.y).toBe(true)
    expect(brest && strasbourg && brest.x < strasbourg.x).toBe(true)
  })
})

describe('bubbles', () => {
  test('have an area in proportion to their figure', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (largest, share) => {
      expect(radiusOf(share * largest, largest) ** 2).toBeCloseTo(share, 9)
    }))
    expect(radiusOf(400, 1600)).toBe(0.5)
    expect(radiusOf(0, 1600)).toBe(0)
  })

  test('come largest first, so that the smaller lie over them; one that is not known is a ring', () => {
    const { sheets, unsized, uncoloured } = layMap(map)
    expect(sheets.map(({ sheet, bubbles }) => [sheet, bubbles.map(({ basin }) => basin.name)])).toEqual([['metropole', ['Paris', 'Lyon', 'Toulouse']], ['guadeloupe', ['Marie-Galante']], ['reunion', ['Le Nord']]])
    expect(sheets[1]?.bubbles[0]?.look).toBe('no-size')
    expect(sheets[0]?.bubbles[1]?.look).toBe('no-colour')
    expect([unsized, uncoloured]).toEqual([1, 1])
  })

  test('are measured against round figures', () => {
    expect(legendSizes(1600, 'count').map(({ value }) => value)).toEqual([1000, 250, 63])
    expect(legendSizes(5, 'count').map(({ value }) => value)).toEqual([5, 1])
    expect(legendSizes(0, 'count')).toEqual([])
  })
})

describe('colours', () => {
  test('part the basins in fifths, by limits that are said', () => {
    const values = Array.from({ length: 100 }, (_, at) => at)
    const limits = fifths(values, 'percent')
    expect(limits).toEqual([20, 40, 60, 80])
    const classes = classesOf(limits)
    for (const { look } of classes) expect(values.filter((value) => colourOf(value, classes) === look)).toHaveLength(20)
    expect(classes.map((one) => plain(classWords(one, 'percent', words, mapWords)))).toEqual(['moins de 20 %', 'de 20 % à moins de 40 %', 'de 40 % à moins de 60 %', 'de 60 % à moins de 80 %', '80 % et plus'])
    expect(classesOf([69, 100], 100).map((one) => plain(classWords(one, 'percent', words, mapWords)))).toEqual(['moins de 69 %', 'de 69 % à moins de 100 %', '100 %'])
    expect([19.9, 20, 80].map((value) => colourOf(value, classes))).toEqual(['step-1', 'step-2', 'step-5'])
  })

  test('are fewer where figures are few or the same, and none where there is none', () => {
    expect(fifths([50, 50, 50], 'percent')).toEqual([])
    expect(classesOf([]).map(({ look }) => look)).toEqual(['step-3'])
    expect(fifths([null, 'unknown'], 'percent')).toEqual([])
    expect(colourOf(null, classesOf([1, 2]))).toBe('no-colour')
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 })), (values) => {
      const limits = fifths(values, 'percent')
      expect(limits).toEqual([...new Set(limits)].toSorted((a, b) => a - b))
      const classes = classesOf(limits)
      expect(values.every((value) => colourOf(value, classes) !== 'no-colour')).toBe(true)
    }))
  })
})

describe('what is shown of the country', () => {
  test('is the part that holds the bubbles, in its proportions, or all of it', () => {
    expect(windowOf([{ x: 0.1, y: 0.5 }, { x: 0.9, y: 0.5 }])).toBeNull()
    expect(windowOf([])).toBeNull()
    const corner = windowOf([{ x: 0.02, y: 0.98 }])
    expect(corner?.x).toBe(0)
    expect((corner?.y ?? 0) + (corner?.share ?? 0)).toBeCloseTo(1)
    const occitanie = zones().filter(({ regionCode }) => regionCode === '76').map((zone) => ({ ...basins[0]!, ...zone, size: 10, colour: 50 }))
    const { sheets, window } = layMap({ ...map, basins: occitanie, ground: zones() })
    expect(window?.share).toBeLessThan(0.7)
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.bubbles.every(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1)).toBe(true)
    expect(RATIO.metropole).toBeGreaterThan(0.9)
  })
})

describe('the page', () => {
  test('has a link for each bubble, with its words, and the same figures in a table', () => {
    const html = page()
    for (const { code, words: said } of basins) expect(html).toContain(`href="/bassins/${code}"><span>${said}</span></a>`)
    const lines = [...html.matchAll(/<tr><th scope="row"><a href="[^"]+">([^<]+)<\/a><\/th><td[^>]*>([^<]+)<\/td><td[^>]*>([^<]+)<\/td>/gu)].map(([, ...cells]) => cells)
    expect(lines).toEqual([['Paris', '1 600', '61 %'], ['Lyon', '900', 'moins de 5'], ['Toulouse', '400', '82 %'], ['Le Nord', '30', '70 %'], ['Marie-Galante', 'moins de 5', 'moins de 5']])
    const saved = decodeURIComponent(/href="data:text\/csv;charset=utf-8,([^"]+)"/u.exec(html)?.[1] ?? '')
    expect(saved).toBe(plain(mapCsv(map, { code: 'Code', name: 'Bassin' }, words)))
    expect(saved).toContain('1109;Paris;1600;61\r\n')
    expect(html).not.toContain('<script')
  })

  test('names the overseas departments it shows, says what is masked, lets the map be passed over', () => {
    const html = page()
    expect(html).toContain('Guadeloupe')
    expect(html).not.toContain('Mayotte')
    expect(html).toContain('taille masquée ou inconnue')
    expect(html).toContain('href="#carte-table"')
  })

  test('is ordered by its address', () => {
    const html = page({ order: { ...map.order, column: 'name', descending: false } })
    const heads = [...html.matchAll(/<th scope="col" aria-sort="(\w+)"[^>]*><a[^>]*href="([^"]*)"/gu)].map(([, sorted, href]) => [sorted, href])
    expect(heads).toEqual([['ascending', map.order.hrefs.name], ['none', map.order.hrefs.size], ['none', map.order.hrefs.colour]])
    expect([...html.matchAll(/<tr><th scope="row"><a[^>]*>([^<]+)/gu)].map(([, name]) => name)).toEqual(['Le Nord', 'Lyon', 'Marie-Galante', 'Paris', 'Toulouse'])
    const upward = inOrder(basins, { column: 'size', descending: false })
    expect(upward.map(({ name }) => name)).toEqual(['Le Nord', 'Toulouse', 'Lyon', 'Paris', 'Marie-Galante'])
  })

  test('says so where there is no basin, and names one that is nowhere on the map', () => {
    expect(page({ basins: [] })).toContain('Aucun bassin dans ce territoire.')
    const html = page({ basins: [...basins, { ...basins[0]!, code: 'X', name: 'Saint-Pierre', latitude: 46.78, longitude: -56.17 }] })
    expect(html).toContain('Hors de la carte : Saint-Pierre.')
    expect([...html.matchAll(/<tr><th scope="row">/gu)]).toHaveLength(6)
  })
})
