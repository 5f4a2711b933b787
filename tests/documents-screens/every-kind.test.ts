import { describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '@/lib/documents/content.ts'
import { blocksOf, draftOf } from '@/lib/documents/draft.ts'
import { fingerprintOf } from '@/lib/documents/fingerprint.ts'
import { ALL_KINDS, kindOf } from '@/lib/documents/kinds/index.ts'
import { logoWidth, shortFingerprint } from '@/lib/documents/pdf/render.ts'
import { checkTemplate } from '@/lib/templates/checked-template.ts'
import { TOKEN_NAMES } from '@/lib/templates/tokens.ts'
import { APPEAL, contentOf, FOLLOWED, groundFor, pdfOf, PROPOSED, READY, STARTED, type LifeOptions } from './lives.ts'
import { readPdf } from './pdf-reading.ts'

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ')

/** Dates and words that each document must carry, whatever its template. */
const CARRIES: Readonly<Record<(typeof DOCUMENT_KINDS)[number], readonly string[]>> = {
  information_sheet: ['lun. 29 sept. 2025', 'mar. 30 sept. 2025', 'mer. 8 oct. 2025', 'votre silence vaut refus', 'R-117', '69,30 €'],
  receipt: ['Ateliers du Midi', 'lun. 8 sept. 2025', 'lun. 29 sept. 2025', 'Signer ce récépissé n’est pas accepter'],
  plan: ['Greta du Rhône', '1 200,00 €', 'Au plus tard le mer. 5 nov. 2025', 'médiateur de France Travail, à Œyregave', 'mar. 29 sept. 2026', 'Signé le mar. 28 oct. 2025'],
  written_document: ['perdre l’allocation', 'Œyregave', 'ven. 7 nov. 2014', 'ANI 2011'],
  month4_review: ['cœur du métier', 'mer. 28 janv. 2026', 'Un stage en mars'],
  final_summary: ['Titre presque obtenu', 'mar. 1ᵉʳ sept. 2026', 'mar. 29 sept. 2026'],
  work_validation: ['Cabinet Œillet & Cie', '30 jours', 'lun. 30 mars 2026', 'R-402'],
  bonus_reminder: ['mer. 1ᵉʳ avr. 2026', 'la prime est perdue', 'R-501'],
  end_of_csp: ['mar. 29 sept. 2026', 'Sans inscription, pas d’ARE', 'jusqu’au vendredi 30 octobre 2026', 'R-311'],
  breach_notice: ['mer. 20 mai 2026', 'Atelier du 20 mai', 'Rien n’est décidé', 'Œyregave', 'R-601'],
  follow_up_attestation: ['mar. 30 sept. 2025', 'mar. 28 oct. 2025', 'Alizé Transitions atteste'],
}

describe.each(DOCUMENT_KINDS)('%s', (name) => {
  test('may be issued from a file that has its facts, with nothing missing', () => {
    const ground = groundFor(name)
    expect(kindOf(name).standing(ground).kind).toMatch(/^(now|possible)$/u)
    expect(draftOf(kindOf(name), ground, { operatorName: 'Alizé', author: 'Inès', template: kindOf(name).template }).missingTokens).toEqual([])
  })

  test('opens in a second reader with its dates, French signs, tags and number', async () => {
    const content = contentOf(name)
    const fingerprint = fingerprintOf(content)
    const { bytes, pages, lacking } = await pdfOf(content)
    const read = await readPdf(bytes)
    const text = plain(read.text).replaceAll(/\s+/gu, ' ')
    for (const said of CARRIES[name]) expect(text).toContain(said)
    expect(lacking).toEqual([])
    expect(read.text).not.toMatch(/\uFFFD|\u25A1/u)
    expect(read).toMatchObject({ pages, marked: true, lang: 'fr-FR' })
    expect(read.info['Title']).toBe(`${content.title} — Amélie Roux`)
    // One title, then parts; number and fingerprint at the foot of every page, and whole where they are read in order.
    expect(read.roles.filter((role) => role === 'H1')).toHaveLength(1)
    expect(plain(read.textOf('H1')[0]!).replaceAll(/\s+/gu, ' ')).toBe(plain(content.title))
    expect(text.split(`empreinte ${plain(shortFingerprint(fingerprint))}`)).toHaveLength(pages + 1)
    expect(plain(read.textOf('P').at(-1)!)).toContain(fingerprint)
    expect(text).toContain('Document n° DOC-2026-00042')
    const tables = content.blocks.filter(({ kind }) => kind === 'table').length
    // A table over two pages is told on both; its caption has words on the first alone.
    expect(read.textOf('Caption').filter((words) => words !== '')).toHaveLength(tables)
    expect(['Table', 'TR', 'TH', 'TD'].filter((role) => !read.roles.includes(role))).toEqual(tables > 0 ? [] : ['Table', 'TR', 'TH', 'TD'])
  }, 20_000)

  test('has a template of ours that an operator could keep', () => {
    const kind = kindOf(name)
    expect(checkTemplate(kind.template, { tokens: TOKEN_NAMES, blocks: blocksOf(kind), required: kind.required })).toEqual([])
  })
})

test('parts are read in the order they stand, and headings are bookmarks', async () => {
  const content = contentOf('plan')
  const read = await readPdf((await pdfOf(content)).bytes)
  const headings = content.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.runs.map(({ text }) => text).join('')] : []))
  expect(read.textOf('H2').map(plain)).toEqual([...headings, 'Signatures'].map(plain))
  expect(read.outline.map(plain)).toEqual(expect.arrayContaining(headings.map(plain)))
  expect(read.roles.indexOf('H1')).toBeLessThan(read.roles.indexOf('H2'))
  expect(read.textOf('TH').map(plain)).toContain('Mesure')
  expect(read.textOf('LBody').map(plain)).toContain('refuser deux offres raisonnables d’emploi ;')
})

