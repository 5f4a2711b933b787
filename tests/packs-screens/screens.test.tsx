import { describe, expect, test } from 'vitest'
import { AsOfCard } from '@/components/packs/as-of-card.tsx'
import { FilesCard } from '@/components/packs/pack-files.tsx'
import { PackTable, PrepareForm } from '@/components/packs/pack-list.tsx'
import { PackScreen } from '@/components/packs/pack-screen.tsx'
import { PacksBeside } from '@/components/packs/packs-beside.tsx'
import type { FilesView, PackLine } from '@/lib/steering/packs/queries.ts'
import { figuresThen, shownPack, shownRevisions } from '@/lib/steering/packs/shown.ts'
import { markupOf } from '@/tests/file-screens/a-view.ts'
import { AUVERGNE, issuedPack, packOf } from './packs.ts'

const nothing = () => Promise.resolve()
const readable = (markup: string) => markup.replaceAll(/<[^>]+>/gu, ' ').replaceAll('&#x27;', '’').replaceAll(/[\s\u00A0\u202F]+/gu, ' ')
const ID = '0190a0a0-0000-7000-8000-000000000001'
const earlier = { number: 'CSP-2026-T2-R84-01', issuedOn: '2026-07-12', content: packOf({ place: AUVERGNE, moved: 6 }) }
const issued = issuedPack({ place: AUVERGNE, basins: 18, ask: { earlier } })

