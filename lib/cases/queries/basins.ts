import { addDays, addMonths, dayOf, earliest, isoOf, partsOf, type Day } from '../../accord/calendar/day.ts'
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
import { caseloadSearch, NO_MOTIVE, type CaseloadFilter } from '../caseload-params.ts'
import { caseloadWhere, standing } from '../caseload-where.ts'
import { parseQuarter, quarterOf, quartersBack, quarterView, type QuarterDays } from '../quarter.ts'
import type { BasinOverview, BasinsOverview, BasinSummary, CounsellorLoad, DeadlineFigures, Figure } from '../views/basins.ts'

/** Quarters that a page offers: two years. */
const QUARTERS_OFFERED = 8
const MONTHS_AHEAD = 12
const BASIN_CODE = /^[\w-]{1,20}$/u

/**
 * Every figure below is a count with the filter that lists the same files: the condition is the one of
 * the caseload (caseload-where.ts), with the filter's own fields as groups.
 */
const figure = (count: number, filter: CaseloadFilter): Figure => ({ count, search: caseloadSearch(filter) })

const joined = Prisma.sql`case_file c join basin b on b.id = c.basin_id`

interface Frame {
  readonly tx: Transaction
  readonly actor: Actor
  readonly today: Day
  readonly quarter: QuarterDays
}

function within({ actor, today }: Frame, filter: CaseloadFilter): Prisma.Sql {
  return Prisma.sql`${scopeCondition(actor, 'c', 'caseload.read')} and ${caseloadWhere(filter, today)}`
}

/** What has happened of the quarter: a planned start or end is not counted before its day. */
function elapsed({ quarter, today }: Frame): { readonly from: string; readonly to: string } {
  return { from: isoOf(quarter.from), to: isoOf(earliest(quarter.to, today)) }
}

function filtersOf(frame: Frame) {
  const { from, to } = elapsed(frame)
  return {
    live: {} satisfies CaseloadFilter,
    overdue: { deadline: 'overdue' } satisfies CaseloadFilter,
    entries: { scope: 'all', enteredFrom: from, enteredTo: to } satisfies CaseloadFilter,
    exits: { scope: 'all', endedFrom: from, endedTo: to } satisfies CaseloadFilter,
  }
}

async function byBasin(frame: Frame, filter: CaseloadFilter): Promise<Map<string, number>> {
  const rows = await frame.tx.$queryRaw<{ code: string; count: number }[]>`
    select b.code, count(*)::integer as count from ${joined} where ${within(frame, filter)} group by b.code`
  return new Map(rows.map((row) => [row.code, row.count]))
}

interface BasinRow {
  readonly code: string
  readonly name: string
  readonly departmentCodes: readonly string[]
  readonly latitude: number | null
  readonly longitude: number | null
  readonly counsellors: number
}

function basinsOf({ tx, actor }: Frame, code: string | null): Promise<BasinRow[]> {
  const served = actor.role === 'manager' ? Prisma.sql`and b.id = any(${[...actor.basinIds]}::uuid[])` : Prisma.empty
  return tx.$queryRaw<BasinRow[]>`
    select b.code, b.name, b.department_codes as "departmentCodes", b.latitude, b.longitude,
           (select count(distinct c.counsellor_id)::integer from case_file c where c.basin_id = b.id and not c.closed) as counsellors
    from basin b join operator_basin ob on ob.basin_id = b.id and ob.operator_id = ${actor.operatorId}::uuid
    where true ${served} and (${code}::text is null or b.code = ${code})
    order by b.name, b.code`
}

async function summaries(frame: Frame, basins: readonly BasinRow[]): Promise<BasinSummary[]> {
  const filters = filtersOf(frame)
  const live = await byBasin(frame, filters.live)
  const overdue = await byBasin(frame, filters.overdue)
  const entries = await byBasin(frame, filters.entries)
  const exits = await byBasin(frame, filters.exits)
  return basins.map((basin) => {
    const of = (counts: Map<string, number>, filter: CaseloadFilter) => figure(counts.get(basin.code) ?? 0, { ...filter, basin: basin.code })
    return {
      ...basin,
      live: of(live, filters.live),
      overdue: of(overdue, filters.overdue),
      entries: of(entries, filters.entries),
      exits: of(exits, filters.exits),
    }
  })
}

