import { describe, expect, it } from 'vitest'
import { articleOf, citationsOf, day, RULE_IDS, ruleEntries, shippedTexts, selectText, wording, type EntryPath } from '@/lib/accord'
import { parametersOn } from '@/lib/accord/texts/governing.ts'
import { alertsOf, datesOf, fileOf, startingOn } from './a-file'

const codeOn = (engagedOn: string, chosen: string | null = null, path: EntryPath = 'employer') => {
  const selection = selectText(shippedTexts, day(engagedOn), path, chosen)
  return selection.kind === 'governed' ? selection.governing.agreement.code : selection.hole
}

describe('R-001: the day the procedure was engaged chooses the text', () => {
  it.each([
    ['2011-08-31', 'before_first_text'],
    ['2011-09-01', 'A0'],
    ['2013-12-31', 'A0'],
    ['2014-01-01', 'A0'],
    ['2014-12-31', 'A0'],
    ['2015-01-01', 'between_texts'],
    ['2015-01-31', 'between_texts'],
    ['2015-02-01', 'B'],
    ['2016-12-31', 'B'],
    ['2017-01-01', "B'"],
    ['2019-06-30', "B'"],
    ['2019-07-01', 'C'],
    ['2021-06-30', 'C'],
    ['2021-07-01', 'D'],
    ['2022-12-31', 'D'],
    ['2023-01-01', "D'"],
    ['2023-01-31', "D'"],
    ['2023-02-01', 'E'],
    ['2023-12-31', 'E'],
    ['2024-01-01', "E'"],
    ['2024-12-31', "E'"],
    ['2025-01-01', 'F'],
    ['2025-03-31', 'F'],
    ['2025-04-01', 'G'],
    ['2025-12-31', 'G'],
    ['2026-01-01', 'H'],
    ['2026-12-31', 'H'],
    ['2027-01-01', 'after_last_text'],
  ])('R-001: a procedure of %s comes under %s', (engagedOn, code) => {
    expect(codeOn(engagedOn)).toBe(code)
  })

  it('R-001: neither hand-over, acceptance nor start moves a file to another text', () => {
    const file = fileOf({ engagedOn: '2025-12-31', facts: [['proposal_handed_over', '2026-01-10'], ['accepted', '2026-01-12']], today: '2026-06-01' })
    expect(file.regime.code).toBe('G')
  })

  it.each(['2011-08-31', '2015-01-01', '2015-01-31', '2027-01-01'])('R-001: in the hole of %s nothing is computed until a person names a text', (engagedOn) => {
    const life = { engagedOn, facts: [['proposal_handed_over', engagedOn], ['accepted', engagedOn]], today: '2027-06-01' } as const
    const left = fileOf(life)
    expect(left.regime.code).toBeNull()
    expect(Object.values(datesOf(left)).every((date) => date === null)).toBe(true)
    expect(left.deadlines).toEqual([])
    expect(left.totals.aspDaysPaid).toBeNull()
    expect(alertsOf(left).some((alert) => alert.startsWith('R-001 hole'))).toBe(true)
    const chosen = fileOf({ ...life, frame: { chosenRegime: 'A0' } })
    expect(chosen.regime.code).toBe('A0')
    expect(datesOf(chosen).cspStart).not.toBeNull()
    expect(alertsOf(chosen)).toContain('R-001 textChosen')
  })

  it('R-001: a code named where the texts leave no hole is not heard, nor one that does not exist', () => {
    expect(codeOn('2025-09-08', 'A0')).toBe('G')
    expect(codeOn('2015-01-15', 'Z')).toBe('between_texts')
  })

  it('R-001: from 1 January to 21 March 2014 the file is of 2011, with an alert', () => {
    const alerts = (engagedOn: string) => alertsOf(fileOf({ engagedOn, facts: [], today: '2014-06-01' }))
    expect(alerts('2013-12-31')).not.toContain('R-001 uncovered2014')
    expect(alerts('2014-01-01')).toContain('R-001 uncovered2014')
    expect(alerts('2014-03-21')).toContain('R-001 uncovered2014')
    expect(alerts('2014-03-22')).not.toContain('R-001 uncovered2014')
  })
})

