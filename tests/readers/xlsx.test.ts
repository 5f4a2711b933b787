import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { xlsxWriter } from '@/lib/exchange/xlsx.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rebond-readers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an exported sheet opens in LibreOffice: signs, days, amounts, and no formula of a stranger’s', async () => {
  const file = path.join(folder, 'dossiers.xlsx')
  const writer = await xlsxWriter(createWriteStream(file), 'Dossiers', [
    { key: 'name', header: 'Personne', type: 'text' },
    { key: 'start', header: 'Début', type: 'day' },
    { key: 'amount', header: 'Montant', type: 'amount' },
  ], 'fr')
  await writer.rows([['Cœur-d’Étoile Zoé 🙂', day('2026-03-29'), '-1234.50'], ['=1+1', null, null]])
  await writer.end({ title: 'À propos', lines: [['Lignes', '2']] })

  // Comma, quotes where needed, UTF-8, from the first line; what each cell holds.
  const { status, stderr } = spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', '--outdir', folder, file], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  const [head, first, second] = readFileSync(path.join(folder, 'dossiers.csv'), 'utf8').split('\n')
  expect(head).toBe('Personne,Début,Montant')
  expect(first).toContain('Cœur-d’Étoile Zoé 🙂')
  expect(first).toMatch(/,(03.29|29.03).2026,/u)
  // A number, not a text: LibreOffice writes it without the zero we wrote.
  expect(first).toMatch(/,-1234[.,]5$/u)
  expect(second).toContain('=1+1')
}, 60_000)