describe('a pack on its screen', () => {
  const view = { content: issued, issuedOn: '2026-11-22', replacedBy: null, fingerprint: 'ab'.repeat(32) }
  const markup = markupOf(<PackScreen view={view} pack={shownPack(issued)} since={null} root="/comite/lots" files={null} work={null} />, 'fr')
  const text = readable(markup)

  test('says its number, its day, that it names nobody, every sentence, every figure, the comments', () => {
    for (const said of ['N° CSP-2026-T3-R84-01', 'Émis le 22 nov. 2026 par Alizé Transitions. Il ne change plus.', 'Aucun nom, aucun dossier', ...issued.takeaways, issued.comments.overview!]) expect(text).toContain(said.replaceAll(/[\u00A0\u202F]/gu, ' '))
    for (const { name } of issued.figures) expect(text).toContain(name.replaceAll('\u00A0', ' '))
    expect(text).toContain('Les délais sont revenus à ceux du printemps.')
    expect(text).toContain('Empreinte : abab')
    expect(markup).not.toMatch(/href="\/dossiers/u)
  })
  test('a masked figure is a word, one too young says from which day it is seen, and its last cohort', () => {
    const row = (name: string) => readable(markup.slice(markup.indexOf(`>${name}<`), markup.indexOf('</tr>', markup.indexOf(`>${name}<`))))
    expect(row(issued.figures.find(({ id }) => id === 'wageGapClaims')!.name)).toMatch(/masqué masqué masqué/u)
    expect(row(issued.figures.find(({ id }) => id === 'firstTraining')!.name)).toMatch(/Dernière cohorte observée : 2ᵉ trimestre 2025, [\d,]+ %\. trop tôt/u)
  })
  test('what was revised stands then and now; a first pack says that there is nothing to compare', () => {
    expect(text).toContain('Le cahier n° CSP-2026-T2-R84-01, du 12 juil. 2026')
    const first = packOf()
    expect(readable(markupOf(<PackScreen view={{ ...view, content: first, issuedOn: null }} pack={shownPack(first)} since={null} root="/pilotage/lots" files={null} work={null} />, 'fr'))).toContain('C’est le premier cahier de ce territoire')
  })
  test('has its words in English', () => {
    const english = issuedPack({ ask: { locale: 'en' } })
    const said = readable(markupOf(<PackScreen view={{ ...view, content: english }} pack={shownPack(english)} since={null} root="/comite/lots" files={null} work={null} />, 'en'))
    for (const words of ['No name, no file: totals only', 'Time limits of the support', 'Previous quarter', 'against', 'masked']) expect(said).toContain(words)
    expect(said).not.toMatch(/trimestre|masqué/u)
  })
})

describe('its files', () => {
  const made: FilesView = { files: [{ format: 'pdf', fileName: 'CSP-2026-T3-R84-01.pdf', size: 169_000 }], madeAt: new Date('2026-11-22T13:05:00Z'), outdated: false, making: null }
  const card = (view: FilesView, make: typeof nothing | null = nothing) => markupOf(<FilesCard id={ID} view={view} timeZone="Europe/Paris" make={make} />, 'fr')

  test('are downloaded by name', () => {
    expect(card(made)).toContain(`href="/api/packs/${ID}/pdf"`)
    expect(card(made)).toContain('<span class="vh">, CSP-2026-T3-R84-01.pdf</span>')
    expect(readable(card(made))).toContain('Faits le 22 nov. 2026 à 14 h 05')
    expect(readable(card(made, null))).not.toContain('Refaire')
  })
  test('say how far they are, when they are behind, why they failed', () => {
    expect(card({ ...made, making: { state: 'running', done: 7, total: 24 } })).toMatch(/<progress[^>]*max="24" value="7"/u)
    expect(readable(card({ ...made, making: { state: 'waiting', done: 0, total: 24 } }))).toContain('Commence dans un instant')
    expect(readable(card({ ...made, outdated: true }))).toContain('Le projet a changé depuis')
    expect(readable(card({ ...made, files: [], making: { state: 'failed', done: 0, total: 24 } }))).toContain('trois essais')
    expect(readable(card({ ...made, files: [], madeAt: null }))).toContain('Aucun fichier fait pour l’instant')
  })
})

describe('the list', () => {
  const line: PackLine = { id: ID, placeName: 'Lyon', level: 'basin', code: '8421', quarter: '2026-Q3', number: 'CSP-2026-T3-ZE8421-01', issuedOn: '2026-11-22', operator: 'Alizé Transitions', replacedBy: 'CSP-2026-T3-ZE8421-02', changedAt: new Date('2026-11-22T13:05:00Z'), changedBy: null, files: [] }
  const table = (packs: readonly PackLine[]) => readable(markupOf(<PackTable packs={packs} caption="c" root="/comite/lots" timeZone="Europe/Paris" quarterNames={{ '2026-Q3': '3ᵉ trimestre 2026' }} />, 'fr'))

  test('says who issued what, when, and what replaced it', () => {
    expect(table([line])).toContain('Lyon, 3ᵉ trimestre 2026')
    expect(table([line])).toContain('Émis le 22 nov. 2026 par Alizé Transitions')
    expect(table([line])).toContain('Remplacé par le n° CSP-2026-T3-ZE8421-02')
    expect(table([])).toContain('Aucun cahier')
  })
  test('offers places by level and the quarters that are counted', () => {
    const markup = markupOf(<PrepareForm places={[{ value: 'region:84', name: 'Auvergne-Rhône-Alpes', level: 'region' }, { value: 'basin:8421', name: 'Lyon', level: 'basin' }]} quarters={[{ code: '2026-Q3', name: '3ᵉ trimestre 2026' }]} chosen={{ place: 'basin:8421', quarter: null }} action={nothing} />, 'fr')
    expect(markup).toMatch(/<optgroup label="Région">.*<optgroup label="Bassin d’emploi">/u)
    expect(markup).toMatch(/<option value="basin:8421" selected="">/u)
  })
})

test('beside the figures of a place: what the last pack said, what was revised, one click for the next', () => {
  const asOf = { id: ID, number: 'CSP-2026-T2-R84-01', issuedOn: '2026-07-12', quarter: '2ᵉ trimestre 2026', figures: figuresThen(earlier.content, 'fr'), changes: shownRevisions(issued.revised!.changes, 'fr') }
  const markup = markupOf(<PacksBeside place="region:84" quarter={{ code: '2026-Q3', name: '3ᵉ trimestre 2026' }} asOf={asOf} prepare={nothing} />, 'fr')
  expect(readable(markup)).toContain('Préparer le cahier du 3ᵉ trimestre 2026')
  expect(markup).toContain('name="place" value="region:84"')
  expect(readable(markup)).toContain(`${asOf.changes.length} chiffres ont été révisés depuis.`)
  expect(readable(markupOf(<AsOfCard asOf={{ ...asOf, changes: [] }} />, 'fr'))).toContain('Aucun chiffre n’a été révisé depuis.')
  expect(readable(markupOf(<PacksBeside place="basin:8421" quarter={null} asOf={null} prepare={nothing} />, 'fr'))).not.toContain('Préparer')
})
