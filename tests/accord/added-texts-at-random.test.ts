import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, AMOUNT_NAMES, day, derive, ESTIMATE_NAMES, isoOf, shippedTexts, type CaseFile, type Day, type FileRecord } from '@/lib/accord'
import { DATE_NAMES } from '@/lib/accord/file/case-file.ts'
import { addedTextJson, addedTextSchema, textsWith, type AddedText } from '@/lib/accord/texts/added.ts'
import { checkAddedText } from '@/lib/accord/texts/added-checks.ts'
import { FIGURE_NAMES } from '@/lib/accord/texts/agreement.ts'
import { PARAMETER_FIELDS, type ParameterField } from '@/lib/accord/texts/parameter-fields.ts'
import { RULE_IDS } from '@/lib/accord/rules/catalogue.ts'
import { moved } from '@/lib/accord/file/what-if.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import { lifeArbitrary } from './lives'

/* Whatever an administrator may publish, every file is still derived, and its words still read. */

const months = fc.integer({ min: 1, max: 36 })
const some = (kind: string) => months.map((value) => ({ kind, months: value }))

function valueOf(field: ParameterField): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'whole': {
      const number = fc.oneof(fc.integer({ min: field.least, max: field.most }), fc.constantFrom(field.least, field.most))
      return field.mayBeNone ? fc.option(number, { freq: 4 }) : number
    }
    case 'share':
      return fc.constantFrom('0', '0.5', '0.9999', '1')
    case 'yesNo':
      return fc.boolean()
    case 'amount':
      return fc.constantFrom(null, '0.01', '1000.00', '99999999.99')
    case 'day':
      return fc.option(fc.integer({ min: day('2011-01-01'), max: day('2040-01-01') }).map((number) => isoOf(number as Day)))
    case 'choice':
      return fc.constantFrom(...field.options)
    case 'extension':
      return fc.oneof(fc.constant(null), fc.constant({ kind: 'legal_length' }), some('months'))
    case 'threshold':
      return fc.oneof(fc.constant({ kind: 'any' }), some('over'), some('from'))
  }
}

/** Some of the parameters, at any value that the form takes. */
function changesOf(fields: readonly ParameterField[]): fc.Arbitrary<Record<string, unknown>> {
  return fc.subarray([...fields], { minLength: 0 }).chain((chosen) =>
    fc.tuple(...chosen.map(valueOf)).map((values) => {
      const changes: Record<string, unknown> = {}
      for (const [index, { path }] of chosen.entries()) {
        const [part, inner] = path.split('.') as [string, string?]
        if (inner === undefined) changes[part] = values[index]
        else changes[part] = { ...(changes[part] as object | undefined), [inner]: values[index] }
      }
      return changes
    }),
  )
}

const dayBetween = (from: string, to: string) => fc.integer({ min: day(from), max: day(to) }).map((number) => isoOf(number as Day))
/** Without the four figures of affiliation, which only stand together: most draws would lack one. */
const alone = PARAMETER_FIELDS.filter(({ path }) => !path.startsWith('affiliation.'))
const running = PARAMETER_FIELDS.filter(({ onRunningFiles }) => onRunningFiles)

