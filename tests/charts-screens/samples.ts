// Charts as a dashboard asks for them, and the words of a French page.
import { createTranslator } from 'next-intl'
import type { Bars, BasinMapSpec, MapBasin, Pairs, Period, Trend } from '@/lib/charts/chart.ts'
import { chartWords, type ChartWords } from '@/lib/charts/words.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

export function wordsOf(locale: 'fr' | 'en'): ChartWords {
  return chartWords(locale, createTranslator({ locale, messages: messagesFor(locale), namespace: 'charts' }))
}

export const words = wordsOf('fr')

export const periods: readonly Period[] = [
  { key: '2026-08', label: 'août 2026', short: 'août', year: '2026' },
  { key: '2026-09', label: 'septembre 2026', short: 'sept.' },
  { key: '2026-10', label: 'octobre 2026', short: 'oct.' },
  { key: '2026-11', label: 'novembre 2026', short: 'nov.', standing: 'partial', standingNote: 'au 22 nov.' },
]

export const trend: Trend = {
  id: 'entrees', title: 'Entrées par mois', reading: 'Les entrées passent de 30 à 41.', unit: 'count', periodName: 'Mois', periods,
  series: [
    { key: 'in', name: 'Entrées', values: [30, null, 41, 12], hrefs: ['/dossiers?mois=8', null, '/dossiers?mois=10', '/dossiers?mois=11'] },
    { key: 'out', name: 'Sorties', values: [31, 40, 'withheld', 'unknown'] },
  ],
}

export const bars: Bars = {
  id: 'motifs', title: 'Sorties par motif', reading: 'Le terme fait 182 sorties.', unit: 'count', rowName: 'Motif', parts: [{ key: 'n', name: 'Sorties' }],
  rows: [
    { key: 'job', label: 'Emploi durable', values: [91], hrefs: ['/dossiers?motif=job'] },
    { key: 'few', label: 'Retraite', values: [null] },
    { key: 'term', label: 'Terme', values: [182] },
    { key: 'none', label: 'Abandon', values: [0] },
    { key: 'held', label: 'Déménagement', values: ['withheld'] },
    { key: 'unknown', label: 'Décès', values: ['unknown'] },
  ],
}

export const stacked: Bars = {
  ...bars, id: 'charges', title: 'Dossiers par conseiller', rowName: 'Conseiller', mark: { value: 20, name: 'Moyenne' },
  parts: [{ key: 'a', name: 'Pré-bilan' }, { key: 'b', name: 'Plan' }, { key: 'c', name: 'Emploi' }],
  rows: [
    { key: '1', label: 'Noémie Cazalis', values: [10, 20, 10] },
    { key: '2', label: 'Aïssatou Ba', values: [null, 8, 12] },
  ],
}

export const pairs: Pairs = {
  id: 'delais', title: 'Délais tenus', reading: 'Nîmes passe de 74 % à 82 %.', unit: 'percent', rowName: 'Bassin', parts: [{ key: 'n', name: '3ᵉ trimestre' }, { key: 't', name: '2ᵉ trimestre' }],
  rows: [{ key: 'n', label: 'Nîmes', values: [82, 74.4] }, { key: 'a', label: 'Alès', values: [null, 41] }],
}

const basin = (code: string, name: string, latitude: number, longitude: number, size: MapBasin['size'], colour: MapBasin['colour']): MapBasin => ({ code, name, latitude, longitude, size, colour, href: `/bassins/${code}`, words: `${name} : ${typeof size === 'number' ? `${size} entrées` : 'moins de 5 entrées'}` })

export const basins: readonly MapBasin[] = [
  basin('0403', 'Le Nord', -20.94, 55.502, 30, 70),
  basin('7611', 'Toulouse', 43.6, 1.43, 400, 82),
  basin('1109', 'Paris', 48.86, 2.35, 1600, 61),
  basin('8434', 'Lyon', 45.75, 4.85, 900, null),
  basin('0103', 'Marie-Galante', 15.932, -61.269, null, null),
]

export const map: BasinMapSpec = {
  id: 'carte', title: 'Entrées par bassin', reading: 'Paris a le plus d’entrées.', basins, ground: basins,
  size: { name: 'Entrées', unit: 'count' }, colour: { name: 'Pré-bilans dans les 8 jours', unit: 'percent' },
  order: { column: 'size', descending: true, hrefs: { name: '?tri=nom', size: '?tri=taille', colour: '?tri=couleur' } },
}
