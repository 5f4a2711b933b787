import { describe, expect, it } from 'vitest'
import { articleOf, contradictions, ruleEntry } from '@/lib/accord/index.ts'
import { shortArticle } from '@/lib/accord/rules/articles.ts'
import { CASES_IN_ALL, casesSetAside } from '@/lib/accord/rules/cases-set-aside.ts'

/* What the rules page cites: articles in the form of each language, published cases not followed, texts that disagree. */

describe('the article of a rule', () => {
  it('R-113: is the law’s own where one article holds under every text', () => {
    for (const code of ['A0', 'B', 'H', null]) expect(articleOf('R-113', code)).toBe('CT L1233-67 ; Cass. soc. 11 sept. 2024 n° 22-18.629')
  })
  it('R-102: is that of the text itself, on the text before which it changes and on that text', () => {
    expect(["B'", 'C', 'D', "D'", 'H', null, 'unknown'].map((code) => articleOf('R-102', code))).toEqual([
      'Conv. 2015 art. 2', 'Conv. 2015 art. 2', ...Array.from({ length: 5 }, () => 'Av. 5 ; Conv. 2015 art. 2'),
    ])
  })
  it('R-302: stands on the page of the rule with the text from which it holds, never cut from its number in French', () => {
    expect(ruleEntry('R-302', 'en').citations).toEqual([
      { since: 'A0', article: 'ANI 2011 art. 13 al. 4' },
      { since: 'B', article: 'Conv. 2015 art. 9 §1 et 10' },
      { since: 'C', article: 'Av. 4 ; Conv. 2015 art. 9 §1' },
    ])
    expect(ruleEntry('R-302', 'fr').citations[0]).toEqual({ since: 'A0', article: 'ANI 2011 art.\u00A013 al. 4' })
    expect(ruleEntry('R-302', 'fr').citations[2]).toEqual({ since: 'C', article: 'Av.\u00A04\u00A0; Conv. 2015 art.\u00A09 §1' })
  })
  it.each([
    ['Conv. 2015 art. 9 § 1', 'art.\u00A09\u00A0§\u00A01'],
    ['Conv. 2015 art. 9§1', 'art.\u00A09\u00A0§\u00A01'],
    ['Circulaire\u00A0; Cass. soc. 15 févr. 2023', 'Circulaire'],
    ['voir Cass. soc. 15 févr. 2023', 'voir Cass. soc. 15 févr. 2023'],
    ['Cass. soc. 15 févr. 2023', 'Cass. soc.'],
    ['Av. 12 du 3 mars 2027', 'avenant n°\u00A012'],
  ])('%s is short as %s', (citation, short) => {
    expect(shortArticle(citation)).toBe(short)
  })
})

describe('the published cases that are not followed', () => {
  it('are these three, of ninety-five', () => {
    expect(casesSetAside('fr').map(({ id, source }) => [id, source])).toEqual([
      ['ASP-08', 'service-public.fr, fiche F31688 (5 septembre 2023)'],
      ['EMP-04', 'Cass. soc. 21 mai 2025 n° 22-11.901'],
      ['EMP-05', 'Tribunal judiciaire, contribution au CSP, audience du 18 octobre 2024 (uplex.fr)'],
    ])
    expect(CASES_IN_ALL).toBe(95)
  })
  it.each([
    ['fr', 'mesure l’ancienneté', 'de leur plein gré', 'mise en demeure'],
    ['en', 'measures seniority', 'of their own will', 'formal notice'],
  ] as const)('%s: each with its reason and the address of its source', (locale, ...reasons) => {
    const told = casesSetAside(locale)
    expect(told.map(({ why }, at) => why.includes(reasons[at]!))).toEqual([true, true, true])
    expect(told.map(({ address }) => new URL(address).host)).toEqual(['letronquay.fr', 'source-avocats.com', 'uplex.fr'])
    for (const { why } of told) expect(why).toMatch(/^\p{Lu}.+\.$/u)
  })
  it('each language in its own typography', () => {
    expect(casesSetAside('fr').filter(({ why }) => / [:;]/u.test(why))).toEqual([])
    expect(casesSetAside('fr')[2]?.why).toContain('recouvrement\u00A0:')
    expect(casesSetAside('en')[2]?.why).toContain('recovery:')
  })
})

describe('where the texts disagree', () => {
  it('X-01: is told in the language asked', () => {
    expect(contradictions('fr')[0]).toMatchObject({ id: 'X-01', choice: 'Le 1ᵉʳ septembre 2011.' })
    expect(contradictions('fr')[0]?.conflict).toMatch(/^L’accord de 2011 dit .+ paraît\u00A0; la convention/u)
    expect(contradictions('en')[0]).toMatchObject({ id: 'X-01', choice: '1 September 2011.' })
    expect(contradictions('en')[0]?.conflict).toMatch(/^The 2011 agreement says .+ published; the 2011 convention/u)
  })
})
