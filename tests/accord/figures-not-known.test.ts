// Money where a figure is missing, is given twice, or comes from France Travail: what is known stays said, the rest is not.
import { describe, expect, it } from 'vitest'
import { day, derive, isoOf, shippedTexts, type CaseFile, type Comparison } from '@/lib/accord'
import { balanceOf, differenceOf } from '@/lib/accord/file/balance.ts'
import { datesOf, fact, fileOf, frame, PLAIN_SETTINGS, startingOn, type WrittenFact } from './a-file.ts'

const FRAME = { sjr: '100.00', areDurationDays: 548, monthlyGross: '3000.00', noticeMonths: 2 }
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-10']]
/** CSP from 30 September 2025 to 29 September 2026, 75.00 euros a day. */
const csp = (facts: readonly WrittenFact[], today = '2026-03-10', terms: Readonly<Record<string, unknown>> = {}) =>
  startingOn('2025-09-30', [...PREPARED, ...facts], today, { frame: { ...FRAME, ...terms } })
const notice = (terms: Readonly<Record<string, unknown>>): WrittenFact => ['benefit_notified', '2025-10-20', terms]
const job = (on: string, terms: Readonly<Record<string, unknown>> = {}): WrittenFact => ['job_started', on, { monthlyGross: '2500.00', sameWorkingTime: true, ...terms }]

describe('our figure beside France Travail’s', () => {
  const beside = (file: CaseFile, name: Comparison['name']) =>
    file.estimates.comparisons.filter((one) => one.name === name).map((one) => `${'number' in one ? `no. ${one.number} ` : ''}${one.ours} ${one.theirs} ${one.differs} ${one.unit}`)

  it('the wage of ARE: ours is that entered; before the wages are apart, the one wage', () => {
    expect(beside(csp([notice({ sjrAre: '80.00' })]), 'sjrAre')).toEqual(['null 80.00 false euros'])
    expect(beside(csp([notice({ sjrAre: '80.00' })], '2026-03-10', { sjrAre: '90.00' }), 'sjrAre')).toEqual(['90.00 80.00 true euros'])
    const shared = (terms: Readonly<Record<string, unknown>>) =>
      fileOf({ engagedOn: '2021-09-06', frame: { ...FRAME, ...terms }, facts: [['proposal_handed_over', '2021-09-06'], ['accepted', '2021-09-06'], ['benefit_notified', '2021-10-20', { sjrAre: '80.00' }]], today: '2021-11-02' })
    expect(beside(shared({}), 'sjrAre')).toEqual(['100.00 80.00 true euros'])
    expect(beside(shared({ sjrAre: '80.50' }), 'sjrAre')).toEqual(['80.50 80.00 false euros'])
    expect(beside(csp([]), 'sjrAre')).toEqual([])
  })
  it('a figure that we cannot work out differs from none', () => {
    const unknown = csp([notice({ sjr: '90.00', areDaily: '55.00', aspDaily: '70.00' })], '2026-03-10', { sjr: null, hiredOn: null })
    expect(beside(unknown, 'sjr')).toEqual(['null 90.00 false euros'])
    expect(beside(csp([notice({ areDaily: '55.00', aspDaily: '70.00' })], '2026-03-10', { sjr: null }), 'areDaily')).toEqual(['null 55.00 false euros'])
    expect(beside(unknown, 'aspDaily')).toEqual(['null 70.00 false euros'])
    const noEnd = csp([notice({ aspEnd: '2026-03-30' })], '2025-11-03', { hiredOn: '2025-01-01', areDurationDays: null })
    expect(beside(noEnd, 'aspEnd')).toEqual([`null ${day('2026-03-30')} false day`])
  })
  it('the duration of ARE: by more than one in a hundred of theirs, and not where none was entered', () => {
    const of = (theirs: number, areDurationDays: number | null = 548) => beside(csp([notice({ areDurationDays: theirs })], '2026-03-10', { areDurationDays }), 'areDurationDays')
    expect([of(548), of(553), of(542), of(300, null)]).toEqual([['548 548 false days'], ['548 553 false days'], ['548 542 true days'], ['null 300 false days']])
  })
  it('each payment of the bonus beside its own half, the first a cent more where the whole is odd', () => {
    // 63 days at 75.03, half of it: 2,363.45 in 1,181.73 and 1,181.72.
    const facts: readonly WrittenFact[] = [notice({ aspDaily: '75.03' }), job('2026-07-29'), ['bonus_claimed', '2026-08-03'], ['bonus_paid', '2026-08-10', { amount: '1181.73' }], ['bonus_paid', '2026-10-30', { amount: '900.00' }]]
    const file = csp(facts, '2026-11-02')
    expect(file.amounts.bonusInstalments?.map(({ amount }) => amount)).toEqual(['1181.73', '1181.72'])
    expect(beside(file, 'bonusInstalment')).toEqual(['no. 1 1181.73 1181.73 false euros', 'no. 2 1181.72 900.00 true euros'])
  })
  it('each payment of the indemnity beside its month; one that we do not expect beside none', () => {
    const paid = (on: string, amount: string): WrittenFact => ['wage_gap_paid', on, { amount }]
    const claimed: readonly WrittenFact[] = [job('2026-03-02'), ['wage_gap_claimed', '2026-03-09']]
    expect(beside(csp([...claimed, paid('2026-04-10', '500.00'), paid('2026-05-11', '400.00')], '2026-06-01'), 'wageGapPayment')).toEqual(['no. 1 500.00 500.00 false euros', 'no. 2 500.00 400.00 true euros'])
    // A job of two months gives two.
    const short = csp([job('2026-07-30', { contract: 'cdd', months: 6 }), ['wage_gap_claimed', '2026-08-03'], ...['2026-09-01', '2026-10-01', '2026-11-02', '2026-12-01', '2027-01-04'].map((on) => paid(on, '500.00'))], '2027-01-05')
    expect(beside(short, 'wageGapPayment').at(-1)).toBe('no. 5 325.00 500.00 true euros')
    const unknown = csp([job('2026-03-02', { sameWorkingTime: null }), ['wage_gap_claimed', '2026-03-09'], paid('2026-04-10', '500.00')], '2026-06-01')
    expect(beside(unknown, 'wageGapPayment')).toEqual(['no. 1 null 500.00 false euros'])
  })
})

