import { describe, expect, it } from 'vitest'
import { admit, articleOf, day, derive, isoOf, shippedTexts, wording, type CaseFile, type Texts } from '@/lib/accord'
import { areDailyEstimate } from '@/lib/accord/rules/allowance'
import { euro, asText } from '@/lib/accord/rules/money'
import { answer } from '@/lib/accord/simulate/answer'
import { addedTextJson, addedTextSchema, addedTitles, textsWith, type AddedText, type AddedTextJson } from '@/lib/accord/texts/added'
import { checkAddedText, TEXT_PROBLEMS } from '@/lib/accord/texts/added-checks'
import type { TextChanges } from '@/lib/accord/texts/agreement'
import { figureOn } from '@/lib/accord/texts/benefit-parameters'
import { parametersOf, selectText } from '@/lib/accord/texts/governing'
import { changedPaths, PARAMETER_FIELDS, valueAt } from '@/lib/accord/texts/parameter-fields'
import { fact, frame, PLAIN_SETTINGS, type WrittenFact } from './a-file'

/** A text as an administrator writes it: the prorogation of 2027, with what a test is about. */
const written = (more: Partial<AddedTextJson> = {}): AddedTextJson => ({
  code: 'I',
  title: { fr: 'Avenant d’essai', en: 'Test amendment' },
  source: 'Avenant d’essai',
  agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'H', changes: {} },
  ...more,
})
const changing = (changes: unknown, more: Partial<AddedTextJson> = {}) =>
  written({ agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'H', changes: changes as TextChanges }, ...more })
const overlaying = (overlay: unknown, more: Partial<AddedTextJson> = {}) =>
  written({ agreement: null, overlay: { from: '2026-03-01', ...(overlay as object) }, ...more })
const read = (json: AddedTextJson): AddedText => addedTextSchema.parse(json)
const withTexts = (...texts: readonly AddedTextJson[]): Texts => textsWith(shippedTexts, texts.map(read))
const problems = (json: unknown, known: Texts = shippedTexts): readonly string[] => {
  const checked = checkAddedText(json, known)
  return checked.ok ? [] : checked.problems.map(({ path, code }) => `${path} ${code}`)
}
const notices = (json: unknown, known: Texts = shippedTexts): readonly string[] => {
  const checked = checkAddedText(json, known)
  return checked.ok ? checked.notices.map(({ path, code, values }) => `${path} ${code} ${Object.values(values).map((value) => (typeof value === 'number' ? isoOf(value) : value)).join(' ')}`.trim()) : ['refused']
}
const codeOn = (texts: Texts, engagedOn: string, chosen: string | null = null) => {
  const selection = selectText(texts, day(engagedOn), 'employer', chosen)
  return selection.kind === 'governed' ? selection.governing.agreement.code : selection.hole
}
/** A sentence with plain spaces, to be compared. */
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
/** A file proposed and accepted on the day its procedure was engaged; the CSP starts 22 days after. */
function fileUnder(texts: Texts, engagedOn: string, facts: readonly WrittenFact[], today: string): CaseFile {
  const first: readonly WrittenFact[] = [['proposal_handed_over', engagedOn], ['motive_notified', engagedOn], ['accepted', engagedOn]]
  return derive({ frame: frame(engagedOn), facts: [...first, ...facts].map(fact) }, texts, PLAIN_SETTINGS, day(today))
}

