import { describe, expect, it } from 'vitest'
import { DEADLINE_CODES, isoOf, type CaseFile, type Day } from '@/lib/accord'
import { DATE_OF_DEADLINE, isOwnSetting } from '@/lib/accord/file/deadline-dates.ts'
import { fileOf, startingOn, type WrittenFact, type WrittenFile } from './a-file'

/* Each duty of a file on one line: rule, day, what met it, how it stands, whether it can still be done, by whom and by which act. */
const iso = (value: Day | null) => (value === null ? '-' : isoOf(value))
const duties = (file: CaseFile) =>
  file.deadlines.map(({ rule, code, dueOn, metOn, status, actionable, actor, metBy }) => `${rule} ${code} ${iso(dueOn)} ${iso(metOn)} ${status} ${actionable ? 'open' : 'shut'} ${actor} ${metBy}`)
const one = (file: CaseFile, code: string) => duties(file).find((line) => line.includes(` ${code} `)) ?? null

const START = '2025-09-30'
const TERM = '2026-09-29'
const life = (facts: readonly WrittenFact[], today: string, more: Partial<WrittenFile> = {}) => startingOn(START, facts, today, more)
const proposed = (facts: readonly WrittenFact[], today: string, more: Partial<WrittenFile> = {}) => fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ...facts], today, ...more })
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20']]
const CDI: WrittenFact = ['job_started', '2026-02-02', { contract: 'cdi' }]

describe('every duty of a file, in the order of its days', () => {
  it('of a proposal', () => {
    expect(duties(proposed([], '2025-09-10'))).toEqual(['R-117 answer 2025-09-29 - due open beneficiary accepted', 'R-115 informationInterview 2025-09-29 - due open france_travail information_interview_held'])
    expect(duties(fileOf({ engagedOn: '2025-09-08', facts: [], today: '2025-09-10' }))).toEqual([])
  })
  it('of an accepted proposal', () => {
    expect(duties(proposed([['accepted', '2025-09-15']], '2025-09-16'))).toEqual([
      'R-120 sendAcceptance 2025-09-15 - overdue open employer sent_to_france_travail',
      'R-117 answer 2025-09-29 2025-09-15 met shut beneficiary accepted',
      'R-115 informationInterview 2025-09-29 - due open france_travail information_interview_held',
      'R-120 sendAll 2025-09-29 - due open employer sent_to_france_travail',
      'R-301 preBilan 2025-10-08 - due open operator pre_bilan_held',
      'R-306 month4Review 2026-01-29 - due open operator month4_review_held',
      'R-308 termLetter 2026-08-30 - due open operator term_letter_relayed',
      'R-307 finalInterview 2026-09-29 - due open operator final_interview_held',
    ])
  })
  it('of a running CSP, with the operator’s own rhythm and a training that outlasts it', () => {
    const file = life([...PREPARED, ['contact_held', '2026-01-05'], ['training', '2026-09-01', { to: '2026-12-31' }]], '2026-01-20', { settings: { contactIntervalDays: 30 } })
    expect(duties(file).slice(4)).toEqual([
      'R-301 preBilan 2025-10-08 2025-10-03 met shut operator pre_bilan_held',
      'R-302 plan 2025-11-03 2025-10-20 met shut operator plan_validated',
      'R-306 month4Review 2026-01-29 - due open operator month4_review_held',
      'R-305 contact 2026-02-04 - due open operator contact_held',
      'R-308 termLetter 2026-08-30 - due open operator term_letter_relayed',
      'R-307 finalInterview 2026-09-29 - due open operator final_interview_held',
      'R-311 registration 2026-09-30 - due open beneficiary registered',
    ])
  })
  it('of a job, its bonus claimed', () => {
    const file = life([...PREPARED, CDI, ['bonus_claimed', '2026-02-10']], '2026-02-20', { settings: { followUpIntervalDays: 30 } })
    expect(duties(file).filter((line) => /R-309|R-50/u.test(line))).toEqual([
      'R-501 bonusClaim 2026-03-04 2026-02-10 met shut beneficiary bonus_claimed',
      'R-309 followUp 2026-03-04 - due open operator follow_up_held',
      'R-502 bonusSecondPayment 2026-05-02 - due open operator follow_up_held',
      'R-309 followUpEnd 2026-08-02 - due open operator file_closed',
    ])
  })
})

