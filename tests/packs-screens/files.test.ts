// The three files of a pack, opened by libraries that did not write them: what they say is what was frozen.
import ExcelJS from 'exceljs'
import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { isNumber, maskedCount, type PackContent } from '@/lib/steering/packs/content.ts'
import { chartsOf } from '@/lib/steering/packs/chart-specs.ts'
import { shownText, type FigureSpeech } from '@/lib/steering/packs/figure-text.ts'
import { packPdf } from '@/lib/steering/packs/pdf/render.ts'
import { packPptx } from '@/lib/steering/packs/pptx.ts'
import { packXlsx } from '@/lib/steering/packs/xlsx.ts'
import { packWords } from '@/lib/steering/packs/words.ts'
import { STEPS_OF_A_FILE } from '@/lib/steering/packs/steps.ts'
import { HEAD } from '@/tests/documents-screens/lives.ts'
import { readPdf, type ReadPdf } from '@/tests/documents-screens/pdf-reading.ts'
import { AUVERGNE, issuedPack, packOf } from './packs.ts'

const earlier = { number: 'CSP-2026-T2-R84-01', issuedOn: '2026-07-12', content: packOf({ place: AUVERGNE, moved: 6 }) }
const content: PackContent = issuedPack({ place: AUVERGNE, basins: 18, ask: { earlier } })
const speech: FigureSpeech = { t: packWords('fr'), locale: 'fr' }
const FINGERPRINT = 'ab'.repeat(32)
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F\s]+/gu, ' ')
/** Figures of a section as its table writes them, in order: now, before, wider. */
const written = (pack: PackContent) => pack.figures.map(({ name, unit, now, previous, wider }) => [plain(name), ...[now, previous!, wider!].map(({ value }) => plain(shownText(value, unit, speech)))])

function counter() {
  let steps = 0
  return { step: async () => void (steps += 1), taken: () => steps }
}

describe('the PDF, read by pdf.js', () => {
  let read: ReadPdf
  let cells: readonly (readonly string[])[]

  beforeAll(async () => {
    const { step, taken } = counter()
    const { bytes, pages } = await packPdf(content, { letterhead: HEAD, madeAt: new Date('2026-11-22T10:00:00Z'), fingerprint: FINGERPRINT, step })
    expect(taken()).toBe(STEPS_OF_A_FILE)
    read = await readPdf(bytes)
    expect(read.pages).toBe(pages)
    cells = read.rows.map((row) => row.map((cell) => plain(cell).trim()))
  }, 60_000)

  test('is tagged and titled, with headings, tables with their heads, lists, drawings that say what they show', () => {
    expect(read).toMatchObject({ marked: true, lang: 'fr-FR', info: { Title: 'Cahier du comité, Auvergne-Rhône-Alpes, 3ᵉ\u00A0trimestre\u00A02026', Author: 'Alizé Transitions' } })
    for (const tag of ['H2', 'H3', 'L', 'LI', 'Table', 'TH', 'TD', 'Caption']) expect(read.roles, tag).toContain(tag)
    expect(read.textOf('H1')).toEqual(['Cahier du comité'])
    expect(read.alts.map(plain)).toEqual(chartsOf(content, speech).map(({ spec }) => plain(speech.t('document.drawing', { title: spec.title, reading: spec.reading }))))
    expect(read.outline.map(plain)).toEqual(expect.arrayContaining(['Ce qu’il faut retenir', 'Formation', 'Définitions']))
  })

  test('its tables hold the frozen figures, each in its cell; a masked one is a word', () => {
    for (const [name, ...figures] of written(content)) {
      const row = cells.find(([head]) => head?.startsWith(name!) === true)
      expect(row, name).toBeDefined()
      expect(row!.slice(1, 4).map((cell) => cell.split(/ (?=\d[^%]* (?:de plus|de moins))| inchangé/u)[0]), name).toEqual(figures)
    }
    const masked = content.figures.find(({ id }) => id === 'wageGapClaims')!
    expect(cells.find(([head]) => head?.startsWith(plain(masked.name)))!.slice(1, 3)).toEqual(['masqué', 'masqué'])
  })

  test('says who, when, for which place, from which figures; sentences, comments, revisions, definitions, masking', () => {
    const text = plain(read.text)
    for (const said of [
      'N° CSP-2026-T3-R84-01', 'Aucun nom, aucun dossier', `Empreinte de son contenu (SHA-256) : ${FINGERPRINT}`, ...content.takeaways, ...Object.values(content.comments).flatMap((comment) => comment.split('\n\n')),
      'Le cahier n° CSP-2026-T2-R84-01', 'Ce qui est masqué, et pourquoi', 'Définitions', 'Page 1 sur',
    ]) expect(text).toContain(plain(said))
    expect(text).not.toContain('PROJET')
    const [first] = content.revised!.changes
    expect(cells).toContainEqual([plain(first!.name), '4ᵉ trimestre 2024', plain(shownText(first!.was, first!.unit, speech)), plain(shownText(first!.now, first!.unit, speech))])
  })

  test('a draft says on every page that it is one', async () => {
    const draft = await readPdf((await packPdf(packOf(), { letterhead: HEAD, madeAt: new Date(), fingerprint: null })).bytes)
    expect(draft.text.match(/PROJET/gu)).toHaveLength(draft.pages)
  }, 30_000)
})

