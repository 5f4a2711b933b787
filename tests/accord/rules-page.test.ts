import { describe, expect, it } from 'vitest'
import { articleOf, chapterOf, citationsOf, contradictions, isoOf, RULE_CHAPTERS, RULE_IDS, ruleEntries, ruleEntry, shippedTexts, type RuleId, type Texts } from '@/lib/accord/index.ts'
import { shortArticle } from '@/lib/accord/rules/articles.ts'
import { FIELDS_SHOWN, parameterTable, rulesChangedBy, type ParameterColumn, type ParameterTable, type ParameterValue } from '@/lib/accord/rules/parameters.ts'
import { addedTextSchema, textsWith, type AddedTextJson } from '@/lib/accord/texts/added.ts'
import { parametersOf } from '@/lib/accord/texts/governing.ts'

/* What the rules page tells of the law itself: what each text fixes for a rule, how sure it is, where texts disagree. */

const valueText = (value: ParameterValue): string => {
  if (!('value' in value)) return value.kind
  if (value.kind === 'engaged_from') return `from ${isoOf(value.value)}`
  return value.kind === 'choice' ? value.value : `${value.value} ${value.kind}`
}
const columnText = (column: ParameterColumn): string => {
  if (column.kind === 'overlay') return `+${column.code} from ${isoOf(column.from)}${column.engagedFrom === null ? '' : ` engaged ${isoOf(column.engagedFrom)}`}`
  if (column.all) return 'all'
  return column.first === column.last ? column.first : `${column.first} to ${column.last}`
}
const shown = ({ columns, rows }: ParameterTable): readonly string[] => [
  columns.map(columnText).join(' | '),
  ...rows.map(({ label, values }) => `${'name' in label ? label.name : `${label.leave.fr}/${label.leave.en}`}: ${values.map(valueText).join(' | ')}`),
]