describe('how a duty stands: met, met late, due, overdue, cancelled', () => {
  it.each<[string, string | null, string | null]>([
    ['R-301, on the last day', one(life([], '2025-10-08'), 'preBilan'), 'R-301 preBilan 2025-10-08 - due open operator pre_bilan_held'],
    ['R-301, the day after', one(life([], '2025-10-09'), 'preBilan'), 'R-301 preBilan 2025-10-08 - overdue open operator pre_bilan_held'],
    ['R-301, held on the last day', one(life([['pre_bilan_held', '2025-10-08']], '2025-11-01'), 'preBilan'), 'R-301 preBilan 2025-10-08 2025-10-08 met shut operator pre_bilan_held'],
    ['R-301, held the day after', one(life([['pre_bilan_held', '2025-10-09']], '2025-11-01'), 'preBilan'), 'R-301 preBilan 2025-10-08 2025-10-09 met_late shut operator pre_bilan_held'],
    ['R-301, the CSP ending on that day', one(life([['annulled', '2025-10-08']], '2025-10-08'), 'preBilan'), 'R-301 preBilan 2025-10-08 - cancelled shut operator pre_bilan_held'],
    ['R-301, to end on a day to come', one(life([['annulled', '2025-10-08']], '2025-10-07'), 'preBilan'), 'R-301 preBilan 2025-10-08 - due open operator pre_bilan_held'],
    ['R-301, ended after its day: overdue for ever, and no longer to be done', one(life([['annulled', '2025-10-09']], '2025-10-09'), 'preBilan'), 'R-301 preBilan 2025-10-08 - overdue shut operator pre_bilan_held'],
    ['R-117, answered', one(proposed([['refused', '2025-09-15']], '2025-09-16'), 'answer'), 'R-117 answer 2025-09-29 2025-09-15 met shut beneficiary accepted'],
    ['R-117, silent on the last day', one(proposed([], '2025-09-29'), 'answer'), 'R-117 answer 2025-09-29 - due open beneficiary accepted'],
    ['R-117, silent after it', one(proposed([], '2025-09-30'), 'answer'), 'R-117 answer 2025-09-29 - overdue shut beneficiary accepted'],
    ['R-117, annulled before', one(proposed([['annulled', '2025-09-15']], '2025-09-16'), 'answer'), 'R-117 answer 2025-09-29 - cancelled shut beneficiary accepted'],
    ['R-117, closed before', one(proposed([['file_closed', '2025-09-15', { motive: 'death' }]], '2025-09-16'), 'answer'), 'R-117 answer 2025-09-29 - cancelled shut beneficiary accepted'],
    ['R-115, not held once answered', one(proposed([['accepted', '2025-09-15']], '2025-10-02'), 'informationInterview'), 'R-115 informationInterview 2025-09-29 - overdue shut france_travail information_interview_held'],
    ['R-115, refused', one(proposed([['refused', '2025-09-15']], '2025-09-16'), 'informationInterview'), 'R-115 informationInterview 2025-09-29 - cancelled shut france_travail information_interview_held'],
    ['R-115, held', one(proposed([['information_interview_held', '2025-09-12']], '2025-09-16'), 'informationInterview'), 'R-115 informationInterview 2025-09-29 2025-09-12 met shut france_travail information_interview_held'],
    ['R-305, no rhythm chosen', one(life([], '2025-12-01'), 'contact'), null],
    ['R-308, relayed', one(life([['term_letter_relayed', '2026-08-30']], '2026-09-01'), 'termLetter'), 'R-308 termLetter 2026-08-30 2026-08-30 met shut operator term_letter_relayed'],
    ['R-302, no pré-bilan yet', one(life([], '2025-12-01'), 'plan'), null],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected)
  })
  it('R-120: two sendings by the employer from 2015 alone', () => {
    expect(one(startingOn('2014-03-01', [], '2014-03-10'), 'sendAcceptance')).toBeNull()
    expect(one(fileOf({ engagedOn: '2025-09-08', path: 'france_travail', facts: [['registered', '2025-09-08'], ['accepted', '2025-09-15']], today: '2025-09-20' }), 'sendAcceptance')).toBeNull()
    expect(one(proposed([], '2025-09-10'), 'sendAcceptance')).toBeNull()
  })
})

