import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps, ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { ElsewhereCard } from '@/components/imports/elsewhere-card.tsx'
import { FigureDrawer } from '@/components/imports/figure-drawer.tsx'
import { NOT_KEPT, type ImportFormState } from '@/components/imports/import-state.ts'
import { ImportsScreen } from '@/components/imports/imports-screen.tsx'
import { SheetDrawer } from '@/components/imports/sheet-drawer.tsx'
import { SHEET_EXAMPLE } from '@/components/imports/sheet-example.ts'
import type { ImportedFigure } from '@/lib/steering/imports/figures.ts'
import type { NamedPlace } from '@/lib/steering/imports/places.ts'
import { readFigureSheet, type ReadSheet } from '@/lib/steering/imports/read-sheet.ts'
import { readTypedValue } from '@/lib/steering/imports/typed-value.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))
let answered: ImportFormState = NOT_KEPT
vi.mock('@/components/ui/use-kept-form.ts', () => ({ useKeptForm: () => ({ state: answered, pending: false, formProps: {} }) }))

function shown(element: ReactElement, locale: 'fr' | 'en' = 'fr'): string {
  const provided = { locale, messages: messagesFor(locale), timeZone: 'Europe/Paris' } as ComponentProps<typeof NextIntlClientProvider>
  return renderToStaticMarkup(<NextIntlClientProvider {...provided}>{element}</NextIntlClientProvider>)
}
const plain = (markup: string) => markup.replaceAll(/[\u00a0\u202f]/gu, ' ')
const text = (markup: string) => plain(markup).replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ').trim()

const failures: ImportedFigure = {
  id: '0192-a', indicator: 'businessFailures', place: 'region:84', from: '2026-07-01', to: '2026-09-30', amount: '1900', sourceTitle: 'Banque de France, octobre 2026',
  sourceUrl: 'https://www.banque-france.fr/defaillances', publishedOn: '2026-10-20', forEveryone: true, importedBy: 'Inès Aubry', importedAt: new Date('2026-11-01T23:30:00Z'),
  before: [{ amount: '1850', publishedOn: '2026-10-05', reason: 'Chiffre révisé par la source' }],
}
const share: ImportedFigure = { ...failures, id: '0192-b', indicator: 'adhesionRate', place: 'basin:8421', amount: '57.25', sourceUrl: null, forEveryone: false, importedBy: null, before: [] }

const PLACES: readonly NamedPlace[] = [
  { place: 'region:84', level: 'region', code: '84', name: 'Auvergne-Rhône-Alpes' },
  { place: 'department:75', level: 'department', code: '75', name: 'Paris' },
  { place: 'department:2A', level: 'department', code: '2A', name: 'Corse-du-Sud' },
  { place: 'basin:1109', level: 'basin', code: '1109', name: 'Paris' },
]
const HEAD = 'indicateur;territoire;du;au;valeur;source;adresse;publie_le;motif'
const GOOD = ['Défaillances d’entreprises', 'Auvergne-Rhône-Alpes', '01/07/2026', '30/09/2026', '1 850', 'Banque de France', 'https://www.banque-france.fr/', '20/10/2026', '']
const read = (...lines: readonly string[]): ReadSheet => readFigureSheet(lines.join('\n'), PLACES, '2026-11-22')
/** A line like the good one but for some cells. */
const line = (...changes: readonly (readonly [at: number, value: string])[]) => GOOD.map((cell, at) => changes.findLast(([changed]) => changed === at)?.[1] ?? cell).join(';')
const first = (sheet: ReadSheet) => (sheet.ok ? sheet.figures[0]?.input : sheet)

