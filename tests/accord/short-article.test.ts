import { expect, it } from 'vitest'
import { RULE_IDS } from '@/lib/accord/index.ts'
import { citationsOf, shortArticle } from '@/lib/accord/rules/articles.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

it.each([
  ['Conv. 2015 art. 9 §1', 'art. 9 § 1'],
  ['Av. 4 ; Conv. 2015 art. 9 §1', 'art. 9 § 1'],
  ['Av. 7 art. 8 ; Conv. 2015 art. 27 §2', 'art. 27 § 2'],
  ['Av. 4 du 12 juin 2019', 'avenant n° 4'],
  ['Av. 5 art. 3', 'art. 3'],
  ['CT L1233-66 ; ANI 2011 art. 1 et 2', 'art. 1 et 2'],
  ['CT L1233-68 3°', 'CT L1233-68 3°'],
  ['Cass. soc. 15 févr. 2023 n° 21-17.784', 'Cass. soc.'],
])('%s is shown as %s', (citation, short) => {
  expect(plain(shortArticle(citation))).toBe(short)
})

it('fits every rule beside its date', () => {
  for (const rule of RULE_IDS) for (const { article } of citationsOf(rule)) expect(shortArticle(article).length, article).toBeLessThanOrEqual(34)
})
