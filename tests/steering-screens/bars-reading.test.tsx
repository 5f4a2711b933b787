// One sentence on the bars of a breakdown: who leads, who comes last, and never « not given ».
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { barsReading, type ReadBar } from '@/components/steering/bars-reading.ts'
import { useSteeringWords } from '@/components/steering/steering-words.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

function Reading({ rows }: { readonly rows: readonly ReadBar[] }) {
  return barsReading(rows, useSteeringWords())
}

const reading = (rows: readonly (readonly [string, number | null])[], locale: 'fr' | 'en' = 'fr') => renderToStaticMarkup(
  <NextIntlClientProvider locale={locale} timeZone="Europe/Paris" messages={messagesFor(locale)}>
    <Reading rows={rows.map(([key, value]) => ({ key, label: key, figure: { id: 'preBilanInTime', from: '2026-10-01', to: '2026-12-31', value, missing: value === null ? 'nobody' : null, of: 1, counted: 1, sum: null, seen: null, ofSearch: '', countedSearch: null } }))} />
  </NextIntlClientProvider>,
).replaceAll(/[\u00A0\u202F]/gu, ' ')

test.each([
  ['the longest and the shortest', [['a', 0.5], ['b', 0.75], ['c', 0.25]], 'Le plus haut : b (75 %) ; le plus bas : c (25 %).'],
  ['not given is neither, however high or low', [['a', 0.5], ['unknown', 1], ['b', 0.75]], 'Le plus haut : b (75 %) ; le plus bas : a (50 %).'],
  ['not given alone is said as it is', [['unknown', 1]], 'unknown : 100 %.'],
  ['beside one group only', [['unknown', 1], ['a', 0.5]], 'a : 50 %.'],
  ['those that are level are all named', [['a', 1], ['b', 1], ['c', 0.5]], 'Le plus haut : a et b (100 %) ; le plus bas : c (50 %).'],
  ['level as they are read, to a tenth', [['a', 0.66660], ['b', 0.66669], ['c', 0.5]], 'Le plus haut : b et a (66,7 %) ; le plus bas : c (50 %).'],
  ['more than three are counted', [['a', 1], ['b', 0], ['c', 0], ['d', 0], ['e', 0]], 'Le plus haut : a (100 %) ; le plus bas : 4 à égalité (0 %).'],
  ['all level', [['a', 1], ['b', 1]], 'Tous à égalité : 100 %.'],
  ['no figure', [['a', null]], 'Aucun dossier concerné dans cette période.'],
] as const)('%s', (_, rows, said) => {
  expect(reading(rows)).toBe(said)
})

test('in English', () => {
  expect(reading([['a', 1], ['b', 1], ['c', 0.5]], 'en')).toBe('Highest: a and b (100%); lowest: c (50%).')
})