describe('R-001: a prorogation added to the shipped texts', () => {
  const texts = withTexts(written())

  it.each([
    ['2026-12-31', 'H'],
    ['2027-01-01', 'I'],
    ['2027-01-02', 'I'],
    ['2027-12-31', 'I'],
    ['2028-01-01', 'after_last_text'],
  ])('a procedure engaged on %s is under %s', (engagedOn, expected) => {
    expect(codeOn(texts, engagedOn)).toBe(expected)
  })

  it('leaves the shipped texts as they were', () => {
    expect(codeOn(shippedTexts, '2027-01-02')).toBe('after_last_text')
    expect(shippedTexts.agreements.at(-1)?.code).toBe('H')
  })

  it('gives the same dates as the text it prolongs', () => {
    const dates = (set: Texts, engagedOn: string, today: string) => fileUnder(set, engagedOn, [], today).dates
    const file = dates(texts, '2027-01-04', '2027-02-01')
    expect(isoOf(file.reflectionEnd!)).toBe('2027-01-25')
    expect(isoOf(file.cspStart!)).toBe('2027-01-26')
    expect(isoOf(file.cspTerm!)).toBe('2028-01-25')
    expect(isoOf(file.termLetterDue!)).toBe('2027-12-26')
  })

  it('says the hole after the last text from the texts known, and hears an added code', () => {
    const alert = fileUnder(texts, '2028-03-01', [], '2028-03-02').alerts.find(({ rule }) => rule === 'R-001')!
    expect(plain(wording('en').alert(alert, null).message)).toContain('31 Dec 2027')
    expect(codeOn(texts, '2028-03-01', 'I')).toBe('I')
    expect(codeOn(texts, '2028-03-01', 'NONE')).toBe('after_last_text')
  })

  it('says a hole between two texts by the texts around it, and that of 2015 by its own advice', () => {
    const later = withTexts(written({ agreement: { from: '2027-02-01', to: '2027-12-31', inherits: 'H', changes: {} } }))
    const alert = (set: Texts, engagedOn: string) => fileUnder(set, engagedOn, [], engagedOn).alerts.find(({ rule }) => rule === 'R-001')!
    expect(codeOn(later, '2027-01-15')).toBe('between_texts')
    const message = plain(wording('en').alert(alert(later, '2027-01-15'), null).message)
    expect(message).toContain('31 Dec 2026')
    expect(message).toContain('1 Feb 2027')
    expect(alert(later, '2015-01-15').code).toBe('holeBetweenTexts')
    expect(alert(later, '2011-01-15').code).toBe('holeBeforeFirst')
  })

  it('takes the procedures that an earlier text still claimed', () => {
    const early = withTexts(written({ agreement: { from: '2026-07-01', to: '2027-12-31', inherits: 'H', changes: {} } }))
    expect(codeOn(early, '2026-06-30')).toBe('H')
    expect(codeOn(early, '2026-07-01')).toBe('I')
    expect(codeOn(early, '2026-12-31')).toBe('I')
  })

  it('is the same value for the same list, and the shipped one where nothing is added', () => {
    const list = [read(written())]
    expect(textsWith(shippedTexts, list)).toBe(textsWith(shippedTexts, list))
    expect(textsWith(shippedTexts, [])).toBe(shippedTexts)
  })

  it('is named by its title in both languages, and cited by its articles', () => {
    const cited = withTexts(written({ articles: { 'R-301': 'Avenant d’essai art. 4' } }))
    const { regime } = fileUnder(cited, '2027-01-04', [], '2027-01-05')
    expect(wording('fr').text(regime)).toBe('Avenant d’essai')
    expect(wording('en').text(regime)).toBe('Test amendment')
    expect(articleOf('R-301', regime)).toBe('Avenant d’essai art. 4')
    expect(articleOf('R-302', regime)).toBe(articleOf('R-302', 'H'))
    expect(addedTitles(cited)).toEqual({ I: { fr: 'Avenant d’essai', en: 'Test amendment' } })
    expect(fileUnder(cited, '2026-12-31', [], '2027-01-05').regime).toEqual({ code: 'H', engagedOn: day('2026-12-31'), overlays: [] })
  })

  it('gives way to the release that ships its code', () => {
    const released = textsWith({ ...shippedTexts, agreements: [...shippedTexts.agreements, { ...shippedTexts.agreements.at(-1)!, code: 'I', from: day('2027-01-01'), to: day('2027-06-30') }] }, [read(written())])
    expect(released.agreements.filter(({ code }) => code === 'I')).toHaveLength(1)
    expect(codeOn(released, '2027-06-30')).toBe('I')
    expect(codeOn(released, '2027-07-01')).toBe('after_last_text')
  })
})