describe('where the daily ARE comes from', () => {
  const last = (file: CaseFile) => file.amountExplanations.areDaily?.steps.at(-1)
  const shortest = (file: CaseFile) => file.amountExplanations.aspDaily?.steps.map(({ code }) => code)
  it.each([
    ['estimated', [], {}, 'areEstimated', '57.00'],
    ['entered', [], { areDaily: '60.00' }, 'areGiven', '60.00'],
    ['notified', [notice({ areDaily: '61.00' })], { areDaily: '60.00' }, 'areNotified', '61.00'],
  ] as const)('%s: its last step, and the first of an allowance equal to it', (_, facts, terms, code, amount) => {
    expect(last(csp(facts, '2026-03-10', terms))).toMatchObject({ code, amount })
    const file = csp(facts, '2025-11-03', { hiredOn: '2025-01-01', ...terms })
    expect(shortest(file)).toEqual([code, 'aspOfShortSeniority'])
    expect(file.amounts).toMatchObject({ areDaily: amount, aspDaily: amount, aspBasis: 'seniority' })
  })
  it('before a CSP is accepted only what was entered is said', () => {
    const reflecting = fileOf({ engagedOn: '2025-09-08', frame: { ...FRAME, areDaily: '60.00' }, facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-10' })
    expect(reflecting.amounts).toMatchObject({ sjr: '100.00', areDaily: '60.00', aspDaily: null, aspBasis: null })
  })
})

describe('what the former employer owes, where something is missing', () => {
  it.each([['monthlyGross'], ['noticeMonths'], ['hiredOn']] as const)('without %s, neither the notice nor the severance', (name) => {
    expect(csp([], '2026-03-10', { [name]: null }).amounts).toMatchObject({ employerNoticeContribution: null, employeeNoticeBalance: null, severanceLegal: null, employerPenalty: null })
  })
  it('nothing before the acceptance, nor without a reflection; nothing from an experimental public', () => {
    const none = { employerNoticeContribution: null, employeeNoticeBalance: null, severanceLegal: null, employerPenalty: null }
    expect(fileOf({ engagedOn: '2025-09-08', frame: FRAME, facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-10' }).amounts).toMatchObject(none)
    expect(fileOf({ engagedOn: '2025-09-08', frame: FRAME, facts: [], today: '2025-09-10' }).amounts).toMatchObject(none)
    expect(fileOf({ engagedOn: '2025-09-08', path: 'experiment', frame: FRAME, facts: [['registered', '2025-09-10'], ['accepted', '2025-09-12']], today: '2025-11-03' }).amounts).toMatchObject(none)
  })
  it('the penalty: from the registration, with the wage', () => {
    const penalty = (facts: readonly WrittenFact[], monthlyGross: string | null = '3000.00') =>
      fileOf({ engagedOn: '2025-09-08', path: 'france_travail', frame: { ...FRAME, monthlyGross }, facts, today: '2025-11-03' }).amounts.employerPenalty
    expect([penalty([]), penalty([['registered', '2025-10-06']]), penalty([['registered', '2025-10-06']], null)]).toEqual([null, '6000.00', null])
  })
})

describe('what a job opens, where something is missing', () => {
  it('the new wage or the old one not known: the indemnity is not known either', () => {
    expect(csp([job('2026-03-02', { monthlyGross: null })]).amounts).toMatchObject({ wageGapEligible: null, wageGapMonthly: null, bonusEligible: true })
    const noWage = csp([notice({ aspDaily: '70.00' }), job('2026-03-02')], '2026-03-10', { sjr: null })
    // 212 days at 70.00, half of it.
    expect(noWage.amounts).toMatchObject({ wageGapEligible: null, wageGapMonthly: null, wageGapTotalCap: null, bonusTotal: '7420.00' })
    expect(noWage.estimates).toMatchObject({ wageGapPayments: null, wageGapTotal: null })
    expect(noWage.estimates.incentives).toMatchObject({ cap: '7420.00', reason: 'wage_unknown', wageGapOpen: null })
  })
  it('the daily allowance not known: neither gives an amount, and there is nothing to compare', () => {
    const file = csp([job('2026-03-02')], '2026-03-10', { sjr: null })
    expect(file.amounts).toMatchObject({ bonusEligible: true, bonusTotal: null, bonusInstalments: null, wageGapEligible: null })
    expect(file.estimates.incentives).toBeNull()
  })
  it('a job beside the CSP opens no bonus; the seniority not known leaves it open or not', () => {
    const side = csp([job('2026-03-02', { contract: 'cdd', months: 3 })])
    expect(side.estimates.incentives?.bonusOpen ?? false).toBe(false)
    expect(side.amounts.bonusEligible).toBeNull()
    expect(csp([notice({ aspDaily: '70.00' }), job('2026-03-02')], '2026-03-10', { hiredOn: null }).estimates.incentives?.bonusOpen).toBeNull()
  })
  it('the bonus of the job itself is no bonus for another; one paid for a job tried before is', () => {
    const once = (facts: readonly WrittenFact[]) => csp(facts, '2026-08-03').estimates.bonusConditions?.find(({ name }) => name === 'once')
    expect(once([job('2026-03-02'), ['bonus_claimed', '2026-03-03'], ['bonus_paid', '2026-03-20']])).toMatchObject({ met: true, on: null })
    const tried: readonly WrittenFact[] = [job('2026-01-05'), ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20'], ['trial_period_broken', '2026-02-02']]
    expect(once([...tried, job('2026-03-02')])).toMatchObject({ met: false, on: day('2026-01-20') })
    expect(once([job('2025-11-03'), ['trial_period_broken', '2025-11-10'], ...tried, job('2026-03-02')])).toMatchObject({ met: false, on: day('2026-01-20') })
    expect(once([job('2025-11-03'), ['trial_period_broken', '2025-11-10'], job('2026-03-02')])).toMatchObject({ met: true, on: null })
  })
})

describe('the balance for the person, part by part', () => {
  it('there is nothing to sum up before the CSP is accepted', () => {
    const file = fileOf({ engagedOn: '2025-09-08', frame: FRAME, facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-10' })
    expect(balanceOf(file)).toEqual({ begun: false, aspDays: null, aspTotal: null, bonus: '0.00', wageGap: '0.00', total: null, unpaidDays: null, areDaysAtEnd: null, cspEnd: null })
  })
  it('a bonus that is open and not known leaves the whole not known', () => {
    const balance = balanceOf(csp([job('2026-03-02')], '2026-03-10', { sjr: null }))
    expect(balance).toMatchObject({ begun: true, aspDays: 153, aspTotal: null, bonus: null, total: null })
  })
  it('the indemnity counts where the bonus is not open; beside an open bonus it does not', () => {
    // After month 10: 3,000 − 2,500 a month, up to half of 58 days at 75.00.
    const late = balanceOf(csp([job('2026-08-03')], '2026-08-10'))
    expect(late).toMatchObject({ aspDays: 307, aspTotal: '23025.00', bonus: '0.00', wageGap: '2175.00', total: '25200.00' })
    expect(balanceOf(csp([job('2026-03-02')]))).toMatchObject({ bonus: '7950.00', wageGap: '0.00', total: '19425.00' })
  })
  it('days deducted are days without pay, beside those suspended', () => {
    const file = csp([['asp_stopped', '2025-11-03', { cause: 'civic_service' }], ['asp_resumed', '2025-11-13']], '2025-12-01', { hiredOn: '2025-01-01', areDurationDays: 182 })
    expect(balanceOf(file)).toMatchObject({ aspDays: 182, unpaidDays: 183, areDaysAtEnd: 0 })
    expect(isoOf(balanceOf(file).cspEnd!)).toBe('2026-09-29')
  })
  it('a difference needs both', () => {
    expect([differenceOf('10.00', '12.50'), differenceOf('12.50', '10.00'), differenceOf('1.00', null), differenceOf(null, '1.00')]).toEqual(['2.50', '-2.50', null, null])
  })
})

describe('the day ledger, at its edges', () => {
  const lines = (file: CaseFile) => (file.ledger?.spans ?? []).map(({ from, to, days, state, cause }) => `${isoOf(from)} ${isoOf(to)} ${days} ${state}${cause === null ? '' : ` ${cause}`}`)
  const short = (areDurationDays: number, facts: readonly WrittenFact[]) => datesOf(csp(facts, '2025-12-01', { hiredOn: '2025-01-01', areDurationDays })).aspEnd
  const stopped: readonly WrittenFact[] = [['asp_stopped', '2025-11-03', { cause: 'civic_service' }], ['asp_resumed', '2025-11-08']]

  it('the last day that the allowance pays is never one that something stops', () => {
    // 34 days from 30 September to 2 November, then five days stopped.
    expect([short(34, stopped), short(35, stopped), short(36, stopped)]).toEqual(['2025-11-02', '2025-11-08', '2025-11-09'])
    expect(short(0, stopped)).toBe('2025-09-29')
  })
  it('with full seniority it is the term, though something stops the allowance there', () => {
    expect(datesOf(csp([['asp_stopped', '2026-09-01', { cause: 'moved_abroad' }]], '2026-09-10')).aspEnd).toBe('2026-09-29')
  })
  it('something that lies within another stop takes no day of its own, and opens none', () => {
    const file = csp([['asp_stopped', '2025-11-03', { cause: 'civic_service' }], ['suspension', '2025-11-05', { to: '2025-11-06' }], ['suspension', '2025-11-17', { to: '2025-11-25' }], ['asp_resumed', '2025-11-20']], '2025-12-01')
    expect(lines(file).slice(0, 4)).toEqual(['2025-09-30 2025-11-02 34 paid', '2025-11-03 2025-11-19 17 suspended stop_civic_service', '2025-11-20 2025-11-25 6 suspended sickness', '2025-11-26 2025-11-30 5 paid'])
  })
  it('a stop to the eve of the term leaves the term; a closing takes its own day, were it the last', () => {
    expect(lines(csp([['asp_stopped', '2026-09-01', { cause: 'moved_abroad' }], ['asp_resumed', '2026-09-29']], '2026-09-10')).slice(-2)).toEqual(['2026-09-01 2026-09-28 28 suspended stop_moved_abroad', '2026-09-29 2026-09-29 1 left'])
    expect(lines(csp([['file_closed', '2026-09-29']], '2026-10-05'))).toEqual(['2025-09-30 2026-09-28 364 paid', '2026-09-29 2026-09-29 1 suspended closing'])
  })
  it('a closing leaves alone what was paid before an earlier stop', () => {
    expect(lines(csp([...stopped, ['file_closed', '2026-02-02']]))).toEqual(['2025-09-30 2025-11-02 34 paid', '2025-11-03 2025-11-07 5 suspended stop_civic_service', '2025-11-08 2026-02-01 86 paid', '2026-02-02 2026-09-29 240 suspended closing'])
  })

  describe('days that a bonus already paid stands for, with what came before and after the return', () => {
    const tried: readonly WrittenFact[] = [['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20', { amount: '1500.00' }], ['trial_period_broken', '2026-02-02']]
    const deducted = (facts: readonly WrittenFact[]) => csp(facts, '2026-03-02').ledger?.totals.deducted
    it('a leave before the job added days that were there on the return: days lost since still go first', () => {
      const lost: WrittenFact = ['work_period', '2026-02-09', { to: '2026-02-20' }]
      expect(deducted(tried)).toBe(20)
      expect(deducted([...tried, lost])).toBe(8)
      expect(deducted([['suspension', '2025-11-03', { to: '2025-11-12' }], ...tried, lost])).toBe(8)
    })
    it('a leave from the day of the return gives its days back: none of them is lost', () => {
      expect(deducted([...tried, ['suspension', '2026-02-02', { to: '2026-02-06' }]])).toBe(20)
    })
    it('a job broken without a bonus takes nothing, and asks for no figure', () => {
      const file = csp([['job_started', '2026-01-05'], ['trial_period_broken', '2026-02-02']], '2026-03-02', { sjr: null })
      expect([file.ledger?.endKnown, file.ledger?.totals.deducted, datesOf(file).aspEnd]).toEqual([true, 0, '2026-09-29'])
    })
    it('a bonus for a job that lasts takes nothing', () => {
      expect(csp(tried.slice(0, 3), '2026-03-02').ledger?.totals).toEqual({ paid: 97, suspended: 268, deducted: 0, left: 0 })
    })
  })
})

it('where no text governs there is no amount but the wage entered', () => {
  const file = derive({ frame: frame('2027-02-01', 'employer', FRAME), facts: [fact(['proposal_handed_over', '2027-02-01'])] }, shippedTexts, PLAIN_SETTINGS, day('2027-02-10'))
  expect(Object.entries(file.amounts).filter(([, value]) => value !== null)).toEqual([['sjr', '100.00']])
  expect(file.estimates.comparisons).toEqual([])
})
