import { scopeCondition } from '../../access/scope.ts'
import { addDays, addMonths, isoOf } from '../../accord/calendar/day.ts'
import { STAGES, type Stage } from '../../accord/file/case-file.ts'
import { caseloadSearch, type CaseloadFilter } from '../../cases/caseload-params.ts'
import { caseloadWhere } from '../../cases/caseload-where.ts'
import { Prisma } from '../../database/generated/client.ts'
import { monthStart } from '../../indicators/period.ts'
import type { Slice } from '../../indicators/slices.ts'
import type { Steering } from '../figures.ts'
import { sliceFilter } from './drifts.ts'
import type { NamedPerson } from './reach.ts'

/** Files, and the address that lists exactly them. */
export interface Listed {
  readonly count: number
  readonly search: string
}

/** One counsellor: people in a CSP today, and the ends to come, month by month. */
export interface CounsellorLoad extends NamedPerson {
  readonly inCsp: Listed
  readonly ends: readonly Listed[]
}

export interface Loads {
  /** First days of the twelve months, this one first. */
  readonly months: readonly string[]
  readonly inCsp: Listed
  readonly ends: readonly Listed[]
  /** By load, the heaviest first; `null` where there are too many for a table. */
  readonly counsellors: readonly CounsellorLoad[] | null
  readonly counsellorCount: number
}

const MONTHS_AHEAD = 12
/** Beyond, a smaller place is asked for. */
export const MOST_COUNSELLORS = 40

interface Row {
  /** `null`: of all of them. */
  readonly counsellorId: string | null
  /** The term as it stands; `null`: not known. */
  readonly term: string | null
  readonly count: number
}

/** People followed today by each counsellor, and the terms of the CSP as they stand, over twelve months. */
export async function loads({ actor, today, tx }: Steering, slice: Slice, people: readonly NamedPerson[]): Promise<Loads> {
  const start = monthStart(today)
  const months = Array.from({ length: MONTHS_AHEAD }, (_, index) => addMonths(start, index))
  const base: CaseloadFilter = { ...sliceFilter(slice), scope: 'in_csp' }
  const present = Prisma.sql`case_file c where ${scopeCondition(actor, 'c', 'caseload.read')} and ${caseloadWhere(base, today)}`
  // By term and by counsellor; by both only where few enough hold them to be told one by one.
  const sides = await tx.$queryRaw<{ counsellorId: string | null; term: string | null; count: number; ofAll: boolean }[]>`
    select c.counsellor_id::text as "counsellorId", c.csp_term::text as term, count(*)::integer as count, grouping(c.counsellor_id) = 1 as "ofAll"
    from ${present} group by grouping sets ((c.csp_term), (c.counsellor_id))`
  const holding = sides.flatMap(({ counsellorId }) => counsellorId ?? [])
  const each = holding.length > MOST_COUNSELLORS ? [] : await tx.$queryRaw<Row[]>`select c.counsellor_id::text as "counsellorId", c.csp_term::text as term, count(*)::integer as count from ${present} group by 1, 2`
  const rows: readonly Row[] = [...sides.flatMap(({ ofAll, ...row }): Row[] => (ofAll ? [row] : [])), ...each]
  const counts = new Map<string, number>()
  for (const { counsellorId, term, count } of rows) for (const key of ['', term === null ? 'unknown' : term.slice(0, 7)]) counts.set(`${counsellorId} ${key}`, (counts.get(`${counsellorId} ${key}`) ?? 0) + count)
  const listed = (counsellor: string | null, month: number | null): Listed => {
    const from = month === null ? null : months[month]!
    const span = from === null ? {} : { termFrom: isoOf(from), termTo: isoOf(addDays(addMonths(from, 1), -1)) }
    return { count: counts.get(`${counsellor} ${from === null ? '' : isoOf(from).slice(0, 7)}`) ?? 0, search: caseloadSearch({ ...base, ...(counsellor === null ? {} : { counsellor }), ...span }) }
  }
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return {
    months: months.map(isoOf),
    inCsp: listed(null, null),
    ends: months.map((_, month) => listed(null, month)),
    counsellorCount: holding.length,
    counsellors: holding.length > MOST_COUNSELLORS ? null : holding
      .map((id) => ({ id, name: nameOf.get(id) ?? id, inCsp: listed(id, null), ends: months.map((_, month) => listed(id, month)) }))
      .toSorted((a, b) => b.inCsp.count - a.inCsp.count || a.name.localeCompare(b.name)),
  }
}

export interface StageStock {
  readonly stage: Stage
  readonly listed: Listed
}

/** Files that are not closed, by stage, as they stand today: they add up to the whole. */
export async function stagesOf({ actor, today, tx }: Steering, slice: Slice): Promise<{ readonly whole: Listed; readonly stages: readonly StageStock[] }> {
  const base = sliceFilter(slice)
  const rows = await tx.$queryRaw<{ stage: Stage; count: number }[]>`
    select c.stage, count(*)::integer as count from case_file c
    where ${scopeCondition(actor, 'c', 'caseload.read')} and ${caseloadWhere(base, today)} group by c.stage`
  return {
    whole: { count: rows.reduce((sum, { count }) => sum + count, 0), search: caseloadSearch(base) },
    stages: rows
      .toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
      .map(({ stage, count }) => ({ stage, listed: { count, search: caseloadSearch({ ...base, stage: [stage] }) } })),
  }
}
