import { describe, expect, it } from 'vitest'
import { day, isoOf, type DateName } from '@/lib/accord'
import { ceiling, employerPaymentDue, month4ReviewDue } from '@/lib/accord/rules/dates.ts'
import { shippedTexts, selectText } from '@/lib/accord'
import { alertsOf, datesOf, fileOf, plus, refusalsOf, startingOn, type WrittenFact } from './a-file'

const ROLLED = { rollPolicy: 'next_working_day_if_holiday' } as const

/** The vectors of R-018, without and with the roll of a holiday. */
const VECTORS = [
  { handover: '2013-10-17', decision: null, end: '2013-11-07', start: '2013-11-08', preBilan: '2013-11-16', month6: '2014-05-07', bonus: null, term: '2014-11-07', cap: null, payment: '2014-01-25' },
  { handover: '2015-02-11', decision: null, end: '2015-03-04', start: '2015-03-05', preBilan: '2015-03-13', month6: '2015-09-04', bonus: '2016-01-04', term: '2016-03-04', cap: '2016-06-04', payment: '2015-05-25' },
  { handover: '2017-01-06', decision: null, end: '2017-01-27', start: '2017-01-28', preBilan: '2017-02-05', month6: '2017-07-27', bonus: '2017-11-27', term: '2018-01-27', cap: '2018-04-27', payment: '2017-03-25' },
  { handover: '2024-02-08', decision: null, end: '2024-02-29', start: '2024-03-01', preBilan: '2024-03-09', month6: '2024-08-31', bonus: '2024-12-31', term: '2025-02-28', cap: '2025-05-31', payment: '2024-05-25' },
  { handover: '2025-09-08', decision: null, end: '2025-09-29', start: '2025-09-30', preBilan: '2025-10-08', month6: '2026-03-29', bonus: '2026-07-29', term: '2026-09-29', cap: '2026-12-29', payment: '2025-11-25' },
  { handover: '2025-09-08', decision: '2025-10-20', end: '2025-10-21', start: '2025-10-22', preBilan: '2025-10-30', month6: '2026-04-21', bonus: '2026-08-21', term: '2026-10-21', cap: '2027-01-21', payment: '2025-12-25' },
  { handover: '2025-12-11', decision: null, end: '2026-01-01', start: '2026-01-02', preBilan: '2026-01-10', month6: '2026-07-01', bonus: '2026-11-01', term: '2027-01-01', cap: '2027-04-01', payment: '2026-03-25' },
] as const
const ROLLED_VECTOR = { handover: '2025-12-11', decision: null, end: '2026-01-02', start: '2026-01-03', preBilan: '2026-01-11', month6: '2026-07-02', bonus: '2026-11-02', term: '2027-01-02', cap: '2027-04-02', payment: '2026-03-25' } as const

function vectorFile(handover: string, decision: string | null, settings: Parameters<typeof fileOf>[0]['settings'] = {}) {
  const decided: readonly WrittenFact[] = decision === null ? [] : [['authorisation_notified', decision]]
  return fileOf({
    engagedOn: handover,
    frame: { protectedEmployee: decision !== null },
    facts: [['proposal_handed_over', handover], ['accepted', plus(handover, 5)], ...decided],
    today: plus(handover, 90),
    settings,
  })
}

function capOf(engagedOn: string, start: string): string | null {
  const selection = selectText(shippedTexts, day(engagedOn), 'employer', null)
  if (selection.kind !== 'governed') return null
  const last = ceiling(day(start), selection.governing.base)
  return last === null ? null : isoOf(last)
}

function check(vector: (typeof VECTORS)[number] | typeof ROLLED_VECTOR, settings: Parameters<typeof fileOf>[0]['settings']) {
  const dates = datesOf(vectorFile(vector.handover, vector.decision, settings))
  expect(dates).toMatchObject({
    reflectionEnd: vector.end,
    contractEnd: vector.end,
    cspStart: vector.start,
    preBilanDue: vector.preBilan,
    month6End: vector.month6,
    bonusLastJobStart: vector.bonus,
    cspTerm: vector.term,
    employerPaymentDue: vector.payment,
  })
  expect(capOf(vector.handover, vector.start)).toBe(vector.cap)
}

describe('R-018: control dates', () => {
  it.each(VECTORS)('R-018: handed over $handover, decision $decision: CSP from $start to $term, nothing rolled', (vector) => check(vector, {}))
  it.each(VECTORS.slice(0, 6))('R-018: handed over $handover, decision $decision: rolling holidays changes nothing', (vector) => check(vector, ROLLED))
  it('R-018: handed over 11 December 2025: the holiday rolls to 2 January, and all that follows', () => check(ROLLED_VECTOR, ROLLED))
})

