import { describe, expect, it } from 'vitest'
import { articleOf, day, earliestLetter, isoOf } from '@/lib/accord'
import { alertsOf, datesOf, deadlineOf, fileOf, plus, refusalsOf, type WrittenFact } from './a-file'

const ENGAGED = '2025-09-08'
const proposed = (facts: readonly WrittenFact[], today: string, frame: Record<string, unknown> = {}) =>
  fileOf({ engagedOn: ENGAGED, frame: { procedureType: 'interview', ...frame }, facts: [['proposal_handed_over', ENGAGED], ...facts], today })
const registered = (facts: readonly WrittenFact[], today: string, engagedOn = ENGAGED) =>
  fileOf({ engagedOn, path: 'france_travail', facts: [['registered', plus(engagedOn, 30)], ...facts], today })

describe('R-100: who must propose', () => {
  it.each([
    [999, false, false],
    [1000, false, true],
    [1000, null, true],
    [1000, true, false],
    [5000, true, false],
    [null, null, false],
  ])('R-100: %s employees, insolvency %s: alert %s', (companySize, insolvency, expected) => {
    expect(alertsOf(proposed([], '2025-09-10', { companySize, insolvency })).includes('R-100 tooLarge')).toBe(expected)
    expect(articleOf('R-100', 'G')).toBe('CT L1233-66 ; Conv. 2015 art. 1')
  })
  it('R-100: the size is said, and blocks nothing', () => {
    const file = proposed([['accepted', '2025-09-10']], '2025-10-10', { companySize: 4_000 })
    expect(file.refusals).toEqual([])
    expect(file.stage).toBe('pre_bilan_due')
  })
})

describe('R-101: seniority', () => {
  const seniority = (hiredOn: string | null) => proposed([['accepted', '2025-09-10']], '2025-10-10', { hiredOn, areDurationDays: 182 })
  it('R-101: no seniority is asked to enter; a year is counted to the last day of reflection', () => {
    // Reflection ends on 29 September 2025.
    expect(seniority('2024-09-29').milestones.seniorityYears).toBe(1)
    expect(seniority('2024-09-30').milestones.seniorityYears).toBe(0)
    expect(seniority('2025-09-01').stage).toBe('pre_bilan_due')
    expect(seniority(null).milestones.seniorityYears).toBeNull()
  })
  it('R-202: under a year the allowance may end before the CSP, and the file says so', () => {
    expect(alertsOf(seniority('2024-09-30'))).toContain('R-202 underOneYear')
    expect(alertsOf(seniority('2024-09-29'))).not.toContain('R-202 underOneYear')
    expect(datesOf(seniority('2024-09-30'))).toMatchObject({ aspEnd: '2026-03-30', cspTerm: '2026-09-29' })
    expect(datesOf(seniority('2024-09-29')).aspEnd).toBe('2026-09-29')
    expect(datesOf(seniority(null)).aspEnd).toBeNull()
  })
})

describe('R-105: experimental publics', () => {
  it('R-105: they register, have 21 days, and neither employer’s payment, contest nor end of contract', () => {
    const file = fileOf({ engagedOn: '2016-03-01', path: 'experiment', facts: [['registered', '2016-03-01'], ['accepted', '2016-03-10']], today: '2016-04-01' })
    expect(datesOf(file)).toMatchObject({ reflectionEnd: '2016-03-22', cspStart: '2016-03-23', contractEnd: null, employerPaymentDue: null, contestLimit: null, rehirePriorityEnd: null })
    expect(alertsOf(file)).toEqual([])
  })
  it('R-105: silence is refusal there too', () => {
    const life = { engagedOn: '2016-03-01', path: 'experiment', facts: [['registered', '2016-03-01']] } as const
    expect(fileOf({ ...life, today: '2016-03-22' }).stage).toBe('reflection')
    expect(fileOf({ ...life, today: '2016-03-23' }).stage).toBe('refused')
  })
})