describe('a parameter that an added text changes', () => {
  it('holds for the procedures it takes, and for those of the texts that complete it', () => {
    const texts = withTexts(changing({ preBilanDays: 10 }), written({ code: 'J', agreement: { from: '2028-01-01', to: '2028-12-31', inherits: 'I', changes: {} } }))
    const due = (engagedOn: string) => {
      const { cspStart, preBilanDue } = fileUnder(texts, engagedOn, [], engagedOn).dates
      return preBilanDue! - cspStart!
    }
    expect(due('2026-12-31')).toBe(8)
    expect(due('2027-01-01')).toBe(10)
    expect(due('2028-01-01')).toBe(10)
  })

  it('completes the work periods part by part, and cites its own article for them', () => {
    const texts = withTexts(changing({ work: { minimumDays: 5 } }, { articles: { 'R-400': 'Avenant d’essai art. 2' } }))
    const { work } = parametersOf(texts, texts.agreements.find(({ code }) => code === 'I')!)
    expect(work).toEqual({ ...parametersOf(shippedTexts, shippedTexts.agreements.at(-1)!).work, minimumDays: 5, name: 'added' })
    const file = fileUnder(texts, '2027-01-04', [['work_period', '2027-03-01', { to: '2027-03-04' }]], '2027-03-10')
    const refusal = wording('fr').refusal(file.refusals[0]!, file.regime)
    expect([refusal.rule, plain(refusal.article)]).toEqual(['R-400', 'Avenant d’essai art. 2'])
    expect(fileUnder(texts, '2027-01-04', [['work_period', '2027-03-01', { to: '2027-03-05' }]], '2027-03-10').refusals).toEqual([])
    expect(fileUnder(texts, '2026-12-31', [['work_period', '2027-03-01', { to: '2027-03-03' }]], '2027-03-10').refusals).toEqual([])
  })

  it('R-404: takes a cause of extension away, or limits it otherwise, and leaves the others', () => {
    const texts = withTexts(changing({ extensions: { carer: null, sickness: { kind: 'months', months: 2 } } }))
    const added = (cause: string, to: string) => {
      const file = fileUnder(texts, '2027-01-04', [['suspension', '2027-03-01', { cause, to }]], '2027-12-01')
      return file.dates.cspTerm! - day('2028-01-25')
    }
    expect(added('carer', '2027-03-31')).toBe(0)
    expect(added('adoption', '2027-03-31')).toBe(31)
    // Two months from 26 January 2028, to 25 March: 60 days.
    expect(added('sickness', '2027-03-31')).toBe(31)
    expect(added('sickness', '2027-06-30')).toBe(60)
    const file = fileUnder(texts, '2027-01-04', [['suspension', '2027-03-01', { cause: 'sickness', to: '2027-06-30' }]], '2027-12-01')
    expect(plain(wording('fr').explanation('cspTerm', file)!.steps.map(({ label }) => label).join())).toContain('2 mois au plus en tout')
    expect(plain(wording('fr').alert(file.alerts.find(({ code }) => code === 'sicknessCapped')!, file.regime).message)).toContain('2 mois au plus en tout')
  })

  it('is read aloud as one where it is one, and counted where it is not', () => {
    const aloud = (changes: unknown, name: 'preBilanDue' | 'planDue' | 'finalInterviewFrom' | 'claimsLimit', locale: 'fr' | 'en' = 'fr') =>
      plain(wording(locale).explanation(name, fileUnder(withTexts(changing(changes)), '2027-01-04', [['pre_bilan_held', '2027-02-01']], '2027-02-01'))!.aloud)
    expect(aloud({ preBilanDays: 1 }, 'preBilanDue')).toContain('dans le jour qui suit le début du CSP')
    expect(aloud({}, 'preBilanDue')).toContain('dans les 8 jours du début du CSP')
    expect(aloud({ finalInterviewLastMonths: 1 }, 'finalInterviewFrom')).toContain('dans le dernier mois, à partir du')
    expect(aloud({}, 'finalInterviewFrom')).toContain('dans les 2 derniers mois, à partir du')
    expect(aloud({ finalInterviewLastMonths: 1 }, 'finalInterviewFrom', 'en')).toContain('in the last month, from')
    expect(aloud({ claimsYears: 1 }, 'claimsLimit')).toContain('dans l’année, donc')
    expect(aloud({ claimsYears: 1 }, 'claimsLimit', 'en')).toContain('within a year, so')
    expect(aloud({ planMonthsAfterPreBilan: 2 }, 'planDue')).toContain('dans les 2 mois qui suivent le pré-bilan')
  })

  it('changes the ceiling that the explanation names', () => {
    const texts = withTexts(changing({ ceilingMonths: 18 }))
    const file = fileUnder(texts, '2027-01-04', [], '2027-02-01')
    expect(plain(wording('en').explanation('cspTerm', file)!.steps.map(({ label }) => label).join())).toContain('Ceiling of 18 months')
  })
})

