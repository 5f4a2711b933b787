import { parseRequest, type SimulationRequest } from '../../accord/simulate/request.ts'

/** What may be changed of the file, to see where two ways of computing it part. */
export interface Changes {
  readonly employment?: Readonly<Record<string, unknown>>
  readonly workPeriod?: Readonly<Record<string, unknown>>
  readonly planOn?: string
  readonly jobOn?: string
  readonly claimedOn?: string
  readonly job?: Readonly<Record<string, unknown>>
  readonly today?: string
}

/**
 * A file of twelve facts, as files are: proposed, explained, accepted, sent, assessed, planned, trained, a work
 * period after month 6, a sickness, a job for good and the bonus claimed. Every date and most amounts are known.
 */
export function twelveFacts(changes: Changes = {}): SimulationRequest {
  const parsed = parseRequest({
    today: changes.today ?? '2026-08-10',
    settings: { rollPolicy: 'none' },
    person: { birthDate: '1980-05-01' },
    employment: { hiredOn: '2015-03-01', companySize: 45, insolvency: false, protectedEmployee: false, monthlyGross: '3000.00', noticeMonths: 2, ...changes.employment },
    procedure: { type: 'interview', engagedOn: '2025-09-08', entryPath: 'employer' },
    benefit: { sjr: '98.63', areDaily: null, areDurationDays: 548 },
    facts: [
      { kind: 'proposal_handed_over', on: '2025-09-08' },
      { kind: 'motive_notified', on: '2025-09-08' },
      { kind: 'information_interview_held', on: '2025-09-12' },
      { kind: 'accepted', on: '2025-09-15' },
      { kind: 'sent_to_france_travail', on: '2025-09-16', part: 'acceptance' },
      { kind: 'pre_bilan_held', on: '2025-10-03' },
      { kind: 'plan_validated', on: changes.planOn ?? '2025-10-20' },
      { kind: 'training', from: '2025-11-03', to: '2025-12-12' },
      { kind: 'work_period', from: '2026-04-06', to: '2026-05-15', contract: 'cdd', employer: 'company', validatedOn: '2026-04-01', ...changes.workPeriod },
      { kind: 'suspension', cause: 'sickness', from: '2026-06-01', to: '2026-06-21' },
      { kind: 'job_started', on: changes.jobOn ?? '2026-07-15', contract: 'cdi', months: null, monthlyGross: '2500.00', sameWorkingTime: true, ...changes.job },
      { kind: 'bonus_claimed', on: changes.claimedOn ?? '2026-07-20' },
    ],
  })
  if (!parsed.ok) throw new Error(`the bench wrote a request that cannot be read: ${parsed.error.path}`)
  return parsed.request
}