describe('a sheet of figures', () => {
  const kept = {
    indicator: 'businessFailures', place: 'region:84', from: '2026-07-01', to: '2026-09-30', amount: '1850', sourceTitle: 'Banque de France',
    sourceUrl: 'https://www.banque-france.fr/', publishedOn: '2026-10-20', reason: null,
  }
  test('is read by value, its head passed over or absent', () => {
    expect(read(HEAD, line())).toEqual({ ok: true, figures: [{ line: 2, input: kept }] })
    expect(read(line())).toEqual({ ok: true, figures: [{ line: 1, input: kept }] })
    expect(read(HEAD)).toEqual({ ok: true, figures: [] })
    expect(read('')).toEqual({ ok: true, figures: [] })
  })
  test('of Windows, with its mark and ends of lines, quotes, empty lines, tabs', () => {
    expect(first(readFigureSheet(`\uFEFF${HEAD}\r\n${line()}\r\n\r\n`, PLACES, '2026-11-22'))).toEqual(kept)
    expect(first(read(HEAD, line([5, '"Banque ""de"" France ; octobre"'])))).toEqual({ ...kept, sourceTitle: 'Banque "de" France ; octobre' })
    expect(first(read(GOOD.join('\t')))).toEqual(kept)
  })
  test.each([['id', 'businessFailures'], ['name', 'défaillances d\'entreprises'], ['capitals', 'DEFAILLANCES D’ENTREPRISES']])('names an indicator by its %s', (_how, said) => {
    expect(first(read(HEAD, line([0, said])))).toEqual(kept)
  })
  test.each([
    ['France', 'nation'], ['nation', 'nation'], ['auvergne rhone alpes', 'region:84'], ['region:84', 'region:84'], ['Région : 84', 'region:84'], ['departement:75', 'department:75'],
    ['département:2a', 'department:2A'], ['bassin:1109', 'basin:1109'], ['basin:1109', 'basin:1109'], ['Corse-du-Sud', 'department:2A'],
  ])('names a place: %s', (said, place) => {
    expect(first(read(HEAD, line([1, said])))).toEqual({ ...kept, place })
  })
  test.each([
    ['Taux d’adhésion au CSP', '57 %', '57'], ['adhesionRate', '57,25%', '57.25'], ['adhesionRate', '100', '100'], ['allocationCost', '1 234,5 €', '1234.5'], ['allocationCost', '1.234.567,50', '1234567.50'],
    ['dismissalRegistrations', '30 000', '30000'],
  ])('reads a value of %s: %s', (indicator, value, amount) => {
    expect(first(read(HEAD, line([0, indicator], [4, value])))).toMatchObject({ amount })
  })
  test.each([
    ['indicator', 0, 'entries', 'unknown'], ['indicator', 0, '', 'required'], ['place', 1, 'Lyonnais', 'unknown_place'], ['place', 1, 'region:99', 'unknown_place'], ['place', 1, '', 'required'],
    ['place', 1, 'Paris', 'ambiguous_place'], ['from', 2, '31/06/2026', 'wrong_format'], ['from', 2, '', 'required'], ['from', 2, '31/12/1989', 'too_early'], ['to', 3, '30/06/2025', 'end_before_start'],
    ['amount', 4, 'mille', 'not_a_number'], ['amount', 4, '-3', 'not_a_number'], ['amount', 4, '', 'required'], ['amount', 4, '1.850', 'not_whole'], ['amount', 4, '57 %', 'wrong_unit'],
    ['sourceTitle', 5, '', 'required'], ['sourceTitle', 5, 'x'.repeat(201), 'too_long'], ['sourceUrl', 6, 'http://exemple.fr', 'not_https'], ['sourceUrl', 6, 'javascript:alert(1)', 'not_https'],
    ['publishedOn', 7, '23/11/2026', 'in_future'], ['publishedOn', 7, 'hier', 'wrong_format'], ['reason', 8, 'x'.repeat(2001), 'too_long'],
  ] as const)('refuses %s (column %i) « %s »: %s', (field, at, written, fault) => {
    expect(read(HEAD, line(), line([2, '01/07/2025'], [3, '30/09/2025'], [at, written]))).toEqual({ ok: false, problems: [{ line: 3, field, fault, written }] })
  })
  test('a share is at most a hundred, whatever else is wrong of the line', () => {
    expect(read(line([0, 'adhesionRate'], [4, '100,1'], [7, '']))).toEqual({
      ok: false, problems: [{ line: 1, field: 'amount', fault: 'over_hundred', written: '100,1' }, { line: 1, field: 'publishedOn', fault: 'required', written: '' }],
    })
    expect(read(line([0, 'allocationCost'], [4, '1,234']))).toMatchObject({ problems: [{ fault: 'too_many_decimals' }] })
  })
  test('every fault of every line is told, and nothing is taken', () => {
    expect(read(HEAD, line(), line([4, 'x']), line([2, '01/07/2025'], [3, '30/09/2025'], [0, 'x']))).toMatchObject({ ok: false, problems: [{ line: 3, field: 'amount' }, { line: 4, field: 'indicator' }] })
  })
  test('the same thing twice, a tenth column, too many lines', () => {
    expect(read(line(), line([4, '1 900']))).toEqual({ ok: false, problems: [{ line: 2, field: null, fault: 'twice', written: '' }] })
    expect(read(`${line()};autre`)).toEqual({ ok: false, problems: [{ line: 1, field: null, fault: 'columns', written: '' }] })
    expect(read(`${line()};;`)).toMatchObject({ ok: true })
    expect(read(HEAD, ...Array.from({ length: 1001 }, () => line()))).toEqual({ ok: false, problems: [{ line: 1002, field: null, fault: 'too_many_lines', written: '1001' }] })
  })
  test('the example shown is one that is read', () => {
    const places: readonly NamedPlace[] = [...PLACES, { place: 'department:69', level: 'department', code: '69', name: 'Rhône' }]
    expect(readFigureSheet(SHEET_EXAMPLE, places, '2026-11-22')).toMatchObject({ ok: true, figures: [{ input: { amount: '1850' } }, { input: { indicator: 'adhesionRate', place: 'department:69', amount: '57.5' } }] })
  })
})