describe('R-002: a text that changes running files', () => {
  const texts = withTexts(overlaying({ from: '2026-03-01', changes: { work: { minimumDays: 7 }, jobThreshold: { kind: 'from', months: 4 }, extensions: { carer: null } } }))
  const week = (set: Texts, from: string, to: string) => fileUnder(set, '2025-12-01', [['work_period', from, { to }]], '2026-06-01').refusals.map(({ code }) => code)

  it('judges a span by its first day, whatever the procedure', () => {
    expect(week(texts, '2026-02-28', '2026-03-02')).toEqual([])
    expect(week(texts, '2026-03-01', '2026-03-06')).toEqual(['tooShortDays'])
    expect(week(texts, '2026-03-01', '2026-03-07')).toEqual([])
  })

  it('judges a job by its first day', () => {
    const stage = (on: string) => fileUnder(texts, '2025-12-01', [['job_started', on, { contract: 'cdd', months: 4 }]], '2026-04-01').stage
    expect(stage('2026-02-28')).toBe('asp_stopped')
    expect(stage('2026-03-01')).toBe('in_job')
  })

  it('judges a leave by its first day', () => {
    const added = (from: string, to: string) => fileUnder(texts, '2025-12-01', [['suspension', from, { cause: 'carer', to }]], '2026-06-01').totals.extensionDays.carer
    expect(added('2026-02-28', '2026-03-09')).toBe(10)
    expect(added('2026-03-01', '2026-03-10')).toBe(0)
  })

  it('may reach only the procedures engaged from a day', () => {
    const some = withTexts(overlaying({ from: '2026-03-01', engagedFrom: '2026-01-01', changes: { work: { minimumDays: 7 } } }))
    const refused = (engagedOn: string) => fileUnder(some, engagedOn, [['work_period', '2026-04-01', { to: '2026-04-03' }]], '2026-06-01').refusals.length
    expect(refused('2025-12-31')).toBe(0)
    expect(refused('2026-01-01')).toBe(1)
  })

  it('is named among the texts of the files it reaches, once where it is also their text', () => {
    expect(fileUnder(texts, '2025-12-01', [], '2026-04-01').regime).toMatchObject({ code: 'G', overlays: ['I'] })
    const both = withTexts(written({ overlay: { from: '2027-01-01', changes: {} } }))
    expect(wording('en').text(fileUnder(both, '2027-01-04', [], '2027-02-01').regime)).toBe('Test amendment')
  })
})

