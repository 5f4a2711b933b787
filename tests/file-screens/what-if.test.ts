// « Et si… ? » as a person reads it, and its address, which restores it.
import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import { legalWords } from '@/components/file/legal-words.ts'
import { addressOf, NOTHING_SUPPOSED, readWhatIfAddress, textOfFact, whatIfHref, type WhatIfAddress } from '@/components/file/what-if/address.ts'
import { queryProblems, readQuestion } from '@/components/file/what-if/question.ts'
import { WhatIfScreen } from '@/components/file/what-if/what-if-screen.tsx'
import { day } from '@/lib/accord'
import { weigh } from '@/lib/cases/queries/what-if.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { fact } from '@/tests/accord/a-file.ts'
import { markupOf, readOf, viewOf } from './a-view.ts'

const figures = { sjr: '100.00', areDaily: '57.40', areDurationDays: 548 }
// CSP from 30 Sept. 2025 to 29 Sept. 2026.
const supported = viewOf({
  frame: figures,
  facts: [['proposal_handed_over', '2025-09-08'], ['motive_notified', '2025-09-08'], ['accepted', '2025-09-10'], ['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20']],
  today: '2026-07-01',
})

function ask(view: FileView, query: Readonly<Record<string, string>>, locale: Locale = 'fr') {
  const address = readWhatIfAddress(query)
  const { question, problems } = readQuestion(address, locale)
  const asked = weigh(view, question)
  return { address, asked, problems: [...problems, ...queryProblems(asked.errors, view.today, locale)] }
}
function screen(view: FileView, query: Readonly<Record<string, string>>, locale: Locale = 'fr'): string {
  return markupOf(createElement(WhatIfScreen, { ...ask(view, query, locale), words: legalWords(locale, view.file.regime) }), locale)
}

describe('the address', () => {
  const asked: WhatIfAddress = {
    facts: [textOfFact(fact(['job_started', '2026-07-29'])), textOfFact(fact(['work_period', '2026-03-02', { to: '2026-03-31' }]))],
    later: '14', seenOn: '2026-08-01', add: 'suspension',
  }

  test('is read as it was written', () => {
    expect(readWhatIfAddress(Object.fromEntries(new URL(whatIfHref('RB-2026-00001', asked), 'http://x').searchParams))).toEqual(asked)
    expect(whatIfHref('RB 1/2')).toBe('/dossiers/RB%201%2F2/et-si')
  })

  test('leaves out what is not its own: a rank too far, an answer without its fact', () => {
    expect(readWhatIfAddress({ '9.kind': 'accepted', '2.on': '2026-01-01', 'autre': 'x', '1.__proto__': 'y' })).toEqual(NOTHING_SUPPOSED)
  })

  test('of a proposal holds its facts whole', () => {
    const { facts, later } = addressOf([fact(['work_period', '2026-03-02', { to: '2026-03-31', validatedOn: '2026-03-02' }])], 14, null)
    expect(facts[0]).toEqual({ kind: 'work_period', answers: { from: '2026-03-02', to: '2026-03-31', contract: 'cdd', employer: 'company', validatedOn: '2026-03-02' } })
    expect(later).toBe('14')
  })

  test('is read as a form types it: French days, commas', () => {
    const { question, problems } = readQuestion(readWhatIfAddress({ '1.kind': 'job_started', '1.on': '29/07/2026', '1.contract': 'cdi', '1.monthlyGross': '2 150,50', 'plus-tard': '14' }), 'fr')
    expect(problems).toEqual([])
    expect(question).toEqual({ facts: [{ kind: 'job_started', terms: { on: '2026-07-29', contract: 'cdi', monthlyGross: '2150.50' } }], laterBy: 14, seenOn: null })
  })
})

describe('what cannot be asked', () => {
  test('a day that does not exist, at its field; nothing is weighed', () => {
    const { asked, problems } = ask(supported, { '1.kind': 'job_started', '1.on': '31/06/2026', '1.contract': 'cdi' })
    expect(problems.map(({ field }) => field)).toEqual(['1.on'])
    expect(asked.variants).toEqual([])
  })

  test('a contract without its months, a day in twelve years, a kind that is none', () => {
    const fields = (query: Readonly<Record<string, string>>) => ask(supported, query).problems.map(({ field }) => field)
    expect(fields({ '1.kind': 'job_started', '1.on': '2026-07-29', '1.contract': 'cdd' })).toEqual(['1.months'])
    expect(fields({ '1.kind': 'job_started', '1.on': '2038-07-29', '1.contract': 'cdi' })).toEqual(['1.on'])
    expect(fields({ '1.kind': 'lottery_won', '1.on': '2026-07-29' })).toEqual(['1.kind'])
  })

  test('a day gone by to look at the file is today', () => {
    expect(ask(supported, { 'vu-le': '2026-01-01' }).asked).toMatchObject({ seenOn: day('2026-07-01'), variants: [] })
  })
})

