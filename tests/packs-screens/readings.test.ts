// The sentence under a breakdown of a pack: it leads with what is shown, never with « not recorded », nor over what is masked.
import { expect, test } from 'vitest'
import { chartsOf } from '@/lib/steering/packs/chart-specs.ts'
import type { PackContent, Shown } from '@/lib/steering/packs/content.ts'
import type { FigureSpeech } from '@/lib/steering/packs/figure-text.ts'
import { packWords } from '@/lib/steering/packs/words.ts'
import { revisionsSince } from '@/lib/steering/packs/revised.ts'
import { leadOf } from '@/lib/steering/packs/takeaways.ts'
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
  ['nothing is drawn from zero', [['a', 0], ['b', 'masked']], 'no chart'],
  ['nothing is drawn of what is masked', [['a', 'masked'], ['b', 'masked']], 'no chart'],
] as const)('%s', (_, rows, said) => {
  expect(reading(rows)).toBe(said)
})

test('a cohort that has come of age since is told for the first time: that is no revision', () => {
  const told = packOf()
  const young = told.figures.find(({ trend }) => trend.some(({ value }) => value === 'too_young'))!
  const at = young.trend.findIndex(({ value }) => value === 'too_young')
  const now = told.figures.map((figure) => (figure.id === young.id ? { ...figure, trend: figure.trend.map((point, quarter) => (quarter === at ? { ...point, value: 0.5, of: 400, counted: 200, seenFrom: null } : point)) } : figure))
  expect(revisionsSince(told, now, told.quarters)).toEqual([])
  // The same figure, told before and another since, is one.
  const other = now.map((figure) => (figure.id === young.id ? { ...figure, trend: figure.trend.map((point, quarter) => (quarter === at ? { ...point, value: 0.75, counted: 300 } : point)) } : figure))
  expect(revisionsSince({ ...told, figures: now }, other, told.quarters)).toMatchObject([{ id: young.id, was: 0.5, now: 0.75 }])
})

test.each([
  ['Entrées en CSP : 124, contre 107.', 'Entrées en CSP :', ' 124, contre 107.'],
  ['Entries: 124 (3:4).', 'Entries:', ' 124 (3:4).'],
  ['Aucun chiffre de ce document n’est masqué.', '', 'Aucun chiffre de ce document n’est masqué.'],
])('what a sentence is about ends with its first colon: %s', (line, lead, rest) => {
  expect(leadOf(line)).toEqual({ lead, rest })
})
