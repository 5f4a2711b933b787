import { day, isoOf, type Day } from '../../accord/calendar/day.ts'
import { STAGES, type DeadlineCode, type Stage } from '../../accord/file/case-file.ts'
import type { ExitMotive } from '../../accord/file/facts.ts'
import type { RuleId } from '../../accord/rules/catalogue.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { turnTheDay } from '../advance-day.ts'
import { readSort, type CaseloadSort, type SortToken } from '../caseload-columns.ts'
import type { CaseloadFilter, CaseloadParams } from '../caseload-params.ts'
import { caseloadWhere } from '../caseload-where.ts'
import type { CaseloadPage, CaseloadRow } from '../views/caseload.ts'
import { fromIso } from '../../database/calendar-columns.ts'

type DayColumn = 'cspStart' | 'cspTerm' | 'endedOn' | 'preBilanOn' | 'planOn' | 'lastContactOn' | 'jobStartedOn' | 'followUpEnd'

/** A row as the database gives it: days as text. */
type RawRow = Omit<CaseloadRow, DayColumn | 'stage' | 'exitMotive' | 'nextDeadline' | 'training' | 'nextAppointment'> &
  Readonly<Record<DayColumn, string | null>> & {
    readonly stage: Stage
    readonly exitMotive: ExitMotive | null
    readonly nextOn: string | null
    readonly nextRule: RuleId | null
    readonly nextCode: DeadlineCode | null
    readonly trainingFrom: string | null
    readonly trainingTo: string | null
    readonly trainingPlanned: boolean
    readonly appointmentOn: string | null
    readonly appointmentTime: string | null
  }

/** What an order by a column is made of: what it joins beside the file, and what it compares. */
interface Sort {
  readonly join?: Prisma.Sql
  readonly by: readonly Prisma.Sql[]
}

/** What a list may be sorted by; nothing else reaches the query. */
const sorts: Readonly<Record<CaseloadSort, Sort>> = {
  name: { join: Prisma.sql`join person p on p.id = c.person_id`, by: [Prisma.sql`p.last_name`, Prisma.sql`p.first_name`] },
  reference: { by: [Prisma.sql`c.reference`] },
  stage: { by: [Prisma.sql`array_position(${[...STAGES]}::text[], c.stage)`] },
  basin: { join: Prisma.sql`join basin b on b.id = c.basin_id`, by: [Prisma.sql`b.name`] },
  deadline: { by: [Prisma.sql`c.next_deadline_on`] },
  start: { by: [Prisma.sql`c.csp_start`] },
  term: { by: [Prisma.sql`c.csp_term`] },
  lastContact: { by: [Prisma.sql`c.last_contact_on`] },
  preBilan: { by: [Prisma.sql`c.pre_bilan_on`] },
  plan: { by: [Prisma.sql`c.plan_on`] },
  employer: { join: Prisma.sql`left join employer e on e.id = c.employer_id`, by: [Prisma.sql`e.name`] },
  regime: { by: [Prisma.sql`c.regime_code`] },
  counsellor: { join: Prisma.sql`join account k on k.id = c.counsellor_id`, by: [Prisma.sql`k.display_name`] },
  referent: { join: Prisma.sql`left join account r on r.id = c.referent_id`, by: [Prisma.sql`r.display_name`] },
  job: { by: [Prisma.sql`c.job_started_on`] },
  followUp: { by: [Prisma.sql`c.follow_up_end`] },
  ended: { by: [Prisma.sql`c.ended_on`] },
  motive: { by: [Prisma.sql`c.exit_motive`] },
}

function orderOf(tokens: readonly SortToken[]): { readonly joins: Prisma.Sql; readonly order: Prisma.Sql } {
  const asked = tokens.map((token) => ({ ...readSort(token), sort: sorts[readSort(token).column] }))
  const order = asked.flatMap(({ sort, descending }) =>
    sort.by.map((column) => (descending ? Prisma.sql`${column} desc nulls last` : Prisma.sql`${column} asc nulls last`)),
  )
  const joined = asked.flatMap(({ sort }) => (sort.join === undefined ? [] : [sort.join]))
  return {
    joins: joined.length === 0 ? Prisma.empty : Prisma.join(joined, ' '),
    order: Prisma.join([...order, Prisma.sql`c.id`], ', '),
  }
}

function rowOf(raw: RawRow): CaseloadRow {
  const { nextOn, nextRule, nextCode, trainingFrom, trainingTo, trainingPlanned, appointmentOn, appointmentTime, ...rest } = raw
  return {
    ...rest,
    cspStart: fromIso(rest.cspStart),
    cspTerm: fromIso(rest.cspTerm),
    endedOn: fromIso(rest.endedOn),
    preBilanOn: fromIso(rest.preBilanOn),
    planOn: fromIso(rest.planOn),
    lastContactOn: fromIso(rest.lastContactOn),
    jobStartedOn: fromIso(rest.jobStartedOn),
    followUpEnd: fromIso(rest.followUpEnd),
    training: trainingFrom === null ? (trainingPlanned ? 'planned' : null) : { from: day(trainingFrom), to: fromIso(trainingTo) },
    nextAppointment: appointmentOn === null || appointmentTime === null ? null : { on: day(appointmentOn), time: appointmentTime },
    nextDeadline: nextOn === null || nextRule === null || nextCode === null ? null : { on: day(nextOn), rule: nextRule, code: nextCode },
  }
}

