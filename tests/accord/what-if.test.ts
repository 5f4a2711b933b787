// Facts that have not happened: what they would move, what the rules would refuse of them, and what they would cost.
import { describe, expect, test } from 'vitest'
import { day, derive, isoOf, shippedTexts, type Day, type FileRecord } from '@/lib/accord'
import { balanceOf, differenceOf } from '@/lib/accord/file/balance.ts'
import { proposalsFor } from '@/lib/accord/file/proposals.ts'
import { actsMovedBy, moved, suppose, type Asking } from '@/lib/accord/file/what-if.ts'
import { fact, frame, PLAIN_SETTINGS, type WrittenFact } from './a-file.ts'

// CSP from 30 Sept. 2025 to 29 Sept. 2026; end of month 6: 29 March 2026; last start that opens the bonus: 29 July 2026.
const accepted: readonly WrittenFact[] = [
  ['proposal_handed_over', '2025-09-08'],
  ['motive_notified', '2025-09-08'],
  ['accepted', '2025-09-10'],
]
const supported: readonly WrittenFact[] = [...accepted, ['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20']]

const recordOf = (facts: readonly WrittenFact[], terms: Readonly<Record<string, unknown>> = { sjr: '100.00', areDaily: '57.40', areDurationDays: 548 }): FileRecord => ({
  frame: frame('2025-09-08', 'employer', terms),
  facts: facts.map(fact),
})
const on = (today: string): Asking => ({ texts: shippedTexts, settings: PLAIN_SETTINGS, today: day(today) })
const file = (record: FileRecord, asking: Asking) => derive(record, asking.texts, asking.settings, asking.today)
const iso = (value: Day | null): string | null => (value === null ? null : isoOf(value))

describe('a supposed fact', () => {
  test('moves what the same fact recorded would move: 32 days of a contract lie after month 6', () => {
    const { file: after, refused } = suppose(recordOf(supported), [fact(['work_period', '2026-03-01', { to: '2026-04-30' }])], on('2025-11-03'))
    expect(refused).toEqual([])
    expect(iso(after.dates.cspTerm)).toBe('2026-10-31')
  })

  test('a job on the last day of the window opens the bonus, two weeks later it does not', () => {
    const record = recordOf(supported)
    const job = fact(['job_started', '2026-07-29'])
    const inTime = suppose(record, [job], on('2026-07-01')).file
    const late = suppose(record, [moved(job, 14)], on('2026-07-01')).file
    // 29 July to 29 September: 63 days at 75.00, half of it.
    expect([inTime.amounts.bonusEligible, inTime.amounts.bonusTotal]).toEqual([true, '2362.50'])
    expect([late.amounts.bonusEligible, late.amounts.bonusTotal]).toEqual([false, null])
  })

  test('leaves the record as it was', () => {
    const record = recordOf(supported)
    const before = JSON.stringify(record)
    suppose(record, [fact(['job_started', '2026-03-02'])], on('2026-02-01'))
    expect(JSON.stringify(record)).toBe(before)
  })

  test('tells the facts of the file that it would make inadmissible', () => {
    const record = recordOf([...supported, ['work_period', '2026-04-01', { to: '2026-05-31' }]])
    const { broken, refused } = suppose(record, [fact(['job_started', '2026-03-16'])], on('2026-02-01'))
    expect(refused).toEqual([])
    expect(broken.map(({ factIndex, code }) => [factIndex, code])).toEqual([[5, 'inJob']])
  })
})

describe('a supposed fact that the rules refuse', () => {
  test('comes with its rule and the nearest one they admit: three days instead of two', () => {
    const { refused } = suppose(recordOf(supported), [fact(['work_period', '2026-03-02', { to: '2026-03-03' }])], on('2026-02-01'))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ index: 0, refusal: { rule: 'R-400', code: 'tooShortDays' }, nearest: { from: day('2026-03-02'), to: day('2026-03-04') } })
  })

  test('a period that nobody validated is proposed validated on its first day', () => {
    const { refused } = suppose(recordOf(supported), [fact(['work_period', '2026-03-02', { to: '2026-03-31', validatedOn: null }])], on('2026-02-01'))
    expect(refused[0]).toMatchObject({ refusal: { code: 'notValidated' }, nearest: { validatedOn: day('2026-03-02'), to: day('2026-03-31') } })
  })

  test('the eve of the start is moved by one day; far before it nothing near would do', () => {
    const near = suppose(recordOf(accepted), [fact(['pre_bilan_held', '2025-09-29'])], on('2025-11-03')).refused[0]
    expect(near?.nearest).toMatchObject({ on: day('2025-09-30') })
    const far = suppose(recordOf(accepted), [fact(['pre_bilan_held', '2025-01-06'])], on('2025-11-03')).refused[0]
    expect(far?.nearest).toBeNull()
  })

  test('leaves the others to have their effect', () => {
    const both = [fact(['work_period', '2026-03-02', { to: '2026-03-03' }]), fact(['suspension', '2026-06-01', { to: '2026-06-10' }])]
    const { refused, file: after } = suppose(recordOf(supported), both, on('2026-02-01'))
    expect(refused.map(({ index }) => index)).toEqual([0])
    expect(iso(after.dates.cspTerm)).toBe('2026-10-09')
  })
})