test('the same document gives the same bytes', async () => {
  const content = contentOf('receipt')
  expect((await pdfOf(content)).bytes.equals((await pdfOf(content)).bytes)).toBe(true)
})

describe('names of every script', () => {
  const named = (firstName: string, lastName: string) => contentOf('follow_up_attestation', { ...READY.follow_up_attestation, person: { firstName, lastName } })

  test('Arabic is shaped and read whole; Greek and Cyrillic stand as they are', async () => {
    const rendered = await pdfOf(named('محمد علي', 'Ωραίος Щукин'))
    expect(rendered.lacking).toEqual([])
    expect((await readPdf(rendered.bytes)).text).toContain('Ωραίος Щукин')
  })

  test('Chinese and emoji become a square in print, are told, and keep their true text for readers', async () => {
    const rendered = await pdfOf(named('伟', 'Zoé 👩🏽‍🚒'))
    expect(rendered.lacking).toEqual(['伟', '👩🏽‍🚒'])
    expect((await readPdf(rendered.bytes)).text).toContain('□')
    // The structure says the true name, in UTF-16.
    expect(Buffer.from(rendered.bytes).toString('latin1')).toContain('ActualText')
  })

  test('a name of two hundred letters without a space is cut, never crushed', async () => {
    const rendered = await pdfOf(named('A'.repeat(200), 'B'))
    expect((await readPdf(rendered.bytes)).text.replaceAll(/\s/gu, '')).toContain('A'.repeat(60))
  })

  test('what a person is called is never markup nor a token', () => {
    const { blocks } = contentOf('plan', { ...READY.plan, person: { firstName: '**{{terme}}**', lastName: '## Roux' } })
    expect(JSON.stringify(blocks)).toContain('**{{terme}}** ## Roux')
    expect(blocks[0]).toMatchObject({ kind: 'paragraph' })
  })
})