/** The matrix of the texts (rules.md §1.3), as it stands on the page of each rule. */
type PageTable = readonly [rule: RuleId, columns: string, ...rows: readonly string[]]
const TABLES: readonly PageTable[] = [
  ['R-010', 'all', 'reflection: 21 days'],
  ['R-013', 'A0 | B to H', 'franceTravailStart: last_day_of_reflection | day_after_reflection'],
  ['R-014', 'A0 | B to H', 'length: 12 months | 12 months', 'ceiling: none | 15 months'],
  ['R-016', 'A0 | B to H', 'claims: none | 2 years'],
  ['R-017', 'A0 | B to H', 'workExtends: no | yes'],
  ['R-101', 'all', 'fullSeniority: 1 years'],
  ['R-102', 'A0 to C | D to F | G to H', 'affiliationDays: none | 88 days | 88 days', 'affiliationHours: none | 610 hours | 610 hours', 'affiliationWindow: none | 24 months | 24 months', 'affiliationOlder: none | 36 months | 36 months', 'affiliationAge: none | 53 from_age | 55 from_age'],
  ['R-105', 'all | +A2 from 2013-01-11', 'experimentBonus: none | 1000.00 euros'],
  ['R-120', 'A0 | B to H', 'twoSteps: no | yes'],
  ['R-130', 'all', 'reflection: 21 days'],
  ['R-141', 'all', 'contest: 12 months'],
  ['R-150', 'all', 'penalty: 2 months', 'penaltyIfJoined: 3 months'],
  ['R-151', 'all', 'noticeContribution: 3 months'],
  ['R-152', 'A0 | B to H', 'trainingHours: yes | no'],
  ['R-200', 'A0 | B to H', 'aspRate: 0.80 share | 0.75 share', 'aspCapped: no | yes'],
  ['R-201', 'all', 'fullSeniority: 1 years'],
  ['R-203', 'A0 to C | D to H', 'ownReferenceWage: none | from 2021-10-01'],
  ['R-208', "A0 to B' | C to H", 'extensionSickness: none | 4 months'],
  ['R-301', 'all', 'preBilan: 8 days'],
  ['R-302', "A0 to B' | C to H", 'plan: 1 months | 1 months', 'twoSignatures: no | yes'],
  ['R-306', 'A0 | B to H', 'month4Review: no | yes'],
  ['R-307', "A0 to B' | C to H", 'finalInterview: none | 2 months'],
  ['R-308', "A0 to D' | E to H", 'termLetter: none | 30 days'],
  ['R-309', 'all', 'followUp: 6 months'],
  ['R-400', 'A0 | +A1 from 2012-02-03 | +TRAVAIL-2015 from 2015-03-01 | B to H', 'workLeast: 1 months | 14 days | 3 days | 3 days', 'workCount: 2 count | unlimited | unlimited | unlimited', 'workValidated: no | no | yes | yes', 'workReviewed: no | no | yes | yes', 'workTotal: 3 months | 6 months | 6 months | 6 months'],
  ['R-402', 'A0 | +A1 from 2012-02-03 | +TRAVAIL-2015 from 2015-03-01 | B to H', 'workTotal: 3 months | 6 months | 6 months | 6 months', 'workTotalDays: 92 days | 183 days | 183 days | 183 days', 'workWarnAbove: none | 122 days | none | none'],
  ['R-403', 'A0 | B to H', 'ceiling: none | 15 months', 'workExtends: no | yes', 'workExtension: none | 3 months'],
  ['R-404', "A0 to B' | C | D to E' | F to H", 'extensionSickness: none | 4 months | 4 months | 4 months', 'extensionMaternity: none | legal_length | legal_length | legal_length', 'extensionPaternity: none | none | legal_length | legal_length', 'extensionAdoption: none | none | legal_length | legal_length', 'extensionCarer: none | none | legal_length | legal_length', 'extensionParentalPresence: none | none | none | legal_length'],
  ['R-410', 'A0 | +A1 from 2012-02-03 | B to H', 'jobThreshold: any_job | 3 over_months | 6 from_months'],
  ['R-411', 'A0 | +A1 from 2012-02-03 | +TRAVAIL-2015 from 2015-03-01 | B to H', 'workEndsAt: any_job | 3 over_months | 6 from_months | 6 from_months'],
  ['R-412', 'A0 | +A1 from 2012-02-03 | B to H', 'trialReturn: none | same_term | remaining_duration'],
  ['R-500', 'A0 | B to H', 'bonus: no | yes'],
  ['R-501', "A0 | B to B' | C | D to H", 'bonusWindow: none | 10 months | 10 months | 10 months', 'bonusStretched: no | no | no | yes', 'bonusClaim: none | 30 days | 30 days | 30 days', 'excludesAre: no | no | yes | yes'],
  ['R-502', 'A0 | B to H', 'bonusSecond: none | 3 months', 'bonusShare: none | 0.50 share'],
  ['R-510', "A0 | B to B' | C to H", 'excludesAre: no | no | yes', 'wageGapShare: 0.50 share | 0.50 share | 0.50 share', 'wageGapLoss: 0.15 share | any_loss | any_loss', 'wageGapMonths: 12 months | 12 months | 12 months'],
  ['R-511', 'A0 | B to H', 'bonusShare: none | 0.50 share'],
  ['R-601', 'A0 | B to H', 'breachTakes: allowance | contract', 'falseStatement: no | yes'],
]

describe('what each text fixes for a rule', () => {
  it.each(TABLES.map(([rule, ...wanted]) => [rule, wanted] as const))('%s', (rule, wanted) => {
    expect(shown(parameterTable(rule, shippedTexts))).toEqual(wanted)
  })
  it('no table where no text fixes a figure', () => {
    const without = RULE_IDS.filter((rule) => !TABLES.some(([told]) => told === rule))
    expect(without.map((rule) => parameterTable(rule, shippedTexts))).toEqual(without.map(() => ({ columns: [], rows: [] })))
  })
  it('every parameter of a text stands on some page', () => {
    const parameters = parametersOf(shippedTexts, shippedTexts.agreements.at(-1)!)
    expect([...FIELDS_SHOWN].toSorted()).toEqual(Object.keys(parameters).toSorted())
  })
})

