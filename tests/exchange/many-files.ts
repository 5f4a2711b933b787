// Files by the thousand, as lists see them: their projections alone. Nothing here is derived, so nothing is opened.
import type { TwoOffices } from '@/tests/cases/two-offices.ts'

/** Puts `count` live files of the north's counsellor in the database, every hundredth with a name that a spreadsheet could run. */
export async function manyFiles(house: TwoOffices, count: number): Promise<void> {
  const { operatorId, counsellor, referent } = house.north
  await house.owner.query(
    `with made as (
       insert into person (operator_id, first_name, last_name, birth_date)
       select $1, 'Zoé', case when n % 100 = 0 then '=HYPERLINK("https://ailleurs.example"; "' || n || '")' else 'Personne ' || lpad(n::text, 6, '0') end,
              date '1970-01-01' + n % 9000
       from generate_series(1, $2::integer) n returning id, last_name)
     insert into case_file (operator_id, reference, person_id, basin_id, counsellor_id, referent_id, stage, regime_code, csp_start, csp_term, next_deadline_on, next_deadline_rule, next_deadline_label)
     select $1, 'RB-2025-' || lpad((row_number() over ())::text, 6, '0'), id, case when row_number() over () % 3 = 0 then $4::uuid else $3::uuid end, $5, case when row_number() over () % 2 = 0 then $6::uuid end,
            (array['reflection', 'pre_bilan_due', 'plan_due'])[1 + row_number() over () % 3], 'H',
            date '2025-01-01' + (row_number() over () % 400)::integer, date '2026-01-01' + (row_number() over () % 400)::integer,
            case when row_number() over () % 5 = 0 then null else date '2026-02-01' + (row_number() over () % 60)::integer end,
            case when row_number() over () % 5 = 0 then null else 'R-301' end, case when row_number() over () % 5 = 0 then null else 'preBilan' end
     from made`,
    [operatorId, count, house.basins.lyon, house.basins.vienne, counsellor.accountId, referent.accountId],
  )
}
