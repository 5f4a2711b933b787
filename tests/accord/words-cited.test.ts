import { describe, expect, it } from 'vitest'
import { day, DATE_NAMES, wording, type Comparison, type GoverningText, type LedgerCause, type Step, type WordValues } from '@/lib/accord'
import { ASP_STOP_CAUSES, LEAVE_CAUSES } from '@/lib/accord/file/facts.ts'
import { startingOn } from './a-file.ts'

const LOCALES = ['fr', 'en'] as const
type Locale = (typeof LOCALES)[number]
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u00A0\u202F]/gu, ' ') ?? null

/** A step as a person reads it. */
function step(code: string, values: WordValues, locale: Locale = 'fr') {
  const { label, effect, gives } = wording(locale).step({ code, values, gives: null, rule: 'R-140' } as Step, 'H')
  return { label: plain(label), effect: plain(effect), gives }
}
const refusal = (code: string, values: WordValues, locale: Locale = 'fr', text = 'H', rule = 'R-400') => {
  const { article, message, remedy } = wording(locale).refusal({ rule, code, values } as Parameters<ReturnType<typeof wording>['refusal']>[0], text)
  return { article: plain(article), message: plain(message), remedy: plain(remedy) }
}

describe('numbers in a step', () => {
  it.each([
    [0, 0, '0 mois', '0 months'],
    [0, 1, '1 mois', '1 month'],
    [0, 11, '11 mois', '11 months'],
    [1, 0, '1 an', '1 year'],
    [2, 0, '2 ans', '2 years'],
    [1, 1, '1 an et 1 mois', '1 year and 1 month'],
    [10, 8, '10 ans et 8 mois', '10 years and 8 months'],
  ])('a seniority of %s years and %s months', (years, months, fr, en) => {
    expect([step('seniorityWithNotice', { years, months }).effect, step('seniorityWithNotice', { years, months }, 'en').effect]).toEqual([fr, en])
  })
  it('months of notice, half of one included; one is singular', () => {
    const said = (months: number, locale: Locale) => step('noticeEntered', { months }, locale).effect
    expect([1, 1.5, 2].map((months) => said(months, 'fr'))).toEqual(['× 1 mois', '× 1,5 mois', '× 2 mois'])
    expect([1, 1.5, 2].map((months) => said(months, 'en'))).toEqual(['× 1 month', '× 1.5 months', '× 2 months'])
  })
  it('payments counted: one, two', () => {
    const said = (locale: Locale) => [1, 2].map((months) => step('wageGapInMonths', { months }, locale).effect)
    expect([said('fr'), said('en')]).toEqual([['1 versement', '2 versements'], ['1 payment', '2 payments']])
  })
  it('the first month is ordinal as a first is', () => {
    for (const code of ['wageGapMonth', 'wageGapMonthCut']) {
      expect(step(code, { number: 1, on: day('2026-04-02') }).label).toContain('1ᵉʳ mois')
      expect(step(code, { number: 2, on: day('2026-05-02') }).label).toContain('2ᵉ mois')
    }
  })
  it.each(['aspRate', 'arePlainRate', 'arePartTime', 'shareOfRights', 'leastLoss', 'hoursOfPartTimeMonth'])('%s: a share as each language writes it', (code) => {
    const said = (locale: Locale) => {
      const { label, effect } = step(code, { percent: 57.5, rate: 57.5 }, locale)
      return `${label} ${effect}`
    }
    expect(said('fr')).toContain('57,5 %')
    expect(said('en')).toContain('57.5%')
  })
  it('a step gives a day, an amount, or nothing', () => {
    const given = (more: Partial<Step>) => plain(wording('fr').step({ code: 'term', values: {}, gives: null, rule: 'R-014', ...more }, 'H').gives)
    expect([given({ gives: day('2026-09-29') }), given({ amount: '1234.50' }), given({ amount: null }), given({})]).toEqual(['mar. 29 sept. 2026', '1 234,50 €', null, null])
  })
  it.each(LOCALES)('%s: a code that the words do not know is shown as it is, without an effect or a remedy', (locale) => {
    expect(step('unheard', {}, locale)).toEqual({ label: 'unheard', effect: null, gives: null })
    expect(refusal('unheard', {}, locale)).toMatchObject({ message: 'unheard', remedy: null })
    expect(wording(locale).alert({ rule: 'R-014', code: 'unheard', values: {} } as unknown as Parameters<ReturnType<typeof wording>['alert']>[0], 'H').message).toBe('unheard')
  })
})