/**
 * The files of the actor's scope that a filter lists, in their order, from one to another. The order is made on the files
 * alone; what the lines say besides is looked up for those of the page.
 */
export async function caseloadRows(
  tx: Transaction, actor: Actor, params: Pick<CaseloadParams, 'sort'> & CaseloadFilter, today: Day,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<CaseloadRow[]> {
  const { joins, order } = orderOf(params.sort)
  const rows = await tx.$queryRaw<RawRow[]>`
    with listed as materialized (
      -- Cut before it is numbered: the first of a hundred thousand are found without putting them all in order.
      select id, row_number() over () as rank from (
        select c.id from case_file c ${joins}
        where ${scopeCondition(actor, 'c', 'caseload.read')} and ${caseloadWhere(params, today)}
        order by ${order} limit ${limit} offset ${offset}) as cut)
    select c.id, c.reference, p.first_name as "firstName", p.last_name as "lastName", c.stage, c.regime_code as "regimeCode",
           b.code as "basinCode", b.name as "basinName", c.counsellor_id as "counsellorId", k.display_name as "counsellorName",
           c.referent_id as "referentId", r.display_name as "referentName", c.csp_start::text as "cspStart", c.csp_term::text as "cspTerm",
           c.ended_on::text as "endedOn", c.exit_motive as "exitMotive", c.next_deadline_on::text as "nextOn",
           c.next_deadline_rule as "nextRule", c.next_deadline_label as "nextCode",
           e.name as "employerName", p.phone, p.email, p.commune, c.pre_bilan_on::text as "preBilanOn", c.plan_on::text as "planOn",
           c.last_contact_on::text as "lastContactOn", c.job_started_on::text as "jobStartedOn", c.follow_up_end::text as "followUpEnd",
           t.from_day::text as "trainingFrom", t.to_day::text as "trainingTo", c.plans_training as "trainingPlanned",
           a.on_day::text as "appointmentOn", a.at_time as "appointmentTime"
    from listed
    join case_file c on c.id = listed.id
    join person p on p.id = c.person_id
    join basin b on b.id = c.basin_id
    join account k on k.id = c.counsellor_id
    left join account r on r.id = c.referent_id
    left join employer e on e.id = c.employer_id
    left join lateral (
      select t.from_day, t.to_day from period t
      where t.case_id = c.id and t.kind = 'training'
      -- The one running or next to begin; else the last.
      order by t.to_day is not null and t.to_day < ${isoOf(today)}::date, abs(t.from_day - ${isoOf(today)}::date) limit 1) t on true
    left join lateral (
      select a.on_day, a.at_time from appointment a
      where a.case_id = c.id and a.status = 'planned' and a.on_day >= ${isoOf(today)}::date order by a.starts_at limit 1) a on true
    order by listed.rank`
  return rows.map(rowOf)
}

async function optionsOf(tx: Transaction, actor: Actor): Promise<CaseloadPage['options']> {
  const within = scopeCondition(actor, 'c', 'caseload.read')
  const basins = await tx.$queryRaw<{ code: string; name: string }[]>`
    select b.code, b.name from basin b where exists (select from case_file c where c.basin_id = b.id and ${within}) order by b.name, b.code`
  const people = await tx.$queryRaw<{ id: string; name: string; counsels: boolean; refers: boolean }[]>`
    select k.id, k.display_name as name,
           exists (select from case_file c where c.counsellor_id = k.id and ${within}) as counsels,
           exists (select from case_file c where c.referent_id = k.id and ${within}) as refers
    from account k where k.role in ('counsellor', 'referent', 'manager') order by k.display_name, k.id`
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
  return {
    basins,
    counsellors: people.filter((person) => person.counsels).map(named),
    referents: people.filter((person) => person.refers).map(named),
  }
}

/** How many files of the actor's scope a filter lists: the count that a figure and its list must share. */
export async function countFiles(tx: Transaction, actor: Actor, condition: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<[{ total: number }]>`
    select count(*)::integer as total from case_file c
    where ${scopeCondition(actor, 'c', 'caseload.read')} and ${condition}`
  return row.total
}

/** One page of the files an actor may see, filtered and sorted as asked; `null` for a role that sees none. */
export async function caseload(actor: Actor, params: CaseloadParams): Promise<CaseloadPage | null> {
  if (!can(actor, 'caseload.read')) return null
  const today = await turnTheDay(actor)
  return inActorTransaction(actor, async (tx) => {
    const condition = caseloadWhere(params, today)
    const total = await countFiles(tx, actor, condition)
    const page = Math.min(params.page, Math.max(1, Math.ceil(total / params.size)))
    const rows = await caseloadRows(tx, actor, params, today, { limit: params.size, offset: (page - 1) * params.size })
    return { today, rows, total, params: { ...params, page }, options: await optionsOf(tx, actor) }
  })
}
