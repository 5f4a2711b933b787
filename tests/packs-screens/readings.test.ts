// The sentence under a breakdown of a pack: it leads with what is shown, never with « not recorded », nor over what is masked.
import { expect, test } from 'vitest'
import { chartsOf } from '@/lib/steering/packs/chart-specs.ts'
import type { PackContent, Shown } from '@/lib/steering/packs/content.ts'
import type { FigureSpeech } from '@/lib/steering/packs/figure-text.ts'
import { packWords } from '@/lib/steering/packs/words.ts'
import { packOf } from './packs.ts'

const speech: FigureSpeech = { t: packWords('fr'), locale: 'fr' }

function reading(rows: readonly (readonly [string, Shown])[]): string {
  const content: PackContent = {
    ...packOf(), places: [],
    breakdowns: [{ indicator: 'entries', dimension: 'path', section: 'flows', title: 'Entrées selon la voie', rows: rows.map(([value, figure]) => ({ value, label: value, figure })) }],
  }
  const chart = chartsOf(content, speech).find(({ spec }) => spec.id === 'cut-entries-path')
  return (chart?.spec.reading ?? 'no chart').replaceAll(/[\u00A0\u202F]/gu, ' ')
}

test.each([
  ['all shown', [['a', 12], ['b', 30]], 'En tête : b, 30.'],
  ['not recorded does not lead', [['a', 12], ['unknown', 30]], 'En tête : a, 12.'],
  ['beside a masked figure, which may be larger', [['a', 12], ['b', 'masked']], 'Le plus grand chiffre montré : a, 12.'],
  ['nothing leads from zero', [['a', 0], ['b', 'masked']], 'Aucun chiffre à comparer.'],
  ['all masked', [['a', 'masked'], ['b', 'masked']], 'Aucun chiffre à comparer.'],
] as const)('%s', (_, rows, said) => {
  expect(reading(rows)).toBe(said)
})