describe('the screen', () => {
  test.each(['fr', 'en'] as const)('in %s: no message is missing, whatever is asked', (locale) => {
    const queries: readonly Readonly<Record<string, string>>[] = [
      {},
      { ajouter: 'suspension' },
      { 'vu-le': '2026-10-01' },
      { '1.kind': 'job_started', '1.on': '2026-07-29', '1.contract': 'cdi', 'plus-tard': '14' },
      { '1.kind': 'work_period', '1.from': '2026-08-03', '1.to': '2026-08-04', '1.contract': 'cdd', '1.employer': 'company' },
      { '1.kind': 'suspension', '1.from': '2026-08-03', '1.to': '2026-09-02', '1.cause': 'sickness', '2.kind': 'job_started', '2.on': 'demain' },
    ]
    for (const query of queries) expect(/MISSING_MESSAGE|whatIf\.|twoDays\.|amounts\.|\{(on|count|amount|name)\}/u.exec(screen(supported, query, locale)), JSON.stringify(query)).toBeNull()
  })

  test('proposes first, and says that nothing is recorded', () => {
    const read = readOf(screen(supported, {}))
    expect(read).toContain('Rien n’est enregistré.')
    expect(read).toContain('Un CDI le mer. 29 juil. 2026, dernier jour pour la prime')
    expect(read).not.toContain('Pour la personne')
  })

  test('two columns: the bonus in time, and lost two weeks later, with what each costs', () => {
    const read = readOf(screen(supported, { '1.kind': 'job_started', '1.on': '2026-07-29', '1.contract': 'cdi', 'plus-tard': '14' }))
    for (const said of ['Le dossier aujourd’hui', 'Avec l’hypothèse', 'Deux semaines plus tard', '2 362,50 €', 'Droit à la prime', 'fermé'])
      expect(read).toContain(said)
    // 63 days of ASP at 75.00 lost, half of them paid by the bonus: 2,362.50 less; two weeks later 49 days at 75.00 lost.
    expect(read).toContain('la personne percevrait 2 362,50 € de moins')
    expect(read).toContain('la personne percevrait 3 675,00 € de moins')
  })

  test('the end of the CSP is said first, though the job also cuts short work that moved the term', () => {
    const working = viewOf({
      frame: figures,
      facts: [['proposal_handed_over', '2025-09-08'], ['motive_notified', '2025-09-08'], ['accepted', '2025-09-10'], ['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20'], ['work_period', '2026-06-15', { to: '2026-08-14', validatedOn: '2026-06-10' }]],
      today: '2026-07-01',
    })
    const read = readOf(screen(working, { '1.kind': 'job_started', '1.on': '2026-07-20', '1.contract': 'cdi' }))
    // 61 days from 15 June to 14 August bring the term from 29 September to 29 November 2026; the job ends the CSP the day before it starts.
    expect(read).toMatch(/Le CSP finirait le \|dim\. 19 juil\. 2026\| au lieu du \|dim\. 29 nov\. 2026/u)
    expect(read).not.toContain('déplace le terme')
  })

  test('what the rules refuse comes with the rule and the nearest one, as a link', () => {
    const markup = screen(supported, { '1.kind': 'work_period', '1.from': '2026-08-03', '1.to': '2026-08-04', '1.contract': 'cdd', '1.employer': 'company', '1.validatedOn': '2026-08-03' })
    const read = readOf(markup)
    expect(read).toContain('La règle n’admet pas ce fait')
    expect(read).toContain('R-400')
    expect(markup).toMatch(/href="\/dossiers\/RB-2026-00001\/et-si\?1\.kind=work_period&amp;1\.from=2026-08-03&amp;1\.to=2026-08-05/u)
    expect(read).not.toContain('Pour la personne')
  })

  test('time alone is seen beside today', () => {
    const read = readOf(screen(supported, { 'vu-le': '2026-09-30' }))
    expect(read).toContain('Si rien ne se passe')
    expect(read).toContain('Ne pourraient plus être enregistrés')
    expect(read).toContain('Aucun fait : seul le temps passe, jusqu’au mer. 30 sept. 2026.')
  })

  test('an acceptance supposed during the reflection gives the whole, beside no CSP', () => {
    const reflecting = viewOf({ frame: figures, facts: [['proposal_handed_over', '2025-09-08'], ['motive_notified', '2025-09-08']], today: '2025-09-20' })
    const read = readOf(screen(reflecting, { '1.kind': 'accepted', '1.on': '2025-09-20' }))
    expect(read).toContain('Sur tout le CSP, la personne percevrait 27 375,00 € brut')
    expect(read).toContain('pas de CSP')
  })

  test('an address written by hand shows no markup of its own', () => {
    expect(screen(supported, { '1.kind': 'job_started', '1.on': '<script>alert(1)</script>', '1.contract': 'cdi' })).not.toContain('<script>')
  })
})