describe('R-110, R-112: the proposal', () => {
  it('R-112: not before the procedure was engaged', () => {
    const on = (day: string) => fileOf({ engagedOn: ENGAGED, facts: [['proposal_handed_over', day]], today: '2025-10-01' })
    expect(refusalsOf(on('2025-09-07'))).toEqual(['R-112 beforeProcedure'])
    expect(on('2025-09-07').stage).toBe('to_propose')
    expect(refusalsOf(on('2025-09-08'))).toEqual([])
    expect(refusalsOf(on('2025-09-09'))).toEqual([])
    expect(articleOf('R-112', 'G')).toBe('Conv. 2015 art. 4 §2')
    expect(articleOf('R-112', 'A0')).toBe('ANI 2011 art. 7')
  })
  it('R-110: once', () => {
    expect(refusalsOf(proposed([['proposal_handed_over', '2025-09-12']], '2025-10-01'))).toEqual(['R-110 alreadyProposed'])
  })
  it('R-112: given on another day than the interview it is admitted, counted from its day, and said', () => {
    const late = fileOf({ engagedOn: ENGAGED, frame: { procedureType: 'interview' }, facts: [['proposal_handed_over', '2025-09-12']], today: '2025-09-15' })
    expect(alertsOf(late)).toContain('R-112 notAtInterview')
    expect(datesOf(late).reflectionEnd).toBe('2025-10-03')
    expect(alertsOf(proposed([], '2025-09-15'))).not.toContain('R-112 notAtInterview')
    const collective = fileOf({ engagedOn: ENGAGED, frame: { procedureType: 'consultation' }, facts: [['proposal_handed_over', '2025-09-12']], today: '2025-09-15' })
    expect(alertsOf(collective)).not.toContain('R-112 notAtInterview')
  })
})

describe('R-111: what the document states', () => {
  it('R-111: where the twelve months are not stated, two years are kept, with an alert', () => {
    const file = fileOf({ engagedOn: ENGAGED, facts: [['proposal_handed_over', ENGAGED, { contestLimitStated: false }], ['accepted', '2025-09-10']], today: '2025-10-01' })
    expect(datesOf(file).contestLimit).toBe('2027-09-10')
    expect(alertsOf(file)).toContain('R-111 contestNotStated')
    expect(datesOf(proposed([['accepted', '2025-09-10']], '2025-10-01')).contestLimit).toBe('2026-09-10')
  })
})

describe('R-113: the economic motive, in writing and in time', () => {
  const alerts = (motive: string | null) => alertsOf(proposed([...(motive === null ? [] : [['motive_notified', motive] as const]), ['accepted', '2025-09-15']], '2025-10-05')).filter((alert) => alert.startsWith('R-113'))
  it.each([
    ['2025-09-14', []],
    ['2025-09-15', []],
    ['2025-09-16', ['R-113 motiveLate']],
    [null, ['R-113 motiveMissing']],
  ])('R-113: notified on %s, accepted on 15 September: %o', (motive, expected) => {
    expect(alerts(motive)).toEqual(expected)
  })
  it('R-113: nothing is missing before the acceptance, and the alert blocks nothing', () => {
    expect(alertsOf(proposed([], '2025-09-10')).filter((alert) => alert.startsWith('R-113'))).toEqual([])
    expect(proposed([['accepted', '2025-09-15']], '2025-10-05').stage).toBe('pre_bilan_due')
  })
})

describe('R-114: conservative letter', () => {
  it.each([
    // Seven jours ouvrables after Monday 8 September 2025 end on Tuesday 16.
    ['2025-09-08', false, '2025-09-17'],
    ['2025-09-08', true, '2025-09-26'],
    // From Friday 5 September the seventh is Saturday 13: it rolls to Monday 15.
    ['2025-09-05', false, '2025-09-16'],
    // Christmas and the Sundays do not count.
    ['2025-12-22', false, '2026-01-01'],
  ])('R-114: an interview on %s, executive %s: not before %s', (interview, executive, expected) => {
    expect(isoOf(earliestLetter(day(interview), executive))).toBe(expected)
  })
  it('R-114: sent a day too early it is kept, and said', () => {
    const sent = (on: string) => proposed([['conservative_letter_sent', on]], '2025-09-20')
    expect(alertsOf(sent('2025-09-16'))).toContain('R-114 letterTooEarly')
    expect(alertsOf(sent('2025-09-17'))).not.toContain('R-114 letterTooEarly')
    expect(alertsOf(sent('2025-09-17'))).not.toContain('R-114 letterNeeded')
    expect(alertsOf(proposed([], '2025-09-20'))).toContain('R-114 letterNeeded')
    expect(alertsOf(proposed([['accepted', '2025-09-12']], '2025-09-20'))).not.toContain('R-114 letterNeeded')
  })
  it('R-114: not before the proposal', () => {
    const file = fileOf({ engagedOn: ENGAGED, facts: [['conservative_letter_sent', ENGAGED]], today: '2025-09-20' })
    expect(refusalsOf(file)).toEqual(['R-114 notProposed'])
  })
})

describe('R-115: information interview', () => {
  it.each([
    ['2025-09-08', []],
    ['2025-09-29', []],
    ['2025-09-30', ['R-115 interviewAfterPeriod']],
  ])('R-115: held on %s: %o', (on, expected) => {
    expect(refusalsOf(proposed([['accepted', '2025-09-08'], ['information_interview_held', on]], '2025-10-10'))).toEqual(expected)
  })
  it('R-115: not before the proposal; its deadline is the end of reflection', () => {
    expect(refusalsOf(fileOf({ engagedOn: ENGAGED, facts: [['information_interview_held', ENGAGED]], today: '2025-09-20' }))).toEqual(['R-115 notProposed'])
    const file = proposed([['information_interview_held', '2025-09-20']], '2025-09-21')
    expect(deadlineOf(file, 'informationInterview')).toMatchObject({ dueOn: day('2025-09-29'), metOn: day('2025-09-20'), status: 'met', actor: 'france_travail' })
  })
})

