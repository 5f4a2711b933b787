// The days for which an operator has a person in support, and those that the allowance pays among them. A file handed to
// another operator counts here until the eve, and there from the day on: no day is counted twice in the country.
import { earliest, isoOf, type Day } from '../../accord/calendar/day.ts'
import { Prisma } from '../../database/generated/client.ts'
import type { Period } from '../../indicators/period.ts'

/**
 * Files with a CSP, each with its first and last day at this operator: `case_id`, `basin_id`, `reference`, `person_id`,
 * `entry_path`, `regime_code`, `asp_spans`, `asp_daily`, `first`, `last` (a CSP without an end known yet goes on).
 * @param where a condition over `case_measure m` and `case_file c`
 */
export function held(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select m.case_id, c.basin_id, c.reference, c.person_id, m.entry_path, m.regime_code, m.asp_spans, m.asp_daily, m.experiment_bonus_on, m.experiment_bonus,
           greatest(m.entered_on, (r.settled_at at time zone (select o.time_zone from operator o where o.id = m.operator_id))::date) as first,
           least(coalesce(m.ended_on, c.csp_term, date 'infinity'), c.transferred_on - 1) as last
    from case_measure m join case_file c on c.id = m.case_id
    left join transfer r on r.to_operator_id = m.operator_id and r.to_case_id = m.case_id
    where m.entered_on is not null and ${where}`
}

/** Over a row `h` of `held`: a day of support in the span, today at the latest. */
export function supportedIn({ from, to }: Period, today: Day): Prisma.Sql {
  if (from > today) return Prisma.sql`false`
  return Prisma.sql`(h.first <= ${isoOf(earliest(to, today))}::date and h.last >= ${isoOf(from)}::date and h.first <= h.last)`
}

/** Over a row `h`: days of the span that the allowance has paid by the eve of today. */
export function paidDays({ from, to }: Period, today: Day): Prisma.Sql {
  return Prisma.sql`days_within(h.asp_spans, greatest(h.first, ${isoOf(from)}::date), least(h.last, ${isoOf(to)}::date, ${isoOf(today)}::date - 1))`
}

/** Over `case_measure m`: all that `supportedIn` will keep, found by an index before any day is counted. */
export function aroundSpan({ from, to }: Period): Prisma.Sql {
  return Prisma.sql`(m.entered_on <= ${isoOf(to)}::date and (m.ended_on is null or m.ended_on >= ${isoOf(from)}::date))`
}

/** Over a row `h` with its `days`: whether the allowance cannot be estimated. */
export const ALLOWANCE_UNKNOWN = Prisma.sql`(h.asp_spans is null or (h.days > 0 and h.asp_daily is null))`
