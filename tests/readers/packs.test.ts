// A committee pack as the programs of those who receive it see it: poppler for the PDF, LibreOffice for the other two.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chartsOf } from '@/lib/steering/packs/chart-specs.ts'
import { shownText } from '@/lib/steering/packs/figure-text.ts'
import { packPdf } from '@/lib/steering/packs/pdf/render.ts'
import { packPptx } from '@/lib/steering/packs/pptx.ts'
import { packWords } from '@/lib/steering/packs/words.ts'
import { packXlsx } from '@/lib/steering/packs/xlsx.ts'
import { HEAD } from '@/tests/documents-screens/lives.ts'
import { AUVERGNE, issuedPack } from '@/tests/packs-screens/packs.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rebond-packs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const content = issuedPack({ place: AUVERGNE, basins: 18 })
const speech = { t: packWords('fr'), locale: 'fr' as const }
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F\s]+/gu, ' ')

function run(program: string, ...options: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, options, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (error !== undefined || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`)
  return stdout
}
const convert = (file: string, to: string) => run('soffice', `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, file)

/** The lines of a text that follow the name of a figure hold its three figures, in order. */
function holds(text: string): void {
  for (const { name, unit, now, previous, wider } of content.figures) {
    const figures = [now, previous!, wider!].map(({ value }) => plain(shownText(value, unit, speech)))
    // Other words may stand between them: notes, and names on two lines.
    const between = figures.map((figure) => figure.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('.{0,260}?')
    expect(text, `${name}: ${figures.join(', ')}`).toMatch(new RegExp(between, 'u'))
  }
}

test('the PDF in poppler: tagged, its fonts inside, its figures in its text', async () => {
  const file = path.join(folder, 'cahier.pdf')
  writeFileSync(file, (await packPdf(content, { letterhead: HEAD, madeAt: new Date('2026-11-22T10:00:00Z'), fingerprint: 'ab'.repeat(32) })).bytes)
  expect(run('pdfinfo', file)).toMatch(/^Tagged: +yes$/mu)
  const structure = run('pdfinfo', '-struct', file)
  for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure']) expect(structure).toMatch(new RegExp(`^ +${role}\\b`, 'mu'))
  const text = plain(run('pdftotext', '-layout', file, '-'))
  expect(text).toContain('CSP-2026-T3-R84-01')
  expect(text).not.toMatch(/\uFFFD/u)
  for (const { name } of content.figures) expect(plain(run('pdftotext', file, '-'))).toContain(plain(name).split(' ')[0])
  holds(text)
  for (const font of run('pdffonts', file).trim().split('\n').slice(2)) expect(font).toMatch(/DejaVu.* yes yes yes/u)
}, 60_000)

test('the presentation in LibreOffice: every slide drawn, its titles and figures read back', async () => {
  const file = path.join(folder, 'presentation.pptx')
  writeFileSync(file, await packPptx(content, { fingerprint: null }))
  convert(file, 'pdf')
  const drawn = path.join(folder, 'presentation.pdf')
  const text = plain(run('pdftotext', '-layout', drawn, '-'))
  for (const { spec } of chartsOf(content, speech)) expect(text).toContain(plain(spec.title).slice(0, 40))
  holds(text)
  expect(Number(/^Pages: +(\d+)$/mu.exec(run('pdfinfo', drawn))![1])).toBeGreaterThan(chartsOf(content, speech).length / 2 + 8)
}, 180_000)

test('the workbook in LibreOffice: its figures as numbers, a masked one as its word', async () => {
  const file = path.join(folder, 'classeur.xlsx')
  writeFileSync(file, await packXlsx(content, { fingerprint: null }))
  convert(file, 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false')
  const [, ...rows] = readFileSync(path.join(folder, 'classeur.csv'), 'utf8').trimEnd().split('\n').map((line) => line.replaceAll('"', '').split(';'))
  expect(rows).toHaveLength(content.figures.length)
  for (const [at, { name, now }] of content.figures.entries()) {
    const cell = rows[at]![4]!
    // A share comes out in percent.
    const read = cell.endsWith('%') ? Number(cell.slice(0, -1)) / 100 : Number(cell)
    expect(Number.isNaN(read) ? cell : Math.round(read * 1e5), name).toBe(typeof now.value === 'number' ? Math.round(now.value * 1e5) : speech.t(`absence.${now.value}`))
  }
}, 120_000)