describe('R-116, R-117, R-118: the answer', () => {
  it.each([
    ['2025-09-07', ['R-116 answerBeforeProposal']],
    ['2025-09-08', []],
    ['2025-09-29', []],
    ['2025-09-30', ['R-117 answerAfterPeriod']],
  ])('R-116: accepted on %s: %o', (on, expected) => {
    const file = fileOf({ engagedOn: '2025-09-01', facts: [['proposal_handed_over', ENGAGED], ['accepted', on]], today: '2025-10-10' })
    expect(refusalsOf(file).map((line) => line.replace('R-116 notProposed', 'R-116 answerBeforeProposal'))).toEqual(expected)
    expect(file.stage).toBe(expected.length === 0 ? 'pre_bilan_due' : 'refused')
  })
  it('R-117: silence is refusal the day after the last, and leaves nothing of the CSP', () => {
    expect(proposed([], '2025-09-29').stage).toBe('reflection')
    const silent = proposed([], '2025-09-30')
    expect(silent.stage).toBe('refused')
    expect(datesOf(silent)).toMatchObject({ cspStart: null, contractEnd: null })
    expect(deadlineOf(silent, 'answer')?.actionable).toBe(false)
    expect(articleOf('R-117', 'A0')).toBe('ANI 2011 art. 5')
    expect(articleOf('R-117', 'G')).toBe('Conv. 2015 art. 5 §1 et 7')
  })
  it('R-118: refused, then nothing more is admitted, an acceptance included', () => {
    const file = proposed([['refused', '2025-09-10'], ['accepted', '2025-09-12'], ['contact_held', '2025-09-15']], '2025-09-20')
    expect(file.stage).toBe('refused')
    expect(refusalsOf(file)).toEqual(['R-118 alreadyRefused', 'R-116 proposalRefused'])
  })
  it('R-119: accepted, then a refusal is not admitted', () => {
    expect(refusalsOf(proposed([['accepted', '2025-09-10'], ['refused', '2025-09-12']], '2025-09-20'))).toEqual(['R-119 alreadyAccepted'])
  })
  it('R-116: stages around the acceptance and the start', () => {
    const life: readonly WrittenFact[] = [['accepted', '2025-09-15']]
    expect(['2025-09-14', '2025-09-15', '2025-09-29', '2025-09-30'].map((today) => proposed(life, today).stage)).toEqual(['reflection', 'accepted_pending', 'accepted_pending', 'pre_bilan_due'])
  })
})

describe('R-119: giving up after the acceptance', () => {
  it('R-119: the employer alone cannot; both together can', () => {
    const annulled = (terms: Record<string, unknown>) => proposed([['accepted', '2025-09-10'], ['annulled', '2025-09-20', terms]], '2025-09-25')
    expect(refusalsOf(annulled({ employeeAgreed: false }))).toEqual(['R-119 agreementNeeded'])
    expect(annulled({ employeeAgreed: false }).stage).toBe('accepted_pending')
    expect(annulled({ employeeAgreed: true }).stage).toBe('annulled')
    expect(annulled({}).stage).toBe('annulled')
  })
  it('R-119: nor on the very day of the acceptance; before it, no agreement is needed', () => {
    const annulled = (on: string) => refusalsOf(proposed([['accepted', '2025-09-10'], ['annulled', on, { employeeAgreed: false }]], '2025-09-25'))
    expect(annulled('2025-09-10')).toEqual(['R-119 agreementNeeded'])
    expect(annulled('2025-09-09')).toEqual(['R-116 fileAnnulled'])
  })
  it('R-119: from that day only, and once', () => {
    expect(proposed([['accepted', '2025-09-10'], ['annulled', '2025-09-20']], '2025-09-19').stage).toBe('accepted_pending')
    expect(refusalsOf(proposed([['annulled', '2025-09-10'], ['annulled', '2025-09-20']], '2025-09-25'))).toEqual(['R-119 fileAnnulled'])
  })
})

