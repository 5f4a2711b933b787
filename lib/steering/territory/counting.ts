// Counts every population of every quarter kept, over all operators, as the role that may (`rebond_steering`): one query for
// each thing a quarter is read from. What comes back is not masked yet and never leaves this process.
import { isoOf } from '../../accord/calendar/day.ts'
import { conditionSql, every } from '../../cases/indicator-where.ts'
import type { QuarterDays } from '../../cases/quarter.ts'
import { Prisma } from '../../database/generated/client.ts'
import { columnOf } from '../../indicators/columns.ts'
import { monthCode } from '../../indicators/measures.ts'
import { wholeMonth } from '../../indicators/period.ts'
import { AGES, UNKNOWN } from '../../indicators/slices.ts'
import { CUT_POPULATIONS, POPULATIONS, TERRITORY_DEFINITIONS, type Population } from './populations.ts'
import { stageGroup } from './stages.ts'

/** Runs a query and gives its rows: the job's connection, or the owner's while a demo is made. */
export type Ask = <T>(query: Prisma.Sql) => Promise<readonly T[]>

/** A basin, as it counts in wider places. */
export interface CountedBasin {
  readonly code: string
  readonly department: string
  readonly region: string
}

/** What one operator's people add up to somewhere, in a quarter. */
export interface Leaf {
  readonly operator: string
  /** A basin where nothing is cut; where it is, a region. */
  readonly place: string
  /** `''`, or what it is cut by, and the value. */
  readonly cut: string
  readonly value: string
  /** Position among the quarters counted. */
  readonly quarter: number
  readonly counts: ReadonlyMap<Population, number>
  /** By indicator: the sum of what is averaged, in hundredths. */
  readonly sums: ReadonlyMap<string, number>
}

/** Files in course on the day, of one operator in a region, by group of stages. */
export interface StageLeaf {
  readonly operator: string
  readonly region: string
  readonly stage: string
  readonly files: number
}

const CUT_COLUMNS: Readonly<Record<string, Prisma.Sql>> = {
  seniority: Prisma.sql`m.seniority`,
  age: Prisma.sql`case ${Prisma.join(Object.entries(AGES).map(([band, { from, to }]) => Prisma.sql`when m.age between ${Prisma.raw(String(from))} and ${Prisma.raw(String(to))} then ${Prisma.raw(`'${band}'`)}`), ' ')} end`,
  sex: Prisma.sql`m.sex`,
  qualification: Prisma.sql`m.qualification`,
  sector: Prisma.sql`m.sector`,
  path: Prisma.sql`m.entry_path`,
}
const CUTS = Object.keys(CUT_COLUMNS)

