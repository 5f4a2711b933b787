import { isoOf, type Day } from '../accord/index.ts'
import type { DriverTransaction } from '../database/driver.ts'

/**
 * What the measures of the demonstration cost, as its counsellors noted it: for most files that had a training or a plan, not
 * for all. Amounts are ours, plausible and no more; a planned line in four has since been committed, one was withdrawn.
 */
export async function writeDemoCosts(sql: DriverTransaction, today: Day): Promise<void> {
  const day = isoOf(today)
  await sql`
    insert into cost_line (operator_id, case_id, kind, label, amount, on_day, funder, state, submission_id, recorded_by, recorded_at)
    select c.operator_id, c.id, what.kind, what.label, what.amount, what.on_day, what.funder, what.state, uuidv7(), c.counsellor_id,
           (least(what.on_day, ${day}::date) + time '14:10') at time zone 'Europe/Paris'
    from (select c.*, abs(hashtext(c.reference)) as draw from case_file c where c.csp_start >= ${day}::date - 900 and c.csp_start <= ${day}::date and c.plan_on is not null) c
    join lateral (
      select 'training' as kind, 'Formation' || case c.draw % 4 when 0 then ' : gestes et postures' when 1 then ' : bureautique' when 2 then ' : CACES R489' else ' : titre professionnel' end as label,
             (700 + (c.draw % 37) * 110 + (c.draw % 100) / 100.0)::numeric(9, 2) as amount, p.from_day as on_day,
             (array['cpf', 'training_fund', 'region', 'france_travail', 'cpf', 'person', 'agefiph'])[1 + c.draw % 7] as funder,
             case when p.from_day > ${day}::date then 'planned' when p.from_day > ${day}::date - 40 then 'committed' else 'paid' end as state
      from period p where p.case_id = c.id and p.kind = 'training' and c.draw % 8 <> 0
      union all
      select 'support_fee', 'Accompagnement, part fixe', 480.00, c.plan_on, 'operator', 'paid' where c.draw % 5 <> 0 and c.plan_on <= ${day}::date
      union all
      select 'measure', 'Bilan de compétences', (900 + (c.draw % 9) * 75)::numeric(9, 2), c.plan_on + 14, 'france_travail',
             case when c.plan_on + 14 > ${day}::date then 'planned' else 'paid' end where c.draw % 6 = 1
    ) what on true`
  // Some planned expenses have moved on since.
  await sql`
    insert into cost_line (operator_id, case_id, kind, label, amount, on_day, funder, state, replaces, change, submission_id, recorded_by, recorded_at)
    select l.operator_id, l.case_id, l.kind, l.label, l.amount, ${day}::date - 1, l.funder, 'committed', l.id, 'progress', uuidv7(), l.recorded_by, (${day}::date - 1 + time '16:40') at time zone 'Europe/Paris'
    from cost_line l where l.state = 'planned' and abs(hashtext(l.id::text)) % 4 = 0`
}