describe('R-305, R-309: the operator’s own rhythm', () => {
  const every = (facts: readonly WrittenFact[], today: string) => one(life(facts, today, { settings: { contactIntervalDays: 30, followUpIntervalDays: 30 } }), 'contact')?.split(' ')[2] ?? null
  it.each<[string, readonly WrittenFact[], string, string | null]>([
    ['from the first day of the CSP', [], START, '2025-10-30'],
    ['not before it', [], '2025-09-29', null],
    ['from the last contact', [['contact_held', '2025-11-10']], '2025-11-12', '2025-12-10'],
    ['a contact before the CSP does not count', [['contact_held', '2025-09-20']], '2025-10-02', '2025-10-30'],
    ['on the last day of the CSP', [['contact_held', '2026-09-01']], TERM, '2026-10-01'],
    ['not after it', [['contact_held', '2026-09-01']], '2026-09-30', null],
    ['not in a job', [CDI], '2026-02-02', null],
    ['on its eve', [['contact_held', '2026-01-20'], CDI], '2026-02-01', '2026-02-19'],
    ['again from the day a trial was broken', [['contact_held', '2026-01-20'], CDI, ['trial_period_broken', '2026-02-10']], '2026-02-10', '2026-03-12'],
    ['not from a break to come', [['contact_held', '2026-01-20'], ['job_started', '2026-02-02', { contract: 'cdd', months: 3 }], ['trial_period_broken', '2026-02-10']], '2026-02-09', '2026-02-19'],
  ])('%s', (_what, facts, today, expected) => {
    expect(every(facts, today)).toBe(expected)
  })
  const followUp = (facts: readonly WrittenFact[], today: string, days = 30) => one(life([...PREPARED, CDI, ...facts], today, { settings: { followUpIntervalDays: days } }), 'followUp')
  it('the follow-up goes on from the last contact, to the end of six months', () => {
    expect(followUp([], '2026-02-10')).toBe('R-309 followUp 2026-03-04 - due open operator follow_up_held')
    expect(followUp([['follow_up_held', '2026-03-10', { situation: 'in_job' }]], '2026-03-12')?.split(' ')[2]).toBe('2026-04-09')
    expect(followUp([], '2026-08-02')?.split(' ')[2]).toBe('2026-03-04')
    expect(followUp([], '2026-08-03')).toBeNull()
    expect(followUp([], '2026-02-10', 181)?.split(' ')[2]).toBe('2026-08-02')
    expect(followUp([], '2026-02-10', 182)).toBeNull()
    expect(one(life([...PREPARED, CDI], '2026-02-10'), 'followUp')).toBeNull()
    expect(followUp([['file_closed', '2026-02-20', { motive: 'death' }]], '2026-02-20')).toContain('cancelled')
  })
  it('the end of the follow-up is met by the closing, from the day of the job', () => {
    const end = (facts: readonly WrittenFact[], today: string) => one(life([...PREPARED, ...facts], today), 'followUpEnd')
    expect(end([CDI, ['file_closed', '2026-08-02', { motive: 'job_cdi' }]], '2026-09-01')).toBe('R-309 followUpEnd 2026-08-02 2026-08-02 met shut operator file_closed')
    expect(end([CDI, ['file_closed', '2026-02-02', { motive: 'job_cdi' }]], '2026-09-01')).toContain('2026-02-02 met')
    expect(end([CDI], '2026-08-03')).toBe('R-309 followUpEnd 2026-08-02 - overdue open operator file_closed')
    expect(end([CDI, ['annulled', '2026-03-01']], '2026-08-03')).toBe('R-309 followUpEnd 2026-08-02 - cancelled shut operator file_closed')
    expect(end([['job_started', '2026-10-05', { contract: 'cdi' }]], '2026-10-10')).toContain('2027-04-05')
  })
})