/** The quarters as a table `q (index, first, last)`, with what is read of each. */
function quartersSql(quarters: readonly QuarterDays[]): Prisma.Sql {
  const rows = quarters.map(({ from, to }, index) => {
    const month = wholeMonth({ from, to }, to)
    return { index, first: isoOf(from), last: isoOf(to), month_first: isoOf(month.from), month_code: monthCode(month.from) }
  })
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as q ("index" integer, "first" date, "last" date, month_first date, month_code integer)`
}

/** Files that a quarter `q` sees, over `steering_line m`. */
function seenSql(seenBy: Population['seenBy']): Prisma.Sql {
  if (seenBy === 'stock') return Prisma.sql`m.entered_on <= q."last" and (m.ended_on is null or m.ended_on > q."last")`
  if (seenBy === 'month') return Prisma.sql`m.entered_on <= q."last" and (m.ended_on is null or m.ended_on >= q.month_first)`
  return Prisma.sql`${Prisma.raw(`m.${columnOf(seenBy)}`)} between q."first" and q."last"`
}

interface Row extends Readonly<Record<string, unknown>> {
  readonly quarter: number
  readonly operator: string
  readonly basin: string | null
  readonly region: string | null
  readonly counts: readonly number[]
}

async function countSeenBy(ask: Ask, seenBy: Population['seenBy'], quarters: readonly QuarterDays[]): Promise<Leaf[]> {
  const populations = [...POPULATIONS.values()].filter((one) => one.seenBy === seenBy)
  const averaged = TERRITORY_DEFINITIONS.filter((one) => one.mean !== null && one.anchor === seenBy)
  const counted = [
    ...populations.map(({ atoms }) => Prisma.sql`count(*) filter (where ${seenBy === 'month' && atoms.length > 0 ? Prisma.sql`m.work_months @> array[q.month_code]` : every(atoms.map(conditionSql))})`),
    ...averaged.map(({ mean, of }) => Prisma.sql`coalesce(sum(${Prisma.raw(`m.${columnOf(mean!)}`)} * 100) filter (where ${conditionSql(of)}), 0)::bigint`),
  ]
  const cuts = [...(populations.some((one) => CUT_POPULATIONS.has(one)) ? CUTS : []), ...(seenBy === 'endedOn' ? ['motive'] : [])]
  const named = (cut: string) => Prisma.raw(`m.cut_${cut}`)
  const rows = await ask<Row>(Prisma.sql`
    select q."index" as quarter, m.operator_id::text as operator, ${Prisma.join([Prisma.sql`m.basin`, ...(cuts.length > 0 ? [Prisma.sql`m.region`] : [Prisma.sql`null as region`]), ...cuts.map(named)])}, jsonb_build_array(${Prisma.join(counted)}) as counts
    from ${quartersSql(quarters)}
    join (
      select m.*, b.code as basin, b.region_code as region, coalesce(m.exit_motive, ${UNKNOWN}) as cut_motive,
             ${Prisma.join(CUTS.map((cut) => Prisma.sql`coalesce(${CUT_COLUMNS[cut]!}, ${UNKNOWN}) as ${Prisma.raw(`cut_${cut}`)}`))}
      from steering_line m join basin b on b.id = m.basin_id) m on ${seenSql(seenBy)}
    group by q."index", m.operator_id, grouping sets (${Prisma.join([Prisma.sql`(m.basin)`, ...cuts.map((cut) => Prisma.sql`(m.region, ${named(cut)})`)])})`)
  return rows.map((row): Leaf => {
    const cut = row.basin === null ? cuts.find((one) => row[`cut_${one}`] !== null)! : ''
    return {
      operator: row.operator, place: row.basin ?? row.region!, cut, value: cut === '' ? '' : String(row[`cut_${cut}`]), quarter: row.quarter,
      counts: new Map(populations.map((population, index) => [population, Number(row.counts[index])])),
      sums: new Map(averaged.map(({ id }, index) => [id, Number(row.counts[populations.length + index])])),
    }
  })
}

/** What every operator's people add up to, by basin, and by region for each value they are cut by. */
export async function countLeaves(ask: Ask, quarters: readonly QuarterDays[]): Promise<Leaf[]> {
  const leaves: Leaf[] = []
  for (const seenBy of new Set([...POPULATIONS.values()].map((one) => one.seenBy))) leaves.push(...(await countSeenBy(ask, seenBy, quarters)))
  return leaves
}

/** Files in course today, by group of stages. */
export async function countStages(ask: Ask): Promise<StageLeaf[]> {
  const rows = await ask<{ operator: string; region: string; stage: string; files: number }>(Prisma.sql`
    select s.operator_id::text as operator, b.region_code as region, s.stage, sum(s.files)::integer as files
    from steering_stage s join basin b on b.id = s.basin_id group by 1, 2, 3`)
  const grouped = new Map<string, StageLeaf>()
  for (const { operator, region, stage, files } of rows) {
    const group = stageGroup(stage)
    if (group === null) continue
    const name = `${operator} ${region} ${group}`
    grouped.set(name, { operator, region, stage: group, files: (grouped.get(name)?.files ?? 0) + files })
  }
  return [...grouped.values()]
}

/** Where the basins of the country count. */
export function countedBasins(ask: Ask): Promise<readonly CountedBasin[]> {
  return ask<CountedBasin>(Prisma.sql`select code, main_department_code as department, region_code as region from basin where main_department_code is not null`)
}