describe('what may not be issued says why', () => {
  const standing = (name: (typeof DOCUMENT_KINDS)[number], options: LifeOptions) => kindOf(name).standing(groundFor(name, options))

  test('a plan without its appeal routes, or without a signature where the text wants two', () => {
    const noAppeal = { plan_validated: { measures: [{ measure: 'guidance', provider: null, from: null, to: null }], appealRoutes: null } }
    expect(standing('plan', { ...READY.plan, words: noAppeal })).toEqual({ kind: 'missing', facts: ['appeal_routes'] })
    expect(standing('plan', { facts: STARTED, today: '2025-10-10' })).toEqual({ kind: 'missing', facts: ['plan'] })
  })

  test('the separate written document under a text where the plan is it (R-304)', () => {
    expect(standing('written_document', READY.plan)).toEqual({ kind: 'unfit', reason: 'plan_is_it', rule: 'R-304' })
  })

  test('a month-4 review, a final interview, a bonus under the text of 2011', () => {
    expect(standing('month4_review', READY.written_document)).toEqual({ kind: 'unfit', reason: 'no_month4', rule: 'R-306' })
    expect(standing('final_summary', READY.written_document)).toEqual({ kind: 'unfit', reason: 'no_final_interview', rule: 'R-307' })
    expect(standing('bonus_reminder', READY.written_document)).toEqual({ kind: 'unfit', reason: 'no_bonus', rule: 'R-500' })
  })

  test('a reminder of the bonus once its thirty days have passed, the day itself included before', () => {
    const facts = READY.bonus_reminder.facts
    expect(standing('bonus_reminder', { facts, today: '2026-04-01' })).toEqual({ kind: 'now' })
    expect(standing('bonus_reminder', { facts, today: '2026-04-02' })).toEqual({ kind: 'unfit', reason: 'bonus_over', rule: 'R-501' })
    expect(standing('bonus_reminder', { facts: [...facts, ['bonus_claimed', '2026-03-09']], today: '2026-03-10' })).toEqual({ kind: 'unfit', reason: 'bonus_over', rule: 'R-501' })
  })

  test('the information sheet once the reflection is over', () => {
    expect(standing('information_sheet', { facts: PROPOSED, today: '2025-09-29' })).toEqual({ kind: 'now' })
    expect(standing('information_sheet', { facts: PROPOSED, today: '2025-09-30' })).toEqual({ kind: 'unfit', reason: 'reflection_over', rule: 'R-117' })
  })

  test('the end-of-CSP sheet more than sixty days before the term', () => {
    expect(standing('end_of_csp', { facts: FOLLOWED, today: '2026-07-30' })).toMatchObject({ kind: 'unfit', reason: 'far_from_end' })
    expect(standing('end_of_csp', { facts: FOLLOWED, today: '2026-07-31' })).toEqual({ kind: 'now' })
  })

  test('a work period that the referent did not validate; no breach at all', () => {
    expect(standing('breach_notice', READY.plan)).toEqual({ kind: 'unfit', reason: 'no_breach', rule: 'R-601' })
    expect(standing('work_validation', READY.plan)).toEqual({ kind: 'unfit', reason: 'no_work_period', rule: 'R-400' })
  })
})

test('every breach notice prints the way to appeal, word for word', () => {
  expect(JSON.stringify(contentOf('breach_notice'))).toContain(APPEAL.slice(0, 40))
})

test('every kind is for a rule of the catalogue', () => {
  expect(ALL_KINDS.map(({ name }) => name)).toEqual([...DOCUMENT_KINDS])
  for (const { rules } of ALL_KINDS) expect(rules.length).toBeGreaterThan(0)
})

describe('the place of a logo at the head of a document', () => {
  test.each([
    ['a square', 256, 256, 34],
    ['twice as wide as high', 400, 200, 68],
    ['a name written out, a third of the line and no more', 900, 120, 150],
    ['a column, in the place of a square', 120, 600, 34],
    ['one pixel', 1, 1, 34],
  ])('%s', (_what, width, height, wide) => {
    expect(logoWidth({ width, height })).toBe(wide)
  })
})