describe('moving a fact', () => {
  test('moves every day of a period and leaves an open end open', () => {
    expect(moved(fact(['work_period', '2026-03-02', { to: '2026-03-20', validatedOn: '2026-02-27' }]), 14)).toMatchObject({
      from: day('2026-03-16'),
      to: day('2026-04-03'),
      validatedOn: day('2026-03-13'),
    })
    expect(moved(fact(['suspension', '2026-03-02']), -2)).toMatchObject({ from: day('2026-02-28'), to: null })
  })
})

describe('the acts that a supposition opens and closes', () => {
  test('a permanent job closes work periods and opens the claim of the bonus, asked the day after', () => {
    const { on: asked, closed, opened } = actsMovedBy(recordOf(supported), [fact(['job_started', '2026-03-02'])], on('2026-02-01'), day('2026-02-01'))
    expect(asked).toBe(day('2026-03-03'))
    expect(closed.find(({ kind }) => kind === 'work_period')?.refusal).toMatchObject({ rule: 'R-400', code: 'inJob' })
    expect(opened).toEqual(expect.arrayContaining(['bonus_claimed', 'trial_period_broken']))
  })

  test('a contact closes nothing', () => {
    expect(actsMovedBy(recordOf(supported), [fact(['contact_held', '2026-02-02'])], on('2026-02-03'), day('2026-02-03'))).toMatchObject({ closed: [], opened: [] })
  })

  test('time alone closes acts too: past the term, no work period any more, and the file may be closed for its term', () => {
    const { closed, opened } = actsMovedBy(recordOf(supported), [], on('2026-09-30'), day('2026-09-29'))
    expect(closed.find(({ kind }) => kind === 'work_period')?.refusal).toMatchObject({ rule: 'R-400', code: 'afterTerm' })
    expect(opened).toContain('file_closed')
  })
})

describe('what is proposed in one go', () => {
  const codes = (record: FileRecord, today: string) => {
    const asking = on(today)
    return proposalsFor(record, file(record, asking), asking).map(({ code }) => code)
  }

  test('during the reflection: to accept, or to let the days pass', () => {
    expect(codes(recordOf(accepted.slice(0, 2)), '2025-09-20')).toEqual(['accept', 'silence'])
  })

  test('while no plan is validated, a late plan and a job before it', () => {
    expect(codes(recordOf([...accepted, ['pre_bilan_held', '2025-10-03']]), '2025-10-10')).toEqual([
      'job', 'jobAtWindow', 'jobBeforePlan', 'latePlan', 'workPeriod', 'workAfterMonth6', 'sickness', 'nothingUntilTerm',
    ])
  })

  test('once it is, neither', () => {
    expect(codes(recordOf(supported), '2025-11-03')).toEqual(['job', 'jobAtWindow', 'workPeriod', 'workAfterMonth6', 'sickness', 'nothingUntilTerm'])
  })

  test('past the window and month 6, what can still happen', () => {
    expect(codes(recordOf(supported), '2026-08-03')).toEqual(['job', 'workPeriod', 'sickness', 'nothingUntilTerm'])
  })

  test('in a job: a claim forgotten, a trial period broken', () => {
    expect(codes(recordOf([...supported, ['job_started', '2026-02-02']]), '2026-02-10')).toEqual(['claimMissed', 'trialBroken'])
  })

  test('once the file is closed, nothing', () => {
    expect(codes(recordOf(supported), '2027-01-04')).toEqual([])
  })
})

describe('the balance for the person', () => {
  const days = 365

  test('a file in support pays every day of its twelve months', () => {
    const balance = balanceOf(file(recordOf(supported), on('2025-11-03')))
    expect(balance).toMatchObject({ aspDays: days, aspTotal: '27375.00', bonus: '0.00', wageGap: '0.00', total: '27375.00', unpaidDays: 0, areDaysAtEnd: 548 - days })
    expect(iso(balance.cspEnd)).toBe('2026-09-29')
  })

  test('work before month 6 takes its days and gives none back; they stay in the ARE', () => {
    const record = recordOf(supported)
    const before = balanceOf(file(record, on('2025-11-03')))
    const after = balanceOf(suppose(record, [fact(['work_period', '2026-01-01', { to: '2026-01-31' }])], on('2025-11-03')).file)
    expect(after).toMatchObject({ aspDays: days - 31, unpaidDays: 31, areDaysAtEnd: 548 - days + 31 })
    // 31 days at 75.00.
    expect(differenceOf(before.total, after.total)).toBe('-2325.00')
  })

  test('a sick leave is paid back by the days it adds', () => {
    const after = balanceOf(suppose(recordOf(supported), [fact(['suspension', '2026-01-01', { to: '2026-01-31' }])], on('2025-11-03')).file)
    expect(after).toMatchObject({ aspDays: days, unpaidDays: 31, aspTotal: '27375.00' })
    expect(iso(after.cspEnd)).toBe('2026-10-30')
  })

  test('a job takes the days that follow and brings the bonus', () => {
    const after = balanceOf(suppose(recordOf(supported), [fact(['job_started', '2026-03-30'])], on('2025-11-03')).file)
    // 30 Sept. to 29 March: 181 days; 184 days left, half of them at 75.00.
    expect(after).toMatchObject({ aspDays: 181, aspTotal: '13575.00', bonus: '6900.00', total: '20475.00' })
    expect(iso(after.cspEnd)).toBe('2026-03-29')
  })

  test('what is not known is not added up', () => {
    const balance = balanceOf(file(recordOf(supported, {}), on('2025-11-03')))
    expect(balance).toMatchObject({ aspTotal: null, total: null, areDaysAtEnd: null })
    expect(differenceOf(null, '1.00')).toBeNull()
  })
})
