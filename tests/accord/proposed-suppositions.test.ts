// What is worth supposing of a file as it stands: each proposal with its days, and the days between which it stands.
import { describe, expect, it } from 'vitest'
import { day, derive, isoOf, shippedTexts, type FileRecord } from '@/lib/accord'
import { proposalsFor, type ProposalCode } from '@/lib/accord/file/proposals.ts'
import { fact, frame, PLAIN_SETTINGS, plus, type WrittenFact } from './a-file.ts'

/** A CSP proposed 22 days before it starts, by default from 30 September 2025 to 29 September 2026. */
function recordOf(facts: readonly WrittenFact[], start = '2025-09-30'): FileRecord {
  const proposed = plus(start, -22)
  return { frame: frame(proposed, 'employer', { sjr: '100.00', areDurationDays: 548 }), facts: ([['proposal_handed_over', proposed], ['motive_notified', proposed], ...facts] as const).map(fact) }
}
const ACCEPTED: WrittenFact = ['accepted', '2025-09-10']
const SUPPORTED: readonly WrittenFact[] = [ACCEPTED, ['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20']]

/** Each proposal on a line: its facts with their days, how much later it is tried again, and the day it is seen. */
function proposed(record: FileRecord, today: string): readonly string[] {
  const asking = { texts: shippedTexts, settings: PLAIN_SETTINGS, today: day(today) }
  return proposalsFor(record, derive(record, shippedTexts, PLAIN_SETTINGS, day(today)), asking).map(({ code, facts, laterBy, seenOn }) =>
    [
      code,
      ...facts.map((one) => ('from' in one ? `${one.kind} ${isoOf(one.from)} ${one.to === null ? '' : isoOf(one.to)}` : `${one.kind} ${isoOf(one.on)}`)),
      ...(laterBy === null ? [] : [`+${laterBy}`]),
      ...(seenOn === null ? [] : [`seen ${isoOf(seenOn)}`]),
    ].join(' '),
  )
}
const one = (code: ProposalCode, record: FileRecord, today: string) => proposed(record, today).find((line) => line.split(' ')[0] === code)

describe('what is proposed, with its days', () => {
  it('while the person reflects: accepted today, or silence seen the day after the last', () => {
    expect(proposed(recordOf([]), '2025-09-20')).toEqual(['accept accepted 2025-09-20', 'silence seen 2025-09-30'])
    expect(proposed(recordOf([]), '2025-09-29')).toEqual(['accept accepted 2025-09-29', 'silence seen 2025-09-30'])
    expect(proposed(recordOf([]), '2025-09-30')).toEqual([])
    expect(proposed(recordOf([['refused', '2025-09-12']]), '2025-09-20')).toEqual([])
  })

  it('in support: a job and a period of work from the next first of month, the last day of the window, the day after month 6, a month of sickness', () => {
    expect(proposed(recordOf(SUPPORTED), '2025-11-03')).toEqual([
      'job job_started 2025-12-01 +14',
      'jobAtWindow job_started 2026-07-29 +14',
      'workPeriod work_period 2025-12-01 2026-01-31 +14',
      'workAfterMonth6 work_period 2026-03-30 2026-05-29',
      'sickness suspension 2025-11-04 2025-12-03',
      'nothingUntilTerm seen 2026-09-30',
    ])
  })

  it('before the CSP starts, they are counted from its start', () => {
    expect(proposed(recordOf([ACCEPTED]), '2025-09-12').slice(0, 3)).toEqual(['job job_started 2025-10-01 +14', 'jobAtWindow job_started 2026-07-29 +14', 'jobBeforePlan job_started 2025-10-01'])
  })

  it('without a plan: one validated two weeks after its last day, or after today where that day is past, and seen then', () => {
    const held = recordOf([ACCEPTED, ['pre_bilan_held', '2025-10-03']])
    expect(one('jobBeforePlan', held, '2025-10-10')).toBe('jobBeforePlan job_started 2025-10-11')
    // Due on 3 November.
    expect(one('latePlan', held, '2025-10-10')).toBe('latePlan plan_validated 2025-11-17 seen 2025-11-17')
    expect(one('latePlan', held, '2025-12-01')).toBe('latePlan plan_validated 2025-12-15 seen 2025-12-15')
    expect(one('latePlan', recordOf(SUPPORTED), '2025-11-03')).toBeUndefined()
    expect(one('jobBeforePlan', recordOf(SUPPORTED), '2025-11-03')).toBeUndefined()
  })

  it('the text of 2011 has no bonus: neither its window nor a job before the plan is spoken of', () => {
    const proposedOn = '2013-10-01'
    const record: FileRecord = { frame: frame(proposedOn), facts: ([['proposal_handed_over', proposedOn], ['accepted', proposedOn], ['pre_bilan_held', '2013-10-25']] as const).map(fact) }
    expect(proposed(record, '2013-11-04').map((line) => line.split(' ')[0])).toEqual(['job', 'latePlan', 'workPeriod', 'workAfterMonth6', 'sickness', 'nothingUntilTerm'])
  })
})

