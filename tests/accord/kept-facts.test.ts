// Facts as they are kept, read back, and asked about.
import { describe, expect, it } from 'vitest'
import { day, FACT_KINDS, factTerms, frameSchema, frameTerms, parseFact, type Day, type Fact, type FactKind } from '@/lib/accord'
import { CONTRACT_FACT_KINDS, dayOfFact } from '@/lib/accord/file/facts.ts'
import { recordOf } from '@/lib/accord/file/kept-record.ts'
import { probeOf } from '@/lib/accord/file/probe.ts'
import { moved } from '@/lib/accord/file/what-if.ts'
import { fact, frame, type WrittenFact } from './a-file.ts'

describe('the record behind a shown file', () => {
  const [first, second, third] = [fact(['proposal_handed_over', '2025-09-08']), fact(['accepted', '2025-09-10']), fact(['contact_held', '2025-10-15'])]

  it('holds the facts that count, in the order in which they were derived', () => {
    const shown = [
      { fact: third, factIndex: 2 },
      { fact: first, factIndex: 0 },
      { fact: fact(['refused', '2025-09-09']), factIndex: null },
      { fact: null, factIndex: 3 },
      { fact: second, factIndex: 1 },
    ]
    const record = recordOf({ frame: frame('2025-09-08'), facts: shown })
    expect(record.facts).toEqual([first, second, third])
    expect(record.frame.engagedOn).toBe(day('2025-09-08'))
    expect(shown[0]?.fact).toBe(third)
  })
  it('a fact that counts no more changes the place of no other', () => {
    const shown = [{ fact: second, factIndex: 1 }, { fact: third, factIndex: null }, { fact: first, factIndex: 0 }]
    expect(recordOf({ frame: frame('2025-09-08'), facts: shown }).facts).toEqual([first, second])
  })
})

describe('the JSON form', () => {
  const written: readonly WrittenFact[] = [
    ['proposal_handed_over', '2025-09-08', { contestLimitStated: false }],
    ['training', '2025-11-03', { to: '2025-12-19' }],
    ['work_period', '2026-03-02', { to: '2026-03-20', validatedOn: '2026-02-27' }],
    ['suspension', '2026-01-05'],
    ['job_started', '2026-02-02', { contract: 'cdd', months: 6, monthlyGross: '2500.00', sameWorkingTime: true }],
    ['benefit_notified', '2025-10-20', { sjr: '100.00', aspEnd: '2026-09-29', areDurationDays: 548 }],
  ]
  it.each(written.map((one) => [one[0], one] as const))('%s is read back as it was', (_, one) => {
    const { kind, ...terms } = factTerms(fact(one))
    expect(kind).toBe(one[0])
    expect(parseFact(one[0], { kind, ...terms }).data).toEqual(fact(one))
  })
  it('days are ISO text; a number that is no day, an amount and an open end stay as they are', () => {
    expect(factTerms(fact(['work_period', '2026-03-02', { to: '2026-03-20', validatedOn: '2026-02-27' }]))).toEqual({
      kind: 'work_period', from: '2026-03-02', to: '2026-03-20', validatedOn: '2026-02-27', contract: 'cdd', employer: 'company',
    })
    expect(factTerms(fact(['suspension', '2026-01-05']))).toMatchObject({ from: '2026-01-05', to: null })
    expect(factTerms(fact(['benefit_notified', '2025-10-20', { sjr: '100.00', aspEnd: '2026-09-29', areDurationDays: 548 }]))).toMatchObject({ on: '2025-10-20', sjr: '100.00', aspEnd: '2026-09-29', areDurationDays: 548 })
  })
  it('a frame is read back as it was', () => {
    const whole = frame('2025-09-08', 'employer', { birthDate: '1980-02-29', hiredOn: '2015-03-01', companySize: 40, noticeMonths: 2, areDurationDays: 548, sjr: '98.63' })
    expect(frameTerms(whole)).toMatchObject({ birthDate: '1980-02-29', hiredOn: '2015-03-01', engagedOn: '2025-09-08', companySize: 40, noticeMonths: 2, areDurationDays: 548, sjr: '98.63' })
    expect(frameSchema.parse(frameTerms(whole))).toEqual(whole)
  })
})