interface Xml { readonly [name: string]: unknown }
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', removeNSPrefix: true, trimValues: false, isArray: (name) => ['ser', 'pt', 'sp', 't', 'graphicFrame', 'tr', 'tc'].includes(name) })
/** Every element of a name, wherever it stands. */
function all(node: unknown, name: string): Xml[] {
  if (Array.isArray(node)) return node.flatMap((one) => all(one, name))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => [...(key === name ? (Array.isArray(value) ? (value as Xml[]) : [value as Xml]) : []), ...all(value, name)])
}
const textOf = (node: unknown) => plain(all(node, 't').map((one) => (typeof one === 'object' ? String(one['#text'] ?? '') : String(one))).join(' '))

describe('the presentation, read by an unzipper and an XML parser', () => {
  let parts: Record<string, Uint8Array>
  let slides: { readonly xml: Xml; readonly text: string }[]
  const numbered = (pattern: RegExp) => Object.keys(parts).filter((name) => pattern.test(name)).toSorted((a, b) => Number(/\d+/u.exec(a.split('/').at(-1)!)![0]) - Number(/\d+/u.exec(b.split('/').at(-1)!)![0]))

  beforeAll(async () => {
    const { step, taken } = counter()
    parts = unzipSync(new Uint8Array(await packPptx(content, { fingerprint: FINGERPRINT, step })))
    expect(taken()).toBe(STEPS_OF_A_FILE)
    slides = numbered(/^ppt\/slides\/slide\d+\.xml$/u).map((name) => {
      const xml = parser.parse(strFromU8(parts[name]!)) as Xml
      return { xml, text: textOf(xml) }
    })
  }, 60_000)

  test('every slide has its title in the place of a title, and none twice the same', () => {
    const titles = slides.map(({ xml }) => all(xml, 'sp').filter((shape) => all(shape, 'ph').some(({ type }) => type === 'title')).map(textOf).join('').trim())
    expect(titles.every((title) => title !== '')).toBe(true)
    expect(titles).toEqual([...new Set(titles)])
    expect(titles[0]).toBe('Cahier du comité, Auvergne-Rhône-Alpes, 3ᵉ trimestre 2026')
  })

  test('drawings stand two to a slide, each under its own title', () => {
    const drawn = slides.map(({ xml, text }) => ({ text, charts: all(xml, 'chart').length })).filter(({ charts }) => charts > 0)
    expect(drawn.every(({ charts }) => charts <= 2)).toBe(true)
    expect(drawn.filter(({ charts }) => charts === 2).length).toBeGreaterThan(4)
    for (const { spec } of chartsOf(content, speech)) expect(drawn.some(({ text }) => text.includes(plain(spec.title)))).toBe(true)
  })

  test('its tables are native and hold the frozen figures, cell by cell', () => {
    const rows = slides.flatMap(({ xml }) => all(xml, 'tr').map((row) => all(row, 'tc').map((cell) => textOf(cell).trim())))
    for (const [name, ...figures] of written(content)) {
      const row = rows.find(([head]) => head?.startsWith(name!) === true)
      expect(row, name).toBeDefined()
      expect(row!.slice(1, 4).map((cell, at) => cell.startsWith(figures[at]!)), `${name}: ${row!.join(' | ')}`).toEqual([true, true, true])
    }
  })

  test('its charts are native: their values, the sheet behind each, and no zero in the place of what is masked', async () => {
    const specs = chartsOf(content, speech)
    const charts = numbered(/^ppt\/charts\/chart\d+\.xml$/u)
    expect(charts).toHaveLength(specs.length)
    for (const [at, name] of charts.entries()) {
      const spec = specs[at]!
      const series = all(parser.parse(strFromU8(parts[name]!)), 'ser')
      const values = series.map((one) => all(one['val'], 'pt').map(({ v }) => (v === '' ? null : Number(v))))
      const expected = spec.kind === 'trend'
        ? spec.spec.series.map((one) => one.values.map((value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : null)))
        : spec.spec.parts.map((_, part) => spec.spec.rows.map(({ values: row }) => (typeof row[part] === 'number' ? Math.round(row[part] * 100) / 100 : null)))
      const sorted = (list: readonly (number | null)[]) => [...list].toSorted((a, b) => (b ?? -1) - (a ?? -1))
      expect(values.map(sorted), spec.spec.title).toEqual(expected.map(sorted))
      // What PowerPoint opens when the figures are edited.
      const book = Object.keys(parts).find((part) => part.endsWith(`Microsoft_Excel_Worksheet${/\d+/u.exec(name.split('/').at(-1)!)![0]}.xlsx`))!
      const [sheet] = await readXlsx(Buffer.from(parts[book]!))
      expect(sheet!.data.slice(1).map((row) => row.slice(1, 1 + series.length).map((cell) => (cell === null || cell === '' ? null : Number(cell))))).toEqual((values[0] ?? []).map((_, row) => values.map((one) => one[row] ?? null)))
      const [alt] = slides.flatMap(({ xml }) => all(xml, 'graphicFrame')).filter((frame) => all(frame, 'cNvPr').some(({ descr }) => plain(String(descr ?? '')).includes(plain(spec.spec.title))))
      expect(alt, spec.spec.title).toBeDefined()
    }
    const masked = specs.find(({ spec: { id } }) => id === 'cut-entries-seniority')!
    const labels = all(parser.parse(strFromU8(parts[charts[specs.indexOf(masked)]!]!)), 'cat').flatMap((cat) => all(cat, 'pt').map(({ v }) => plain(String(v))))
    expect(labels).toEqual(['Moins d’un an (masqué)', 'Un à deux ans (masqué)', 'Deux ans et plus'])
  })

  test('the notes of the speaker hold the definitions', () => {
    const notes = numbered(/^ppt\/notesSlides\/notesSlide\d+\.xml$/u).map((name) => textOf(parser.parse(strFromU8(parts[name]!))))
    const first = content.figures[0]!
    expect(notes.some((note) => note.includes(first.name) && note.includes(plain(`Numérateur : ${first.definition.numerator}`)) && note.includes('R-012'))).toBe(true)
  })
})

