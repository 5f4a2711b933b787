import { day, type Day } from '../../accord/calendar/day.ts'
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
import type { CaseloadParams } from '../caseload-params.ts'
import { caseloadWhere } from '../caseload-where.ts'
import type { CaseloadPage, CaseloadRow } from '../views/caseload.ts'

interface RawRow {
  readonly id: string
  readonly reference: string
  readonly firstName: string
  readonly lastName: string
  readonly stage: Stage
  readonly regimeCode: string | null
  readonly basinCode: string
  readonly basinName: string
  readonly counsellorId: string
  readonly counsellorName: string
  readonly referentId: string | null
  readonly referentName: string | null
  readonly cspStart: string | null
  readonly cspTerm: string | null
  readonly endedOn: string | null
  readonly exitMotive: ExitMotive | null
  readonly nextOn: string | null
  readonly nextRule: RuleId | null
  readonly nextCode: DeadlineCode | null
}

const joins = Prisma.sql`
  case_file c
  join person p on p.id = c.person_id
  join basin b on b.id = c.basin_id
  join account k on k.id = c.counsellor_id
  left join account r on r.id = c.referent_id`

/** What a list may be sorted by; nothing else reaches the query. */
const sorts: Readonly<Record<CaseloadParams['sort'], readonly Prisma.Sql[]>> = {
  name: [Prisma.sql`p.last_name`, Prisma.sql`p.first_name`],
  stage: [Prisma.sql`array_position(${[...STAGES]}::text[], c.stage)`],
  basin: [Prisma.sql`b.name`],
  deadline: [Prisma.sql`c.next_deadline_on`],
  start: [Prisma.sql`c.csp_start`],
  term: [Prisma.sql`c.csp_term`],
  counsellor: [Prisma.sql`k.display_name`],
  referent: [Prisma.sql`r.display_name`],
}

function orderOf(params: CaseloadParams): Prisma.Sql {
  const direction = params.dir === 'asc' ? Prisma.sql`asc nulls last` : Prisma.sql`desc nulls last`
  return Prisma.join([...sorts[params.sort].map((column) => Prisma.sql`${column} ${direction}`), Prisma.sql`c.id`], ', ')
}

const kept = (text: string | null): Day | null => (text === null ? null : day(text))

function rowOf(raw: RawRow): CaseloadRow {
  const { nextOn, nextRule, nextCode, cspStart, cspTerm, endedOn, ...rest } = raw
  return {
    ...rest,
    cspStart: kept(cspStart),
    cspTerm: kept(cspTerm),
    endedOn: kept(endedOn),
    nextDeadline: nextOn === null || nextRule === null || nextCode === null ? null : { on: day(nextOn), rule: nextRule, code: nextCode },
  }
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
    select count(*)::integer as total from case_file c join basin b on b.id = c.basin_id
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
    const rows = await tx.$queryRaw<RawRow[]>`
      select c.id, c.reference, p.first_name as "firstName", p.last_name as "lastName", c.stage, c.regime_code as "regimeCode",
             b.code as "basinCode", b.name as "basinName", c.counsellor_id as "counsellorId", k.display_name as "counsellorName",
             c.referent_id as "referentId", r.display_name as "referentName", c.csp_start::text as "cspStart", c.csp_term::text as "cspTerm",
             c.ended_on::text as "endedOn", c.exit_motive as "exitMotive", c.next_deadline_on::text as "nextOn",
             c.next_deadline_rule as "nextRule", c.next_deadline_label as "nextCode"
      from ${joins}
      where ${scopeCondition(actor, 'c', 'caseload.read')} and ${condition}
      order by ${orderOf(params)}
      limit ${params.size} offset ${(page - 1) * params.size}`
    return { today, rows: rows.map(rowOf), total, params: { ...params, page }, options: await optionsOf(tx, actor) }
  })
}