describe('R-307, R-311: the end of support', () => {
  const final = (facts: readonly WrittenFact[], today = '2026-12-01') => one(life(facts, today), 'finalInterview')
  it('the final interview is held within the last two months, or late, but not before', () => {
    expect(final([['final_interview_held', '2026-07-29']])).toBe('R-307 finalInterview 2026-09-29 - overdue open operator final_interview_held')
    expect(final([['final_interview_held', '2026-07-30']])).toContain('2026-07-30 met')
    expect(final([['final_interview_held', '2026-10-01']])).toContain('2026-10-01 met_late')
  })
  it('is no longer owed once the CSP has ended before its term, or is closed', () => {
    expect(final([CDI], '2026-02-02')).toContain('- cancelled shut')
    expect(final([['job_started', TERM, { contract: 'cdi' }]])).toContain('- cancelled shut')
    expect(final([['file_closed', '2026-10-05', { motive: 'term' }]])).toContain('- overdue shut')
    expect(final([], '2026-10-05')).toContain('- overdue open')
  })
  const registration = (facts: readonly WrittenFact[], today = '2026-12-01') => one(life(facts, today), 'registration')
  const training = (from: string, to: string | null): WrittenFact => ['training', from, { to }]
  it('a training that outlasts the term asks for a registration the day after it', () => {
    expect(registration([training('2026-09-01', '2026-12-31')])).toBe('R-311 registration 2026-09-30 - overdue open beneficiary registered')
    expect(registration([training('2026-09-01', '2026-12-31'), ['registered', '2026-09-30']])).toBe('R-311 registration 2026-09-30 2026-09-30 met shut beneficiary registered')
    expect(registration([training('2026-09-01', '2026-12-31'), ['registered', START]])).toContain(`${START} met`)
    expect(registration([training('2026-09-29', '2026-09-30')])).not.toBeNull()
    expect(registration([training('2026-09-01', TERM)])).toBeNull()
    expect(registration([training('2026-09-01', null)])).toBeNull()
    expect(registration([training('2026-01-05', '2026-02-01'), training('2026-09-01', '2026-12-31')])).not.toBeNull()
    expect(registration([training('2026-01-05', '2026-12-31'), CDI], '2026-02-02')).toContain('- cancelled shut')
    expect(registration([training('2026-09-01', '2026-12-31'), ['file_closed', '2026-10-05', { motive: 'term' }]])).toContain('- overdue shut')
  })
})