describe('R-010: the 21 days of reflection', () => {
  const stage = (today: string, more: readonly WrittenFact[] = []) =>
    fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ...more], today }).stage
  it('R-010: the day after the hand-over is the first, the twenty-first the last', () => {
    expect(stage('2025-09-08')).toBe('reflection')
    expect(stage('2025-09-29')).toBe('reflection')
    expect(stage('2025-09-30')).toBe('refused')
  })
  it('R-010: the period ends on the weekday of the hand-over, and a Sunday does not roll', () => {
    const sunday = fileOf({ engagedOn: '2025-09-07', facts: [['proposal_handed_over', '2025-09-07']], today: '2025-09-10', settings: ROLLED })
    expect(datesOf(sunday).reflectionEnd).toBe('2025-09-28')
  })
  it('R-010: a holiday before a week-end rolls to the Monday; the roll is said, and its absence too', () => {
    // Handed over on 10 April 2026, day 21 is Friday 1 May.
    const life = { engagedOn: '2026-04-10', facts: [['proposal_handed_over', '2026-04-10'] as const], today: '2026-04-20' }
    const rolled = fileOf({ ...life, settings: ROLLED })
    expect(datesOf(rolled).reflectionEnd).toBe('2026-05-04')
    expect(alertsOf(rolled)).toContain('R-010 holidayRolled')
    const kept = fileOf(life)
    expect(datesOf(kept).reflectionEnd).toBe('2026-05-01')
    expect(alertsOf(kept)).toContain('R-010 holidayNotRolled')
  })
  it('R-010: nothing else rolls: a first assessment due on a holiday stays there', () => {
    // Start 23 April 2026, eight days later is 1 May.
    const file = fileOf({ engagedOn: '2026-04-01', facts: [['proposal_handed_over', '2026-04-01'], ['accepted', '2026-04-02']], today: '2026-04-25', settings: ROLLED })
    expect(datesOf(file)).toMatchObject({ cspStart: '2026-04-23', preBilanDue: '2026-05-01' })
  })
})

describe('R-011: protected employee', () => {
  const life = (facts: readonly WrittenFact[], today: string, settings = {}) =>
    fileOf({ engagedOn: '2025-09-08', frame: { protectedEmployee: true }, facts: [['proposal_handed_over', '2025-09-08'], ...facts], today, settings })
  it('R-011: until the decision the end is open, before and after the acceptance', () => {
    expect(life([], '2025-12-01').stage).toBe('awaiting_authorisation')
    const accepted = life([['accepted', '2025-10-30']], '2025-12-01')
    expect(accepted.stage).toBe('awaiting_authorisation')
    expect(datesOf(accepted)).toMatchObject({ reflectionEnd: null, contractEnd: null, cspStart: null, cspTerm: null, contestLimit: '2026-10-30' })
  })
  it.each([
    ['2025-09-15', '2025-09-29'],
    ['2025-09-28', '2025-09-29'],
    ['2025-09-29', '2025-09-30'],
    ['2025-10-20', '2025-10-21'],
  ])('R-011: a decision notified on %s ends the period on %s', (on, end) => {
    expect(datesOf(life([['accepted', '2025-09-10'], ['authorisation_notified', on]], '2025-11-01')).reflectionEnd).toBe(end)
  })
  it('R-011: the day the decision is notified the file still reflects; the day after its end, silence is refusal', () => {
    const decided = (today: string) => life([['authorisation_notified', '2025-10-20']], today).stage
    expect(decided('2025-10-19')).toBe('awaiting_authorisation')
    expect(decided('2025-10-20')).toBe('reflection')
    expect(decided('2025-10-21')).toBe('reflection')
    expect(decided('2025-10-22')).toBe('refused')
  })
  it('R-011: a decision refused annuls, and the CSP never starts', () => {
    const refused = life([['accepted', '2025-09-10'], ['authorisation_notified', '2025-10-20', { granted: false }]], '2025-11-01')
    expect(refused.stage).toBe('annulled')
    expect(datesOf(refused).cspStart).toBeNull()
  })
  it('R-011: a decision is notified once, and not for an employee said not to be protected', () => {
    expect(refusalsOf(life([['authorisation_notified', '2025-10-20'], ['authorisation_notified', '2025-10-21']], '2025-11-01'))).toEqual(['R-011 alreadyDecided'])
    const other = fileOf({ engagedOn: '2025-09-08', frame: { protectedEmployee: false }, facts: [['authorisation_notified', '2025-09-10']], today: '2025-10-01' })
    expect(refusalsOf(other)).toEqual(['R-011 notProtected'])
  })
  it('R-011: a day put off by the decision is not announced as rolled by a holiday', () => {
    const file = fileOf({ engagedOn: '2025-12-11', frame: { protectedEmployee: true }, facts: [['proposal_handed_over', '2025-12-11'], ['authorisation_notified', '2026-01-20']], today: '2026-01-21', settings: ROLLED })
    expect(datesOf(file).reflectionEnd).toBe('2026-01-21')
    expect(alertsOf(file)).not.toContain('R-010 holidayRolled')
  })
})