describe('the plainest fact of a kind', () => {
  const on: Day = day('2026-03-02')
  it.each(FACT_KINDS)('%s can be asked about on a day', (kind) => {
    const probe = probeOf(kind, on)
    expect(probe?.kind).toBe(kind)
    expect(probe === null ? null : dayOfFact(probe)).toBe(on)
  })
  it.each([
    ['authorisation_notified', { granted: true }],
    ['sent_to_france_travail', { part: 'all' }],
    ['work_period', { contract: 'cdd', employer: 'company', to: null, validatedOn: on }],
    ['suspension', { cause: 'sickness', to: null }],
    ['asp_stopped', { cause: 'work' }],
    ['job_started', { contract: 'cdi', months: null }],
    ['bonus_paid', { amount: '1.00' }],
    ['wage_gap_paid', { amount: '1.00' }],
    ['benefit_notified', { sjr: '1.00', aspDaily: null }],
    ['follow_up_held', { situation: 'in_job' }],
    ['file_closed', { motive: 'term' }],
  ] as const)('%s says besides what makes it the plainest', (kind, terms) => {
    expect(probeOf(kind, on)).toMatchObject(terms)
  })
})

describe('what a fact may say', () => {
  const read = (kind: FactKind, terms: Readonly<Record<string, unknown>>) => {
    const when = kind === 'training' || kind === 'work_period' || kind === 'suspension' ? {} : { on: '2026-03-02' }
    const parsed = parseFact(kind, { kind, ...when, ...terms })
    return parsed.success ? 'read' : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join()
  }
  it('a contract of limited length says its months, over none and up to ten years; a permanent one says none', () => {
    const job = (terms: Readonly<Record<string, unknown>>) => read('job_started', terms)
    expect(job({ contract: 'cdi' })).toBe('read')
    expect(job({ contract: 'cdi', months: 6 })).toBe('months months_of_cdi')
    for (const contract of ['cdd', 'temp']) {
      expect(job({ contract })).toBe('months months_required')
      expect(job({ contract, months: 0.5 })).toBe('read')
      expect(job({ contract, months: 120 })).toBe('read')
      expect(job({ contract, months: 120.5 })).toMatch(/^months /)
      expect(job({ contract, months: 0 })).toMatch(/^months /)
    }
  })
  it.each(['training', 'work_period', 'suspension'] as const)('%s ends on its first day or later, or is open', (kind) => {
    const terms = { training: {}, work_period: { contract: 'cdd', employer: 'company' }, suspension: { cause: 'sickness' } }[kind]
    const span = (to: string | null) => read(kind, { from: '2026-03-02', to, ...terms })
    expect([span(null), span('2026-03-02'), span('2026-03-01')]).toEqual(['read', 'read', 'to end_before_start'])
  })
  it('a leave of an added text names it, and no other leave does', () => {
    const leave = (terms: Readonly<Record<string, unknown>>) => read('suspension', { from: '2026-03-02', ...terms })
    expect(leave({ cause: 'added_leave', leave: 'deuil' })).toBe('read')
    expect(leave({ cause: 'added_leave', leave: 'A' })).toBe('read')
    expect(leave({ cause: 'added_leave', leave: 'twelve_signs' })).toBe('read')
    expect(leave({ cause: 'added_leave', leave: 'thirteen_sign' })).toMatch(/^leave /)
    expect(leave({ cause: 'added_leave', leave: '' })).toMatch(/^leave /)
    expect(leave({ cause: 'added_leave' })).toBe('leave leave_of_cause')
    expect(leave({ cause: 'sickness', leave: 'deuil' })).toBe('leave leave_of_cause')
  })
  it('a notice of France Travail gives a figure at least; days of ARE are whole, from none to two thousand', () => {
    const notice = (terms: Readonly<Record<string, unknown>>) => read('benefit_notified', terms)
    expect(notice({})).toBe('aspDaily nothing_given')
    for (const terms of [{ sjr: '1.00' }, { sjrAre: '1.00' }, { areDaily: '1.00' }, { aspDaily: '1.00' }, { aspEnd: '2026-09-29' }, { areDurationDays: 0 }, { areDurationDays: 2_000 }]) expect(notice(terms)).toBe('read')
    for (const areDurationDays of [-1, 2_001, 1.5]) expect(notice({ areDurationDays })).toMatch(/^areDurationDays /)
  })
  it('an amount has two decimals and nine figures at most before them; a day exists', () => {
    const paid = (amount: string) => read('bonus_paid', { amount })
    expect([paid('0.00'), paid('999999999.99')]).toEqual(['read', 'read'])
    for (const amount of ['1', '1.0', '1.000', '-1.00', '1,00', '1000000000.00', 'x1.00', '1.00x', '.50']) expect(paid(amount)).toBe('amount not_an_amount')
    expect(read('accepted', { on: '2026-06-31' })).toBe('on not_a_day')
    expect(read('accepted', { on: '2026-06-30' })).toBe('read')
  })
  it('says nothing that its kind does not know', () => {
    for (const kind of FACT_KINDS) {
      const probe = probeOf(kind, day('2026-03-02')) as Fact
      expect([kind, parseFact(kind, { ...factTerms(probe), note: 'x' }).success]).toEqual([kind, false])
    }
  })
  it('eleven kinds exist in kept files alone', () => {
    expect(FACT_KINDS.filter((kind) => !CONTRACT_FACT_KINDS.includes(kind)).toSorted()).toEqual([
      'benefit_notified', 'breach_dismissed', 'explanations_heard', 'explanations_invited', 'offer_accepted', 'offer_made', 'offer_unanswered', 'service_given', 'term_letter_relayed', 'wage_gap_paid', 'work_review_held',
    ])
  })
})

