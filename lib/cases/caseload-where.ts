import { addDays, isoOf, parseDay, type Day } from '../accord/calendar/day.ts'
import { Prisma } from '../database/generated/client.ts'
import { NO_MOTIVE, type CaseloadFilter, type Without } from './caseload-params.ts'
import { definitionOf } from '../indicators/definitions.ts'
import { PERSON_DIMENSIONS, readPlace } from '../indicators/slices.ts'
import { every, partSql, placeSql, valueSql } from './indicator-where.ts'
import { toDo } from './queries/worklist.ts'
import { ruleNumber } from './rules-of-file.ts'

/** How a deadline stands on a day, over a row `d` of the table of deadlines; lists and figures both say it this way. */
export const standing = {
  met: Prisma.sql`(d.met_on is not null and d.met_on <= d.due_on)`,
  met_late: Prisma.sql`(d.met_on is not null and d.met_on > d.due_on)`,
  overdue: (today: Day) => Prisma.sql`(d.met_on is null and not d.cancelled and d.due_on < ${isoOf(today)}::date)`,
}

const date = (text: string) => Prisma.sql`${text}::date`

function between(column: Prisma.Sql, from: string | null | undefined, to: string | null | undefined): Prisma.Sql[] {
  return [...(from ? [Prisma.sql`${column} >= ${date(from)}`] : []), ...(to ? [Prisma.sql`${column} <= ${date(to)}`] : [])]
}

function scope(filter: CaseloadFilter, today: Day): Prisma.Sql[] {
  switch (filter.scope ?? 'live') {
    case 'all':
      return []
    case 'closed':
      return [Prisma.sql`c.closed`]
    case 'in_csp':
      return [Prisma.sql`not c.closed and c.csp_start <= ${date(isoOf(today))} and (c.ended_on is null or c.ended_on >= ${date(isoOf(today))})`]
    case 'live':
      return [Prisma.sql`not c.closed`]
  }
}

function nextDeadline(filter: CaseloadFilter, today: Day): Prisma.Sql[] {
  const on = (value: Day) => date(isoOf(value))
  switch (filter.deadline ?? null) {
    case 'overdue':
      return [Prisma.sql`c.next_deadline_on < ${on(today)}`]
    case 'today':
      return [Prisma.sql`c.next_deadline_on = ${on(today)}`]
    case 'week':
      return [Prisma.sql`c.next_deadline_on between ${on(today)} and ${on(addDays(today, 7))}`]
    case 'month':
      return [Prisma.sql`c.next_deadline_on between ${on(today)} and ${on(addDays(today, 30))}`]
    case 'none':
      return [Prisma.sql`c.next_deadline_on is null`]
    case null:
      return []
  }
}

function fallen(filter: CaseloadFilter, today: Day): Prisma.Sql[] {
  if (!filter.due && !filter.standing) return []
  const conditions = [
    Prisma.sql`d.case_id = c.id`,
    ...(filter.due ? [Prisma.sql`d.label = ${filter.due}`] : []),
    ...(filter.standing ? [filter.standing === 'overdue' ? standing.overdue(today) : standing[filter.standing]] : []),
    ...between(Prisma.sql`d.due_on`, filter.dueFrom, filter.dueTo),
  ]
  return [Prisma.sql`exists (select from deadline d where ${Prisma.join(conditions, ' and ')})`]
}

function motives(filter: CaseloadFilter): Prisma.Sql[] {
  if (filter.motive === undefined || filter.motive.length === 0) return []
  const codes = filter.motive.filter((motive) => motive !== NO_MOTIVE)
  const without = codes.length < filter.motive.length ? Prisma.sql`or c.exit_motive is null` : Prisma.empty
  return [Prisma.sql`(c.exit_motive = any(${[...codes]}::text[]) ${without})`]
}

