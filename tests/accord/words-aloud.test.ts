import { describe, expect, it } from 'vitest'
import { DATE_NAMES, wording, type CaseFile, type DateName } from '@/lib/accord'
import { allowanceEnd } from '@/lib/accord/wording/allowance-aloud.ts'
import { formatDay, formatDayLong, formatDays } from '@/lib/accord/wording/day-words.ts'
import { fileOf, startingOn, type WrittenFact } from './a-file.ts'

const LOCALES = ['fr', 'en'] as const
type Locale = (typeof LOCALES)[number]

const FRAME = { sjr: '100.00', areDurationDays: 548, monthlyGross: '3000.00', noticeMonths: 2 }
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-10']]
/** CSP from 30 September 2025 to 29 September 2026. */
const csp = (facts: readonly WrittenFact[], today = '2026-03-10', terms: Readonly<Record<string, unknown>> = {}) =>
  startingOn('2025-09-30', [...PREPARED, ...facts], today, { frame: { ...FRAME, ...terms } })
const aloud = (file: CaseFile, name: DateName, locale: Locale) => wording(locale).explanation(name, file)?.aloud ?? ''
const plain = (text: string) => text.replaceAll(/\s/gu, ' ')

describe.each(LOCALES)('%s: a date read aloud', (locale) => {
  const running = csp([])
  const inJob = csp([['job_started', '2026-03-02']])

  it('every date has its sentence, whole, with its day in full', () => {
    for (const name of DATE_NAMES) {
      const file = running.explanations[name] === undefined ? inJob : running
      const day = file.dates[name]
      expect([name, day === null]).toEqual([name, false])
      expect(plain(aloud(file, name, locale))).toContain(plain(formatDayLong(day!, locale)))
      expect(aloud(file, name, locale)).toMatch(/^\p{Lu}.{20,}\.$/u)
      expect(aloud(file, name, locale)).not.toMatch(/undefined|null|NaN|!| {2}| \./u)
    }
  })
  it('no two dates of a file have the same sentence', () => {
    for (const file of [running, inJob]) {
      const said = DATE_NAMES.filter((name) => file.explanations[name] !== undefined).map((name) => aloud(file, name, locale))
      expect(new Set(said).size).toBe(said.length)
    }
  })
  it('a date that is not known has none', () => {
    expect(running.dates.bonusClaimDue).toBeNull()
    expect(wording(locale).explanation('bonusClaimDue', running)).toBeNull()
  })

  describe('the end of the reflection', () => {
    const employer = (more: Partial<Parameters<typeof fileOf>[0]> = {}) => fileOf({ engagedOn: '2025-12-11', facts: [['proposal_handed_over', '2025-12-11']], today: '2025-12-12', ...more })
    const rolled = { rollPolicy: 'next_working_day_if_holiday' } as const
    /** The words, its last day put aside. */
    const told = (file: CaseFile) => plain(aloud(file, 'reflectionEnd', locale)).replace(plain(formatDayLong(file.dates.reflectionEnd!, locale)), '‹day›')
    const sentences = (text: string) => text.split('. ')
    const handed = told(employer())
    const registered = told(fileOf({ engagedOn: '2025-12-11', path: 'france_travail', facts: [['registered', '2025-12-11']], today: '2025-12-12' }))
    const onHoliday = told(employer({ settings: rolled }))
    const decided = (decision: string) => told(employer({ frame: { protectedEmployee: true }, facts: [['proposal_handed_over', '2025-12-11'], ['authorisation_notified', decision]], today: '2026-05-04', settings: rolled }))

    it('each shows its last day and speaks of 21 days, in whole sentences', () => {
      for (const text of [handed, registered, onHoliday, decided('2026-02-02')]) {
        expect(text).toMatch(/21.*‹day›/)
        expect(text).not.toMatch(/ \.| {2}/)
      }
    })
    it('the registration changes the first sentence, a holiday the second, a decision the first', () => {
      const [first, ...others] = sentences(handed)
      expect(sentences(registered)[0]).not.toBe(first)
      expect(sentences(registered).slice(1)).toEqual(others)
      expect(sentences(onHoliday)[0]).toBe(first)
      expect(sentences(onHoliday)[1]).not.toBe(others[0])
      expect(sentences(decided('2026-02-02'))[0]).not.toBe(first)
      expect(sentences(decided('2026-02-02'))[0]).not.toBe(sentences(registered)[0])
      expect(sentences(decided('2026-02-02')).slice(1)).toEqual(others)
    })
    it('a decision whose morrow is a holiday gives no day 21', () => {
      // The decision of 30 April puts the last day on 1 May, which the setting rolls.
      expect(sentences(decided('2026-04-30')).slice(1)).toEqual(sentences(handed).slice(1))
    })
  })

  describe('the term', () => {
    const term = (facts: readonly WrittenFact[]) => plain(aloud(csp(facts), 'cspTerm', locale))
    it('says its start, its last day, and the days added where there are some', () => {
      const file = csp([])
      expect(term([])).toContain(plain(formatDay(file.dates.cspStart!, locale)))
      expect(term([])).not.toMatch(/ 0 |\d+ (jour|day)/)
      const one = term([['suspension', '2026-01-05', { to: '2026-01-05' }]])
      const two = term([['suspension', '2026-01-05', { to: '2026-01-06' }]])
      const twice = term([['suspension', '2026-01-05', { to: '2026-01-05' }], ['suspension', '2026-01-12', { to: '2026-01-13' }]])
      for (const [text, days] of [[one, 1], [two, 2], [twice, 3]] as const) expect(text).toContain(plain(formatDays(days, locale)))
      expect(one.replace(/\d+/g, '')).not.toBe(two.replace(/\d+/g, ''))
    })
    it('one day is said in the singular, two in the plural', () => {
      const said = [term([['suspension', '2026-01-05', { to: '2026-01-05' }]]), term([['suspension', '2026-01-05', { to: '2026-01-06' }]])]
      expect(said.map((text) => /S’y ajoute 1 jour|1 day .*\bis\b/.test(text))).toEqual([true, false])
      expect(said.map((text) => /S’y ajoutent 2 jours|2 days .*\bare\b/.test(text))).toEqual([false, true])
    })
  })

  describe('the end of the allowance', () => {
    const end = (file: CaseFile) => plain(aloud(file, 'aspEnd', locale))
    const sentences = (file: CaseFile) => end(file).split(/(?<=\.) (?=\p{Lu})/u)
    const whole = csp([])
    const suspended = csp([['asp_stopped', '2025-11-03', { cause: 'civic_service' }], ['asp_resumed', '2025-11-08'], ['work_period', '2025-12-01', { to: '2025-12-10' }]])
    const bonus = csp([['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20', { amount: '1500.00' }], ['trial_period_broken', '2026-02-02']])
    const short = csp([], '2025-11-03', { hiredOn: '2025-01-01', areDurationDays: 182 })
    const stoppedWhileShort = csp([['asp_stopped', '2025-11-03', { cause: 'civic_service' }], ['asp_resumed', '2025-11-13']], '2025-12-01', { hiredOn: '2025-01-01', areDurationDays: 182 })

    it('with the term: two sentences, the second that France Travail decides', () => {
      expect(sentences(whole)).toHaveLength(2)
      expect(sentences(whole)[1]).toContain('France Travail')
    })
    it('days not paid are said with their cause and their number, each once', () => {
      const text = end(suspended)
      for (const days of [5, 10]) expect(text).toContain(plain(formatDays(days, locale)))
      expect(sentences(suspended)).toHaveLength(3)
      expect(text.split(/; /)).toHaveLength(2)
      expect(text).toContain(wording(locale).book.aspCauses.civic_service)
      expect(text).toContain(wording(locale).book.estimates.causes.work_period)
    })
    it('before the term: how many days, the term itself, why, and that the support goes on', () => {
      for (const [file, days, length] of [[bonus, 20, 5], [short, 183, 4], [stoppedWhileShort, 173, 5]] as const) {
        expect(end(file)).toContain(plain(formatDays(days, locale)))
        expect(end(file)).toContain(plain(formatDayLong(file.dates.cspTerm!, locale)))
        expect(sentences(file)).toHaveLength(length)
      }
      expect(sentences(bonus)[1]).not.toBe(sentences(short)[1])
      expect(end(short)).toContain('ARE')
      expect(end(stoppedWhileShort)).toContain(plain(formatDays(10, locale)))
    })
  })
})