describe('R-501, R-502: the bonus', () => {
  const claim = (facts: readonly WrittenFact[], today = '2026-02-20', more: Partial<WrittenFile> = {}) => one(life(facts, today, more), 'bonusClaim')
  it('is claimed within thirty days, where no known condition fails', () => {
    expect(claim([...PREPARED, CDI], '2026-03-04')).toBe('R-501 bonusClaim 2026-03-04 - due open beneficiary bonus_claimed')
    expect(claim([...PREPARED, CDI], '2026-03-05')).toBe('R-501 bonusClaim 2026-03-04 - overdue shut beneficiary bonus_claimed')
    expect(claim([CDI])).toBeNull()
    expect(claim([...PREPARED, CDI], '2026-02-20', { frame: { hiredOn: '2025-01-06' } })).toBeNull()
    expect(claim([...PREPARED, CDI, ['wage_gap_claimed', '2026-02-05']])).toBeNull()
    expect(claim([...PREPARED, ['job_started', '2026-10-05', { contract: 'cdi' }]], '2026-10-10')).toBeNull()
    expect(claim([...PREPARED, CDI, ['annulled', '2026-02-10']])).toContain('- cancelled shut')
    expect(one(startingOn('2014-03-01', [['job_started', '2014-05-05', { contract: 'cdi' }]], '2014-05-10'), 'bonusClaim')).toBeNull()
  })
  it('its second payment waits for three months in the job, and is met by a payment or by a contact that finds the person in it', () => {
    const claimed: readonly WrittenFact[] = [...PREPARED, CDI, ['bonus_claimed', '2026-02-10']]
    const second = (facts: readonly WrittenFact[], today = '2026-07-01') => one(life([...claimed, ...facts], today), 'bonusSecondPayment')
    expect(one(life([...PREPARED, CDI], '2026-02-20'), 'bonusSecondPayment')).toBeNull()
    expect(second([])).toBe('R-502 bonusSecondPayment 2026-05-02 - overdue open operator follow_up_held')
    expect(second([['follow_up_held', '2026-05-01', { situation: 'in_job' }]])).toContain('- overdue')
    expect(second([['follow_up_held', '2026-05-02', { situation: 'in_job' }]])).toContain('2026-05-02 met')
    expect(second([['follow_up_held', '2026-05-02', { situation: 'jobseeker' }]])).toContain('- overdue')
    expect(second([['bonus_paid', '2026-02-20'], ['bonus_paid', '2026-05-12']])).toContain('2026-05-12 met_late')
    expect(second([['bonus_paid', '2026-02-20']])).toContain('- overdue')
    expect(second([['job_ended', '2026-04-15']])).toContain('- cancelled shut')
  })
})

describe('R-306: four months of effective support', () => {
  const due = (facts: readonly WrittenFact[], today = '2026-06-01') => one(life(facts, today), 'month4Review')?.split(' ')[2]
  it('leaves, work and a job tried put it off by their days, a job kept beside the CSP by none', () => {
    expect(due([])).toBe('2026-01-29')
    expect(due([['suspension', '2025-11-03', { to: '2025-11-12' }]])).toBe('2026-02-08')
    expect(due([['work_period', '2025-11-03', { to: '2025-11-07' }]])).toBe('2026-02-03')
    expect(due([...PREPARED, ['job_started', '2025-11-03', { contract: 'cdi' }], ['trial_period_broken', '2025-11-13']])).toBe('2026-02-08')
    expect(due([['job_started', '2025-11-03', { contract: 'cdd', months: 3 }], ['trial_period_broken', '2025-11-13']])).toBe('2026-01-29')
    expect(due([['suspension', '2026-02-02', { to: '2026-02-12' }]])).toBe('2026-01-29')
  })
})

describe('which date a deadline stands for', () => {
  it('the date of the file that bears its day; none for the rhythm of the operator', () => {
    const file = life([...PREPARED, CDI, ['bonus_claimed', '2026-02-10']], '2026-02-20', { settings: { contactIntervalDays: 30, followUpIntervalDays: 30 } })
    for (const { code, dueOn } of file.deadlines) {
      const name = DATE_OF_DEADLINE[code] ?? null
      expect([code, name === null ? null : file.dates[name]]).toEqual([code, name === null ? null : dueOn])
    }
    expect(DEADLINE_CODES.map((code) => [code, DATE_OF_DEADLINE[code] ?? null])).toEqual([
      ['answer', 'reflectionEnd'], ['informationInterview', 'reflectionEnd'], ['sendAcceptance', null], ['sendAll', 'contractEnd'], ['preBilan', 'preBilanDue'], ['plan', 'planDue'], ['contact', null],
      ['month4Review', 'month4ReviewDue'], ['bonusClaim', 'bonusClaimDue'], ['bonusSecondPayment', 'bonusSecondPaymentOn'], ['finalInterview', 'finalInterviewTo'], ['termLetter', 'termLetterDue'],
      ['registration', 'cspTerm'], ['followUp', null], ['followUpEnd', 'followUpEnd'],
    ])
    expect(DEADLINE_CODES.filter((code) => isOwnSetting(code))).toEqual(['contact', 'followUp'])
  })
})
