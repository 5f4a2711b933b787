import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testsOfRule } from '@/components/rules/tests-of-rule.ts'
import { articleOf, derive, RULE_IDS, ruleEntry, shippedTexts, type RuleId } from '@/lib/accord'
import { sources } from '../house/sources'
import { lifeArbitrary } from './lives'

/**
 * What the application does with each rule. `computed`: a date, an amount, a stage, a deadline, an alert or a refusal
 * comes of it. `recorded`: the outcome is kept as a fact or a figure, someone else decides. `stated`: it is said on the
 * rules page and nothing more. The last two say why.
 */
type Treatment = { readonly computed: true } | { readonly recorded: string } | { readonly stated: string }
const computed: Treatment = { computed: true }

const TREATMENTS: Readonly<Record<RuleId, Treatment>> = {
  'R-001': computed,
  'R-002': computed,
  'R-003': computed,
  'R-010': computed,
  'R-011': computed,
  'R-012': computed,
  'R-013': computed,
  'R-014': computed,
  'R-015': computed,
  'R-016': computed,
  'R-017': computed,
  'R-018': { stated: 'worked dates that check the other rules; they are run in dates.test.ts' },
  'R-100': computed,
  'R-101': computed,
  'R-102': { recorded: 'France Travail judges the worked time; its limits are parameters of the texts, dated and shown' },
  'R-103': { stated: 'fitness is judged by nobody here, and the condition is gone from the texts since 2021' },
  'R-104': { stated: 'France Travail judges the age and the quarters; reaching a full pension stops the allowance under R-205' },
  'R-105': computed,
  'R-110': computed,
  'R-111': computed,
  'R-112': computed,
  'R-113': computed,
  'R-114': computed,
  'R-115': computed,
  'R-116': computed,
  'R-117': computed,
  'R-118': computed,
  'R-119': computed,
  'R-120': computed,
  'R-130': computed,
  'R-140': computed,
  'R-141': computed,
  'R-142': { stated: 'an article on the annulment of a plan that holds no rule proper to the CSP' },
  'R-150': computed,
  'R-151': computed,
  'R-152': computed,
  'R-153': { stated: 'recovery is between France Travail and the employer; the operator takes no part' },
  'R-200': computed,
  'R-201': computed,
  'R-202': computed,
  'R-203': computed,
  'R-204': computed,
  'R-205': computed,
  'R-206': { stated: 'an invalidity pension is health: the operator neither needs it nor keeps it' },
  'R-207': { stated: 'the monthly declaration is made to France Travail, which alone sees it' },
  'R-208': computed,
  'R-300': { stated: 'how operators are chosen and paid; nothing of one file comes of it' },
  'R-301': computed,
  'R-302': computed,
  'R-303': { stated: 'what the plan contains is written by the adviser, and kept beside the facts' },
  'R-304': { stated: 'which document stands for the agreement between the person and France Travail' },
  'R-305': computed,
  'R-306': computed,
  'R-307': computed,
  'R-308': computed,
  'R-309': computed,
  'R-310': computed,
  'R-311': computed,
  'R-400': computed,
  'R-401': computed,
  'R-402': computed,
  'R-403': computed,
  'R-404': computed,
  'R-410': computed,
  'R-411': computed,
  'R-412': computed,
  'R-413': computed,
  'R-414': computed,
  'R-500': computed,
  'R-501': computed,
  'R-502': computed,
  'R-510': computed,
  'R-511': computed,
  'R-600': computed,
  'R-601': computed,
  'R-602': { stated: 'the routes of appeal are those written in the plan; no text gives a delay' },
  'R-603': computed,
  'R-604': { stated: 'a status that follows from the start of the CSP and changes no date or amount' },
  'R-700': { stated: 'who meets and how often; nothing of one file comes of it' },
  'R-701': { stated: 'figures of many files together, not of one' },
  'R-702': { stated: 'figures of many files together, published by Unédic' },
  'R-710': { stated: 'how long files are kept depends on each operator’s contract' },
}

/** Where rules are listed rather than used. */
const TABLES = /^lib\/accord\/rules\/(catalogue|articles|statements|contradictions|parameters)/u
const RULE = /R-\d{3}/gu

