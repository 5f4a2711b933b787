import { describe, expect, it } from 'vitest'
import { day, derive, isoOf, selectText, shippedTexts, type Texts } from '@/lib/accord'
import { addedTextJson, addedTextSchema, addedTitles, textsWith, type AddedTextJson } from '@/lib/accord/texts/added.ts'
import { checkAddedText, type TextProblem } from '@/lib/accord/texts/added-checks.ts'
import { figureOn, figuresReach } from '@/lib/accord/texts/benefit-parameters.ts'
import { parametersOf, parametersOn, withChanges } from '@/lib/accord/texts/governing.ts'
import { fact, frame, PLAIN_SETTINGS } from './a-file'

/* An added text at its edges: days that touch, texts given out of order, what a problem names. */

const written = (more: Partial<AddedTextJson> = {}): AddedTextJson => ({
  code: 'I',
  title: { fr: 'Avenant d’essai', en: 'Test amendment' },
  source: 'Avenant d’essai',
  agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'H', changes: {} },
  ...more,
})
const taking = (code: string, from: string, to: string, inherits = 'H', more: Partial<AddedTextJson> = {}): AddedTextJson => written({ code, agreement: { from, to, inherits, changes: {} }, ...more })
const overlaying = (overlay: object, more: Partial<AddedTextJson> = {}): AddedTextJson => written({ agreement: null, overlay: { from: '2026-03-01', ...overlay }, ...more })
const withTexts = (...texts: readonly AddedTextJson[]): Texts => textsWith(shippedTexts, texts.map((text) => addedTextSchema.parse(text)))
const problemsOf = (json: unknown, known: Texts = shippedTexts): readonly TextProblem[] => {
  const checked = checkAddedText(json, known)
  return checked.ok ? [] : checked.problems
}
const told = ({ path, code, values }: { readonly path: string; readonly code: string; readonly values: Readonly<Record<string, number | string>> }) =>
  [path, code, ...Object.entries(values).map(([name, value]) => `${name}=${typeof value === 'number' ? isoOf(value as Parameters<typeof isoOf>[0]) : value}`)].join(' ')
const problems = (json: unknown, known?: Texts) => problemsOf(json, known).map(told)
const notices = (json: unknown, known: Texts = shippedTexts) => {
  const checked = checkAddedText(json, known)
  return checked.ok ? checked.notices.map(told) : ['refused']
}