describe('R-012, R-013: end of the contract, start of the CSP', () => {
  it('R-012: an acceptance on the first day shortens nothing', () => {
    const file = fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-08']], today: '2025-09-09' })
    expect(datesOf(file)).toMatchObject({ contractEnd: '2025-09-29', cspStart: '2025-09-30' })
  })
  it('R-012: nothing starts without an acceptance', () => {
    const file = fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-09' })
    expect(datesOf(file)).toMatchObject({ reflectionEnd: '2025-09-29', contractEnd: null, cspStart: null, cspTerm: null, contestLimit: null })
  })
  const throughFranceTravail = (engagedOn: string, registered: string) =>
    fileOf({ engagedOn, path: 'france_travail', facts: [['registered', registered], ['accepted', plus(registered, 3)]], today: plus(registered, 21) })
  it('R-013: under the 2011 agreement it starts on the last of the 21 days', () => {
    const file = throughFranceTravail('2013-09-02', '2013-10-01')
    expect(datesOf(file)).toMatchObject({ reflectionEnd: '2013-10-22', cspStart: '2013-10-22', cspTerm: '2014-10-21', contractEnd: null })
    expect(file.stage).toBe('pre_bilan_due')
  })
  it('R-013: from the 2015 convention, the day after', () => {
    const file = throughFranceTravail('2016-09-01', '2016-10-03')
    expect(datesOf(file)).toMatchObject({ reflectionEnd: '2016-10-24', cspStart: '2016-10-25', cspTerm: '2017-10-24', contractEnd: null })
    expect(file.stage).toBe('accepted_pending')
  })
})

