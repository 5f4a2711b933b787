import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATE_NAMES, derive, shippedTexts, wording } from '@/lib/accord'
import { lifeArbitrary } from './lives'

/** Everything that a file says to a person, in a language. */
function sentences(file: ReturnType<typeof derive>, locale: 'fr' | 'en'): readonly string[] {
  const words = wording(locale)
  const { code } = file.regime
  return [
    words.stage(file.stage),
    words.text(file.regime) ?? '',
    ...file.refusals.flatMap((refusal) => {
      const { article, message, remedy } = words.refusal(refusal, code)
      return [article, message, remedy ?? '']
    }),
    ...file.alerts.flatMap((alert) => [words.alert(alert, code).article, words.alert(alert, code).message]),
    ...file.deadlines.flatMap(({ code: deadline }) => Object.values(words.deadline(deadline))),
    ...DATE_NAMES.flatMap((name) => {
      const explanation = words.explanation(name, file)
      if (explanation === null) return []
      return [explanation.title, explanation.aloud, ...explanation.changes, ...explanation.steps.flatMap((step) => [step.label, step.effect ?? '', step.gives ?? '', step.article])]
    }),
  ].filter((text) => text !== '')
}

describe('the law in words, over lives at random', { timeout: 60_000 }, () => {
  it.each(['fr', 'en'] as const)('%s: each sentence is whole: no hole, no code, no name of ours', (locale) => {
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        for (const text of sentences(derive(record, shippedTexts, settings, today), locale)) {
          expect(text).not.toMatch(/undefined|null\b|NaN|\[object|[a-z]_[a-z]|\b[a-z]+[A-Z][a-z]+/u)
          expect(text).not.toMatch(/ {2}|^\s|\s$| [.,]|\b(?:le|du|au|the|on|from|to) (?:[.,;:)]|$)/u)
        }
      }),
      { numRuns: 200 },
    )
  })
  it('fr: spaces before : ; ! ? and inside guillemets never break, apostrophes are curly', () => {
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        for (const text of sentences(derive(record, shippedTexts, settings, today), 'fr')) expect(text).not.toMatch(/ [:;!?»%€]|« |'/u)
      }),
      { numRuns: 200 },
    )
  })
  it('each says its own language', () => {
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        const file = derive(record, shippedTexts, settings, today)
        const english = file.alerts.map((alert) => wording('en').alert(alert, file.regime.code).message)
        expect(english.filter((message) => /\b(?:le|la|les|des|une|est)\b/u.test(message))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