describe('what a problem of an added text names', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['its code, already shipped', written({ code: 'H' }), ['code code_of_shipped_text code=H']],
    ['the day its end comes before', taking('I', '2027-12-31', '2027-12-30'), ['agreement.to dates_reversed from=2027-12-31']],
    ['the text it would complete, unknown', taking('I', '2027-01-01', '2027-12-31', 'Z'), ['agreement.inherits unknown_parent code=Z']],
    ['the text it would complete, and its first day', taking('I', '2025-12-31', '2025-12-31', 'H'), ['agreement.inherits parent_after code=H from=2026-01-01']],
    ['the text that begins within its days', taking('I', '2025-12-01', '2026-01-01', 'F'), ['agreement.from overlap code=H from=2026-01-01 to=2026-12-31']],
    ['the first day of the figure', written({ upratings: [{ figure: 'areMinimum', from: '2010-06-30', value: '20.00' }] }), ['upratings.0.from uprating_too_early from=2010-07-01']],
    ['the day given twice', written({ upratings: ['33.00', '34.00'].map((value) => ({ figure: 'areMinimum' as const, from: '2027-01-01', value })) }), ['upratings.1.from uprating_twice from=2027-01-01']],
    ['the leave given twice', written({ leaves: [0, 1].map(() => ({ code: 'DEUIL', name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' as const } })) }), ['leaves.1.code leave_code_taken code=DEUIL']],
    ['what is missing, at its place', { code: 'I' }, ['title required', 'source required']],
    ['a missing part of a text', written({ agreement: { to: '2027-12-31', inherits: 'H' } as never }), ['agreement.from required']],
    ['a missing value of a parameter’s part', written({ agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'H', changes: { jobThreshold: { kind: 'over' } } } }), ['agreement.changes.jobThreshold.months required']],
    ['a value of another kind', written({ upratings: 3 as never }), ['upratings wrong_form']],
    ['two unknown keys, the first', { ...written(), hue: 1, shade: 2 }, ['hue unknown_parameter']],
    ['one problem for one place', written({ code: '' }), ['code required']],
  ])('%s', (_what, json, expected) => {
    expect(problems(json)).toEqual(expected)
  })
  it('its code, taken by another added text, and the leave that another carries', () => {
    const leaves = [{ code: 'DEUIL', name: { fr: 'deuil', en: 'bereavement' }, limit: { kind: 'legal_length' as const } }]
    const known = withTexts(written({ leaves }), overlaying({}, { code: 'OV', leaves: [{ code: 'REPIT', name: { fr: 'répit', en: 'respite' }, limit: { kind: 'legal_length' } }] }))
    expect(problems(taking('I', '2028-01-01', '2028-12-31'), known)).toEqual(['code code_taken code=I'])
    expect(problems(taking('J', '2028-01-01', '2028-12-31', 'I', { leaves }), known)).toEqual(['leaves.0.code leave_code_taken code=DEUIL'])
    expect(problems(taking('J', '2028-01-01', '2028-12-31', 'I', { leaves: [{ code: 'REPIT', name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' } }] }), known)).toEqual(['leaves.0.code leave_code_taken code=REPIT'])
    expect(problems(taking('J', '2028-01-01', '2028-12-31', 'I', { leaves: [{ code: 'AUTRE', name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' } }] }), known)).toEqual([])
  })
})

describe('what stands just within what is admitted', () => {
  it.each<[string, AddedTextJson]>([
    ['a text of one day', taking('I', '2027-01-01', '2027-01-01')],
    ['a text that completes one of the eve', taking('I', '2026-01-02', '2026-12-31')],
    ['a text that ends on the eve of the next', taking('I', '2025-06-01', '2025-12-31', 'F')],
    ['an overlay alone', overlaying({ changes: { work: { minimumDays: 4 } } })],
    ['an uprating alone, of the first day of its series', written({ agreement: null, upratings: [{ figure: 'areMinimum', from: '2010-07-01', value: '27.30' }] })],
    ['a rate of one', written({ upratings: [{ figure: 'areRate', from: '2027-01-01', value: '1.00' }] })],
    ['one day for two figures, and two days for one', written({ upratings: [{ figure: 'areMinimum', from: '2027-01-01', value: '33.00' }, { figure: 'trainingFloor', from: '2027-01-01', value: '23.00' }, { figure: 'areMinimum', from: '2027-07-01', value: '34.00' }] })],
    ['a leave with an overlay alone', overlaying({}, { leaves: [{ code: 'DEUIL', name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' } }] })],
    ['a code of twelve signs', written({ code: 'AVENANT-12-B' })],
  ])('%s', (_what, json) => {
    expect(problems(json)).toEqual([])
  })
  it.each<[string, unknown, string]>([
    ['a code of thirteen signs', written({ code: 'AVENANT-12-BB' }), 'code not_a_code'],
    ['a code that opens with a figure', written({ code: '1A' }), 'code not_a_code'],
    ['a code with a blank before', written({ code: ' A' }), 'code not_a_code'],
    ['a code that is a number', written({ code: 3 as never }), 'code required'],
    ['a code that is missing', { ...written(), code: undefined }, 'code required'],
    ['a title of two hundred and one letters', written({ title: { fr: 'x'.repeat(201), en: 'x' } }), 'title.fr too_long'],
    ['a title in two lines', written({ title: { fr: 'a\nb', en: 'x' } }), 'title.fr not_text'],
    ['a title that begins with a sign of control', written({ title: { fr: '\u0007b', en: 'x' } }), 'title.fr not_text'],
    ['a title that ends with one', written({ title: { fr: 'b\u0007', en: 'x' } }), 'title.fr not_text'],
    ['a missing title in English', written({ title: { fr: 'a' } as never }), 'title.en required'],
    ['a title of blanks', written({ title: { fr: '  ', en: 'x' } }), 'title.fr required'],
    ['a missing source', { ...written(), source: undefined }, 'source required'],
    ['a text that completes nothing', taking('I', '2027-01-01', '2027-12-31', ''), 'agreement.inherits required'],
    ['a text that completes what has no code', taking('I', '2027-01-01', '2027-12-31', 'x'.repeat(13)), 'agreement.inherits unknown_parent'],
    ['a text whose parent is missing', written({ agreement: { from: '2027-01-01', to: '2027-12-31' } as never }), 'agreement.inherits required'],
    ['a family of another year', overlaying({ family: '2019' }), 'overlay.family wrong_form'],
    ['a confidence of another letter', written({ confidence: 'X' as never }), 'confidence wrong_form'],
    ['an article of no rule', written({ articles: { 'R-999': 'art. 1' } as never }), 'articles.R-999 unknown_rule'],
    ['an uprating without a value', written({ upratings: [{ figure: 'areMinimum', from: '2027-01-01' } as never] }), 'upratings.0.value required'],
    ['an uprating in words', written({ upratings: [{ figure: 'areMinimum', from: '2027-01-01', value: 'x33.00' }] }), 'upratings.0.value impossible_value'],
    ['an uprating with a blank', written({ upratings: [{ figure: 'areMinimum', from: '2027-01-01', value: '33.00 ' }] }), 'upratings.0.value impossible_value'],
    ['thirteen leaves', written({ leaves: Array.from({ length: 13 }, (_, index) => ({ code: `L${index}`, name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' as const } })) }), 'leaves too_many'],
    ['sixty-one upratings', written({ upratings: Array.from({ length: 61 }, (_, index) => ({ figure: 'areMinimum' as const, from: `20${27 + index}-01-01`, value: '33.00' })) }), 'upratings too_many'],
    ['a parameter that running files do not listen to', overlaying({ changes: { cspMonths: 13 } }), 'overlay.changes.cspMonths overlay_parameter'],
  ])('not %s', (_what, json, expected) => {
    expect(problems(json).map((problem) => problem.split(' ').slice(0, 2).join(' '))).toContain(expected)
  })
  it('what running files listen to is not refused in an overlay, of either family', () => {
    expect(problems(overlaying({ changes: { jobThreshold: { kind: 'from', months: 4 }, trialReturn: 'none', work: { minimumDays: 5 }, extensions: { carer: null } } }))).toEqual([])
    expect(problems(overlaying({ family: '2011', changes: { work: { minimumDays: 5 } } }))).toEqual([])
  })
  it('twelve leaves and sixty upratings', () => {
    expect(problems(written({ leaves: Array.from({ length: 12 }, (_, index) => ({ code: `L${index}`, name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' as const } })) }))).toEqual([])
    expect(problems(written({ upratings: Array.from({ length: 60 }, (_, index) => ({ figure: 'areMinimum' as const, from: `20${27 + index}-01-01`, value: '33.00' })) }))).toEqual([])
  })
})

describe('what is told without refusing', () => {
  it('a gap, from the day after the last known text', () => {
    expect(notices(taking('I', '2027-01-01', '2027-12-31'))).toEqual([])
    expect(notices(taking('I', '2027-01-02', '2027-12-31'))).toEqual(['agreement.from gap from=2027-01-01 to=2027-01-01'])
    expect(notices(taking('I', '2015-01-10', '2015-01-31', 'A0'))).toEqual(['agreement.from gap from=2015-01-01 to=2015-01-09'])
  })
  it('the procedures it takes over: of the last text before it, not of those long over', () => {
    expect(notices(taking('I', '2026-12-31', '2027-12-31'))).toEqual(['agreement.from takes_over code=H from=2026-12-31 to=2026-12-31'])
    expect(notices(taking('I', '2026-01-02', '2026-12-31'))).toEqual(['agreement.from takes_over code=H from=2026-01-02 to=2026-12-31'])
    // A long text and a short one within it: what comes after both begins where the longest ends.
    const long = withTexts(taking('LONG', '2027-01-01', '2030-12-31'), taking('SHORT', '2028-01-01', '2028-12-31', 'LONG'))
    expect(notices(taking('K', '2031-01-01', '2031-12-31', 'LONG'), long)).toEqual([])
    expect(notices(taking('K', '2029-01-01', '2029-12-31', 'LONG'), long)).toEqual([])
  })
  it('articles that are not given, where something is changed', () => {
    expect(notices(overlaying({ changes: { work: { minimumDays: 4 } } }))).toEqual(['articles no_article'])
    expect(notices(overlaying({}))).toEqual([])
    expect(notices(written({ leaves: [{ code: 'DEUIL', name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' } }] }))).toEqual(['articles no_article'])
    expect(notices(written({ leaves: [{ code: 'DEUIL', name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' } }], articles: { 'R-404': 'art. 2' } }))).toEqual([])
  })
  it('a figure of the same series and day that it replaces', () => {
    const uprating = (figure: 'areMinimum' | 'highestAllowance', from: string) => written({ agreement: null, upratings: [{ figure, from, value: '33.00' }] })
    expect(notices(uprating('areMinimum', '2025-07-01'))).toEqual(['upratings.0.from uprating_replaces from=2025-07-01'])
    expect(notices(uprating('highestAllowance', '2025-07-01'))).toEqual([])
    expect(notices(uprating('areMinimum', '2025-07-02'))).toEqual([])
  })
})

describe('texts laid one over the other', () => {
  const governing = (texts: Texts, engagedOn: string, path: 'employer' | 'experiment' = 'employer') => {
    const selection = selectText(texts, day(engagedOn), path, null)
    if (selection.kind === 'hole') throw new Error(`no text on ${engagedOn}`)
    return selection.governing
  }
  it('stand in the order of their days, whatever order they are given in', () => {
    const texts = withTexts(taking('J', '2028-01-01', '2028-12-31'), taking('I', '2027-01-01', '2027-12-31'))
    expect(texts.agreements.map(({ code }) => code).slice(-3)).toEqual(['H', 'I', 'J'])
    expect(texts.overlays.map(({ code }) => code)).toEqual(['A1', 'A2', 'A3', 'TRAVAIL-2015'])
  })
  it('take the family of the text they complete, down the line', () => {
    const texts = withTexts(taking('OLD', '2015-01-02', '2015-01-10', 'A0'), taking('OLDER', '2015-01-11', '2015-01-20', 'OLD'), taking('I', '2027-01-01', '2027-12-31'), taking('J', '2028-01-01', '2028-12-31', 'I'))
    expect(['OLD', 'OLDER', 'I', 'J'].map((code) => texts.agreements.find((agreement) => agreement.code === code)?.family)).toEqual(['2011', '2011', '2015', '2015'])
  })
  it('carry their words and their sureness, and nothing that they do not change', () => {
    const [added] = withTexts(written({ confidence: 'L', articles: { 'R-014': 'art. 1' } })).agreements.slice(-1)
    expect(added).toMatchObject({ confidence: 'L', source: 'Avenant d’essai', inherits: 'H', changes: {}, added: { title: { fr: 'Avenant d’essai', en: 'Test amendment' }, articles: { 'R-014': 'art. 1' } } })
    expect(Object.keys(added?.changes ?? {})).toEqual([])
    expect(addedTitles(withTexts(written(), overlaying({}, { code: 'OV', title: { fr: 'b', en: 'c' } })))).toEqual({ I: { fr: 'Avenant d’essai', en: 'Test amendment' }, OV: { fr: 'b', en: 'c' } })
  })
  it('overlays count from their own days, the latest over the earliest, in whatever order they are written', () => {
    const at = (from: string, minimumDays: number, code: string) => overlaying({ from, changes: { work: { minimumDays } } }, { code })
    const texts = withTexts(at('2026-06-01', 6, 'JUNE'), at('2026-03-01', 4, 'MARCH'))
    const shown = governing(texts, '2026-01-15')
    expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map((on) => parametersOn(shown, day(on)).work.minimumDays)).toEqual([3, 4, 4, 6])
    expect(shown.base.work.minimumDays).toBe(3)
  })
  it('an overlay reaches procedures engaged from its day, of its path', () => {
    const texts = withTexts(overlaying({ engagedFrom: '2026-02-10', changes: { work: { minimumDays: 4 } } }, { code: 'FROM' }), overlaying({ path: 'experiment', changes: { work: { maxCount: 2 } } }, { code: 'EXP' }))
    const names = (engagedOn: string, path: 'employer' | 'experiment') => governing(texts, engagedOn, path).overlays.map(({ code }) => code)
    expect([names('2026-02-09', 'employer'), names('2026-02-10', 'employer'), names('2026-02-09', 'experiment'), names('2026-02-10', 'experiment')]).toEqual([[], ['FROM'], ['EXP'], ['FROM', 'EXP']])
  })
  it('each set of overlays is worked out once, and never taken for another', () => {
    const texts = withTexts(overlaying({ path: 'experiment', changes: { work: { minimumDays: 4 } } }, { code: 'EXP' }))
    expect(governing(texts, '2026-01-15')).toBe(governing(texts, '2026-02-15'))
    expect(governing(texts, '2026-01-15', 'experiment')).not.toBe(governing(texts, '2026-01-15'))
    expect(governing(texts, '2026-01-15')).not.toBe(governing(shippedTexts, '2026-01-15'))
    expect(textsWith(shippedTexts, [])).toBe(shippedTexts)
  })
  it('articles come down the line of texts, the nearest first, then from the overlays', () => {
    const texts = withTexts(
      taking('I', '2027-01-01', '2027-12-31', 'H', { articles: { 'R-014': 'I art. 1', 'R-300': 'I art. 2' } }),
      taking('J', '2028-01-01', '2028-12-31', 'I', { articles: { 'R-300': 'J art. 2' } }),
      overlaying({}, { code: 'OV', articles: { 'R-400': 'OV art. 3' } }),
    )
    expect(governing(texts, '2028-03-01').articles).toEqual({ 'R-014': 'I art. 1', 'R-300': 'J art. 2', 'R-400': 'OV art. 3' })
    expect(governing(texts, '2027-03-01').articles).toEqual({ 'R-014': 'I art. 1', 'R-300': 'I art. 2', 'R-400': 'OV art. 3' })
    expect(governing(shippedTexts, '2026-03-01').articles).toEqual({})
  })
  it('leaves are known by their names, from the text or from an overlay; none where none is added', () => {
    const leave = (code: string, name: string) => [{ code, name: { fr: name, en: `${name} (en)` }, limit: { kind: 'legal_length' as const } }]
    const texts = withTexts(written({ leaves: leave('DEUIL', 'deuil') }), taking('J', '2028-01-01', '2028-12-31', 'I', { leaves: leave('REPIT', 'répit') }), overlaying({ from: '2028-06-01', engagedFrom: '2028-01-01' }, { code: 'OV', leaves: leave('AUTRE', 'autre') }))
    expect(governing(texts, '2027-03-01').leaves).toEqual({ DEUIL: { fr: 'deuil', en: 'deuil (en)' } })
    expect(governing(texts, '2028-03-01').leaves).toEqual({ DEUIL: { fr: 'deuil', en: 'deuil (en)' }, REPIT: { fr: 'répit', en: 'répit (en)' }, AUTRE: { fr: 'autre', en: 'autre (en)' } })
    expect(governing(shippedTexts, '2026-03-01').leaves).toBeNull()
  })
  it('changes complete the parts of what is inherited, and leave the rest', () => {
    const h = parametersOf(shippedTexts, shippedTexts.agreements.at(-1)!)
    expect(withChanges(h, {})).toEqual(h)
    expect(withChanges(h, { work: { minimumDays: 5 } })).toEqual({ ...h, work: { ...h.work, minimumDays: 5 } })
    expect(withChanges(h, { affiliation: { days: 90 } }).affiliation).toEqual({ ...h.affiliation, days: 90 })
    expect(withChanges(h, { affiliation: null }).affiliation).toBeNull()
    expect(withChanges(h, { extensions: { carer: null, sickness: { kind: 'legal_length' } } }).extensions).toEqual({ ...h.extensions, carer: undefined, sickness: { kind: 'legal_length' } })
    expect(Object.keys(withChanges(h, { extensions: { carer: null } }).extensions)).not.toContain('carer')
    const leave = { name: { fr: 'a', en: 'b' }, limit: { kind: 'legal_length' as const } }
    expect(withChanges({ ...h, addedLeaves: { DEUIL: leave } }, { addedLeaves: { REPIT: leave } }).addedLeaves).toEqual({ DEUIL: leave, REPIT: leave })
  })
  it('a JSON form keeps absent parts absent', () => {
    const json = (text: AddedTextJson) => addedTextJson(addedTextSchema.parse(text))
    expect(json(overlaying({}))).toMatchObject({ agreement: null, overlay: { from: '2026-03-01', engagedFrom: null } })
    expect(json(written())).toMatchObject({ overlay: null, agreement: { from: '2027-01-01', to: '2027-12-31' } })
    expect(json(written({ agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'H', changes: { ownReferenceWageFrom: null } } }))).toMatchObject({ agreement: { changes: { ownReferenceWageFrom: null } } })
  })
})

describe('R-001: the hole in which no text governs', () => {
  const holeOf = (texts: Texts, engagedOn: string) => {
    const selection = selectText(texts, day(engagedOn), 'employer', null)
    if (selection.kind === 'governed') return selection.governing.agreement.code
    const { until, next } = selection.around
    return [selection.hole, until === null ? '' : isoOf(until), next === null ? '' : isoOf(next)].join(' ')
  }
  it.each([
    ['2011-08-31', 'before_first_text  2011-09-01'],
    ['2011-09-01', 'A0'],
    ['2015-01-01', 'between_texts 2014-12-31 2015-02-01'],
    ['2015-01-31', 'between_texts 2014-12-31 2015-02-01'],
    ['2015-02-01', 'B'],
    ['2026-12-31', 'H'],
    ['2027-01-01', 'after_last_text 2026-12-31 '],
  ])('on %s: %s', (engagedOn, expected) => {
    expect(holeOf(shippedTexts, engagedOn)).toBe(expected)
  })
  it('names the nearest day of a text on either side, whichever text ends last or begins first', () => {
    const texts = withTexts(taking('LATER', '2029-01-01', '2029-12-31'), taking('LONG', '2027-01-01', '2028-06-30'), taking('SHORT', '2027-02-01', '2027-03-31', 'LONG'))
    expect(holeOf(texts, '2028-10-01')).toBe('between_texts 2028-06-30 2029-01-01')
    expect(holeOf(texts, '2011-01-01')).toBe('before_first_text  2011-09-01')
    expect(holeOf(texts, '2030-01-01')).toBe('after_last_text 2029-12-31 ')
    expect(holeOf(texts, '2028-07-01')).toBe('between_texts 2028-06-30 2029-01-01')
    expect(holeOf(texts, '2028-12-31')).toBe('between_texts 2028-06-30 2029-01-01')
  })
  it('a code that a person names is heard only there', () => {
    const named = (engagedOn: string, code: string) => {
      const selection = selectText(shippedTexts, day(engagedOn), 'employer', code)
      return selection.kind === 'governed' ? [selection.governing.agreement.code, selection.chosen] : selection.hole
    }
    expect([named('2015-01-15', 'B'), named('2015-02-01', 'A0'), named('2027-06-01', 'H'), named('2027-06-01', 'Z')]).toEqual([['B', true], ['B', false], ['H', true], 'after_last_text'])
  })
})

describe('figures before their first day', () => {
  it('nothing is estimated before every series has begun', () => {
    const { figures } = shippedTexts
    // The highest allowance is known from January 2011 only, the other series from July 2010.
    expect(['2010-06-30', '2010-07-01', '2010-12-31', '2011-01-01'].map((on) => figuresReach(figures, day(on)))).toEqual([false, false, false, true])
    expect(() => figureOn(figures.highestAllowance, day('2010-12-31'))).toThrow(RangeError)
    expect(figureOn(figures.highestAllowance, day('2011-01-01')).value).toBe('222.38')
  })
  it('a file is derived all the same, without estimates', () => {
    const record = { frame: { ...frame('2010-06-01'), chosenRegime: 'A0', sjr: '80.00' }, facts: [fact(['proposal_handed_over', '2010-06-01']), fact(['accepted', '2010-06-05'])] }
    expect(derive(record, shippedTexts, PLAIN_SETTINGS, day('2010-08-01')).dates.cspStart).not.toBeNull()
  })
})