test('a value is read in the language of the form', () => {
  expect(readTypedValue('1,850', 'count', 'en')).toEqual({ ok: true, amount: '1850' })
  expect(readTypedValue('1,850', 'count', 'fr')).toEqual({ ok: false, fault: 'not_whole' })
  expect(readTypedValue('0012', 'people', 'fr')).toEqual({ ok: true, amount: '12' })
  expect(readTypedValue('1'.repeat(12), 'count', 'fr')).toMatchObject({ ok: true })
  expect(readTypedValue('1'.repeat(13), 'count', 'fr')).toMatchObject({ ok: false })
})

describe('the page that keeps them', () => {
  const screen = (platform: boolean) => <ImportsScreen figures={[failures, share]} basins={{ '8421': 'Lyon' }} platform={platform} />
  test('says each figure in its unit, its place by name, its source with the site, who kept it, and what it said before', () => {
    const html = shown(screen(true))
    const said = text(html)
    expect(said).toContain('Défaillances d’entreprises Auvergne-Rhône-Alpes du 1ᵉʳ juil. au 30 sept. 2026 1 900 1 valeur avant 1 850, publié le 5 oct. 2026 Remplacé : Chiffre révisé par la source')
    expect(said).toContain('(banque-france.fr) Publié le 20 oct. 2026 Pour tous Inès Aubry, le 2 nov. 2026')
    expect(said).toContain('Bassin de Lyon du 1ᵉʳ juil. au 30 sept. 2026 57,25 % Banque de France, octobre 2026 Publié le 20 oct. 2026 Pour notre structure La plateforme')
    expect(html).toContain('<a href="https://www.banque-france.fr/defaillances" rel="noopener external"')
    expect(text(shown(screen(true), 'en'))).toContain('57.25%')
  })
  test('offers to replace one’s own alone', () => {
    expect(shown(screen(true)).match(/remplacer=[\w-]+/gu)).toEqual(['remplacer=0192-a'])
    expect(shown(screen(false)).match(/remplacer=[\w-]+/gu)).toEqual(['remplacer=0192-b'])
  })
  test('says that there is none', () => expect(text(shown(<ImportsScreen figures={[]} basins={{}} platform={false} />))).toContain('Aucun chiffre importé Ajoutez un chiffre publié ailleurs'))
})

