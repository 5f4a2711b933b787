import { day, isoOf, partsOf, addMonths, type Day } from '../../accord/calendar/day.ts'
import type { Stage } from '../../accord/file/case-file.ts'
import type { FollowUpSituation } from '../../accord/file/facts.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { turnTheDay } from '../advance-day.ts'
import type { Placement, PlacementDuty, Placements } from '../views/placements.ts'
import { fromIso } from '../../database/calendar-columns.ts'

interface PlacementRow {
  readonly reference: string
  readonly version: number
  readonly personName: string
  readonly stage: Stage
  readonly jobStartedOn: string
  readonly jobContract: Placement['jobContract']
  readonly employerName: string | null
  readonly followUpEnd: string | null
  readonly nextContactDue: string | null
  readonly lastContactOn: string | null
  readonly lastSituation: FollowUpSituation | null
  readonly counsellorName: string
  readonly referentName: string | null
  readonly unresolved: boolean
  readonly cspTerm: string | null
  readonly jobEnded: boolean
  readonly duties: readonly (Omit<PlacementDuty, 'dueOn'> & { readonly dueOn: string })[]
}

/** Full months from one day to another, date to date. */
export function fullMonths(from: Day, to: Day): number {
  const a = partsOf(from)
  const b = partsOf(to)
  const months = (b.year - a.year) * 12 + b.month - a.month
  return Math.max(0, addMonths(from, months) > to ? months - 1 : months)
}

/**
 * People who found a job in the last six months, and those whose six months are over with no result
 * recorded yet; the most recent jobs first. What counts of a corrected or withdrawn contact is its last
 * state.
 */
export async function placements(actor: Actor): Promise<Placements | null> {
  if (!can(actor, 'placement.read')) return null
  const today = await turnTheDay(actor)
  return inActorTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<PlacementRow[]>`
      select c.reference, c.version, p.first_name || ' ' || p.last_name as "personName", c.stage, c.job_started_on::text as "jobStartedOn",
             c.job_contract as "jobContract", job.name as "employerName", c.follow_up_end::text as "followUpEnd",
             due.due_on::text as "nextContactDue", contact.on_day::text as "lastContactOn", contact.situation as "lastSituation",
             k.display_name as "counsellorName", r.display_name as "referentName", unresolved.it as unresolved,
             c.csp_term::text as "cspTerm",
             exists (select from fact f where f.case_id = c.id and f.kind in ('job_ended', 'trial_period_broken') and f.on_day >= c.job_started_on
                       and not exists (select from fact s where s.supersedes = f.id)) as "jobEnded",
             coalesce((select jsonb_agg(jsonb_build_object('code', d.label, 'rule', d.rule, 'dueOn', d.due_on, 'act', d.act) order by d.due_on, d.label)
               from deadline d where d.case_id = c.id and d.met_on is null and not d.cancelled and d.actionable and d.actor in ('operator', 'beneficiary')
                 and d.due_on >= c.job_started_on), '[]') as duties
      from case_file c
      join person p on p.id = c.person_id
      join account k on k.id = c.counsellor_id
      left join account r on r.id = c.referent_id
      left join lateral (
        select min(d.due_on) as due_on from deadline d
        where d.case_id = c.id and d.label = 'followUp' and d.met_on is null and not d.cancelled and d.actionable) due on true
      left join lateral (
        select f.on_day, f.terms->>'situation' as situation from fact f
        where f.case_id = c.id and f.kind = 'follow_up_held' and not exists (select from fact s where s.supersedes = f.id)
        order by f.on_day desc, f.sequence desc limit 1) contact on true
      cross join lateral (
        select exists (select from deadline d where d.case_id = c.id and d.label = 'followUpEnd' and d.met_on is null and d.actionable) as it) unresolved
      left join lateral (
        select fc.content->>'employerName' as name from fact f join fact_content fc on fc.fact_id = f.id
        where f.case_id = c.id and f.kind = 'job_started' and f.on_day = c.job_started_on
          and not exists (select from fact s where s.supersedes = f.id)
        order by f.sequence desc limit 1) job on true
      where ${scopeCondition(actor, 'c', 'placement.read')} and c.job_started_on <= ${isoOf(today)}::date
        and c.stage in ('in_job', 'follow_up_after_job', 'term', 'closed')
        and (c.job_started_on > ${isoOf(addMonths(today, -6))}::date or unresolved.it)
      order by c.job_started_on desc, p.last_name, p.first_name, c.id`
    return {
      today,
      placements: rows.map(({ unresolved, cspTerm, jobEnded, duties, ...row }): Placement => {
        const jobStartedOn = day(row.jobStartedOn)
        const followUpEnd = fromIso(row.followUpEnd)
        return {
          ...row,
          jobStartedOn,
          followUpEnd,
          nextContactDue: fromIso(row.nextContactDue),
          lastContactOn: fromIso(row.lastContactOn),
          months: fullMonths(jobStartedOn, today),
          duties: duties.map((duty) => ({ ...duty, dueOn: day(duty.dueOn) })),
          mayComeBack: !jobEnded && row.stage !== 'closed' && cspTerm !== null && day(cspTerm) >= today,
          toClose: unresolved && followUpEnd !== null && followUpEnd <= today,
        }
      }),
    }
  })
}