describe('until when each is proposed', () => {
  it('the window of the bonus: its last day, not the day after; once only where it is the next first of month', () => {
    expect(one('jobAtWindow', recordOf(SUPPORTED), '2026-07-29')).toBe('jobAtWindow job_started 2026-07-29 +14')
    expect(one('jobAtWindow', recordOf(SUPPORTED), '2026-07-30')).toBeUndefined()
    // From 2 October, the window ends on 1 August.
    const other = recordOf([['accepted', '2025-09-12'], ['pre_bilan_held', '2025-10-06'], ['plan_validated', '2025-10-20']], '2025-10-02')
    expect(one('jobAtWindow', other, '2026-06-15')).toBe('jobAtWindow job_started 2026-08-01 +14')
    expect(one('jobAtWindow', other, '2026-07-15')).toBeUndefined()
    expect(one('job', other, '2026-07-15')).toBe('job job_started 2026-08-01 +14')
    // And month 6 on 1 April, the first of a month.
    expect(one('workAfterMonth6', other, '2026-03-15')).toBe('workAfterMonth6 work_period 2026-04-02 2026-06-01')
    expect(one('workAfterMonth6', other, '2026-04-01')).toBeUndefined()
  })

  it('the term: nothing more the day after, nor once a job or a closing ended the CSP', () => {
    expect(one('nothingUntilTerm', recordOf(SUPPORTED), '2026-09-29')).toBe('nothingUntilTerm seen 2026-09-30')
    expect(proposed(recordOf(SUPPORTED), '2026-09-30')).toEqual([])
    expect(proposed(recordOf([...SUPPORTED, ['file_closed', '2026-01-05']]), '2026-02-02')).toEqual([])
  })

  it('in a job: the claim forgotten, seen the day after its last; the trial period broken today, while the CSP would run', () => {
    const inJob = recordOf([...SUPPORTED, ['job_started', '2026-02-02']])
    expect(proposed(inJob, '2026-02-10')).toEqual(['claimMissed seen 2026-03-05', 'trialBroken trial_period_broken 2026-02-10'])
    expect(one('claimMissed', inJob, '2026-03-04')).toBe('claimMissed seen 2026-03-05')
    expect(one('claimMissed', inJob, '2026-03-05')).toBeUndefined()
    expect(one('claimMissed', recordOf([...SUPPORTED, ['job_started', '2026-02-02'], ['bonus_claimed', '2026-02-03']]), '2026-02-10')).toBeUndefined()
    const late = recordOf([...SUPPORTED, ['job_started', '2026-08-03']])
    expect(proposed(late, '2026-09-29')).toEqual(['trialBroken trial_period_broken 2026-09-29'])
    expect(proposed(late, '2026-09-30')).toEqual([])
  })

  it('what the rules would refuse is left out', () => {
    // Work and leave begin while the CSP runs: on its last day neither can any more. A job after the term is still followed.
    expect(proposed(recordOf(SUPPORTED), '2026-09-29').map((line) => line.split(' ')[0])).toEqual(['job', 'nothingUntilTerm'])
  })
})