describe('its drawers', () => {
  const drawer = (figure: ImportedFigure | null) => <FigureDrawer figure={figure} basins={{ '8421': 'Lyon' }} places={PLACES} action={() => Promise.resolve(NOT_KEPT)} />
  test('a figure typed: the places by level, refusals at their fields', () => {
    answered = { ...NOT_KEPT, problems: [{ field: 'place', message: 'Ce territoire n’existe pas.' }, { field: 'amount', message: 'Écrivez un nombre, comme 1 850 ou 57,5.' }] }
    const html = shown(drawer(null))
    expect(html).toMatch(/<optgroup label="Départements"><option value="department:75">Paris \(75\)/u)
    expect(html).toMatch(/<select[^>]*id="place"[^>]*aria-describedby="place-error"[^>]*aria-invalid="true"/u)
    expect(html).toMatch(/id="amount-error".*Écrivez un nombre/u)
    expect(text(html)).toContain('2 réponses à corriger')
    answered = NOT_KEPT
  })
  test('one replaced opens filled, and asks why', () => {
    const html = shown(drawer(share))
    expect(text(html)).toContain('Taux d’adhésion au CSP, Bassin de Lyon, du 1ᵉʳ juil. au 30 sept. 2026 : 57,25 % aujourd’hui.')
    for (const [name, value] of [['indicator', 'adhesionRate'], ['place', 'basin:8421'], ['from', '2026-07-01'], ['to', '2026-09-30']]) expect(html).toContain(`<input type="hidden" name="${name}" value="${value}"/>`)
    expect(html).toMatch(/id="amount"[^>]*value="57,25"|value="57,25"[^>]*id="amount"/u)
    expect(html).toMatch(/<textarea[^>]*required=""[^>]*id="reason"/u)
  })
  test('a sheet: what is wrong line by line, its shape and an example', () => {
    answered = { ...NOT_KEPT, lines: ['Ligne 3, Valeur, « mille ». Écrivez un nombre, comme 1 850 ou 57,5.'] }
    const said = text(shown(<SheetDrawer action={() => Promise.resolve(NOT_KEPT)} />))
    expect(said).toContain('Rien n’est importé : corrigez ces lignes Ligne 3, Valeur, « mille »')
    expect(said).toContain('indicateur;territoire;du;au;valeur;source;adresse;publie_le;motif')
    expect(said).toContain('Défaillances d’entreprises businessFailures')
    answered = NOT_KEPT
  })
})

describe('beside our figures', () => {
  const YEARS = { from: 2023, to: 2029 }
  test('each has its period, source and day; those without are said, never estimated', () => {
    const html = shown(<ElsewhereCard figures={[failures, { ...share, place: 'region:84' }]} years={YEARS} nation={false} mayKeep={false} />)
    const said = text(html)
    expect(said).toContain('Défaillances d’entreprises 1 900 du 1ᵉʳ juil. au 30 sept. 2026 Banque de France, octobre 2026 (banque-france.fr) Publié le 20 oct. 2026, 1 850 auparavant')
    expect(said).toContain('Taux d’adhésion au CSP 57,25 %')
    expect(said).toMatch(/Aucun chiffre importé pour : .*Emplois menacés et Inscriptions après un licenciement économique\./u)
    expect(said.split('Aucun chiffre importé')[1]).not.toMatch(/Défaillances|Taux d’adhésion/u)
    expect(html).not.toContain('chiffres-importes')
  })
  test('without any, says so of all at once; who may keep some is led there', () => {
    const html = shown(<ElsewhereCard figures={[]} years={YEARS} nation mayKeep />)
    expect(text(html)).toContain('de la France entière')
    expect(text(html)).toContain('de 2023 à 2029. Rien n’est estimé. Aucun chiffre importé pour ce territoire et ces années.')
    expect(html).not.toContain('<table')
    expect(html).toContain('href="/administration/chiffres-importes"')
  })
})