/** Filters that count days from today; ends included. */
function relative(filter: CaseloadFilter, today: Day): Prisma.Sql[] {
  const on = (value: Day) => date(isoOf(value))
  const asked = (days: number | null | undefined): days is number => days !== null && days !== undefined
  const { dueWithin, overdueBy, noContact, termWithin, enteredSince } = filter
  return [
    // An overdue act must not hide the one due tomorrow: the next deadline alone would not do.
    ...(asked(dueWithin)
      ? [Prisma.sql`exists (select from deadline d where d.case_id = c.id and ${toDo} and d.due_on between ${on(today)} and ${on(addDays(today, dueWithin))})`]
      : []),
    // The next deadline is the first to be done: when it is not that late, none is.
    ...(asked(overdueBy) ? [Prisma.sql`c.next_deadline_on < ${on(addDays(today, -overdueBy))}`] : []),
    ...(asked(noContact) ? [Prisma.sql`coalesce(c.last_contact_on, c.csp_start) <= ${on(addDays(today, -noContact))}`] : []),
    ...(asked(termWithin) ? [Prisma.sql`c.csp_term between ${on(today)} and ${on(addDays(today, termWithin))}`] : []),
    ...(asked(enteredSince) ? [Prisma.sql`c.csp_start between ${on(addDays(today, -enteredSince))} and ${on(today)}`] : []),
  ]
}

/** A training counts from the day it is recorded, past, running or to come, or as a measure of the plan in force. */
const lacks: Readonly<Record<Without, Prisma.Sql>> = {
  training: Prisma.sql`not c.plans_training and not exists (select from period t where t.case_id = c.id and t.kind = 'training')`,
  plan: Prisma.sql`c.plan_on is null`,
  preBilan: Prisma.sql`c.pre_bilan_on is null`,
  contact: Prisma.sql`c.last_contact_on is null`,
  referent: Prisma.sql`c.referent_id is null`,
}

/** Files behind a figure of lib/indicators, and those of one value of a dimension. */
function measured(filter: CaseloadFilter, today: Day): Prisma.Sql[] {
  const values = PERSON_DIMENSIONS.flatMap((dimension) => {
    const value = filter[dimension]
    return value === null || value === undefined ? [] : [valueSql(dimension, value)]
  })
  const from = filter.from ? parseDay(filter.from) : null
  const to = filter.to ? parseDay(filter.to) : null
  const figure = filter.indicator && from !== null && to !== null ? [partSql(definitionOf(filter.indicator), filter.part ?? 'of', { from, to }, today)] : []
  const place = filter.place ? readPlace(filter.place) : null
  const there = place === null ? null : placeSql(place, Prisma.sql`c.basin_id`)
  return [
    ...(there === null ? [] : [there]),
    ...(values.length + figure.length === 0
      ? []
      : [Prisma.sql`exists (select from case_measure m join person p on p.id = c.person_id where m.case_id = c.id and ${every([...figure, ...values])})`]),
  ]
}

/**
 * The condition, over `case_file c`, that a caseload's filters amount to. The scope
 * of the actor is the caller's to add.
 */
export function caseloadWhere(filter: CaseloadFilter, today: Day): Prisma.Sql {
  const conditions = [
    ...scope(filter, today),
    ...nextDeadline(filter, today),
    ...fallen(filter, today),
    ...relative(filter, today),
    ...(filter.without ?? []).map((what) => lacks[what]),
    ...motives(filter),
    ...measured(filter, today),
    ...(filter.regle ? [Prisma.sql`c.rules @> array[${ruleNumber(filter.regle)}]::smallint[]`] : []),
    ...(filter.q ? [Prisma.sql`(c.person_id in (select people_named(${filter.q})) or c.reference = upper(${filter.q}))`] : []),
    ...(filter.refs && filter.refs.length > 0 ? [Prisma.sql`c.reference = any(${[...filter.refs]}::text[])`] : []),
    ...(filter.stage && filter.stage.length > 0 ? [Prisma.sql`c.stage = any(${[...filter.stage]}::text[])`] : []),
    ...(filter.basin ? [Prisma.sql`c.basin_id in (select id from basin where code = ${filter.basin})`] : []),
    ...(filter.counsellor ? [Prisma.sql`c.counsellor_id = ${filter.counsellor}::uuid`] : []),
    ...(filter.referent ? [Prisma.sql`c.referent_id = ${filter.referent}::uuid`] : []),
    ...between(Prisma.sql`c.csp_start`, filter.enteredFrom, filter.enteredTo),
    ...between(Prisma.sql`c.ended_on`, filter.endedFrom, filter.endedTo),
    ...between(Prisma.sql`c.csp_term`, filter.termFrom, filter.termTo),
  ]
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' and ')
}