describe('what a refusal tells apart', () => {
  it('days left in a total, or none', () => {
    const said = (left: number) => refusal('totalExceeded', { months: 6, maximum: 183, before: 180, left }).remedy
    expect(said(3)).toContain('3 jours')
    expect(said(0)).not.toMatch(/\d/)
    expect(refusal('totalExceeded', { months: 6, maximum: 183, before: 183, left: 0 }, 'en').remedy).not.toMatch(/\d/)
  })
  it.each(LOCALES)('%s: one offer refused from no breach at all', (locale) => {
    const said = (offers: number) => refusal('noBreach', { offers }, locale, 'H', 'R-601').message
    expect(said(1)).toMatch(/offre|offer/)
    expect(said(0)).not.toMatch(/offre|offer/)
    expect(said(2)).toBe(said(0))
  })
  it('a period of work judged under another text is cited under that text', () => {
    const cited = (workText: string | null, text = 'A0') => refusal('notValidated', { from: day('2013-02-04'), workText }, 'fr', text).article
    const own = cited(null)
    expect([cited('ANI-16'), cited('ANI-av1'), cited('Conv-12')].filter((article) => article === null || article === '')).toEqual([])
    expect(new Set([cited('ANI-16'), cited('ANI-av1'), cited('Conv-12')]).size).toBe(3)
    expect(cited('other')).toBe(own)
    expect(cited('Conv-12')).toMatch(/Conv\. 2015 art\. 12/)
    expect(cited('ANI-16', 'H')).toMatch(/ANI 2011 art\. 16/)
  })
})

describe('what is named in a sentence', () => {
  it('a leave of an added text brings its own name, in each language; the others have theirs in the words', () => {
    const added = { cause: 'added_leave', causeFr: 'congé de deuil', causeEn: 'bereavement leave', from: day('2026-01-05'), to: day('2026-01-09'), added: 5 }
    expect(step('extensionByLeave', added).label).toContain('Congé de deuil')
    expect(step('extensionByLeave', added, 'en').label).toContain('Bereavement leave')
    expect(step('extensionByLeave', { ...added, cause: 'maternity', causeFr: null, causeEn: null }).label).toContain('Congé de maternité')
  })
  it.each(LOCALES)('%s: every cause of days without allowance has its words', (locale) => {
    const causes: readonly LedgerCause[] = ['work_period', ...LEAVE_CAUSES, ...ASP_STOP_CAUSES.map((cause) => `stop_${cause}` as const), 'job', 'exclusion', 'closing', 'annulment', 'bonus', 'duration']
    const words = causes.map((cause) => wording(locale).ledgerSpan({ state: 'suspended', cause, rule: 'R-205' }, 'H').cause)
    for (const [index, said] of words.entries()) {
      expect(said).toMatch(/^\p{L}[^_]+$/u)
      expect(step('daysWithoutAllowance', { ledgerCause: causes[index] ?? null, days: 2 }, locale).label).toContain(plain(said))
    }
    const { aspCauses, causes: leaves, estimates } = wording(locale).book
    const named = [words[causes.indexOf('stop_civic_service')], words[causes.indexOf('maternity')], words[causes.indexOf('bonus')]]
    expect(named.map(plain)).toEqual([aspCauses.civic_service, leaves.maternity, estimates.causes.bonus].map(plain))
    // Work in a period and work that stops the allowance are told apart; so are leave and the benefit for it.
    expect(new Set(words).size).toBe(words.length)
  })
  it('a span of the ledger has its state, its rule and its article; days paid have no cause', () => {
    const span = wording('fr').ledgerSpan({ state: 'paid', cause: null, rule: 'R-204' }, 'H')
    expect({ ...span, article: plain(span.article) }).toEqual({ rule: 'R-204', article: 'Conv. 2015 art. 17', state: 'Payé', cause: null })
  })
  it('a value that has no word is shown as it is; a number is never taken for a name', () => {
    expect(step('conditionMet', { condition: 'unheard' }).label).toBe('Unheard')
    expect(step('conditionMet', { condition: 7 }).label).toBe('7')
    expect(refusal('leaveUnknown', { leave: 'sickness' }).message).toContain('(sickness)')
  })
  it('stages and dates are named as their tables say', () => {
    expect([wording('fr').stage('plan_due'), wording('en').stage('plan_due')]).toEqual([wording('fr').book.stages.plan_due, wording('en').book.stages.plan_due])
    for (const name of DATE_NAMES) expect(wording('fr').date(name)).toBe(wording('fr').book.dates[name])
    for (const locale of LOCALES) expect(new Set(DATE_NAMES.map(wording(locale).date)).size).toBe(DATE_NAMES.length)
  })
})

