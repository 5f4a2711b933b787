import { addDays, day, isoOf, type Day } from '../../accord/calendar/day.ts'
import type { DeadlineActor, DeadlineCode, Stage } from '../../accord/file/case-file.ts'
import type { FactKind } from '../../accord/file/facts.ts'
import type { RuleId } from '../../accord/rules/catalogue.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { isFollowed, scopeCondition } from '../../access/scope.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { turnTheDay } from '../advance-day.ts'
import { maySilence, notSilenced } from '../silence.ts'
import { awayToday, type AbsenceView } from '../handover/absence-queries.ts'
import type { WorkItem, Worklist } from '../views/worklist.ts'
import { fromIso } from '../../database/calendar-columns.ts'

/** Days that the horizon shows, today included. */
export const HORIZON_DAYS = 28
/** Lines that a list holds, at most: a counsellor has some tens; a manager of many basins reads the most urgent, and the counts of all. */
const MOST_LINES = 600

interface ItemRow {
  readonly id: string
  readonly reference: string
  readonly personName: string
  readonly stage: Stage
  readonly code: DeadlineCode
  readonly rule: RuleId
  readonly dueOn: string
  readonly metBy: FactKind | null
  readonly actor: DeadlineActor
  readonly regimeCode: string | null
  readonly cspStart: string | null
  readonly cspTerm: string | null
  readonly preBilanOn: string | null
  readonly jobStartedOn: string | null
  readonly lastContactOn: string | null
  readonly handedOverOn: string | null
  readonly counsellorId: string
  readonly referentId: string | null
}

/** The colleague away for whom one has this line to do; `null` where it is one's own, or nobody's one stands in for. */
function absentOwner({ counsellorId, referentId }: ItemRow, actor: Actor, away: ReadonlyMap<string, AbsenceView>): AbsenceView | null {
  if (counsellorId === actor.accountId) return null
  const counsellor = away.get(counsellorId)
  if (counsellor !== undefined) return counsellor
  return referentId === null || referentId === actor.accountId ? null : (away.get(referentId) ?? null)
}

function itemOf(row: ItemRow, absent: AbsenceView | null): WorkItem {
  const { counsellorId: _, referentId: __, cspStart, cspTerm, preBilanOn, jobStartedOn, lastContactOn, handedOverOn, dueOn, ...rest } = row
  return {
    ...rest,
    maySilence: maySilence(row.code),
    dueOn: day(dueOn),
    context: {
      cspStart: fromIso(cspStart),
      cspTerm: fromIso(cspTerm),
      preBilanOn: fromIso(preBilanOn),
      jobStartedOn: fromIso(jobStartedOn),
      lastContactOn: fromIso(lastContactOn),
      handedOverOn: fromIso(handedOverOn),
    },
    standingInFor: absent === null ? null : { name: absent.name, until: absent.to },
  }
}

/**
 * Whose deadlines these are: a counsellor's own files whatever their stage; as referent, those in a job
 * or followed after it, until the result is recorded; the same for an absent colleague one stands in for; a
 * manager's basins.
 */
export function mine(actor: Actor): Prisma.Sql {
  const scope = scopeCondition(actor, 'd', 'worklist.read')
  if (actor.role === 'manager') return scope
  const counsels = isFollowed(actor, Prisma.sql`d.counsellor_id`)
  const refers = isFollowed(actor, Prisma.sql`d.referent_id`)
  return Prisma.sql`${scope} and (${counsels} or (${refers} and (d.rule = 'R-309' or c.stage in ('in_job', 'follow_up_after_job'))))`
}

/** What is still to be done, by the operator or the person, and that nobody says was done elsewhere. */
export const toDo = Prisma.sql`d.met_on is null and not d.cancelled and d.actionable and d.actor in ('operator', 'beneficiary') and ${notSilenced}`

function itemsWhere(tx: Transaction, condition: Prisma.Sql, limit: number): Promise<ItemRow[]> {
  return tx.$queryRaw<ItemRow[]>`
    select d.id, c.reference, p.first_name || ' ' || p.last_name as "personName", c.stage, d.label as code, d.rule,
           d.due_on::text as "dueOn", d.act as "metBy", d.actor, c.regime_code as "regimeCode", c.csp_start::text as "cspStart",
           c.csp_term::text as "cspTerm", c.pre_bilan_on::text as "preBilanOn", c.job_started_on::text as "jobStartedOn",
           c.last_contact_on::text as "lastContactOn", c.handed_over_on::text as "handedOverOn",
           d.counsellor_id as "counsellorId", d.referent_id as "referentId"
    from deadline d join case_file c on c.id = d.case_id join person p on p.id = c.person_id
    where ${condition}
    order by d.due_on, p.last_name, p.first_name, d.id
    limit ${limit}`
}

/** What the actor has to do: unmet deadlines of their files, the latest first, over four weeks. */
export async function worklist(actor: Actor): Promise<Worklist | null> {
  if (!can(actor, 'worklist.read')) return null
  const today = await turnTheDay(actor)
  const lastDay = addDays(today, HORIZON_DAYS - 1)
  return inActorTransaction(actor, async (tx) => {
    const condition = Prisma.sql`${mine(actor)} and ${toDo}`
    const until = Prisma.sql`${isoOf(lastDay)}::date`
    const counts = await tx.$queryRaw<{ on: string; count: number }[]>`
      select d.due_on::text as on, count(*)::integer as count from deadline d join case_file c on c.id = d.case_id
      where ${condition} and d.due_on <= ${until} group by d.due_on`
    const byDay = new Map(counts.map((line) => [day(line.on), line.count]))
    const rows = await itemsWhere(tx, Prisma.sql`${condition} and d.due_on <= ${until}`, MOST_LINES)
    const [next] = await itemsWhere(tx, Prisma.sql`${condition} and d.due_on > ${until}`, 1)
    const away = await awayToday(tx, actor.standsInFor, today)
    const told = (row: ItemRow) => itemOf(row, absentOwner(row, actor, away))
    const items = rows.map(told)
    const between = (from: Day, to: Day) => items.filter((item) => item.dueOn >= from && item.dueOn <= to)
    const weekEnd = addDays(today, 7)
    return {
      today,
      groups: {
        overdue: items.filter((item) => item.dueOn < today),
        today: between(today, today),
        week: between(addDays(today, 1), weekEnd),
        later: between(addDays(weekEnd, 1), lastDay),
      },
      horizon: Array.from({ length: HORIZON_DAYS }, (_, index) => {
        const on = addDays(today, index)
        return { day: on, count: byDay.get(on) ?? 0 }
      }),
      total: counts.reduce((sum, line) => sum + line.count, 0),
      beyond: next === undefined ? null : told(next),
    }
  })
}