async function open(actor: Actor, tx: Transaction, today: Day, asked: string | undefined): Promise<Frame> {
  const quarter = asked === undefined ? null : parseQuarter(asked)
  return { tx, actor, today, quarter: quarter !== null && quarter.from <= today ? quarter : quarterOf(today) }
}

/**
 * The basins an actor steers, side by side; `null` for a role that steers none.
 * @param quarter `2026-Q4`; the present one where left out, unknown or still to come
 */
export async function basinsOverview(actor: Actor, quarter?: string): Promise<BasinsOverview | null> {
  if (!can(actor, 'basin.read')) return null
  const today = await turnTheDay(actor)
  return inActorTransaction(actor, async (tx) => {
    const frame = await open(actor, tx, today, quarter)
    const basins = await summaries(frame, await basinsOf(frame, null))
    const filters = filtersOf(frame)
    const sum = (of: (basin: BasinSummary) => Figure, filter: CaseloadFilter) =>
      figure(
        basins.reduce((total, basin) => total + of(basin).count, 0),
        filter,
      )
    return {
      quarter: quarterView(frame.quarter),
      quarters: quartersBack(today, QUARTERS_OFFERED).map(quarterView),
      basins,
      total: {
        live: sum((basin) => basin.live, filters.live),
        overdue: sum((basin) => basin.overdue, filters.overdue),
        entries: sum((basin) => basin.entries, filters.entries),
        exits: sum((basin) => basin.exits, filters.exits),
      },
    }
  })
}

async function stagesOf(frame: Frame, basin: string): Promise<BasinOverview['byStage']> {
  const rows = await frame.tx.$queryRaw<{ stage: Stage; count: number }[]>`
    select c.stage, count(*)::integer as count from ${joined} where ${within(frame, { basin })} group by c.stage`
  return rows
    .toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
    .map(({ stage, count }) => ({ stage, figure: figure(count, { basin, stage: [stage] }) }))
}

/** A deadline is judged once its day is over, as the indicators judge it: held early, it is not in time yet. */
async function deadlinesOf(frame: Frame, basin: string): Promise<DeadlineFigures[]> {
  const { from, to } = { from: isoOf(frame.quarter.from), to: isoOf(earliest(frame.quarter.to, addDays(frame.today, -1))) }
  const rows = await frame.tx.$queryRaw<{ rule: RuleId; code: DeadlineCode; met: number; late: number; overdue: number }[]>`
    select d.rule, d.label as code,
           count(distinct c.id) filter (where ${standing.met})::integer as met,
           count(distinct c.id) filter (where ${standing.met_late})::integer as late,
           count(distinct c.id) filter (where ${standing.overdue(frame.today)})::integer as overdue
    from deadline d join ${joined} on c.id = d.case_id
    where ${within(frame, { basin, scope: 'all' })} and d.actor = 'operator'
      and d.due_on between ${from}::date and ${to}::date
    group by d.rule, d.label order by d.rule, d.label`
  return rows.map(({ rule, code, met, late, overdue }) => {
    const listed = (stands: 'met' | 'met_late' | 'overdue', count: number) =>
      figure(count, { basin, scope: 'all', due: code, standing: stands, dueFrom: from, dueTo: to })
    return { rule, code, met: listed('met', met), metLate: listed('met_late', late), overdue: listed('overdue', overdue) }
  })
}

async function exitsOf(frame: Frame, basin: string): Promise<BasinOverview['exits']['byMotive']> {
  const filter = { ...filtersOf(frame).exits, basin }
  const rows = await frame.tx.$queryRaw<{ motive: ExitMotive | null; count: number }[]>`
    select c.exit_motive as motive, count(*)::integer as count from ${joined} where ${within(frame, filter)}
    group by c.exit_motive order by count desc, c.exit_motive`
  return rows.map(({ motive, count }) => ({ motive, figure: figure(count, { ...filter, motive: [motive ?? NO_MOTIVE] }) }))
}

