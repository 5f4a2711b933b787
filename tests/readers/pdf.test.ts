import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '@/lib/documents/content.ts'
import { contentOf, pdfOf } from '@/tests/documents-screens/lives.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rebond-readers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(program: string, ...options: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, options, { encoding: 'utf8' })
  if (error !== undefined || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`)
  return stdout
}

describe.each(DOCUMENT_KINDS)('%s, as poppler reads it', (kind) => {
  test('is tagged, titled and whole, with French signs and its structure in order', async () => {
    const content = contentOf(kind)
    const file = path.join(folder, `${kind}.pdf`)
    writeFileSync(file, (await pdfOf(content)).bytes)
    const info = run('pdfinfo', file)
    expect(info).toMatch(/^Tagged: +yes$/mu)
    expect(info).toContain(`${content.title} — Amélie Roux`)
    const text = run('pdftotext', '-layout', file, '-').replaceAll(/[\u00A0\u202F]/gu, ' ')
    expect(text).toContain('Amélie Roux')
    expect(text).toContain('Contrat de sécurisation professionnelle')
    expect(text).toContain('DOC-2026-00042')
    expect(text).not.toMatch(/\uFFFD/u)
    const structure = run('pdfinfo', '-struct', file)
    expect(structure).toMatch(/^Document$/mu)
    const order = ['H1', ...(content.blocks.some((block) => block.kind === 'table') ? ['Table', 'TR', 'TH', 'TD'] : [])]
    const found = order.map((role) => structure.search(new RegExp(`^ +${role}\\b`, 'mu')))
    expect(found).toEqual(found.filter((at) => at > 0).toSorted((one, other) => one - other))
    // Every font is in the file.
    const fonts = run('pdffonts', file).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/DejaVu.* yes yes yes/u)
  })
})