describe('what a file may start from', () => {
  const start = (terms: Readonly<Record<string, unknown>>) => frameSchema.safeParse({ engagedOn: '2025-09-08', entryPath: 'employer', ...terms }).success
  it.each([
    ['companySize', [0, 1, 2_000_000], [-1, 1.5, 2_000_001]],
    ['noticeMonths', [0, 2.5, 24], [-0.5, 24.5]],
    ['workingTimeShare', [0.01, 1], [0, 1.01]],
    ['areDurationDays', [0, 2_000], [-1, 2_001, 1.5]],
    ['unusedTrainingHours', [0, 120.5, 1_000], [-1, 1_000.5]],
    ['monthlyGross', ['0.00', '999999999.99'], ['1', '1000000000.00']],
    ['procedureType', ['interview', 'consultation', 'pse'], ['other']],
    ['birthDate', ['2000-02-29'], ['2001-02-29']],
  ] as const)('%s: its least and its most, and nothing beyond', (name, admitted, refused) => {
    for (const value of [null, ...admitted]) expect([value, start({ [name]: value })]).toEqual([value, true])
    for (const value of refused) expect([value, start({ [name]: value })]).toEqual([value, false])
  })
  it('knows nothing of what is not said, and refuses what it does not know', () => {
    const plain = frameSchema.parse({ engagedOn: '2025-09-08', entryPath: 'employer' })
    expect(new Set(Object.entries(plain).flatMap(([name, value]) => (name === 'engagedOn' || name === 'entryPath' ? [] : [value])))).toEqual(new Set([null]))
    expect(start({ note: 'x' })).toBe(false)
    expect(['employer', 'france_travail', 'experiment', 'other'].map((entryPath) => start({ entryPath }))).toEqual([true, true, true, false])
  })
})

describe('moving a fact by some days', () => {
  it('a notice takes the last day of the allowance that it gives with it, and none where it gives none', () => {
    expect(moved(fact(['benefit_notified', '2025-10-20', { aspEnd: '2026-09-29' }]), 3)).toMatchObject({ on: day('2025-10-23'), aspEnd: day('2026-10-02') })
    expect(moved(fact(['benefit_notified', '2025-10-20', { sjr: '100.00' }]), 3)).toMatchObject({ on: day('2025-10-23'), aspEnd: null })
  })
  it('a fact of one day keeps its other terms', () => {
    expect(moved(fact(['job_started', '2026-02-02', { monthlyGross: '2500.00' }]), -2)).toEqual(fact(['job_started', '2026-01-31', { monthlyGross: '2500.00' }]))
    expect(moved(fact(['training', '2026-02-02', { to: '2026-02-06' }]), 7)).toEqual(fact(['training', '2026-02-09', { to: '2026-02-13' }]))
  })
})