describe('the catalogue of rules', () => {
  it('knows every rule that the code names, and the code every rule of the catalogue', () => {
    // R-703 is in no text: it numbers what an operator measures of itself, in the catalogue of indicators.
    const known: ReadonlySet<string> = new Set([...RULE_IDS, 'R-703'])
    const unknown = sources().flatMap(({ file, text }) => (text.match(RULE) ?? []).filter((id) => !known.has(id)).map((id) => `${id} in ${file}`))
    expect(unknown).toEqual([])
    const used = new Set(sources('lib/accord/**/*.ts').filter(({ file }) => !TABLES.test(file)).flatMap(({ text }) => text.match(RULE) ?? []))
    const told = Object.entries(TREATMENTS).filter(([, treatment]) => !('computed' in treatment)).map(([id]) => id)
    expect(RULE_IDS.filter((id) => !used.has(id) && !told.includes(id))).toEqual([])
  })

  it('has a treatment for each, with its reason where nothing is computed', () => {
    expect(Object.keys(TREATMENTS)).toEqual([...RULE_IDS])
    const reasons = Object.values(TREATMENTS).flatMap((treatment) => Object.values(treatment)).filter((why) => typeof why === 'string')
    expect(reasons.filter((why) => why.length < 30)).toEqual([])
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  it('has a test that names each rule computed, and says how many rules are sure', () => {
    const untested = RULE_IDS.filter((id) => 'computed' in TREATMENTS[id] && testsOfRule(id).length === 0)
    expect(untested).toEqual([])
    const count = (keep: (id: RuleId) => boolean) => RULE_IDS.filter(keep).length
    const by = (['H', 'M', 'L'] as const).map((confidence) => {
      const of = RULE_IDS.filter((id) => ruleEntry(id, 'en').confidence === confidence)
      return `${confidence} ${of.length} (${of.filter((id) => testsOfRule(id).length > 0).length} named by tests)`
    })
    process.stdout.write(
      `rules: ${RULE_IDS.length}: ${by.join(', ')}; ${count((id) => 'computed' in TREATMENTS[id])} computed, ${count((id) => 'recorded' in TREATMENTS[id])} recorded, ${count((id) => 'stated' in TREATMENTS[id])} stated\n`,
    )
  })

  it('R-700, R-701, R-702, R-710: steering and records are said, under their articles', () => {
    expect(articleOf('R-700', 'A0')).toBe('ANI 2011 art. 22 et 23')
    expect(articleOf('R-700', 'H')).toBe('Conv. 2015 art. 29 et 30')
    expect(articleOf('R-701', 'H')).toBe('Conv. 2015 art. 29 §4')
    expect(articleOf('R-702', 'H')).toMatch(/Unédic/u)
    expect(articleOf('R-710', 'H')).toMatch(/^CT R5312-44/u)
    for (const id of ['R-700', 'R-701', 'R-702', 'R-710'] as const) expect(ruleEntry(id, 'fr').chapter).toBe('governance')
  })
})

describe('a rule whose source was not found', () => {
  const unsure = RULE_IDS.filter((id) => ruleEntry(id, 'en').confidence === 'L')

  it('is one of these', () => {
    expect(unsure).toEqual(['R-152', 'R-305', 'R-710'])
  })

  it('never blocks: no check of a fact is grounded on it', () => {
    const checks = ['admission', 'breach-admission'].flatMap((file) => sources(`lib/accord/file/${file}.ts`))
    const grounds = new Set(checks.flatMap(({ text }) => text.match(/'R-\d{3}'/gu) ?? []))
    expect(grounds.size).toBeGreaterThan(20)
    expect(unsure.filter((id) => grounds.has(`'${id}'`))).toEqual([])
  })

  it('never blocks: no refusal of a life at random cites it', { timeout: 60_000 }, () => {
    const cited = new Set<RuleId>()
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        for (const { rule } of derive(record, shippedTexts, settings, today).refusals) cited.add(rule)
      }),
      { numRuns: 300 },
    )
    expect(cited.size).toBeGreaterThan(5)
    expect(unsure.filter((id) => cited.has(id))).toEqual([])
  })
})
