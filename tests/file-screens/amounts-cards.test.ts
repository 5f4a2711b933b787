// The amounts of a file as a person reads them: each an estimate, with its article, its working, and France Travail's beside.
import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import { AllowanceCard, JobAmountsCard } from '@/components/file/amounts-cards.tsx'
import { gapWords } from '@/components/file/comparisons.tsx'
import { EmployerMoneyCard } from '@/components/file/employer-money-card.tsx'
import { LedgerCard } from '@/components/file/ledger-card.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import type { WrittenFact } from '@/tests/accord/a-file.ts'
import { markupOf, readOf, viewOf } from './a-view.ts'

const figures = { sjr: '100.00', areDaily: '57.40', areDurationDays: 548, monthlyGross: '3041.67', noticeMonths: 2 }
const start: readonly WrittenFact[] = [
  ['proposal_handed_over', '2025-09-08'], ['motive_notified', '2025-09-08'], ['accepted', '2025-09-10'], ['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20'],
]
// CSP from 30 Sept. 2025 to 29 Sept. 2026.
const file = (facts: readonly WrittenFact[], today: string, terms: Readonly<Record<string, unknown>> = figures): FileView => viewOf({ frame: terms, facts: [...start, ...facts], today })

const CARDS = { AllowanceCard, LedgerCard, JobAmountsCard, EmployerMoneyCard } as const
function card(name: keyof typeof CARDS, view: FileView, locale: Locale = 'fr'): string {
  return markupOf(createElement(CARDS[name], { view, words: legalWords(locale, view.file.regime) }), locale)
}

describe('the allowance', () => {
  const notified = (amount: string) => file([['benefit_notified', '2025-10-15', { aspDaily: amount }]], '2026-01-10')

  test('is an estimate, with its article, its working, and the days of ARE it leaves', () => {
    const read = readOf(card('AllowanceCard', file([], '2026-01-10')))
    for (const said of ['Estimation, France Travail décide', '75,00 €', 'R-200', 'Pourquoi ?', 'Jours payés jusqu’à hier', '102', 'Jours d’ARE restants ensuite', '446']) expect(read).toContain(said)
  })

  test('beside France Travail’s, off by more than 1 %, says by how much and that it is to be checked', () => {
    const read = readOf(card('AllowanceCard', notified('76.00')))
    for (const said of ['À côté des chiffres de France Travail', '76,00 €', '75,00 €', '− 1,3 %', 'Écart à vérifier', 'notifié par France Travail']) expect(read).toContain(said)
  })

  test('off by less, says by how much and nothing more', () => {
    const read = readOf(card('AllowanceCard', notified('75.50')))
    expect(read).toContain('− 0,7 %')
    expect(read).not.toContain('Écart à vérifier')
  })

  test('with nothing to count it on, says what is missing', () => {
    expect(readOf(card('AllowanceCard', file([], '2026-01-10', {})))).toContain('Pour estimer l’allocation, il faut')
  })
})

describe('a gap', () => {
  const euros = (ours: string | null, theirs: string) => gapWords({ name: 'aspDaily', unit: 'euros', ours, theirs, differs: false, factIndex: null }, 'fr')?.replaceAll('\u00A0', ' ')
  test.each([['75.00', '75.00', undefined], ['75.03', '75.00', undefined], ['75.04', '75.00', '+ 0,1 %'], ['150.00', '75.00', '+ 100 %'], [null, '75.00', undefined], ['75.00', '0.00', undefined]])(
    'of %j to %j is %j',
    (ours, theirs, gap) => expect(euros(ours, theirs)).toBe(gap),
  )
  test('of days is counted in days', () => {
    expect(gapWords({ name: 'areDurationDays', unit: 'days', ours: 548, theirs: 550, differs: false, factIndex: null }, 'fr')).toBe('−\u00A02\u00A0jours')
  })
})

