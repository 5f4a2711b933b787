// The conditions of lib/indicators said to the database, over `case_measure m`: the same for the figure and for its list.
import { addDays, isoOf, type Day } from '../accord/calendar/day.ts'
import { Prisma } from '../database/generated/client.ts'
import { columnOf } from '../indicators/columns.ts'
import type { Condition } from '../indicators/conditions.ts'
import type { Definition } from '../indicators/definitions.ts'
import { monthCode } from '../indicators/measures.ts'
import { stockDay, wholeMonth, windowOf, type Period } from '../indicators/period.ts'
import { AGES, UNKNOWN, type AgeBand, type PersonDimension, type Place } from '../indicators/slices.ts'

const column = (field: string) => Prisma.raw(`m.${columnOf(field)}`)
const date = (value: Day) => Prisma.sql`${isoOf(value)}::date`

/** Files satisfying every one of some conditions; all files where there is none. */
export function every(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join([...conditions], ' and ')})`
}

/** A condition on a line, in SQL; what is not known satisfies nothing but `unknown`. */
export function conditionSql(condition: Condition): Prisma.Sql {
  if ('all' in condition) return every(condition.all.map(conditionSql))
  if ('any' in condition) return condition.any.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(condition.any.map(conditionSql), ' or ')})`
  if ('known' in condition) return Prisma.sql`${column(condition.known)} is not null`
  if ('unknown' in condition) return Prisma.sql`${column(condition.unknown)} is null`
  if ('yes' in condition) return Prisma.sql`${column(condition.yes)} is true`
  if ('no' in condition) return Prisma.sql`${column(condition.no)} is false`
  if ('day' in condition) return Prisma.sql`(${column(condition.day)} <= ${column(condition.atMost)}) is true`
  if ('number' in condition) {
    const to = condition.to === null ? Prisma.empty : Prisma.sql` and ${column(condition.number)} <= ${condition.to}`
    return Prisma.sql`(${column(condition.number)} >= ${condition.from}${to}) is true`
  }
  return Prisma.sql`(${column(condition.choice)} = any(${[...condition.among]}::text[])) is true`
}

/** `of`: those the figure is about; `counted`: those it counts among them; `base`: all whose anchor can be seen; `come`: all whose anchor has come. */
export const PARTS = ['of', 'counted', 'base', 'come'] as const
export type Part = (typeof PARTS)[number]

/** The files behind a part of a figure in a period, as seen on a day. Without any that can be seen, none. */
export function partSql(definition: Definition, part: Part, period: Period, today: Day): Prisma.Sql {
  if (definition.kind === 'stock') return stockSql(definition, part, period, today)
  const { first, last, come } = windowOf(definition, period, today)
  const until = part === 'come' ? come : last
  const anchored = Prisma.sql`${column(definition.anchor)} between ${date(first)} and ${date(until)}`
  if (part === 'base' || part === 'come') return anchored
  return every([anchored, conditionSql(definition.of), ...(part === 'counted' && definition.counted !== null ? [conditionSql(definition.counted)] : [])])
}

function stockSql(definition: Definition, part: Part, period: Period, today: Day): Prisma.Sql {
  if (definition.workedInMonth) {
    const month = wholeMonth(period, today)
    const present = Prisma.sql`(m.entered_on <= ${date(month.to)} and (m.left_on is null or m.left_on >= ${date(month.from)}))`
    return part === 'counted' ? every([present, Prisma.sql`m.work_months @> array[${monthCode(month.from)}::integer]`]) : present
  }
  const day = stockDay(period, today)
  const present = Prisma.sql`(m.entered_on <= ${date(day)} and (m.left_on is null or m.left_on > ${date(day)}))`
  const silent = definition.silentFor
  if (silent === null) return present
  // Only the last contact is kept: how long ago it was can be said of today alone.
  if (day !== today) return Prisma.sql`false`
  // None has ended after today: said so, an index of those in a CSP answers.
  const now = Prisma.sql`(m.entered_on <= ${date(day)} and m.left_on is null)`
  return part === 'counted' ? every([now, Prisma.sql`coalesce(${column(silent.since)}, m.entered_on) <= ${date(addDays(day, -silent.days))}`]) : now
}

/** Basins of a place, as a condition over a column of basins; none where it is the whole country. */
export function placeSql({ level, code }: Place, basin: Prisma.Sql): Prisma.Sql | null {
  switch (level) {
    case 'nation':
      return null
    case 'basin':
      return Prisma.sql`${basin} = any (array(select id from basin where code = ${code}))`
    case 'department':
      return Prisma.sql`${basin} = any (array(select id from basin where main_department_code = ${code}))`
    case 'region':
      return Prisma.sql`${basin} = any (array(select id from basin where region_code = ${code}))`
  }
}

const AGE = Prisma.sql`extract(year from age(m.entered_on, p.birth_date))`

/** What a dimension is of a file, as text, over `case_measure m` and `person p`; null where it is not known. */
export const dimensionSql: Readonly<Record<PersonDimension, Prisma.Sql>> = {
  seniority: Prisma.sql`m.seniority`,
  path: Prisma.sql`m.entry_path`,
  sex: Prisma.sql`p.sex`,
  qualification: Prisma.sql`p.qualification`,
  sector: Prisma.sql`p.sector`,
  age: Prisma.sql`case ${Prisma.join(
    Object.entries(AGES).map(([band, { from, to }]) => Prisma.sql`when ${AGE} between ${Prisma.raw(String(from))} and ${Prisma.raw(String(to))} then ${Prisma.raw(`'${band as AgeBand}'`)}`),
    ' ',
  )} end`,
}

/** Dimensions that are on the line itself, and need no look at the person. */
export const ON_THE_LINE: ReadonlySet<PersonDimension> = new Set<PersonDimension>(['seniority', 'path'])

/** Files whose dimension has a value; `unknown`, those of which it is not known. */
export function valueSql(dimension: PersonDimension, value: string): Prisma.Sql {
  return value === UNKNOWN ? Prisma.sql`${dimensionSql[dimension]} is null` : Prisma.sql`${dimensionSql[dimension]} = ${value}`
}