describe('what each text fixes for a rule, texts added', () => {
  const written = (more: Partial<AddedTextJson>): AddedTextJson => ({ code: 'I', title: { fr: 'Avenant', en: 'Amendment' }, source: 'Avenant', ...more })
  const withTexts = (...texts: readonly AddedTextJson[]): Texts => textsWith(shippedTexts, texts.map((text) => addedTextSchema.parse(text)))
  const table = (rule: RuleId, ...texts: readonly AddedTextJson[]) => shown(parameterTable(rule, withTexts(...texts)))
  const agreement = (changes: object, more: Partial<AddedTextJson> = {}) => written({ agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'H', changes }, ...more })

  it('a prorogation stands with the text it prolongs, a change in a column of its own', () => {
    expect(table('R-301', agreement({}))).toEqual(['all', 'preBilan: 8 days'])
    expect(table('R-301', agreement({ preBilanDays: 10 }))).toEqual(['A0 to H | I', 'preBilan: 8 days | 10 days'])
    expect(table('R-014', agreement({ ceilingMonths: null }))).toEqual(['A0 | B to H | I', 'length: 12 months | 12 months | 12 months', 'ceiling: none | 15 months | none'])
  })
  it('an overlay stands after the text whose running files it reaches first, and only on the pages it touches', () => {
    const overlay = (from: string, changes: object, code = 'OV', more: object = {}) => written({ code, overlay: { from, changes, ...more } })
    expect(table('R-412', overlay('2026-03-01', { trialReturn: 'none' }))).toEqual(['A0 | +A1 from 2012-02-03 | B to H | +OV from 2026-03-01', 'trialReturn: none | same_term | remaining_duration | none'])
    expect(table('R-301', overlay('2026-03-01', { trialReturn: 'none' }))).toEqual(['all', 'preBilan: 8 days'])
    expect(table('R-412', overlay('2026-03-01', { trialReturn: 'none' }, 'OV', { engagedFrom: '2026-02-01' }))[0]).toBe('A0 | +A1 from 2012-02-03 | B to H | +OV from 2026-03-01 engaged 2026-02-01')
    expect(table('R-412', overlay('2014-06-01', { trialReturn: 'none' }, 'OV', { family: '2011' }))).toEqual(['A0 | +A1 from 2012-02-03 | +OV from 2014-06-01 | B to H', 'trialReturn: none | same_term | none | remaining_duration'])
  })
  it('overlays complete one another in the order of their days, each of its own family', () => {
    const two = [written({ code: 'LATE', overlay: { from: '2026-06-01', changes: { work: { maxCount: 4 } } } }), written({ code: 'EARLY', overlay: { from: '2026-03-01', changes: { work: { minimumDays: 5 } } } })]
    const rows = table('R-400', ...two)
    expect(rows[0]).toBe('A0 | +A1 from 2012-02-03 | +TRAVAIL-2015 from 2015-03-01 | B to H | +EARLY from 2026-03-01 | +LATE from 2026-06-01')
    expect(rows.slice(1, 3)).toEqual(['workLeast: 1 months | 14 days | 3 days | 3 days | 5 days | 5 days', 'workCount: 2 count | unlimited | unlimited | unlimited | unlimited | 4 count'])
  })
  it('R-404: a leave that an added text names has its row, with both its names', () => {
    const leaves = [{ code: 'DEUIL', name: { fr: 'deuil', en: 'bereavement' }, limit: { kind: 'months' as const, months: 2 } }]
    expect(table('R-404', agreement({}, { leaves })).at(-1)).toBe('deuil/bereavement: none | none | none | none | 2 months')
    expect(table('R-404', agreement({}, { leaves }))[0]).toBe("A0 to B' | C | D to E' | F to H | I")
    const overlaid = table('R-404', written({ code: 'OV', overlay: { from: '2026-03-01' }, leaves }))
    expect([overlaid[0], overlaid.at(-1)]).toEqual(["A0 to B' | C | D to E' | F to H | +OV from 2026-03-01", 'deuil/bereavement: none | none | none | none | 2 months'])
    expect(table('R-403', agreement({}, { leaves }))).toEqual(['A0 | B to I', 'ceiling: none | 15 months', 'workExtends: no | yes', 'workExtension: none | 3 months'])
  })
  it('says which rules a change touches, in the order of the catalogue', () => {
    expect(rulesChangedBy({})).toEqual([])
    expect(rulesChangedBy({ incentiveShare: '0.40' })).toEqual(['R-502', 'R-510', 'R-511'])
    expect(rulesChangedBy({ cspMonths: 13, reflectionDays: 15 })).toEqual(['R-010', 'R-014', 'R-130'])
    expect(rulesChangedBy({ addedLeaves: {} })).toEqual(['R-404'])
  })
})