describe('the days of the CSP', () => {
  test('add up, each state with its count, read as a sentence and as a table', () => {
    const markup = card('LedgerCard', file([['suspension', '2026-01-01', { to: '2026-01-31' }]], '2026-02-10'))
    const read = readOf(markup)
    // 30 Sept. to 31 Dec.: 93 days; 1 to 9 Feb.: 9 days; 31 suspended; the term moves by 31 days, to 30 October.
    expect(read).toMatch(/Les 396 jours du CSP.*Payé\|102\|Sans allocation\|31\|À venir\|263/u)
    expect(read).toContain('Votre allocation peut être versée jusqu’au vendredi 30 octobre 2026, dernier jour du CSP.')
    expect(read).toContain('du jeu. 1ᵉʳ janv. au sam. 31 janv. 2026')
    expect(markup).toMatch(/role="img" aria-label="Les jours du CSP dans leur ordre\. Payé/u)
  })

  test('before the CSP is accepted there are none', () => {
    expect(card('LedgerCard', viewOf({ facts: start.slice(0, 2), today: '2025-09-20' }))).toBe('')
  })
})

describe('a job', () => {
  const job = (terms: Readonly<Record<string, unknown>> = {}) => file([['job_started', '2026-03-02', { monthlyGross: '2400.00', sameWorkingTime: true, ...terms }]], '2026-03-10')

  test('shows the bonus, its two payments, and each condition by a sign and a word', () => {
    const read = readOf(card('JobAmountsCard', job()))
    // 2 March to 29 Sept.: 212 days at 75.00, half of it.
    for (const said of ['7 950,00 €', 'en deux versements', '1. À partir du mar. 3 mars 2026', '2. À partir du mar. 2 juin 2026', '3 975,00 €', 'Les 8 conditions, une à une', 'France Travail le vérifie'])
      expect(read).toContain(said)
  })

  test('shows the indemnity payment by payment, and which of the two gives more', () => {
    const read = readOf(card('JobAmountsCard', job()))
    // 30 times 100.00, less 2,400.00; twelve months of 600.00 stay under the cap of 7,950.00.
    for (const said of ['600,00 €', 'par mois', '7 200,00 €', 'Les 12 versements', 'R-511', 'La prime donne tout le plafond']) expect(read).toContain(said)
  })

  test('too late for the bonus opens its conditions, the missing one told', () => {
    const markup = card('JobAmountsCard', file([['job_started', '2026-08-03']], '2026-08-04'))
    expect(readOf(markup)).toContain('une condition manque')
    expect(markup).toMatch(/<details class="amount-why" open="">/u)
    expect(markup).toMatch(/class="missing"/u)
  })
})

describe('the employer’s side', () => {
  test('shows the notice, what is left to the person and the severance, each with its article', () => {
    const read = readOf(card('EmployerMoneyCard', file([], '2026-01-10')))
    for (const said of ['6 083,34 €', '0,00 €', 'R-151', 'Indemnité légale de licenciement', 'R-140']) expect(read).toContain(said)
    expect(read).not.toContain('Heures de formation')
  })

  test('under the text of 2011, the training hours not used too', () => {
    const view = viewOf({
      engagedOn: '2013-09-02', frame: { ...figures, monthlyNet: '1516.70', unusedTrainingHours: 60 }, today: '2013-11-04',
      facts: [['proposal_handed_over', '2013-09-02'], ['accepted', '2013-09-10']],
    })
    // 60 hours at 1,516.70 over 151.67.
    const read = readOf(card('EmployerMoneyCard', view))
    for (const said of ['Heures de formation non utilisées', '600,00 €', 'R-152']) expect(read).toContain(said)
  })
})

test.each(['fr', 'en'] as const)('in %s: no message is missing on any card', (locale) => {
  const views = [
    file([], '2026-01-10'),
    file([['benefit_notified', '2025-10-15', { aspDaily: '76.00', sjr: '101.00', areDurationDays: 500, aspEnd: '2026-09-01' }], ['job_started', '2026-03-02', { monthlyGross: '2400.00', sameWorkingTime: true }], ['bonus_paid', '2026-03-20']], '2026-04-10'),
  ]
  for (const view of views) for (const name of Object.keys(CARDS) as (keyof typeof CARDS)[]) expect(/MISSING_MESSAGE|amounts\.[a-z]|\{(count|days|amount|on|number|said)\}/u.exec(card(name, view, locale)), name).toBeNull()
})