describe('the workbook, read by read-excel-file', () => {
  let bytes: Buffer
  const sheet = async (name: string) => (await readXlsx(bytes)).find((one) => one.sheet === name)!.data
  beforeAll(async () => {
    const { step, taken } = counter()
    bytes = await packXlsx(content, { fingerprint: FINGERPRINT, step })
    expect(taken()).toBe(STEPS_OF_A_FILE)
  }, 60_000)

  test('has a sheet for each thing', async () => {
    expect((await readXlsx(bytes)).map((one) => one.sheet)).toEqual(['Chiffres', 'Évolutions', 'Répartitions', 'Territoires', 'Commentaires', 'Définitions', 'Révisions', 'À propos'])
  })

  test('figures are numbers, masked ones a word in their own cell', async () => {
    const [, ...rows] = await sheet('Chiffres')
    for (const [at, { name, now, previous, wider }] of content.figures.entries()) {
      const row = rows[at]!
      expect(row[1]).toBe(name)
      const cell = (value: PackContent['figures'][number]['now']['value'] | null) => (value === null ? null : isNumber(value) ? value : speech.t(`absence.${value}`))
      expect([row[4], row[5], row[6] ?? null, row[7], row[8]], name).toEqual([cell(now.value), cell(now.of), cell(now.counted), cell(previous!.value), cell(wider!.value)])
    }
    const masked = rows.flat().filter((cell) => cell === 'masqué')
    expect(masked.length).toBeGreaterThan(0)
    const trends = (await sheet('Évolutions')).slice(1)
    expect(trends.map((row) => row.slice(2))).toEqual(content.figures.map(({ trend }) => trend.map(({ value }) => (isNumber(value) ? value : speech.t(`absence.${value}`)))))
  })

  test('prints on pages as wide as its sheets, each with its heads and its number; rows are as high as their words', async () => {
    const written = new ExcelJS.Workbook()
    await written.xlsx.load(bytes as never)
    for (const one of written.worksheets) {
      expect({ fit: one.pageSetup.fitToWidth, titles: one.pageSetup.printTitlesRow, frozen: one.views[0]?.state }, one.name).toEqual({ fit: 1, titles: '1:1', frozen: 'frozen' })
      expect(one.headerFooter.oddFooter).toContain('CSP-2026-T3-R84-01')
      expect(one.headerFooter.oddFooter).toContain('&P / &N')
    }
    const definitions = written.getWorksheet('Définitions')!
    const [short, long] = [definitions.getRow(2), definitions.getRows(2, content.figures.length)!.toSorted((a, b) => b.height - a.height)[0]!]
    expect(short.height).toBeGreaterThanOrEqual(15)
    expect(long.height).toBeGreaterThanOrEqual(30)
    // A share keeps its space before the sign, and is a number.
    const shares = written.getWorksheet('Chiffres')!.getColumn(5).values.length
    const formats = Array.from({ length: shares }, (_, at) => written.getWorksheet('Chiffres')!.getCell(at + 1, 5).numFmt)
    expect(formats).toContain('0.0"\u00A0"%')
  })

  test('places, cuts, comments, revisions and what it is', async () => {
    const places = (await sheet('Territoires')).slice(1)
    expect(places.map((row) => row[3])).toEqual(content.places[0]!.rows.map(({ figures }) => figures[0]))
    const cuts = (await sheet('Répartitions')).slice(1)
    expect(cuts).toContainEqual(['Entrées en CSP', 'l’ancienneté chez l’ancien employeur', 'Moins d’un an', 'masqué'])
    expect((await sheet('Commentaires'))[1]).toEqual(['Ce qu’il faut retenir', content.comments.overview])
    expect((await sheet('Révisions')).slice(1)).toHaveLength(content.revised!.changes.length)
    const about = (await sheet('À propos')).flat().join(' ')
    for (const said of ['N° CSP-2026-T3-R84-01', 'Alizé Transitions', FINGERPRINT]) expect(plain(about)).toContain(said)
    expect(plain(about)).toContain(`${maskedCount(content)} chiffres`)
  })
})