describe('what is read of the ledger for the end of the allowance', () => {
  const short = (facts: readonly WrittenFact[]) => csp(facts, '2026-08-03', { hiredOn: '2025-01-01', areDurationDays: 182 })
  it('is nothing where the last day is not known, or no CSP ran', () => {
    expect(allowanceEnd(csp([], '2026-03-10', { hiredOn: null }))).toBeNull()
    expect(allowanceEnd(fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-10' }))).toBeNull()
  })
  it('days suspended count up to the last day of the allowance, by cause, in their order', () => {
    expect(allowanceEnd(csp([]))).toEqual({ daysBeforeTerm: 0, suspended: [], bonusDays: 0, beyondDuration: 0 })
    // 182 days end on 30 March 2026; what comes after takes none of them.
    expect(allowanceEnd(short([]))).toEqual({ daysBeforeTerm: 183, suspended: [], bonusDays: 0, beyondDuration: 183 })
    const after: WrittenFact = ['work_period', '2026-05-04', { to: '2026-05-08' }]
    expect(allowanceEnd(short([after]))).toMatchObject({ suspended: [] })
    const before: readonly WrittenFact[] = [['work_period', '2025-11-03', { to: '2025-11-07' }], ['suspension', '2025-12-01', { to: '2025-12-02' }], ['work_period', '2026-01-05', { to: '2026-01-07' }]]
    expect(allowanceEnd(short(before))).toMatchObject({ suspended: [['work_period', 8], ['sickness', 2]] })
  })
  it('a stop to the term counts whole where the allowance is said to go to the term', () => {
    const bonus = csp([['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20', { amount: '1500.00' }], ['trial_period_broken', '2026-02-02']])
    expect(allowanceEnd(bonus)).toEqual({ daysBeforeTerm: 20, suspended: [['job', 28]], bonusDays: 20, beyondDuration: 0 })
    expect(allowanceEnd(csp([['file_closed', '2026-03-02']]))).toMatchObject({ daysBeforeTerm: 0, suspended: [['closing', 212]] })
  })
})