describe('R-120: sending to France Travail', () => {
  it('R-120: two steps, the first due on the acceptance, the second at the end of the contract', () => {
    const file = proposed([['accepted', '2025-09-10'], ['sent_to_france_travail', '2025-09-12', { part: 'acceptance' }]], '2025-09-20')
    expect(deadlineOf(file, 'sendAcceptance')).toMatchObject({ dueOn: day('2025-09-10'), metOn: day('2025-09-12'), status: 'met_late' })
    expect(deadlineOf(file, 'sendAll')).toMatchObject({ dueOn: day('2025-09-29'), metOn: null, status: 'due' })
    expect(deadlineOf(proposed([['accepted', '2025-09-10'], ['sent_to_france_travail', '2025-09-10']], '2025-09-20'), 'sendAcceptance')?.status).toBe('met')
  })
  it('R-120: overdue the day after the end of the contract, not on it', () => {
    const all = (today: string) => deadlineOf(proposed([['accepted', '2025-09-10']], today), 'sendAll')?.status
    expect([all('2025-09-29'), all('2025-09-30')]).toEqual(['due', 'overdue'])
  })
  it('R-120: not before the acceptance, and the 2011 text has no second step', () => {
    expect(refusalsOf(proposed([['sent_to_france_travail', '2025-09-09'], ['accepted', '2025-09-10']], '2025-09-20'))).toEqual(['R-120 notAccepted'])
    const old = fileOf({ engagedOn: '2013-10-17', facts: [['proposal_handed_over', '2013-10-17'], ['accepted', '2013-10-20']], today: '2013-10-25' })
    expect(deadlineOf(old, 'sendAll')).toBeUndefined()
  })
})

describe('R-130: France Travail proposes', () => {
  it('R-130: 21 days from registration, then silence is refusal', () => {
    // Registered on 8 October 2025.
    expect(datesOf(registered([], '2025-10-10')).reflectionEnd).toBe('2025-10-29')
    expect(registered([], '2025-10-29').stage).toBe('reflection')
    expect(registered([], '2025-10-30').stage).toBe('refused')
    expect(registered([], '2025-10-07').stage).toBe('to_propose')
  })
  it('R-130: an answer needs a registration, within its period', () => {
    const none = fileOf({ engagedOn: ENGAGED, path: 'france_travail', facts: [['accepted', '2025-09-10']], today: '2025-10-01' })
    expect(refusalsOf(none)).toEqual(['R-116 notRegistered'])
    expect(refusalsOf(registered([['accepted', '2025-10-29']], '2025-11-05'))).toEqual([])
    expect(refusalsOf(registered([['accepted', '2025-10-30']], '2025-11-05'))).toEqual(['R-117 answerAfterPeriod'])
  })
  it('R-130: a second registration before the CSP is refused, one after its start is kept', () => {
    expect(refusalsOf(registered([['registered', '2025-10-12']], '2025-10-15'))).toEqual(['R-130 alreadyRegistered'])
    expect(refusalsOf(registered([['accepted', '2025-10-12'], ['registered', '2026-01-12']], '2026-02-15'))).toEqual([])
  })
  it('R-130: a protected employee awaits the decision there too; given before the registration, it changes no date', () => {
    const of = (facts: readonly WrittenFact[]) =>
      fileOf({ engagedOn: ENGAGED, path: 'france_travail', frame: { protectedEmployee: true }, facts: [['registered', '2025-11-10'], ['accepted', '2025-11-14'], ...facts], today: '2025-12-05' })
    expect(of([]).stage).toBe('awaiting_authorisation')
    expect(datesOf(of([])).cspStart).toBeNull()
    expect(datesOf(of([['authorisation_notified', '2025-10-20']]))).toMatchObject({ reflectionEnd: '2025-12-01', cspStart: '2025-12-02' })
  })
  it('R-130: where the employer proposed, a registration opens no period', () => {
    expect(refusalsOf(proposed([['registered', '2025-09-12']], '2025-09-20'))).toEqual(['R-130 registeredOnEmployerPath'])
  })
  it('R-130: an employer’s motive is not asked for on this path', () => {
    expect(alertsOf(registered([['accepted', '2025-10-12']], '2025-11-05')).filter((alert) => alert.startsWith('R-113'))).toEqual([])
  })
})

describe('R-140, R-141: effects of the acceptance, and contest', () => {
  it('R-140: the contract ends with reflection and the priority of rehiring lasts a year', () => {
    expect(datesOf(proposed([['accepted', '2025-09-10']], '2025-10-05'))).toMatchObject({ contractEnd: '2025-09-29', rehirePriorityEnd: '2026-09-29' })
  })
  it('R-141: twelve months from the acceptance, in every text and path', () => {
    expect(datesOf(proposed([['accepted', '2025-09-10']], '2025-10-05')).contestLimit).toBe('2026-09-10')
    expect(datesOf(registered([['accepted', '2025-10-12']], '2025-11-05')).contestLimit).toBe('2026-10-12')
    expect(datesOf(proposed([], '2025-09-10')).contestLimit).toBeNull()
    expect(articleOf('R-141', 'A0')).toBe('CT L1233-67 al. 1')
  })
})