describe('our figure beside France Travail’s, in words', () => {
  const said = (comparison: Comparison, locale: Locale = 'fr') => {
    const { label, ours, theirs, differs } = wording(locale).comparison(comparison)
    return [plain(label), plain(ours), plain(theirs), differs]
  }
  const compared = { differs: true, factIndex: 0 }
  it('euros, a day and days, each in its form; ours empty where it is not known', () => {
    expect(said({ ...compared, name: 'aspDaily', unit: 'euros', ours: '75.00', theirs: '70.00' })).toEqual(['Allocation par jour', '75,00 €', '70,00 €', true])
    expect(said({ ...compared, name: 'aspDaily', unit: 'euros', ours: null, theirs: '70.00' }).slice(1)).toEqual([null, '70,00 €', true])
    expect(said({ ...compared, name: 'aspEnd', unit: 'day', ours: day('2026-09-29'), theirs: day('2026-09-28') }, 'en').slice(1)).toEqual(['Tue 29 Sep 2026', 'Mon 28 Sep 2026', true])
    expect(said({ ...compared, name: 'aspEnd', unit: 'day', ours: null, theirs: day('2026-09-28') }).slice(1)).toEqual([null, 'lun. 28 sept. 2026', true])
    expect(said({ ...compared, differs: false, name: 'areDurationDays', unit: 'days', ours: 548, theirs: 300 }).slice(1)).toEqual(['548 jours', '300 jours', false])
    expect(said({ ...compared, name: 'areDurationDays', unit: 'days', ours: null, theirs: 1 }, 'en').slice(1)).toEqual([null, '1 day', true])
  })
  it('a payment has its number', () => {
    expect(said({ ...compared, name: 'bonusInstalment', unit: 'euros', number: 2, ours: '750.00', theirs: '700.00' })[0]).toMatch(/ n° 2$/)
    expect(said({ ...compared, name: 'sjr', unit: 'euros', ours: '100.00', theirs: '90.00' })[0]).not.toMatch(/°|\d/)
  })
})

describe('the text that governs a file, named', () => {
  const regime = (more: Partial<GoverningText>): GoverningText => ({ code: 'A0', engagedOn: day('2013-10-17'), overlays: [], ...more })
  it.each(LOCALES)('%s: with what completes it, each once, an added one by its own title', (locale) => {
    const { texts } = wording(locale).book
    const named = (more: Partial<GoverningText>) => plain(wording(locale).text(regime(more)))
    expect(named({ code: null })).toBeNull()
    expect(named({})).toBe(plain(texts['A0'] ?? null))
    expect(named({ overlays: ['A0', 'A1'] })).toBe(`${plain(texts['A0'] ?? null)} ; ${plain(texts['A1'] ?? null)}`)
    expect(named({ overlays: ['Z9'] })).toMatch(/ ; Z9$/)
    const titles = { I: { fr: 'Avenant n° 12', en: 'Amendment no. 12' } }
    expect(named({ code: 'I', titles })).toBe(titles.I[locale])
  })
  it('what explains a date, an amount or an estimate names its rule and its article', () => {
    const file = startingOn('2025-09-30', [], '2026-03-10', { frame: { sjr: '100.00', areDurationDays: 548 } })
    const words = wording('fr')
    const date = words.explanation('cspTerm', file)
    expect([date?.title, date?.rule, date?.steps.length === file.explanations.cspTerm?.steps.length, date?.changes.length]).toEqual(['Terme du CSP', file.explanations.cspTerm?.rule, true, words.book.changes.cspTerm.length])
    expect([words.amount('aspDaily', file)?.rule, words.estimate('referenceWages', file)?.rule]).toEqual(['R-200', 'R-203'])
    expect([words.amount('bonusTotal', file), words.estimate('incentives', file)]).toEqual([null, null])
  })
})