describe('R-002: overlays change running files', () => {
  const workOn = (engagedOn: string, on: string) => {
    const selection = selectText(shippedTexts, day(engagedOn), 'employer', null)
    return selection.kind === 'governed' ? parametersOn(selection.governing, day(on)).work.name : selection.hole
  }
  it('R-002: work is judged under what is in force on its first day', () => {
    expect(workOn('2011-10-01', '2012-02-02')).toBe('ANI-16')
    expect(workOn('2011-10-01', '2012-02-03')).toBe('ANI-av1')
    expect(workOn('2014-12-01', '2015-02-28')).toBe('ANI-av1')
    expect(workOn('2014-12-01', '2015-03-01')).toBe('Conv-12')
    expect(workOn('2015-02-01', '2015-02-15')).toBe('Conv-12')
  })
  it('R-002: the 2015 overlay gives a file of 2011 its limits, not the longer term', () => {
    const file = startingOn('2014-10-01', [['work_period', '2015-05-01', { to: '2015-06-30' }]], '2015-12-31')
    expect(file.refusals).toEqual([])
    expect(datesOf(file).cspTerm).toBe('2015-09-30')
    expect(file.totals.extensionDays.work).toBe(0)
    expect(file.regime.overlays).toContain('TRAVAIL-2015')
  })
  it('R-002: the overlay on the experiment is named for it alone', () => {
    const overlays = (path: EntryPath) => fileOf({ engagedOn: '2013-02-01', path, facts: [], today: '2013-06-01' }).regime.overlays
    expect(overlays('experiment')).toEqual(['A1', 'A2'])
    expect(overlays('employer')).toEqual(['A1'])
    expect(fileOf({ engagedOn: '2014-05-01', facts: [], today: '2014-06-01' }).regime.overlays).toEqual(['A1', 'A3'])
  })
  it('R-002: overlays are never codes, and are named in the text of the file', () => {
    const file = fileOf({ engagedOn: '2014-05-01', facts: [], today: '2014-06-01' })
    expect(file.regime.code).toBe('A0')
    expect(wording('fr').text(file.regime)).toMatch(/2011.*; avenant.*2012.*; avenants.*2014/)
  })
})

describe('R-003: a file stays under its text to its end', () => {
  it('R-003: a file of B keeps the rules of B when C comes into force', () => {
    const file = startingOn('2019-01-10', [['suspension', '2019-08-01', { to: '2019-08-31' }]], '2019-12-01')
    expect(file.regime.code).toBe("B'")
    expect(datesOf(file).cspTerm).toBe('2020-01-09')
    expect(datesOf(file).finalInterviewFrom).toBeNull()
  })
})

describe('articles', () => {
  it.each([
    ['R-014', 'A0', 'ANI 2011 art. 10'],
    ['R-014', 'H', 'Conv. 2015 art. 6'],
    ['R-301', 'A0', 'ANI 2011 art. 13 al. 2'],
    ['R-301', "B'", 'Conv. 2015 art. 9 §1'],
    ['R-404', 'B', 'Conv. 2015 art. 6'],
    ['R-404', 'C', 'Av. 4'],
    ['R-404', "D'", 'Av. 5 art. 3'],
    ['R-404', 'G', 'Av. 5 art. 3 ; Av. 9'],
    ['R-308', 'E', 'Av. 7 art. 8 ; Conv. 2015 art. 27 §2'],
    ['R-601', 'A0', 'ANI 2011 art. 18'],
    ['R-601', 'B', 'Conv. 2015 art. 20'],
  ] as const)('%s under %s rests on %s', (rule, code, article) => {
    expect(articleOf(rule, code)).toBe(article)
  })
  it('a text added after the shipped ones inherits their articles', () => {
    expect(articleOf('R-404', 'I')).toBe(articleOf('R-404', 'H'))
    expect(articleOf('R-301', null)).toBe(articleOf('R-301', 'H'))
  })
  it('every rule has an article under every text, and says where each begins', () => {
    for (const rule of RULE_IDS) {
      for (const { code } of shippedTexts.agreements) expect(articleOf(rule, code), `${rule} ${code}`).not.toBe('')
      expect(citationsOf(rule).length).toBeGreaterThan(0)
    }
  })
})

describe('the rules in words', () => {
  it.each(['fr', 'en'] as const)('%s: every rule of the catalogue has a title, a statement and its articles, no two alike', (locale) => {
    const entries = ruleEntries(locale)
    expect(entries.map((entry) => entry.id)).toEqual([...RULE_IDS])
    expect(new Set(entries.map((entry) => entry.statement)).size).toBe(entries.length)
    for (const entry of entries) {
      expect(entry.title.length, entry.id).toBeGreaterThan(3)
      expect(entry.statement.split(/[.!?] /u).length, entry.id).toBeGreaterThanOrEqual(2)
      expect(entry.statement, entry.id).toMatch(/\.$/u)
      expect(entry.citations.length, entry.id).toBeGreaterThan(0)
    }
  })
  it('chapters follow the life of a file', () => {
    const chapters = Object.fromEntries(ruleEntries('fr').map(({ id, chapter }) => [id, chapter]))
    expect(chapters).toMatchObject({
      'R-001': 'texts', 'R-010': 'dates', 'R-018': 'dates', 'R-100': 'proposal', 'R-142': 'proposal', 'R-150': 'employer',
      'R-208': 'allowance', 'R-311': 'support', 'R-414': 'work', 'R-511': 'incentives', 'R-604': 'exit',
    })
  })
  it('French statements keep French typography', () => {
    for (const { id, title, statement } of ruleEntries('fr')) {
      expect(`${title} ${statement}`, id).not.toMatch(/'| [:;!?»%]|« /u)
    }
  })
})