describe('R-014: the term', () => {
  it.each([
    ['2025-09-30', '2026-09-29'],
    ['2024-03-01', '2025-02-28'],
    ['2024-02-29', '2025-02-27'],
    ['2023-03-01', '2024-02-29'],
    ['2025-01-01', '2025-12-31'],
  ])('R-014: a CSP that starts on %s ends on %s', (start, term) => {
    expect(datesOf(startingOn(start, [], start)).cspTerm).toBe(term)
  })
  it('R-014: the last day is in the CSP, the day after is the term reached', () => {
    expect(startingOn('2025-09-30', [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-20']], '2026-09-29').stage).toBe('in_follow_up')
    expect(startingOn('2025-09-30', [], '2026-09-30').stage).toBe('term')
  })
})

describe('R-015: two dates of adhesion', () => {
  it('R-015: the period to contest runs from the acceptance, not from the start of the CSP', () => {
    const file = fileOf({ engagedOn: '2015-02-11', facts: [['proposal_handed_over', '2015-02-11'], ['accepted', '2015-02-26']], today: '2016-03-02' })
    expect(datesOf(file)).toMatchObject({ contestLimit: '2016-02-26', cspStart: '2015-03-05' })
  })
  it('R-015: the first assessment runs from the start, not from the acceptance', () => {
    const file = fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-09']], today: '2025-09-10' })
    expect(datesOf(file).preBilanDue).toBe('2025-10-08')
  })
})

describe('R-016: the other dates', () => {
  const running = (more: readonly WrittenFact[] = [], today = '2025-12-01') => datesOf(startingOn('2025-09-30', [['pre_bilan_held', '2025-10-08'], ...more], today))
  it('R-016: each date of a running file of 2025', () => {
    expect(running()).toEqual({
      reflectionEnd: '2025-09-29', contractEnd: '2025-09-29', cspStart: '2025-09-30', cspTerm: '2026-09-29', aspEnd: '2026-09-29',
      preBilanDue: '2025-10-08', planDue: '2025-11-08', month4ReviewDue: '2026-01-29', month6End: '2026-03-29', bonusLastJobStart: '2026-07-29',
      bonusClaimDue: null, bonusSecondPaymentOn: null, finalInterviewFrom: '2026-07-30', finalInterviewTo: '2026-09-29',
      termLetterDue: '2026-08-30', followUpEnd: null, employerPaymentDue: '2025-11-25', contestLimit: '2026-09-08', claimsLimit: '2027-09-30',
      rehirePriorityEnd: '2026-09-29',
    })
  })
  it('R-016: each date that a job adds', () => {
    expect(running([['plan_validated', '2025-11-03'], ['job_started', '2026-02-02']], '2026-02-03')).toMatchObject({
      bonusClaimDue: '2026-03-04', bonusSecondPaymentOn: '2026-05-02', followUpEnd: '2026-08-02', claimsLimit: '2028-02-02',
    })
  })
  it('R-016: what the 2011 agreement has not is null', () => {
    const file = startingOn('2013-11-08', [['pre_bilan_held', '2013-11-12'], ['job_started', '2014-02-03']], '2014-02-10')
    const absent: readonly DateName[] = ['month4ReviewDue', 'bonusLastJobStart', 'bonusClaimDue', 'bonusSecondPaymentOn', 'finalInterviewFrom', 'finalInterviewTo', 'termLetterDue', 'claimsLimit']
    const dates = datesOf(file)
    for (const name of absent) expect(dates[name], name).toBeNull()
    expect(dates).toMatchObject({ planDue: '2013-12-12', month6End: '2014-05-07', followUpEnd: '2014-08-03' })
  })
  it.each([
    ['2013-07-19', null],
    ['2013-07-20', '2013-09-25'],
    ['2025-11-30', '2026-01-25'],
    ['2025-12-31', '2026-02-25'],
    ['2026-01-01', '2026-03-25'],
  ])('R-016: the employer of a CSP that starts on %s pays by %s', (start, due) => {
    const paid = employerPaymentDue(day(start))
    expect(paid === null ? null : isoOf(paid)).toBe(due)
  })
  it('R-016: a job found after the term opens no bonus, and does not put off the limit of claims', () => {
    const file = startingOn('2024-09-30', [['job_started', '2025-11-03']], '2025-12-01')
    expect(datesOf(file)).toMatchObject({ bonusClaimDue: null, bonusSecondPaymentOn: null, claimsLimit: '2026-09-30', followUpEnd: '2026-05-03' })
  })
  it('R-016: the letter, the final interview and the bonus window move with the term', () => {
    const dates = running([['suspension', '2026-02-01', { to: '2026-02-28' }]])
    expect(dates).toMatchObject({ cspTerm: '2026-10-27', termLetterDue: '2026-09-27', finalInterviewFrom: '2026-08-28', finalInterviewTo: '2026-10-27', bonusLastJobStart: '2026-08-26' })
  })
})

describe('R-306: end of the fourth month of effective support', () => {
  const due = (start: string, ...spans: readonly (readonly [string, string])[]) => isoOf(month4ReviewDue(day(start), spans.map(([from, to]) => ({ from: day(from), to: day(to) }))))
  it('R-306: a suspended day before it puts it off by a day; one after it does not', () => {
    expect(due('2025-09-30')).toBe('2026-01-29')
    expect(due('2025-09-30', ['2026-01-29', '2026-01-29'])).toBe('2026-01-30')
    expect(due('2025-09-30', ['2026-01-30', '2026-02-05'])).toBe('2026-01-29')
  })
  it('R-306: a day reached by an earlier suspension counts in its turn', () => {
    expect(due('2025-09-30', ['2025-12-01', '2025-12-10'], ['2026-02-05', '2026-02-06'])).toBe('2026-02-10')
  })
})

describe('R-017: suspending is not extending', () => {
  it('R-017: work before the end of month 6 moves nothing; a period astride counts from the day after', () => {
    const work = (from: string, to: string) => startingOn('2025-09-30', [['work_period', from, { to }]], '2026-06-30')
    expect(datesOf(work('2026-03-01', '2026-03-29')).cspTerm).toBe('2026-09-29')
    expect(datesOf(work('2026-03-01', '2026-03-30')).cspTerm).toBe('2026-09-30')
    const astride = work('2026-03-01', '2026-04-30')
    expect(datesOf(astride).cspTerm).toBe('2026-10-31')
    expect(alertsOf(astride)).toContain('R-017 straddlesMonth6')
    expect(work('2026-03-01', '2026-04-30').totals.workPeriodDays).toBe(61)
  })
})
