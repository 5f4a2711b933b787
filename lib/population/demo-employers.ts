import { isoOf, type Day } from '../accord/calendar/day.ts'
import type { DriverTransaction } from '../database/driver.ts'

/** People to speak to, in turn, at every third employer. */
const CONTACTS = [
  ['Mme Nadège Perrin', 'Ressources humaines', '01 99 00 12 34', null],
  ['Me Aurèle Vasseur', 'Mandataire judiciaire', null, 'etude@mandataire.example'],
  ['M. Bastien Roche', 'Cabinet comptable', '01 99 00 56 78', 'paie@cabinet.example'],
] as const

/** Whom to speak to at employers of the demonstration, and what has come of those who still owe papers. */
export async function noteEmployers(sql: DriverTransaction, today: Day): Promise<void> {
  for (const [index, [name, role, phone, email]] of CONTACTS.entries())
    await sql`
      insert into employer_contact (operator_id, employer_id, name, role, phone, email, added_by)
      select ranked.operator_id, ranked.id, ${name}, ${role}, ${phone}, ${email}, ranked.counsellor_id
      from (select e.operator_id, e.id, (select c.counsellor_id from case_file c where c.employer_id = e.id order by c.id limit 1) as counsellor_id,
                   row_number() over (order by e.id) as rank from employer e) ranked
      where ranked.rank % 9 = ${index * 3} and ranked.counsellor_id is not null`
  await sql`
    insert into employer_piece (operator_id, case_id, piece, received_on, recorded_by)
    select c.operator_id, c.id, piece, least(c.accepted_on + 1, ${isoOf(today)}::date), c.counsellor_id
    from case_file c cross join unnest(array['signed_form', 'identity']) as piece
    where not c.closed and c.accepted_on is not null
      and exists (select from deadline d where d.case_id = c.id and d.label = 'sendAll' and d.met_on is null and not d.cancelled)`
}