const textArbitrary: fc.Arbitrary<unknown> = fc.record({
  code: fc.constantFrom('X1', 'X2', 'X3', 'X4'),
  title: fc.constant({ fr: 'Avenant', en: 'Amendment' }),
  source: fc.constant('Avenant'),
  confidence: fc.constantFrom('H', 'M', 'L'),
  articles: fc.subarray([...RULE_IDS]).map((rules) => Object.fromEntries(rules.map((rule) => [rule, 'art. 1']))),
  agreement: fc.option(fc.record({ from: fc.oneof(dayBetween('2011-10-01', '2027-06-01'), dayBetween('2027-01-01', '2027-12-31')), to: dayBetween('2027-01-01', '2040-01-01'), inherits: fc.constantFrom('A', 'F', 'H', 'X1'), changes: fc.oneof(changesOf(alone), changesOf(PARAMETER_FIELDS)) }), { freq: 3 }),
  overlay: fc.option(fc.record({ family: fc.constantFrom('2011', '2015'), from: dayBetween('2011-09-01', '2030-01-01'), engagedFrom: fc.option(dayBetween('2011-09-01', '2027-01-01')), path: fc.constantFrom(null, 'experiment'), changes: changesOf(running) })),
  leaves: fc.constantFrom([], [], [{ code: 'DEUIL', name: { fr: 'deuil', en: 'loss' }, limit: { kind: 'months', months: 36 } }], [{ code: 'REPIT', name: { fr: 'répit', en: 'respite' }, limit: { kind: 'legal_length' } }]),
  upratings: fc.oneof(fc.constant([]), fc.array(fc.record({ figure: fc.constantFrom(...FIGURE_NAMES), from: dayBetween('2010-01-01', '2040-01-01'), value: fc.constantFrom('0.01', '9999.99', '0.50', '0.0001', '1.00') }), { maxLength: 3 })),
})

const INHERITANCE: ReadonlySet<string> = new Set(['unknown_parent', 'parent_after'])

/** Texts taken one after another as they are published: each checked against those beside it, a second of a code in the place of the first. */
function publishedOf(drafts: readonly unknown[]): readonly AddedText[] {
  let added: readonly AddedText[] = []
  for (const draft of drafts) {
    const { code } = draft as { code: string }
    const beside = added.filter((text) => text.code !== code)
    const checked = checkAddedText(draft, textsWith(shippedTexts, beside))
    if (!checked.ok) continue
    const together = [...beside, checked.text]
    const broken = beside.some((other) => {
      const again = checkAddedText(addedTextJson(other), textsWith(shippedTexts, together.filter((one) => one.code !== other.code)))
      return !again.ok && again.problems.some((problem) => INHERITANCE.has(problem.code))
    })
    if (!broken) added = together
  }
  return added
}

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((value) => (value / 100).toFixed(2))
const money = fc.record({
  sjr: fc.option(cents(70_000), { freq: 4 }),
  areDaily: fc.option(cents(29_000), { freq: 1 }),
  monthlyGross: fc.option(cents(1_500_000), { freq: 4 }),
  noticeMonths: fc.option(fc.constantFrom(0, 0.5, 2, 6), { freq: 4 }),
  unusedTrainingHours: fc.constantFrom(null, 120),
})

/** A life whose procedure is engaged later: what falls beyond the shipped texts is governed by those added. */
const life = fc.record({ life: lifeArbitrary, engagedOn: fc.option(fc.integer({ min: day('2026-06-01'), max: day('2028-06-01') }), { freq: 3 }), money, leave: fc.constantFrom(null, 'DEUIL', 'REPIT', 'INCONNU') }).map(({ life: { record, settings, today }, engagedOn, money: figures, leave }) => {
  const later = engagedOn === null ? 0 : engagedOn - record.frame.engagedOn
  const facts = record.facts.map((one) => moved(one, later)).map((fact) => (fact.kind === 'suspension' && leave !== null && fact.cause === 'carer' ? { ...fact, cause: 'added_leave' as const, leave } : fact))
  const frame = { ...record.frame, ...figures, engagedOn: addDays(record.frame.engagedOn, later) }
  return { record: { frame, facts } satisfies FileRecord, settings, today: addDays(today, later) }
})

/** Every sentence that the pages say of a file. */
function sentencesOf(file: CaseFile): void {
  for (const locale of ['fr', 'en'] as const) {
    const words = wording(locale)
    words.text(file.regime)
    for (const name of DATE_NAMES) words.explanation(name, file)
    for (const name of AMOUNT_NAMES) words.amount(name, file)
    for (const name of ESTIMATE_NAMES) words.estimate(name, file)
    for (const refusal of file.refusals) words.refusal(refusal, file.regime)
    for (const alert of file.alerts) words.alert(alert, file.regime)
    for (const span of file.ledger?.spans ?? []) words.ledgerSpan(span, file.regime)
  }
}

function amountsIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string' && /^-?\d+\.\d+$/u.test(value)) found.push(value)
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) amountsIn(inner, found)
  return found
}

describe('derive, over texts and lives at random', { timeout: 120_000 }, () => {
  it('never throws; no amount is under zero, every day is counted once, every sentence is written', () => {
    let governed = 0
    fc.assert(
      fc.property(fc.array(textArbitrary, { minLength: 1, maxLength: 6 }), life, (drafts, { record, settings, today }) => {
        const added = publishedOf(drafts)
        const file = derive(record, textsWith(shippedTexts, added), settings, today)
        const codes: ReadonlySet<string> = new Set(added.map(({ code }) => code))
        if ([file.regime.code, ...file.regime.overlays].some((code) => code !== null && codes.has(code))) governed += 1
        expect(file.dates.cspStart === null || (file.dates.cspTerm !== null && file.dates.cspTerm >= file.dates.cspStart)).toBe(true)
        for (const period of file.periods) expect(period.to === null || period.to >= period.from, period.kind).toBe(true)
        expect(amountsIn([file.amounts, file.estimates]).filter((amount) => !/^\d+\.\d{2}$/u.test(amount))).toEqual([])
        expect(Object.values(file.ledger?.totals ?? {}).reduce((sum, days) => sum + days, 0)).toBe(file.ledger?.days ?? 0)
        sentencesOf(file)
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 400) },
    )
    expect(governed).toBeGreaterThan(25)
  })

  it('a text that is kept reads back as the same text', () => {
    fc.assert(
      fc.property(textArbitrary, (draft) => {
        const texts = publishedOf([draft])
        expect(texts.map((text) => addedTextSchema.parse(JSON.parse(JSON.stringify(addedTextJson(text)))))).toEqual(texts)
      }),
    )
  })
})

describe('a text that another completes', () => {
  const base = { title: { fr: 'Avenant', en: 'Amendment' }, source: 'Avenant' }
  const overlay = { family: '2015' as const, from: '2026-03-01', changes: { jobThreshold: { kind: 'any' as const } } }
  const first = { ...base, code: 'X1', agreement: { from: '2027-01-01', to: '2027-12-31', inherits: 'H' }, overlay }
  const heir = { ...base, code: 'X2', agreement: { from: '2028-01-01', to: '2028-12-31', inherits: 'X1' }, overlay }
  it('is checked without it, and it without the text', () => {
    const beside = textsWith(shippedTexts, [addedTextSchema.parse(heir)])
    expect(checkAddedText({ ...first, title: { fr: 'Deuxième', en: 'Second' } }, beside)).toMatchObject({ ok: true })
    expect(checkAddedText({ ...base, code: 'X3', agreement: { from: '2029-01-01', to: '2029-12-31', inherits: 'X2', changes: { affiliation: { days: 100 } } } }, beside)).toMatchObject({ ok: true })
  })
  it('is read where they complete each other, and refused', () => {
    const circle = [{ ...first, agreement: { from: '2029-01-01', to: '2029-12-31', inherits: 'X2' } }, heir].map((text) => addedTextSchema.parse(text))
    const known = textsWith(shippedTexts, circle)
    expect(known.agreements.map(({ code }) => code)).toEqual(expect.arrayContaining(['X1', 'X2']))
    expect(checkAddedText({ ...base, code: 'X3', overlay }, known)).toMatchObject({ ok: true })
    expect(checkAddedText(heir, textsWith(shippedTexts, circle.slice(0, 1)))).toMatchObject({ ok: false, problems: [{ path: 'agreement.inherits', code: 'parent_after' }] })
  })
})
