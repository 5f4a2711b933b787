import { describe, expect, it } from 'vitest'
import { day, type Day, type WordValues } from '@/lib/accord'
import { CHOICE_LINES, choiceWords, ONE_OFF_LINES, type Assumption, type Statement } from '@/lib/accord/choice'
import { ASSUMPTIONS, STATEMENTS, type AssumptionId, type StatementCode } from '@/lib/accord/choice/choice.ts'
import { formatAmount } from '@/lib/accord/wording/amount-words.ts'
import { formatDay, formatDays } from '@/lib/accord/wording/day-words.ts'

/*
 * What the comparison says, code by code, in each way its values may stand. The words themselves may be
 * rewritten: each sentence stays whole, shows its values, and tells apart what the values tell apart.
 */
const LOCALES = ['fr', 'en'] as const
type Locale = (typeof LOCALES)[number]
const [EARLY, LATE] = [day('2025-09-29'), day('2025-11-16')]

const ASSUMED: Readonly<Partial<Record<AssumptionId, readonly WordValues[]>>> = {
  letterSent: [{ on: EARLY, end: LATE }, { on: EARLY, end: null }],
  letterEarliest: [{ on: EARLY, end: LATE }, { on: EARLY, end: null }],
  letterAfterReflection: [{ on: EARLY, end: LATE }, { on: EARLY, end: null }],
  decisionSupposed: [{ on: EARLY }],
  noticeLegal: [{ months: 2 }, { months: 1 }, { months: 1.5 }],
  waitingDays: [{ days: 7 }],
  leaveDeferral: [{ days: 10, amount: '1234.50' }],
  sjrFromGross: [{ amount: '98.63' }],
  areEstimated: [{ amount: '56.22' }],
  sameDuration: [{ days: 548, longer: true }, { days: 548, longer: false }],
  jobLasting: [{ on: EARLY }, { on: null }],
  jobAfterNotice: [{ on: LATE }],
}
const STATED: Readonly<Partial<Record<StatementCode, readonly WordValues[]>>> = {
  keptSeverance: [{ amount: '8166.67' }],
  keptNoticePay: [{ amount: '3000.00', whole: true }, { amount: '3000.00', whole: false }],
  keptContest: [{ months: 12 }],
  keptRehire: [{ until: LATE }],
  keptAre: [{ days: 183, job: false }, { days: 183, job: true }, { days: null, job: false }],
  lostNotice: [{ months: 2, amount: '6000.00' }, { months: 1, amount: '6000.00' }, { months: 1.5, amount: '6000.00' }],
  lostContractEarlier: [{ accepted: EARLY, refused: LATE }],
  lostAreDays: [{ days: 365 }],
  lostDuties: [{ contract: true }, { contract: false }],
  gainedRate: [{ percent: 75, asp: '73.97', are: '56.22', basis: 'rate' }, { percent: 75, asp: '73.97', are: '56.22', basis: 'are_floor' }],
  gainedNoRate: [{ asp: '56.22' }, { asp: null }],
  gainedAtOnce: [{ start: EARLY, days: 7 }, { start: EARLY, days: 0 }],
  gainedSupport: [{ days: 8 }],
  gainedBonus: [{ percent: 50, until: LATE }, { percent: 50, until: null }],
  gainedWageGap: [{ months: 12, loss: 15 }, { months: 12, loss: 0 }],
}
const CODES = [...ASSUMPTIONS, ...STATEMENTS]
const standings = (code: (typeof CODES)[number]): readonly WordValues[] => ASSUMED[code as AssumptionId] ?? STATED[code as StatementCode] ?? [{}]
const isAssumption = (code: string): code is AssumptionId => (ASSUMPTIONS as readonly string[]).includes(code)
const say = (code: (typeof CODES)[number], values: WordValues, locale: Locale): string =>
  isAssumption(code) ? choiceWords(locale).assumption({ id: code, values } as Assumption) : choiceWords(locale).statement({ code, values } as Statement)

