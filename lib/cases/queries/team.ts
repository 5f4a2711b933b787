import { STAGES, type Stage } from '../../accord/file/case-file.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { moment } from '../../clock/civil-day.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { turnTheDay } from '../advance-day.ts'
import { caseloadSearch } from '../caseload-params.ts'
import { caseloadWhere } from '../caseload-where.ts'
import { candidatesIn, type Candidate } from '../owners.ts'
import type { Team, TeamMember } from '../views/basins.ts'

interface MemberRow {
  readonly id: string
  readonly name: string
  readonly role: TeamMember['role']
  readonly active: boolean
  readonly basins: TeamMember['basins']
  readonly asReferent: number
  readonly referred: number
}

interface LoadRow {
  readonly counsellorId: string
  readonly stage: Stage
  readonly count: number
  readonly overdue: number
}

const DAYS_OF_HISTORY = 90

/**
 * The people who work in the actor's basins, with their live files there, and the reassignments of the
 * last ninety days; `null` for a role that has no team.
 */
export async function team(actor: Actor): Promise<Team | null> {
  if (!can(actor, 'team.read')) return null
  const today = await turnTheDay(actor)
  const now = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const scope = scopeCondition(actor, 'c', 'caseload.read')
    const basins = actor.role === 'manager' ? Prisma.sql`ab.basin_id = any(${[...actor.basinIds]}::uuid[])` : Prisma.sql`true`
    const members = await tx.$queryRaw<MemberRow[]>`
      select k.id, k.display_name as name, k.role, k.active,
             (select coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'name', b.name) order by b.name), '[]')
              from account_basin ab join basin b on b.id = ab.basin_id where ab.account_id = k.id) as basins,
             (select count(*)::integer from case_file c where c.referent_id = k.id and not c.closed
                and c.stage in ('in_job', 'follow_up_after_job') and ${scope}) as "asReferent",
             (select count(*)::integer from case_file c where c.referent_id = k.id and not c.closed and ${scope}) as referred
      from account k
      where k.role in ('counsellor', 'referent', 'manager')
        and (exists (select from account_basin ab where ab.account_id = k.id and ${basins})
             or exists (select from case_file c where (c.counsellor_id = k.id or c.referent_id = k.id) and not c.closed and ${scope}))
      order by k.display_name, k.id`
    const loads = await tx.$queryRaw<LoadRow[]>`
      select c.counsellor_id as "counsellorId", c.stage, count(*)::integer as count,
             count(*) filter (where ${caseloadWhere({ deadline: 'overdue' }, today)})::integer as overdue
      from case_file c where not c.closed and ${scope} group by c.counsellor_id, c.stage`
    const reassignments = await tx.$queryRaw<Team['reassignments'][number][]>`
      select a.assigned_at as at, c.reference, p.first_name || ' ' || p.last_name as "personName", k.display_name as to,
             w.display_name as by, a.reason
      from assignment a
      join case_file c on c.id = a.case_id
      join person p on p.id = c.person_id
      join account k on k.id = a.counsellor_id
      join account w on w.id = a.assigned_by
      where a.reason is not null and a.assigned_at > ${now}::timestamptz - make_interval(days => ${DAYS_OF_HISTORY}::integer) and ${scope}
      order by a.assigned_at desc, a.id desc limit 200`
    return {
      members: members.map((member): TeamMember => {
        const own = loads.filter((line) => line.counsellorId === member.id).sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
        const total = (of: (line: LoadRow) => number) => own.reduce((sum, line) => sum + of(line), 0)
        return {
          ...member,
          live: { count: total((line) => line.count), search: caseloadSearch({ counsellor: member.id }) },
          byStage: own.map(({ stage, count }) => ({ stage, count })),
          overdue: { count: total((line) => line.overdue), search: caseloadSearch({ counsellor: member.id, deadline: 'overdue' }) },
        }
      }),
      reassignments,
    }
  })
}

/** Who a file of this basin can be given to; none for an actor who may neither open nor assign there. */
export async function candidates(actor: Actor, basinCode: string): Promise<readonly Candidate[]> {
  if (!can(actor, 'file.assign') && !can(actor, 'file.open')) return []
  return inActorTransaction(actor, async (tx) => {
    const [basin] = await tx.$queryRaw<{ id: string }[]>`select id from basin where code = ${basinCode}`
    if (basin === undefined || !actor.basinIds.includes(basin.id)) return []
    return candidatesIn(tx, basin.id)
  })
}

/** The basins in which the actor may open a file. */
export async function openingBasins(actor: Actor): Promise<readonly { readonly code: string; readonly name: string }[]> {
  if (!can(actor, 'file.open')) return []
  return inActorTransaction(
    actor,
    (tx) => tx.$queryRaw<{ code: string; name: string }[]>`
      select b.code, b.name from basin b join operator_basin ob on ob.basin_id = b.id and ob.operator_id = ${actor.operatorId}::uuid
      where b.id = any(${[...actor.basinIds]}::uuid[]) order by b.name, b.code`,
  )
}
