import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATE_NAMES, derive, shippedTexts, wording } from '@/lib/accord'
import { fileOf, startingOn } from './a-file'
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

/** A date read aloud in French, its spaces made plain. */
function aloud(name: (typeof DATE_NAMES)[number], file: ReturnType<typeof derive>): string {
  return (wording('fr').explanation(name, file)?.aloud ?? '').replaceAll('\u00A0', ' ')
}

describe('what is read aloud says what made the date', () => {
  const proposed = (today: string, more: Partial<Parameters<typeof fileOf>[0]> = {}) =>
    aloud('reflectionEnd', fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08']], today, ...more }))

  it('R-010: the 21 days run from the day after the hand-over', () => {
    expect(proposed('2025-09-10')).toBe('Vous avez 21 jours pour répondre, à compter du lendemain de la remise du document. Le dernier jour est le lundi 29 septembre 2025. Sans réponse au soir de ce jour, votre silence vaut refus.')
  })
  it('R-010: a last day that rolls says why', () => {
    const rolled = proposed('2025-12-12', { engagedOn: '2025-12-11', facts: [['proposal_handed_over', '2025-12-11']], settings: { rollPolicy: 'next_working_day_if_holiday' } })
    expect(rolled).toContain('Le 21ᵉ jour est férié : le dernier jour est le vendredi 2 janvier 2026.')
  })
  it('R-011: a protected employee is told of the decision', () => {
    const told = proposed('2025-11-01', { frame: { protectedEmployee: true }, facts: [['proposal_handed_over', '2025-09-08'], ['authorisation_notified', '2025-10-20']] })
    expect(told).toContain('jusqu’au lendemain du jour où votre employeur reçoit la décision de l’administration. Le dernier jour est le mardi 21 octobre 2025.')
  })
  it('R-130: on France Travail’s path they run from registration', () => {
    expect(proposed('2025-09-12', { path: 'france_travail', facts: [['registered', '2025-09-10']] })).toContain('à compter du lendemain de votre inscription.')
  })
  it('R-014: one day added is one day', () => {
    const term = (to: string) => aloud('cspTerm', startingOn('2025-09-30', [['suspension', '2026-01-05', { cause: 'sickness', to }]], '2026-02-01'))
    expect(term('2026-01-05')).toContain('S’y ajoute 1 jour de travail')
    expect(term('2026-01-06')).toContain('S’y ajoutent 2 jours de travail')
  })
})
