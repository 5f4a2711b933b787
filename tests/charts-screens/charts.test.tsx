import { NextIntlClientProvider } from 'next-intl'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { BarChart } from '@/components/charts/bar-chart.tsx'
import { PairedBarChart } from '@/components/charts/paired-bar-chart.tsx'
import { TrendChart } from '@/components/charts/trend-chart.tsx'
import { chartCsv } from '@/lib/charts/csv.ts'
import { valueWords } from '@/lib/charts/figure-words.ts'
import { barsTable, pairsTable, trendTable, type ChartTable } from '@/lib/charts/table.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { bars, pairs, stacked, trend, words, wordsOf } from './samples.ts'

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/gu, ' ')
const router = { back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {}, hmrRefresh() {} } as never

function html(node: ReactNode, locale: 'fr' | 'en' = 'fr'): string {
  return renderToStaticMarkup(
    <AppRouterContext value={router}>
      <NextIntlClientProvider locale={locale} messages={messagesFor(locale)} timeZone="Europe/Paris">{node}</NextIntlClientProvider>
    </AppRouterContext>,
  ).replaceAll(/[\u00A0\u202F]/gu, ' ').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}

/** The cells of the table that is shown, line by line. */
function shownTable(page: string): string[][] {
  const table = /<table[\s\S]*?<\/table>/u.exec(page)?.[0] ?? ''
  return [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/gu)].map(([, line = '']) => [...line.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/gu)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/gu, '')))
}

function savedCsv(page: string): string {
  const address = /href="data:text\/csv;charset=utf-8,([^"]+)" download="/u.exec(page)?.[1] ?? ''
  return plain(decodeURIComponent(address))
}

const charts: readonly (readonly [string, ReactNode, ChartTable])[] = [
  ['a trend', <TrendChart key="t" {...trend} />, trendTable(trend, words)],
  ['bars', <BarChart key="b" {...bars} />, barsTable(bars)],
  ['stacked bars', <BarChart key="s" {...stacked} />, barsTable(stacked)],
  ['a comparison', <PairedBarChart key="p" {...pairs} />, pairsTable(pairs)],
]

describe.each(charts)('%s', (_, node, table) => {
  const page = html(node)

  test('is a titled figure whose drawing is described by its reading, without a script', () => {
    const id = /id="(\w+)-title"/u.exec(page)?.[1] ?? ''
    expect(page).toMatch(new RegExp(`^<figure class="chart" aria-labelledby="${id}-title"><h3 `, 'u'))
    expect(page).toContain(`aria-describedby="${id}-reading"`)
    expect(page.match(/role="img"/gu)).toHaveLength(1)
    expect(page).not.toMatch(/<script|<button/u)
    expect([...page.matchAll(/ id="([^"]+)"/gu)].map(([, one]) => one)).toEqual([...new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, one]) => one))])
    for (const [, texture = ''] of page.matchAll(/url\(#([^)]+)\)/gu)) expect(page).toContain(`id="${texture}"`)
  })

  test('has the figures that are drawn in a table, and the same in its file', () => {
    const [, ...lines] = shownTable(page)
    expect(lines.map(([label, ...cells]) => [label, ...cells.slice(0, table.columns.length)])).toEqual(table.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => plain(valueWords(value, table.unit, words)))]))
    expect(savedCsv(page)).toBe(plain(chartCsv(table, words)))
    const written = plain(chartCsv(table, words)).replace('\uFEFF', '').trim().split('\r\n').slice(1).map((line) => line.split(';'))
    expect(written.map(([, ...cells]) => cells.slice(0, table.columns.length))).toEqual(table.rows.map(({ cells }) => cells.map(({ value }) => (typeof value === 'number' ? String(value).replace('.', ',') : plain(valueWords(value, table.unit, words))))))
  })
})

test('a table leads each figure to its files, and says which may still change', () => {
  const page = html(<TrendChart {...trend} heading="h2" />)
  expect(page).toContain('<h2 class="chart-title" id="entrees-title">')
  expect(page).toContain('aria-label="octobre 2026, Entrées : 41" href="/dossiers?mois=10"')
  const lines = shownTable(page)
  expect(lines[0]).toEqual(['Mois', 'Entrées', 'Sorties', 'État'])
  expect(lines.map((line) => line.at(-1))).toEqual(['État', 'Complet', 'Complet', 'Complet', 'En cours : au 22 nov.'])
  expect(lines[2]).toEqual(['septembre 2026', 'moins de 5', '40', 'Complet'])
})

test('a chart with nothing known says why, and offers no empty file', () => {
  const unknown = { ...bars, rows: [{ key: 'a', label: 'A', values: ['unknown' as const] }] }
  const page = html(<BarChart {...unknown} empty="Aucune sortie dans ce bassin au 3ᵉ trimestre." />)
  expect(page).toContain('Rien à dessiner')
  expect(page).toContain('Aucune sortie dans ce bassin au 3ᵉ trimestre.')
  expect(page).not.toMatch(/<svg[^>]*chart-drawing|download/u)
  expect(html(<TrendChart {...trend} periods={[]} series={[{ key: 'a', name: 'A', values: [] }]} />)).toContain('Aucun chiffre connu sur cette période et ce territoire.')
})

test('English is whole', () => {
  const page = html(<TrendChart {...trend} />, 'en')
  expect(page).toContain('fewer than 5')
  expect(page).toContain('Not over: novembre 2026 (au 22 nov.)')
  expect(page).not.toMatch(/moins de|Télécharger|en tableau/u)
})

test('a file keeps what no spreadsheet may run, and the signs of its own writing', () => {
  const hostile = { ...bars, unit: 'percent' as const, parts: [{ key: 'n', name: '=1+1' }] as const, rows: [{ key: 'a', label: '@SUM(A1);"x"', values: [33.333333333333336] }] }
  expect(chartCsv(barsTable(hostile), words)).toBe('\uFEFFMotif;\'=1+1 (%)\r\n"\'@SUM(A1);""x""";33,3333\r\n')
  expect(chartCsv(barsTable(hostile), wordsOf('en'))).toContain(';33.3333\r\n')
})

describe('figures in words', () => {
  test.each([
    [1234.5, 'count', '1 234,5'], [9.96, 'count', '10'], [0, 'count', '0'], [12.25, 'percent', '12,3 %'], [1234.5, 'euros', '1 234,50 €'],
    [9.5, 'months', '9,5 mois'], [1, 'days', '1 jour'], [12, 'days', '12 jours'], [null, 'count', 'moins de 5'], ['withheld', 'euros', 'masqué'], ['unknown', 'days', 'inconnu'], [Number.NaN, 'percent', 'inconnu'], [undefined, 'count', 'inconnu'],
  ] as const)('%s (%s) is said %s', (value, unit, said) => {
    expect(plain(valueWords(value, unit, words))).toBe(said)
  })
})