describe('R-404: a new cause of extension', () => {
  const leave = (limit: object) => [{ code: 'DEUIL', name: { fr: 'congé de deuil', en: 'bereavement leave' }, limit }] as never
  const legal = withTexts(written({ leaves: leave({ kind: 'legal_length' }), articles: { 'R-404': 'Avenant d’essai art. 5' } }))
  const away = (to: string | null, from = '2027-03-01'): WrittenFact => ['suspension', from, { cause: 'added_leave', leave: 'DEUIL', to }]

  it('extends the CSP by its days, suspends it, and is called by its name', () => {
    const file = fileUnder(legal, '2027-01-04', [away('2027-03-14')], '2027-03-10')
    expect(isoOf(file.dates.cspTerm!)).toBe('2028-02-08')
    expect(file.stage).toBe('suspended_family')
    expect(file.totals).toMatchObject({ addedLeaveDays: 14, extensionDays: { work: 0, sickness: 0, carer: 0 } })
    expect(file.periods.find(({ kind }) => kind === 'suspension')).toMatchObject({ cause: 'added_leave', leave: 'DEUIL' })
    expect(file.regime.leaves).toEqual({ DEUIL: { fr: 'congé de deuil', en: 'bereavement leave' } })
    const said = (locale: 'fr' | 'en') => wording(locale).explanation('cspTerm', file)!.steps.find(({ rule }) => rule === 'R-404')!
    expect([plain(said('fr').article), plain(said('fr').effect)]).toEqual(['Avenant d’essai art. 5', '+ 14 jours'])
    expect(plain(said('fr').label)).toMatch(/^Congé de deuil, du /u)
    expect(said('en').label).toMatch(/^Bereavement leave, /u)
  })

  it('is under its own limit, apart from sickness', () => {
    const limited = withTexts(written({ leaves: leave({ kind: 'months', months: 1 }) }))
    const term = (...facts: readonly WrittenFact[]) => isoOf(fileUnder(limited, '2027-01-04', facts, '2028-01-01').dates.cspTerm!)
    expect(term(away('2027-03-31'))).toBe('2028-02-25')
    expect(term(away('2027-04-30'))).toBe('2028-02-25')
    expect(term(away('2027-03-31'), ['suspension', '2027-05-01', { cause: 'sickness', to: '2027-05-31' }])).toBe('2028-03-27')
  })

  it('counts through today while it is open', () => {
    const file = fileUnder(legal, '2027-01-04', [away(null)], '2027-03-05')
    expect(file.totals.addedLeaveDays).toBe(5)
    expect(isoOf(file.nextChangeOn!)).toBe('2027-03-06')
  })

  it.each([['the text before', '2026-12-31', legal], ['no text at all', '2027-01-04', withTexts(written())]])('is refused under %s', (_name, engagedOn, texts) => {
    const file = fileUnder(texts, engagedOn, [away('2027-03-14')], '2027-03-10')
    expect(file.refusals).toMatchObject([{ rule: 'R-404', code: 'leaveUnknown' }])
    expect(file.totals).not.toHaveProperty('addedLeaveDays')
    expect(admit({ frame: frame(engagedOn), facts: [] }, fact(away('2027-03-14')), texts, PLAIN_SETTINGS, day('2027-03-10')).admitted).toBe(false)
  })

  it('reaches running files from its day on, where the text changes those', () => {
    const texts = withTexts(overlaying({ from: '2026-03-01', changes: {} }, { leaves: leave({ kind: 'legal_length' }) }))
    const file = (from: string, to: string) => fileUnder(texts, '2025-12-01', [['suspension', from, { cause: 'added_leave', leave: 'DEUIL', to }]], '2026-04-01')
    expect(file('2026-02-28', '2026-03-05').refusals).toMatchObject([{ code: 'leaveUnknown' }])
    expect(file('2026-03-01', '2026-03-05').totals.addedLeaveDays).toBe(5)
  })

  it('is no part of the simulator’s contract', () => {
    const request = (terms: object) => ({ today: '2027-03-10', procedure: { engagedOn: '2027-01-04', entryPath: 'employer' }, facts: [{ kind: 'suspension', from: '2027-03-01', to: null, ...terms }] })
    expect(answer(request({ cause: 'added_leave', leave: 'DEUIL' }), legal, 'en')).toMatchObject({ error: { path: 'facts[0].leave' } })
    expect(answer(request({ cause: 'added_leave' }), legal, 'en')).toMatchObject({ error: { path: 'facts[0].cause' } })
    expect(answer(request({ cause: 'sickness', leave: 'DEUIL' }), legal, 'en')).toMatchObject({ error: { path: 'facts[0].leave' } })
  })
})

describe('an uprating', () => {
  const texts = withTexts(written({ agreement: null, upratings: [{ figure: 'areFixedPart', from: '2026-07-01', value: '13.40' }, { figure: 'areFixedPart', from: '2025-07-01', value: '13.20' }, { figure: 'areRate', from: '2027-01-01', value: '0.56' }] }))

  it('holds from its day until the next, and takes the place of a figure of the same day', () => {
    const fixed = (on: string) => figureOn(texts.figures.areFixedPart, day(on)).value
    expect(['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01', '2030-01-01'].map(fixed)).toEqual(['13.11', '13.20', '13.20', '13.40', '13.40'])
    expect(texts.figures.areFixedPart).toHaveLength(shippedTexts.figures.areFixedPart.length + 1)
    expect(texts.figures.areMinimum).toBe(shippedTexts.figures.areMinimum)
  })

  it('moves the estimates from its day on', () => {
    // 40.4 % of 60 euros and the fixed part: 24.24 + 13.18 before, 24.24 + 13.40 after.
    expect(asText(areDailyEstimate(euro('60'), day('2026-07-01'), shippedTexts.figures))).toBe('37.42')
    expect(asText(areDailyEstimate(euro('60'), day('2026-07-01'), texts.figures))).toBe('37.64')
  })
})