describe('how sure each rule is', () => {
  const of = (confidence: string) => ruleEntries('fr').filter((entry) => entry.confidence === confidence).map(({ id }) => id)
  it('no source was found for three; secondary sources say thirty-seven; the text of the others was read', () => {
    expect(of('L')).toEqual(['R-152', 'R-305', 'R-710'])
    expect(of('M')).toEqual([
      'R-002', 'R-010', 'R-015', 'R-016', 'R-017', 'R-018', 'R-100', 'R-102', 'R-103', 'R-104', 'R-105', 'R-113', 'R-115', 'R-118', 'R-119', 'R-141', 'R-201', 'R-203', 'R-204',
      'R-207', 'R-208', 'R-302', 'R-306', 'R-307', 'R-400', 'R-402', 'R-404', 'R-410', 'R-412', 'R-414', 'R-501', 'R-502', 'R-510', 'R-511', 'R-600', 'R-603', 'R-702',
    ])
    expect(of('H').length).toBe(RULE_IDS.length - 3 - 37)
  })
  it('each entry says the day on which it was last held against its sources', () => {
    expect(new Set(ruleEntries('en').map(({ checkedOn }) => isoOf(checkedOn)))).toEqual(new Set(['2026-11-22']))
  })
  it('chapters go by the number of the rule', () => {
    expect([...RULE_CHAPTERS]).toEqual(['texts', 'dates', 'proposal', 'employer', 'allowance', 'support', 'work', 'incentives', 'exit', 'governance'])
    const first = new Map(RULE_CHAPTERS.map((chapter) => [chapter, RULE_IDS.find((id) => chapterOf(id) === chapter)]))
    expect([...first.values()]).toEqual(['R-001', 'R-010', 'R-100', 'R-150', 'R-200', 'R-300', 'R-400', 'R-500', 'R-600', 'R-700'])
    const last = new Map(RULE_CHAPTERS.map((chapter) => [chapter, RULE_IDS.findLast((id) => chapterOf(id) === chapter)]))
    expect([...last.values()]).toEqual(['R-003', 'R-018', 'R-142', 'R-153', 'R-208', 'R-311', 'R-414', 'R-511', 'R-604', 'R-710'])
  })
  it('the words of an entry are those of its language', () => {
    expect(ruleEntry('R-301', 'fr').title).not.toBe(ruleEntry('R-301', 'en').title)
    // French typography is laid over French words only: a space before a colon in one, none in the other.
    expect(ruleEntries('fr').some(({ statement }) => statement.includes('\u00A0:'))).toBe(true)
    expect(ruleEntries('en').filter(({ statement }) => / [:;!?]/u.test(statement))).toEqual([])
  })
})

