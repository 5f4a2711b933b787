// Two days of a file as a person reads them.
import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import { legalWords } from '@/components/file/legal-words.ts'
import { readTwoDays, twoDaysHref } from '@/components/file/two-days/address.ts'
import { TwoDaysScreen } from '@/components/file/two-days/two-days-screen.tsx'
import { day, shippedTexts } from '@/lib/accord'
import { attribute } from '@/lib/accord/file/attribution.ts'
import { recordOf } from '@/lib/accord/file/kept-record.ts'
import type { LearnedCause, TwoDaysView } from '@/lib/cases/views/two-days.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { PLAIN_SETTINGS } from '@/tests/accord/a-file.ts'
import { markupOf, readOf, viewOf } from './a-view.ts'

const view = viewOf({
  frame: { sjr: '100.00', areDaily: '57.40', areDurationDays: 548 },
  facts: [['proposal_handed_over', '2025-09-08'], ['motive_notified', '2025-09-08'], ['accepted', '2025-09-10'], ['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20'], ['suspension', '2026-06-01', { to: '2026-06-10' }]],
  today: '2026-06-20',
})
const leave: LearnedCause = {
  of: 'fact', factId: 'fact-7', sequence: 7, kind: 'suspension', change: 'corrected', on: day('2026-06-01'), who: 'Inès Conseillère', at: new Date('2026-06-03T08:30:00Z'), reason: 'date lue sur l’arrêt',
}

function comparedWith(more: Partial<TwoDaysView>): TwoDaysView {
  const record = recordOf(view)
  const known = { record: { ...record, facts: record.facts.slice(0, -1) }, texts: shippedTexts }
  const [from, to] = [day('2026-06-01'), day('2026-06-20')]
  const learned = [{ cause: leave, on: day('2026-06-03'), record, texts: shippedTexts }]
  return { view, from, to, openedOn: day('2025-09-08'), learned: [leave], attribution: attribute<LearnedCause>(known, from, to, learned, PLAIN_SETTINGS), ...more }
}
const screen = (compared: TwoDaysView, locale: Locale = 'fr', unread: string | null = null): string =>
  markupOf(createElement(TwoDaysScreen, { compared, words: legalWords(locale, view.file.regime), unread }), locale)

describe('the address', () => {
  test('is read as it was written', () => {
    const written = { from: day('2026-06-01'), to: day('2026-06-20') }
    expect(readTwoDays(Object.fromEntries(new URL(twoDaysHref('RB-1', written), 'http://x').searchParams))).toEqual({ ...written, unread: null })
  })
  test('days left out are the screen’s to choose; one that is none is told', () => {
    expect(readTwoDays({})).toEqual({ from: null, to: null, unread: null })
    expect(readTwoDays({ du: '31/06/2026', au: '2026-06-20' })).toEqual({ from: null, to: null, unread: '31/06/2026' })
  })
})

describe('the screen', () => {
  test('says of the term what it was, what it is, and the fact that moved it, as a link', () => {
    const markup = screen(comparedWith({}))
    const read = readOf(markup)
    expect(read).toContain('Correction : Arrêt ou congé, lun. 1ᵉʳ juin 2026')
    expect(read).toContain('mar. 29 sept. 2026')
    expect(read).toContain('ven. 9 oct. 2026')
    expect(markup).toContain('/dossiers/RB-2026-00001#fait-7')
    expect(read).toContain('enregistré par Inès Conseillère, le 3 juin 2026 à 10 h 30')
    expect(read).toContain('Motif : date lue sur l’arrêt')
  })

  test('says of the days paid that time moved them', () => {
    expect(readOf(screen(comparedWith({})))).toMatch(/Jours d’allocation payés\|[^|]+\|[^|]+\|.*Le temps qui passe/u)
  })

  test('a day before the opening is said, with the way to the first that can be asked', () => {
    const markup = screen(comparedWith({ from: day('2025-09-01'), attribution: null, learned: [] }))
    expect(readOf(markup)).toContain('Le soir du lun. 1ᵉʳ sept. 2025, ce dossier n’était pas encore ouvert')
    expect(markup).toContain('du=2025-09-08')
  })

  test('two days between which nothing moved say so', () => {
    const record = recordOf(view)
    const at = { record, texts: shippedTexts }
    const read = readOf(screen(comparedWith({ from: day('2026-06-20'), learned: [], attribution: attribute(at, day('2026-06-20'), day('2026-06-20'), [], PLAIN_SETTINGS) })))
    expect(read).toContain('rien n’a bougé')
    expect(read).toContain('seul le temps a passé')
  })

  test.each(['fr', 'en'] as const)('in %s: no message is missing', (locale) => {
    const text: LearnedCause = { of: 'text', code: 'AV12', title: { fr: 'Avenant 12', en: 'Amendment 12' }, at: new Date('2026-06-04T08:30:00Z') }
    for (const compared of [comparedWith({}), comparedWith({ learned: [leave, text] }), comparedWith({ attribution: null })])
      expect(/MISSING_MESSAGE|twoDays\.|amounts\.|\{(on|count|who|when)\}/u.exec(screen(compared, locale, 'hier'))).toBeNull()
  })
})