describe('what is refused in a text, at its place', () => {
  it.each<[string, unknown, string]>([
    ['no code', written({ code: '' }), 'code required'],
    ['a code in small letters', written({ code: 'avenant' }), 'code not_a_code'],
    ['a shipped code', written({ code: 'H' }), 'code code_of_shipped_text'],
    ['no title in English', written({ title: { fr: 'Titre', en: ' ' } }), 'title.en required'],
    ['no source', written({ source: '' }), 'source required'],
    ['nothing that it changes', written({ agreement: null }), ' nothing_changes'],
    ['an end before its start', changing({}, { agreement: { from: '2027-12-31', to: '2027-12-30', inherits: 'H', changes: {} } }), 'agreement.to dates_reversed'],
    ['a day that does not exist', changing({}, { agreement: { from: '2027-02-29', to: '2027-12-30', inherits: 'H', changes: {} } }), 'agreement.from not_a_day'],
    ['an unknown parent', changing({}, { agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'Z', changes: {} } }), 'agreement.inherits unknown_parent'],
    ['itself as parent', changing({}, { agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'I', changes: {} } }), 'agreement.inherits unknown_parent'],
    ['a parent that begins later', changing({}, { agreement: { from: '2024-12-31', to: '2024-12-31', inherits: 'H', changes: {} } }), 'agreement.inherits parent_after'],
    ['days that another text begins in', changing({}, { agreement: { from: '2025-12-01', to: '2026-01-01', inherits: 'G', changes: {} } }), 'agreement.from overlap'],
    ['an unknown parameter', changing({ cspWeeks: 3 }), 'agreement.changes.cspWeeks unknown_parameter'],
    ['an unknown part of the work periods', changing({ work: { name: 'ANI-16' } }), 'agreement.changes.work.name unknown_parameter'],
    ['negative months', changing({ cspMonths: -1 }), 'agreement.changes.cspMonths impossible_value'],
    ['half a month', changing({ cspMonths: 12.5 }), 'agreement.changes.cspMonths impossible_value'],
    ['no months where the text must have some', changing({ cspMonths: null }), 'agreement.changes.cspMonths impossible_value'],
    ['a rate over one', changing({ aspRate: '1.20' }), 'agreement.changes.aspRate impossible_value'],
    ['a rate that is a number', changing({ aspRate: 0.75 }), 'agreement.changes.aspRate impossible_value'],
    ['an amount without cents', changing({ experimentBonus: '1000' }), 'agreement.changes.experimentBonus not_an_amount'],
    ['a choice that is none', changing({ trialReturn: 'maybe' }), 'agreement.changes.trialReturn impossible_value'],
    ['an extension of no months', changing({ extensions: { carer: { kind: 'months', months: 0 } } }), 'agreement.changes.extensions.carer.months impossible_value'],
    ['a parameter that running files do not listen to', overlaying({ changes: { cspMonths: 18 } }), 'overlay.changes.cspMonths overlay_parameter'],
    ['an article of a rule that does not exist', written({ articles: { 'R-999': 'art. 1' } as never }), 'articles.R-999 unknown_rule'],
    ['leaves that no text of this one carries', written({ agreement: null, leaves: [{ code: 'DEUIL', name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' } }], upratings: [{ figure: 'areMinimum', from: '2027-01-01', value: '33.00' }] }), 'leaves leaves_without_text'],
    ['a leave twice', written({ leaves: [0, 1].map(() => ({ code: 'DEUIL', name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' as const } })) }), 'leaves.1.code leave_code_taken'],
    ['an uprating before the first figure', written({ upratings: [{ figure: 'areMinimum', from: '2010-06-30', value: '20.00' }] }), 'upratings.0.from uprating_too_early'],
    ['two upratings of one day', written({ upratings: [{ figure: 'areMinimum', from: '2027-01-01', value: '33.00' }, { figure: 'areMinimum', from: '2027-01-01', value: '34.00' }] }), 'upratings.1.from uprating_twice'],
    ['a figure that does not exist', written({ upratings: [{ figure: 'smic' as never, from: '2027-01-01', value: '33.00' }] }), 'upratings.0.figure unknown_figure'],
    ['an amount of nothing', written({ upratings: [{ figure: 'areMinimum', from: '2027-01-01', value: '0.00' }] }), 'upratings.0.value impossible_value'],
    ['an amount with tenths of a cent', written({ upratings: [{ figure: 'areMinimum', from: '2027-01-01', value: '33.001' }] }), 'upratings.0.value impossible_value'],
    ['a rate of ARE over one', written({ upratings: [{ figure: 'areRate', from: '2027-01-01', value: '1.01' }] }), 'upratings.0.value impossible_value'],
    ['a key that is none of a text', { ...written(), colour: 'red' }, 'colour unknown_parameter'],
    ['no text at all', 'avenant', ' wrong_form'],
  ])('%s', (_name, json, expected) => {
    expect(problems(json)).toContain(expected)
  })

  it('a code, a leave and days already taken by another added text', () => {
    const known = withTexts(written({ leaves: [{ code: 'DEUIL', name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' } }] }))
    expect(problems(written(), known)).toEqual(['code code_taken', 'agreement.from overlap'])
    expect(problems(written({ code: 'J', agreement: { from: '2028-01-01', to: '2028-12-31', inherits: 'I', changes: {} }, leaves: [{ code: 'DEUIL', name: { fr: 'c', en: 'd' }, limit: { kind: 'legal_length' } }] }), known)).toEqual(['leaves.0.code leave_code_taken'])
  })

  it('the parts of an affiliation that the text completed does not have', () => {
    const changes = { affiliation: { days: 90 } }
    expect(problems(changing(changes))).toEqual([])
    expect(problems(changing({}, { agreement: { from: '2015-01-10', to: '2015-01-20', inherits: 'A0', changes } }))).toContain('agreement.changes.affiliation.hours required')
  })

  it('says no more than it knows how to say', () => {
    for (const line of ['a', 1, null, [], {}, { code: 3 }, { ...written(), upratings: 'x' }, { ...written(), agreement: { changes: 7 } }])
      for (const problem of problems(line)) expect(TEXT_PROBLEMS).toContain(problem.split(' ').at(-1))
  })
})

describe('what is told of a text, and refuses nothing', () => {
  it('a gap before it, the procedures it takes over, articles not given, a figure replaced', () => {
    expect(notices(written())).toEqual([])
    expect(notices(written({ agreement: { from: '2027-02-01', to: '2027-12-31', inherits: 'H', changes: {} } }))).toEqual(['agreement.from gap 2027-01-01 2027-01-31'])
    expect(notices(written({ agreement: { from: '2026-07-01', to: '2027-12-31', inherits: 'H', changes: {} } }))).toEqual(['agreement.from takes_over H 2026-07-01 2026-12-31'])
    expect(notices(changing({ cspMonths: 13 }))).toEqual(['articles no_article'])
    expect(notices(changing({ cspMonths: 13 }, { articles: { 'R-014': 'art. 1' } }))).toEqual([])
    expect(notices(written({ upratings: [{ figure: 'areMinimum', from: '2025-07-01', value: '33.00' }] }))).toEqual(['upratings.0.from uprating_replaces 2025-07-01'])
  })
})

describe('the form that a text is kept in', () => {
  it('is read back as it was written', () => {
    const text = read(written({
      overlay: { from: '2026-03-01', engagedFrom: '2026-01-01', path: 'experiment', family: '2015', changes: { work: { minimumDays: 4 } } },
      agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'H', changes: { ownReferenceWageFrom: '2027-06-01' as never, extensions: { carer: null } } },
      leaves: [{ code: 'DEUIL', name: { fr: 'a', en: 'b' }, limit: { kind: 'months', months: 2 } }],
      upratings: [{ figure: 'areRate', from: '2027-01-01', value: '0.565' }],
    }))
    const json: unknown = JSON.parse(JSON.stringify(addedTextJson(text)))
    expect(addedTextSchema.parse(json)).toEqual(text)
    expect(json).toMatchObject({ agreement: { from: '2027-01-01', changes: { ownReferenceWageFrom: '2027-06-01' } }, overlay: { engagedFrom: '2026-01-01' } })
  })

  it('has a field for every parameter but those that are not one value, and each reads what a text holds', () => {
    const parameters = parametersOf(shippedTexts, shippedTexts.agreements.at(-1)!)
    const first = new Set(PARAMETER_FIELDS.map(({ path }) => path.split('.')[0]))
    expect(Object.keys(parameters).filter((name) => !first.has(name))).toEqual(['addedLeaves'])
    for (const { path } of PARAMETER_FIELDS) {
      const value = valueAt(parameters, path)
      if (value === undefined) continue
      const [name, part] = path.split('.') as [string, string?]
      const said = path === 'ownReferenceWageFrom' ? isoOf(value as never) : value
      expect(problems(changing(part === undefined ? { [name]: said } : { [name]: { [part]: said } })), path).toEqual([])
    }
    expect(changedPaths({ cspMonths: 12, work: { reviewAfter: false } })).toEqual(['cspMonths', 'work.reviewAfter'])
  })
})
