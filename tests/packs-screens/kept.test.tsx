// A figure that could not be said anew: it carries the day of the edition it is from, on the screen and in the three files.
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { PackBody } from '@/components/packs/pack-body.tsx'
import { contentOf, type StoreReading } from '@/lib/steering/packs/compose.ts'
import type { PackContent, PackFigure, Point } from '@/lib/steering/packs/content.ts'
import { packPdf } from '@/lib/steering/packs/pdf/render.ts'
import { packPptx } from '@/lib/steering/packs/pptx.ts'
import { revisionsSince } from '@/lib/steering/packs/revised.ts'
import { shownPack } from '@/lib/steering/packs/shown.ts'
import { packXlsx } from '@/lib/steering/packs/xlsx.ts'
import type { TerritoryQuarter } from '@/lib/steering/territory/figures.ts'
import { HEAD } from '@/tests/documents-screens/lives.ts'
import { readPdf } from '@/tests/documents-screens/pdf-reading.ts'
import { markupOf } from '@/tests/file-screens/a-view.ts'
import { AUVERGNE, packOf, storeOf } from './packs.ts'

const SAID_ON = '2026-10-25'
const EDITION = 'édition du 25 oct. 2026'
const plain = (text: string) => text.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/[\s\u00A0\u202F]+/gu, ' ')

function keeps(quarter: TerritoryQuarter, ids: readonly string[], cuts = false): TerritoryQuarter {
  return {
    ...quarter,
    figures: quarter.figures.map((figure) => (ids.includes(figure.id) ? { ...figure, saidOn: SAID_ON } : figure)),
    cuts: cuts ? quarter.cuts.map((row) => (row.value === 'female' ? { ...row, figures: row.figures.map((figure) => ({ ...figure, saidOn: SAID_ON })) } : row)) : quarter.cuts,
  }
}

/** Entries of this quarter, plans in time of the one before, sex, the region's wider place and a basin keep an edition's words. */
function keptPack(): PackContent {
  const store = storeOf({ place: AUVERGNE, basins: 3 })
  const kept: StoreReading = {
    ...store,
    quarters: store.quarters.map((quarter, at) => (at === 7 ? keeps(quarter, ['entries'], true) : at === 6 ? keeps(quarter, ['planInTime']) : quarter)),
    wider: { ...store.wider!, quarter: keeps(store.wider!.quarter, ['exits']) },
    inside: store.inside.map((one) => ({ ...one, places: one.places.map((place, at) => (at === 1 ? { ...place, quarter: keeps(place.quarter, ['entries']) } : place)) })),
  }
  return contentOf({ place: AUVERGNE, quarter: '2026-Q3', locale: 'fr', operator: 'Alizé Transitions', madeOn: '2027-02-02', replaces: null, reason: null, earlier: null, comments: {} }, kept)
}
const pack = keptPack()

test('on the screen: under the figure, beside the quarter before, the wider place, the places inside', () => {
  const shown = shownPack(pack)
  const rows = shown.sections.flatMap((section) => section.rows)
  expect(plain(rows.find(({ key }) => key === 'entries')!.detail)).toContain(EDITION)
  expect(plain(rows.find(({ key }) => key === 'planInTime')!.previousFrom)).toBe(EDITION)
  expect(plain(rows.find(({ key }) => key === 'exits')!.widerFrom)).toBe(EDITION)
  expect(rows.filter(({ detail, previousFrom, widerFrom }) => [detail, previousFrom, widerFrom].some((text) => text.includes('édition'))).map(({ key }) => key).toSorted()).toEqual(['entries', 'exits', 'planInTime'])
  expect(shown.places[0]!.rows.map(({ figures }) => figures.map(({ from }) => plain(from)).filter((from) => from !== ''))).toEqual([[], [EDITION], []])
  expect(plain(shown.takeaways.join(' '))).toContain(`(${EDITION})`)
  const text = plain(markupOf(<PackBody pack={shown} comments={false} />, 'fr'))
  expect(text.split(EDITION).length - 1).toBeGreaterThanOrEqual(5)
})

test('and nowhere where everything is of the edition that stands', () => {
  expect(plain(markupOf(<PackBody pack={shownPack(packOf({ place: AUVERGNE, basins: 3 }))} comments={false} />, 'fr'))).not.toContain('édition du')
})

test('in the PDF, the slides and, as notes of their cells, the workbook', async () => {
  const { bytes } = await packPdf(pack, { letterhead: HEAD, madeAt: new Date('2027-02-02T10:00:00Z'), fingerprint: null })
  // In a narrow column the words stand on several lines.
  const cells = (await readPdf(bytes)).rows.flat().map((cell) => plain(cell).replaceAll(' ', ''))
  expect(cells.filter((cell) => cell.includes(EDITION.replaceAll(' ', ''))).length).toBeGreaterThanOrEqual(4)
  const inside = (archive: Buffer, name: RegExp) => Object.entries(unzipSync(archive)).filter(([path]) => name.test(path)).map(([, file]) => plain(strFromU8(file))).join(' ')
  expect(inside(await packPptx(pack, { fingerprint: null }), /slides\/slide\d+\.xml$/u).split(EDITION).length - 1).toBeGreaterThanOrEqual(4)
  // Figures, trends (twice), cuts and places.
  expect(inside(await packXlsx(pack, { fingerprint: null }), /comments\d*\.xml$/u).split(EDITION).length - 1).toBeGreaterThanOrEqual(5)
}, 60_000)

const point = (value: number, of: number, counted: number | null = null): Point => ({ value, of, counted, seenFrom: null })
const figure = (unit: 'people' | 'share', one: Point): PackFigure => ({ ...packOf().figures.find((known) => known.unit === unit)!, trend: [one] })

test.each([
  ['people', 'a change of four is not told', point(40, 40), point(44, 44), 0],
  ['people', 'one of five is', point(40, 40), point(45, 45), 1],
  ['people', 'what became masked is', point(40, 40), { ...point(0, 0), value: 'masked', of: 'masked' }, 1],
  ['share', 'of those counted, three more: not told', point(0.5, 40, 20), point(0.575, 40, 23), 0],
  ['share', 'five more of each, none of the others: told', point(0.5, 40, 20), point(25 / 45, 45, 25), 1],
  ['share', 'six more, of whom five counted: the one that is not would be told', point(0.5, 40, 20), point(25 / 46, 46, 25), 0],
] as const)('revisions of a figure in %s: %s', (unit, _, then, now, told) => {
  expect(revisionsSince({ figures: [figure(unit, then)], quarters: ['2026-Q3'] }, [figure(unit, now)], ['2026-Q3'])).toHaveLength(told)
})