describe('where the texts disagree', () => {
  const RULES_TOUCHED: readonly (readonly [string, ...RuleId[]])[] = [
    ['X-01', 'R-001'], ['X-02', 'R-001'], ['X-03', 'R-111', 'R-112'], ['X-04', 'R-205', 'R-400'], ['X-05', 'R-100'], ['X-06', 'R-150'], ['X-07', 'R-400'], ['X-08', 'R-410', 'R-411', 'R-501'], ['X-09', 'R-510'],
    ['X-10', 'R-017', 'R-403'], ['X-11', 'R-115'], ['X-12', 'R-404'], ['X-13', 'R-205', 'R-208'], ['X-14', 'R-101'], ['X-15', 'R-102'], ['X-16', 'R-601'], ['X-17', 'R-201'], ['X-18', 'R-402'],
  ]
  it.each(['fr', 'en'] as const)('%s: each is told with what is applied here, and with the rules it touches', (locale) => {
    const told = contradictions(locale)
    expect(told.map(({ id, rules }) => [id, ...rules])).toEqual(RULES_TOUCHED)
    for (const { id, conflict, choice } of told) {
      expect(`${id} ${conflict}`).toMatch(/ \p{Lu}.{60,}\.$/u)
      expect(`${id} ${choice}`).toMatch(/ [\p{Lu}\d].{5,}\.$/u)
    }
    expect(new Set(told.map(({ conflict }) => conflict)).size).toBe(18)
  })
  it('each language in its own typography', () => {
    const [french, english] = [contradictions('fr'), contradictions('en')]
    expect(french.map(({ choice }) => choice)).not.toEqual(english.map(({ choice }) => choice))
    expect(french.filter(({ conflict, choice }) => / [:;]/u.test(conflict + choice))).toEqual([])
    expect(english.filter(({ conflict, choice }) => /\u00A0[:;]/u.test(conflict + choice))).toEqual([])
  })
})

describe('the article that is cited', () => {
  it('is that of the latest text at or before the file’s own, of the latest of all where no text governs or a later one does', () => {
    expect(['A0', 'B', "B'", 'C', 'D', 'H', 'I', null].map((code) => articleOf('R-302', code))).toEqual([
      'ANI 2011 art. 13 al. 4', 'Conv. 2015 art. 9 §1 et 10', 'Conv. 2015 art. 9 §1 et 10', ...Array.from({ length: 5 }, () => 'Av. 4 ; Conv. 2015 art. 9 §1'),
    ])
  })
  it('is that of an added text for the rules it names', () => {
    const regime = { code: 'I', articles: { 'R-302': 'Av. 12 art. 2' } }
    expect([articleOf('R-302', regime), articleOf('R-301', regime), articleOf('R-301', { code: 'A0' }), articleOf('R-301', { code: null })]).toEqual(['Av. 12 art. 2', 'Conv. 2015 art. 9 §1', 'ANI 2011 art. 13 al. 2', 'Conv. 2015 art. 9 §1'])
  })
  it('for a rule that began with a later text, is its first one under those before', () => {
    const begun = RULE_IDS.filter((rule) => citationsOf(rule)[0]?.since !== null && citationsOf(rule)[0]?.since !== 'A0')
    for (const rule of begun) expect([rule, articleOf(rule, 'A0')]).toEqual([rule, citationsOf(rule)[0]?.article])
    expect(begun).toContain('R-307')
  })
  it('is the same under every text where the law itself says it', () => {
    expect(citationsOf('R-113')).toEqual([{ since: null, article: 'CT L1233-67 ; Cass. soc. 11 sept. 2024 n° 22-18.629' }])
    expect(articleOf('R-113', 'A0')).toBe(articleOf('R-113', 'H'))
    expect(citationsOf('R-302').map(({ since }) => since)).toEqual(['A0', 'B', 'C'])
  })
  it.each([
    ['Av. 12 du 3 mars 2027', 'avenant n° 12'],
    ['ANI 2011 art. 13 al. 4', 'art. 13 al. 4'],
    ['D. 2013-639 art. 2', 'art. 2'],
    ['Circulaire ; Cass. soc. 15 févr. 2023', 'Circulaire'],
    ['CT L1233-67 ; voir ANI', 'CT L1233-67'],
    ['Conv. 2015 art. 9 §1 et §2', 'art. 9 § 1 et § 2'],
    ['Conv. 2015 art. 9§1', 'art. 9 § 1'],
    ['Conv. 2015 art. 9 § 1', 'art. 9 § 1'],
    ['Accord\u00A0; Conv. 2015 art. 3', 'art. 3'],
    ['voir Av. 4', 'voir Av. 4'],
  ])('%s is short as %s', (citation, short) => {
    expect(shortArticle(citation).replaceAll('\u00A0', ' ')).toBe(short)
  })
  it('never breaks between an article and its number', () => {
    expect(shortArticle('Conv. 2015 art. 9 §1')).toBe('art.\u00A09\u00A0§\u00A01')
  })
})