interface LoadRow {
  readonly counsellorId: string
  readonly name: string
  readonly stage: Stage
  readonly count: number
  readonly overdue: number
}

async function loadsOf(frame: Frame, basin: string): Promise<CounsellorLoad[]> {
  const rows = await frame.tx.$queryRaw<LoadRow[]>`
    select c.counsellor_id as "counsellorId", k.display_name as name, c.stage, count(*)::integer as count,
           count(*) filter (where ${caseloadWhere({ deadline: 'overdue' }, frame.today)})::integer as overdue
    from ${joined} join account k on k.id = c.counsellor_id
    where ${within(frame, { basin })}
    group by c.counsellor_id, k.display_name, c.stage order by k.display_name, c.counsellor_id`
  const loads = new Map<string, LoadRow[]>()
  for (const row of rows) loads.set(row.counsellorId, [...(loads.get(row.counsellorId) ?? []), row])
  return [...loads].map(([counsellor, lines]) => {
    const total = (of: (line: LoadRow) => number) => lines.reduce((sum, line) => sum + of(line), 0)
    return {
      counsellorId: counsellor,
      name: lines[0]!.name,
      live: figure(
        total((line) => line.count),
        { basin, counsellor },
      ),
      byStage: lines
        .toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
        .map(({ stage, count }) => ({ stage, figure: figure(count, { basin, counsellor, stage: [stage] }) })),
      overdue: figure(
        total((line) => line.overdue),
        { basin, counsellor, deadline: 'overdue' },
      ),
    }
  })
}

async function endsOf(frame: Frame, basin: string): Promise<BasinOverview['ends']> {
  const { year, month } = partsOf(frame.today)
  const first = dayOf(year, month, 1)!
  const last = addDays(addMonths(first, MONTHS_AHEAD), -1)
  const running: CaseloadFilter = { basin, scope: 'in_csp', termFrom: isoOf(first), termTo: isoOf(last) }
  const rows = await frame.tx.$queryRaw<{ month: string; count: number }[]>`
    select to_char(c.csp_term, 'YYYY-MM') as month, count(*)::integer as count from ${joined} where ${within(frame, running)} group by 1`
  const counts = new Map(rows.map((row) => [row.month, row.count]))
  return Array.from({ length: MONTHS_AHEAD }, (_, index) => {
    const from = addMonths(first, index)
    const code = isoOf(from).slice(0, 7)
    const filter = { ...running, termFrom: isoOf(from), termTo: isoOf(addDays(addMonths(from, 1), -1)) }
    return { month: code, figure: figure(counts.get(code) ?? 0, filter) }
  })
}

/** One basin: stages, deadlines and movements of the quarter, loads, ends to come; `null` when it is not the actor's to see. */
export async function basinOverview(actor: Actor, basinCode: string, quarter?: string): Promise<BasinOverview | null> {
  if (!can(actor, 'basin.read') || !BASIN_CODE.test(basinCode)) return null
  const today = await turnTheDay(actor)
  return inActorTransaction(actor, async (tx) => {
    const frame = await open(actor, tx, today, quarter)
    const [basin] = await summaries(frame, await basinsOf(frame, basinCode))
    if (basin === undefined) return null
    return {
      basin,
      quarter: quarterView(frame.quarter),
      quarters: quartersBack(today, QUARTERS_OFFERED).map(quarterView),
      byStage: await stagesOf(frame, basinCode),
      deadlines: await deadlinesOf(frame, basinCode),
      entries: basin.entries,
      exits: { total: basin.exits, byMotive: await exitsOf(frame, basinCode) },
      loads: await loadsOf(frame, basinCode),
      ends: await endsOf(frame, basinCode),
    }
  })
}