const plain = (text: string) => text.replaceAll(/\s/gu, ' ')

/** How a value is shown: a day and an amount in full, some days with their unit, any other number as it is. */
function shown(name: string, value: WordValues[string], locale: Locale): string {
  if (value === EARLY || value === LATE) return formatDay(value as Day, locale)
  if (name === 'days') return formatDays(value as number, locale)
  if (typeof value === 'number') return String(value).replace('.', locale === 'fr' ? ',' : '.')
  return typeof value === 'string' && name !== 'basis' ? formatAmount(value, locale) : ''
}

describe.each(LOCALES)('%s: what the comparison says', (locale) => {
  it.each(CODES)('%s is a whole sentence in each standing of its values', (code) => {
    for (const values of standings(code)) {
      const text = say(code, values, locale)
      expect(text).toMatch(/^[\p{Lu}\d€].{12,}\.$/u)
      expect(text).not.toMatch(/[ \u00A0]{2}|[ \u00A0][.,]|\.\.|!|undefined|null|NaN/u)
    }
  })
  it.each(CODES)('%s shows the days, the amounts and the numbers that it is made with', (code) => {
    const [values = {}] = standings(code)
    for (const [name, value] of Object.entries(values)) {
      expect(plain(say(code, values, locale))).toContain(plain(shown(name, value, locale)))
    }
  })
  it.each(CODES)('%s tells its standings apart, and says no more where a value is missing or nothing', (code) => {
    const texts = standings(code).map((values) => say(code, values, locale))
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).not.toMatch(/(^|[ (\u00A0])0([ %\u00A0]|$)/u)
    const lacking = standings(code).flatMap((values, index) => (Object.values(values).some((value) => value === null || value === 0) ? [texts[index] ?? ''] : []))
    for (const text of lacking) expect(text.length).toBeLessThan((texts[0] ?? '').length)
  })
  it('no two codes say the same', () => {
    const texts = CODES.map((code) => say(code, standings(code)[0] ?? {}, locale))
    expect(new Set(texts).size).toBe(CODES.length)
  })
  it('an amount or a number of months that is missing leaves its place empty', () => {
    expect(say('sjrFromGross', { amount: null }, locale)).not.toMatch(/€|!/)
    expect(say('noticeLegal', {}, locale)).not.toMatch(/\d|!/)
  })
  it('a line has a name and a shorter one for the cell of a month', () => {
    const words = choiceWords(locale)
    const labels = CHOICE_LINES.map((code) => words.line(code).label)
    expect(new Set(labels).size).toBe(CHOICE_LINES.length)
    for (const code of CHOICE_LINES) {
      const { label, short } = words.line(code)
      expect(label).toMatch(/^\p{Lu}.+[\p{L})]$/u)
      expect(short).toMatch(/^\p{L}{2,}$/u)
      expect(short.length).toBeLessThanOrEqual(label.length)
    }
  })
  it('a missing figure is named with its article', () => {
    const names = (['hiredOn', 'monthlyGross', 'noticeMonths', 'sjr', 'areDurationDays'] as const).map(choiceWords(locale).missing)
    expect(new Set(names).size).toBe(5)
    for (const name of names) expect(name).toMatch(locale === 'fr' ? /^(la|le) .{4,}/ : /^the .{4,}/)
  })
})

it('one month is singular in English, one and a half is plural', () => {
  expect(say('noticeLegal', { months: 1 }, 'en')).toContain(' 1 month.')
  expect(say('noticeLegal', { months: 1.5 }, 'en')).toContain(' 1.5 months.')
  expect(say('lostNotice', { months: 1, amount: '3000.00' }, 'en')).toContain(' 1 month,')
  expect(say('lostNotice', { months: 2, amount: '6000.00' }, 'en')).toContain(' 2 months,')
})

it('what is paid once is the notice paid to the person, the severance, the leave and the bonus', () => {
  expect([...ONE_OFF_LINES].toSorted()).toEqual(['bonus', 'noticeBalance', 'paidLeave', 'severance'])
})
